import { addDays, type Day, weekday } from "./day";
import { daysOf, monthOf, weeksOf } from "./month";

test("months are counted across the years, both ways", () => {
  expect(monthOf("2026-03-05")).toBe("2026-03");
  expect(monthOf("2026-12-31", 1)).toBe("2027-01");
  expect(monthOf("2026-01-31", -1)).toBe("2025-12");
  expect(monthOf("2026-03-05", -27)).toBe("2023-12");
});

test("a month ends on its own last day, in leap years too", () => {
  expect(daysOf("2026-02")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(daysOf("2028-02")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(daysOf("2026-12")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
});

test("every day of ten years stands once, in its month, under its day of the week", () => {
  for (let shift = 0; shift < 120; shift++) {
    const { from, to } = daysOf(monthOf("2020-01-15", shift));
    const days: { day: Day }[] = [];
    for (let day: Day | null = from; day !== null && day <= to; day = addDays(day, 1)) days.push({ day });
    const weeks = weeksOf(days);
    expect(weeks.flat().filter((one) => one !== null)).toEqual(days);
    for (const week of weeks) {
      expect(week).toHaveLength(7);
      for (const [at, one] of week.entries()) if (one) expect(weekday(one.day)).toBe(at + 1);
    }
  }
  expect(weeksOf([])).toEqual([]);
});
