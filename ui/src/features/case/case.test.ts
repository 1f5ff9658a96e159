import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { ActRecord, CaseSheet, PersonSave } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { type MockBridge, mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { Tab, Tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import CasePage from "./CasePage.svelte";
import { personEntry, personForm } from "./person";

const both = (zh: string) => ({ zh, en: zh });

const sheet = {
  head: {
    id: 7,
    register_no: "2026-GC-00007",
    number: "",
    line: "GC",
    function: "criminal",
    category: "arrest_review",
    title: "甲某盗窃案",
    cause: "盗窃罪",
    cause_code: "264",
    source: "",
    from_unit: "测试县公安局",
    received_on: "2026-03-01",
    accepted_on: "2026-03-01",
    department_id: null,
    department: "",
    summary: "",
    checklist: {},
    card: {},
    registered_by: "张某",
    stage: "review",
    outcome: "",
    is_open: true,
    closed_on: null,
    handler_id: null,
    handler: "",
    in_custody: true,
    is_minor: true,
    is_sensitive: false,
    next_due_on: "2026-03-08",
    next_due_rule: "arrest_review_detained",
    out_with: "",
    out_since: null,
  },
  numbers: [],
  flags: [],
  persons: [
    {
      id: 3,
      person: { id: 3, role: "suspect", name: "甲某", birth: "2009-01-02", act_on: "2025-06-01", minor_at_act: true },
      charges: [{ id: 5, phase: "transferred", charge_id: "264", charge: "盗窃罪" }],
      measures: [],
      in_custody: true,
    },
  ],
  acts: [
    {
      id: 1,
      kind: "accepted",
      words: both("受理"),
      group: "intake",
      on: "2026-03-01",
      person_id: null,
      person: "",
      fields: [{ id: "from_unit", words: both("移送单位"), value: "测试县公安局", said: both("测试县公安局") }],
      note: "",
      recorded_by: "张某",
      can_change: true,
    },
  ],
  notes: [],
  links: [],
  assignments: [],
  supposed: [{ source: "台账", code: "received_on_acceptance", column: "E 受理日期" }],
  next_acts: [
    {
      kind: "interrogated",
      words: both("讯问犯罪嫌疑人"),
      group: "review",
      per_person: true,
      for_all: false,
      persons: [3],
      needs_approval: false,
      fields: [{ id: "place", words: both("讯问地点"), required: true, kind: "text", list: null }],
    },
  ],
  may_record: true,
  may_assign: true,
  may_hear: false,
} as unknown as CaseSheet;

let bridge: MockBridge;
let recorded: ActRecord[];
let undone: unknown[];

beforeEach(() => {
  queryClient.clear();
  recorded = [];
  undone = [];
  office.setSession({
    today: "2026-03-05",
    office: { name: "测试县人民检察院" },
    account: { name: "张某" },
    may: [],
  } as never);
  bridge = mockBridge({
    case_sheet: () => sheet,
    case_due: () => ({ periods: [], gaps: [], reminders: [], look_backs: [] }),
    case_findings: () => [],
    account_list: () => [],
    act_record: (request) => {
      recorded.push(request);
      return { act: 9, changed: { entry: 4, cases: [7], tables: [] } };
    },
    journal_list: () => ({
      entries: [
        {
          entry: 4,
          at: "2026-03-05T01:02:03Z",
          day: "2026-03-05",
          person: "张某",
          action: "person_save",
          reason: "",
          undoes: null,
          undone: false,
          case: 7,
          more: false,
          changes: [
            {
              table: "person",
              key: "3",
              kind: "update",
              case: 7,
              fields: [{ field: "birth", before: "2009-01-01", after: "2009-01-02" }],
            },
          ],
        },
      ],
      next: null,
    }),
    entry_undo: (request) => {
      undone.push(request);
      return { entry: 5, cases: [7], tables: [] };
    },
  });
});

function show() {
  const tab = new Tab(new Tabs(), "case", { case: 7 });
  return render(CasePage, { args: { case: 7 }, tab });
}

test("an act is chosen by initials, filled and recorded without a mouse", async () => {
  const user = userEvent.setup();
  show();
  (await screen.findByLabelText("记录节点", { selector: "input" })).focus();
  await user.keyboard("xwfz");
  await screen.findByText("讯问犯罪嫌疑人");
  await user.keyboard("{Enter}");
  const place = await screen.findByLabelText("讯问地点");
  expect(screen.getByLabelText<HTMLSelectElement>("涉及人员").value).toBe("3");
  expect(screen.getByLabelText<HTMLInputElement>("日期").value).toBe("2026-03-05");
  place.focus();
  await user.keyboard("看守所{Control>}{Enter}{/Control}");
  await waitFor(() => expect(recorded).toHaveLength(1));
  expect(recorded[0]).toEqual({
    case: 7,
    act: { kind: "interrogated", on: "2026-03-05", person: 3, fields: { place: "看守所" } },
  });
  await waitFor(() => expect(screen.queryByLabelText("讯问地点")).toBeNull());
});

test("what an import supposed of the case stands on its page", async () => {
  show();
  await screen.findByText(/按受理日期登记收到/);
  screen.getByText("E 受理日期 台账");
});

test("a refused act stays as typed, with what is wrong at its field", async () => {
  const user = userEvent.setup();
  bridge.answer("act_record", () => {
    throw new Refusal("act_before_acceptance", "on", { day: "2026-02-01", accepted: "2026-03-01" });
  });
  show();
  (await screen.findByLabelText("记录节点", { selector: "input" })).focus();
  await user.keyboard("讯问");
  await screen.findByText("讯问犯罪嫌疑人");
  await user.keyboard("{Enter}");
  (await screen.findByLabelText("讯问地点")).focus();
  await user.keyboard("看守所{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.getByLabelText("日期").getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getByLabelText<HTMLInputElement>("讯问地点").value).toBe("看守所");
});

test("the history says before and after, and takes an entry back with a reason", async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByRole("tab", { name: /历史/ }));
  const entry = (await screen.findByText(/出生日期/)).closest("ol > li") as HTMLElement;
  expect(entry.textContent).toContain("2009-01-01");
  await user.click(within(entry).getByRole("button", { name: "撤回第 4 条" }));
  await user.type(await screen.findByRole("textbox", { name: "理由" }), "录错");
  await user.click(screen.getByRole("button", { name: "撤回" }));
  await waitFor(() => expect(undone).toEqual([{ entry: 4, reason: "录错" }]));
});

test("a field tells who changed it, when, from what to what and why", async () => {
  const user = userEvent.setup();
  bridge.answer("field_history", (request) =>
    request.field === "name"
      ? [
          {
            entry: 4,
            at: "2026-03-05T01:02:03Z",
            day: "2026-03-05",
            person: "张某",
            action: "person_save",
            reason: "录错姓名",
            before: "申某",
            after: "甲某",
          },
        ]
      : [],
  );
  show();
  await user.click(await screen.findByRole("tab", { name: /人员/ }));
  await user.click(await screen.findByRole("button", { name: "甲某：字段历史" }));
  const dialog = await screen.findByRole("dialog", { name: "字段历史" });
  const line = (await within(dialog).findByText("申某")).closest("tr") as HTMLElement;
  for (const words of ["2026-03-05", "张某", "甲某", "录错姓名"]) expect(line.textContent).toContain(words);
  expect(bridge.calls.at(-1)?.request).toEqual({ case: 7, table: "person", key: "3", field: "name" });
});

test("an identity number on a person's card fills birthday and sex, and says the age at the act", async () => {
  const user = userEvent.setup();
  vocabulary.set({ ...noVocabulary, choices: { sex: [{ code: "male", zh: "男", en: "male" }] } });
  bridge.answer(
    "identity_read",
    ({ on }) =>
      ({
        birth: "1990-03-07",
        sex: "male",
        age: on ? 35 : null,
        minor: on ? false : null,
      }) as never,
  );
  show();
  await user.click(await screen.findByRole("tab", { name: /人员/ }));
  await user.click(await screen.findByRole("button", { name: "添加人员" }));
  const dialog = await screen.findByRole("dialog", { name: "添加人员" });
  await user.type(within(dialog).getByRole("textbox", { name: "证件号码" }), "34102319900307211X");
  await waitFor(() => expect(within(dialog).getByLabelText<HTMLInputElement>("出生日期").value).toBe("1990-03-07"));
  expect(within(dialog).getByLabelText<HTMLSelectElement>("性别").value).toBe("male");
});

test("the head is sent with what was changed only", async () => {
  const user = userEvent.setup();
  const changes: unknown[] = [];
  bridge.answer("department_list", () => [{ id: 2, name: "第二检察部", kind: "criminal" }]);
  bridge.answer("case_change", (request) => {
    changes.push(request);
    return { entry: 9, cases: [7], tables: [] } as never;
  });
  show();
  await user.click(await screen.findByRole("tab", { name: /案卡/ }));
  await user.click(await screen.findByRole("button", { name: "修改" }));
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByRole("option", { name: "第二检察部" });
  await user.selectOptions(within(dialog).getByLabelText("承办部门"), "2");
  await user.click(within(dialog).getByRole("button", { name: "保存" }));
  await waitFor(() => expect(changes).toEqual([{ case: 7, change: { department_id: 2 } }]));
});

test("a corrected birthday does not send the old answer about the age along", () => {
  const [card] = sheet.persons;
  const form = personForm(card ?? null);
  form.birth = "2000-01-02";
  const sent: PersonSave["person"] = personEntry(form, "2026-03-05");
  expect(sent).not.toHaveProperty("minor_at_act");
  expect(sent).toMatchObject({ id: 3, birth: "2000-01-02", charges: [{ id: 5, charge_id: "264" }], measures: [] });
});

test("like gaps of many people stand in one line with their number", async () => {
  const gap = (act: number) => ({
    rule: "custody",
    title: both("羁押期限"),
    trigger_on: "2026-01-11",
    act,
    code: "period_day_not_set",
    words: both("文书未填写届满日"),
  });
  bridge.answer(
    "case_due",
    () => ({ periods: [], gaps: [gap(1), gap(2), gap(3)], reminders: [], look_backs: [] }) as never,
  );
  show();
  expect(await screen.findByText(/^羁押期限\s文书未填写届满日（3 处）$/)).toBeTruthy();
});

test("readers find nothing against the page", async () => {
  const { container } = show();
  await screen.findByLabelText("记录节点", { selector: "input" });
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
});
