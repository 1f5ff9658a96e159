/** The due dates as a table for a file: heads and cells as they stand on the page. */
import type { DueRow } from "$generated/commands";
import { showDay } from "$lib/day";
import { say, word } from "$lib/words";
import { m } from "$messages";
import { kindWords, outWords } from "./filter";
import { stateWords } from "./states";

interface Head {
  title: string;
  kind?: "text" | "number" | "day";
  cell: (row: DueRow) => string;
}

const heads = (): Head[] => [
  { title: m.due_safe_day(), kind: "day", cell: (row) => showDay(row.safe_due) },
  { title: m.due_last_day(), kind: "day", cell: (row) => showDay(row.due) },
  { title: m.due_column_state(), cell: (row) => stateWords(row.state) },
  { title: m.due_column_left(), kind: "number", cell: (row) => String(row.days_left) },
  { title: m.due_column_what(), cell: (row) => row.reminder_text ?? say(row.title) },
  { title: m.due_column_kind(), cell: (row) => kindWords(row.kind) },
  { title: m.due_column_person(), cell: (row) => row.person ?? "" },
  { title: m.due_in_custody(), cell: (row) => (row.in_custody ? m.yes() : "") },
  { title: m.due_column_case(), cell: (row) => row.case_title },
  { title: m.due_column_number(), cell: (row) => row.register_no },
  { title: m.due_handler(), cell: (row) => row.handler ?? "" },
  { title: m.list_column_department_id(), cell: (row) => row.department ?? "" },
  { title: m.due_by(), cell: (row) => word(`due_by_${row.by}`) ?? row.by },
  {
    title: m.due_out(),
    cell: (row) => (row.out_with ? `${outWords(row.out_with)} ${showDay(row.out_since)}`.trim() : ""),
  },
  { title: m.due_column_trigger(), kind: "day", cell: (row) => showDay(row.trigger_on) },
  {
    title: m.due_column_note(),
    cell: (row) => (row.calendar_missing === null ? "" : m.due_calendar_short({ year: row.calendar_missing })),
  },
];

export function tableOf(rows: readonly DueRow[]) {
  const all = heads();
  return {
    columns: all.map(({ title, kind }) => ({ title, ...(kind ? { kind } : {}) })),
    rows: rows.map((row) => all.map((head) => head.cell(row))),
  };
}
