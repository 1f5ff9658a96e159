import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { faults } from "$components/fixtures";
import type { Account, JournalEntry } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import { m } from "$messages";
import { session, statuses } from "../../demo/data";
import Journal from "./Journal.svelte";
import OfficeHead from "./OfficeHead.svelte";
import Settings from "./Settings.svelte";

const entry = (id: number, more: Partial<JournalEntry> = {}): JournalEntry => ({
  entry: id,
  at: "2026-03-05T01:12:00Z",
  day: "2026-03-05",
  person: "李示例",
  action: "case_register",
  reason: "",
  undoes: null,
  undone: false,
  case: null,
  more: false,
  changes: [{ table: "note", key: String(id), kind: "insert", case: null, fields: [] }],
  ...more,
});

afterEach(() => {
  queryClient.clear();
  tabs.clear();
});

test("the journal is narrowed by what is typed, and an entry is taken back only with a reason", async () => {
  const bridge = mockBridge({
    journal_list: ({ before }) =>
      before === null
        ? { entries: [entry(9), entry(8, { action: "note_write", reason: "电话联系" })], next: 8 }
        : { entries: [entry(7)], next: null },
    entry_undo: () => ({ entry: 10, cases: [], tables: [] }),
  });
  const { container } = render(Journal, { args: {}, tab: tabs.show("journal", {}) });
  await screen.findByText("写备注");
  await userEvent.type(screen.getByLabelText("在日志中查找"), "电话");
  expect(screen.queryByText("受案登记")).toBeNull();
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "撤回" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "撤回" }));
  expect(bridge.calls.some((one) => one.name === "entry_undo")).toBe(false);
  await userEvent.type(within(dialog).getByLabelText("理由"), "录错案件");
  await userEvent.click(within(dialog).getByRole("button", { name: "撤回" }));
  await waitFor(() =>
    expect(bridge.calls.find((one) => one.name === "entry_undo")?.request).toEqual({ entry: 8, reason: "录错案件" }),
  );
});

test("an entry that changed nothing of the register offers no way to take it back", async () => {
  mockBridge({ journal_list: () => ({ entries: [entry(9, { action: "sign_in", changes: [] })], next: null }) });
  render(Journal, { args: {}, tab: tabs.show("journal", {}) });
  await screen.findByText("登录");
  expect(screen.queryByRole("button", { name: "撤回" })).toBeNull();
});

test("of an entry with very many changes the first are shown, and it is said that there are more", async () => {
  mockBridge({
    journal_list: () => ({ entries: [entry(9, { action: "import_run", more: true }), entry(8)], next: null }),
  });
  render(Journal, { args: {}, tab: tabs.show("journal", {}) });
  await userEvent.click(await screen.findByRole("button", { name: /导入/ }));
  expect(screen.getByText("这里只列出前 1 处改动。")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /登记/ }));
  expect(screen.queryByText("这里只列出前 1 处改动。")).toBeNull();
});

test("what was taken back is done again with a reason", async () => {
  const bridge = mockBridge({
    journal_list: () => ({
      entries: [entry(9, { action: "undo", undoes: 8 }), entry(8, { undone: true })],
      next: null,
    }),
    entry_redo: () => ({ entry: 10, cases: [], tables: [] }),
  });
  render(Journal, { args: {}, tab: tabs.show("journal", {}) });
  await userEvent.click(await screen.findByRole("button", { name: "重做" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByLabelText("理由"), "没有录错");
  await userEvent.click(within(dialog).getByRole("button", { name: "重做" }));
  await waitFor(() =>
    expect(bridge.calls.find((one) => one.name === "entry_redo")?.request).toEqual({ entry: 8, reason: "没有录错" }),
  );
});

test("a person is added by keyboard; a refusal stands at its field and nothing is closed", async () => {
  vocabulary.set({ ...noVocabulary, choices: { post: [{ code: "clerk", zh: "书记员", en: "clerk" }] } });
  const bridge = mockBridge({
    account_list: () => [],
    department_list: () => [],
    account_save: () => {
      throw { code: "login_taken", at: "account.login", values: { login: "wang" } };
    },
  });
  render(Settings, { args: {}, tab: tabs.show("settings", {}) });
  await userEvent.click(await screen.findByRole("button", { name: "新增人员" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByLabelText("姓名"), "王示例");
  await userEvent.type(within(dialog).getByLabelText("账号"), "wang");
  await userEvent.selectOptions(within(dialog).getByLabelText("职务"), "clerk");
  await userEvent.click(within(dialog).getByRole("button", { name: "新增人员" }));
  await waitFor(() => expect(within(dialog).getByLabelText("账号").getAttribute("aria-invalid")).toBe("true"));
  expect(bridge.calls.find((one) => one.name === "account_save")?.request).toMatchObject({
    account: { id: null, login: "wang", name: "王示例", post: "clerk", on_duty: true },
    passphrase: null,
  });
});

test("who is entered as prosecutor is in the quota unless it is taken away", async () => {
  const post = ["clerk", "prosecutor"].map((code) => ({ code, zh: code, en: code }));
  vocabulary.set({ ...noVocabulary, choices: { post } });
  mockBridge({ account_list: () => [], department_list: () => [] });
  render(Settings, { args: {}, tab: tabs.show("settings", {}) });
  await userEvent.click(await screen.findByRole("button", { name: "新增人员" }));
  const dialog = within(await screen.findByRole("dialog"));
  const quota = dialog.getByLabelText(/^员额检察官/) as HTMLInputElement;
  const held: boolean[] = [];
  for (const code of ["clerk", "prosecutor"]) {
    await userEvent.selectOptions(dialog.getByLabelText("职务"), code);
    held.push(quota.checked);
  }
  expect(held).toEqual([false, true]);
  await userEvent.click(quota);
  expect(quota.checked).toBe(false);
});

test("an absence that stands is seen where one is entered, and can be ended", async () => {
  const one: Account = {
    id: 2,
    login: "wang",
    name: "王示例",
    staff_no: "",
    post: "clerk",
    department_id: null,
    department: "",
    in_quota: false,
    handles_minors: false,
    on_duty: true,
    case_cap: null,
    started_on: "2020-01-01",
    ended_on: null,
  };
  const bridge = mockBridge({
    account_list: () => [one],
    department_list: () => [],
    absence_list: () => [{ id: 7, from: "2026-03-01", to: "2026-03-20", reason: "培训" }],
    absence_end: () => ({ entry: 1, cases: [], tables: [] }),
  });
  render(Settings, { args: {}, tab: tabs.show("settings", {}) });
  await userEvent.click(await screen.findByRole("button", { name: m.absence_enter() }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(await dialog.findByRole("button", { name: "销假：2026-03-01 – 2026-03-20" }));
  expect(bridge.calls.find((call) => call.name === "absence_end")?.request).toEqual({ absence: 7 });
});

test("a verification says in words what it found", async () => {
  mockBridge({
    account_list: () => [],
    department_list: () => [],
    record_verify: () => ({
      sound: false,
      problems: [{ code: "entry_altered", detail: "12" }],
      entries: 40,
      signed: 40,
      head: "ab",
    }),
  });
  render(Settings, { args: {}, tab: tabs.show("settings", {}) });
  await userEvent.click(await screen.findByRole("tab", { name: "数据维护" }));
  await userEvent.click(await screen.findByRole("button", { name: "核验" }));
  expect(await screen.findByText("日志条目内容被改动")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain("发现 1 处问题");
});

test("the office is renamed only with a reason, a department is added, the method of draws and the limits of hearings are settled", async () => {
  vocabulary.set({ ...noVocabulary, choices: { department: [{ code: "minors", zh: "未成年人检察", en: "minors" }] } });
  office.setSession(session);
  const bridge = mockBridge({
    office_status: () => statuses.open as never,
    department_list: () => [{ id: 3, name: "第一检察部", kind: "minors" }],
    draw_method: () => ({ method: "uniform/1", methods: ["uniform/1", "least_load/1"] }),
    hearing_limits: () => [
      { rule: "officer_yearly", value: 6, usual: 6 },
      { rule: "effect_within", value: 20, usual: 30 },
    ],
    hearing_limits_save: () => ({ entry: 7, cases: [], tables: [] }),
    office_rename: () => ({ entry: 4, cases: [], tables: [] }),
    department_save: () => ({ entry: 5, cases: [], tables: [] }),
    draw_method_save: () => ({ entry: 6, cases: [], tables: [] }),
  });
  const sent = (name: string) => bridge.calls.find((one) => one.name === name)?.request;
  const user = userEvent.setup();
  render(OfficeHead);
  await screen.findByText("机会均等：每名候选人机会相同");
  await screen.findByText("第一检察部");
  expect(await faults("zh")).toEqual([]);
  expect(await faults("en")).toEqual([]);

  await user.click(screen.getAllByRole("button", { name: "修改" })[0] as HTMLElement);
  let dialog = await screen.findByRole("dialog");
  const name = within(dialog).getByLabelText("单位全称");
  await user.clear(name);
  await user.type(name, "新示例区人民检察院");
  await user.click(within(dialog).getByRole("button", { name: "保存修改" }));
  expect(sent("office_rename")).toBeUndefined();
  await user.type(within(dialog).getByLabelText("理由"), "更名");
  await user.click(within(dialog).getByRole("button", { name: "保存修改" }));
  await waitFor(() =>
    expect(sent("office_rename")).toMatchObject({
      office: { name: "新示例区人民检察院", short_name: "示" },
      reason: "更名",
    }),
  );

  await user.click(screen.getByRole("button", { name: "新增内设机构" }));
  dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByLabelText("名称"), "第九检察部");
  await user.selectOptions(within(dialog).getByLabelText("业务类别"), "minors");
  await user.click(within(dialog).getByRole("button", { name: "新增内设机构" }));
  await waitFor(() => expect(sent("department_save")).toEqual({ name: "第九检察部", kind: "minors", ended: false }));

  await user.click(screen.getAllByRole("button", { name: "修改" })[1] as HTMLElement);
  dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByLabelText(/负担最轻者/));
  await user.type(within(dialog).getByLabelText("理由"), "检委会决定");
  await user.click(within(dialog).getByRole("button", { name: "保存修改" }));
  await waitFor(() => expect(sent("draw_method_save")).toEqual({ method: "least_load/1", reason: "检委会决定" }));

  await user.click(screen.getAllByRole("button", { name: "修改" })[2] as HTMLElement);
  dialog = await screen.findByRole("dialog");
  const yearly = within(dialog).getByLabelText("同一听证员每年最多听证次数");
  await user.clear(yearly);
  await user.type(yearly, "4");
  await user.clear(within(dialog).getByLabelText("决定后登记听证效果的天数"));
  await user.type(within(dialog).getByLabelText("理由"), "检委会决定");
  await user.click(within(dialog).getByRole("button", { name: "保存修改" }));
  await waitFor(() =>
    expect(sent("hearing_limits_save")).toEqual({
      limits: [{ rule: "officer_yearly", value: 4 }, { rule: "effect_within" }],
      reason: "检委会决定",
    }),
  );
});
