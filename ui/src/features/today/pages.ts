import { seesCases } from "$lib/doors";
import { office } from "$lib/office.svelte";
import { type Badge, page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    today: Record<string, never>;
  }
}

/** My cases whose next due day lies within the week; who I am is known only once the record is open. */
const mineThisWeek: Badge = {
  name: "case_list",
  get request() {
    return { view: "due_week", filter: `handler=${office.session?.account.login ?? ""}`, limit: 0 };
  },
  count: (answer: { total: number }) => answer.total,
};

export const pages = [
  page({
    id: "today",
    title: () => m.page_today(),
    load: () => import("./Today.svelte"),
    menu: { place: "today" },
    badge: mineThisWeek,
    who: seesCases,
  }),
];
