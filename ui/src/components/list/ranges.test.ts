// @vitest-environment node
import { Ranges } from "./ranges";

/** The same set as plain numbers: what the ranges must always agree with. */
function model(steps: [kind: "range" | "toggle" | "invert", a: number, b: number][], count: number) {
  let ranges = Ranges.none;
  let plain = new Set<number>();
  for (const [kind, a, b] of steps) {
    if (kind === "range") {
      ranges = ranges.with(Ranges.of(a, b));
      for (let row = Math.min(a, b); row <= Math.max(a, b); row++) plain.add(row);
    } else if (kind === "toggle") {
      ranges = ranges.toggled(a);
      if (!plain.delete(a)) plain.add(a);
    } else {
      ranges = ranges.inverted(count);
      plain = new Set(Array.from({ length: count }, (_, row) => row).filter((row) => !plain.has(row)));
    }
    expect(ranges.rows()).toEqual([...plain].sort((x, y) => x - y));
    expect(ranges.count).toBe(plain.size);
  }
}

test("ranges agree with plain sets", () => {
  // A fixed sequence of numbers that look like chance, so that a failure can be repeated.
  let seed = 20260305;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const kinds = ["range", "toggle", "toggle", "toggle", "invert"] as const;
  for (let round = 0; round < 40; round++) {
    model(
      Array.from({ length: 30 }, () => [kinds[next(kinds.length)] ?? "toggle", next(40), next(40)]),
      40,
    );
  }
});

test("a million rows are one range", () => {
  const all = Ranges.of(0, 999_999);
  expect(all.count).toBe(1_000_000);
  expect(all.without(500_000).parts).toEqual([
    [0, 499_999],
    [500_001, 999_999],
  ]);
  expect(all.inverted(1_000_000).count).toBe(0);
});
