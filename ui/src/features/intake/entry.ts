/** What the intake form holds, and what of it goes to the core. Plain data: it is stored as a draft as it stands. */
import type { Picked } from "$components/Picker.svelte";
import type {
  ChargeEntry,
  ChecklistAnswer,
  IntakeRefusalEntry,
  MeasureEntry,
  PartialCase,
  PartialPerson,
  PersonEntry,
  Registration,
} from "$generated/commands";
import { Refusal } from "$lib/bridge";
import { type Day, isDay, readDay } from "$lib/day";

/** One row of people. Days may still stand as typed; the core reads them. */
export interface PersonRow {
  [field: string]: unknown;
  role: string | null;
  name: string;
  id_number: string;
  birth: Day | null;
  sex: string | null;
  act_on: Day | null;
  measure: string | null;
  executed_on: Day | null;
  expires_on: Day | null;
  charge: Picked | null;
  custody_place: string;
  /** Whether the charge of the case was once offered here; what is taken out again stays out. */
  offered?: boolean;
}

/** The numbers that stand side by side on the form. */
export const numberKinds = ["department", "unified", "police", "court", "detention_centre"] as const;
export type NumberKind = (typeof numberKinds)[number];

export interface CheckEntry {
  answer: string | null;
  note: string;
}

/** The earlier intake of the same matter that was returned for completion or refused, as far as the form speaks of it. */
export interface Earlier {
  id: number;
  on_day: Day;
  outcome: string;
}

export interface Entry {
  line: string | null;
  category: string | null;
  title: string;
  /** Whether the title was typed; a proposed one follows the people and the cause. */
  title_typed: boolean;
  cause: Picked | null;
  source: string | null;
  from_unit: Picked | null;
  department: string | null;
  received_on: Day | null;
  accepted_on: Day | null;
  volumes: string;
  summary: string;
  numbers: Record<NumberKind, string>;
  flags: string[];
  checklist: Record<string, CheckEntry>;
  persons: PersonRow[];
  after_refusal: Earlier | null;
}

/** The role a row of people begins with, by the procedure. */
export const firstRole = (procedure: string): string => (procedure === "criminal" ? "suspect" : "applicant");

export function newPerson(role: string | null = null): PersonRow {
  return {
    role,
    name: "",
    id_number: "",
    birth: null,
    sex: null,
    act_on: null,
    measure: null,
    executed_on: null,
    expires_on: null,
    charge: null,
    custody_place: "",
  };
}

/** An empty form on that day; `items` are the codes of the intake check. */
export function newEntry(today: Day, items: readonly string[]): Entry {
  return {
    line: null,
    category: null,
    title: "",
    title_typed: false,
    cause: null,
    source: null,
    from_unit: null,
    department: null,
    received_on: today,
    accepted_on: today,
    volumes: "",
    summary: "",
    numbers: { department: "", unified: "", police: "", court: "", detention_centre: "" },
    flags: [],
    checklist: Object.fromEntries(items.map((item) => [item, { answer: null, note: "" }])),
    persons: [newPerson(firstRole("criminal"))],
    after_refusal: null,
  };
}

/** Whether a row says nothing: a role alone is not yet a person. */
export function isEmptyPerson(row: PersonRow): boolean {
  return Object.entries(row).every(
    ([field, value]) => field === "role" || field === "offered" || value === null || value === "",
  );
}

/** Whether nothing was typed that would be missed. */
export function isBlank(entry: Entry): boolean {
  return (
    !entry.after_refusal &&
    !entry.line &&
    !entry.category &&
    entry.title.trim() === "" &&
    !entry.cause &&
    !entry.source &&
    !entry.from_unit &&
    !entry.department &&
    entry.volumes === "" &&
    entry.summary === "" &&
    Object.values(entry.numbers).every((number) => number.trim() === "") &&
    entry.flags.length === 0 &&
    Object.values(entry.checklist).every((item) => !item.answer && !item.note) &&
    entry.persons.every(isEmptyPerson)
  );
}

const accused = ["suspect", "defendant", "offender", "unit_suspect"];

/** The title as offices write it: 张某盗窃案, 张某等2人盗窃案; empty while there is nobody to name. */
export function proposedTitle(entry: Entry): string {
  const named = entry.persons.filter((row) => row.name.trim() !== "");
  const chief = named.filter((row) => accused.includes(row.role ?? ""));
  const people = chief.length > 0 ? chief : named.slice(0, 1);
  const first = people[0];
  if (!first) return "";
  const cause = (first.charge ?? entry.cause)?.words.trim().replace(/罪$/, "") ?? "";
  return `${first.name.trim()}${people.length > 1 ? `等${people.length}人` : ""}${cause}案`;
}

/** Puts the charge of the case to each accused person as soon as there is a name; it can be changed in the row. */
export function offerCharge(entry: Entry): void {
  for (const row of entry.persons) {
    if (row.offered || !entry.cause || row.name.trim() === "" || !accused.includes(row.role ?? "")) continue;
    row.offered = true;
    row.charge ??= entry.cause;
  }
}

/** The fields that must be filled before the core can take it, by their names on the form. */
export function missing(entry: Entry): string[] {
  const heads = (["line", "category", "title", "received_on", "accepted_on"] as const).filter((field) => !entry[field]);
  const people = entry.persons.flatMap((row, index) => {
    if (isEmptyPerson(row)) return [];
    const absent = [];
    if (!row.role) absent.push(`persons.${index}.role`);
    if (row.name.trim() === "") absent.push(`persons.${index}.name`);
    return absent;
  });
  return [...heads, ...people];
}

const dayFields = ["birth", "act_on", "executed_on", "expires_on"] as const;

/** What can be said against the form without asking the core: what is not filled, and days that are none. */
export function check(entry: Entry, today: Day): Refusal | null {
  const absent = missing(entry).map((field) => new Refusal("field_missing", field));
  const unread = entry.persons.flatMap((row, index) =>
    dayFields.flatMap((field) => {
      const day = dayOf(row[field], today);
      return day && !isDay(day) ? [new Refusal("day_form", `persons.${index}.${field}`, { text: day })] : [];
    }),
  );
  const volumes = volumesOf(entry);
  const uncounted = volumes === null ? [new Refusal("count_form", "volumes", { text: entry.volumes.trim() })] : [];
  const [first, ...also] = [...absent, ...uncounted, ...unread];
  return first ? new Refusal(first.code, first.at, first.values, also) : null;
}

/** How many volumes, in digits of either width: `undefined` where nothing is typed, `null` where it is no count. */
function volumesOf(entry: Entry): number | null | undefined {
  const typed = entry.volumes.normalize("NFKC").trim();
  if (typed === "") return undefined;
  return /^\d{1,4}$/.test(typed) ? Number(typed) : null;
}

/** A day as the core takes it; what cannot be read stays as typed. */
const dayOf = (typed: string | null, today: Day): Day | null => (typed ? (readDay(typed, today) ?? typed) : null);

const text = (typed: string): string | undefined => typed.trim() || undefined;

/** An entry without the fields that say nothing, so that the core sees them as absent. */
function said<T extends object>(fields: { [K in keyof T]?: T[K] | null | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as T;
}

const units = ["unit_suspect", "victim_unit", "agency", "suggestion_recipient", "supervised_body"];

function personOf(row: PersonRow, today: Day): PersonEntry {
  const hasMeasure = row.measure || row.executed_on || row.expires_on;
  const isUnit = units.includes(row.role ?? "");
  return said<PersonEntry>({
    role: row.role ?? "",
    name: row.name.trim(),
    kind: isUnit ? "unit" : undefined,
    sex: row.sex,
    birth: dayOf(row.birth, today),
    id_number: text(row.id_number),
    id_type: isUnit && text(row.id_number) ? "unified_social_credit" : undefined,
    act_on: dayOf(row.act_on, today),
    custody_place: text(row.custody_place),
    charges: row.charge
      ? [
          said<ChargeEntry>({
            phase: "transferred",
            charge_id: row.charge.value || undefined,
            charge: row.charge.words,
          }),
        ]
      : undefined,
    measures: hasMeasure
      ? [
          said<MeasureEntry>({
            kind: row.measure ?? "",
            executed_on: dayOf(row.executed_on, today),
            expires_on: dayOf(row.expires_on, today),
            place: text(row.custody_place),
          }),
        ]
      : undefined,
  });
}

/** What goes to the core. Empty rows and fields stay behind; {@link fieldOf} leads a refusal back to its row. */
export function registrationOf(entry: Entry, today: Day): Registration {
  return said<Registration>({
    line: entry.line ?? "",
    category: entry.category ?? "",
    title: entry.title.trim(),
    received_on: entry.received_on ?? "",
    accepted_on: entry.accepted_on ?? "",
    cause_code: entry.cause?.value || undefined,
    cause: entry.cause?.words,
    source: entry.source,
    from_unit: entry.from_unit?.words,
    department_id: entry.department ? Number(entry.department) : undefined,
    summary: text(entry.summary),
    volumes: volumesOf(entry) ?? undefined,
    checklist: checklistOf(entry),
    numbers: sentNumbers(entry).map((kind) => ({ kind, number: entry.numbers[kind].trim() })),
    flags: entry.flags,
    persons: sentPersons(entry).map((index) => personOf(entry.persons[index] ?? newPerson(), today)),
    after_refusal: entry.after_refusal?.id,
  });
}

/** What goes to the register of refusals instead. */
export function refusalOf(
  entry: Entry,
  outcome: string,
  reason: string,
  reasonText: string,
  on: Day,
): IntakeRefusalEntry {
  return said<IntakeRefusalEntry>({
    outcome,
    on,
    reason,
    reason_text: text(reasonText),
    category: entry.category ?? "",
    title: entry.title.trim(),
    from_unit: entry.from_unit?.words,
    number: sentNumbers(entry)
      .map((kind) => entry.numbers[kind].trim())
      .at(0),
    persons: text(
      entry.persons
        .map((row) => row.name.trim())
        .filter(Boolean)
        .join("、"),
    ),
    checklist: checklistOf(entry),
  });
}

/** What is known so far, for finding likely duplicates; `null` while it is too little to ask. */
export function partialOf(entry: Entry): PartialCase | null {
  const persons = entry.persons
    .filter((row) => row.name.trim().length > 1 || row.id_number.trim().length >= 15)
    .map((row) =>
      said<PartialPerson>({
        name: text(row.name),
        birth: row.birth && isDay(row.birth) ? row.birth : undefined,
        id_number: text(row.id_number),
      }),
    );
  const numbers = sentNumbers(entry).map((kind) => entry.numbers[kind].trim());
  const title = entry.title_typed ? text(entry.title) : undefined;
  if (persons.length === 0 && numbers.length === 0 && !title) return null;
  return said<PartialCase>({ title, from_unit: entry.from_unit?.words, numbers, persons });
}

function checklistOf(entry: Entry): Record<string, ChecklistAnswer> {
  return Object.fromEntries(
    Object.entries(entry.checklist).flatMap(([item, { answer, note }]) =>
      answer ? [[item, { answer, note: note.trim() }]] : [],
    ),
  );
}

const sentPersons = (entry: Entry): number[] =>
  entry.persons.flatMap((row, index) => (isEmptyPerson(row) ? [] : [index]));

const sentNumbers = (entry: Entry): NumberKind[] => numberKinds.filter((kind) => entry.numbers[kind].trim() !== "");

/** The name of the field on the form that a place of the core speaks of: `persons.1.measures.0.kind` → its cell. */
export function fieldOf(entry: Entry, at: string | null): string | null {
  if (at === null) return null;
  const [list, position, field, ...rest] = at.split(".");
  const place = Number(position);
  if (list === "persons" && field !== undefined) {
    const row = sentPersons(entry)[place] ?? place;
    const cells: Record<string, string> = { charges: "charge", minor_at_act: "act_on", id_type: "id_number" };
    const last = rest.at(-1);
    if (field === "measures") {
      return `persons.${row}.${last === "executed_on" || last === "expires_on" ? last : last === "place" ? "custody_place" : "measure"}`;
    }
    return `persons.${row}.${cells[field] ?? field}`;
  }
  if (list === "numbers") return `numbers.${sentNumbers(entry)[place] ?? place}`;
  if (list === "checklist") return `checklist.${position}`;
  if (list === "cause_code") return "cause";
  if (list === "department_id") return "department";
  return at;
}

/** The same refusal, its places named as on the form. */
export function atFields(entry: Entry, refusal: Refusal): Refusal {
  return new Refusal(
    refusal.code,
    fieldOf(entry, refusal.at),
    refusal.values,
    refusal.also.map((one) => atFields(entry, one)),
  );
}

/** A stored draft, with what it lacks filled from an empty form; `null` where it is none. */
export function readDraft(body: string, empty: Entry): Entry | null {
  try {
    const stored: unknown = JSON.parse(body);
    if (typeof stored !== "object" || stored === null || !("persons" in stored)) return null;
    const draft = stored as Partial<Entry>;
    const persons = Array.isArray(draft.persons) ? draft.persons : [];
    return {
      ...empty,
      ...draft,
      numbers: { ...empty.numbers, ...draft.numbers },
      checklist: { ...empty.checklist, ...draft.checklist },
      flags: Array.isArray(draft.flags) ? draft.flags : [],
      after_refusal: typeof draft.after_refusal?.id === "number" ? draft.after_refusal : null,
      persons: persons.length > 0 ? persons.map((row) => ({ ...newPerson(), ...row })) : empty.persons,
    };
  } catch {
    return null;
  }
}
