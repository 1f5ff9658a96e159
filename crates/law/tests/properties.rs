//! What must hold of every sum, whatever the rule and the day.

#![allow(clippy::unwrap_used, reason = "a test that finds a fault has to stop")]

use std::sync::LazyLock;

use anjuan_law::periods::{Direction, Granted, Question, Roll, Rule, Sum, rules, sum};
use anjuan_law::{Calendar, Day};
use proptest::prelude::*;

static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::embedded);

/// Rules that count days.
fn counted() -> Vec<&'static Rule> {
    rules().iter().filter(|rule| rule.length().is_some()).collect()
}

fn any_rule() -> impl Strategy<Value = &'static Rule> {
    (0..counted().len()).prop_map(|at| counted()[at])
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_i64..36_525).prop_map(|days| "2004-01-01".parse::<Day>().unwrap().add_days(days))
}

fn ask(rule: &'static Rule, trigger: Day, in_custody: bool, granted: &[Granted<'_>]) -> Sum {
    let question = Question { in_custody, extensions: granted, ..Question::new(rule, trigger) };
    sum(&question, &CALENDAR).unwrap()
}

proptest! {
    #[test]
    fn a_longer_extension_is_never_earlier(rule in any_rule(), trigger in any_day(), custody: bool) {
        let mut granted: Vec<Granted<'_>> = Vec::new();
        let mut before = ask(rule, trigger, custody, &granted).due;
        for extension in rule.extensions.iter().filter(|extension| extension.length.is_some()) {
            granted.push(Granted::whole(extension.id));
            let after = ask(rule, trigger, custody, &granted).due;
            prop_assert!(after >= before, "{}: {} gives {after}, {before} without", rule.id, extension.id);
            before = after;
        }
    }

    #[test]
    fn fewer_days_of_an_extension_are_never_later(rule in any_rule(), trigger in any_day(), custody: bool) {
        for extension in rule.extensions.iter().filter(|extension| extension.up_to) {
            let mut before = ask(rule, trigger, custody, &[]).due;
            for days in 1..=extension.length.unwrap().days {
                let some = Granted { days: Some(days), ..Granted::whole(extension.id) };
                let after = ask(rule, trigger, custody, &[some]).due;
                prop_assert!(after >= before, "{} {} {days}", rule.id, extension.id);
                before = after;
            }
        }
    }

    #[test]
    fn the_roll_never_moves_back_and_lands_on_a_working_day(rule in any_rule(), trigger in any_day()) {
        let sum = ask(rule, trigger, false, &[]);
        prop_assert!(sum.due >= sum.nominal);
        if rule.roll != Roll::Never {
            prop_assert!(CALENDAR.works(sum.due));
        } else {
            prop_assert_eq!(sum.due, sum.nominal);
        }
    }

    #[test]
    fn custody_is_never_later(rule in any_rule(), trigger in any_day()) {
        let held = ask(rule, trigger, true, &[]);
        let free = ask(rule, trigger, false, &[]);
        prop_assert!(held.due <= free.due && held.safe_due <= held.due);
        prop_assert_eq!(held.nominal, free.nominal);
    }

    /// There is no exception to this: a start on the last day of a month that is carried to the
    /// last day of a month still ends before the start on the first of the next month does.
    #[test]
    fn a_later_start_never_ends_earlier(rule in any_rule(), trigger in any_day(), custody: bool) {
        let today = ask(rule, trigger, custody, &[]).due;
        let tomorrow = ask(rule, trigger.next(), custody, &[]).due;
        prop_assert!(tomorrow >= today, "{}: {trigger} gives {today}, the next day {tomorrow}", rule.id);
    }

    #[test]
    fn a_period_ends_after_its_trigger_and_a_backward_one_before(rule in any_rule(), trigger in any_day()) {
        let due = ask(rule, trigger, true, &[]).due;
        match rule.direction {
            Direction::Forward => prop_assert!(due >= trigger),
            Direction::Backward => prop_assert!(due < trigger),
        }
    }

    #[test]
    fn the_last_step_but_for_warnings_names_the_last_day(rule in any_rule(), trigger in any_day(), custody: bool) {
        let sum = ask(rule, trigger, custody, &[]);
        let mut steps = sum.steps.iter().filter(|step| !matches!(step.what.code(), "calendar_missing" | "advised_working_day"));
        prop_assert_eq!(steps.next_back().unwrap().day, sum.due);
        prop_assert!(sum.steps.iter().all(|step| !step.words(anjuan_law::Lang::Zh).is_empty()));
    }
}
