//! What is due: by day for the office, with its arithmetic for one case.

use anjuan_law::{Day, Words, periods};
use anjuan_office::{
    ActId, CaseId, Result, checks,
    deadlines::{self, Due, DueCount, DueCursor, DueFilter, DueOnDay, DueState},
};
use serde::{Deserialize, Serialize};

use crate::{Seat, checks::about, law::DueSum, words};

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
    /// After this place.
    pub after: Option<DueCursor>,
    /// At most so many; 100 when left out.
    pub limit: Option<u32>,
}

impl DueAsk {
    fn filter(&self, today: Day) -> DueFilter {
        let within = self.within.map(|days| today.add_days(i64::from(days)));
        DueFilter { until: within.or(self.filter.until), ..self.filter.clone() }
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
    /// Who handles the case.
    pub handler: Option<String>,
    /// The rule.
    pub rule: String,
    /// What the rule is called.
    pub title: Words,
    /// What it is about, as it stands in the record.
    pub subject: String,
    /// The person concerned.
    pub person: Option<String>,
    /// The day of the trigger.
    pub trigger_on: Day,
    /// Who has to act: `office`, `police`, `court`, `agency`, `party` or `other`.
    pub by: String,
    /// The last day by law.
    pub due: Day,
    /// Finish by this day.
    pub safe_due: Day,
    /// How many days are left to finish; below zero when it is past.
    pub days_left: i64,
    /// How it stands today.
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

impl DueRow {
    fn of(due: Due, today: Day) -> Self {
        Self {
            title: title(&due.rule),
            days_left: today.days_until(due.safe_due),
            case: due.case,
            register_no: due.register_no,
            case_title: due.title,
            category: due.category,
            handler: due.handler,
            rule: due.rule,
            subject: due.subject,
            person: due.person,
            trigger_on: due.trigger_on,
            by: due.by,
            due: due.due,
            safe_due: due.safe_due,
            state: due.state,
            met_on: due.met_on,
            met_by: due.met_by,
            in_custody: due.in_custody,
            calendar_missing: due.calendar_missing,
        }
    }
}

fn title(rule: &str) -> Words {
    periods::rule(rule).map_or_else(|| Words::owned(rule, rule), |rule| rule.title.clone())
}

/// What is due, by the day to finish by, as it stands today.
pub fn due_list(seat: &Seat<'_>, ask: DueAsk) -> Result<DueListPage> {
    let limit = ask.limit.unwrap_or(100).clamp(1, 1000);
    let page =
        seat.read(|reading| deadlines::list(reading, &ask.filter(seat.day), seat.day, ask.after.as_ref(), limit))?;
    let rows = page.rows.into_iter().map(|due| DueRow::of(due, seat.day)).collect();
    Ok(DueListPage { rows, next: page.next })
}

/// How many due dates stand how today under a filter.
pub fn due_counts(seat: &Seat<'_>, ask: DueAsk) -> Result<Vec<DueCount>> {
    seat.read(|reading| deadlines::counts(reading, &ask.filter(seat.day), seat.day))
}

/// How many are to be finished by each day, under a filter; days without any are left out.
pub fn due_days(seat: &Seat<'_>, ask: DueAsk) -> Result<Vec<DueOnDay>> {
    seat.read(|reading| deadlines::days(reading, &ask.filter(seat.day), seat.day))
}

/// Which case.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
pub struct CaseDueAsk {
    /// The case.
    pub case: CaseId,
}

/// All time limits of a case with their arithmetic.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CaseDue {
    /// Those that run first, the next to finish before the others; then those met and ended.
    pub periods: Vec<CasePeriod>,
    /// What could not be counted, or was left out of it.
    pub gaps: Vec<CaseGap>,
}

/// One time limit of a case.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CasePeriod {
    /// The sum with its steps.
    pub sum: DueSum,
    /// What it is about, as it stands in the record.
    pub subject: String,
    /// What it is about, in words.
    pub about: Words,
    /// Who has to act.
    pub by: String,
    /// How many days are left to finish; below zero when it is past.
    pub days_left: i64,
    /// How it stands today.
    pub state: DueState,
    /// Decide, release or change the measure today.
    pub hard_stop: bool,
    /// The act that set it going.
    pub trigger_act: Option<ActId>,
    /// The day on which it was met.
    pub met_on: Option<Day>,
    /// The act that met it.
    pub met_by: Option<ActId>,
    /// The day on which it ended without being met.
    pub ended_on: Option<Day>,
    /// It does not run since that day.
    pub paused_since: Option<Day>,
}

/// Something about a time limit that a person must look at.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CaseGap {
    /// The rule.
    pub rule: String,
    /// What the rule is called.
    pub title: Words,
    /// The day of the trigger.
    pub trigger_on: Day,
    /// The act concerned.
    pub act: Option<ActId>,
    /// What is wrong, as a code.
    pub code: String,
    /// What is wrong, in words.
    pub words: Words,
}

/// All time limits of a case with their arithmetic, counted anew from its record.
pub fn case_due(seat: &Seat<'_>, ask: CaseDueAsk) -> Result<CaseDue> {
    let today = seat.day;
    seat.read(|reading| {
        let clock = deadlines::of_case(reading, ask.case)?;
        let mut periods = Vec::new();
        for period in &clock.periods {
            let subject = deadlines::subject_text(period.subject);
            periods.push(CasePeriod {
                sum: DueSum::of(period.rule, period.trigger_on, &period.sum),
                about: about(&checks::subject(reading, &subject)?),
                subject,
                by: deadlines::by_code(period.rule.by).to_owned(),
                days_left: today.days_until(period.sum.safe_due),
                state: period.state(today, deadlines::calendar()).into(),
                hard_stop: period.hard_stop(today, deadlines::calendar()),
                trigger_act: period.trigger_act.map(ActId::known),
                met_on: period.met_on,
                met_by: period.met_by.map(ActId::known),
                ended_on: period.ended.map(|ended| ended.on),
                paused_since: period.paused_since,
            });
        }
        let over = |period: &CasePeriod| period.met_on.is_some() || period.ended_on.is_some();
        periods.sort_by_key(|period| (over(period), period.sum.safe_due));
        let gaps = clock.gaps.iter().map(|gap| CaseGap {
            rule: gap.rule.to_owned(),
            title: title(gap.rule),
            trigger_on: gap.trigger_on,
            act: gap.act.map(ActId::known),
            code: gap.code.to_owned(),
            words: words::both(&format!("gap_{}", gap.code)),
        });
        Ok(CaseDue { periods, gaps: gaps.collect() })
    })
}
