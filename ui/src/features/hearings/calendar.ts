/** The calendar of hearings: which days stand in it, and what stands in a day. */
import type { HearingLine } from "$generated/commands";
import { addDays, type Day, makeDay, weekday } from "$lib/day";

export type Span = "week" | "month";
export type By = "room" | "person";

const daysOfWeek = 7;

/** The days shown around a day: its week from Monday, or the whole weeks of its month. */
export function daysAround(day: Day, span: Span): Day[] {
  const first = span === "week" ? day : firstOfMonth(day);
  const last = span === "week" ? day : lastOfMonth(day);
  const start = addDays(first, 1 - weekday(first)) ?? first;
  const end = addDays(last, daysOfWeek - weekday(last)) ?? last;
  const days: Day[] = [];
  for (let at: Day | null = start; at !== null && at <= end; at = addDays(at, 1)) days.push(at);
  return days;
}

/** The same place one week or month earlier or later. */
export function step(day: Day, span: Span, by: 1 | -1): Day {
  if (span === "week") return addDays(day, by * daysOfWeek) ?? day;
  const edge = by === 1 ? addDays(lastOfMonth(day), 1) : addDays(firstOfMonth(day), -1);
  return edge === null ? day : firstOfMonth(edge);
}

function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

function lastOfMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const next = month === 12 ? makeDay(year + 1, 1, 1) : makeDay(year, month + 1, 1);
  return (next && addDays(next, -1)) ?? day;
}

/** The chair and the officers of a hearing; one nameless row where nobody is set. */
function peopleOf(line: HearingLine): string[] {
  const people = [line.chair, ...line.officers.split("、")].filter((name) => name !== "");
  return people.length > 0 ? [...new Set(people)] : [""];
}

/** The rooms or people of these hearings, in order, each with its hearings by day. */
export function rowsOf(lines: readonly HearingLine[], by: By): { name: string; byDay: Map<Day, HearingLine[]> }[] {
  const names = new Map<string, Map<Day, HearingLine[]>>();
  for (const line of lines) {
    if (line.held_on === null) continue;
    for (const name of by === "room" ? [line.place] : peopleOf(line)) {
      const days = names.get(name) ?? new Map<Day, HearingLine[]>();
      days.set(line.held_on, [...(days.get(line.held_on) ?? []), line]);
      names.set(name, days);
    }
  }
  return [...names].sort(([a], [b]) => a.localeCompare(b, "zh-CN")).map(([name, byDay]) => ({ name, byDay }));
}
