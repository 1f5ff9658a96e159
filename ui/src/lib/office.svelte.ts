/** What every page may know of where it stands: who is at the desk, which office, which day. Set by the frame. */
import type { Session } from "$generated/commands";
import type { Day } from "./day";

/** Whether a day is worked, and the name of the holiday or make-up day where it has one. */
export interface DayKind {
  working: boolean;
  zh?: string;
  en?: string;
}

class Office {
  #session = $state.raw<Session | null>(null);
  #dayKind = $state.raw<DayKind | null>(null);

  /** Who is signed in where; `null` only before the record is open. */
  get session(): Session | null {
    return this.#session;
  }
  /** The office's day; empty only before the record is open. */
  get day(): Day {
    return this.#session?.today ?? "";
  }
  /** Whether today is worked, by the office's calendar; `null` while the calendar has not said. */
  get dayKind(): DayKind | null {
    return this.#dayKind;
  }

  setSession(session: Session | null): void {
    this.#session = session;
  }
  setDayKind(kind: DayKind | null): void {
    this.#dayKind = kind;
  }
}

export const office = new Office();
