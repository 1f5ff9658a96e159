/** A short form over the page: the keyboard's way through it, and nothing typed is given up unasked. */
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { createRawSnippet } from "svelte";
import Dialog from "./Dialog.svelte";
import { faults } from "./fixtures";

const fields = createRawSnippet(() => ({
  render: () => `<div><label>甲<input></label><label>乙<input></label></div>`,
}));

function shown() {
  const onverb = vi.fn();
  const onback = vi.fn();
  render(Dialog, { open: true, title: "补录", verb: "登记", onverb, onback, children: fields });
  return { onverb, onback, user: userEvent.setup() };
}
const control = (label: string) => screen.getByLabelText(label) as HTMLInputElement;

test("Enter goes from field to field and to the verb; Ctrl+S does the verb from any field", async () => {
  const { onverb, user } = shown();
  await waitFor(() => expect(document.activeElement).toBe(control("甲")));
  await user.keyboard("1{Enter}");
  expect(document.activeElement).toBe(control("乙"));
  await user.keyboard("2{Enter}");
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "登记" }));
  expect(onverb).not.toHaveBeenCalled();
  await user.click(control("甲"));
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(onverb).toHaveBeenCalledTimes(1));
});

test("Esc goes back at once where nothing was typed", async () => {
  const { onback, user } = shown();
  await user.click(control("乙"));
  await user.keyboard("{Escape}");
  expect(onback).toHaveBeenCalledTimes(1);
});

test("what was typed and taken back is nothing; what stands is given up only on an answer", async () => {
  const { onback, user } = shown();
  await user.type(control("甲"), "写");
  await user.click(screen.getByRole("button", { name: "取消" }));
  expect(await screen.findByRole("alertdialog")).toBeTruthy();
  expect(await faults()).toEqual([]);
  await user.keyboard("{Control>}s{/Control}{Escape}");
  expect([onback.mock.calls.length, control("甲").value], "Esc answers: go on").toEqual([0, "写"]);
  await user.clear(control("甲"));
  await user.keyboard("{Escape}");
  expect(onback).toHaveBeenCalledTimes(1);
});

test("a click beside it does nothing", async () => {
  const { onback, user } = shown();
  await user.click(document.querySelector(".an-dialog-shade") as HTMLElement);
  expect(onback).not.toHaveBeenCalled();
  expect(screen.getByRole("dialog")).toBeTruthy();
});
