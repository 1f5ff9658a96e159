//! Who may call which command at all: the one table. A command that is not here does not compile.
//!
//! How far a right reaches (own cases, the department's, the office's) is decided where the case is known, by
//! `accounts::reach_case`. Here it is only asked whether the person holds the right anywhere.

use anjuan_office::{Actor, Result, Right, Scope, refusal};

use crate::{
    Seat,
    list::{self, Command},
};

/// Who may call a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permit {
    /// Anybody, also with no office open.
    Anybody,
    /// Whoever is signed in: the own desk, the law, what everybody may know of the office.
    Signed,
    /// Who holds the right.
    Holds(Right),
    /// Who holds one of them.
    Either(Right, Right),
}

use Permit::{Anybody, Either, Holds, Signed};

/// Who may call what: each command once.
const PERMITS: &[(Permit, &[&str])] = &[
    (
        Anybody,
        &[
            "office_status",
            "office_create",
            "office_unlock",
            "office_recover",
            "office_lock",
            "office_first_sign_in",
            "office_touch",
            "task_stop",
            "vocabulary",
            "law_rules",
            "law_due",
            "backups_find",
            "backup_restore",
        ],
    ),
    (
        Signed,
        &[
            "session",
            "sitting",
            "draft_save",
            "draft_load",
            "draft_drop",
            "desk_save",
            "desk_load",
            "account_list",
            "department_list",
            "identity_read",
            "day_read",
            "calendar_day",
            "calendar_days",
            "calendar_table",
            "calendar_years",
            "check_list",
            "check_page",
            "import_fields",
            "draw_method",
            "hearing_limits",
            "template_list",
            "paper_printed",
            "backup_status",
            "backup_if_due",
            "copies",
            "confirm",
            "passphrase_change",
            "strictness",
            "key_state",
        ],
    ),
    (
        Holds(Right::Read),
        &[
            "assignment_pool",
            "assignment_waiting",
            "case_assignments",
            "case_due",
            "case_duplicates",
            "case_reveal",
            "case_findings",
            "case_list",
            "case_list_open",
            "case_list_page",
            "case_sheet",
            "caseload",
            "check_run",
            "draw_slip",
            "draws_verify",
            "due_counts",
            "due_days",
            "due_list",
            "field_history",
            "finding_counts",
            "finding_list",
            "hearing_calendar",
            "hearing_draw_slip",
            "hearing_list",
            "hearing_missing",
            "hearing_rules",
            "hearing_sheet",
            "hearings_of_case",
            "hearing_coverage",
            "hearing_draws_verify",
            "case_reminders",
            "reminder_save",
            "reminder_done",
            "reminder_remove",
            "case_slip",
            "papers_ready",
            "due_dates",
            "due_daily",
            "due_groups",
            "due_news",
            "import_differences",
            "intake_refusals",
            "intake_reveal",
            "officer_list",
            "own_check_ask",
            "own_check_list",
            "own_check_views",
            "pick_cause",
            "pick_charge",
            "pick_division",
            "pick_unit",
            "register_as_of",
            "search",
            "view_list",
        ],
    ),
    (Holds(Right::Register), &["case_register", "intake_refuse", "registration_preview"]),
    (
        Holds(Right::Record),
        &[
            "case_change",
            "person_save",
            "person_remove",
            "act_record",
            "act_change",
            "act_remove",
            "note_write",
            "finding_answer",
            "finding_answer_withdraw",
        ],
    ),
    (
        Holds(Right::Seal),
        &[
            "room_status",
            "room_found",
            "room_enter",
            "room_leave",
            "room_cases",
            "room_ask",
            "room_journal",
            "room_allow",
            "case_seal_foresee",
            "case_seal",
            "case_unseal",
        ],
    ),
    (Holds(Right::Assign), &["assignment_draw", "assignment_designate", "assistant_end", "assistant_name"]),
    (
        Holds(Right::Hear),
        &[
            "officer_save",
            "officer_remove",
            "hearing_plan",
            "hearing_application_answer",
            "hearing_cancel",
            "hearing_officers_draw",
            "hearing_officer_pick",
            "hearing_officer_drop",
            "hearing_seat_save",
            "hearing_participant_save",
            "hearing_participant_drop",
            "hearing_notice_save",
            "hearing_announce",
            "hearing_begin",
            "hearing_attendance_save",
            "hearing_presence_save",
            "hearing_step_save",
            "hearing_note_save",
            "hearing_note_drop",
            "hearing_office_sign",
            "hearing_seat_sign",
            "hearing_opinion_save",
            "papers_fill",
            "hearing_end",
            "hearing_close",
            "hearing_told_save",
            "hearing_effect_save",
        ],
    ),
    (
        Holds(Right::Import),
        &[
            "sample_fill",
            "import_read",
            "import_plan",
            "import_plan_rows",
            "import_apply",
            "import_decide",
            "import_sources",
            "import_runs",
        ],
    ),
    (Holds(Right::Export), &["list_export", "table_export", "hearing_export", "papers_make"]),
    (Holds(Right::Undo), &["entry_undo", "entry_redo"]),
    (Either(Right::Read, Right::Audit), &["journal_list"]),
    (Holds(Right::Audit), &["audit_search", "record_verify", "record_rebuild", "record_verify_against"]),
    (
        Holds(Right::Accounts),
        &[
            "account_save",
            "absence_end",
            "absence_list",
            "absence_save",
            "conflict_declare",
            "department_save",
            "account_ask",
        ],
    ),
    (Either(Right::Accounts, Right::Grant), &["account_requests"]),
    (Either(Right::Read, Right::Settings), &["period_settings"]),
    (
        Holds(Right::Settings),
        &[
            "office_rename",
            "draw_method_save",
            "own_check_save",
            "own_check_remove",
            "hearing_limits_save",
            "template_put",
            "template_restore",
            "template_take",
            "calendar_load",
            "period_settings_save",
        ],
    ),
    (Holds(Right::Grant), &["account_decide"]),
    (Holds(Right::Keep), &["backup_make", "backup_list", "copies_set"]),
    (Holds(Right::Secure), &["strictness_set", "administrators_separate", "key_renew", "recovery_renew"]),
];

/// A command without a permit, a permit without a command and a command with two do not compile.
const _: () = every_command_has_one_permit(list::COMMANDS, PERMITS);

#[allow(clippy::panic, reason = "it is the compiler that stops, and it names the command")]
const fn every_command_has_one_permit(commands: &[Command], permits: &[(Permit, &[&str])]) {
    let mut named = 0;
    let mut at = 0;
    while at < permits.len() {
        named += permits[at].1.len();
        at += 1;
    }
    at = 0;
    while at < commands.len() {
        if times(commands[at].name, permits) != 1 {
            panic!("{}", commands[at].name);
        }
        at += 1;
    }
    assert!(named == commands.len(), "a permit for a command that is not in the list");
}

const fn times(name: &str, permits: &[(Permit, &[&str])]) -> usize {
    let (mut found, mut at) = (0, 0);
    while at < permits.len() {
        let names = permits[at].1;
        let mut inside = 0;
        while inside < names.len() {
            found += same(name.as_bytes(), names[inside].as_bytes()) as usize;
            inside += 1;
        }
        at += 1;
    }
    found
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    // Names differ at their ends more than at their beginnings.
    let mut at = one.len();
    while at > 0 {
        at -= 1;
        if one[at] != other[at] {
            return false;
        }
    }
    true
}

/// Who may call the command of this name.
pub fn permit(name: &str) -> Option<Permit> {
    PERMITS.iter().find(|(_, names)| names.contains(&name)).map(|(permit, _)| *permit)
}

/// Whether somebody who is signed in may call the command of this name at all. A name that the list does not know is told so by
/// the list.
pub fn may_call(actor: &Actor, name: &str) -> bool {
    let holds = |right: Right| actor.reach(right) > Scope::Nothing;
    match permit(name) {
        None | Some(Permit::Anybody | Permit::Signed) => true,
        Some(Permit::Holds(right)) => holds(right),
        Some(Permit::Either(one, other)) => holds(one) || holds(other),
    }
}

/// The commands that somebody who is signed in may call.
pub(crate) fn callable(actor: &Actor) -> Vec<&'static str> {
    list::COMMANDS.iter().map(|command| command.name).filter(|name| may_call(actor, name)).collect()
}

/// Refuses who may not call the command at all, before a word of the request is read.
pub(crate) fn allow(seat: Option<&Seat<'_>>, name: &str) -> Result<()> {
    if matches!(permit(name), None | Some(Permit::Anybody)) {
        return Ok(());
    }
    let seat = seat.ok_or_else(|| refusal!("office_locked"))?;
    match may_call(seat.by(), name) {
        true => Ok(()),
        false => Err(refusal!("no_right", action = name, post = seat.by().post.code())),
    }
}
