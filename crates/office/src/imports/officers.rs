//! Importing the pool of hearing officers: one row an officer, the same accounts as for cases.
//!
//! What is known of an officer already and was corrected by hand is never written over: the file's value is told as a remark
//! and the pool keeps its own. What the pool has no place for is kept in the note.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::{choices, headings, text::search_key};

use super::{
    SourceCell, SourceRow, dates,
    outcome::{Fate, FieldChange, Item, Outcome, Refused, Remark},
    run::Import,
};
use crate::{
    OfficerId, Refusal, Result, Work,
    hearings::{Officer, OfficerEntry, officers, save_officer},
};

/// The kind of an import that fills the pool.
pub const OFFICERS: &str = "officers";

/// Rows between two tellings of how far the import is.
const TELL: usize = 64;

/// What the pool has a place for, in the order in which changes are told.
const PLACES: [&str; 10] =
    ["name", "sex", "birth", "profession", "category", "unit", "contact", "term_from", "term_to", "note"];

type Said = BTreeMap<String, String>;

/// The place of the pool that a field of a ledger fills.
fn place_of(field: &str) -> &str {
    match field {
        "person_name" | "hearing_officers" => "name",
        "person_sex" => "sex",
        "person_birth" => "birth",
        "officer_profession" => "profession",
        "officer_category" => "category",
        "officer_unit" | "unit" | "person_occupation" | "department" => "unit",
        "person_phone" => "contact",
        "term_from" => "term_from",
        "term_to" => "term_to",
        "sequence" | "year" | "line" | "kind" => "",
        _ => "note",
    }
}

/// The field by which people know a place of the pool.
fn field_of(place: &str) -> &str {
    match place {
        "name" => "person_name",
        "sex" => "person_sex",
        "birth" => "person_birth",
        "profession" => "officer_profession",
        "category" => "officer_category",
        "unit" => "officer_unit",
        "contact" => "person_phone",
        other => other,
    }
}

/// Imports officers.
pub(super) fn run(
    work: &Work<'_>,
    import: &Import,
    source: i64,
    outcome: &mut Outcome,
    mut progress: impl FnMut(u64, u64) -> Result<()>,
) -> Result<()> {
    let total = import.rows.len() as u64;
    let mut pool = officers(work, work.day)?;
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (at, row) in import.rows.iter().enumerate() {
        let row = &row;
        if at % TELL == 0 {
            progress(at as u64, total)?;
        }
        let mut remarks = Vec::new();
        let done = || {
            let said = read(row, work, &mut remarks)?;
            let key = key_of(&said);
            if !seen.insert(key.clone()) {
                return Err(fault(row, "person_name", "import_row_twice"));
            }
            one(work, row, source, &key, &said, &mut pool, &mut remarks)
        };
        match work.attempt(done)? {
            Ok(item) => {
                outcome.tally.add(item.fate, 1);
                outcome.remarks.append(&mut remarks);
                outcome.items.push(item);
            }
            Err(refused) => stays_out(row, &refused, outcome),
        }
    }
    vanished(work, source, &seen, outcome)?;
    progress(total, total)
}

/// What a row says, in the pool's forms.
fn read(row: &SourceRow, work: &Work<'_>, remarks: &mut Vec<Remark>) -> Result<Said> {
    let mut said = Said::new();
    let mut notes: Vec<String> = Vec::new();
    for cell in &row.cells {
        let text = cell.text.trim();
        let place = place_of(&cell.field);
        if text.is_empty() || place.is_empty() {
            continue;
        }
        let keep = |notes: &mut Vec<String>| {
            let name = headings::field(&cell.field).map_or(&*cell.field, |field| field.zh.as_str());
            notes.push(format!("{name}：{text}"));
        };
        let value = match place {
            "note" if &*cell.field == "note" => {
                notes.push(text.to_owned());
                continue;
            }
            "note" => {
                keep(&mut notes);
                continue;
            }
            "sex" => code(&["sex"], text),
            "profession" => code(&["officer_profession"], text),
            "category" => code(&["officer_category"], text),
            "birth" | "term_from" | "term_to" => match dates::days_of(cell, None) {
                Ok(days) if days.len() == 1 => days.first().map(ToString::to_string),
                _ if place == "birth" => None,
                Ok(_) => return Err(fault(row, &cell.field, "day_several")),
                Err(error) => return Err(fault(row, &cell.field, error.code())),
            },
            _ => Some(text.to_owned()),
        };
        match value {
            Some(value) if place == "birth" && value.parse().is_ok_and(|day: anjuan_law::Day| day > work.day) => {
                return Err(fault(row, &cell.field, "day_in_future"));
            }
            Some(value) => drop(said.entry(place.to_owned()).or_insert(value)),
            None => {
                keep(&mut notes);
                remarks.push(remark(row, cell, "import_kept_in_note"));
            }
        }
    }
    if !notes.is_empty() {
        said.insert("note".to_owned(), notes.join("；"));
    }
    if said.contains_key("name") { Ok(said) } else { Err(fault(row, "person_name", "field_missing")) }
}

/// Enters an officer, or fills in and renews what the pool has.
fn one(
    work: &Work<'_>,
    row: &SourceRow,
    source: i64,
    key: &str,
    said: &Said,
    pool: &mut Vec<Officer>,
    remarks: &mut Vec<Remark>,
) -> Result<Item> {
    let memory: Option<(i64, OfficerId, String, bool)> =
        work.maybe(include_str!("officer_of_key.sql"), (source, key), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
    let name = said.get("name").cloned().unwrap_or_default();
    let item = |fate, changes| Item {
        fate,
        rows: vec![row.row],
        count: 1,
        key: key.to_owned(),
        title: name.clone(),
        case: None,
        changes,
    };
    let json = serde_json::to_string(said)?;
    let standing = match &memory {
        Some((_, id, ..)) => pool.iter().find(|officer| officer.id == *id),
        None => {
            let known = known(pool, said, row)?;
            // The same birthday on both sides is no supposition.
            let is_told = known.is_some_and(|officer| officer.birth.is_some()) && said.contains_key("birth");
            if known.is_some() && !is_told {
                let cell = row.cells.iter().find(|cell| place_of(&cell.field) == "name");
                remarks.extend(cell.map(|cell| remark(row, cell, "import_officer_by_name")));
            }
            known
        }
    };
    let Some(officer) = standing else {
        let id = save_officer(work, work.day, &entry_of(None, said))?;
        work.insert(include_str!("officer_insert.sql"), (id, source, key, json))?;
        *pool = officers(work, work.day)?;
        return Ok(item(Fate::New, Vec::new()));
    };
    let last: Said = match &memory {
        Some((.., text, _)) => serde_json::from_str(text)?,
        None => Said::new(),
    };
    let id = officer.id;
    let mut now = recorded(officer);
    let changes = differing(row, said, &last, &mut now, remarks);
    if !changes.is_empty() {
        save_officer(work, work.day, &entry_of(Some(id), &now))?;
        *pool = officers(work, work.day)?;
    }
    match memory {
        None => drop(work.insert(include_str!("officer_insert.sql"), (id, source, key, json))?),
        Some((row, _, before, gone)) if before != json || gone => {
            work.write("UPDATE import_officer SET said = ?2, vanished_on = NULL WHERE id = ?1", (row, json))?;
        }
        Some(_) => {}
    }
    Ok(item(if changes.is_empty() { Fate::Same } else { Fate::Changed }, changes))
}

/// What the row says otherwise than the pool: taken over where the pool still holds what the file said last, remarked where
/// somebody corrected it since.
fn differing(row: &SourceRow, said: &Said, last: &Said, now: &mut Said, remarks: &mut Vec<Remark>) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    for place in PLACES {
        let (Some(value), stands) = (said.get(place), now.get(place).cloned().unwrap_or_default()) else { continue };
        if search_key(value) == search_key(&stands) {
            continue;
        }
        if stands == last.get(place).cloned().unwrap_or_default() {
            now.insert(place.to_owned(), value.clone());
            changes.push(FieldChange {
                field: field_of(place).to_owned(),
                person: said.get("name").cloned().unwrap_or_default(),
                before: stands,
                after: value.clone(),
            });
        } else if last.get(place) != Some(value) {
            let column = row.cells.iter().find(|cell| place_of(&cell.field) == place);
            remarks.extend(column.map(|cell| remark(row, cell, "import_officer_differs")));
        }
    }
    changes
}

/// The officer of the pool who is meant: of that name, and not told apart by birthday.
fn known<'p>(pool: &'p [Officer], said: &Said, row: &SourceRow) -> Result<Option<&'p Officer>> {
    let name = said.get("name").map(|name| search_key(name)).unwrap_or_default();
    let birth = said.get("birth");
    let same = |officer: &&Officer| {
        let own = officer.birth.map(|day| day.to_string());
        officer.removed_on.is_none()
            && search_key(&officer.name) == name
            && (birth.is_none() || own.is_none() || own.as_ref() == birth)
    };
    let found: Vec<&Officer> = pool.iter().filter(same).collect();
    match found.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        _ => Err(fault(row, "person_name", "import_officer_ambiguous")),
    }
}

fn recorded(officer: &Officer) -> Said {
    let day = |day: Option<anjuan_law::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let values = [
        officer.name.clone(),
        officer.sex.clone(),
        day(officer.birth),
        officer.profession.clone(),
        officer.category.clone(),
        officer.unit.clone(),
        officer.contact.clone(),
        day(officer.term_from),
        day(officer.term_to),
        officer.note.clone(),
    ];
    PLACES.iter().map(|place| (*place).to_owned()).zip(values).filter(|(_, value)| !value.is_empty()).collect()
}

fn entry_of(id: Option<OfficerId>, said: &Said) -> OfficerEntry {
    let text = |place: &str| said.get(place).cloned();
    let day = |place: &str| said.get(place).and_then(|day| day.parse().ok());
    OfficerEntry {
        id,
        name: text("name").unwrap_or_default(),
        sex: text("sex"),
        birth: day("birth"),
        profession: text("profession"),
        category: text("category"),
        unit: text("unit"),
        contact: text("contact"),
        term_from: day("term_from"),
        term_to: day("term_to"),
        note: text("note"),
        ..OfficerEntry::default()
    }
}

/// Name and birthday, or unit, tell officers of a file apart.
fn key_of(said: &Said) -> String {
    let part = |place: &str| said.get(place).map(|value| search_key(value)).unwrap_or_default();
    let second = if said.contains_key("birth") { part("birth") } else { part("unit") };
    format!("officer:{}:{second}", part("name"))
}

/// The code of a choice by its word in either language, or by a part of one that only one choice has.
pub(super) fn code(lists: &[&str], text: &str) -> Option<String> {
    let key = search_key(text);
    let all = || lists.iter().flat_map(|list| choices(list));
    let exact = all().find(|c| search_key(&c.zh) == key || search_key(&c.en) == key || c.code == text);
    let mut parts = all().filter(|c| search_key(&c.zh).contains(&key));
    let part = match (parts.next(), parts.next()) {
        (Some(one), None) => Some(one),
        _ => None,
    };
    exact.or(part).map(|choice| choice.code.clone())
}

fn remark(row: &SourceRow, cell: &SourceCell, code: &str) -> Remark {
    Remark { row: row.row, column: cell.column.to_string(), value: cell.text.clone(), code: code.to_owned() }
}

fn fault(row: &SourceRow, field: &str, code: &str) -> Refusal {
    let cell = row.cells.iter().find(|cell| *cell.field == *field);
    let value = cell.map(|cell| cell.text.clone()).unwrap_or_default();
    Refusal::new(code).at(field).with("value", &value).with("text", &value).with("day", &value)
}

fn stays_out(row: &SourceRow, refused: &Refusal, outcome: &mut Outcome) {
    let at = refused.at.as_str();
    let cell = row.cells.iter().find(|cell| *cell.field == *at || place_of(&cell.field) == at);
    outcome.tally.add(Fate::Refused, 1);
    outcome.refused.push(Refused {
        row: row.row,
        table: row.table.clone(),
        column: cell.map_or_else(|| at.to_owned(), |cell| cell.column.to_string()),
        value: cell.map(|cell| cell.text.clone()).unwrap_or_default(),
        code: refused.code.clone(),
        values: refused.values.clone(),
        also: Vec::new(),
    });
    let name = row.cells.iter().find(|cell| place_of(&cell.field) == "name").map(|cell| cell.text.clone());
    outcome.items.push(Item {
        fate: Fate::Refused,
        rows: vec![row.row],
        count: 1,
        key: String::new(),
        title: name.unwrap_or_default(),
        case: None,
        changes: Vec::new(),
    });
}

/// Marks who was in the source last time and is no more; the pool keeps them.
fn vanished(work: &Work<'_>, source: i64, seen: &BTreeSet<String>, outcome: &mut Outcome) -> Result<()> {
    let all: Vec<(i64, String, String)> =
        work.all(include_str!("officers_of_source.sql"), [source], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for (id, key, name) in all.into_iter().filter(|(_, key, _)| !seen.contains(key)) {
        work.write("UPDATE import_officer SET vanished_on = ?2 WHERE id = ?1", (id, work.day))?;
        outcome.tally.add(Fate::Vanished, 1);
        outcome.items.push(Item {
            fate: Fate::Vanished,
            rows: Vec::new(),
            count: 1,
            key,
            title: name,
            case: None,
            changes: Vec::new(),
        });
    }
    Ok(())
}
