/** How high what is given to a sheet may be, in the unit of the blocks. */
export interface Room {
  /** On the first sheet, under what stands above the table. */
  first: number;
  /** On every other. */
  others: number;
  /** What comes after the last block and must stand whole on its sheet. */
  last: number;
}

/**
 * Puts blocks on sheets, each whole, in their order: the ranges of each sheet. A block higher than a sheet has one of its own;
 * what comes last goes on a sheet of its own where it fits on no other. There is always one sheet.
 */
export function sheetsOf(heights: readonly number[], room: Room): [from: number, to: number][] {
  const sheets: [number, number][] = [];
  let from = 0;
  let used = 0;
  const left = () => (sheets.length === 0 ? room.first : room.others) - used;
  for (const [at, height] of heights.entries()) {
    if (height > left() && at > from) {
      sheets.push([from, at]);
      from = at;
      used = 0;
    }
    used += height;
  }
  if (room.last > left() && heights.length > from) {
    sheets.push([from, heights.length]);
    from = heights.length;
  }
  sheets.push([from, heights.length]);
  return sheets;
}
