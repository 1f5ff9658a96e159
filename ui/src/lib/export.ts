/**
 * Lists as files. A list of cases is written by the core from the list it keeps open; every other list is handed over as it
 * stands on screen. The person chooses the file; nothing is written where they think better of it.
 */

import { m } from "$messages";
import type { Answer, CommandName, Request } from "./bridge";
import { asRefusal, call, pick } from "./bridge";
import { language } from "./language.svelte";
import { showNumber } from "./numbers";
import { office } from "./office.svelte";
import { runTask } from "./tasks.svelte";
import { toasts } from "./toasts.svelte";
import { refusalLine } from "./words";

/** A list as it stands on screen: its name, the filter in words, the heads and what the cells say. */
export interface Table {
  title: string;
  filterWords?: string;
  columns: readonly { title: string; kind?: "text" | "number" | "day" }[];
  rows: readonly (readonly string[])[];
}

/** Asks where to, and writes: `exportTable({ title, columns, rows })`. Says what came of it. */
export async function exportTable(table: Table | (() => Promise<Table>), title?: string): Promise<void> {
  const known = typeof table === "function" ? null : table;
  await written(title ?? known?.title ?? "", async (path) => {
    const shown = known ?? (await (table as () => Promise<Table>)());
    return call("table_export", {
      path,
      title: shown.title,
      filter_words: shown.filterWords ?? "",
      lang: language(),
      columns: shown.columns.map((column) => ({ head: column.title, kind: column.kind ?? "text" })),
      rows: shown.rows.map((row) => [...row]),
    });
  });
}

type CaseList = Omit<Request<"list_export">, "path" | "lang">;

/** The same for a list of cases that the core keeps open. */
export async function exportCases(list: CaseList): Promise<void> {
  await written(list.title ?? "", (path) =>
    runTask("list_export", m.list_exporting(), () => call("list_export", { ...list, path, lang: language() })),
  );
}

async function written(title: string, write: (path: string) => Promise<Answer<"list_export" & CommandName>>) {
  try {
    const name = `${title.replaceAll(/[\\/:*?"<>|]/g, " ").trim()} ${office.day}.xlsx`;
    const chosen = await pick({
      kind: "save",
      title: m.list_export_where(),
      name,
      filters: [
        { name: m.file_workbook(), extensions: ["xlsx"] },
        { name: m.file_csv(), extensions: ["csv"] },
      ],
    });
    if (chosen === null) return;
    const path = /\.[^./\\]+$/.test(chosen) ? chosen : `${chosen}.xlsx`;
    const done = await write(path);
    toasts.say(m.list_exported({ count: showNumber(done.rows), path }));
  } catch (fault) {
    const refusal = asRefusal(fault);
    if (refusal.code === "stopped") toasts.say(m.list_export_stopped());
    else toasts.say(refusalLine(refusal), { tone: "refused" });
  }
}
