//! What a rule of time is made of. The rules themselves are in `rules/periods/*.toml`.

use serde::Serialize;

use super::Length;
use crate::{Basis, Day, Words};

/// One time limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The rule's name, for example `review_for_prosecution`.
    pub id: &'static str,
    /// What it is called.
    pub title: Words,
    /// What sets it going, in words.
    pub trigger: Words,
    /// The chapter it stands in.
    pub chapter: Words,
    /// How long it is.
    pub limit: Limit,
    /// Whose way of counting months.
    pub family: Family,
    /// What happens when its last day is not a working day.
    pub roll: Roll,
    /// Forward from the trigger, or backward from an event.
    pub direction: Direction,
    /// Who has to act.
    pub by: By,
    /// What starts it by itself; empty where it is counted on request only.
    pub starts: &'static [Start],
    /// What meets it.
    pub stops: &'static [Stop],
    /// How it can be prolonged.
    pub extensions: &'static [Extension],
    /// When it does not run.
    pub pauses: &'static [PauseRule],
    /// Only an act that answers the starting one meets it.
    pub answers: bool,
    /// A field of the starting act with the day on which it was met.
    pub met_in: Option<&'static str>,
    /// A later start ends the running period and begins anew.
    pub restarts: bool,
    /// Only the first start counts.
    pub once: bool,
    /// It ends when the measure it stands on ends.
    pub ends_with_measure: bool,
    /// The notice to the family meets it.
    pub met_by_family_notice: bool,
    /// The notice of the hearing meets it.
    pub stops_with_notice: bool,
    /// A field (of the starting act, or of the act it answers) that may set an earlier last day.
    pub earlier_by: Option<(&'static str, &'static str)>,
    /// A right, not a duty: it is never overdue.
    pub optional: bool,
    /// It goes on after the case is closed.
    pub survives_closing: bool,
    /// It can never be extended (不变期间).
    pub fixed: bool,
    /// The least length of something that is fixed by decision, not a day on which something is due.
    pub bound: bool,
    /// Warn so many days before, where the rule has its own number.
    pub amber_days: Option<u32>,
    /// Where it stands in the law.
    pub basis: &'static [Basis],
    /// First day in force, where known.
    pub in_force_from: Option<Day>,
    /// Last day in force.
    pub in_force_to: Option<Day>,
    /// What else a person must know.
    pub note: Option<Words>,
    /// The number was not seen in a text.
    pub unverified: bool,
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Limit {
    /// The law's number.
    Length(#[serde(serialize_with = "as_text")] Length),
    /// The law has no number; the office sets one.
    Setting {
        /// Counts where the office set nothing.
        default: Option<Length>,
        /// Only offered.
        suggest: Option<Length>,
    },
    /// The paper itself sets the last day.
    InPaper {
        /// The field of the act.
        field: &'static str,
    },
    /// A field of the act names the months.
    Months {
        /// The field of the act.
        field: &'static str,
        /// An act that changes them later, by the same field.
        changed_by: Option<&'static str>,
    },
    /// No day is counted.
    State,
}

fn as_text<S: serde::Serializer>(length: &Length, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Of {
        length: String,
    }
    Of { length: length.to_string() }.serialize(serializer)
}

/// Whose way of counting months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// A start on the last day of a month ends on the last day of a month. [SPC-C 202]
    Criminal,
    /// The corresponding day, or the last day of the month. [CC 202]
    Civil,
}

/// What happens when the last day is not a working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// The next working day.
    Yes,
    /// The next working day, unless the person is in custody. [CPL 105]
    UnlessInCustody,
    /// Never moved.
    Never,
}

/// Which way a period is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From the trigger on.
    Forward,
    /// Back from an event: the latest day before it.
    Backward,
}

/// Who has to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// This procuratorate.
    Office,
    /// The police or another investigating body.
    Police,
    /// The court.
    Court,
    /// An administrative agency.
    Agency,
    /// A party, victim or suspect.
    Party,
    /// Somebody else.
    Other,
}

/// One way in which a period begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// What happens.
    pub on: On,
    /// In cases of these categories; empty for all.
    pub categories: &'static [&'static str],
    /// Only if the person (or anybody accused) is, or is not, in custody on that day.
    pub custody: Option<bool>,
    /// Only in cases with this mark.
    pub flag: Option<&'static str>,
    /// Only in cases without this mark.
    pub unless_flag: Option<&'static str>,
    /// Only with this value in the act.
    pub field: Option<FieldTest>,
}

/// What happens when a period begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On {
    /// An act is recorded.
    Act {
        /// The kind of act.
        kind: &'static str,
        /// One period for whom.
        per: Per,
        /// The field with the day; where it is empty, the day of the act.
        day: Option<&'static str>,
        /// Only for people under one of these measures; empty for all.
        under: &'static [&'static str],
    },
    /// A measure is decided or carried out.
    Measure {
        /// Kinds of measure.
        kinds: &'static [&'static str],
        /// From its execution, else from its decision.
        executed: bool,
    },
    /// A hearing is held.
    Hearing {
        /// Not for hearings of these kinds.
        unless_kinds: &'static [&'static str],
    },
    /// Another period ends.
    Expiry {
        /// That period's rule.
        of: &'static str,
    },
}

/// For whom an act starts a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// One for the case.
    Case,
    /// One for each accused whom the act concerns.
    Accused,
    /// One for each victim.
    Victim,
    /// One for the person the act names.
    Person,
    /// One for each such act.
    Act,
}

/// A value that a field must, or must not, have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldTest {
    /// The field.
    pub field: &'static str,
    /// The value.
    pub is: &'static str,
    /// Must have it, else must not have it.
    pub wanted: bool,
    /// The field of the act of this kind that it answers; empty for the act itself.
    pub of: &'static str,
}

/// An act that meets a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    /// The kind of act.
    pub act: &'static str,
    /// Only with this value of a field.
    pub field: Option<(&'static str, &'static str)>,
    /// Meets it once every accused has one.
    pub each_accused: bool,
}

/// One way to prolong a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Extension {
    /// The extension's name within the rule.
    pub id: &'static str,
    /// What it is called.
    pub title: Words,
    /// Added to the period, or in place of its length.
    pub mode: Mode,
    /// How much; none where the approval sets the day.
    pub length: Option<Length>,
    /// The length is the most there is; fewer days may be given.
    pub up_to: bool,
    /// Extensions that must come before it.
    pub needs: &'static [&'static str],
    /// Extensions it takes in: they count no more beside it.
    pub absorbs: &'static [&'static str],
    /// Acts that bring it.
    pub acts: &'static [&'static str],
    /// A mark of the case that brings it.
    pub flag: Option<&'static str>,
    /// Not in cases with this mark.
    pub unless_flag: Option<&'static str>,
    /// Who approves it, where the law says so.
    pub approver: Option<Words>,
    /// Where it stands in the law.
    pub basis: &'static [Basis],
}

/// How an extension counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Added.
    Add,
    /// In place of the rule's own length.
    ReplaceBase,
}

/// A time in which a period does not run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PauseRule {
    /// The act that begins it.
    pub from: &'static str,
    /// The act that ends it.
    pub to: &'static str,
    /// Only where this field of the beginning act has one of these values.
    pub field: Option<(&'static str, &'static [&'static str])>,
    /// What it is called.
    pub title: Words,
    /// Where it stands in the law.
    pub basis: &'static [Basis],
}

impl Rule {
    /// The extension of that name.
    pub fn extension(&self, id: &str) -> Option<&'static Extension> {
        self.extensions.iter().find(|extension| extension.id == id)
    }

    /// Whether the rule is in force on that day, as far as its days are known.
    pub fn in_force(&self, day: Day) -> bool {
        self.in_force_from.is_none_or(|from| from <= day) && self.in_force_to.is_none_or(|to| day <= to)
    }

    /// The law's number, or the default of a local setting.
    pub fn length(&self) -> Option<Length> {
        match self.limit {
            Limit::Length(length) => Some(length),
            Limit::Setting { default, .. } => default,
            _ => None,
        }
    }
}
