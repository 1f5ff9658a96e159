/** The window over invented answers: `npm run demo`, then `npx vite preview --mode demo --outDir dist-demo`. */
import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/print.css";
import { mount } from "svelte";
import App from "../frame/App.svelte";
import { Refusal } from "../lib/bridge";
import { mockBridge } from "../lib/bridge.mock";
import { fetchWords } from "../lib/language.svelte";
import { office } from "../lib/office.svelte";
import { page, register } from "../lib/pages";
import { preferences } from "../lib/preferences.svelte";
import { noVocabulary } from "../lib/vocabulary";
import { session, statuses } from "./data";

declare module "../lib/pages" {
  interface PageArgs {
    demo_cases: Record<string, never>;
    demo_form: { id: number };
    demo_parts: Record<string, never>;
  }
}

let state = new URLSearchParams(location.search).get("state") ?? "open";

mockBridge({
  office_status: () => statuses[state] ?? fail(),
  office_create: () => {
    state = "open";
    return { recovery_key: "QW3E-7RTY-8UAP-2SDF-GH4K-LZX9-CVBN-M5QW", session };
  },
  office_unlock: (request) => {
    if (request.passphrase !== "demo") throw new Refusal("passphrase_wrong", "passphrase");
    state = "open";
    return session;
  },
  office_lock: () => {
    state = "locked";
    return {};
  },
  session: () => session,
  vocabulary: () => ({
    ...noVocabulary,
    choices: { post: [{ code: "prosecutor", zh: "检察官", en: "prosecutor" }] },
  }),
  account_list: () => [],
});

function fail(): never {
  throw new Refusal("record_damaged");
}

register.add({
  pages: [
    page({
      id: "demo_cases",
      title: () => "案件",
      load: () => import("./DemoCases.svelte"),
      menu: { place: "cases" },
      badge: { name: "account_list", request: {}, count: () => 1204 },
    }),
    page({
      id: "demo_form",
      title: () => "受案登记",
      load: () => import("./DemoForm.svelte"),
      first: { id: 0 },
      menu: { place: "cases", under: 1 },
    }),
    page({
      id: "demo_parts",
      title: () => "期限",
      load: () => import("./DemoParts.svelte"),
      menu: { place: "deadlines" },
      badge: { name: "account_list", request: {}, count: () => 12 },
    }),
  ],
});

await fetchWords(preferences.language);
preferences.apply();
office.setDayKind({ working: true });

const target = document.getElementById("app");
if (target) mount(App, { target });
