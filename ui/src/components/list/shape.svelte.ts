/** The columns of a list as this person arranged them: widths, order, hidden ones. Remembered by the list's name. */
import { language } from "$lib/language.svelte";
import { type ListShape, listShape, rememberListShape } from "$lib/preferences.svelte";
import type { Column } from "./types";

const narrowest = 40;
const widest = 900;
const longer = 1.2;

export class Shape<Row> {
  #shape = $state.raw<ListShape>({ widths: {}, hidden: [], order: [] });
  readonly #name: string;
  readonly #all: () => readonly Column<Row>[];

  constructor(name: string, all: () => readonly Column<Row>[]) {
    this.#name = name;
    this.#all = all;
    const kept = listShape(name);
    const first = all().filter((column) => column.hidden);
    this.#shape = kept.order.length > 0 ? kept : { ...kept, hidden: [...kept.hidden, ...first.map((one) => one.id)] };
  }

  /** All columns in this person's order, frozen ones first; new ones stand where the program puts them. */
  get all(): Column<Row>[] {
    const order = this.#shape.order;
    const place = (column: Column<Row>, at: number) => {
      const kept = order.indexOf(column.id);
      return (column.frozen ? 0 : 10_000) + (kept >= 0 ? kept : order.length > 0 ? order.length + at : at);
    };
    return this.#all()
      .map((column, at) => ({ column, place: place(column, at) }))
      .sort((a, b) => a.place - b.place)
      .map(({ column }) => column);
  }

  get shown(): Column<Row>[] {
    return this.all.filter((column) => !this.isHidden(column));
  }

  isHidden(column: Column<Row>): boolean {
    return this.#shape.hidden.includes(column.id);
  }

  /** In pixels at 100 %. English says the same in more letters. */
  width(column: Column<Row>): number {
    const usual = language() === "en" ? Math.round(column.width * longer) : column.width;
    return this.#shape.widths[column.id] ?? usual;
  }

  resize(column: Column<Row>, width: number): void {
    const held = Math.round(Math.min(widest, Math.max(narrowest, width)));
    this.#keep({ ...this.#shape, widths: { ...this.#shape.widths, [column.id]: held } });
  }

  /** Shows or hides; the last one stays. */
  toggle(column: Column<Row>): void {
    const hidden = this.isHidden(column);
    if (!hidden && this.shown.length <= 1) return;
    const others = this.#shape.hidden.filter((id) => id !== column.id);
    this.#keep({ ...this.#withOrder(), hidden: hidden ? others : [...others, column.id] });
  }

  /** Puts a column before another, or at the end. */
  move(id: string, before: string | null): void {
    if (id === before) return;
    const order = this.all.map((column) => column.id).filter((one) => one !== id);
    const at = before === null ? order.length : order.indexOf(before);
    this.#keep({ ...this.#shape, order: order.toSpliced(at < 0 ? order.length : at, 0, id) });
  }

  reset(): void {
    const hidden = this.#all()
      .filter((column) => column.hidden)
      .map((column) => column.id);
    this.#keep({ widths: {}, hidden, order: [] });
  }

  #withOrder(): ListShape {
    return { ...this.#shape, order: this.all.map((column) => column.id) };
  }

  #keep(shape: ListShape): void {
    this.#shape = shape;
    rememberListShape(this.#name, shape);
  }
}
