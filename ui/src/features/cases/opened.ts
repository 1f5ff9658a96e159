/**
 * The lists that the core keeps open for this page: one for each asking. Its pages come from the order it was opened with,
 * so a row that was changed stays in its place until the list is asked for anew.
 */
import type { ListAsk, ListWindow } from "$components/list/types";
import type { CaseQuery, CaseRow, OpenList } from "$generated/commands";
import { call, Refusal } from "$lib/bridge";

export class OpenedCases {
  readonly #open = new WeakMap<ListAsk, Promise<OpenList>>();
  readonly #query: (asked: ListAsk) => CaseQuery;
  #now: OpenList | null = null;
  /** In which place of the open list a case stands, for those that were read. */
  #places = new Map<number, number>();

  constructor(query: (asked: ListAsk) => CaseQuery) {
    this.#query = query;
  }

  /** The number of the open list, for an export of exactly what is shown. */
  get list(): number | null {
    return this.#now?.list ?? null;
  }

  readonly fetch = async (asked: ListAsk, offset: number, limit: number): Promise<ListWindow<CaseRow>> => {
    const opened = await this.#opened(asked, limit);
    const rows =
      offset === 0 && opened.rows.length >= Math.min(limit, opened.total)
        ? opened.rows.slice(0, limit)
        : await call("case_list_page", { list: opened.list, from: offset, count: limit }).catch((fault) => {
            // So many lists were opened since that the core let this one go: asking anew is the only way on.
            if (fault instanceof Refusal && fault.code === "list_not_open") this.#open.delete(asked);
            throw fault;
          });
    for (const [at, row] of rows.entries()) this.#places.set(row.case_id, offset + at);
    return { rows, total: opened.total };
  };

  async #opened(asked: ListAsk, first: number): Promise<OpenList> {
    let opening = this.#open.get(asked);
    if (!opening) {
      opening = call("case_list_open", { query: this.#query(asked), first });
      this.#open.set(asked, opening);
      opening.catch(() => this.#open.delete(asked));
      const opened = await opening;
      this.#now = opened;
      this.#places = new Map();
    }
    return opening;
  }

  /** Reads cases that are in the open list again, in as few pages as their places allow. */
  readonly fetchRows = async (cases: (string | number)[]): Promise<CaseRow[]> => {
    const list = this.#now?.list;
    if (list === undefined) return [];
    const places = cases
      .map((id) => this.#places.get(Number(id)))
      .filter((place): place is number => place !== undefined)
      .sort((a, b) => a - b);
    const pages: { from: number; count: number }[] = [];
    for (const place of places) {
      const last = pages.at(-1);
      if (last && place - last.from < 1000) last.count = place - last.from + 1;
      else pages.push({ from: place, count: 1 });
    }
    const read = await Promise.all(pages.map((page) => call("case_list_page", { list, ...page })));
    return read.flat();
  };
}
