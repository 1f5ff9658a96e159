import type { CaseGap } from "$generated/commands";
import { say } from "$lib/words";
import { m } from "$messages";

/** What must be looked at, a line for each thing said: a measure of forty suspects lacks the same day forty times. */
export function gapLines(gaps: readonly CaseGap[]): string[] {
  const counts = new Map<string, number>();
  for (const gap of gaps) {
    const line = `${say(gap.title)}　${say(gap.words)}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => (count > 1 ? m.gap_times({ line, count }) : line));
}
