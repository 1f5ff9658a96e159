import { seesCases } from "$lib/doors";
import { badgeOf, page } from "$lib/pages";
import { m } from "$messages";
import { pressing } from "./states";

declare module "$lib/pages" {
  interface PageArgs {
    due: Record<string, never>;
  }
}

export const pages = [
  page({
    id: "due",
    title: () => m.page_due(),
    load: () => import("./Due.svelte"),
    menu: { place: "deadlines" },
    badge: badgeOf("due_counts", { filter: { by: "office", states: [...pressing] } }, (counts) =>
      counts.reduce((sum, one) => sum + one.number, 0),
    ),
    who: seesCases,
  }),
];
