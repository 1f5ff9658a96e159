import { configure } from "@testing-library/svelte";
import { fetchWords } from "./language.svelte";

// Both, so that a test may turn the language and look at once.
await Promise.all([fetchWords("zh"), fetchWords("en")]);

// What a test waits for comes or does not; how fast the machine is decides nothing.
configure({ asyncUtilTimeout: 30_000 });

/** What jsdom lacks and the components need. */
class NoResize implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoResize;
if (typeof Element !== "undefined") fillElement();

function fillElement(): void {
  Element.prototype.scrollIntoView ??= () => {};
  Element.prototype.hasPointerCapture ??= () => false;
  Element.prototype.setPointerCapture ??= () => {};
  Element.prototype.releasePointerCapture ??= () => {};
}
