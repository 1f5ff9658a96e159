import type { CaseSlipAsk } from "$generated/commands";
import { seesCases } from "$lib/doors";
import { badgeOf, page, type WindowAction } from "$lib/pages";
import { open } from "$lib/tabs.svelte";
import { m } from "$messages";
import { pressing } from "./states";

declare module "$lib/pages" {
  interface PageArgs {
    due: Record<string, never>;
    calculator: Record<string, never>;
    /** A case, or one of its time limits. */
    slip: CaseSlipAsk;
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
  page({
    id: "calculator",
    title: () => m.calculator(),
    load: () => import("./Calculator.svelte"),
    first: {},
    menu: { place: "deadlines", under: 1 },
    who: seesCases,
  }),
  page({ id: "slip", title: () => m.slip_title(), load: () => import("./Slip.svelte") }),
];

export const actions: readonly WindowAction[] = [
  { id: "due.calculate", run: () => void open("calculator"), who: seesCases },
];
