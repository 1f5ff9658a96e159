// @vitest-environment node
import { geometry, scrollFor, tallest } from "./geometry";

const row = 30;
const height = 600;
const sightOf = (count: number, scroll: number) => ({ count, row, height, scroll });

/** Where a row stands below the top of what is in sight. */
function placeOf(index: number, count: number, scroll: number): number {
  const seen = geometry(sightOf(count, scroll));
  return seen.top + (index - seen.first) * row - Math.min(scroll, Math.max(0, seen.total - height));
}

test("a short list is as tall as its rows", () => {
  expect(geometry(sightOf(10, 0))).toEqual({ total: 300, first: 0, last: 9, top: 0 });
});

test("an empty list makes no row", () => {
  const seen = geometry(sightOf(0, 0));
  expect(seen.last).toBeLessThan(seen.first);
  expect(seen.total).toBe(0);
});

test.each([1, 20, 21, 1_000, 899_999, 900_000, 900_001, 1_000_000, 5_000_000])(
  "of %i rows the first and the last are reached",
  (count) => {
    const { total } = geometry(sightOf(count, 0));
    expect(total).toBeLessThanOrEqual(tallest);
    expect(placeOf(0, count, 0)).toBeCloseTo(0, 3);
    const bottom = Math.max(0, total - height);
    const seen = geometry(sightOf(count, bottom));
    expect(seen.last).toBe(count - 1);
    expect(placeOf(count - 1, count, bottom)).toBeCloseTo(Math.min(height, count * row) - row, 3);
  },
);

test("going to any row of a million brings it wholly into sight", () => {
  const count = 1_000_000;
  let scroll = 0;
  for (const index of [0, 1, 19, 20, 21, 899_999, 500_000, 999_999, 999_998, 3, 123_456, 123_480, 123_455]) {
    scroll = scrollFor(index, sightOf(count, scroll));
    const place = placeOf(index, count, scroll);
    expect(place).toBeGreaterThanOrEqual(-0.01);
    expect(place).toBeLessThanOrEqual(height - row + 0.01);
  }
});

test("a row in sight does not move the list", () => {
  expect(scrollFor(5, sightOf(1_000_000, 0))).toBe(0);
  expect(scrollFor(12, sightOf(100, 60))).toBe(60);
});

test("every pixel of the way shows rows without a gap", () => {
  const count = 1_000_000;
  for (let scroll = 0; scroll <= tallest - height; scroll += 999_983) {
    const seen = geometry(sightOf(count, scroll));
    expect(seen.top).toBeLessThanOrEqual(scroll + 0.01);
    expect(seen.top + (seen.last - seen.first + 1) * row).toBeGreaterThanOrEqual(scroll + height - 0.01);
  }
});
