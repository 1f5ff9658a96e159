/** The plan of a hearing as the form holds it, and as the core takes it. */
import type { Hearing, HearingPlan } from "$generated/commands";
import type { Day } from "$lib/day";
import { said } from "./said";

/** The fields of the form; a choice or a day that is not made is `null`. */
export interface PlanEntry {
  kind: string | null;
  basis: string | null;
  initiated_by: string | null;
  applicant: string;
  applied_on: Day | null;
  approved_by: string;
  approved_on: Day | null;
  approval_no: string;
  /** `yes`, `no`, or as the rule says. */
  is_public: string | null;
  not_public_reason: string | null;
  publicity_reason: string;
  questions: string;
  proposed_decision: string;
  venue: string | null;
  place: string;
  venue_approved_by: string;
  venue_approved_on: Day | null;
  held_on: Day | null;
  starts_at: string | null;
  ends_at: string | null;
  chair_id: string | null;
  chair_reason: string | null;
  recorder: string;
  bailiffs: string;
  broadcast: string | null;
  broadcast_approved_by: string;
  broadcast_approved_on: Day | null;
}

export function freshPlan(): PlanEntry {
  return {
    kind: "ordinary",
    basis: null,
    initiated_by: "ex_officio",
    applicant: "",
    applied_on: null,
    approved_by: "",
    approved_on: null,
    approval_no: "",
    is_public: null,
    not_public_reason: null,
    publicity_reason: "",
    questions: "",
    proposed_decision: "",
    venue: "hearing_room",
    place: "",
    venue_approved_by: "",
    venue_approved_on: null,
    held_on: null,
    starts_at: null,
    ends_at: null,
    chair_id: null,
    chair_reason: null,
    recorder: "",
    bailiffs: "",
    broadcast: "none",
    broadcast_approved_by: "",
    broadcast_approved_on: null,
  };
}

/** The plan of a hearing that is there. */
export function planOf(hearing: Hearing): PlanEntry {
  const fresh = freshPlan();
  const taken = Object.keys(fresh).map((key) => {
    const value = (hearing as unknown as Record<string, unknown>)[key];
    const choice = fresh[key as keyof PlanEntry] !== "";
    return [key, choice && value === "" ? null : value];
  });
  return {
    ...fresh,
    ...Object.fromEntries(taken),
    is_public: hearing.is_public ? "yes" : "no",
    chair_id: hearing.chair_id === null ? null : String(hearing.chair_id),
  };
}

/** A stored draft as a form, where it still is one. */
export function planOfDraft(body: string): PlanEntry | null {
  try {
    const stored: unknown = JSON.parse(body);
    if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return null;
    const fresh = freshPlan();
    const known = Object.entries(stored).filter(
      ([key, value]) => Object.hasOwn(fresh, key) && (typeof value === "string" || value === null),
    );
    return { ...fresh, ...Object.fromEntries(known) };
  } catch {
    return null;
  }
}

/** What is asked of the core. */
export function requestOf(entry: PlanEntry, which: { case: number; hearing?: number }): HearingPlan {
  return said({
    ...entry,
    ...(which.hearing === undefined ? { case: which.case } : { id: which.hearing }),
    kind: entry.kind ?? "",
    is_public: entry.is_public === null ? null : entry.is_public === "yes",
    chair_id: entry.chair_id === null ? null : Number(entry.chair_id),
  });
}
