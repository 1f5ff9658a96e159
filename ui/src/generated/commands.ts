// Generated from the list of commands by `cargo xtask bindings`. Do not edit.

/**
 * An absence that lasts or is to come.
 */
export type Absence = { 
/**
 * Its id.
 */
id: AbsenceId, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * Why.
 */
reason: string, };

/**
 * An absence that is over.
 */
export type AbsenceEnd = { 
/**
 * Which.
 */
absence: AbsenceId, };

/**
 * One absence of somebody.
 */
export type AbsenceId = number;

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
 * Somebody.
 */
export type AbsencesAsk = { 
/**
 * Who.
 */
account: AccountId, };

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
 * What one administrator asks another for.
 */
export type AccountAsk = { 
/**
 * What is asked for.
 */
kind: RequestKind, 
/**
 * The account as it is to be; for a reset, as it is.
 */
account: AccountEntry, };

/**
 * The decision on it.
 */
export type AccountDecide = { 
/**
 * Which request.
 */
request: number, 
/**
 * Granted, or refused.
 */
grant: boolean, };

/**
 * What was decided.
 */
export type AccountDecided = { 
/**
 * What it changed.
 */
changed: Changed, 
/**
 * For whom a code was made.
 */
login: string, 
/**
 * The code with which the person signs in once, to choose a passphrase. Shown this once.
 */
code: string | null, };

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
 * Something asked for, and what became of it.
 */
export type AccountRequest = { 
/**
 * Its number.
 */
id: number, 
/**
 * What is asked for.
 */
kind: RequestKind, 
/**
 * For whom.
 */
login: string, 
/**
 * The account as it is to be.
 */
account: AccountEntry, 
/**
 * Who asked.
 */
asked_by: AccountId, 
/**
 * His name.
 */
asked_by_name: string, 
/**
 * On which day.
 */
asked_on: string, 
/**
 * Whether it was granted; none while nobody decided.
 */
granted: boolean | null, };

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
 * An act to correct.
 */
export type ActChange = { 
/**
 * Which.
 */
id: ActId, 
/**
 * The act as it should stand; its kind stays.
 */
act: ActEntry, 
/**
 * Why.
 */
reason: string, };

/**
 * An act to record on the timeline.
 */
export type ActEntry = { 
/**
 * Which kind (law: acts).
 */
kind: string, 
/**
 * On which day; not before acceptance, not after today.
 */
on: string, 
/**
 * Whom it concerns; none where it concerns all.
 */
person?: PersonId, 
/**
 * Its fields as text, by id. Days as typed; choices by code; people by id or name; money in yuan.
 */
fields?: { [key in string]: string }, 
/**
 * A remark.
 */
note?: string, };

/**
 * One act on the timeline of a case.
 */
export type ActId = number;

/**
 * One act of the timeline.
 */
export type ActLine = { 
/**
 * Its id.
 */
id: ActId, 
/**
 * Its kind (law: acts).
 */
kind: string, 
/**
 * The kind in words.
 */
words: { zh: string, en: string }, 
/**
 * Its group (vocabulary: `act_group`).
 */
group: string, 
/**
 * On which day.
 */
on: string, 
/**
 * Whom it concerns.
 */
person_id: PersonId | null, 
/**
 * That person's name; empty where it concerns all.
 */
person: string, 
/**
 * Its fields in words.
 */
fields: Array<FieldLine>, 
/**
 * A remark.
 */
note: string, 
/**
 * Who recorded it.
 */
recorded_by: string, 
/**
 * Whether it can be corrected on the timeline; an act that a module writes is corrected there.
 */
can_change: boolean, };

/**
 * An act to record.
 */
export type ActRecord = { 
/**
 * On which case.
 */
case: CaseRef, 
/**
 * The act.
 */
act: ActEntry, };

/**
 * A recorded act.
 */
export type ActRecorded = { 
/**
 * The act.
 */
act: ActId, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * An act to take off the timeline.
 */
export type ActRemove = { 
/**
 * Which.
 */
id: ActId, 
/**
 * Why.
 */
reason: string, };

/**
 * A digest that was kept elsewhere.
 */
export type Against = { 
/**
 * The digest, in any grouping; its first 16 figures are enough.
 */
digest: string, };

/**
 * What a person says about a finding.
 */
export type AnswerKind = "explained" | "set_aside";

/**
 * What a question found: a row for each case, in the order in which it gave them.
 */
export type Answered = { 
/**
 * The names of the further columns, as the question gave them.
 */
columns: Array<string>, 
/**
 * The rows.
 */
rows: Array<AnsweredRow>, 
/**
 * There are more.
 */
more: boolean, };

/**
 * One row of an answer.
 */
export type AnsweredRow = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Its register number.
 */
register_no: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What stands in the further columns.
 */
cells: Array<string>, };

/**
 * Which state was asked about.
 */
export type AsOf = { 
/**
 * The last entry of that day or before; 0 where there was none yet.
 */
entry: number, 
/**
 * Its digest, to be compared with one kept elsewhere.
 */
digest: string, 
/**
 * How many later entries were taken back on the copy.
 */
taken_back: number, };

/**
 * A day to look back to.
 */
export type AsOfAsk = { 
/**
 * The end of this day.
 */
day: string, };

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
 * Somebody's time with the case.
 */
export type AssignmentLine = { 
/**
 * Its id.
 */
id: AssignmentId, 
/**
 * Who.
 */
account_id: AccountId, 
/**
 * The name.
 */
name: string, 
/**
 * `handler` or `assistant`.
 */
role: string, 
/**
 * How it came about.
 */
mode: string, 
/**
 * Why (vocabulary: `designation_reason`).
 */
reason: string, 
/**
 * Why, in words.
 */
reason_text: string, 
/**
 * From.
 */
started_on: string, 
/**
 * Until; none while it lasts.
 */
ended_on: string | null, 
/**
 * The draw, if there was one.
 */
draw_id: DrawId | null, };

/**
 * What is looked for.
 */
export type AuditAsk = { 
/**
 * From this day on.
 */
from?: string, 
/**
 * Up to this day, it included.
 */
to?: string, 
/**
 * Part of the person's name.
 */
person?: string, 
/**
 * One action.
 */
action?: string, 
/**
 * Part of what was asked or why; an entry's number; a digest.
 */
text?: string, 
/**
 * Only entries before this one.
 */
before?: EntryId, 
/**
 * At most so many; 100 when absent.
 */
limit?: number, };

/**
 * One entry, as the auditor sees it.
 */
export type AuditEntry = { 
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
 * At which machine.
 */
workstation: string, 
/**
 * Which action (words: `action_<action>`).
 */
action: string, 
/**
 * Why; not shown to who may not see cases, where the entry concerns one.
 */
reason: string, 
/**
 * What was asked, JSON; withheld likewise.
 */
detail: string, 
/**
 * The entry that this one takes back.
 */
undoes: EntryId | null, 
/**
 * A workstation signed it.
 */
signed: boolean, 
/**
 * It changed rows.
 */
changed: boolean, 
/**
 * It concerns a case.
 */
of_case: boolean, };

/**
 * A page of what was found.
 */
export type AuditPage = { 
/**
 * The entries, newest first.
 */
entries: Array<AuditEntry>, 
/**
 * Ask again with `before` set to this for more.
 */
next: EntryId | null, 
/**
 * Digest of the newest entry of all, to be kept elsewhere.
 */
head: string | null, 
/**
 * The actions that there are, for choosing.
 */
actions: Array<string>, };

/**
 * A backup that was restored and compared.
 */
export type Backup = { 
/**
 * The file.
 */
file: string, 
/**
 * What it says of itself.
 */
head: BackupHead, };

/**
 * Where to make a backup.
 */
export type BackupAsk = { 
/**
 * The folder; the office's own for backups when absent.
 */
folder?: string, };

/**
 * What the head of a backup says.
 */
export type BackupHead = { 
/**
 * Form of the file.
 */
format: number, 
/**
 * Which office: the beginning of the digest of its first entry.
 */
office: string, 
/**
 * When it was made, UTC.
 */
at: string, 
/**
 * The day of the office on which it was made.
 */
day: string, 
/**
 * The last journal entry in it.
 */
entry: number, 
/**
 * Digest of that entry.
 */
digest: string, 
/**
 * Schema of the record.
 */
schema: number, 
/**
 * Length of the key file.
 */
key_bytes: number, 
/**
 * Length of the record.
 */
record_bytes: number, 
/**
 * Length of what lies sealed, with the wraps of its own key; 0 where nothing does.
 */
sealed_bytes?: number, 
/**
 * SHA-256 over all of them.
 */
sha256: string, };

/**
 * A backup to bring back.
 */
export type BackupRestore = { 
/**
 * The file.
 */
file: string, 
/**
 * The name that signs in.
 */
login?: string, 
/**
 * The passphrase as it was when the backup was made.
 */
passphrase?: string, 
/**
 * The recovery key instead.
 */
recovery_key?: string, 
/**
 * Where to; the office's own folder when absent: what lies there is set aside first.
 */
to?: string, 
/**
 * The folder of the second copy, whose later entries are to be done again.
 */
second?: string, };

/**
 * A backup brought back.
 */
export type BackupRestored = { 
/**
 * What stands there now.
 */
restored: Restored, 
/**
 * Where what lay there before was put.
 */
set_aside: string | null, };

/**
 * How safe the record is, for the status bar and the page.
 */
export type BackupStatus = { 
/**
 * The last backup that was restored and compared; none yet.
 */
last: LastBackup | null, 
/**
 * Changes since.
 */
changes_since: number, 
/**
 * Whole days since; none where there was none yet.
 */
days_since: number | null, 
/**
 * One is due today.
 */
due: boolean, 
/**
 * Where backups go.
 */
folder: string, 
/**
 * How the second copy stands.
 */
second: SecondCopyState, 
/**
 * Where it goes.
 */
second_folder: string | null, 
/**
 * The machine's clock says an earlier day than the last entry of the journal: that entry's day.
 */
clock_behind: string | null, };

/**
 * Which backups to look for before anybody is signed in.
 */
export type BackupsFind = { 
/**
 * The folder; the office's own for backups when absent.
 */
folder?: string, };

/**
 * A reference to an instrument and its article, as people write it.
 */
export type BasisWords = { 
/**
 * The instrument's tag.
 */
source: string, 
/**
 * The article.
 */
article: string, 
/**
 * Both in words.
 */
words: { zh: string, en: string }, };

/**
 * Days to ask about.
 */
export type CalendarAsk = { 
/**
 * The first day; today when left out.
 */
from?: string, 
/**
 * The last day; the first when left out.
 */
to?: string, };

/**
 * What a day is.
 */
export type CalendarDay = { 
/**
 * The day.
 */
day: string, 
/**
 * Whether people work on it.
 */
works: boolean, 
/**
 * `working`, `made_up`, `weekend` or `off`.
 */
kind: string, 
/**
 * The holiday it is, or makes up for.
 */
name: { zh: string, en: string } | null, 
/**
 * A year whose table of days off would be needed to be sure, and is not loaded.
 */
missing: number | null, };

/**
 * A day to ask about.
 */
export type CalendarDayAsk = { 
/**
 * The day; today when left out.
 */
day?: string, };

/**
 * One row, or the whole file, that can't be taken.
 */
export type CalendarFault = { 
/**
 * Line in the file, the heading being 1; 0 for the file as a whole.
 */
line: number, 
/**
 * What is wrong and what to do.
 */
refusal: Refusal, };

/**
 * Which file.
 */
export type CalendarLoad = { 
/**
 * The file: columns `date`, `kind` (`off`, `work`), `name` and, if there is one, `name_en`.
 */
path: string, 
/**
 * Only say what it would bring and which due dates would move.
 */
rehearse?: boolean, };

/**
 * What a file brought, or would bring.
 */
export type CalendarLoadAnswer = { 
/**
 * The years and days; with faults, why nothing can be taken.
 */
loaded: CalendarLoaded, 
/**
 * Which due dates moved.
 */
recounted: Recounted, 
/**
 * What changed; none when it was only asked.
 */
changed: Changed | null, };

/**
 * What a file of days off brings.
 */
export type CalendarLoaded = { 
/**
 * Years that had no table before.
 */
years: Array<number>, 
/**
 * Years whose table this one takes the place of.
 */
replaced: Array<number>, 
/**
 * Years of which the file names only some days.
 */
amended: Array<number>, 
/**
 * Days the file names.
 */
days: number, 
/**
 * Days of years with a table on which people work now and did not, or the reverse.
 */
changed: Array<string>, 
/**
 * What is wrong with the file, row by row. With any, nothing is taken.
 */
faults: Array<CalendarFault>, };

/**
 * A year's table as a file that can be loaded again.
 */
export type CalendarTable = { 
/**
 * The text of the file; empty where the year has no table.
 */
text: string, };

/**
 * Which year.
 */
export type CalendarTableAsk = { 
/**
 * The year.
 */
year: number, };

/**
 * A year of the calendar.
 */
export type CalendarYear = { 
/**
 * The year.
 */
year: number, 
/**
 * `program`: it came with the program; `office`: the office loaded it.
 */
from: string, 
/**
 * The file it came from.
 */
file_name: string | null, 
/**
 * The day it was loaded.
 */
loaded_on: string | null, };

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
 * What changes in the head of a case and its lists. What is absent stays.
 */
export type CaseChange = { 
/**
 * The business line.
 */
line?: string, 
/**
 * The category.
 */
category?: string, 
/**
 * The title.
 */
title?: string, 
/**
 * The day of receipt.
 */
received_on?: string, 
/**
 * The day of acceptance.
 */
accepted_on?: string, 
/**
 * Id of the charge, cause of action or field.
 */
cause_code?: string, 
/**
 * The cause in words.
 */
cause?: string, 
/**
 * Where it comes from.
 */
source?: string, 
/**
 * The unit that sent it.
 */
from_unit?: string, 
/**
 * The department that handles it.
 */
department_id?: DepartmentId, 
/**
 * The facts in brief.
 */
summary?: string, 
/**
 * Answers to the intake check; items that are not mentioned stay.
 */
checklist?: { [key in string]: ChecklistAnswer }, 
/**
 * Further fields of the card; keys that are not mentioned stay, an empty text takes one away.
 */
card?: { [key in string]: string }, 
/**
 * All its numbers, as [`PersonEntry`] says of lists.
 */
numbers?: Array<NumberEntry>, 
/**
 * All its flags.
 */
flags?: Array<string>, 
/**
 * All its links, as [`PersonEntry`] says of lists.
 */
links?: Array<LinkEntry>, 
/**
 * Why; required once the case is closed.
 */
reason?: string, };

/**
 * A change of a case.
 */
export type CaseChangeAsk = { 
/**
 * Which case.
 */
case: CaseRef, 
/**
 * What changes; what is absent stays.
 */
change: CaseChange, };

/**
 * All time limits of a case with their arithmetic.
 */
export type CaseDue = { 
/**
 * Those that run first, the next to finish before the others; then those met and ended.
 */
periods: Array<CasePeriod>, 
/**
 * What could not be counted, or was left out of it.
 */
gaps: Array<CaseGap>, 
/**
 * The reminders, those not done first.
 */
reminders: Array<Reminder>, 
/**
 * The look-backs after its hearings, those still to come first.
 */
look_backs: Array<CaseLookBack>, };

/**
 * Which case.
 */
export type CaseDueAsk = { 
/**
 * The case.
 */
case: CaseId, };

/**
 * Something about a time limit that a person must look at.
 */
export type CaseGap = { 
/**
 * The rule.
 */
rule: string, 
/**
 * What the rule is called.
 */
title: { zh: string, en: string }, 
/**
 * The day of the trigger.
 */
trigger_on: string, 
/**
 * The act concerned.
 */
act: ActId | null, 
/**
 * What is wrong, as a code.
 */
code: string, 
/**
 * What is wrong, in words.
 */
words: { zh: string, en: string }, };

/**
 * The head of a case.
 */
export type CaseHead = { 
/**
 * Its id.
 */
id: CaseId, 
/**
 * Our register number.
 */
register_no: string, 
/**
 * The department acceptance number, else empty.
 */
number: string, 
/**
 * The business line.
 */
line: string, 
/**
 * The procuratorial function it counts for.
 */
function: string, 
/**
 * The category.
 */
category: string, 
/**
 * The title.
 */
title: string, 
/**
 * Id of the charge, cause of action or field.
 */
cause_code: string, 
/**
 * The cause in words.
 */
cause: string, 
/**
 * Where it comes from (vocabulary: `case_source`).
 */
source: string, 
/**
 * The unit that sent it.
 */
from_unit: string, 
/**
 * The day of receipt.
 */
received_on: string, 
/**
 * The day of acceptance.
 */
accepted_on: string, 
/**
 * The department.
 */
department_id: DepartmentId | null, 
/**
 * The department's name.
 */
department: string, 
/**
 * The facts in brief.
 */
summary: string, 
/**
 * The answers to the intake check.
 */
checklist: { [key in string]: ChecklistAnswer }, 
/**
 * Further fields of the card.
 */
card: { [key in string]: string }, 
/**
 * Who registered it.
 */
registered_by: string, 
/**
 * Where it stands (law: stages).
 */
stage: string, 
/**
 * What it ended with: a code of the category's outcomes, else the words of the act of closing.
 */
outcome: string, 
/**
 * Whether work is still to be done.
 */
is_open: boolean, 
/**
 * The day on which it was closed.
 */
closed_on: string | null, 
/**
 * Who handles it.
 */
handler_id: AccountId | null, 
/**
 * His name.
 */
handler: string, 
/**
 * Somebody is in custody.
 */
in_custody: boolean, 
/**
 * Somebody was a minor at the act.
 */
is_minor: boolean, 
/**
 * It needs attention (flags of that group).
 */
is_sensitive: boolean, 
/**
 * The next safe due day.
 */
next_due_on: string | null, 
/**
 * Its rule.
 */
next_due_rule: string, 
/**
 * With whom it lies: `police`, `court`, `other`, or empty while it lies here.
 */
out_with: string, 
/**
 * Since when.
 */
out_since: string | null, };

/**
 * One accepted case, all its life.
 */
export type CaseId = number;

/**
 * A page by key.
 */
export type CaseList = { 
/**
 * How many cases there are in all.
 */
total: number, 
/**
 * The cases of this page.
 */
cases: Array<CaseRow>, 
/**
 * Ask again with `after` set to this for more.
 */
next: string | null, };

/**
 * A page by key.
 */
export type CaseListAsk = { 
/**
 * A named view; all cases when absent.
 */
view?: string, 
/**
 * Further conditions as a line of text.
 */
filter?: string, 
/**
 * At most so many; 50 when absent, none where they are only to be counted.
 */
limit?: number, 
/**
 * After this key.
 */
after?: string, };

/**
 * A look-back after a hearing of a case.
 */
export type CaseLookBack = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * Its day.
 */
held_on: string | null, 
/**
 * When to look back.
 */
on: string, 
/**
 * How it stands today; met once it is recorded what was found.
 */
state: DueState, 
/**
 * How many days are left; below zero when it is past.
 */
days_left: number, 
/**
 * What was found.
 */
found: string, };

/**
 * One time limit of a case.
 */
export type CasePeriod = { 
/**
 * The sum with its steps.
 */
sum: DueSum, 
/**
 * What kind it is.
 */
kind: DueKind, 
/**
 * What it is about, as it stands in the record.
 */
subject: string, 
/**
 * What it is about, in words.
 */
about: { zh: string, en: string }, 
/**
 * Who has to act.
 */
by: string, 
/**
 * How many days are left to finish; below zero when it is past.
 */
days_left: number, 
/**
 * How it stands today.
 */
state: DueState, 
/**
 * Amber from this day on.
 */
amber_on: string, 
/**
 * Red from this day on.
 */
red_on: string, 
/**
 * Decide, release or change the measure today.
 */
hard_stop: boolean, 
/**
 * The act that set it going.
 */
trigger_act: ActId | null, 
/**
 * That act in words, with its day.
 */
trigger_words: { zh: string, en: string } | null, 
/**
 * The day on which it was met.
 */
met_on: string | null, 
/**
 * The act that met it.
 */
met_by: ActId | null, 
/**
 * That act in words, with its day.
 */
met_by_words: { zh: string, en: string } | null, 
/**
 * The day on which it ended without being met.
 */
ended_on: string | null, 
/**
 * Why it ended without being met, in words.
 */
ended_words: { zh: string, en: string } | null, 
/**
 * It does not run since that day.
 */
paused_since: string | null, };

/**
 * What a list of cases shows, and in which order.
 */
export type CaseQuery = { 
/**
 * All of these hold.
 */
filters: Array<Filter>, 
/**
 * The order; newest accepted first when absent.
 */
sort?: Sort, };

/**
 * A case as a person or another program names it: `17`, `2026-GC-00017`, `测检刑诉受〔2026〕17号`.
 */
export type CaseRef = CaseId | string;

/**
 * Which case.
 */
export type CaseRefAsk = { 
/**
 * By id, register number or any of its numbers.
 */
case: CaseRef, };

/**
 * A registered case.
 */
export type CaseRegistered = { 
/**
 * Its id.
 */
case: CaseId, 
/**
 * Its register number.
 */
register_no: string, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * The people of a case in full.
 */
export type CaseReveal = { 
/**
 * Which case.
 */
case: CaseRef, 
/**
 * What for.
 */
reason: string, };

/**
 * What the list shows of a case.
 */
export type CaseRow = { 
/**
 * The case.
 */
case_id: CaseId, 
/**
 * Local register number.
 */
register_no: string, 
/**
 * Department acceptance number.
 */
number: string, 
/**
 * Title.
 */
title: string, 
/**
 * Names of the people.
 */
persons: string, 
/**
 * How many people.
 */
person_count: number, 
/**
 * Cause in words.
 */
cause: string, 
/**
 * Business line.
 */
line: string, 
/**
 * Procuratorial function.
 */
function: string, 
/**
 * Category.
 */
category: string, 
/**
 * Stage.
 */
stage: string, 
/**
 * Outcome.
 */
outcome: string, 
/**
 * Open.
 */
is_open: boolean, 
/**
 * Handler.
 */
handler_id: number | null, 
/**
 * His name.
 */
handler: string, 
/**
 * Department.
 */
department_id: number | null, 
/**
 * Its name.
 */
department: string, 
/**
 * Accepted on.
 */
accepted_on: string, 
/**
 * Closed on.
 */
closed_on: string | null, 
/**
 * Last act on.
 */
last_act_on: string | null, 
/**
 * Last act.
 */
last_act: string, 
/**
 * Next due day.
 */
next_due_on: string | null, 
/**
 * Its rule.
 */
next_due_rule: string, 
/**
 * How it stands on the day asked (words: `due_state_<code>`); empty where nothing is due.
 */
due_state: string, 
/**
 * Somebody is in custody.
 */
in_custody: boolean, 
/**
 * A minor is concerned.
 */
is_minor: boolean, 
/**
 * Major or sensitive.
 */
is_sensitive: boolean, 
/**
 * Out with the police or the court.
 */
out_with: string, 
/**
 * Out since.
 */
out_since: string | null, 
/**
 * Findings that nobody has answered, on the day asked.
 */
findings: number, };

/**
 * A case to seal.
 */
export type CaseSeal = { 
/**
 * Linked cases that are marked as holding sealed information.
 */
label: Array<CaseId>, 
/**
 * Make a backup that no longer holds the case, at once.
 */
backup: boolean, 
/**
 * The case.
 */
case: CaseId, 
/**
 * Why the law seals it (vocabulary: `seal_ground`).
 */
ground: string, 
/**
 * Whose decision, with its number.
 */
authority: string, 
/**
 * Anything else to be known.
 */
reason: string, 
/**
 * Why the whole of a case is sealed in which adults are accused too.
 */
joint_reason: string, };

/**
 * What sealing a case would mean.
 */
export type CaseSealForeseen = { 
/**
 * What the record says.
 */
foreseen: Foreseen, 
/**
 * Files that would still hold the case.
 */
holding: Array<string>, };

/**
 * A case that was sealed.
 */
export type CaseSealed = { 
/**
 * What it changed.
 */
changed: Changed, 
/**
 * The backup that was made, where one was asked for.
 */
backup: string | null, 
/**
 * Files that still hold the case under the office's key. Only a person takes them away.
 */
holding: Array<string>, };

/**
 * A case on one page. Due dates, findings and hearings have commands of their own.
 */
export type CaseSheet = { 
/**
 * What never scrolls away.
 */
head: CaseHead, 
/**
 * Its numbers.
 */
numbers: Array<NumberLine>, 
/**
 * Its flags (vocabulary: `flag`).
 */
flags: Array<string>, 
/**
 * Its people.
 */
persons: Array<PersonCard>, 
/**
 * The timeline, oldest first.
 */
acts: Array<ActLine>, 
/**
 * The notes, oldest first.
 */
notes: Array<NoteLine>, 
/**
 * The cases it belongs with, from either side.
 */
links: Array<LinkLine>, 
/**
 * Who handles and handled it, oldest first.
 */
assignments: Array<AssignmentLine>, 
/**
 * What a ledger left open and an import supposed, to be checked.
 */
supposed: Array<SupposedLine>, 
/**
 * The acts that may be recorded now, with their fields; empty for who may not record.
 */
next_acts: Array<NextAct>, 
/**
 * Whether the person who asks may record on it.
 */
may_record: boolean, 
/**
 * Whether that person may assign it.
 */
may_assign: boolean, 
/**
 * Whether that person may hold hearings on it.
 */
may_hear: boolean, 
/**
 * Whether what tells who somebody is stays masked for that person until it is asked for.
 */
is_masked: boolean, };

/**
 * A control slip: a case and the sums of its due dates, for paper, in both languages.
 */
export type CaseSlip = { 
/**
 * The day on which it stands so.
 */
day: string, 
/**
 * The procuratorate.
 */
office: string, 
/**
 * The case's register number.
 */
register_no: string, 
/**
 * Its other numbers.
 */
numbers: Array<string>, 
/**
 * Its title.
 */
case_title: string, 
/**
 * Its category.
 */
category: string, 
/**
 * Where it stands (law: stages).
 */
stage: string, 
/**
 * The day of acceptance.
 */
accepted_on: string, 
/**
 * Its department.
 */
department: string, 
/**
 * Who handles it; empty for nobody yet.
 */
handler: string, 
/**
 * With whom it lies: `police`, `court`, `other`, or empty while it lies here.
 */
out_with: string, 
/**
 * Since when.
 */
out_since: string | null, 
/**
 * Its people.
 */
persons: Array<SlipPerson>, 
/**
 * The time limits.
 */
periods: Array<CasePeriod>, 
/**
 * What could not be counted.
 */
gaps: Array<CaseGap>, 
/**
 * How far the journal was, so that the paper can be held against the record.
 */
journal: SlipJournal | null, };

/**
 * Which case, and which of its time limits.
 */
export type CaseSlipAsk = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Only this rule.
 */
rule?: string, 
/**
 * Only what is about this.
 */
subject?: string, 
/**
 * Only what began on this day.
 */
trigger_on?: string, };

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
 * What the cells of a column are.
 */
export type CellKind = "text" | "number" | "day";

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
 * A charge against a person.
 */
export type ChargeEntry = { 
/**
 * The charge to change; none for a new one.
 */
id?: ChargeId, 
/**
 * `transferred`, `reviewed` or `convicted`.
 */
phase: string, 
/**
 * Its id in the list of charges, if it stands there.
 */
charge_id?: string, 
/**
 * The charge in words; the name in the list when absent.
 */
charge?: string, };

/**
 * One charge against one person.
 */
export type ChargeId = number;

/**
 * One charge.
 */
export type ChargeLine = { 
/**
 * Its id.
 */
id: ChargeId, 
/**
 * `transferred`, `reviewed` or `convicted`.
 */
phase: string, 
/**
 * Its id in the list of charges.
 */
charge_id: string, 
/**
 * The charge in words.
 */
charge: string, };

/**
 * Which check.
 */
export type CheckAsk = { 
/**
 * Its id, `co_01`; `CO-01` is understood too.
 */
check: string, };

/**
 * A check: rule, basis, what to do, examples.
 */
export type CheckPage = { 
/**
 * Its id, `co_01`.
 */
check: string, 
/**
 * The id as it is shown, `CO-01`.
 */
code: string, 
/**
 * What is wrong, in a few words.
 */
title: { zh: string, en: string }, 
/**
 * What the law or practice asks for.
 */
rule: { zh: string, en: string }, 
/**
 * What to do.
 */
remedy: { zh: string, en: string }, 
/**
 * How bad it is.
 */
severity: Severity, 
/**
 * Categories, families, functions and lines it applies to; empty for all.
 */
applies: Array<string>, 
/**
 * What it stands on.
 */
basis: Array<BasisWords>, 
/**
 * Cases accepted on this day or later.
 */
in_force_from: string | null, 
/**
 * Cases accepted on this day or earlier.
 */
in_force_to: string | null, 
/**
 * Examples without the finding; each a list of facts.
 */
good: Array<Array<{ zh: string, en: string }>>, 
/**
 * Examples with the finding.
 */
bad: Array<Array<{ zh: string, en: string }>>, };

/**
 * What a run of all checks found.
 */
export type CheckRun = { 
/**
 * How many cases were looked at.
 */
cases: number, 
/**
 * By check, those with findings or changes.
 */
checks: Array<CheckRunLine>, };

/**
 * One check of a run.
 */
export type CheckRunLine = { 
/**
 * The check.
 */
check: string, 
/**
 * Findings without an answer.
 */
open: number, 
/**
 * Findings with one.
 */
answered: number, 
/**
 * Findings that the run added: they should have stood there.
 */
appeared: number, 
/**
 * Findings that the run took away: they should not have stood there.
 */
gone: number, };

/**
 * One item of the intake check.
 */
export type ChecklistAnswer = { 
/**
 * `yes`, `no` or `not_applicable`.
 */
answer: string, 
/**
 * A remark.
 */
note: string, };

/**
 * A column of the list of cases.
 */
export type Column = "register_no" | "number" | "title" | "persons" | "cause" | "line" | "function" | "category" | "stage" | "outcome" | "is_open" | "handler_id" | "department_id" | "accepted_on" | "next_due_on" | "last_act_on" | "closed_on" | "person_count" | "in_custody" | "is_minor" | "is_sensitive" | "out_with" | "last_act" | "due_state" | "findings" | "overdue" | "due_soon" | "unchecked" | "waits" | "staff";

/**
 * Which field a column is.
 */
export type ColumnChoice = { 
/**
 * Its letter.
 */
column: string, 
/**
 * The field (law: headings); empty leaves the column outside.
 */
field: string, };

/**
 * One column with what it seems to be.
 */
export type ColumnLine = { 
/**
 * Its letter.
 */
column: string, 
/**
 * Its head.
 */
head: string, 
/**
 * The field in force; none where the column stays outside.
 */
field: string | null, 
/**
 * The field proposed.
 */
proposed: string | null, 
/**
 * `remembered`, `certain`, `likely`, `doubtful` or `none`.
 */
confidence: string, 
/**
 * Up to three values.
 */
samples: Array<string>, };

/**
 * The passphrase once more, and what for.
 */
export type Confirm = { 
/**
 * The passphrase.
 */
passphrase: string, 
/**
 * What it is for, in the person's words.
 */
purpose: string, };

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
 * Where copies go.
 */
export type Copies = { 
/**
 * The folder of backups; beside the record where none is named.
 */
backups?: string, 
/**
 * The folder of the second copy, best on another disk; none is kept where none is named.
 */
second?: string, };

/**
 * One group of the list.
 */
export type DailyGroup = { 
/**
 * The name of the person, department, kind or rule.
 */
name: { zh: string, en: string }, 
/**
 * What is due.
 */
rows: Array<DueRow>, };

/**
 * All that is to be finished on or before a day and is not yet.
 */
export type DailyList = { 
/**
 * The day.
 */
day: string, 
/**
 * How many in all.
 */
total: number, 
/**
 * How many stand how on that day.
 */
states: Array<DueCount>, 
/**
 * The groups by name; within each by the day to finish by.
 */
groups: Array<DailyGroup>, };

/**
 * One due date by name.
 */
export type DateLine = { 
/**
 * The case's register number.
 */
register_no: string, 
/**
 * The rule.
 */
rule: string, 
/**
 * What it is about.
 */
subject: string, 
/**
 * The day of the trigger.
 */
trigger_on: string, 
/**
 * The last day by law.
 */
due: string, 
/**
 * Finish by this day.
 */
safe_due: string, };

/**
 * A typed day.
 */
export type DayAsk = { 
/**
 * As typed: `20260305`, `3.5`, `今天`, `+15`.
 */
text: string, };

/**
 * How a difference is decided.
 */
export type Decision = "file" | "record";

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
 * What can be said of a department when entering or changing it.
 */
export type DepartmentEntry = { 
/**
 * The department to change; none for a new one, which stands last.
 */
id?: DepartmentId, 
/**
 * Its name.
 */
name: string, 
/**
 * What kind (vocabulary: `department`); the kind says which lines it takes.
 */
kind: string, 
/**
 * Takes no cases and no people any more.
 */
ended?: boolean, };

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
 * One value on which file and record differ.
 */
export type Difference = { 
/**
 * Its id; 0 in a dry run that found it for the first time.
 */
id: number, 
/**
 * The case.
 */
case: CaseId, 
/**
 * Its register number.
 */
register_no: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * The source.
 */
source: string, 
/**
 * The field (law: headings).
 */
field: string, 
/**
 * Whom it concerns; empty for the case.
 */
person: string, 
/**
 * What the file says.
 */
file_value: string, 
/**
 * What the record had when the difference was found.
 */
record_value: string, };

/**
 * Differences of which case.
 */
export type DifferencesAsk = { 
/**
 * Of this case; of all when absent.
 */
case?: CaseId, };

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
 * How the office draws.
 */
export type DrawMethod = { 
/**
 * The method of draws from now on.
 */
method: Method, 
/**
 * Those there are.
 */
methods: Array<Method>, };

/**
 * A method to draw by.
 */
export type DrawMethodSave = { 
/**
 * Which.
 */
method: Method, 
/**
 * Why, for the journal.
 */
reason: string, };

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
 * Which due dates, and from where on.
 */
export type DueAsk = { 
/**
 * Which.
 */
filter?: DueFilter, 
/**
 * To be finished within so many days from today; those overdue too.
 */
within?: number, 
/**
 * Only what is one's own to look after: cases handled or assisted in, and one's reminders.
 */
mine?: boolean, 
/**
 * The day on which it stands so; today when left out.
 */
on?: string, 
/**
 * After this place.
 */
after?: DueCursor, 
/**
 * At most so many; 100 when left out.
 */
limit?: number, };

/**
 * How many due dates stand so.
 */
export type DueCount = { 
/**
 * How.
 */
state: DueState, 
/**
 * How many.
 */
number: number, };

/**
 * The place after the last row of a page.
 */
export type DueCursor = { 
/**
 * The day to finish by of the last row.
 */
safe_due: string, 
/**
 * Its case.
 */
case: CaseId, 
/**
 * Its rule.
 */
rule: string, 
/**
 * What it is about.
 */
subject: string, 
/**
 * The day of its trigger.
 */
trigger_on: string, };

/**
 * Which day's list.
 */
export type DueDailyAsk = { 
/**
 * The day; today when left out.
 */
day?: string, 
/**
 * Which due dates.
 */
filter?: DueFilter, 
/**
 * By what it is put together; by handler when left out.
 */
by?: DueGrouping, };

/**
 * Due dates as the rules of this program give them.
 */
export type DueDates = { 
/**
 * The due dates, case by case.
 */
dates: Array<DateLine>, 
/**
 * Go on after this case.
 */
next: CaseId | null, };

/**
 * From which case on.
 */
export type DueDatesAsk = { 
/**
 * After this case.
 */
after?: CaseId, 
/**
 * At most so many cases; 500 when left out.
 */
limit?: number, };

/**
 * Which due dates; what is left out is not asked.
 */
export type DueFilter = { 
/**
 * In this case.
 */
case?: CaseId, 
/**
 * To be finished on this day or later.
 */
from?: string, 
/**
 * To be finished on this day or earlier.
 */
until?: string, 
/**
 * Of this rule.
 */
rule?: string, 
/**
 * Of one of these kinds.
 */
kinds?: Array<DueKind>, 
/**
 * That this one has to keep: `office`, `police`, `court`, `agency`, `party` or `other`.
 */
by?: string, 
/**
 * In cases of this line.
 */
line?: string, 
/**
 * In cases of this department.
 */
department?: DepartmentId, 
/**
 * In cases of this handler.
 */
handler?: AccountId, 
/**
 * For this one to look after: cases handled or assisted in, and reminders of one's own.
 */
staff?: AccountId, 
/**
 * Of this person of a case.
 */
person?: PersonId, 
/**
 * That end in custody, or that don't.
 */
in_custody?: boolean, 
/**
 * In cases that lie with this one now: `police`, `court` or `other`; empty for none.
 */
out_with?: string, 
/**
 * That stand so.
 */
states?: Array<DueState>, 
/**
 * That came to stand as they do after this day: amber, red, on the last day or overdue since.
 */
since?: string, 
/**
 * Those met and ended too.
 */
all?: boolean, };

/**
 * How many due dates of a group stand how.
 */
export type DueGroup = { 
/**
 * The group: an account, a department, a kind or a rule; none where the cases have none.
 */
key: string | null, 
/**
 * Its name.
 */
name: { zh: string, en: string }, 
/**
 * How many in all.
 */
number: number, 
/**
 * How many stand how, the most pressing first.
 */
states: Array<DueCount>, };

/**
 * What due dates are put together by.
 */
export type DueGrouping = "handler" | "department" | "kind" | "rule";

/**
 * What to put together, and by what.
 */
export type DueGroupsAsk = { 
/**
 * Which due dates.
 */
filter?: DueFilter, 
/**
 * By what.
 */
by: DueGrouping, 
/**
 * The day on which they stand so; today when left out.
 */
on?: string, };

/**
 * What a due date is about, as lists are sorted into kinds.
 */
export type DueKind = "case" | "person" | "measure" | "paper" | "hearing" | "reminder";

/**
 * A page of due dates, by the day to finish by.
 */
export type DueListPage = { 
/**
 * The rows.
 */
rows: Array<DueRow>, 
/**
 * Where the next page begins.
 */
next: DueCursor | null, };

/**
 * A due date that moved.
 */
export type DueMoved = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Its register number.
 */
register_no: string, 
/**
 * The rule.
 */
rule: string, 
/**
 * What it is about.
 */
subject: string, 
/**
 * The day of the trigger.
 */
trigger_on: string, 
/**
 * The day to finish by before; none: it was not there.
 */
before: string | null, 
/**
 * The day to finish by now; none: it is no more.
 */
after: string | null, };

/**
 * What came to press since a day: numbers and no names. Each is the length of [`due_list`] under the filter `since` with
 * that state.
 */
export type DueNews = { 
/**
 * Near now.
 */
amber: number, 
/**
 * Urgent now.
 */
red: number, 
/**
 * On their last day.
 */
last_day: number, 
/**
 * Overdue.
 */
overdue: number, 
/**
 * In custody and on the last day or past it.
 */
hard_stops: number, };

/**
 * Since when, and for whom.
 */
export type DueNewsAsk = { 
/**
 * The last day on which one was told.
 */
since: string, 
/**
 * Which due dates.
 */
filter?: DueFilter, 
/**
 * Only what is one's own to look after.
 */
mine?: boolean, };

/**
 * How many due dates are to be finished by a day.
 */
export type DueOnDay = { 
/**
 * The day.
 */
day: string, 
/**
 * How many.
 */
number: number, };

/**
 * One due date in the list, in words and as it stands on the day asked about.
 */
export type DueRow = { 
/**
 * What the rule is called.
 */
title: { zh: string, en: string }, 
/**
 * How many days are left to finish; below zero when it is past.
 */
days_left: number, 
/**
 * Decide, release or change the measure today: the last day in custody is here or past.
 */
hard_stop: boolean, 
/**
 * The case.
 */
case: CaseId, 
/**
 * The case's register number.
 */
register_no: string, 
/**
 * The case's title.
 */
case_title: string, 
/**
 * The case's line.
 */
line: string, 
/**
 * The case's category.
 */
category: string, 
/**
 * The department that the case lies in.
 */
department: string | null, 
/**
 * Who handles the case.
 */
handler: string | null, 
/**
 * That account.
 */
handler_id: AccountId | null, 
/**
 * The handler is away on the day to finish by, until this day.
 */
handler_away_until: string | null, 
/**
 * With whom the case lies now: `police`, `court`, `other` or empty.
 */
out_with: string, 
/**
 * Since when.
 */
out_since: string | null, 
/**
 * The rule; `reminder` for a reminder.
 */
rule: string, 
/**
 * What kind it is.
 */
kind: DueKind, 
/**
 * What it is about, as it stands in the record.
 */
subject: string, 
/**
 * The person concerned.
 */
person: string | null, 
/**
 * That person.
 */
person_id: PersonId | null, 
/**
 * The reminder.
 */
reminder: ReminderId | null, 
/**
 * What it says.
 */
reminder_text: string | null, 
/**
 * The day of the trigger.
 */
trigger_on: string, 
/**
 * The act that set it going.
 */
trigger_act: ActId | null, 
/**
 * Who has to act: `office`, `police`, `court`, `agency`, `party` or `other`.
 */
by: string, 
/**
 * The last day by law.
 */
due: string, 
/**
 * Finish by this day.
 */
safe_due: string, 
/**
 * Amber from this day on.
 */
amber_on: string, 
/**
 * Red from this day on.
 */
red_on: string, 
/**
 * How it stands.
 */
state: DueState, 
/**
 * The day on which it was met.
 */
met_on: string | null, 
/**
 * The act that met it.
 */
met_by: ActId | null, 
/**
 * The day on which it ended without being met.
 */
ended_on: string | null, 
/**
 * It does not run since that day.
 */
paused_since: string | null, 
/**
 * Whether the person is in custody on the last day.
 */
in_custody: boolean, 
/**
 * A year whose table of days off would be needed to be sure.
 */
calendar_missing: number | null, };

/**
 * How a due date stands on a day.
 */
export type DueState = "overdue" | "last_day" | "red" | "amber" | "quiet" | "paused" | "lapsed" | "ended" | "met_late" | "met";

/**
 * A last day and how it was found.
 */
export type DueSum = { 
/**
 * The rule.
 */
rule: string, 
/**
 * What it is called.
 */
title: { zh: string, en: string }, 
/**
 * What set it going.
 */
trigger: { zh: string, en: string }, 
/**
 * The day of that.
 */
trigger_on: string, 
/**
 * The last day by law.
 */
due: string, 
/**
 * The earliest day by any reading; finish by this one.
 */
safe_due: string, 
/**
 * The last day before it was moved off a day without work.
 */
nominal: string, 
/**
 * How long the rule is, where it has a length of its own.
 */
length_words: { zh: string, en: string } | null, 
/**
 * Whether the person counted as in custody.
 */
in_custody: boolean, 
/**
 * The arithmetic, in order.
 */
steps: Array<SumStep>, 
/**
 * A year whose table of days off would be needed and is not loaded.
 */
calendar_missing: number | null, 
/**
 * Where the rule stands in the law.
 */
basis: Array<BasisWords>, 
/**
 * What else a person must know.
 */
note: { zh: string, en: string } | null, 
/**
 * The number was not seen in a text.
 */
unverified: boolean, };

/**
 * A case that may be the same, or touch the same person.
 */
export type Duplicate = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Its register number.
 */
register_no: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its category.
 */
category: string, 
/**
 * The day of its acceptance.
 */
accepted_on: string, 
/**
 * Whether it is open.
 */
is_open: boolean, 
/**
 * Why.
 */
why: Why, 
/**
 * What is the same: the number, the name, the title.
 */
what: string, };

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
 * What happened to the rows of one case.
 */
export type Fate = "new" | "changed" | "same" | "vanished" | "refused";

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
 * One field that an import changes.
 */
export type FieldChange = { 
/**
 * The field (law: headings).
 */
field: string, 
/**
 * Whom it concerns; empty for the case.
 */
person: string, 
/**
 * What the record has.
 */
before: string, 
/**
 * What it will have.
 */
after: string, };

/**
 * One change of one field.
 */
export type FieldChanged = { 
/**
 * The journal entry.
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
 * Before; none where the row was not there yet.
 */
before: string | null, 
/**
 * After; none where the row was taken away.
 */
after: string | null, };

/**
 * Which field.
 */
export type FieldHistoryAsk = { 
/**
 * Of which case.
 */
case: CaseRef, 
/**
 * The record table.
 */
table: string, 
/**
 * The row's key.
 */
key: string, 
/**
 * The field.
 */
field: string, };

/**
 * One field of an act.
 */
export type FieldLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name in words.
 */
words: { zh: string, en: string }, 
/**
 * The value as it is stored.
 */
value: string, 
/**
 * The value in words.
 */
said: { zh: string, en: string }, };

/**
 * What was invented.
 */
export type Filled = { 
/**
 * Cases.
 */
cases: number, 
/**
 * People on their cards.
 */
persons: number, 
/**
 * Acts on their timelines.
 */
acts: number, 
/**
 * Hearings.
 */
hearings: number, };

/**
 * One test on one column.
 */
export type Filter = { 
/**
 * The column.
 */
column: Column, 
/**
 * The test.
 */
test: Test, };

/**
 * An answer to a finding.
 */
export type FindingAnswer = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The check.
 */
check: string, 
/**
 * What it is about.
 */
subject: string, 
/**
 * The values it was made from.
 */
fingerprint: string, 
/**
 * Explained or set aside.
 */
answer: AnswerKind, 
/**
 * Why.
 */
reason: string, };

/**
 * Which findings, and from where on.
 */
export type FindingAsk = { 
/**
 * Which.
 */
filter?: FindingFilter, 
/**
 * After this place.
 */
after?: FindingCursor, 
/**
 * At most so many; 50 when left out.
 */
limit?: number, };

/**
 * How many findings a check has on the day asked about.
 */
export type FindingCount = { 
/**
 * The check.
 */
check: string, 
/**
 * How many without an answer.
 */
open: number, 
/**
 * How many with one.
 */
answered: number, 
/**
 * In how many cases.
 */
cases: number, };

/**
 * The place after the last row of a page.
 */
export type FindingCursor = { 
/**
 * The case of the last row.
 */
case: CaseId, 
/**
 * The check of the last row.
 */
check: string, 
/**
 * The subject of the last row.
 */
subject: string, };

/**
 * Which findings; what is left out is not asked.
 */
export type FindingFilter = { 
/**
 * Of this check.
 */
check?: string, 
/**
 * Of this severity.
 */
severity?: Severity, 
/**
 * In this case.
 */
case?: CaseId, 
/**
 * In cases of this line.
 */
line?: string, 
/**
 * In cases of this department.
 */
department?: DepartmentId, 
/**
 * In cases on which this person works, as handler or beside him.
 */
staff?: AccountId, 
/**
 * In cases that this source of imports knows.
 */
source?: number, 
/**
 * Only those with an answer that holds (`true`) or without one (`false`).
 */
answered?: boolean, };

/**
 * A finding with all that explains it.
 */
export type FindingItem = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The check.
 */
check: string, 
/**
 * The check as it is shown, `CO-01`.
 */
code: string, 
/**
 * What is wrong.
 */
title: { zh: string, en: string }, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * What it is about, as it stands in the record: `case`, `person:7`, `act:12` …
 */
subject: string, 
/**
 * What it is about, in words.
 */
about: { zh: string, en: string }, 
/**
 * Since when it holds, where that matters.
 */
since: string | null, 
/**
 * The values that made it.
 */
values: Array<FindingValue>, 
/**
 * What the law or practice asks for.
 */
rule: { zh: string, en: string }, 
/**
 * What it stands on.
 */
basis: Array<BasisWords>, 
/**
 * What to do.
 */
remedy: { zh: string, en: string }, 
/**
 * Given back with an answer.
 */
fingerprint: string, 
/**
 * The answer that holds.
 */
answer: FindingSaid | null, 
/**
 * An answer that was given to other values and holds no more.
 */
earlier: FindingSaid | null, };

/**
 * Which finding, with the values the person saw.
 */
export type FindingKey = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The check.
 */
check: string, 
/**
 * What it is about.
 */
subject: string, 
/**
 * The values it was made from.
 */
fingerprint: string, 
/**
 * Why; asked for where an answer is taken back.
 */
reason?: string, };

/**
 * A page of findings, those of the newest case first.
 */
export type FindingPage = { 
/**
 * The findings.
 */
rows: Array<FindingRow>, 
/**
 * Where the next page begins.
 */
next: FindingCursor | null, };

/**
 * A finding in a list.
 */
export type FindingRow = { 
/**
 * The finding.
 */
finding: FindingItem, 
/**
 * The case's register number.
 */
register_no: string, 
/**
 * The case's title.
 */
case_title: string, 
/**
 * Who handles the case.
 */
handler: string | null, };

/**
 * What somebody said about a finding.
 */
export type FindingSaid = { 
/**
 * Explained or set aside.
 */
kind: AnswerKind, 
/**
 * Why.
 */
reason: string, 
/**
 * On which day.
 */
on: string, 
/**
 * By whom.
 */
by: string | null, };

/**
 * One value of a finding.
 */
export type FindingValue = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it is called.
 */
label: { zh: string, en: string }, 
/**
 * The value as text.
 */
value: string, 
/**
 * The value in words.
 */
words: { zh: string, en: string }, };

/**
 * Which case.
 */
export type FindingsAsk = { 
/**
 * The case.
 */
case: CaseId, };

/**
 * Signing in with the code that two administrators gave out, and choosing a passphrase.
 */
export type FirstSignIn = { 
/**
 * The name to sign in with.
 */
login: string, 
/**
 * The code.
 */
code: string, 
/**
 * The passphrase that the person chooses.
 */
passphrase: string, };

/**
 * What sealing a case would mean.
 */
export type Foreseen = { 
/**
 * The case's register number.
 */
register_no: string, 
/**
 * The accused who were minors at the act.
 */
minors: Array<string>, 
/**
 * The accused who were not.
 */
adults: Array<string>, 
/**
 * The case is still open.
 */
is_open: boolean, 
/**
 * The sealing stands on its timeline.
 */
recorded: boolean, 
/**
 * Cases that are linked with it: their links go with it.
 */
linked: Array<Mention>, 
/**
 * Where other cases name it or its accused in words that stay.
 */
mentions: Array<Mention>, };

/**
 * What a search gave.
 */
export type Found = { 
/**
 * The newest hits first, one for each case.
 */
hits: Array<Hit>, 
/**
 * There are more.
 */
more: boolean, };

/**
 * Whether the journal still holds the entry that had it.
 */
export type FoundAgainst = { 
/**
 * The entry; none where no entry has the digest: the tail was cut, an older file was put back, or entries were made anew.
 */
entry: number | null, 
/**
 * How many entries came after it.
 */
after: number, };

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
 * A hearing, as far as it has one value of each.
 */
export type Hearing = { 
/**
 * Its id.
 */
id: HearingId, 
/**
 * The case it belongs to.
 */
case_id: CaseId, 
/**
 * The kind (vocabulary: `hearing_kind`).
 */
kind: string, 
/**
 * Why it is held (vocabulary: `hearing_basis`); may be empty.
 */
basis: string, 
/**
 * On whose initiative (vocabulary: `hearing_initiated_by`).
 */
initiated_by: string, 
/**
 * Who applied for it.
 */
applicant: string, 
/**
 * When.
 */
applied_on: string | null, 
/**
 * What was answered (vocabulary: `hearing_application_decision`); empty where not yet.
 */
answer: string, 
/**
 * The reasons of the answer.
 */
answer_reason: string, 
/**
 * The day of the answer.
 */
answered_on: string | null, 
/**
 * The day on which the applicant was told.
 */
answer_told_on: string | null, 
/**
 * Who approved the hearing.
 */
approved_by: string, 
/**
 * When.
 */
approved_on: string | null, 
/**
 * The number of the approval.
 */
approval_no: string, 
/**
 * Whether it is public.
 */
is_public: boolean, 
/**
 * Why it is not (vocabulary: `hearing_not_public_reason`).
 */
not_public_reason: string, 
/**
 * Why it departs from what the rule says of such cases.
 */
publicity_reason: string, 
/**
 * The questions to be heard, one a line.
 */
questions: string, 
/**
 * The disposal that is proposed, on which the officers give their views.
 */
proposed_decision: string, 
/**
 * The sort of venue (vocabulary: `hearing_venue`).
 */
venue: string, 
/**
 * The room, the address or the platform.
 */
place: string, 
/**
 * Who approved another venue than the hearing room.
 */
venue_approved_by: string, 
/**
 * When.
 */
venue_approved_on: string | null, 
/**
 * The day of the hearing.
 */
held_on: string | null, 
/**
 * When it is to begin.
 */
starts_at: TimeOfDay | null, 
/**
 * Until when the room is needed.
 */
ends_at: TimeOfDay | null, 
/**
 * The day on which day, time and place were last set.
 */
planned_on: string, 
/**
 * Who presides.
 */
chair_id: AccountId | null, 
/**
 * As what (vocabulary: `hearing_chair_reason`).
 */
chair_reason: string, 
/**
 * Who keeps the record.
 */
recorder: string, 
/**
 * The judicial police officers.
 */
bailiffs: string, 
/**
 * The day of the announcement.
 */
announced_on: string | null, 
/**
 * Where it was announced.
 */
announced_in: string, 
/**
 * Why fewer officers sat than is usual.
 */
officer_number_reason: string, 
/**
 * How it is broadcast (vocabulary: `hearing_broadcast`).
 */
broadcast: string, 
/**
 * Who approved the broadcast.
 */
broadcast_approved_by: string, 
/**
 * When.
 */
broadcast_approved_on: string | null, 
/**
 * When it began.
 */
began_at: TimeOfDay | null, 
/**
 * When it ended.
 */
ended_at: TimeOfDay | null, 
/**
 * The number of the recording.
 */
recording: string, 
/**
 * Until when the recording is kept.
 */
recording_until: string | null, 
/**
 * The number of the transcript.
 */
transcript: string, 
/**
 * What disturbed it.
 */
disorder: string, 
/**
 * The text of the announcement.
 */
announcement: string, 
/**
 * Whether the chair signed the transcript.
 */
chair_signed: boolean | null, 
/**
 * Whether the handling prosecutor did, where somebody else presided.
 */
handler_signed: boolean | null, 
/**
 * Whether the recorder did.
 */
recorder_signed: boolean | null, 
/**
 * Whether its times are not known: it was taken over from an older record.
 */
times_unknown: boolean, 
/**
 * Who handled the case when the plan or the beginning was recorded.
 */
handler_id: AccountId | null, 
/**
 * The post he or she had then (vocabulary: `post`); may be empty.
 */
handler_post: string, 
/**
 * The opinion of the majority (vocabulary: `officer_opinion`); empty where none has one.
 */
majority: string, 
/**
 * Whether the majority was followed (vocabulary: `hearing_adopted`).
 */
adopted: string, 
/**
 * The day of the report to the chief prosecutor.
 */
reported_on: string | null, 
/**
 * Who consented to not following the majority.
 */
consented_by: string, 
/**
 * When.
 */
consented_on: string | null, 
/**
 * The day of the decision.
 */
decided_on: string | null, 
/**
 * Whether it was announced on the spot.
 */
on_the_spot: boolean | null, 
/**
 * What was decided.
 */
decision: string, 
/**
 * With what reasons.
 */
decision_reasons: string, 
/**
 * The day on which the parties were told.
 */
parties_told_on: string | null, 
/**
 * The day on which it was cancelled.
 */
cancelled_on: string | null, 
/**
 * Why.
 */
cancel_reason: string, };

/**
 * An announcement.
 */
export type HearingAnnouncement = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * The day; absent takes it back.
 */
announced_on?: string, 
/**
 * Where.
 */
announced_in: string, 
/**
 * Its text; absent: as it is.
 */
announcement?: string, };

/**
 * The answer to an application for a hearing.
 */
export type HearingAnswer = { 
/**
 * The hearing applied for.
 */
hearing: HearingId, 
/**
 * What was answered (vocabulary: `hearing_application_decision`).
 */
answer: string, 
/**
 * With what reasons; a refusal has to give them.
 */
reason?: string, 
/**
 * The day of the answer.
 */
answered_on: string, 
/**
 * The day on which the applicant was told.
 */
told_on?: string, };

/**
 * One hearing.
 */
export type HearingAsk = { 
/**
 * Which.
 */
hearing: HearingId, };

/**
 * Whether an officer came.
 */
export type HearingAttendance = { 
/**
 * The seat.
 */
seat: SeatId, 
/**
 * Whether; absent: not recorded.
 */
attended?: boolean, };

/**
 * A beginning.
 */
export type HearingBeginning = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * When.
 */
at: TimeOfDay, 
/**
 * Why fewer officers sit than is usual.
 */
officer_number_reason?: string, };

/**
 * A hearing to call off.
 */
export type HearingCancellation = { 
/**
 * Which.
 */
hearing: HearingId, 
/**
 * Why.
 */
reason: string, };

/**
 * One thing to know about a day, a time or a place (words: `hearing_clash_<code>`).
 */
export type HearingClash = { 
/**
 * `room`, `chair`, `officer`, `participant`: taken by another hearing; `chair_away`, `officer_away`; `rest_day`; `due_before`:
 * a due date of the case comes before the hearing; `due_next`: the next one; `notice_late`: too late for the notice.
 */
code: string, 
/**
 * Whom or what it concerns, in Chinese.
 */
about: string, 
/**
 * The same in English.
 */
about_en: string, 
/**
 * The number of the other hearing's case.
 */
number: string, 
/**
 * From when that one is.
 */
from: TimeOfDay | null, 
/**
 * Until when.
 */
to: TimeOfDay | null, 
/**
 * The day it rests on.
 */
day: string | null, 
/**
 * Whether saving is refused because of it.
 */
refused: boolean, };

/**
 * What was decided after a hearing.
 */
export type HearingClosing = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * What was decided.
 */
decision: string, 
/**
 * With what reasons.
 */
reasons?: string, 
/**
 * The day of the decision.
 */
decided_on: string, 
/**
 * Whether it was announced on the spot.
 */
on_the_spot: boolean, 
/**
 * Whether the opinion of the majority was followed (vocabulary: `hearing_adopted`).
 */
adopted?: string, 
/**
 * The day of the report to the chief prosecutor.
 */
reported_on?: string, 
/**
 * Who consented to not following the majority.
 */
consented_by?: string, 
/**
 * When; not after the decision.
 */
consented_on?: string, };

/**
 * The hearings of some days, counted.
 */
export type HearingCoverage = { 
/**
 * By line, in the order of the lines; those without a case or a hearing are left out.
 */
lines: Array<HearingLineCoverage>, 
/**
 * By leader, in the order of their posts and names.
 */
leaders: Array<HearingLeaderCoverage>, };

/**
 * Some days.
 */
export type HearingDays = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };

/**
 * What became of the matter.
 */
export type HearingEffect = { 
/**
 * The day on which it was recorded.
 */
recorded_on: string, 
/**
 * The effect (vocabulary: `hearing_effect`).
 */
effect: string, 
/**
 * The result of the case, in words.
 */
case_result: string, 
/**
 * Whether the result is what the majority thought.
 */
matches_majority: boolean | null, 
/**
 * Whether the petition has ended.
 */
petition_stopped: boolean | null, 
/**
 * Whether judicial assistance was given.
 */
assistance_given: boolean | null, 
/**
 * Whether a suggestion was issued.
 */
suggestion_issued: boolean | null, 
/**
 * Money paid or promised, in fen.
 */
amount: number | null, 
/**
 * What the public said.
 */
public_feedback: string, 
/**
 * What the officers said of it.
 */
officer_feedback: string, 
/**
 * The day of the follow-up.
 */
follow_up_on: string | null, 
/**
 * What the follow-up found.
 */
follow_up: string, 
/**
 * Anything else.
 */
note: string, };

/**
 * What came of the matter.
 */
export type HearingEffectEntry = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * The effect (vocabulary: `hearing_effect`).
 */
effect: string, 
/**
 * The result of the case, in words.
 */
case_result?: string, 
/**
 * Whether the result is what the majority thought.
 */
matches_majority?: boolean, 
/**
 * Whether the petition has ended.
 */
petition_stopped?: boolean, 
/**
 * Whether judicial assistance was given.
 */
assistance_given?: boolean, 
/**
 * Whether a suggestion was issued.
 */
suggestion_issued?: boolean, 
/**
 * Money paid or promised, in fen.
 */
amount?: number, 
/**
 * What the public said.
 */
public_feedback?: string, 
/**
 * What the officers said of it.
 */
officer_feedback?: string, 
/**
 * The day of the follow-up.
 */
follow_up_on?: string, 
/**
 * What the follow-up found.
 */
follow_up?: string, 
/**
 * Anything else.
 */
note?: string, };

/**
 * How a hearing ended, and the papers of it.
 */
export type HearingEnding = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * When it ended; absent: the papers only.
 */
at?: TimeOfDay, 
/**
 * The number of the recording.
 */
recording?: string, 
/**
 * Until when it is kept.
 */
recording_until?: string, 
/**
 * The number of the transcript.
 */
transcript?: string, 
/**
 * What disturbed the hearing.
 */
disorder?: string, };

/**
 * Hearings to write into a file.
 */
export type HearingExport = { 
/**
 * The file: `.ics`, `.xlsx` or `.csv`.
 */
path: string, 
/**
 * Which hearings; a calendar takes those that have a day.
 */
filter: HearingFilter, 
/**
 * `zh` (when absent) or `en`.
 */
lang?: string, };

/**
 * Which hearings are asked for.
 */
export type HearingFilter = { 
/**
 * Of this case only.
 */
case?: CaseId, 
/**
 * In one of these states (vocabulary: `hearing_status`); absent or empty: all.
 */
status?: Array<string>, 
/**
 * Of one of these kinds; absent or empty: all.
 */
kind?: Array<string>, 
/**
 * Held on this day or later; hearings without a day are left out.
 */
from?: string, 
/**
 * Held on this day or earlier; hearings without a day are left out.
 */
to?: string, 
/**
 * Presided over by this person.
 */
chair?: AccountId, 
/**
 * In which this person has a part: presides, or works on the case now, as handler or beside him.
 */
staff?: AccountId, 
/**
 * Of a case of this line (law: lines).
 */
line?: string, 
/**
 * Of a case that this person handled.
 */
handler?: AccountId, 
/**
 * With a seat for this officer of the pool, given up or not.
 */
officer?: OfficerId, 
/**
 * Just these; absent or empty: all.
 */
ids?: Array<HearingId>, 
/**
 * One of the columns of the coverage: `heard` (one hearing for each case), `held`, `public`, `closed`, `followed`, `not_followed`, `presided`, `not_presided`, …
 */
count?: string, 
/**
 * Words in the case's title or number, the place, an officer's or a participant's name.
 */
text?: string, 
/**
 * The earliest first; else the latest.
 */
soonest?: boolean, 
/**
 * Continue after this key, as the page before gave it.
 */
after?: string, 
/**
 * At most so many; absent: 100.
 */
limit?: number, };

/**
 * One hearing; a case may have several.
 */
export type HearingId = number;

/**
 * The hearings of one leader.
 */
export type HearingLeaderCoverage = { 
/**
 * Who.
 */
account: AccountId, 
/**
 * The name.
 */
name: string, 
/**
 * The post (vocabulary: `post`).
 */
post: string, 
/**
 * Whether the rule makes this post preside over what its holder handles.
 */
shall_preside: boolean, 
/**
 * Hearings held in cases that he or she handled.
 */
handled: number, 
/**
 * Those over which he or she presided.
 */
presided: number, 
/**
 * Those over which somebody else did.
 */
not_presided: number, 
/**
 * All hearings held over which he or she presided.
 */
chaired: number, };

/**
 * One limit.
 */
export type HearingLimit = { 
/**
 * The rule (law: hearings).
 */
rule: string, 
/**
 * What holds now.
 */
value: number, 
/**
 * What holds without a setting.
 */
usual: number, };

/**
 * A limit to set.
 */
export type HearingLimitSet = { 
/**
 * The rule (law: hearings).
 */
rule: string, 
/**
 * The number; absent: the usual one again.
 */
value?: number, };

/**
 * Limits that the office sets for itself.
 */
export type HearingLimitsSave = { 
/**
 * Which; those not named stay.
 */
limits: Array<HearingLimitSet>, 
/**
 * Why, for the journal.
 */
reason: string, };

/**
 * A hearing as lists and calendars show it.
 */
export type HearingLine = { 
/**
 * Its id.
 */
id: HearingId, 
/**
 * The case.
 */
case_id: CaseId, 
/**
 * The case's number.
 */
register_no: string, 
/**
 * The case's title.
 */
title: string, 
/**
 * The case's line (law: lines).
 */
line: string, 
/**
 * The case's category (law: categories).
 */
category: string, 
/**
 * The kind (vocabulary: `hearing_kind`).
 */
kind: string, 
/**
 * Where it stands (vocabulary: `hearing_status`).
 */
status: string, 
/**
 * Whether it is public.
 */
is_public: boolean, 
/**
 * The day.
 */
held_on: string | null, 
/**
 * When it begins.
 */
starts_at: TimeOfDay | null, 
/**
 * Until when.
 */
ends_at: TimeOfDay | null, 
/**
 * The sort of venue (vocabulary: `hearing_venue`).
 */
venue: string, 
/**
 * The room, the address or the platform.
 */
place: string, 
/**
 * Who presides.
 */
chair: string, 
/**
 * The officers' names.
 */
officers: string, 
/**
 * The majority's opinion (vocabulary: `officer_opinion`).
 */
majority: string, 
/**
 * Whether it was followed (vocabulary: `hearing_adopted`).
 */
adopted: string, 
/**
 * The key of this line, to continue after it.
 */
key: string, };

/**
 * The hearings in one line.
 */
export type HearingLineCoverage = { 
/**
 * The line (law: lines).
 */
line: string, 
/**
 * Cases accepted on these days.
 */
cases: number, 
/**
 * Cases in which a hearing was held on these days.
 */
heard: number, 
/**
 * Hearings set for these days, not called off.
 */
hearings: number, 
/**
 * Those that were held.
 */
held: number, 
/**
 * Held in public.
 */
public: number, 
/**
 * Held not in public.
 */
closed: number, 
/**
 * The majority was followed.
 */
followed: number, 
/**
 * The majority was followed in part or not.
 */
not_followed: number, 
/**
 * The effect is recorded.
 */
effect: number, };

/**
 * One thing that is missing or wrong.
 */
export type HearingMissing = { 
/**
 * What (words: `hearing_missing_<code>`).
 */
code: string, 
/**
 * Where on the path: `plan`, `officers`, `notice`, `day`, `decision`, `after`.
 */
part: string, 
/**
 * Whom or what it concerns; may be empty.
 */
about: string, 
/**
 * The same in English.
 */
about_en: string, 
/**
 * The day by which it should stand.
 */
by: string | null, 
/**
 * `open`: still in time; `late`: the day has passed or the rule is broken.
 */
state: string, 
/**
 * The article, in Chinese; may be empty.
 */
article_zh: string, 
/**
 * The article, in English.
 */
article_en: string, 
/**
 * The quality check that finds it, as people write it (`HR-02`); may be empty.
 */
check: string, };

/**
 * What was said or happened, as it fell.
 */
export type HearingNote = { 
/**
 * Its id.
 */
id: HearingNoteId, 
/**
 * In which step (vocabulary: `hearing_step`); may be empty.
 */
step: string, 
/**
 * What it is (vocabulary: `hearing_note_kind`).
 */
kind: string, 
/**
 * Who spoke; may be empty.
 */
speaker: string, 
/**
 * When.
 */
at_time: TimeOfDay | null, 
/**
 * The words.
 */
text: string, };

/**
 * A note to strike.
 */
export type HearingNoteAsk = { 
/**
 * Which.
 */
note: HearingNoteId, };

/**
 * One note as entered.
 */
export type HearingNoteEntry = { 
/**
 * The note to change; none for a new one.
 */
id?: HearingNoteId, 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * In which step (vocabulary: `hearing_step`).
 */
step?: string, 
/**
 * What it is (vocabulary: `hearing_note_kind`).
 */
kind: string, 
/**
 * Who spoke.
 */
speaker?: string, 
/**
 * When.
 */
at?: TimeOfDay, 
/**
 * The words.
 */
text: string, };

/**
 * One note of a hearing's record.
 */
export type HearingNoteId = number;

/**
 * A notice sent to some participants.
 */
export type HearingNotice = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * To whom.
 */
participants: Array<ParticipantId>, 
/**
 * The day on which it was sent; absent takes it back.
 */
sent_on?: string, 
/**
 * The day on which it was received.
 */
received_on?: string, };

/**
 * A notice that came too late.
 */
export type HearingNoticeLate = { 
/**
 * The participant.
 */
name: string, 
/**
 * The day on which it was sent.
 */
sent_on: string, 
/**
 * The last day that would have been in time.
 */
latest: string, 
/**
 * The article, in Chinese.
 */
article_zh: string, 
/**
 * The article, in English.
 */
article_en: string, };

/**
 * An officer's opinion.
 */
export type HearingOpinionSave = { 
/**
 * The seat.
 */
seat: SeatId, 
/**
 * Which (vocabulary: `officer_opinion`); empty takes it back; absent: as it is.
 */
opinion?: string, 
/**
 * In his or her words; absent: as they are.
 */
text?: string, };

/**
 * Somebody invited from outside the pool.
 */
export type HearingOutsider = { 
/**
 * The name.
 */
name: string, 
/**
 * The birthday.
 */
birth?: string, 
/**
 * The unit.
 */
unit?: string, 
/**
 * The profession (vocabulary: `officer_profession`).
 */
profession?: string, 
/**
 * The category (vocabulary: `officer_category`).
 */
category?: string, 
/**
 * Who approved.
 */
approved_by?: string, 
/**
 * When.
 */
approved_on?: string, };

/**
 * A page of hearings.
 */
export type HearingPage = { 
/**
 * How many there are in all.
 */
total: number, 
/**
 * This page, newest day first and those without a day before them, unless the soonest were asked for.
 */
hearings: Array<HearingLine>, 
/**
 * The key to continue after, where there are more.
 */
next: string | null, };

/**
 * Somebody else who takes part.
 */
export type HearingParticipant = { 
/**
 * Its id.
 */
id: ParticipantId, 
/**
 * The hearing.
 */
hearing_id: HearingId, 
/**
 * The person of the case.
 */
person_id: PersonId | null, 
/**
 * The name.
 */
name: string, 
/**
 * The role (vocabulary: `hearing_participant_role`).
 */
role: string, 
/**
 * The unit.
 */
unit: string, 
/**
 * The day on which the notice was sent.
 */
notice_sent_on: string | null, 
/**
 * The day on which it was received.
 */
notice_received_on: string | null, 
/**
 * Whether he or she came.
 */
attended: boolean | null, 
/**
 * Why not.
 */
absence_reason: string, 
/**
 * Whether he or she left before the end.
 */
left_early: boolean, 
/**
 * What he or she said.
 */
statement: string, 
/**
 * Whether the transcript was signed.
 */
signed: boolean | null, 
/**
 * Why not.
 */
refusal_to_sign: string, };

/**
 * A participant as entered.
 */
export type HearingParticipantEntry = { 
/**
 * The participant to change; none for a new one.
 */
id?: ParticipantId, 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * The person of the case; the name is then taken from there.
 */
person?: PersonId, 
/**
 * The name.
 */
name?: string, 
/**
 * The role (vocabulary: `hearing_participant_role`).
 */
role: string, 
/**
 * The unit.
 */
unit?: string, };

/**
 * A hearing as it is planned: the whole form. What is absent is empty.
 */
export type HearingPlan = { 
/**
 * The hearing to change; none for a new one.
 */
id?: HearingId, 
/**
 * The case, for a new one.
 */
case?: CaseId, 
/**
 * The kind (vocabulary: `hearing_kind`).
 */
kind: string, 
/**
 * Why it is held (vocabulary: `hearing_basis`).
 */
basis?: string, 
/**
 * On whose initiative (vocabulary: `hearing_initiated_by`); absent: ex officio.
 */
initiated_by?: string, 
/**
 * Who applied.
 */
applicant?: string, 
/**
 * When.
 */
applied_on?: string, 
/**
 * Who approved.
 */
approved_by?: string, 
/**
 * When.
 */
approved_on?: string, 
/**
 * The number of the approval.
 */
approval_no?: string, 
/**
 * Whether it is public; absent: as the rule says.
 */
is_public?: boolean, 
/**
 * Why it is not (vocabulary: `hearing_not_public_reason`); absent: as the rule says.
 */
not_public_reason?: string, 
/**
 * Why it departs from the rule.
 */
publicity_reason?: string, 
/**
 * The questions, one a line.
 */
questions?: string, 
/**
 * The disposal that is proposed.
 */
proposed_decision?: string, 
/**
 * The sort of venue (vocabulary: `hearing_venue`); absent: the hearing room.
 */
venue?: string, 
/**
 * The room, the address, the platform.
 */
place?: string, 
/**
 * Who approved another venue.
 */
venue_approved_by?: string, 
/**
 * When.
 */
venue_approved_on?: string, 
/**
 * The day of the hearing.
 */
held_on?: string, 
/**
 * When it is to begin.
 */
starts_at?: TimeOfDay, 
/**
 * Until when the room is needed.
 */
ends_at?: TimeOfDay, 
/**
 * Who presides; absent: the handler.
 */
chair_id?: AccountId, 
/**
 * As what (vocabulary: `hearing_chair_reason`), where the chair does not handle the case.
 */
chair_reason?: string, 
/**
 * Who keeps the record.
 */
recorder?: string, 
/**
 * The judicial police officers.
 */
bailiffs?: string, 
/**
 * How it is broadcast (vocabulary: `hearing_broadcast`); absent: not.
 */
broadcast?: string, 
/**
 * Who approved the broadcast.
 */
broadcast_approved_by?: string, 
/**
 * When.
 */
broadcast_approved_on?: string, };

/**
 * A hearing that was planned.
 */
export type HearingPlanned = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * What is recorded of somebody who was called.
 */
export type HearingPresence = { 
/**
 * Whether he or she came; absent: not recorded yet.
 */
attended?: boolean, 
/**
 * Why not.
 */
absence_reason?: string, 
/**
 * Whether he or she left before the end.
 */
left_early?: boolean, 
/**
 * What he or she said.
 */
statement?: string, 
/**
 * Whether the transcript was signed.
 */
signed?: boolean, 
/**
 * Why not.
 */
refusal_to_sign?: string, };

/**
 * What the rules ask of a hearing.
 */
export type HearingRules = { 
/**
 * Whether it is public by the rule; none where no rule says.
 */
public: boolean | null, 
/**
 * The rule's reason for a hearing that is not public (vocabulary: `hearing_not_public_reason`); may be empty.
 */
not_public_reason: string, 
/**
 * The article on that, in Chinese.
 */
public_article_zh: string, 
/**
 * The article on that, in English.
 */
public_article_en: string, 
/**
 * Fewest officers.
 */
officers_least: number | null, 
/**
 * Most officers.
 */
officers_most: number | null, 
/**
 * Youngest age of an officer.
 */
officer_age: number | null, 
/**
 * Last day on which a notice is in time.
 */
notice_latest: string | null, 
/**
 * Who handles the case.
 */
handler_id: AccountId | null, 
/**
 * The name.
 */
handler: string, 
/**
 * Whether the handler's post makes him or her the chair.
 */
handler_shall_preside: boolean, 
/**
 * Whether a people's supervisor has to be invited.
 */
supervisor: boolean, 
/**
 * The steps in their order (vocabulary: `hearing_step`).
 */
steps: Array<string>, 
/**
 * What stands against the day, the time and the place.
 */
clashes: Array<HearingClash>, };

/**
 * A hearing as it is being planned.
 */
export type HearingRulesAsk = { 
/**
 * The case.
 */
case?: CaseId, 
/**
 * The hearing, where its plan is being changed.
 */
hearing?: HearingId, 
/**
 * The kind (vocabulary: `hearing_kind`).
 */
kind: string, 
/**
 * The day, if there is one.
 */
held_on?: string, 
/**
 * When it is to begin.
 */
starts_at?: TimeOfDay, 
/**
 * Until when.
 */
ends_at?: TimeOfDay, 
/**
 * The sort of venue (vocabulary: `hearing_venue`).
 */
venue?: string, 
/**
 * The room, the address, the platform.
 */
place?: string, 
/**
 * Who presides; absent: the handler.
 */
chair_id?: AccountId, };

/**
 * One hearing officer's seat.
 */
export type HearingSeat = { 
/**
 * Its id.
 */
id: SeatId, 
/**
 * The hearing.
 */
hearing_id: HearingId, 
/**
 * The officer of the pool; none for somebody from outside.
 */
officer_id: OfficerId | null, 
/**
 * The name at the time.
 */
name: string, 
/**
 * The birthday.
 */
birth: string | null, 
/**
 * The unit.
 */
unit: string, 
/**
 * The profession (vocabulary: `officer_profession`).
 */
profession: string, 
/**
 * The category (vocabulary: `officer_category`).
 */
category: string, 
/**
 * How the officer came to the seat (vocabulary: `officer_selection`).
 */
selection: string, 
/**
 * Why this one, where nobody drew.
 */
selection_reason: string, 
/**
 * The draw.
 */
draw_id: OfficerDrawId | null, 
/**
 * Who approved somebody from outside the pool.
 */
outside_approved_by: string, 
/**
 * When.
 */
outside_approved_on: string | null, 
/**
 * Why somebody with the name of a person of the case is not that person.
 */
namesake_reason: string, 
/**
 * The day of the declaration of interest.
 */
declared_on: string | null, 
/**
 * The interest declared (vocabulary: `officer_conflict`); empty for none.
 */
conflict: string, 
/**
 * The day of the briefing.
 */
briefed_on: string | null, 
/**
 * Whether the officer came.
 */
attended: boolean | null, 
/**
 * In how many hearings of that year the officer had a seat when this one was filled.
 */
asked_before: number, 
/**
 * Whether the officer signed the transcript.
 */
signed: boolean | null, 
/**
 * Why not.
 */
refusal_to_sign: string, 
/**
 * The opinion (vocabulary: `officer_opinion`).
 */
opinion: string, 
/**
 * In his or her words.
 */
opinion_text: string, 
/**
 * The day on which the officer was told of the decision.
 */
told_on: string | null, 
/**
 * The day on which the seat was given up.
 */
dropped_on: string | null, 
/**
 * Why.
 */
drop_reason: string, };

/**
 * What is recorded of a seat before the hearing.
 */
export type HearingSeatNotes = { 
/**
 * The day of the declaration of interest.
 */
declared_on?: string, 
/**
 * The interest declared (vocabulary: `officer_conflict`); absent or empty: none.
 */
conflict?: string, 
/**
 * The day of the briefing.
 */
briefed_on?: string, 
/**
 * How the officer was chosen (vocabulary: `officer_selection`), where an older record did not say; absent: as it stands.
 */
selection?: string, 
/**
 * Why this one, with the way of choosing.
 */
selection_reason?: string, 
/**
 * Who approved somebody from outside the pool.
 */
outside_approved_by?: string, 
/**
 * When.
 */
outside_approved_on?: string, };

/**
 * A seat and what is recorded of it before the hearing.
 */
export type HearingSeatSave = { 
/**
 * Which.
 */
seat: SeatId, 
/**
 * Declaration and briefing.
 */
notes: HearingSeatNotes, };

/**
 * Whether an officer signed.
 */
export type HearingSeatSignature = { 
/**
 * The seat.
 */
seat: SeatId, 
/**
 * Whether; absent: as it is.
 */
signed?: boolean, 
/**
 * Why not; absent: as it is.
 */
refusal_to_sign?: string, };

/**
 * Everything about one hearing.
 */
export type HearingSheet = { 
/**
 * The hearing.
 */
hearing: Hearing, 
/**
 * As lists show it: case, status, chair.
 */
line: HearingLine, 
/**
 * What the rules ask of it.
 */
rules: HearingRules, 
/**
 * The seats, those given up too.
 */
seats: Array<HearingSeat>, 
/**
 * The other participants.
 */
participants: Array<HearingParticipant>, 
/**
 * The steps recorded.
 */
steps: Array<HearingStep>, 
/**
 * What was said and happened, as it fell.
 */
notes: Array<HearingNote>, 
/**
 * What came of it.
 */
effect: HearingEffect | null, 
/**
 * The draws, each repeated from its record.
 */
draws: Array<OfficerDrawSlip>, 
/**
 * What is missing.
 */
missing: Array<HearingMissing>, };

/**
 * A signature of somebody of the office.
 */
export type HearingSignature = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * Who signs.
 */
who: HearingSigner, 
/**
 * Whether the record is signed.
 */
signed: boolean, };

/**
 * Those of the office who sign.
 */
export type HearingSigner = "chair" | "handler" | "recorder";

/**
 * One of the steps of a hearing.
 */
export type HearingStep = { 
/**
 * Which (vocabulary: `hearing_step`).
 */
step: string, 
/**
 * Its place in the order, from 1.
 */
position: number, 
/**
 * When it began.
 */
at_time: TimeOfDay | null, 
/**
 * What was said and done.
 */
text: string, };

/**
 * A step of a hearing.
 */
export type HearingStepSave = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * Which (vocabulary: `hearing_step`).
 */
step: string, 
/**
 * When it began; absent: as it is.
 */
at?: TimeOfDay, 
/**
 * Takes the time back.
 */
no_time?: boolean, 
/**
 * What was said and done; absent: as it is.
 */
text?: string, };

/**
 * Who was told of the decision.
 */
export type HearingTold = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * When; absent takes it back.
 */
on?: string, 
/**
 * The parties.
 */
parties?: boolean, 
/**
 * These officers.
 */
seats?: Array<SeatId>, };

/**
 * The hearings of one case.
 */
export type HearingsOfCase = { 
/**
 * The case.
 */
case: CaseId, };

/**
 * What was written.
 */
export type HearingsWritten = { 
/**
 * How many hearings.
 */
rows: number, };

/**
 * Something found.
 */
export type Hit = { 
/**
 * In what kind of text.
 */
kind: Kind, 
/**
 * The row it stands in.
 */
id: number, 
/**
 * The case.
 */
case: CaseId, 
/**
 * The text as it stands in the record.
 */
text: string, 
/**
 * The case's register number.
 */
register_no: string, 
/**
 * The case's title.
 */
title: string, 
/**
 * Whether the case is open.
 */
is_open: boolean, };

/**
 * What an identity number says.
 */
export type Identity = { 
/**
 * The number in its form of 18 characters.
 */
number: string, 
/**
 * The birthday; none before 1900.
 */
birth: string | null, 
/**
 * `male` or `female`.
 */
sex: string, 
/**
 * Full years on the day asked about, as criminal law counts them.
 */
age: number | null, 
/**
 * Whether the person was a minor on that day.
 */
minor: boolean | null, 
/**
 * The division in which the number was first given out (GB/T 2260).
 */
division: string, 
/**
 * Its name.
 */
division_name: string | null, };

/**
 * A typed identity number.
 */
export type IdentityAsk = { 
/**
 * As typed.
 */
number: string, 
/**
 * The day on which the age is asked about.
 */
on?: string, };

/**
 * A file or a pasted block to import, and how its columns are meant.
 */
export type ImportAsk = { 
/**
 * The file.
 */
path?: string, 
/**
 * Instead of a file, a block copied from a spreadsheet, its heads in the first row.
 */
text?: string, 
/**
 * The sheet; the first with rows when absent.
 */
sheet?: string, 
/**
 * The encoding of a text file, where it was not found right: `utf8`, `gb18030`, …
 */
encoding?: string, 
/**
 * The category of its cases where rows do not say it (law: categories).
 */
kind?: string, 
/**
 * The name of the source, where files with the same heads come from several.
 */
source?: string, 
/**
 * A mapping, TOML or JSON.
 */
mapping?: string, 
/**
 * A file with a mapping.
 */
mapping_file?: string, 
/**
 * Columns corrected by the person.
 */
columns?: Array<ColumnChoice>, 
/**
 * Fields with one value for every row. `=prosecuted_on|judged_on` takes the value of another field of the row, the
 * first that has one; an empty text takes a constant away.
 */
constants?: { [key in string]: string }, 
/**
 * The dry run that the person saw; an import of another content is refused.
 */
plan?: number, };

/**
 * Differences to decide.
 */
export type ImportDecide = { 
/**
 * Which.
 */
differences: number[], 
/**
 * How.
 */
decision: Decision, };

/**
 * A field that a column can be.
 */
export type ImportField = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
zh: string, 
/**
 * Its English name.
 */
en: string, 
/**
 * The list of the vocabulary of which its values are codes.
 */
list?: string, };

/**
 * What an import would do, or did.
 */
export type ImportPlan = { 
/**
 * The dry run, for its lists; 0 for an import.
 */
plan: number, 
/**
 * The source, for the findings of its cases; 0 where it is not known yet.
 */
source: number, 
/**
 * Rows known from the file or from the last import of this source: new, changed, same, vanished and refused.
 */
rows: number, 
/**
 * Data rows of the file.
 */
file_rows: number, 
/**
 * Rows of cases that the record has not.
 */
new: number, 
/**
 * Rows of cases in which something changes.
 */
changed: number, 
/**
 * Rows of cases that stay as they are.
 */
same: number, 
/**
 * Rows that the last import of this source had and the file has not.
 */
vanished: number, 
/**
 * Rows that stay out, one entry each.
 */
refused: Array<Refused>, 
/**
 * Cases by what happens to them.
 */
cases: { [key in string]: number }, 
/**
 * What a person should know of rows that go in.
 */
remarks: number, 
/**
 * The same by what is said: words under `remark_<code>`.
 */
told: { [key in string]: number }, 
/**
 * Differences to decide that this file brings up.
 */
differences: Array<Difference>, 
/**
 * Rows of other kinds, each with its kind.
 */
others: Array<OtherRow>, 
/**
 * The columns as they are read.
 */
mapping: Array<ColumnLine>, 
/**
 * What changed; none for a dry run.
 */
done: Changed | null, };

/**
 * A page of a list of a dry run.
 */
export type ImportPlanPage = { 
/**
 * How many entries the list has.
 */
total: number, 
/**
 * Cases.
 */
items: Array<Item>, 
/**
 * Refused rows.
 */
refused: Array<Refused>, 
/**
 * Remarks.
 */
remarks: Array<Remark>, };

/**
 * A list of a dry run.
 */
export type ImportPlanRows = { 
/**
 * The dry run.
 */
plan: number, 
/**
 * Which list: `new`, `changed`, `same`, `vanished`, `refused` or `remarks`.
 */
list: string, 
/**
 * Of the remarks, only those of this code.
 */
code?: string, 
/**
 * From this entry, counted from 0.
 */
from: number, 
/**
 * So many.
 */
count: number, };

/**
 * A file with its columns as they are understood.
 */
export type ImportRead = { 
/**
 * The sheets of the file.
 */
sheets: Array<string>, 
/**
 * The sheet that was read.
 */
sheet: string, 
/**
 * The lines above the heads.
 */
title: Array<string>, 
/**
 * The columns.
 */
columns: Array<ColumnLine>, 
/**
 * The name of the source.
 */
source: string, 
/**
 * The mapping is remembered from an earlier import.
 */
remembered: boolean, 
/**
 * Data rows.
 */
rows: number, 
/**
 * Rows of other kinds, each with its kind.
 */
others: Array<OtherRow>, 
/**
 * Characters that could not be read; above 0 ask for the encoding.
 */
undecodable: number, 
/**
 * The mapping, TOML.
 */
mapping: string, 
/**
 * The category given for rows that do not say it.
 */
kind: string, 
/**
 * Fields with one value for every row; `=prosecuted_on|judged_on` takes it from the first of these columns.
 */
constants: { [key in string]: string }, };

/**
 * An intake that was not accepted.
 */
export type IntakeRefusal = { 
/**
 * Its id.
 */
id: IntakeRefusalId, 
/**
 * On which day.
 */
on_day: string, 
/**
 * `returned` or `refused`.
 */
outcome: string, 
/**
 * Why (vocabulary: `refusal_reason`).
 */
reason: string, 
/**
 * Why, in words.
 */
reason_text: string, 
/**
 * What it would have been.
 */
category: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Who brought it.
 */
from_unit: string, 
/**
 * The number on its papers.
 */
number: string, 
/**
 * The people in it.
 */
persons: string, 
/**
 * Who returned or refused it.
 */
by: string, 
/**
 * His account.
 */
by_account: AccountId | null, 
/**
 * The case as which it was accepted later after all.
 */
accepted_case_id: CaseId | null, 
/**
 * That case's register number.
 */
accepted_register_no: string | null, 
/**
 * Title, people and the words of the reason are kept back.
 */
is_masked: boolean, };

/**
 * Something brought in that is returned for completion or refused.
 */
export type IntakeRefusalEntry = { 
/**
 * `returned` for completion or `refused`.
 */
outcome: string, 
/**
 * On which day; today when absent.
 */
on?: string, 
/**
 * Why (vocabulary: `refusal_reason`).
 */
reason: string, 
/**
 * Why, in words: what is missing; required where the reason is `other`.
 */
reason_text?: string, 
/**
 * What it would have been (law: categories).
 */
category: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Who brought it.
 */
from_unit?: string, 
/**
 * The number on its papers.
 */
number?: string, 
/**
 * The people in it.
 */
persons?: string, 
/**
 * The answers to the intake check.
 */
checklist?: { [key in string]: ChecklistAnswer }, };

/**
 * One intake that was returned for completion or refused.
 */
export type IntakeRefusalId = number;

/**
 * Which refusals.
 */
export type IntakeRefusalsAsk = { 
/**
 * From this day; the year's first day when absent.
 */
from?: string, 
/**
 * To this day; today when absent.
 */
to?: string, };

/**
 * A refused intake.
 */
export type IntakeRefused = { 
/**
 * The entry in the register of refusals.
 */
refusal: IntakeRefusalId, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * What was returned or refused, whole.
 */
export type IntakeReveal = { 
/**
 * Which.
 */
refusal: IntakeRefusalId, 
/**
 * What for.
 */
reason: string, };

/**
 * The rows of one case and what happened to them.
 */
export type Item = { 
/**
 * What.
 */
fate: Fate, 
/**
 * Their numbers in the sheet; empty for what vanished.
 */
rows: Array<number>, 
/**
 * How many rows they count for.
 */
count: number, 
/**
 * What tells the case from others in this source.
 */
key: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * The case; none for what is refused and, in a dry run, for what is new.
 */
case: CaseId | null, 
/**
 * What changes, field by field.
 */
changes: Array<FieldChange>, };

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
limit: number | null, 
/**
 * At most so many rows that changed are told of each entry; 500 when absent, and never more.
 */
rows: number | null, };

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
 * What it did does not stand any more; where it takes back itself, a later one turned that over.
 */
undone: boolean, 
/**
 * The one case that it touched; none where there are several, or none.
 */
case: CaseId | null, 
/**
 * The first of the rows that changed; of other cases none when one case is asked about.
 */
changes: Array<Change>, 
/**
 * More rows changed than are told.
 */
more: boolean, };

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
 * A new key for the file.
 */
export type KeyRenew = { 
/**
 * Why, in the person's words; at the window what was given with the passphrase.
 */
reason?: string, };

/**
 * The file has a new key.
 */
export type KeyRenewed = { 
/**
 * How often by now.
 */
renewed: number, 
/**
 * The backup made at once under the new key; none where none could be made.
 */
backup: Made | null, 
/**
 * Why none could be made (a refusal's code).
 */
backup_refused: string | null, };

/**
 * How the keys stand.
 */
export type KeyState = { 
/**
 * The names that can sign in.
 */
people: Array<string>, 
/**
 * Who could open the file with the key that it has and is no longer to: the file wants a new key.
 */
left: Array<Left>, 
/**
 * How often the file was given a new key.
 */
renewed: number, 
/**
 * When it was last.
 */
renewed_on: string | null, 
/**
 * Who has to sign in once before the file can be given a new key.
 */
behind: Array<string>, };

/**
 * In what kind of text something was found.
 */
export type Kind = "case" | "person" | "number" | "note";

/**
 * The last backup that was restored and compared.
 */
export type LastBackup = { 
/**
 * When, UTC.
 */
at: string, 
/**
 * On which day of the office.
 */
day: string, 
/**
 * The file.
 */
file: string, 
/**
 * The last entry in it.
 */
entry: number, 
/**
 * Digest of that entry.
 */
digest: string, 
/**
 * The file is where it was.
 */
present: boolean, };

/**
 * One sum to make.
 */
export type LawDueAsk = { 
/**
 * The rule.
 */
rule: string, 
/**
 * The day of the trigger.
 */
from?: string, 
/**
 * Whether the person is in custody.
 */
in_custody?: boolean, 
/**
 * Extensions granted, in order: `special_4d`; `special_4d=2` where fewer days were given; `chief_prosecutor=2026-07-03`
 * where the approval set the day.
 */
extensions?: Array<string>, 
/**
 * A length in place of the rule's setting, or the months that a decision names, for example `30d` or `8m`.
 */
length?: string, 
/**
 * The last day that the paper sets.
 */
set_on?: string, 
/**
 * Times that are not counted.
 */
not_counted?: Array<NotCounted>, };

/**
 * Somebody who could open the file and no longer does.
 */
export type Left = { 
/**
 * The name with which he signed in.
 */
login: string, 
/**
 * Since when he does not.
 */
on: string, };

/**
 * A link to another case.
 */
export type LinkEntry = { 
/**
 * The link to change; none for a new one.
 */
id?: LinkId, 
/**
 * The other case.
 */
other: CaseId, 
/**
 * `same_matter`, `joined`, `split` or `related`.
 */
kind: string, };

/**
 * One link between two cases.
 */
export type LinkId = number;

/**
 * A case that this one belongs with.
 */
export type LinkLine = { 
/**
 * The link.
 */
id: LinkId, 
/**
 * `same_matter`, `joined`, `split` or `related`.
 */
kind: string, 
/**
 * Whether the link was made on this case; else on the other.
 */
outgoing: boolean, 
/**
 * The other case.
 */
case: CaseId, 
/**
 * Its register number.
 */
register_no: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its category.
 */
category: string, };

/**
 * A list to write into a file.
 */
export type ListExport = { 
/**
 * The file, `.xlsx` or `.csv`.
 */
path: string, 
/**
 * A named view; all cases when absent.
 */
view?: string, 
/**
 * Further conditions as a line of text.
 */
filter?: string, 
/**
 * The query on screen, instead of view and filter.
 */
query?: CaseQuery, 
/**
 * The open list on screen, instead of all these: its rows in its order, also those that were edited since.
 */
list?: number, 
/**
 * The columns on screen, in their order; all when absent.
 */
columns?: Array<Column>, 
/**
 * `zh` (when absent) or `en`.
 */
lang?: string, 
/**
 * What stands above it; the name of the view when absent.
 */
title?: string, 
/**
 * The filter in words.
 */
filter_words?: string, };

/**
 * A list that was written.
 */
export type ListExported = { 
/**
 * How many rows.
 */
rows: number, };

/**
 * A list to open.
 */
export type ListOpen = { 
/**
 * What it shows.
 */
query: CaseQuery, 
/**
 * How many rows to give at once; 100 when absent.
 */
first?: number, };

/**
 * A page of an open list.
 */
export type ListPage = { 
/**
 * Which list.
 */
list: number, 
/**
 * From this row, counted from 0.
 */
from: number, 
/**
 * So many rows.
 */
count: number, };

/**
 * What making a backup did.
 */
export type Made = { 
/**
 * The backup.
 */
backup: Backup, 
/**
 * How many tables were compared, row by row.
 */
tables: number, 
/**
 * How many journal entries were read again.
 */
entries: number, 
/**
 * Older ones that were thinned.
 */
thinned: Array<string>, };

/**
 * A coercive measure against a person.
 */
export type MeasureEntry = { 
/**
 * The measure to change; none for a new one.
 */
id?: MeasureId, 
/**
 * Which (vocabulary: `measure`).
 */
kind: string, 
/**
 * The day of the decision.
 */
decided_on?: string, 
/**
 * The day on which it was carried out.
 */
executed_on?: string, 
/**
 * The day on which it expires.
 */
expires_on?: string, 
/**
 * The day on which it ended; none while it lasts.
 */
ended_on?: string, 
/**
 * Who decided it.
 */
decided_by?: string, 
/**
 * Where.
 */
place?: string, 
/**
 * Why.
 */
reason?: string, 
/**
 * The deposit in fen.
 */
deposit?: number, };

/**
 * One coercive measure against one person.
 */
export type MeasureId = number;

/**
 * One measure.
 */
export type MeasureLine = { 
/**
 * Its id.
 */
id: MeasureId, 
/**
 * Which (vocabulary: `measure`).
 */
kind: string, 
/**
 * Decided on.
 */
decided_on: string | null, 
/**
 * Carried out on.
 */
executed_on: string | null, 
/**
 * Expires on.
 */
expires_on: string | null, 
/**
 * Ended on.
 */
ended_on: string | null, 
/**
 * By whom.
 */
decided_by: string, 
/**
 * Where.
 */
place: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The deposit in fen.
 */
deposit: number | null, 
/**
 * Whether it is in force.
 */
is_current: boolean, };

/**
 * Another case that names it.
 */
export type Mention = { 
/**
 * The other case.
 */
case: CaseId, 
/**
 * Its register number.
 */
register_no: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The words, or the kind of link.
 */
text: string, };

/**
 * How one is chosen.
 */
export type Method = "uniform/1" | "least_load/1";

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
 * An act that may be recorded now.
 */
export type NextAct = { 
/**
 * Its kind.
 */
kind: string, 
/**
 * The kind in words.
 */
words: { zh: string, en: string }, 
/**
 * Its group (vocabulary: `act_group`).
 */
group: string, 
/**
 * Whether it concerns a person rather than the case.
 */
per_person: boolean, 
/**
 * Whether it may be recorded for the case as a whole, which then concerns all.
 */
for_all: boolean, 
/**
 * The people for whom it may be recorded.
 */
persons: Array<PersonId>, 
/**
 * Whether somebody other than the handler has to approve.
 */
needs_approval: boolean, 
/**
 * Its fields in the order of the form.
 */
fields: Array<NextField>, };

/**
 * One field of an act's form.
 */
export type NextField = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name in words.
 */
words: { zh: string, en: string }, 
/**
 * Whether it has to be filled.
 */
required: boolean, 
/**
 * `text`, `day`, `choice`, `person`, `amount`, `paper`, `unit`, `account`, `yes_no` or `number`.
 */
kind: string, 
/**
 * The vocabulary list of a choice.
 */
list: string | null, };

/**
 * A time that is not counted: suspension, appraisal, evaluation.
 */
export type NotCounted = { 
/**
 * The day it began.
 */
from: string, 
/**
 * The day the period ran again.
 */
to: string, };

/**
 * One note on a case.
 */
export type NoteId = number;

/**
 * One note.
 */
export type NoteLine = { 
/**
 * Its id.
 */
id: NoteId, 
/**
 * On which day.
 */
on: string, 
/**
 * By whom.
 */
by: string, 
/**
 * The words.
 */
text: string, };

/**
 * A note to write.
 */
export type NoteWrite = { 
/**
 * On which case.
 */
case: CaseRef, 
/**
 * The words.
 */
text: string, };

/**
 * A written note.
 */
export type NoteWritten = { 
/**
 * The note.
 */
note: NoteId, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * A request without fields.
 */
export type Nothing = Record<symbol, never>;

/**
 * A notice that was recorded.
 */
export type NoticeRecorded = { 
/**
 * Notices of this hearing that came too late.
 */
late: Array<HearingNoticeLate>, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * A number of a case.
 */
export type NumberEntry = { 
/**
 * The number to change; none for a new one.
 */
id?: NumberId, 
/**
 * Which kind (vocabulary: `number_kind`).
 */
kind: string, 
/**
 * The number as on the paper.
 */
number: string, };

/**
 * One number of a case.
 */
export type NumberId = number;

/**
 * One number.
 */
export type NumberLine = { 
/**
 * Its id.
 */
id: NumberId, 
/**
 * Which kind (vocabulary: `number_kind`).
 */
kind: string, 
/**
 * The number.
 */
number: string, };

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
 * What can be said of the office when its head is changed.
 */
export type OfficeNames = { 
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
division_code: string, };

/**
 * A new head for the office.
 */
export type OfficeRename = { 
/**
 * What stands at the head from now on.
 */
office: OfficeNames, 
/**
 * Why, for the journal.
 */
reason: string, };

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
 * An officer of the pool, as lists show.
 */
export type Officer = { 
/**
 * Its id.
 */
id: OfficerId, 
/**
 * The name.
 */
name: string, 
/**
 * `male`, `female` or empty.
 */
sex: string, 
/**
 * The birthday.
 */
birth: string | null, 
/**
 * The profession (vocabulary: `officer_profession`).
 */
profession: string, 
/**
 * The category (vocabulary: `officer_category`).
 */
category: string, 
/**
 * The unit.
 */
unit: string, 
/**
 * How to reach him or her.
 */
contact: string, 
/**
 * First day of the term.
 */
term_from: string | null, 
/**
 * Last day of the term.
 */
term_to: string | null, 
/**
 * The day of removal from the pool.
 */
removed_on: string | null, 
/**
 * Why.
 */
removed_why: string, 
/**
 * Bars (vocabulary: `officer_bar`).
 */
bars: Array<string>, 
/**
 * Interests declared.
 */
interests: Array<OfficerInterest>, 
/**
 * Days on which the officer can't come.
 */
away: Array<OfficerAway>, 
/**
 * How often asked and come, by line and kind of hearing.
 */
service: Array<OfficerService>, 
/**
 * Hearings sat in, in the year of the day asked about.
 */
hearings_this_year: number, 
/**
 * Anything else.
 */
note: string, };

/**
 * Days on which an officer can't come.
 */
export type OfficerAway = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A draw of officers.
 */
export type OfficerDraw = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * How many.
 */
count: number, 
/**
 * The profession needed (vocabulary: `officer_profession`); absent: any.
 */
profession?: string, };

/**
 * One draw of officers.
 */
export type OfficerDrawAsk = { 
/**
 * Which.
 */
draw: OfficerDrawId, };

/**
 * One draw of hearing officers.
 */
export type OfficerDrawId = number;

/**
 * A draw as it was made, and whether it repeats from what was kept of it.
 */
export type OfficerDrawSlip = { 
/**
 * Its id.
 */
id: OfficerDrawId, 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * The day.
 */
on_day: string, 
/**
 * Name and version of the method.
 */
method: string, 
/**
 * The seed, 64 hexadecimal digits.
 */
seed: string, 
/**
 * The profession needed; empty: any.
 */
profession: string, 
/**
 * Who could be drawn, in the order used.
 */
candidates: Array<Candidate>, 
/**
 * Who could not, and why.
 */
excluded: Array<Excluded>, 
/**
 * Who was drawn, in the order drawn.
 */
chosen: Array<number>, 
/**
 * Whether the same candidates and seed give the same officers.
 */
repeats: boolean, };

/**
 * What repeating every draw of officers came to.
 */
export type OfficerDrawsChecked = { 
/**
 * How many draws there are.
 */
draws: number, 
/**
 * How many give the same officers again.
 */
agree: number, 
/**
 * Those that don't.
 */
disagree: Array<OfficerDrawId>, };

/**
 * A seat to give up.
 */
export type OfficerDrop = { 
/**
 * Which.
 */
seat: SeatId, 
/**
 * Why.
 */
reason: string, };

/**
 * What is said of an officer.
 */
export type OfficerEntry = { 
/**
 * The officer to change; none for a new one.
 */
id?: OfficerId, 
/**
 * The name.
 */
name: string, 
/**
 * `male`, `female`; absent where not said.
 */
sex?: string, 
/**
 * The birthday; without one the officer can't be taken to a hearing.
 */
birth?: string, 
/**
 * The profession (vocabulary: `officer_profession`).
 */
profession?: string, 
/**
 * The category (vocabulary: `officer_category`).
 */
category?: string, 
/**
 * The unit.
 */
unit?: string, 
/**
 * How to reach him or her.
 */
contact?: string, 
/**
 * First day of the term.
 */
term_from?: string, 
/**
 * Last day of the term.
 */
term_to?: string, 
/**
 * Bars (vocabulary: `officer_bar`).
 */
bars?: Array<string>, 
/**
 * Interests declared.
 */
interests?: Array<OfficerInterest>, 
/**
 * Days on which the officer can't come.
 */
away?: Array<OfficerAway>, 
/**
 * Anything else.
 */
note?: string, };

/**
 * One hearing officer of the pool.
 */
export type OfficerId = number;

/**
 * An interest that an officer has declared for all hearings.
 */
export type OfficerInterest = { 
/**
 * The person or unit.
 */
name: string, 
/**
 * What ties the officer to it (vocabulary: `officer_conflict`).
 */
ground: string, };

/**
 * A seat filled by hand.
 */
export type OfficerPick = { 
/**
 * The hearing.
 */
hearing?: HearingId, 
/**
 * An officer of the pool …
 */
officer?: OfficerId, 
/**
 * … or somebody from outside.
 */
outsider?: HearingOutsider, 
/**
 * Why this one.
 */
reason: string, 
/**
 * Why somebody with the name of a person of the case is not that person.
 */
namesake_reason?: string, };

/**
 * An officer to take out of the pool.
 */
export type OfficerRemoval = { 
/**
 * Which.
 */
officer: OfficerId, 
/**
 * Why.
 */
reason: string, };

/**
 * How often an officer was asked in cases of one line, and came.
 */
export type OfficerService = { 
/**
 * The line (law: lines).
 */
line: string, 
/**
 * The kind of hearing (vocabulary: `hearing_kind`).
 */
kind: string, 
/**
 * Seats, those given up too.
 */
asked: number, 
/**
 * Hearings to which the officer came.
 */
came: number, 
/**
 * Seats in the year of the day asked about.
 */
asked_this_year: number, 
/**
 * Hearings of that year to which the officer came.
 */
came_this_year: number, };

/**
 * Officers that were drawn.
 */
export type OfficersDrawn = { 
/**
 * The draw, repeated from its record.
 */
slip: OfficerDrawSlip, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * A list that was opened.
 */
export type OpenList = { 
/**
 * Ask for its pages with this.
 */
list: number, 
/**
 * How many cases it has.
 */
total: number, 
/**
 * Its first rows.
 */
rows: Array<CaseRow>, };

/**
 * A row that is no case.
 */
export type OtherRow = { 
/**
 * Its number.
 */
row: number, 
/**
 * Rows it stands for.
 */
span: number, 
/**
 * `title`, `fill_in`, `head`, `total`, `note`, `blank` or `repeated_head`.
 */
kind: string, 
/**
 * What stands there.
 */
text: string, };

/**
 * One of the office's own checks.
 */
export type OwnCheck = { 
/**
 * The check.
 */
id: OwnCheckId, 
/**
 * What it looks for, in a few words.
 */
title: string, 
/**
 * What it is for.
 */
about: string, 
/**
 * One SELECT that gives `case_id`.
 */
body: string, 
/**
 * The day on which it was last changed.
 */
saved_on: string, 
/**
 * Who changed it last.
 */
saved_by: string | null, };

/**
 * What to ask: one that is kept, or one that is being written.
 */
export type OwnCheckAsk = { 
/**
 * One that is kept.
 */
check?: OwnCheckId, 
/**
 * One that is being written; only who may keep it may try it.
 */
body?: string, };

/**
 * One to keep.
 */
export type OwnCheckEntry = { 
/**
 * The one to change; a new one when left out.
 */
id?: OwnCheckId, 
/**
 * What it looks for, in a few words.
 */
title: string, 
/**
 * What it is for.
 */
about?: string, 
/**
 * One SELECT that gives `case_id`.
 */
body: string, };

/**
 * One check that the office wrote itself.
 */
export type OwnCheckId = number;

/**
 * Which one.
 */
export type OwnCheckRef = { 
/**
 * The check.
 */
check: OwnCheckId, };

/**
 * One was kept.
 */
export type OwnCheckSaved = { 
/**
 * Which.
 */
check: OwnCheckId, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * What a question may read: each view with its columns.
 */
export type OwnCheckView = { 
/**
 * Its name.
 */
view: string, 
/**
 * Its columns.
 */
columns: Array<string>, };

/**
 * One copy of a paper.
 */
export type PaperCopy = { 
/**
 * For whom: `participant:12`, `seat:3`; empty where there is one for all.
 */
about: string, 
/**
 * That person's name.
 */
name: string, 
/**
 * What it lacks.
 */
gaps: Array<PaperGap>, };

/**
 * A paper as a file.
 */
export type PaperFile = { 
/**
 * Which paper (words: `paper_<code>`).
 */
paper: string, 
/**
 * For whom; empty where there is one for all.
 */
name: string, 
/**
 * Where it is.
 */
path: string, };

/**
 * Values for the papers of a hearing.
 */
export type PaperFill = { 
/**
 * The hearing.
 */
hearing: HearingId, 
/**
 * By field, as the gaps name them.
 */
values: { [key in string]: string }, };

/**
 * A value that a paper names and that the record does not hold.
 */
export type PaperGap = { 
/**
 * Where it stands in the values: `hearing.place`, `officers.0.identity`.
 */
field: string, 
/**
 * What it is (words: `paper_value_<name>`).
 */
name: string, 
/**
 * Whom or what it concerns; may be empty.
 */
about: string, 
/**
 * The step of the hearing that it concerns (vocabulary: `hearing_step`); may be empty.
 */
step: string, 
/**
 * Whether it can be given on the spot, and as what: `line`, `lines`; empty where it is entered in its part.
 */
here: string, 
/**
 * The part of the path where it is entered (`plan`, `officers`, `notice`, `day`, `decision`, `after`), or `case`.
 */
part: string, 
/**
 * What was given for an earlier paper, to take over or change; may be empty.
 */
last: string, };

/**
 * One paper.
 */
export type PaperLine = { 
/**
 * Its code (words: `paper_<code>`).
 */
paper: string, 
/**
 * Where on the path it is made, or `case`.
 */
part: string, 
/**
 * Why there is none for this hearing (words: `paper_not_<why>`); empty where there is.
 */
not: string, 
/**
 * The public reads it: parties are named in the published form.
 */
public: boolean, 
/**
 * Values kept with the papers that it prints.
 */
own: Array<PaperOwn>, 
/**
 * Its copies.
 */
copies: Array<PaperCopy>, };

/**
 * A paper that was made.
 */
export type PaperMade = { 
/**
 * Which (words: `paper_<code>`).
 */
paper: string, 
/**
 * For whom; empty where there is one for all.
 */
name: string, 
/**
 * `docx` or `pdf`.
 */
form: string, 
/**
 * On which day.
 */
on: string, 
/**
 * By whom.
 */
by: string, };

/**
 * A value that is kept with the papers: it is given, corrected and taken away here.
 */
export type PaperOwn = { 
/**
 * Its field.
 */
field: string, 
/**
 * What it is (words: `paper_value_<name>`).
 */
name: string, 
/**
 * `line` or `lines`.
 */
here: string, 
/**
 * What stands; may be empty.
 */
value: string, };

/**
 * A paper that was printed.
 */
export type PaperPrinted = { 
/**
 * What it was: the page.
 */
what: string, 
/**
 * The case that it shows.
 */
case?: CaseId, };

/**
 * The papers there are, and what each lacks.
 */
export type Papers = { 
/**
 * In the order of the path.
 */
papers: Array<PaperLine>, 
/**
 * Papers that were made, newest first.
 */
made: Array<PaperMade>, 
/**
 * Whether PDF can be made on this machine.
 */
pdf: boolean, };

/**
 * Whose papers.
 */
export type PapersAsk = { 
/**
 * Of this hearing.
 */
hearing?: HearingId, 
/**
 * Of this case.
 */
case?: CaseId, };

/**
 * Papers that were made.
 */
export type PapersMade = { 
/**
 * The files.
 */
files: Array<PaperFile>, 
/**
 * Papers left out because they lack something, where all were asked for.
 */
left_out: Array<string>, 
/**
 * Characters that no face installed on this machine can show.
 */
unshown: string, };

/**
 * Papers to make.
 */
export type PapersMake = { 
/**
 * Of this hearing.
 */
hearing?: HearingId, 
/**
 * Of this case.
 */
case?: CaseId, 
/**
 * Which (words: `paper_<code>`); absent or empty: all that lack nothing.
 */
papers?: Array<string>, 
/**
 * For whom only (`participant:12`); absent or empty: everybody.
 */
about?: Array<string>, 
/**
 * The folder they go to.
 */
folder: string, 
/**
 * `docx` (when absent), `pdf`, or `both`.
 */
form?: string, };

/**
 * What is known of a case while it is typed.
 */
export type PartialCase = { 
/**
 * The case itself, once it is registered: it is no duplicate of itself.
 */
case?: CaseId, 
/**
 * The title.
 */
title?: string, 
/**
 * The unit that sent it.
 */
from_unit?: string, 
/**
 * Its numbers.
 */
numbers?: Array<string>, 
/**
 * Its people.
 */
persons?: Array<PartialPerson>, };

/**
 * What is known of a person while the case is typed.
 */
export type PartialPerson = { 
/**
 * The name.
 */
name?: string, 
/**
 * The birthday.
 */
birth?: string, 
/**
 * The identity number.
 */
id_number?: string, };

/**
 * A participant to strike off.
 */
export type ParticipantAsk = { 
/**
 * Which.
 */
participant: ParticipantId, };

/**
 * One participant of a hearing who is no officer.
 */
export type ParticipantId = number;

/**
 * What is recorded of a participant on the day.
 */
export type ParticipantPresence = { 
/**
 * Which.
 */
participant: ParticipantId, 
/**
 * What.
 */
presence: HearingPresence, };

/**
 * A new passphrase of one's own.
 */
export type PassphraseChange = { 
/**
 * The one so far.
 */
old: string, 
/**
 * The new one.
 */
passphrase: string, };

/**
 * What the office asks of passphrases.
 */
export type PassphraseRule = "mixed" | "long";

/**
 * A case as it stood.
 */
export type PastCase = { 
/**
 * The case.
 */
case_id: CaseId, 
/**
 * Register number.
 */
register_no: string, 
/**
 * Title.
 */
title: string, 
/**
 * Category.
 */
category: string, 
/**
 * Stage.
 */
stage: string, 
/**
 * The handler's name; empty where there was none.
 */
handler: string, 
/**
 * Accepted on.
 */
accepted_on: string, 
/**
 * Open.
 */
is_open: boolean, };

/**
 * One way to prolong a time limit.
 */
export type PeriodExtension = { 
/**
 * Its name in the rule.
 */
id: string, 
/**
 * What it is called.
 */
title: { zh: string, en: string }, 
/**
 * How much, in words.
 */
length: { zh: string, en: string } | null, 
/**
 * Who approves it.
 */
approver: { zh: string, en: string } | null, };

/**
 * One time limit.
 */
export type PeriodRule = { 
/**
 * Its name, for example `review_for_prosecution`.
 */
rule: string, 
/**
 * What it is called.
 */
title: { zh: string, en: string }, 
/**
 * What sets it going.
 */
trigger: { zh: string, en: string }, 
/**
 * The chapter it stands in.
 */
chapter: { zh: string, en: string }, 
/**
 * Its length (`1m15d`), where the law has a number or the office a default.
 */
length: string | null, 
/**
 * The length in words.
 */
length_words: { zh: string, en: string } | null, 
/**
 * `days`, `setting`, `in_paper`, `months_in_act` or `state`.
 */
limit: string, 
/**
 * Whether its last day moves to a working day: `yes`, `unless_in_custody` or `never`.
 */
roll: string, 
/**
 * Who has to act: `office`, `police`, `court`, `agency`, `party` or `other`.
 */
by: string, 
/**
 * Counted back from an event.
 */
backward: boolean, 
/**
 * A right, not a duty.
 */
optional: boolean, 
/**
 * The number was not seen in a text.
 */
unverified: boolean, 
/**
 * How it can be prolonged.
 */
extensions: Array<PeriodExtension>, 
/**
 * Where it stands in the law.
 */
basis: Array<BasisWords>, 
/**
 * What else a person must know.
 */
note: { zh: string, en: string } | null, 
/**
 * First day in force, where known.
 */
in_force_from: string | null, 
/**
 * Last day in force.
 */
in_force_to: string | null, };

/**
 * What the office says of one time limit; what is left out is the law's or the usual.
 */
export type PeriodSettingEntry = { 
/**
 * The rule.
 */
rule: string, 
/**
 * Its length, `30d` or `3wd`, where the law has no number.
 */
length?: string, 
/**
 * Where that number comes from; needed with a length.
 */
note?: string, 
/**
 * Amber so many days before the last day.
 */
amber_days?: number, 
/**
 * Red so many days before the last day.
 */
red_days?: number, };

/**
 * One time limit with what stands for it.
 */
export type PeriodSettingLine = { 
/**
 * What the rule is called.
 */
title: { zh: string, en: string }, 
/**
 * The chapter it stands in.
 */
chapter: { zh: string, en: string }, 
/**
 * The length that counts now, in words; none where the paper sets it or nobody has set one.
 */
length_words: { zh: string, en: string } | null, 
/**
 * What else a person must know.
 */
rule_note: { zh: string, en: string } | null, 
/**
 * The rule.
 */
rule: string, 
/**
 * Whether the office may set the length: the law has no number.
 */
settable: boolean, 
/**
 * The law's number was not seen in a text.
 */
unverified: boolean, 
/**
 * The office's length.
 */
length: string | null, 
/**
 * Where it comes from.
 */
note: string, 
/**
 * The length that counts where the office set none.
 */
usual_length: string | null, 
/**
 * A length that is only offered.
 */
suggested_length: string | null, 
/**
 * The office's days of amber.
 */
amber_days: number | null, 
/**
 * The rule's own days of amber; none: a third of the period, between one and seven days.
 */
usual_amber_days: number | null, 
/**
 * The office's days of red; none: the last day on which people work.
 */
red_days: number | null, 
/**
 * How many time limits of the office's cases wait for a length to be set.
 */
waiting: number, };

/**
 * What stands for every time limit that counts days.
 */
export type PeriodSettings = { 
/**
 * The time limits, chapter by chapter.
 */
periods: Array<PeriodSettingLine>, 
/**
 * The day before the last day in custody is red too.
 */
custody_day_before_red: boolean, 
/**
 * Whether the person who asks may change them.
 */
may_change: boolean, };

/**
 * What a change of the settings did, or would do.
 */
export type PeriodSettingsChanged = { 
/**
 * Which due dates moved.
 */
recounted: Recounted, 
/**
 * What changed; none when it was only asked.
 */
changed: Changed | null, };

/**
 * What to change.
 */
export type PeriodSettingsSave = { 
/**
 * One time limit: all that the office says of it, in the place of what it said before.
 */
period?: PeriodSettingEntry, 
/**
 * The day before the last day in custody is red too.
 */
custody_day_before_red?: boolean, 
/**
 * Why.
 */
reason?: string, 
/**
 * Only say what would change.
 */
rehearse?: boolean, };

/**
 * A person with charges and measures.
 */
export type PersonCard = { 
/**
 * The id.
 */
id: PersonId, 
/**
 * What is said of the person, as the form takes it; charges and measures stand beside.
 */
person: PersonEntry, 
/**
 * The charges.
 */
charges: Array<ChargeLine>, 
/**
 * The measures, oldest first.
 */
measures: Array<MeasureLine>, 
/**
 * Whether the person is in custody.
 */
in_custody: boolean, };

/**
 * A person on the card of a case, with charges and measures.
 *
 * When a person is changed, a field that is absent becomes empty; only the card and the lists stay when absent. A list
 * that is given replaces the list: entries with an id are changed in place, entries without one added, those that are
 * not mentioned taken away.
 */
export type PersonEntry = { 
/**
 * The person to change; none for a new one.
 */
id?: PersonId, 
/**
 * The role (vocabulary: `person_role`).
 */
role: string, 
/**
 * The name.
 */
name: string, 
/**
 * `natural` (when absent) or `unit`.
 */
kind?: string, 
/**
 * Another name.
 */
alias?: string, 
/**
 * `male`, `female`, or empty where it is not known; taken from the identity number when absent.
 */
sex?: string, 
/**
 * The birthday; taken from the identity number when absent.
 */
birth?: string, 
/**
 * The kind of identity document (vocabulary: `id_type`); the resident card when absent and a number is given.
 */
id_type?: string, 
/**
 * Its number.
 */
id_number?: string, 
/**
 * Why there is no number.
 */
no_id_reason?: string, 
/**
 * The ethnicity.
 */
ethnicity?: string, 
/**
 * The nationality.
 */
nationality?: string, 
/**
 * Where the person lives.
 */
residence?: string, 
/**
 * The occupation.
 */
occupation?: string, 
/**
 * The day of the act, for the age on it.
 */
act_on?: string, 
/**
 * Whether the person was a minor on the day of the act; worked out from birthday and day when absent.
 */
minor_at_act?: boolean, 
/**
 * Earlier punishments (vocabulary: `prior_record`).
 */
prior_record?: string, 
/**
 * Where the person is held.
 */
custody_place?: string, 
/**
 * A remark.
 */
note?: string, 
/**
 * Further fields of the person card.
 */
card?: { [key in string]: string }, 
/**
 * The charges.
 */
charges?: Array<ChargeEntry>, 
/**
 * The coercive measures.
 */
measures?: Array<MeasureEntry>, };

/**
 * One person on the card of one case.
 */
export type PersonId = number;

/**
 * A person to take off the card.
 */
export type PersonRemove = { 
/**
 * Which.
 */
person: PersonId, 
/**
 * Why.
 */
reason: string, };

/**
 * A person to enter or change.
 */
export type PersonSave = { 
/**
 * On which case.
 */
case: CaseRef, 
/**
 * The person.
 */
person: PersonEntry, 
/**
 * Why, where something is corrected.
 */
reason?: string, };

/**
 * A saved person.
 */
export type PersonSaved = { 
/**
 * The person.
 */
person: PersonId, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * One entry to choose.
 */
export type Pick = { 
/**
 * What the record keeps; empty where only the name is kept.
 */
code: string, 
/**
 * The name.
 */
name: string, 
/**
 * What tells it from others of the name: the article, the path, the division above; may be empty.
 */
detail: string, 
/**
 * The other name by which it was found.
 */
found_by: string | null, };

/**
 * What is typed into a picker.
 */
export type PickAsk = { 
/**
 * Code, part of the name, or pinyin; empty for the beginning of the list.
 */
query: string, 
/**
 * At most so many; 20 when absent.
 */
limit?: number, };

/**
 * What is typed into the picker of causes.
 */
export type PickCauseAsk = { 
/**
 * `criminal` (charges), `civil`, `administrative` or `public_interest` (fields).
 */
function: string, 
/**
 * Code, part of the name, or pinyin.
 */
query: string, 
/**
 * At most so many; 20 when absent.
 */
limit?: number, };

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
 * The entry that a print left: its number and its digest stand on the sheets.
 */
export type PrintEntry = { 
/**
 * Its number in the journal.
 */
entry: EntryId, 
/**
 * The first 16 figures of its digest: who keeps the paper can hold the journal against it later.
 */
digest: string, };

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
 * What became of the due dates of the office.
 */
export type Recounted = { 
/**
 * Cases counted anew.
 */
cases: number, 
/**
 * Due dates that are others now, came to be, or are no more.
 */
moved: number, 
/**
 * The first two hundred of them, case by case.
 */
named: Array<DueMoved>, };

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
 * A new paper.
 */
export type RecoveryRenewed = { 
/**
 * The recovery key, in two halves. It is shown this once and kept nowhere; the one before opens nothing any more.
 */
recovery_key: string, };

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
 * A row that stays out, with the first value because of which it does.
 */
export type Refused = { 
/**
 * The row in the sheet.
 */
row: number, 
/**
 * The table, where the source has several.
 */
table: string, 
/**
 * Letter and head of the column; empty where it is the row as a whole.
 */
column: string, 
/**
 * What stands there.
 */
value: string, 
/**
 * Why: words under `refusal_<code>` and `remedy_<code>`.
 */
code: string, 
/**
 * The values that these words name.
 */
values: { [key in string]: string }, 
/**
 * What else is wrong in the same row.
 */
also: Array<RefusedCell>, };

/**
 * A further value that is wrong in a row that stays out.
 */
export type RefusedCell = { 
/**
 * Letter and head of the column.
 */
column: string, 
/**
 * What stands there.
 */
value: string, 
/**
 * Why.
 */
code: string, 
/**
 * The values that the words name.
 */
values: { [key in string]: string }, };

/**
 * The register as it stood.
 */
export type RegisterAsOf = { 
/**
 * Which state of the journal it rests on.
 */
as_of: AsOf, 
/**
 * The cases, by their register numbers.
 */
cases: Array<PastCase>, };

/**
 * A case to register, with all that is known of it when it comes in.
 */
export type Registration = { 
/**
 * The business line (law: lines).
 */
line: string, 
/**
 * The category (law: categories).
 */
category: string, 
/**
 * The title, as it is called in the office.
 */
title: string, 
/**
 * The day on which the papers came in.
 */
received_on: string, 
/**
 * The day of acceptance; not before the day of receipt, not after today.
 */
accepted_on: string, 
/**
 * Id of the charge, cause of action or field, if it stands in a list.
 */
cause_code?: string, 
/**
 * The cause in words, as on the paper.
 */
cause?: string, 
/**
 * Where it comes from (vocabulary: `case_source`).
 */
source?: string, 
/**
 * The unit that sent it.
 */
from_unit?: string, 
/**
 * The department that handles it.
 */
department_id?: DepartmentId, 
/**
 * The facts in brief.
 */
summary?: string, 
/**
 * How many volumes came with it.
 */
volumes?: number, 
/**
 * The answers to the intake check.
 */
checklist?: { [key in string]: ChecklistAnswer }, 
/**
 * Further fields of the case card.
 */
card?: { [key in string]: string }, 
/**
 * Its numbers.
 */
numbers?: Array<NumberEntry>, 
/**
 * Its flags (vocabulary: `flag`).
 */
flags?: Array<string>, 
/**
 * Other cases it belongs with.
 */
links?: Array<LinkEntry>, 
/**
 * Its people.
 */
persons?: Array<PersonEntry>, 
/**
 * The earlier intake of the same matter that was returned for completion or refused.
 */
after_refusal?: IntakeRefusalId, };

/**
 * Something a person should know of a row that went in.
 */
export type Remark = { 
/**
 * The row in the sheet.
 */
row: number, 
/**
 * Letter and head of the column, or the field.
 */
column: string, 
/**
 * What stands there.
 */
value: string, 
/**
 * What about it: words under `remark_<code>`.
 */
code: string, };

/**
 * A reminder.
 */
export type Reminder = { 
/**
 * The reminder.
 */
id: ReminderId, 
/**
 * The case.
 */
case: CaseId, 
/**
 * What it is about: `case`, `person:7` or `act:12`.
 */
subject: string, 
/**
 * Whom it reminds.
 */
account: AccountId, 
/**
 * That person's name.
 */
account_name: string, 
/**
 * What to remember.
 */
text: string, 
/**
 * The day it was made.
 */
made_on: string, 
/**
 * Its day.
 */
due: string, 
/**
 * Amber so many days before.
 */
warn_days: number, 
/**
 * The day on which it was done.
 */
done_on: string | null, };

/**
 * Which reminder is done, or open again.
 */
export type ReminderDone = { 
/**
 * The reminder.
 */
id: ReminderId, 
/**
 * Done; left out: yes.
 */
done?: boolean, };

/**
 * A reminder to make or change.
 */
export type ReminderEntry = { 
/**
 * The one to change; a new one when left out.
 */
id?: ReminderId, 
/**
 * The case.
 */
case: CaseId, 
/**
 * What it is about: `case`, `person:7` or `act:12`; the case when left out.
 */
subject?: string, 
/**
 * Whom it reminds; oneself when left out. To remind another person one must be able to record on the case.
 */
account?: AccountId, 
/**
 * What to remember.
 */
text: string, 
/**
 * The day.
 */
due: string, 
/**
 * Amber so many days before.
 */
warn_days?: number, };

/**
 * One reminder that somebody made.
 */
export type ReminderId = number;

/**
 * Which reminder.
 */
export type ReminderRef = { 
/**
 * The reminder.
 */
id: ReminderId, };

/**
 * A reminder was made or changed.
 */
export type ReminderSaved = { 
/**
 * Which.
 */
reminder: ReminderId, 
/**
 * What changed.
 */
changed: Changed, };

/**
 * The reminders of which case.
 */
export type RemindersAsk = { 
/**
 * The case.
 */
case: CaseId, };

/**
 * What is asked for.
 */
export type RequestKind = "save" | "reset";

/**
 * What was restored.
 */
export type Restored = { 
/**
 * Where.
 */
folder: string, 
/**
 * The last entry that the backup had.
 */
backup_entry: number, 
/**
 * The last entry that stands there now.
 */
entry: number, 
/**
 * Its digest.
 */
digest: string, 
/**
 * Segment files that could not be read to their end, and why.
 */
unreadable: Array<string>, };

/**
 * Somebody who is to be given, or to lose, the way in.
 */
export type RoomAllow = { 
/**
 * The name that the person signs in with.
 */
login: string, 
/**
 * Given; or taken away.
 */
allow: boolean, };

/**
 * What follows when somebody was given the way in, or lost it.
 */
export type RoomAllowed = { 
/**
 * What the person needs to enter for the first time: the code. Shown this once.
 */
code: string | null, 
/**
 * The new key of the room, where somebody lost the way in.
 */
key_renewed: RoomKeyRenewed | null, 
/**
 * Why it could not be given one now: who lost the way in still has the key that opens it.
 */
key_not_renewed: Refusal | null, };

/**
 * The answer to it, in the command's own shape.
 */
export type RoomAnswer = unknown;

/**
 * A question asked in the room.
 */
export type RoomAsk = { 
/**
 * The command.
 */
command: string, 
/**
 * Its request.
 */
request: unknown, };

/**
 * What lies in the room and who may enter it.
 */
export type RoomCases = { 
/**
 * The cases.
 */
cases: Array<SealedCase>, 
/**
 * Who was given the way in.
 */
logins: Array<string>, 
/**
 * What the person is here for.
 */
purpose: string, };

/**
 * Entering it.
 */
export type RoomEnter = { 
/**
 * The person's passphrase.
 */
passphrase: string, 
/**
 * What for.
 */
purpose: string, 
/**
 * The code that the person was given, the first time; or the room's recovery key.
 */
code?: string, };

/**
 * What stands in the room.
 */
export type RoomEntered = { 
/**
 * Cases whose going had been cut off and was brought to its end now.
 */
finished: Array<string>, 
/**
 * Somebody left since the last visit: the room was given a new key.
 */
key_renewed: RoomKeyRenewed | null, 
/**
 * Why it could not be given one now. One reads all the same; nothing is sealed before it was.
 */
key_not_renewed: Refusal | null, };

/**
 * An entry of the room's journal.
 */
export type RoomEntry = { 
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
 * Which action.
 */
action: string, 
/**
 * Why.
 */
reason: string, 
/**
 * What it was about, JSON.
 */
detail: string, };

/**
 * Making the room.
 */
export type RoomFound = { 
/**
 * The person's own passphrase: it opens the room too.
 */
passphrase: string, };

/**
 * A room that was made.
 */
export type RoomFounded = { 
/**
 * The room's own recovery key, in two halves. It is shown this once and kept nowhere.
 */
recovery_key: string, };

/**
 * The room has a key that nobody had who lost the way in.
 */
export type RoomKeyRenewed = { 
/**
 * Who lost it.
 */
left: Array<string>, 
/**
 * Backups that carry the room under the key before, and its wraps. Only a person takes them away.
 */
holding: Array<string>, };

/**
 * How the room stands.
 */
export type RoomStatus = { 
/**
 * There is one.
 */
founded: boolean, 
/**
 * The person was given the way in.
 */
allowed: boolean, 
/**
 * The way in is a code that somebody was shown: it is typed once.
 */
by_code: boolean, 
/**
 * The person is in it, and what for.
 */
purpose: string | null, };

/**
 * One import that changed something.
 */
export type Run = { 
/**
 * Its id.
 */
id: number, 
/**
 * The name of its source.
 */
source: string, 
/**
 * The name of the file, without its folder.
 */
file: string, 
/**
 * On which day.
 */
on_day: string, 
/**
 * Who did it.
 */
by: string, 
/**
 * The counts.
 */
tally: Tally, 
/**
 * Differences of that source that still want a decision.
 */
undecided: number, };

/**
 * How much to invent.
 */
export type SampleAsk = { 
/**
 * How many cases.
 */
cases: number, 
/**
 * Over how many years up to today.
 */
years: number, 
/**
 * The same seed gives the same history.
 */
seed: number, };

/**
 * A case that lies sealed.
 */
export type SealedCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Its register number.
 */
register_no: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its people.
 */
persons: string, 
/**
 * Sealed on.
 */
sealed_on: string, 
/**
 * By whom.
 */
sealed_by: string, 
/**
 * Why the law seals it (vocabulary: `seal_ground`).
 */
ground: string, 
/**
 * Whose decision.
 */
authority: string, 
/**
 * Anything else to be known.
 */
reason: string, 
/**
 * Why the whole of a case with adults was sealed.
 */
joint_reason: string, };

/**
 * What to look for.
 */
export type SearchAsk = { 
/**
 * Words with spaces between; each must be found.
 */
text: string, 
/**
 * At most so many cases; 30 when absent.
 */
limit?: number, };

/**
 * One officer's seat at a hearing.
 */
export type SeatId = number;

/**
 * How the second copy stands.
 */
export type SecondCopyState = { 
/**
 * It is kept.
 */
kept: boolean, 
/**
 * The last entry in it.
 */
entry: number, 
/**
 * Why the last append failed (a refusal's code); none when all is well.
 */
fault: string | null, };

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
version: string, 
/**
 * The commands that the person may call at all. How far each reaches is decided with the case.
 */
may: Array<string>, };

/**
 * How bad it is.
 */
export type Severity = "stop" | "high" | "medium" | "low" | "info";

/**
 * How the person sits here.
 */
export type Sitting = { 
/**
 * Minutes without a key or a movement after which the office locks itself.
 */
idle_minutes: number, 
/**
 * The passphrase is older than the office wants.
 */
passphrase_old: boolean, 
/**
 * The machine's clock says an earlier day than the last entry of the journal: that entry's day.
 */
clock_behind: string | null, 
/**
 * The three administrators hold what is theirs.
 */
separated: boolean, 
/**
 * Wrong tries before this sign-in.
 */
wrong_tries: number, };

/**
 * The newest entry of the journal.
 */
export type SlipJournal = { 
/**
 * Its number.
 */
entry: number, 
/**
 * Its hash, which stands for all entries before.
 */
hash: string, };

/**
 * A person on a slip.
 */
export type SlipPerson = { 
/**
 * The name.
 */
name: string, 
/**
 * In what role (vocabulary: `person_role`).
 */
role: string, 
/**
 * The measures in force (vocabulary: `measure`).
 */
measures: Array<string>, 
/**
 * Whether in custody.
 */
in_custody: boolean, };

/**
 * An order.
 */
export type Sort = { 
/**
 * By this column.
 */
column: Column, 
/**
 * Greatest first.
 */
descending: boolean, };

/**
 * A source of ledgers: the same heads under the same name.
 */
export type Source = { 
/**
 * Its id.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Of its heads.
 */
fingerprint: string, 
/**
 * The category of its cases where its rows do not say it.
 */
kind: string, 
/**
 * The mapping of its columns as it was confirmed, TOML.
 */
mapping: string, 
/**
 * The day of its last import that changed something.
 */
last_on: string | null, };

/**
 * How strict the office is.
 */
export type Strictness = { 
/**
 * Minutes without a key or a movement after which the office locks itself.
 */
idle_minutes: number, 
/**
 * What is asked of passphrases.
 */
passphrases: PassphraseRule, 
/**
 * Days after which a passphrase is to be changed, where the rule wants that.
 */
passphrase_days: number, 
/**
 * Memory in MiB for making a key from a passphrase.
 */
key_memory: number, 
/**
 * Passes over it.
 */
key_passes: number, 
/**
 * So many persons of cases that one does not work on may be shown in full in one sitting; for more the passphrase is given
 * once more, with a purpose.
 */
persons_at_once: number, };

/**
 * One step of a sum.
 */
export type SumStep = { 
/**
 * What was done, as a code.
 */
what: string, 
/**
 * What was done, in words.
 */
words: { zh: string, en: string }, 
/**
 * Where it stands in the law.
 */
basis: Array<BasisWords>, 
/**
 * The day it led to.
 */
day: string, };

/**
 * Something that an import supposed of the case.
 */
export type SupposedLine = { 
/**
 * The source.
 */
source: string, 
/**
 * What: words under `remark_import_<code>`.
 */
code: string, 
/**
 * Letter and head of the column that it was taken from, or the field.
 */
column: string, };

/**
 * A column of such a list.
 */
export type TableColumn = { 
/**
 * Its head.
 */
head: string, 
/**
 * What its cells are; what can't be read so stays text.
 */
kind: CellKind, };

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
 * Any list, as it stands on screen.
 */
export type TableExport = { 
/**
 * The file, `.xlsx` or `.csv`.
 */
path: string, 
/**
 * What stands above it, after the office's name.
 */
title: string, 
/**
 * The filter in words.
 */
filter_words?: string, 
/**
 * `zh` (when absent) or `en`.
 */
lang?: string, 
/**
 * The heads.
 */
columns: Array<TableColumn>, 
/**
 * The cells of each row, as shown.
 */
rows: Array<Array<string>>, };

/**
 * The counts of an import.
 */
export type Tally = { 
/**
 * Rows known from the file or from the last import: the sum of the five below.
 */
rows: number, 
/**
 * Data rows of the file: new, changed, same and refused.
 */
file_rows: number, 
/**
 * Rows of new cases.
 */
new: number, 
/**
 * Rows of changed cases.
 */
changed: number, 
/**
 * Rows of cases that stay as they are.
 */
same: number, 
/**
 * Rows that the last import of this source had and this file has not.
 */
vanished: number, 
/**
 * Rows that stay out.
 */
refused: number, };

/**
 * Which task to stop.
 */
export type TaskStop = { 
/**
 * The name of its command.
 */
task: string, };

/**
 * One template.
 */
export type TemplateAsk = { 
/**
 * Of which paper.
 */
paper: string, };

/**
 * A template and a file.
 */
export type TemplateFile = { 
/**
 * Of which paper.
 */
paper: string, 
/**
 * The file; to take one out, the folder.
 */
path: string, };

/**
 * One template.
 */
export type TemplateLine = { 
/**
 * Of which paper (words: `paper_<code>`).
 */
paper: string, 
/**
 * The file of the office's own; empty where the shipped one is in force.
 */
file_name: string, 
/**
 * Since when.
 */
saved_on: string | null, 
/**
 * The names that may stand in it: `hearing.place`, `officers[].name`.
 */
names: Array<string>, };

/**
 * A template that was put down as a file.
 */
export type TemplateTaken = { 
/**
 * Where it is.
 */
path: string, };

/**
 * A test.
 */
export type Test = { "contains": string } | { "one_of": Array<string> } | { "between": [string | null, string | null] } | "empty" | "filled";

/**
 * A time of day in the office, `00:00` to `23:59`, to the minute. Written `09:30` everywhere.
 */
export type TimeOfDay = string;

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
 * A case to be brought back, and why.
 */
export type Unsealing = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Which of the law's grounds (vocabulary: `unseal_ground`).
 */
ground: string, 
/**
 * Whose decision, with its number.
 */
authority: string, 
/**
 * Why.
 */
reason: string, };

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
 * How many of them a workstation of this office has signed.
 */
signed: number, 
/**
 * Digest of the newest entry.
 */
head: string | null, };

/**
 * A named view.
 */
export type View = { 
/**
 * Its code (words: `view_<code>`), or the name a person gave it.
 */
name: string, 
/**
 * The person made it.
 */
own: boolean, 
/**
 * What it shows.
 */
query: CaseQuery, };

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
next_due_on: string | null, 
/**
 * How it stands today.
 */
due_state: string, };

/**
 * Why a case may be the same.
 */
export type Why = "same_number" | "same_person" | "same_matter" | "same_name_and_year" | "same_name";

/** Every command: what is asked, what is answered. */
export interface Commands {
  office_status: { request: Nothing; answer: OfficeStatus };
  office_create: { request: NewOffice; answer: Founded };
  office_unlock: { request: Unlock; answer: Session };
  office_recover: { request: Recover; answer: Session };
  office_lock: { request: Nothing; answer: Nothing };
  office_first_sign_in: { request: FirstSignIn; answer: Session };
  office_touch: { request: Nothing; answer: Nothing };
  sitting: { request: Nothing; answer: Sitting };
  task_stop: { request: TaskStop; answer: Nothing };
  vocabulary: { request: Nothing; answer: VocabularyJson };
  office_rename: { request: OfficeRename; answer: Changed };
  session: { request: Nothing; answer: Session };
  draft_save: { request: DraftSave; answer: Nothing };
  draft_load: { request: DraftKey; answer: Draft | null };
  draft_drop: { request: DraftKey; answer: Nothing };
  desk_save: { request: DeskItem; answer: Nothing };
  desk_load: { request: Nothing; answer: Array<DeskItem> };
  sample_fill: { request: SampleAsk; answer: Filled };
  account_list: { request: Nothing; answer: Array<Account> };
  account_save: { request: AccountSave; answer: Changed };
  department_list: { request: Nothing; answer: Array<Department> };
  department_save: { request: DepartmentEntry; answer: Changed };
  absence_list: { request: AbsencesAsk; answer: Array<Absence> };
  absence_end: { request: AbsenceEnd; answer: Changed };
  absence_save: { request: AbsenceSave; answer: Changed };
  conflict_declare: { request: ConflictDeclare; answer: Changed };
  assignment_waiting: { request: Nothing; answer: Array<Waiting> };
  assignment_pool: { request: CaseAsk; answer: Pool };
  draw_method: { request: Nothing; answer: DrawMethod };
  draw_method_save: { request: DrawMethodSave; answer: Changed };
  assignment_draw: { request: CaseAsk; answer: Drawn };
  assignment_designate: { request: Designate; answer: Changed };
  assistant_end: { request: NameAssistant; answer: Changed };
  assistant_name: { request: NameAssistant; answer: Changed };
  case_assignments: { request: CaseAsk; answer: Array<Assignment> };
  draw_slip: { request: DrawAsk; answer: DrawSlip };
  draws_verify: { request: Nothing; answer: DrawsVerified };
  caseload: { request: Nothing; answer: Caseload };
  case_register: { request: Registration; answer: CaseRegistered };
  case_change: { request: CaseChangeAsk; answer: Changed };
  person_save: { request: PersonSave; answer: PersonSaved };
  person_remove: { request: PersonRemove; answer: Changed };
  act_record: { request: ActRecord; answer: ActRecorded };
  act_change: { request: ActChange; answer: Changed };
  act_remove: { request: ActRemove; answer: Changed };
  note_write: { request: NoteWrite; answer: NoteWritten };
  intake_refuse: { request: IntakeRefusalEntry; answer: IntakeRefused };
  intake_refusals: { request: IntakeRefusalsAsk; answer: Array<IntakeRefusal> };
  intake_reveal: { request: IntakeReveal; answer: IntakeRefusal };
  case_duplicates: { request: PartialCase; answer: Array<Duplicate> };
  case_sheet: { request: CaseRefAsk; answer: CaseSheet };
  pick_charge: { request: PickAsk; answer: Array<Pick> };
  pick_cause: { request: PickCauseAsk; answer: Array<Pick> };
  pick_division: { request: PickAsk; answer: Array<Pick> };
  pick_unit: { request: PickAsk; answer: Array<Pick> };
  identity_read: { request: IdentityAsk; answer: Identity };
  day_read: { request: DayAsk; answer: string };
  field_history: { request: FieldHistoryAsk; answer: Array<FieldChanged> };
  law_rules: { request: Nothing; answer: Array<PeriodRule> };
  law_due: { request: LawDueAsk; answer: DueSum };
  calendar_day: { request: CalendarDayAsk; answer: CalendarDay };
  calendar_days: { request: CalendarAsk; answer: Array<CalendarDay> };
  due_list: { request: DueAsk; answer: DueListPage };
  due_counts: { request: DueAsk; answer: Array<DueCount> };
  due_days: { request: DueAsk; answer: Array<DueOnDay> };
  case_due: { request: CaseDueAsk; answer: CaseDue };
  due_groups: { request: DueGroupsAsk; answer: Array<DueGroup> };
  due_daily: { request: DueDailyAsk; answer: DailyList };
  due_news: { request: DueNewsAsk; answer: DueNews };
  due_dates: { request: DueDatesAsk; answer: DueDates };
  case_slip: { request: CaseSlipAsk; answer: CaseSlip };
  case_reminders: { request: RemindersAsk; answer: Array<Reminder> };
  reminder_save: { request: ReminderEntry; answer: ReminderSaved };
  reminder_done: { request: ReminderDone; answer: Changed };
  reminder_remove: { request: ReminderRef; answer: Changed };
  period_settings: { request: Nothing; answer: PeriodSettings };
  period_settings_save: { request: PeriodSettingsSave; answer: PeriodSettingsChanged };
  calendar_years: { request: Nothing; answer: Array<CalendarYear> };
  calendar_table: { request: CalendarTableAsk; answer: CalendarTable };
  calendar_load: { request: CalendarLoad; answer: CalendarLoadAnswer };
  check_list: { request: Nothing; answer: Array<CheckPage> };
  check_page: { request: CheckAsk; answer: CheckPage };
  case_findings: { request: FindingsAsk; answer: Array<FindingItem> };
  registration_preview: { request: Registration; answer: Array<FindingItem> };
  finding_list: { request: FindingAsk; answer: FindingPage };
  finding_counts: { request: FindingFilter; answer: Array<FindingCount> };
  finding_answer: { request: FindingAnswer; answer: Changed };
  finding_answer_withdraw: { request: FindingKey; answer: Changed };
  check_run: { request: Nothing; answer: CheckRun };
  own_check_list: { request: Nothing; answer: Array<OwnCheck> };
  own_check_views: { request: Nothing; answer: Array<OwnCheckView> };
  own_check_ask: { request: OwnCheckAsk; answer: Answered };
  own_check_save: { request: OwnCheckEntry; answer: OwnCheckSaved };
  own_check_remove: { request: OwnCheckRef; answer: Changed };
  import_read: { request: ImportAsk; answer: ImportRead };
  import_plan: { request: ImportAsk; answer: ImportPlan };
  import_plan_rows: { request: ImportPlanRows; answer: ImportPlanPage };
  import_apply: { request: ImportAsk; answer: ImportPlan };
  import_differences: { request: DifferencesAsk; answer: Array<Difference> };
  import_decide: { request: ImportDecide; answer: Changed };
  import_runs: { request: Nothing; answer: Array<Run> };
  import_sources: { request: Nothing; answer: Array<Source> };
  import_fields: { request: Nothing; answer: Array<ImportField> };
  list_export: { request: ListExport; answer: ListExported };
  table_export: { request: TableExport; answer: ListExported };
  view_list: { request: Nothing; answer: Array<View> };
  case_list_open: { request: ListOpen; answer: OpenList };
  case_list_page: { request: ListPage; answer: Array<CaseRow> };
  case_list: { request: CaseListAsk; answer: CaseList };
  search: { request: SearchAsk; answer: Found };
  journal_list: { request: JournalAsk; answer: JournalPage };
  entry_undo: { request: EntryUndo; answer: Changed };
  entry_redo: { request: EntryUndo; answer: Changed };
  hearing_list: { request: HearingFilter; answer: HearingPage };
  hearing_sheet: { request: HearingAsk; answer: HearingSheet };
  hearing_calendar: { request: HearingDays; answer: Array<HearingLine> };
  hearings_of_case: { request: HearingsOfCase; answer: Array<HearingLine> };
  hearing_missing: { request: HearingAsk; answer: Array<HearingMissing> };
  hearing_rules: { request: HearingRulesAsk; answer: HearingRules };
  hearing_coverage: { request: HearingDays; answer: HearingCoverage };
  hearing_draws_verify: { request: Nothing; answer: OfficerDrawsChecked };
  hearing_export: { request: HearingExport; answer: HearingsWritten };
  hearing_limits: { request: Nothing; answer: Array<HearingLimit> };
  hearing_limits_save: { request: HearingLimitsSave; answer: Changed };
  officer_list: { request: Nothing; answer: Array<Officer> };
  officer_save: { request: OfficerEntry; answer: Changed };
  officer_remove: { request: OfficerRemoval; answer: Changed };
  hearing_plan: { request: HearingPlan; answer: HearingPlanned };
  hearing_application_answer: { request: HearingAnswer; answer: Changed };
  hearing_cancel: { request: HearingCancellation; answer: Changed };
  hearing_officers_draw: { request: OfficerDraw; answer: OfficersDrawn };
  hearing_draw_slip: { request: OfficerDrawAsk; answer: OfficerDrawSlip };
  hearing_officer_pick: { request: OfficerPick; answer: Changed };
  hearing_officer_drop: { request: OfficerDrop; answer: Changed };
  hearing_seat_save: { request: HearingSeatSave; answer: Changed };
  hearing_participant_save: { request: HearingParticipantEntry; answer: Changed };
  hearing_participant_drop: { request: ParticipantAsk; answer: Changed };
  hearing_notice_save: { request: HearingNotice; answer: NoticeRecorded };
  hearing_announce: { request: HearingAnnouncement; answer: Changed };
  hearing_begin: { request: HearingBeginning; answer: Changed };
  hearing_attendance_save: { request: HearingAttendance; answer: Changed };
  hearing_presence_save: { request: ParticipantPresence; answer: Changed };
  hearing_seat_sign: { request: HearingSeatSignature; answer: Changed };
  hearing_office_sign: { request: HearingSignature; answer: Changed };
  hearing_note_save: { request: HearingNoteEntry; answer: Changed };
  hearing_note_drop: { request: HearingNoteAsk; answer: Changed };
  hearing_step_save: { request: HearingStepSave; answer: Changed };
  hearing_opinion_save: { request: HearingOpinionSave; answer: Changed };
  hearing_end: { request: HearingEnding; answer: Changed };
  hearing_close: { request: HearingClosing; answer: Changed };
  hearing_told_save: { request: HearingTold; answer: Changed };
  hearing_effect_save: { request: HearingEffectEntry; answer: Changed };
  papers_ready: { request: PapersAsk; answer: Papers };
  papers_fill: { request: PaperFill; answer: Changed };
  papers_make: { request: PapersMake; answer: PapersMade };
  template_list: { request: Nothing; answer: Array<TemplateLine> };
  template_take: { request: TemplateFile; answer: TemplateTaken };
  template_put: { request: TemplateFile; answer: Changed };
  template_restore: { request: TemplateAsk; answer: Changed };
  record_verify: { request: Nothing; answer: Verified };
  record_rebuild: { request: Nothing; answer: Rebuilt };
  record_verify_against: { request: Against; answer: FoundAgainst };
  backup_status: { request: Nothing; answer: BackupStatus };
  backup_make: { request: BackupAsk; answer: Made };
  backup_if_due: { request: Nothing; answer: Made | null };
  backup_list: { request: Nothing; answer: Array<Backup> };
  backups_find: { request: BackupsFind; answer: Array<Backup> };
  backup_restore: { request: BackupRestore; answer: BackupRestored };
  copies: { request: Nothing; answer: Copies };
  copies_set: { request: Copies; answer: Changed };
  confirm: { request: Confirm; answer: Nothing };
  passphrase_change: { request: PassphraseChange; answer: Nothing };
  strictness: { request: Nothing; answer: Strictness };
  strictness_set: { request: Strictness; answer: Changed };
  administrators_separate: { request: Nothing; answer: Changed };
  account_ask: { request: AccountAsk; answer: Changed };
  account_requests: { request: Nothing; answer: Array<AccountRequest> };
  account_decide: { request: AccountDecide; answer: AccountDecided };
  room_status: { request: Nothing; answer: RoomStatus };
  room_found: { request: RoomFound; answer: RoomFounded };
  room_enter: { request: RoomEnter; answer: RoomEntered };
  room_leave: { request: Nothing; answer: Nothing };
  room_cases: { request: Nothing; answer: RoomCases };
  room_ask: { request: RoomAsk; answer: RoomAnswer };
  room_journal: { request: Nothing; answer: Array<RoomEntry> };
  room_allow: { request: RoomAllow; answer: RoomAllowed };
  case_seal_foresee: { request: CaseAsk; answer: CaseSealForeseen };
  case_seal: { request: CaseSeal; answer: CaseSealed };
  case_unseal: { request: Unsealing; answer: Changed };
  case_reveal: { request: CaseReveal; answer: Nothing };
  key_state: { request: Nothing; answer: KeyState };
  key_renew: { request: KeyRenew; answer: KeyRenewed };
  recovery_renew: { request: KeyRenew; answer: RecoveryRenewed };
  audit_search: { request: AuditAsk; answer: AuditPage };
  register_as_of: { request: AsOfAsk; answer: RegisterAsOf };
  paper_printed: { request: PaperPrinted; answer: PrintEntry };
}

export type CommandName = keyof Commands;

/** The record tables whose change makes a command's answer stale. */
export const reads = {
  office_status: [],
  office_create: [],
  office_unlock: [],
  office_recover: [],
  office_lock: [],
  office_first_sign_in: [],
  office_touch: [],
  sitting: ["setting", "account"],
  task_stop: [],
  vocabulary: [],
  office_rename: [],
  session: ["office", "account"],
  draft_save: [],
  draft_load: [],
  draft_drop: [],
  desk_save: [],
  desk_load: [],
  sample_fill: [],
  account_list: ["account", "absence"],
  account_save: [],
  department_list: ["department"],
  department_save: [],
  absence_list: ["absence"],
  absence_end: [],
  absence_save: [],
  conflict_declare: [],
  assignment_waiting: ["case_file", "act", "assignment"],
  assignment_pool: ["assignment", "account", "absence", "declared_conflict"],
  draw_method: ["setting"],
  draw_method_save: [],
  assignment_draw: [],
  assignment_designate: [],
  assistant_end: [],
  assistant_name: [],
  case_assignments: ["assignment"],
  draw_slip: ["draw"],
  draws_verify: ["draw"],
  caseload: ["assignment", "act", "case_file", "finding_answer", "account", "absence"],
  case_register: [],
  case_change: [],
  person_save: [],
  person_remove: [],
  act_record: [],
  act_change: [],
  act_remove: [],
  note_write: [],
  intake_refuse: [],
  intake_refusals: ["intake_refusal"],
  intake_reveal: [],
  case_duplicates: ["case_file", "case_number", "person"],
  case_sheet: ["case_file", "case_number", "case_flag", "case_link", "person", "person_charge", "measure", "act", "note", "assignment", "account", "finding_answer", "import_row", "import_source"],
  pick_charge: [],
  pick_cause: [],
  pick_division: [],
  pick_unit: ["case_file", "intake_refusal"],
  identity_read: [],
  day_read: [],
  field_history: ["case_file", "case_number", "person", "person_charge", "measure", "act"],
  law_rules: [],
  law_due: [],
  calendar_day: ["calendar_year"],
  calendar_days: ["calendar_year"],
  due_list: ["case_file", "person", "measure", "act", "assignment", "absence", "case_flag", "account", "hearing", "hearing_participant", "reminder", "period_setting", "calendar_year", "setting"],
  due_counts: ["case_file", "person", "measure", "act", "assignment", "absence", "case_flag", "account", "hearing", "hearing_participant", "reminder", "period_setting", "calendar_year", "setting"],
  due_days: ["case_file", "person", "measure", "act", "assignment", "absence", "case_flag", "account", "hearing", "hearing_participant", "reminder", "period_setting", "calendar_year", "setting"],
  case_due: ["case_file", "person", "measure", "act", "assignment", "absence", "case_flag", "account", "hearing", "hearing_participant", "hearing_effect", "reminder", "period_setting", "calendar_year", "setting"],
  due_groups: ["case_file", "person", "measure", "act", "assignment", "absence", "case_flag", "account", "hearing", "hearing_participant", "reminder", "period_setting", "calendar_year", "setting"],
  due_daily: ["case_file", "person", "measure", "act", "assignment", "absence", "case_flag", "account", "hearing", "hearing_participant", "reminder", "period_setting", "calendar_year", "setting"],
  due_news: ["case_file", "person", "measure", "act", "assignment", "absence", "case_flag", "account", "hearing", "hearing_participant", "reminder", "period_setting", "calendar_year", "setting"],
  due_dates: [],
  case_slip: ["case_file", "person", "measure", "act", "assignment", "absence", "case_flag", "account", "hearing", "hearing_participant", "reminder", "period_setting", "calendar_year", "setting"],
  case_reminders: ["reminder", "account"],
  reminder_save: [],
  reminder_done: [],
  reminder_remove: [],
  period_settings: ["period_setting", "setting", "act", "measure"],
  period_settings_save: [],
  calendar_years: ["calendar_year"],
  calendar_table: ["calendar_year"],
  calendar_load: [],
  check_list: [],
  check_page: [],
  case_findings: ["case_file", "person", "measure", "act", "assignment", "case_number", "case_link", "case_flag", "person_charge", "finding_answer", "account", "declared_conflict", "hearing", "hearing_participant", "hearing_seat"],
  registration_preview: ["case_file", "person", "account"],
  finding_list: ["case_file", "person", "measure", "act", "assignment", "case_number", "case_link", "case_flag", "person_charge", "finding_answer", "account", "declared_conflict", "hearing", "hearing_participant", "hearing_seat"],
  finding_counts: ["case_file", "person", "measure", "act", "assignment", "case_number", "case_link", "case_flag", "person_charge", "finding_answer", "account", "declared_conflict", "hearing", "hearing_participant", "hearing_seat"],
  finding_answer: [],
  finding_answer_withdraw: [],
  check_run: [],
  own_check_list: ["own_check", "account"],
  own_check_views: [],
  own_check_ask: ["own_check", "case_file", "case_number", "case_flag", "person", "person_charge", "measure", "act", "assignment", "account", "department", "hearing"],
  own_check_save: [],
  own_check_remove: [],
  import_read: [],
  import_plan: [],
  import_plan_rows: [],
  import_apply: [],
  import_differences: ["import_difference", "case_file"],
  import_decide: [],
  import_runs: ["import_run", "import_difference"],
  import_sources: ["import_source", "import_run"],
  import_fields: [],
  list_export: [],
  table_export: [],
  view_list: [],
  case_list_open: [],
  case_list_page: ["case_file", "person", "act", "assignment", "finding_answer"],
  case_list: ["case_file", "person", "act", "assignment"],
  search: ["case_file", "person", "case_number", "note", "act"],
  journal_list: ["case_file", "act", "person", "assignment"],
  entry_undo: [],
  entry_redo: [],
  hearing_list: ["hearing", "hearing_seat", "hearing_participant", "hearing_effect", "case_file", "account", "assignment"],
  hearing_sheet: ["hearing", "setting", "hearing_seat", "hearing_participant", "hearing_step", "hearing_note", "hearing_effect", "hearing_draw", "officer", "officer_away", "officer_bar", "officer_interest", "person", "case_file", "case_flag", "assignment", "account", "absence", "act", "measure"],
  hearing_calendar: ["hearing", "hearing_seat", "hearing_participant", "hearing_effect", "case_file", "account"],
  hearings_of_case: ["hearing", "hearing_seat", "hearing_participant", "hearing_effect", "case_file", "account"],
  hearing_missing: ["hearing", "setting", "hearing_seat", "hearing_participant", "hearing_step", "hearing_note", "hearing_effect", "hearing_draw", "officer", "officer_away", "officer_bar", "officer_interest", "person", "case_file", "case_flag", "assignment", "account", "absence", "act", "measure"],
  hearing_rules: ["person", "case_file", "case_flag", "assignment", "account", "absence", "officer_away", "hearing", "hearing_seat", "hearing_participant", "act", "measure"],
  hearing_coverage: ["hearing", "hearing_seat", "hearing_effect", "case_file", "account"],
  hearing_draws_verify: ["hearing_draw"],
  hearing_export: [],
  hearing_limits: ["setting"],
  hearing_limits_save: [],
  officer_list: ["officer", "officer_bar", "officer_interest", "officer_away", "hearing", "hearing_seat", "case_file"],
  officer_save: [],
  officer_remove: [],
  hearing_plan: [],
  hearing_application_answer: [],
  hearing_cancel: [],
  hearing_officers_draw: [],
  hearing_draw_slip: ["hearing_draw"],
  hearing_officer_pick: [],
  hearing_officer_drop: [],
  hearing_seat_save: [],
  hearing_participant_save: [],
  hearing_participant_drop: [],
  hearing_notice_save: [],
  hearing_announce: [],
  hearing_begin: [],
  hearing_attendance_save: [],
  hearing_presence_save: [],
  hearing_seat_sign: [],
  hearing_office_sign: [],
  hearing_note_save: [],
  hearing_note_drop: [],
  hearing_step_save: [],
  hearing_opinion_save: [],
  hearing_end: [],
  hearing_close: [],
  hearing_told_save: [],
  hearing_effect_save: [],
  papers_ready: ["hearing", "hearing_seat", "hearing_participant", "hearing_step", "hearing_effect", "person", "case_file", "case_number", "case_flag", "measure", "act", "assignment", "account", "paper_value", "paper_made", "paper_template"],
  papers_fill: [],
  papers_make: [],
  template_list: ["paper_template"],
  template_take: [],
  template_put: [],
  template_restore: [],
  record_verify: [],
  record_rebuild: [],
  record_verify_against: [],
  backup_status: ["setting"],
  backup_make: [],
  backup_if_due: [],
  backup_list: ["setting"],
  backups_find: [],
  backup_restore: [],
  copies: ["setting"],
  copies_set: [],
  confirm: [],
  passphrase_change: [],
  strictness: ["setting"],
  strictness_set: [],
  administrators_separate: [],
  account_ask: [],
  account_requests: ["account_request", "account"],
  account_decide: [],
  room_status: [],
  room_found: [],
  room_enter: [],
  room_leave: [],
  room_cases: [],
  room_ask: [],
  room_journal: [],
  room_allow: [],
  case_seal_foresee: ["case_file", "person", "act", "case_link", "note"],
  case_seal: [],
  case_unseal: [],
  case_reveal: [],
  key_state: ["account"],
  key_renew: [],
  recovery_renew: [],
  audit_search: [],
  register_as_of: [],
  paper_printed: [],
} as const satisfies Record<CommandName, readonly string[]>;
