//! What a slip tells beside the arithmetic: what set a period going, which one it took the place of, who approved what.

use super::facts::ActFact;
use super::period::Subject;
use super::starts::{Run, Timeline};
use crate::periods::{Rule, Step, Sum, What, counting_data as data};
use crate::{Day, Lang, Words};

/// Puts what set the run going before the sum.
pub(super) fn begin(timeline: &Timeline<'_>, run: &Run, before: Option<&Run>, sum: &mut Sum) {
    let (what, paper) = timeline.began(run);
    let mut story = vec![Step { what: What::Began { what, paper }, basis: &[], day: run.on }];
    if let Some(before) = before {
        story.push(Step { what: What::BeganAnew { before: before.on }, basis: run.rule.basis, day: run.on });
    }
    sum.steps.splice(0..0, story);
}

/// Puts the end of the period that set this one going before the sum.
pub(super) fn begin_at_end(parent: &Rule, run: &Run, sum: &mut Sum) {
    let title = &parent.title;
    let what = Words::owned(format!("“{}”届满", title.zh), format!("the end of “{}”", title.en));
    sum.steps.insert(0, Step { what: What::Began { what, paper: String::new() }, basis: &[], day: run.on });
}

/// Names the approval after each extension that an act brought.
pub(super) fn approve(granted: &[(&str, &ActFact)], sum: &mut Sum) {
    for (id, act) in granted {
        let made = |step: &Step| step.what.extension().filter(|extension| extension.id == *id);
        let Some((at, extension)) = sum.steps.iter().enumerate().rev().find_map(|(at, step)| Some((at, made(step)?)))
        else {
            continue;
        };
        // A number in the place of a name says nothing on paper.
        let by = act.field("approved_by").filter(|by| !by.bytes().all(|byte| byte.is_ascii_digit()));
        let on: Day = act.day("approved_on").unwrap_or(act.on);
        let what = What::Approved { id: extension, on, by: by.unwrap_or_default().to_owned() };
        let day = sum.steps.get(at).map_or(sum.due, |step| step.day);
        sum.steps.insert(at + 1, Step { what, basis: extension.basis, day });
    }
}

impl Timeline<'_> {
    /// What set the run going in words, and the number of its paper.
    fn began(&self, run: &Run) -> (Words, String) {
        let none = String::new;
        if let Some(act) = run.act.and_then(|at| self.acts.get(at)) {
            let kind = crate::act(&act.kind);
            let words = kind.map_or_else(|| run.rule.trigger.clone(), |kind| Words::owned(&kind.zh, &kind.en));
            let paper = data::PAPER_FIELDS.iter().find_map(|field| act.field(field)).unwrap_or_default();
            return (words, paper.to_owned());
        }
        if let Subject::Measure(id) = run.subject
            && let Some(measure) = self.measure(id)
            && let Some(kind) = crate::choice("measure", &measure.kind)
        {
            let name = |lang| kind.name(lang).to_owned();
            return (Words::owned(name(Lang::Zh), name(Lang::En)), none());
        }
        (run.rule.trigger.clone(), none())
    }

    /// The last day by the paper, of a measure with which the period ends. Where the period can be extended, the paper that
    /// took the measure does not tell its end.
    pub(super) fn term_by_paper(&self, run: &Run) -> Option<Day> {
        let Subject::Measure(id) = run.subject else { return None };
        let ends = run.rule.ends_with_measure && run.rule.extensions.is_empty();
        self.measure(id).filter(|_| ends)?.expires_on
    }

    fn measure(&self, id: i64) -> Option<&super::MeasureFact> {
        self.facts.persons.iter().flat_map(|person| &person.measures).find(|measure| measure.id == id)
    }
}
