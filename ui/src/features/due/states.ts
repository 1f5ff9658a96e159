/** How a due date stands, as marks and words. What stands how is the core's to say. */
import type { MarkState } from "$components/StateMark.svelte";
import type { DueState } from "$generated/commands";
import { word } from "$lib/words";
import { m } from "$messages";

/** The open states, the most pressing first. */
export const openStates = [
  "overdue",
  "last_day",
  "red",
  "amber",
  "quiet",
  "paused",
  "lapsed",
] as const satisfies DueState[];

/** What somebody has to look at now. */
export const pressing = ["overdue", "last_day", "red", "amber"] as const satisfies DueState[];

const marks: Record<DueState, MarkState> = {
  overdue: "overdue",
  last_day: "last_day",
  red: "red",
  amber: "amber",
  quiet: "quiet",
  paused: "quiet",
  lapsed: "quiet",
  ended: "quiet",
  met: "met",
  met_late: "overdue",
};

export function markOf(state: DueState): MarkState {
  return marks[state];
}

export function stateWords(state: DueState): string {
  return word(`due_state_${state}`) ?? state;
}

/** How far a due day is away, in words: past, today, ahead. */
export function countdown(left: number): string {
  if (left === -1) return m.due_overdue_by_one();
  if (left === 1) return m.due_day_left();
  if (left < 0) return m.due_overdue_by({ days: -left });
  return left === 0 ? stateWords("last_day") : m.due_days_left({ days: left });
}

/** The state with the days that are left or past, where that says more. */
export function standing(state: DueState, left: number): string {
  return ["overdue", "quiet", "amber", "red"].includes(state) ? countdown(left) : stateWords(state);
}
