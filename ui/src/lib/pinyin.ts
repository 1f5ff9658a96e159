/** Pinyin initials of short lists that lie in the window; the core answers for the long ones. */

/** The first character of each initial in the order of pinyin; there is none for I, U and V. */
const firsts = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀";
const letters = "abcdefghjklmnopqrstwxyz";

const order = new Intl.Collator("zh-CN-u-co-pinyin");

/** The initials of Chinese words, everything else as it is in lower case: `审查起诉` is `scqs`. */
export function initials(text: string): string {
  return [...text].map(initial).join("");
}

function initial(sign: string): string {
  if (!/[\u4e00-\u9fff]/.test(sign)) return sign.toLowerCase();
  const at = [...firsts].findLastIndex((first) => order.compare(first, sign) <= 0);
  return letters[at] ?? "";
}

/** Whether what is typed stands in the words, or their initials hold it. */
export function fits(typed: string, ...words: readonly string[]): boolean {
  const asked = typed.trim().toLowerCase();
  return words.some((one) => one.toLowerCase().includes(asked) || initials(one).includes(asked));
}
