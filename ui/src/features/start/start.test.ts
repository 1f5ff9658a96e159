import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { faults } from "../../components/fixtures";
import { session, statuses } from "../../demo/data";
import App from "../../frame/App.svelte";
import Confirm from "../../frame/Confirm.svelte";
import { queryClient } from "../../lib/ask";
import { Refusal } from "../../lib/bridge";
import { mockBridge } from "../../lib/bridge.mock";
import { register } from "../../lib/pages";
import { tasks } from "../../lib/tasks.svelte";
import { noVocabulary } from "../../lib/vocabulary";
import { halves, sameHalf } from "./halves";

afterEach(() => queryClient.clear());

test("the recovery key is cut between its groups, and typed back in any form", () => {
  expect(halves("AAAA-BBBB-CCCC-DDDD")).toEqual(["AAAA-BBBB", "CCCC-DDDD"]);
  expect(halves("AAAA-BBBB-CCCC")).toEqual(["AAAA-BBBB", "CCCC"]);
  expect(halves("ABCDE")).toEqual(["ABC", "DE"]);
  expect(sameHalf(" aaaa bbbb", "AAAA-BBBB")).toBe(true);
  expect(sameHalf("AAAA-BBBC", "AAAA-BBBB")).toBe(false);
});

test("a new office: two equal passphrases, then both halves of the recovery key, then the desk", async () => {
  let made = false;
  const bridge = mockBridge({
    office_status: () => statuses[made ? "open" : "none"] as never,
    office_create: () => {
      made = true;
      return { recovery_key: "AAAA-BBBB-CCCC-DDDD", session };
    },
    session: () => session,
    vocabulary: () => noVocabulary,
  });
  render(App);
  const user = userEvent.setup();
  await user.click(await screen.findByLabelText("虚构的示例单位"));
  expect((screen.getByLabelText("单位全称") as HTMLInputElement).value).not.toBe("");
  await user.type(screen.getByLabelText("口令"), "一句很长的口令");
  await user.type(screen.getByLabelText("再输一次口令"), "另一句");
  await user.click(screen.getByRole("button", { name: "建立示例单位" }));
  expect((await screen.findByRole("alert")).textContent).toContain("两次输入的口令不一致");
  expect(bridge.calls.some((call) => call.name === "office_create")).toBe(false);
  await user.clear(screen.getByLabelText("再输一次口令"));
  await user.type(screen.getByLabelText("再输一次口令"), "一句很长的口令");
  await user.click(screen.getByRole("button", { name: "建立示例单位" }));

  expect(await screen.findByText("AAAA-BBBB")).toBeTruthy();
  expect(await faults("en")).toEqual([]);
  await user.type(screen.getByLabelText("第一半"), "aaaa bbbb");
  await user.type(screen.getByLabelText("第二半"), "CCCC");
  await user.click(screen.getByRole("button", { name: "两半已分别封存" }));
  expect((await screen.findByRole("alert")).textContent).toContain("第二半");
  expect(screen.queryByRole("navigation")).toBeNull();
  await user.type(screen.getByLabelText("第二半"), "-DDDD");
  await user.click(screen.getByRole("button", { name: "两半已分别封存" }));
  expect(await screen.findByRole("navigation")).toBeTruthy();
});

test("a record that another holds says who, and can be looked at again", async () => {
  mockBridge({ office_status: () => ({ state: "held", folder: "", held_by: "window 4711", logins: [] }) });
  render(App);
  expect((await screen.findByRole("status", { name: "" })).textContent).toContain("window 4711");
  expect(screen.getByRole("button", { name: "刷新" })).toBeTruthy();
});

test("Enter in the passphrase unlocks; a refusal says that nothing was opened, not that nothing was saved", async () => {
  let open = false;
  const bridge = mockBridge({
    office_status: () => statuses[open ? "open" : "locked"] as never,
    office_unlock: ({ passphrase }) => {
      if (passphrase !== "一句很长的口令") throw new Refusal("passphrase_wrong", "passphrase");
      open = true;
      return session;
    },
    session: () => session,
    vocabulary: () => noVocabulary,
  });
  render(App);
  // What is to be typed first has the keyboard.
  await waitFor(() =>
    expect(document.activeElement?.getAttribute("autocomplete")).toMatch(/username|current-password/),
  );
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("口令"), "另一句{Enter}");
  const alert = await screen.findByRole("alert");
  expect(within(alert).getByRole("heading").textContent).toBe("没有打开");
  await user.type(screen.getByLabelText("口令"), "一句很长的口令{Enter}");
  expect(await screen.findByRole("navigation")).toBeTruthy();
  expect(bridge.calls.filter((one) => one.name === "office_unlock")).toHaveLength(2);
  // Who it is was told by the answer, and is not asked again.
  expect(bridge.calls.some((one) => one.name === "session")).toBe(false);
});

test("who was let in sees the desk while it is still being asked whether the office is open", async () => {
  let asked = 0;
  mockBridge({
    office_status: () => (asked++ === 0 ? (statuses.locked as never) : new Promise(() => {})),
    office_unlock: () => session,
    vocabulary: () => noVocabulary,
  });
  render(App);
  await userEvent.setup().type(await screen.findByLabelText("口令"), "一句很长的口令{Enter}");
  expect(await screen.findByRole("navigation")).toBeTruthy();
  expect(asked).toBe(2);
});

test("what everybody needs is fetched while the passphrase is typed, and nothing of the office", async () => {
  const load = vi.fn(async () => ({ default: Confirm }));
  register.add({ pages: [{ id: "today", title: () => "今日", load, menu: { place: "today" } }] });
  const bridge = mockBridge({ office_status: () => statuses.locked as never, vocabulary: () => noVocabulary });
  render(App);
  await waitFor(() => expect(load).toHaveBeenCalledOnce());
  expect(bridge.calls.map((one) => one.name)).toEqual(["office_status", "vocabulary"]);
});

test("a record that an older program left is derived anew, and how far it is stands under the passphrase", async () => {
  let open = () => {};
  const opened = new Promise<void>((done) => (open = done));
  mockBridge({
    office_status: () => statuses.locked as never,
    office_unlock: async () => {
      tasks.tell("office_open", { done: 4500, of: 9000 });
      await opened;
      tasks.tell("office_open", { done: 9000, of: 9000 });
      return session;
    },
    vocabulary: () => noVocabulary,
  });
  render(App);
  const user = userEvent.setup();
  expect(screen.queryByRole("progressbar")).toBeNull();
  await user.type(await screen.findByLabelText("口令"), "一句很长的口令{Enter}");
  expect((await screen.findByRole("progressbar")).getAttribute("aria-label")).toContain("重新推算");
  expect(screen.getByText("4,500 / 9,000")).toBeTruthy();
  open();
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
});
