import type { CaseSlipAsk, DueCount } from "$generated/commands";
import { seesCases } from "$lib/doors";
import { office } from "$lib/office.svelte";
import { type Badge, page, type WindowAction } from "$lib/pages";
import { open } from "$lib/tabs.svelte";
import { m } from "$messages";
import { pressing } from "./states";
import { concerns } from "./watch";

declare module "$lib/pages" {
  interface PageArgs {
    due: Record<string, never>;
    calculator: Record<string, never>;
    /** A case, or one of its time limits. */
    slip: CaseSlipAsk;
  }
}

/** What presses and concerns whoever is here; who that is is known only once the record is open. */
const onMe: Badge = {
  name: "due_counts",
  get request() {
    const mine = office.session ? concerns(office.session) : {};
    return { filter: { ...mine, by: "office", states: [...pressing] } };
  },
  count: (counts: DueCount[]) => counts.reduce((sum, one) => sum + one.number, 0),
};

export const pages = [
  page({
    id: "due",
    title: () => m.page_due(),
    load: () => import("./Due.svelte"),
    menu: { place: "deadlines" },
    badge: onMe,
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
