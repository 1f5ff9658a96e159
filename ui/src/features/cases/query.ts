/** From what is asked on the screen to what the core is asked, and back into words. */
import type { ListAsk, Filter as ListFilter } from "$components/list/types";
import type { CaseQuery, Column, Filter } from "$generated/commands";
import { showDay } from "$lib/day";
import { word, words } from "$lib/words";
import { m } from "$messages";

/** The value of a choice that asks for cases without one. */
export const noValue = "-";

function testOf(filter: ListFilter): Filter["test"] {
  if (filter.kind === "text") return { contains: filter.text };
  if (filter.kind === "day") return { between: [filter.from, filter.to] };
  return filter.value === noValue ? "empty" : { one_of: [filter.value] };
}

/** What the list shows: the view and, on top of it, the row of filters; the order asked for comes before the view's. */
export function queryOf(view: CaseQuery, asked: ListAsk): CaseQuery {
  const filters = Object.entries(asked.filters).map(([id, filter]) => ({ column: id as Column, test: testOf(filter) }));
  const sort = asked.sort ? { column: asked.sort.column as Column, descending: asked.sort.down } : view.sort;
  return { filters: [...view.filters, ...filters], ...(sort ? { sort } : {}) };
}

const lists: Partial<Record<Column, string>> = {
  line: "line",
  category: "category",
  stage: "stage",
  function: "function",
};
const yesNo: readonly Column[] = [
  "is_open",
  "in_custody",
  "is_minor",
  "is_sensitive",
  "overdue",
  "due_soon",
  "unchecked",
  "waits",
];

/** The words of a value of a column. `names` knows people and departments by id. */
export function valueWords(column: Column, value: string, names: (column: Column, id: string) => string): string {
  if (yesNo.includes(column)) return value === "yes" || value === "1" || value === "true" ? m.yes() : m.no();
  const list = lists[column];
  if (list) return words(list, value);
  if (column === "due_state") return word(`due_state_${value}`) ?? value;
  if (column === "out_with") return word(`out_with_${value}`) ?? value;
  return names(column, value);
}

/** One condition in words: "在押：是". */
export function filterWords(filter: Filter, names: (column: Column, id: string) => string): string {
  const column = word(`list_column_${filter.column}`) ?? filter.column;
  const { test } = filter;
  if (test === "empty") return m.filter_empty({ column });
  if (test === "filled") return m.filter_filled({ column });
  if ("contains" in test) return m.filter_contains({ column, value: test.contains });
  if ("one_of" in test) {
    const values = test.one_of.map((value) => valueWords(filter.column, value, names)).join(m.list_comma());
    return m.filter_is({ column, value: values });
  }
  const [from, to] = test.between;
  if (from === null) return m.filter_until({ column, to: showDay(to) });
  if (to === null) return m.filter_from({ column, from: showDay(from) });
  return m.filter_between({ column, from: showDay(from), to: showDay(to) });
}
