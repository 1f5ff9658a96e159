/**
 * How this person likes the window: language, size, light or dark, and the widths of columns. Kept by the web view beside
 * the program, outside the encrypted record, so nothing of a case may ever be put here.
 */
import { type Language, setLanguage } from "./language.svelte";

export type Theme = "light" | "dark" | "system";
export type Scale = 100 | 125 | 150;
/** How strong the watermark is. It is never quite gone: a photograph of the screen must say whose screen it was. */
export type Watermark = "faint" | "plain" | "strong";
export const watermarks: readonly Watermark[] = ["faint", "plain", "strong"];
export const scales: readonly Scale[] = [100, 125, 150];

interface Kept {
  language: Language;
  theme: Theme;
  scale: Scale;
  watermark: Watermark;
  menuFolded: boolean;
}

const place = "anjuan.preferences";
const listPlace = "anjuan.list.";

function load(): Kept {
  const first: Kept = { language: "zh", theme: "system", scale: 100, watermark: "plain", menuFolded: false };
  const kept = recall<Partial<Kept>>(place) ?? {};
  return {
    language: kept.language === "en" ? "en" : first.language,
    theme: kept.theme === "light" || kept.theme === "dark" ? kept.theme : first.theme,
    scale: scales.find((scale) => scale === kept.scale) ?? first.scale,
    watermark: watermarks.find((one) => one === kept.watermark) ?? first.watermark,
    menuFolded: kept.menuFolded === true,
  };
}

/** Storage may be refused or hold something else; then the window starts as if new. */
function recall<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden store costs the setting at the next start, nothing else.
  }
}

const systemDark = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : null;

class Preferences {
  #kept = $state<Kept>(load());
  #systemDark = $state(systemDark?.matches ?? false);

  constructor() {
    systemDark?.addEventListener("change", (event) => {
      this.#systemDark = event.matches;
      this.apply();
    });
  }

  get language(): Language {
    return this.#kept.language;
  }
  get theme(): Theme {
    return this.#kept.theme;
  }
  get scale(): Scale {
    return this.#kept.scale;
  }
  get watermark(): Watermark {
    return this.#kept.watermark;
  }
  get menuFolded(): boolean {
    return this.#kept.menuFolded;
  }
  get dark(): boolean {
    return this.#kept.theme === "dark" || (this.#kept.theme === "system" && this.#systemDark);
  }

  set(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change };
    remember(place, this.#kept);
    this.apply();
  }

  /** Writes the settings onto the document, where the tokens read them. */
  apply(): void {
    setLanguage(this.#kept.language);
    const root = document.documentElement;
    root.dataset.theme = this.dark ? "dark" : "light";
    root.dataset.scale = String(this.#kept.scale);
  }
}

export const preferences = new Preferences();

/** How one list stands: widths by column, hidden columns, order. */
export interface ListShape {
  widths: Record<string, number>;
  hidden: string[];
  order: string[];
}

export function listShape(list: string): ListShape {
  const kept = recall<Partial<ListShape>>(listPlace + list);
  return { widths: kept?.widths ?? {}, hidden: kept?.hidden ?? [], order: kept?.order ?? [] };
}

export function rememberListShape(list: string, shape: ListShape): void {
  remember(listPlace + list, shape);
}
