/** An earlier intake that was returned or refused, on its way from its register to the form, and what the form takes from it. */
import type { IntakeRefusal } from "$generated/commands";
import { vocabulary } from "$lib/vocabulary.svelte";
import { type Entry, firstRole, type NumberKind, newPerson } from "./entry";

/** What was chosen in the register waits here until the form is there; the form takes it once. */
class Taken {
  #waiting = $state.raw<IntakeRefusal | null>(null);

  get waiting(): boolean {
    return this.#waiting !== null;
  }

  offer(row: IntakeRefusal): void {
    this.#waiting = row;
  }

  take(): IntakeRefusal | null {
    const row = this.#waiting;
    this.#waiting = null;
    return row;
  }
}

export const taken = new Taken();

/**
 * The register keeps one number and not its kind. Who sent the papers says whose number it is; any other is left as the
 * department's, the first on the form.
 */
function kindOf(fromUnit: string): NumberKind {
  if (/公安/.test(fromUnit)) return "police";
  return /法院/.test(fromUnit) ? "court" : "department";
}

export const earlierOf = ({ id, on_day, outcome }: IntakeRefusal): Entry["after_refusal"] => ({ id, on_day, outcome });

/** A form filled from the register. Where a category may stand in several lines the person says which: it is not guessed. */
export function entryAfter(row: IntakeRefusal, empty: Entry): Entry {
  const category = vocabulary.category(row.category);
  const role = firstRole(category?.function ?? "criminal");
  const names = row.persons
    .split("、")
    .map((name) => name.trim())
    .filter(Boolean);
  return {
    ...empty,
    line: category?.lines.length === 1 ? (category.lines[0] ?? null) : null,
    category: row.category || null,
    title: row.title,
    title_typed: row.title !== "",
    from_unit: row.from_unit ? { value: "", words: row.from_unit } : null,
    numbers: { ...empty.numbers, [kindOf(row.from_unit)]: row.number },
    persons: names.length > 0 ? names.map((name) => ({ ...newPerson(role), name })) : [newPerson(role)],
    after_refusal: earlierOf(row),
  };
}

/** The two ways it can have ended, in the words of the form that enters it. */
export const outcomes = ["returned", "refused"] as const;
