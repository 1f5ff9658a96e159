/** Times of day as people type and read them: text, `09:05`. */

/** Reads a typed time: `9:05`, `0905`, `905`, `9`, `9点5分`, `９：０５`; `null` where it is none. */
export function readTime(typed: string): string | null {
  const text = typed
    .replace(/[０-９：]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[点时]/g, ":")
    .replace(/[分\s]/g, "");
  const found = /^(\d{1,2})(?::(\d{0,2}))?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] || "0")];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** The time by the clock of this machine, to the minute. */
export function timeNow(): string {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
}

/** So many minutes later on the same day; the last minute of the day at most. */
export function laterBy(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(":").map(Number);
  const at = Math.min(hours * 60 + past + minutes, 24 * 60 - 1);
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}
