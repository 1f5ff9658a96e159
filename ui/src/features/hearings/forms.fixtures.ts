/** Every form of a hearing for the tests: how it is opened, what is typed into it, and which refusal of the core it shows. */
import { screen, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import type { Component } from "svelte";
import { Tabs } from "$lib/tabs.svelte";
import { m } from "$messages";
import AfterPart from "./AfterPart.svelte";
import AnswerPart from "./AnswerPart.svelte";
import DecisionPart from "./DecisionPart.svelte";
import { sheetOf } from "./fixtures";
import NoticePart from "./NoticePart.svelte";
import OfficerForm from "./OfficerForm.svelte";
import OfficersPart from "./OfficersPart.svelte";
import ParticipantForm from "./ParticipantForm.svelte";
import PlanPage from "./PlanPage.svelte";
import type refusals from "./refusals.json";
import SeatForm from "./SeatForm.svelte";

export type Name = keyof typeof refusals;

export const choices: Record<string, [code: string, zh: string][]> = {
  hearing_kind: [["ordinary", "一般听证"]],
  hearing_initiated_by: [["ex_officio", "依职权"]],
  hearing_application_decision: [["refused", "不同意"]],
  hearing_adopted: [["no", "未采纳"]],
  hearing_effect: [["accepted", "服判服处理"]],
  hearing_participant_role: [["defender", "辩护人"]],
  officer_conflict: [["relative", "有亲属关系"]],
};
export const pool = ["年轻人", "亲属"].map((name, at) => ({
  id: at + 1,
  name,
  unit: "",
  profession: "",
  removed_on: null,
}));

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

export interface FormCase {
  refusal: Name;
  // biome-ignore lint/suspicious/noExplicitAny: each part has properties of its own.
  form: Component<any>;
  /** What it stands over: the hearing with this id, the case or the officer with one that belongs to it. */
  props: (hearing?: number) => object;
  /** The button that opens the form, where it does not stand open. */
  open?: () => string;
  /** What is typed: nothing that stands in the form from the start, so that it is seen when it is kept. */
  fill: () => Fill[];
  verb: () => string;
  /** The field that says it; none where no field of the form is meant. */
  at: string | null;
}

const decided = { began_at: "09:00", ended_at: "10:00", decided_on: "2026-03-10" };
const part = (hearing: object = {}) => ({ sheet: sheetOf(hearing), frozen: false });
const whole = (id = 5) => part({ id });
export const back = { onback: () => {}, ondone: () => {} };
const draw = { form: OfficersPart, props: whole, open: () => m.hearing_draw(), verb: () => m.hearing_draw() };
const pick = { form: OfficersPart, props: whole, open: () => m.hearing_pick(), verb: () => m.hearing_pick() };
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

export const dialogs: FormCase[] = [
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
    props: (id = 5) => ({ officer: id === 5 ? null : { id }, ...back }),
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
    props: (id = 5) => ({ seat: { ...sheetOf().seats[0], hearing_id: id, id: id + 6 }, ...back }),
    fill: () => [chosen(m.hearing_conflict(), "relative"), typed(m.hearing_briefed_on(), "2026-03-05")],
    verb: () => m.verb_save_changes(),
    at: "declared_on",
  },
  {
    refusal: "participant_cancelled",
    form: ParticipantForm,
    props: (id = 5) => ({ sheet: sheetOf({ id }), ...back }),
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
    props: whole,
    open: () => m.hearing_record_notice(),
    fill: () => [typed(m.hearing_sent_on(), "2026-03-04"), typed(m.hearing_notice_received_on(), "2026-03-05")],
    verb: () => m.hearing_record_notice(),
    at: null,
  },
  {
    refusal: "announcement_minor",
    form: NoticePart,
    props: whole,
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
    props: (id = 5) => ({
      sheet: sheetOf({
        id,
        applied_on: "2026-03-04",
        applicant: "张三",
        answer: "",
        answer_reason: "",
        answered_on: null,
        answer_told_on: null,
      }),
    }),
    open: () => m.hearing_answer(),
    fill: () => [marked("不同意"), typed(m.hearing_answer_told_on(), "2026-03-06")],
    verb: () => m.hearing_answer(),
    at: "reason",
  },
  {
    refusal: "close_without_consent",
    form: DecisionPart,
    props: (id = 5) =>
      part({
        id,
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
    props: (id = 5) => part({ ...decided, id }),
    open: () => m.hearing_record_told(),
    fill: () => [typed(m.hearing_told_on(), "2026-03-09")],
    verb: () => m.hearing_record_told(),
    at: "on",
  },
  {
    refusal: "effect_secret",
    form: AfterPart,
    props: (id = 5) => part({ ...decided, id }),
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

const plan = (refusal: Name, at: string | null): FormCase => ({
  refusal,
  form: PlanPage,
  props: (id = 5) => ({ args: { case: id + 2 }, tab: new Tabs().show("demo" as never, { case: id + 2 } as never) }),
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
export const plans = [
  plan("plan_past", "held_on"),
  plan("plan_officer_under_age", "held_on"),
  plan("plan_room", "place"),
  plan("plan_chair", "chair_id"),
  plan("plan_public", null),
  plan("plan_closed_case", null),
];
