/** The measures of what somebody carries, and the view of cases behind each figure. */
import type { Carried } from "$generated/commands";
import { m } from "$messages";

type Figure = "open" | "weight" | "in_custody" | "overdue" | "due_7" | "out" | "unchecked";

export interface Measure {
  id: Figure;
  title: () => string;
  /** The list behind the figure. */
  view: string;
}

export const measures: readonly Measure[] = [
  { id: "open", title: () => m.load_open(), view: "open" },
  { id: "weight", title: () => m.load_weight(), view: "open" },
  { id: "in_custody", title: () => m.view_in_custody(), view: "in_custody" },
  { id: "overdue", title: () => m.view_overdue(), view: "overdue" },
  { id: "due_7", title: () => m.load_due_7(), view: "due_week" },
  { id: "out", title: () => m.view_out(), view: "out" },
  { id: "unchecked", title: () => m.load_unchecked(), view: "unchecked" },
];

/** By department in the office's own order, then by when they were entered: no order that ranks anybody. */
export function inOrder(people: readonly Carried[], departments: readonly string[]): Carried[] {
  const place = (one: Carried) => {
    const at = departments.indexOf(one.department);
    return at < 0 ? departments.length : at;
  };
  return people.toSorted(
    (a, b) => place(a) - place(b) || a.department.localeCompare(b.department, "zh-CN") || a.account - b.account,
  );
}

export function totalOf(people: readonly Carried[], id: Figure): number {
  return people.reduce((sum, one) => sum + one[id], 0);
}

export function mostOf(people: readonly Carried[], id: Figure): number {
  return Math.max(0, ...people.map((one) => one[id]));
}

/** Why somebody takes no new cases now; nothing where they do. */
export function presence(one: Carried): string {
  if (one.away) return m.person_away();
  return one.on_duty ? "" : m.person_off_duty();
}
