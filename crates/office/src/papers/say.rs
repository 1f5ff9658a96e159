//! How values are written on paper.

use anjuan_law::{Day, choice};
use serde_json::{Value, json};

use crate::hearings::TimeOfDay;

/// The text, or nothing where there is none.
pub(super) fn text(text: &str) -> Value {
    let text = text.trim();
    if text.is_empty() { Value::Null } else { json!(text) }
}

/// A choice of the vocabulary in words; a code that is not known stands as it is.
pub(super) fn chosen(list: &str, code: &str) -> Value {
    text(choice(list, code).map_or(code, |choice| &choice.zh))
}

/// `2026年3月5日`.
pub(super) fn day(day: Option<Day>) -> Value {
    day.map_or(Value::Null, |day| json!(day.on_paper()))
}

/// `星期四`.
pub(super) fn weekday(day: Option<Day>) -> Value {
    const NAMES: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    let name = day.and_then(|day| NAMES.get(day.weekday().num_days_from_monday() as usize));
    name.map_or(Value::Null, |name| json!(format!("星期{name}")))
}

fn hours_and_minutes(time: TimeOfDay) -> (u32, u32) {
    let written = time.to_string();
    let (hours, minutes) = written.split_once(':').unwrap_or_default();
    (hours.parse().unwrap_or_default(), minutes.parse().unwrap_or_default())
}

fn minutes_in_words(minutes: u32) -> String {
    if minutes == 0 { String::new() } else { format!("{minutes:02}分") }
}

/// `上午9时`, `下午2时30分`: as an appointment is made.
pub(super) fn appointment(time: Option<TimeOfDay>) -> Value {
    let Some(time) = time else { return Value::Null };
    let (hours, minutes) = hours_and_minutes(time);
    let (half, hours) = match hours {
        0..12 => ("上午", hours),
        12 => ("中午", 12),
        _ => ("下午", hours - 12),
    };
    json!(format!("{half}{hours}时{}", minutes_in_words(minutes)))
}

/// `14时05分`: as a record has it.
pub(super) fn clock(time: Option<TimeOfDay>) -> Value {
    let Some(time) = time else { return Value::Null };
    let (hours, minutes) = hours_and_minutes(time);
    json!(format!("{hours}时{minutes:02}分"))
}

/// `是`, `否`, nothing.
pub(super) fn yes_no(yes: Option<bool>) -> Value {
    yes.map_or(Value::Null, |yes| json!(if yes { "是" } else { "否" }))
}

/// The lines of a text, or nothing.
pub(super) fn lines(text: &str) -> Value {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() { Value::Null } else { json!(lines) }
}

/// The list, or nothing where it is empty.
pub(super) fn list(items: Vec<Value>) -> Value {
    if items.is_empty() { Value::Null } else { Value::Array(items) }
}

/// `一` to `九十九`.
pub(super) fn ordinal(number: usize) -> String {
    const FIGURES: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let figure = |at: usize| FIGURES.get(at).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => figure(ones).to_owned(),
        (1, ones) => format!("十{}", figure(ones)),
        (tens, ones) => format!("{}十{}", figure(tens), figure(ones)),
    }
}

/// A sum of money in figures and in capitals: `12000.50元（壹万贰仟元伍角）`.
pub(super) fn money(fen: i64) -> String {
    let (yuan, rest) = (fen / 100, fen % 100);
    format!("{yuan}.{rest:02}元（{}）", capitals(fen))
}

fn capitals(fen: i64) -> String {
    const FIGURES: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
    const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];
    const GROUPS: [&str; 5] = ["", "万", "亿", "万亿", "亿亿"];
    let figure = |digit: i64| usize::try_from(digit).ok().and_then(|at| FIGURES.get(at)).copied().unwrap_or('零');
    let yuan = fen / 100;
    let mut words = String::new();
    let mut gap = false;
    for group in (0..GROUPS.len()).rev() {
        let of_group = yuan / 10_000_i64.pow(u32::try_from(group).unwrap_or_default()) % 10_000;
        let mut some = false;
        for (place, unit) in PLACES.iter().enumerate().rev() {
            let digit = of_group / 10_i64.pow(u32::try_from(place).unwrap_or_default()) % 10;
            if digit == 0 {
                gap = !words.is_empty();
                continue;
            }
            if gap {
                words.push('零');
                gap = false;
            }
            words.push(figure(digit));
            words.push_str(unit);
            some = true;
        }
        if some {
            words.push_str(GROUPS.get(group).copied().unwrap_or_default());
            gap = false;
        }
    }
    if words.is_empty() {
        words.push('零');
    }
    words.push('元');
    match (fen / 10 % 10, fen % 10) {
        (0, 0) => words.push('整'),
        (tens, 0) => words.extend([figure(tens), '角', '整']),
        (0, ones) => words.extend(['零', figure(ones), '分']),
        (tens, ones) => words.extend([figure(tens), '角', figure(ones), '分']),
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_an_appointment_and_as_a_record() {
        for (time, made, kept) in [
            ("09:00", "上午9时", "9时00分"),
            ("12:30", "中午12时30分", "12时30分"),
            ("14:05", "下午2时05分", "14时05分"),
        ] {
            let time = Some(time.parse().unwrap());
            assert_eq!((appointment(time), clock(time)), (json!(made), json!(kept)));
        }
    }

    #[test]
    fn money_in_capitals() {
        for (fen, words) in [
            (0, "零元整"),
            (1_000_000, "壹万元整"),
            (1_200_050, "壹万贰仟元伍角整"),
            (10_050_003, "壹拾万零伍佰元零叁分"),
            (100_000_000_000, "壹拾亿元整"),
            (100_010_000, "壹佰万零壹佰元整"),
            (1_234_567, "壹万贰仟叁佰肆拾伍元陆角柒分"),
        ] {
            assert_eq!(capitals(fen), words);
        }
    }

    #[test]
    fn ordinals_and_weekdays() {
        assert_eq!([1, 7, 10, 12, 20, 35].map(ordinal), ["一", "七", "十", "十二", "二十", "三十五"]);
        assert_eq!(weekday("2026-03-10".parse().ok()), json!("星期二"));
    }
}
