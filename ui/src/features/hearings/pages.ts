import type { HearingFilter } from "$generated/commands";
import { seesCases } from "$lib/doors";
import { page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    hearings: Record<string, never>;
    hearing: { hearing: number };
    /** A new hearing of a case, or the plan of one that is there. */
    hearing_plan: { case: number; hearing?: number };
    hearing_day: { hearing: number };
    /** The hearings behind a figure. */
    hearings_some: { title: string; filter: HearingFilter };
  }
}

export const pages = [
  page({
    id: "hearings",
    title: () => m.page_hearings(),
    load: () => import("./Hearings.svelte"),
    menu: { place: "hearings" },
    who: seesCases,
  }),
  page({ id: "hearing", title: () => m.page_hearing(), load: () => import("./HearingPage.svelte") }),
  page({ id: "hearing_plan", title: () => m.page_hearing_plan(), load: () => import("./PlanPage.svelte") }),
  page({ id: "hearings_some", title: () => m.page_hearings(), load: () => import("./SomePage.svelte") }),
  page({ id: "hearing_day", title: () => m.page_hearing_day(), load: () => import("./DayPage.svelte") }),
];
