import type { Session } from "$generated/commands";
import { audits, mayAsk } from "$lib/doors";
import { page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    backups: Record<string, never>;
    security: Record<string, never>;
    audit: Record<string, never>;
  }
}

const keeps = (session: Session) => mayAsk(session, "backup_list");

export const pages = [
  page({
    id: "backups",
    title: () => m.page_backups(),
    load: () => import("./Backups.svelte"),
    first: {},
    menu: { place: "settings", under: 2 },
    who: keeps,
  }),
  page({
    id: "security",
    title: () => m.page_security(),
    load: () => import("./Security.svelte"),
    first: {},
    menu: { place: "settings", under: 3 },
  }),
  page({
    id: "audit",
    title: () => m.page_audit(),
    load: () => import("./Audit.svelte"),
    first: {},
    menu: { place: "settings", under: 4 },
    who: audits,
  }),
];
