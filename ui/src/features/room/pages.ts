import type { Session } from "$generated/commands";
import { mayAsk } from "$lib/doors";
import { page } from "$lib/pages";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    room: Record<string, never>;
  }
}

/** Whose post may seal and enter the room. What somebody may do the core decides; this is what is shown. */
export const seals = (session: Session): boolean => mayAsk(session, "room_status");

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
