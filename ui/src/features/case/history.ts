/** The journal's rows in words: tables, fields and the codes that stand in them. */
import type { Change } from "$generated/commands";
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
};

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
  "seed",
  "candidates",
  "excluded",
  "fingerprint",
]);

export interface FieldSaid {
  field: string;
  before: string;
  after: string;
}

export function tableWords(table: string): string {
  return word(`table_${table}`) ?? table;
}

/** The fields of a change that say something, before and after in words. */
export function fieldsSaid(change: Change): FieldSaid[] {
  return change.fields
    .filter((one) => !silent.has(one.field) && (one.before ?? "") !== (one.after ?? ""))
    .map((one) => ({
      field: word(`column_${one.field}`) ?? one.field,
      before: valueWords(change.table, one.field, one.before),
      after: valueWords(change.table, one.field, one.after),
    }));
}

function valueWords(table: string, field: string, value: string | null): string {
  if (value === null || value === "") return m.history_empty();
  const list = lists[`${table}.${field}`];
  return list && vocabulary.find(list, value) ? words(list, value) : value;
}
