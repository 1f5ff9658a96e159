import type { ImportAsk, ImportPlan, ImportRead } from "$generated/commands";
import { asRefusal, call, onProgress, type Refusal } from "$lib/bridge";

type Step = "import_read" | "import_plan" | "import_apply";

/** One import from the choice of a file to what came of it: what was asked, what is known so far, what is under way. */
export class ImportTask {
  asked = $state.raw<ImportAsk>({});
  read = $state.raw<ImportRead | null>(null);
  plan = $state.raw<ImportPlan | null>(null);
  done = $state.raw<ImportPlan | null>(null);
  under = $state<Step | null>(null);
  at = $state.raw({ done: 0, total: 0 });
  refusal = $state.raw<Refusal | null>(null);
  stopped = $state(false);

  /** Follows how far a step is. Returns how to stop following; fit for `$effect`. */
  follow(): () => void {
    return onProgress(({ task, done, total }) => {
      if (task === this.under) this.at = { done, total };
    });
  }

  /** Reads a file or a block; what was corrected of it goes along. */
  look(asked: ImportAsk): Promise<void> {
    return this.#run("import_read", async () => {
      this.asked = asked;
      this.plan = this.done = null;
      this.read = await call("import_read", asked);
    });
  }

  /** Another file or block: nothing of the one before stays. */
  begin(asked: ImportAsk): Promise<void> {
    this.read = null;
    return this.look(asked);
  }

  /** A column is another field, or stays outside. */
  column(column: string, field: string): Promise<void> {
    const columns = [...(this.asked.columns ?? []).filter((one) => one.column !== column), { column, field }];
    return this.look({ ...this.asked, columns });
  }

  /** A field has one value for every row; an empty value takes that away. */
  constant(field: string, value: string): Promise<void> {
    return this.look({ ...this.asked, constants: { ...this.asked.constants, [field]: value } });
  }

  rehearse(): Promise<void> {
    return this.#run("import_plan", async () => {
      this.plan = this.done = null;
      this.plan = await call("import_plan", this.asked);
    });
  }

  apply(): Promise<void> {
    return this.#run("import_apply", async () => {
      this.done = await call("import_apply", { ...this.asked, ...(this.plan ? { plan: this.plan.plan } : {}) });
      this.plan = null;
    });
  }

  stop(): void {
    if (this.under) void call("task_stop", { task: this.under });
  }

  async #run(step: Step, task: () => Promise<void>): Promise<void> {
    if (this.under) return;
    this.under = step;
    this.at = { done: 0, total: 0 };
    this.refusal = null;
    this.stopped = false;
    try {
      await task();
    } catch (fault) {
      const refusal = asRefusal(fault);
      if (refusal.code === "stopped") this.stopped = true;
      else this.refusal = refusal;
    } finally {
      this.under = null;
    }
  }
}
