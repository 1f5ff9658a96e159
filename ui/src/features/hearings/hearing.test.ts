import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import type { Component } from "svelte";
import { queryClient } from "$lib/ask";
import { type MockBridge, mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { Tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import { faults } from "../../components/fixtures";
import { session } from "../../demo/data";
import DayPage from "./DayPage.svelte";
import { rules, sheetOf } from "./fixtures";
import HearingPage from "./HearingPage.svelte";
import PlanPage from "./PlanPage.svelte";

/** Shows a page over a bridge that answers from the start. */
// biome-ignore lint/suspicious/noExplicitAny: any page may be shown.
function shown(page: Component<any>, args: object, bridge: MockBridge) {
  const tab = new Tabs().show("demo" as never, args as never);
  render(page, { args, tab });
  return { bridge, user: userEvent.setup() };
}

beforeEach(() => {
  office.setSession(session);
  vocabulary.set({
    ...noVocabulary,
    choices: {
      hearing_kind: [{ code: "ordinary", zh: "一般听证", en: "ordinary hearing" }],
      hearing_step: [
        { code: "present", zh: "介绍案情", en: "presents" },
        { code: "explain", zh: "说明情况", en: "explain" },
      ],
      officer_opinion: [
        { code: "agree", zh: "同意", en: "agree" },
        { code: "disagree", zh: "不同意", en: "disagree" },
      ],
    },
  });
});
afterEach(() => queryClient.clear());

test("the path shows each part with its state, and what is missing with its article", async () => {
  shown(HearingPage, { hearing: 5 }, mockBridge({ hearing_sheet: () => sheetOf() }));
  const path = await screen.findByRole("list", { name: "听证流程" });
  const heads = within(path).getAllByRole("heading", { level: 3 });
  expect(heads.map((head) => head.textContent)).toEqual([
    "1. 计划与批准",
    "2. 听证员",
    "3. 参加人、通知与公告",
    "4. 听证当日",
    "5. 决定",
    "6. 告知与效果",
  ]);
  const missing = screen.getByRole("complementary", { name: "还缺什么" });
  expect(missing.textContent).toContain("检察长批准");
  expect(missing.textContent).toContain("听证规定第10条");
  expect(missing.textContent).toContain("HR-02");
  expect(path.querySelector('[aria-current="step"] h3')?.textContent).toBe("1. 计划与批准");
  expect(await faults()).toEqual([]);
  expect(await faults("en")).toEqual([]);
});

test("on the day each answer is recorded when its field is left, and every word is a draft before", async () => {
  const kept: string[] = [];
  const answering = mockBridge()
    .answer("hearing_sheet", () => sheetOf({ began_at: "09:00" }))
    .answer("draft_load", ({ key }) =>
      key === "hearing:5:step:explain" ? { key, body: "没有保存的话", saved_at: "" } : null,
    )
    .answer("draft_save", ({ body }) => {
      kept.push(body);
      return {};
    })
    .answer("draft_drop", () => ({}))
    .answer("hearing_step_save", () => ({ entry: 1, cases: [7], tables: [] }))
    .answer("hearing_attendance_save", () => ({ entry: 2, cases: [7], tables: [] }));
  const { bridge, user } = shown(DayPage, { hearing: 5 }, answering);

  const officer = (await screen.findAllByRole("radiogroup"))[0] as HTMLElement;
  await user.click(within(officer).getByLabelText("到会"));
  expect(bridge.calls.find((one) => one.name === "hearing_attendance_save")?.request).toEqual({
    seat: 11,
    attended: true,
  });

  const explain = screen.getByLabelText("说明情况") as HTMLTextAreaElement;
  await waitFor(() => expect(explain.value).toBe("没有保存的话"), { timeout: 2000 });

  const present = screen.getByLabelText("介绍案情");
  await user.type(present, "承办人介绍案情");
  await user.tab();
  await waitFor(() => expect(bridge.calls.some((one) => one.name === "hearing_step_save")).toBe(true));
  const saved = bridge.calls.find((one) => one.name === "hearing_step_save");
  expect(saved?.request).toEqual({ hearing: 5, step: "present", text: "承办人介绍案情" });
  expect(kept).toContain("承办人介绍案情");
});

test("a time that is no time is not recorded", async () => {
  const answering = mockBridge({ hearing_sheet: () => sheetOf(), draft_load: () => null });
  answering.answer("hearing_begin", () => ({ entry: 1, cases: [7], tables: [] }));
  const { bridge, user } = shown(DayPage, { hearing: 5 }, answering);
  const began = await screen.findByLabelText("开始时间");
  await user.type(began, "99");
  await user.tab();
  expect(bridge.calls.some((one) => one.name === "hearing_begin")).toBe(false);
  await user.clear(began);
  await user.type(began, "905");
  await user.tab();
  expect(bridge.calls.find((one) => one.name === "hearing_begin")?.request).toEqual({ hearing: 5, at: "09:05" });
});

test("a plan says what the rule says, shows a refusal at its field and keeps what was typed", async () => {
  const answering = mockBridge()
    .answer("case_sheet", () => ({ head: { register_no: "2026-GC-00001", title: "张三盗窃案" }, persons: [] }) as never)
    .answer("hearing_rules", () => rules)
    .answer("account_list", () => [])
    .answer("draft_load", () => null)
    .answer("draft_save", () => ({}))
    .answer("hearing_plan", () =>
      Promise.reject({
        code: "hearing_room_taken",
        at: "place",
        values: { place: "第一听证室", number: "x", from: "09:00", to: "11:00" },
      }),
    );
  const { bridge, user } = shown(PlanPage, { case: 7 }, answering);
  expect(await screen.findByText("按规定一般公开（听证规定第5条）")).toBeTruthy();
  await user.type(screen.getByLabelText("地点"), "第一听证室");
  const from = screen.getByLabelText("开始");
  await user.type(from, "9");
  await user.tab();
  expect((screen.getByLabelText("预计结束") as HTMLInputElement).value).toBe("11:00");
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(screen.getAllByText(/已安排案件 x 的听证/).length).toBeGreaterThan(0));
  const request = bridge.calls.find((one) => one.name === "hearing_plan")?.request as Record<string, unknown>;
  expect(request).toMatchObject({
    case: 7,
    kind: "ordinary",
    place: "第一听证室",
    starts_at: "09:00",
    ends_at: "11:00",
  });
  expect(Object.hasOwn(request, "is_public")).toBe(false);
  await waitFor(() => expect(bridge.calls.some((one) => one.name === "draft_save")).toBe(true));
  expect(await faults()).toEqual([]);
});
