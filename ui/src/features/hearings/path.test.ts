import type { HearingLine, HearingMissing, HearingSheet } from "$generated/commands";
import { daysAround, rowsOf, step } from "./calendar";
import { fenOf, yuanOf } from "./money";
import { pathOf, turnOf } from "./path";
import { laterBy, readTime } from "./time";

const missing = (part: string, state = "open"): HearingMissing => ({
  code: "approval",
  part,
  about: "",
  about_en: "",
  by: null,
  state,
  article_zh: "",
  article_en: "",
  check: "",
});
const sheet = (more: object, lacks: HearingMissing[] = []) =>
  ({ hearing: { held_on: "2026-03-10", ended_at: null, decided_on: null, ...more }, missing: lacks }) as Pick<
    HearingSheet,
    "hearing" | "missing"
  >;

test("a part is done when nothing is missing and its turn has come", () => {
  const states = (one: ReturnType<typeof sheet>, today: string) => pathOf(one, today).map((step) => step.state);
  expect(states(sheet({}), "2026-03-05")).toEqual(["done", "done", "done", "later", "later", "later"]);
  expect(states(sheet({ held_on: null }, [missing("plan")]), "2026-03-05")[0]).toBe("open");
  expect(states(sheet({}, [missing("day")]), "2026-03-10")).toEqual(["done", "done", "done", "open", "later", "later"]);
  const decided = { ended_at: "10:40", decided_on: "2026-03-11" };
  expect(states(sheet(decided, [missing("after", "late")]), "2026-03-30").at(-1)).toBe("late");
});

test("the turn is the first part that wants somebody", () => {
  expect(turnOf(pathOf(sheet({}, [missing("notice", "late"), missing("officers")]), "2026-03-05"))).toBe("officers");
  expect(turnOf(pathOf(sheet({}), "2026-03-05"))).toBeNull();
});

test("times are read as people type them", () => {
  expect(["9:05", "0905", "905", "9", "９：０５", "9点5分", "14：30", "9:"].map(readTime)).toEqual([
    "09:05",
    "09:05",
    "09:05",
    "09:00",
    "09:05",
    "09:05",
    "14:30",
    "09:00",
  ]);
  expect(["", "24:00", "960", "9:60", "上午"].map(readTime)).toEqual([null, null, null, null, null]);
  expect([laterBy("09:00", 120), laterBy("23:30", 60)]).toEqual(["11:00", "23:59"]);
});

test("a week begins on Monday and a month is whole weeks", () => {
  expect(daysAround("2026-03-05", "week")).toEqual([
    "2026-03-02",
    "2026-03-03",
    "2026-03-04",
    "2026-03-05",
    "2026-03-06",
    "2026-03-07",
    "2026-03-08",
  ]);
  const march = daysAround("2026-03-05", "month");
  expect([march[0], march.at(-1), march.length]).toEqual(["2026-02-23", "2026-04-05", 42]);
  expect([step("2026-03-31", "month", 1), step("2026-03-31", "month", -1), step("2026-03-05", "week", -1)]).toEqual([
    "2026-04-01",
    "2026-02-01",
    "2026-02-26",
  ]);
  expect(step("2026-12-15", "month", 1)).toBe("2027-01-01");
});

test("hearings stand by room or by person", () => {
  const line = (place: string, chair: string, held_on: string) =>
    ({ place, chair, held_on, officers: "孙、李" }) as HearingLine;
  const lines = [line("二", "王", "2026-03-10"), line("一", "王", "2026-03-10"), line("一", "钱", "2026-03-11")];
  expect(rowsOf(lines, "room").map((row) => [row.name, row.byDay.size])).toEqual([
    ["二", 1],
    ["一", 2],
  ]);
  expect(
    rowsOf(lines, "person")
      .find((row) => row.name === "王")
      ?.byDay.get("2026-03-10"),
  ).toHaveLength(2);
  expect(rowsOf(lines, "person").map((row) => row.name)).toEqual(["李", "钱", "孙", "王"]);
});

test("an amount is typed in yuan and kept in fen", () => {
  expect([fenOf("12,000.5"), fenOf("0.07"), fenOf(" "), fenOf("1.234"), fenOf("五千")]).toEqual([
    1_200_050,
    7,
    null,
    undefined,
    undefined,
  ]);
  expect([yuanOf(1_200_050), yuanOf(7), yuanOf(null)]).toEqual(["12000.50", "0.07", ""]);
});
