/** The columns of the list of cases. Their ids are the core's own names, so a filter or a sort needs no translation. */
import type { Column as ListColumn } from "$components/list/types";
import type { CaseRow, Column } from "$generated/commands";
import { showDay } from "$lib/day";
import { language } from "$lib/language.svelte";
import { vocabulary } from "$lib/vocabulary.svelte";
import { word, words } from "$lib/words";
import { m } from "$messages";
import { noValue } from "./query";

interface Option {
  value: string;
  words: string;
}

const yesNo = (): Option[] => [
  { value: "yes", words: m.yes() },
  { value: "no", words: m.no() },
];
const named = (list: readonly { zh: string; en: string; code?: string; id?: string }[]): Option[] =>
  list.map((one) => ({ value: one.code ?? one.id ?? "", words: language() === "zh" ? one.zh : one.en }));
const said = (is: boolean) => (is ? m.yes() : m.no());
const without = (): Option => ({ value: noValue, words: m.filter_none() });

/** How a case ended, in the words of its category. */
export function outcomeWords(row: Pick<CaseRow, "category" | "outcome">): string {
  if (!row.outcome) return "";
  const list = vocabulary.category(row.category)?.outcomes ?? "";
  return vocabulary.find(list, row.outcome) ? words(list, row.outcome) : words("act", row.outcome);
}

/** People and departments for the choices, as they are known when the row of filters is drawn. */
export interface Names {
  people: () => Option[];
  departments: () => Option[];
}

export function caseColumns(names: Names): ListColumn<CaseRow>[] {
  const title = (id: Column) => () => word(`list_column_${id}`) ?? id;
  const text = (id: "register_no" | "number" | "title" | "persons" | "cause", width: number): ListColumn<CaseRow> => ({
    id,
    title: title(id),
    width,
    text: (row) => row[id],
    sorts: true,
    filter: { kind: "text" },
  });
  const day = (id: "accepted_on" | "next_due_on" | "last_act_on" | "closed_on", width = 168): ListColumn<CaseRow> => ({
    id,
    title: title(id),
    width,
    text: (row) => showDay(row[id]),
    sorts: true,
    filter: { kind: "day" },
  });
  const choice = (
    id: Column,
    width: number,
    say: (row: CaseRow) => string,
    options: () => Option[],
  ): ListColumn<CaseRow> => ({
    id,
    title: title(id),
    width,
    text: say,
    sorts: true,
    filter: { kind: "choice", options },
  });
  const hidden = (column: ListColumn<CaseRow>): ListColumn<CaseRow> => ({ ...column, hidden: true });
  return [
    { ...text("register_no", 124), frozen: true },
    text("title", 190),
    day("next_due_on", 180),
    text("persons", 130),
    text("cause", 130),
    choice(
      "stage",
      96,
      (row) => words("stage", row.stage),
      () => named(vocabulary.all.stages),
    ),
    choice(
      "handler_id",
      96,
      (row) => row.handler,
      () => [without(), ...names.people()],
    ),
    choice("in_custody", 60, (row) => said(row.in_custody), yesNo),
    choice("is_minor", 60, (row) => said(row.is_minor), yesNo),
    choice("is_sensitive", 60, (row) => said(row.is_sensitive), yesNo),
    day("accepted_on"),
    text("number", 190),
    choice(
      "line",
      110,
      (row) => words("line", row.line),
      () => named(vocabulary.all.lines),
    ),
    choice(
      "category",
      130,
      (row) => words("category", row.category),
      () => named(vocabulary.all.categories),
    ),
    choice(
      "department_id",
      110,
      (row) => row.department,
      () => [without(), ...names.departments()],
    ),
    choice(
      "out_with",
      96,
      (row) => word(`out_with_${row.out_with}`) ?? "",
      () => [
        without(),
        ...["police", "court", "other"].map((value) => ({ value, words: word(`out_with_${value}`) ?? value })),
      ],
    ),
    {
      id: "findings",
      title: () => m.list_column_findings(),
      width: 76,
      figures: true,
      text: (row) => String(row.findings),
    },
    hidden({
      id: "person_count",
      title: title("person_count"),
      width: 70,
      figures: true,
      sorts: true,
      text: (row) => String(row.person_count),
    }),
    hidden({ id: "outcome", title: title("outcome"), width: 130, sorts: true, text: outcomeWords }),
    hidden(
      choice(
        "due_state",
        96,
        (row) => (row.due_state ? (word(`due_state_${row.due_state}`) ?? row.due_state) : ""),
        () =>
          ["overdue", "last_day", "red", "amber", "quiet", "paused"].map((value) => ({
            value,
            words: word(`due_state_${value}`) ?? value,
          })),
      ),
    ),
    hidden(choice("is_open", 70, (row) => said(row.is_open), yesNo)),
    hidden(day("last_act_on")),
    hidden({
      id: "last_act",
      title: () => m.list_column_last_act(),
      width: 130,
      text: (row) => words("act", row.last_act),
    }),
    hidden(day("closed_on")),
  ];
}
