/**
 * Days as people type and read them. A day is text, `2026-03-05`; it has no hour and no zone. What the day *is* comes
 * from outside: nothing here asks the clock. The core has the last word on what a typed day means; this is the echo.
 */
export type Day = string;

const dayMillis = 86_400_000;

/** The day of a date that exists, or `null`. */
export function makeDay(year: number, month: number, day: number): Day | null {
  if (year < 1000 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

export function isDay(text: string): boolean {
  return parts(text) !== null;
}

function parts(day: Day): [number, number, number] | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!found) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return makeDay(year, month, date) === null ? null : [year, month, date];
}

function millis(day: Day): number {
  const found = parts(day);
  return found ? Date.UTC(found[0], found[1] - 1, found[2]) : Number.NaN;
}

export function addDays(day: Day, days: number): Day | null {
  const at = millis(day) + days * dayMillis;
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  const text = new Date(at).toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : null;
}

/** Days from one day to another; negative when the second lies before the first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((millis(to) - millis(from)) / dayMillis);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return ((new Date(millis(day)).getUTCDay() + 6) % 7) + 1;
}

const toHalfWidth = (text: string) =>
  text.replace(/[０-９．－／＋]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[。·]/g, ".");

const relative: Record<string, number> = {
  今天: 0,
  今日: 0,
  今: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  昨天: -1,
  昨日: -1,
  前天: -2,
  today: 0,
  tomorrow: 1,
  yesterday: -1,
};

/**
 * Reads a typed day: `2026-03-05`, `20260305`, `2026.3.5`, `2026年3月5日`, `3-5`, `3.5`, `0305`, `5` (of this month),
 * `今天`, `+15`, `-3`. Forms without a year take the year of `today`; `null` when it is none of them or no such date.
 */
export function readDay(typed: string, today: Day): Day | null {
  const text = toHalfWidth(typed).trim().toLowerCase();
  if (text === "") return null;
  const known = relative[text];
  if (known !== undefined) return addDays(today, known);
  const shift = /^([+-])\s*(\d{1,4})$/.exec(text);
  if (shift) return addDays(today, Number(shift[2]) * (shift[1] === "-" ? -1 : 1));
  const base = parts(today);
  if (!base) return null;
  const [year, month] = base;
  const full =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full) return makeDay(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (short) return makeDay(year, Number(short[1]), Number(short[2]));
  const date = /^(\d{1,2})\s*[日号]?$/.exec(text);
  if (date) return makeDay(year, month, Number(date[1]));
  return null;
}

/** As days stand on the screen: `2026-03-05`. */
export function showDay(day: Day | null | undefined): string {
  return day ?? "";
}

/** As days stand in documents and in the top bar: `2026年3月5日`. */
export function longDay(day: Day): string {
  const found = parts(day);
  return found ? `${found[0]}年${found[1]}月${found[2]}日` : day;
}

/** An instant as the clock of this place shows it: `2026-03-05 09:41`. */
export function showMoment(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
