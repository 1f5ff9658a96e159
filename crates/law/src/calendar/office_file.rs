//! A year's table as the office loads it: `date,kind,name[,name_en]`, kind `off` or `work`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Calendar, Entry};
use crate::periods::counting_data as data;
use crate::{Day, Words};

/// What a loaded file brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loaded {
    /// Years that have their table now and had none before.
    pub years: Vec<i32>,
    /// Days the file named.
    pub days: usize,
    /// Days that stood otherwise before: a person should look at them.
    pub changed: Vec<Day>,
}

/// One row, or the whole file, that could not be taken. Nothing of the file is loaded then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowRefusal {
    /// Line in the file, the heading being 1; 0 for a fault of the file as a whole.
    pub line: u64,
    /// What is wrong.
    #[serde(flatten)]
    pub fault: RowFault,
}

/// What is wrong with a row or a file of days off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum RowFault {
    /// The heading is not `date,kind,name` or `date,kind,name,name_en`.
    CalendarHeading,
    /// The row cannot be read as cells, or has too few or too many.
    CalendarRowShape,
    /// The first cell is not a day written `2027-01-01`.
    CalendarRowDate {
        /// What stands there.
        text: String,
    },
    /// The second cell is neither `off` nor `work`.
    CalendarRowKind {
        /// What stands there.
        text: String,
    },
    /// The name of the holiday is missing.
    CalendarRowName,
    /// The day stands twice in the file.
    CalendarRowTwice {
        /// The day.
        day: Day,
    },
    /// A made-up working day on a weekday that is no day off: it says nothing, so it is a slip.
    CalendarRowWeekday {
        /// The day.
        day: Day,
    },
    /// The year would not be whole: a fixed day off is missing, or there are too few.
    CalendarYearIncomplete {
        /// The year.
        year: i32,
        /// The first fixed day off that is missing, if one is.
        missing: Option<Day>,
        /// Days off that the file names for the year.
        days_off: usize,
    },
}

impl RowFault {
    /// The fault's code; its words are `refusal_<code>` and `remedy_<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            RowFault::CalendarHeading => "calendar_heading",
            RowFault::CalendarRowShape => "calendar_row_shape",
            RowFault::CalendarRowDate { .. } => "calendar_row_date",
            RowFault::CalendarRowKind { .. } => "calendar_row_kind",
            RowFault::CalendarRowName => "calendar_row_name",
            RowFault::CalendarRowTwice { .. } => "calendar_row_twice",
            RowFault::CalendarRowWeekday { .. } => "calendar_row_weekday",
            RowFault::CalendarYearIncomplete { .. } => "calendar_year_incomplete",
        }
    }
}

impl Calendar {
    /// Takes the days off of further years, or changes of a year, from the text of a file in UTF-8.
    ///
    /// All or nothing: with one bad row the calendar stays as it was and every fault is named. A
    /// year that had no table must come whole; days of the last week of December before it may
    /// come with it.
    pub fn load(&mut self, text: &str) -> Result<Loaded, Vec<RowRefusal>> {
        let mut faults = Vec::new();
        let rows = self.rows(text, &mut faults);
        let fresh = self.fresh_years(&rows, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        let stands = |day: &Day, row: &Entry| self.entries.get(day).map(|e| e.works) == Some(row.works);
        let changed = rows
            .iter()
            .filter(|(day, row)| self.loaded(day.year()) && !fresh.contains(&day.year()) && !stands(day, row))
            .map(|(day, _)| *day)
            .collect();
        let loaded = Loaded { years: fresh.iter().copied().collect(), days: rows.len(), changed };
        for (day, row) in rows {
            self.set(day, row.works, row.name);
        }
        fresh.into_iter().for_each(|year| self.mark_loaded(year));
        Ok(loaded)
    }

    fn rows(&self, text: &str, faults: &mut Vec<RowRefusal>) -> BTreeMap<Day, Entry> {
        let mut rows = BTreeMap::new();
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut headed = false;
        for record in reader.records() {
            let Ok(record) = record else {
                faults.push(RowRefusal { line: 0, fault: RowFault::CalendarRowShape });
                continue;
            };
            let line = record.position().map_or(0, csv::Position::line);
            let cells: Vec<&str> = record.iter().collect();
            if !headed {
                headed = true;
                if !matches!(cells[..], ["date", "kind", "name"] | ["date", "kind", "name", "name_en"]) {
                    faults.push(RowRefusal { line, fault: RowFault::CalendarHeading });
                    return rows;
                }
                continue;
            }
            match self.row(&cells) {
                Ok((day, _)) if rows.contains_key(&day) => {
                    faults.push(RowRefusal { line, fault: RowFault::CalendarRowTwice { day } });
                }
                Ok((day, entry)) => {
                    rows.insert(day, entry);
                }
                Err(fault) => faults.push(RowRefusal { line, fault }),
            }
        }
        if !headed {
            faults.push(RowRefusal { line: 0, fault: RowFault::CalendarHeading });
        }
        rows
    }

    fn row(&self, cells: &[&str]) -> Result<(Day, Entry), RowFault> {
        let (date, kind, name, name_en) = match *cells {
            [date, kind, name] => (date, kind, name, name),
            [date, kind, name, ""] => (date, kind, name, name),
            [date, kind, name, name_en] => (date, kind, name, name_en),
            _ => return Err(RowFault::CalendarRowShape),
        };
        let day: Day = date.parse().map_err(|_| RowFault::CalendarRowDate { text: date.into() })?;
        let works = match kind {
            "work" => true,
            "off" => false,
            _ => return Err(RowFault::CalendarRowKind { text: kind.into() }),
        };
        if name.is_empty() {
            return Err(RowFault::CalendarRowName);
        }
        if works && !day.is_weekend() && !self.entries.contains_key(&day) {
            return Err(RowFault::CalendarRowWeekday { day });
        }
        Ok((day, Entry { works, name: Words::owned(name, name_en) }))
    }

    /// Years of the file that have no table yet; each must be whole.
    fn fresh_years(&self, rows: &BTreeMap<Day, Entry>, faults: &mut Vec<RowRefusal>) -> BTreeSet<i32> {
        let named: BTreeSet<i32> = rows.keys().map(|day| day.year()).filter(|year| !self.loaded(*year)).collect();
        let mut whole = BTreeSet::new();
        for year in named {
            let off: Vec<&Day> =
                rows.iter().filter(|(day, row)| day.year() == year && !row.works).map(|(day, _)| day).collect();
            let missing = data::FIXED_DAYS_OFF
                .iter()
                .filter_map(|(month, day)| Day::from_ymd(year, *month, *day).ok())
                .find(|day| !off.contains(&day));
            if missing.is_some() || off.len() < data::LEAST_DAYS_OFF {
                let fault = RowFault::CalendarYearIncomplete { year, missing, days_off: off.len() };
                faults.push(RowRefusal { line: 0, fault });
            } else {
                whole.insert(year);
            }
        }
        whole
    }
}
