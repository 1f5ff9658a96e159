/** What the line "record an act" holds, and what of it goes to the core. */
import type { ActEntry, ActLine, NextAct, NextField } from "$generated/commands";
import { Refusal } from "$lib/bridge";
import type { Day } from "$lib/day";
import { vocabulary } from "$lib/vocabulary.svelte";

/** A field of an act's form: from the acts that may follow, or from the law's list for an act that stands. */
export type ActFormField = Pick<NextField, "id" | "words" | "required" | "kind" | "list">;

export interface ActForm {
  kind: string;
  person: string | null;
  on: Day | null;
  values: Record<string, string>;
  note: string;
}

/** An empty form for an act: today, and the person where there is only one to choose. */
export function newAct(act: NextAct, today: Day): ActForm {
  const [only, ...others] = act.persons;
  const one = act.per_person && !act.for_all && only !== undefined && others.length === 0;
  return { kind: act.kind, person: one ? String(only) : null, on: today, values: {}, note: "" };
}

/** The form of an act that stands, for correcting it. */
export function formOf(line: ActLine): ActForm {
  return {
    kind: line.kind,
    person: line.person_id === null ? null : String(line.person_id),
    on: line.on,
    values: Object.fromEntries(line.fields.map((field) => [field.id, field.value])),
    note: line.note,
  };
}

/**
 * The fields of an act by the law's list. What a case ends with is chosen from the outcomes of its category, as when it is
 * recorded; words of a ledger that stand in no list stay a text.
 */
export function fieldsOf(form: ActForm, category: string): ActFormField[] {
  const outcomes = vocabulary.category(category)?.outcomes;
  const standing = form.values.outcome;
  const chosen = outcomes && (!standing || vocabulary.choices(outcomes).some((one) => one.code === standing));
  return (vocabulary.act(form.kind)?.fields ?? []).map((field) => ({
    id: field.id,
    words: { zh: field.zh, en: field.en },
    required: field.required,
    ...(chosen && field.id === "outcome" && field.type === "text"
      ? { kind: "choice" as const, list: outcomes }
      : { kind: field.type, list: typeof field.list === "string" ? field.list : null }),
  }));
}

export function entryOf(form: ActForm): ActEntry {
  const fields = Object.entries(form.values).filter(([, value]) => value.trim() !== "");
  return {
    kind: form.kind,
    on: form.on ?? "",
    ...(form.person ? { person: Number(form.person) } : {}),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
    ...(form.note.trim() ? { note: form.note.trim() } : {}),
  };
}

/** Whether something was typed that would be missed. */
export function isTouched(form: ActForm): boolean {
  return form.note.trim() !== "" || Object.values(form.values).some((value) => value.trim() !== "");
}

/** The same refusal, its places without the name of the request's part they stand in: `act.on` → `on`. */
export function without(part: string, refusal: Refusal): Refusal {
  const at = refusal.at?.startsWith(`${part}.`) ? refusal.at.slice(part.length + 1) : refusal.at;
  return new Refusal(
    refusal.code,
    at,
    refusal.values,
    refusal.also.map((one) => without(part, one)),
  );
}
