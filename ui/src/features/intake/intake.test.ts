import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Duplicate, Registration } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { type MockBridge, mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { Tab, Tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import Intake from "./Intake.svelte";

const named = (code: string, zh: string) => ({ code, zh, en: code });

let bridge: MockBridge;
let registered: Registration[] = [];
let drafts: Map<string, string>;

beforeEach(() => {
  queryClient.clear();
  registered = [];
  drafts = new Map();
  office.setSession({ today: "2026-03-05" } as never);
  vocabulary.set({
    ...noVocabulary,
    lines: [{ code: "GC", zh: "普通犯罪检察", en: "ordinary criminal", function: "criminal" }],
    categories: [
      { id: "arrest_review", zh: "审查逮捕案件", en: "review of arrest", function: "criminal", lines: ["GC"] } as never,
    ],
    choices: {
      person_role: [named("suspect", "犯罪嫌疑人"), named("victim", "被害人")],
      sex: [named("male", "男"), named("female", "女"), named("unknown", "不详")],
      measure: [named("arrest", "逮捕")],
      number_kind: [named("department", "部门受案号"), named("police", "公安案号")],
      intake_check: [named("jurisdiction", "属于本院管辖")],
      case_source: [named("police", "公安机关移送")],
      refusal_reason: [named("papers_incomplete", "材料不齐备")],
    },
  });
  bridge = mockBridge({
    draft_load: ({ key }) => {
      const body = drafts.get(key);
      return body ? { body, saved_at: "2026-03-05T01:02:03Z" } : null;
    },
    draft_save: ({ key, body }) => {
      drafts.set(key, body);
      return {};
    },
    draft_drop: ({ key }) => {
      drafts.delete(key);
      return {};
    },
    department_list: () => [],
    case_duplicates: () => [],
    pick_cause: () => [{ code: "264", name: "盗窃罪", detail: "第264条", found_by: null }],
    pick_charge: () => [{ code: "264", name: "盗窃罪", detail: "第264条", found_by: null }],
    pick_unit: () => [],
    identity_read: ({ number, on }) => {
      if (number.endsWith("0")) throw new Refusal("identity_check_wrong", "number");
      return {
        number,
        birth: "2009-01-02",
        sex: "male",
        age: on ? 16 : null,
        minor: on ? true : null,
        division: "990100",
        division_name: null,
      };
    },
    case_register: (request) => {
      registered.push(request);
      return { case: 7, register_no: "2026-GC-00007", changed: { entry: 3, cases: [7], tables: [] } };
    },
    assignment_draw: () => ({
      draw: 1,
      chosen: 4,
      chosen_name: "李某",
      candidates: [{ id: 4, name: "李某", load: 9, open: 2 }],
      excluded: [{ id: 5, name: "王某", reason: "on_leave", detail: "2026-03-01" }],
      seed: "ab".repeat(32),
      method: "balanced 1",
    }),
  });
});

function show() {
  const tab = new Tab(new Tabs(), "intake", {});
  return render(Intake, { args: {}, tab });
}

/** Types the head with the keyboard alone; the focus ends in the first cell of the people. */
async function typeHead(user: ReturnType<typeof userEvent.setup>) {
  (await screen.findByLabelText("业务条线")).focus();
  await user.selectOptions(document.activeElement as HTMLSelectElement, "GC");
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(screen.getByLabelText("案件类别"));
  await user.selectOptions(document.activeElement as HTMLSelectElement, "arrest_review");
  await user.keyboard("{Enter}dqz");
  await waitFor(() => screen.getByText("盗窃罪"));
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(screen.getByLabelText("案件名称"));
}

test("two suspects are typed and registered without a mouse, then a handler is drawn", async () => {
  const user = userEvent.setup();
  show();
  await typeHead(user);
  screen.getByLabelText("姓名 1").focus();
  await user.keyboard("甲某{Enter}{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("证件号码 1")));
  await user.keyboard("99010020090102001X");
  expect(screen.getByLabelText<HTMLInputElement>("姓名 1").value).toBe("甲某");
  expect(screen.getByLabelText<HTMLInputElement>("证件号码 1").value).toBe("99010020090102001X");
  await waitFor(() => expect(bridge.calls.map((one) => one.name)).toContain("identity_read"));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("出生日期 1").value).toBe("2009-01-02"));
  expect(screen.getByLabelText<HTMLSelectElement>("性别 1").value).toBe("male");
  await user.keyboard("{Enter}{Enter}{Enter}2025-6-1{Enter}");
  await waitFor(() => expect(screen.getByLabelText("行为时年龄 1").textContent).toContain("16"));
  expect(document.activeElement).toBe(screen.getByLabelText("强制措施 1"));
  await user.keyboard("{Enter}{Enter}{Enter}");
  expect(document.activeElement).toBe(screen.getByLabelText("罪名 1"));
  expect(screen.getByLabelText<HTMLInputElement>("罪名 1").value).toBe("盗窃罪");
  await user.keyboard("{Enter}看守所{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("姓名 2")));
  await user.keyboard("乙某");
  expect(screen.getByLabelText<HTMLInputElement>("案件名称").value).toBe("甲某等2人盗窃案");
  await user.keyboard("{Control>}s{/Control}");
  const draw = await screen.findByRole("button", { name: "随机分案" });
  expect(registered[0]?.persons?.map((one) => [one.name, one.act_on, one.charges?.[0]?.charge_id])).toEqual([
    ["甲某", "2025-06-01", "264"],
    ["乙某", undefined, "264"],
  ]);
  await waitFor(() => expect(document.activeElement).toBe(draw));
  await user.keyboard("{Enter}");
  expect(await screen.findByText("随机分案结果：李某")).toBeTruthy();
  expect(screen.getByText("ab".repeat(32))).toBeTruthy();
  expect(screen.getByText("王某")).toBeTruthy();
  expect(drafts.size).toBe(0);
});

test("a refusal takes the focus, leads to the cell, and nothing typed is lost", async () => {
  const user = userEvent.setup();
  bridge.answer("case_register", () => {
    throw new Refusal("identity_birth_differs", "persons.0.birth", { given: "2001-01-01", number: "2009-01-02" });
  });
  show();
  await typeHead(user);
  screen.getByLabelText("姓名 1").focus();
  await user.keyboard("甲某{Control>}s{/Control}");
  const summary = await screen.findByRole("alert");
  expect(document.activeElement).toBe(summary);
  await user.click(within(summary).getByRole("button"));
  expect(document.activeElement).toBe(screen.getByLabelText("出生日期 1"));
  expect(screen.getByLabelText<HTMLInputElement>("姓名 1").value).toBe("甲某");
  expect(screen.getByLabelText("出生日期 1").getAttribute("aria-invalid")).toBe("true");
});

test("what may be the same case stands beside what is typed, while it is typed", async () => {
  const user = userEvent.setup();
  const other: Duplicate = {
    case: 3,
    register_no: "2026-GC-00003",
    title: "甲某抢夺案",
    category: "arrest_review",
    accepted_on: "2026-02-03",
    is_open: false,
    why: "same_name",
    what: "甲某",
  };
  bridge.answer("case_duplicates", ({ persons }) => (persons?.some((one) => one.name === "甲某") ? [other] : []));
  show();
  await typeHead(user);
  expect(screen.queryByText("2026-GC-00003")).toBeNull();
  screen.getByLabelText("姓名 1").focus();
  await user.keyboard("甲某");
  const table = (await screen.findByText("2026-GC-00003")).closest("table") as HTMLTableElement;
  const shown = Array.from(table.rows, (row) => Array.from(row.cells, (cell) => cell.textContent));
  expect(shown).toEqual([
    ["", "本件", "2026-GC-00003"],
    ["案件名称", screen.getByLabelText<HTMLInputElement>("案件名称").value, "甲某抢夺案"],
    ["案件类别", "审查逮捕案件", "审查逮捕案件"],
    ["受理日期", screen.getByLabelText<HTMLInputElement>("受理日期").value, "2026-02-03 已办结"],
  ]);
  expect(bridge.calls.filter((one) => one.name === "case_register")).toEqual([]);
});

test("a wrong check digit is said under its row while typing", async () => {
  const user = userEvent.setup();
  show();
  (await screen.findByLabelText("证件号码 1")).focus();
  await user.keyboard("990100200901020010");
  await waitFor(() => expect(screen.getByLabelText("证件号码 1").getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getByLabelText<HTMLInputElement>("出生日期 1").value).toBe("");
});

test("what was typed is kept, and taken up when the page opens again", async () => {
  const user = userEvent.setup();
  const first = show();
  (await screen.findByLabelText("姓名 1")).focus();
  await user.keyboard("甲某");
  first.unmount();
  expect(JSON.parse(drafts.get("intake") ?? "{}").persons[0].name).toBe("甲某");
  show();
  expect((await screen.findByLabelText<HTMLInputElement>("姓名 1")).value).toBe("甲某");
  expect(screen.getByText(/已恢复 2026-03-05 01:02/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "清空重填" }));
  expect(screen.getByLabelText<HTMLInputElement>("姓名 1").value).toBe("");
  await waitFor(() => expect(drafts.size).toBe(0));
});

test("readers find nothing against the page", async () => {
  const { container } = show();
  await screen.findByLabelText("业务条线");
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
});
