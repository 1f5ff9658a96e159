//! The one box.

use anjuan_office::{Result, Right, search::Found};
use serde::Deserialize;

use crate::Seat;

/// What to look for.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct SearchAsk {
    /// Words with spaces between; each must be found.
    pub text: String,
    /// At most so many cases; 30 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Cases, people, numbers, notes; the newest first, one hit for each case.
pub fn search(seat: &Seat<'_>, ask: SearchAsk) -> Result<Found> {
    let limit = ask.limit.unwrap_or(30).min(1000) as usize;
    seat.need(Right::Read)?;
    seat.office().search().find(seat.office().record(), &ask.text, limit)
}
