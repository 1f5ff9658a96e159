//! The pool of hearing officers (听证员库). The case-management department keeps it.

use anjuan_law::Day;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use super::guard::{code_of, in_order, not_in_future, required};
use crate::{OfficerId, Reading, Result, Right, Scope, Work, refusal};

/// An interest that an officer has declared for all hearings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "OfficerInterest")]
pub struct Interest {
    /// The person or unit.
    pub name: String,
    /// What ties the officer to it (vocabulary: `officer_conflict`).
    pub ground: String,
}

/// Days on which an officer can't come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "OfficerAway")]
#[ts(optional_fields)]
pub struct Away {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// How often an officer was asked in cases of one line, and came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OfficerService {
    /// The line (law: lines).
    pub line: String,
    /// The kind of hearing (vocabulary: `hearing_kind`).
    pub kind: String,
    /// Seats, those given up too.
    pub asked: u32,
    /// Hearings to which the officer came.
    pub came: u32,
    /// Seats in the year of the day asked about.
    pub asked_this_year: u32,
    /// Hearings of that year to which the officer came.
    pub came_this_year: u32,
}

/// What is said of an officer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(default, deny_unknown_fields)]
pub struct OfficerEntry {
    /// The officer to change; none for a new one.
    pub id: Option<OfficerId>,
    /// The name.
    pub name: String,
    /// `male`, `female`; absent where not said.
    pub sex: Option<String>,
    /// The birthday; without one the officer can't be taken to a hearing.
    pub birth: Option<Day>,
    /// The profession (vocabulary: `officer_profession`).
    pub profession: Option<String>,
    /// The category (vocabulary: `officer_category`).
    pub category: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// How to reach him or her.
    pub contact: Option<String>,
    /// First day of the term.
    pub term_from: Option<Day>,
    /// Last day of the term.
    pub term_to: Option<Day>,
    /// Bars (vocabulary: `officer_bar`).
    pub bars: Option<Vec<String>>,
    /// Interests declared.
    pub interests: Option<Vec<Interest>>,
    /// Days on which the officer can't come.
    pub away: Option<Vec<Away>>,
    /// Anything else.
    pub note: Option<String>,
}

/// An officer of the pool, as lists show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Officer {
    /// Its id.
    pub id: OfficerId,
    /// The name.
    pub name: String,
    /// `male`, `female` or empty.
    pub sex: String,
    /// The birthday.
    pub birth: Option<Day>,
    /// The profession (vocabulary: `officer_profession`).
    pub profession: String,
    /// The category (vocabulary: `officer_category`).
    pub category: String,
    /// The unit.
    pub unit: String,
    /// How to reach him or her.
    pub contact: String,
    /// First day of the term.
    pub term_from: Option<Day>,
    /// Last day of the term.
    pub term_to: Option<Day>,
    /// The day of removal from the pool.
    pub removed_on: Option<Day>,
    /// Why.
    pub removed_why: String,
    /// Bars (vocabulary: `officer_bar`).
    pub bars: Vec<String>,
    /// Interests declared.
    pub interests: Vec<Interest>,
    /// Days on which the officer can't come.
    pub away: Vec<Away>,
    /// How often asked and come, by line and kind of hearing.
    pub service: Vec<OfficerService>,
    /// Hearings sat in, in the year of the day asked about.
    pub hearings_this_year: u32,
    /// Anything else.
    pub note: String,
}

impl Officer {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            sex: row.get("sex")?,
            birth: row.get("birth")?,
            profession: row.get("profession")?,
            category: row.get("category")?,
            unit: row.get("unit")?,
            contact: row.get("contact")?,
            term_from: row.get("term_from")?,
            term_to: row.get("term_to")?,
            removed_on: row.get("removed_on")?,
            removed_why: row.get("removed_why")?,
            bars: Vec::new(),
            interests: Vec::new(),
            away: Vec::new(),
            service: Vec::new(),
            hearings_this_year: row.get("hearings_this_year")?,
            note: row.get("note")?,
        })
    }
}

/// The whole pool, removed officers last; hearings are counted for the year of `day`.
pub fn officers(reading: &Reading<'_>, day: Day) -> Result<Vec<Officer>> {
    let mut all = reading.all(include_str!("officers.sql"), [day.year().to_string()], Officer::from_row)?;
    let place = |all: &[Officer], id: OfficerId| all.iter().position(|officer| officer.id == id);
    reading.each("SELECT officer_id, bar FROM officer_bar ORDER BY bar", [], |row| {
        if let Some(at) = place(&all, row.get(0)?) {
            all[at].bars.push(row.get(1)?);
        }
        Ok(())
    })?;
    reading.each("SELECT officer_id, name, ground FROM officer_interest ORDER BY name", [], |row| {
        if let Some(at) = place(&all, row.get(0)?) {
            all[at].interests.push(Interest { name: row.get(1)?, ground: row.get(2)? });
        }
        Ok(())
    })?;
    reading.each("SELECT officer_id, from_day, to_day, reason FROM officer_away ORDER BY from_day, id", [], |row| {
        if let Some(at) = place(&all, row.get(0)?) {
            all[at].away.push(Away { from: row.get(1)?, to: row.get(2)?, reason: row.get(3)? });
        }
        Ok(())
    })?;
    reading.each(include_str!("service.sql"), [day.year().to_string()], |row| {
        if let Some(at) = place(&all, row.get("officer_id")?) {
            all[at].service.push(OfficerService {
                line: row.get("line")?,
                kind: row.get("kind")?,
                asked: row.get("asked")?,
                came: row.get("came")?,
                asked_this_year: row.get("asked_this_year")?,
                came_this_year: row.get("came_this_year")?,
            });
        }
        Ok(())
    })?;
    Ok(all)
}

/// One officer.
pub(super) fn officer(reading: &Reading<'_>, id: OfficerId, day: Day) -> Result<Officer> {
    let all = officers(reading, day)?;
    all.into_iter().find(|officer| officer.id == id).ok_or_else(|| refusal!("officer_unknown", officer = id))
}

/// Enters an officer or changes one, and gives the id.
pub fn save(work: &Work<'_>, today: Day, entry: &OfficerEntry) -> Result<OfficerId> {
    keeper(work)?;
    let name = required(&entry.name, "name")?;
    let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    code_of("sex", &text(&entry.sex), "sex")?;
    let sex = Some(text(&entry.sex)).filter(|sex| sex != "unknown").unwrap_or_default();
    code_of("officer_profession", &text(&entry.profession), "profession")?;
    code_of("officer_category", &text(&entry.category), "category")?;
    not_in_future(entry.birth, today, "birth")?;
    in_order(entry.term_from, entry.term_to, "term_to")?;
    let id = match entry.id {
        Some(id) => id,
        None => OfficerId::known(work.insert("INSERT INTO officer (name) VALUES (?1)", [&name])?),
    };
    let changed = work.write(
        include_str!("officer_save.sql"),
        named_params! {
            ":id": id, ":name": name, ":sex": sex, ":birth": entry.birth,
            ":profession": text(&entry.profession), ":category": text(&entry.category), ":unit": text(&entry.unit),
            ":contact": text(&entry.contact), ":term_from": entry.term_from, ":term_to": entry.term_to,
            ":note": text(&entry.note),
        },
    )?;
    if changed == 0 {
        return Err(refusal!("officer_unknown", officer = id).at("id"));
    }
    if let Some(bars) = &entry.bars {
        work.write("DELETE FROM officer_bar WHERE officer_id = ?1", [id])?;
        for (n, bar) in bars.iter().enumerate() {
            code_of("officer_bar", &required(bar, &format!("bars.{n}"))?, &format!("bars.{n}"))?;
            work.write("INSERT OR IGNORE INTO officer_bar (officer_id, bar) VALUES (?1, ?2)", (id, bar))?;
        }
    }
    save_away(work, id, entry.away.as_deref())?;
    // Whether somebody may sit in hearings to come follows from the pool.
    for case in work.all(include_str!("cases_to_come.sql"), [id], |row| row.get(0))? {
        work.touch(case);
    }
    if let Some(interests) = &entry.interests {
        work.write("DELETE FROM officer_interest WHERE officer_id = ?1", [id])?;
        for (n, interest) in interests.iter().enumerate() {
            let name = required(&interest.name, &format!("interests.{n}.name"))?;
            let ground = required(&interest.ground, &format!("interests.{n}.ground"))?;
            code_of("officer_conflict", &ground, &format!("interests.{n}.ground"))?;
            work.write(
                "INSERT OR IGNORE INTO officer_interest (officer_id, name, ground) VALUES (?1, ?2, ?3)",
                (id, name, ground),
            )?;
        }
    }
    Ok(id)
}

fn save_away(work: &Work<'_>, id: OfficerId, away: Option<&[Away]>) -> Result<()> {
    let Some(away) = away else { return Ok(()) };
    work.write("DELETE FROM officer_away WHERE officer_id = ?1", [id])?;
    for (n, span) in away.iter().enumerate() {
        in_order(Some(span.from), Some(span.to), &format!("away.{n}.to"))?;
        work.insert(
            "INSERT INTO officer_away (officer_id, from_day, to_day, reason) VALUES (?1, ?2, ?3, ?4)",
            (id, span.from, span.to, span.reason.trim()),
        )?;
    }
    Ok(())
}

/// Takes an officer out of the pool; what he or she sat in stays.
pub fn remove(work: &Work<'_>, today: Day, id: OfficerId, why: &str) -> Result<()> {
    keeper(work)?;
    let why = required(why, "reason")?;
    let changed = work.write(
        "UPDATE officer SET removed_on = ?2, removed_why = ?3 WHERE id = ?1 AND removed_on IS NULL",
        (id, today, why),
    )?;
    if changed == 0 {
        return Err(refusal!("officer_unknown", officer = id));
    }
    Ok(())
}

fn keeper(work: &Work<'_>) -> Result<()> {
    if work.by.reach(Right::Hear) == Scope::Office { Ok(()) } else { Err(refusal!("officer_pool_not_yours")) }
}
