// @vitest-environment node
import css from "./tokens.css?raw";

/** The colours of one theme, as they stand in the file. */
function theme(name: "light" | "dark"): Map<string, string> {
  const block = new RegExp(`\\[data-theme="${name}"\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? "";
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})\s*;/g)].map((found) => [found[1] ?? "", found[2] ?? ""]),
  );
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["page", "surface", "raised", "head", "hover", "chosen", "zebra"];
const readable: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ["text", ground],
    ["text-2", ground],
    ["act", ground],
  ]),
  ["danger", "surface"],
  ["danger", "hover"],
  ["red", "surface"],
  ["on-act", "act"],
  ["on-act", "act-hover"],
  ["on-top", "top"],
  ["on-top-2", "top"],
  ["on-top", "top-field"],
  ["on-top-2", "top-field"],
  ...["quiet", "amber", "red", "overdue", "met"].map((state): [string, string] => [state, `${state}-bg`]),
];

describe.each(["light", "dark"] as const)("%s", (name) => {
  const colours = theme(name);
  test.each(readable)("%s can be read on %s", (text, ground) => {
    const [one, other] = [colours.get(`--${text}`), colours.get(`--${ground}`)];
    expect(one, text).toBeDefined();
    expect(other, ground).toBeDefined();
    expect(contrast(one ?? "", other ?? "")).toBeGreaterThanOrEqual(4.5);
  });
  test.each(["surface", "page", "raised"])("the edge of a control is seen on %s", (ground) => {
    expect(contrast(colours.get("--line-control") ?? "", colours.get(`--${ground}`) ?? "")).toBeGreaterThanOrEqual(3);
  });
});

test("both themes name the same colours", () => {
  expect([...theme("dark").keys()].sort()).toEqual([...theme("light").keys()].sort());
});
