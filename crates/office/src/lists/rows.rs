//! One row of the list of cases.

use anjuan_law::Day;
use rusqlite::Row;
use serde::Serialize;

use super::columns::{DUE_STATE, FINDINGS, on};
use crate::{CaseId, Reading, Result};

/// What the list shows of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CaseRow {
    /// The case.
    pub case_id: CaseId,
    /// Local register number.
    pub register_no: String,
    /// Department acceptance number.
    pub number: String,
    /// Title.
    pub title: String,
    /// Names of the people.
    pub persons: String,
    /// How many people.
    pub person_count: u32,
    /// Cause in words.
    pub cause: String,
    /// Business line.
    pub line: String,
    /// Procuratorial function.
    pub function: String,
    /// Category.
    pub category: String,
    /// Stage.
    pub stage: String,
    /// Outcome.
    pub outcome: String,
    /// Open.
    pub is_open: bool,
    /// Handler.
    pub handler_id: Option<i64>,
    /// His name.
    pub handler: String,
    /// Department.
    pub department_id: Option<i64>,
    /// Its name.
    pub department: String,
    /// Accepted on.
    pub accepted_on: Day,
    /// Closed on.
    pub closed_on: Option<Day>,
    /// Last act on.
    pub last_act_on: Option<Day>,
    /// Last act.
    pub last_act: String,
    /// Next due day.
    pub next_due_on: Option<Day>,
    /// Its rule.
    pub next_due_rule: String,
    /// How it stands on the day asked (words: `due_state_<code>`); empty where nothing is due.
    pub due_state: String,
    /// Somebody is in custody.
    pub in_custody: bool,
    /// A minor is concerned.
    pub is_minor: bool,
    /// Major or sensitive.
    pub is_sensitive: bool,
    /// Out with the police or the court.
    pub out_with: String,
    /// Out since.
    pub out_since: Option<Day>,
    /// Findings that nobody has answered, on the day asked.
    pub findings: u32,
}

impl CaseRow {
    /// By place and not by name: a list that is written out has millions of values.
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            case_id: row.get(0)?,
            register_no: row.get(1)?,
            number: row.get(2)?,
            title: row.get(3)?,
            persons: row.get(4)?,
            person_count: row.get(5)?,
            cause: row.get(6)?,
            line: row.get(7)?,
            function: row.get(8)?,
            category: row.get(9)?,
            stage: row.get(10)?,
            outcome: row.get(11)?,
            is_open: row.get(12)?,
            handler_id: row.get(13)?,
            handler: row.get(14)?,
            department_id: row.get(15)?,
            department: row.get(16)?,
            accepted_on: row.get(17)?,
            closed_on: row.get(18)?,
            last_act_on: row.get(19)?,
            last_act: row.get(20)?,
            next_due_on: row.get(21)?,
            next_due_rule: row.get(22)?,
            due_state: row.get::<_, Option<String>>(23)?.unwrap_or_default(),
            in_custody: row.get(24)?,
            is_minor: row.get(25)?,
            is_sensitive: row.get(26)?,
            out_with: row.get(27)?,
            out_since: row.get(28)?,
            findings: row.get(29)?,
        })
    }
}

/// The rows of some cases, in the order given. A case taken back in the meantime has none.
pub fn rows(reading: &Reading<'_>, cases: &[CaseId], day: Day) -> Result<Vec<CaseRow>> {
    of(reading, &cases.iter().map(|case| case.get()).collect::<Vec<_>>(), day)
}

pub(super) fn of(reading: &Reading<'_>, cases: &[i64], day: Day) -> Result<Vec<CaseRow>> {
    let ids = serde_json::to_string(cases)?;
    let sql = include_str!("rows.sql")
        .replace("{due_state}", &on(DUE_STATE, day))
        .replace("{findings}", &on(FINDINGS, day))
        .replace("{ids}", "?1");
    reading.all(&sql, [ids], CaseRow::from_row)
}
