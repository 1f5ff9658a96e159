/** What an entry of the journal says of itself, in words: the program keeps it as names and values. */
import { word, words } from "$lib/words";
import { m } from "$messages";

/** In which list of the vocabulary the codes of a name stand. */
const lists: Record<string, string> = {
  category: "category",
  line: "line",
  mode: "allocation_mode",
  post: "post",
  profession: "profession",
  role: "person_role",
};

function valueSaid(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? m.yes() : m.no();
  if (Array.isArray(value)) return value.map((one) => valueSaid(name, one)).join(m.list_comma());
  if (typeof value === "object" && value !== null) return pairs(value).join(m.list_comma());
  const text = String(value);
  const list = lists[name];
  return list ? words(list, text) : text;
}

function pairs(value: object): string[] {
  return Object.entries(value)
    .filter(([, one]) => one !== null && one !== "" && !(Array.isArray(one) && one.length === 0))
    .map(([name, one]) => `${word(`detail_${name}`) ?? word(`column_${name}`) ?? name} ${valueSaid(name, one)}`);
}

/** "账号 zhou；职务 检察长". Nothing where the entry says nothing; as it stands where it is no table of names and values. */
export function detailWords(detail: string): string {
  try {
    const value: unknown = JSON.parse(detail);
    if (typeof value !== "object" || value === null) return value === null ? "" : String(value);
    return pairs(value).join(m.list_semicolon());
  } catch {
    return detail;
  }
}
