//! Days as people type them and as documents write them.
//!
//! `20260305`, `2026-3-5`, `3.5`, `今天`, `+15`, `2018.07.16`, `二〇一八年七月十六日`, `同年8月22日`, `次日`: each has one
//! meaning or is refused with a code. A form that two people would read differently (`16/7/2018`, `26-3-5`) is
//! refused unless the order of its figures is told. A time of day after the day is left out; a weekday after it must fit.

mod cell;
mod several;
mod tokens;
mod words;

use crate::Day;
use crate::text::{half_width, is_invisible};

pub use cell::{DateSystem, from_number};
pub use several::read_all;
use tokens::Token;

/// The order of figures in dates that end with the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearLast {
    /// `7/16/2018`
    MonthFirst,
    /// `16/7/2018`
    DayFirst,
}

/// What a reading stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Today, for `今天`, `+15` and the year of `3-5`.
    pub today: Day,
    /// The day spoken of before, for `同年`, `同月`, `当日`, `次日`; its year is also that of `3-5`.
    pub context: Option<Day>,
    /// How dates that end with the year are meant; `None` refuses them.
    pub year_last: Option<YearLast>,
}

impl Setting {
    /// Typed by somebody today, nothing spoken of before.
    pub fn today(today: Day) -> Setting {
        Setting { today, context: None, year_last: None }
    }
}

/// Why a text is not one day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypedDayError {
    /// Nothing is written.
    #[error("nothing is written")]
    Empty,
    /// A word or mark that says there is none: `无`, `/`, `不详`.
    #[error("says that there is none")]
    Absent,
    /// Not a form of a day.
    #[error("not a form of a day")]
    Form,
    /// Year or month only.
    #[error("the day of the month is missing")]
    Incomplete,
    /// It could mean several days.
    #[error("could mean several days")]
    Ambiguous,
    /// The calendar has no such day.
    #[error("the calendar has no such day")]
    NoSuchDay,
    /// Before 1900 or after 2199.
    #[error("outside the years 1900 to 2199")]
    Range,
    /// `同年`, `次日` and the like with nothing spoken of before.
    #[error("refers to a day that is not there")]
    WithoutContext,
    /// The weekday written beside it is another one.
    #[error("the weekday does not fit")]
    Weekday,
    /// Several days stand in the text.
    #[error("{0} days are written")]
    Several(usize),
}

impl TypedDayError {
    /// The code of the refusal: `refusal_<code>` and `remedy_<code>` are its words.
    pub fn code(&self) -> &'static str {
        match self {
            TypedDayError::Empty => "day_empty",
            TypedDayError::Absent => "day_absent",
            TypedDayError::Form => "day_form",
            TypedDayError::Incomplete => "day_incomplete",
            TypedDayError::Ambiguous => "day_ambiguous",
            TypedDayError::NoSuchDay => "day_no_such_day",
            TypedDayError::Range => "day_range",
            TypedDayError::WithoutContext => "day_without_context",
            TypedDayError::Weekday => "day_weekday",
            TypedDayError::Several(_) => "day_several",
        }
    }
}

/// Reads one day as typed, with the day spoken of before where there is one.
pub fn read(text: &str, today: Day, context: Option<Day>) -> Result<Day, TypedDayError> {
    read_in(text, &Setting { context, ..Setting::today(today) })
}

/// Reads one day.
pub fn read_in(text: &str, setting: &Setting) -> Result<Day, TypedDayError> {
    match read_one(text, setting) {
        Err(TypedDayError::Form) => match read_all(text, setting) {
            Ok(days) if days.len() > 1 => Err(TypedDayError::Several(days.len())),
            _ => Err(TypedDayError::Form),
        },
        read => read,
    }
}

/// As [`read_in`], but several days are of the wrong form like anything else.
fn read_one(text: &str, setting: &Setting) -> Result<Day, TypedDayError> {
    let clean: String =
        text.chars().map(half_width).filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).collect();
    let clean = clean.trim();
    if clean.is_empty() {
        return Err(TypedDayError::Empty);
    }
    if words::says_none(clean) {
        return Err(TypedDayError::Absent);
    }
    let (rest, weekday) = words::split_weekday(clean);
    let rest = words::without_time(rest)?;
    let compact: String = rest.chars().filter(|c| !c.is_whitespace()).collect();
    let day = match words::relative(&compact, setting) {
        Some(day) => day?,
        None => written(&compact, setting)?,
    };
    match weekday {
        Some(weekday) if weekday != day.weekday() => Err(TypedDayError::Weekday),
        _ => Ok(day),
    }
}

/// A day written in figures or Chinese numerals, perhaps after `同年`, `去年`, `同月`.
fn written(text: &str, setting: &Setting) -> Result<Day, TypedDayError> {
    let (prefix, rest) = words::prefix(text, setting)?;
    let tokens = tokens::split(rest).ok_or(TypedDayError::Form)?;
    let year_at_hand = prefix.map_or(setting.context.unwrap_or(setting.today).year(), |p| p.year);
    match (prefix.map(|p| p.month), tokens.as_slice()) {
        (Some(Some(month)), [day, rest @ ..]) if ends(rest) => make(year_at_hand, month, day.month_or_day()?),
        (Some(Some(_)), _) => Err(TypedDayError::Form),
        (None, [all]) if all.digits == 8 && all.after.is_none() => from_eight(all.value),
        (None, [year, month, day, rest @ ..]) if year.is_year() && ends(rest) && fit(year, month, day) => {
            make(year.value as i32, month.month_or_day()?, day.month_or_day()?)
        }
        (None, [year, rest @ ..]) if year.is_year() && rest.len() < 2 => Err(TypedDayError::Incomplete),
        (None, [a, b, year]) if year.is_year() && a.is_separated() && a.after == b.after && year.after.is_none() => {
            let (a, b) = (a.month_or_day()?, b.month_or_day()?);
            match setting.year_last {
                Some(YearLast::MonthFirst) => make(year.value as i32, a, b),
                Some(YearLast::DayFirst) => make(year.value as i32, b, a),
                None => Err(TypedDayError::Ambiguous),
            }
        }
        (None, [short, month, day]) if short.digits == 2 && fit(short, month, day) => Err(TypedDayError::Ambiguous),
        (None, [one]) if one.digits == 6 && one.after.is_none() => Err(TypedDayError::Ambiguous),
        (_, [month, day]) if fit_two(month, day) => make(year_at_hand, month.month_or_day()?, day.month_or_day()?),
        (_, [month]) if month.after == Some('月') => Err(TypedDayError::Incomplete),
        _ => Err(TypedDayError::Form),
    }
}

/// Whether three figures are parted as a date is: by the same mark, or by `年`, `月` and `日`.
fn fit(year: &Token, month: &Token, day: &Token) -> bool {
    match (year.after, month.after, day.after) {
        (Some('年'), Some('月'), None | Some('日' | '号')) => true,
        (Some(a), Some(b), None) => a == b && year.is_separated(),
        _ => false,
    }
}

fn fit_two(month: &Token, day: &Token) -> bool {
    match (month.after, day.after) {
        (Some('月'), None | Some('日' | '号')) => true,
        (Some(_), None) => month.is_separated(),
        _ => false,
    }
}

fn ends(rest: &[Token]) -> bool {
    rest.is_empty()
}

fn from_eight(figures: u32) -> Result<Day, TypedDayError> {
    make((figures / 10_000) as i32, figures / 100 % 100, figures % 100)
}

fn make(year: i32, month: u32, day: u32) -> Result<Day, TypedDayError> {
    use crate::DayError;
    Day::from_ymd(year, month, day).map_err(|error| match error {
        DayError::Range => TypedDayError::Range,
        DayError::NoSuchDay | DayError::Form => TypedDayError::NoSuchDay,
    })
}
