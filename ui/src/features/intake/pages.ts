import { managesCases } from "$lib/doors";
import { page } from "$lib/pages";
import { open } from "$lib/tabs.svelte";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    intake: Record<string, never>;
  }
}

export const pages = [
  page({
    id: "intake",
    title: () => m.page_intake(),
    load: () => import("./Intake.svelte"),
    menu: { place: "cases", under: 1 },
    who: managesCases,
  }),
];

export const actions = [{ id: "intake.new" as const, run: () => void open("intake"), who: managesCases }];
