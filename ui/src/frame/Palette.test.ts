import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { register } from "$lib/pages";
import Palette from "./Palette.svelte";

test("a list that was cut short does not pass for the whole", async () => {
  const hits = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ kind: "案件", title: `案${at}`, open() {} }));
  register.finders.push(async (text) => ({ found: hits(text === "李" ? 20 : 3), more: text === "李" }));
  render(Palette, { open: true });
  const user = userEvent.setup();
  const box = await screen.findByRole("combobox");
  await user.type(box, "李");
  expect(await screen.findByText(/^列出 20 项，还有更多/)).toBeTruthy();
  await user.type(box, "四");
  expect(await screen.findByText("共 3 项")).toBeTruthy();
});
