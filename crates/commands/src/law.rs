//! The law asked directly: its time limits, one sum, one day.

use anjuan_law::{
    Basis, Calendar, Day, DayKind, Lang, Words,
    periods::{self, Granted, Limit, Pause, Question, Roll, Rule, Sum, SumError},
};
use anjuan_office::{Refusal, Result, deadlines, refusal};
use serde::{Deserialize, Serialize};

use crate::{Desk, Seat, list::Nothing, words};

/// A reference to an instrument and its article, as people write it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct BasisWords {
    /// The instrument's tag.
    pub source: String,
    /// The article.
    pub article: String,
    /// Both in words.
    pub words: Words,
}

impl From<&Basis> for BasisWords {
    fn from(basis: &Basis) -> Self {
        Self {
            source: basis.source.to_owned(),
            article: basis.article.to_owned(),
            words: Words::owned(basis.words(Lang::Zh), basis.words(Lang::En)),
        }
    }
}

/// One time limit.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PeriodRule {
    /// Its name, for example `review_for_prosecution`.
    pub rule: String,
    /// What it is called.
    pub title: Words,
    /// What sets it going.
    pub trigger: Words,
    /// The chapter it stands in.
    pub chapter: Words,
    /// Its length (`1m15d`), where the law has a number or the office a default.
    pub length: Option<String>,
    /// The length in words.
    pub length_words: Option<Words>,
    /// `days`, `setting`, `in_paper`, `months_in_act` or `state`.
    pub limit: String,
    /// Whether its last day moves to a working day: `yes`, `unless_in_custody` or `never`.
    pub roll: String,
    /// Who has to act: `office`, `police`, `court`, `agency`, `party` or `other`.
    pub by: String,
    /// Counted back from an event.
    pub backward: bool,
    /// A right, not a duty.
    pub optional: bool,
    /// The number was not seen in a text.
    pub unverified: bool,
    /// How it can be prolonged.
    pub extensions: Vec<PeriodExtension>,
    /// Where it stands in the law.
    pub basis: Vec<BasisWords>,
    /// What else a person must know.
    pub note: Option<Words>,
    /// First day in force, where known.
    pub in_force_from: Option<Day>,
    /// Last day in force.
    pub in_force_to: Option<Day>,
}

/// One way to prolong a time limit.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PeriodExtension {
    /// Its name in the rule.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// How much, in words.
    pub length: Option<Words>,
    /// Who approves it.
    pub approver: Option<Words>,
}

/// All time limits, chapter by chapter.
pub fn law_rules(_: &Desk, _: Nothing) -> Result<Vec<PeriodRule>> {
    Ok(periods::rules().iter().map(PeriodRule::from).collect())
}

impl From<&Rule> for PeriodRule {
    fn from(rule: &Rule) -> Self {
        let length_words = |length: periods::Length| Words::owned(length.zh(), length.en());
        Self {
            rule: rule.id.to_owned(),
            title: rule.title.clone(),
            trigger: rule.trigger.clone(),
            chapter: rule.chapter.clone(),
            length: rule.length().map(|length| length.to_string()),
            length_words: rule.length().map(length_words),
            limit: limit_code(rule.limit).to_owned(),
            roll: match rule.roll {
                Roll::Yes => "yes",
                Roll::UnlessInCustody => "unless_in_custody",
                Roll::Never => "never",
            }
            .to_owned(),
            by: deadlines::by_code(rule.by).to_owned(),
            backward: rule.direction == periods::Direction::Backward,
            optional: rule.optional,
            unverified: rule.unverified,
            extensions: rule
                .extensions
                .iter()
                .map(|extension| PeriodExtension {
                    id: extension.id.to_owned(),
                    title: extension.title.clone(),
                    length: extension.length.map(length_words),
                    approver: extension.approver.clone(),
                })
                .collect(),
            basis: rule.basis.iter().map(BasisWords::from).collect(),
            note: rule.note.clone(),
            in_force_from: rule.in_force_from,
            in_force_to: rule.in_force_to,
        }
    }
}

fn limit_code(limit: Limit) -> &'static str {
    match limit {
        Limit::Length(_) => "days",
        Limit::Setting { .. } => "setting",
        Limit::InPaper { .. } => "in_paper",
        Limit::Months { .. } => "months_in_act",
        Limit::State => "state",
    }
}

/// One sum to make.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct LawDueAsk {
    /// The rule.
    pub rule: String,
    /// The day of the trigger.
    pub from: Option<Day>,
    /// Whether the person is in custody.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub in_custody: bool,
    /// Extensions granted, in order: `special_4d`; `special_4d=2` where fewer days were given; `chief_prosecutor=2026-07-03`
    /// where the approval set the day.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>")]
    pub extensions: Vec<String>,
    /// A length in place of the rule's setting, or the months that a decision names, for example `30d` or `8m`.
    pub length: Option<String>,
    /// The last day that the paper sets.
    pub set_on: Option<Day>,
    /// Times that are not counted.
    #[serde(default)]
    #[ts(as = "Option<Vec<NotCounted>>")]
    pub not_counted: Vec<NotCounted>,
}

/// A time that is not counted: suspension, appraisal, evaluation.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
pub struct NotCounted {
    /// The day it began.
    pub from: Day,
    /// The day the period ran again.
    pub to: Day,
}

/// A last day and how it was found.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct DueSum {
    /// The rule.
    pub rule: String,
    /// What it is called.
    pub title: Words,
    /// What set it going.
    pub trigger: Words,
    /// The day of that.
    pub trigger_on: Day,
    /// The last day by law.
    pub due: Day,
    /// The earliest day by any reading; finish by this one.
    pub safe_due: Day,
    /// The last day before it was moved off a day without work.
    pub nominal: Day,
    /// How long the rule is, where it has a length of its own.
    pub length_words: Option<Words>,
    /// Whether the person counted as in custody.
    pub in_custody: bool,
    /// The arithmetic, in order.
    pub steps: Vec<SumStep>,
    /// A year whose table of days off would be needed and is not loaded.
    pub calendar_missing: Option<i32>,
    /// Where the rule stands in the law.
    pub basis: Vec<BasisWords>,
    /// What else a person must know.
    pub note: Option<Words>,
    /// The number was not seen in a text.
    pub unverified: bool,
}

/// One step of a sum.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct SumStep {
    /// What was done, as a code.
    pub what: String,
    /// What was done, in words.
    pub words: Words,
    /// Where it stands in the law.
    pub basis: Vec<BasisWords>,
    /// The day it led to.
    pub day: Day,
}

impl DueSum {
    pub(crate) fn of(rule: &Rule, trigger_on: Day, sum: &Sum) -> Self {
        Self {
            rule: rule.id.to_owned(),
            title: rule.title.clone(),
            trigger: rule.trigger.clone(),
            trigger_on,
            due: sum.due,
            safe_due: sum.safe_due,
            nominal: sum.nominal,
            length_words: rule.length().map(|length| Words::owned(length.zh(), length.en())),
            in_custody: sum.in_custody,
            steps: sum
                .steps
                .iter()
                .map(|step| SumStep {
                    what: step.what.code().to_owned(),
                    words: Words::owned(step.words(Lang::Zh), step.words(Lang::En)),
                    basis: step.basis.iter().map(BasisWords::from).collect(),
                    day: step.day,
                })
                .collect(),
            calendar_missing: sum.calendar_missing,
            basis: rule.basis.iter().map(BasisWords::from).collect(),
            note: rule.note.clone(),
            unverified: rule.unverified,
        }
    }
}

/// Makes one sum. The rule is that of the trigger's day; where an office is open, its days off and its numbers count.
pub fn law_due(desk: &Desk, ask: LawDueAsk) -> Result<DueSum> {
    let from = ask.from.unwrap_or_else(|| desk.host().today());
    let rule =
        periods::rule_on(&ask.rule, from).ok_or_else(|| refusal!("period_unknown", rule = ask.rule).at("rule"))?;
    let counting = match desk.seat() {
        Ok(seat) => seat.office().read(deadlines::counting)?,
        Err(_) => deadlines::plain(),
    };
    let extensions = ask.extensions.iter().map(|text| granted(text)).collect::<Result<Vec<_>>>()?;
    let length = match &ask.length {
        Some(text) => Some(text.parse().map_err(|_| refusal!("length_malformed", value = text).at("length"))?),
        None => counting.settings.lengths.get(rule.id).copied(),
    };
    let own = ask.length.is_none();
    let note = counting.settings.notes.get(rule.id).filter(|_| own).map_or("", String::as_str);
    let pauses = ask.not_counted.iter().map(pause).collect::<Result<Vec<_>>>()?;
    let question = Question {
        in_custody: ask.in_custody,
        extensions: &extensions,
        pauses: &pauses,
        length,
        length_note: note,
        set_on: ask.set_on,
        ..Question::new(rule, from)
    };
    let sum = periods::sum(&question, &counting.calendar).map_err(|error| sum_refusal(&error))?;
    Ok(DueSum::of(rule, from, &sum))
}

/// Reads an extension: its name, with the days given or the day that the approval set.
fn granted(text: &str) -> Result<Granted<'_>> {
    let Some((id, value)) = text.split_once('=') else { return Ok(Granted::whole(text)) };
    let malformed = || refusal!("extension_malformed", value = text).at("extensions");
    match (value.parse::<u32>(), value.parse::<Day>()) {
        (Ok(days), _) => Ok(Granted { days: Some(days), ..Granted::whole(id) }),
        (_, Ok(until)) => Ok(Granted { until: Some(until), ..Granted::whole(id) }),
        _ => Err(malformed()),
    }
}

fn pause(asked: &NotCounted) -> Result<Pause> {
    if asked.to < asked.from {
        return Err(refusal!("not_counted_backward", from = asked.from, to = asked.to).at("not_counted"));
    }
    Ok(Pause { from: asked.from, to: asked.to, title: words::both("time_not_counted"), basis: &[] })
}

/// Why no sum can be made, as a refusal; the error carries its values.
fn sum_refusal(error: &SumError) -> Refusal {
    let mut refusal = Refusal { code: error.code().to_owned(), at: "rule".to_owned(), values: Default::default() };
    if let Ok(serde_json::Value::Object(values)) = serde_json::to_value(error) {
        for (name, value) in values.into_iter().filter(|(name, _)| name != "code") {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            refusal.values.insert(name, text);
        }
    }
    refusal
}

/// A day to ask about.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct CalendarDayAsk {
    /// The day; today when left out.
    pub day: Option<Day>,
}

/// Days to ask about.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct CalendarAsk {
    /// The first day; today when left out.
    pub from: Option<Day>,
    /// The last day; the first when left out.
    pub to: Option<Day>,
}

/// What a day is.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CalendarDay {
    /// The day.
    pub day: Day,
    /// Whether people work on it.
    pub works: bool,
    /// `working`, `made_up`, `weekend` or `off`.
    pub kind: String,
    /// The holiday it is, or makes up for.
    pub name: Option<Words>,
    /// A year whose table of days off would be needed to be sure, and is not loaded.
    pub missing: Option<i32>,
}

/// At most so many days at once.
const MOST_DAYS: usize = 400;

/// What a day is: working, made up, weekend or off.
pub fn calendar_day(seat: &Seat<'_>, ask: CalendarDayAsk) -> Result<CalendarDay> {
    let counting = seat.office().read(deadlines::counting)?;
    Ok(day_of(&counting.calendar, ask.day.unwrap_or(seat.day)))
}

/// What each of these days is, at most 400 of them.
pub fn calendar_days(seat: &Seat<'_>, ask: CalendarAsk) -> Result<Vec<CalendarDay>> {
    let from = ask.from.unwrap_or(seat.day);
    let to = ask.to.unwrap_or(from);
    let days = std::iter::successors(Some(from), |day| day.checked_add_days(1)).take_while(|day| *day <= to);
    let counting = seat.office().read(deadlines::counting)?;
    Ok(days.take(MOST_DAYS).map(|day| day_of(&counting.calendar, day)).collect())
}

fn day_of(calendar: &Calendar, day: Day) -> CalendarDay {
    let (kind, name) = match calendar.is_working_day(day) {
        DayKind::Working => ("working", None),
        DayKind::MadeUp { name } => ("made_up", Some(name)),
        DayKind::Weekend => ("weekend", None),
        DayKind::Off { name } => ("off", Some(name)),
    };
    CalendarDay { day, works: calendar.works(day), kind: kind.to_owned(), name, missing: calendar.missing_for(day) }
}
