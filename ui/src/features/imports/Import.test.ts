import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import type { Difference, ImportPlan, ImportRead } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { mockBridge } from "$lib/bridge.mock";
import { Tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import { fieldValue } from "./fields";
import Import from "./Import.svelte";

const read: ImportRead = {
  sheets: [],
  sheet: "",
  title: [],
  columns: [
    {
      column: "A",
      head: "受案号",
      field: "number_department",
      proposed: "number_department",
      confidence: "certain",
      samples: ["甲1号"],
    },
    { column: "B", head: "谁", field: null, proposed: null, confidence: "none", samples: ["王某"] },
  ],
  source: "台账",
  remembered: false,
  rows: 3,
  others: [],
  undecodable: 0,
  mapping: "",
  kind: "",
  constants: { accepted_on: "=prosecuted_on" },
};

const difference: Difference = {
  id: 7,
  case: 4,
  register_no: "2026-GC-00004",
  title: "王某盗窃案",
  source: "台账",
  field: "from_unit",
  person: "",
  file_value: "乙公安局",
  record_value: "甲公安局",
};

const plan: ImportPlan = {
  plan: 5,
  source: 1,
  rows: 3,
  file_rows: 3,
  new: 2,
  changed: 0,
  same: 0,
  vanished: 0,
  refused: [
    {
      row: 4,
      table: "",
      column: "C 受理日期",
      value: "2026-02-30",
      code: "day_no_such_day",
      values: { text: "2026-02-30" },
      also: [],
    },
  ],
  cases: { new: 2 },
  remarks: 0,
  told: {},
  differences: [],
  others: [],
  mapping: read.columns,
  done: null,
};

beforeEach(() => queryClient.clear());

async function shown(differences: Difference[] = []) {
  const bridge = mockBridge();
  bridge
    .answer("import_fields", () => [
      { id: "number_department", zh: "部门受案号", en: "department number" },
      { id: "person_name", zh: "姓名", en: "name" },
      { id: "prosecuted_on", zh: "提起公诉日期", en: "prosecuted on" },
      { id: "accepted_on", zh: "受理日期", en: "accepted on" },
      { id: "from_unit", zh: "移送单位", en: "unit" },
    ])
    .answer("import_runs", () => [])
    .answer("import_differences", () => differences)
    .answer("check_list", () => [])
    .answer("finding_counts", () => [])
    .answer("import_read", () => read)
    .answer("import_plan", () => plan)
    .answer("import_plan_rows", () => ({ total: 1, items: [], refused: plan.refused, remarks: [] }))
    .answer("import_apply", () => ({ ...plan, plan: 0 }))
    .answer("import_decide", () => ({ entry: 9, cases: [4], tables: ["import_difference"] }));
  render(Import, { args: { text: "受案号\t谁\n甲1号\t王某" }, tab: new Tabs().show("import", {}) });
  await screen.findByText("受案号");
  return bridge;
}

const sent = (bridge: Awaited<ReturnType<typeof shown>>, name: string) =>
  bridge.calls.filter((call) => call.name === name).map((call) => call.request);

test("a pasted block leads by Enter from the columns through the dry run to the import", async () => {
  const bridge = await shown();
  const user = userEvent.setup();
  const rehearse = screen.getByRole("button", { name: "试导入" });
  await waitFor(() => expect(document.activeElement).toBe(rehearse));
  await user.keyboard("{Enter}");
  await screen.findAllByText(/2026-02-30/);
  const apply = screen.getByRole("button", { name: /^导入（/ });
  await waitFor(() => expect(document.activeElement).toBe(apply));
  await user.keyboard("{Enter}");
  await screen.findByText("未发现问题。");
  expect(sent(bridge, "import_apply")).toEqual([{ text: "受案号\t谁\n甲1号\t王某", plan: 5 }]);
  expect(await faults()).toEqual([]);
});

test("a column is corrected by typing the initials of a field, and a constant is shown by its columns", async () => {
  const bridge = await shown();
  const user = userEvent.setup();
  screen.getByText(/取自 提起公诉日期/);
  await user.type(screen.getByRole("combobox", { name: "B 谁" }), "xm");
  await screen.findByRole("option", { name: "姓名" });
  await user.keyboard("{Enter}");
  await waitFor(() =>
    expect(sent(bridge, "import_read").at(-1)).toMatchObject({ columns: [{ column: "B", field: "person_name" }] }),
  );
});

test("a value that the record keeps as a code is told by its name", () => {
  vocabulary.set({
    ...noVocabulary,
    lines: [{ code: "GC", zh: "普通犯罪检察", en: "ordinary crime" }],
    choices: { measure: [{ code: "detention", zh: "刑事拘留", en: "detention" }] },
  } as never);
  const fields = [
    { id: "line", zh: "业务条线", en: "line", list: "line" },
    { id: "measure", zh: "强制措施", en: "measure", list: "measure" },
    { id: "title", zh: "案件名称", en: "title" },
  ];
  expect(fieldValue(fields, "line", "GC")).toBe("普通犯罪检察");
  expect(fieldValue(fields, "measure", "detention 2026-01-05；已取保")).toBe("刑事拘留 2026-01-05；已取保");
  expect(fieldValue(fields, "title", "GC")).toBe("GC");
  expect(fieldValue(fields, "line", "")).toBe("");
});

test("differences are decided many at once", async () => {
  const bridge = await shown([difference, { ...difference, id: 8, field: "accepted_on" }]);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("checkbox", { name: /全选/ }));
  await user.click(screen.getByRole("button", { name: "采用文件 2" }));
  await waitFor(() => expect(sent(bridge, "import_decide")).toEqual([{ differences: [7, 8], decision: "file" }]));
});

test("a stopped import says that nothing changed", async () => {
  const bridge = await shown();
  bridge.answer("import_plan", () => {
    throw new Refusal("stopped", null, { task: "import_plan" });
  });
  await userEvent.click(screen.getByRole("button", { name: "试导入" }));
  await screen.findByText(/登记没有变动/);
});

test("remarks are told by kind and number, and one kind is looked at alone", async () => {
  const bridge = await shown();
  const remark = (row: number, code: string) => ({ row, column: "C 受理日期", value: "2026-01-05", code });
  const all = [remark(2, "import_received_on_acceptance"), remark(3, "import_kept_as_text")];
  bridge
    .answer("import_plan", () => ({
      ...plan,
      refused: [],
      remarks: 2,
      told: { import_received_on_acceptance: 1, import_kept_as_text: 1 },
    }))
    .answer("import_plan_rows", (request) => {
      const wanted = all.filter((one) => request.list === "remarks" && (request.code ?? one.code) === one.code);
      return { total: wanted.length, items: [], refused: [], remarks: wanted };
    });
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "试导入" }));
  await user.click(await screen.findByRole("button", { name: /^提示/ }));
  await user.click(await screen.findByRole("button", { name: /按受理日期登记收到/ }));
  await waitFor(() =>
    expect(sent(bridge, "import_plan_rows").at(-1)).toMatchObject({ code: "import_received_on_acceptance", from: 0 }),
  );
  const told = () => screen.getAllByRole("listitem").filter((item) => item.textContent.includes("2026-01-05"));
  await waitFor(() => expect(told()).toHaveLength(1));
});
