import type { Session } from "$generated/commands";
import { knowsCommand } from "$lib/doors";
import { page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    room: Record<string, never>;
  }
}

const posts = [
  "case_management_clerk",
  "chief_prosecutor",
  "committee_full_time_member",
  "department_head",
  "deputy_chief_prosecutor",
  "deputy_department_head",
  "other_entered_leader",
  "prosecutor",
];

/** Whose post may seal and enter the room. What somebody may do the core decides; this is what is shown. */
export const seals = (session: Session): boolean => posts.includes(session.account.post) && knowsCommand("room_status");

export const pages = [
  page({
    id: "room",
    title: () => m.page_room(),
    load: () => import("./Room.svelte"),
    first: {},
    menu: { place: "settings", under: 5 },
    who: seals,
  }),
];
