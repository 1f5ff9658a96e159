/** A form over the page loses nothing: refused, stopped in the middle, or left with a day that can't be read. */
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { Refusal } from "$lib/bridge";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import DemoDialog from "../demo/DemoDialog.svelte";
import { session } from "../demo/data";
import { faults } from "./fixtures";

const dialog = () => screen.getByRole("dialog");
const control = (label: string) => within(dialog()).getByLabelText(label) as HTMLInputElement;
const cell = (at: string) => dialog().querySelector(`[data-cell="${at}"]`) as HTMLInputElement;
const field = (name: string) => dialog().querySelector<HTMLElement>(`[data-field-name="${name}"]`);

/** Everything that stands in the form. */
const standing = () => ({
  name: control("名称").value,
  on: control("日期").value,
  measure: control("强制措施").value,
  sex: (within(dialog()).getByLabelText("乙") as HTMLInputElement).checked,
  minor: control("是未成年人").checked,
  brief: control("简要情况").value,
  person: [cell("0-0").value, cell("0-1").value],
});
const whole = {
  name: "张某某案",
  on: "2026-03-09",
  measure: "b",
  sex: true,
  minor: true,
  brief: "第一行\n第二行",
  person: ["张某某", "1990-05-06"],
};

function shown(save: (entry: object) => Promise<void>, kept: object | null = null) {
  office.setSession(session);
  const bridge = mockBridge()
    .answer("draft_load", () => (kept ? { key: "demo", body: JSON.stringify(kept), saved_at: "" } : null))
    .answer("draft_save", () => ({}))
    .answer("draft_drop", () => ({}));
  const back = vi.fn();
  render(DemoDialog, { save, onback: back });
  return { bridge, back, user: userEvent.setup() };
}

async function typeAll(user: ReturnType<typeof userEvent.setup>) {
  await user.type(control("名称"), whole.name);
  await user.type(control("日期"), "3-9");
  await user.selectOptions(control("强制措施"), "b");
  await user.click(within(dialog()).getByLabelText("乙"));
  await user.click(control("是未成年人"));
  await user.type(control("简要情况"), whole.brief);
  await user.type(cell("0-0"), "张某某");
  await user.type(cell("0-1"), "1990-05-06");
  await user.click(control("名称"));
}
const press = (user: ReturnType<typeof userEvent.setup>) =>
  user.click(within(dialog()).getByRole("button", { name: "登记" }));

test("a refused save keeps every value, says the refusal at its field and on top, and can be tried again", async () => {
  const also = [
    new Refusal("field_missing", "people.0.birth"),
    new Refusal("sample_needs_empty_office", null, { cases: 3 }),
  ];
  const save = vi
    .fn<(entry: object) => Promise<void>>()
    .mockRejectedValueOnce(new Refusal("day_in_future", "entry.on", { day: "2026-03-09", today: "2026-03-05" }, also));
  save.mockResolvedValueOnce();
  const { bridge, user } = shown(save);
  await typeAll(user);
  expect(standing()).toEqual(whole);
  await press(user);

  const summary = await within(dialog()).findByRole("alert");
  expect(document.activeElement).toBe(summary);
  expect(standing()).toEqual(whole);
  expect(field("on")?.textContent, "a place within the request is that of its last part").toContain(
    "2026-03-09晚于今天",
  );
  expect(control("日期").getAttribute("aria-invalid")).toBe("true");
  expect(dialog().textContent).toContain("出生日期：此项未填");
  expect(summary.textContent, "what has no field stands on top").toContain("3");
  const leads = within(summary).getAllByRole("button");
  expect(leads).toHaveLength(2);
  await user.click(leads[0] as HTMLElement);
  expect(document.activeElement).toBe(control("日期"));
  await user.click(leads[1] as HTMLElement);
  expect(document.activeElement).toBe(cell("0-1"));
  expect(await faults()).toEqual([]);

  await press(user);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(save).toHaveBeenCalledTimes(2);
  expect(save.mock.calls[1]).toEqual(save.mock.calls[0]);
  expect(bridge.calls.at(-1), "only what is saved is no draft any more").toMatchObject({ name: "draft_drop" });
});

test("a day that can't be read is not sent as none; Ctrl+S saves from any field", async () => {
  const save = vi.fn<(entry: object) => Promise<void>>().mockResolvedValue();
  const { user } = shown(save);
  await user.type(control("名称"), "张某某案");
  await user.type(control("日期"), "三月初");
  await press(user);
  expect((await within(dialog()).findByRole("alert")).textContent).toContain("三月初");
  expect(field("on")?.textContent).toContain("无法识别");
  expect([control("名称").value, control("日期").value]).toEqual(["张某某案", "三月初"]);
  expect(save).not.toHaveBeenCalled();
  await user.clear(control("日期"));
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(save).toHaveBeenCalledTimes(1));
});

test("what was typed is a draft while it is typed and there again after a fault; giving it up drops it", async () => {
  const { bridge, user, back } = shown(() => Promise.reject(new Refusal("fault")), {
    name: "断电前的话",
    brief: "还在",
  });
  await waitFor(() => expect([control("名称").value, control("简要情况").value]).toEqual(["断电前的话", "还在"]));
  await user.type(control("名称"), "，接着写");
  await press(user);
  await within(dialog()).findByRole("alert");
  await waitFor(() => {
    const drafts = bridge.calls.filter((call) => call.name === "draft_save");
    expect((drafts.at(-1)?.request as { body: string } | undefined)?.body).toContain("断电前的话，接着写");
  });
  expect(
    bridge.calls.some((call) => call.name === "draft_drop"),
    "a refusal drops nothing",
  ).toBe(false);
  const dropped = () => bridge.calls.some((call) => call.name === "draft_drop");
  await user.click(document.querySelector(".an-dialog-shade") as HTMLElement);
  await user.keyboard("{Escape}");
  const question = await screen.findByRole("alertdialog");
  expect([back.mock.calls.length, dropped()], "nothing is given up unasked").toEqual([0, false]);
  expect(document.activeElement).toBe(within(question).getByRole("button", { name: "继续填写" }));
  await user.keyboard("{Enter}");
  expect(control("名称").value, "it goes on where it was").toBe("断电前的话，接着写");
  await user.keyboard("{Escape}");
  await user.click(await screen.findByRole("button", { name: "放弃" }));
  await waitFor(() => expect(back).toHaveBeenCalled());
  expect(bridge.calls.some((call) => call.name === "draft_drop")).toBe(true);
});
