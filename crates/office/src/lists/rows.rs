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
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            case_id: row.get("case_id")?,
            register_no: row.get("register_no")?,
            number: row.get("number")?,
            title: row.get("title")?,
            persons: row.get("persons")?,
            person_count: row.get("person_count")?,
            cause: row.get("cause")?,
            line: row.get("line")?,
            function: row.get("function")?,
            category: row.get("category")?,
            stage: row.get("stage")?,
            outcome: row.get("outcome")?,
            is_open: row.get("is_open")?,
            handler_id: row.get("handler_id")?,
            handler: row.get("handler")?,
            department_id: row.get("department_id")?,
            department: row.get("department")?,
            accepted_on: row.get("accepted_on")?,
            closed_on: row.get("closed_on")?,
            last_act_on: row.get("last_act_on")?,
            last_act: row.get("last_act")?,
            next_due_on: row.get("next_due_on")?,
            next_due_rule: row.get("next_due_rule")?,
            due_state: row.get::<_, Option<String>>("due_state")?.unwrap_or_default(),
            in_custody: row.get("in_custody")?,
            is_minor: row.get("is_minor")?,
            is_sensitive: row.get("is_sensitive")?,
            out_with: row.get("out_with")?,
            out_since: row.get("out_since")?,
            findings: row.get("findings")?,
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
