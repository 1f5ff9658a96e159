//! What the clock is told about a case. The record gives it; nothing here is derived.

use std::collections::{BTreeMap, BTreeSet};

use crate::Day;
use crate::periods::{Length, counting_data as data};

/// A case as its timeline tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFacts {
    /// Id of the category (`rules/categories`).
    pub category: String,
    /// The day of acceptance, for a record whose timeline has no act `accepted`.
    pub accepted_on: Option<Day>,
    /// Marks of the case, of those in [`marks`]: `simple_case`, `foreign`, `minors_involved` …
    pub flags: BTreeSet<String>,
    /// The acts, in any order.
    pub acts: Vec<ActFact>,
    /// The people.
    pub persons: Vec<PersonFact>,
    /// The hearings.
    pub hearings: Vec<HearingFact>,
}

/// One act on the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActFact {
    /// Its number in the record; later acts have higher ones.
    pub id: i64,
    /// Id of its kind (`rules/acts`).
    pub kind: String,
    /// The day it was done.
    pub on: Day,
    /// The person it concerns; none for all.
    pub person: Option<i64>,
    /// Its fields; days as `2026-03-05`. `ref` holds the number of the act it answers.
    pub fields: BTreeMap<String, String>,
}

/// One person of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFact {
    /// Number in the record.
    pub id: i64,
    /// Code of the list `person_role`.
    pub role: String,
    /// Day of birth, where known.
    pub birth: Option<Day>,
    /// The measures taken, in any order.
    pub measures: Vec<MeasureFact>,
}

/// One coercive measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureFact {
    /// Number in the record.
    pub id: i64,
    /// Code of the list `measure`.
    pub kind: String,
    /// The day of the decision.
    pub decided_on: Option<Day>,
    /// The day it was carried out.
    pub executed_on: Option<Day>,
    /// The last day by the paper.
    pub expires_on: Option<Day>,
    /// The day it ended.
    pub ended_on: Option<Day>,
    /// The day the family was told.
    pub family_told_on: Option<Day>,
}

/// One hearing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HearingFact {
    /// Number in the record.
    pub id: i64,
    /// The day of the hearing.
    pub on: Day,
    /// The day on which the last participant was told.
    pub notified: Option<Day>,
    /// Code of the list `hearing_kind`.
    pub kind: String,
    /// The day it was called off.
    pub cancelled_on: Option<Day>,
}

/// What the office sets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Lengths for periods without a number in the law, by rule.
    pub lengths: BTreeMap<String, Length>,
    /// Where those lengths come from, in the office's own words, by rule.
    pub notes: BTreeMap<String, String>,
    /// When to warn, by rule, where the office has its own days.
    pub warnings: BTreeMap<String, Warning>,
    /// Treat the day before the last day in custody as red.
    pub custody_day_before_red: bool,
}

/// When the office wants to be warned of a period's last day; what is left out is as the law's data have it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Warning {
    /// Amber so many days before the last day.
    pub amber_days: Option<u32>,
    /// Red so many days before the last day.
    pub red_days: Option<u32>,
}

/// The field of an act that says on what day a paper arrived.
pub const RECEIVED_FIELD: &str = data::RECEIVED_FIELD;

/// The marks that a record may give a case; others are ignored by every rule.
pub fn marks() -> &'static [&'static str] {
    data::MARKS
}

impl ActFact {
    /// The field, if it is filled.
    pub fn field(&self, id: &str) -> Option<&str> {
        self.fields.get(id).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// The field as a day.
    pub fn day(&self, id: &str) -> Option<Day> {
        self.field(id)?.parse().ok()
    }

    /// The act it answers.
    pub fn answers(&self) -> Option<i64> {
        self.field(data::ANSWER_FIELD)?.parse().ok()
    }

    /// Whether it concerns that person, or everybody.
    pub(super) fn concerns(&self, person: Option<i64>) -> bool {
        let own = self.person.or_else(|| self.field("person")?.parse().ok());
        person.is_none() || own.is_none() || own == person
    }
}

impl PersonFact {
    /// Whether criminal proceedings are directed against the person.
    pub fn accused(&self) -> bool {
        data::ACCUSED_ROLES.contains(&self.role.as_str())
    }

    /// Whether the person is told the rights of a victim.
    pub fn victim(&self) -> bool {
        data::VICTIM_ROLES.contains(&self.role.as_str())
    }

    /// Whether the person is in custody on that day. The day of release still counts: the period
    /// then ends earlier, never later.
    pub fn in_custody(&self, day: Day) -> bool {
        self.measures.iter().any(|measure| measure.custody() && measure.in_effect(day))
    }

    /// Whether the person is under one of these measures on that day.
    pub(super) fn under(&self, kinds: &[&str], day: Day) -> bool {
        self.measures.iter().any(|measure| kinds.contains(&measure.kind.as_str()) && measure.in_effect(day))
    }
}

impl MeasureFact {
    /// Whether it is custody.
    pub fn custody(&self) -> bool {
        data::CUSTODY_MEASURES.contains(&self.kind.as_str())
    }

    /// From its execution (else its decision) until it ended. Past its last day by the paper it is
    /// still in effect: overdue, not over.
    pub fn in_effect(&self, day: Day) -> bool {
        let from = self.executed_on.or(self.decided_on);
        from.is_some_and(|from| from <= day) && self.ended_on.is_none_or(|ended| day <= ended)
    }
}

impl CaseFacts {
    /// Whether anybody accused (or that person) is in custody on that day.
    pub fn in_custody(&self, person: Option<i64>, day: Day) -> bool {
        let asked = |other: &&PersonFact| match person {
            Some(id) => other.id == id,
            None => other.accused(),
        };
        self.persons.iter().filter(asked).any(|person| person.in_custody(day))
    }

    /// The marks of the case with those that follow from its acts.
    pub fn marks(&self) -> BTreeSet<&str> {
        let mut marks: BTreeSet<&str> = self.flags.iter().map(String::as_str).collect();
        for flag in data::FLAGS {
            let touches = |act: &&ActFact| act.kind == flag.set_by || Some(act.kind.as_str()) == flag.cleared_by;
            let last = self.acts.iter().filter(touches).max_by_key(|act| (act.on, act.id));
            let Some(act) = last else { continue };
            let value = flag.field.is_none_or(|field| act.field(field) == flag.is);
            if act.kind == flag.set_by && value {
                marks.insert(flag.id);
            } else {
                marks.remove(flag.id);
            }
        }
        marks
    }
}
