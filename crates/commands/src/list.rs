//! The list. A line is `name(Request) -> Answer` with who may ask (`free`: also with no office open; `seat`: a
//! person signed in) and the record tables whose change makes the answer stale.

use anjuan_office::{Result, refusal};
use serde_json::Value;

use crate::desk::{Place, read_request};

/// One command, as the generated TypeScript lists it.
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// The capability it belongs to.
    pub capability: &'static str,
    /// Record tables whose change makes the answer stale.
    pub reads: &'static [&'static str],
    /// Collects the TypeScript of the request and the answer.
    pub types: fn(&mut crate::typescript::Types) -> (String, String),
}

/// A request without fields.
#[derive(Debug, Clone, Copy, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct Nothing {}

macro_rules! commands {
    ($($capability:ident { $($(#[$doc:meta])* $who:ident $name:ident ($request:ty) -> $answer:ty, reads [$($table:ident)*];)* })*) => {
        /// Every command.
        pub const COMMANDS: &[Command] = &[$($(Command {
            name: stringify!($name),
            capability: stringify!($capability),
            reads: &[$(stringify!($table)),*],
            types: |types| (types.name_of::<$request>(), types.name_of::<$answer>()),
        },)*)*];

        pub(crate) fn dispatch(place: Place<'_>, name: &str, request: Value) -> Result<Value> {
            match name {
                $($(stringify!($name) => {
                    let request: $request = read_request(name, request)?;
                    let answer: $answer = commands!(@call $who place, crate::$capability::$name, request)?;
                    Ok(serde_json::to_value(answer)?)
                })*)*
                _ => Err(refusal!("command_unknown", name = name)),
            }
        }
    };
    (@call free $place:ident, $body:path, $request:ident) => { $body($place.desk, $request) };
    (@call seat $place:ident, $body:path, $request:ident) => { $body(&$place.seat()?, $request) };
}

commands! {
    office {
        /// Whether there is an office, and whether it is open.
        free office_status(Nothing) -> crate::office::OfficeStatus, reads [];
        /// Makes a new office and signs its first person in.
        free office_create(crate::office::NewOffice) -> crate::office::Founded, reads [];
        /// Opens the office with a person's passphrase.
        free office_unlock(crate::office::Unlock) -> crate::office::Session, reads [];
        /// Opens the office with the recovery key and gives the person a new passphrase.
        free office_recover(crate::office::Recover) -> crate::office::Session, reads [];
        /// Closes the office: keys wiped, record released.
        free office_lock(Nothing) -> Nothing, reads [];
        /// Signs in with a code of two administrators and chooses a passphrase.
        free office_first_sign_in(crate::office::FirstSignIn) -> crate::office::Session, reads [];
        /// The person is still here.
        free office_touch(Nothing) -> Nothing, reads [];
        /// How the person sits here: idle time, age of the passphrase, clock.
        seat sitting(Nothing) -> crate::office::Sitting, reads [setting account];
        /// Asks a long task to stop.
        free task_stop(crate::office::TaskStop) -> Nothing, reads [];
        /// The law's names for things, in both languages.
        free vocabulary(Nothing) -> crate::office::VocabularyJson, reads [];
        /// Changes the name, short name or division of the office.
        seat office_rename(crate::office::OfficeRename) -> anjuan_office::Changed, reads [];
        /// Who is signed in, where, on which day.
        seat session(Nothing) -> crate::office::Session, reads [office account];
        /// Keeps a half-typed form.
        seat draft_save(crate::office::DraftSave) -> Nothing, reads [];
        /// Gives a half-typed form back.
        seat draft_load(crate::office::DraftKey) -> Option<crate::office::Draft>, reads [];
        /// Throws a half-typed form away.
        seat draft_drop(crate::office::DraftKey) -> Nothing, reads [];
        /// Remembers how a person arranged his desk.
        seat desk_save(crate::office::DeskItem) -> Nothing, reads [];
        /// All that the person arranged.
        seat desk_load(Nothing) -> Vec<crate::office::DeskItem>, reads [];
    }
    sample {
        /// Fills an empty office with an invented history.
        seat sample_fill(anjuan_office::sample::SampleAsk) -> anjuan_office::sample::Filled, reads [];
    }
    accounts {
        /// The people of the office.
        seat account_list(Nothing) -> Vec<anjuan_office::accounts::Account>, reads [account absence];
        /// Enters or changes an account.
        seat account_save(crate::accounts::AccountSave) -> anjuan_office::Changed, reads [];
        /// The departments.
        seat department_list(Nothing) -> Vec<anjuan_office::accounts::Department>, reads [department];
        /// Enters or changes a department.
        seat department_save(anjuan_office::accounts::DepartmentEntry) -> anjuan_office::Changed, reads [];
        /// The absences of somebody that last today or are to come.
        seat absence_list(crate::accounts::AbsencesAsk) -> Vec<anjuan_office::accounts::Absence>, reads [absence];
        /// Ends an absence: somebody is back today.
        seat absence_end(crate::accounts::AbsenceEnd) -> anjuan_office::Changed, reads [];
        /// Enters an absence.
        seat absence_save(crate::accounts::AbsenceSave) -> anjuan_office::Changed, reads [];
        /// Enters a declared conflict.
        seat conflict_declare(crate::accounts::ConflictDeclare) -> anjuan_office::Changed, reads [];
    }
    assignments {
        /// Open cases that wait for a handler.
        seat assignment_waiting(Nothing) -> Vec<crate::assignments::Waiting>, reads [case_file act assignment];
        /// Who may take a case and who may not.
        seat assignment_pool(crate::assignments::CaseAsk) -> anjuan_office::assignments::Pool, reads [assignment account absence declared_conflict];
        /// The method of draws, and those there are.
        seat draw_method(Nothing) -> crate::assignments::DrawMethod, reads [setting];
        /// Settles the method of draws.
        seat draw_method_save(crate::assignments::DrawMethodSave) -> anjuan_office::Changed, reads [];
        /// Draws a handler.
        seat assignment_draw(crate::assignments::CaseAsk) -> anjuan_office::assignments::Drawn, reads [];
        /// Designates a handler or changes the one there is.
        seat assignment_designate(crate::assignments::Designate) -> anjuan_office::Changed, reads [];
        /// Ends an assistant's time with a case.
        seat assistant_end(crate::assignments::NameAssistant) -> anjuan_office::Changed, reads [];
        /// Names an assistant.
        seat assistant_name(crate::assignments::NameAssistant) -> anjuan_office::Changed, reads [];
        /// Everybody who handles or handled a case.
        seat case_assignments(crate::assignments::CaseAsk) -> Vec<anjuan_office::assignments::Assignment>, reads [assignment];
        /// A draw with all that it rests on, repeated.
        seat draw_slip(crate::assignments::DrawAsk) -> anjuan_office::assignments::DrawSlip, reads [draw];
        /// Repeats every draw ever made.
        seat draws_verify(Nothing) -> crate::assignments::DrawsVerified, reads [draw];
        /// Who carries what today.
        seat caseload(Nothing) -> crate::assignments::Caseload, reads [assignment act case_file finding_answer account absence];
    }
    cases {
        /// Registers a case.
        seat case_register(anjuan_office::cases::Registration) -> crate::cases::CaseRegistered, reads [];
        /// Changes the head of a case, its numbers, flags or links.
        seat case_change(crate::cases::CaseChangeAsk) -> anjuan_office::Changed, reads [];
        /// Enters or changes a person with charges and measures.
        seat person_save(crate::cases::PersonSave) -> crate::cases::PersonSaved, reads [];
        /// Takes a person off the card.
        seat person_remove(crate::cases::PersonRemove) -> anjuan_office::Changed, reads [];
        /// Records an act on the timeline.
        seat act_record(crate::cases::ActRecord) -> crate::cases::ActRecorded, reads [];
        /// Corrects an act.
        seat act_change(crate::cases::ActChange) -> anjuan_office::Changed, reads [];
        /// Takes an act off the timeline.
        seat act_remove(crate::cases::ActRemove) -> anjuan_office::Changed, reads [];
        /// Writes a note on a case.
        seat note_write(crate::cases::NoteWrite) -> crate::cases::NoteWritten, reads [];
        /// Returns something for completion or refuses it.
        seat intake_refuse(anjuan_office::cases::intake::IntakeRefusalEntry) -> crate::cases::IntakeRefused, reads [];
        /// What was returned for completion or refused, newest first.
        seat intake_refusals(crate::cases::IntakeRefusalsAsk) -> Vec<anjuan_office::cases::intake::IntakeRefusal>, reads [intake_refusal];
        /// Shows whole one of these that is masked; an entry.
        seat intake_reveal(crate::cases::IntakeReveal) -> anjuan_office::cases::intake::IntakeRefusal, reads [];
        /// Cases that may be the same as the one being typed.
        seat case_duplicates(anjuan_office::cases::PartialCase) -> Vec<anjuan_office::cases::Duplicate>, reads [case_file case_number person];
        /// A case on one page.
        seat case_sheet(crate::cases::CaseRefAsk) -> anjuan_office::cases::CaseSheet, reads [case_file case_number case_flag case_link person person_charge measure act note assignment account finding_answer import_row import_source];
        /// The charges that fit what is typed.
        seat pick_charge(crate::cases::PickAsk) -> Vec<anjuan_office::cases::picks::Pick>, reads [];
        /// The causes of action or fields that fit what is typed.
        seat pick_cause(crate::cases::PickCauseAsk) -> Vec<anjuan_office::cases::picks::Pick>, reads [];
        /// The administrative divisions that fit what is typed.
        seat pick_division(crate::cases::PickAsk) -> Vec<anjuan_office::cases::picks::Pick>, reads [];
        /// The units that fit what is typed.
        seat pick_unit(crate::cases::PickAsk) -> Vec<anjuan_office::cases::picks::Pick>, reads [case_file intake_refusal];
        /// What an identity number says.
        seat identity_read(crate::cases::IdentityAsk) -> anjuan_office::cases::Identity, reads [];
        /// Reads a day as typed.
        seat day_read(crate::cases::DayAsk) -> anjuan_law::Day, reads [];
        /// How a field came to be what it is, newest first.
        seat field_history(crate::cases::FieldHistoryAsk) -> Vec<anjuan_office::cases::history::FieldChanged>, reads [case_file case_number person person_charge measure act];
    }
    law {
        /// The time limits, chapter by chapter.
        free law_rules(Nothing) -> Vec<crate::law::PeriodRule>, reads [];
        /// One last day with its arithmetic.
        free law_due(crate::law::LawDueAsk) -> crate::law::DueSum, reads [];
        /// Whether people work on a day, and which holiday it is.
        seat calendar_day(crate::law::CalendarDayAsk) -> crate::law::CalendarDay, reads [calendar_year];
        /// The same for each day of a month or a year.
        seat calendar_days(crate::law::CalendarAsk) -> Vec<crate::law::CalendarDay>, reads [calendar_year];
    }
    deadlines {
        /// What is due, by the day to finish by.
        seat due_list(crate::deadlines::DueAsk) -> crate::deadlines::DueListPage, reads [case_file person measure act assignment absence case_flag account hearing hearing_participant reminder period_setting calendar_year setting];
        /// How many due dates stand how.
        seat due_counts(crate::deadlines::DueAsk) -> Vec<anjuan_office::deadlines::DueCount>, reads [case_file person measure act assignment absence case_flag account hearing hearing_participant reminder period_setting calendar_year setting];
        /// How many are to be finished by each day.
        seat due_days(crate::deadlines::DueAsk) -> Vec<anjuan_office::deadlines::DueOnDay>, reads [case_file person measure act assignment absence case_flag account hearing hearing_participant reminder period_setting calendar_year setting];
        /// All time limits of a case with their arithmetic.
        seat case_due(crate::deadlines::CaseDueAsk) -> crate::deadlines::CaseDue, reads [case_file person measure act assignment absence case_flag account hearing hearing_participant hearing_effect reminder period_setting calendar_year setting];
        /// How many due dates of each handler, department, kind or rule stand how.
        seat due_groups(crate::deadlines::DueGroupsAsk) -> Vec<crate::deadlines::DueGroup>, reads [case_file person measure act assignment absence case_flag account hearing hearing_participant reminder period_setting calendar_year setting];
        /// All that is to be finished on or before a day and is not yet, put together for paper.
        seat due_daily(crate::deadlines::DueDailyAsk) -> crate::deadlines::DailyList, reads [case_file person measure act assignment absence case_flag account hearing hearing_participant reminder period_setting calendar_year setting];
        /// What came to press since a day: numbers, no names.
        seat due_news(crate::deadlines::DueNewsAsk) -> crate::deadlines::DueNews, reads [case_file person measure act assignment absence case_flag account hearing hearing_participant reminder period_setting calendar_year setting];
        /// The due dates of all cases, counted anew by the rules of this program.
        seat due_dates(crate::deadlines::DueDatesAsk) -> crate::deadlines::DueDates, reads [];
        /// The control slip of a case: its due dates with all sums.
        seat case_slip(crate::deadlines::CaseSlipAsk) -> crate::deadlines::CaseSlip, reads [case_file person measure act assignment absence case_flag account hearing hearing_participant reminder period_setting calendar_year setting];
        /// The reminders of a case.
        seat case_reminders(crate::deadlines::RemindersAsk) -> Vec<anjuan_office::deadlines::reminders::Reminder>, reads [reminder account];
        /// Makes a reminder or changes one.
        seat reminder_save(anjuan_office::deadlines::reminders::ReminderEntry) -> crate::deadlines::ReminderSaved, reads [];
        /// Marks a reminder as done, or as open again.
        seat reminder_done(crate::deadlines::ReminderDone) -> anjuan_office::Changed, reads [];
        /// Throws a reminder away.
        seat reminder_remove(crate::deadlines::ReminderRef) -> anjuan_office::Changed, reads [];
        /// What stands for every time limit: lengths and warnings, the law's and the office's.
        seat period_settings(Nothing) -> crate::deadlines::PeriodSettings, reads [period_setting setting act measure];
        /// Sets the office's length or warnings of a time limit, or says which due dates that would move.
        seat period_settings_save(crate::deadlines::PeriodSettingsSave) -> crate::deadlines::PeriodSettingsChanged, reads [];
        /// The years that have their table of days off.
        seat calendar_years(Nothing) -> Vec<anjuan_office::deadlines::CalendarYear>, reads [calendar_year];
        /// The table of a year as a file, to correct and load again.
        seat calendar_table(crate::deadlines::CalendarTableAsk) -> crate::deadlines::CalendarTable, reads [calendar_year];
        /// Loads a year's days off from a file, or says what it would bring.
        seat calendar_load(crate::deadlines::CalendarLoad) -> crate::deadlines::CalendarLoadAnswer, reads [];
    }
    checks {
        /// All checks, by their ids.
        seat check_list(Nothing) -> Vec<crate::checks::CheckPage>, reads [];
        /// One check: rule, basis, what to do, examples.
        seat check_page(crate::checks::CheckAsk) -> crate::checks::CheckPage, reads [];
        /// The findings of a case, the worst first.
        seat case_findings(crate::checks::FindingsAsk) -> Vec<crate::checks::FindingItem>, reads [case_file person measure act assignment case_number case_link case_flag person_charge finding_answer account declared_conflict hearing hearing_participant hearing_seat];
        /// What the checks would say of a case that is being typed.
        seat registration_preview(anjuan_office::cases::Registration) -> Vec<crate::checks::FindingItem>, reads [case_file person account];
        /// Findings under a filter, page by page.
        seat finding_list(crate::checks::FindingAsk) -> crate::checks::FindingPage, reads [case_file person measure act assignment case_number case_link case_flag person_charge finding_answer account declared_conflict hearing hearing_participant hearing_seat];
        /// How many findings each check has under a filter.
        seat finding_counts(anjuan_office::checks::Filter) -> Vec<anjuan_office::checks::Count>, reads [case_file person measure act assignment case_number case_link case_flag person_charge finding_answer account declared_conflict hearing hearing_participant hearing_seat];
        /// Explains a finding or sets it aside.
        seat finding_answer(crate::checks::FindingAnswer) -> anjuan_office::Changed, reads [];
        /// Takes an answer back.
        seat finding_answer_withdraw(crate::checks::FindingKey) -> anjuan_office::Changed, reads [];
        /// Runs the checks on every case and tells what stood differently; may be stopped.
        seat check_run(Nothing) -> crate::checks::CheckRun, reads [];
    }
    own_checks {
        /// The checks that the office wrote itself.
        seat own_check_list(Nothing) -> Vec<anjuan_office::own_checks::OwnCheck>, reads [own_check account];
        /// What they may read.
        seat own_check_views(Nothing) -> Vec<anjuan_office::own_checks::OwnCheckView>, reads [];
        /// Asks one that is kept, or one that is being written.
        seat own_check_ask(crate::own_checks::OwnCheckAsk) -> anjuan_office::own_checks::Answered, reads [own_check case_file case_number case_flag person person_charge measure act assignment account department hearing];
        /// Keeps one that can be asked.
        seat own_check_save(anjuan_office::own_checks::OwnCheckEntry) -> crate::own_checks::OwnCheckSaved, reads [];
        /// Throws one away.
        seat own_check_remove(crate::own_checks::OwnCheckRef) -> anjuan_office::Changed, reads [];
    }
    imports {
        /// Reads a file or a pasted block and proposes what its columns are.
        seat import_read(crate::imports::ImportAsk) -> crate::imports::ImportRead, reads [];
        /// Says what an import would do, and does nothing; may be stopped.
        seat import_plan(crate::imports::ImportAsk) -> crate::imports::ImportPlan, reads [];
        /// A page of one list of a dry run.
        seat import_plan_rows(crate::imports::ImportPlanRows) -> crate::imports::ImportPlanPage, reads [];
        /// Imports all that is not refused, in one transaction; may be stopped.
        seat import_apply(crate::imports::ImportAsk) -> crate::imports::ImportPlan, reads [];
        /// Differences between files and record that a person decides.
        seat import_differences(crate::imports::DifferencesAsk) -> Vec<anjuan_office::imports::Difference>, reads [import_difference case_file];
        /// Decides differences.
        seat import_decide(crate::imports::ImportDecide) -> anjuan_office::Changed, reads [];
        /// The imports that changed something, newest first.
        seat import_runs(Nothing) -> Vec<anjuan_office::imports::Run>, reads [import_run import_difference];
        /// The sources of ledgers with their remembered mappings.
        seat import_sources(Nothing) -> Vec<anjuan_office::imports::Source>, reads [import_source import_run];
        /// The fields that a column can be.
        seat import_fields(Nothing) -> Vec<crate::imports::ImportField>, reads [];
    }
    exports {
        /// Writes a list of cases into a file, exactly as it stands on screen; may be stopped.
        seat list_export(crate::exports::ListExport) -> crate::exports::ListExported, reads [];
        /// Writes any other list into a file: its heads and cells as they stand on screen.
        seat table_export(crate::exports::TableExport) -> crate::exports::ListExported, reads [];
    }
    lists {
        /// The named views.
        seat view_list(Nothing) -> Vec<anjuan_office::lists::View>, reads [];
        /// Opens a list of cases.
        seat case_list_open(crate::lists::ListOpen) -> anjuan_office::lists::OpenList, reads [];
        /// A page of an open list.
        seat case_list_page(crate::lists::ListPage) -> Vec<anjuan_office::lists::CaseRow>, reads [case_file person act assignment finding_answer];
        /// A page of cases by key, for a face that keeps nothing.
        seat case_list(crate::lists::CaseListAsk) -> crate::lists::CaseList, reads [case_file person act assignment];
    }
    search {
        /// Cases, people, numbers, notes; by any part, full pinyin or initials.
        seat search(crate::search::SearchAsk) -> anjuan_office::search::Found, reads [case_file person case_number note act];
    }
    journal {
        /// The history in words, of the office or of one case, newest first.
        seat journal_list(crate::journal::JournalAsk) -> crate::journal::JournalPage, reads [case_file act person assignment];
        /// Takes an entry back by a new one.
        seat entry_undo(crate::journal::EntryUndo) -> anjuan_office::Changed, reads [];
        /// Does again what was taken back.
        seat entry_redo(crate::journal::EntryUndo) -> anjuan_office::Changed, reads [];
    }
    hearings {
        /// Hearings, a page at a time.
        seat hearing_list(anjuan_office::hearings::HearingFilter) -> anjuan_office::hearings::HearingPage, reads [hearing hearing_seat hearing_participant hearing_effect case_file account assignment];
        /// Everything about one hearing: plan, seats, participants, the day, the decision, what is missing.
        seat hearing_sheet(crate::hearings::HearingAsk) -> anjuan_office::hearings::HearingSheet, reads [hearing setting hearing_seat hearing_participant hearing_step hearing_note hearing_effect hearing_draw officer officer_away officer_bar officer_interest person case_file case_flag assignment account absence act measure];
        /// The hearings of some days by room and person.
        seat hearing_calendar(crate::hearings::HearingDays) -> Vec<anjuan_office::hearings::HearingLine>, reads [hearing hearing_seat hearing_participant hearing_effect case_file account];
        /// The hearings of one case.
        seat hearings_of_case(crate::hearings::HearingsOfCase) -> Vec<anjuan_office::hearings::HearingLine>, reads [hearing hearing_seat hearing_participant hearing_effect case_file account];
        /// What a hearing lacks, or will have done too late.
        seat hearing_missing(crate::hearings::HearingAsk) -> Vec<anjuan_office::hearings::Missing>, reads [hearing setting hearing_seat hearing_participant hearing_step hearing_note hearing_effect hearing_draw officer officer_away officer_bar officer_interest person case_file case_flag assignment account absence act measure];
        /// What the rules ask of a hearing that is being planned.
        seat hearing_rules(anjuan_office::hearings::Planned) -> anjuan_office::hearings::HearingRules, reads [person case_file case_flag assignment account absence officer_away hearing hearing_seat hearing_participant act measure];
        /// How far the office hears its cases, by line and by leader.
        seat hearing_coverage(crate::hearings::HearingDays) -> anjuan_office::hearings::Coverage, reads [hearing hearing_seat hearing_effect case_file account];
        /// Every draw of hearing officers ever made, repeated from its record.
        seat hearing_draws_verify(Nothing) -> anjuan_office::hearings::OfficerDrawsChecked, reads [hearing_draw];
        /// Writes the hearings of some days into a calendar file or a spreadsheet.
        seat hearing_export(crate::hearing_files::HearingExport) -> crate::hearing_files::HearingsWritten, reads [];
        /// The limits for hearings that the office sets for itself.
        seat hearing_limits(Nothing) -> Vec<anjuan_office::hearings::Limit>, reads [setting];
        /// Sets limits for hearings.
        seat hearing_limits_save(crate::hearings::HearingLimitsSave) -> anjuan_office::Changed, reads [];
        /// The pool of hearing officers.
        seat officer_list(Nothing) -> Vec<anjuan_office::hearings::Officer>, reads [officer officer_bar officer_interest officer_away hearing hearing_seat case_file];
        /// Enters or changes an officer of the pool.
        seat officer_save(anjuan_office::hearings::OfficerEntry) -> anjuan_office::Changed, reads [];
        /// Takes an officer out of the pool.
        seat officer_remove(crate::hearings::OfficerRemoval) -> anjuan_office::Changed, reads [];
        /// Plans a hearing or changes its plan.
        seat hearing_plan(anjuan_office::hearings::Plan) -> crate::hearings::HearingPlanned, reads [];
        /// Answers an application for a hearing.
        seat hearing_application_answer(anjuan_office::hearings::Answer) -> anjuan_office::Changed, reads [];
        /// Calls a hearing off.
        seat hearing_cancel(crate::hearings::HearingCancellation) -> anjuan_office::Changed, reads [];
        /// Draws hearing officers at random.
        seat hearing_officers_draw(anjuan_office::hearings::OfficerDraw) -> crate::hearings::OfficersDrawn, reads [];
        /// A draw of officers with all that it rests on, repeated.
        seat hearing_draw_slip(crate::hearings::OfficerDrawAsk) -> anjuan_office::hearings::OfficerDrawSlip, reads [hearing_draw];
        /// Seats an officer by hand, with a reason.
        seat hearing_officer_pick(anjuan_office::hearings::OfficerPick) -> anjuan_office::Changed, reads [];
        /// Gives an officer's seat up, with a reason.
        seat hearing_officer_drop(crate::hearings::OfficerDrop) -> anjuan_office::Changed, reads [];
        /// Records an officer's declaration of interest and briefing.
        seat hearing_seat_save(crate::hearings::HearingSeatSave) -> anjuan_office::Changed, reads [];
        /// Enters or changes a participant.
        seat hearing_participant_save(anjuan_office::hearings::ParticipantEntry) -> anjuan_office::Changed, reads [];
        /// Strikes a participant off the list.
        seat hearing_participant_drop(crate::hearings::ParticipantAsk) -> anjuan_office::Changed, reads [];
        /// Records that notices were sent or received, and says which came too late.
        seat hearing_notice_save(anjuan_office::hearings::Notice) -> crate::hearings::NoticeRecorded, reads [];
        /// Records the announcement of a public hearing.
        seat hearing_announce(crate::hearings::HearingAnnouncement) -> anjuan_office::Changed, reads [];
        /// Records that the hearing began.
        seat hearing_begin(crate::hearings::HearingBeginning) -> anjuan_office::Changed, reads [];
        /// Records whether an officer came.
        seat hearing_attendance_save(crate::hearings::HearingAttendance) -> anjuan_office::Changed, reads [];
        /// Records whether a participant came, what was said and signed.
        seat hearing_presence_save(crate::hearings::ParticipantPresence) -> anjuan_office::Changed, reads [];
        /// Records whether an officer signed the record, or why not.
        seat hearing_seat_sign(crate::hearings::HearingSeatSignature) -> anjuan_office::Changed, reads [];
        /// Records the signature of the chair, the handler or the recorder.
        seat hearing_office_sign(crate::hearings::HearingSignature) -> anjuan_office::Changed, reads [];
        /// Records what was said or happened, as it fell.
        seat hearing_note_save(anjuan_office::hearings::NoteEntry) -> anjuan_office::Changed, reads [];
        /// Strikes a note that was entered by mistake.
        seat hearing_note_drop(crate::hearings::HearingNoteAsk) -> anjuan_office::Changed, reads [];
        /// Records a step of the hearing.
        seat hearing_step_save(crate::hearings::HearingStepSave) -> anjuan_office::Changed, reads [];
        /// Records an officer's opinion.
        seat hearing_opinion_save(crate::hearings::HearingOpinionSave) -> anjuan_office::Changed, reads [];
        /// Records the end of the hearing and its papers.
        seat hearing_end(anjuan_office::hearings::Ending) -> anjuan_office::Changed, reads [];
        /// Closes a hearing with what was decided.
        seat hearing_close(anjuan_office::hearings::Closing) -> anjuan_office::Changed, reads [];
        /// Records who was told of the decision.
        seat hearing_told_save(crate::hearings::HearingTold) -> anjuan_office::Changed, reads [];
        /// Records what came of the matter.
        seat hearing_effect_save(anjuan_office::hearings::EffectEntry) -> anjuan_office::Changed, reads [];
    }
    papers {
        /// The papers of a hearing or a case, and what each lacks.
        seat papers_ready(crate::papers::PapersAsk) -> crate::papers::Papers, reads [hearing hearing_seat hearing_participant hearing_step hearing_effect person case_file case_number case_flag measure act assignment account paper_value paper_made paper_template];
        /// Gives papers of a hearing what they lack.
        seat papers_fill(anjuan_office::papers::PaperFill) -> anjuan_office::Changed, reads [];
        /// Makes papers as files.
        seat papers_make(crate::papers::PapersMake) -> crate::papers::PapersMade, reads [];
        /// The templates of papers.
        seat template_list(Nothing) -> Vec<crate::papers::TemplateLine>, reads [paper_template];
        /// Puts a template down as a file, to be edited.
        seat template_take(crate::papers::TemplateFile) -> crate::papers::TemplateTaken, reads [];
        /// Takes a template of the office's own in.
        seat template_put(crate::papers::TemplateFile) -> anjuan_office::Changed, reads [];
        /// Goes back to the shipped template.
        seat template_restore(crate::papers::TemplateAsk) -> anjuan_office::Changed, reads [];
    }
    keeping {
        /// Verifies the record.
        seat record_verify(Nothing) -> crate::keeping::Verified, reads [];
        /// Derives everything anew and compares.
        seat record_rebuild(Nothing) -> crate::keeping::Rebuilt, reads [];
        /// Looks for a digest that was kept elsewhere.
        seat record_verify_against(crate::keeping::Against) -> crate::keeping::FoundAgainst, reads [];
    }
    backups {
        /// How safe the record is: last backup that was restored and compared, second copy, clock.
        seat backup_status(Nothing) -> crate::backups::BackupStatus, reads [setting];
        /// Makes a backup, restores it, compares; may be stopped.
        seat backup_make(crate::backups::BackupAsk) -> anjuan_office::record::Made, reads [];
        /// Makes a backup when one is due.
        seat backup_if_due(Nothing) -> Option<anjuan_office::record::Made>, reads [];
        /// The backups of this office, oldest first.
        seat backup_list(Nothing) -> Vec<anjuan_office::record::Backup>, reads [setting];
        /// The backups that lie in a folder, before anybody is signed in.
        free backups_find(crate::backups::BackupsFind) -> Vec<anjuan_office::record::Backup>, reads [];
        /// Brings a backup back.
        free backup_restore(crate::backups::BackupRestore) -> crate::backups::BackupRestored, reads [];
        /// Where copies go.
        seat copies(Nothing) -> anjuan_office::keeping::Copies, reads [setting];
        /// Says where copies go.
        seat copies_set(anjuan_office::keeping::Copies) -> anjuan_office::Changed, reads [];
    }
    secrets {
        /// Gives the passphrase once more, with a purpose.
        seat confirm(crate::secrets::Confirm) -> Nothing, reads [];
        /// Chooses a new passphrase of one's own.
        seat passphrase_change(crate::secrets::PassphraseChange) -> Nothing, reads [];
        /// How strict the office is.
        seat strictness(Nothing) -> anjuan_office::keeping::Strictness, reads [setting];
        /// Says how strict the office is.
        seat strictness_set(anjuan_office::keeping::Strictness) -> anjuan_office::Changed, reads [];
        /// Hands over to the three administrators.
        seat administrators_separate(Nothing) -> anjuan_office::Changed, reads [];
        /// Asks another administrator for an account or a new passphrase.
        seat account_ask(crate::secrets::AccountAsk) -> anjuan_office::Changed, reads [];
        /// What was asked for and not decided.
        seat account_requests(Nothing) -> Vec<anjuan_office::accounts::AccountRequest>, reads [account_request account];
        /// Grants or refuses what another administrator asked for.
        seat account_decide(crate::secrets::AccountDecide) -> crate::secrets::AccountDecided, reads [];
    }
    room {
        /// How the room of the sealed cases stands for the person.
        seat room_status(Nothing) -> crate::room::RoomStatus, reads [];
        /// Makes the room.
        seat room_found(crate::room::RoomFound) -> crate::room::RoomFounded, reads [];
        /// Enters the room, with the passphrase and a purpose.
        seat room_enter(crate::room::RoomEnter) -> crate::room::RoomEntered, reads [];
        /// Leaves the room.
        seat room_leave(Nothing) -> Nothing, reads [];
        /// What lies in the room.
        seat room_cases(Nothing) -> crate::room::RoomCases, reads [];
        /// Asks in the room what is asked of any office.
        seat room_ask(crate::room::RoomAsk) -> crate::room::RoomAnswer, reads [];
        /// The room's journal.
        seat room_journal(Nothing) -> Vec<crate::room::RoomEntry>, reads [];
        /// Gives somebody the way in, or takes it away.
        seat room_allow(crate::room::RoomAllow) -> crate::room::RoomAllowed, reads [];
        /// What sealing a case would mean.
        seat case_seal_foresee(crate::assignments::CaseAsk) -> crate::room::CaseSealForeseen, reads [case_file person act case_link note];
        /// Seals a case.
        seat case_seal(crate::room::CaseSeal) -> crate::room::CaseSealed, reads [];
        /// Brings a sealed case back.
        seat case_unseal(anjuan_office::sealed::Unsealing) -> anjuan_office::Changed, reads [];
    }
    walls {
        /// Shows the people of a case in full for the rest of the sitting; an entry.
        seat case_reveal(crate::walls::CaseReveal) -> Nothing, reads [];
    }
    keys {
        /// Who opens the file, and whether it wants a new key.
        seat key_state(Nothing) -> crate::keys::KeyState, reads [account];
        /// Gives the file a new key; may be stopped.
        seat key_renew(crate::keys::KeyRenew) -> crate::keys::KeyRenewed, reads [];
        /// Makes a new paper with the recovery key.
        seat recovery_renew(crate::keys::KeyRenew) -> crate::keys::RecoveryRenewed, reads [];
    }
    audit {
        /// The journal searched.
        seat audit_search(crate::audit::AuditAsk) -> crate::audit::AuditPage, reads [];
        /// The register as it stood at the end of a day.
        seat register_as_of(crate::audit::AsOfAsk) -> crate::audit::RegisterAsOf, reads [];
        /// A paper is about to be printed.
        seat paper_printed(crate::audit::PaperPrinted) -> crate::audit::PrintEntry, reads [];
    }
}
