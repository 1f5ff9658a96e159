/**
 * The register of pages. A feature keeps a file `features/<capability>/pages.ts` that exports `pages` (and `actions`,
 * `finders` where it has them); nothing else has to be told. Arguments of a page are typed by adding to {@link PageArgs}:
 *
 * ```ts
 * declare module "$lib/pages" {
 *   interface PageArgs { hearing: { hearing: number } }
 * }
 * export const pages = [
 *   page({ id: "hearing", title: () => m.page_hearing(), load: () => import("./Hearing.svelte") }),
 * ];
 * ```
 *
 * The page itself is a component that takes `{ args, tab }: PageProps<"hearing">`.
 */
import type { Component } from "svelte";
import type { Session } from "$generated/commands";
import type { Answer, CommandName, Request } from "./bridge";
import type { ActionId } from "./keys";
import { once } from "./once";
import type { Tab } from "./tabs.svelte";

/** What each page needs to know, by page id; features add to it. */
// biome-ignore lint/suspicious/noEmptyInterface: features add their pages to it.
export interface PageArgs {}

export type PageId = keyof PageArgs & string;

export interface PageProps<Id extends PageId> {
  args: PageArgs[Id];
  tab: Tab;
}

/** The places of the left menu's first level, in their order; Alt+1…9 follows it. */
export const menuPlaces = [
  "today",
  "cases",
  "deadlines",
  "assignments",
  "hearings",
  "quality",
  "caseload",
  "ledgers",
  "import",
  "settings",
] as const;
export type MenuPlace = (typeof menuPlaces)[number];

/** What the file of a page's component holds. */
interface Code<Args> {
  default: Component<{ args: Args; tab: Tab }> | Component<Record<string, never>>;
}

interface PageOf<Args> {
  id: string;
  /** In the window's language, without the particulars: the page itself names its tab by `tab.title`. */
  title: () => string;
  load: () => Promise<Code<Args>>;
  /** The arguments to open it with from the menu; needed with `menu` where the page takes any. */
  first?: Args;
  /** Where it stands in the left menu: the place itself, or an order under it. Without it, not in the menu. */
  menu?: { place: MenuPlace; under?: number };
  /** What the menu counts beside it: `badgeOf("finding_counts", {}, (counts) => counts.mine)`. */
  badge?: Badge;
  /** Who sees it in the menu; everybody where not given. The core refuses in any case. */
  who?: (session: Session) => boolean;
}

export type Page<Id extends PageId> = PageOf<PageArgs[Id]> & { id: Id };

/** Something that can be done from anywhere: a key, a line of the palette. */
export interface WindowAction {
  id: ActionId;
  run: () => void;
  who?: (session: Session) => boolean;
}

/** One thing that a search found. */
export interface Found {
  /** What kind of thing, in the window's language. */
  kind: string;
  title: string;
  note?: string;
  open: () => void;
}

/** Finds things of its capability for Ctrl+K, and whether there are more of them. */
export type Finder = (text: string, signal: AbortSignal) => Promise<{ found: Found[]; more: boolean }>;

interface FeatureModule {
  pages?: readonly AnyPage[];
  actions?: readonly WindowAction[];
  finders?: readonly Finder[];
}

// The register holds pages of every kind side by side; each was checked against its own arguments by `page`.
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type AnyPage = PageOf<any>;

/** A count of what waits for me, asked anew when its command's tables change. */
export interface Badge {
  name: CommandName;
  request: unknown;
  count: (answer: never) => number;
}

export function badgeOf<N extends CommandName>(
  name: N,
  request: Request<N>,
  count: (answer: Answer<N>) => number,
): Badge {
  return { name, request, count: count as Badge["count"] };
}

/** Whether somebody may see a page or an action at all. */
export function mayUse(one: { who?: (session: Session) => boolean }, session: Session | null): boolean {
  return session !== null && (one.who?.(session) ?? true);
}

/** Checks a page against its arguments; otherwise hands it back as it is. */
export function page<Id extends PageId>(description: Page<Id>): Page<Id> {
  return description;
}

class Register {
  readonly #pages = new Map<string, AnyPage>();
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly #codes = new Map<string, () => Code<any> | Promise<Code<any>>>();
  readonly actions: WindowAction[] = [];
  readonly finders: Finder[] = [];

  add(feature: FeatureModule): void {
    for (const one of feature.pages ?? []) {
      if (this.#pages.has(one.id)) throw new Error(`two pages are called ${one.id}`);
      this.#pages.set(one.id, one);
      this.#codes.set(one.id, once(one.load));
    }
    this.actions.push(...(feature.actions ?? []));
    this.finders.push(...(feature.finders ?? []));
  }

  find(id: string): AnyPage | undefined {
    return this.#pages.get(id);
  }

  /** A page's code; at once where it was fetched before. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  code(id: string): Code<any> | Promise<Code<any>> | undefined {
    return this.#codes.get(id)?.();
  }

  get pages(): AnyPage[] {
    return [...this.#pages.values()];
  }

  /** The first-level page of a place, and those under it in their order. */
  menu(place: MenuPlace): { top: AnyPage | undefined; under: AnyPage[] } {
    const here = this.pages.filter((one) => one.menu?.place === place);
    return {
      top: here.find((one) => one.menu?.under === undefined),
      under: here
        .filter((one) => one.menu?.under !== undefined)
        .sort((a, b) => (a.menu?.under ?? 0) - (b.menu?.under ?? 0)),
    };
  }
}

export const register = new Register();
