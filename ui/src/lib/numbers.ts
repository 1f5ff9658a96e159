/** Whole numbers with thousands, the same in both languages. */
export function showNumber(value: number): string {
  return value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
