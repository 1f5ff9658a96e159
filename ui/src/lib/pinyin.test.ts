import { fits, initials } from "./pinyin";

test("words are found by the initials of their characters", () => {
  expect(initials("审查起诉")).toBe("scqs");
  expect(initials("退回补充侦查（第2次）")).toBe("thbczc（d2c）");
  expect(fits("pzdb", "批准逮捕", "arrest approved")).toBe(true);
  expect(fits("zdb", "批准逮捕")).toBe(true);
  expect(fits("ARREST", "批准逮捕", "arrest approved")).toBe(true);
  expect(fits("bpz", "批准逮捕")).toBe(false);
});
