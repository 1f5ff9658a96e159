/**
 * Which rows of a long list are in sight, and where they stand. All rows have one height, so this is arithmetic, not
 * measuring: a million rows cost what a hundred cost.
 *
 * The web view gives no element more than 33,554,428 px. A list that would be taller gets a shorter body, and each
 * pixel of its scroll bar stands for a little more than one pixel of rows; the first and the last row stay reachable.
 */

/** The tallest body, in pixels: 900,000 rows of 30 px, with room to the web view's limit. */
export const tallest = 27_000_000;

/** Rows made above and below what is in sight, so that a short scroll shows no gap. */
const margin = 8;

export interface Geometry {
  /** Height of the scrolled body, in pixels. */
  total: number;
  /** First and last row to make; `last` lies before `first` when there is none. */
  first: number;
  last: number;
  /** Where the first made row stands in the body, in pixels. */
  top: number;
}

export interface Sight {
  count: number;
  /** Height of a row, in pixels. */
  row: number;
  /** Height of what is in sight, without the head, in pixels. */
  height: number;
  /** How far the body is scrolled, in pixels. */
  scroll: number;
}

function stretch({ count, row, height }: Pick<Sight, "count" | "row" | "height">) {
  const real = count * row;
  const total = Math.min(real, tallest);
  // Pixels of rows for each pixel of the scroll bar.
  const ratio = total > height && real > total ? (real - height) / (total - height) : 1;
  return { real, total, ratio };
}

export function geometry(sight: Sight): Geometry {
  const { count, row, height } = sight;
  const { real, total, ratio } = stretch(sight);
  const furthest = Math.max(0, total - height);
  const scroll = Math.min(Math.max(0, sight.scroll), furthest);
  const above = Math.min(scroll * ratio, Math.max(0, real - height));
  const first = Math.max(0, Math.floor(above / row) - margin);
  const last = Math.min(count - 1, Math.ceil((above + height) / row) - 1 + margin);
  return { total, first, last, top: scroll + first * row - above };
}

/** How far to scroll so that row `index` is wholly in sight; where it already is, the scroll stays. */
export function scrollFor(index: number, sight: Sight): number {
  const { row, height } = sight;
  const { real, total, ratio } = stretch(sight);
  const above = Math.min(Math.max(0, sight.scroll) * ratio, Math.max(0, real - height));
  const start = index * row;
  const wanted = start < above ? start : start + row > above + height ? start + row - height : above;
  if (wanted === above) return sight.scroll;
  const furthest = Math.max(0, total - height);
  return Math.min(Math.max(0, wanted / ratio), furthest);
}
