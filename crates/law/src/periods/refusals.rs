//! What the law does not allow to be recorded as done (`rules/refusals.toml`), and extensions that no
//! running period has.

use serde::Serialize;

use super::{RULES as PERIODS, What, rule};
use crate::clock::{self, ActFact, CaseFacts, Clock, Settings};
use crate::stage::{self, Step};
use crate::{Basis, Calendar, Day};

/// An act that the law does not allow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{code}")]
pub struct Unlawful {
    /// The code; its words are `refusal_<code>` and `remedy_<code>`.
    pub code: &'static str,
    /// The people whom it concerns, by their numbers in the record; empty where it concerns the whole case.
    pub of: Vec<i64>,
    /// Values for the words.
    pub values: Vec<(&'static str, String)>,
    /// Where it stands in the law.
    pub basis: &'static [Basis],
}

struct RefusalRule {
    code: &'static str,
    act: &'static str,
    field: Option<(&'static str, &'static str)>,
    categories: &'static [&'static str],
    flag: Option<&'static str>,
    test: Test,
    basis: &'static [Basis],
}

enum Test {
    Never,
    AtMost(u32),
    After { act: &'static str, field: &'static str, is: &'static str },
    Needs(&'static str),
    NotAfter { day: &'static str, limit: &'static str },
    FewerThan(&'static str),
    Within { field: &'static str, least: &'static str, most: &'static str },
    Undecided { besides: &'static str, field: &'static str },
}

include!(concat!(env!("OUT_DIR"), "/refusals.rs"));

/// Codes that this module can give, beside those of [`super::SumError`].
pub fn codes() -> impl Iterator<Item = &'static str> {
    let own = ["extension_unknown", "extension_after_expiry", "extension_needs_another"];
    RULES.iter().map(|rule| rule.code).chain(own)
}

/// Whether the law allows the act to be added to the timeline.
///
/// The act's number does not matter; the facts are those before it. Only what the record shows is
/// judged: an extension of a period that the record does not know is not refused here.
pub fn lawful(facts: &CaseFacts, act: &ActFact, calendar: &Calendar, settings: &Settings) -> Result<(), Unlawful> {
    for rule in RULES.iter().filter(|rule| rule.act == act.kind && rule.applies(facts, act)) {
        if let Some(values) = rule.test.refuses(rule, facts, act) {
            let of = match rule.test {
                Test::Undecided { besides, field } => undecided(facts, act.on, (besides, field)).unwrap_or_default(),
                _ => Vec::new(),
            };
            return Err(Unlawful { code: rule.code, of, values, basis: rule.basis });
        }
    }
    extension(facts, act, calendar, settings)
}

impl RefusalRule {
    fn applies(&self, facts: &CaseFacts, act: &ActFact) -> bool {
        let category = self.categories.is_empty() || self.categories.contains(&facts.category.as_str());
        let value = self.field.is_none_or(|(field, is)| act.field(field) == Some(is));
        category && value && self.flag.is_none_or(|flag| facts.marks().contains(flag))
    }
}

impl Test {
    /// The values for the words, where the test refuses the act.
    fn refuses(&self, rule: &RefusalRule, facts: &CaseFacts, new: &ActFact) -> Option<Vec<(&'static str, String)>> {
        let alike = |act: &&ActFact| act.kind == rule.act && rule.applies(facts, act);
        match self {
            Test::Never => Some(Vec::new()),
            Test::AtMost(most) => {
                let before = facts.acts.iter().filter(alike).count();
                let full = u32::try_from(before).unwrap_or(u32::MAX) >= *most;
                full.then(|| vec![("most", most.to_string())])
            }
            Test::After { act, field, is } => {
                let found = facts.acts.iter().find(|old| {
                    let same = old.person.is_none() || new.person.is_none() || old.person == new.person;
                    old.kind == *act && same && old.on <= new.on && old.field(field) == Some(is)
                })?;
                Some(vec![("on", found.on.to_string())])
            }
            Test::Needs(field) => new.field(field).is_none().then(|| vec![("field", (*field).to_owned())]),
            Test::NotAfter { day, limit } => {
                let (on, last): (Day, Day) = (new.day(day)?, new.day(limit)?);
                (on > last).then(|| vec![("on", on.to_string()), ("due", last.to_string())])
            }
            Test::FewerThan(other) => {
                let of = |kind: &str| facts.acts.iter().filter(|act| act.kind == kind && act.on <= new.on).count();
                (of(rule.act) >= of(other)).then(Vec::new)
            }
            Test::Within { field, least, most } => {
                let months: u32 = new.field(field)?.parse().ok()?;
                let bound = rule_months;
                let (least, most) = (bound(least)?, bound(most)?);
                let outside = months < least || months > most;
                outside.then(|| vec![("least", least.to_string()), ("most", most.to_string())])
            }
            Test::Undecided { besides, field } => undecided(facts, new.on, (besides, field)).map(|_| Vec::new()),
        }
    }
}

/// Those for whom the review has not ended by that day, by their numbers, but for those whom a field of an act names;
/// empty where it has not ended for the case as a whole. `None` where it has ended.
fn undecided(facts: &CaseFacts, by: Day, (besides, field): (&str, &str)) -> Option<Vec<i64>> {
    let category = crate::category(&facts.category)?;
    let past = || facts.acts.iter().filter(|act| act.on <= by);
    let steps: Vec<Step> =
        past().filter_map(|fact| Some(Step { act: crate::act(&fact.kind)?, person: fact.person })).collect();
    let elsewhere: Vec<i64> =
        past().filter(|act| act.kind == besides).filter_map(|act| act.field(field)?.parse().ok()).collect();
    let accused = |role: &str| crate::choice("person_role", role)?.group.as_deref().map(|group| group == "accused");
    let all = facts.persons.iter().filter(|person| accused(&person.role) == Some(true)).map(|person| person.id);
    let (gone, here): (Vec<i64>, Vec<i64>) = all.partition(|person| elsewhere.contains(person));
    let ended = |people: &[i64]| stage::concluded(category, &steps, people);
    match here.is_empty() {
        true if !gone.is_empty() || ended(&[]) => None,
        true => Some(Vec::new()),
        false if ended(&here) => None,
        false => Some(here.into_iter().filter(|person| !ended(&[*person])).collect()),
    }
}

fn rule_months(id: &str) -> Option<u32> {
    Some(rule(id)?.length()?.all_months())
}

/// An extension must be one that a running period has, in time and in order.
fn extension(facts: &CaseFacts, act: &ActFact, calendar: &Calendar, settings: &Settings) -> Result<(), Unlawful> {
    let mut kinds = PERIODS.iter().flat_map(|rule| rule.extensions).flat_map(|extension| extension.acts);
    if !kinds.any(|kind| *kind == act.kind) {
        return Ok(());
    }
    // A number that no act of the record has, after all of the same day.
    let new = ActFact { id: i64::MAX, ..act.clone() };
    let mut with = facts.clone();
    with.acts.push(new);
    let clock = clock::periods(&with, calendar, settings);
    if let Some(gap) = clock.gaps.iter().find(|gap| gap.act == Some(i64::MAX)) {
        let basis = rule(gap.rule).map_or(&[][..], |rule| rule.basis);
        let mut values = gap.values.clone();
        values.push(("rule", gap.rule.to_owned()));
        return Err(Unlawful { code: gap.code, of: Vec::new(), values, basis });
    }
    out_of_order(&clock, &clock::periods(facts, calendar, settings))
}

/// The extension that came without the one it needs, if it was not so before.
fn out_of_order(with: &Clock, before: &Clock) -> Result<(), Unlawful> {
    let found = |clock: &Clock| {
        let mut steps = clock.periods.iter().flat_map(|period| period.sum.steps.iter());
        steps.find_map(|step| match &step.what {
            What::OutOfOrder { id, need } => Some((*id, *need)),
            _ => None,
        })
    };
    match (found(with), found(before)) {
        (Some((extension, need)), None) => Err(Unlawful {
            code: "extension_needs_another",
            of: Vec::new(),
            values: vec![("extension", extension.id.to_owned()), ("need", need.to_owned())],
            basis: extension.basis,
        }),
        _ => Ok(()),
    }
}
