/** What papers lack: told once for a paper, whichever of its copies lack it. */
import type { PaperGap, PaperLine } from "$generated/commands";

const keyOf = (gap: PaperGap) => `${gap.name} ${gap.about} ${gap.step}`;

/** The gaps of a paper, of the copies chosen or of all. */
export function gapsOf(line: PaperLine, chosen: readonly string[] | null = null): PaperGap[] {
  const gaps = new Map<string, PaperGap>();
  for (const copy of line.copies) {
    if (chosen !== null && !chosen.includes(copy.about)) continue;
    for (const gap of copy.gaps) if (!gaps.has(keyOf(gap))) gaps.set(keyOf(gap), gap);
  }
  return [...gaps.values()];
}

/** Those that can be given on the spot, and those that are entered in their own part. */
export function byPlace(gaps: readonly PaperGap[]): { here: PaperGap[]; elsewhere: PaperGap[] } {
  return { here: gaps.filter((gap) => gap.here !== ""), elsewhere: gaps.filter((gap) => gap.here === "") };
}

/** What is still to be typed before the paper can be made. */
export function untyped(gaps: readonly PaperGap[], given: Readonly<Record<string, string>>): PaperGap[] {
  return gaps.filter((gap) => gap.here !== "" && (given[gap.field] ?? "").trim() === "");
}
