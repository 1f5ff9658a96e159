import type { Snippet } from "svelte";
import type { MenuLine } from "../menu";

/** How a column may be filtered, in the row under the head. */
export type FilterKind =
  | { kind: "text" }
  | { kind: "choice"; options: () => readonly { value: string; words: string }[] }
  | { kind: "day" };

/** What is asked of one column. */
export type Filter =
  | { kind: "text"; text: string }
  | { kind: "choice"; value: string }
  | { kind: "day"; from: string | null; to: string | null };

export interface Column<Row> {
  /** Stable: widths, order and filters are kept under it. */
  id: string;
  title: () => string;
  /** In pixels at 100 %. */
  width: number;
  /** What is shown, copied and exported. */
  text: (row: Row) => string;
  /** Markup of its own in place of the text. */
  cell?: Snippet<[Row]>;
  /** Figures stand at the right. */
  figures?: boolean;
  sorts?: boolean;
  filter?: FilterKind;
  /** Stays in sight when the list is scrolled sideways; such columns come first. */
  frozen?: boolean;
  /** Not shown until somebody asks for it. */
  hidden?: boolean;
  /** What the totals row says in it. */
  total?: () => string;
}

export interface Sort {
  column: string;
  down: boolean;
}

/** How a list is asked for: the page adds its own view to it. */
export interface ListAsk {
  sort: Sort | null;
  filters: Record<string, Filter>;
}

/** One window of rows. `total` is how many there are in all under this asking. */
export interface ListWindow<Row> {
  rows: Row[];
  total: number;
}

/** Fetches a window. The signal says that nobody waits for it any more. */
export type FetchWindow<Row> = (
  asked: ListAsk,
  offset: number,
  limit: number,
  signal: AbortSignal,
) => Promise<ListWindow<Row>>;

/** What the right-click menu and the keys act on. */
export interface Chosen<Row> {
  /** How many rows are chosen. */
  count: number;
  /** The row under the cursor. */
  row: Row | undefined;
  /** The chosen rows, fetched where they are not there yet; at most `most`. */
  rows: (most?: number) => Promise<Row[]>;
}

/** Lines of a feature for the right-click menu. */
export type RowActions<Row> = (chosen: Chosen<Row>) => readonly MenuLine[];

/** What is handed on for an export: exactly what is on screen. */
export interface ListExport<Row> {
  asked: ListAsk;
  columns: { id: string; title: string }[];
  /** The filters under the head in words. */
  filterWords: string;
  chosen: Chosen<Row>;
}
