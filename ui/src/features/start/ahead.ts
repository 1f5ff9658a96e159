/**
 * While a person types the passphrase, what everybody will need is fetched: the frame, the law's names and the first page's
 * code. The question for the passphrase waits for none of it.
 */
import { queryClient, question } from "$lib/ask";
import { once } from "$lib/once";
import { menuPlaces, register } from "$lib/pages";

/** The window around the pages. */
export const fetchFrame = once(() => import("../../frame/Frame.svelte"));

/** Fetches it; what fails is fetched again, and told, when it is needed. */
export function fetchAhead(): void {
  void queryClient.prefetchQuery(question("vocabulary", {}));
  const first = register.menu(menuPlaces[0]).top;
  for (const code of [fetchFrame(), first && register.code(first.id)]) Promise.resolve(code).catch(() => {});
}
