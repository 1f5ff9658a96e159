/** The form of one person: the card as the core gives it, with charges and measures as rows that are typed into. */
import type { Picked } from "$components/Picker.svelte";
import type { ChargeEntry, MeasureEntry, PersonCard, PersonEntry } from "$generated/commands";
import { type Day, readDay } from "$lib/day";

export interface ChargeRow {
  [field: string]: unknown;
  id: number | null;
  phase: string | null;
  charge: Picked | null;
}

export interface MeasureRow {
  [field: string]: unknown;
  id: number | null;
  kind: string | null;
  decided_on: Day | null;
  executed_on: Day | null;
  expires_on: Day | null;
  ended_on: Day | null;
  place: string;
  decided_by: string;
  reason: string;
  deposit: number | null;
}

export interface PersonForm {
  /** What the form does not show goes back as it came. */
  rest: PersonEntry;
  role: string | null;
  name: string;
  alias: string;
  id_type: string | null;
  id_number: string;
  no_id_reason: string | null;
  birth: Day | null;
  sex: string | null;
  act_on: Day | null;
  ethnicity: string;
  nationality: string;
  residence: string;
  occupation: string;
  prior_record: string | null;
  custody_place: string;
  note: string;
  charges: ChargeRow[];
  measures: MeasureRow[];
}

export const newCharge = (): ChargeRow => ({ id: null, phase: "transferred", charge: null });

export const newMeasure = (): MeasureRow => ({
  id: null,
  kind: null,
  decided_on: null,
  executed_on: null,
  expires_on: null,
  ended_on: null,
  place: "",
  decided_by: "",
  reason: "",
  deposit: null,
});

/** The form of a person that stands, or of a new one. */
export function personForm(card: PersonCard | null): PersonForm {
  const person: PersonEntry = card?.person ?? { role: "", name: "" };
  return {
    rest: person,
    role: person.role || null,
    name: person.name,
    alias: person.alias ?? "",
    id_type: person.id_type || null,
    id_number: person.id_number ?? "",
    no_id_reason: person.no_id_reason || null,
    birth: person.birth ?? null,
    sex: person.sex || null,
    act_on: person.act_on ?? null,
    ethnicity: person.ethnicity ?? "",
    nationality: person.nationality ?? "",
    residence: person.residence ?? "",
    occupation: person.occupation ?? "",
    prior_record: person.prior_record || null,
    custody_place: person.custody_place ?? "",
    note: person.note ?? "",
    charges: (card?.charges ?? []).map((one) => ({
      id: one.id,
      phase: one.phase,
      charge: { value: one.charge_id, words: one.charge },
    })),
    measures: (card?.measures ?? []).map((one) => ({
      id: one.id,
      kind: one.kind,
      decided_on: one.decided_on,
      executed_on: one.executed_on,
      expires_on: one.expires_on,
      ended_on: one.ended_on,
      place: one.place,
      decided_by: one.decided_by,
      reason: one.reason,
      deposit: one.deposit,
    })),
  };
}

const isEmptyCharge = (row: ChargeRow) => row.id === null && row.charge === null;
const isEmptyMeasure = (row: MeasureRow) =>
  row.id === null && !row.kind && !row.decided_on && !row.executed_on && !row.expires_on;

/** What goes to the core: the whole card, so that what was emptied is emptied there. */
export function personEntry(form: PersonForm, today: Day): PersonEntry {
  const day = (typed: Day | null) => (typed ? { day: readDay(typed, today) ?? typed } : {});
  const on = <K extends string>(key: K, typed: Day | null): Partial<Record<K, Day>> => {
    const read = day(typed).day;
    return (read ? { [key]: read } : {}) as Partial<Record<K, Day>>;
  };
  // The age at the act follows from birthday and day; what stood there before must not contradict a correction.
  const { minor_at_act, birth, act_on, ...rest } = form.rest;
  const follows = form.birth !== null && form.act_on !== null;
  return {
    ...rest,
    ...(follows || minor_at_act === undefined ? {} : { minor_at_act }),
    role: form.role ?? "",
    name: form.name.trim(),
    alias: form.alias.trim(),
    sex: form.sex ?? "",
    ...on("birth", form.birth),
    id_type: form.id_type ?? "",
    id_number: form.id_number.trim(),
    no_id_reason: form.no_id_reason ?? "",
    ethnicity: form.ethnicity.trim(),
    nationality: form.nationality.trim(),
    residence: form.residence.trim(),
    occupation: form.occupation.trim(),
    ...on("act_on", form.act_on),
    prior_record: form.prior_record ?? "",
    custody_place: form.custody_place.trim(),
    note: form.note.trim(),
    charges: form.charges
      .filter((row) => !isEmptyCharge(row))
      .map(
        (row): ChargeEntry => ({
          ...(row.id === null ? {} : { id: row.id }),
          phase: row.phase ?? "",
          ...(row.charge?.value ? { charge_id: row.charge.value } : {}),
          charge: row.charge?.words ?? "",
        }),
      ),
    measures: form.measures
      .filter((row) => !isEmptyMeasure(row))
      .map(
        (row): MeasureEntry => ({
          ...(row.id === null ? {} : { id: row.id }),
          kind: row.kind ?? "",
          ...on("decided_on", row.decided_on),
          ...on("executed_on", row.executed_on),
          ...on("expires_on", row.expires_on),
          ...on("ended_on", row.ended_on),
          place: row.place.trim(),
          decided_by: row.decided_by.trim(),
          reason: row.reason.trim(),
          ...(row.deposit === null ? {} : { deposit: row.deposit }),
        }),
      ),
  };
}
