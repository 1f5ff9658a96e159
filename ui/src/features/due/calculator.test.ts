import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import type { LawDueAsk, PeriodRule } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { Tabs } from "$lib/tabs.svelte";
import { session } from "../../demo/data";
import Calculator from "./Calculator.svelte";
import { asText } from "./calculator";
import { dueSum } from "./samples";

const rule = (more: Partial<PeriodRule>): PeriodRule => ({
  rule: "review_for_prosecution",
  title: { zh: "审查起诉", en: "review for prosecution" },
  trigger: { zh: "收到移送起诉案件", en: "case received" },
  chapter: { zh: "审查起诉", en: "review" },
  length: "1m",
  length_words: { zh: "1个月", en: "1 month" },
  limit: "days",
  roll: "unless_in_custody",
  by: "office",
  backward: false,
  optional: false,
  unverified: false,
  extensions: [
    {
      id: "major_complex_15d",
      title: { zh: "重大、复杂", en: "major, complex" },
      length: { zh: "15日", en: "15 days" },
      approver: null,
    },
  ],
  basis: [{ source: "CPL", article: "172", words: { zh: "刑诉法第172条", en: "CPL, art. 172" } }],
  note: null,
  in_force_from: null,
  in_force_to: null,
  ...more,
});

beforeEach(() => queryClient.clear());

async function shown() {
  const bridge = mockBridge({
    law_rules: () => [rule({}), rule({ rule: "state", title: { zh: "无期限", en: "no limit" }, limit: "state" })],
    law_due: (asked) => {
      if (asked.from === "2030-01-01") throw new Refusal("period_unknown", "rule", { rule: asked.rule });
      return dueSum({ rule: asked.rule, trigger_on: asked.from ?? "", due: "2026-04-30", safe_due: "2026-04-28" });
    },
  });
  office.setSession(session);
  render(Calculator, { args: {}, tab: new Tabs().show("calculator", {}) });
  await waitFor(() => expect(bridge.calls.some((call) => call.name === "law_rules")).toBe(true));
  return { bridge, user: userEvent.setup() };
}

test("a rule is found by initials, a day typed as usual, and the sum stands at once, without a mouse", async () => {
  const { bridge, user } = await shown();
  const asked = () => bridge.calls.findLast((call) => call.name === "law_due")?.request as LawDueAsk;
  expect(document.activeElement, "typing may begin at once").toBe(screen.getByRole("combobox"));
  await user.keyboard("scqs");
  await screen.findByText("1个月 · 刑诉法第172条");
  await user.keyboard("{Enter}");
  await waitFor(() =>
    expect(asked()).toEqual({ rule: "review_for_prosecution", from: "2026-03-05", in_custody: true }),
  );
  await user.clear(screen.getByLabelText("收到移送起诉案件"));
  await user.type(screen.getByLabelText("收到移送起诉案件"), "2.28");
  await waitFor(() => expect(asked().from).toBe("2026-02-28"));
  await user.click(screen.getByLabelText(/重大、复杂/));
  await user.click(screen.getByLabelText("在押"));
  await waitFor(() => expect(asked()).toMatchObject({ in_custody: false, extensions: ["major_complex_15d"] }));
  expect(await screen.findByText("2026-04-30")).toBeTruthy();
  expect(screen.getByText("2026-04-28")).toBeTruthy();
  expect(await faults("zh")).toEqual([]);
  expect(await faults("en")).toEqual([]);
});

test("a rule that is a state of things is not offered, and a refused sum says why", async () => {
  const { user } = await shown();
  await user.keyboard("无期限");
  expect(await screen.findByText(/没有找到|无匹配|没有/)).toBeTruthy();
  await user.clear(screen.getByRole("combobox"));
  await user.keyboard("审查");
  await screen.findByText("1个月 · 刑诉法第172条");
  await user.keyboard("{Enter}");
  await user.clear(screen.getByLabelText("收到移送起诉案件"));
  await user.type(screen.getByLabelText("收到移送起诉案件"), "20300101");
  expect((await screen.findByRole("alert")).textContent).toContain("review_for_prosecution");
  expect(screen.queryByText("2026-04-30")).toBeNull();
});

test("the sum goes out as text with every step, its article and both days", () => {
  const text = asText(dueSum({ due: "2026-03-31", safe_due: "2026-03-28", calendar_missing: 2027 }));
  expect(text.split("\n")).toEqual([
    "审查逮捕（已拘留）　刑诉法第91条",
    "收到提请批准逮捕书：2026-03-04",
    "2026-03-11　加七日",
    "届满日　2026-03-31",
    "稳妥办结日　2026-03-28",
    "未载入 2027 年节假日安排，只按周末推算，请核对。",
  ]);
});
