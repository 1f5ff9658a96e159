import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { Tabs } from "$lib/tabs.svelte";
import { session } from "../../demo/data";
import OwnChecks from "./OwnChecks.svelte";

const check = {
  id: 7,
  title: "收案超过十日未分案",
  about: "每周一看",
  body: "SELECT case_id FROM cases",
  saved_on: "2026-03-01",
  saved_by: "李案管",
};
const answer = {
  columns: ["天数"],
  rows: [{ case: 3, register_no: "2026-GC-00003", title: "张三盗窃案", cells: ["12"] }],
  more: false,
};

beforeEach(() => queryClient.clear());

async function shown(checks = [check]) {
  const bridge = mockBridge();
  bridge
    .answer("own_check_list", () => checks)
    .answer("own_check_views", () => [{ view: "cases", columns: ["case_id", "title"] }])
    .answer("own_check_ask", () => answer)
    .answer("draft_load", () => null)
    .answer("draft_save", () => ({}))
    .answer("draft_drop", () => ({}));
  office.setSession({ ...session, account: { ...session.account, post: "case_management_clerk" } });
  render(OwnChecks, { args: {}, tab: new Tabs().show("own_checks", {}) });
  return { bridge, user: userEvent.setup() };
}

test.each(["zh", "en"] as const)("the page has no fault of accessibility (%s)", async (language) => {
  await shown();
  await screen.findByText("张三盗窃案");
  expect(await faults(language)).toEqual([]);
});

test("the chosen check shows its cases with what it says of them", async () => {
  const { bridge } = await shown();
  await screen.findByText("张三盗窃案");
  expect(screen.getByText("12")).toBeTruthy();
  expect(screen.getByText("天数")).toBeTruthy();
  expect(bridge.calls.find((call) => call.name === "own_check_ask")?.request).toEqual({ check: 7 });
});

test("an office without any is told what they are for", async () => {
  await shown([]);
  expect(await screen.findByText("还没有自编检查")).toBeTruthy();
});

test("a query is tried before it is kept, and what was typed stays when it is refused", async () => {
  const { bridge, user } = await shown([]);
  await user.click(await screen.findByRole("button", { name: "新编检查" }));
  await user.type(await screen.findByLabelText(/名称/), "未分案");
  await user.type(screen.getByLabelText(/查询语句/), "SELECT title FROM cases");
  bridge.answer("own_check_ask", () => {
    throw new Refusal("own_check_without_case", "body");
  });
  await user.click(screen.getByRole("button", { name: "试运行" }));
  expect(await screen.findByText(/没有 case_id 列/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>(/查询语句/).value).toBe("SELECT title FROM cases");
  bridge
    .answer("own_check_ask", () => answer)
    .answer("own_check_save", () => ({ check: 8, changed: { entry: 5, cases: [], tables: [] } }));
  await user.click(screen.getByRole("button", { name: "试运行" }));
  expect(await screen.findByText("张三盗窃案")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "保存" }));
  await waitFor(() =>
    expect(bridge.calls.findLast((call) => call.name === "own_check_save")?.request).toMatchObject({ title: "未分案" }),
  );
});
