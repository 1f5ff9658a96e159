/**
 * What is typed survives a crash, in every form of a hearing: it is in the store while it is typed, there again when the form
 * is opened anew, gone once it is saved or given up, and another hearing's form does not show it.
 */
import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { queryClient } from "$lib/ask";
import { type MockBridge, mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import { m } from "$messages";
import { session } from "../../demo/data";
import { rules, sheetOf } from "./fixtures";
import { choices, dialogs, type FormCase, plans, pool } from "./forms.fixtures";
import OfficersPart from "./OfficersPart.svelte";
import PlanPage from "./PlanPage.svelte";
import refusals from "./refusals.json";

/** Each form once; the same form stands there for several refusals. */
const forms = [...dialogs, ...plans.slice(0, 1)].filter(
  (one, at, all) => all.findIndex((other) => other.form === one.form && other.verb() === one.verb()) === at,
);
/** By the hand or from outside is one form with two faces. */
const outside = dialogs.find((one) => one.refusal === "outsider_under_age") as FormCase;

const done = {
  entry: 1,
  cases: [7],
  tables: [],
  changed: { entry: 1, cases: [7], tables: [] },
  hearing: 5,
  late: [],
  slip: { id: 1, candidates: [], excluded: [], chosen: [], seed: "0", repeats: true },
};

let kept: Map<string, string>;
let bridge: MockBridge;

beforeEach(() => {
  office.setSession(session);
  const lists = Object.entries(choices).map(([list, all]) => [list, all.map(([code, zh]) => ({ code, zh, en: zh }))]);
  vocabulary.set({ ...noVocabulary, choices: Object.fromEntries(lists) });
  kept = new Map();
  bridge = mockBridge()
    .answer("officer_list", () => pool as never)
    .answer("case_sheet", () => ({ head: { register_no: "2026-GC-00001", title: "张三盗窃案" }, persons: [] }) as never)
    .answer("hearing_rules", () => rules)
    .answer("account_list", () => [])
    .answer("draft_load", ({ key }) => {
      const body = kept.get(key);
      return body === undefined ? null : { key, body, saved_at: "" };
    })
    .answer("draft_save", ({ key, body }) => {
      kept.set(key, body);
      return {};
    })
    .answer("draft_drop", ({ key }) => {
      kept.delete(key);
      return {};
    });
  for (const { command } of Object.values(refusals)) bridge.answer(command as "hearing_plan", () => done as never);
});
afterEach(() => queryClient.clear());

const inDialog = (one: FormCase) => one.form !== PlanPage;
const root = (one: FormCase) => () => (inDialog(one) ? screen.getByRole("dialog") : document.body);

async function opened(one: FormCase, hearing = 5) {
  const user = userEvent.setup();
  render(one.form, one.props(hearing));
  if (one.open) await user.click(screen.getByRole("button", { name: one.open() }));
  if (!inDialog(one)) await screen.findByLabelText(m.hearing_place());
  return user;
}

type Value = () => string | boolean;
/** What stands in a field; nothing where the field itself is not there. */
function shown(values: Value[]) {
  return values.map((value) => {
    try {
      return value();
    } catch {
      return null;
    }
  });
}

/** The window is gone, without a chance to tidy up: what is kept then is what was kept before. */
function crash() {
  const before = new Map(kept);
  cleanup();
  kept = before;
  queryClient.clear();
}

async function filled(one: FormCase) {
  const user = await opened(one);
  const values: Value[] = [];
  for (const fill of one.fill()) values.push(await fill(user, root(one)));
  const typed = shown(values);
  const texts = typed.filter((value): value is string => typeof value === "string" && value !== "on");
  await waitFor(() => {
    const all = [...kept.values()].join("\n");
    for (const text of texts) expect(all).toContain(text);
  });
  return { values, typed };
}

test.each([...forms, outside].map((one) => [`${one.verb()} (${one.refusal})`, one] as const))(
  "%s: typed, crashed, there again; saved, gone; not in another's form",
  async (_, one) => {
    const { values, typed } = await filled(one);
    crash();

    await opened(one, 6);
    await waitFor(() => expect(bridge.calls.filter((call) => call.name === "draft_load").length).toBeGreaterThan(1));
    const others = shown(values);
    crash();
    const store = kept;
    kept = new Map();
    await opened(one, 6);
    expect(others, "another's form is as it is without any draft").toEqual(shown(values));
    expect(others).not.toEqual(typed);
    crash();
    kept = store;

    const user = await opened(one);
    await waitFor(() => expect(shown(values)).toEqual(typed));
    await user.click(within(root(one)()).getByRole("button", { name: one.verb() }));
    await waitFor(() => expect(kept.size, [...kept.keys()].join()).toBe(0));
    cleanup();
    expect(kept.size, "nothing is written behind the saving").toBe(0);
  },
);

test("every dialog that takes words keeps them", () => {
  const names = forms.map((one) => one.verb());
  for (const verb of [
    m.hearing_draw(),
    m.hearing_pick(),
    m.officer_add(),
    m.verb_save_changes(),
    m.hearing_add_participant(),
    m.hearing_record_notice(),
    m.hearing_record_announcement(),
    m.hearing_answer(),
    m.hearing_close(),
    m.hearing_record_told(),
    m.hearing_record_effect(),
    m.verb_plan_hearing(),
  ])
    expect(names).toContain(verb);
});

test("given up, the draft is gone", async () => {
  const one = forms.find((form) => form.verb() === m.hearing_add_participant()) as FormCase;
  await filled(one);
  const press = (name: string) =>
    userEvent.setup().click(within(screen.getByRole("dialog")).getByRole("button", { name }));
  await press(m.verb_cancel());
  expect(kept.size, "it is asked first").not.toBe(0);
  await press(m.verb_give_up_typed());
  await waitFor(() => expect(kept.size).toBe(0));
});

test("why an officer goes is kept by seat", async () => {
  const seat = sheetOf().seats[0];
  const sheet = sheetOf({}, { seats: [seat, { ...seat, id: 12, name: "孙听证员" }] });
  const user = userEvent.setup();
  const drop = async (at: number) => {
    await user.click(screen.getAllByRole("button", { name: m.hearing_drop() })[at] as HTMLElement);
    return within(screen.getByRole("dialog")).getByLabelText(m.reason()) as HTMLTextAreaElement;
  };
  render(OfficersPart, { sheet, frozen: false });
  await user.type(await drop(0), "突发疾病");
  await waitFor(() => expect([...kept.values()]).toEqual(["突发疾病"]));
  crash();

  render(OfficersPart, { sheet, frozen: false });
  expect((await drop(1)).value, "not the other officer's").toBe("");
  crash();
  bridge.answer("hearing_officer_drop", () => done as never);
  render(OfficersPart, { sheet, frozen: false });
  const reason = await drop(0);
  await waitFor(() => expect(reason.value).toBe("突发疾病"));
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: m.hearing_drop() }));
  await waitFor(() => expect(kept.size).toBe(0));
  expect(bridge.calls.at(-1)?.name).toBe("draft_drop");
  expect(bridge.calls.find((call) => call.name === "hearing_officer_drop")?.request).toEqual({
    seat: 11,
    reason: "突发疾病",
  });
});
