import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Waiting } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import Assignments from "./Assignments.svelte";

const waiting = (id: number): Waiting => ({
  case: id,
  register_no: `2026-GC-0000${id}`,
  title: `赵某${id}盗窃案`,
  line: "ordinary",
  category: "prosecution",
  persons: "赵某甲",
  accepted_on: "2026-03-01",
  in_custody: false,
  is_minor: false,
  next_due_on: null,
  due_state: "",
});
const people = [
  { id: 1, name: "李示例", load: 25, open: 4 },
  { id: 2, name: "王示例", load: 6, open: 1 },
];
const excluded = [{ id: 3, name: "张示例", reason: "on_leave", detail: "" }];

function desk() {
  let left = [waiting(1), waiting(2), waiting(3)];
  vocabulary.set({
    ...noVocabulary,
    choices: {
      exclusion_reason: [{ code: "on_leave", zh: "不在岗", en: "not on duty" }],
      designation_reason: [{ code: "connected", zh: "关联案件", en: "connected case" }],
    },
  });
  const bridge = mockBridge({
    assignment_waiting: () => left,
    assignment_pool: () => ({ candidates: people, excluded }),
    caseload: () => ({ day: "2026-03-05", people: [], waiting: left.length }),
    account_list: () =>
      people.map((one) => ({ ...one, in_quota: true, ended_on: null, department: "第一检察部" })) as never,
    assignment_draw: ({ case: id }) => {
      if (id === 2) throw { code: "nobody_eligible", at: "", values: {} };
      left = left.filter((one) => one.case !== id);
      return { draw: 70 + id, chosen: 2, chosen_name: "王示例", candidates: people, excluded, seed: "ab", method: "x" };
    },
    assignment_designate: () => ({ entry: 9, cases: [1], tables: [] }),
    draw_slip: ({ draw }) => ({
      draw,
      on_day: "2026-03-05",
      method: "random-1",
      seed: "ab".repeat(32),
      candidates: people,
      excluded,
      chosen: 2,
      chosen_name: "王示例",
      drawn_by: "李示例",
      repeats: true,
    }),
    draws_verify: () => ({ draws: 12, agree: 12, disagree: [] }),
  });
  const tab = tabs.show("assignments", {});
  return { bridge, ...render(Assignments, { args: {}, tab }) };
}
const drawn = (bridge: ReturnType<typeof desk>["bridge"]) =>
  bridge.calls.filter((one) => one.name === "assignment_draw").map((one) => one.request);

afterEach(() => {
  queryClient.clear();
  tabs.clear();
});

test("who may take the case stands beside it, who may not with the reason in words", async () => {
  const { container } = desk();
  const pool = await screen.findByRole("complementary", { name: /赵某1盗窃案/ });
  await within(pool).findByText("王示例");
  expect(within(pool).getByText("4.2")).toBeTruthy();
  expect(within(pool).getByText("不在岗")).toBeTruthy();
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
});

test("one case is drawn and its slip says who, by what seed, and that it repeats", async () => {
  const { bridge } = desk();
  await screen.findByText("2026-GC-00001");
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{Home}");
  await userEvent.click(screen.getByRole("button", { name: "随机分案 1" }));
  const slip = await screen.findByRole("dialog", { name: "分案单 第 71 号" });
  await within(slip).findByText("ab".repeat(32));
  expect(within(slip).getByText("一致 ✓")).toBeTruthy();
  expect(drawn(bridge)).toEqual([{ case: 1 }]);
});

test("all chosen cases are drawn one by one; a refused one stays and says why", async () => {
  const { bridge } = desk();
  await screen.findByText("2026-GC-00001");
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{Control>}a{/Control}");
  await userEvent.click(screen.getByRole("button", { name: "随机分案 3" }));
  const dialog = await screen.findByRole("dialog", { name: "已分案 2 件，共 3 件" });
  expect(drawn(bridge)).toEqual([{ case: 1 }, { case: 2 }, { case: 3 }]);
  expect(within(dialog).getAllByRole("button", { name: "分案单" })).toHaveLength(2);
});

test("a handler is designated only with a coded reason", async () => {
  const { bridge } = desk();
  await userEvent.click((await screen.findAllByRole("button", { name: "指定" }))[0] as HTMLElement);
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByRole("option", { name: "李示例" });
  const designate = within(dialog).getByRole("button", { name: "指定" });
  await userEvent.click(designate);
  expect(bridge.calls.some((one) => one.name === "assignment_designate")).toBe(false);
  await userEvent.selectOptions(within(dialog).getByLabelText("指定理由"), "connected");
  await userEvent.click(designate);
  await waitFor(() =>
    expect(bridge.calls.find((one) => one.name === "assignment_designate")?.request).toEqual({
      case: 1,
      designation: { account: 1, reason: "connected", reason_text: "", decided_by: "" },
    }),
  );
});
