import type { Session } from "$generated/commands";
import { managesCases } from "$lib/doors";
import { badgeOf, page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    import: Record<string, never>;
  }
}

export const pages = [
  page({
    id: "import",
    title: () => m.page_import(),
    load: () => import("./Import.svelte"),
    menu: { place: "import" },
    badge: badgeOf("import_differences", {}, (open) => open.length),
    who: (session: Session) => managesCases(session) || session.account.post === "statistician",
  }),
];
