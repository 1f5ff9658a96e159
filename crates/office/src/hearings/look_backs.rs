//! Looking back at what came of a hearing: when, and what was found.

use anjuan_law::Day;

use crate::{CaseId, HearingId, Reading, Result};

/// A look-back after a hearing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookBack {
    /// The hearing.
    pub hearing: HearingId,
    /// Its day.
    pub held_on: Option<Day>,
    /// When to look back.
    pub on: Day,
    /// What was found; empty while nobody has looked back.
    pub found: String,
}

/// The look-backs of a case, those still to come first.
pub fn look_backs(reading: &Reading<'_>, case: CaseId) -> Result<Vec<LookBack>> {
    reading.all(include_str!("look_backs.sql"), [case], |row| {
        Ok(LookBack { hearing: row.get(0)?, held_on: row.get(1)?, on: row.get(2)?, found: row.get(3)? })
    })
}
