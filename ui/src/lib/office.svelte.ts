/** What every page may know of where it stands: who is at the desk, which office, which day. Set by the frame. */
import type { Session, Today } from "$generated/commands";
import type { Day } from "./day";

class Office {
  #session = $state.raw<Session | null>(null);
  #today = $state.raw<Today | null>(null);

  get session(): Session | null {
    return this.#session;
  }
  /** The office's day; empty only before the record is open. */
  get day(): Day {
    return this.#today?.day ?? "";
  }
  get today(): Today | null {
    return this.#today;
  }

  has(right: string | undefined): boolean {
    return right === undefined || (this.#session?.rights.includes(right) ?? false);
  }

  setSession(session: Session | null): void {
    this.#session = session;
  }
  setToday(today: Today | null): void {
    this.#today = today;
  }
}

export const office = new Office();
