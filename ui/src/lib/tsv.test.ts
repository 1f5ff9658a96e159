// @vitest-environment node
import { fromTsv, toTsv } from "./tsv";

test("a block comes back as it was", () => {
  const block = [
    ["案号", "示检刑诉受〔2026〕1号", ""],
    ['他说"好"', "两\n行", "a\tb"],
    ["", "", "尾"],
  ];
  expect(fromTsv(toTsv(block))).toEqual(block);
});

test("a block as a spreadsheet puts it ends with a line break", () => {
  expect(fromTsv("赵某甲\t男\r\n钱某乙\t女\r\n")).toEqual([
    ["赵某甲", "男"],
    ["钱某乙", "女"],
  ]);
});

test("a quote inside a cell is only a sign", () => expect(fromTsv('5" 屏幕\tx')).toEqual([['5" 屏幕', "x"]]));
test("nothing is no row", () => expect(fromTsv("")).toEqual([]));
