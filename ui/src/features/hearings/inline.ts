/** Several names in one line, and a name before what is said of it, with the signs of the window's language. */
import { language } from "$lib/language.svelte";

export const listed = (names: readonly string[]) => names.join(language() === "zh" ? "、" : ", ");

export const after = (name: string, text: string) =>
  text === "" ? name : language() === "zh" ? `${name}：${text}` : `${name}: ${text}`;

/** A name and, set off by a wide space, what else there is to it. */
export const beside = (name: string, text: string) =>
  text === "" ? name : language() === "zh" ? `${name}　${text}` : `${name} · ${text}`;
