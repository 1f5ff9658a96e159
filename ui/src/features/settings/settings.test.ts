import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { JournalEntry } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import Journal from "./Journal.svelte";
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
  changes: [],
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
  await userEvent.click(screen.getByRole("button", { name: "撤销" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "撤销" }));
  expect(bridge.calls.some((one) => one.name === "entry_undo")).toBe(false);
  await userEvent.type(within(dialog).getByLabelText("理由"), "录错案件");
  await userEvent.click(within(dialog).getByRole("button", { name: "撤销" }));
  await waitFor(() =>
    expect(bridge.calls.find((one) => one.name === "entry_undo")?.request).toEqual({ entry: 8, reason: "录错案件" }),
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

test("a verification says in words what it found", async () => {
  mockBridge({
    account_list: () => [],
    department_list: () => [],
    record_verify: () => ({
      sound: false,
      problems: [{ code: "entry_altered", detail: "12" }],
      entries: 40,
      head: "ab",
    }),
  });
  render(Settings, { args: {}, tab: tabs.show("settings", {}) });
  await userEvent.click(await screen.findByRole("tab", { name: "数据维护" }));
  await userEvent.click(await screen.findByRole("button", { name: "核验" }));
  expect(await screen.findByText("日志条目内容被改动")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain("发现 1 处问题");
});
