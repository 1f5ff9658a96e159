import type { Session } from "$generated/commands";
import { mayAsk } from "$lib/doors";
import { page } from "$lib/pages";
import { open } from "$lib/tabs.svelte";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    intake: Record<string, never>;
    returned: Record<string, never>;
  }
}

const takesIn = (session: Session) => mayAsk(session, "case_register");

export const pages = [
  page({
    id: "intake",
    title: () => m.page_intake(),
    load: () => import("./Intake.svelte"),
    menu: { place: "cases", under: 1 },
    who: takesIn,
  }),
  page({
    id: "returned",
    title: () => m.page_returned(),
    load: () => import("./Returned.svelte"),
    menu: { place: "cases", under: 2 },
    who: (session) => mayAsk(session, "intake_refusals"),
  }),
];

export const actions = [{ id: "intake.new" as const, run: () => void open("intake"), who: takesIn }];
