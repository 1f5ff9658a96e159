// Holds the words of both languages together: the same keys, one a line, sorted, none empty, the same values named, each said
// somewhere.
// `npm run messages` checks; `npm run messages -- --write` sorts and mends the commas that a merge of lines leaves behind.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const write = process.argv.includes("--write");
const faults = [];

/** Reads line by line instead of as JSON, so that a file with a comma too many or too few can still be mended. */
function read(language) {
  const path = new URL(`../messages/${language}.json`, import.meta.url);
  const text = readFileSync(path, "utf8");
  const words = new Map();
  for (const [number, line] of text.split("\n").entries()) {
    if (/^\s*[{}]?\s*$/.test(line)) continue;
    const found = /^\s*("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*")\s*,?\s*$/.exec(line);
    if (!found) {
      faults.push(`${language}.json:${number + 1}: not one "key": "words" a line`);
      continue;
    }
    const key = JSON.parse(found[1]);
    const value = JSON.parse(found[2]);
    if (words.has(key) && words.get(key) !== value)
      faults.push(`${language}.json: ${key} stands twice with different words`);
    if (!/^[a-z][a-z0-9_]*$/.test(key)) faults.push(`${language}.json: ${key} is not snake_case`);
    if (value.trim() === "") faults.push(`${language}.json: ${key} is empty`);
    words.set(key, value);
  }
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const tidy = `{\n${sorted.map(([k, v]) => `  ${JSON.stringify(k)}: ${JSON.stringify(v)}`).join(",\n")}\n}\n`;
  if (tidy !== text) {
    if (write) writeFileSync(path, tidy);
    else faults.push(`${language}.json is not sorted, one key a line: run "npm run messages -- --write"`);
  }
  return words;
}

/** The values a text names. A name from the law comes in both languages: `{zh}` and `{act_zh}` answer to `{en}` and `{act_en}`. */
const valuesNamed = (text, language) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map((m) => m[1].replace(new RegExp(`(^|_)${language}$`), "$1*"))
    .sort()
    .join(" ");

const zh = read("zh");
const en = read("en");
for (const key of zh.keys()) if (!en.has(key)) faults.push(`en.json lacks ${key}`);
for (const key of en.keys()) if (!zh.has(key)) faults.push(`zh.json lacks ${key}`);
for (const [key, text] of zh) {
  const other = en.get(key);
  if (other !== undefined && valuesNamed(text, "zh") !== valuesNamed(other, "en")) {
    faults.push(`${key} names other values in Chinese than in English`);
  }
}

/** The sources that may say something: the interface's and the programs', without their tests. */
function sources() {
  const found = [];
  for (const top of ["../src", "../../crates", "../../src-tauri/src"]) {
    const root = new URL(`${top}/`, import.meta.url);
    for (const file of readdirSync(root, { recursive: true })) {
      if (!/\.(svelte|ts|rs)$/.test(file) || /\.test\.ts$|(^|\/)(tests|paraglide|generated|node_modules)\//.test(file))
        continue;
      found.push(readFileSync(new URL(file, root), "utf8"));
    }
  }
  return found.join("\n");
}

// A key stands in a source as it is, or its beginning does before a value: `due_state_${state}`, "refusal_{code}".
const said = sources();
const names = new Set(said.match(/[a-z][a-z0-9_]*/g));
const beginnings = [...said.matchAll(/["'`]([a-z][a-z0-9_]*_)\$?\{/g)].map((found) => found[1]);
for (const key of zh.keys()) {
  if (!names.has(key) && !beginnings.some((one) => key.startsWith(one))) faults.push(`${key} is said nowhere`);
}

if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
