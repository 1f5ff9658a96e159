/** What a form and its fields share: the names of wrong fields, and the way from one field to the next. */
import { getContext, setContext } from "svelte";
import { Refusal } from "./bridge";

/** Fields find their form's refusals here. */
export interface FormScope {
  /** The words of what is wrong with a field, or `undefined`. */
  errorOf(name: string): string | undefined;
}

const formKey = Symbol("form");

export function provideForm(scope: FormScope): void {
  setContext(formKey, scope);
}
export function findForm(): FormScope | undefined {
  return getContext<FormScope | undefined>(formKey);
}

/** What a control takes from the field around it: its id, and what describes it. */
export interface FieldScope {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
}

const fieldKey = Symbol("field");

export function provideField(scope: FieldScope): void {
  setContext(fieldKey, scope);
}
export function findField(): FieldScope | undefined {
  return getContext<FieldScope | undefined>(fieldKey);
}

/** The attributes that tie a control to its field. */
export function fieldAttributes(field: FieldScope | undefined, label: string | undefined) {
  return {
    id: field?.id,
    "aria-label": field ? undefined : label,
    "aria-describedby": field?.describedBy,
    "aria-invalid": field?.invalid ? ("true" as const) : undefined,
    "aria-required": field?.required ? ("true" as const) : undefined,
  };
}

/**
 * The names by which a form may know the place of a refusal: the whole place, to which a cell of a grid answers
 * (`away.0.to`), and the field at its end (`account.login`) or before the number of an entry (`bars.0`).
 */
export function placesOf(at: string | null): string[] {
  const parts = at?.split(".") ?? [];
  const row = parts.findIndex((part) => /^\d+$/u.test(part));
  const field = row < 0 ? parts.at(-1) : row === parts.length - 1 ? parts[row - 1] : undefined;
  return [at, field].filter((place) => place != null && place !== "") as string[];
}

/**
 * Refuses to save while a day or a time stands there that can't be read: it would be left out of the request, and so be
 * lost. Such controls carry `data-unread`.
 */
export function readable(root: HTMLElement | undefined): void {
  const one = root?.querySelector<HTMLInputElement>("input[data-unread]");
  if (!one) return;
  const field = one.closest<HTMLElement>("[data-field-name]")?.dataset.fieldName ?? null;
  throw new Refusal("field_unread", field, { text: one.value.trim() });
}

/** What Enter goes through: everything that takes an answer, in the order of the page; buttons only where they are fields. */
const answering = "input, textarea, select, [data-field]";

function isSeen(element: HTMLElement): boolean {
  const off = element.matches(':disabled, [type="hidden"]') || element.closest("[hidden], [inert]") !== null;
  return !off && element.tabIndex >= 0;
}

/** The field after `from` inside `root`, or `null` at the end. Of a group of radio buttons only the chosen one counts. */
export function nextField(root: HTMLElement, from: Element): HTMLElement | null {
  // Sorted by hand: not every engine gives a list of several selectors in the order of the page.
  const fields = [...root.querySelectorAll<HTMLElement>(answering)]
    .filter(isSeen)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const at = fields.indexOf(from as HTMLElement);
  const group = from instanceof HTMLInputElement && from.type === "radio" ? from.name : null;
  return (
    fields.slice(at + 1).find((field) => !(field instanceof HTMLInputElement && group && field.name === group)) ?? null
  );
}

/** Where Enter leads from a field: to the next one, and from the last to the form's main button. */
export function nextStop(root: HTMLElement, from: Element): HTMLElement | null {
  return nextField(root, from) ?? root.querySelector<HTMLElement>("[data-form-verbs] button");
}

/**
 * Stores a draft after each keystroke: soon while typing goes on, at once when asked (a field is left, the page is taken
 * down). A value is stored once; storing the same again is skipped.
 */
export class DraftKeeper {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: { value: unknown } | null = null;
  #last: string;
  readonly #store: (value: unknown) => void;
  readonly #pause: number;

  /** `pause` is in milliseconds: short enough that a fault costs a word, not a page. */
  constructor(store: (value: unknown) => void, first: unknown, pause = 300) {
    this.#store = store;
    this.#last = JSON.stringify(first);
    this.#pause = pause;
  }

  changed(value: unknown): void {
    this.#waiting = { value };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), this.#pause);
  }

  flush(): void {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#waiting = null;
    if (!waiting) return;
    const text = JSON.stringify(waiting.value);
    if (text === this.#last) return;
    this.#last = text;
    this.#store(waiting.value);
  }

  /** Forgets what waits: the form was saved or given up. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#waiting = null;
  }
}
