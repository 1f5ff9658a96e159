/**
 * A bridge without a window, for tests and the demonstration: each command answers from a function, every call is kept,
 * and a change can be announced as the window would.
 */
import {
  type Answer,
  type Bridge,
  type ChangedEvent,
  type CommandName,
  type ProgressEvent,
  Refusal,
  type Request,
  useBridge,
} from "./bridge";

type Answers = {
  [N in CommandName]?: (request: Request<N>) => Answer<N> | Promise<Answer<N>>;
};

export class MockBridge implements Bridge {
  /** Every call so far, in order. */
  readonly calls: { name: string; request: unknown }[] = [];
  readonly #answers: Answers;
  readonly #heard = new Set<(event: ChangedEvent) => void>();
  readonly #told = new Set<(event: ProgressEvent) => void>();
  /** What the person will choose in the next file dialogs; nothing chosen where none is left. */
  readonly picks: string[] = [];

  constructor(answers: Answers = {}) {
    this.#answers = answers;
  }

  /** Gives a command its answer, or another one. */
  answer<N extends CommandName>(name: N, with_: (request: Request<N>) => Answer<N> | Promise<Answer<N>>): this {
    (this.#answers as Record<string, unknown>)[name] = with_;
    return this;
  }

  async call(name: string, request: unknown): Promise<unknown> {
    this.calls.push({ name, request });
    const answer = (this.#answers as Record<string, ((request: unknown) => unknown) | undefined>)[name];
    if (!answer) throw new Refusal("command_unknown", null, { name });
    return answer(request);
  }

  async onChanged(heard: (event: ChangedEvent) => void): Promise<() => void> {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  }

  async onProgress(heard: (event: ProgressEvent) => void): Promise<() => void> {
    this.#told.add(heard);
    return () => this.#told.delete(heard);
  }

  async pick(): Promise<string | null> {
    return this.picks.shift() ?? null;
  }

  /** Tells how far a task is. */
  tell(event: ProgressEvent): void {
    for (const heard of this.#told) heard(event);
  }

  /** Every note put on the desktop; `deaf` plays a desktop without the service. */
  readonly notes: { title: string; text: string }[] = [];
  deaf = false;
  readonly #watch = new Set<(day: string) => void>();

  async announce(title: string, text: string): Promise<void> {
    if (this.deaf) throw new Error("no service");
    this.notes.push({ title, text });
  }

  async onDay(heard: (day: string) => void): Promise<() => void> {
    this.#watch.add(heard);
    return () => this.#watch.delete(heard);
  }

  /** The day turns. */
  turn(day: string): void {
    for (const heard of this.#watch) heard(day);
  }

  /** Announces a change. */
  change(tables: string[], entry = 1): void {
    for (const heard of this.#heard) heard({ entry, cases: [], tables });
  }
}

/** Puts a mock bridge in place and hands it back. */
export function mockBridge(answers: Answers = {}): MockBridge {
  const mock = new MockBridge(answers);
  useBridge(mock);
  return mock;
}
