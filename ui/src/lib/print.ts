/** Printing: what goes on paper is an entry of the journal first, and its sheets carry the number of that entry. */
import { call, openPrintDialog } from "./bridge";

/**
 * Makes the entry, has `show` put its number on the sheets, and opens the system's print dialog. Without an entry nothing is
 * printed.
 */
export async function print(what: string, of: number | null, show?: (entry: number) => void): Promise<void> {
  const { entry } = await call("paper_printed", of === null ? { what } : { what, case: of });
  show?.(entry);
  // Sheets are drawn, measured and laid out one after the other; all of it is done before the next turn of the loop.
  await new Promise((done) => setTimeout(done));
  await openPrintDialog();
}
