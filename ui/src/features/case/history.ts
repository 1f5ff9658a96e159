/** The journal's rows in words: tables, fields and the codes that stand in them. */
import type { ActLine, Change, PersonCard } from "$generated/commands";
import { vocabulary } from "$lib/vocabulary.svelte";
import { word, words } from "$lib/words";
import { m } from "$messages";

/** In which list of the vocabulary the codes of a field stand. */
const lists: Record<string, string> = {
  "case_file.line": "line",
  "case_file.category": "category",
  "case_file.source": "case_source",
  "case_number.kind": "number_kind",
  "case_flag.flag": "flag",
  "person.role": "person_role",
  "person.kind": "person_kind",
  "person.sex": "sex",
  "person.id_type": "id_type",
  "person.no_id_reason": "id_missing_reason",
  "person.prior_record": "prior_record",
  "measure.kind": "measure",
  "act.kind": "act",
  "assignment.mode": "allocation_mode",
  "hearing.kind": "hearing_kind",
  "hearing.basis": "hearing_basis",
  "hearing.initiated_by": "hearing_initiated_by",
  "hearing.venue": "hearing_venue",
  "hearing.broadcast": "hearing_broadcast",
  "hearing.adopted": "hearing_adopted",
  "hearing.chair_reason": "hearing_chair_reason",
  "hearing.not_public_reason": "hearing_not_public_reason",
  "hearing.answer": "hearing_application_decision",
  "hearing_participant.role": "hearing_participant_role",
  "hearing_seat.opinion": "officer_opinion",
  "hearing_seat.selection": "officer_selection",
  "hearing_effect.effect": "hearing_effect",
  "hearing_step.step": "hearing_step",
  "officer.sex": "sex",
  "officer.profession": "officer_profession",
  "officer.category": "officer_category",
  "officer_bar.bar": "officer_bar",
  "period_setting.rule": "period",
  "account.post": "post",
  "import_difference.field": "ledger_field",
  "import_source.kind": "category",
  "intake_refusal.reason": "refusal_reason",
  "intake_refusal.category": "category",
  "department.kind": "department",
  "declared_conflict.ground": "recusal_ground",
  "assignment.reason": "designation_reason",
  "officer_interest.ground": "officer_conflict",
  "hearing.handler_post": "post",
  "hearing.majority": "officer_opinion",
  "hearing_seat.conflict": "officer_conflict",
  "hearing_note.step": "hearing_step",
  "hearing_note.kind": "hearing_note_kind",
  "sealed_case.ground": "seal_ground",
};

/** Codes that the program itself gives and that are said elsewhere too: with what their words begin. */
const codes: Record<string, string> = {
  "case_link.kind": "link",
  "person_charge.phase": "charge",
  "finding_answer.answer": "finding",
  "intake_refusal.outcome": "intake",
};

/** Fields that are kept as 0 or 1. */
const yesOrNo = new Set([
  "assistance_given",
  "attended",
  "chair_signed",
  "granted",
  "handler_signed",
  "handles_minors",
  "in_quota",
  "is_public",
  "is_sample",
  "left_early",
  "matches_majority",
  "minor_at_act",
  "on_duty",
  "on_the_spot",
  "petition_stopped",
  "recorder_signed",
  "signed",
  "suggestion_issued",
  "times_unknown",
]);

/** Fields that only tie rows together say nothing to a reader. */
const silent = new Set([
  "id",
  "case_id",
  "person_id",
  "act_id",
  "checklist",
  "card",
  "fields",
  "normalised",
  "position",
  "executed_by_act",
  "ended_by_act",
  "account_id",
  "registered_by",
  "recorded_by",
  "made_by",
  "seed",
  "candidates",
  "excluded",
  "fingerprint",
  "mapping",
  "source_id",
  "sha256",
  "counts",
  "said",
  "public_key",
  "asked_by",
  "saved_by",
  "accepted_case_id",
  "entry",
  "hash",
  "kept",
  "hidden",
  "sealed_by",
  "table_name",
]);

export interface FieldSaid {
  field: string;
  before: string;
  after: string;
}

export function tableWords(table: string): string {
  return word(`table_${table}`) ?? table;
}

/** A field by its name; the name of a unit or a thing is called otherwise than a person's. */
function fieldName(table: string, field: string): string {
  return word(`column_${table}_${field}`) ?? word(`column_${field}`) ?? field;
}

/** The fields of a change that say something, before and after in words. */
export function fieldsSaid(change: Change): FieldSaid[] {
  return change.fields
    .filter((one) => !silent.has(one.field) && (one.before ?? "") !== (one.after ?? ""))
    .map((one) => ({
      field: fieldName(change.table, one.field),
      before: valueWords(change.table, one.field, one.before),
      after: valueWords(change.table, one.field, one.after),
    }));
}

/** A field whose history can be asked for: of which row, and by what name. */
export interface FieldOf {
  table: string;
  key: string;
  field: string;
  /** Which row, where there are several: a person's name. */
  row?: string;
}

/** "王某 · 出生日期". */
export function fieldWords(one: FieldOf): string {
  return [one.row, fieldName(one.table, one.field)].filter(Boolean).join(" · ");
}

const headFields = [
  "title",
  "line",
  "category",
  "cause",
  "source",
  "from_unit",
  "received_on",
  "accepted_on",
  "department_id",
  "summary",
];
const personFields = [
  "name",
  "role",
  "id_number",
  "birth",
  "sex",
  "act_on",
  "id_type",
  "no_id_reason",
  "residence",
  "occupation",
  "prior_record",
  "custody_place",
  "note",
];
const measureFields = ["kind", "decided_on", "executed_on", "expires_on", "ended_on", "decided_by", "place"];

/** The fields of a case's head. */
export function fieldsOfHead(id: number): FieldOf[] {
  return headFields.map((field) => ({ table: "case_file", key: String(id), field }));
}

/** The fields of a person with charges and measures. */
export function fieldsOfPerson(card: PersonCard): FieldOf[] {
  const { name } = card.person;
  return [
    ...personFields.map((field) => ({ table: "person", key: String(card.id), field, row: name })),
    ...card.measures.flatMap((measure) =>
      measureFields.map((field) => ({
        table: "measure",
        key: String(measure.id),
        field,
        row: `${name} ${words("measure", measure.kind)}`,
      })),
    ),
    ...card.charges.map((charge) => ({
      table: "person_charge",
      key: String(charge.id),
      field: "charge",
      row: `${name} ${charge.charge}`,
    })),
  ];
}

/** The fields of an act. */
export function fieldsOfAct(act: ActLine, said: string): FieldOf[] {
  return ["on_day", "kind", "fields", "note"].map((field) => ({ table: "act", key: String(act.id), field, row: said }));
}

export function valueWords(table: string, field: string, value: string | null): string {
  if (value === null || value === "") return m.history_empty();
  if (yesOrNo.has(field)) return value === "1" ? m.yes() : m.no();
  const list = lists[`${table}.${field}`];
  if (list && vocabulary.find(list, value)) return words(list, value);
  const begin = codes[`${table}.${field}`] ?? `code_${table}_${field}`;
  return word(`${begin}_${value}`) ?? value;
}
