//! A year's table as the office loads it: columns `date`, `kind`, `name` and, if there is one, `name_en`, in any order
//! and among others; kind `off` (or `holiday`) or `work` (or `makeup_workday`).

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Calendar, Entry};
use crate::periods::counting_data as data;
use crate::{Day, Words};

/// The heading of a table.
const HEADING: &str = "date,kind,name,name_en\n";

/// What a loaded file brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loaded {
    /// Years that have their table now and had none before.
    pub years: Vec<i32>,
    /// Years that had a table and have this one in its place: the file named a whole year.
    pub replaced: Vec<i32>,
    /// Years of which the file named only some days; the rest of their table stays.
    pub amended: Vec<i32>,
    /// Days the file named.
    pub days: usize,
    /// Days of years with a table that people work now and did not, or the reverse: a person should look at them.
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
    /// The heading lacks `date`, `kind` or `name`.
    CalendarHeading,
    /// The row cannot be read as cells, or has too few or too many.
    CalendarRowShape,
    /// The first cell is not a day written `2027-01-01`.
    CalendarRowDate {
        /// What stands there.
        text: String,
    },
    /// The kind is neither `off` nor `work`, nor another name of these.
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
    /// come with it. A whole year takes the place of the table there was; some days of it change those.
    pub fn load(&mut self, text: &str) -> Result<Loaded, Vec<RowRefusal>> {
        let mut faults = Vec::new();
        let rows = self.rows(text, &mut faults);
        let fresh = self.fresh_years(&rows, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        let before = self.clone();
        let known = rows.keys().map(|day| day.year()).filter(|year| !fresh.contains(year)).collect::<BTreeSet<i32>>();
        let (replaced, amended): (Vec<i32>, Vec<i32>) = known.into_iter().partition(|year| whole(&rows, *year).is_ok());
        let days = rows.len();
        fresh.iter().chain(&replaced).for_each(|year| self.clear(*year));
        for (day, row) in rows {
            self.set(day, row.works, row.name);
        }
        fresh.iter().for_each(|year| self.mark_loaded(*year));
        let touched = replaced.iter().chain(&amended);
        let changed = touched.flat_map(|year| days_of(*year)).filter(|day| before.works(*day) != self.works(*day));
        Ok(Loaded { changed: changed.collect(), years: fresh.into_iter().collect(), replaced, amended, days })
    }

    /// A year's table in the form that [`Calendar::load`] reads; empty where the year has none.
    pub fn table(&self, year: i32) -> String {
        let mut out = String::new();
        let entries = days_of(year).filter_map(|day| Some((day, self.entries.get(&day)?)));
        // A weekday on which people work after all is an ordinary one.
        for (day, entry) in entries.filter(|(day, entry)| day.is_weekend() || !entry.works) {
            let kind = if entry.works { "work" } else { "off" };
            let cell = |text: &str| text.replace([',', '"', '\r', '\n'], " ");
            out.push_str(&format!("{day},{kind},{},{}\n", cell(&entry.name.zh), cell(&entry.name.en)));
        }
        if out.is_empty() { out } else { format!("{HEADING}{out}") }
    }

    /// Puts a table that [`Calendar::table`] gave in the place of that year's.
    pub fn restore(&mut self, year: i32, table: &str) -> Result<(), Vec<RowRefusal>> {
        self.clear(year);
        let mut faults = Vec::new();
        for (day, row) in self.rows(table, &mut faults) {
            self.set(day, row.works, row.name);
        }
        self.mark_loaded(year);
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// Takes all that the year's table said back: weekends only.
    fn clear(&mut self, year: i32) {
        for day in days_of(year) {
            if self.entries.remove(&day).is_some() {
                self.put(day, !day.is_weekend());
            }
        }
    }

    fn rows(&self, text: &str, faults: &mut Vec<RowRefusal>) -> BTreeMap<Day, Entry> {
        let mut rows = BTreeMap::new();
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut columns: Option<Columns> = None;
        for record in reader.records() {
            let Ok(record) = record else {
                faults.push(RowRefusal { line: 0, fault: RowFault::CalendarRowShape });
                continue;
            };
            let line = record.position().map_or(0, csv::Position::line);
            let cells: Vec<&str> = record.iter().collect();
            let Some(columns) = &columns else {
                columns = Columns::of(&cells);
                if columns.is_none() {
                    faults.push(RowRefusal { line, fault: RowFault::CalendarHeading });
                    return rows;
                }
                continue;
            };
            match self.row(columns, &cells) {
                Ok((day, _)) if rows.contains_key(&day) => {
                    faults.push(RowRefusal { line, fault: RowFault::CalendarRowTwice { day } });
                }
                Ok((day, entry)) => {
                    rows.insert(day, entry);
                }
                Err(fault) => faults.push(RowRefusal { line, fault }),
            }
        }
        if columns.is_none() {
            faults.push(RowRefusal { line: 0, fault: RowFault::CalendarHeading });
        }
        rows
    }

    fn row(&self, columns: &Columns, cells: &[&str]) -> Result<(Day, Entry), RowFault> {
        if cells.len() != columns.number {
            return Err(RowFault::CalendarRowShape);
        }
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        let (date, kind, name) = (cell(columns.date), cell(columns.kind), cell(columns.name));
        let name_en = columns.name_en.map(cell).filter(|text| !text.is_empty()).unwrap_or(name);
        let day: Day = date.parse().map_err(|_| RowFault::CalendarRowDate { text: date.into() })?;
        let works = match kind {
            "work" | "makeup_workday" => true,
            "off" | "holiday" => false,
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
            match self::whole(rows, year) {
                Err(fault) => faults.push(RowRefusal { line: 0, fault }),
                Ok(()) => drop(whole.insert(year)),
            }
        }
        whole
    }
}

/// Where the columns of a file stand. Others than these are passed over.
struct Columns {
    date: usize,
    kind: usize,
    name: usize,
    name_en: Option<usize>,
    number: usize,
}

impl Columns {
    fn of(heading: &[&str]) -> Option<Columns> {
        let at = |name: &str| heading.iter().position(|cell| *cell == name);
        let number = heading.len();
        Some(Columns { date: at("date")?, kind: at("kind")?, name: at("name")?, name_en: at("name_en"), number })
    }
}

/// Whether the rows hold a whole table of that year.
fn whole(rows: &BTreeMap<Day, Entry>, year: i32) -> Result<(), RowFault> {
    let off: Vec<&Day> =
        rows.iter().filter(|(day, row)| day.year() == year && !row.works).map(|(day, _)| day).collect();
    let fixed = data::FIXED_DAYS_OFF.iter().filter_map(|(month, day)| Day::from_ymd(year, *month, *day).ok());
    let missing = fixed.into_iter().find(|day| !off.contains(&day));
    if missing.is_some() || off.len() < data::LEAST_DAYS_OFF {
        return Err(RowFault::CalendarYearIncomplete { year, missing, days_off: off.len() });
    }
    Ok(())
}

fn days_of(year: i32) -> impl Iterator<Item = Day> {
    let first = Day::from_ymd(year, 1, 1).ok();
    std::iter::successors(first, |day| day.checked_add_days(1)).take_while(move |day| day.year() == year)
}
