/** The sum of the calculator as text, for a message or a file: one line a step. */

import type { Picked } from "$components/Picker.svelte";
import type { DueSum, PeriodRule } from "$generated/commands";
import { showDay } from "$lib/day";
import { articles } from "$lib/inline";
import { fits, initials } from "$lib/pinyin";
import { say } from "$lib/words";
import { m } from "$messages";

const line = (...parts: string[]) => parts.filter(Boolean).join("　");

export function asText(sum: DueSum): string {
  const safe = sum.safe_due === sum.due ? [] : [line(m.due_safe_day(), showDay(sum.safe_due))];
  return [
    line(say(sum.title), articles(sum.basis)),
    m.due_sum_from({ trigger: say(sum.trigger), day: showDay(sum.trigger_on) }),
    ...sum.steps.map((step) => line(showDay(step.day), say(step.words), articles(step.basis))),
    line(m.due_last_day(), showDay(sum.due)),
    ...safe,
    ...(sum.calendar_missing === null ? [] : [m.due_calendar_missing({ year: sum.calendar_missing })]),
    ...(sum.unverified ? [m.due_unverified()] : []),
  ].join("\n");
}

/** What begins with the typed text stands before what only holds it. */
function begins(query: string, one: PeriodRule): boolean {
  const asked = query.trim().toLowerCase();
  return [say(one.title), initials(one.title.zh), one.rule].some((words) => words.toLowerCase().startsWith(asked));
}

/** Finds time limits by name in either language, pinyin initials, code or article; those that count days only. */
export const findRules =
  (rules: () => readonly PeriodRule[]) =>
  async (query: string): Promise<Picked[]> =>
    rules()
      .filter((one) => one.limit !== "state")
      .filter((one) => fits(query, one.title.zh, one.title.en, one.rule, articles(one.basis)))
      .toSorted((a, b) => Number(begins(query, b)) - Number(begins(query, a)))
      .map((one) => ({
        value: one.rule,
        words: say(one.title),
        note: [one.length_words ? say(one.length_words) : "", articles(one.basis)].filter(Boolean).join(" · "),
      }));
