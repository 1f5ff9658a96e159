import type { Session } from "$generated/commands";
import { mayAsk } from "$lib/doors";
import { badgeOf, page } from "$lib/pages";
import { m } from "$messages";

/** What the page opens with: a block that was pasted elsewhere. */
interface ImportArgs {
  text?: string;
}

declare module "$lib/pages" {
  interface PageArgs {
    import: ImportArgs;
  }
}

export const pages = [
  page({
    id: "import",
    title: () => m.page_import(),
    load: () => import("./Import.svelte"),
    first: {},
    menu: { place: "import" },
    badge: badgeOf("import_differences", {}, (open) => open.length),
    who: (session: Session) => mayAsk(session, "import_read"),
  }),
];
