import { flushSync } from "svelte";
import { Refusal } from "$lib/bridge";
import { Rows, windowSize } from "./rows.svelte";
import type { ListAsk, ListWindow } from "./types";

const asked: ListAsk = { sort: null, filters: {} };

/** A source whose answers come when the test says so. */
function source(total: number) {
  const waiting = new Map<number, { answer: () => void; refuse: () => void; signal: AbortSignal }>();
  const fetch = (_: ListAsk, offset: number, limit: number, signal: AbortSignal) =>
    new Promise<ListWindow<number>>((resolve, reject) => {
      waiting.set(offset, {
        signal,
        answer: () =>
          resolve({ rows: Array.from({ length: Math.min(limit, total - offset) }, (_, at) => offset + at), total }),
        refuse: () => reject(new Refusal("record_busy")),
      });
    });
  const answer = async (offset: number) => {
    waiting.get(offset)?.answer();
    await new Promise((done) => setTimeout(done));
    flushSync();
  };
  return { waiting, fetch, answer };
}

test("the last window of a million comes when its rows are in sight", async () => {
  const { fetch, answer } = source(1_000_000);
  const rows = new Rows(fetch);
  rows.ask(asked);
  await answer(0);
  expect(rows.count).toBe(1_000_000);
  expect(rows.at(999_999)).toBeUndefined();
  rows.need(999_970, 999_999);
  await answer(999_900);
  expect(rows.at(999_999)).toBe(999_999);
  expect(rows.at(0)).toBe(0);
});

test("what flew by is given up and not asked for", async () => {
  const { waiting, fetch, answer } = source(1_000_000);
  const rows = new Rows(fetch);
  rows.ask(asked);
  await answer(0);
  rows.need(100_000, 100_050);
  rows.need(500_000, 500_050);
  expect(waiting.get(100_000)?.signal.aborted).toBe(true);
  rows.need(900_000, 900_050);
  expect(waiting.get(500_000)?.signal.aborted).toBe(true);
  await answer(900_000);
  expect(rows.at(900_000)).toBe(900_000);
});

test("at most two windows are under way", async () => {
  const { waiting, fetch, answer } = source(10_000);
  const rows = new Rows(fetch);
  rows.ask(asked);
  await answer(0);
  rows.need(windowSize, windowSize * 5 - 1);
  expect([...waiting.keys()]).toEqual([0, 100, 200]);
  await answer(100);
  expect([...waiting.keys()]).toEqual([0, 100, 200, 300]);
});

test("an answer to a former asking is dropped", async () => {
  const { waiting, fetch, answer } = source(50);
  const rows = new Rows(fetch);
  rows.ask(asked);
  const former = waiting.get(0);
  rows.ask({ ...asked, sort: { column: "a", down: true } });
  former?.answer();
  await new Promise((done) => setTimeout(done));
  expect(rows.known).toBe(false);
  await answer(0);
  expect(rows.count).toBe(50);
});

test("an edited row stays until the list is asked for anew", async () => {
  const { fetch, answer } = source(50);
  const rows = new Rows(fetch);
  rows.ask(asked);
  await answer(0);
  rows.replace(7, 700);
  expect(rows.at(7)).toBe(700);
  rows.need(0, 20);
  expect(rows.at(7)).toBe(700);
  rows.ask(asked);
  await answer(0);
  expect(rows.at(7)).toBe(7);
});

test("a refusal is kept to be shown", async () => {
  const { waiting, fetch } = source(50);
  const rows = new Rows(fetch);
  rows.ask(asked);
  waiting.get(0)?.refuse();
  await new Promise((done) => setTimeout(done));
  expect(rows.refusal?.code).toBe("record_busy");
});
