import { expect, test } from "vitest";
import type { Change } from "$generated/commands";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import { fieldsSaid, fieldWords } from "./history";

const added = (table: string, fields: Record<string, string>): Change => ({
  table,
  kind: "insert",
  key: "1",
  case: null,
  fields: Object.entries(fields).map(([field, after]) => ({ field, before: null, after })),
});

test("a person's name and a thing's are called as each is", () => {
  const named = (table: string) => fieldsSaid(added(table, { name: "甲" })).map((one) => one.field);
  expect(named("person")).toEqual(["姓名"]);
  for (const table of ["office", "department", "workstation", "import_source"]) expect(named(table)).toEqual(["名称"]);
  expect(fieldWords({ table: "person", key: "1", field: "name", row: "王某" })).toBe("王某 · 姓名");
});

test("codes and marks stand in words, and what only ties rows together is not told", () => {
  vocabulary.set({
    ...noVocabulary,
    choices: { refusal_reason: [{ code: "papers_incomplete", zh: "材料不齐备", en: "papers incomplete" }] },
  });
  const refused = fieldsSaid(added("intake_refusal", { id: "1", reason: "papers_incomplete", outcome: "returned" }));
  expect(refused.map((one) => one.after)).toEqual(["材料不齐备", "退回补正"]);
  expect(fieldsSaid(added("account_request", { granted: "1" })).map((one) => one.after)).toEqual(["是"]);
});
