import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import { type ActForm, fieldsOf } from "./acts";

const law = {
  ...noVocabulary,
  categories: [{ id: "arrest_review", outcomes: "outcome_arrest" }],
  acts: [{ id: "closed", fields: [{ id: "outcome", zh: "办理结果", en: "outcome", type: "text", required: true }] }],
  choices: { outcome_arrest: [{ code: "approved", zh: "批准逮捕", en: "arrest approved" }] },
} as unknown as Parameters<typeof vocabulary.set>[0];
const form = (outcome: string): ActForm => ({
  kind: "closed",
  person: null,
  on: "2026-03-05",
  values: { outcome },
  note: "",
});

test("what a case ended with is corrected by choosing, unless a ledger's own words stand there", () => {
  vocabulary.set(law);
  const field = (outcome: string) => fieldsOf(form(outcome), "arrest_review")[0];
  expect(field("approved")).toMatchObject({ kind: "choice", list: "outcome_arrest" });
  expect(field("")).toMatchObject({ kind: "choice", list: "outcome_arrest" });
  expect(field("批捕（台账）")).toMatchObject({ kind: "text", list: null });
});
