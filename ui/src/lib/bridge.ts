/**
 * The bridge to the record: the only module that knows how the window hands a command on.
 *
 * The window offers one call, `call { name, request }`, and one event, `changed { entry, cases, tables }`. Everything else
 * about commands (names, requests, answers, what they read) comes from the generated list.
 */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { type CommandName, type Commands, reads } from "$generated/commands";

export type { CommandName, Commands };
export type Request<N extends CommandName> = Commands[N]["request"];
export type Answer<N extends CommandName> = Commands[N]["answer"];

/** What an accepted action changed, as the window announces it. */
export interface ChangedEvent {
  entry: number | null;
  /** The cases touched. */
  cases: number[];
  /** The record tables changed. */
  tables: string[];
}

/** Values of a refusal: what its words speak of. */
export type RefusalValues = Record<string, string | number | boolean | null>;

/** A lawful "no": a code from the closed list, the field or place it speaks of, and the values its words need. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly at: string | null = null,
    readonly values: RefusalValues = {},
    /** Further refusals of the same request, when several fields are wrong at once. */
    readonly also: readonly Refusal[] = [],
  ) {
    super(code);
    this.name = "Refusal";
  }

  /** This refusal and those that came with it, in order. */
  get all(): Refusal[] {
    return [this, ...this.also];
  }
}

/** How far a long task is, by the name of its command; `total` 0 where it is not known. */
export interface ProgressEvent {
  task: string;
  done: number;
  total: number;
}

/** How requests reach the record; tests and the demonstration put another in its place. */
export interface Bridge {
  call(name: string, request: unknown): Promise<unknown>;
  onChanged(heard: (event: ChangedEvent) => void): Promise<() => void>;
  /** How far long tasks are. */
  onProgress?(heard: (event: ProgressEvent) => void): Promise<() => void>;
  /** The system's own file dialog; nothing where the person thought better of it. */
  pick?(request: PickRequest): Promise<string | null>;
  /** A short note through the desktop's own notification service. */
  announce?(title: string, text: string): Promise<void>;
  /** The system's print dialog, on what the window shows. */
  print?(): Promise<void>;
  /** The day of the office turned while the window is open. */
  onDay?(heard: (day: string) => void): Promise<() => void>;
  /** Files dropped on the window. */
  onDropped?(heard: (paths: string[]) => void): Promise<() => void>;
}

/** What the file dialog is asked for. */
export interface PickRequest {
  kind: "open" | "save" | "folder";
  title?: string;
  name?: string;
  filters?: { name: string; extensions: string[] }[];
}

const windowBridge: Bridge = {
  call: (name, request) => invoke("call", { name, request }),
  onChanged: (heard) => listen<ChangedEvent>("changed", (event) => heard(event.payload)),
  onProgress: (heard) => listen<ProgressEvent>("progress", (event) => heard(event.payload)),
  pick: (request) => invoke("pick", { request }),
  announce: (title, text) => invoke("announce", { title, text }),
  // The window's own `window.print` asks for a command that the page has no right to.
  print: () => invoke("print"),
  onDay: (heard) => listen<string>("day", (event) => heard(event.payload)),
  onDropped: (heard) => listen<{ paths: string[] }>("tauri://drag-drop", (event) => heard(event.payload.paths)),
};

let bridge: Bridge = windowBridge;

/** Puts another bridge in place; for tests and the demonstration only. */
export function useBridge(other: Bridge): void {
  bridge = other;
}

/** Asks the person for the passphrase once more; `true` when it was given and taken. */
type Confirmer = () => Promise<boolean>;
let confirmer: Confirmer | null = null;

/** Says who asks for the passphrase once more where a command wants that. Returns how to stop. */
export function onConfirmNeeded(asks: Confirmer): () => void {
  confirmer = asks;
  return () => {
    if (confirmer === asks) confirmer = null;
  };
}

/**
 * Asks one command. Rejects with a {@link Refusal}, whatever went wrong. Where the record wants the passphrase once more,
 * the person is asked for it, and then the command goes on.
 */
export async function call<N extends CommandName>(name: N, request: Request<N>): Promise<Answer<N>> {
  try {
    return (await bridge.call(name, request)) as Answer<N>;
  } catch (fault) {
    const refusal = asRefusal(fault);
    if (refusal.code !== "confirm_needed" || name === "confirm" || !(await confirmer?.())) throw refusal;
  }
  try {
    return (await bridge.call(name, request)) as Answer<N>;
  } catch (fault) {
    throw asRefusal(fault);
  }
}

/** Hears of every accepted change, from this window or another face of the program. Returns how to stop. */
export function onChanged(heard: (event: ChangedEvent) => void): () => void {
  return following(bridge.onChanged(heard));
}

/** Asks the person for a path; nothing where they thought better of it. */
export async function pick(request: PickRequest): Promise<string | null> {
  try {
    return (await bridge.pick?.(request)) ?? null;
  } catch (fault) {
    throw asRefusal(fault);
  }
}

/** Puts a note on the desktop. Rejects where its service can't be reached. */
export async function announce(title: string, text: string): Promise<void> {
  try {
    await bridge.announce?.(title, text);
  } catch (fault) {
    throw asRefusal(fault);
  }
}

/** Opens the system's print dialog on what the window shows. */
export async function openPrintDialog(): Promise<void> {
  try {
    await (bridge.print ? bridge.print() : window.print());
  } catch (fault) {
    throw asRefusal(fault);
  }
}

/** Hears of each new day of the office. Returns how to stop. */
export function onDay(heard: (day: string) => void): () => void {
  return following(bridge.onDay?.(heard));
}

/** Hears of files dropped on the window. Returns how to stop. */
export function onDropped(heard: (paths: string[]) => void): () => void {
  return following(bridge.onDropped?.(heard));
}

/** Hears how far long tasks are. Returns how to stop. */
export function onProgress(heard: (event: ProgressEvent) => void): () => void {
  return following(bridge.onProgress?.(heard));
}

/** Ends a listening that may not have begun yet. */
function following(listening: Promise<() => void> | undefined): () => void {
  let stop: (() => void) | undefined;
  let stopped = false;
  void listening?.then((off) => {
    if (stopped) off();
    else stop = off;
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

/** The record tables whose change makes a command's answer old. */
export function readsOf(name: CommandName): readonly string[] {
  return reads[name] ?? [];
}

/** Turns whatever came over the bridge into a refusal, so that the screen has one kind of "no" to show. */
export function asRefusal(fault: unknown): Refusal {
  if (fault instanceof Refusal) return fault;
  if (typeof fault === "object" && fault !== null && "code" in fault && typeof fault.code === "string") {
    const at = "at" in fault && typeof fault.at === "string" && fault.at !== "" ? fault.at : null;
    const values = "values" in fault && typeof fault.values === "object" ? (fault.values as RefusalValues) : {};
    const also = "also" in fault && Array.isArray(fault.also) ? fault.also.map(asRefusal) : [];
    return new Refusal(fault.code, at, values ?? {}, also);
  }
  const detail = fault instanceof Error ? fault.message : String(fault);
  return new Refusal("fault", null, { detail });
}
