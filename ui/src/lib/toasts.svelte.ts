/** Short notes about what was done, with a way back. Said politely; nothing here is the only place a fault is shown. */

export interface Toast {
  id: number;
  text: string;
  tone: "done" | "refused";
  undo?: () => Promise<void>;
  redo?: () => Promise<void>;
}

/** Long enough to read and to reach "undo" by keyboard, in milliseconds. */
const stay = 10_000;

class Toasts {
  #shown = $state<Toast[]>([]);
  #next = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  get shown(): readonly Toast[] {
    return this.#shown;
  }

  say(
    text: string,
    options: { undo?: () => Promise<void>; redo?: () => Promise<void>; tone?: Toast["tone"] } = {},
  ): number {
    const id = this.#next++;
    const toast: Toast = { id, text, tone: options.tone ?? "done" };
    if (options.undo) toast.undo = options.undo;
    if (options.redo) toast.redo = options.redo;
    this.#shown = [...this.#shown.slice(-2), toast];
    this.resume(id);
    return id;
  }

  /** Keeps a note while the pointer or the focus is on it. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
  }

  resume(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => this.drop(id), stay),
    );
  }

  drop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#shown = this.#shown.filter((toast) => toast.id !== id);
  }

  /** The newest note whose act can be undone, or done again, for the keys outside of a text. */
  last(what: "undo" | "redo"): Toast | undefined {
    return this.#shown.findLast((toast) => toast[what]);
  }
}

export const toasts = new Toasts();
