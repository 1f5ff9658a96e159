import { tick } from "svelte";
import { holdFocus, nearest, takeFocus } from "./focus";

const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
let stop = () => {};

function page(html: string): HTMLElement {
  document.body.innerHTML = `<main>${html}</main>`;
  const main = document.querySelector("main") as HTMLElement;
  stop = holdFocus(main);
  return main;
}
const get = (id: string) => document.getElementById(id) as HTMLElement;

afterEach(() => {
  stop();
  document.body.innerHTML = "";
});

test("what goes away under the keyboard leaves it at the nearest thing that is still there", async () => {
  page('<button id="far">1</button><ul><li><button id="a">a</button></li><li><button id="b">b</button></li></ul>');
  get("a").focus();
  get("a").parentElement?.remove();
  await tick();
  await frames();
  expect(document.activeElement).toBe(get("b"));
});

test("a dialog that closes gives the keyboard back to where it was", async () => {
  page('<button id="far">1</button><button id="opens">2</button>');
  get("opens").focus();
  const dialog = document.createElement("div");
  dialog.setAttribute("role", "dialog");
  dialog.innerHTML = '<input id="in">';
  document.body.append(dialog);
  get("in").focus();
  await frames();
  expect(document.activeElement).toBe(get("in"));
  dialog.remove();
  await frames();
  expect(document.activeElement).toBe(get("opens"));
});

test("whoever points beside everything is not called back before the next key", async () => {
  page('<button id="a">a</button>');
  get("a").focus();
  window.dispatchEvent(new Event("pointerdown"));
  get("a").blur();
  await frames();
  expect(document.activeElement).toBe(document.body);
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
  expect(document.activeElement).toBe(get("a"));
});

test("what a page is about takes the keyboard from where one came from, and from nothing else", () => {
  page(
    '<nav data-frame="menu"><button id="menu">1</button></nav><div data-frame="page" hidden><button id="before">2</button></div>' +
      '<div data-frame="page" tabindex="-1" id="page"><input id="filter"><div id="rows" tabindex="0"></div></div>',
  );
  for (const [from, then] of [
    ["menu", "rows"],
    ["before", "rows"],
    ["page", "rows"],
    ["filter", "filter"],
  ] as const) {
    get(from).focus();
    takeFocus(get("rows"));
    expect(document.activeElement).toBe(get(then));
  }
});

test("what is disabled or gone takes no keys", () => {
  const main = page('<section><button disabled>x</button><input id="c"></section>');
  const gone = document.createElement("button");
  expect(nearest([gone, main.querySelector("section") as Element])).toBe(get("c"));
  expect(nearest([gone])).toBeNull();
});

test("when its page goes behind, the page in front has the keyboard, not the strip of tabs", async () => {
  page(
    '<button id="tab">t</button><div data-frame="page" id="p"><input id="x"></div><div data-frame="page" tabindex="-1" id="q" hidden></div>',
  );
  get("x").focus();
  get("p").remove();
  get("q").hidden = false;
  await frames();
  expect(document.activeElement).toBe(get("q"));
});
