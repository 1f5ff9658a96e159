//! How a due date stands on a day, and what kind it is.

use anjuan_law::clock::State;
use serde::{Deserialize, Serialize};

/// How a due date stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DueState {
    /// Past its last day.
    Overdue,
    /// The last day.
    LastDay,
    /// Act now: the safe day, or the last day on which people work, is here.
    Red,
    /// It presses.
    Amber,
    /// Nothing presses.
    Quiet,
    /// It does not run.
    Paused,
    /// A right that was not used in time.
    Lapsed,
    /// Ended without being met: the case was closed, or it began anew.
    Ended,
    /// Met after its last day.
    MetLate,
    /// Met in time.
    Met,
}

impl DueState {
    /// All of them, the most pressing first.
    pub const ALL: [DueState; 10] = [
        Self::Overdue,
        Self::LastDay,
        Self::Red,
        Self::Amber,
        Self::Quiet,
        Self::Paused,
        Self::Lapsed,
        Self::Ended,
        Self::MetLate,
        Self::Met,
    ];

    /// The code in queries and words (`due_state_<code>`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::LastDay => "last_day",
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Quiet => "quiet",
            Self::Paused => "paused",
            Self::Lapsed => "lapsed",
            Self::Ended => "ended",
            Self::MetLate => "met_late",
            Self::Met => "met",
        }
    }

    /// The state of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

impl From<State> for DueState {
    fn from(state: State) -> Self {
        match state {
            State::Overdue => Self::Overdue,
            State::LastDay => Self::LastDay,
            State::Red => Self::Red,
            State::Amber => Self::Amber,
            State::Quiet => Self::Quiet,
            State::Paused => Self::Paused,
            State::Lapsed => Self::Lapsed,
            State::Ended => Self::Ended,
            State::MetLate => Self::MetLate,
            State::Met => Self::Met,
        }
    }
}

/// What a due date is about, as lists are sorted into kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    /// The case as a whole: its review, its registration.
    Case,
    /// One person of the case.
    Person,
    /// A coercive measure: custody, bail and surveillance that end.
    Measure,
    /// A paper that waits for an answer or is to be served.
    Paper,
    /// A hearing.
    Hearing,
    /// A reminder that somebody made.
    Reminder,
}

impl DueKind {
    /// All of them.
    pub const ALL: [DueKind; 6] = [Self::Case, Self::Person, Self::Measure, Self::Paper, Self::Hearing, Self::Reminder];

    /// The code in queries and words (`due_kind_<code>`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Person => "person",
            Self::Measure => "measure",
            Self::Paper => "paper",
            Self::Hearing => "hearing",
            Self::Reminder => "reminder",
        }
    }

    /// The kind of a code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The kind of what a due date is about, as the record names it.
    pub fn of_subject(subject: &str) -> Self {
        match subject.split_once(':').map_or(subject, |(kind, _)| kind) {
            "person" => Self::Person,
            "measure" => Self::Measure,
            "act" => Self::Paper,
            "hearing" => Self::Hearing,
            "reminder" => Self::Reminder,
            _ => Self::Case,
        }
    }
}
