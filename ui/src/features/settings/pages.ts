import { audits } from "$lib/doors";
import { page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    settings: Record<string, never>;
    journal: { case?: number };
  }
}

export const pages = [
  page({
    id: "settings",
    title: () => m.page_settings(),
    load: () => import("./Settings.svelte"),
    menu: { place: "settings" },
  }),
  page({
    id: "journal",
    title: () => m.page_journal(),
    load: () => import("./Journal.svelte"),
    first: {},
    menu: { place: "settings", under: 1 },
    who: audits,
  }),
];
