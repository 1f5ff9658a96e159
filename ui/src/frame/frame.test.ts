import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { faults } from "../components/fixtures";
import DemoCases from "../demo/DemoCases.svelte";
import DemoForm from "../demo/DemoForm.svelte";
import DemoParts from "../demo/DemoParts.svelte";
import { session, statuses } from "../demo/data";
import { fetchFrame } from "../features/start/ahead";
import { queryClient } from "../lib/ask";
import { Refusal } from "../lib/bridge";
import { mockBridge } from "../lib/bridge.mock";
import { register } from "../lib/pages";
import { preferences } from "../lib/preferences.svelte";
import { tabs } from "../lib/tabs.svelte";
import { toasts } from "../lib/toasts.svelte";
import { noVocabulary } from "../lib/vocabulary";
import App from "./App.svelte";
import Broken from "./Broken.fixture.svelte";

register.add({
  pages: [
    { id: "cases", title: () => "案件", load: async () => ({ default: DemoCases as never }), menu: { place: "cases" } },
    {
      id: "intake",
      title: () => "登记",
      load: async () => ({ default: DemoForm as never }),
      first: { id: 0 },
      menu: { place: "deadlines" },
    },
    { id: "parts", title: () => "部件", load: async () => ({ default: DemoParts }), menu: { place: "hearings" } },
    { id: "broken", title: () => "故障", load: async () => ({ default: Broken }), menu: { place: "quality" } },
    {
      id: "secret",
      title: () => "审计",
      load: async () => ({ default: DemoParts }),
      menu: { place: "settings" },
      who: (who) => who.account.post === "audit_administrator",
    },
  ],
});

function start(state = "open") {
  let now = state;
  const bridge = mockBridge({
    office_status: () => statuses[now] as never,
    office_unlock: (request) => {
      if (request.passphrase !== "right") throw new Refusal("passphrase_wrong", "passphrase");
      now = "open";
      return session;
    },
    office_lock: () => {
      now = "locked";
      return {};
    },
    session: () => session,
    vocabulary: () => noVocabulary,
  });
  render(App);
  return { bridge, user: userEvent.setup() };
}

test("no page is drawn before the law's names are here", async () => {
  const { bridge } = start();
  let told: (names: typeof noVocabulary) => void = () => {};
  bridge.answer("vocabulary", () => new Promise((resolve) => (told = resolve)));
  await waitFor(() => expect(bridge.calls.some((one) => one.name === "vocabulary")).toBe(true));
  expect(screen.queryByRole("main")).toBeNull();
  told(noVocabulary);
  expect(await screen.findByRole("main")).toBeTruthy();
});

test("the frame and its first page are drawn together where their code was fetched", async () => {
  await Promise.all([fetchFrame(), register.code("cases")]);
  const { bridge } = start();
  let letIn: (answer: typeof session) => void = () => {};
  bridge.answer("session", () => new Promise((resolve) => (letIn = resolve)));
  await waitFor(() => expect(bridge.calls.some((one) => one.name === "session")).toBe(true));
  const withFrame = new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector("[data-frame=menu]")) return;
      seen.disconnect();
      resolve(document.querySelector("[data-frame=page] > :not(.seen-by-readers)"));
    });
    seen.observe(document.body, { childList: true, subtree: true });
  });
  letIn(session);
  expect(await withFrame).toBeTruthy();
});

test("a list whose page's code was fetched before takes the keyboard at once", async () => {
  await Promise.all([fetchFrame(), register.code("cases")]);
  start();
  await screen.findByRole("navigation");
  const first = screen.getByRole("grid");
  first.focus();
  tabs.show("cases", { view: "overdue" } as never);
  await tick();
  const inFront = document.querySelector<HTMLElement>("[data-frame=page]:not([hidden]) [role=grid]");
  expect(inFront).not.toBe(first);
  expect(document.activeElement).toBe(inFront);
});

const front = () =>
  screen
    .getAllByRole("tab")
    .find((tab) => tab.getAttribute("aria-selected") === "true")
    ?.textContent?.trim();

afterEach(() => {
  tabs.clear();
  queryClient.clear();
  preferences.set({ language: "zh", scale: 100, theme: "light" });
});

test.each(["zh", "en"] as const)("the frame and its parts have no fault of accessibility (%s)", async (language) => {
  const { user } = start();
  await screen.findByRole("navigation");
  await user.keyboard("{Alt>}3{/Alt}");
  await screen.findByText("工作量");
  expect(await faults(language)).toEqual([]);
});

test("the menu shows what this person may use, and Alt with a figure opens it", async () => {
  const { user } = start();
  await screen.findByRole("navigation");
  expect(screen.queryByRole("button", { name: /审计/ })).toBeNull();
  expect(front()).toBe("案件");
  await user.keyboard("{Alt>}2{/Alt}");
  await waitFor(() => expect(front()).toBe("受案登记"));
});

test("what was typed is there when one comes back to a tab, in another language too", async () => {
  const { user } = start();
  await screen.findByRole("navigation");
  await user.keyboard("{Alt>}2{/Alt}");
  const field = await screen.findByLabelText("移送文号");
  await user.type(field, "1号");
  await user.keyboard("{Control>}{Tab}{/Control}");
  expect(front()).toBe("案件");
  preferences.set({ language: "en" });
  expect(await screen.findByRole("navigation", { name: "Main menu" })).toBeTruthy();
  await user.keyboard("{Control>}{Tab}{/Control}");
  expect((screen.getByLabelText("移送文号") as HTMLInputElement).value).toBe("1号");
});

test("closing asks only where something would be lost, and can be taken back", async () => {
  const { user } = start();
  await screen.findByRole("navigation");
  await user.keyboard("{Alt>}2{/Alt}");
  await user.type(await screen.findByLabelText("移送文号"), "1号");
  await user.keyboard("{Control>}w{/Control}");
  expect(await screen.findByRole("dialog")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "离开" }));
  await waitFor(() => expect(screen.getAllByRole("tab")).toHaveLength(1));
  // As long as the question stands on the page, the keys are its own.
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("{Control>}{Shift>}t{/Shift}{/Control}");
  expect(screen.getAllByRole("tab")).toHaveLength(2);
});

test("the middle button closes a tab", async () => {
  const { user } = start();
  await screen.findByRole("navigation");
  await user.keyboard("{Alt>}3{/Alt}");
  await waitFor(() => expect(screen.getAllByRole("tab", { name: /案件|部件/ })).toHaveLength(2));
  await user.pointer({ keys: "[MouseMiddle]", target: screen.getByRole("tab", { name: "部件" }) });
  await waitFor(() => expect(front()).toBe("案件"));
});

test("a page that fails says so and the others go on", async () => {
  const { user } = start();
  await screen.findByRole("navigation");
  await user.keyboard("{Alt>}4{/Alt}");
  expect(await screen.findByText("此页出现故障")).toBeTruthy();
  await user.keyboard("{Alt>}1{/Alt}");
  expect(await screen.findByText("示检刑诉受〔2026〕1号")).toBeTruthy();
});

test("a locked record asks for the passphrase, keeps the login and shows the same desk again", async () => {
  const { user } = start();
  await screen.findByRole("navigation");
  await user.keyboard("{Alt>}3{/Alt}");
  await screen.findByText("工作量");
  await user.keyboard("{Control>}l{/Control}");
  const passphrase = await screen.findByLabelText("口令");
  expect((screen.getByLabelText("账号") as HTMLInputElement).value).toBe("li");
  await user.type(passphrase, "wrong");
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByRole("alert");
  expect((passphrase as HTMLInputElement).value, "a passphrase is forgotten once sent").toBe("");
  expect(await faults("en")).toEqual([]);
  await user.type(passphrase, "right{Enter}");
  await user.keyboard("{Enter}");
  await screen.findByRole("navigation");
  expect(screen.getAllByRole("tab", { name: /案件|部件/ })).toHaveLength(2);
});

test("of what a page said nothing stays in a locked window, not in notes, titles or what was closed", async () => {
  const { user } = start();
  await screen.findByRole("navigation");
  await user.keyboard("{Alt>}3{/Alt}");
  await screen.findByText("工作量");
  const [first, second] = tabs.open;
  if (!first || !second) throw new Error("two tabs are open");
  for (const tab of [first, second]) {
    tab.title = "李示例盗窃案";
    tab.status = "李示例";
  }
  tabs.close(first);
  toasts.say("已登记李示例盗窃案");
  await waitFor(() => expect(document.title).toContain("李示例盗窃案"));
  await screen.findByText("已登记李示例盗窃案");
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByLabelText("口令");
  const kept = [document.title, ...tabs.open.flatMap((tab) => [tab.title, tab.status])];
  const closed = tabs.recent(9).map((one) => one.title);
  expect([...kept, ...closed].join()).not.toContain("李示例");
  expect(closed.length).toBeGreaterThan(0);
  expect(new XMLSerializer().serializeToString(document)).not.toContain("李示例盗窃案");
});

test("Ctrl+K finds pages by their words, and the help sheet lists the keys", async () => {
  const { user } = start();
  await screen.findByRole("navigation");
  await user.keyboard("{Control>}k{/Control}");
  const box = await screen.findByRole("combobox", { name: /搜索案件/ });
  await user.type(box, "部件");
  await waitFor(() => expect(within(screen.getByRole("dialog")).getAllByRole("option")).toHaveLength(1));
  expect(await faults("en")).toEqual([]);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(front()).toBe("部件"));
  await user.keyboard("?");
  expect(await screen.findByText("恢复关闭的标签页")).toBeTruthy();
});

test("the watermark says whose screen it is", async () => {
  start();
  await screen.findByRole("navigation");
  const mark = document.querySelector<HTMLElement>('[data-frame="watermark"]');
  expect(mark?.getAttribute("data-words")).toBe("李示例 0042 2026-03-05");
  await waitFor(() =>
    expect(decodeURIComponent(mark?.style.backgroundImage ?? "")).toContain("李示例 0042 2026-03-05"),
  );
});
