//! What is due: the list by day, and how many stand how.

use anjuan_law::{Day, clock::State};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use crate::{AccountId, ActId, CaseId, DepartmentId, Reading, Result, optional};

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

/// Which due dates; what is left out is not asked.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct DueFilter {
    /// In this case.
    pub case: Option<CaseId>,
    /// To be finished on this day or later.
    pub from: Option<Day>,
    /// To be finished on this day or earlier.
    pub until: Option<Day>,
    /// Of this rule.
    pub rule: Option<String>,
    /// That this one has to keep: `office`, `police`, `court`, `agency`, `party` or `other`.
    pub by: Option<String>,
    /// In cases of this line.
    pub line: Option<String>,
    /// In cases of this department.
    pub department: Option<DepartmentId>,
    /// In cases of this handler.
    pub handler: Option<AccountId>,
    /// That stand so.
    pub states: Option<Vec<DueState>>,
    /// Those met and ended too.
    #[ts(as = "Option<bool>")]
    pub all: bool,
}

/// The place after the last row of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DueCursor {
    /// The day to finish by of the last row.
    pub safe_due: Day,
    /// Its case.
    pub case: CaseId,
    /// Its rule.
    pub rule: String,
    /// What it is about.
    pub subject: String,
    /// The day of its trigger.
    pub trigger_on: Day,
}

/// One due date with the head of its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The case.
    pub case: CaseId,
    /// The case's register number.
    pub register_no: String,
    /// The case's title.
    pub title: String,
    /// The case's line.
    pub line: String,
    /// The case's category.
    pub category: String,
    /// Who handles the case.
    pub handler: Option<String>,
    /// The rule.
    pub rule: String,
    /// What it is about.
    pub subject: String,
    /// The person concerned.
    pub person: Option<String>,
    /// The day of the trigger.
    pub trigger_on: Day,
    /// Who has to act.
    pub by: String,
    /// The last day by law.
    pub due: Day,
    /// Finish by this day.
    pub safe_due: Day,
    /// How it stands.
    pub state: DueState,
    /// The day on which it was met.
    pub met_on: Option<Day>,
    /// The act that met it.
    pub met_by: Option<ActId>,
    /// Whether the person is in custody on the last day.
    pub in_custody: bool,
    /// A year whose table of days off would be needed to be sure.
    pub calendar_missing: Option<i32>,
}

/// A page of due dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuePage {
    /// The rows.
    pub rows: Vec<Due>,
    /// Where the next page begins.
    pub next: Option<DueCursor>,
}

/// How many due dates stand so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DueCount {
    /// How.
    pub state: DueState,
    /// How many.
    pub number: u32,
}

/// How many due dates are to be finished by a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DueOnDay {
    /// The day.
    pub day: Day,
    /// How many.
    pub number: u32,
}

impl DueFilter {
    fn asked(&self, tail: &'static str, after: bool) -> Vec<(&'static str, bool)> {
        vec![
            (tail, true),
            ("open", !self.all),
            ("case", self.case.is_some()),
            ("from", self.from.is_some()),
            ("until", self.until.is_some()),
            ("rule", self.rule.is_some()),
            ("by", self.by.is_some()),
            ("line", self.line.is_some()),
            ("department", self.department.is_some()),
            ("handler", self.handler.is_some()),
            ("states", self.states.is_some()),
            ("after", after),
        ]
    }

    fn run<T>(
        &self,
        reading: &Reading<'_>,
        tail: &'static str,
        day: Day,
        after: Option<&DueCursor>,
        limit: u32,
        from_row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let states: Vec<&str> = self.states.iter().flatten().map(|state| state.code()).collect();
        let sql = optional::query(include_str!("due.sql"), &self.asked(tail, after.is_some()));
        let bound = named_params! {
            ":day": day, ":case": self.case, ":from": self.from, ":until": self.until, ":rule": self.rule,
            ":by_whom": self.by, ":line": self.line, ":department": self.department, ":handler": self.handler,
            ":states": serde_json::to_string(&states)?, ":after_due": after.map(|after| after.safe_due),
            ":after_case": after.map(|after| after.case), ":after_rule": after.map(|after| &after.rule),
            ":after_subject": after.map(|after| &after.subject), ":after_trigger": after.map(|after| after.trigger_on),
            ":limit": limit,
        };
        reading.all(&sql, bound, from_row)
    }
}

/// A page of due dates as they stand on `day`, by the day to finish by.
pub fn list(
    reading: &Reading<'_>,
    filter: &DueFilter,
    day: Day,
    after: Option<&DueCursor>,
    limit: u32,
) -> Result<DuePage> {
    let rows = filter.run(reading, "rows", day, after, limit, Due::read)?;
    let next = rows.last().filter(|_| rows.len() == limit as usize).map(|last| DueCursor {
        safe_due: last.safe_due,
        case: last.case,
        rule: last.rule.clone(),
        subject: last.subject.clone(),
        trigger_on: last.trigger_on,
    });
    Ok(DuePage { rows, next })
}

/// How many due dates stand how on `day`, the most pressing state first.
pub fn counts(reading: &Reading<'_>, filter: &DueFilter, day: Day) -> Result<Vec<DueCount>> {
    let mut counts = filter.run(reading, "counts", day, None, u32::MAX, |row| {
        Ok(DueCount { state: state(row)?, number: row.get("number")? })
    })?;
    counts.sort_by_key(|count| count.state);
    Ok(counts)
}

/// How many due dates are to be finished by each day, the days without any left out.
pub fn days(reading: &Reading<'_>, filter: &DueFilter, day: Day) -> Result<Vec<DueOnDay>> {
    filter.run(reading, "days", day, None, u32::MAX, |row| {
        Ok(DueOnDay { day: row.get("safe_due_on")?, number: row.get("number")? })
    })
}

fn state(row: &Row<'_>) -> rusqlite::Result<DueState> {
    let code: String = row.get("state")?;
    // The query gives no other code.
    Ok(DueState::of(&code).unwrap_or(DueState::Quiet))
}

impl Due {
    fn read(row: &Row<'_>) -> rusqlite::Result<Due> {
        Ok(Due {
            case: row.get("case_id")?,
            register_no: row.get("register_no")?,
            title: row.get("title")?,
            line: row.get("line")?,
            category: row.get("category")?,
            handler: row.get("handler")?,
            rule: row.get("rule")?,
            subject: row.get("subject")?,
            person: row.get("person")?,
            trigger_on: row.get("trigger_on")?,
            by: row.get("by_whom")?,
            due: row.get("due_on")?,
            safe_due: row.get("safe_due_on")?,
            state: state(row)?,
            met_on: row.get("met_on")?,
            met_by: row.get("met_by")?,
            in_custody: row.get("in_custody")?,
            calendar_missing: row.get("calendar_missing")?,
        })
    }
}
