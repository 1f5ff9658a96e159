//! Which tables are record and which are derived. A test asks that every table is one, the other, or named here as neither.

/// What people said happened. Only actions write them; they are journalled.
pub const RECORD_TABLES: &[&str] = &[
    "office",
    "setting",
    "department",
    "account",
    "absence",
    "declared_conflict",
    "case_file",
    "case_number",
    "case_flag",
    "case_link",
    "person",
    "person_charge",
    "measure",
    "act",
    "note",
    "intake_refusal",
    "draw",
    "assignment",
    "finding_answer",
    "officer",
    "officer_bar",
    "officer_interest",
    "officer_away",
    "hearing",
    "hearing_draw",
    "hearing_seat",
    "hearing_participant",
    "hearing_step",
    "hearing_note",
    "hearing_effect",
    "hearing_act",
    "import_source",
    "import_run",
    "import_row",
    "import_difference",
    "import_officer",
    "import_hearing",
    "period_setting",
    "calendar_year",
    "reminder",
    "paper_value",
    "paper_made",
    "paper_template",
    "workstation",
    "account_request",
    "own_check",
    "sealed_mark",
    "register_floor",
    "entry_redaction",
    "sealed_case",
    "sealed_row",
];

/// What is journalled when a case leaves for the sealed file: that it left, never what it was.
pub(super) const LEAVING_TABLES: &[&str] = &["sealed_mark", "register_floor", "entry_redaction"];

/// What follows from the record by rules. Rebuilt at any time, never journalled.
pub const DERIVED_TABLES: &[&str] = &["case_state", "deadline", "deadline_gap", "finding"];

/// The journal, the desk of each person and the format: neither.
#[cfg(test)]
pub const OTHER_TABLES: &[&str] = &["journal", "journal_case", "draft", "desk_item", "record_format", "sealed_entry"];
