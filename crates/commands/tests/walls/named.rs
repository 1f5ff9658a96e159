//! Which commands are about one case, and which of them have to be done where they are permitted.

use anjuan_commands::list::COMMANDS;

/// Commands that are about one case and stand in no request below, with the reason.
const LEFT_OUT: [(&str, &str); 8] = [
    ("case_duplicates", "asked before there is a case"),
    ("case_register", "makes one"),
    ("case_seal", "only within the room: sealed.rs"),
    ("case_unseal", "only within the room: sealed.rs"),
    ("case_list", "of many: sight.rs"),
    ("case_list_open", "of many: sight.rs"),
    ("case_list_page", "of many: sight.rs"),
    ("caseload", "of many: sight.rs"),
];
/// Commands that have to succeed somewhere: nothing else stands before them that could refuse in the right's place.
pub const DONE: [&str; 52] = [
    "act_change",
    "act_record",
    "act_remove",
    "assignment_designate",
    "assignment_draw",
    "assistant_end",
    "assistant_name",
    "case_change",
    "case_reveal",
    "case_seal_foresee",
    "case_sheet",
    "draw_slip",
    "entry_redo",
    "entry_undo",
    "field_history",
    "hearing_announce",
    "hearing_application_answer",
    "hearing_attendance_save",
    "hearing_begin",
    "hearing_cancel",
    "hearing_close",
    "hearing_draw_slip",
    "hearing_effect_save",
    "hearing_end",
    "hearing_missing",
    "hearing_note_drop",
    "hearing_note_save",
    "hearing_notice_save",
    "hearing_office_sign",
    "hearing_officer_drop",
    "hearing_officer_pick",
    "hearing_officers_draw",
    "hearing_opinion_save",
    "hearing_participant_drop",
    "hearing_participant_save",
    "hearing_plan",
    "hearing_presence_save",
    "hearing_seat_save",
    "hearing_seat_sign",
    "hearing_sheet",
    "hearing_step_save",
    "hearing_told_save",
    "hearings_of_case",
    "journal_list",
    "note_write",
    "papers_fill",
    "papers_ready",
    "person_remove",
    "person_save",
    "reminder_done",
    "reminder_remove",
    "reminder_save",
];

/// Commands that are about one case, by their names.
pub fn about_a_case() -> impl Iterator<Item = &'static str> {
    const ABOUT: [&str; 11] = [
        "act_",
        "assignment_",
        "assistant_",
        "case_",
        "draw_slip",
        "finding_answer",
        "hearing_",
        "note_",
        "person_",
        "reminder_",
        "entry_",
    ];
    const OF_MANY: [&str; 8] = [
        "assignment_waiting",
        "hearing_calendar",
        "hearing_coverage",
        "hearing_draws_verify",
        "hearing_export",
        "hearing_limits",
        "hearing_limits_save",
        "hearing_list",
    ];
    let names = COMMANDS.iter().map(|command| command.name);
    names
        .filter(|name| ABOUT.iter().any(|about| name.starts_with(about)) && !OF_MANY.contains(name))
        .filter(|name| LEFT_OUT.iter().all(|(left_out, _)| left_out != name))
}
