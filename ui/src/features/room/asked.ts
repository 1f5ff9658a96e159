/** Questions asked in the room of the sealed cases: the office's own, answered from the sealed file. */
import type { CaseSheet, Found } from "$generated/commands";
import { call } from "$lib/bridge";

export const roomSheet = async (id: number) =>
  (await call("room_ask", { command: "case_sheet", request: { case: id } })) as CaseSheet;

export const roomSearch = async (text: string) =>
  (await call("room_ask", { command: "search", request: { text, limit: 100 } })) as Found;
