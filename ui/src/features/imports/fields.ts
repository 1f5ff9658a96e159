import type { ImportField } from "$generated/commands";
import { language } from "$lib/language.svelte";
import { words } from "$lib/words";

/** The name of a field of a ledger in the window's language. */
export function fieldName(fields: readonly ImportField[], id: string): string {
  const found = fields.find((field) => field.id === id);
  if (!found) return id;
  return language() === "zh" ? found.zh : found.en;
}

/** A value of a field as a person knows it: codes by their names, several of them or with a day behind each. */
export function fieldValue(fields: readonly ImportField[], id: string, value: string): string {
  const list = fields.find((field) => field.id === id)?.list;
  if (!list) return value;
  const named = (part: string) => {
    const [code = "", ...rest] = part.split(" ");
    return [words(list, code), ...rest].join(" ");
  };
  return value.split("；").map(named).join("；");
}
