import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { HearingLineCoverage } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { register } from "$lib/pages";
import { tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import CoveragePart from "./CoveragePart.svelte";

const line: HearingLineCoverage = {
  line: "GC",
  cases: 40,
  heard: 3,
  hearings: 5,
  held: 4,
  public: 3,
  closed: 1,
  followed: 4,
  not_followed: 0,
  effect: 2,
};

beforeEach(() => {
  office.setSession({ today: "2026-03-05" } as never);
  vocabulary.set({
    ...noVocabulary,
    lines: [{ code: "GC", zh: "普通犯罪检察", en: "ordinary criminal", function: "criminal" }],
  });
});

afterEach(() => {
  queryClient.clear();
  tabs.clear();
});

test("every figure opens what it counts: the cases accepted on these days, or their hearings", async () => {
  mockBridge({ hearing_coverage: () => ({ lines: [line], leaders: [] }) });
  const page = (id: "cases" | "hearings_some") => ({
    id,
    title: () => id,
    load: () => Promise.reject(new Error("not shown")),
  });
  register.add({ pages: [page("cases"), page("hearings_some")] });
  const { container } = render(CoveragePart);
  await userEvent.click(await screen.findByRole("button", { name: /^普通犯罪检察 受理案件.* 40$/ }));
  expect(tabs.active?.args).toMatchObject({
    view: "all",
    also: [
      { column: "line", test: { one_of: ["GC"] } },
      { column: "accepted_on", test: { between: ["2026-01-01", "2026-12-31"] } },
    ],
  });
  const shown = Array.from(container.querySelectorAll("tbody td"), (cell) => cell.textContent?.trim());
  const opens = screen.getAllByRole("button").map((one) => one.textContent?.trim());
  const figures = shown.filter((text) => text !== "0" && /^\d+$/.test(text ?? ""));
  expect(opens).toEqual(expect.arrayContaining(figures));
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
});
