//! An invented office: lawful, believable cases, the same for the same seed and day.
//!
//! How cases go is data (`scripts.toml`); this module plays the scripts. Every case goes through the same doors as a
//! real one: registered, allotted by a draw that repeats, its acts taken over one by one. Some steps come late or are left
//! out on purpose, so that there is something to find. All people are made from surnames and a short list of
//! characters.

mod hear;
mod ledger;
mod people;
mod play;
mod script;

#[cfg(test)]
mod tests;

use rand::{Rng, RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha20Rng;
use serde::{Deserialize, Serialize};

use crate::{CaseId, Result, Work, refusal};

/// How much to invent.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
pub struct SampleAsk {
    /// How many cases.
    pub cases: u32,
    /// Over how many years up to today.
    pub years: u32,
    /// The same seed gives the same history.
    pub seed: u64,
}

/// What was invented.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Filled {
    /// Cases.
    pub cases: i64,
    /// People on their cards.
    pub persons: i64,
    /// Acts on their timelines.
    pub acts: i64,
    /// Hearings.
    pub hearings: i64,
}

/// Fills an office that has no case yet. `step` is told how far it is.
pub fn fill(work: &Work<'_>, ask: SampleAsk, mut step: impl FnMut(u32) -> Result<()>) -> Result<Filled> {
    let there: i64 = work.value("SELECT count(*) FROM case_file", [])?;
    if there > 0 {
        return Err(refusal!("sample_needs_empty_office", cases = there));
    }
    if ask.years == 0 || ask.years > 30 {
        return Err(refusal!("sample_years_wrong", years = ask.years).at("years"));
    }
    let scripts = script::scripts()?;
    let mut chance = Chance(ChaCha20Rng::seed_from_u64(ask.seed));
    let staff = people::hire(work, scripts)?;
    // Days of acceptance in order, so that register numbers rise with them.
    let span = i64::from(ask.years) * 365;
    let first = work.day.add_days(-span);
    work.write("UPDATE account SET started_on = ?1 WHERE started_on > ?1", [first])?;
    let hearings = hear::pool(work, first, &mut chance)?;
    let mut days: Vec<_> = (0..ask.cases).map(|_| work.day.add_days(-chance.between(0, span))).collect();
    // Some came in just now and wait for their draw.
    let waiting = (ask.cases / 60).max(3) as usize;
    for day in days.iter_mut().take(waiting) {
        *day = work.day.add_days(-chance.between(0, 1));
    }
    days.sort_unstable();
    let drawn = days.len().saturating_sub(waiting);
    for (at, day) in days.into_iter().enumerate() {
        play::case(work, scripts, &staff, &hearings, day, at < drawn, &mut chance)?;
        if at % 100 == 0 {
            step(u32::try_from(at).unwrap_or(u32::MAX))?;
        }
    }
    let count = |sql: &str| work.value(sql, []);
    Ok(Filled {
        cases: count("SELECT count(*) FROM case_file")?,
        persons: count("SELECT count(*) FROM person")?,
        acts: count("SELECT count(*) FROM act")?,
        hearings: count("SELECT count(*) FROM hearing")?,
    })
}

/// The dice.
struct Chance(ChaCha20Rng);

impl Chance {
    /// Dice for one question about one case: what they say moves nothing in the other cases.
    fn aside(case: CaseId, question: u64) -> Self {
        Self(ChaCha20Rng::seed_from_u64(case.get().unsigned_abs().rotate_left(8) ^ question))
    }

    fn between(&mut self, from: i64, to: i64) -> i64 {
        self.0.random_range(from..=to.max(from))
    }

    fn percent(&mut self, percent: u32) -> bool {
        self.0.random_range(0..100) < percent
    }

    fn one_of<'t, T>(&mut self, from: &'t [T]) -> Option<&'t T> {
        if from.is_empty() { None } else { from.get(self.0.random_range(0..from.len())) }
    }

    fn number(&mut self) -> u64 {
        self.0.next_u64()
    }
}
