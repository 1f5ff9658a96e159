/** The recovery key in two halves, for two sealed envelopes; groups of the key are never cut through. */
export function halves(key: string): [string, string] {
  const groups = key.trim().split(/[\s-]+/);
  if (groups.length < 2) {
    const middle = Math.ceil(key.length / 2);
    return [key.slice(0, middle), key.slice(middle)];
  }
  const middle = Math.ceil(groups.length / 2);
  return [groups.slice(0, middle).join("-"), groups.slice(middle).join("-")];
}

/** Whether what was typed is that half, whatever its spaces, hyphens and case. */
export function sameHalf(typed: string, half: string): boolean {
  const bare = (text: string) => text.replaceAll(/[\s-]/g, "").toUpperCase();
  return bare(typed) === bare(half);
}
