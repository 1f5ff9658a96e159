//! What changes the length of a running period: extensions, pauses, months changed later.

use super::facts::ActFact;
use super::starts::{Run, Timeline};
use crate::Day;
use crate::periods::{Extension, Granted, Length, Limit, Pause, PauseRule, counting_data as data};

/// An extension act, or a mark, that brings an extension to a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Brought<'t> {
    pub(super) granted: Granted<'t>,
    /// The act; none where a mark of the case brings it.
    pub(super) act: Option<&'t ActFact>,
}

impl<'f> Timeline<'f> {
    /// The extensions that acts and marks bring, in order; acts naming none that the rule has are
    /// given back as the second part.
    pub(super) fn extensions(&self, run: &Run, end: usize) -> (Vec<Brought<'f>>, Vec<&'f ActFact>) {
        let (mut brought, mut unknown) = (Vec::new(), Vec::new());
        for extension in run.rule.extensions {
            if extension.flag.is_some_and(|flag| self.marks.contains(flag)) {
                brought.push(Brought { granted: Granted::whole(extension.id), act: None });
            }
        }
        let acts = self.acts.get(self.first_after(run)..end).unwrap_or_default();
        for act in acts.iter().filter(|act| act.concerns(run.person) && act.field("result") != Some("refused")) {
            let own: Vec<&'static Extension> =
                run.rule.extensions.iter().filter(|e| e.acts.contains(&act.kind.as_str())).collect();
            if own.is_empty() {
                continue;
            }
            let Some(extension) = self.named(act, &own) else {
                unknown.push(*act);
                continue;
            };
            if extension.unless_flag.is_some_and(|flag| self.marks.contains(flag)) {
                unknown.push(*act);
                continue;
            }
            let granted = Granted {
                id: extension.id,
                days: act.field("days").and_then(|days| days.parse().ok()),
                until: act.day("new_due_on"),
                on: Some(act.on),
            };
            let twice = |other: &Brought<'_>| other.granted.id == extension.id && other.act.is_none();
            brought.retain(|other| !twice(other));
            brought.push(Brought { granted, act: Some(act) });
        }
        (brought, unknown)
    }

    /// The extension that the act names; where it names none and the rule has one, that one.
    fn named(&self, act: &ActFact, own: &[&'static Extension]) -> Option<&'static Extension> {
        let name = data::EXTENSION_FIELDS.iter().find_map(|field| act.field(field));
        match (name, own) {
            (Some(name), _) => own.iter().copied().find(|extension| extension.id == name),
            (None, [only]) => Some(only),
            (None, _) => None,
        }
    }

    /// Times that were not counted, and the day since which the run stands still.
    pub(super) fn pauses(&self, run: &Run, end: usize) -> (Vec<Pause>, Option<Day>) {
        let (mut pauses, mut since) = (Vec::new(), None);
        for pause in run.rule.pauses {
            let mut from: Option<&ActFact> = None;
            for act in self.acts.iter().take(end).filter(|act| act.concerns(run.person)) {
                if begins(pause, act) && from.is_none() {
                    from = Some(act);
                } else if let Some(start) = from.filter(|start| act.kind == pause.to && same_kind(pause, start, act)) {
                    pauses.push(Pause { from: start.on, to: act.on, title: pause.title.clone(), basis: pause.basis });
                    from = None;
                }
            }
            let open = from.map(|start| start.on.max(run.on));
            since = [since, open].into_iter().flatten().min();
        }
        (pauses, since)
    }

    /// The months that the decision names, or the act that changed them last.
    pub(super) fn months(&self, run: &Run, end: usize) -> Option<Length> {
        let Limit::Months { field, changed_by } = run.rule.limit else { return None };
        let own = run.act.and_then(|at| self.acts.get(at).copied());
        let later = self.acts.get(self.first_after(run)..end).unwrap_or_default();
        let changes = later.iter().filter(|act| Some(act.kind.as_str()) == changed_by && act.concerns(run.person));
        let mut named = own.into_iter().chain(changes.copied()).filter_map(|act| act.field(field));
        named.next_back()?.parse().ok().map(Length::months)
    }
}

fn begins(pause: &PauseRule, act: &ActFact) -> bool {
    let fits = |(field, codes): (&str, &[&str])| act.field(field).is_some_and(|code| codes.contains(&code));
    act.kind == pause.from && pause.field.is_none_or(fits)
}

/// The act that ends a pause ends the one of its own kind, where it names a kind.
fn same_kind(pause: &PauseRule, start: &ActFact, end: &ActFact) -> bool {
    pause.field.is_none_or(|(field, _)| end.field(field).is_none_or(|code| start.field(field) == Some(code)))
}
