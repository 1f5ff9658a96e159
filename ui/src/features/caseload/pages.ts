import { leads, managesCases } from "$lib/doors";
import { page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    caseload: Record<string, never>;
  }
}

export const pages = [
  page({
    id: "caseload",
    title: () => m.page_caseload(),
    load: () => import("./Caseload.svelte"),
    menu: { place: "caseload" },
    who: (session) => leads(session) || managesCases(session) || session.account.post === "statistician",
  }),
];
