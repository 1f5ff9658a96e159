// @vitest-environment node
import { mockBridge } from "./bridge.mock";
import { listenForProgress, runTask, tasks } from "./tasks.svelte";

test("a task tells how far it is, can be asked to stop, and is gone when it ends", async () => {
  const bridge = mockBridge({ task_stop: () => ({}) });
  const stop = listenForProgress();
  let end: () => void = () => {};
  const run = runTask("check_run", "检查", () => new Promise<void>((resolve) => (end = resolve)));
  bridge.tell({ task: "check_run", done: 30, total: 120 });
  bridge.tell({ task: "import_apply", done: 1, total: 2 });
  expect(tasks.running).toEqual([{ name: "check_run", words: "检查", done: 30, of: 120, stopping: false }]);
  tasks.stop("check_run");
  expect(tasks.of("check_run")?.stopping).toBe(true);
  expect(bridge.calls.at(-1)).toEqual({ name: "task_stop", request: { task: "check_run" } });
  end();
  await run;
  expect(tasks.running).toEqual([]);
  stop();
});

test("a task that fails is gone too", async () => {
  await expect(runTask("x", "x", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(tasks.running).toEqual([]);
});
