import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "$components/fixtures";
import type { Reminder } from "$generated/commands";
import { queryClient } from "$lib/ask";
import { Refusal } from "$lib/bridge";
import { mockBridge } from "$lib/bridge.mock";
import { office } from "$lib/office.svelte";
import { session } from "../../demo/data";
import Reminders from "./Reminders.svelte";

const reminder = (more: Partial<Reminder> = {}): Reminder => ({
  id: 5,
  case: 1,
  subject: "person:3",
  account: 1,
  account_name: "李示例",
  text: "催要鉴定意见",
  made_on: "2026-03-01",
  due: "2026-03-08",
  warn_days: 2,
  done_on: null,
  ...more,
});

beforeEach(() => queryClient.clear());

function shown(reminders: Reminder[]) {
  const bridge = mockBridge({
    case_reminders: () => reminders,
    account_list: () => [session.account],
    reminder_save: () => ({ reminder: 6, changed: { entry: 9, cases: [1], tables: [] } }),
    reminder_done: () => ({ entry: 10, cases: [1], tables: [] }),
    reminder_remove: () => ({ entry: 11, cases: [1], tables: [] }),
  });
  office.setSession(session);
  render(Reminders, {
    case: 1,
    about: "张三盗窃案",
    reminders,
    subjects: [
      { value: "person:3", words: "张三", group: "人员" },
      { value: "act:12", words: "2026-03-01 受理", group: "时间线" },
    ],
  });
  const sent = (name: string) => bridge.calls.findLast((call) => call.name === name)?.request;
  return { bridge, sent, user: userEvent.setup() };
}

test("a reminder is made on a paper by typing alone", async () => {
  const { sent, user } = shown([]);
  await user.click(screen.getByRole("button", { name: "设置提醒" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "设置提醒" }));
  expect(sent("reminder_save"), "nothing is sent without a text and a day").toBeUndefined();
  await user.type(within(dialog).getByLabelText("提醒内容"), "核对送达回证");
  await user.type(within(dialog).getByLabelText("提醒日"), "+10");
  await user.selectOptions(within(dialog).getByLabelText("针对"), "act:12");
  expect(await faults("zh")).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "设置提醒" }));
  await waitFor(() =>
    expect(sent("reminder_save")).toEqual({
      case: 1,
      subject: "act:12",
      account: 1,
      text: "核对送达回证",
      due: "2026-03-15",
      warn_days: 3,
    }),
  );
});

test("a reminder is done with one press, open again with another, and thrown away", async () => {
  const { sent, user } = shown([reminder(), reminder({ id: 6, text: "旧事", done_on: "2026-03-02" })]);
  expect(screen.getByText("还有 3 天")).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: "已办：催要鉴定意见" }));
  await waitFor(() => expect(sent("reminder_done")).toEqual({ id: 5, done: true }));
  await user.click(screen.getByRole("checkbox", { name: "已办：旧事" }));
  await waitFor(() => expect(sent("reminder_done")).toEqual({ id: 6, done: false }));
  await user.click(screen.getByRole("button", { name: "删除提醒“旧事”" }));
  await waitFor(() => expect(sent("reminder_remove")).toEqual({ id: 6 }));
  expect(await faults("en")).toEqual([]);
});

test("a refused change stands in the form with all that was typed", async () => {
  const { bridge, user } = shown([reminder()]);
  bridge.answer("reminder_save", () => {
    throw new Refusal("reminder_in_past", "due", { due: "2026-03-01", today: "2026-03-05" });
  });
  await user.click(screen.getByRole("button", { name: "修改提醒“催要鉴定意见”" }));
  const dialog = await screen.findByRole("dialog");
  await waitFor(() =>
    expect((within(dialog).getByLabelText("提醒内容") as HTMLTextAreaElement).value).toBe("催要鉴定意见"),
  );
  const due = within(dialog).getByLabelText("提醒日");
  await user.clear(due);
  await user.type(due, "2026-03-01");
  await user.click(within(dialog).getByRole("button", { name: "保存修改" }));
  await waitFor(() => expect(due.getAttribute("aria-invalid")).toBe("true"));
  expect((within(dialog).getByLabelText("提醒内容") as HTMLTextAreaElement).value).toBe("催要鉴定意见");
});
