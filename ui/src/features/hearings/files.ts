/** Hearings as files: a calendar for other programs, a list for a spreadsheet. */
import type { HearingFilter } from "$generated/commands";
import { call, pick } from "$lib/bridge";
import { language } from "$lib/language.svelte";
import { toasts } from "$lib/toasts.svelte";
import { m } from "$messages";

/** Asks for a file and writes the hearings into it; nothing where the person thought better of it. */
export async function exportHearings(filter: HearingFilter, form: "ics" | "xlsx"): Promise<void> {
  const path = await pick({
    kind: "save",
    name: `${m.hearing_export_title()}.${form}`,
    filters: [{ name: form === "ics" ? m.hearing_file_calendar() : m.hearing_file_sheet(), extensions: [form] }],
  });
  if (path === null) return;
  const { rows } = await call("hearing_export", { path, filter, lang: language() });
  toasts.say(m.hearing_exported({ count: rows }));
}
