/** Money as people type it, in yuan, and as the record holds it, in fen. */

/** Fen of a typed amount; `null` where nothing is typed, `undefined` where it is no amount. */
export function fenOf(typed: string): number | null | undefined {
  const text = typed.trim().replaceAll(/[,，\s]/g, "");
  if (text === "") return null;
  const found = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) return undefined;
  return Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}

/** An amount for the field. */
export function yuanOf(fen: number | null): string {
  if (fen === null) return "";
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
}
