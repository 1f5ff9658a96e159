import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import type { CalendarLoadAnswer, PeriodSettingLine, PeriodSettingsSave } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { Tabs } from "$lib/tabs.svelte";
import { session } from "../../demo/data";
import CalendarPart from "./CalendarPart.svelte";
import Periods from "./Periods.svelte";

const both = (zh: string, en: string) => ({ zh, en });
const line = (more: Partial<PeriodSettingLine>): PeriodSettingLine => ({
  rule: "review_for_prosecution",
  settable: false,
  unverified: false,
  length: null,
  note: "",
  usual_length: "1m",
  suggested_length: null,
  amber_days: null,
  usual_amber_days: null,
  red_days: null,
  waiting: 0,
  title: both("审查起诉", "review for prosecution"),
  chapter: both("审查起诉", "review"),
  length_words: both("1个月", "1 month"),
  rule_note: null,
  ...more,
});
const open = line({
  rule: "pil_clue_evaluation",
  settable: true,
  usual_length: null,
  suggested_length: "30d",
  waiting: 4,
  title: both("线索评估", "evaluation of a clue"),
  chapter: both("公益诉讼", "public interest"),
  length_words: null,
});

beforeEach(() => queryClient.clear());

function periods(mayChange = true) {
  const bridge = mockBridge({
    period_settings: () => ({ periods: [line({}), open], custody_day_before_red: false, may_change: mayChange }),
    law_rules: () => [],
    period_settings_save: ({ rehearse }) => ({
      recounted: {
        cases: 1,
        moved: 1,
        named: [
          {
            case: 3,
            register_no: "2026-GY-00003",
            rule: "pil_clue_evaluation",
            subject: "case",
            trigger_on: "2026-03-01",
            before: null,
            after: "2026-03-31",
          },
        ],
      },
      changed: rehearse ? null : { entry: 8, cases: [3], tables: [] },
    }),
  });
  render(Periods, { tab: new Tabs().show("settings", {}) });
  const saves = () =>
    bridge.calls.filter((one) => one.name === "period_settings_save").map((one) => one.request as PeriodSettingsSave);
  return { saves, user: userEvent.setup() };
}

test("a rule without a number is said to have none, and is set in its row once it was seen what that moves", async () => {
  const { saves, user } = periods();
  expect(await screen.findByText("4 项期限等待设定")).toBeTruthy();
  expect(screen.getByText("法律未定，本院未设")).toBeTruthy();
  expect(await faults("zh")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "待设定 1" }));
  expect(screen.queryByText("1个月")).toBeNull();
  await user.click(screen.getByRole("button", { name: "修改“线索评估”" }));
  await user.type(screen.getByLabelText("期限长度"), "30d");
  await user.type(screen.getByLabelText("出处"), "院办公会纪要");
  await user.click(screen.getByRole("button", { name: "保存修改" }));
  expect(await screen.findByText("将改变 1 项期限：")).toBeTruthy();
  expect(screen.getByText("原来没有 → 2026-03-31")).toBeTruthy();
  expect(saves().map((one) => one.rehearse ?? false)).toEqual([true]);
  expect(await faults("en")).toEqual([]);
  await user.click(await screen.findByRole("button", { name: "确认修改并重新推算" }));
  await waitFor(() => expect(saves()).toHaveLength(2));
  expect(saves()[1]).toEqual({
    period: { rule: "pil_clue_evaluation", length: "30d", note: "院办公会纪要" },
    reason: "",
  });
});

test("of a rule of law only the warnings can be set; who has not the right sees all and changes nothing", async () => {
  const first = periods();
  await first.user.click(await screen.findByRole("button", { name: "修改“审查起诉”" }));
  expect(screen.queryByLabelText("期限长度")).toBeNull();
  await first.user.type(screen.getByLabelText("临近（提前天数）"), "x");
  await first.user.click(screen.getByRole("button", { name: "保存修改" }));
  expect(first.saves(), "what is no number is not sent").toEqual([]);
});

test("without the right there is no button", async () => {
  periods(false);
  expect(await screen.findByText("1个月")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^修改/ })).toBeNull();
  expect((screen.getByRole("checkbox") as HTMLInputElement).disabled).toBe(true);
});

const nothing = { years: [], replaced: [], amended: [], days: 0, changed: [], faults: [] };
const unmoved = { cases: 0, moved: 0, named: [] };

function calendar(answer: CalendarLoadAnswer) {
  office.setSession(session);
  const bridge = mockBridge({
    calendar_years: () => [
      { year: 2026, from: "program", file_name: null, loaded_on: null },
      { year: 2027, from: "office", file_name: "2027.csv", loaded_on: "2026-11-20" },
    ],
    law_rules: () => [],
    calendar_days: () => [
      { day: "2026-03-01", works: false, kind: "weekend", name: null, missing: null },
      { day: "2026-03-02", works: false, kind: "off", name: both("示例节", "Sample Day"), missing: null },
    ],
    calendar_load: ({ rehearse }) => (rehearse ? answer : { ...answer, changed: { entry: 9, cases: [], tables: [] } }),
  });
  bridge.picks.push("/home/li/2028.csv");
  render(CalendarPart);
  return { bridge, user: userEvent.setup() };
}

test("a file of days off is looked at before it is taken", async () => {
  const { bridge, user } = calendar({
    loaded: { ...nothing, years: [2028], days: 33 },
    recounted: unmoved,
    changed: null,
  });
  expect(await screen.findByText("本院载入：2027.csv（2026-11-20）")).toBeTruthy();
  expect(await screen.findByText("示例节")).toBeTruthy();
  expect(await faults("zh")).toEqual([]);
  expect(await faults("en")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "从文件载入年度安排" }));
  expect(await screen.findByText("2028")).toBeTruthy();
  const loads = () => bridge.calls.filter((one) => one.name === "calendar_load").map((one) => one.request);
  expect(loads()).toEqual([{ path: "/home/li/2028.csv", rehearse: true }]);
  await user.click(screen.getByRole("button", { name: "载入并重新推算" }));
  await waitFor(() => expect(loads()).toHaveLength(2));
});

test("a file with bad rows is refused whole, each row with what is wrong", async () => {
  const faultAt = (row: number) => ({
    line: row,
    refusal: { code: "length_malformed", at: "", values: { value: "x" } },
  });
  const { user } = calendar({
    loaded: { ...nothing, faults: [faultAt(3), faultAt(9)] },
    recounted: unmoved,
    changed: null,
  });
  await user.click(screen.getByRole("button", { name: "从文件载入年度安排" }));
  expect((await screen.findByRole("alert")).textContent).toContain("2 行不能识别");
  const rows = within(screen.getByRole("columnheader", { name: "行" }).closest("table") as HTMLElement).getAllByRole(
    "row",
  );
  expect(rows.slice(1).map((row) => row.firstElementChild?.textContent)).toEqual(["3", "9"]);
  expect(screen.queryByRole("button", { name: "载入并重新推算" })).toBeNull();
});
