/**
 * Where one stands in a list and what is chosen of it: the cursor, the chosen rows, the sort and the filters. It knows
 * nothing of markup; the element that scrolls is told through `scrollTo`.
 */
import type { Table } from "$lib/export";
import { showNumber } from "$lib/numbers";
import { preferences } from "$lib/preferences.svelte";
import { toasts } from "$lib/toasts.svelte";
import { copyText, toTsv } from "$lib/tsv";
import { m } from "$messages";
import { geometry, scrollFor } from "./geometry";
import { Ranges } from "./ranges";
import { Rows } from "./rows.svelte";
import { Shape } from "./shape.svelte";
import type { Chosen, Column, FetchWindow, Filter, ListAsk, Sort } from "./types";

/** More rows than this make a clipboard that no other program takes well; an export is the way then. */
const mostCopied = 5_000;
/** The row height at 100 %, in pixels; the same as --row-list. */
const rowAtFull = 30;

export class ListState<Row> {
  readonly rows: Rows<Row>;
  readonly shape: Shape<Row>;

  asked = $state.raw<ListAsk>({ sort: null, filters: {} });
  chosen = $state.raw(Ranges.none);
  cursor = $state(0);
  column = $state(0);
  scroll = $state(0);
  /** Height of what scrolls, head and totals included, in pixels. */
  height = $state(600);
  #anchor = 0;

  readonly #columns: () => readonly Column<Row>[];
  /** Moves the scrolled element. */
  scrollTo: (top: number) => void = () => {};

  constructor(name: string, columns: () => readonly Column<Row>[], fetch: FetchWindow<Row>, sort: Sort | null) {
    this.#columns = columns;
    this.rows = new Rows(fetch);
    this.shape = new Shape(name, columns);
    this.asked = { sort, filters: {} };
  }

  readonly scale = $derived(preferences.scale / 100);
  readonly rowHeight = $derived(rowAtFull * this.scale);
  readonly shown = $derived.by(() => this.shape.shown);
  readonly filtered = $derived.by(() => this.#columns().some((one) => one.filter));
  readonly totals = $derived.by(() => this.#columns().some((one) => one.total));
  readonly headRows = $derived(this.filtered ? 2 : 1);
  readonly bodyHeight = $derived(
    Math.max(0, this.height - (this.headRows + (this.totals ? 1 : 0)) * this.rowHeight - 1),
  );
  readonly sight = $derived.by(() => ({
    count: this.rows.count,
    row: this.rowHeight,
    height: this.bodyHeight,
    scroll: this.scroll,
  }));
  readonly seen = $derived.by(() => geometry(this.sight));
  readonly indexes = $derived.by(() =>
    Array.from({ length: Math.max(0, this.seen.last - this.seen.first + 1) }, (_, at) => this.seen.first + at),
  );
  readonly page = $derived(Math.max(1, Math.floor(this.bodyHeight / this.rowHeight) - 1));
  readonly cursorInSight = $derived(this.cursor >= this.seen.first && this.cursor <= this.seen.last);

  /** What an action acts on: the chosen rows, or the row under the cursor. */
  readonly selected: Chosen<Row> = $derived.by(() => {
    const of = this.chosen.count > 0 ? this.chosen : Ranges.of(this.cursor, this.cursor);
    return {
      count: this.rows.count === 0 ? 0 : of.count,
      row: this.rows.at(this.cursor),
      rows: (most?: number) => this.rows.rowsAt(of.rows(most)),
    };
  });

  /** Asks for the list anew, from its first row. */
  anew(): void {
    this.chosen = Ranges.none;
    this.cursor = 0;
    this.#anchor = 0;
    this.#moveTo(0);
    // A copy: each asking is told from the one before by being another object, also where the same is asked again.
    this.rows.ask({ ...this.asked });
  }

  go(to: number, how: { extend?: boolean; keep?: boolean } = {}): void {
    if (this.rows.count === 0) return;
    this.cursor = Math.min(Math.max(0, to), this.rows.count - 1);
    if (how.extend) this.chosen = Ranges.of(this.#anchor, this.cursor);
    else {
      if (!how.keep) this.chosen = Ranges.of(this.cursor, this.cursor);
      this.#anchor = this.cursor;
    }
    const top = scrollFor(this.cursor, this.sight);
    if (top !== this.scroll) this.#moveTo(top);
  }

  #moveTo(top: number): void {
    this.scrollTo(top);
    this.scroll = top;
  }

  goColumn(to: number): void {
    this.column = Math.min(Math.max(0, to), this.shown.length - 1);
  }

  toggle(row: number): void {
    this.chosen = this.chosen.toggled(row);
    this.cursor = row;
    this.#anchor = row;
  }

  toggleAll(): void {
    const count = this.rows.count;
    this.chosen = count === 0 || this.chosen.count === count ? Ranges.none : Ranges.of(0, count - 1);
  }

  invert(): void {
    this.chosen = this.chosen.inverted(this.rows.count);
  }

  /** The keys that move; says whether it was one. */
  moved(event: KeyboardEvent): boolean {
    const steps: Record<string, number> = {
      ArrowDown: this.cursor + 1,
      ArrowUp: this.cursor - 1,
      PageDown: this.cursor + this.page,
      PageUp: this.cursor - this.page,
      Home: 0,
      End: this.rows.count - 1,
    };
    const to = steps[event.key];
    if (to !== undefined && !event.altKey) {
      this.go(to, { extend: event.shiftKey, keep: event.ctrlKey });
      return true;
    }
    if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && !event.altKey && !event.shiftKey) {
      const right = event.key === "ArrowRight";
      if (event.ctrlKey) this.goColumn(right ? this.shown.length - 1 : 0);
      else this.goColumn(this.column + (right ? 1 : -1));
      return true;
    }
    if (event.key === " " && event.ctrlKey) {
      this.toggle(this.cursor);
      return true;
    }
    return false;
  }

  setFilter(column: Column<Row>, filter: Filter | undefined): void {
    const { [column.id]: _, ...others } = this.asked.filters;
    const filters = filter ? { ...others, [column.id]: filter } : others;
    if (JSON.stringify(filters) !== JSON.stringify(this.asked.filters)) this.asked = { ...this.asked, filters };
  }

  clearFilters(): void {
    this.asked = { ...this.asked, filters: {} };
  }

  /** Up, down, not. */
  turnSort(column: Column<Row>): void {
    const now = this.asked.sort?.column === column.id ? this.asked.sort : null;
    const sort = now === null ? { column: column.id, down: false } : now.down ? null : { ...now, down: true };
    this.asked = { ...this.asked, sort };
  }

  /** Narrows the list to what stands in the cell under the cursor. */
  filterByCell(): void {
    const row = this.rows.at(this.cursor);
    const column = this.shown[this.column];
    if (row === undefined || !column?.filter) return;
    const text = column.text(row);
    if (column.filter.kind === "text") this.setFilter(column, { kind: "text", text });
    else if (column.filter.kind === "day") this.setFilter(column, { kind: "day", from: text, to: text });
    else {
      const option = column.filter.options().find((candidate) => candidate.words === text);
      if (option) this.setFilter(column, { kind: "choice", value: option.value });
    }
  }

  /** The filters under the head in words: "案由：盗窃；受理日期：2026-01-01 至 2026-03-31". */
  filterWords(): string {
    const all = this.shape.all;
    return Object.entries(this.asked.filters)
      .map(([id, filter]) => {
        const column = all.find((one) => one.id === id);
        const title = column?.title() ?? id;
        if (filter.kind === "text") return m.filter_contains({ column: title, value: filter.text });
        if (filter.kind === "day") {
          if (filter.from === null) return m.filter_until({ column: title, to: filter.to ?? "" });
          if (filter.to === null) return m.filter_from({ column: title, from: filter.from });
          return m.filter_between({ column: title, from: filter.from, to: filter.to });
        }
        const options = column?.filter?.kind === "choice" ? column.filter.options() : [];
        const value = options.find((one) => one.value === filter.value)?.words ?? filter.value;
        return m.filter_is({ column: title, value });
      })
      .join(m.list_semicolon());
  }

  /** The whole list as it is seen: columns, order, filter. */
  async table(title: string): Promise<Table> {
    const rows = await this.rows.rowsAt(Array.from({ length: this.rows.count }, (_, at) => at));
    const columns = this.shown.map((column) => ({
      title: column.title(),
      kind: column.figures ? ("number" as const) : column.filter?.kind === "day" ? ("day" as const) : ("text" as const),
    }));
    const filterWords = this.filterWords();
    return { title, filterWords, columns, rows: rows.map((row) => this.shown.map((column) => column.text(row))) };
  }

  async copyRows(): Promise<void> {
    const block = await this.selected.rows(mostCopied);
    const done = await copyText(toTsv(block.map((row) => this.shown.map((column) => column.text(row)))));
    if (!done) toasts.say(m.list_copy_failed(), { tone: "refused" });
    else if (this.selected.count > mostCopied) toasts.say(m.list_copied_first({ count: showNumber(mostCopied) }));
    else toasts.say(m.list_copied({ count: showNumber(block.length) }));
  }

  async copyCell(): Promise<void> {
    const row = this.rows.at(this.cursor);
    const column = this.shown[this.column];
    if (row !== undefined && column) await copyText(column.text(row));
  }
}
