/**
 * The language of the window, switched without a reload: every message reads it when it is said, so whatever shows words
 * follows by itself. The words of a language are fetched when it is first wanted; most windows never want the other one.
 */
export type Language = "zh" | "en";

/** The words of one language by their keys, with `{name}` where a value stands. */
type Words = Readonly<Record<string, string>>;

const fetches: Record<Language, () => Promise<{ default: Words }>> = {
  zh: () => import("../../messages/zh.json"),
  en: () => import("../../messages/en.json"),
};
const here: Partial<Record<Language, Words>> = {};

let current = $state<Language>("zh");
/** What was asked for last, which may still be on its way. */
let wanted: Language = "zh";

export function language(): Language {
  return current;
}

/** Fetches the words of a language; nothing can be said in it before. */
export async function fetchWords(of: Language): Promise<void> {
  here[of] ??= (await fetches[of]()).default;
}

/** What stands for a key in the window's language; nothing where no such key is. */
export function wordsOf(key: string): string | undefined {
  const words = here[current];
  return words && Object.hasOwn(words, key) ? words[key] : undefined;
}

/** Speaks another language from now on, or from when its words are here: at once where they are. */
export function setLanguage(next: Language): void {
  wanted = next;
  if (here[next]) speak(next);
  else void fetchWords(next).then(() => wanted === next && speak(next));
}

function speak(next: Language): void {
  current = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
}
