/** What component tests share: a tab to stand in, a page over it, and the check for accessibility in both languages. */

import { render } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { Component } from "svelte";
import { mockBridge } from "$lib/bridge.mock";
import { type Language, setLanguage } from "$lib/language.svelte";
import { office } from "$lib/office.svelte";
import { Tabs } from "$lib/tabs.svelte";
import { session } from "../demo/data";

/** Shows a page as the frame would, and hands back what a test needs to work it. */
// biome-ignore lint/suspicious/noExplicitAny: any page may be shown.
export function showPage(page: Component<any>, args: unknown = {}) {
  const bridge = mockBridge();
  office.setSession(session);
  const tabs = new Tabs();
  const tab = tabs.show("demo" as never, args as never);
  const shown = render(page, { args, tab });
  return { ...shown, bridge, tab, tabs, user: userEvent.setup() };
}

/**
 * What axe finds in what is shown. Colours are left out: jsdom paints nothing, tokens.test.ts holds the contrast; so are the
 * landmarks, which belong to the frame around a page.
 */
export async function faults(language: Language = "zh"): Promise<string[]> {
  setLanguage(language);
  await new Promise((done) => setTimeout(done));
  const result = await axe.run(document.body, {
    resultTypes: ["violations"],
    rules: {
      "color-contrast": { enabled: false },
      region: { enabled: false },
      "page-has-heading-one": { enabled: false },
      "heading-order": { enabled: false },
    },
  });
  setLanguage("zh");
  return result.violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html.slice(0, 140)}`));
}
