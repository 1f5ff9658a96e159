/** How days and times stand on paper: `2026年3月5日`; in English as on the screen. */
import { type Day, longDay, showDay, showMoment } from "$lib/day";
import { language } from "$lib/language.svelte";

export function paperDay(day: Day | null | undefined): string {
  if (!day) return "";
  return language() === "zh" ? longDay(day) : showDay(day);
}

/** Words of the core as they stand on paper: the days in them too. */
export function paperWords(words: string): string {
  return words.replaceAll(/\d{4}-\d{2}-\d{2}/g, paperDay);
}

/** When something was printed, by the clock of this place. Only for the foot of a sheet: nothing is counted from it. */
export function paperTime(): string {
  return showMoment(new Date().toISOString());
}
