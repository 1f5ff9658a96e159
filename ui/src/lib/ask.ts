/**
 * Reading and acting. A screen reads with {@link ask}; the answer is asked for again by itself when an action changed
 * something its command reads. A screen acts with {@link act}; nobody copies an answer into state of their own.
 */
import { createQuery, QueryClient, queryOptions } from "@tanstack/svelte-query";
import { m } from "$messages";
import { type Answer, type CommandName, call, onChanged, type Refusal, type Request, readsOf } from "./bridge";
import { toasts } from "./toasts.svelte";

/** One client for the window. Nothing goes stale by time: only an announced change makes an answer old. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60 * 1000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: "always",
    },
  },
});

/** A named question with its typed key, for `queryClient.fetchQuery` and for {@link ask}. */
export function question<N extends CommandName>(name: N, request: Request<N>) {
  return queryOptions<Answer<N>, Refusal>({
    queryKey: [name, request],
    queryFn: () => call(name, request),
  });
}

interface AskOptions {
  /** Asks only while true; the default is always. */
  when?: () => boolean;
  /** Keeps showing the former answer while another request of the same command is under way. */
  keep?: boolean;
}

/** Reads a command's answer, reactive in its request: `const sheet = ask("case_sheet", () => ({ case: id }))`. */
export function ask<N extends CommandName>(name: N, request: () => Request<N>, options: AskOptions = {}) {
  return createQuery<Answer<N>, Refusal>(
    () => ({
      ...question(name, request()),
      enabled: options.when ? options.when() : true,
      ...(options.keep ? { placeholderData: (former: unknown) => former as never } : {}),
    }),
    () => queryClient,
  );
}

/** Marks every answer old that depends on one of these record tables. */
export function invalidate(tables: readonly string[]): void {
  const changed = new Set(tables);
  void queryClient.invalidateQueries({
    predicate: (query) => readsOf(query.queryKey[0] as CommandName).some((table) => changed.has(table)),
  });
}

/** Listens for changes as long as the window is open. Returns how to stop. */
export function listenForChanges(): () => void {
  return onChanged((event) => invalidate(event.tables));
}

interface ActOptions {
  /** Said in a toast when done; with "undo" beside it when the answer names a journal entry. */
  done?: string;
}

/**
 * Does an action. A refusal is thrown on, for the form to show at its field; success is said in a toast that can undo.
 */
export async function act<N extends CommandName>(
  name: N,
  request: Request<N>,
  options: ActOptions = {},
): Promise<Answer<N>> {
  const answer = await call(name, request);
  const entry = entryOf(answer);
  if (options.done) {
    toasts.say(options.done, entry === null ? {} : { undo: () => undo(entry) });
  }
  return answer;
}

function entryOf(answer: unknown): number | null {
  if (typeof answer !== "object" || answer === null) return null;
  if ("entry" in answer && typeof answer.entry === "number") return answer.entry;
  return "changed" in answer ? entryOf(answer.changed) : null;
}

/** What was taken back is said too, with the way back to it, so that a slip of the hand is a slip of the hand. */
async function undo(entry: number): Promise<void> {
  await call("entry_undo", { entry, reason: m.undo_reason() });
  toasts.say(m.history_undo_done(), { redo: () => redo(entry) });
}

async function redo(entry: number): Promise<void> {
  await call("entry_redo", { entry, reason: m.redo_reason() });
  toasts.say(m.history_redo_done(), { undo: () => undo(entry) });
}

/** Asks some commands anew whatever changed: after the office was opened or locked. */
export function askAgain(...names: CommandName[]): void {
  void queryClient.invalidateQueries({ predicate: (query) => names.includes(query.queryKey[0] as CommandName) });
}
