/**
 * Long tasks under way: how far each is, as the core tells it, and a way to stop it. The window shows them in one place;
 * a page that runs one may show it too: `tasks.of("check_run")`.
 */
import { call, onProgress } from "./bridge";

export interface Task {
  /** The command's name. */
  name: string;
  words: string;
  done: number;
  /** 0 while it is not known. */
  of: number;
  /** Asked to stop, and not ended yet. */
  stopping: boolean;
}

class Tasks {
  #running = $state.raw<readonly Task[]>([]);

  get running(): readonly Task[] {
    return this.#running;
  }

  of(name: string): Task | undefined {
    return this.#running.find((task) => task.name === name);
  }

  begin(name: string, words: string): void {
    this.end(name);
    this.#running = [...this.#running, { name, words, done: 0, of: 0, stopping: false }];
  }

  tell(name: string, change: Partial<Task>): void {
    this.#running = this.#running.map((task) => (task.name === name ? { ...task, ...change } : task));
  }

  end(name: string): void {
    this.#running = this.#running.filter((task) => task.name !== name);
  }

  /** Asks a task to stop at its next step. */
  stop(name: string): void {
    this.tell(name, { stopping: true });
    void call("task_stop", { task: name });
  }
}

export const tasks = new Tasks();

/** Runs something long under a name; its progress is shown and it can be stopped until it ends. */
export async function runTask<T>(name: string, words: string, run: () => Promise<T>): Promise<T> {
  tasks.begin(name, words);
  try {
    return await run();
  } finally {
    tasks.end(name);
  }
}

/** Listens for how far tasks are, as long as the window is open. Returns how to stop. */
export function listenForProgress(): () => void {
  return onProgress((event) => tasks.tell(event.task, { done: event.done, of: event.total }));
}
