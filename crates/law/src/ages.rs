//! Ages that the law attaches something to (`rules/ages.toml`), and how full years are counted.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::rules::{self, RuleFault};
use crate::{Basis, Day};

/// How a year of age becomes full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeCount {
    /// From the birthday.
    Civil,
    /// From the day after the birthday.
    Criminal,
}

/// An age that the law names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Age {
    /// Stable id, for example `minor`.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Full years.
    pub years: u32,
    /// How they are counted.
    pub count: AgeCount,
    /// Where it comes from.
    pub basis: Vec<Basis>,
}

impl Age {
    /// Whether somebody born on that day has reached it on another.
    pub fn reached(&self, born: Day, on: Day) -> bool {
        full_years(born.ymd(), on, self.count).is_some_and(|years| years >= self.years)
    }
}

/// Full years of age on a day; `None` before the birth. Somebody born on 29 February turns a year older on
/// 1 March where the year has no such day.
pub fn full_years(born: (i32, u32, u32), on: Day, count: AgeCount) -> Option<u32> {
    let on = match count {
        AgeCount::Civil => on.ymd(),
        AgeCount::Criminal => on.checked_add_days(-1).map_or(on.ymd(), Day::ymd),
    };
    let (year, month, day) = born;
    let before_birthday = (on.1, on.2) < (month, day);
    let years = on.0 - year - i32::from(before_birthday);
    // On the day of birth itself a criminal count reaches back to the day before.
    match u32::try_from(years) {
        Ok(years) => Some(years),
        Err(_) if count == AgeCount::Criminal && years == -1 && !before(on, born) => Some(0),
        Err(_) => None,
    }
}

/// Whether `on`, one day short in a criminal count, still lies before the day before the birth.
fn before(on: (i32, u32, u32), born: (i32, u32, u32)) -> bool {
    let next = Day::from_ymd(on.0, on.1, on.2).ok().and_then(|day| day.checked_add_days(1));
    next.is_none_or(|next| next.ymd() < born)
}

static AGES: LazyLock<Vec<Age>> = LazyLock::new(|| match read() {
    Ok(ages) => ages,
    #[expect(clippy::panic, reason = "the file is part of the program and read by its tests")]
    Err(fault) => panic!("{fault}"),
});

/// The age with that id.
pub fn age(id: &str) -> Option<&'static Age> {
    AGES.iter().find(|age| age.id == id)
}

/// All ages.
pub fn all() -> &'static [Age] {
    &AGES
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    age: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    zh: String,
    en: String,
    years: u32,
    count: AgeCount,
    basis: Vec<String>,
}

fn read() -> Result<Vec<Age>, RuleFault> {
    let file: File = rules::read("ages.toml", include_str!("../rules/ages.toml"))?;
    let finish = |row: Row| {
        let basis = rules::bases(&row.basis, "ages.toml")?;
        Ok(Age { id: row.id, zh: row.zh, en: row.en, years: row.years, count: row.count, basis })
    };
    file.age.into_iter().map(finish).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(born: &str, on: &str, civil: Option<u32>, criminal: Option<u32>) {
        let years = |count| full_years(day(born).ymd(), day(on), count);
        assert_eq!((years(AgeCount::Civil), years(AgeCount::Criminal)), (civil, criminal), "born {born}, on {on}");
    }

    #[test]
    fn a_year_is_full_on_the_birthday_or_the_day_after() {
        check("2008-03-05", "2026-03-04", Some(17), Some(17));
        check("2008-03-05", "2026-03-05", Some(18), Some(17));
        check("2008-03-05", "2026-03-06", Some(18), Some(18));
        check("2008-02-29", "2026-02-28", Some(17), Some(17));
        check("2008-02-29", "2026-03-01", Some(18), Some(17));
        check("2008-02-29", "2024-03-01", Some(16), Some(16));
        check("2007-12-31", "2026-01-01", Some(18), Some(18));
        check("2026-03-05", "2026-03-05", Some(0), Some(0));
        check("2026-01-01", "2026-01-01", Some(0), Some(0));
        check("2026-03-05", "2026-03-04", None, None);
        check("2026-01-01", "2025-12-31", None, None);
    }

    #[test]
    fn a_minor_stays_one_through_the_eighteenth_birthday() {
        let minor = age("minor").unwrap();
        assert!(!minor.reached(day("2008-03-05"), day("2026-03-05")));
        assert!(minor.reached(day("2008-03-05"), day("2026-03-06")));
        let officer = age("hearing_officer").unwrap();
        assert!(officer.reached(day("2003-03-05"), day("2026-03-05")));
        assert!(age("no_such_age").is_none());
        assert!(all().iter().all(|age| !age.basis.is_empty() && !age.zh.is_empty() && !age.en.is_empty()));
    }
}
