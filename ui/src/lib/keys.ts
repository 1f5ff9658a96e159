/**
 * All keys of the program. Menus, hints, the help sheet and the palette are made from this table, so a key that is not
 * here does not exist, and an action without a line here does not compile. The words of an action are the message
 * `key_<id with _ for .>`.
 *
 * Scopes: `window` works everywhere outside dialogs; `page` works while its page's tab is in front; `list`, `form` and
 * `grid` work while the focus is inside such a thing. The inner scope wins.
 */
import { on } from "svelte/events";

export type Scope = "window" | "page" | "list" | "form" | "grid";

export interface HotKey {
  /** Modifiers in the order Ctrl, Alt, Shift; several keys for one action are separated by a space. */
  key: string;
  scope: Scope;
  group: "everywhere" | "tabs" | "lists" | "forms" | "cases";
}

export const keys = {
  "find.anywhere": { key: "Ctrl+K", scope: "window", group: "everywhere" },
  "help.keys": { key: "?", scope: "window", group: "everywhere" },
  "due.calculate": { key: "Ctrl+D", scope: "window", group: "everywhere" },
  "undo.last": { key: "Ctrl+Z", scope: "window", group: "everywhere" },
  "redo.last": { key: "Ctrl+Y Ctrl+Shift+Z", scope: "window", group: "everywhere" },
  "page.print": { key: "Ctrl+P", scope: "window", group: "everywhere" },
  "page.refresh": { key: "F5", scope: "window", group: "everywhere" },
  "menu.fold": { key: "Ctrl+B", scope: "window", group: "everywhere" },
  "window.lock": { key: "Ctrl+L", scope: "window", group: "everywhere" },

  "tab.next": { key: "Ctrl+Tab", scope: "window", group: "tabs" },
  "tab.previous": { key: "Ctrl+Shift+Tab", scope: "window", group: "tabs" },
  "tab.close": { key: "Ctrl+W", scope: "window", group: "tabs" },
  "tab.reopen": { key: "Ctrl+Shift+T", scope: "window", group: "tabs" },

  "list.filter": { key: "Ctrl+F", scope: "page", group: "lists" },
  "list.open": { key: "Enter", scope: "list", group: "lists" },
  "list.preview": { key: "Space", scope: "list", group: "lists" },
  "list.all": { key: "Ctrl+A", scope: "list", group: "lists" },
  "list.copy": { key: "Ctrl+C", scope: "list", group: "lists" },
  "list.copy_cell": { key: "Ctrl+Shift+C", scope: "list", group: "lists" },
  "list.export": { key: "Ctrl+E", scope: "page", group: "lists" },
  "list.menu": { key: "ContextMenu Shift+F10", scope: "list", group: "lists" },
  "list.goto": { key: "Ctrl+G", scope: "page", group: "lists" },

  "form.next": { key: "Enter", scope: "form", group: "forms" },
  "form.leave_text": { key: "Ctrl+Enter", scope: "form", group: "forms" },
  "form.save": { key: "Ctrl+S", scope: "page", group: "forms" },
  "form.back": { key: "Escape", scope: "form", group: "forms" },
  "form.hint": { key: "F1", scope: "form", group: "forms" },
  "form.edit": { key: "F2", scope: "page", group: "forms" },
  "grid.delete_row": { key: "Ctrl+Delete", scope: "grid", group: "forms" },

  "intake.new": { key: "Ctrl+N", scope: "window", group: "cases" },
  "act.record": { key: "Ctrl+I", scope: "page", group: "cases" },
} as const satisfies Record<string, HotKey>;

export type ActionId = keyof typeof keys;
export type Handlers = Partial<Record<ActionId, (event: KeyboardEvent) => unknown>>;

/** The message that names an action. */
export function keyWords(id: ActionId): string {
  return `key_${id.replaceAll(".", "_")}`;
}

/** A pressed key as the table writes it, or `null` while an input method composes or only a modifier is down. */
export function pressed(event: KeyboardEvent): string | null {
  if (event.isComposing || event.keyCode === 229) return null;
  if (["Control", "Alt", "Shift", "Meta"].includes(event.key)) return null;
  const name = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const ctrl = event.ctrlKey || event.metaKey;
  // A sign such as "?" already carries its Shift; for letters and named keys Shift is part of the key.
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key) || event.key === " ");
  return `${ctrl ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${shift ? "Shift+" : ""}${name}`;
}

export function keyMatches(id: ActionId, event: KeyboardEvent): boolean {
  const name = pressed(event);
  return name !== null && keys[id].key.split(" ").includes(name);
}

/** Whether what has the focus takes letters itself, so that `?` and Space are text there. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type);
}

/**
 * Runs the first handler whose key was pressed. A handler that returns `false` did not want it. Returns whether the key
 * was used; then nothing else sees it.
 */
export function runKey(event: KeyboardEvent, handlers: Handlers): boolean {
  if (event.defaultPrevented) return false;
  const name = pressed(event);
  if (name === null) return false;
  const asText = name === "Space" || (name.length === 1 && !event.ctrlKey && !event.altKey);
  if (asText && takesText(event.target)) return false;
  for (const [id, run] of Object.entries(handlers) as [ActionId, (event: KeyboardEvent) => unknown][]) {
    if (!keys[id].key.split(" ").includes(name)) continue;
    if (run(event) === false) continue;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
  return false;
}

/** A focus scope: `<div {@attach keyScope({ "list.open": open })}>`. */
export function keyScope(handlers: Handlers) {
  return (element: HTMLElement) => {
    const heard = (event: KeyboardEvent) => {
      runKey(event, handlers);
    };
    // Not addEventListener: that would run before the handlers of the controls inside, which Svelte delegates.
    return on(element, "keydown", heard);
  };
}

const signs: Record<string, string> = {
  Escape: "Esc",
  ContextMenu: "☰",
  Delete: "Del",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** A key as it is shown: `Ctrl+Shift+T`, `Esc`. */
export function showKey(key: string): string {
  return (key.split(" ")[0] ?? "")
    .split("+")
    .map((part) => signs[part] ?? part)
    .join("+");
}
