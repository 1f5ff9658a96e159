import { screen, waitFor } from "@testing-library/svelte";
import DemoCases from "../../demo/DemoCases.svelte";
import { caseCount } from "../../demo/data";
import { faults, showPage } from "../fixtures";
import { ListState } from "./state.svelte";
import type { Column } from "./types";

const grid = () => screen.getByRole("grid");
const active = () => document.getElementById(grid().getAttribute("aria-activedescendant") ?? "");
const chosen = () => document.querySelectorAll('[role="row"][aria-selected="true"]').length;

async function shown() {
  const page = showPage(DemoCases);
  await screen.findByText("示检刑诉受〔2026〕1号");
  grid().focus();
  return page;
}

test.each(["zh", "en"] as const)("the list has no fault of accessibility (%s)", async (language) => {
  await shown();
  expect(await faults(language)).toEqual([]);
});

test("the last row of a million is reached by one key", async () => {
  const { user } = await shown();
  expect(grid().getAttribute("aria-rowcount")).toBe(String(caseCount + 2));
  await user.keyboard("{End}");
  await waitFor(() => expect(active()?.textContent?.trim()).toBe("示检刑诉受〔2026〕1000000号"));
  expect(active()?.closest('[role="row"]')?.getAttribute("aria-rowindex")).toBe(String(caseCount + 2));
  await user.keyboard("{Home}");
  await waitFor(() => expect(active()?.textContent?.trim()).toBe("示检刑诉受〔2026〕1号"));
});

test("only the rows near what is in sight are made", async () => {
  await shown();
  expect(screen.getAllByRole("row").length).toBeLessThan(80);
});

test("Shift chooses a range, Ctrl+Space one more, Ctrl+A all of them", async () => {
  const { user, tab } = await shown();
  await user.keyboard("{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
  expect(chosen()).toBe(3);
  await user.keyboard("{Control>}{ArrowDown}{ArrowDown}[Space]{/Control}");
  expect(chosen()).toBe(4);
  await user.keyboard("{Control>}a{/Control}");
  expect(tab.status).toContain("1,000,000");
  expect(tab.status).toContain("已选 1,000,000");
});

test("chosen rows are copied as cells", async () => {
  const { user } = await shown();
  await user.keyboard("{ArrowDown}{Shift>}{ArrowDown}{/Shift}{Control>}c{/Control}");
  await waitFor(async () => {
    const lines = (await navigator.clipboard.readText()).split("\r\n").map((line) => line.split("\t"));
    expect(lines.map((cells) => cells[0])).toEqual(["示检刑诉受〔2026〕2号", "示检刑诉受〔2026〕3号"]);
    expect(lines[0]).toHaveLength(9);
  });
});

test("Enter opens, an arrow goes to the next cell", async () => {
  const { user } = await shown();
  await user.keyboard("{ArrowRight}");
  expect(active()?.dataset.at).toBe("1");
  await user.keyboard("{Control>}{ArrowRight}{/Control}");
  expect(active()?.dataset.at).toBe("8");
});

test("a filter asks for the list anew, and says when nothing matches", async () => {
  const { user, tab } = await shown();
  const filter = screen.getByRole("textbox", { name: "筛选：案由" });
  await user.type(filter, "诈骗{Enter}");
  await waitFor(() => expect(tab.status).toBe("共 142,857 条"));
  await user.clear(filter);
  await user.type(filter, "没有{Enter}");
  expect(await screen.findByText("请放宽或清除筛选。")).toBeTruthy();
});

test("a head sorts up, down and not", async () => {
  const { user } = await shown();
  const head = screen.getByRole("columnheader", { name: /案号/ });
  await user.click(screen.getByRole("button", { name: "案号" }));
  expect(head.getAttribute("aria-sort")).toBe("ascending");
  await user.click(screen.getByRole("button", { name: "案号" }));
  expect(head.getAttribute("aria-sort")).toBe("descending");
  expect(await screen.findByText("示检刑诉受〔2026〕1000000号")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "案号" }));
  expect(head.getAttribute("aria-sort")).toBe("none");
});

test("a hidden column stays hidden, and comes back", async () => {
  const { user, unmount } = await shown();
  screen.getByRole("button", { name: "列" }).focus();
  await user.keyboard("{Enter}");
  // Without a layout the menu counts as out of sight and has no names; it is there, and takes keys.
  const item = await waitFor(() => {
    const items = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const found = items.find((one) => one.textContent?.includes("承办人"));
    expect(found).toBeDefined();
    return found as HTMLElement;
  });
  item.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByRole("columnheader", { name: "承办人" })).toBeNull());
  unmount();
  await shown();
  expect(screen.queryByRole("columnheader", { name: "承办人" })).toBeNull();
  localStorage.clear();
});

test("the right-click menu speaks of the row it was opened on", async () => {
  const { user } = await shown();
  await user.pointer({ keys: "[MouseRight]", target: screen.getByText("示检刑诉受〔2026〕5号") });
  const items = (await screen.findAllByRole("menuitem")).map((item) => item.textContent?.trim());
  expect(items.some((words) => words?.startsWith("分案"))).toBe(true);
  expect(active()?.textContent?.trim()).toBe("示检刑诉受〔2026〕5号");
  expect(await faults("en")).toEqual([]);
});

test("Ctrl+E writes any list as it is seen: its columns, its filter in words", async () => {
  const { user, bridge, tab } = await shown();
  bridge.answer("table_export", () => ({ rows: 0 }));
  await user.type(screen.getByRole("textbox", { name: "筛选：案由" }), "没有{Enter}");
  await waitFor(() => expect(tab.status).toBe("共 0 条"));
  bridge.picks.push("/desk/名单.csv");
  tab.runKey(new KeyboardEvent("keydown", { key: "e", ctrlKey: true }));
  await waitFor(() => expect(bridge.calls.at(-1)?.name).toBe("table_export"));
  const request = bridge.calls.at(-1)?.request as { columns: { head: string; kind: string }[] };
  expect(request).toMatchObject({ path: "/desk/名单.csv", title: "案件", filter_words: "案由含“没有”", rows: [] });
  expect(request.columns.map((one) => one.kind)).toContain("number");
  expect(request.columns[0]).toEqual({ head: "案号", kind: "text" });
});

test("a file holds every row of the list in its order, whatever is in sight", async () => {
  const columns: Column<number>[] = [{ id: "n", title: () => "号", width: 50, text: (row) => `第${row}号` }];
  const fetch = async (_: unknown, from: number, count: number) => ({
    rows: Array.from({ length: Math.min(count, 250 - from) }, (_, at) => 250 - from - at),
    total: 250,
  });
  const list = new ListState("file", () => columns, fetch, null);
  list.anew();
  await waitFor(() => expect(list.rows.known).toBe(true));
  const table = await list.table("名单");
  expect(table.rows).toHaveLength(250);
  expect([table.rows[0], table.rows[100], table.rows[249]]).toEqual([["第250号"], ["第150号"], ["第1号"]]);
});
