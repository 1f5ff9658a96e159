/** Several names in one line, and a name before what is said of it, with the signs of the window's language. */
import { language } from "./language.svelte";

export const listed = (names: readonly string[]) => names.join(language() === "zh" ? "、" : ", ");

/** Several things that are said of one another's side. */
export const clauses = (parts: readonly string[]) => parts.join(language() === "zh" ? "，" : ", ");

/** A name that something is said of next; the space after it too, where the language has one. */
export const named = (name: string) => (language() === "zh" ? `${name}：` : `${name}: `);

export const after = (name: string, text: string) => (text === "" ? name : named(name) + text);

/** Articles of law beside each other; they carry commas of their own in English. */
export const articles = (basis: readonly { words: { zh: string; en: string } }[]) =>
  basis.map((one) => one.words[language()]).join(language() === "zh" ? "、" : "; ");

/** A name and, set off by a wide space, what else there is to it. */
export const beside = (name: string, text: string) =>
  text === "" ? name : language() === "zh" ? `${name}　${text}` : `${name} · ${text}`;
