import type { JournalEntry } from "$generated/commands";
import { word } from "$lib/words";
import { fieldsSaid, tableWords } from "../case/history";

/** All that is said in an entry, in the window's words, for looking through what is here. */
export function entryText(entry: JournalEntry): string {
  const changes = entry.changes.flatMap((change) => [
    tableWords(change.table),
    ...fieldsSaid(change).flatMap((one) => [one.field, one.before, one.after]),
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
