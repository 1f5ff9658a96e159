/** What is said and happens at a hearing, as it is typed: who may speak, and what follows what. */
import type { HearingNoteEntry, HearingSheet } from "$generated/commands";
import { said } from "./said";

/** One line that is being typed. */
export interface NoteDraft {
  id: number | null;
  kind: string;
  speaker: string;
  text: string;
}

export const freshNote: NoteDraft = { id: null, kind: "question", speaker: "", text: "" };

/** A stored draft, where it still is one. */
export function noteOfDraft(body: string): NoteDraft | null {
  try {
    const kept: unknown = JSON.parse(body);
    if (typeof kept !== "object" || kept === null) return null;
    const { id, kind, speaker, text } = kept as Record<string, unknown>;
    if (typeof kind !== "string" || typeof speaker !== "string" || typeof text !== "string") return null;
    return { id: typeof id === "number" ? id : null, kind, speaker, text };
  } catch {
    return null;
  }
}

/** Who may speak: the chair, the officers and the participants who came or of whom it is not yet said. */
export function speakers(sheet: Pick<HearingSheet, "line" | "rules" | "seats" | "participants">): string[] {
  const officers = sheet.seats.filter((seat) => seat.dropped_on === null && seat.attended !== false);
  const others = sheet.participants.filter((one) => one.attended !== false);
  const all = [
    sheet.line.chair,
    sheet.rules.handler,
    ...officers.map((one) => one.name),
    ...others.map((one) => one.name),
  ];
  return [...new Set(all.filter((name) => name !== ""))];
}

/** The step in which something falls now: the last one that has begun. */
export function stepNow(steps: HearingSheet["steps"]): string {
  return steps.filter((step) => step.at_time !== null).at(-1)?.step ?? "";
}

/** What comes next: an answer after a question, by who answered last; else the same again. */
export function nextNote(before: NoteDraft, notes: readonly { kind: string; speaker: string }[]): NoteDraft {
  const turn = before.kind === "question" ? "answer" : before.kind === "answer" ? "question" : before.kind;
  const last = notes.filter((note) => note.kind === turn && note.speaker !== before.speaker).at(-1);
  const speaker = turn === before.kind ? before.speaker : (last?.speaker ?? "");
  return { id: null, kind: turn, speaker, text: "" };
}

/** What is asked of the core. */
export function requestOf(note: NoteDraft, hearing: number, step: string, at: string | null): HearingNoteEntry {
  return said({ id: note.id, hearing, step, kind: note.kind, speaker: note.speaker, at, text: note.text });
}
