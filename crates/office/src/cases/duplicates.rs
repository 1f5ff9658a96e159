//! Is it here already? Asked while the intake form is being typed.

use anjuan_law::Day;
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use super::{
    fields::{clean, clean_name, is_in_group},
    lists::normalised,
    persons::id_number,
};
use crate::{CaseId, Reading, Result};

/// What is known of a case while it is typed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct PartialCase {
    /// The case itself, once it is registered: it is no duplicate of itself.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// The title.
    #[serde(default)]
    pub title: Option<String>,
    /// The unit that sent it.
    #[serde(default)]
    pub from_unit: Option<String>,
    /// Its numbers.
    #[serde(default)]
    pub numbers: Option<Vec<String>>,
    /// Its people.
    #[serde(default)]
    pub persons: Option<Vec<PartialPerson>>,
}

/// What is known of a person while the case is typed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct PartialPerson {
    /// The name.
    #[serde(default)]
    pub name: Option<String>,
    /// The birthday.
    #[serde(default)]
    pub birth: Option<Day>,
    /// The identity number.
    #[serde(default)]
    pub id_number: Option<String>,
}

/// Why a case may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// A number is the same.
    SameNumber,
    /// An identity number is the same.
    SamePerson,
    /// The title and the sending unit are the same.
    SameMatter,
    /// Name and year of birth are the same.
    SameNameAndYear,
    /// The name is the same, and a birthday is not known.
    SameName,
}

/// A case that may be the same, or touch the same person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Duplicate {
    /// The case.
    pub case: CaseId,
    /// Its register number.
    pub register_no: String,
    /// Its title.
    pub title: String,
    /// Its category.
    pub category: String,
    /// The day of its acceptance.
    pub accepted_on: Day,
    /// Whether it is open.
    pub is_open: bool,
    /// Why.
    pub why: Why,
    /// What is the same: the number, the name, the title.
    pub what: String,
}

/// No more than this many, the strongest reasons first: somebody is typing.
const MOST: usize = 30;

/// The cases that may be the same as one that is being typed, one row a case and reason, the strongest reason first, of
/// one reason the newest case first.
pub fn likely_duplicates(reading: &Reading<'_>, partial: &PartialCase) -> Result<Vec<Duplicate>> {
    let mut found: Vec<Duplicate> = Vec::new();
    for number in partial.numbers.iter().flatten() {
        let key = normalised(number);
        if !key.is_empty() {
            found.extend(ask(reading, include_str!("same_number.sql"), &key, Why::SameNumber)?);
        }
    }
    for person in partial.persons.iter().flatten() {
        same_person(reading, person, &mut found)?;
    }
    if let (Some(title), Some(unit)) = (&partial.title, &partial.from_unit) {
        let (title, unit) = (clean(title), clean(unit));
        if !title.is_empty() && !unit.is_empty() {
            found.extend(reading.all(include_str!("same_matter.sql"), (title, unit), |row| one(row, Why::SameMatter))?);
        }
    }
    found.retain(|duplicate| Some(duplicate.case) != partial.case);
    found.sort_by(|a, b| (a.why, b.case, &a.what).cmp(&(b.why, a.case, &b.what)));
    found.dedup_by(|a, b| (a.case, a.why, &a.what) == (b.case, b.why, &b.what));
    found.truncate(MOST);
    Ok(found)
}

fn same_person(reading: &Reading<'_>, person: &PartialPerson, found: &mut Vec<Duplicate>) -> Result<()> {
    let number = id_number(person.id_number.as_deref().unwrap_or_default());
    if !number.is_empty() {
        found.extend(ask(reading, include_str!("same_id_number.sql"), &number, Why::SamePerson)?);
    }
    let name = clean_name(person.name.as_deref().unwrap_or_default());
    if name.is_empty() {
        return Ok(());
    }
    let same_name = reading.all(include_str!("same_name.sql"), [&name], |row| {
        let role: String = row.get("role")?;
        Ok((one(row, Why::SameName)?, role, row.get::<_, Option<Day>>("birth")?, row.get::<_, String>("id_number")?))
    })?;
    for (mut duplicate, role, birth, other_number) in same_name {
        // Lawyers and witnesses come back; that is no duplicate.
        let party = ["accused", "victim", "applicant", "other_side"];
        if !party.iter().any(|group| is_in_group("person_role", &role, group))
            || other_number == number && !number.is_empty()
        {
            continue;
        }
        match (person.birth, birth) {
            (Some(a), Some(b)) if a.year() == b.year() => duplicate.why = Why::SameNameAndYear,
            (Some(_), Some(_)) => continue,
            _ => {}
        }
        found.push(duplicate);
    }
    Ok(())
}

fn ask(reading: &Reading<'_>, sql: &str, value: &str, why: Why) -> Result<Vec<Duplicate>> {
    reading.all(sql, [value], |row| one(row, why))
}

fn one(row: &Row<'_>, why: Why) -> rusqlite::Result<Duplicate> {
    Ok(Duplicate {
        case: row.get("id")?,
        register_no: row.get("register_no")?,
        title: row.get("title")?,
        category: row.get("category")?,
        accepted_on: row.get("accepted_on")?,
        is_open: row.get("is_open")?,
        why,
        what: row.get("what")?,
    })
}
