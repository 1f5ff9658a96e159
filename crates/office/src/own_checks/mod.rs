//! Checks that the office writes itself (自编检查): a question in SQL over a few views of the register, each row a case.
//!
//! Whoever writes one is trusted with cases and with nothing more. The question runs on a connection of its own that can't
//! write and sees the views of `views.sql` alone; it is stopped when it works too long, takes too much memory or answers too
//! much (see [`crate::record::Record::confined`]). It never runs with a change of a case and leaves nothing in the record.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use anjuan_law::Day;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::{
    CaseId, OwnCheckId, Reading, Result, Work,
    accounts::Told,
    record::{Record, Table, Views},
    refusal,
};

/// What a question may read.
pub(crate) const VIEWS: &str = include_str!("views.sql");

/// The longest title, in characters.
const MOST_TITLE: usize = 60;
/// The longest description, in characters.
const MOST_ABOUT: usize = 500;

/// One of the office's own checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OwnCheck {
    /// The check.
    pub id: OwnCheckId,
    /// What it looks for, in a few words.
    pub title: String,
    /// What it is for.
    pub about: String,
    /// One SELECT that gives `case_id`.
    pub body: String,
    /// The day on which it was last changed.
    pub saved_on: Day,
    /// Who changed it last.
    pub saved_by: Option<String>,
}

/// One to keep.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct OwnCheckEntry {
    /// The one to change; a new one when left out.
    pub id: Option<OwnCheckId>,
    /// What it looks for, in a few words.
    pub title: String,
    /// What it is for.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub about: String,
    /// One SELECT that gives `case_id`.
    pub body: String,
}

/// What a question found: a row for each case, in the order in which it gave them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Answered {
    /// The names of the further columns, as the question gave them.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<AnsweredRow>,
    /// There are more.
    pub more: bool,
}

/// One row of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AnsweredRow {
    /// The case.
    pub case: CaseId,
    /// Its register number.
    pub register_no: String,
    /// Its title.
    pub title: String,
    /// What stands in the further columns.
    pub cells: Vec<String>,
}

/// All of them, by title.
pub fn list(reading: &Reading<'_>) -> Result<Vec<OwnCheck>> {
    reading.all(include_str!("list.sql"), [], |row| {
        Ok(OwnCheck {
            id: row.get("id")?,
            title: row.get("title")?,
            about: row.get("about")?,
            body: row.get("body")?,
            saved_on: row.get("saved_on")?,
            saved_by: row.get("saved_by")?,
        })
    })
}

/// Keeps one. The caller has tried it: what can't be asked is not kept.
pub fn save(work: &Work<'_>, entry: &OwnCheckEntry) -> Result<OwnCheckId> {
    let (title, about, body) = (entry.title.trim(), entry.about.trim(), entry.body.trim());
    if title.is_empty() {
        return Err(refusal!("own_check_title_missing").at("title"));
    }
    for (text, most, place) in [(title, MOST_TITLE, "title"), (about, MOST_ABOUT, "about")] {
        if text.chars().count() > most {
            return Err(refusal!("text_too_long", most = most).at(place));
        }
    }
    if let Some(id) = entry.id {
        standing(work, id)?;
    }
    let taken = work.maybe("SELECT id FROM own_check WHERE title = ?1 AND id IS NOT ?2", (title, entry.id), |row| {
        row.get::<_, OwnCheckId>(0)
    })?;
    if taken.is_some() {
        return Err(refusal!("own_check_title_taken", title = title).at("title"));
    }
    let new = work.insert(
        include_str!("save.sql"),
        named_params! {
            ":id": entry.id, ":title": title, ":about": about, ":body": body,
            ":saved_by": work.by.account, ":saved_on": work.day,
        },
    )?;
    Ok(entry.id.unwrap_or_else(|| OwnCheckId::known(new)))
}

/// Throws one away.
pub fn remove(work: &Work<'_>, id: OwnCheckId) -> Result<()> {
    standing(work, id)?;
    work.write("DELETE FROM own_check WHERE id = ?1", [id])?;
    Ok(())
}

/// The one with that id.
pub fn standing(reading: &Reading<'_>, id: OwnCheckId) -> Result<OwnCheck> {
    list(reading)?.into_iter().find(|check| check.id == id).ok_or_else(|| refusal!("own_check_unknown", check = id))
}

/// What a question may read: each view with its columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OwnCheckView {
    /// Its name.
    pub view: String,
    /// Its columns.
    pub columns: Vec<String>,
}

/// The views for somebody, who sees nothing of the cases in `away`.
fn views_of<'a>(away: &'a [CaseId], told: &Told) -> Views<'a> {
    let told = told.clone();
    Views { sql: VIEWS, away, told: Arc::new(move |case, text| told.text(case, text).into_owned()) }
}

/// All that a question may read.
pub fn views(record: &Record) -> Result<Vec<OwnCheckView>> {
    Ok(record
        .views(&views_of(&[], &Told::whole()))?
        .into_iter()
        .map(|(view, columns)| OwnCheckView { view, columns })
        .collect())
}

/// Asks a question of the record as it stands, on `day`. Of the cases in `away` it sees nothing, of others what is told.
pub fn ask(record: &Record, body: &str, day: Day, away: &[CaseId], told: &Told) -> Result<Answered> {
    let Table { columns, rows, more } = record.confined(&views_of(away, told), body, day)?;
    let Some(at) = columns.iter().position(|column| column == "case_id") else {
        return Err(refusal!("own_check_without_case").at("body"));
    };
    let further = |mut row: Vec<String>| -> (String, Vec<String>) { (row.remove(at), row) };
    let (_, columns) = further(columns);
    record.read(|reading| {
        let mut answered = Vec::with_capacity(rows.len());
        for row in rows {
            let (case, cells) = further(row);
            let head = reading.maybe(
                "SELECT case_id, register_no, title FROM case_state WHERE case_id = ?1",
                [case.parse::<i64>().unwrap_or(0)],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )?;
            let (case, register_no, title) =
                head.ok_or_else(|| refusal!("own_check_no_case", found = case).at("body"))?;
            answered.push(AnsweredRow { case, register_no, title, cells });
        }
        Ok(Answered { columns, rows: answered, more })
    })
}
