// Generated from the list of commands by `cargo xtask bindings`. Do not edit.

/**
 * Days on which somebody takes no new cases.
 */
export type AbsenceSave = { 
/**
 * Who.
 */
account: AccountId, 
/**
 * From.
 */
from: string, 
/**
 * To, that day included.
 */
to: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A person who works in the office.
 */
export type Account = { 
/**
 * Its id.
 */
id: AccountId, 
/**
 * The name to sign in with.
 */
login: string, 
/**
 * The person's name.
 */
name: string, 
/**
 * The staff number.
 */
staff_no: string, 
/**
 * The post.
 */
post: Post, 
/**
 * The department.
 */
department_id: DepartmentId | null, 
/**
 * The department's name.
 */
department: string, 
/**
 * In-quota prosecutor (员额检察官): may handle cases.
 */
in_quota: boolean, 
/**
 * Named for minors' cases.
 */
handles_minors: boolean, 
/**
 * Takes new cases at present.
 */
on_duty: boolean, 
/**
 * Most open cases at a time, if there is a cap.
 */
case_cap: number | null, 
/**
 * Works here from.
 */
started_on: string, 
/**
 * Worked here until.
 */
ended_on: string | null, };

/**
 * What can be said of a person when entering or changing his account.
 */
export type AccountEntry = { 
/**
 * The account to change; none for a new one.
 */
id: AccountId | null, 
/**
 * The name to sign in with.
 */
login: string, 
/**
 * The person's name.
 */
name: string, 
/**
 * The staff number.
 */
staff_no: string, 
/**
 * The post.
 */
post: Post, 
/**
 * The department.
 */
department_id: DepartmentId | null, 
/**
 * In-quota prosecutor.
 */
in_quota: boolean, 
/**
 * Named for minors' cases.
 */
handles_minors: boolean, 
/**
 * Takes new cases at present.
 */
on_duty: boolean, 
/**
 * Most open cases at a time.
 */
case_cap: number | null, 
/**
 * Last day here, when the person has left.
 */
ended_on: string | null, };

/**
 * One person who works in the office.
 */
export type AccountId = number;

/**
 * An account to enter or change.
 */
export type AccountSave = { 
/**
 * What is said of the person.
 */
account: AccountEntry, 
/**
 * A new passphrase; without one the person can't sign in yet, or keeps the one there is.
 */
passphrase: string | null, };

/**
 * One person's time with a case.
 */
export type Assignment = { 
/**
 * Its id.
 */
id: AssignmentId, 
/**
 * Who.
 */
account: AccountId, 
/**
 * The name.
 */
name: string, 
/**
 * `handler` or `assistant`.
 */
role: string, 
/**
 * How (vocabulary: `allocation_mode`; `reassigned`, `imported`).
 */
mode: string, 
/**
 * Coded reason.
 */
reason: string, 
/**
 * The reason in words.
 */
reason_text: string, 
/**
 * Who decided it.
 */
decided_by: string, 
/**
 * The draw, if it was drawn.
 */
draw: DrawId | null, 
/**
 * From.
 */
started_on: string, 
/**
 * Until, if it has ended.
 */
ended_on: string | null, };

/**
 * One handler's or assistant's time with a case.
 */
export type AssignmentId = number;

/**
 * Somebody who may be drawn.
 */
export type Candidate = { 
/**
 * Account or hearing officer.
 */
id: number, 
/**
 * The name at the time.
 */
name: string, 
/**
 * What the person carries, in sixths of a case (0 where load does not matter).
 */
load: number, 
/**
 * Open cases, or hearings of the year: shown beside the name.
 */
open: number, };

/**
 * What one person carries on a day. Numbers for balance, never for appraisal; each opens its cases.
 */
export type Carried = { 
/**
 * Who.
 */
account: AccountId, 
/**
 * The name to sign in with.
 */
login: string, 
/**
 * The name.
 */
name: string, 
/**
 * The department.
 */
department: string, 
/**
 * Open cases handled.
 */
open: number, 
/**
 * Their weight, in sixths of a case.
 */
weight: number, 
/**
 * Open cases with a person in custody.
 */
in_custody: number, 
/**
 * Open cases with a period past its last day.
 */
overdue: number, 
/**
 * Open cases with a period that ends within seven days, the day itself included.
 */
due_7: number, 
/**
 * Open cases out with the police or the court.
 */
out: number, 
/**
 * Open cases with a finding that nobody has answered.
 */
unchecked: number, 
/**
 * Away on the day.
 */
away: boolean, 
/**
 * Takes new cases.
 */
on_duty: boolean, 
/**
 * The cap, if there is one.
 */
case_cap: number | null, };

/**
 * One case.
 */
export type CaseAsk = { 
/**
 * Which.
 */
case: CaseId, };

/**
 * One accepted case, all its life.
 */
export type CaseId = number;

/**
 * Who carries what on a day.
 */
export type Caseload = { 
/**
 * The day.
 */
day: string, 
/**
 * The people, by department.
 */
people: Array<Carried>, 
/**
 * Open cases that wait for a handler.
 */
waiting: number, };

/**
 * One row that changed.
 */
export type Change = { 
/**
 * The record table (words: `table_<table>`).
 */
table: string, 
/**
 * The row's key.
 */
key: string, 
/**
 * `insert`, `update` or `delete`.
 */
kind: string, 
/**
 * The case it belongs to.
 */
case: CaseId | null, 
/**
 * The fields (words: `column_<field>`).
 */
fields: Array<Field>, };

/**
 * What changed, as the event tells it.
 */
export type Changed = { 
/**
 * The journal entry; none when nothing changed.
 */
entry: EntryId | null, 
/**
 * The cases touched.
 */
cases: Array<CaseId>, 
/**
 * The record tables changed.
 */
tables: Array<string>, };

/**
 * What somebody declares.
 */
export type ConflictDeclare = { 
/**
 * Who.
 */
account: AccountId, 
/**
 * `person`, `unit` or `case`.
 */
kind: string, 
/**
 * The name or number.
 */
value: string, 
/**
 * The ground (vocabulary: `recusal_ground`).
 */
ground: string, };

/**
 * A department of the office.
 */
export type Department = { 
/**
 * Its id.
 */
id: DepartmentId, 
/**
 * Its name.
 */
name: string, 
/**
 * What kind (vocabulary: `department`).
 */
kind: string, };

/**
 * One department of the office.
 */
export type DepartmentId = number;

/**
 * A designation.
 */
export type Designate = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * To whom and why.
 */
designation: Designation, };

/**
 * A designation, or a change of handler.
 */
export type Designation = { 
/**
 * To whom.
 */
account: AccountId, 
/**
 * Coded reason: vocabulary `designation_reason` for a first handler, `handler_change_reason` for a change.
 */
reason: string, 
/**
 * The reason in words.
 */
reason_text?: string, 
/**
 * Who decided it.
 */
decided_by?: string, };

/**
 * How a person arranged something.
 */
export type DeskItem = { 
/**
 * What.
 */
key: string, 
/**
 * How, JSON.
 */
body: string, };

/**
 * A half-typed form.
 */
export type Draft = { 
/**
 * What was typed.
 */
body: string, 
/**
 * When, UTC.
 */
saved_at: string, };

/**
 * Which half-typed form.
 */
export type DraftKey = { 
/**
 * The form.
 */
key: string, };

/**
 * A half-typed form to keep.
 */
export type DraftSave = { 
/**
 * The form.
 */
key: string, 
/**
 * What was typed, JSON made by the form.
 */
body: string, };

/**
 * One draw.
 */
export type DrawAsk = { 
/**
 * Which.
 */
draw: DrawId, };

/**
 * One draw of a handler.
 */
export type DrawId = number;

/**
 * A draw as it was made, and whether repeating it gives the same.
 */
export type DrawSlip = { 
/**
 * The draw.
 */
draw: DrawId, 
/**
 * The day.
 */
on_day: string, 
/**
 * Name and version of the method.
 */
method: string, 
/**
 * 64 hexadecimal digits.
 */
seed: string, 
/**
 * Among whom.
 */
candidates: Array<Candidate>, 
/**
 * Who was left out, and why.
 */
excluded: Array<Excluded>, 
/**
 * Who was chosen.
 */
chosen: AccountId, 
/**
 * His name.
 */
chosen_name: string, 
/**
 * Who drew.
 */
drawn_by: string, 
/**
 * Repeating it chooses the same person.
 */
repeats: boolean, };

/**
 * A draw that was made.
 */
export type Drawn = { 
/**
 * The draw.
 */
draw: DrawId, 
/**
 * Who was chosen.
 */
chosen: AccountId, 
/**
 * His name.
 */
chosen_name: string, 
/**
 * Among whom, in the order used.
 */
candidates: Array<Candidate>, 
/**
 * Who was left out, and why.
 */
excluded: Array<Excluded>, 
/**
 * 64 hexadecimal digits.
 */
seed: string, 
/**
 * Name and version of the method.
 */
method: string, };

/**
 * What repeating every draw gave.
 */
export type DrawsVerified = { 
/**
 * How many draws there are.
 */
draws: number, 
/**
 * How many give the person chosen.
 */
agree: number, 
/**
 * Those that do not.
 */
disagree: Array<DrawId>, };

/**
 * One journal entry; entries are numbered from 1 without gaps.
 */
export type EntryId = number;

/**
 * An entry to take back.
 */
export type EntryUndo = { 
/**
 * Which.
 */
entry: EntryId, 
/**
 * Why.
 */
reason: string, };

/**
 * Somebody who may not be drawn, and why.
 */
export type Excluded = { 
/**
 * Account or hearing officer.
 */
id: number, 
/**
 * The name at the time.
 */
name: string, 
/**
 * Why (vocabulary of the capability).
 */
reason: string, 
/**
 * What the reason rests on: the day, the case, the name.
 */
detail: string, };

/**
 * One field before and after, as text.
 */
export type Field = { 
/**
 * The field.
 */
field: string, 
/**
 * Before.
 */
before: string | null, 
/**
 * After.
 */
after: string | null, };

/**
 * A founded office.
 */
export type Founded = { 
/**
 * The recovery key, in two halves. It is shown this once and kept nowhere.
 */
recovery_key: string, 
/**
 * Who is signed in now.
 */
session: Session, };

/**
 * Which part of the history.
 */
export type JournalAsk = { 
/**
 * Only entries that touched this case.
 */
case: CaseId | null, 
/**
 * Only entries before this one.
 */
before: EntryId | null, 
/**
 * At most so many; 50 when absent.
 */
limit: number | null, };

/**
 * One entry in readable form.
 */
export type JournalEntry = { 
/**
 * Its number.
 */
entry: EntryId, 
/**
 * The instant, UTC.
 */
at: string, 
/**
 * The day of the office.
 */
day: string, 
/**
 * Who.
 */
person: string, 
/**
 * Which action (words: `action_<action>`).
 */
action: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The entry that this one takes back.
 */
undoes: EntryId | null, 
/**
 * Whether a later entry took this one back.
 */
undone: boolean, 
/**
 * The rows that changed; of other cases none when one case is asked about.
 */
changes: Array<Change>, };

/**
 * A page of the history.
 */
export type JournalPage = { 
/**
 * The entries, newest first.
 */
entries: Array<JournalEntry>, 
/**
 * Ask again with `before` set to this for more.
 */
next: EntryId | null, };

/**
 * An assistant.
 */
export type NameAssistant = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Who.
 */
account: AccountId, };

/**
 * What founding an office needs.
 */
export type NewOffice = { 
/**
 * Full name.
 */
name: string, 
/**
 * One or two characters, as in case numbers.
 */
short_name: string, 
/**
 * Six-digit administrative division.
 */
division_code: string, 
/**
 * The first person's name to sign in with.
 */
login: string, 
/**
 * The first person's name.
 */
person: string, 
/**
 * His passphrase.
 */
passphrase: string, 
/**
 * An invented office for trying things out.
 */
is_sample: boolean, };

/**
 * A request without fields.
 */
export type Nothing = Record<symbol, never>;

/**
 * The head of an office.
 */
export type OfficeHead = { 
/**
 * Full name, as on papers.
 */
name: string, 
/**
 * One or two characters, as in case numbers.
 */
short_name: string, 
/**
 * Six-digit administrative division (GB/T 2260).
 */
division_code: string, 
/**
 * The day of founding in this program.
 */
founded_on: string, 
/**
 * An invented office for trying things out.
 */
is_sample: boolean, };

/**
 * Whether there is an office, and whether it is open.
 */
export type OfficeStatus = { 
/**
 * `none`, `locked`, `held` (by another process) or `open`.
 */
state: string, 
/**
 * Where the office lies.
 */
folder: string, 
/**
 * Who holds it, when it is held by another process.
 */
held_by: string | null, 
/**
 * The names that can sign in.
 */
logins: Array<string>, };

/**
 * Everybody in quota, parted into those who may take the case and those who may not.
 */
export type Pool = { 
/**
 * Who may take it, by id.
 */
candidates: Array<Candidate>, 
/**
 * Who may not, each with one reason (vocabulary: `exclusion_reason`).
 */
excluded: Array<Excluded>, };

/**
 * The post of a person (vocabulary: `post`).
 */
export type Post = "program" | "chief_prosecutor" | "deputy_chief_prosecutor" | "committee_full_time_member" | "other_entered_leader" | "department_head" | "deputy_department_head" | "prosecutor" | "assistant" | "clerk" | "case_management_clerk" | "statistician" | "evaluator" | "judicial_police_officer" | "technician" | "system_administrator" | "security_administrator" | "audit_administrator" | "other";

/**
 * One thing that is wrong.
 */
export type ProblemFound = { 
/**
 * Its code.
 */
code: string, 
/**
 * What was seen.
 */
detail: string, };

/**
 * How far a long task is.
 */
export type Progress = { 
/**
 * Which task: the name of the command.
 */
task: string, 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all; 0 when not known.
 */
total: number, };

/**
 * What a rebuild found.
 */
export type Rebuilt = { 
/**
 * What stood there was what follows from the record.
 */
same: boolean, 
/**
 * The tables that differed.
 */
differences: Array<TableDifference>, };

/**
 * Signing in with the recovery key.
 */
export type Recover = { 
/**
 * The recovery key, in any grouping.
 */
recovery_key: string, 
/**
 * Whose passphrase is set anew.
 */
login: string, 
/**
 * The new passphrase.
 */
passphrase: string, };

/**
 * Something was not done, and nothing was changed.
 */
export type Refusal = { 
/**
 * Which refusal: the key of its words.
 */
code: string, 
/**
 * Where: a field (`persons.2.birth`), a column, a file; empty when it concerns the whole.
 */
at: string, 
/**
 * The values that the words name.
 */
values: { [key in string]: string }, };

/**
 * Who is signed in, where, on which day.
 */
export type Session = { 
/**
 * The office.
 */
office: OfficeHead, 
/**
 * The person.
 */
account: Account, 
/**
 * The day of the office.
 */
today: string, 
/**
 * Version of the program.
 */
version: string, };

/**
 * One derived table that differed.
 */
export type TableDifference = { 
/**
 * The table.
 */
table: string, 
/**
 * Rows that should not have stood there.
 */
stale: number, 
/**
 * Rows that were missing.
 */
missing: number, };

/**
 * Which task to stop.
 */
export type TaskStop = { 
/**
 * The name of its command.
 */
task: string, };

/**
 * Signing in.
 */
export type Unlock = { 
/**
 * The name to sign in with.
 */
login: string, 
/**
 * The passphrase.
 */
passphrase: string, };

/**
 * What a verification found.
 */
export type Verified = { 
/**
 * Nothing is wrong.
 */
sound: boolean, 
/**
 * What is wrong (words: `problem_<code>`).
 */
problems: Array<ProblemFound>, 
/**
 * How many journal entries were checked.
 */
entries: number, 
/**
 * Digest of the newest entry.
 */
head: string | null, };

/**
 * The law's names for things; its shape is `anjuan_law`'s vocabulary.
 */
export type VocabularyJson = import("../lib/vocabulary").Vocabulary;

/**
 * A case that waits for a handler.
 */
export type Waiting = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Local register number.
 */
register_no: string, 
/**
 * Title.
 */
title: string, 
/**
 * Line.
 */
line: string, 
/**
 * Category.
 */
category: string, 
/**
 * Names of its people.
 */
persons: string, 
/**
 * Accepted on.
 */
accepted_on: string, 
/**
 * Somebody is in custody.
 */
in_custody: boolean, 
/**
 * A minor is concerned.
 */
is_minor: boolean, 
/**
 * What is due next.
 */
next_due_on: string | null, };

/** Every command: what is asked, what is answered. */
export interface Commands {
  office_status: { request: Nothing; answer: OfficeStatus };
  office_create: { request: NewOffice; answer: Founded };
  office_unlock: { request: Unlock; answer: Session };
  office_recover: { request: Recover; answer: Session };
  office_lock: { request: Nothing; answer: Nothing };
  task_stop: { request: TaskStop; answer: Nothing };
  vocabulary: { request: Nothing; answer: VocabularyJson };
  session: { request: Nothing; answer: Session };
  draft_save: { request: DraftSave; answer: Nothing };
  draft_load: { request: DraftKey; answer: Draft | null };
  draft_drop: { request: DraftKey; answer: Nothing };
  desk_save: { request: DeskItem; answer: Nothing };
  desk_load: { request: Nothing; answer: Array<DeskItem> };
  account_list: { request: Nothing; answer: Array<Account> };
  account_save: { request: AccountSave; answer: Changed };
  department_list: { request: Nothing; answer: Array<Department> };
  absence_save: { request: AbsenceSave; answer: Changed };
  conflict_declare: { request: ConflictDeclare; answer: Changed };
  assignment_waiting: { request: Nothing; answer: Array<Waiting> };
  assignment_pool: { request: CaseAsk; answer: Pool };
  assignment_draw: { request: CaseAsk; answer: Drawn };
  assignment_designate: { request: Designate; answer: Changed };
  assistant_name: { request: NameAssistant; answer: Changed };
  case_assignments: { request: CaseAsk; answer: Array<Assignment> };
  draw_slip: { request: DrawAsk; answer: DrawSlip };
  draws_verify: { request: Nothing; answer: DrawsVerified };
  caseload: { request: Nothing; answer: Caseload };
  journal_list: { request: JournalAsk; answer: JournalPage };
  entry_undo: { request: EntryUndo; answer: Changed };
  record_verify: { request: Nothing; answer: Verified };
  record_rebuild: { request: Nothing; answer: Rebuilt };
}

export type CommandName = keyof Commands;

/** The record tables whose change makes a command's answer stale. */
export const reads = {
  office_status: [],
  office_create: [],
  office_unlock: [],
  office_recover: [],
  office_lock: [],
  task_stop: [],
  vocabulary: [],
  session: ["office", "account"],
  draft_save: [],
  draft_load: [],
  draft_drop: [],
  desk_save: [],
  desk_load: [],
  account_list: ["account", "absence"],
  account_save: [],
  department_list: ["department"],
  absence_save: [],
  conflict_declare: [],
  assignment_waiting: ["case_file", "act", "assignment"],
  assignment_pool: ["assignment", "account", "absence", "declared_conflict"],
  assignment_draw: [],
  assignment_designate: [],
  assistant_name: [],
  case_assignments: ["assignment"],
  draw_slip: ["draw"],
  draws_verify: ["draw"],
  caseload: ["assignment", "act", "case_file", "finding_answer", "account", "absence"],
  journal_list: ["case_file", "act", "person", "assignment"],
  entry_undo: [],
  record_verify: [],
  record_rebuild: [],
} as const satisfies Record<CommandName, readonly string[]>;
