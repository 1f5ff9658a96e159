/** Tells the record that somebody is here, and empties the window when it has locked itself. */
import { askAgain, queryClient } from "$lib/ask";
import { call } from "$lib/bridge";
import { tabs } from "$lib/tabs.svelte";
import { toasts } from "$lib/toasts.svelte";
import { m } from "$messages";

/** A sign of life is told at most so often, in milliseconds. */
const tellEvery = 20_000;
/** How often is looked whether the record has locked itself. */
const lookEvery = 10_000;

/** Nothing of the record stays in the window: not on the page, not in its title, not in what was answered before. */
export function emptyWindow(): void {
  for (const toast of toasts.shown) toasts.drop(toast.id);
  tabs.forgetWords();
  document.title = m.product();
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== "office_status" });
  askAgain("office_status");
}

/** Watches as long as somebody is signed in. Returns how to stop. */
export function watchIdle(): () => void {
  let told = 0;
  const alive = () => {
    const now = performance.now();
    if (told !== 0 && now - told < tellEvery) return;
    told = now;
    void call("office_touch", {}).catch(() => undefined);
  };
  const look = async () => {
    try {
      const status = await call("office_status", {});
      if (status.state !== "open") emptyWindow();
    } catch {
      // Not to be known now; it is looked again.
    }
  };
  const signs = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
  for (const sign of signs) window.addEventListener(sign, alive, { passive: true });
  const timer = setInterval(() => void look(), lookEvery);
  return () => {
    for (const sign of signs) window.removeEventListener(sign, alive);
    clearInterval(timer);
  };
}
