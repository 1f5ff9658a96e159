//! What the office counts with: its days off and its own numbers, from the record.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use anjuan_law::{
    Calendar, Day,
    clock::{Settings, Warning},
    periods::Length,
};
use rusqlite::named_params;
use sha2::{Digest as _, Sha256};

use crate::{CaseId, Reading, Result, refusal};

/// The days off and the settings with which every sum of the office is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Counting {
    /// The days off that the program knows, and those that the office loaded.
    pub calendar: Arc<Calendar>,
    /// The office's own numbers and warnings.
    pub settings: Settings,
}

/// The key under which the office's settings keep whether the day before the last day in custody is red too.
pub(super) const CUSTODY_DAY_BEFORE_RED: &str = "custody_day_before_red";

/// The calendars made, by the years of their tables and the hashes of those.
type Calendars = BTreeMap<Vec<(i32, String)>, Arc<Calendar>>;

/// A calendar with the office's years is made once for each state of the table and kept: the years' hashes name it.
static MADE: LazyLock<Mutex<Calendars>> = LazyLock::new(Mutex::default);
/// So many are kept, for a program sees few states of one table.
const KEPT: usize = 8;

static EMBEDDED: LazyLock<Arc<Calendar>> = LazyLock::new(|| Arc::new(Calendar::embedded()));

/// What a face without an open office counts with.
pub fn plain() -> Counting {
    Counting { calendar: Arc::clone(&EMBEDDED), settings: Settings::default() }
}

/// What the office counts with now.
pub fn counting(reading: &Reading<'_>) -> Result<Counting> {
    Ok(Counting { calendar: calendar(reading)?, settings: settings(reading)? })
}

/// The short name of a year's table.
pub(super) fn hash_of(days: &str) -> String {
    Sha256::digest(days.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn calendar(reading: &Reading<'_>) -> Result<Arc<Calendar>> {
    let years: Vec<(i32, String)> = reading
        .all("SELECT year, sha256 FROM calendar_year ORDER BY year", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if years.is_empty() {
        return Ok(Arc::clone(&EMBEDDED));
    }
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(calendar) = made.get(&years) {
        return Ok(Arc::clone(calendar));
    }
    let mut calendar = Calendar::embedded();
    let tables: Vec<(i32, String)> =
        reading.all("SELECT year, days FROM calendar_year ORDER BY year", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (year, days) in tables {
        calendar.restore(year, &days).map_err(|_| refusal!("calendar_table_broken", year = year))?;
    }
    let calendar = Arc::new(calendar);
    if made.len() >= KEPT {
        made.clear();
    }
    made.insert(years, Arc::clone(&calendar));
    Ok(calendar)
}

fn settings(reading: &Reading<'_>) -> Result<Settings> {
    let mut settings = Settings::default();
    reading.each("SELECT rule, length, note, amber_days, red_days FROM period_setting", [], |row| {
        let rule: String = row.get("rule")?;
        let length: Option<String> = row.get("length")?;
        if let Some(length) = length.and_then(|text| text.parse::<Length>().ok()) {
            settings.lengths.insert(rule.clone(), length);
            settings.notes.insert(rule.clone(), row.get("note")?);
        }
        let warning = Warning { amber_days: row.get("amber_days")?, red_days: row.get("red_days")? };
        if warning != Warning::default() {
            settings.warnings.insert(rule, warning);
        }
        Ok(())
    })?;
    let red: Option<String> =
        reading.maybe("SELECT value FROM setting WHERE key = ?1", [CUSTODY_DAY_BEFORE_RED], |row| row.get(0))?;
    settings.custody_day_before_red = red.as_deref() == Some("yes");
    Ok(settings)
}

/// How far a sum may look beyond its own days for a day on which people work.
const LOOK_BEYOND: i64 = 31;

/// The cases whose due dates may be others since the office counted with `before`.
pub fn moved(reading: &Reading<'_>, before: &Counting) -> Result<BTreeSet<CaseId>> {
    let now = counting(reading)?;
    let mut cases = BTreeSet::new();
    let rules = rules_changed(&before.settings, &now.settings);
    if before.settings.custody_day_before_red != now.settings.custody_day_before_red {
        cases.extend(reading.all(include_str!("moved_custody.sql"), [], |row| row.get::<_, CaseId>(0))?);
    }
    if !rules.is_empty() {
        let bound = named_params! { ":rules": serde_json::to_string(&rules)? };
        cases.extend(reading.all(include_str!("moved_rules.sql"), bound, |row| row.get::<_, CaseId>(0))?);
    }
    if let Some((first, last)) = days_changed(&before.calendar, &now.calendar) {
        let bound = named_params! {
            ":first": first.add_days(-LOOK_BEYOND), ":last": last.add_days(LOOK_BEYOND),
        };
        cases.extend(reading.all(include_str!("moved_days.sql"), bound, |row| row.get::<_, CaseId>(0))?);
    }
    Ok(cases)
}

fn rules_changed(before: &Settings, now: &Settings) -> BTreeSet<String> {
    let named = |settings: &Settings| -> BTreeSet<String> {
        settings.lengths.keys().chain(settings.warnings.keys()).cloned().collect()
    };
    let differs = |rule: &String| {
        before.lengths.get(rule) != now.lengths.get(rule)
            || before.notes.get(rule) != now.notes.get(rule)
            || before.warnings.get(rule) != now.warnings.get(rule)
    };
    named(before).union(&named(now)).filter(|rule| differs(rule)).cloned().collect()
}

/// The first and the last day of which the two say otherwise: whether people work, what it is called, whether it is sure.
fn days_changed(before: &Calendar, now: &Calendar) -> Option<(Day, Day)> {
    if before == now {
        return None;
    }
    let differs = |day: &Day| {
        before.works(*day) != now.works(*day)
            || before.missing_for(*day) != now.missing_for(*day)
            || before.is_working_day(*day) != now.is_working_day(*day)
    };
    let all = || std::iter::successors(Some(Day::MIN), |day| day.checked_add_days(1)).filter(differs);
    let first = all().next()?;
    Some((first, all().last().unwrap_or(first)))
}
