//! The sum against a second, slow way of counting: it walks the calendar day by day, with tables of
//! its own, and knows nothing of the first but the rules. Every rule, every start day of 2004 to
//! 2026, in custody and not, every set of extensions.

#![allow(clippy::unwrap_used, reason = "a test that finds a fault has to stop")]

use std::collections::HashMap;
use std::sync::LazyLock;

use anjuan_law::periods::{Direction, Extension, Family, Granted, Length, Mode, Question, Roll, Rule, rules, sum};
use anjuan_law::{Calendar, Day};

/// One day of the model's own calendar.
struct Square {
    year: i32,
    month: u32,
    day: u32,
    works: bool,
    last_of_month: bool,
}

/// The model's days: 2003-01-01 to 2032-12-31, walked one by one from a known Wednesday.
static SQUARES: LazyLock<Vec<Square>> = LazyLock::new(|| {
    let listed: HashMap<&str, &str> = include_str!("../data/holidays.csv")
        .lines()
        .skip(1)
        .map(|line| (&line[..10], line.split(',').nth(1).unwrap()))
        .collect();
    let mut squares = Vec::new();
    let (mut year, mut month, mut day, mut weekday) = (2003, 1, 1, 3);
    while year < 2033 {
        let leap = year % 4 == 0;
        let length = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month as usize - 1];
        let works = match listed.get(format!("{year}-{month:02}-{day:02}").as_str()) {
            Some(&"work") => true,
            Some(_) => false,
            None => weekday < 6,
        };
        squares.push(Square { year, month, day, works, last_of_month: day == length });
        weekday = weekday % 7 + 1;
        day += 1;
        if day > length {
            (day, month) = (1, month + 1);
        }
        if month > 12 {
            (month, year) = (1, year + 1);
        }
    }
    squares
});

/// Walks that many months on: through so many ends of month, then to the day the family asks for.
fn walk_months(start: usize, months: u32, family: Family) -> usize {
    let from = &SQUARES[start];
    let (mut at, mut left) = (start, months);
    while left > 0 {
        if SQUARES[at].last_of_month {
            left -= 1;
        }
        at += 1;
    }
    // `at` is the first day of the month reached.
    let to_the_end = family == Family::Criminal && from.last_of_month;
    while !SQUARES[at].last_of_month && (to_the_end || SQUARES[at].day < from.day) {
        at += 1;
    }
    at
}

/// Where a length ends, nothing moved yet.
fn walk(start: usize, length: Length, family: Family, direction: Direction) -> usize {
    let mut at = start;
    if direction == Direction::Backward {
        for _ in 0..length.days {
            at -= 1;
        }
        return at;
    }
    if length.years * 12 + length.months > 0 {
        at = walk_months(at, length.years * 12 + length.months, family);
    }
    for _ in 0..length.days + length.hours / 24 {
        at += 1;
    }
    let mut left = length.working_days;
    while left > 0 {
        at += 1;
        if SQUARES[at].works {
            left -= 1;
        }
    }
    at
}

/// The whole length with a set of extensions: what is replaced, what is taken in, what is added.
fn whole(base: Length, set: &[&'static Extension]) -> Length {
    let mut whole = base;
    for extension in set.iter().filter(|extension| extension.mode == Mode::ReplaceBase) {
        whole = extension.length.unwrap();
    }
    for extension in set.iter().filter(|extension| extension.mode == Mode::Add) {
        if set.iter().all(|other| !other.absorbs.contains(&extension.id)) {
            let more = extension.length.unwrap();
            whole.months += more.months;
            whole.days += more.days;
        }
    }
    whole
}

/// Every set of the rule's extensions that have a length of their own.
fn sets(rule: &'static Rule) -> Vec<Vec<&'static Extension>> {
    let sized: Vec<_> = rule.extensions.iter().filter(|extension| extension.length.is_some()).collect();
    (0..1_u32 << sized.len())
        .map(|bits| sized.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, e)| *e).collect())
        .collect()
}

/// The model's days by name, so that nothing is looked up twice.
static DAYS: LazyLock<Vec<Day>> = LazyLock::new(|| {
    SQUARES.iter().map(|square| Day::from_ymd(square.year, square.month, square.day).unwrap()).collect()
});

fn day_of(at: usize) -> Day {
    DAYS[at]
}

/// The start days: all of 2004 to 2026.
fn starts() -> std::ops::Range<usize> {
    let first = SQUARES.iter().position(|square| square.year == 2004).unwrap();
    let last = SQUARES.iter().position(|square| square.year == 2027).unwrap();
    first..last
}

/// Ends of walks, made once for each length; thirty rules of three days walk the same way.
#[derive(Default)]
struct Walks(HashMap<(Length2, bool, bool), Vec<usize>>);

type Length2 = (u32, u32, u32, u32, u32);

impl Walks {
    fn ends(&mut self, rule: &Rule, length: Length) -> &[usize] {
        let key = (length.years, length.months, length.days, length.working_days, length.hours);
        let (family, direction) = (rule.family, rule.direction);
        let key = (key, family == Family::Criminal, direction == Direction::Backward);
        self.0.entry(key).or_insert_with(|| starts().map(|start| walk(start, length, family, direction)).collect())
    }
}

/// What is asked of one rule: the days of its walks, and the sum's answers, start by start.
fn compare(rule: &'static Rule, set: &[&'static Extension], walks: &mut Walks, calendar: &Calendar) {
    let Some(base) = rule.length() else { return };
    let granted: Vec<Granted<'_>> = set.iter().map(|extension| Granted::whole(extension.id)).collect();
    let ends = walks.ends(rule, whole(base, set));
    let custody: &[bool] = if rule.roll == Roll::UnlessInCustody { &[false, true] } else { &[false] };
    for (start, end) in starts().zip(ends) {
        let mut rolled = *end;
        while !SQUARES[rolled].works {
            rolled += 1;
        }
        for in_custody in custody {
            let moves = rule.roll == Roll::Yes || rule.roll == Roll::UnlessInCustody && !in_custody;
            let expected = if moves { rolled } else { *end };
            let question =
                Question { in_custody: *in_custody, extensions: &granted, ..Question::new(rule, day_of(start)) };
            let sum = sum(&question, calendar).unwrap();
            assert_eq!(sum.due, day_of(expected), "{} from {} {granted:?}", rule.id, day_of(start));
            assert_eq!(sum.nominal, day_of(*end), "{} from {}", rule.id, day_of(start));
            assert!(sum.safe_due <= sum.due, "{} from {}", rule.id, day_of(start));
        }
    }
}

#[test]
fn the_slow_count_agrees_over_every_rule_start_day_custody_and_extension() {
    let calendar = Calendar::embedded();
    let mut halves: [Vec<&'static Rule>; 2] = [Vec::new(), Vec::new()];
    for (at, rule) in rules().iter().enumerate() {
        halves[at % 2].push(rule);
    }
    std::thread::scope(|scope| {
        for half in halves {
            let calendar = &calendar;
            scope.spawn(move || {
                let mut walks = Walks::default();
                for rule in half {
                    sets(rule).iter().for_each(|set| compare(rule, set, &mut walks, calendar));
                }
            });
        }
    });
}
