/**
 * What the page of due dates is narrowed to: what was chosen, the views there are, and both as the core's filter and in
 * words. A view is nothing but a choice with a name.
 */
import type { DueFilter, DueKind, DueState } from "$generated/commands";
import { addDays, type Day, showDay } from "$lib/day";
import { word } from "$lib/words";
import { m } from "$messages";
import { stateWords } from "./states";

/** All that can be chosen; the day of the month beside stands apart, for it is picked and dropped while looking. */
export interface Chosen {
  states: DueState[];
  kinds: DueKind[];
  by: string | null;
  department: string | null;
  handler: string | null;
  rule: string | null;
  out: string | null;
  mine: boolean;
  custody: boolean;
  /** To be finished within so many days from today; those overdue too. */
  within: number | null;
}

export const everything: Chosen = {
  states: [],
  kinds: [],
  by: null,
  department: null,
  handler: null,
  rule: null,
  out: null,
  mine: false,
  custody: false,
  within: null,
};

export const kinds = ["case", "person", "measure", "paper", "hearing", "reminder"] as const satisfies DueKind[];
export const actors = ["office", "police", "court", "agency", "party", "other"] as const;
export const places = ["police", "court", "other"] as const;

/** The views that everybody has; the words of each are the message `due_view_<id>`. */
export const views: readonly { id: string; chosen: Partial<Chosen> }[] = [
  { id: "ours", chosen: { by: "office" } },
  { id: "today", chosen: { by: "office", within: 0 } },
  { id: "week", chosen: { by: "office", within: 7 } },
  { id: "overdue", chosen: { by: "office", states: ["overdue"] } },
  { id: "custody", chosen: { by: "office", custody: true } },
  { id: "measures", chosen: { kinds: ["measure"] } },
  { id: "replies", chosen: { kinds: ["paper"] } },
  { id: "out_police", chosen: { out: "police" } },
  { id: "out_court", chosen: { out: "court" } },
  { id: "reminders", chosen: { kinds: ["reminder"], mine: true } },
  { id: "all", chosen: {} },
];

/** A view that somebody named himself. */
export interface OwnView {
  name: string;
  chosen: Partial<Chosen>;
}

export const ownViewsKey = "due.views";

/** Reads the views kept on the desk; what is not understood is left out. */
export function readOwnViews(body: string | undefined): OwnView[] {
  try {
    const list: unknown = JSON.parse(body ?? "[]");
    if (!Array.isArray(list)) return [];
    return list.filter(
      (one): one is OwnView =>
        typeof one?.name === "string" && one.name !== "" && typeof one.chosen === "object" && one.chosen !== null,
    );
  } catch {
    return [];
  }
}

export function sameChoice(one: Partial<Chosen>, other: Partial<Chosen>): boolean {
  return JSON.stringify({ ...everything, ...one }) === JSON.stringify({ ...everything, ...other });
}

/** As the core asks for it. `states` are left out where each state is counted. */
export function filterOf(chosen: Chosen, me: number | null, today: Day, withStates = true): DueFilter {
  const until = chosen.within === null ? null : addDays(today, chosen.within);
  return {
    ...(withStates && chosen.states.length > 0 ? { states: chosen.states } : {}),
    ...(chosen.kinds.length > 0 ? { kinds: chosen.kinds } : {}),
    ...(chosen.by ? { by: chosen.by } : {}),
    ...(chosen.department ? { department: Number(chosen.department) } : {}),
    ...(chosen.handler ? { handler: Number(chosen.handler) } : {}),
    ...(chosen.rule ? { rule: chosen.rule } : {}),
    ...(chosen.out ? { out_with: chosen.out } : {}),
    ...(chosen.mine && me !== null ? { staff: me } : {}),
    ...(chosen.custody ? { in_custody: true } : {}),
    ...(until === null ? {} : { until }),
  };
}

/** What names the ids of a choice carry. */
export interface Names {
  department: (id: string) => string;
  handler: (id: string) => string;
  rule: (id: string) => string;
}

/** The choice in words, for the head of a file and of a printed list. */
export function inWords(chosen: Chosen, day: Day | null, names: Names): string {
  return [
    ...chosen.states.map(stateWords),
    ...chosen.kinds.map(kindWords),
    chosen.by && `${m.due_by()} ${word(`due_by_${chosen.by}`) ?? chosen.by}`,
    chosen.department && names.department(chosen.department),
    chosen.handler && names.handler(chosen.handler),
    chosen.rule && names.rule(chosen.rule),
    chosen.out && outWords(chosen.out),
    chosen.mine && m.due_mine(),
    chosen.custody && m.due_in_custody(),
    chosen.within !== null && (chosen.within === 0 ? m.due_view_today() : m.due_within({ days: chosen.within })),
    day && showDay(day),
  ]
    .filter(Boolean)
    .join(" · ");
}

export function kindWords(kind: DueKind): string {
  return word(`due_kind_${kind}`) ?? kind;
}

/** With whom a case lies now: "在侦查机关". */
export function outWords(where: string): string {
  return word(`due_out_${where}`) ?? where;
}
