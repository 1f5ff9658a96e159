/** Printing: what goes on paper is an entry of the journal first, and its sheets carry the number and the digest of that entry. */
import type { PrintEntry } from "$generated/commands";
import { call, openPrintDialog } from "./bridge";

/**
 * Makes the entry, has `show` put it on the sheets, and opens the system's print dialog. Without an entry nothing is printed.
 */
export async function print(what: string, of: number | null, show: (printed: PrintEntry) => void): Promise<void> {
  show(await call("paper_printed", of === null ? { what } : { what, case: of }));
  // Sheets are drawn, measured and laid out one after the other; all of it is done before the next turn of the loop.
  await new Promise((done) => setTimeout(done));
  await openPrintDialog();
}
