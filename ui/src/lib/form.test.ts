import { DraftKeeper, nextField, placesOf } from "./form";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a draft is stored soon after typing, once for each value", () => {
  const stored: unknown[] = [];
  const keeper = new DraftKeeper((value) => stored.push(value), { a: "" });
  keeper.changed({ a: "1" });
  keeper.changed({ a: "12" });
  expect(stored).toEqual([]);
  vi.advanceTimersByTime(400);
  expect(stored).toEqual([{ a: "12" }]);
  keeper.changed({ a: "12" });
  vi.advanceTimersByTime(400);
  expect(stored).toHaveLength(1);
});

test("what waits is stored at once when asked, and forgotten after saving", () => {
  const stored: unknown[] = [];
  const keeper = new DraftKeeper((value) => stored.push(value), "");
  keeper.changed("x");
  keeper.flush();
  expect(stored).toEqual(["x"]);
  keeper.changed("y");
  keeper.drop();
  vi.advanceTimersByTime(1000);
  expect(stored).toEqual(["x"]);
});

test("Enter passes over buttons and what is hidden, and takes a group of radio buttons as one", () => {
  document.body.innerHTML = `<form><input id="a"><button></button><input id="r1" type="radio" name="r"><input id="r2" type="radio" name="r">
    <div hidden><input></div><input disabled><textarea id="t"></textarea></form>`;
  const form = document.querySelector("form") as HTMLElement;
  const field = (id: string) => document.getElementById(id) as HTMLElement;
  expect(nextField(form, field("a"))?.id).toBe("r1");
  expect(nextField(form, field("r1"))?.id).toBe("t");
  expect(nextField(form, field("t"))).toBeNull();
});

test.each([
  [null, []],
  ["login", ["login", "login"]],
  ["account.login", ["account.login", "login"]],
  ["away.0.to", ["away.0.to"]],
  ["bars.1", ["bars.1", "bars"]],
])("the place %s is known by %j", (at, names) => {
  expect(placesOf(at)).toEqual(names);
});
