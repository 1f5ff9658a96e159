/**
 * The language of the window, switched at once and without a reload: every message function reads it when it is called,
 * so whatever shows words follows by itself.
 */
import { overwriteGetLocale } from "../paraglide/runtime.js";

export type Language = "zh" | "en";

let current = $state<Language>("zh");

overwriteGetLocale(() => current);

export function language(): Language {
  return current;
}

export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
}
