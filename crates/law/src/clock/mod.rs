//! The statutory clock: all periods of a case, from its timeline. Pure, and free of any clock of
//! its own: how a period stands is asked with a day ([`Period::state`]).

mod changes;
mod facts;
mod index;
mod period;
mod starts;
mod stops;
mod story;

pub use facts::{ActFact, CaseFacts, HearingFact, MeasureFact, PersonFact, RECEIVED_FIELD, Settings, Warning, marks};
pub use period::{Ended, Ending, Gap, Period, State, Subject};

use std::collections::HashSet;

use crate::periods::{Limit, On, Question, Roll, Sum, SumError, sum};
use crate::{Calendar, Day};
use changes::Brought;
use index::INDEX;
use starts::{Run, Timeline};
use stops::Answers;

/// The periods of a case, and what could not be counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Clock {
    /// All periods, met and ended ones too, in order of their trigger.
    pub periods: Vec<Period>,
    /// What a person has to look at: never empty in silence.
    pub gaps: Vec<Gap>,
}

/// Derives all periods of a case.
pub fn periods(facts: &CaseFacts, calendar: &Calendar, settings: &Settings) -> Clock {
    let timeline = Timeline::new(facts);
    let runs = timeline.runs();
    let answers = Answers::pair(&timeline, &runs);
    let mut work = Work { timeline: &timeline, calendar, settings, clock: Clock::default(), taken: HashSet::new() };
    for (at, run) in runs.iter().enumerate() {
        let next = runs.get(at + 1..).unwrap_or_default().iter().find(|other| work.restarts(run, other));
        let before = runs.get(..at).unwrap_or_default().iter().rev().find(|other| work.restarts(other, run));
        work.period(run, before, next, &answers);
    }
    work.chained();
    for (rule, at) in &answers.unclear {
        if let Some(act) = timeline.acts.get(*at) {
            let (subject, trigger_on) = (Subject::Act(act.id), act.on);
            let (rule, act, code) = (rule.id, Some(act.id), "answer_unclear");
            work.clock.gaps.push(Gap { rule, subject, trigger_on, act, code, values: Vec::new() });
        }
    }
    work.drop_misread_extensions();
    work.clock
}

/// The gap of an extension that no running period has.
const EXTENSION_UNKNOWN: &str = "extension_unknown";

struct Work<'w, 'f> {
    timeline: &'w Timeline<'f>,
    calendar: &'w Calendar,
    settings: &'w Settings,
    clock: Clock,
    /// Extension acts that some period took.
    taken: HashSet<i64>,
}

impl Work<'_, '_> {
    fn restarts(&self, run: &Run, other: &Run) -> bool {
        let same = run.subject == other.subject || run.person.is_some() && run.person == other.person;
        run.rule.restarts && std::ptr::eq(run.rule, other.rule) && same
    }

    fn period(&mut self, run: &Run, before: Option<&Run>, next: Option<&Run>, answers: &Answers) {
        let until = next.and_then(|next| next.act);
        let end = until.unwrap_or(self.timeline.acts.len());
        let Some((mut sum, paused_since)) = self.count(run, end) else { return };
        story::begin(self.timeline, run, before, &mut sum);
        let met = self.timeline.met(run, until, answers);
        let restarted = next.map(|next| Ended {
            on: next.on,
            act: next.act.and_then(|at| Some(self.timeline.acts.get(at)?.id)),
            how: Ending::Restarted,
        });
        let cancelled = self.cancelled(run);
        let ended = [restarted, self.timeline.closed(run), cancelled].into_iter().flatten().min_by_key(|e| e.on);
        let ended = ended.filter(|_| met.is_none());
        self.push(run, sum, met, ended, paused_since);
    }

    fn push(&mut self, run: &Run, sum: Sum, met: Option<stops::Met>, ended: Option<Ended>, paused: Option<Day>) {
        self.clock.periods.push(Period {
            rule: run.rule,
            subject: run.subject,
            person: run.person,
            trigger_on: run.on,
            trigger_act: run.act.and_then(|at| Some(self.timeline.acts.get(at)?.id)),
            sum,
            met_on: met.map(|(on, _)| on),
            met_by: met.and_then(|(_, act)| act),
            ended,
            paused_since: paused,
            red_day_before: self.settings.custody_day_before_red,
            warning: self.settings.warnings.get(run.rule.id).copied().unwrap_or_default(),
        });
    }

    fn cancelled(&self, run: &Run) -> Option<Ended> {
        let hearing = self.timeline.facts.hearings.iter().find(|h| run.subject == Subject::Hearing(h.id))?;
        Some(Ended { on: hearing.cancelled_on?, act: None, how: Ending::Cancelled })
    }

    /// The sum of a run with everything that changed it; a gap where there is none.
    fn count(&mut self, run: &Run, end: usize) -> Option<(Sum, Option<Day>)> {
        let (brought, unknown) = self.timeline.extensions(run, end);
        for act in unknown {
            self.gap(run, Some(act.id), EXTENSION_UNKNOWN, Vec::new());
        }
        let (pauses, since) = self.timeline.pauses(run, end);
        let mut question = Question::new(run.rule, run.on);
        question.pauses = &pauses;
        question.length = self.timeline.months(run, end).or(self.settings.lengths.get(run.rule.id).copied());
        question.length_note = self.settings.notes.get(run.rule.id).map_or("", String::as_str);
        if let Limit::InPaper { field } = run.rule.limit {
            question.set_on = self.timeline.value(field, "", run.act).and_then(|text| text.parse().ok());
        }
        if let Some((field, of)) = run.rule.earlier_by {
            question.earlier = self.timeline.value(field, of, run.act).and_then(|text| text.parse().ok());
        }
        question.earlier = question.earlier.or(self.timeline.term_by_paper(run));
        let counted = self.extend(run, question, &brought);
        match counted {
            Ok(sum) => {
                let since = since.filter(|since| *since <= sum.due);
                Some((sum, since))
            }
            Err(error) => {
                self.gap(run, None, error.code(), Vec::new());
                None
            }
        }
    }

    /// Takes the extensions one after the other; one that comes after the last day does not count.
    fn extend(&mut self, run: &Run, question: Question<'_>, brought: &[Brought<'_>]) -> Result<Sum, SumError> {
        let mut best = self.in_custody(run, question.clone())?;
        let mut taken = Vec::new();
        let mut granted_by = Vec::new();
        for Brought { granted, act: fact } in brought {
            let act = fact.map(|act| (act.id, act.on));
            if let Some((id, on)) = act.filter(|(_, on)| *on > best.due) {
                let values = vec![("due", best.due.to_string()), ("on", on.to_string())];
                self.gap(run, Some(id), "extension_after_expiry", values);
                continue;
            }
            taken.push(*granted);
            match self.in_custody(run, Question { extensions: &taken, ..question.clone() }) {
                Ok(sum) => {
                    best = sum;
                    self.taken.extend(act.map(|(id, _)| id));
                    granted_by.extend(fact.map(|fact| (granted.id, fact)));
                }
                Err(error) => {
                    taken.pop();
                    self.gap(run, act.map(|(id, _)| id), error.code(), vec![("extension", granted.id.to_owned())]);
                }
            }
        }
        story::approve(&granted_by, &mut best);
        Ok(best)
    }

    /// The sum with the custody of the last day.
    fn in_custody(&self, run: &Run, mut question: Question<'_>) -> Result<Sum, SumError> {
        let free = sum(&question, self.calendar)?;
        if run.rule.roll != Roll::UnlessInCustody || !self.timeline.facts.in_custody(run.person, free.nominal) {
            return Ok(free);
        }
        question.in_custody = true;
        sum(&question, self.calendar)
    }

    /// Periods that begin, or are counted back, from the end of another one.
    fn chained(&mut self) {
        let parents: Vec<Period> =
            self.clock.periods.iter().filter(|p| INDEX.by_expiry.contains_key(p.rule.id)).cloned().collect();
        for parent in parents {
            for (rule, start) in INDEX.by_expiry.get(parent.rule.id).into_iter().flatten() {
                if matches!(start.on, On::Expiry { .. }) && self.timeline.fits(start) {
                    let run =
                        Run { rule, subject: parent.subject, person: parent.person, on: parent.sum.due, act: None };
                    self.chain(&run, &parent);
                }
            }
        }
    }

    fn chain(&mut self, run: &Run, parent: &Period) {
        let end = self.timeline.acts.len();
        let Some((mut sum, paused)) = self.count(run, end) else { return };
        let backward = sum.due < run.on;
        story::begin_at_end(parent.rule, run, &mut sum);
        // A limit counted back is met by acts before the event it is counted from.
        let from = Run { on: if backward { parent.trigger_on } else { run.on }, ..run.clone() };
        let met = self.timeline.met(&from, None, &Answers::default());
        let over = parent.met_on.or(parent.ended.map(|ended| ended.on)).filter(|_| backward);
        let over = over.map(|on| Ended { on, act: parent.met_by, how: Ending::NoLongerNeeded });
        let ended = over.or_else(|| self.timeline.closed(&from)).filter(|_| met.is_none());
        self.push(run, sum, met, ended, paused);
    }

    /// An extension that one period does not know is no fault where it was meant for another.
    fn drop_misread_extensions(&mut self) {
        let taken = &self.taken;
        let meant_for_another = |gap: &Gap| gap.act.is_some_and(|act| taken.contains(&act));
        self.clock.gaps.retain(|gap| gap.code != EXTENSION_UNKNOWN || !meant_for_another(gap));
    }

    fn gap(&mut self, run: &Run, act: Option<i64>, code: &'static str, values: Vec<(&'static str, String)>) {
        let (rule, subject, trigger_on) = (run.rule.id, run.subject, run.on);
        self.clock.gaps.push(Gap { rule, subject, trigger_on, act, code, values });
    }
}

#[cfg(test)]
mod tests;
