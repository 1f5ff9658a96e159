//! Words that stand for a day or beside one.

use chrono::Weekday;

use super::{Setting, TypedDayError};
use crate::Day;
use crate::text::is_bracket;

/// Whether the text says that there is no day.
pub(super) fn says_none(text: &str) -> bool {
    matches!(
        text,
        "无" | "没有"
            | "不详"
            | "未知"
            | "待定"
            | "未定"
            | "暂无"
            | "空"
            | "/"
            | "\\"
            | "-"
            | "--"
            | "—"
            | "——"
            | "n/a"
            | "none"
    )
}

/// Splits off a weekday written after the day, in brackets or not.
pub(super) fn split_weekday(text: &str) -> (&str, Option<Weekday>) {
    let bare = text.trim_end_matches(is_bracket).trim_end();
    for (names, weekday) in WEEKDAYS {
        for name in *names {
            let before = bare.strip_suffix(name);
            for kind in ["星期", "礼拜", "周"] {
                if let Some(before) = before.and_then(|before| before.strip_suffix(kind)) {
                    let before = before.trim_end().trim_end_matches(is_bracket).trim_end_matches([',', ' ']);
                    return (before, Some(*weekday));
                }
            }
        }
    }
    (text, None)
}

const WEEKDAYS: &[(&[&str], Weekday)] = &[
    (&["一", "1"], Weekday::Mon),
    (&["二", "2"], Weekday::Tue),
    (&["三", "3"], Weekday::Wed),
    (&["四", "4"], Weekday::Thu),
    (&["五", "5"], Weekday::Fri),
    (&["六", "6"], Weekday::Sat),
    (&["日", "天", "7"], Weekday::Sun),
];

/// The text without a time of day at its end; a time that no clock shows is refused.
pub(super) fn without_time(text: &str) -> Result<&str, TypedDayError> {
    let Some(mark) = text.find([':', '时', '点']) else {
        return Ok(text);
    };
    let (before, after) = text.split_at(mark);
    let date = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let hour = &before[date.len()..];
    let parted = date.ends_with([' ', 't', '日', '号', '午', '晨', '晚']);
    let fits = parted && hour.parse::<u32>().is_ok_and(|hour| hour <= 24) && minutes_fit(after);
    if !fits {
        return Err(TypedDayError::Form);
    }
    let date = date.strip_suffix('t').unwrap_or(date).trim_end();
    let words = ["上午", "下午", "中午", "凌晨", "早晨", "晚", "傍晚"];
    Ok(words.iter().find_map(|word| date.strip_suffix(word)).unwrap_or(date).trim_end())
}

/// What stands after the hour: minutes, seconds, parts of seconds, am or pm, a zone.
fn minutes_fit(text: &str) -> bool {
    let text = text.trim().trim_end_matches('z').trim_end_matches("am").trim_end_matches("pm").trim();
    let parts = text.split([':', '.', '时', '点', '分', '秒', '许', '左', '右', '+']);
    let mut parts = parts.filter(|part| !part.is_empty() && *part != "半");
    parts.all(|part| part.parse::<u32>().is_ok_and(|value| value < 60 || part.len() == 3))
}

/// A day that is counted from another one: `今天`, `次日`, `+15`, `3天前`. `None` where the text is no such word.
pub(super) fn relative(text: &str, setting: &Setting) -> Option<Result<Day, TypedDayError>> {
    let from_today = match text {
        "今天" | "今日" | "本日" | "today" => Some(0),
        "昨天" | "昨日" | "yesterday" => Some(-1),
        "前天" | "前日" => Some(-2),
        "大前天" => Some(-3),
        "明天" | "明日" | "tomorrow" => Some(1),
        "后天" | "后日" => Some(2),
        "大后天" => Some(3),
        _ => offset(text),
    };
    if let Some(days) = from_today {
        return Some(setting.today.checked_add_days(days).ok_or(TypedDayError::Range));
    }
    let from_context = match text {
        "当日" | "当天" | "同日" | "同天" => 0,
        "次日" | "翌日" | "第二天" | "隔日" => 1,
        "前一日" | "前一天" => -1,
        _ => return None,
    };
    let day = setting.context.ok_or(TypedDayError::WithoutContext);
    Some(day.and_then(|day| day.checked_add_days(from_context).ok_or(TypedDayError::Range)))
}

/// `+15`, `-3`, `+15天`, `15天后`, `3日前`: days from today.
fn offset(text: &str) -> Option<i64> {
    let (sign, number) = if let Some(number) = text.strip_prefix('+') {
        (1, number.trim_end_matches(['天', '日']))
    } else if let Some(number) = text.strip_prefix(['-', '−']) {
        (-1, number.trim_end_matches(['天', '日']))
    } else {
        let (sign, number) = match text.strip_suffix(['后', '前']) {
            Some(number) if text.ends_with('后') => (1, number),
            Some(number) => (-1, number),
            None => return None,
        };
        (sign, number.strip_suffix(['天', '日'])?)
    };
    let digits = (1..=5).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| number.parse().ok()).flatten().map(|days: i64| sign * days)
}

/// The year, and the month if it is told too, that a word before the figures stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Prefix {
    pub year: i32,
    pub month: Option<u32>,
}

/// Splits off `同年`, `同月`, `去年`, `本月` and the like.
pub(super) fn prefix<'t>(text: &'t str, setting: &Setting) -> Result<(Option<Prefix>, &'t str), TypedDayError> {
    let year = |year: i32| Prefix { year, month: None };
    let month = |(year, month, _): (i32, u32, u32), by: i32| {
        let months = year * 12 + month as i32 - 1 + by;
        Prefix { year: months.div_euclid(12), month: Some(months.rem_euclid(12) as u32 + 1) }
    };
    let now = setting.today;
    let words = [
        "同年",
        "当年",
        "同月",
        "当月",
        "次年",
        "次月",
        "今年",
        "本年",
        "去年",
        "上年",
        "明年",
        "本月",
        "上月",
        "上个月",
        "下月",
        "下个月",
    ];
    let Some(word) = words.into_iter().find(|word| text.starts_with(word)) else {
        return Ok((None, text));
    };
    let rest = text.strip_prefix(word).unwrap_or(text);
    let spoken_of = || setting.context.ok_or(TypedDayError::WithoutContext);
    let prefix = match word {
        "同年" | "当年" => year(spoken_of()?.year()),
        "次年" => year(spoken_of()?.year() + 1),
        "同月" | "当月" => month(spoken_of()?.ymd(), 0),
        "次月" => month(spoken_of()?.ymd(), 1),
        "今年" | "本年" => year(now.year()),
        "去年" | "上年" => year(now.year() - 1),
        "明年" => year(now.year() + 1),
        "本月" => month(now.ymd(), 0),
        "上月" | "上个月" => month(now.ymd(), -1),
        _ => month(now.ymd(), 1),
    };
    Ok((Some(prefix), rest))
}
