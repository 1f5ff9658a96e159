//! Days as people type them.

use anjuan_law::{Day, typed_day};

use crate::{Refusal, Result};

/// Reads a day as typed: `20260305`, `3.5`, `2026年3月5日`, `今天`, `+15`. Refuses what is no day, several days, or one that
/// could be meant in two ways.
pub fn read_day(text: &str, today: Day) -> Result<Day> {
    typed_day::read(text, today, None).map_err(|error| Refusal::new(error.code()).with("text", text.trim()))
}
