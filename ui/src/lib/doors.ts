/**
 * Doors between features: a number opens its cases, a row its case. A page that is not there is no fault: `mayOpen` says
 * so beforehand, and the door is not shown.
 */
import { type CaseQuery, type Filter, reads, type Session } from "$generated/commands";
import type { CommandName } from "./bridge";
import { type PageId, register } from "./pages";
import { tabs } from "./tabs.svelte";

/** What the list of cases opens with: a named view, further conditions, or a query of its own; all named by `title`. */
export interface CasesDoor {
  view?: string;
  also?: Filter[];
  query?: CaseQuery;
  title?: string;
}

export function mayOpen(page: string): boolean {
  return register.find(page) !== undefined;
}

/** Opens a page by name where it is there. */
export function openPage(page: string, args: unknown = {}): void {
  if (mayOpen(page)) tabs.show(page as PageId, args as never);
}

export function openCase(id: number): void {
  openPage("case", { case: id });
}

export function openCases(door: CasesDoor): void {
  openPage("cases", door);
}

/** Whether the core at hand knows a command. */
export function knowsCommand(name: string): boolean {
  return Object.hasOwn(reads, name);
}

const leading = [
  "chief_prosecutor",
  "deputy_chief_prosecutor",
  "committee_full_time_member",
  "other_entered_leader",
  "department_head",
  "deputy_department_head",
];

/** Leads the office or a department. Only for what is shown first; what somebody may do the core decides. */
export function leads(session: Session): boolean {
  return leading.includes(session.account.post);
}

/** Keeps the register of the whole office. */
export function managesCases(session: Session): boolean {
  return session.account.post === "case_management_clerk";
}

/** Whether the core lets somebody call a command at all; it said so when the person signed in. */
export function mayAsk(session: Session, command: CommandName): boolean {
  return session.may.includes(command);
}

/** Reads the journal of the whole office, and has it verified. */
export function audits(session: Session): boolean {
  return mayAsk(session, "audit_search");
}

/** Handles cases or helps with them. */
export function handles(session: Session): boolean {
  return ["prosecutor", "assistant", "clerk"].includes(session.account.post);
}

/** Sees no case at all: the three administrators and the technical posts. */
export function seesCases(session: Session): boolean {
  const blind = ["system_administrator", "security_administrator", "audit_administrator", "judicial_police_officer"];
  return ![...blind, "technician", "other", "program"].includes(session.account.post);
}
