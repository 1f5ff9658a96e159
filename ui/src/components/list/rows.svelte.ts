/**
 * The rows of a list, fetched by windows as they come into sight. A window once here stays as it was read until the list
 * is asked for anew, so an edited row does not vanish under the hand.
 */
import { asRefusal, type Refusal } from "$lib/bridge";
import type { FetchWindow, ListAsk } from "./types";

/** Rows in one window. */
export const windowSize = 100;
/** Windows kept; what was seen longest ago goes first. */
const kept = 60;
/** Windows asked for at one time: the newest sight matters, not what flew by. */
const atOnce = 2;

export class Rows<Row> {
  #windows = new Map<number, Row[]>();
  #underWay = new Map<number, AbortController>();
  #wanted: number[] = [];
  #asked: ListAsk = { sort: null, filters: {} };
  #generation = 0;
  /** Raised with each change, so that what reads a row follows. */
  #version = $state(0);
  #count = $state(0);
  #known = $state(false);
  #refusal = $state.raw<Refusal | null>(null);
  readonly #fetch: FetchWindow<Row>;

  constructor(fetch: FetchWindow<Row>) {
    this.#fetch = fetch;
  }

  /** How many rows there are in all. */
  get count(): number {
    return this.#count;
  }
  /** Whether the first answer is here. */
  get known(): boolean {
    return this.#known;
  }
  get refusal(): Refusal | null {
    return this.#refusal;
  }

  /** The row of a number, or nothing while it is on its way. */
  at(index: number): Row | undefined {
    void this.#version;
    return this.#windows.get(Math.floor(index / windowSize))?.[index % windowSize];
  }

  /** Every row that is here, by number. */
  *loaded(): Generator<[number, Row]> {
    for (const [window, rows] of this.#windows) {
      for (const [at, row] of rows.entries()) yield [window * windowSize + at, row];
    }
  }

  /** Puts a newer reading of a row in its place. */
  replace(index: number, row: Row): void {
    const rows = this.#windows.get(Math.floor(index / windowSize));
    if (!rows) return;
    rows[index % windowSize] = row;
    this.#version++;
  }

  /** Asks for the list anew; what is still on its way is given up. */
  ask(asked: ListAsk): void {
    this.#asked = asked;
    this.#generation++;
    for (const controller of this.#underWay.values()) controller.abort();
    this.#underWay.clear();
    this.#windows.clear();
    this.#wanted = [0];
    this.#known = false;
    this.#refusal = null;
    this.#version++;
    this.#pump();
  }

  /** Says which rows are in sight; windows out of sight that have not come yet are given up. */
  need(first: number, last: number): void {
    const from = Math.floor(Math.max(0, first) / windowSize);
    const to = Math.floor(Math.max(0, last) / windowSize);
    const windows = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    for (const [window, controller] of this.#underWay) {
      if (window < from || window > to) {
        controller.abort();
        this.#underWay.delete(window);
      }
    }
    this.#wanted = windows.filter((window) => !this.#windows.has(window) && !this.#underWay.has(window));
    this.#pump();
  }

  /** The rows of these numbers, fetched where they are not here. */
  async rowsAt(indexes: readonly number[]): Promise<Row[]> {
    const missing = new Set(
      indexes.map((index) => Math.floor(index / windowSize)).filter((window) => !this.#windows.has(window)),
    );
    const extra = new Map<number, Row[]>();
    for (const window of missing) {
      const signal = new AbortController().signal;
      const answer = await this.#fetch(this.#asked, window * windowSize, windowSize, signal);
      extra.set(window, answer.rows);
    }
    return indexes
      .map((index) => {
        const window = Math.floor(index / windowSize);
        return (this.#windows.get(window) ?? extra.get(window))?.[index % windowSize];
      })
      .filter((row): row is Row => row !== undefined);
  }

  #pump(): void {
    while (this.#underWay.size < atOnce) {
      const window = this.#wanted.shift();
      if (window === undefined) return;
      void this.#load(window);
    }
  }

  async #load(window: number): Promise<void> {
    const controller = new AbortController();
    const generation = this.#generation;
    this.#underWay.set(window, controller);
    try {
      const answer = await this.#fetch(this.#asked, window * windowSize, windowSize, controller.signal);
      if (generation !== this.#generation) return;
      this.#windows.delete(window);
      this.#windows.set(window, answer.rows);
      for (const oldest of this.#windows.keys()) {
        if (this.#windows.size <= kept) break;
        this.#windows.delete(oldest);
      }
      this.#count = answer.total;
      this.#known = true;
      this.#version++;
    } catch (fault) {
      if (generation === this.#generation && !controller.signal.aborted) {
        this.#refusal = asRefusal(fault);
        this.#known = true;
      }
    } finally {
      if (this.#underWay.get(window) === controller) this.#underWay.delete(window);
      if (generation === this.#generation) this.#pump();
    }
  }
}
