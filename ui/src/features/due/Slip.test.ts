import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import type { CaseSlip, CaseSlipAsk } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { setLanguage } from "$lib/language.svelte";
import { office } from "$lib/office.svelte";
import { Tabs } from "$lib/tabs.svelte";
import { session } from "../../demo/data";
import Slip from "./Slip.svelte";
import { casePeriod, dueSum } from "./samples";

const slip = (more: Partial<CaseSlip> = {}): CaseSlip => ({
  day: "2026-03-05",
  office: "示例市示例区人民检察院",
  register_no: "2026-GC-00001",
  numbers: ["示检刑捕受〔2026〕1号"],
  case_title: "张三盗窃案",
  category: "arrest_review",
  stage: "review",
  accepted_on: "2026-03-04",
  department: "第一检察部",
  handler: "王检察官",
  out_with: "",
  out_since: null,
  persons: [{ name: "张三", role: "suspect", measures: ["criminal_detention"], in_custody: true }],
  periods: [
    casePeriod({ sum: dueSum({ due: "2026-03-31", safe_due: "2026-03-28", calendar_missing: 2027 }) }),
    casePeriod({ sum: dueSum({ title: { zh: "已办期限", en: "met one" } }), met_on: "2026-03-05", state: "met" }),
  ],
  gaps: [],
  journal: { entry: 42, hash: "0123456789abcdef0123" },
  ...more,
});

beforeEach(() => queryClient.clear());
afterEach(() => setLanguage("zh"));

async function shown(args: CaseSlipAsk, answer = slip()) {
  const bridge = mockBridge({ case_slip: () => answer });
  office.setSession(session);
  render(Slip, { args, tab: new Tabs().show("slip", args) });
  await screen.findAllByText("张三盗窃案");
  return { bridge, sheet: document.querySelector(".paper .sheet") as HTMLElement, user: userEvent.setup() };
}

test("the slip says office, numbers, people, each step with its article, both days, the missing calendar, and has lines to sign", async () => {
  const { sheet } = await shown({ case: 1 });
  for (const words of [
    "示例市示例区人民检察院",
    "期限控制单",
    "示检刑捕受〔2026〕1号　2026-GC-00001",
    "张三",
    "收到提请批准逮捕书",
    "文书、节点：受理 2026年3月4日",
    "加七日",
    "刑诉法第91条",
    "2026年3月31日",
    "2026年3月28日",
    "未载入 2027 年节假日安排",
    "日志第 42 条，摘要 0123456789abcdef",
    "承办人签名",
    "以上按2026年3月5日的案件记录推算",
    "第 1 页 共 1 页",
  ]) {
    expect(sheet.textContent).toContain(words);
  }
  expect(await faults("zh")).toEqual([]);
});

test("what was met is left out of the slip of a case until it is asked for; the slip of one is whole", async () => {
  const { user } = await shown({ case: 1 });
  expect(document.querySelector(".paper")?.textContent).not.toContain("已办期限");
  await user.click(screen.getByRole("button", { name: "含已完成、已终止" }));
  expect(document.querySelector(".paper")?.textContent).toContain("2026年3月5日 完成");
});

test("printing it is an entry of the journal, and the sheet carries its number and digest", async () => {
  const { bridge, user } = await shown({ case: 1 });
  const printed = vi.spyOn(window, "print").mockImplementation(() => {
    expect(document.querySelector(".paper .sheet")?.textContent).toContain(
      "打印记录：日志第 58 条，摘要 00ff00ff00ff00ff",
    );
  });
  bridge.answer("paper_printed", () => ({ entry: 58, digest: "00ff00ff00ff00ff" }));
  await user.click(screen.getByRole("button", { name: "打印" }));
  await waitFor(() => expect(printed).toHaveBeenCalledTimes(1));
  expect(bridge.calls.at(-1)).toEqual({ name: "paper_printed", request: { what: "slip", case: 1 } });
});

test("in English the slip is English throughout, with days as on the screen", async () => {
  setLanguage("en");
  const { sheet } = await shown({
    case: 1,
    rule: "arrest_review_detained",
    subject: "person:1",
    trigger_on: "2026-03-04",
  });
  expect(sheet.textContent).toContain("Control slip of time limits");
  expect(sheet.textContent).toContain("CPL, art. 91");
  expect(sheet.textContent).toContain("2026-03-28");
  expect(await faults("en")).toEqual([]);
});
