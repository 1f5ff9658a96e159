/** A month of days: which it is, its first and last day, and its weeks from Monday to Sunday. */
import { addDays, type Day, weekday } from "./day";

/** The month of a day, so many months on: `2026-03`. */
export function monthOf(day: Day, shift = 0): string {
  const [year, month] = day.split("-").map(Number);
  const at = (year ?? 0) * 12 + (month ?? 1) - 1 + shift;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** Its first and its last day. */
export function daysOf(month: string): { from: Day; to: Day } {
  const from: Day = `${month}-01`;
  let to = from;
  for (let next = addDays(to, 1); next?.startsWith(month); next = addDays(next, 1)) to = next;
  return { from, to };
}

/** The days, in order and all of one month, as weeks; nothing where a week has no day of the month. */
export function weeksOf<One extends { day: Day }>(days: readonly One[]): (One | null)[][] {
  const first = days[0];
  const cells: (One | null)[] = [...Array<null>(first ? weekday(first.day) - 1 : 0).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}
