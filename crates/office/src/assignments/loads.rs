//! Who carries what, and what waits for a handler.

use anjuan_law::Day;
use rusqlite::named_params;
use serde::Serialize;

use super::eligible::carried;
use crate::{AccountId, CaseId, Reading, Result, lists};

/// What one person carries on a day. Numbers for balance, never for appraisal; each opens its cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Carried {
    /// Who.
    pub account: AccountId,
    /// The name to sign in with.
    pub login: String,
    /// The name.
    pub name: String,
    /// The department.
    pub department: String,
    /// Open cases handled.
    pub open: u32,
    /// Their weight, in sixths of a case.
    pub weight: u32,
    /// Open cases with a person in custody.
    pub in_custody: u32,
    /// Open cases with a period past its last day.
    pub overdue: u32,
    /// Open cases with a period that ends within seven days, the day itself included.
    pub due_7: u32,
    /// Open cases out with the police or the court.
    pub out: u32,
    /// Open cases with a finding that nobody has answered.
    pub unchecked: u32,
    /// Away on the day.
    pub away: bool,
    /// Takes new cases.
    pub on_duty: bool,
    /// The cap, if there is one.
    pub case_cap: Option<u32>,
}

/// What everybody carries who is in quota or has an open case.
pub fn caseload(reading: &Reading<'_>, day: Day) -> Result<Vec<Carried>> {
    let weights = carried(reading, CaseId::known(0))?;
    let sql = include_str!("caseload.sql")
        .replace("{overdue}", lists::OVERDUE)
        .replace("{due_soon}", lists::DUE_SOON)
        .replace("{unchecked}", lists::UNCHECKED);
    reading.all(&sql, named_params! { ":day": day }, |row| {
        let account: AccountId = row.get("account_id")?;
        Ok(Carried {
            account,
            login: row.get("login")?,
            name: row.get("name")?,
            department: row.get("department")?,
            open: row.get("open")?,
            weight: weights.get(&account.get()).map_or(0, |load| load.0),
            in_custody: row.get("in_custody")?,
            overdue: row.get("overdue")?,
            due_7: row.get("due_7")?,
            out: row.get("out")?,
            unchecked: row.get("unchecked")?,
            away: row.get("away")?,
            on_duty: row.get("on_duty")?,
            case_cap: row.get("case_cap")?,
        })
    })
}

/// The open cases that need a handler and have none, oldest first.
pub fn waiting(reading: &Reading<'_>) -> Result<Vec<CaseId>> {
    let rows = reading.all(include_str!("waiting.sql"), [], |row| {
        Ok((row.get::<_, CaseId>("case_id")?, row.get::<_, String>("category")?))
    })?;
    Ok(rows
        .into_iter()
        .filter(|(_, code)| anjuan_law::category(code).is_none_or(|category| category.needs_handler))
        .map(|(case, _)| case)
        .collect())
}
