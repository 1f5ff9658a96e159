import { word } from "$lib/words";

/** A method of draws in words; its name and version where it has none. */
export function methodWords(method: string): string {
  return word(`draw_method_${method.replaceAll(/[^a-z0-9]+/g, "_")}`) ?? method;
}
