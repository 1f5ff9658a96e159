import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { tick } from "svelte";
import type { CaseRow, ListOpen, View } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { register } from "$lib/pages";
import { tabs } from "$lib/tabs.svelte";
import Cases from "./Cases.svelte";

const row = (id: number, more: Partial<CaseRow> = {}): CaseRow => ({
  case_id: id,
  register_no: `2026-GC-${String(id).padStart(5, "0")}`,
  number: `示检刑诉受〔2026〕${id}号`,
  title: `赵某${id}盗窃案`,
  persons: `赵某${id}`,
  person_count: 1,
  cause: "盗窃罪",
  line: "ordinary",
  function: "criminal",
  category: "prosecution",
  stage: "reviewing",
  outcome: "",
  is_open: true,
  handler_id: 1,
  handler: "李示例",
  department_id: 1,
  department: "第一检察部",
  accepted_on: "2026-03-01",
  closed_on: null,
  last_act_on: "2026-03-01",
  last_act: "accepted",
  next_due_on: "2026-03-04",
  due_state: "overdue",
  next_due_rule: "review",
  in_custody: true,
  is_minor: false,
  is_sensitive: false,
  out_with: "",
  out_since: null,
  findings: 0,
  ...more,
});

const views: View[] = [
  { name: "open", own: false, query: { filters: [{ column: "is_open", test: { one_of: ["yes"] } }] } },
  { name: "in_custody", own: false, query: { filters: [{ column: "in_custody", test: { one_of: ["yes"] } }] } },
  { name: "三月", own: true, query: { filters: [] } },
];

function desk() {
  const cases = Array.from({ length: 250 }, (_, at) => row(at + 1));
  let opened = 0;
  const bridge = mockBridge({
    view_list: () => views,
    account_list: () => [],
    department_list: () => [],
    case_list_open: ({ first }) => ({ list: ++opened, total: cases.length, rows: cases.slice(0, first) }),
    case_list_page: ({ from, count }) => cases.slice(from, from + count),
    case_sheet: () => Promise.reject({ code: "case_unknown", values: {} }),
    desk_save: () => ({}) as never,
  });
  const tab = tabs.show("cases", {});
  const shown = render(Cases, { args: {}, tab });
  return { bridge, tab, cases, ...shown };
}
const asked = (bridge: ReturnType<typeof desk>["bridge"]) =>
  bridge.calls.filter((one) => one.name === "case_list_open").map((one) => (one.request as ListOpen).query);

const signIn = (post: string) =>
  office.setSession({
    office: { name: "示", short_name: "示", division_code: "990100", founded_on: "2026-01-01", is_sample: true },
    account: { post },
    today: "2026-03-05",
    version: "0",
  } as never);

beforeAll(() => {
  signIn("prosecutor");
  const notShown = { load: () => Promise.reject(new Error("not shown here")) };
  register.add({
    pages: [
      { id: "case", title: () => "案件", ...notShown },
      { id: "import", title: () => "导入", ...notShown },
    ],
  });
});
afterEach(() => {
  queryClient.clear();
  tabs.clear();
});

test("the view under way is asked for, and another view by its name in words", async () => {
  const { bridge, tab } = desk();
  await screen.findByText("赵某1盗窃案");
  expect(asked(bridge)).toEqual([views[0]?.query]);
  expect(tab.status).toContain("250");
  await userEvent.click(screen.getByRole("button", { name: "羁押中" }));
  await waitFor(() => expect(asked(bridge).at(-1)).toEqual(views[1]?.query));
});

test("a filter under the head and the order go to the core on top of the view", async () => {
  const { bridge } = desk();
  await screen.findByText("赵某1盗窃案");
  await userEvent.type(screen.getByLabelText("筛选：案件名称"), "盗窃{Enter}");
  await userEvent.click(screen.getByTitle("受理日期"));
  await waitFor(() =>
    expect(asked(bridge).at(-1)).toEqual({
      filters: [...(views[0]?.query.filters ?? []), { column: "title", test: { contains: "盗窃" } }],
      sort: { column: "accepted_on", descending: false },
    }),
  );
});

test("the last of a million cases is reached by one key, and only what is in sight is asked for", async () => {
  const { bridge } = desk();
  const million = 1_000_000;
  bridge.answer("case_list_open", ({ first }) => ({
    list: 1,
    total: million,
    rows: Array.from({ length: first ?? 0 }, (_, at) => row(at + 1)),
  }));
  bridge.answer("case_list_page", ({ from, count }) =>
    Array.from({ length: Math.min(count, million - from) }, (_, at) => row(from + at + 1)),
  );
  await screen.findByText("赵某1盗窃案");
  const grid = screen.getByRole("grid");
  expect(grid.getAttribute("aria-rowcount")).toBe(String(million + 2));
  grid.focus();
  await userEvent.keyboard("{End}");
  expect(await screen.findByText("赵某1000000盗窃案")).toBeTruthy();
  const pages = bridge.calls.filter((one) => one.name === "case_list_page");
  expect(pages.length).toBeLessThan(4);
  expect(pages.at(-1)?.request).toMatchObject({ from: 999_900, count: 100 });
  expect(screen.getAllByRole("row").length).toBeLessThan(80);
});

test("Enter opens the case under the cursor, Space previews it", async () => {
  desk();
  await screen.findByText("赵某1盗窃案");
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{ArrowDown} ");
  expect(within(await screen.findByRole("complementary", { name: "案件预览" })).getByText("赵某2盗窃案")).toBeTruthy();
  screen.getByRole("grid").focus();
  await userEvent.keyboard("{Enter}");
  expect(tabs.active?.args).toEqual({ case: 2 });
});

test("a changed row is read again in its place and the list is not asked for anew", async () => {
  const { bridge, cases } = desk();
  await screen.findByText("赵某1盗窃案");
  cases[0] = row(1, { title: "赵某1诈骗案", is_open: false });
  bridge.change(["case_file"]);
  await screen.findByText("赵某1诈骗案");
  expect(asked(bridge)).toHaveLength(1);
  expect(screen.getByText("有记录已变动，此处仍是先前的筛选结果。")).toBeTruthy();
});

test("the present filters are kept as a view of one's own", async () => {
  const { bridge } = desk();
  await screen.findByText("赵某1盗窃案");
  await userEvent.click(screen.getByRole("button", { name: "保存为视图" }));
  await userEvent.type(await screen.findByLabelText("视图名称"), "在办全部");
  await userEvent.click(screen.getByRole("button", { name: "保存" }));
  await waitFor(() => {
    const saved = bridge.calls.find((one) => one.name === "desk_save")?.request as { key: string; body: string };
    expect(saved.key).toBe("view:在办全部");
    expect(JSON.parse(saved.body)).toEqual(views[0]?.query);
  });
});

test("Ctrl+E writes the open list as it is seen: order, columns, conditions in words", async () => {
  const { bridge, tab } = desk();
  bridge.answer("list_export", () => ({ rows: 250 }));
  await screen.findByText("赵某1盗窃案");
  await userEvent.type(screen.getByLabelText("筛选：案件名称"), "盗窃{Enter}");
  await waitFor(() => expect(asked(bridge)).toHaveLength(2));
  bridge.picks.push("/desk/在办");
  tab.runKey(new KeyboardEvent("keydown", { key: "e", ctrlKey: true }));
  await waitFor(() => expect(bridge.calls.some((one) => one.name === "list_export")).toBe(true));
  const request = bridge.calls.find((one) => one.name === "list_export")?.request as Record<string, unknown>;
  expect(request).toMatchObject({
    path: "/desk/在办.xlsx",
    lang: "zh",
    title: "在办",
    filter_words: "视图：在办；案件名称含“盗窃”",
  });
  expect(typeof request.list).toBe("number");
  expect((request.columns as string[]).slice(0, 4)).toEqual(["register_no", "title", "next_due_on", "due_state"]);
});

test("where the person thinks better of it nothing is written", async () => {
  const { bridge, tab } = desk();
  await screen.findByText("赵某1盗窃案");
  tab.runKey(new KeyboardEvent("keydown", { key: "e", ctrlKey: true }));
  await tick();
  expect(bridge.calls.some((one) => one.name === "list_export")).toBe(false);
});

test("what is past its day says so in words, and nothing stands against readers", async () => {
  const { container } = desk();
  await screen.findByText("赵某1盗窃案");
  expect((await screen.findAllByText("超期 1 天")).length).toBeGreaterThan(0);
  await tick();
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
});

test("a block pasted into the list opens the import with its cells, for who may import", async () => {
  const block = '受案号\t嫌疑人\r\n甲1号\t"王某\n李某"\r\n';
  const paste = () => fireEvent.paste(screen.getByRole("grid"), { clipboardData: { getData: () => block } });
  const first = desk();
  await screen.findByText("赵某1盗窃案");
  await paste();
  expect(tabs.active?.page).toBe("cases");
  first.unmount();
  signIn("case_management_clerk");
  desk();
  await screen.findByText("赵某1盗窃案");
  await paste();
  signIn("prosecutor");
  expect(tabs.active?.page).toBe("import");
  expect(tabs.active?.args).toEqual({ text: '受案号\t嫌疑人\r\n甲1号\t"王某\n李某"' });
});
