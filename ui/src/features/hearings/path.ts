/** The path of a hearing: its parts in order, and where each stands. What is missing the core says; here it is only sorted. */
import type { HearingMissing, HearingSheet } from "$generated/commands";
import type { Day } from "$lib/day";

export const parts = ["plan", "officers", "notice", "day", "decision", "after"] as const;
export type Part = (typeof parts)[number];

/** `later`: its turn has not come; `open`: something is missing; `late`: something is too late or wrong; `done`. */
export type PartState = "later" | "open" | "late" | "done";

export interface PathStep {
  part: Part;
  state: PartState;
  missing: HearingMissing[];
}

/** The path of a hearing on a day. */
export function pathOf(sheet: Pick<HearingSheet, "hearing" | "missing">, today: Day): PathStep[] {
  const { hearing } = sheet;
  const reached: Record<Part, boolean> = {
    plan: true,
    officers: true,
    notice: true,
    day: hearing.held_on !== null && hearing.held_on <= today,
    decision: hearing.ended_at !== null,
    after: hearing.decided_on !== null,
  };
  return parts.map((part) => {
    const missing = sheet.missing.filter((one) => one.part === part);
    return { part, missing, state: stateOf(missing, reached[part]) };
  });
}

function stateOf(missing: HearingMissing[], reached: boolean): PartState {
  if (missing.some((one) => one.state === "late")) return "late";
  if (!reached) return "later";
  return missing.length > 0 ? "open" : "done";
}

/** The part that wants somebody now: the first that is not done. */
export function turnOf(path: readonly PathStep[]): Part | null {
  return path.find((step) => step.state === "open" || step.state === "late")?.part ?? null;
}
