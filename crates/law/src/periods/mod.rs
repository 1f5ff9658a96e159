//! Statutory time limits (办案期限): the rules, and the sum that finds a last day.

pub mod counting;
mod length;
mod pauses;
pub mod refusals;
pub mod render;
mod rule;
mod step;
mod step_words;
mod sum;

use std::collections::HashMap;
use std::sync::LazyLock;

pub use length::{Length, LengthError};
pub use pauses::Pause;
pub use rule::{By, Direction, Extension, Family, FieldTest, Limit, Mode, On, PauseRule, Per, Roll, Rule, Start, Stop};
pub use step::{Step, What};
pub use sum::{Granted, Question, Sum, SumError, sum};

use crate::{Basis, Day, Words};

include!(concat!(env!("OUT_DIR"), "/periods.rs"));

/// The numbers of `rules/counting.toml`.
pub(crate) mod counting_data {
    /// A mark of a case that follows from its acts.
    pub(crate) struct FlagRule {
        pub(crate) id: &'static str,
        pub(crate) set_by: &'static str,
        pub(crate) cleared_by: Option<&'static str>,
        pub(crate) field: Option<&'static str>,
        pub(crate) is: Option<&'static str>,
    }
    include!(concat!(env!("OUT_DIR"), "/counting.rs"));
}

static BY_ID: LazyLock<HashMap<&'static str, Vec<&'static Rule>>> = LazyLock::new(|| {
    let mut by_id: HashMap<&str, Vec<&Rule>> = HashMap::new();
    for rule in RULES {
        by_id.entry(rule.id).or_default().push(rule);
    }
    by_id.values_mut().for_each(|versions| versions.sort_by_key(|rule| rule.in_force_from));
    by_id
});

/// All rules, chapter by chapter.
pub fn rules() -> &'static [Rule] {
    RULES
}

/// The newest version of the rule of that name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    BY_ID.get(id)?.last().copied()
}

/// The version of the rule in force on that day; before all of them, the earliest known.
pub fn rule_on(id: &str, day: Day) -> Option<&'static Rule> {
    let versions = BY_ID.get(id)?;
    versions.iter().rev().find(|rule| rule.in_force(day)).or(versions.first()).copied()
}

#[cfg(test)]
mod tests;
