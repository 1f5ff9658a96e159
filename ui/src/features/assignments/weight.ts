/** What somebody carries, counted by the core in sixths of a case, as cases with one decimal: 25 → "4.2". */
export function showWeight(sixths: number): string {
  const tenths = Math.round((sixths * 10) / 6);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}
