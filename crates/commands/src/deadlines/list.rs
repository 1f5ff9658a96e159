//! What is due, page by page, and how many stand how.

use anjuan_law::{Day, Words};
use anjuan_office::{
    AccountId, ActId, CaseId, PersonId, ReminderId, Result,
    deadlines::{self, DateLine, Due, DueCount, DueCursor, DueFilter, DueKind, DueOnDay, DueState},
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

/// One due date in the list.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct DueRow {
    /// The case.
    pub case: CaseId,
    /// The case's register number.
    pub register_no: String,
    /// The case's title.
    pub case_title: String,
    /// The case's category.
    pub category: String,
    /// The department that the case lies in.
    pub department: Option<String>,
    /// Who handles the case.
    pub handler: Option<String>,
    /// That account.
    pub handler_id: Option<AccountId>,
    /// The handler is away on the day to finish by, until this day.
    pub handler_away_until: Option<Day>,
    /// With whom the case lies now: `police`, `court`, `other` or empty.
    pub out_with: String,
    /// Since when.
    pub out_since: Option<Day>,
    /// The rule; `reminder` for a reminder.
    pub rule: String,
    /// What the rule is called.
    pub title: Words,
    /// What kind it is.
    pub kind: DueKind,
    /// What it is about, as it stands in the record.
    pub subject: String,
    /// The person concerned.
    pub person: Option<String>,
    /// That person.
    pub person_id: Option<PersonId>,
    /// The reminder.
    pub reminder: Option<ReminderId>,
    /// What it says.
    pub reminder_text: Option<String>,
    /// The day of the trigger.
    pub trigger_on: Day,
    /// Who has to act: `office`, `police`, `court`, `agency`, `party` or `other`.
    pub by: String,
    /// The last day by law.
    pub due: Day,
    /// Finish by this day.
    pub safe_due: Day,
    /// Amber from this day on.
    pub amber_on: Day,
    /// Red from this day on.
    pub red_on: Day,
    /// How many days are left to finish; below zero when it is past.
    pub days_left: i64,
    /// How it stands today.
    pub state: DueState,
    /// Decide, release or change the measure today: the last day in custody is here or past.
    pub hard_stop: bool,
    /// The day on which it was met.
    pub met_on: Option<Day>,
    /// The act that met it.
    pub met_by: Option<ActId>,
    /// The day on which it ended without being met.
    pub ended_on: Option<Day>,
    /// It does not run since that day.
    pub paused_since: Option<Day>,
    /// Whether the person is in custody on the last day.
    pub in_custody: bool,
    /// A year whose table of days off would be needed to be sure.
    pub calendar_missing: Option<i32>,
}

impl DueRow {
    pub(super) fn of(due: Due, today: Day) -> Self {
        let here = matches!(due.state, DueState::LastDay | DueState::Overdue);
        Self {
            title: title(&due.rule),
            days_left: today.days_until(due.safe_due),
            hard_stop: due.in_custody && here,
            case: due.case,
            register_no: due.register_no,
            case_title: due.title,
            category: due.category,
            department: due.department,
            handler: due.handler,
            handler_id: due.handler_id,
            handler_away_until: due.handler_away_until,
            out_with: due.out_with,
            out_since: due.out_since,
            rule: due.rule,
            kind: due.kind,
            subject: due.subject,
            person: due.person,
            person_id: due.person_id,
            reminder: due.reminder,
            reminder_text: due.reminder_text,
            trigger_on: due.trigger_on,
            by: due.by,
            due: due.due,
            safe_due: due.safe_due,
            amber_on: due.amber_on,
            red_on: due.red_on,
            state: due.state,
            met_on: due.met_on,
            met_by: due.met_by,
            ended_on: due.ended_on,
            paused_since: due.paused_since,
            in_custody: due.in_custody,
            calendar_missing: due.calendar_missing,
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
