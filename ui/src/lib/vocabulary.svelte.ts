/** The law's own names by code, loaded once after sign-in and again when they change. */
import type { Choice } from "$generated/commands";

class Vocabulary {
  #byCode = $state.raw<ReadonlyMap<string, Choice>>(new Map());

  set(choices: readonly Choice[]): void {
    this.#byCode = new Map(choices.map((choice) => [choice.code, choice]));
  }

  get(code: string): Choice | undefined {
    return this.#byCode.get(code);
  }
}

export const vocabulary = new Vocabulary();
