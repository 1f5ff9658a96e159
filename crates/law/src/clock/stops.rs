//! What meets a period, and what else ends it.

use std::collections::{HashMap, HashSet};

use super::facts::ActFact;
use super::period::{Ended, Ending, Subject};
use super::starts::{Run, Timeline};
use crate::Day;
use crate::periods::{By, Rule, Stop, counting_data as data};

/// What met a period: the day, and the act if an act did.
pub(super) type Met = (Day, Option<i64>);

impl Timeline<'_> {
    /// What met the run; `answers` holds the pairs of papers and answers of its rule.
    pub(super) fn met(&self, run: &Run, until: Option<usize>, answers: &Answers) -> Option<Met> {
        let by_act = if run.rule.answers {
            answers.get(run).and_then(|at| self.acts.get(at)).map(|act| (act.on, Some(act.id)))
        } else {
            self.first_stop(run, until)
        };
        let own = run.act.and_then(|at| Some((self.acts.get(at)?.day(run.rule.met_in?)?, Some(self.acts.get(at)?.id))));
        [by_act, own, self.by_fact(run)].into_iter().flatten().min_by_key(|(on, _)| *on)
    }

    /// A measure that ended, a family or participants who were told.
    fn by_fact(&self, run: &Run) -> Option<Met> {
        if run.rule.stops_with_notice {
            let hearing = self.facts.hearings.iter().find(|h| run.subject == Subject::Hearing(h.id))?;
            return Some((hearing.notified?, None));
        }
        let person = self.facts.persons.iter().find(|person| Some(person.id) == run.person)?;
        let measure = match run.subject {
            Subject::Measure(id) => person.measures.iter().find(|measure| measure.id == id)?,
            _ => person.measures.iter().find(|measure| measure.custody() && measure.in_effect(run.on))?,
        };
        if run.rule.met_by_family_notice {
            return Some((measure.family_told_on?, None));
        }
        if run.rule.ends_with_measure { Some((measure.ended_on?, None)) } else { None }
    }

    /// The first act after the start that meets the run; for decisions about each accused, the one
    /// with which the last of them has one.
    fn first_stop(&self, run: &Run, until: Option<usize>) -> Option<Met> {
        let mut waiting: HashSet<i64> = match run.person {
            Some(person) => HashSet::from([person]),
            None => self.facts.persons.iter().filter(|p| p.accused()).map(|p| p.id).collect(),
        };
        let end = until.unwrap_or(self.acts.len());
        for act in self.acts.get(self.first_after(run)..end)? {
            if leaves(act).is_some_and(|person| waiting.remove(&person) && waiting.is_empty()) {
                let each = run.rule.stops.iter().any(|stop| stop.each_accused);
                if each && run.person.is_none() {
                    return Some((act.on, Some(act.id)));
                }
            }
            let Some(stop) = stop_of(run.rule, act) else { continue };
            if act.on < run.on || !act.concerns(run.person) {
                continue;
            }
            if stop.each_accused && run.person.is_none() && act.person.is_some() {
                act.person.iter().for_each(|person| _ = waiting.remove(person));
                if !waiting.is_empty() {
                    continue;
                }
            }
            return Some((act.on, Some(act.id)));
        }
        None
    }

    /// Place of the first act that can come after the start.
    pub(super) fn first_after(&self, run: &Run) -> usize {
        match run.act {
            Some(at) => at + 1,
            None => self.acts.partition_point(|act| act.on < run.on),
        }
    }

    /// The closing of the case, if it ends the run.
    pub(super) fn closed(&self, run: &Run) -> Option<Ended> {
        // A paper that waits for somebody else's answer goes on waiting; all else of the case is over.
        let waits_for_others = matches!(run.subject, Subject::Act(_)) && run.rule.by != By::Office;
        if run.rule.survives_closing || waits_for_others {
            return None;
        }
        let reopened = self.acts.iter().rposition(|act| act.kind == data::REOPENING_ACT).map_or(0, |at| at + 1);
        let from = self.first_after(run).max(reopened);
        let act = self.acts.get(from..)?.iter().find(|act| data::CLOSING_ACTS.contains(&act.kind.as_str()))?;
        Some(Ended { on: act.on, act: Some(act.id), how: Ending::CaseClosed })
    }
}

/// The person with whom the act says that nothing more is to be decided.
fn leaves(act: &ActFact) -> Option<i64> {
    let leaving = data::LEAVING_ACTS.contains(&act.kind.as_str());
    if leaving { act.person.or_else(|| act.field("person")?.parse().ok()) } else { None }
}

fn stop_of(rule: &Rule, act: &ActFact) -> Option<&'static Stop> {
    let fits = |stop: &&Stop| stop.act == act.kind && stop.field.is_none_or(|(field, is)| act.field(field) == Some(is));
    rule.stops.iter().find(fits)
}

/// Papers and their answers: which act answers which run of a rule.
#[derive(Default)]
pub(super) struct Answers {
    pairs: HashMap<(&'static str, Subject, Option<usize>), usize>,
    /// Answers that could belong to several papers, with their rule.
    pub(super) unclear: Vec<(&'static Rule, usize)>,
}

impl Answers {
    /// Pairs the answers of every rule that asks for them. An answer names its paper (or the paper
    /// that one answers); without a name it belongs to the one paper that waits, and to none where
    /// several do.
    pub(super) fn pair(timeline: &Timeline<'_>, runs: &[Run]) -> Answers {
        let mut answers = Answers::default();
        let mut seen: HashSet<&str> = HashSet::new();
        for rule in runs.iter().map(|run| run.rule).filter(|rule| rule.answers) {
            if seen.insert(rule.id) {
                let own: Vec<&Run> = runs.iter().filter(|run| run.rule.id == rule.id).collect();
                answers.pair_rule(timeline, rule, &own);
            }
        }
        answers
    }

    fn pair_rule(&mut self, timeline: &Timeline<'_>, rule: &'static Rule, runs: &[&Run]) {
        let mut waiting: Vec<&Run> = Vec::new();
        let mut coming = runs.iter().peekable();
        for (at, act) in timeline.acts.iter().enumerate() {
            while let Some(run) = coming.next_if(|run| run.act.is_none_or(|start| start < at)) {
                waiting.push(run);
            }
            if stop_of(rule, act).is_none() {
                continue;
            }
            let root = act.answers().map(|_| timeline.root(act));
            let fitting = |run: &&&Run| act.concerns(run.person) && timeline.fits_root(run, root);
            let found: Vec<&Run> = waiting.iter().filter(fitting).copied().collect();
            match found[..] {
                [] => {}
                [run] => {
                    self.pairs.insert(key(run), at);
                    waiting.retain(|other| key(other) != key(run));
                }
                _ => self.unclear.push((rule, at)),
            }
        }
    }

    fn get(&self, run: &Run) -> Option<usize> {
        self.pairs.get(&key(run)).copied()
    }
}

fn key(run: &Run) -> (&'static str, Subject, Option<usize>) {
    (run.rule.id, run.subject, run.act)
}

impl Timeline<'_> {
    /// The first paper of a chain of answers.
    fn root(&self, act: &ActFact) -> i64 {
        let mut at = act;
        // A chain longer than the timeline would go round in a circle.
        for _ in 0..self.acts.len() {
            match at.answers().and_then(|id| self.acts.iter().find(|other| other.id == id)) {
                Some(before) => at = before,
                None => break,
            }
        }
        at.answers().unwrap_or(at.id)
    }

    fn fits_root(&self, run: &Run, root: Option<i64>) -> bool {
        let own = run.act.and_then(|at| self.acts.get(at)).map(|act| self.root(act));
        root.is_none() || root == own
    }
}
