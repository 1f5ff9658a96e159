import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { toasts } from "$lib/toasts.svelte";
import DemoForm from "../demo/DemoForm.svelte";
import { faults, showPage } from "./fixtures";

const field = (name: string) =>
  document.querySelector<HTMLElement>(`[data-field-name="${name}"] :is(input,select,textarea)`);
const cell = (at: string) => document.querySelector<HTMLInputElement>(`[data-cell="${at}"]`) as HTMLInputElement;
const value = (name: string) => (field(name) as HTMLInputElement).value;

test.each(["zh", "en"] as const)("a form has no fault of accessibility (%s)", async (language) => {
  showPage(DemoForm, { id: 0 });
  expect(await faults(language)).toEqual([]);
});

test("Enter goes through the fields", async () => {
  const { user } = showPage(DemoForm, { id: 0 });
  field("number")?.focus();
  await user.keyboard("1号{Enter}");
  expect(document.activeElement).toBe(field("received"));
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(field("charge"));
});

test("a typed day is echoed with its weekday and normalised when it is left", async () => {
  const { user } = showPage(DemoForm, { id: 0 });
  field("received")?.focus();
  await user.keyboard("3.9");
  expect(screen.getByText("2026-03-09 星期一")).toBeTruthy();
  await user.keyboard("{Enter}");
  expect(value("received")).toBe("2026-03-09");
  await user.clear(field("received") as HTMLElement);
  await user.type(field("received") as HTMLElement, "13-45");
  expect(field("received")?.getAttribute("aria-invalid")).toBe("true");
  await user.tab();
  expect(value("received"), "what cannot be read stays to be mended").toBe("13-45");
});

test("a thing is picked by pinyin initials and Enter, which also goes on", async () => {
  const { user } = showPage(DemoForm, { id: 0 });
  field("charge")?.focus();
  await user.keyboard("wxj");
  await screen.findByText("危险驾驶罪");
  await user.keyboard("{Enter}");
  expect(value("charge")).toBe("危险驾驶罪");
  expect(document.activeElement).toBe(field("from"));
});

test("a text that names nothing is not taken", async () => {
  const { user } = showPage(DemoForm, { id: 0 });
  field("charge")?.focus();
  await user.keyboard("没有这个罪");
  await user.tab();
  expect(value("charge")).toBe("");
});

test("Esc shuts the list of a picker and stays on the page", async () => {
  const { user, tab } = showPage(DemoForm, { id: 0 });
  const close = vi.spyOn(tab, "close");
  field("charge")?.focus();
  await user.keyboard("dq");
  await screen.findByText("盗窃罪");
  await user.keyboard("{Escape}");
  expect(screen.queryByText("盗窃罪")).toBeNull();
  expect(close).not.toHaveBeenCalled();
});

test("a refused save takes the focus to a summary that leads to the fields", async () => {
  const { user } = showPage(DemoForm, { id: 0 });
  field("number")?.focus();
  await user.keyboard("{Control>}s{/Control}");
  const summary = await screen.findByRole("alert");
  expect(document.activeElement).toBe(summary);
  expect(field("number")?.getAttribute("aria-invalid")).toBe("true");
  await user.click(screen.getByRole("button", { name: /收案日期/ }));
  expect(document.activeElement).toBe(field("received"));
  expect(await faults()).toEqual([]);
});

test("Esc leaves at once when nothing would be lost, and asks when something would", async () => {
  const { user, tab } = showPage(DemoForm, { id: 0 });
  const close = vi.spyOn(tab, "close").mockImplementation(() => {});
  field("number")?.focus();
  await user.keyboard("{Escape}");
  expect(close).toHaveBeenCalledOnce();
  await user.keyboard("x");
  expect(tab.unsaved).toBe(true);
  await user.keyboard("{Escape}");
  expect(close).toHaveBeenCalledOnce();
  const stay = await screen.findByRole("button", { name: "继续填写" });
  await waitFor(() => expect(document.activeElement, "the way back has the focus").toBe(stay));
  expect(await faults("en")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "离开" }));
  expect(close).toHaveBeenCalledTimes(2);
});

test("F1 shows the rule of a field and ties it to the control", async () => {
  const { user } = showPage(DemoForm, { id: 0 });
  field("number")?.focus();
  await user.keyboard("{F1}");
  const id = field("number")?.getAttribute("aria-describedby") ?? "";
  expect(document.getElementById(id)?.textContent).toContain("照移送机关文书抄录");
});

test("Enter in a grid goes cell by cell and makes the next row; in an empty row it leaves", async () => {
  const { user } = showPage(DemoForm, { id: 0 });
  cell("1-0").focus();
  await user.keyboard("钱某乙{Enter}{Enter}19910203{Enter}{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(cell("2-0")));
  expect(cell("1-2").value).toBe("1991-02-03");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(cell("2-0")).toBeNull());
  expect(document.activeElement?.textContent).toContain("登记");
  expect(cell("1-0").value).toBe("钱某乙");
});

test("a block from a spreadsheet fills cells and makes rows", async () => {
  showPage(DemoForm, { id: 0 });
  const text = "钱某乙\t女\t1991.2.3\t\r\n孙某丙\t男\t认不出\t\r\n";
  await fireEvent.paste(cell("1-0"), { clipboardData: { getData: () => text } });
  expect([cell("1-0").value, cell("1-1").value, cell("1-2").value]).toEqual(["钱某乙", "f", "1991-02-03"]);
  expect([cell("2-0").value, cell("2-2").value]).toEqual(["孙某丙", "认不出"]);
});

test("a row taken away can be had back", async () => {
  const { user } = showPage(DemoForm, { id: 0 });
  cell("0-0").focus();
  await user.keyboard("{Control>}{Delete}{/Control}");
  expect(cell("0-0").value).toBe("");
  await toasts.last("undo")?.undo?.();
  await waitFor(() => expect(cell("0-0").value).toBe("赵某甲"));
});
