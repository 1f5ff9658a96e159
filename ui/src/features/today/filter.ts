import type { Filter } from "$generated/commands";

/** Conditions as the line of text that a count is asked with. Only what such a line can say is ever given here. */
export function lineOf(filters: readonly Filter[]): string {
  return filters
    .flatMap(({ column, test }) => {
      if (test === "empty") return [`${column}=`];
      if (typeof test === "object" && "one_of" in test) return [`${column}=${test.one_of.join(",")}`];
      if (typeof test === "object" && "between" in test) {
        const [from, to] = test.between;
        return [from === null ? [] : [`${column}>=${from}`], to === null ? [] : [`${column}<=${to}`]].flat();
      }
      throw new Error(`a count cannot be asked for ${column}`);
    })
    .join(" ");
}

export const is = (column: Filter["column"], value: string): Filter => ({ column, test: { one_of: [value] } });
export const since = (column: Filter["column"], day: string): Filter => ({ column, test: { between: [day, null] } });
