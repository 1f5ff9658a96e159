//! Four eyes: what one administrator asks for another grants or refuses.

use anjuan_law::Day;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use super::{AccountEntry, people};
use crate::{AccountId, Reading, Result, Work, refusal};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub enum RequestKind {
    /// An account is entered or changed.
    #[serde(rename = "save")]
    Save,
    /// A person is to choose a new passphrase.
    #[serde(rename = "reset")]
    Reset,
}

/// Something asked for, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AccountRequest {
    /// Its number.
    pub id: i64,
    /// What is asked for.
    pub kind: RequestKind,
    /// For whom.
    pub login: String,
    /// The account as it is to be.
    pub account: AccountEntry,
    /// Who asked.
    pub asked_by: AccountId,
    /// His name.
    pub asked_by_name: String,
    /// On which day.
    pub asked_on: Day,
    /// Whether it was granted; none while nobody decided.
    pub granted: Option<bool>,
}

impl AccountRequest {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let kind: String = row.get("kind")?;
        let body: String = row.get("body")?;
        let unreadable = |error: serde_json::Error| {
            rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
        };
        Ok(Self {
            id: row.get("id")?,
            kind: if kind == "reset" { RequestKind::Reset } else { RequestKind::Save },
            login: row.get("login")?,
            account: serde_json::from_str(&body).map_err(unreadable)?,
            asked_by: row.get("asked_by")?,
            asked_by_name: row.get("asked_by_name")?,
            asked_on: row.get("asked_on")?,
            granted: row.get("granted")?,
        })
    }
}

/// What was asked for and not decided, oldest first.
pub fn open_requests(reading: &Reading<'_>) -> Result<Vec<AccountRequest>> {
    reading.all(include_str!("requests.sql"), [], AccountRequest::from_row)
}

/// Asks for it.
pub fn ask(work: &Work<'_>, kind: RequestKind, entry: &AccountEntry) -> Result<i64> {
    if entry.login.trim().is_empty() {
        return Err(refusal!("field_missing").at("login"));
    }
    let kind = match kind {
        RequestKind::Save => "save",
        RequestKind::Reset => "reset",
    };
    work.insert(
        "INSERT INTO account_request (kind, login, body, asked_by, asked_on) VALUES (?1, ?2, ?3, ?4, ?5)",
        (kind, entry.login.trim(), serde_json::to_string(entry)?, work.by.account, work.day),
    )
}

/// Grants or refuses it; what is granted is done. Who asked can't decide.
pub fn decide(work: &Work<'_>, request: i64, grant: bool) -> Result<AccountRequest> {
    let asked = open_requests(work)?
        .into_iter()
        .find(|open| open.id == request)
        .ok_or_else(|| refusal!("request_unknown", request = request))?;
    if work.by.account == Some(asked.asked_by) {
        return Err(refusal!("request_own", request = request));
    }
    work.write(
        "UPDATE account_request SET decided_by = :by, decided_on = :day, granted = :granted WHERE id = :id",
        named_params! { ":by": work.by.account, ":day": work.day, ":granted": grant, ":id": request },
    )?;
    if grant && asked.kind == RequestKind::Save {
        people::save(work, &asked.account)?;
    }
    Ok(AccountRequest { granted: Some(grant), ..asked })
}
