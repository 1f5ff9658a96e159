//! What has been set going in a case: one run for each period, before anything is counted.

use std::collections::BTreeSet;

use super::facts::{ActFact, CaseFacts, MeasureFact, PersonFact};
use super::index::{Entry, INDEX};
use super::period::Subject;
use crate::Day;
use crate::periods::{FieldTest, On, Per, Rule, Start, rule_on};

/// A period that began.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) rule: &'static Rule,
    pub(super) subject: Subject,
    pub(super) person: Option<i64>,
    pub(super) on: Day,
    /// Place of the starting act on the timeline.
    pub(super) act: Option<usize>,
}

/// A case with its acts in order.
pub(super) struct Timeline<'f> {
    pub(super) facts: &'f CaseFacts,
    pub(super) acts: Vec<&'f ActFact>,
    pub(super) marks: BTreeSet<&'f str>,
}

const ACCEPTED: &str = "accepted";

impl<'f> Timeline<'f> {
    pub(super) fn new(facts: &'f CaseFacts) -> Timeline<'f> {
        let mut acts: Vec<&ActFact> = facts.acts.iter().collect();
        acts.sort_by_key(|act| (act.on, act.id));
        Timeline { facts, acts, marks: facts.marks() }
    }

    /// Everything that acts, measures and hearings have set going, in order of its trigger.
    pub(super) fn runs(&self) -> Vec<Run> {
        let mut runs = Vec::new();
        for (at, act) in self.acts.iter().enumerate() {
            for entry in INDEX.by_act.get(act.kind.as_str()).into_iter().flatten() {
                self.by_act(*entry, Some(at), act.person, &mut runs);
            }
        }
        if !self.acts.iter().any(|act| act.kind == ACCEPTED) {
            for entry in INDEX.by_act.get(ACCEPTED).into_iter().flatten() {
                self.by_act(*entry, None, None, &mut runs);
            }
        }
        for person in &self.facts.persons {
            for measure in &person.measures {
                for entry in INDEX.by_measure.get(measure.kind.as_str()).into_iter().flatten() {
                    self.by_measure(*entry, person, measure, &mut runs);
                }
            }
        }
        self.by_hearing(&mut runs);
        runs.retain(|run| rule_on(run.rule.id, run.on).is_some_and(|rule| std::ptr::eq(rule, run.rule)));
        runs.sort_by_key(|run| (run.on, run.act));
        once(&mut runs);
        runs
    }

    fn by_act(&self, (rule, start): Entry, at: Option<usize>, person: Option<i64>, runs: &mut Vec<Run>) {
        let On::Act { per, day, under, .. } = start.on else { return };
        let act = at.and_then(|at| self.acts.get(at).copied());
        let arrived = day.and_then(|field| act?.day(field));
        let Some(on) = arrived.or(act.map(|act| act.on)).or(self.facts.accepted_on) else { return };
        if !self.fits(start) || !start.field.is_none_or(|test| self.has(test, at)) {
            return;
        }
        let mut begin = |subject: Subject, person: Option<i64>| {
            let custody = start.custody.is_none_or(|wanted| self.facts.in_custody(person, on) == wanted);
            if custody {
                runs.push(Run { rule, subject, person, on, act: at });
            }
        };
        let each = |wanted: fn(&PersonFact) -> bool| {
            let people = self.facts.persons.iter().filter(move |other| wanted(other));
            people.filter(move |other| person.is_none_or(|id| id == other.id))
        };
        match per {
            Per::Case => begin(Subject::Case, None),
            Per::Act => begin(act.map_or(Subject::Case, |act| Subject::Act(act.id)), person),
            Per::Person => begin(person.map_or(Subject::Case, Subject::Person), person),
            Per::Accused => {
                for other in each(PersonFact::accused).filter(|p| under.is_empty() || p.under(under, on)) {
                    begin(Subject::Person(other.id), Some(other.id));
                }
            }
            Per::Victim => each(PersonFact::victim).for_each(|p| begin(Subject::Person(p.id), Some(p.id))),
        }
    }

    fn by_measure(&self, (rule, start): Entry, person: &PersonFact, measure: &MeasureFact, runs: &mut Vec<Run>) {
        let On::Measure { executed, .. } = start.on else { return };
        let day = if executed { measure.executed_on.or(measure.decided_on) } else { measure.decided_on };
        let Some(on) = day.or(measure.executed_on) else { return };
        if person.accused() && self.fits(start) {
            let subject = Subject::Measure(measure.id);
            runs.push(Run { rule, subject, person: Some(person.id), on, act: None });
        }
    }

    fn by_hearing(&self, runs: &mut Vec<Run>) {
        for hearing in &self.facts.hearings {
            for (rule, start) in &INDEX.by_hearing {
                let On::Hearing { unless_kinds } = start.on else { continue };
                if self.fits(start) && !unless_kinds.contains(&hearing.kind.as_str()) {
                    let subject = Subject::Hearing(hearing.id);
                    runs.push(Run { rule, subject, person: None, on: hearing.on, act: None });
                }
            }
        }
    }

    /// Whether the case is one that the start is for.
    pub(super) fn fits(&self, start: &Start) -> bool {
        let category = start.categories.is_empty() || start.categories.contains(&self.facts.category.as_str());
        let flag = start.flag.is_none_or(|flag| self.marks.contains(flag));
        category && flag && start.unless_flag.is_none_or(|flag| !self.marks.contains(flag))
    }

    fn has(&self, test: FieldTest, at: Option<usize>) -> bool {
        (self.value(test.field, test.of, at) == Some(test.is)) == test.wanted
    }

    /// A field of the act, or of the act of that kind it answers: the one it names, else the last
    /// one before it.
    pub(super) fn value(&self, field: &str, of: &str, at: Option<usize>) -> Option<&'f str> {
        let act = *self.acts.get(at?)?;
        if of.is_empty() {
            return act.field(field);
        }
        let answered = act.answers();
        let before = self.acts.iter().take(at?).rev().filter(|other| other.kind == of);
        let named = before.clone().find(|other| Some(other.id) == answered);
        named.or_else(|| before.clone().next())?.field(field)
    }
}

/// Keeps the first start of rules that start only once, and one of several starts on one day.
fn once(runs: &mut Vec<Run>) {
    let mut kept: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs.drain(..) {
        let same = |other: &&mut Run| std::ptr::eq(other.rule, run.rule) && other.subject == run.subject;
        match kept.iter_mut().rev().find(same) {
            Some(_) if run.rule.once => {}
            // The later act of the day is the one that what follows comes after.
            Some(other) if other.on == run.on && run.rule.restarts => other.act = run.act,
            _ => kept.push(run),
        }
    }
    *runs = kept;
}
