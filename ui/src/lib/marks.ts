/** Where the words of a search stand in a text, for marking them; parts of text only, never markup. */
export interface Part {
  text: string;
  hit: boolean;
}

/** Brackets and full-width signs are not told apart by the search; each stays one sign, so places stay the same. */
function plain(text: string): string {
  return [...text]
    .map((sign) => {
      const code = sign.charCodeAt(0);
      const half = code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : sign;
      const lower = half.toLowerCase();
      return lower.length === sign.length ? lower : sign;
    })
    .join("")
    .replaceAll(/[〔【[(]/g, "(")
    .replaceAll(/[〕】\])]/g, ")");
}

export function marks(text: string, query: string): Part[] {
  const where = plain(text);
  const hit = new Array<boolean>(text.length).fill(false);
  for (const word of plain(query).split(/\s+/)) {
    if (word === "") continue;
    for (let at = where.indexOf(word); at >= 0; at = where.indexOf(word, at + word.length)) {
      hit.fill(true, at, at + word.length);
    }
  }
  const parts: Part[] = [];
  for (let at = 0; at < text.length; at++) {
    const last = parts.at(-1);
    if (last && last.hit === hit[at]) last.text += text[at];
    else parts.push({ text: text[at] ?? "", hit: hit[at] ?? false });
  }
  return parts;
}
