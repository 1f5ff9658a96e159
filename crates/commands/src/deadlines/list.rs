//! What is due, page by page, and how many stand how.

use anjuan_law::{Day, Words};
use anjuan_office::{
    CaseId, Result,
    deadlines::{self, DateLine, Due, DueCount, DueCursor, DueFilter, DueOnDay, DueState},
};
use serde::{Deserialize, Serialize};

use super::title;
use crate::Seat;

/// Which due dates, and from where on.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct DueAsk {
    /// Which.
    #[ts(as = "Option<DueFilter>")]
    pub filter: DueFilter,
    /// To be finished within so many days from today; those overdue too.
    pub within: Option<u32>,
    /// Only what is one's own to look after: cases handled or assisted in, and one's reminders.
    #[ts(as = "Option<bool>")]
    pub mine: bool,
    /// The day on which it stands so; today when left out.
    pub on: Option<Day>,
    /// After this place.
    pub after: Option<DueCursor>,
    /// At most so many; 100 when left out.
    pub limit: Option<u32>,
}

impl DueAsk {
    fn filter(&self, seat: &Seat<'_>) -> DueFilter {
        let within = self.within.map(|days| seat.day.add_days(i64::from(days)));
        let staff = if self.mine { seat.by().account } else { self.filter.staff };
        DueFilter { until: within.or(self.filter.until), staff, ..self.filter.clone() }
    }

    fn day(&self, seat: &Seat<'_>) -> Day {
        self.on.unwrap_or(seat.day)
    }
}

/// A page of due dates, by the day to finish by.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct DueListPage {
    /// The rows.
    pub rows: Vec<DueRow>,
    /// Where the next page begins.
    pub next: Option<DueCursor>,
}

/// One due date in the list, in words and as it stands on the day asked about.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct DueRow {
    /// The due date with the head of its case.
    #[serde(flatten)]
    pub of: Due,
    /// What the rule is called.
    pub title: Words,
    /// How many days are left to finish; below zero when it is past.
    pub days_left: i64,
    /// Decide, release or change the measure today: the last day in custody is here or past.
    pub hard_stop: bool,
}

impl DueRow {
    fn of(due: Due, day: Day) -> Self {
        let here = matches!(due.state, DueState::LastDay | DueState::Overdue);
        Self {
            title: title(&due.rule),
            days_left: day.days_until(due.safe_due),
            hard_stop: due.in_custody && here,
            of: due,
        }
    }
}

/// From which case on.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct DueDatesAsk {
    /// After this case.
    pub after: Option<CaseId>,
    /// At most so many cases; 500 when left out.
    pub limit: Option<u32>,
}

/// Due dates as the rules of this program give them.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct DueDates {
    /// The due dates, case by case.
    pub dates: Vec<DateLine>,
    /// Go on after this case.
    pub next: Option<CaseId>,
}

/// The due dates of all cases, met and ended ones too, counted anew by the rules of this program.
pub fn due_dates(seat: &Seat<'_>, ask: DueDatesAsk) -> Result<DueDates> {
    let limit = ask.limit.unwrap_or(500).clamp(1, 5000);
    let (dates, next) = seat.read(|reading| deadlines::dates(reading, ask.after, limit))?;
    Ok(DueDates { dates, next })
}

/// What is due, by the day to finish by, as it stands today.
pub fn due_list(seat: &Seat<'_>, ask: DueAsk) -> Result<DueListPage> {
    let (limit, day) = (ask.limit.unwrap_or(100).clamp(1, 1000), ask.day(seat));
    let page = seat.read(|reading| deadlines::list(reading, &ask.filter(seat), day, ask.after.as_ref(), limit))?;
    let rows = page.rows.into_iter().map(|due| DueRow::of(due, day)).collect();
    Ok(DueListPage { rows, next: page.next })
}

/// How many due dates stand how today under a filter.
pub fn due_counts(seat: &Seat<'_>, ask: DueAsk) -> Result<Vec<DueCount>> {
    seat.read(|reading| deadlines::counts(reading, &ask.filter(seat), ask.day(seat)))
}

/// How many are to be finished by each day, under a filter; days without any are left out.
pub fn due_days(seat: &Seat<'_>, ask: DueAsk) -> Result<Vec<DueOnDay>> {
    seat.read(|reading| deadlines::days(reading, &ask.filter(seat), ask.day(seat)))
}
