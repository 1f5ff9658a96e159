import type { JournalEntry } from "$generated/commands";
import { word } from "$lib/words";

/** All that is said in an entry, in the window's words, for looking through what is here. */
export function entryText(entry: JournalEntry): string {
  const changes = entry.changes.flatMap((change) => [
    word(`table_${change.table}`) ?? change.table,
    ...change.fields.flatMap((field) => [
      word(`column_${field.field}`) ?? field.field,
      field.before ?? "",
      field.after ?? "",
    ]),
  ]);
  const head = [
    String(entry.entry),
    entry.day,
    entry.person,
    word(`action_${entry.action}`) ?? entry.action,
    entry.reason,
  ];
  return [...head, ...changes].join(" ").toLowerCase();
}

/** An instant as the clock of this place shows it: `2026-03-05 09:41`. */
export function showInstant(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
