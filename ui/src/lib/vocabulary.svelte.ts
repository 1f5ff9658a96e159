/** The law's names, loaded once; every screen finds an entry by its list and code. */
import { type Act, type Category, type Choice, noVocabulary, type Vocabulary } from "./vocabulary";

/** A list of the vocabulary: one of the five kinds, or the name of a list of choices such as `measure`. */
export type WordList = "line" | "stage" | "family" | "category" | "act" | (string & {});

class Store {
  #all = $state.raw<Vocabulary>(noVocabulary);
  readonly #names = $derived.by(() => {
    const lists: [string, { code: string; zh: string; en: string }[]][] = [
      ["line", this.#all.lines],
      ["stage", byId(this.#all.stages)],
      ["family", byId(this.#all.families)],
      ["category", byId(this.#all.categories)],
      ["act", byId(this.#all.acts)],
      ...Object.entries(this.#all.choices),
    ];
    return new Map(lists.map(([list, entries]) => [list, new Map(entries.map((entry) => [entry.code, entry]))]));
  });

  set(vocabulary: Vocabulary | null): void {
    this.#all = vocabulary ?? noVocabulary;
  }

  get all(): Vocabulary {
    return this.#all;
  }

  find(list: WordList, code: string): { zh: string; en: string } | undefined {
    return this.#names.get(list)?.get(code);
  }

  choices(list: string): readonly Choice[] {
    return this.#all.choices[list] ?? [];
  }

  act(id: string): Act | undefined {
    return this.#all.acts.find((act) => act.id === id);
  }

  category(id: string): Category | undefined {
    return this.#all.categories.find((category) => category.id === id);
  }
}

function byId<T extends { id: string; zh: string; en: string }>(entries: T[]) {
  return entries.map((entry) => ({ ...entry, code: entry.id }));
}

export const vocabulary = new Store();
