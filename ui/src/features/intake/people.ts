/** What an identity number fills in a row of people, and what is said of a row beside it. */
import type { Identity } from "$generated/commands";
import { asRefusal, call, type Refusal } from "$lib/bridge";
import type { PersonRow } from "./entry";

/** What the core said of the number in a row, or why it did not take it. */
export type Reading =
  | { number: string; on: string | null; said: Identity }
  | { number: string; on: string | null; refused: Refusal };

/** Whether the number is long enough to be read: typing must not be answered with a fault at each figure. */
export function isWhole(number: string): boolean {
  return /^\s*(\d{15}|[\dXx\s]{18,})\s*$/.test(number.normalize("NFKC"));
}

/** Reads a number through the core; the age is asked for on the day of the act. */
export async function readIdentity(number: string, on: string | null): Promise<Reading> {
  try {
    return { number, on, said: await call("identity_read", on ? { number, on } : { number }) };
  } catch (fault) {
    return { number, on, refused: asRefusal(fault) };
  }
}

/**
 * Fills birthday and sex. What the number filled before is replaced, what was typed by hand is kept: the core says where
 * the two differ.
 */
export function fillFrom(row: Pick<PersonRow, "birth" | "sex">, said: Identity, former?: Identity): void {
  if (said.birth && (row.birth === null || row.birth === former?.birth)) row.birth = said.birth;
  if (row.sex === null || row.sex === former?.sex) row.sex = said.sex;
}
