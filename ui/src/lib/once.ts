/**
 * Fetches something once. Whoever asks when it is here has it at once and not a turn later, so that all that is drawn with it
 * is drawn together. What failed is fetched again when it is next asked for.
 */
export function once<T>(fetch: () => Promise<T>): () => T | Promise<T> {
  let here: { value: T } | null = null;
  return () =>
    here
      ? here.value
      : fetch().then((value) => {
          here = { value };
          return value;
        });
}
