/** While a person types the passphrase, what everybody will need is fetched: the law's names and the first page's code. */
import { queryClient, question } from "$lib/ask";
import { menuPlaces, register } from "$lib/pages";

/** Fetches it; what fails is fetched again, and told, when it is needed. */
export function fetchAhead(): void {
  void queryClient.prefetchQuery(question("vocabulary", {}));
  register
    .menu(menuPlaces[0])
    .top?.load()
    .catch(() => {});
}
