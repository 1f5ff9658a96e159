import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import type { CheckPage, FindingAsk, FindingItem } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { Tabs } from "$lib/tabs.svelte";
import { session } from "../../demo/data";
import Quality from "./Quality.svelte";

const finding: FindingItem = {
  case: 1,
  check: "co_02",
  code: "CO-02",
  title: { zh: "人员无证件号码且未说明原因", en: "Person without an identity number or a reason" },
  severity: "high",
  subject: "person:1",
  about: { zh: "张三", en: "张三" },
  since: null,
  values: [{ name: "person", label: { zh: "人员", en: "person" }, value: "张三", words: { zh: "张三", en: "张三" } }],
  rule: { zh: "应当查明身份。", en: "The identity is established." },
  basis: [{ source: "Rules", article: "157", words: { zh: "刑诉规则第157条", en: "Rules, art. 157" } }],
  remedy: { zh: "补填证件号码。", en: "Enter the number." },
  fingerprint: "f",
  answer: null,
  earlier: null,
};

const page: CheckPage = {
  check: "co_02",
  code: "CO-02",
  title: finding.title,
  rule: finding.rule,
  remedy: finding.remedy,
  severity: "high",
  applies: [],
  basis: finding.basis,
  in_force_from: null,
  in_force_to: null,
  good: [],
  bad: [],
};

beforeEach(() => queryClient.clear());

async function shown() {
  const bridge = mockBridge();
  bridge
    .answer("check_list", () => [page])
    .answer("finding_counts", () => [{ check: "co_02", open: 3, answered: 1, cases: 2 }])
    .answer("finding_list", () => ({
      rows: [{ finding, register_no: "2026-GC-00001", case_title: "张三盗窃案", handler: "王检察官" }],
      next: null,
    }))
    .answer("department_list", () => []);
  office.setSession(session);
  render(Quality, { args: {}, tab: new Tabs().show("quality", {}) });
  await screen.findByText("张三盗窃案");
  return { bridge, user: userEvent.setup() };
}

test.each(["zh", "en"] as const)("the page has no fault of accessibility (%s)", async (language) => {
  await shown();
  expect(await faults(language)).toEqual([]);
});

test("a check narrows the list to its findings", async () => {
  const { user, bridge } = await shown();
  await user.click(await screen.findByRole("button", { name: /人员无证件号码.*3$/ }));
  const last = () => bridge.calls.findLast((call) => call.name === "finding_list")?.request as FindingAsk;
  await waitFor(() => expect(last().filter).toMatchObject({ check: "co_02", answered: false }));
});

test("a finding explains itself and takes an answer with a reason", async () => {
  const { user, bridge } = await shown();
  await user.click(screen.getByRole("button", { name: "人员无证件号码且未说明原因" }));
  expect(screen.getByText("刑诉规则第157条")).toBeTruthy();
  expect(screen.getByText("补填证件号码。")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "答复" }));
  bridge.answer("finding_answer", () => ({ entry: 7, cases: [1], tables: [] }));
  await user.type(await screen.findByRole("textbox", { name: /理由/ }), "已函询");
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "答复" }));
  await waitFor(() =>
    expect(bridge.calls.find((call) => call.name === "finding_answer")?.request).toMatchObject({
      case: 1,
      check: "co_02",
      subject: "person:1",
      fingerprint: "f",
      answer: "explained",
      reason: "已函询",
    }),
  );
});

test("a run that is stopped says so and is no fault", async () => {
  const { user, bridge } = await shown();
  bridge.answer("check_run", () => {
    throw new Refusal("stopped", null, { task: "check_run" });
  });
  await user.click(screen.getByRole("button", { name: "检查全部案件" }));
  expect(await screen.findByText("已停止；已检查的案件结果有效。")).toBeTruthy();
});
