import { Tabs } from "./tabs.svelte";

const desk = () => {
  const tabs = new Tabs();
  const open = (page: string, args: unknown = {}) => tabs.show(page as never, args as never);
  return { tabs, open };
};

test("the same page with the same arguments is one tab", () => {
  const { tabs, open } = desk();
  const first = open("case", { case: 1 });
  open("case", { case: 2 });
  expect(open("case", { case: 1 })).toBe(first);
  expect(tabs.open).toHaveLength(2);
  expect(tabs.active).toBe(first);
});

test("closing goes to the neighbour and can be taken back in place", () => {
  const { tabs, open } = desk();
  open("a");
  const b = open("b");
  open("c");
  tabs.close(b);
  expect(tabs.open.map((tab) => tab.page)).toEqual(["a", "c"]);
  expect(tabs.active?.page).toBe("c");
  tabs.reopen();
  expect(tabs.open.map((tab) => tab.page)).toEqual(["a", "b", "c"]);
  expect(tabs.active?.page).toBe("b");
});

test("a tab that would lose something asks before it goes", () => {
  const { tabs, open } = desk();
  const a = open("a");
  const b = open("b");
  const c = open("c");
  a.unsaved = true;
  b.unsaved = true;
  tabs.closeOthers(c);
  expect(tabs.open).toHaveLength(3);
  expect(tabs.asking).toBe(a);
  tabs.answer(false);
  expect(tabs.asking).toBe(b);
  tabs.answer(true);
  expect(tabs.asking).toBeNull();
  expect(tabs.open).toEqual([a, c]);
});

test("going round comes back", () => {
  const { tabs, open } = desk();
  const a = open("a");
  open("b");
  tabs.step(1);
  expect(tabs.active).toBe(a);
  tabs.step(-1);
  expect(tabs.active?.page).toBe("b");
});

test("another person finds an empty desk", () => {
  const { tabs, open } = desk();
  tabs.close(open("a"));
  open("b");
  tabs.clear();
  tabs.reopen();
  expect(tabs.open).toEqual([]);
});
