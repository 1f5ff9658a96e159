import { expect, test } from "vitest";
import type { PaperGap, PaperLine } from "$generated/commands";
import { byPlace, gapsOf, untyped } from "./lacks";

const gap = (field: string, about = "", here = ""): PaperGap => ({
  field,
  name: field,
  about,
  step: "",
  here,
  part: "plan",
  last: "",
});
const line: PaperLine = {
  paper: "hearing_notice",
  part: "notice",
  not: "",
  public: false,
  own: [],
  copies: [
    { about: "participant:1", name: "张三", gaps: [gap("hearing.place"), gap("contact.phone", "", "line")] },
    { about: "seat:1", name: "周垚", gaps: [gap("hearing.place"), gap("identity", "周垚")] },
  ],
};

test("what several copies lack is told once", () => {
  expect(gapsOf(line).map((one) => one.field)).toEqual(["hearing.place", "contact.phone", "identity"]);
  expect(gapsOf(line, ["seat:1"]).map((one) => one.field)).toEqual(["hearing.place", "identity"]);
  expect(gapsOf(line, [])).toEqual([]);
});

test("what can be typed here is parted from what has its own place", () => {
  const { here, elsewhere } = byPlace(gapsOf(line));
  expect([here.length, elsewhere.length]).toEqual([1, 2]);
  expect(untyped(here, {})).toHaveLength(1);
  expect(untyped(here, { "contact.phone": "  " })).toHaveLength(1);
  expect(untyped(here, { "contact.phone": "0559-1234567" })).toEqual([]);
});
