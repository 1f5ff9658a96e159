// @vitest-environment node
import { addDays, daysBetween, longDay, readDay, weekday } from "./day";

const today = "2026-03-05";

test.each([
  ["2026-03-05", "2026-03-05"],
  ["20260305", "2026-03-05"],
  ["2026.3.5", "2026-03-05"],
  ["2026/3/5", "2026-03-05"],
  ["2026年3月5日", "2026-03-05"],
  ["２０２６．３．５", "2026-03-05"],
  ["3-5", "2026-03-05"],
  ["3.5", "2026-03-05"],
  ["3月5日", "2026-03-05"],
  ["12。31", "2026-12-31"],
  ["0305", "2026-03-05"],
  ["5", "2026-03-05"],
  ["31", "2026-03-31"],
  ["今天", "2026-03-05"],
  ["明天", "2026-03-06"],
  ["昨天", "2026-03-04"],
  ["+15", "2026-03-20"],
  ["-5", "2026-02-28"],
  ["+ 365", "2027-03-05"],
  [" 20240229 ", "2024-02-29"],
])("reads %s", (typed, day) => expect(readDay(typed, today)).toBe(day));

test.each(["", "2026-02-29", "13-1", "32", "0", "abc", "2026-13-01", "20261301", "3-5-7-9", "二月三十", "1-0"])(
  "does not guess at %s",
  (typed) => expect(readDay(typed, today)).toBeNull(),
);

test("a day stays the same day in every zone", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(daysBetween("2026-03-05", "2026-03-01")).toBe(-4);
});

test("the week starts on Monday", () => {
  expect(weekday("2026-03-05")).toBe(4);
  expect(weekday("2026-03-08")).toBe(7);
  expect(weekday("2026-03-09")).toBe(1);
});

test("documents write the day without leading zeros", () => expect(longDay(today)).toBe("2026年3月5日"));
