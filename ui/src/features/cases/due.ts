import { m } from "$messages";

/** How far a due day is away, in words: past, today, ahead. */
export function dueWords(left: number): string {
  if (left < 0) return m.due_past({ days: -left });
  if (left === 0) return m.state_last_day();
  return m.due_left({ days: left });
}
