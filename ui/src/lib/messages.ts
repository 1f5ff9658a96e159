/**
 * What the window says: `m.some_key({ name })` gives the words of a key in the window's language.
 *
 * The compiler of the messages gives the types, so that a word that is missing or lacks a value does not pass the check. It
 * would also give a function for each key and language, which a window has to read before it can show anything; the words
 * themselves are a quarter of that.
 */
import type { m as Compiled } from "../paraglide/messages.js";
import { wordsOf } from "./language.svelte";

type Values = Record<string, unknown>;
type Message = (values?: Values) => string;

const said = new Map<string, Message>();

function message(key: string): Message {
  const known = said.get(key);
  if (known) return known;
  const say: Message = (values) => fill(wordsOf(key) ?? "", values);
  said.set(key, say);
  return say;
}

/** Puts the values into their places. */
function fill(words: string, values: Values = {}): string {
  return words.includes("{") ? words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name])) : words;
}

/** Every message by its key; nothing where no such message stands. */
export const m = new Proxy({} as typeof Compiled, {
  get: (_, key) => (typeof key === "string" && wordsOf(key) !== undefined ? message(key) : undefined),
});
