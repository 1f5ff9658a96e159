//! The one box.

use anjuan_office::{
    Result,
    search::{Found, Looker},
};
use serde::Deserialize;

use crate::{Seat, walls};

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

/// Cases, people, numbers, notes; the newest first, one hit for each case. Of a case that the person sees masked what is hidden is
/// found by the whole of it only.
pub fn search(seat: &Seat<'_>, ask: SearchAsk) -> Result<Found> {
    let limit = ask.limit.unwrap_or(30).min(1000) as usize;
    let whole = seat.read(|reading| walls::seen_whole(seat, reading))?;
    let looker = whole.as_ref().map(|whole| Looker { whole, day: seat.day });
    let office = seat.office();
    office.search().find(office.record(), &ask.text, limit, looker.as_ref())
}
