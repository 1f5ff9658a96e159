import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import type { DueAsk, DueRow } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { Tabs } from "$lib/tabs.svelte";
import { session } from "../../demo/data";
import Due from "./Due.svelte";

const row = (more: Partial<DueRow>): DueRow => ({
  case: 1,
  register_no: "2026-GC-00001",
  case_title: "张三盗窃案",
  category: "arrest_review",
  department: "第一检察部",
  handler: "王检察官",
  handler_id: 2,
  handler_away_until: null,
  out_with: "",
  out_since: null,
  rule: "arrest_review_detained",
  title: { zh: "审查逮捕（已拘留）", en: "review of arrest, suspect detained" },
  kind: "person",
  subject: "person:1",
  person: "张三",
  person_id: 1,
  reminder: null,
  reminder_text: null,
  trigger_on: "2026-03-04",
  by: "office",
  due: "2026-03-11",
  safe_due: "2026-03-11",
  amber_on: "2026-03-09",
  red_on: "2026-03-11",
  days_left: 6,
  state: "quiet",
  hard_stop: false,
  met_on: null,
  met_by: null,
  ended_on: null,
  paused_since: null,
  in_custody: true,
  calendar_missing: null,
  ...more,
});

const rows = [
  row({
    case: 2,
    case_title: "李四诈骗案",
    person: null,
    days_left: -2,
    state: "overdue",
    due: "2026-03-03",
    safe_due: "2026-03-03",
  }),
  row({}),
];

beforeEach(() => queryClient.clear());

async function shown() {
  const bridge = mockBridge();
  bridge
    .answer("due_list", () => ({ rows, next: null }))
    .answer("due_counts", () => [
      { state: "overdue", number: 1 },
      { state: "quiet", number: 1 },
    ])
    .answer("due_days", () => [{ day: "2026-03-11", number: 1 }])
    .answer("calendar_days", () => [{ day: "2026-03-11", works: true, kind: "working", name: null, missing: null }])
    .answer("department_list", () => [])
    .answer("law_rules", () => [])
    .answer("case_due", () => ({
      gaps: [],
      reminders: [],
      periods: [
        {
          sum: {
            rule: "arrest_review_detained",
            title: row({}).title,
            trigger: { zh: "收到提请批准逮捕书", en: "request for approval of arrest received" },
            trigger_on: "2026-03-04",
            due: "2026-03-11",
            safe_due: "2026-03-11",
            nominal: "2026-03-11",
            length_words: { zh: "7日", en: "7 days" },
            in_custody: true,
            steps: [{ what: "days", words: { zh: "加七日", en: "seven days" }, basis: [], day: "2026-03-11" }],
            calendar_missing: null,
            basis: [{ source: "CPL", article: "91", words: { zh: "刑诉法第91条", en: "CPL, art. 91" } }],
            note: null,
            unverified: false,
          },
          kind: "person",
          subject: "person:1",
          about: { zh: "张三", en: "张三" },
          by: "office",
          days_left: 6,
          state: "quiet",
          amber_on: "2026-03-09",
          red_on: "2026-03-11",
          hard_stop: false,
          trigger_act: null,
          trigger_words: null,
          met_on: null,
          met_by: null,
          met_by_words: null,
          ended_on: null,
          ended_words: null,
          paused_since: null,
        },
      ],
    }));
  office.setSession(session);
  render(Due, { args: {}, tab: new Tabs().show("due", {}) });
  await screen.findByText("张三盗窃案", { exact: false });
  return { bridge, user: userEvent.setup() };
}

test.each(["zh", "en"] as const)("the page has no fault of accessibility (%s)", async (language) => {
  await shown();
  expect(await faults(language)).toEqual([]);
});

test("rows stand under their day, the earlier day first, each with its state in words", async () => {
  await shown();
  const regions = screen.getAllByRole("region").map((region) => region.getAttribute("aria-label"));
  expect(regions).toEqual(["2026年3月3日", "2026年3月11日"]);
  expect(within(screen.getByRole("region", { name: "2026年3月3日" })).getByText("超期 2 天")).toBeTruthy();
});

test("a row opens its arithmetic with the article", async () => {
  const { user } = await shown();
  const day = screen.getByRole("region", { name: "2026年3月11日" });
  await user.click(within(day).getByRole("button", { name: "审查逮捕（已拘留）" }));
  expect(await screen.findByText("加七日")).toBeTruthy();
  expect(screen.getByText("刑诉法第91条")).toBeTruthy();
});

test("a chip asks for that state only, a day of the month for that day", async () => {
  const { user, bridge } = await shown();
  const last = () => bridge.calls.findLast((call) => call.name === "due_list")?.request as DueAsk;
  await user.click(screen.getByRole("button", { name: /^已超期/ }));
  await waitFor(() => expect(last().filter?.states).toEqual(["overdue"]));
  await user.click(await screen.findByRole("button", { name: "2026-03-11，1 项到期" }));
  await waitFor(() => expect(last().filter).toMatchObject({ from: "2026-03-11", until: "2026-03-11" }));
});
