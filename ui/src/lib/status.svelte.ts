/** The right end of the status bar. A capability adds its part (the last backup, a full disk) and keeps its words fresh. */
interface StatusPart {
  id: string;
  words: () => string;
  tone?: "amber" | "red";
}

class Status {
  #parts = $state.raw<readonly StatusPart[]>([]);

  get parts(): readonly StatusPart[] {
    return this.#parts;
  }

  /** Puts a part in, or another in its place. */
  set(part: StatusPart): void {
    this.#parts = [...this.#parts.filter((one) => one.id !== part.id), part];
  }

  remove(id: string): void {
    this.#parts = this.#parts.filter((one) => one.id !== id);
  }
}

export const status = new Status();
