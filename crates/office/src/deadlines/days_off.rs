//! The office's days off: a year's table from a file, in the place of what was known.

use anjuan_law::{Calendar, Day, calendar::RowRefusal};
use rusqlite::named_params;
use serde::Serialize;

use super::counting::{counting, hash_of};
use crate::{Reading, Refusal, Result, Work};

/// What a file of days off brings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CalendarLoaded {
    /// Years that had no table before.
    pub years: Vec<i32>,
    /// Years whose table this one takes the place of.
    pub replaced: Vec<i32>,
    /// Years of which the file names only some days.
    pub amended: Vec<i32>,
    /// Days the file names.
    pub days: usize,
    /// Days of years with a table on which people work now and did not, or the reverse.
    pub changed: Vec<Day>,
    /// What is wrong with the file, row by row. With any, nothing is taken.
    pub faults: Vec<CalendarFault>,
}

/// One row, or the whole file, that can't be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CalendarFault {
    /// Line in the file, the heading being 1; 0 for the file as a whole.
    pub line: u64,
    /// What is wrong and what to do.
    pub refusal: Refusal,
}

/// A year of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// `program`: it came with the program; `office`: the office loaded it.
    pub from: &'static str,
    /// The file it came from.
    pub file_name: Option<String>,
    /// The day it was loaded.
    pub loaded_on: Option<Day>,
}

/// Says what a file would bring, and takes nothing.
pub fn plan(reading: &Reading<'_>, text: &str) -> Result<CalendarLoaded> {
    let mut calendar = Calendar::clone(&counting(reading)?.calendar);
    Ok(match calendar.load(text) {
        Ok(loaded) => CalendarLoaded {
            years: loaded.years,
            replaced: loaded.replaced,
            amended: loaded.amended,
            days: loaded.days,
            changed: loaded.changed,
            faults: Vec::new(),
        },
        Err(faults) => CalendarLoaded { faults: faults.iter().map(fault).collect(), ..CalendarLoaded::default() },
    })
}

/// Takes the days off of a file into the record. With one bad row nothing is taken, and the first is the refusal.
pub fn load(work: &Work<'_>, file_name: &str, text: &str) -> Result<CalendarLoaded> {
    let loaded = plan(work, text)?;
    if let Some(first) = loaded.faults.first() {
        let more = loaded.faults.len() - 1;
        return Err(first
            .refusal
            .clone()
            .at(format!("row:{}", first.line))
            .with("line", first.line)
            .with("more", more));
    }
    let mut calendar = Calendar::clone(&counting(work)?.calendar);
    // The same text was read a moment ago.
    let _ = calendar.load(text);
    for year in loaded.years.iter().chain(&loaded.replaced).chain(&loaded.amended) {
        let days = calendar.table(*year);
        let bound = named_params! {
            ":year": year, ":days": days, ":sha256": hash_of(&days), ":file_name": file_name, ":loaded_on": work.day,
        };
        work.write(include_str!("calendar_save.sql"), bound)?;
    }
    Ok(loaded)
}

/// The years that have their table, in order.
pub fn years(reading: &Reading<'_>) -> Result<Vec<CalendarYear>> {
    let own = reading.all("SELECT year, file_name, loaded_on FROM calendar_year", [], |row| {
        Ok(CalendarYear { year: row.get(0)?, from: "office", file_name: row.get(1)?, loaded_on: row.get(2)? })
    })?;
    let years = counting(reading)?.calendar.years();
    let of = |year: i32| own.iter().find(|own| own.year == year).cloned();
    let program = |year| CalendarYear { year, from: "program", file_name: None, loaded_on: None };
    Ok(years.into_iter().map(|year| of(year).unwrap_or_else(|| program(year))).collect())
}

/// The table of a year in the form in which it can be loaded again; empty where the year has none.
pub fn table(reading: &Reading<'_>, year: i32) -> Result<String> {
    Ok(counting(reading)?.calendar.table(year))
}

fn fault(row: &RowRefusal) -> CalendarFault {
    let mut refusal = Refusal::new(row.fault.code());
    if let Ok(serde_json::Value::Object(values)) = serde_json::to_value(&row.fault) {
        for (name, value) in values.into_iter().filter(|(name, value)| name != "code" && !value.is_null()) {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            refusal.values.insert(name, text);
        }
    }
    refusal.values.insert("line".to_owned(), row.line.to_string());
    CalendarFault { line: row.line, refusal }
}
