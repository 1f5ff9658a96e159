//! Days in cells.

use anjuan_law::{
    Day,
    typed_day::{DateSystem, Setting, TypedDayError, from_number, read_all},
};

use super::SourceCell;

/// The days of a cell, each once, in their order. `before` is the day that 同年 and 次日 in it refer to.
///
/// A text whose meaning depends on the day of the import (`3-5`, `今天`) is refused: the same file would mean another
/// day next year.
pub(super) fn days_of(cell: &SourceCell, before: Option<Day>) -> Result<Vec<Day>, TypedDayError> {
    if let Some(day) = cell.day {
        return Ok(vec![day]);
    }
    if let Some(number) = cell.number {
        return from_number(number, DateSystem::From1900).map(|day| vec![day]);
    }
    let on = |today: Day| read_all(&cell.text, &Setting { today, context: before, year_last: cell.year_last });
    let (one, other) = (on(Day::MIN), on(Day::MIN.add_days(800)));
    match (one, other) {
        (Ok(one), Ok(other)) if one == other => {
            let mut days: Vec<Day> = Vec::new();
            for day in one {
                if !days.contains(&day) {
                    days.push(day);
                }
            }
            days.sort_unstable();
            Ok(days)
        }
        (Ok(_), _) | (_, Ok(_)) => Err(TypedDayError::Incomplete),
        (Err(error), Err(_)) => Err(error),
    }
}

/// Days as one value.
pub(super) fn joined(days: &[Day]) -> String {
    days.iter().map(ToString::to_string).collect::<Vec<_>>().join("；")
}

/// Days out of one value.
pub(super) fn parted(value: &str) -> Vec<Day> {
    value.split('；').filter_map(|part| part.parse().ok()).collect()
}
