import { call } from "$lib/bridge";
import { type CasesDoor, mayAsk, openCase, seesCases } from "$lib/doors";
import { type Finder, page } from "$lib/pages";
import { word } from "$lib/words";
import { m } from "$messages";

declare module "$lib/pages" {
  interface PageArgs {
    cases: CasesDoor;
    as_of: Record<string, never>;
  }
}

export const pages = [
  page({
    id: "cases",
    title: () => m.page_cases(),
    load: () => import("./Cases.svelte"),
    first: {},
    menu: { place: "cases" },
    who: seesCases,
  }),
  page({
    id: "as_of",
    title: () => m.page_as_of(),
    load: () => import("./AsOf.svelte"),
    menu: { place: "cases", under: 9 },
    who: (session) => mayAsk(session, "register_as_of"),
  }),
];

/** Cases by number, person, cause, note; the core finds them by characters and by pinyin. */
const findCases: Finder = async (text, signal) => {
  const found = await call("search", { text, limit: 20 });
  if (signal.aborted) return { found: [], more: false };
  const all = found.hits.map((hit) => ({
    kind: word(`hit_${hit.kind}`) ?? hit.kind,
    title: hit.text,
    note: [hit.register_no, hit.title, hit.is_open ? "" : m.case_closed()]
      .filter((part) => part !== "" && part !== hit.text)
      .join(" · "),
    open: () => openCase(hit.case),
  }));
  return { found: all, more: found.more };
};

export const finders = [findCases];
