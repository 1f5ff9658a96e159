import type { RoomEntered } from "$generated/commands";
import { call } from "$lib/bridge";

/** What is typed at the door of the room. */
export interface Entering {
  purpose: string;
  passphrase: string;
  code: string;
  /** The room's recovery key is used. */
  recovering: boolean;
}

export const nobody = (): Entering => ({ purpose: "", passphrase: "", code: "", recovering: false });

/** Enters, and tells what was done at the door. What was typed is forgotten whatever comes of it. */
export async function enter(typed: Entering): Promise<RoomEntered> {
  const { purpose, passphrase, code } = typed;
  typed.passphrase = "";
  const entered = await call("room_enter", {
    purpose: purpose.trim(),
    passphrase,
    ...(code.trim() ? { code: code.trim() } : {}),
  });
  typed.code = "";
  return entered;
}
