import type { ImportField } from "$generated/commands";
import { language } from "$lib/language.svelte";

/** The name of a field of a ledger in the window's language. */
export function fieldName(fields: readonly ImportField[], id: string): string {
  const found = fields.find((field) => field.id === id);
  if (!found) return id;
  return language() === "zh" ? found.zh : found.en;
}
