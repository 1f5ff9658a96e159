/**
 * Words for what comes over the bridge by code: the law's own vocabulary, refusals and their remedies, and any message
 * whose key is only known when the program runs. Everything else is a plain `m.some_key()`.
 */
import { m } from "$messages";
import type { Refusal, RefusalValues } from "./bridge";
import { showDay } from "./day";
import { language } from "./language.svelte";
import { vocabulary, type WordList } from "./vocabulary.svelte";

type Message = (values?: Record<string, unknown>) => string;

const all = m as unknown as Record<string, Message | undefined>;

/** The message of a key known only at run time, or `null` where no such message stands. */
export function word(key: string, values: RefusalValues = {}): string | null {
  const message = all[key];
  return message ? message(shown(values)) : null;
}

/** Days inside values are shown as days are shown everywhere. */
function shown(values: RefusalValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDay(value) : (value ?? ""),
    ]),
  );
}

/** The name of something of the law in the window's language, `words("act", "accepted")`; its code where unknown. */
export function words(list: WordList, code: string | null | undefined): string {
  if (!code) return "";
  const entry = vocabulary.find(list, code);
  if (!entry) return code;
  return language() === "zh" ? entry.zh : entry.en;
}

/** What comes over the bridge in both languages, in the window's. */
export function say(both: { zh: string; en: string } | null | undefined): string {
  if (!both) return "";
  return language() === "zh" ? both.zh : both.en;
}

/** A list of choices for a control, in the window's language: `optionsOf("measure")`. */
export function optionsOf(list: string): { value: string; words: string }[] {
  return vocabulary.choices(list).map((choice) => ({
    value: choice.code,
    words: language() === "zh" ? choice.zh : choice.en,
  }));
}

/** What was refused and how to put it right. `remedy` is empty only where no remedy has been written. */
export function refusalWords(refusal: Refusal): { what: string; remedy: string } {
  const key = refusal.code.replaceAll(/[^A-Za-z0-9]+/g, "_").toLowerCase();
  const what = word(`refusal_${key}`, refusal.values) ?? m.refusal_unworded({ code: refusal.code });
  return { what, remedy: word(`remedy_${key}`, refusal.values) ?? "" };
}

/** Both sentences in one line, for a field's error. */
export function refusalLine(refusal: Refusal): string {
  const { what, remedy } = refusalWords(refusal);
  return language() === "zh" ? `${what}${remedy}` : [what, remedy].filter(Boolean).join(" ");
}
