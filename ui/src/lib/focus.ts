/**
 * Holds the keyboard's place. What has the focus may go away under it: a dialog closes, a row leaves its list, a button has
 * done its work. Then the focus would fall to nothing and the next key go nowhere; here it goes back to the place it was,
 * or, where that is gone, to the nearest thing that is still there.
 */

const takers = "a[href], button, input, select, textarea, [tabindex]";
/** Scopes of their own: while one is open the focus is its business. */
const scopes = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"].an-float';

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function shown(element: Element): boolean {
  return element.isConnected && (element.checkVisibility?.() ?? true);
}

function takes(element: Element): element is HTMLElement {
  return (
    element instanceof HTMLElement && element.matches(takers) && element.tabIndex >= -1 && !element.matches(":disabled")
  );
}

/**
 * Where to go from a place that is gone: the element nearest above it that is there, or the first in it that takes keys; where
 * its whole page has gone behind, the page in front.
 */
export function nearest(path: readonly Element[]): HTMLElement | null {
  for (const place of path) {
    if (!shown(place)) continue;
    if (takes(place)) return place;
    const front = place.querySelector<HTMLElement>('[data-frame="page"]:not([hidden])');
    if (front) return front;
    const within = [...place.querySelectorAll(takers)].find((one) => takes(one) && one.tabIndex >= 0 && shown(one));
    if (within instanceof HTMLElement) return within;
  }
  return null;
}

/** Holds the place within `root`. Returns how to stop; fit for an attachment. */
export function holdFocus(root: HTMLElement): () => void {
  let path: Element[] = [];
  // Who points somewhere else means it; only the next key wants a place again.
  let pointing = false;

  const note = (event: FocusEvent) => {
    path = [];
    for (let at = event.target instanceof Element ? event.target : null; at; at = at === root ? null : at.parentElement)
      path.push(at);
  };
  const look = () => {
    if (pointing || path.length === 0 || !isLost() || document.querySelector(scopes)) return;
    nearest(path)?.focus({ preventScroll: true });
  };
  const soon = () => requestAnimationFrame(look);
  const keyed = () => {
    pointing = false;
    look();
  };
  const pointed = () => {
    pointing = true;
  };
  const observer = new MutationObserver(() => {
    if (isLost()) soon();
  });

  root.addEventListener("focusin", note);
  root.addEventListener("focusout", soon);
  window.addEventListener("keydown", keyed, { capture: true });
  window.addEventListener("pointerdown", pointed, { capture: true });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    root.removeEventListener("focusin", note);
    root.removeEventListener("focusout", soon);
    window.removeEventListener("keydown", keyed, { capture: true });
    window.removeEventListener("pointerdown", pointed, { capture: true });
    observer.disconnect();
  };
}

/** Whether the focus is nowhere, or where the person just came from: in the menu, or in a page that has gone behind. */
export function isFree(): boolean {
  const at = document.activeElement;
  return isLost() || (at?.closest('[data-frame="menu"], [data-frame="page"][hidden]') ?? null) !== null;
}

/** Takes the focus for what a page is about, unless something else on the page has it already. */
export function takeFocus(element: HTMLElement | undefined): void {
  if (element && (isFree() || document.activeElement?.matches('[data-frame="page"]'))) {
    element.focus({ preventScroll: true });
  }
}
