import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Duplicate, IntakeRefusal, Registration } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { type MockBridge, mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { register } from "$lib/pages";
import { Tab, Tabs, tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import { taken } from "./after.svelte";
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

const earlier = (id: number, more: Partial<IntakeRefusal> = {}): IntakeRefusal => ({
  id,
  on_day: "2026-03-02",
  outcome: "returned",
  reason: "papers_incomplete",
  reason_text: "",
  category: "arrest_review",
  title: "丙某等2人盗窃案",
  from_unit: "测试县公安局",
  number: "测公捕〔2026〕9号",
  persons: "丙某、丁某",
  by: "李示例",
  by_account: 1,
  accepted_case_id: null,
  accepted_register_no: null,
  is_masked: false,
  ...more,
});
const fieldText = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
const stored = () => JSON.parse(drafts.get("intake") ?? "null");

test("an earlier return fills an empty form, is kept in the draft and goes to the core with the registration", async () => {
  const user = userEvent.setup();
  taken.offer(earlier(3));
  show();
  expect(await screen.findByText(/接续 2026-03-02 的退回补正。/)).toBeTruthy();
  expect(["姓名 1", "姓名 2", "案件名称", "公安案号", "移送单位"].map(fieldText)).toEqual([
    "丙某",
    "丁某",
    "丙某等2人盗窃案",
    "测公捕〔2026〕9号",
    "测试县公安局",
  ]);
  expect(fieldText("业务条线")).toBe("GC");
  await waitFor(() => expect(stored()?.after_refusal).toEqual({ id: 3, on_day: "2026-03-02", outcome: "returned" }));
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByRole("button", { name: "随机分案" });
  expect(registered[0]).toMatchObject({ after_refusal: 3, from_unit: "测试县公安局" });
  expect(drafts.size).toBe(0);

  // What was just registered makes way for the next that is taken up.
  taken.offer(earlier(4, { title: "戊某诈骗案", persons: "戊某" }));
  await waitFor(() => expect(fieldText("案件名称")).toBe("戊某诈骗案"));
});

test("a draft that follows a return does so when it is taken up again, and can be let go of it", async () => {
  const user = userEvent.setup();
  taken.offer(earlier(3));
  const first = show();
  await screen.findByText(/接续 2026-03-02/);
  await waitFor(() => expect(stored()).not.toBeNull());
  first.unmount();
  show();
  expect(await screen.findByText(/接续 2026-03-02 的退回补正。/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "不再接续" }));
  expect(screen.queryByText(/接续 2026-03-02/)).toBeNull();
  expect(fieldText("姓名 1")).toBe("丙某");
  screen.getByLabelText("姓名 1").focus();
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByRole("button", { name: "随机分案" });
  expect(registered[0]).not.toHaveProperty("after_refusal");
});

test("what stands in the form is kept unless somebody says otherwise, by the keyboard", async () => {
  const user = userEvent.setup();
  show();
  (await screen.findByLabelText("姓名 1")).focus();
  await user.keyboard("甲某");
  taken.offer(earlier(3));
  const asked = await screen.findByRole("dialog", { name: "表单中已有填写的内容" });
  await waitFor(() => expect(document.activeElement).toBe(within(asked).getByLabelText("保留，只注明接续")));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.queryByText(/接续 2026-03-02/)).toBeNull();
  expect(fieldText("姓名 1")).toBe("甲某");

  taken.offer(earlier(3));
  await screen.findByRole("dialog");
  await user.keyboard("{Tab}{Enter}");
  expect(await screen.findByText(/接续 2026-03-02/)).toBeTruthy();
  expect(fieldText("姓名 1")).toBe("甲某");
  await waitFor(() => expect(stored().after_refusal.id).toBe(3));

  // The same again asks nothing; another asks, and fills the form only when that was chosen.
  taken.offer(earlier(3));
  taken.offer(earlier(4, { title: "戊某诈骗案", persons: "戊某", outcome: "refused" }));
  const again = await screen.findByRole("dialog");
  await waitFor(() => expect(again.contains(document.activeElement)).toBe(true));
  // The arrow keys of a group of radio buttons are played, and that needs what jsdom lacks.
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  await user.keyboard("{ArrowDown}{Tab}{Enter}");
  vi.unstubAllGlobals();
  expect(await screen.findByText(/接续 2026-03-02 的不予受理。/)).toBeTruthy();
  expect(fieldText("姓名 1")).toBe("戊某");
  await waitFor(() => expect(stored()).toMatchObject({ title: "戊某诈骗案", after_refusal: { id: 4 } }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("what the core has against the return stands at its banner, and leads to it", async () => {
  const user = userEvent.setup();
  bridge.answer("case_register", () => {
    throw new Refusal("intake_accepted_already", "after_refusal", { case: 7 });
  });
  taken.offer(earlier(3));
  show();
  await screen.findByText(/接续 2026-03-02/);
  await user.keyboard("{Control>}s{/Control}");
  const summary = (await screen.findAllByRole("alert")).find((one) => one.matches(".summary")) as HTMLElement;
  const banner = screen.getByRole("button", { name: "不再接续" }).closest("[role=alert]") as HTMLElement;
  expect(banner.textContent).toContain("7");
  await user.click(within(summary).getByRole("button"));
  expect(document.activeElement).toBe(within(banner).getByRole("button", { name: "不再接续" }));

  // Of another return nothing was said yet.
  taken.offer(earlier(4));
  await screen.findByRole("dialog");
  await user.keyboard("{Tab}{Enter}");
  await waitFor(() =>
    expect(screen.getByRole("button", { name: "不再接续" }).closest("[role=alert], [role=status]")?.role).toBe(
      "status",
    ),
  );
});

test("the form leads to the register of returns, and readers find nothing against what follows one", async () => {
  const user = userEvent.setup();
  const notShown = { load: () => Promise.reject(new Error("not shown here")) };
  register.add({ pages: [{ id: "returned", title: () => "退回", ...notShown }] });
  const { container } = show();
  await user.click(await screen.findByRole("button", { name: "接续此前的退回…" }));
  expect(tabs.active?.page).toBe("returned");
  tabs.clear();
  taken.offer(earlier(3));
  await screen.findByText(/接续 2026-03-02/);
  expect(screen.queryByRole("button", { name: "接续此前的退回…" })).toBeNull();
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
});
