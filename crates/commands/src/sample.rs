//! Filling an empty office with invented cases.

use anjuan_office::{
    Action, Result,
    sample::{self, Filled, SampleAsk},
};
use serde_json::json;

use crate::Seat;

/// Fills an empty office with an invented history, the same for the same seed and day.
pub fn sample_fill(seat: &Seat<'_>, ask: SampleAsk) -> Result<Filled> {
    let detail = json!({ "cases": ask.cases, "years": ask.years, "seed": ask.seed });
    let total = u64::from(ask.cases);
    let done = seat.act(Action::SampleFill, "", detail, |work| {
        sample::fill(work, ask, |at| seat.progress("sample_fill", u64::from(at), total))
    })?;
    Ok(done.answer)
}
