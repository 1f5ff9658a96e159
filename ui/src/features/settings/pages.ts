import type { Session } from "$generated/commands";
import { leads, managesCases } from "$lib/doors";
import { page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    settings: Record<string, never>;
    journal: { case?: number };
  }
}

const mayAudit = (session: Session) =>
  leads(session) || managesCases(session) || ["statistician", "audit_administrator"].includes(session.account.post);

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
    who: mayAudit,
  }),
];
