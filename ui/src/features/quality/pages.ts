import type { FindingCount } from "$generated/commands";
import { handles, managesCases, seesCases } from "$lib/doors";
import { office } from "$lib/office.svelte";
import { type Badge, page } from "$lib/pages";
import { m } from "$messages";

/** What the page opens with: the findings of one check, of the cases that one source of imports knows. */
interface QualityArgs {
  check?: string;
  source?: number;
  name?: string;
}

declare module "$lib/pages" {
  interface PageArgs {
    quality: QualityArgs;
    check: { check: string };
    own_checks: object;
  }
}

/** What must not go out as it is: of my cases, or of the office where I keep its register. */
const stopping: Badge = {
  name: "finding_counts",
  get request() {
    const mine = ownFirst() ? { staff: office.session?.account.id } : {};
    return { severity: "stop", answered: false, ...mine };
  },
  count: (counts: FindingCount[]) => counts.reduce((sum, one) => sum + one.open, 0),
};

export const pages = [
  page({
    id: "quality",
    title: () => m.page_quality(),
    load: () => import("./Quality.svelte"),
    first: {},
    menu: { place: "quality" },
    badge: stopping,
    who: seesCases,
  }),
  page({
    id: "own_checks",
    title: () => m.page_own_checks(),
    load: () => import("./OwnChecks.svelte"),
    first: {},
    menu: { place: "quality", under: 1 },
    who: seesCases,
  }),
  page({ id: "check", title: () => m.page_check(), load: () => import("./CheckPage.svelte") }),
];

/** Whether somebody first looks at the own cases only. */
export function ownFirst(): boolean {
  const session = office.session;
  return session !== null && handles(session) && !managesCases(session);
}
