import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { queryClient } from "$lib/ask";
import { call, onConfirmNeeded } from "$lib/bridge";
import { mockBridge } from "$lib/bridge.mock";
import { tabs } from "$lib/tabs.svelte";
import Confirm from "../../frame/Confirm.svelte";
import Restore from "../start/Restore.svelte";
import Audit from "./Audit.svelte";
import Backups from "./Backups.svelte";
import { detailWords } from "./detail";
import { watchIdle } from "./idle";
import Keys from "./Keys.svelte";
import { safetyOf } from "./safety";

const head = {
  format: 1,
  office: "ab",
  at: "2026-03-05T01:02:03Z",
  day: "2026-03-05",
  entry: 40,
  digest: "cd".repeat(32),
  schema: 6,
  key_bytes: 1,
  record_bytes: 1,
  sealed_bytes: 0,
  sha256: "ef",
};
const status = {
  last: null,
  changes_since: 3,
  days_since: null,
  due: true,
  folder: "/office/backups",
  second: { kept: false, entry: 0, fault: null },
  second_folder: null,
  clock_behind: null,
};

afterEach(() => {
  queryClient.clear();
  tabs.clear();
});

test("a backup is made by one button, and what was compared is said", async () => {
  const bridge = mockBridge({
    backup_status: () => status,
    backup_list: () => [],
    copies: () => ({}),
    backup_make: () => ({
      backup: { file: "/office/backups/a.anjuan-backup", head },
      tables: 42,
      entries: 40,
      thinned: [],
    }),
  });
  const { container } = render(Backups);
  expect((await screen.findAllByText("还没有备份")).length).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole("button", { name: "立即备份" }));
  expect(await screen.findByText(/a\.anjuan-backup/)).toBeTruthy();
  expect(bridge.calls.filter((one) => one.name === "backup_make").length).toBe(1);
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
});

test("the newest backup is brought back with a passphrase and one button", async () => {
  const bridge = mockBridge({
    backups_find: () => [
      { file: "/b/old", head: { ...head, at: "2026-03-01T01:00:00Z" } },
      { file: "/b/new", head },
    ],
    backup_restore: () => ({
      restored: { folder: "/office", backup_entry: 40, entry: 41, digest: "x", unreadable: [] },
      set_aside: "/office/set-aside-1",
    }),
  });
  render(Restore, { onback: () => undefined });
  await screen.findByText("new");
  await userEvent.type(screen.getByLabelText("口令"), "four words and more");
  await userEvent.click(screen.getByRole("button", { name: "恢复" }));
  expect(await screen.findByText(/set-aside-1/)).toBeTruthy();
  expect(bridge.calls.find((one) => one.name === "backup_restore")?.request).toMatchObject({ file: "/b/new" });
});

test("where the record wants it the passphrase is asked for once more, and then the command goes on", async () => {
  let given = false;
  const bridge = mockBridge({
    confirm: () => {
      given = true;
      return {};
    },
    strictness_set: () => {
      if (!given) throw { code: "confirm_needed", at: "", values: {} };
      return { entry: 3, cases: [], tables: [] };
    },
  });
  render(Confirm);
  const answer = call("strictness_set", {} as never);
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByLabelText("用途"), "年度检查");
  await userEvent.type(within(dialog).getByLabelText("口令"), "four words and more");
  await userEvent.click(within(dialog).getByRole("button", { name: "继续" }));
  expect(await answer).toMatchObject({ entry: 3 });
  expect(bridge.calls.find((one) => one.name === "confirm")?.request).toEqual({
    passphrase: "four words and more",
    purpose: "年度检查",
  });
});

test("without anybody to ask the refusal stands", async () => {
  const stop = onConfirmNeeded(async () => false);
  mockBridge({
    strictness_set: () => {
      throw { code: "confirm_needed", at: "", values: {} };
    },
  });
  await expect(call("strictness_set", {} as never)).rejects.toMatchObject({ code: "confirm_needed" });
  stop();
});

test("a key tells the record that somebody is here, and no more than now and then", async () => {
  const bridge = mockBridge({ office_touch: () => ({}) });
  const stop = watchIdle();
  await userEvent.keyboard("abc");
  stop();
  await userEvent.keyboard("d");
  expect(bridge.calls.map((one) => one.name)).toEqual(["office_touch"]);
});

test("the auditor finds entries, and a digest that is gone is said in words", async () => {
  const bridge = mockBridge({
    audit_search: () => ({
      entries: [
        {
          entry: 9,
          at: "2026-03-05T01:12:00Z",
          day: "2026-03-05",
          person: "李示例",
          workstation: "案管室",
          action: "backup_make",
          reason: "",
          detail: "{}",
          undoes: null,
          signed: true,
          changed: false,
          of_case: false,
        },
      ],
      next: null,
      head: "ab".repeat(32),
      actions: ["backup_make"],
    }),
    record_verify_against: () => ({ entry: null, after: 0 }),
  });
  render(Audit, { args: {}, tab: tabs.show("audit", {}) });
  expect((await screen.findAllByText("备份并核对")).length).toBeGreaterThan(0);
  await userEvent.type(screen.getByLabelText("摘要"), "cd".repeat(32));
  await userEvent.click(screen.getByRole("button", { name: "比对" }));
  await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("没有这个摘要"));
  expect(bridge.calls.filter((one) => one.name === "audit_search").length).toBe(1);
});

test("what an entry says of itself is said in words, never as the program keeps it", () => {
  expect(detailWords('{"login":"zhou","passphrase":true,"by":""}')).toBe("账号 zhou；口令 是");
  expect(detailWords('{"papers":["甲","乙"],"copies":2,"seats":[]}')).toBe("文书 甲、乙；份数 2");
  expect(detailWords("{}")).toBe("");
  expect(detailWords("null")).toBe("");
  expect(detailWords("cut {")).toBe("cut {");
});

test("the status bar says when the last backup was compared, and what stands against the record's safety", () => {
  const last = { at: "2026-03-05T04:00:00Z", day: "2026-03-05", file: "/b/a", entry: 3, digest: "d", present: true };
  const made = { ...status, last, days_since: 0, due: false };
  expect(safetyOf(status, "2026-03-05")).toEqual([{ words: "还没有备份", tone: "amber" }]);
  expect(safetyOf(made, "2026-03-05")[0]).toMatchObject({ tone: "plain" });
  expect(safetyOf(made, "2026-03-05")[0]?.words).toMatch(/^上次备份 今天 \d\d:00 ✓ 已校验$/);
  expect(safetyOf({ ...made, due: true, days_since: 3 }, "2026-03-08")[0]).toMatchObject({ tone: "amber" });
  expect(safetyOf({ ...made, last: { ...last, present: false } }, "2026-03-05")[0]?.tone).toBe("amber");
  const against = { ...made, second: { kept: true, entry: 2, fault: "disk_full" }, clock_behind: "2026-04-01" };
  expect(safetyOf(against, "2026-03-05").map((one) => one.tone)).toEqual(["plain", "red", "amber"]);
});

test("who left is named with a new key beside it, and a new paper is shown once", async () => {
  let left = [{ login: "zhao", on: "2026-03-04" }];
  const bridge = mockBridge({
    key_state: () => ({ people: ["li", "wang"], left, renewed: 0, renewed_on: null, behind: [] }),
    key_renew: () => {
      left = [];
      return { renewed: 1, backup: null, backup_refused: "disk_full" };
    },
    recovery_renew: () => ({ recovery_key: "AAAA-BBBB--CCCC-DDDD" }),
  });
  render(Keys);
  expect(await screen.findByText(/zhao/)).toBeTruthy();
  const choose = async (words: string) => {
    await userEvent.click(screen.getByRole("button", { name: words }));
    await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: words }));
  };
  await choose("更换数据密钥");
  await waitFor(() => expect(screen.queryByText(/zhao/)).toBeNull());
  expect(screen.getByText(/没能立即做备份/)).toBeTruthy();
  await choose("换发恢复密钥");
  expect(await screen.findByText("AAAA-BBBB")).toBeTruthy();
  expect(bridge.calls.map((one) => one.name)).toContain("recovery_renew");
});
