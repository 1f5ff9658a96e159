/** Lists whose rows come in one answer: filtered, sorted and cut into windows here, by what stands on screen. */
import type { Column, FetchWindow, Filter, ListAsk } from "./types";

/** What a choice or a day is compared with: the row's own field of the column's name, where nothing else is said. */
const fieldOf = (row: object, id: string): string => String((row as Record<string, unknown>)[id] ?? "");

function meets(filter: Filter, shown: string, value: string): boolean {
  if (filter.kind === "text") return shown.toLowerCase().includes(filter.text.trim().toLowerCase());
  if (filter.kind === "choice") return value === filter.value;
  return value !== "" && (filter.from === null || value >= filter.from) && (filter.to === null || value <= filter.to);
}

/** What of `all` stands in a list under an asking, whole or in windows. */
export function inMemory<Row extends object>(
  columns: readonly Column<Row>[],
  all: () => readonly Row[] | Promise<readonly Row[]>,
  value: (row: Row, id: string) => string = fieldOf,
): { rowsOf: (asked: ListAsk) => Promise<Row[]>; fetch: FetchWindow<Row> } {
  const shown = (row: Row, id: string) => columns.find((column) => column.id === id)?.text(row) ?? "";

  async function rowsOf({ filters, sort }: ListAsk): Promise<Row[]> {
    const kept = (await all()).filter((row) =>
      Object.entries(filters).every(([id, filter]) => meets(filter, shown(row, id), value(row, id))),
    );
    if (!sort) return kept;
    const way = sort.down ? -1 : 1;
    const said = (row: Row) => shown(row, sort.column);
    return kept.sort((a, b) => way * said(a).localeCompare(said(b), "zh-CN", { numeric: true }));
  }

  /** The windows of one asking come from one answer: they belong together. Each asking is an object of its own. */
  let last: { asked: ListAsk; rows: Promise<Row[]> } | null = null;
  const fetch: FetchWindow<Row> = async (asked, offset, limit) => {
    if (last?.asked !== asked) last = { asked, rows: rowsOf(asked) };
    const rows = await last.rows;
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  };
  return { rowsOf, fetch };
}
