import { m } from "$messages";
import { type ActionId, type HotKey, keyScope, keys, keyWords, pressed, runKey, showKey } from "./keys";

const all = Object.entries(keys) as [ActionId, HotKey][];
const words = m as unknown as Record<string, unknown>;

test.each(all)("%s has words", (id) => expect(words[keyWords(id)]).toBeTypeOf("function"));

test("no key does two things in one scope, nor in the window and a page", () => {
  const taken = new Map<string, string>();
  for (const [id, key] of all) {
    for (const one of key.key.split(" ")) {
      const scope = key.scope === "page" ? "window" : key.scope;
      const place = `${scope} ${one}`;
      expect(taken.get(place), `${place} of ${id}`).toBeUndefined();
      taken.set(place, id);
    }
  }
});

const press = (key: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });

test.each([
  [press("k", { ctrlKey: true }), "Ctrl+K"],
  [press("T", { ctrlKey: true, shiftKey: true }), "Ctrl+Shift+T"],
  [press("?", { shiftKey: true }), "?"],
  [press(" "), "Space"],
  [press("Tab", { ctrlKey: true, shiftKey: true }), "Ctrl+Shift+Tab"],
  [press("F10", { shiftKey: true }), "Shift+F10"],
  [press("1", { altKey: true }), "Alt+1"],
  [press("Control", { ctrlKey: true }), null],
])("reads a pressed key", (event, name) => expect(pressed(event)).toBe(name));

test("an input method that composes keeps its keys", () => {
  expect(pressed(press("Enter", { isComposing: true }))).toBeNull();
});

test("a sign is text where text is typed", () => {
  const input = document.createElement("input");
  document.body.append(input);
  let seen = 0;
  input.addEventListener("keydown", (event) => runKey(event, { "help.keys": () => seen++ }));
  input.dispatchEvent(press("?"));
  expect(seen).toBe(0);
  input.type = "checkbox";
  input.dispatchEvent(press("?"));
  expect(seen).toBe(1);
});

test("the inner scope wins, and one that does not want the key lets it pass", () => {
  const outer = document.createElement("div");
  const inner = document.createElement("div");
  outer.append(inner);
  document.body.append(outer);
  const seen: string[] = [];
  let wants = true;
  keyScope({ "list.open": () => void seen.push("outer") })(outer);
  keyScope({
    "list.open": () => {
      if (!wants) return false;
      seen.push("inner");
    },
  })(inner);
  inner.dispatchEvent(press("Enter"));
  wants = false;
  inner.dispatchEvent(press("Enter"));
  expect(seen).toEqual(["inner", "outer"]);
});

test("keys are shown as they are written on a keyboard", () => {
  expect(showKey("ContextMenu Shift+F10")).toBe("☰");
  expect(showKey("Escape")).toBe("Esc");
});
