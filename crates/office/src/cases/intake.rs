//! What was brought in and not accepted: returned for completion, or refused.

use anjuan_law::Day;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use super::{
    Checklist,
    fields::{clean, clean_or_empty, code_of, not_in_future, one_of, required},
    register::{check_checklist, known_category},
    secrets::refuse_marked,
};
use crate::{
    AccountId, Actor, CaseId, IntakeRefusalId, Reading, Result, Work,
    accounts::{self, Sight},
    refusal,
};

/// Something brought in that is returned for completion or refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct IntakeRefusalEntry {
    /// `returned` for completion or `refused`.
    pub outcome: String,
    /// On which day; today when absent.
    #[serde(default)]
    pub on: Option<Day>,
    /// Why (vocabulary: `refusal_reason`).
    pub reason: String,
    /// Why, in words: what is missing; required where the reason is `other`.
    #[serde(default)]
    pub reason_text: Option<String>,
    /// What it would have been (law: categories).
    pub category: String,
    /// What it is called.
    pub title: String,
    /// Who brought it.
    #[serde(default)]
    pub from_unit: Option<String>,
    /// The number on its papers.
    #[serde(default)]
    pub number: Option<String>,
    /// The people in it.
    #[serde(default)]
    pub persons: Option<String>,
    /// The answers to the intake check.
    #[serde(default)]
    pub checklist: Option<Checklist>,
}

/// An intake that was not accepted.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct IntakeRefusal {
    /// Its id.
    pub id: IntakeRefusalId,
    /// On which day.
    pub on_day: Day,
    /// `returned` or `refused`.
    pub outcome: String,
    /// Why (vocabulary: `refusal_reason`).
    pub reason: String,
    /// Why, in words.
    pub reason_text: String,
    /// What it would have been.
    pub category: String,
    /// What it is called.
    pub title: String,
    /// Who brought it.
    pub from_unit: String,
    /// The number on its papers.
    pub number: String,
    /// The people in it.
    pub persons: String,
    /// Who returned or refused it.
    pub by: String,
    /// His account.
    pub by_account: Option<AccountId>,
    /// The case as which it was accepted later after all.
    pub accepted_case_id: Option<CaseId>,
    /// That case's register number.
    pub accepted_register_no: Option<String>,
    /// Title, people and the words of the reason are kept back.
    pub is_masked: bool,
}

/// Returns something for completion or refuses it, and gives the id of the entry in the register of refusals.
pub fn refuse(work: &Work<'_>, entry: &IntakeRefusalEntry) -> Result<IntakeRefusalId> {
    let at = |field: &'static str| move || field.to_owned();
    one_of(&["returned", "refused"], &entry.outcome, at("outcome"))?;
    required(entry.reason.clone(), at("reason"))?;
    code_of("refusal_reason", &entry.reason, at("reason"))?;
    let reason_text = clean_or_empty(entry.reason_text.as_ref());
    if entry.reason == "other" {
        required(reason_text.clone(), at("reason_text"))?;
    }
    known_category(&entry.category)?;
    let title = required(clean(&entry.title), at("title"))?;
    for (field, text) in [("title", &title), ("reason_text", &reason_text)] {
        refuse_marked(text, at(field))?;
    }
    let on = entry.on.unwrap_or(work.day);
    not_in_future(on, work.day, at("on"))?;
    check_checklist(entry.checklist.as_ref())?;
    let id = work.insert(
        include_str!("intake_refusal_insert.sql"),
        named_params! {
            ":on_day": on, ":outcome": entry.outcome, ":reason": entry.reason, ":reason_text": reason_text,
            ":category": entry.category, ":title": title, ":from_unit": clean_or_empty(entry.from_unit.as_ref()),
            ":number": clean_or_empty(entry.number.as_ref()), ":persons": clean_or_empty(entry.persons.as_ref()),
            ":checklist": serde_json::to_string(&entry.checklist.clone().unwrap_or_default())?,
            ":account_id": work.by.account,
        },
    )?;
    Ok(IntakeRefusalId::known(id))
}

/// The refusals from one day to another, newest first, as they stand.
pub fn refusals(reading: &Reading<'_>, from: Day, to: Day) -> Result<Vec<IntakeRefusal>> {
    reading.all(
        include_str!("intake_refusals.sql"),
        named_params! { ":from": from, ":to": to, ":id": None::<i64> },
        row,
    )
}

/// One refusal as it stands.
pub fn refusal(reading: &Reading<'_>, id: IntakeRefusalId) -> Result<IntakeRefusal> {
    let asked = named_params! { ":from": None::<Day>, ":to": None::<Day>, ":id": id };
    let found = reading.maybe(include_str!("intake_refusals.sql"), asked, row)?;
    found.ok_or_else(|| refusal!("intake_refusal_unknown", refusal = id).at("refusal"))
}

fn row(row: &Row<'_>) -> rusqlite::Result<IntakeRefusal> {
    Ok(IntakeRefusal {
        id: row.get("id")?,
        on_day: row.get("on_day")?,
        outcome: row.get("outcome")?,
        reason: row.get("reason")?,
        reason_text: row.get("reason_text")?,
        category: row.get("category")?,
        title: row.get("title")?,
        from_unit: row.get("from_unit")?,
        number: row.get("number")?,
        persons: row.get("persons")?,
        by: row.get("by")?,
        by_account: row.get("account_id")?,
        accepted_case_id: row.get("accepted_case_id")?,
        accepted_register_no: row.get("accepted_register_no")?,
        is_masked: false,
    })
}

impl IntakeRefusal {
    /// How much of it somebody sees.
    pub fn sight(&self, reading: &Reading<'_>, actor: &Actor) -> Result<Sight> {
        let texts = [&*self.title, &self.persons, &self.from_unit, &self.number];
        accounts::sight_of_returned(reading, actor, texts, self.by_account)
    }

    /// Keeps back what tells who the people are. A matter that was not accepted has no list of its people of whom one could say who
    /// is a minor.
    pub fn mask(&mut self) {
        self.is_masked = true;
        self.title.clear();
        self.persons.clear();
        self.reason_text.clear();
    }
}

/// Says of a refused intake as which case it was accepted after all.
pub fn accept_after_all(work: &Work<'_>, refused: IntakeRefusalId, case: CaseId) -> Result<()> {
    let sql = "SELECT c.register_no FROM intake_refusal AS r LEFT JOIN case_file AS c ON c.id = r.accepted_case_id WHERE r.id = ?1";
    let standing: Option<Option<String>> = work.maybe(sql, [refused], |row| row.get(0))?;
    match standing {
        None => Err(refusal!("intake_refusal_unknown", refusal = refused).at("after_refusal")),
        Some(Some(other)) => Err(refusal!("intake_accepted_already", case = other).at("after_refusal")),
        Some(None) => {
            work.write("UPDATE intake_refusal SET accepted_case_id = ?2 WHERE id = ?1", (refused, case))?;
            Ok(())
        }
    }
}
