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

/** Enters, and gives the cases whose going had been cut off. What was typed is forgotten whatever comes of it. */
export async function enter(typed: Entering): Promise<string[]> {
  const { purpose, passphrase, code } = typed;
  typed.passphrase = "";
  const entered = await call("room_enter", {
    purpose: purpose.trim(),
    passphrase,
    ...(code.trim() ? { code: code.trim() } : {}),
  });
  typed.code = "";
  return entered.finished;
}
