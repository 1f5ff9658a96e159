/**
 * A set of row numbers as ranges: all of a million rows are one pair of numbers. Never changed; each step makes a new set.
 */
export class Ranges {
  static readonly none = new Ranges([]);

  /** Sorted, apart, both ends included. */
  readonly parts: readonly (readonly [number, number])[];

  private constructor(parts: readonly (readonly [number, number])[]) {
    this.parts = parts;
  }

  static of(from: number, to: number): Ranges {
    return new Ranges([[Math.min(from, to), Math.max(from, to)]]);
  }

  get count(): number {
    return this.parts.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  }

  has(row: number): boolean {
    return this.parts.some(([from, to]) => from <= row && row <= to);
  }

  with(other: Ranges): Ranges {
    const sorted = [...this.parts, ...other.parts].sort((a, b) => a[0] - b[0]);
    const merged: [number, number][] = [];
    for (const [from, to] of sorted) {
      const last = merged.at(-1);
      if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
      else merged.push([from, to]);
    }
    return new Ranges(merged);
  }

  without(row: number): Ranges {
    return new Ranges(
      this.parts.flatMap(([from, to]): [number, number][] => {
        if (row < from || to < row) return [[from, to]];
        const left: [number, number][] = from < row ? [[from, row - 1]] : [];
        const right: [number, number][] = row < to ? [[row + 1, to]] : [];
        return [...left, ...right];
      }),
    );
  }

  toggled(row: number): Ranges {
    return this.has(row) ? this.without(row) : this.with(Ranges.of(row, row));
  }

  /** What is not in it, of `count` rows. */
  inverted(count: number): Ranges {
    const parts: [number, number][] = [];
    let next = 0;
    for (const [from, to] of this.parts) {
      if (next < from) parts.push([next, from - 1]);
      next = to + 1;
    }
    if (next < count) parts.push([next, count - 1]);
    return new Ranges(parts);
  }

  /** The row numbers, at most `most`, in order. */
  rows(most = Number.POSITIVE_INFINITY): number[] {
    const rows: number[] = [];
    for (const [from, to] of this.parts) {
      for (let row = from; row <= to; row++) {
        if (rows.length >= most) return rows;
        rows.push(row);
      }
    }
    return rows;
  }
}
