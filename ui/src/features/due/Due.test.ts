import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import type { DueAsk } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { Tabs } from "$lib/tabs.svelte";
import { session } from "../../demo/data";
import Due from "./Due.svelte";
import { casePeriod, dueRow } from "./samples";

const rows = [
  dueRow({
    case: 2,
    case_title: "李四诈骗案",
    person: null,
    days_left: -2,
    state: "overdue",
    due: "2026-03-03",
    safe_due: "2026-03-03",
  }),
  dueRow(),
];

beforeEach(() => queryClient.clear());

async function shown(list = rows) {
  const bridge = mockBridge();
  bridge
    .answer("due_list", () => ({ rows: list, next: null }))
    .answer("due_counts", () => [
      { state: "overdue" as const, number: 1 },
      { state: "quiet" as const, number: 1 },
    ])
    .answer("due_days", () => [{ day: "2026-03-11", number: 1 }])
    .answer("calendar_days", () => [{ day: "2026-03-11", works: true, kind: "working", name: null, missing: null }])
    .answer("department_list", () => [])
    .answer("law_rules", () => [])
    .answer("case_due", () => ({ gaps: [], reminders: [], look_backs: [], periods: [casePeriod()] }))
    .answer("account_list", () => [])
    .answer("desk_load", () => [{ key: "due.views", body: '[{"name":"催办","chosen":{"kinds":["paper"]}},{"bad":1}]' }])
    .answer("desk_save", () => ({}))
    .answer("due_groups", () => [
      {
        key: "4",
        name: { zh: "王检察官", en: "王检察官" },
        number: 2,
        states: [{ state: "overdue" as const, number: 1 }],
      },
    ]);
  office.setSession(session);
  const tab = new Tabs().show("due", {});
  render(Due, { args: {}, tab });
  await screen.findAllByText("张三盗窃案", { exact: false });
  return { bridge, tab, user: userEvent.setup() };
}

test.each(["zh", "en"] as const)("the page has no fault of accessibility (%s)", async (language) => {
  await shown();
  expect(await faults(language)).toEqual([]);
});

test("rows stand under their day, the earlier day first, each with its state in words", async () => {
  await shown();
  const named = screen.getAllByRole("region").map((region) => region.getAttribute("aria-label"));
  const regions = named.filter((name) => name?.endsWith("日"));
  expect(regions).toEqual(["2026年3月3日", "2026年3月11日"]);
  expect(within(screen.getByRole("region", { name: "2026年3月3日" })).getByText("超期 2 天")).toBeTruthy();
});

test("a row opens its arithmetic with the article", async () => {
  const { user } = await shown();
  const day = screen.getByRole("region", { name: "2026年3月11日" });
  await user.click(within(day).getByRole("button", { name: "审查逮捕（已拘留）" }));
  expect(await screen.findByText("加七日")).toBeTruthy();
  expect(screen.getByText("刑诉法第91条")).toBeTruthy();
});

test("a chip asks for that state only, a day of the month for that day", async () => {
  const { user, bridge } = await shown();
  const last = () => bridge.calls.findLast((call) => call.name === "due_list")?.request as DueAsk;
  await user.click(screen.getByRole("button", { name: /^已超期 \d/ }));
  await waitFor(() => expect(last().filter?.states).toEqual(["overdue"]));
  await user.click(await screen.findByRole("button", { name: "2026-03-11，1 项到期" }));
  await waitFor(() => expect(last().filter).toMatchObject({ from: "2026-03-11", until: "2026-03-11" }));
});

test("rows are walked with the arrows; Space opens the sum where one is", async () => {
  const { user } = await shown();
  const heads = () => screen.getAllByRole("button", { name: "审查逮捕（已拘留）" });
  heads()[0]?.focus();
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(heads()[1]);
  await user.keyboard(" ");
  expect(await screen.findByText("加七日")).toBeTruthy();
});

test("a view narrows the list; what is chosen is kept under a name and forgotten again", async () => {
  const { user, bridge } = await shown();
  const last = () => bridge.calls.findLast((call) => call.name === "due_list")?.request as DueAsk;
  const kept = () => {
    const sent = bridge.calls.findLast((call) => call.name === "desk_save")?.request as { body: string } | undefined;
    return JSON.parse(sent?.body ?? "[]");
  };
  const views = screen.getByRole("group", { name: "视图" });
  await user.click(within(views).getByRole("button", { name: "羁押中" }));
  await waitFor(() => expect(last().filter).toEqual({ by: "office", in_custody: true }));
  await user.click(within(views).getByRole("button", { name: "催办" }));
  await waitFor(() => expect(last().filter).toEqual({ kinds: ["paper"] }));
  await user.click(screen.getByRole("button", { name: /^已超期 \d/ }));
  await user.click(within(views).getByRole("button", { name: "保存为视图" }));
  await user.type(await screen.findByRole("textbox", { name: /视图名称/ }), "超期文书");
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "保存为视图" }));
  await waitFor(() => expect(kept().map((one: { name: string }) => one.name)).toEqual(["催办", "超期文书"]));
  expect(kept()[1].chosen).toMatchObject({ kinds: ["paper"], states: ["overdue"] });
  // The page takes the pointer again a moment after the dialog is gone.
  await waitFor(() => user.click(within(views).getByRole("button", { name: "移除：催办" })));
  await waitFor(() => expect(kept().map((one: { name: string }) => one.name)).toEqual([]));
});

test("a group beside the list narrows it", async () => {
  const { user, bridge } = await shown();
  const groups = await screen.findByRole("region", { name: "汇总" });
  await user.click(await within(groups).findByRole("button", { name: "王检察官" }));
  await waitFor(() =>
    expect(bridge.calls.findLast((call) => call.name === "due_list")?.request).toMatchObject({
      filter: { handler: 4 },
    }),
  );
});

test("where the safe day is earlier than the last day both stand in the row; a year without a table is named", async () => {
  await shown([dueRow({ due: "2026-03-31", safe_due: "2026-03-28", calendar_missing: 2027 })]);
  const day = screen.getByRole("region", { name: "2026年3月28日" });
  expect(within(day).getByText(/2026-03-28 · 届满日 2026-03-31/)).toBeTruthy();
  expect(within(day).getByText("未载入 2027 年日历，仅按周末推算")).toBeTruthy();
});

test("Ctrl+P lays out the list of the day with a line to sign; Ctrl+E writes every row under the filter", async () => {
  const { bridge, tab } = await shown();
  const printed = vi.spyOn(window, "print").mockImplementation(() => {});
  bridge.answer("paper_printed", () => ({ entry: 57, digest: "00ff00ff00ff00ff" }));
  bridge.answer("due_daily", ({ day }) => ({
    day: day ?? "",
    total: 1,
    states: [{ state: "overdue" as const, number: 1 }],
    groups: [
      {
        name: { zh: "王检察官", en: "王检察官" },
        rows: [dueRow({ state: "overdue", days_left: -2, due: "2026-03-03", safe_due: "2026-03-03" })],
      },
    ],
  }));
  tab.runKey(new KeyboardEvent("keydown", { key: "p", ctrlKey: true }));
  await waitFor(() => expect(printed).toHaveBeenCalledTimes(1));
  expect(bridge.calls.findLast((call) => call.name === "due_daily")?.request).toMatchObject({ day: "2026-03-05" });
  const sheet = document.querySelector(".paper .sheet") as HTMLElement;
  expect(bridge.calls.findLast((call) => call.name === "paper_printed")?.request).toEqual({ what: "due" });
  const words = ["期限日清单", "王检察官　1 项", "2026年3月3日", "超期 2 天", "签收", "第 1 页 共 1 页"];
  for (const word of [...words, "打印记录：日志第 57 条，摘要 00ff00ff00ff00ff"]) {
    expect(sheet.textContent).toContain(word);
  }

  bridge.picks.push("/home/li/期限.xlsx");
  bridge.answer("table_export", () => ({ rows: 2 }));
  tab.runKey(new KeyboardEvent("keydown", { key: "e", ctrlKey: true }));
  await waitFor(() => expect(bridge.calls.some((call) => call.name === "table_export")).toBe(true));
  const file = bridge.calls.find((call) => call.name === "table_export")?.request as {
    path: string;
    rows: string[][];
    filter_words: string;
  };
  expect(file.path).toBe("/home/li/期限.xlsx");
  expect(file.rows.map((line) => line[0])).toEqual(["2026-03-03", "2026-03-11"]);
  expect(file.filter_words).toContain("本院");
});

test("without its entry in the journal nothing is printed, and the page says why", async () => {
  const { bridge, tab } = await shown();
  const printed = vi.spyOn(window, "print").mockImplementation(() => {});
  printed.mockClear();
  bridge.answer("due_daily", () => ({ day: "2026-03-05", total: 0, states: [], groups: [] }));
  bridge.answer("paper_printed", () => {
    throw new Refusal("record_disk_fault");
  });
  tab.runKey(new KeyboardEvent("keydown", { key: "p", ctrlKey: true }));
  expect((await screen.findByRole("alert")).textContent).not.toBe("");
  expect(printed).not.toHaveBeenCalled();
  expect(document.querySelector(".paper")).toBeNull();
});
