import type { IntakeRefusal } from "$generated/commands";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import { entryAfter, taken } from "./after.svelte";
import { isBlank, newEntry, readDraft, registrationOf } from "./entry";

const today = "2026-03-05";
const row: IntakeRefusal = {
  id: 3,
  on_day: "2026-03-02",
  outcome: "returned",
  reason: "papers_incomplete",
  reason_text: "缺鉴定意见",
  category: "arrest_review",
  title: "甲某等2人盗窃案",
  from_unit: "测试县公安局",
  number: "测公提捕字〔2026〕9号",
  persons: "甲某、 乙某、",
  by: "李示例",
  by_account: 1,
  accepted_case_id: null,
  accepted_register_no: null,
  is_masked: false,
};
const category = (id: string, lines: string[], of: string) => ({ id, zh: id, en: id, function: of, lines }) as never;

beforeEach(() =>
  vocabulary.set({
    ...noVocabulary,
    categories: [category("arrest_review", ["GC", "ZD"], "criminal"), category("civil_supervision", ["MS"], "civil")],
  }),
);

const after = (more: Partial<IntakeRefusal> = {}) => entryAfter({ ...row, ...more }, newEntry(today, ["jurisdiction"]));

test("the form takes from the register what it knows, and says whom it follows", () => {
  const entry = after();
  expect(entry).toMatchObject({
    category: "arrest_review",
    title: "甲某等2人盗窃案",
    title_typed: true,
    from_unit: { words: "测试县公安局" },
    received_on: today,
    after_refusal: { id: 3, on_day: "2026-03-02", outcome: "returned" },
  });
  expect(entry.persons.map((one) => [one.role, one.name])).toEqual([
    ["suspect", "甲某"],
    ["suspect", "乙某"],
  ]);
  expect(registrationOf(entry, today)).toMatchObject({ after_refusal: 3, title: "甲某等2人盗窃案" });
});

test("the line is filled in only where the category leaves no choice", () => {
  expect(after().line).toBeNull();
  const civil = after({ category: "civil_supervision", persons: "" });
  expect(civil.line).toBe("MS");
  expect(civil.persons.map((one) => [one.role, one.name])).toEqual([["applicant", ""]]);
});

test("the number stands under the kind of whoever sent it, else under the department's", () => {
  const kinds = ["测试县公安局", "测试县人民法院", "丙某", ""].map((from_unit) =>
    Object.entries(after({ from_unit }).numbers).find(([, number]) => number !== ""),
  );
  expect(kinds.map((one) => one?.[0])).toEqual(["police", "court", "department", "department"]);
});

test("what is followed is kept in the draft, is not sent where there is none, and alone is worth keeping", () => {
  const empty = newEntry(today, []);
  expect(registrationOf(empty, today)).not.toHaveProperty("after_refusal");
  const follows = { ...empty, after_refusal: after().after_refusal };
  expect([isBlank(empty), isBlank(follows)]).toEqual([true, false]);
  expect(readDraft(JSON.stringify(follows), empty)?.after_refusal).toEqual(follows.after_refusal);
  const { after_refusal: _, ...former } = empty;
  expect(readDraft(JSON.stringify(former), empty)?.after_refusal).toBeNull();
  expect(readDraft(JSON.stringify({ ...former, after_refusal: "3" }), empty)?.after_refusal).toBeNull();
});

test("what was chosen is taken once", () => {
  taken.offer(row);
  expect(taken.waiting).toBe(true);
  expect(taken.take()?.id).toBe(3);
  expect([taken.waiting, taken.take()]).toEqual([false, null]);
});
