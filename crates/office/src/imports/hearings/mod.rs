//! Importing past hearings: the rows of one hearing become one hearing of a case that the record has.
//!
//! Rows of the same case and day are one hearing, so that a ledger may have one row a hearing or one an officer. A hearing that
//! the record has already is filled in and follows the file where nobody corrected it by hand; what was corrected is told as a
//! remark. What a hearing has no place for is kept as a note of it.

mod chosen;
mod places;
mod read;
mod record;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anjuan_law::text::search_key;

use super::{
    SourceRow, dates,
    gather::names_something,
    outcome::{Fate, FieldChange, Item, Outcome, Refused, Remark},
    run::Import,
};
use crate::{CaseId, HearingId, Refusal, Result, Work, accounts, hearings, refusal};

/// The kind of an import of past hearings.
pub const HEARINGS: &str = "hearings";

/// Hearings between two tellings of how far the import is.
const TELL: usize = 64;

/// The numbers that name a case, the first that a row has.
const NAMING: [&str; 7] = [
    "number_department",
    "number_unified",
    "number_local",
    "number_police",
    "number_supervisory",
    "number_court",
    "number_document",
];

/// What a source said: place, or place@name, and value.
type Said = BTreeMap<String, String>;

/// The rows of one hearing.
struct Bundle<'r> {
    key: String,
    rows: Vec<&'r SourceRow>,
    /// Why it can be no hearing.
    fault: Option<Refusal>,
}

/// Imports hearings.
pub(super) fn run(
    work: &Work<'_>,
    import: &Import,
    source: i64,
    outcome: &mut Outcome,
    mut progress: impl FnMut(u64, u64) -> Result<()>,
) -> Result<()> {
    let rows: Vec<SourceRow> = import.rows.iter().collect();
    let bundles = bundles(&rows);
    let total = bundles.len() as u64;
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (at, bundle) in bundles.iter().enumerate() {
        if at % TELL == 0 {
            progress(at as u64, total)?;
        }
        seen.insert(bundle.key.clone());
        let mut remarks = Vec::new();
        match work.attempt(|| one(work, source, bundle, &mut remarks))? {
            Ok(item) => {
                outcome.tally.add(item.fate, item.count);
                outcome.remarks.append(&mut remarks);
                outcome.items.push(item);
            }
            Err(refused) => stays_out(bundle, &refused, outcome),
        }
    }
    vanished(work, source, &seen, outcome)?;
    progress(total, total)
}

/// Brings the rows of each hearing together, in the order in which the hearings first appear.
fn bundles(rows: &[SourceRow]) -> Vec<Bundle<'_>> {
    let mut bundles: Vec<Bundle<'_>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let (key, fault) = match key_of(row) {
            Ok(key) => (key, None),
            Err(fault) => (format!("row:{}:{}", row.table, row.row), Some(fault)),
        };
        let place = *places.entry(key.clone()).or_insert_with(|| {
            bundles.push(Bundle { key, rows: Vec::new(), fault });
            bundles.len() - 1
        });
        if let Some(bundle) = bundles.get_mut(place) {
            bundle.rows.push(row);
        }
    }
    bundles
}

/// The case and the day tell the hearings of a source apart.
fn key_of(row: &SourceRow) -> Result<String> {
    let name = row.case_key.clone().or_else(|| named(row).map(|(field, text)| format!("{field}:{}", search_key(text))));
    let name = name.ok_or_else(|| refusal!("field_missing").at("number_department"))?;
    let cell = row.cells.iter().find(|cell| &*cell.field == "hearing_on");
    let cell = cell.ok_or_else(|| refusal!("field_missing").at("hearing_on"))?;
    let says = |code: &str| Refusal::new(code).at("hearing_on").with("text", &cell.text).with("day", &cell.text);
    match dates::days_of(cell, None) {
        Ok(days) => match days.as_slice() {
            [day] => Ok(format!("hearing:{name}:{day}")),
            _ => Err(says("day_several")),
        },
        Err(error) => Err(says(error.code())),
    }
}

/// The field and the text that name a row's case: a number, else its title.
fn named(row: &SourceRow) -> Option<(&'static str, &str)> {
    let text = |field: &str| {
        let cell = row.cells.iter().find(|cell| *cell.field == *field && !cell.text.trim().is_empty());
        cell.map(|cell| cell.text.as_str())
    };
    let number = |field: &'static str| Some((field, text(field)?));
    let mut numbers = NAMING.iter().filter_map(|field| number(field));
    numbers.find(|(_, text)| names_something(&search_key(text))).or_else(|| number("title"))
}

/// The case of the record that a row means.
fn case_of(work: &Work<'_>, row: &SourceRow) -> Result<CaseId> {
    let (field, text) = named(row).ok_or_else(|| refusal!("field_missing").at("number_department"))?;
    let found: Vec<(CaseId, String)> =
        work.all(include_str!("case_of_name.sql"), (text.trim(), search_key(text), field == "title"), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    match found.as_slice() {
        [(case, _)] => Ok(*case),
        [] => Err(refusal!("import_hearing_case_missing", number = text.trim()).at(field)),
        several => {
            let names: Vec<&str> = several.iter().map(|(_, name)| name.as_str()).collect();
            Err(refusal!("import_case_ambiguous", number = text.trim(), cases = names.join("、")).at(field))
        }
    }
}

/// Takes one hearing over, or fills in and renews what the record has of it.
fn one(work: &Work<'_>, source: i64, bundle: &Bundle<'_>, remarks: &mut Vec<Remark>) -> Result<Item> {
    if let Some(fault) = &bundle.fault {
        return Err(fault.clone());
    }
    let first = bundle.rows.first().ok_or_else(|| refusal!("field_missing").at("number_department"))?;
    let case = case_of(work, first)?;
    accounts::refuse_recused(work, work.by, case)?;
    let said = read::read(work, case, &bundle.rows, remarks)?;
    let memory: Option<(i64, HearingId, String, bool)> =
        work.maybe(include_str!("hearing_of_key.sql"), (source, &bundle.key), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
    let title: String = work.value("SELECT title FROM case_file WHERE id = ?1", [case])?;
    let item = |fate, changes| Item {
        fate,
        rows: bundle.rows.iter().map(|row| row.row).collect(),
        count: u32::try_from(bundle.rows.len()).unwrap_or(u32::MAX),
        key: bundle.key.clone(),
        title: format!("{title} {}", said.get("held_on").cloned().unwrap_or_default()),
        case: Some(case),
        changes,
    };
    let json = serde_json::to_string(&said)?;
    let standing = match &memory {
        Some((_, id, ..)) => Some(*id),
        None => of_day(work, case, &said)?,
    };
    let Some(id) = standing else {
        let id = hearings::take_over(work, work.day, &record::past(work, case, &said)?)?;
        work.insert(include_str!("hearing_insert.sql"), (case, id, source, &bundle.key, json))?;
        return Ok(item(Fate::New, Vec::new()));
    };
    let last: Said = match &memory {
        Some((.., text, _)) => serde_json::from_str(text)?,
        None => Said::new(),
    };
    let mut now = record::recorded(work, id, &last, &said)?;
    let changes = differing(bundle, &said, &last, &mut now, remarks);
    if !changes.is_empty() {
        hearings::renew(work, work.day, id, &record::past(work, case, &now)?)?;
    }
    match memory {
        None => drop(work.insert(include_str!("hearing_insert.sql"), (case, id, source, &bundle.key, json))?),
        Some((row, _, before, gone)) if before != json || gone => {
            work.write("UPDATE import_hearing SET said = ?2, vanished_on = NULL WHERE id = ?1", (row, json))?;
        }
        Some(_) => {}
    }
    Ok(item(if changes.is_empty() { Fate::Same } else { Fate::Changed }, changes))
}

/// The hearing of that case on that day, whoever recorded it.
fn of_day(work: &Work<'_>, case: CaseId, said: &Said) -> Result<Option<HearingId>> {
    let day = said.get("held_on").map(String::as_str).unwrap_or_default();
    let found: Vec<HearingId> = work.all(include_str!("hearing_of_day.sql"), (case, day), |row| row.get(0))?;
    match found.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        several => Err(refusal!("import_hearing_ambiguous", day = day, count = several.len()).at("hearing_on")),
    }
}

/// What the rows say otherwise than the record: taken over where the record still holds what the file said last or holds
/// nothing, remarked where somebody corrected it since. Lists of names only grow.
fn differing(
    bundle: &Bundle<'_>,
    said: &Said,
    last: &Said,
    now: &mut Said,
    remarks: &mut Vec<Remark>,
) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    for (place, value) in said {
        let stands = now.get(place).cloned().unwrap_or_default();
        let said_last = last.get(place).cloned().unwrap_or_default();
        let (kind, person) = place.split_once('@').unwrap_or((place, ""));
        let change = |after: &str| FieldChange {
            field: places::field_of(kind).to_owned(),
            person: person.to_owned(),
            before: stands.clone(),
            after: after.to_owned(),
        };
        if kind == "selection_reason"
            && now.get(&format!("selection@{person}")) != said.get(&format!("selection@{person}"))
        {
            // A reason says nothing of another way of choosing than its own; that the way differs is told already.
        } else if places::is_list(kind) {
            let (grown, struck) = places::grown(&stands, value, &said_last);
            if let Some(grown) = grown {
                changes.push(change(&grown));
                now.insert(place.clone(), grown);
            }
            if struck {
                remarks.extend(remark(bundle, kind, "import_hearing_differs"));
            }
        } else if search_key(value) == search_key(&stands) {
        } else if stands == said_last {
            changes.push(change(value));
            now.insert(place.clone(), value.clone());
        } else if said_last != *value {
            remarks.extend(remark(bundle, kind, "import_hearing_differs"));
        }
    }
    for place in last.keys().filter(|place| !said.contains_key(*place)) {
        let kind = place.split_once('@').map_or(place.as_str(), |(kind, _)| kind);
        remarks.push(Remark {
            row: bundle.rows.first().map_or(0, |row| row.row),
            column: places::field_of(kind).to_owned(),
            value: last.get(place).cloned().unwrap_or_default(),
            code: "import_value_gone".to_owned(),
        });
    }
    changes
}

/// A remark on the first cell that fills a place.
fn remark(bundle: &Bundle<'_>, place: &str, code: &str) -> Option<Remark> {
    bundle.rows.iter().find_map(|row| {
        let cell = row.cells.iter().find(|cell| places::place_of(&cell.field) == place)?;
        Some(Remark { row: row.row, column: cell.column.to_string(), value: cell.text.clone(), code: code.to_owned() })
    })
}

/// All rows of a hearing stay out; each stands in the list once, with what is wrong or with the row that is wrong.
fn stays_out(bundle: &Bundle<'_>, refused: &Refusal, outcome: &mut Outcome) {
    let at = refused.at.as_str();
    let fills = |field: &str| field == at || places::place_of(field) == at.split('.').next().unwrap_or_default();
    let cell_of = |row: &SourceRow| row.cells.iter().find(|cell| fills(&cell.field)).cloned();
    let row_given = refused.values.get("row").and_then(|row| row.parse::<u32>().ok());
    let guilty = bundle
        .rows
        .iter()
        .find(|row| row_given.map_or_else(|| cell_of(row).is_some(), |given| row.row == given))
        .or_else(|| bundle.rows.first());
    let because = guilty.map_or(0, |row| row.row);
    for row in &bundle.rows {
        let is_guilty = row.row == because;
        let cell = cell_of(row).filter(|_| is_guilty);
        let values = match is_guilty {
            true => refused.values.clone(),
            false => BTreeMap::from([("row".to_owned(), because.to_string())]),
        };
        outcome.refused.push(Refused {
            row: row.row,
            table: row.table.clone(),
            column: cell
                .as_ref()
                .map_or_else(|| if is_guilty { at.to_owned() } else { String::new() }, |cell| cell.column.to_string()),
            value: cell.map(|cell| cell.text).unwrap_or_default(),
            code: if is_guilty { refused.code.clone() } else { "import_hearing_refused".to_owned() },
            values,
            also: Vec::new(),
        });
    }
    let count = u32::try_from(bundle.rows.len()).unwrap_or(u32::MAX);
    outcome.tally.add(Fate::Refused, count);
    let title = bundle.rows.first().and_then(|row| named(row)).map(|(_, text)| text.to_owned());
    outcome.items.push(Item {
        fate: Fate::Refused,
        rows: bundle.rows.iter().map(|row| row.row).collect(),
        count,
        key: bundle.key.clone(),
        title: title.unwrap_or_default(),
        case: None,
        changes: Vec::new(),
    });
}

/// Marks what the source had last time and has no more; the record keeps it.
fn vanished(work: &Work<'_>, source: i64, seen: &BTreeSet<String>, outcome: &mut Outcome) -> Result<()> {
    let all: Vec<(i64, String, CaseId, String)> =
        work.all(include_str!("hearings_of_source.sql"), [source], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
    for (id, key, case, title) in all.into_iter().filter(|(_, key, ..)| !seen.contains(key)) {
        work.write("UPDATE import_hearing SET vanished_on = ?2 WHERE id = ?1", (id, work.day))?;
        outcome.tally.add(Fate::Vanished, 1);
        outcome.items.push(Item {
            fate: Fate::Vanished,
            rows: Vec::new(),
            count: 1,
            key,
            title,
            case: Some(case),
            changes: Vec::new(),
        });
    }
    Ok(())
}
