import { marks } from "./marks";

const marked = (text: string, query: string) =>
  marks(text, query)
    .map((part) => (part.hit ? `<${part.text}>` : part.text))
    .join("");

test("each word of the search is marked wherever it stands", () => {
  expect(marked("张某甲盗窃案", "盗窃 张")).toBe("<张>某甲<盗窃>案");
  expect(marked("aa A b", "a")).toBe("<aa> <A> b");
});

test("width, case and brackets make no difference, and places stay right", () => {
  expect(marked("测检刑诉受〔２０２６〕12号", "(2026)")).toBe("测检刑诉受<〔２０２６〕>12号");
  expect(marked("𠮷某 GC", "gc")).toBe("𠮷某 <GC>");
});

test("what was found by pinyin is shown without a mark, and nothing is lost", () => {
  expect(marked("张某甲<b>", "zmj")).toBe("张某甲<b>");
});
