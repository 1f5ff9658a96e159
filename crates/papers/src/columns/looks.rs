//! What values look like, whatever stands over them.

use crate::layout::plain;
use crate::read::{Cell, Value};
use anjuan_law::Day as CalendarDay;
use anjuan_law::numbers::{NumberKind, recognise};
use anjuan_law::text::is_bracket;
use anjuan_law::typed_day::{Setting, TypedDayError, YearLast, read_in};
use serde::{Deserialize, Serialize};

/// The kind of value that a column holds by the look of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Looks {
    /// A day in any of the usual forms.
    Day,
    /// A resident's ID number, old or new.
    IdNumber,
    /// A department's number of a case: `沪检刑诉受〔2026〕12号`.
    DepartmentNumber,
    /// A unified number of a case, figures only.
    UnifiedNumber,
    /// A number of one of our documents: `沪检刑诉〔2026〕12号`.
    DocumentNumber,
    /// A court's number: `（2017）沪0120刑初684号`.
    CourtNumber,
    /// A telephone number.
    Phone,
    /// 男, 女.
    Sex,
    /// A charge: ends in 罪.
    Charge,
    /// A running number: 1, 2, 3 …
    Sequence,
}

impl Looks {
    /// What most of the values look like: at least two of them and four in five.
    pub fn of<'c>(cells: impl Iterator<Item = &'c Cell>) -> Option<Looks> {
        let cells: Vec<&Cell> = cells.filter(|cell| !cell.is_blank()).collect();
        if cells.len() < 2 {
            return None;
        }
        let most = |looks: Looks| {
            let alike = cells.iter().filter(|cell| looks.fits(cell)).count();
            alike * 5 >= cells.len() * 4
        };
        if is_sequence(&cells) {
            return Some(Looks::Sequence);
        }
        [
            Looks::IdNumber,
            Looks::CourtNumber,
            Looks::UnifiedNumber,
            Looks::DepartmentNumber,
            Looks::DocumentNumber,
            Looks::Day,
            Looks::Phone,
            Looks::Sex,
            Looks::Charge,
        ]
        .into_iter()
        .find(|looks| most(*looks))
    }

    fn fits(self, cell: &Cell) -> bool {
        let text = plain(&cell.text);
        match self {
            Looks::Day => is_day(cell, &text),
            Looks::IdNumber => is_id_number(&text),
            Looks::DepartmentNumber => is_number(&text, NumberKind::Department) || is_short_department_number(&text),
            Looks::UnifiedNumber => is_number(&text, NumberKind::Unified),
            Looks::DocumentNumber => is_number(&text, NumberKind::Document),
            Looks::CourtNumber => is_number(&text, NumberKind::Court),
            Looks::Phone => is_phone(&text),
            Looks::Sex => matches!(text.as_str(), "男" | "女" | "男性" | "女性" | "Male" | "Female" | "M" | "F"),
            Looks::Charge => text.ends_with('罪') && text.chars().count() <= 40,
            Looks::Sequence => false,
        }
    }
}

fn is_sequence(cells: &[&Cell]) -> bool {
    let numbers: Vec<i64> = cells.iter().filter_map(|cell| plain(&cell.text).parse().ok()).collect();
    let steps = numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1 || pair[1] == pair[0]).count();
    numbers.len() == cells.len() && numbers.first().is_some_and(|&n| n <= 1) && steps + 1 == numbers.len()
}

fn is_number(text: &str, kind: NumberKind) -> bool {
    recognise(text).is_some_and(|number| number.kind == kind)
}

/// Older and home-kept ledgers give a running number of the office's own where the system gives one of
/// twelve figures; what is received still ends in 受 before its year.
fn is_short_department_number(text: &str) -> bool {
    let word = text.split(is_bracket).next().unwrap_or_default();
    word.ends_with('受') && is_number(text, NumberKind::Document)
}

/// A day in a form that shows its year, or a word that refers to one. `3.5` may be a day, but a column of
/// such is more often a column of amounts.
fn is_day(cell: &Cell, text: &str) -> bool {
    if matches!(cell.value, Value::Date(_)) {
        return true;
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let shows = digits >= 5 || text.contains(['年', '月', '日']);
    // Only the form counts here, so any day will do to stand on.
    let setting =
        Setting { today: CalendarDay::MAX, context: Some(CalendarDay::MAX), year_last: Some(YearLast::MonthFirst) };
    let has_form = || match read_in(&cell.text, &setting) {
        Ok(_) => true,
        Err(error) => matches!(
            error,
            TypedDayError::Several(_) | TypedDayError::NoSuchDay | TypedDayError::Weekday | TypedDayError::Ambiguous
        ),
    };
    shows && has_form()
}

/// By form alone; whether the check digit holds is a question for later, and a wrong one is still an
/// ID number.
fn is_id_number(text: &str) -> bool {
    let Some((last, body)) = text.as_bytes().split_last() else { return false };
    let digits = body.iter().all(u8::is_ascii_digit);
    match body.len() {
        17 => digits && (last.is_ascii_digit() || matches!(last, b'X' | b'x')),
        14 => digits && last.is_ascii_digit(),
        _ => false,
    }
}

fn is_phone(text: &str) -> bool {
    let digits: String = text.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    digits.bytes().all(|b| b.is_ascii_digit())
        && (digits.len() == 11 && digits.starts_with('1')
            || (10..=12).contains(&digits.len()) && digits.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(values: &[&str]) -> Option<Looks> {
        let cells: Vec<Cell> = values.iter().map(|text| Cell::text(*text)).collect();
        Looks::of(cells.iter())
    }

    #[test]
    fn values_tell_what_they_are() {
        for (values, expected) in [
            (&["2017年6月15日", "二〇一八年七月十六日", "同年8月22日", "次日", "20260305"][..], Some(Looks::Day)),
            (&["4/8/2019 12:00:00 AM", "11/19/2019 12:00:00 AM"], Some(Looks::Day)),
            (&["11010119900101001X", "110101900101001", "１１０１０１１９９００１０１００１０"], Some(Looks::IdNumber)),
            (&["江检刑诉受〔2026〕12号", "江检刑捕受[2026]3号"], Some(Looks::DepartmentNumber)),
            (&["沪奉检诉刑诉［2017］700号", "浦检公刑诉（2019）13号"], Some(Looks::DocumentNumber)),
            (&["3.5", "12.5", "0.5"], None),
            (&["（2017）沪0120刑初684号", "(2018)沪0105刑初655号"], Some(Looks::CourtNumber)),
            (&["13800000000", "021-58000000"], Some(Looks::Phone)),
            (&["男", "女", ""], Some(Looks::Sex)),
            (&["盗窃罪", "诈骗罪"], Some(Looks::Charge)),
            (&["1", "2", "3"], Some(Looks::Sequence)),
            (&["张某", "李某"], None),
            (&["盗窃罪"], None),
            (&["2017年6月15日", "不详", "无"], None),
        ] {
            assert_eq!(looks(values), expected, "{values:?}");
        }
    }
}
