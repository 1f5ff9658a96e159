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
    let text = with_chinese_zero(&cell.text);
    let on = |today: Day| read_all(&text, &Setting { today, context: before, year_last: cell.year_last });
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

/// `二0一六年` is `二〇一六年`: the zero that keyboards have, between Chinese figures.
fn with_chinese_zero(text: &str) -> String {
    let is_figure = |c: Option<&char>| c.is_some_and(|c| "〇零一二三四五六七八九○".contains(*c));
    let letters: Vec<char> = text.chars().collect();
    let zero = |at: usize, c: char| {
        let beside = is_figure(at.checked_sub(1).and_then(|at| letters.get(at))) || is_figure(letters.get(at + 1));
        if matches!(c, '0' | '０' | 'O' | 'o' | 'Ｏ') && beside { '〇' } else { c }
    };
    letters.iter().enumerate().map(|(at, c)| zero(at, *c)).collect()
}

/// Days as one value.
pub(super) fn joined(days: &[Day]) -> String {
    days.iter().map(ToString::to_string).collect::<Vec<_>>().join("；")
}

/// Days out of one value.
pub(super) fn parted(value: &str) -> Vec<Day> {
    value.split('；').filter_map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_zero_among_chinese_figures_is_a_zero() {
        for (text, day) in [
            ("二0一六年十一月二十二日", "2016-11-22"),
            ("二O二○年三月五日", "2020-03-05"),
            ("2020年10月05日", "2020-10-05"),
        ] {
            let cell = SourceCell { text: text.to_owned(), ..SourceCell::default() };
            assert_eq!(joined(&days_of(&cell, None).unwrap()), day, "{text}");
        }
    }
}
