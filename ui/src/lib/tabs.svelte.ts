/**
 * The open pages. A tab's page stays mounted while the tab is open, so its scroll, its filters and what was typed are
 * there when one comes back to it.
 */
import { type Handlers, runKey } from "./keys";
import { type PageArgs, type PageId, register } from "./pages";

export class Tab {
  readonly page: string;
  readonly args: unknown;
  /** The same page with the same arguments is the same tab. */
  readonly key: string;
  #title = $state<string | null>(null);
  #unsaved = $state(false);
  #status = $state("");
  readonly #keys: Handlers[] = [];
  readonly #owner: Tabs;

  constructor(owner: Tabs, page: string, args: unknown) {
    this.#owner = owner;
    this.page = page;
    this.args = args;
    this.key = tabKey(page, args);
  }

  /** What stands on the tab: the page's own words once it knows them. */
  get title(): string {
    return this.#title ?? register.find(this.page)?.title() ?? this.page;
  }
  set title(words: string) {
    this.#title = words;
  }

  /** Whether closing would lose something; then closing asks first. */
  get unsaved(): boolean {
    return this.#unsaved;
  }
  set unsaved(lost: boolean) {
    this.#unsaved = lost;
  }

  /** The left end of the status bar while this tab is in front: "共 1,204 件 · 已选 3". */
  get status(): string {
    return this.#status;
  }
  set status(words: string) {
    this.#status = words;
  }

  /** Forgets the page's own words: they may name a case. The page says them again when it is drawn. */
  forget(): void {
    this.#title = null;
    this.#status = "";
  }

  get active(): boolean {
    return this.#owner.active === this;
  }

  /** Closes this tab; asks first when something would be lost. */
  close(): void {
    this.#owner.close(this);
  }

  /** Keys of the `page` scope while this tab is in front. Returns how to take them away; fit for `$effect`. */
  keys(handlers: Handlers): () => void {
    this.#keys.push(handlers);
    return () => {
      const at = this.#keys.indexOf(handlers);
      if (at >= 0) this.#keys.splice(at, 1);
    };
  }

  /** The newest handlers win: what was opened last lies on top. */
  runKey(event: KeyboardEvent): boolean {
    return this.#keys.toReversed().some((handlers) => runKey(event, handlers));
  }
}

function tabKey(page: string, args: unknown): string {
  return `${page} ${JSON.stringify(args ?? {})}`;
}

/** How many closed tabs can be opened again. */
const remembered = 20;

export class Tabs {
  #open = $state.raw<readonly Tab[]>([]);
  #active = $state.raw<Tab | null>(null);
  /** A tab that waits for the answer whether it may be closed though something would be lost. */
  #asking = $state.raw<readonly Tab[]>([]);
  #closed: { page: string; args: unknown; at: number; title: string }[] = [];

  get open(): readonly Tab[] {
    return this.#open;
  }
  get active(): Tab | null {
    return this.#active;
  }
  get asking(): Tab | null {
    return this.#asking[0] ?? null;
  }

  show<Id extends PageId>(page: Id, args: PageArgs[Id]): Tab {
    return this.#show(page, args);
  }

  #show(page: string, args: unknown, at = this.#open.length): Tab {
    const key = tabKey(page, args);
    let tab = this.#open.find((one) => one.key === key);
    if (!tab) {
      tab = new Tab(this, page, args);
      this.#open = this.#open.toSpliced(at, 0, tab);
    }
    this.#active = tab;
    return tab;
  }

  activate(tab: Tab): void {
    if (this.#open.includes(tab)) this.#active = tab;
  }

  /** Goes round: 1 forward, -1 back. */
  step(by: 1 | -1): void {
    const count = this.#open.length;
    if (count === 0 || !this.#active) return;
    const at = this.#open.indexOf(this.#active);
    this.#active = this.#open[(at + by + count) % count] ?? null;
  }

  close(tab: Tab): void {
    if (tab.unsaved) {
      this.#active = tab;
      if (!this.#asking.includes(tab)) this.#asking = [...this.#asking, tab];
    } else this.#drop(tab);
  }

  closeOthers(tab: Tab): void {
    this.#active = tab;
    for (const other of this.#open) if (other !== tab) this.close(other);
  }

  /** The answer to the question of {@link asking}. */
  answer(leave: boolean): void {
    const [tab, ...rest] = this.#asking;
    this.#asking = rest;
    if (tab && leave) this.#drop(tab);
    if (rest[0]) this.#active = rest[0];
  }

  #drop(tab: Tab): void {
    const at = this.#open.indexOf(tab);
    if (at < 0) return;
    this.#open = this.#open.filter((one) => one !== tab);
    this.#closed = [...this.#closed, { page: tab.page, args: tab.args, at, title: tab.title }].slice(-remembered);
    if (this.#active === tab) this.#active = this.#open[at] ?? this.#open[at - 1] ?? null;
  }

  reopen(): void {
    const last = this.#closed.pop();
    if (last) this.#show(last.page, last.args, Math.min(last.at, this.#open.length));
  }

  /** Where one has been: the open tabs that are not in front, then those closed last. At most `most`. */
  recent(most: number): { title: string; open: () => void }[] {
    const behind = this.#open
      .filter((tab) => tab !== this.#active)
      .map((tab) => ({ key: tab.key, title: tab.title, open: () => this.activate(tab) }));
    const closed = this.#closed.toReversed().map((one) => ({
      key: tabKey(one.page, one.args),
      title: one.title,
      open: () => void this.#show(one.page, one.args),
    }));
    const seen = new Set<string>();
    return [...behind, ...closed]
      .filter((one) => one.key !== this.#active?.key && !seen.has(one.key) && seen.add(one.key))
      .slice(0, most);
  }

  /** While the record is locked which pages are open stays, and no word of what they show. */
  forgetWords(): void {
    for (const tab of this.#open) tab.forget();
    this.#closed = this.#closed.map((one) => ({ ...one, title: register.find(one.page)?.title() ?? one.page }));
  }

  /** Forgets everything, also what was closed: after sign-out the next person starts with an empty desk. */
  clear(): void {
    this.#open = [];
    this.#active = null;
    this.#asking = [];
    this.#closed = [];
  }
}

export const tabs = new Tabs();

/** Opens a page in its tab, or brings its tab to the front. */
export function open<Id extends PageId>(
  page: Id,
  ...args: Record<string, never> extends PageArgs[Id] ? [args?: PageArgs[Id]] : [args: PageArgs[Id]]
): Tab {
  return tabs.show(page, (args[0] ?? {}) as PageArgs[Id]);
}

/** Opens a page from the menu. */
export function openFromMenu(id: string): void {
  const one = register.find(id);
  if (one) tabs.show(one.id as PageId, (one.first ?? {}) as never);
}
