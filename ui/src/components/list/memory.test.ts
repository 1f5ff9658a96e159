import { inMemory } from "./memory";
import type { Column, ListAsk } from "./types";

interface Row {
  id: number;
  name: string;
  kind: string;
  on: string;
}
const rows: Row[] = [
  { id: 1, name: "赵某甲", kind: "a", on: "2026-03-02" },
  { id: 2, name: "Smith", kind: "b", on: "" },
  { id: 3, name: "陈某", kind: "a", on: "2026-03-01" },
];
const column = (id: keyof Row, text: (row: Row) => string): Column<Row> => ({ id, title: () => id, width: 1, text });
const columns = [
  column("name", (row) => row.name),
  column("kind", (row) => (row.kind === "a" ? "一类" : "二类")),
  column("on", (row) => row.on),
];
const signal = new AbortController().signal;
const ids = async (asked: ListAsk, offset = 0, limit = 100) =>
  (await inMemory(columns, () => rows).fetch(asked, offset, limit, signal)).rows.map((row) => row.id);
const by = (filters: ListAsk["filters"]): ListAsk => ({ sort: null, filters });

test("text is sought in what stands on screen, a choice and a day in what the row says", async () => {
  expect(await ids(by({ name: { kind: "text", text: " smith " } }))).toEqual([2]);
  expect(await ids(by({ kind: { kind: "text", text: "一类" } }))).toEqual([1, 3]);
  expect(await ids(by({ kind: { kind: "choice", value: "b" } }))).toEqual([2]);
  expect(await ids(by({ on: { kind: "day", from: null, to: "2026-03-01" } }))).toEqual([3]);
  expect(await ids(by({ on: { kind: "day", from: "2026-03-02", to: null } }))).toEqual([1]);
});

test("rows are sorted as people read them, and their source keeps its order", async () => {
  expect(await ids({ sort: { column: "name", down: false }, filters: {} })).toEqual([3, 1, 2]);
  expect(await ids({ sort: { column: "name", down: true }, filters: {} })).toEqual([2, 1, 3]);
  expect(await ids(by({}))).toEqual([1, 2, 3]);
});

test("figures are sorted by what they count", async () => {
  const counted = [10, 9, 100].map((id) => ({ id, name: String(id), kind: "a", on: "" }));
  const { rowsOf } = inMemory(columns, () => counted);
  const sorted = await rowsOf({ sort: { column: "name", down: false }, filters: {} });
  expect(sorted.map((row) => row.id)).toEqual([9, 10, 100]);
});

test("the windows of one asking come from one answer, another asking from a new one", async () => {
  let asked = 0;
  const { fetch } = inMemory(columns, () => {
    asked += 1;
    return rows;
  });
  const all = by({});
  expect(await fetch(all, 0, 2, signal)).toEqual({ rows: rows.slice(0, 2), total: 3 });
  expect(await fetch(all, 2, 2, signal)).toEqual({ rows: rows.slice(2), total: 3 });
  expect(asked).toBe(1);
  await fetch(by({}), 0, 2, signal);
  expect(asked).toBe(2);
});
