import type { Session } from "$generated/commands";
import { mayAsk } from "$lib/doors";
import { badgeOf, page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    assignments: Record<string, never>;
  }
}

export const pages = [
  page({
    id: "assignments",
    title: () => m.page_assignments(),
    load: () => import("./Assignments.svelte"),
    menu: { place: "assignments" },
    badge: badgeOf("case_list", { view: "waiting", filter: "", limit: 0 }, (waiting) => waiting.total),
    who: (session: Session) => mayAsk(session, "assignment_draw"),
  }),
];
