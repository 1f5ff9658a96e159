/**
 * What was typed stays after a refusal, in every form of a hearing: the form is answered with what the core says (the list
 * `refusals.json` is the core's own, its tests compare it), and then each value must stand where it was typed, the refusal
 * in words with its article on top and at its field.
 */
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
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
import DayPage from "./DayPage.svelte";
import { rules, sheetOf } from "./fixtures";
import { back, choices, dialogs, type Name, plans, pool } from "./forms.fixtures";
import OfficerForm from "./OfficerForm.svelte";
import PlanPage from "./PlanPage.svelte";
import refusals from "./refusals.json";
import SeatForm from "./SeatForm.svelte";

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
