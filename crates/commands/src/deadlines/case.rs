//! All time limits of one case with their arithmetic, and the same as a slip for paper.

use anjuan_law::{Day, Words, clock::Period};
use anjuan_office::{
    ActId, CaseId, HearingId, Reading, Result, cases, checks,
    deadlines::{self, Counting, DueFilter, DueKind, DueState, LOOK_BACK, reminders::Reminder},
    hearings, refusal,
};
use serde::{Deserialize, Serialize};

use super::title;
use crate::{Seat, checks::about, law::DueSum, words};

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
    /// The reminders, those not done first.
    pub reminders: Vec<Reminder>,
    /// The look-backs after its hearings, those still to come first.
    pub look_backs: Vec<CaseLookBack>,
}

/// A look-back after a hearing of a case.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CaseLookBack {
    /// The hearing.
    pub hearing: HearingId,
    /// Its day.
    pub held_on: Option<Day>,
    /// When to look back.
    pub on: Day,
    /// How it stands today; met once it is recorded what was found.
    pub state: DueState,
    /// How many days are left; below zero when it is past.
    pub days_left: i64,
    /// What was found.
    pub found: String,
}

/// One time limit of a case.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CasePeriod {
    /// The sum with its steps.
    pub sum: DueSum,
    /// What kind it is.
    pub kind: DueKind,
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
    /// Amber from this day on.
    pub amber_on: Day,
    /// Red from this day on.
    pub red_on: Day,
    /// Decide, release or change the measure today.
    pub hard_stop: bool,
    /// The act that set it going.
    pub trigger_act: Option<ActId>,
    /// That act in words, with its day.
    pub trigger_words: Option<Words>,
    /// The day on which it was met.
    pub met_on: Option<Day>,
    /// The act that met it.
    pub met_by: Option<ActId>,
    /// That act in words, with its day.
    pub met_by_words: Option<Words>,
    /// The day on which it ended without being met.
    pub ended_on: Option<Day>,
    /// Why it ended without being met, in words.
    pub ended_words: Option<Words>,
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
    seat.read(|reading| of_case(reading, ask.case, seat.day))
}

fn of_case(reading: &Reading<'_>, case: CaseId, today: Day) -> Result<CaseDue> {
    let clock = deadlines::of_case(reading, case)?;
    let counting = deadlines::counting(reading)?;
    let mut periods = Vec::new();
    for period in &clock.periods {
        periods.push(CasePeriod::of(reading, period, &counting, today)?);
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
    Ok(CaseDue {
        periods,
        gaps: gaps.collect(),
        reminders: deadlines::reminders::of_case(reading, case)?,
        look_backs: look_backs(reading, case, today)?,
    })
}

/// The look-backs; those to come stand as they do in the list of what is due.
fn look_backs(reading: &Reading<'_>, case: CaseId, today: Day) -> Result<Vec<CaseLookBack>> {
    let filter = DueFilter { case: Some(case), rule: Some(LOOK_BACK.to_owned()), ..DueFilter::default() };
    let due = deadlines::list(reading, &filter, today, None, u32::MAX)?.rows;
    let state = |hearing: HearingId| {
        let subject = format!("hearing:{hearing}");
        due.iter().find(|row| row.subject == subject).map_or(DueState::Met, |row| row.state)
    };
    let all = hearings::look_backs(reading, case)?.into_iter().map(|one| CaseLookBack {
        hearing: one.hearing,
        held_on: one.held_on,
        state: state(one.hearing),
        days_left: today.days_until(one.on),
        on: one.on,
        found: one.found,
    });
    Ok(all.collect())
}

impl CasePeriod {
    fn of(reading: &Reading<'_>, period: &Period, counting: &Counting, today: Day) -> Result<Self> {
        let subject = deadlines::subject_text(period.subject);
        let act = |id: Option<i64>| -> Result<Option<Words>> {
            id.map(|id| Ok(about(&checks::subject(reading, &format!("act:{id}"))?))).transpose()
        };
        let ended = period.ended.filter(|_| period.met_on.is_none());
        Ok(Self {
            sum: DueSum::of(period.rule, period.trigger_on, &period.sum),
            about: about(&checks::subject(reading, &subject)?),
            kind: DueKind::of_subject(&subject),
            by: deadlines::by_code(period.rule.by).to_owned(),
            days_left: today.days_until(period.sum.safe_due),
            state: period.state(today, &counting.calendar).into(),
            amber_on: period.amber_on(&counting.calendar),
            red_on: period.red_on(&counting.calendar),
            hard_stop: period.hard_stop(today, &counting.calendar),
            trigger_act: period.trigger_act.map(ActId::known),
            trigger_words: act(period.trigger_act)?,
            met_on: period.met_on,
            met_by: period.met_by.map(ActId::known),
            met_by_words: act(period.met_by)?,
            ended_on: ended.map(|ended| ended.on),
            ended_words: ended.map(|ended| {
                use anjuan_law::clock::Ending;
                words::both(match ended.how {
                    Ending::Restarted => "due_ended_restarted",
                    Ending::CaseClosed => "due_ended_case_closed",
                    Ending::Cancelled => "due_ended_cancelled",
                    Ending::NoLongerNeeded => "due_ended_no_longer_needed",
                })
            }),
            paused_since: period.paused_since,
            subject,
        })
    }
}

/// Which case, and which of its time limits.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct CaseSlipAsk {
    /// The case.
    pub case: CaseId,
    /// Only this rule.
    pub rule: Option<String>,
    /// Only what is about this.
    pub subject: Option<String>,
    /// Only what began on this day.
    pub trigger_on: Option<Day>,
}

/// A control slip: a case and the sums of its due dates, for paper, in both languages.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CaseSlip {
    /// The day on which it stands so.
    pub day: Day,
    /// The procuratorate.
    pub office: String,
    /// The case's register number.
    pub register_no: String,
    /// Its other numbers.
    pub numbers: Vec<String>,
    /// Its title.
    pub case_title: String,
    /// Its category.
    pub category: String,
    /// Where it stands (law: stages).
    pub stage: String,
    /// The day of acceptance.
    pub accepted_on: Day,
    /// Its department.
    pub department: String,
    /// Who handles it; empty for nobody yet.
    pub handler: String,
    /// With whom it lies: `police`, `court`, `other`, or empty while it lies here.
    pub out_with: String,
    /// Since when.
    pub out_since: Option<Day>,
    /// Its people.
    pub persons: Vec<SlipPerson>,
    /// The time limits.
    pub periods: Vec<CasePeriod>,
    /// What could not be counted.
    pub gaps: Vec<CaseGap>,
    /// How far the journal was, so that the paper can be held against the record.
    pub journal: Option<SlipJournal>,
}

/// The newest entry of the journal.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct SlipJournal {
    /// Its number.
    pub entry: i64,
    /// Its hash, which stands for all entries before.
    pub hash: String,
}

/// A person on a slip.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct SlipPerson {
    /// The name.
    pub name: String,
    /// In what role (vocabulary: `person_role`).
    pub role: String,
    /// The measures in force (vocabulary: `measure`).
    pub measures: Vec<String>,
    /// Whether in custody.
    pub in_custody: bool,
}

/// The control slip of a case.
pub fn case_slip(seat: &Seat<'_>, ask: CaseSlipAsk) -> Result<CaseSlip> {
    seat.read(|reading| {
        let sheet = cases::sheet(reading, ask.case, seat.by())?;
        let due = of_case(reading, ask.case, seat.day)?;
        let wanted = |period: &CasePeriod| {
            ask.rule.as_ref().is_none_or(|rule| *rule == period.sum.rule)
                && ask.subject.as_ref().is_none_or(|subject| *subject == period.subject)
                && ask.trigger_on.is_none_or(|day| day == period.sum.trigger_on)
        };
        let narrowed = ask.rule.is_some() || ask.subject.is_some() || ask.trigger_on.is_some();
        let periods: Vec<CasePeriod> = due.periods.into_iter().filter(wanted).collect();
        if narrowed && periods.is_empty() {
            return Err(refusal!("due_date_unknown").at("rule"));
        }
        let head = sheet.head;
        let person = |card: &cases::PersonCard| SlipPerson {
            name: card.person.name.clone(),
            role: card.person.role.clone(),
            measures: card.measures.iter().filter(|one| one.is_current).map(|one| one.kind.clone()).collect(),
            in_custody: card.in_custody,
        };
        Ok(CaseSlip {
            day: seat.day,
            office: anjuan_office::founding::head(reading)?.name,
            register_no: head.register_no,
            numbers: sheet.numbers.into_iter().map(|line| line.number).collect(),
            case_title: head.title,
            category: head.category,
            stage: head.stage,
            accepted_on: head.accepted_on,
            department: head.department,
            handler: head.handler,
            out_with: head.out_with,
            out_since: head.out_since,
            persons: sheet.persons.iter().map(person).collect(),
            periods,
            gaps: if narrowed { Vec::new() } else { due.gaps },
            journal: reading.maybe(
                "SELECT entry, lower(hex(hash)) FROM journal ORDER BY entry DESC LIMIT 1",
                [],
                |row| Ok(SlipJournal { entry: row.get(0)?, hash: row.get(1)? }),
            )?,
        })
    })
}
