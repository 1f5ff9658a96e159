import { showWeight } from "./weight";

test("sixths of a case are shown as cases", () => {
  expect([0, 1, 3, 6, 25, 600].map(showWeight)).toEqual(["0", "0.2", "0.5", "1", "4.2", "100"]);
});
