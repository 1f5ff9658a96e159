//! A running period and how it stands on a day.

use serde::Serialize;
use serde::ser::SerializeStruct;

use super::facts::Warning;
use crate::periods::{Rule, Sum, counting_data as data};
use crate::{Calendar, Day};

/// Whom or what a period is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Subject {
    /// The case.
    Case,
    /// A person of the case.
    Person(i64),
    /// An act: a paper that waits for an answer, a decision to be served.
    Act(i64),
    /// A measure.
    Measure(i64),
    /// A hearing.
    Hearing(i64),
}

/// One period of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The rule in force on the day of the trigger.
    pub rule: &'static Rule,
    /// Whom or what it is about.
    pub subject: Subject,
    /// The person concerned, where there is one.
    pub person: Option<i64>,
    /// The day of the trigger (of the event, where the rule counts back).
    pub trigger_on: Day,
    /// The act that set it going, if an act did.
    pub trigger_act: Option<i64>,
    /// The last day and how it was found.
    pub sum: Sum,
    /// The day on which it was met.
    pub met_on: Option<Day>,
    /// The act that met it.
    pub met_by: Option<i64>,
    /// Ended without being met.
    pub ended: Option<Ended>,
    /// It does not run since that day; the last day is the earliest there can be.
    pub paused_since: Option<Day>,
    /// The day before the last is red too (a setting of the office for custody).
    pub red_day_before: bool,
    /// When the office wants to be warned.
    pub warning: Warning,
}

/// Why a period ended without being met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Ended {
    /// The day.
    pub on: Day,
    /// The act that ended it.
    pub act: Option<i64>,
    /// How.
    pub how: Ending,
}

/// How a period ends without being met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// It began anew.
    Restarted,
    /// The case was closed.
    CaseClosed,
    /// The hearing was called off.
    Cancelled,
    /// What it depends on ended.
    NoLongerNeeded,
}

/// How a period stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Met in time.
    Met,
    /// Met after its last day.
    MetLate,
    /// Ended without being met.
    Ended,
    /// A right that was not used in time.
    Lapsed,
    /// It does not run.
    Paused,
    /// Nothing presses.
    Quiet,
    /// It presses.
    Amber,
    /// Act now: the safe day, or the last day on which people work, is here.
    Red,
    /// The last day.
    LastDay,
    /// Past its last day.
    Overdue,
}

impl Period {
    /// How it stands on that day.
    pub fn state(&self, today: Day, calendar: &Calendar) -> State {
        let due = self.sum.due;
        if let Some(met_on) = self.met_on {
            return if met_on <= due || self.rule.optional { State::Met } else { State::MetLate };
        }
        if self.ended.is_some_and(|ended| ended.on <= today) {
            return State::Ended;
        }
        if self.paused_since.is_some_and(|since| since <= today) {
            return State::Paused;
        }
        match today.days_until(due) {
            left if left < 0 && self.rule.optional => State::Lapsed,
            left if left < 0 => State::Overdue,
            0 => State::LastDay,
            _ if today >= self.red_on(calendar) => State::Red,
            left if left <= self.amber_days() => State::Amber,
            _ => State::Quiet,
        }
    }

    /// Decide, release or change the measure today: the last day of custody is here or past.
    /// [CPL 98, 99]
    pub fn hard_stop(&self, today: Day, calendar: &Calendar) -> bool {
        let open = matches!(self.state(today, calendar), State::LastDay | State::Overdue);
        self.sum.in_custody && open
    }

    /// Whether it was met, or ended, only after its last day.
    pub fn overran(&self) -> bool {
        let end = self.met_on.or(self.ended.map(|ended| ended.on));
        end.is_some_and(|end| end > self.sum.due) && !self.rule.optional
    }

    /// Whether somebody still has to act.
    pub fn open(&self, today: Day) -> bool {
        self.met_on.is_none() && self.ended.is_none_or(|ended| ended.on > today)
    }

    /// The days before the last day from which it is amber.
    pub fn amber_days(&self) -> i64 {
        let own = self.warning.amber_days.or(self.rule.amber_days).map(i64::from);
        own.unwrap_or_else(|| {
            let whole = self.trigger_on.days_until(self.sum.due).abs();
            (whole / data::AMBER_SHARE).clamp(data::AMBER_LEAST, data::AMBER_MOST)
        })
    }

    /// The first day on which it is red: the safe day, the last day on which people work, or as many days before the
    /// last day as the office set.
    pub fn red_on(&self, calendar: &Calendar) -> Day {
        let due = self.sum.due;
        let last_working = calendar.on_or_before(due).unwrap_or(due);
        let day_before = self.red_day_before && self.sum.in_custody;
        let own = self.warning.red_days.map(i64::from).unwrap_or_default().max(i64::from(day_before));
        due.min(last_working).min(self.sum.safe_due).min(due.add_days(-own))
    }

    /// The first day on which it is amber; never after it is red.
    pub fn amber_on(&self, calendar: &Calendar) -> Day {
        self.sum.due.add_days(-self.amber_days()).min(self.red_on(calendar))
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Period", 12)?;
        out.serialize_field("rule", self.rule.id)?;
        out.serialize_field("title", &self.rule.title)?;
        out.serialize_field("by", &self.rule.by)?;
        out.serialize_field("optional", &self.rule.optional)?;
        out.serialize_field("subject", &self.subject)?;
        out.serialize_field("person", &self.person)?;
        out.serialize_field("trigger_on", &self.trigger_on)?;
        out.serialize_field("trigger_act", &self.trigger_act)?;
        out.serialize_field("sum", &self.sum)?;
        out.serialize_field("met_on", &self.met_on)?;
        out.serialize_field("met_by", &self.met_by)?;
        out.serialize_field("ended", &self.ended)?;
        out.end()
    }
}

/// A period that could not be counted, or something about one that a person must look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The rule.
    pub rule: &'static str,
    /// Whom or what it is about.
    pub subject: Subject,
    /// The day of the trigger.
    pub trigger_on: Day,
    /// The act concerned, if there is one.
    pub act: Option<i64>,
    /// What is wrong; words are `gap_<code>`.
    pub code: &'static str,
    /// Values for the words.
    pub values: Vec<(&'static str, String)>,
}
