//! What an import does, or would do, row by row.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::differences::Difference;
use crate::CaseId;

/// What happened to the rows of one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// The record had no such case.
    New,
    /// Something in the case is otherwise now.
    Changed,
    /// The case stays as it is.
    Same,
    /// The source had it last time and has it no more; the record keeps it.
    Vanished,
    /// It stays out.
    Refused,
}

/// One field that an import changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FieldChange {
    /// The field (law: headings).
    pub field: String,
    /// Whom it concerns; empty for the case.
    pub person: String,
    /// What the record has.
    pub before: String,
    /// What it will have.
    pub after: String,
}

/// The rows of one case and what happened to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Item {
    /// What.
    pub fate: Fate,
    /// Their numbers in the sheet; empty for what vanished.
    pub rows: Vec<u32>,
    /// How many rows they count for.
    pub count: u32,
    /// What tells the case from others in this source.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// The case; none for what is refused and, in a dry run, for what is new.
    pub case: Option<CaseId>,
    /// What changes, field by field.
    pub changes: Vec<FieldChange>,
}

/// A row that stays out, with the first value because of which it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Refused {
    /// The row in the sheet.
    pub row: u32,
    /// The table, where the source has several.
    pub table: String,
    /// Letter and head of the column; empty where it is the row as a whole.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// Why: words under `refusal_<code>` and `remedy_<code>`.
    pub code: String,
    /// The values that these words name.
    pub values: BTreeMap<String, String>,
    /// What else is wrong in the same row.
    pub also: Vec<RefusedCell>,
}

/// A further value that is wrong in a row that stays out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RefusedCell {
    /// Letter and head of the column.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// Why.
    pub code: String,
    /// The values that the words name.
    pub values: BTreeMap<String, String>,
}

/// Something a person should know of a row that went in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Remark {
    /// The row in the sheet.
    pub row: u32,
    /// Letter and head of the column, or the field.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What about it: words under `remark_<code>`.
    pub code: String,
}

/// The counts of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Tally {
    /// Rows known from the file or from the last import: the sum of the five below.
    pub rows: u32,
    /// Data rows of the file: new, changed, same and refused.
    pub file_rows: u32,
    /// Rows of new cases.
    pub new: u32,
    /// Rows of changed cases.
    pub changed: u32,
    /// Rows of cases that stay as they are.
    pub same: u32,
    /// Rows that the last import of this source had and this file has not.
    pub vanished: u32,
    /// Rows that stay out.
    pub refused: u32,
}

impl Tally {
    pub(super) fn add(&mut self, fate: Fate, rows: u32) {
        self.rows += rows;
        *match fate {
            Fate::New => &mut self.new,
            Fate::Changed => &mut self.changed,
            Fate::Same => &mut self.same,
            Fate::Vanished => &mut self.vanished,
            Fate::Refused => &mut self.refused,
        } += rows;
        if fate != Fate::Vanished {
            self.file_rows += rows;
        }
    }
}

/// What an import does, or would do.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ts_rs::TS)]
pub struct Outcome {
    /// The source; 0 in a dry run of one that is not known yet.
    #[ts(type = "number")]
    pub source: i64,
    /// The counts.
    pub tally: Tally,
    /// Case by case, in the order of the file, what vanished last.
    pub items: Vec<Item>,
    /// Why rows stay out; one entry for each refused row.
    pub refused: Vec<Refused>,
    /// What a person should know of rows that go in.
    pub remarks: Vec<Remark>,
    /// Differences between file and record that a person decides and that were not known before.
    pub differences: Vec<Difference>,
}
