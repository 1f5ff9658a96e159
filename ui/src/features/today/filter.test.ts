import { is, lineOf, since } from "./filter";

test("conditions become the line that the core reads", () => {
  expect(lineOf([is("function", "civil"), since("accepted_on", "2026-03-01")])).toBe(
    "function=civil accepted_on>=2026-03-01",
  );
  expect(lineOf([{ column: "closed_on", test: { between: ["2026-03-01", "2026-03-31"] } }])).toBe(
    "closed_on>=2026-03-01 closed_on<=2026-03-31",
  );
  expect(lineOf([])).toBe("");
});

test("what the line cannot say is refused rather than left out of the count", () => {
  expect(() => lineOf([{ column: "out_with", test: "filled" }])).toThrow();
});
