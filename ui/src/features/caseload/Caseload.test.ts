import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Carried } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { register } from "$lib/pages";
import { tabs } from "$lib/tabs.svelte";
import Caseload from "./Caseload.svelte";
import { inOrder } from "./measures";

const person = (account: number, department: string, open: number): Carried => ({
  account,
  login: `u${account}`,
  name: `示例${account}`,
  department,
  open,
  weight: open * 6,
  in_custody: 0,
  overdue: 0,
  due_7: 0,
  out: 0,
  unchecked: 0,
  away: false,
  on_duty: true,
  case_cap: null,
});
const people = [person(3, "第二检察部", 9), person(2, "第一检察部", 1), person(1, "第一检察部", 30)];

afterEach(() => {
  queryClient.clear();
  tabs.clear();
});

test("people stand by department and entry, never by a figure", () => {
  expect(inOrder(people, ["第一检察部", "第二检察部"]).map((one) => one.account)).toEqual([1, 2, 3]);
});

test("every figure opens its cases and the totals row adds them up", async () => {
  mockBridge({
    caseload: () => ({ day: "2026-03-05", people, waiting: 2 }),
    department_list: () => [],
  });
  register.add({ pages: [{ id: "cases", title: () => "案件", load: () => Promise.reject(new Error("not shown")) }] });
  const { container } = render(Caseload, { args: {}, tab: tabs.show("caseload", {}) });
  await userEvent.click(await screen.findByRole("button", { name: "示例2 在办 1" }));
  expect(tabs.active?.args).toMatchObject({ view: "open", also: [{ column: "handler_id", test: { one_of: ["2"] } }] });
  expect(screen.getByRole("button", { name: "合计 在办 40" })).toBeTruthy();
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
});
