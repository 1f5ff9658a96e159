import { mockBridge } from "$lib/bridge.mock";
import { setLanguage } from "$lib/language.svelte";
import { status } from "$lib/status.svelte";
import { session } from "../../demo/data";
import { noteOf, tellAnew, tellDue } from "./watch";

beforeEach(tellAnew);
afterEach(() => {
  setLanguage("zh");
  status.remove("announce");
});

const counts = [
  { state: "last_day" as const, number: 2 },
  { state: "overdue" as const, number: 1 },
  { state: "quiet" as const, number: 40 },
];

test("the note counts what presses, the most pressing first, and names nobody", () => {
  expect(noteOf(counts)).toBe("已超期 1 项，今日届满 2 项");
  expect(noteOf([{ state: "quiet", number: 3 }])).toBeNull();
  setLanguage("en");
  expect(noteOf(counts)).toMatch(/^1 .+, 2 .+/);
});

test("a prosecutor is told of his own, once a day; the next day of what came to press since", async () => {
  const bridge = mockBridge({ due_counts: () => counts });
  await tellDue(session);
  await tellDue(session);
  expect(bridge.notes).toEqual([{ title: "案卷：期限提醒", text: "已超期 1 项，今日届满 2 项" }]);
  expect(bridge.calls[0]?.request).toEqual({
    filter: { staff: 1, by: "office", states: ["overdue", "last_day", "red"] },
  });
  await tellDue({ ...session, today: "2026-03-06" }, "2026-03-05");
  expect(bridge.notes).toHaveLength(2);
  expect(bridge.calls[1]?.request).toMatchObject({ filter: { since: "2026-03-05" } });
});

test("an administrator, who sees no case, is told nothing; nor is anybody when nothing presses", async () => {
  const bridge = mockBridge({ due_counts: () => [] });
  await tellDue({ ...session, account: { ...session.account, post: "system_administrator" } });
  expect(bridge.calls).toEqual([]);
  await tellDue(session);
  expect(bridge.notes).toEqual([]);
});

test("a desktop without the service is said in the status bar and nowhere else", async () => {
  const bridge = mockBridge({ due_counts: () => counts });
  bridge.deaf = true;
  await tellDue(session);
  expect(status.parts.map((part) => part.words())).toEqual(["桌面通知未送达"]);
});

test("a locked office is no fault of the desktop", async () => {
  mockBridge();
  await tellDue(session);
  expect(status.parts).toEqual([]);
});
