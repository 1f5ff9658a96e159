/**
 * The law's own names as they cross the bridge, and the store that holds them. The document is made from the law's data
 * files; here stand the parts that screens use.
 */

/** One entry of a list of choices: what the record keeps, and its words. */
export interface Choice {
  code: string;
  zh: string;
  en: string;
  /** Code of the group it stands in; the groups are the list `<list>_group`. */
  group?: string | null;
}

/** Where a name comes from: an instrument, an article. */
export interface Basis {
  source: string;
  article?: string;
}

interface Named {
  zh: string;
  en: string;
}

export interface Line extends Named {
  code: string;
  function: string;
}
export interface Stage extends Named {
  id: string;
  /** Whether a case in it is still under way. */
  open: boolean;
}
export interface Family extends Named {
  id: string;
  stages: string[];
  outcomes: string;
}
export interface Category extends Named {
  id: string;
  family: string;
  function: string | null;
  lines: string[];
  number_words: string[];
  stages: string[];
  outcomes: string;
  needs_handler: boolean;
  counts: boolean;
  aliases: string[];
}
/** One thing to be filled in when an act is recorded. */
export interface ActField extends Named {
  id: string;
  required: boolean;
  type: string;
  [more: string]: unknown;
}
export interface Act extends Named {
  id: string;
  group: string;
  on: string[];
  from: string[];
  to: string[];
  per: string;
  concludes: boolean;
  closes: boolean;
  recorded_by: string[];
  fields: ActField[];
}

export interface Vocabulary {
  lines: Line[];
  stages: Stage[];
  families: Family[];
  categories: Category[];
  acts: Act[];
  choices: Record<string, Choice[]>;
  sources: unknown[];
}

export const noVocabulary: Vocabulary = {
  lines: [],
  stages: [],
  families: [],
  categories: [],
  acts: [],
  choices: {},
  sources: [],
};
