/**
 * What was typed stays after a refusal, in every form of a hearing: the form is answered with what the core says (the list
 * `refusals.json` is the core's own, its tests compare it), and then each value must stand where it was typed, the refusal
 * in words with its article on top and at its field.
 */
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { Component } from "svelte";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { type MockBridge, mockBridge } from "$lib/bridge.mock";
import { setLanguage } from "$lib/language.svelte";
import { office } from "$lib/office.svelte";
import { Tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import { refusalLine, refusalWords } from "$lib/words";
import { m } from "$messages";
import { session } from "../../demo/data";
import AfterPart from "./AfterPart.svelte";
import AnswerPart from "./AnswerPart.svelte";
import DayPage from "./DayPage.svelte";
import DecisionPart from "./DecisionPart.svelte";
import { rules, sheetOf } from "./fixtures";
import NoticePart from "./NoticePart.svelte";
import OfficerForm from "./OfficerForm.svelte";
import OfficersPart from "./OfficersPart.svelte";
import ParticipantForm from "./ParticipantForm.svelte";
import PlanPage from "./PlanPage.svelte";
import refusals from "./refusals.json";
import SeatForm from "./SeatForm.svelte";

type Name = keyof typeof refusals;

const choices: Record<string, [code: string, zh: string][]> = {
  hearing_kind: [["ordinary", "一般听证"]],
  hearing_initiated_by: [["ex_officio", "依职权"]],
  hearing_application_decision: [["refused", "不同意"]],
  hearing_adopted: [["no", "未采纳"]],
  hearing_effect: [["accepted", "服判服处理"]],
  hearing_participant_role: [["defender", "辩护人"]],
  officer_conflict: [["relative", "有亲属关系"]],
};
const pool = ["年轻人", "亲属"].map((name, at) => ({ id: at + 1, name, unit: "", profession: "", removed_on: null }));

/** Types, chooses or marks; gives what must stand there afterwards. */
type Fill = (user: UserEvent, within: () => HTMLElement) => Promise<() => string | boolean>;

const control = (root: HTMLElement, label: string) => within(root).getByLabelText(label) as HTMLInputElement;

function typed(label: string, text: string): Fill {
  return async (user, root) => {
    await user.clear(control(root(), label));
    await user.type(control(root(), label), text);
    return () => control(root(), label).value;
  };
}
function chosen(label: string, code: string): Fill {
  return async (user, root) => {
    await user.selectOptions(control(root(), label), code);
    return () => control(root(), label).value;
  };
}
function marked(words: string): Fill {
  return async (user, root) => {
    await user.click(control(root(), words));
    return () => control(root(), words).checked;
  };
}
function picked(label: string, name: string): Fill {
  return async (user, root) => {
    await user.type(control(root(), label), name);
    await screen.findByRole("option", { name: new RegExp(name, "u") });
    await user.keyboard("{Enter}");
    return () => control(root(), label).value;
  };
}

interface Case {
  refusal: Name;
  // biome-ignore lint/suspicious/noExplicitAny: each part has properties of its own.
  form: Component<any>;
  props: () => object;
  /** The button that opens the form, where it does not stand open. */
  open?: () => string;
  fill: () => Fill[];
  verb: () => string;
  /** The field that says it; none where no field of the form is meant. */
  at: string | null;
}

const decided = { began_at: "09:00", ended_at: "10:00", decided_on: "2026-03-10" };
const part = (hearing: object = {}) => ({ sheet: sheetOf(hearing), frozen: false });
const back = { onback: () => {}, ondone: () => {} };
const draw = { form: OfficersPart, props: part, open: () => m.hearing_draw(), verb: () => m.hearing_draw() };
const pick = { form: OfficersPart, props: part, open: () => m.hearing_pick(), verb: () => m.hearing_pick() };
const outsider = (birth: string, more: Fill[]) => () => [
  marked(m.hearing_outside()),
  typed(m.officer_name(), "库外专家"),
  typed(m.officer_birth(), birth),
  typed(m.officer_unit(), "某大学"),
  typed(m.hearing_approved_by(), "赵检察长"),
  typed(m.reason(), "需要环境专家"),
  ...more,
];
const approved = () => [typed(m.hearing_approved_on(), "2026-03-05")];

const dialogs: Case[] = [
  { ...draw, refusal: "draw_many", fill: () => [typed(m.hearing_draw_count(), "8")], at: "count" },
  { ...draw, refusal: "draw_closed_case", fill: () => [typed(m.hearing_draw_count(), "3")], at: null },
  ...(["pick_under_age", "pick_interest"] as const).map((refusal, at) => ({
    ...pick,
    refusal,
    fill: () => [
      picked(m.officer_name(), pool[at]?.name ?? ""),
      typed(m.reason(), "专业需要"),
      typed(m.hearing_namesake(), "不是同一人"),
    ],
    at: "officer",
  })),
  { ...pick, refusal: "outsider_under_age", fill: () => outsider("2004-01-01", approved())(), at: "birth" },
  { ...pick, refusal: "outsider_unapproved", fill: () => outsider("1970-01-01", [])(), at: "approved_on" },
  { ...pick, refusal: "outsider_namesake", fill: () => outsider("1970-01-01", approved())(), at: "name" },
  {
    refusal: "officer_birth",
    form: OfficerForm,
    props: () => ({ officer: null, ...back }),
    fill: () => [
      typed(m.officer_name(), "未来人"),
      typed(m.officer_birth(), "2027-01-01"),
      typed(m.officer_unit(), "某大学"),
      typed(m.officer_contact(), "0559-1234567"),
    ],
    verb: () => m.officer_add(),
    at: "birth",
  },
  {
    refusal: "seat_undeclared",
    form: SeatForm,
    props: () => ({ seat: sheetOf().seats[0], ...back }),
    fill: () => [chosen(m.hearing_conflict(), "relative"), typed(m.hearing_briefed_on(), "2026-03-05")],
    verb: () => m.verb_save_changes(),
    at: "declared_on",
  },
  {
    refusal: "participant_cancelled",
    form: ParticipantForm,
    props: () => ({ sheet: sheetOf(), ...back }),
    fill: () => [
      typed(m.officer_name(), "李律师"),
      chosen(m.hearing_role(), "defender"),
      typed(m.officer_unit(), "某律师事务所"),
    ],
    verb: () => m.hearing_add_participant(),
    at: null,
  },
  {
    refusal: "notice_unapproved",
    form: NoticePart,
    props: part,
    open: () => m.hearing_record_notice(),
    fill: () => [typed(m.hearing_sent_on(), "2026-03-04"), typed(m.hearing_notice_received_on(), "2026-03-05")],
    verb: () => m.hearing_record_notice(),
    at: null,
  },
  {
    refusal: "announcement_minor",
    form: NoticePart,
    props: part,
    open: () => m.hearing_record_announcement(),
    fill: () => [
      typed(m.hearing_announced_in(), "本院公告栏"),
      typed(m.hearing_announcement(), "小李涉嫌盗窃一案公开听证"),
    ],
    verb: () => m.hearing_record_announcement(),
    at: "announcement",
  },
  {
    refusal: "answer_without_reason",
    form: AnswerPart,
    props: () => ({
      sheet: sheetOf({
        applied_on: "2026-03-04",
        applicant: "张三",
        answer: "",
        answer_reason: "",
        answered_on: null,
        answer_told_on: null,
      }),
    }),
    open: () => m.hearing_answer(),
    fill: () => [marked("不同意"), typed(m.hearing_answer_told_on(), "2026-03-05")],
    verb: () => m.hearing_answer(),
    at: "reason",
  },
  {
    refusal: "close_without_consent",
    form: DecisionPart,
    props: () =>
      part({
        began_at: "09:00",
        ended_at: "10:00",
        majority: "agree",
        on_the_spot: null,
        reported_on: null,
        consented_on: null,
      }),
    open: () => m.hearing_close(),
    fill: () => [
      typed(m.hearing_decision(), "提起公诉"),
      typed(m.hearing_decision_reasons(), "证据充分"),
      marked("未采纳"),
      typed(m.hearing_consented_by(), "赵检察长"),
    ],
    verb: () => m.hearing_close(),
    at: "consented_on",
  },
  {
    refusal: "told_early",
    form: AfterPart,
    props: () => part(decided),
    open: () => m.hearing_record_told(),
    fill: () => [typed(m.hearing_told_on(), "2026-03-09")],
    verb: () => m.hearing_record_told(),
    at: "on",
  },
  {
    refusal: "effect_secret",
    form: AfterPart,
    props: () => part(decided),
    open: () => m.hearing_record_effect(),
    fill: () => [
      chosen(m.hearing_effect(), "accepted"),
      typed(m.hearing_case_result(), "相对不起诉"),
      marked(m.hearing_petition_stopped()),
      typed(m.hearing_amount(), "12000.50"),
      typed(m.hearing_follow_up_on(), "2026-04-10"),
      typed(m.hearing_effect_note(), "机密★10年"),
    ],
    verb: () => m.hearing_record_effect(),
    at: "note",
  },
];

const plan = (refusal: Name, at: string | null): Case => ({
  refusal,
  form: PlanPage,
  props: () => ({ args: { case: 7 }, tab: new Tabs().show("demo" as never, { case: 7 } as never) }),
  fill: () => [
    typed(m.hearing_approved_by(), "赵检察长"),
    typed(m.hearing_approved_on(), "2026-03-04"),
    typed(m.hearing_questions(), "是否作不起诉处理"),
    typed(m.hearing_day(), "2026-03-09"),
    typed(m.hearing_starts_at(), "10:30"),
    typed(m.hearing_ends_at(), "12:00"),
    typed(m.hearing_place(), "第一听证室"),
    typed(m.hearing_recorder(), "孔书记员"),
  ],
  verb: () => m.verb_plan_hearing(),
  at,
});
const plans = [
  plan("plan_past", "held_on"),
  plan("plan_officer_under_age", "held_on"),
  plan("plan_room", "place"),
  plan("plan_chair", "chair_id"),
  plan("plan_public", null),
  plan("plan_closed_case", null),
];

const refused = (name: Name) => new Refusal(refusals[name].code, refusals[name].at || null, refusals[name].values);

function answering(name: Name): MockBridge {
  const bridge = mockBridge()
    .answer("officer_list", () => pool as never)
    .answer("case_sheet", () => ({ head: { register_no: "2026-GC-00001", title: "张三盗窃案" }, persons: [] }) as never)
    .answer("hearing_rules", () => rules)
    .answer("account_list", () => [])
    .answer("draft_load", () => null)
    .answer("draft_save", () => ({}))
    .answer("draft_drop", () => ({}));
  return bridge.answer(refusals[name].command as "hearing_plan", () => Promise.reject(refused(name)));
}

beforeEach(() => {
  office.setSession(session);
  const lists = Object.entries(choices).map(([list, all]) => [list, all.map(([code, zh]) => ({ code, zh, en: zh }))]);
  vocabulary.set({ ...noVocabulary, choices: Object.fromEntries(lists) });
});
afterEach(() => queryClient.clear());

test.each([...dialogs, ...plans].map((one) => [one.refusal, one] as const))(
  "%s leaves what was typed",
  async (name, one) => {
    const bridge = answering(name);
    const user = userEvent.setup();
    render(one.form, one.props());
    if (one.open) await user.click(screen.getByRole("button", { name: one.open() }));
    const inDialog = one.form !== PlanPage;
    const root = () => (inDialog ? screen.getByRole("dialog") : document.body);
    if (!inDialog) await screen.findByLabelText(m.hearing_place());
    const values: (() => string | boolean)[] = [];
    for (const fill of one.fill()) values.push(await fill(user, root));
    const before = values.map((value) => value());
    expect(
      before.every((value) => value !== "" && value !== false),
      "everything was typed",
    ).toBe(true);

    const press = async () => user.click(within(root()).getByRole("button", { name: one.verb() }));
    await press();
    const refusal = refused(name);
    const summary = await within(root()).findByRole("alert");
    expect(summary.textContent).toContain(refusalWords(refusal).what);
    const article = refusal.values.article_zh;
    if (article) expect(summary.textContent).toContain(article);
    expect(values.map((value) => value())).toEqual(before);

    const field = one.at ? root().querySelector<HTMLElement>(`[data-field-name="${one.at}"]`) : null;
    if (one.at) {
      expect(field?.textContent).toContain(refusalLine(refusal));
      expect(field?.querySelector('[aria-invalid="true"]')).toBeTruthy();
      await user.click(within(summary).getByRole("button"));
      expect(field?.contains(document.activeElement), "the summary leads to the field").toBe(true);
    }
    await press();
    expect(
      values.map((value) => value()),
      "refused again",
    ).toEqual(before);
    expect(bridge.calls.filter((call) => call.name === refusals[name].command)).toHaveLength(2);
  },
);

test.each(Object.keys(refusals) as Name[])("%s is said in both languages, with its article", (name) => {
  const refusal = refused(name);
  for (const language of ["zh", "en"] as const) {
    setLanguage(language);
    const line = refusalLine(refusal);
    setLanguage("zh");
    expect(line).not.toContain(refusal.code);
    expect(line).toContain(String(refusal.values[`article_${language}`] ?? ""));
  }
});

/** The page of the day, whose fields are recorded as they are left. */
async function theDay(name: Name, hearing: object) {
  const few = { ...rules, officers_least: 3 };
  const bridge = answering(name).answer("hearing_sheet", () => sheetOf(hearing, { rules: few }));
  const user = userEvent.setup();
  const tab = new Tabs().show("demo" as never, { hearing: 5 } as never);
  render(DayPage, { args: { hearing: 5 }, tab });
  await screen.findByLabelText(m.hearing_began_at());
  return { bridge, user };
}

test.each(["begin_few", "begin_conflict"] as const)("%s leaves the time and the reason", async (name) => {
  const { bridge, user } = await theDay(name, {});
  const value = (label: string) =>
    (screen.getAllByLabelText(label).find((one) => one.tagName === "INPUT") as HTMLInputElement).value;
  if (name === "begin_conflict") {
    const reason = screen
      .getAllByLabelText(m.hearing_few_reason())
      .find((one) => one.tagName === "INPUT") as HTMLElement;
    await user.type(reason, "一名听证员突发疾病");
    await user.tab();
  }
  await user.type(screen.getByLabelText(m.hearing_began_at()), "902");
  await user.tab();
  const refusal = refused(name);
  const at = name === "begin_few" ? "officer_number_reason" : "at";
  const field = document.querySelector<HTMLElement>(`[data-field-name="${at}"]`);
  await waitFor(() => expect(field?.textContent).toContain(refusalLine(refusal)));
  expect(refusalLine(refusal)).toContain(String(refusal.values.article_zh));
  const stands = () => {
    expect(value(m.hearing_began_at())).toBe("902");
    expect(value(m.hearing_few_reason())).toBe(name === "begin_conflict" ? "一名听证员突发疾病" : "");
  };
  stands();
  // Another desk records something, and the page asks again.
  const asked = () => bridge.calls.filter((call) => call.name === "hearing_sheet").length;
  const before = asked();
  await queryClient.invalidateQueries();
  await waitFor(() => expect(asked()).toBeGreaterThan(before));
  stands();
  if (name === "begin_conflict") {
    expect(
      bridge.calls.some((call) => call.name === "draft_save"),
      "the reason is a draft",
    ).toBe(true);
    expect(
      bridge.calls.some((call) => call.name === "draft_drop"),
      "until the record has it",
    ).toBe(false);
  }
});

test("end_before leaves the time", async () => {
  const { user } = await theDay("end_before", { began_at: "09:02" });
  const end = screen.getByLabelText(m.hearing_ended_at()) as HTMLInputElement;
  await user.type(end, "8");
  await user.tab();
  const field = document.querySelector<HTMLElement>('[data-field-name="ended_at"]');
  await waitFor(() => expect(field?.textContent).toContain(refusalLine(refused("end_before"))));
  expect(end.value).toBe("8");
});

test("a row of an officer that lacks a part, or whose day can't be read, is refused where it stands and not left out", async () => {
  const bridge = mockBridge({ officer_save: () => ({ officer: 1 }) as never });
  const user = userEvent.setup();
  render(OfficerForm, { officer: null, ...back });
  const dialog = () => screen.getByRole("dialog");
  const cell = (at: string) =>
    screen.getByRole("table", { name: m.officer_away() }).querySelector(`[data-cell="${at}"]`) as HTMLInputElement;
  await user.type(within(dialog()).getByLabelText(m.officer_name()), "某人");
  await user.type(cell("0-2"), "出差");
  await user.click(within(dialog()).getByRole("button", { name: m.officer_add() }));
  expect((await within(dialog()).findByRole("alert")).textContent).toContain("此项未填");
  expect(cell("0-2").value).toBe("出差");
  expect(
    bridge.calls.some((call) => call.name === "officer_save"),
    "nothing was sent without it",
  ).toBe(false);
});

test("a day that can't be read is not left out of what is saved", async () => {
  const bridge = mockBridge();
  const user = userEvent.setup();
  render(SeatForm, { seat: sheetOf().seats[0] as never, ...back });
  const declared = screen.getByLabelText(m.hearing_declared_on()) as HTMLInputElement;
  await user.type(declared, "三月初");
  await user.click(screen.getByRole("button", { name: m.verb_save_changes() }));
  expect((await screen.findByRole("alert")).textContent).toContain("三月初");
  expect(declared.value).toBe("三月初");
  expect(bridge.calls.some((call) => call.name === "hearing_seat_save")).toBe(false);
});
