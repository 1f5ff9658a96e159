import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import type { PastCase, RegisterAsOf } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { register } from "$lib/pages";
import { tabs } from "$lib/tabs.svelte";
import { tasks } from "$lib/tasks.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import AsOf from "./AsOf.svelte";
import { pages } from "./pages";

const digest = "ab".repeat(32);
const stood = (id: number, more: Partial<PastCase> = {}): PastCase => ({
  case_id: id,
  register_no: `2026-GC-0000${id}`,
  title: `赵某${id}盗窃案`,
  category: "prosecution",
  stage: "reviewing",
  handler: "李示例",
  accepted_on: `2026-02-0${id}`,
  is_open: true,
  ...more,
});
const past = (cases: PastCase[], entry = 40): RegisterAsOf => ({ as_of: { entry, digest, taken_back: 1234 }, cases });

function desk(
  answer: () => RegisterAsOf | Promise<RegisterAsOf> = () => past([stood(1), stood(2, { is_open: false })]),
) {
  office.setSession({ account: { id: 1, post: "clerk" }, today: "2026-03-05", may: ["register_as_of"] } as never);
  vocabulary.set({
    ...noVocabulary,
    stages: [{ id: "reviewing", zh: "审查中", en: "under review", open: true }],
    categories: [{ id: "prosecution", zh: "审查起诉案件", en: "review for prosecution" } as never],
  });
  const bridge = mockBridge({ register_as_of: answer, table_export: () => ({ rows: 1 }) });
  const tab = tabs.show("as_of", {});
  return { bridge, tab, ...render(AsOf, { args: {}, tab }), user: userEvent.setup() };
}
const asked = (bridge: ReturnType<typeof desk>["bridge"]) =>
  bridge.calls.filter((one) => one.name === "register_as_of").map((one) => one.request);
const day = () => screen.getByLabelText<HTMLInputElement>("日期");

beforeAll(() => {
  const notShown = { load: () => Promise.reject(new Error("not shown here")) };
  register.add({ pages: [{ id: "case", title: () => "案件", ...notShown }] });
});
afterEach(() => {
  queryClient.clear();
  tabs.clear();
});

test("the end of last month stands there, and nothing is asked until somebody says so", async () => {
  const { bridge, user } = desk();
  expect(day().value).toBe("2026-02-28");
  expect(document.activeElement).toBe(day());
  expect(screen.getByText("选择日期，查看当日终了时的登记簿")).toBeTruthy();
  expect(asked(bridge)).toEqual([]);
  await user.keyboard("{Enter}");
  await screen.findByText("赵某1盗窃案");
  expect(asked(bridge)).toEqual([{ day: "2026-02-28" }]);
  expect(screen.getByText(/依据第 40 条日志，其后 1,234 条/)).toBeTruthy();
  expect(screen.getByText(new RegExp(digest))).toBeTruthy();
  expect(screen.getAllByRole("gridcell", { name: "审查中" })).toHaveLength(2);
  expect(screen.getByRole("grid", { name: "2026-02-28 登记簿" })).toBeTruthy();
});

test("while it is brought back the progress says so, and it is not asked for twice", async () => {
  let answer: (found: RegisterAsOf) => void = () => {};
  const { bridge, user } = desk(() => new Promise((done) => (answer = done)));
  await user.click(screen.getByRole("button", { name: "查看" }));
  expect((await screen.findByRole("progressbar")).getAttribute("aria-label")).toBe("正在还原登记簿");
  // Under no task: it can't be stopped.
  expect(tasks.running).toEqual([]);
  day().focus();
  await user.keyboard("{Enter}");
  answer(past([stood(1)]));
  await screen.findByText("赵某1盗窃案");
  expect(asked(bridge)).toHaveLength(1);
});

test("its rows are filtered, sorted and open the case as it stands now", async () => {
  const { user } = desk();
  await user.click(screen.getByRole("button", { name: "查看" }));
  await screen.findByText("赵某1盗窃案");
  await user.selectOptions(screen.getByLabelText("筛选：在办"), "false");
  await waitFor(() => expect(screen.queryByText("赵某1盗窃案")).toBeNull());
  screen.getByRole("grid").focus();
  await user.keyboard("{Enter}");
  expect([tabs.active?.page, tabs.active?.args]).toEqual(["case", { case: 2 }]);
});

test("the file carries the day in its title, though another stands in the field by then", async () => {
  const { bridge, tab, user } = desk();
  await user.click(screen.getByRole("button", { name: "查看" }));
  await screen.findByText("赵某1盗窃案");
  await user.clear(day());
  await user.type(day(), "2026-01-31");
  bridge.picks.push("/desk/a.xlsx");
  tab.runKey(new KeyboardEvent("keydown", { key: "e", ctrlKey: true }));
  await waitFor(() => expect(bridge.calls.some((one) => one.name === "table_export")).toBe(true));
  const file = bridge.calls.find((one) => one.name === "table_export")?.request;
  expect(file).toMatchObject({ title: "2026-02-28 登记簿" });
});

test("a day that is none, missing or still to come is refused in words, and so is what the core refuses", async () => {
  const { bridge, user } = desk(() => {
    throw new Refusal("past_not_reached", null, { entry: 12 });
  });
  await user.keyboard("{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("12");
  for (const [typed, said] of [
    ["2026-03-06", "晚于今天"],
    ["那天", "那天"],
    [" ", "未填日期"],
  ] as const) {
    await user.clear(day());
    await user.type(day(), `${typed}{Enter}`);
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain(said));
  }
  expect(asked(bridge)).toHaveLength(1);
});

test("a day before the first entry, and one without a case, say what to do", async () => {
  let found = past([], 0);
  const { user } = desk(() => found);
  await user.keyboard("{Enter}");
  expect(await screen.findByText("2026-02-28 终了时还没有日志")).toBeTruthy();
  expect(screen.queryByRole("grid")).toBeNull();
  found = past([]);
  await user.click(screen.getByRole("button", { name: "查看" }));
  expect((await screen.findAllByText("2026-02-28 终了时还没有案件")).length).toBeGreaterThan(0);
});

test("it stands last under the cases, for whoever may ask for it", () => {
  const page = pages.find((one) => one.id === "as_of");
  expect(page?.menu?.place).toBe("cases");
  expect([page?.who?.({ may: ["register_as_of"] } as never), page?.who?.({ may: [] } as never)]).toEqual([true, false]);
});

test.each(["zh", "en"] as const)("readers find nothing against the page (%s)", async (language) => {
  const { user } = desk();
  await user.keyboard("{Enter}");
  await screen.findByText("赵某1盗窃案");
  expect(await faults(language)).toEqual([]);
});
