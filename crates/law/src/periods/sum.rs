//! The sum: from a rule and a trigger day to the last day, step by step.

use serde::Serialize;

use super::counting::{MonthEnd, add_months, add_working_days};
use super::pauses::{Pause, merged};
use super::step::{Step, What};
use super::{Direction, Extension, Family, Length, Limit, Mode, Roll, Rule};
use crate::Day;
use crate::calendar::Calendar;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question<'a> {
    /// The rule.
    pub rule: &'static Rule,
    /// The day of the trigger; of the event, where the rule counts backward.
    pub trigger: Day,
    /// Whether the person is in custody on the last day.
    pub in_custody: bool,
    /// Extensions granted, in order.
    pub extensions: &'a [Granted<'a>],
    /// Times that are not counted.
    pub pauses: &'a [Pause],
    /// The office's own number, where the law has none; the months of a decision.
    pub length: Option<Length>,
    /// Where the office's own number comes from, in its words.
    pub length_note: &'a str,
    /// The last day that the paper sets.
    pub set_on: Option<Day>,
    /// An earlier last day that the paper sets; it counts only where it is earlier.
    pub earlier: Option<Day>,
}

impl<'a> Question<'a> {
    /// The rule from a trigger day, nothing else: not in custody, no extension, no pause.
    pub fn new(rule: &'static Rule, trigger: Day) -> Question<'a> {
        Question {
            rule,
            trigger,
            in_custody: false,
            extensions: &[],
            pauses: &[],
            length: None,
            length_note: "",
            set_on: None,
            earlier: None,
        }
    }
}

/// An extension that was granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Granted<'a> {
    /// The extension's name in the rule.
    pub id: &'a str,
    /// Days given, where fewer than the most may be given; none for the most.
    pub days: Option<u32>,
    /// The day the approval sets, where the law names no length.
    pub until: Option<Day>,
    /// The day of the approval; pauses before it are taken as known to it.
    pub on: Option<Day>,
}

impl<'a> Granted<'a> {
    /// The whole of that extension.
    pub fn whole(id: &'a str) -> Granted<'a> {
        Granted { id, days: None, until: None, on: None }
    }
}

/// The last day and how it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// The last day by law.
    pub due: Day,
    /// The earliest day by any reading of the months: custody is watched by this one.
    pub safe_due: Day,
    /// The last day before it was moved off a day without work.
    pub nominal: Day,
    /// Whether the person counted as in custody.
    pub in_custody: bool,
    /// The arithmetic, in order.
    pub steps: Vec<Step>,
    /// A year whose table of days off would be needed and is not loaded: weekends only.
    pub calendar_missing: Option<i32>,
}

/// Why no sum can be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum SumError {
    /// The rule counts no days.
    #[error("{rule} counts no days")]
    PeriodCountsNoDays {
        /// The rule.
        rule: &'static str,
    },
    /// The law has no number and the office set none.
    #[error("{rule}: the law has no number and the office has set none")]
    PeriodSettingMissing {
        /// The rule.
        rule: &'static str,
        /// What is offered.
        suggest: Option<Length>,
    },
    /// The paper has to set the day (or the months) and does not.
    #[error("{rule}: the paper sets no day in {field}")]
    PeriodDayNotSet {
        /// The rule.
        rule: &'static str,
        /// The field that should hold it.
        field: &'static str,
    },
    /// The rule has no such extension.
    #[error("{rule} has no extension {extension}")]
    PeriodExtensionUnknown {
        /// The rule.
        rule: &'static str,
        /// What was asked.
        extension: String,
    },
    /// The same extension twice.
    #[error("{rule}: extension {extension} twice")]
    PeriodExtensionTwice {
        /// The rule.
        rule: &'static str,
        /// The extension.
        extension: &'static str,
    },
    /// More days than the extension allows, or none.
    #[error("{rule}: extension {extension}: {days} days are not between 1 and {most}")]
    PeriodExtensionTooLong {
        /// The rule.
        rule: &'static str,
        /// The extension.
        extension: &'static str,
        /// Days asked.
        days: u32,
        /// Days there are.
        most: u32,
    },
    /// The approval sets the day and does not say it, or says one that is no prolongation.
    #[error("{rule}: extension {extension} names no later day")]
    PeriodExtensionDayMissing {
        /// The rule.
        rule: &'static str,
        /// The extension.
        extension: &'static str,
    },
    /// The last day would be outside 1900 to 2199.
    #[error("{rule}: the last day is outside the years 1900 to 2199")]
    PeriodOutOfRange {
        /// The rule.
        rule: &'static str,
    },
}

impl SumError {
    /// The error's code; its words are `refusal_<code>` and `remedy_<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            SumError::PeriodCountsNoDays { .. } => "period_counts_no_days",
            SumError::PeriodSettingMissing { .. } => "period_setting_missing",
            SumError::PeriodDayNotSet { .. } => "period_day_not_set",
            SumError::PeriodExtensionUnknown { .. } => "period_extension_unknown",
            SumError::PeriodExtensionTwice { .. } => "period_extension_twice",
            SumError::PeriodExtensionTooLong { .. } => "period_extension_too_long",
            SumError::PeriodExtensionDayMissing { .. } => "period_extension_day_missing",
            SumError::PeriodOutOfRange { .. } => "period_out_of_range",
        }
    }
}

/// Finds the last day.
pub fn sum(question: &Question<'_>, calendar: &Calendar) -> Result<Sum, SumError> {
    let mut work = Work { question, calendar, rule: question.rule, steps: Vec::with_capacity(8), missing: None };
    work.run()
}

struct Work<'q> {
    question: &'q Question<'q>,
    calendar: &'q Calendar,
    rule: &'static Rule,
    steps: Vec<Step>,
    missing: Option<i32>,
}

/// One extension that counts.
struct Counted {
    extension: &'static Extension,
    length: Length,
    until: Option<Day>,
    on: Option<Day>,
}

impl Work<'_> {
    fn run(&mut self) -> Result<Sum, SumError> {
        if let Limit::InPaper { field } = self.rule.limit {
            return self.set_by_paper(field);
        }
        let base = self.base()?;
        let whose = match self.rule.limit {
            Limit::Setting { .. } => self.setting(base),
            _ => What::Base { length: base },
        };
        self.step(whose, self.question.trigger);
        if self.rule.direction == Direction::Backward {
            return self.backward(base);
        }
        if base == Length::default() {
            self.step(What::SameDay, self.question.trigger);
        } else {
            self.step(What::FirstDayNotCounted, self.question.trigger);
        }
        let counted = self.extensions()?;
        if base.hours > 0 {
            return self.hours(base);
        }
        let (nominal, naive) = if base.working_days > 0 {
            let nominal = self.working(base, &counted)?;
            (nominal, nominal)
        } else {
            self.calendar_days(base, &counted)?
        };
        self.finish(nominal, naive)
    }

    fn base(&self) -> Result<Length, SumError> {
        let rule = self.rule.id;
        match self.rule.limit {
            Limit::Length(length) => Ok(length),
            Limit::Setting { default, suggest } => {
                self.question.length.or(default).ok_or(SumError::PeriodSettingMissing { rule, suggest })
            }
            Limit::Months { field, .. } => self.question.length.ok_or(SumError::PeriodDayNotSet { rule, field }),
            Limit::InPaper { .. } | Limit::State => Err(SumError::PeriodCountsNoDays { rule }),
        }
    }

    /// Whose number it is, where the law has none.
    fn setting(&self, length: Length) -> What {
        match self.question.length {
            Some(_) => What::OfficeLength { length, note: self.question.length_note.to_owned() },
            None => What::UsualLength { length },
        }
    }

    /// The day stands in the paper; the law adds only the roll.
    fn set_by_paper(&mut self, field: &'static str) -> Result<Sum, SumError> {
        let rule = self.rule.id;
        let day = self.question.set_on.ok_or(SumError::PeriodDayNotSet { rule, field })?;
        self.step(What::SetInPaper, day);
        self.finish(day, day)
    }

    fn backward(&mut self, base: Length) -> Result<Sum, SumError> {
        let due = self.checked(self.question.trigger.checked_add_days(-i64::from(base.days)))?;
        self.step(What::CountedBack { length: base, event: self.question.trigger }, due);
        // Nothing rolls a backward limit; what is advised is a day on which people work.
        let safe = self.calendar.on_or_before(due).unwrap_or(due);
        self.note_missing(due);
        if safe < due {
            self.step(What::AdvisedWorkingDay, safe);
        }
        Ok(self.done(due, safe, due))
    }

    /// Hours end on the day on which the hour of the event comes round; see [`super::counting`].
    fn hours(&mut self, base: Length) -> Result<Sum, SumError> {
        let days = base.hours / 24;
        let due = self.checked(self.question.trigger.checked_add_days(i64::from(days)))?;
        self.step(What::Hours { length: base }, due);
        Ok(self.done(due, due, due))
    }

    /// Months first, all from the trigger; then days; then what was not counted.
    fn calendar_days(&mut self, base: Length, counted: &[Counted]) -> Result<(Day, Day), SumError> {
        let trigger = self.question.trigger;
        let replaced = counted.iter().find(|c| c.extension.mode == Mode::ReplaceBase);
        let base = replaced.map_or(base, |c| c.length);
        let added = || counted.iter().filter(|c| c.extension.mode == Mode::Add && c.until.is_none());
        let months = base.all_months() + added().map(|c| c.length.all_months()).sum::<u32>();
        let (mut at, mut naive) = (trigger, trigger);
        if let Some(c) = replaced {
            self.steps.push(Step::of_extension(What::InPlaceOfBase { length: c.length, id: c.extension }, trigger));
        }
        for c in added().filter(|c| c.length.all_months() > 0) {
            let what = What::MonthsAdded { length: c.length, id: c.extension, total: months };
            self.steps.push(Step::of_extension(what, trigger));
        }
        if months > 0 {
            let (day, how) = self.checked(add_months(trigger, months, self.rule.family))?;
            self.step(What::Months { months, how }, day);
            naive = self.checked(add_months(trigger, months, Family::Civil))?.0;
            at = day;
        }
        let safe_by = naive.days_until(at);
        if base.days > 0 {
            at = self.checked(at.checked_add_days(i64::from(base.days)))?;
            self.step(What::Days { days: base.days }, at);
        }
        for c in added().filter(|c| c.length.days > 0) {
            at = self.checked(at.checked_add_days(i64::from(c.length.days)))?;
            let what = What::DaysAdded { length: c.length, id: c.extension };
            self.steps.push(Step::of_extension(what, at));
        }
        at = self.paused(at, counted, false)?;
        at = self.until(at, counted)?;
        at = self.paused(at, counted, true)?;
        Ok((at, at.add_days(-safe_by)))
    }

    fn working(&mut self, base: Length, counted: &[Counted]) -> Result<Day, SumError> {
        let pauses = merged(self.question.pauses);
        let days = base.working_days + counted.iter().map(|c| c.length.working_days).sum::<u32>();
        let inside = |day: Day| pauses.iter().any(|pause| pause.from < day && day <= pause.to);
        for pause in pauses.iter().filter(|pause| pause.to > self.question.trigger) {
            self.steps.push(Step {
                what: What::NotCounted { days: 0, title: pause.title.clone() },
                basis: pause.basis,
                day: pause.to,
            });
        }
        let end = add_working_days(self.question.trigger, days, self.calendar, inside);
        let at = self.checked(end)?;
        self.step(What::WorkingDays { days }, at);
        let mut day = self.question.trigger;
        while day < at && self.missing.is_none() {
            day = day.next();
            self.note_missing(day);
        }
        let at = self.until(at, counted)?;
        self.paused(at, counted, true)
    }

    /// The last of the days that approvals set themselves.
    fn until(&mut self, at: Day, counted: &[Counted]) -> Result<Day, SumError> {
        let mut at = at;
        for c in counted {
            let Some(until) = c.until else { continue };
            if until <= at {
                let (rule, extension) = (self.rule.id, c.extension.id);
                return Err(SumError::PeriodExtensionDayMissing { rule, extension });
            }
            at = until;
            self.steps.push(Step::of_extension(What::ExtendedUntil { id: c.extension }, at));
        }
        Ok(at)
    }

    /// Adds the days that are not counted, pause by pause, as long as the period still ran.
    ///
    /// Where an approval set the day, the pauses before the approval come before it (`later` =
    /// false) and are in its day already; those after it come after.
    fn paused(&mut self, at: Day, counted: &[Counted], later: bool) -> Result<Day, SumError> {
        let cut = counted.iter().filter(|c| c.until.is_some()).map(|c| c.on.unwrap_or(Day::MAX)).max();
        let mut at = at;
        for pause in merged(self.question.pauses) {
            let from = pause.from.max(self.question.trigger);
            let belongs = later == cut.is_some_and(|cut| pause.from >= cut);
            if !belongs || from > at || pause.to <= from {
                continue;
            }
            let days = from.days_until(pause.to);
            at = self.checked(at.checked_add_days(days))?;
            let what = What::NotCounted { days: u32::try_from(days).unwrap_or(0), title: pause.title };
            self.steps.push(Step { what, basis: pause.basis, day: at });
        }
        Ok(at)
    }

    /// The extensions that count, each checked.
    fn extensions(&mut self) -> Result<Vec<Counted>, SumError> {
        let rule = self.rule.id;
        let mut counted: Vec<Counted> = Vec::new();
        for granted in self.question.extensions {
            let extension = self
                .rule
                .extension(granted.id)
                .ok_or_else(|| SumError::PeriodExtensionUnknown { rule, extension: granted.id.to_owned() })?;
            if counted.iter().any(|c| c.extension.id == extension.id) {
                return Err(SumError::PeriodExtensionTwice { rule, extension: extension.id });
            }
            counted.push(self.counted(extension, granted)?);
        }
        let names: Vec<&str> = counted.iter().map(|c| c.extension.id).collect();
        let absorbed = |id: &str| counted.iter().any(|c| c.extension.absorbs.contains(&id));
        let gone: Vec<&'static Extension> =
            counted.iter().map(|c| c.extension).filter(|extension| absorbed(extension.id)).collect();
        for extension in &gone {
            self.steps.push(Step::of_extension(What::Absorbed { id: extension }, self.question.trigger));
        }
        for c in &counted {
            if let Some(need) = c.extension.needs.iter().find(|need| !names.contains(need)) {
                let what = What::OutOfOrder { id: c.extension, need };
                self.steps.push(Step::of_extension(what, self.question.trigger));
            }
        }
        counted.retain(|c| !gone.iter().any(|extension| extension.id == c.extension.id));
        Ok(counted)
    }

    fn counted(&self, extension: &'static Extension, granted: &Granted<'_>) -> Result<Counted, SumError> {
        let rule = self.rule.id;
        match (extension.length, granted.days) {
            (None, _) => match granted.until {
                Some(_) => Ok(Counted { extension, length: Length::default(), until: granted.until, on: granted.on }),
                None => Err(SumError::PeriodExtensionDayMissing { rule, extension: extension.id }),
            },
            (Some(most), Some(days)) if extension.up_to => {
                if days == 0 || days > most.days {
                    let (extension, most) = (extension.id, most.days);
                    return Err(SumError::PeriodExtensionTooLong { rule, extension, days, most });
                }
                Ok(Counted { extension, length: Length::days(days), until: None, on: None })
            }
            (Some(length), _) => Ok(Counted { extension, length, until: None, on: None }),
        }
    }

    /// The roll, once, at the very end.
    fn finish(&mut self, nominal: Day, naive: Day) -> Result<Sum, SumError> {
        let safe = naive.min(nominal);
        let held = self.rule.roll == Roll::UnlessInCustody && self.question.in_custody;
        self.note_missing(nominal);
        let off = !self.calendar.works(nominal);
        if self.rule.roll == Roll::Never {
            self.step(What::NeverRolls, nominal);
            return Ok(self.done(nominal, safe, nominal));
        }
        if held {
            self.step(if off { What::CustodyStays } else { What::CustodyPeriod }, nominal);
            return Ok(self.done(nominal, safe, nominal));
        }
        if !off {
            self.step(What::LastDayWorks { made_up: nominal.is_weekend() }, nominal);
            let safe = self.checked(self.calendar.on_or_after(safe))?;
            return Ok(self.done(nominal, safe, nominal));
        }
        let due = self.checked(self.calendar.on_or_after(nominal))?;
        let name = self.calendar.is_working_day(nominal);
        self.step(What::Rolled { from: nominal, off: name }, due);
        self.note_missing(due);
        let safe = self.checked(self.calendar.on_or_after(safe))?;
        Ok(self.done(due, safe, nominal))
    }

    fn done(&mut self, due: Day, safe_due: Day, nominal: Day) -> Sum {
        let earlier = self.question.earlier.filter(|day| *day < due && *day >= self.question.trigger);
        let (due, safe_due) = earlier.map_or((due, safe_due), |day| (day, day.min(safe_due)));
        if earlier.is_some() {
            self.step(What::SetEarlier, due);
        }
        if let Some(year) = self.missing {
            self.step(What::CalendarMissing { year }, due);
        }
        let in_custody = self.question.in_custody && self.rule.roll == Roll::UnlessInCustody;
        let steps = std::mem::take(&mut self.steps);
        Sum { due, safe_due, nominal, in_custody, steps, calendar_missing: self.missing }
    }

    fn note_missing(&mut self, day: Day) {
        self.missing = self.missing.or_else(|| self.calendar.missing_for(day));
    }

    fn step(&mut self, what: What, day: Day) {
        self.steps.push(Step { basis: what.basis(self.rule), what, day });
    }

    fn checked<T>(&self, value: Option<T>) -> Result<T, SumError> {
        value.ok_or(SumError::PeriodOutOfRange { rule: self.rule.id })
    }
}

/// How the month was found, for the words of a step.
pub(super) fn month_words(how: MonthEnd) -> (&'static str, &'static str) {
    match how {
        MonthEnd::Same => ("对应日", "the corresponding day"),
        MonthEnd::Sticky => ("起算日为月末，止于月末", "from the last day of a month to the last day of a month"),
        MonthEnd::Missing => ("当月无对应日，为月末", "no such day in that month, so its last day"),
    }
}
