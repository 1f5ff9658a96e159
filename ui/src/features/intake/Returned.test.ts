import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import type { IntakeRefusal } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { register } from "$lib/pages";
import { tabs } from "$lib/tabs.svelte";
import { toasts } from "$lib/toasts.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import { taken } from "./after.svelte";
import { pages } from "./pages";
import Returned from "./Returned.svelte";

const entry = (id: number, more: Partial<IntakeRefusal> = {}): IntakeRefusal => ({
  id,
  on_day: `2026-03-0${id}`,
  outcome: "returned",
  reason: "papers_incomplete",
  reason_text: `缺第${id}项`,
  category: "arrest_review",
  title: `赵某${id}盗窃案`,
  from_unit: "测试县公安局",
  number: `测公捕〔2026〕${id}号`,
  persons: `赵某${id}`,
  by: "李示例",
  by_account: 1,
  accepted_case_id: null,
  accepted_register_no: null,
  is_masked: false,
  ...more,
});
const hidden = { title: "", persons: "", reason_text: "", is_masked: true };

function signIn(may: string[]) {
  office.setSession({ account: { id: 1, name: "李示例", post: "clerk" }, today: "2026-03-05", may } as never);
}

/** Three entries, the second accepted as a case since. */
function desk(rows = [entry(3), entry(2, { accepted_case_id: 7, accepted_register_no: "2026-GC-00007" }), entry(1)]) {
  const bridge = mockBridge({ intake_refusals: () => rows, intake_reveal: ({ refusal }) => entry(refusal) });
  const tab = tabs.show("returned", {});
  return { bridge, tab, ...render(Returned, { args: {}, tab }), user: userEvent.setup() };
}
const asked = (bridge: ReturnType<typeof desk>["bridge"]) =>
  bridge.calls.filter((one) => one.name === "intake_refusals").map((one) => one.request);
const button = (name: string | RegExp) => screen.getByRole("button", { name });

beforeAll(() => {
  const notShown = { load: () => Promise.reject(new Error("not shown here")) };
  register.add({ pages: [{ id: "case", title: () => "案件", ...notShown }] });
});
beforeEach(() => {
  signIn(["case_register", "intake_refusals"]);
  vocabulary.set({
    ...noVocabulary,
    categories: [
      { id: "arrest_review", zh: "审查逮捕案件", en: "review of arrest", function: "criminal", lines: ["GC"] } as never,
    ],
    choices: { refusal_reason: [{ code: "papers_incomplete", zh: "材料不齐备", en: "papers incomplete" }] },
  });
});
afterEach(() => {
  queryClient.clear();
  tabs.clear();
  taken.take();
});

test("the year up to today is listed, each entry with its reason and what became of it", async () => {
  const { bridge } = desk();
  const first = (await screen.findByText("赵某3盗窃案")).closest('[role="row"]') as HTMLElement;
  expect(asked(bridge)).toEqual([{ from: "2026-01-01", to: "2026-03-05" }]);
  for (const cell of ["2026-03-03", "退回补正", "材料不齐备", "缺第3项", "审查逮捕案件", "测试县公安局", "李示例"]) {
    expect(within(first).getByText(cell)).toBeTruthy();
  }
  expect(screen.getByText("2026-GC-00007")).toBeTruthy();
});

test("other days are asked for by Enter; days the wrong way round or unread are refused in words", async () => {
  const { bridge, user } = desk();
  await screen.findByText("赵某3盗窃案");
  const from = screen.getByLabelText("起");
  await user.clear(from);
  await user.type(from, "20250101{Enter}");
  await waitFor(() => expect(asked(bridge).at(-1)).toEqual({ from: "2025-01-01", to: "2026-03-05" }));
  const before = asked(bridge).length;
  await user.clear(screen.getByLabelText("止"));
  await user.type(screen.getByLabelText("止"), "2024-01-01{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("早于");
  await user.clear(screen.getByLabelText("止"));
  await user.type(screen.getByLabelText("止"), "那天{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("那天");
  expect(asked(bridge)).toHaveLength(before);
  await user.clear(screen.getByLabelText("止"));
  await user.click(button("查看"));
  expect(screen.getByLabelText<HTMLInputElement>("止").value).toBe("2026-03-05");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("Enter opens the case as which it was accepted, and before that the form in which it is to be", async () => {
  const { user } = desk();
  await screen.findByText("赵某3盗窃案");
  screen.getByRole("grid").focus();
  await user.keyboard("{Enter}");
  expect([tabs.active?.page, taken.take()?.id]).toEqual(["intake", 3]);
  await user.keyboard("{ArrowDown}{Enter}");
  expect([tabs.active?.page, tabs.active?.args]).toEqual(["case", { case: 7 }]);
});

test("who does not register cases is told by Enter that there is no case yet", async () => {
  signIn(["intake_refusals"]);
  const { user } = desk();
  await screen.findByText("赵某3盗窃案");
  screen.getByRole("grid").focus();
  await user.keyboard("{Enter}");
  expect(toasts.shown.at(-1)?.text).toContain("尚未受理");
  expect(tabs.active?.page).toBe("returned");
});

test("what is whole again is taken up by the keyboard; what was accepted is not", async () => {
  const { user } = desk();
  await screen.findByText("赵某3盗窃案");
  screen.getByRole("grid").focus();
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(button("补正后受理").title).toBe("已受理为 2026-GC-00007"));
  await user.click(button("补正后受理"));
  expect(taken.waiting).toBe(false);
  screen.getByRole("grid").focus();
  await user.keyboard("{ArrowDown}{Shift>}{F10}{/Shift}");
  await user.click(await screen.findByRole("menuitem", { name: "补正后受理" }));
  expect(tabs.active?.page).toBe("intake");
  expect(taken.take()?.id).toBe(1);
});

test("what is masked says so in every cell and file, and is shown on a written reason while the page is open", async () => {
  signIn(["intake_refusals"]);
  const { bridge, tab, user } = desk([entry(2), entry(1, hidden)]);
  bridge.answer("table_export", () => ({ rows: 2 }));
  await screen.findByText("赵某2盗窃案");
  expect(screen.getAllByText("已遮盖")).toHaveLength(3);
  expect(screen.queryByRole("button", { name: "补正后受理" })).toBeNull();
  expect(button("查看完整信息").title).toBe("这一行没有遮盖的内容");
  bridge.picks.push("/desk/a.xlsx");
  tab.runKey(new KeyboardEvent("keydown", { key: "e", ctrlKey: true }));
  await waitFor(() => expect(bridge.calls.some((one) => one.name === "table_export")).toBe(true));
  const file = bridge.calls.find((one) => one.name === "table_export")?.request as { title: string; rows: string[][] };
  expect(file.title).toBe("退回与不予受理 2026-01-01 至 2026-03-05");
  expect(file.rows[1]?.filter((cell) => cell === "已遮盖")).toHaveLength(3);

  screen.getByRole("grid").focus();
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(button("查看完整信息").title).toBe(""));
  await user.click(button("查看完整信息"));
  const dialog = await screen.findByRole("dialog");
  await user.type(within(dialog).getByRole("textbox"), "核对线索");
  await user.click(within(dialog).getByRole("button", { name: "查看完整信息" }));
  expect(await screen.findByText("赵某1盗窃案")).toBeTruthy();
  expect(screen.queryByText("已遮盖")).toBeNull();
  expect(bridge.calls.find((one) => one.name === "intake_reveal")?.request).toEqual({ refusal: 1, reason: "核对线索" });

  // It stays so when the list is asked for anew.
  const before = asked(bridge).length;
  tab.runKey(new KeyboardEvent("keydown", { key: "F5" }));
  await waitFor(() => expect(asked(bridge)).toHaveLength(before + 1));
  expect(await screen.findByText("赵某1盗窃案")).toBeTruthy();
  await user.type(screen.getByLabelText("筛选：案件名称"), "赵某1{Enter}");
  await waitFor(() => expect(screen.queryByText("赵某2盗窃案")).toBeNull());
  expect(screen.getByText("赵某1盗窃案")).toBeTruthy();
});

test("a reason that is refused stays in its dialog with the words of the refusal", async () => {
  signIn(["intake_refusals"]);
  const { bridge, user } = desk([entry(1, hidden)]);
  bridge.answer("intake_reveal", () => {
    throw new Refusal("field_missing", "reason");
  });
  await screen.findAllByText("已遮盖");
  await user.click(button("查看完整信息"));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "查看完整信息" }));
  await waitFor(() => expect(within(dialog).getByRole("textbox").getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getAllByText("已遮盖")).toHaveLength(3);
});

test("what is accepted since is found by its filter", async () => {
  const { user } = desk();
  await screen.findByText("赵某3盗窃案");
  await user.selectOptions(screen.getByLabelText("筛选：受理为"), "yes");
  await waitFor(() => expect(screen.queryByText("赵某3盗窃案")).toBeNull());
  expect(screen.getByText("赵某2盗窃案")).toBeTruthy();
});

test("an empty register says what to do next, and a refused one why", async () => {
  const { bridge, tab } = desk([]);
  expect((await screen.findAllByText("这段时间没有退回或不予受理的登记")).length).toBeGreaterThan(0);
  expect(screen.getByText(/在受案登记页/)).toBeTruthy();
  bridge.answer("intake_refusals", () => {
    throw new Refusal("not_allowed");
  });
  tab.runKey(new KeyboardEvent("keydown", { key: "F5" }));
  expect(await screen.findByRole("alert")).toBeTruthy();
});

test("it stands under the cases for whoever may ask for it, below the intake", () => {
  const [intake, returned] = pages;
  expect([intake?.menu, returned?.menu]).toEqual([
    { place: "cases", under: 1 },
    { place: "cases", under: 2 },
  ]);
  expect([returned?.who?.({ may: ["intake_refusals"] } as never), returned?.who?.({ may: [] } as never)]).toEqual([
    true,
    false,
  ]);
});

test.each(["zh", "en"] as const)("readers find nothing against the page (%s)", async (language) => {
  signIn(["intake_refusals"]);
  desk([entry(2), entry(1, hidden)]);
  await screen.findByText("赵某2盗窃案");
  expect(await faults(language)).toEqual([]);
});
