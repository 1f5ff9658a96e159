import { configure } from "@testing-library/svelte";

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
