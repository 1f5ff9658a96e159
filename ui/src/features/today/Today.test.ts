import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { CaseListAsk, Post } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { register } from "$lib/pages";
import { tabs } from "$lib/tabs.svelte";
import Today from "./Today.svelte";

const totals: Record<string, number> = { waiting: 7, overdue: 2, due_week: 5, mine: 11 };

function desk(post: Post, may = post === "case_management_clerk" ? ["audit_search"] : []) {
  office.setSession({
    office: { name: "示", short_name: "示", division_code: "990100", founded_on: "2026-01-01", is_sample: true },
    account: { id: 4, login: "li", name: "李示例", post },
    today: "2026-03-05",
    version: "0",
    may,
  } as never);
  const bridge = mockBridge({
    case_list: ({ view }) => ({ total: totals[view ?? ""] ?? 0, cases: [], next: null }),
    finding_counts: () => [
      { check: "a", open: 3, answered: 1, cases: 2 },
      { check: "b", open: 4, answered: 0, cases: 4 },
    ],
    journal_list: () => ({ entries: [], next: null }),
    hearing_list: () => ({ total: 0, hearings: [], next: null }),
    desk_load: () => [{ key: "today:looked", body: "2026-03-02 2026-02-27" }],
    desk_save: () => ({}) as never,
  });
  return { bridge, ...render(Today, { args: {}, tab: tabs.show("today", {}) }) };
}
const asked = (bridge: ReturnType<typeof desk>["bridge"]) =>
  bridge.calls.filter((one) => one.name === "case_list").map((one) => one.request as CaseListAsk);

beforeAll(() => {
  register.add({ pages: [{ id: "cases", title: () => "案件", load: () => Promise.reject(new Error("not shown")) }] });
});
afterEach(() => {
  queryClient.clear();
  tabs.clear();
});

test("whoever keeps the register sees the office's day, and each number opens what it counts", async () => {
  const { bridge, container } = desk("case_management_clerk");
  await userEvent.click(await screen.findByRole("button", { name: "待分案 7" }));
  expect(tabs.active?.args).toMatchObject({ view: "waiting" });
  expect(asked(bridge)).toContainEqual({ view: "all", filter: "accepted_on>=2026-03-05", limit: 0 });
  expect((await screen.findByText("待答复的检查发现")).nextElementSibling?.textContent).toBe("7");
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
});

test("a handler sees only the own cases, and what changed since the last look on another day", async () => {
  const { bridge } = desk("prosecutor");
  await userEvent.click(await screen.findByRole("button", { name: "已超期 2" }));
  expect(tabs.active?.args).toMatchObject({
    view: "overdue",
    also: [{ column: "staff", test: { one_of: ["4"] } }],
  });
  await screen.findByText("2026-03-02 以来有变动");
  for (const one of asked(bridge)) expect(one.view === "mine" || one.filter?.includes("handler=li")).toBe(true);
  expect(bridge.calls.find((one) => one.name === "desk_save")?.request).toEqual({
    key: "today:looked",
    body: "2026-03-05 2026-03-02",
  });
});

test("who may not read the journal is not asked for it, whatever the post", async () => {
  const before = desk("case_management_clerk");
  await screen.findByText("待答复的检查发现");
  expect(before.bridge.calls.some((one) => one.name === "journal_list")).toBe(true);
  before.unmount();
  queryClient.clear();
  const handedOver = desk("case_management_clerk", []);
  await screen.findByText("待答复的检查发现");
  expect(handedOver.bridge.calls.some((one) => one.name === "journal_list")).toBe(false);
});

test("a post that sees no cases is told where to go, and nothing is asked of the record", () => {
  const { bridge } = desk("system_administrator");
  expect(screen.getByText("本岗位不查看案件")).toBeTruthy();
  expect(asked(bridge)).toEqual([]);
});
