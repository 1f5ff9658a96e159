import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { queryClient } from "$lib/ask";
import { mockBridge } from "$lib/bridge.mock";
import { tabs } from "$lib/tabs.svelte";
import { noVocabulary } from "$lib/vocabulary";
import { vocabulary } from "$lib/vocabulary.svelte";
import Room from "./Room.svelte";
import SealDialog from "./SealDialog.svelte";

const closed = { founded: true, allowed: true, by_code: false, purpose: null };
const sealed = {
  case: 7,
  register_no: "2026-GC-00007",
  title: "柳某盗窃案",
  persons: "柳某",
  sealed_on: "2026-03-05",
  sealed_by: "李案管",
  ground: "not_prosecuted",
  authority: "测检未封〔2026〕1号",
  reason: "",
  joint_reason: "",
};

beforeEach(() => {
  vocabulary.set({
    ...noVocabulary,
    choices: {
      seal_ground: [{ code: "not_prosecuted", zh: "不起诉", en: "not prosecuted" }],
      unseal_ground: [{ code: "new_crime", zh: "实施新的犯罪", en: "new crime" }],
    },
  });
});
afterEach(() => {
  queryClient.clear();
  tabs.clear();
});

const tab = { title: "", status: "", keys: () => () => {}, close: () => {} };

async function sound(container: Element) {
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
}

test("the room asks what for and the passphrase, shows what lies in it, and a search is asked inside", async () => {
  let purpose: string | null = null;
  const bridge = mockBridge({
    room_status: () => ({ ...closed, purpose }),
    room_enter: (request: { purpose: string }) => {
      purpose = request.purpose;
      return { finished: ["2026-GC-00003"], key_renewed: { left: ["wang"], holding: [] }, key_not_renewed: null };
    },
    room_cases: () => ({ cases: [sealed], logins: ["li"], purpose: purpose ?? "" }),
    room_ask: () => ({ hits: [{ case: 7 }], more: false }),
    account_list: () => [],
  } as never);
  const { container } = render(Room, { args: {}, tab } as never);
  await userEvent.type(await screen.findByLabelText(/用途/), "查询申请");
  await userEvent.type(screen.getByLabelText(/口令/), "四个随便的词");
  await userEvent.click(screen.getByRole("button", { name: "进入" }));
  expect(await screen.findByRole("button", { name: "柳某盗窃案" })).toBeTruthy();
  expect(screen.getByText(/2026-GC-00003/)).toBeTruthy();
  expect(screen.getByText(/新密钥.*wang/)).toBeTruthy();
  await userEvent.type(screen.getByPlaceholderText("姓名、案号、拼音首字母"), "liu");
  await userEvent.click(screen.getByRole("button", { name: "查找" }));
  await waitFor(() => {
    const asked = bridge.calls.find((one) => one.name === "room_ask")?.request as { command: string } | undefined;
    expect(asked?.command).toBe("search");
  });
  await sound(container);
});

test("a case is brought back only with ground, decision and reason", async () => {
  const bridge = mockBridge({
    room_status: () => ({ ...closed, purpose: "依法解封" }),
    room_cases: () => ({ cases: [sealed], logins: ["li"], purpose: "依法解封" }),
    account_list: () => [],
    case_unseal: () => ({ entry: 90, cases: [7], tables: [] }),
  } as never);
  render(Room, { args: {}, tab } as never);
  await userEvent.click(await screen.findByRole("button", { name: "解除封存" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "解除封存" }));
  expect(bridge.calls.some((one) => one.name === "case_unseal")).toBe(false);
  await userEvent.click(dialog.getAllByRole("radio")[0] as HTMLElement);
  await userEvent.type(dialog.getByLabelText(/决定机关/), "测检未解〔2026〕1号");
  await userEvent.type(dialog.getByLabelText(/理由/), "数罪并罚");
  await userEvent.click(dialog.getByRole("button", { name: "解除封存" }));
  await waitFor(() => expect(bridge.calls.some((one) => one.name === "case_unseal")).toBe(true));
});

test("who loses the way in is named with the room's new key, and so are the backups that carry the one before", async () => {
  let allowed = ["li", "wang"];
  const bridge = mockBridge({
    room_status: () => ({ ...closed, purpose: "核对" }),
    room_cases: () => ({ cases: [sealed], logins: allowed, purpose: "核对" }),
    account_list: () => [
      { login: "li", name: "李案管", ended_on: null },
      { login: "wang", name: "王示例", ended_on: null },
    ],
    room_allow: () => {
      allowed = ["li"];
      return {
        code: null,
        key_renewed: { left: ["wang"], holding: ["/office/backups/old.anjuan-backup"] },
        key_not_renewed: null,
      };
    },
  } as never);
  const { container } = render(Room, { args: {}, tab } as never);
  await userEvent.click(await screen.findByRole("button", { name: /取消.*王示例|王示例.*取消/ }));
  expect(await screen.findByText(/新密钥.*王示例/)).toBeTruthy();
  expect(screen.getByText("/office/backups/old.anjuan-backup")).toBeTruthy();
  expect(bridge.calls.find((one) => one.name === "room_allow")?.request).toEqual({ login: "wang", allow: false });
  await sound(container);
});

test("that the room could not be given a new key is said at once, with why and what to do", async () => {
  let purpose: string | null = null;
  const refused = { code: "disk_full", at: "", values: {} };
  mockBridge({
    room_status: () => ({ ...closed, purpose }),
    room_enter: () => {
      purpose = "核对";
      return { finished: [], key_renewed: null, key_not_renewed: refused };
    },
    room_cases: () => ({ cases: [sealed], logins: ["li", "wang"], purpose: "核对" }),
    account_list: () => [{ login: "wang", name: "王示例", ended_on: null }],
    room_allow: () => ({ code: null, key_renewed: null, key_not_renewed: { ...refused, code: "record_busy" } }),
  } as never);
  const { container } = render(Room, { args: {}, tab } as never);
  await userEvent.type(await screen.findByLabelText(/用途/), "核对");
  await userEvent.type(screen.getByLabelText(/口令/), "四个随便的词");
  await userEvent.click(screen.getByRole("button", { name: "进入" }));
  expect(await screen.findByText(/没有换用新密钥.*磁盘.*不能封存/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "柳某盗窃案" }), "one reads all the same").toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /取消.*王示例|王示例.*取消/ }));
  await waitFor(() => expect(screen.getAllByText(/没有换用新密钥/)).toHaveLength(2));
  await sound(container);
});

test("sealing goes through the room's door, says what stays elsewhere, and names the files that still hold the case", async () => {
  let purpose: string | null = null;
  const bridge = mockBridge({
    room_status: () => ({ ...closed, purpose }),
    room_enter: () => {
      purpose = "封存";
      return { finished: [], key_renewed: null, key_not_renewed: null };
    },
    case_seal_foresee: () => ({
      foreseen: {
        register_no: "2026-GC-00007",
        minors: ["柳某"],
        adults: ["周大"],
        is_open: false,
        recorded: true,
        linked: [{ case: 9, register_no: "2026-GC-00009", title: "周大盗窃案", text: "split" }],
        mentions: [{ case: 9, register_no: "2026-GC-00009", title: "周大盗窃案", text: "同案人柳某另案处理" }],
      },
      holding: ["/office/backups/old.anjuan-backup"],
    }),
    case_seal: () => ({
      changed: { entry: 91, cases: [7], tables: [] },
      backup: "/office/backups/new.anjuan-backup",
      holding: ["/office/backups/old.anjuan-backup"],
    }),
  } as never);
  let ended: boolean | null = null;
  render(SealDialog, { id: 7, registerNo: "2026-GC-00007", back: (done: boolean) => (ended = done) });
  await userEvent.type(await screen.findByLabelText(/用途/), "封存");
  await userEvent.type(screen.getByLabelText(/口令/), "四个随便的词");
  await userEvent.click(screen.getByRole("button", { name: "进入" }));
  expect(await screen.findByText(/同案人柳某另案处理/)).toBeTruthy();
  expect(screen.getByText("/office/backups/old.anjuan-backup")).toBeTruthy();
  await userEvent.click(screen.getByRole("radio", { name: /不起诉/ }));
  await userEvent.type(screen.getByLabelText(/决定机关/), "测检未封〔2026〕1号");
  await userEvent.type(screen.getByLabelText(/整案封存的理由/), "未分案");
  await userEvent.click(screen.getByRole("checkbox", { name: /周大盗窃案/ }));
  await sound(screen.getByRole("dialog"));
  await userEvent.click(screen.getByRole("button", { name: "封存" }));
  expect(await screen.findByText(/new\.anjuan-backup/)).toBeTruthy();
  const asked = bridge.calls.find((one) => one.name === "case_seal")?.request;
  expect(asked).toMatchObject({ case: 7, ground: "not_prosecuted", joint_reason: "未分案", label: [9], backup: true });
  await userEvent.click(screen.getByRole("button", { name: "关闭案件页" }));
  expect(ended).toBe(true);
});
