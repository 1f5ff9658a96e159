/**
 * Tells the desktop how much has become due: when the office is opened, and when the day turns while it is open. A note is
 * a count and nothing else; whose the cases are and what they are called stays in the window.
 */
import type { DueCount, DueFilter, Session } from "$generated/commands";
import { announce, call } from "$lib/bridge";
import type { Day } from "$lib/day";
import { handles, leads, managesCases, seesCases } from "$lib/doors";
import { status } from "$lib/status.svelte";
import { word } from "$lib/words";
import { m } from "$messages";
import { pressing } from "./states";

/** What concerns somebody: his own, his department's, or the whole office's. */
export function concerns(session: Session): DueFilter {
  const { id, department_id, post } = session.account;
  const ofDepartment = ["department_head", "deputy_department_head"].includes(post);
  if (handles(session)) return { staff: id };
  return ofDepartment && department_id !== null ? { department: department_id } : {};
}

/** "今日届满 2 项，已超期 1 项"; nothing where nothing presses. */
export function noteOf(counts: readonly DueCount[]): string | null {
  const parts = pressing
    .map((state) => ({ state, number: counts.find((one) => one.state === state)?.number ?? 0 }))
    .filter((one) => one.number > 0)
    .map((one) => m.announce_part({ state: word(`due_state_${one.state}`) ?? one.state, number: one.number }));
  return parts.length > 0 ? parts.join(m.announce_between()) : null;
}

/** Whom and on which day the desktop was told last: a lock and an unlock within the day say nothing again. */
let told = "";

/** Forgets what was told; for tests. */
export function tellAnew(): void {
  told = "";
}

/**
 * Tells what presses today, or, with `since`, what has come to press after that day.
 */
export async function tellDue(session: Session, since: Day | null = null): Promise<void> {
  const key = `${session.account.id} ${session.today}`;
  if (told === key || !(seesCases(session) && (handles(session) || leads(session) || managesCases(session)))) return;
  told = key;
  const filter: DueFilter = {
    ...concerns(session),
    by: "office",
    states: ["overdue", "last_day", "red"],
    ...(since === null ? {} : { since }),
  };
  let note: string | null;
  try {
    note = noteOf(await call("due_counts", { filter }));
  } catch {
    // Whoever may not ask, or has locked the office meanwhile, is told nothing.
    told = "";
    return;
  }
  if (note === null) return;
  try {
    await announce(m.announce_title(), note);
    status.remove("announce");
  } catch {
    // A desktop without the service is no fault of the day's work: it is said where the state of the program is said.
    status.set({ id: "announce", words: () => m.announce_failed(), tone: "amber" });
  }
}
