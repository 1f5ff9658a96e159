import { sheetsOf } from "./sheets";

const room = { first: 100, others: 150, last: 20 };

test("what fits stands on one sheet, with what comes last", () => {
  expect(sheetsOf([], room)).toEqual([[0, 0]]);
  expect(sheetsOf([40, 40], room)).toEqual([[0, 2]]);
});

test("a block is never cut: it goes to the next sheet whole, and one too high has its own", () => {
  expect(sheetsOf([60, 60, 60], room)).toEqual([
    [0, 1],
    [1, 3],
  ]);
  expect(sheetsOf([60, 900, 60], room)).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
});

test("what comes last is never parted from its sheet's room", () => {
  expect(sheetsOf([45, 45], room)).toEqual([
    [0, 2],
    [2, 2],
  ]);
});

test("every block stands on exactly one sheet, in order, and no sheet of several is overfull", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const heights = Array.from({ length: seed % 23 }, (_, at) => ((seed * 7919 + at * 104729) % 120) + 1);
    const sheets = sheetsOf(heights, room);
    expect(sheets.flatMap(([from, to]) => heights.slice(from, to))).toEqual(heights);
    for (const [at, [from, to]] of sheets.entries()) {
      const full = heights.slice(from, to).reduce((sum, one) => sum + one, 0);
      if (to - from > 1) expect(full).toBeLessThanOrEqual(at === 0 ? room.first : room.others);
    }
  }
});
