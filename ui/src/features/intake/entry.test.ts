import { Refusal } from "$lib/bridge";
import {
  atFields,
  check,
  type Entry,
  fieldOf,
  isBlank,
  missing,
  newEntry,
  newPerson,
  offerCharge,
  partialOf,
  proposedTitle,
  readDraft,
  refusalOf,
  registrationOf,
} from "./entry";

const today = "2026-03-05";
const theft = { value: "264", words: "盗窃罪" };

/** Two suspects with an empty row between them, as somebody leaves it who went on. */
function typed(): Entry {
  const entry = newEntry(today, ["jurisdiction", "papers_complete"]);
  return {
    ...entry,
    line: "GC",
    category: "prosecution_review",
    title: "甲某等2人盗窃案",
    cause: theft,
    source: "police",
    from_unit: { value: "", words: "测试县公安局" },
    volumes: "3",
    numbers: { ...entry.numbers, department: "测检刑诉受〔2026〕1号", court: " ", detention_centre: "20260012" },
    checklist: { ...entry.checklist, jurisdiction: { answer: "yes", note: " 已核对 " } },
    persons: [
      {
        ...newPerson("suspect"),
        name: " 甲某 ",
        measure: "arrest",
        executed_on: "3-1",
        custody_place: "测试县看守所",
        charge: theft,
      },
      newPerson("suspect"),
      { ...newPerson("suspect"), name: "乙某", birth: "2001-02-03" },
    ],
  };
}

test("a count of volumes that is none is said and not swallowed", () => {
  const counted = (volumes: string) => {
    const entry = { ...typed(), volumes };
    const all = check(entry, today)?.all ?? [];
    const at = all.filter((one) => one.at === "volumes").map((one) => [one.code, one.values.text]);
    return [at, registrationOf(entry, today).volumes];
  };
  expect(counted("三")).toEqual([[["count_form", "三"]], undefined]);
  expect(counted("3卷")).toEqual([[["count_form", "3卷"]], undefined]);
  expect(counted(" ３ ")).toEqual([[], 3]);
  expect(counted("")).toEqual([[], undefined]);
});

test("what was typed goes to the core, what says nothing stays behind", () => {
  const sent = registrationOf(typed(), today);
  expect(sent).toMatchObject({ line: "GC", cause_code: "264", cause: "盗窃罪", from_unit: "测试县公安局", volumes: 3 });
  expect(sent).not.toHaveProperty("summary");
  expect(sent).not.toHaveProperty("department_id");
  expect(sent.numbers).toEqual([
    { kind: "department", number: "测检刑诉受〔2026〕1号" },
    { kind: "detention_centre", number: "20260012" },
  ]);
  expect(sent.checklist).toEqual({ jurisdiction: { answer: "yes", note: "已核对" } });
  expect(sent.persons).toEqual([
    {
      role: "suspect",
      name: "甲某",
      custody_place: "测试县看守所",
      charges: [{ phase: "transferred", charge_id: "264", charge: "盗窃罪" }],
      measures: [{ kind: "arrest", executed_on: "2026-03-01", place: "测试县看守所" }],
    },
    { role: "suspect", name: "乙某", birth: "2001-02-03" },
  ]);
});

test("a place of the core leads to the field of the form, past rows that stayed behind", () => {
  const entry = typed();
  for (const [at, field] of [
    ["persons.1.birth", "persons.2.birth"],
    ["persons.0.measures.0.executed_on", "persons.0.executed_on"],
    ["persons.0.measures.0.kind", "persons.0.measure"],
    ["persons.1.charges.0.charge_id", "persons.2.charge"],
    ["persons.1.minor_at_act", "persons.2.act_on"],
    ["numbers.1.number", "numbers.detention_centre"],
    ["checklist.jurisdiction.answer", "checklist.jurisdiction"],
    ["cause_code", "cause"],
    ["accepted_on", "accepted_on"],
  ] as const) {
    expect(fieldOf(entry, at)).toBe(field);
  }
  const refusal = atFields(entry, new Refusal("x", "persons.1.name", {}, [new Refusal("y", null)]));
  expect(refusal.all.map((one) => one.at)).toEqual(["persons.2.name", null]);
});

test("the form says itself what is not filled and which day is none", () => {
  const entry = typed();
  expect(check(entry, today)).toBeNull();
  entry.title = "";
  entry.persons[1] = { ...newPerson(null), id_number: "1" };
  entry.persons[2] = { ...newPerson("suspect"), name: "乙某", birth: "2001-13-01" };
  expect(missing(entry)).toEqual(["title", "persons.1.role", "persons.1.name"]);
  expect(check(entry, today)?.all.map((one) => [one.code, one.at])).toEqual([
    ["field_missing", "title"],
    ["field_missing", "persons.1.role"],
    ["field_missing", "persons.1.name"],
    ["day_form", "persons.2.birth"],
  ]);
});

test("the title names the first accused, how many there are, and the charge", () => {
  const entry = newEntry(today, []);
  expect(proposedTitle(entry)).toBe("");
  entry.persons = [
    { ...newPerson("victim"), name: "丙某" },
    { ...newPerson("suspect"), name: "甲某", charge: theft },
  ];
  expect(proposedTitle(entry)).toBe("甲某盗窃案");
  entry.persons.push({ ...newPerson("suspect"), name: "乙某" });
  expect(proposedTitle(entry)).toBe("甲某等2人盗窃案");
});

test("the charge of the case is offered once to each accused", () => {
  const entry = { ...newEntry(today, []), cause: theft };
  entry.persons = [
    { ...newPerson("suspect"), name: "甲某" },
    { ...newPerson("victim"), name: "丙某" },
    newPerson("suspect"),
  ];
  offerCharge(entry);
  expect(entry.persons.map((row) => row.charge?.value ?? null)).toEqual(["264", null, null]);
  const [first] = entry.persons;
  if (first) first.charge = null;
  offerCharge(entry);
  expect(entry.persons[0]?.charge).toBeNull();
});

test("duplicates are asked for as soon as a name or number can be compared", () => {
  const entry = newEntry(today, []);
  expect(partialOf(entry)).toBeNull();
  entry.persons = [{ ...newPerson("suspect"), name: "甲某", birth: "3-" }];
  expect(partialOf(entry)).toEqual({ numbers: [], persons: [{ name: "甲某" }] });
});

test("a draft comes back as it was left, and what is none is not taken for one", () => {
  const entry = typed();
  const empty = newEntry(today, ["jurisdiction", "papers_complete"]);
  expect(readDraft(JSON.stringify(entry), empty)).toEqual(entry);
  expect(readDraft(JSON.stringify({ persons: [], title: "甲案" }), empty)).toEqual({ ...empty, title: "甲案" });
  expect(readDraft("{", empty)).toBeNull();
  expect(readDraft("[]", empty)).toBeNull();
  expect(isBlank(empty)).toBe(true);
  expect(isBlank(entry)).toBe(false);
});

test("a refused intake takes along who brought it, whom it concerns and the check", () => {
  expect(refusalOf(typed(), "returned", "papers_incomplete", "缺卷宗", today)).toEqual({
    outcome: "returned",
    on: today,
    reason: "papers_incomplete",
    reason_text: "缺卷宗",
    category: "prosecution_review",
    title: "甲某等2人盗窃案",
    from_unit: "测试县公安局",
    number: "测检刑诉受〔2026〕1号",
    persons: "甲某、乙某",
    checklist: { jurisdiction: { answer: "yes", note: "已核对" } },
  });
});
