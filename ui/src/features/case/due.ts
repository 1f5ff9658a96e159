/** How a period's state and its countdown are shown. The state is the core's; nothing is decided here. */
import type { MarkState } from "$components/StateMark.svelte";
import type { DueState } from "$generated/commands";
import { m } from "$messages";

const marks: Partial<Record<DueState, MarkState>> = {
  overdue: "overdue",
  last_day: "last_day",
  red: "red",
  amber: "amber",
  met: "met",
  met_late: "amber",
};

export function markOf(state: DueState): MarkState {
  return marks[state] ?? "quiet";
}

/** 还剩 3 天, 今天到期, 已超 2 天. */
export function countdown(days: number): string {
  if (days > 0) return m.days_left({ days });
  return days === 0 ? m.due_today() : m.days_over({ days: -days });
}
