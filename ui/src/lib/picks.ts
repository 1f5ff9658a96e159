/** Searches of the core's lists as a Picker asks for them. */
import type { Picked } from "$components/Picker.svelte";
import type { Pick } from "$generated/commands";
import { call } from "./bridge";
import { fits } from "./pinyin";

function shown(pick: Pick): Picked {
  const note = [pick.detail, pick.found_by].filter(Boolean).join(" · ");
  return { value: pick.code, words: pick.name, ...(note ? { note } : {}) };
}

/** Charges by characters, pinyin initials or code. */
export const findCharges = async (query: string): Promise<Picked[]> =>
  (await call("pick_charge", { query })).map(shown);

/** Charges, causes of action or fields, by procuratorial function. */
export const findCauses =
  (of: string) =>
  async (query: string): Promise<Picked[]> =>
    (await call("pick_cause", { function: of, query })).map(shown);

/** Units: those of the region, and those seen before. */
export const findUnits = async (query: string): Promise<Picked[]> => (await call("pick_unit", { query })).map(shown);

/** A list that lies in the window, searched by words and pinyin initials. */
export const findIn =
  (options: () => readonly { value: string; words: string; note?: string }[]) =>
  async (query: string): Promise<Picked[]> =>
    options()
      .filter((option) => fits(query, option.words, option.value))
      .map(({ value, words, note }) => ({ value, words, ...(note ? { note } : {}) }));

/** Cases by number, person, title; for naming another case. */
export const findCases = async (query: string): Promise<Picked[]> => {
  if (query.trim() === "") return [];
  const found = await call("search", { text: query, limit: 12 });
  const cases = new Map(found.hits.map((hit) => [hit.case, hit]));
  return [...cases.values()].map((hit) => ({ value: String(hit.case), words: `${hit.register_no} ${hit.title}` }));
};
