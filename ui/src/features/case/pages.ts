import { page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    case: { case: number };
  }
}

export const pages = [page({ id: "case", title: () => m.page_case(), load: () => import("./CasePage.svelte") })];
