//! Repeating every draw ever made.

use crate::{
    CaseId, DrawId, Reading, Result,
    draws::{Candidate, Method, Seed, draw},
};

/// What repeating all draws gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DrawCheck {
    /// How many draws there are.
    pub draws: u64,
    /// Those whose record does not give the one who was chosen.
    pub disagree: Vec<(DrawId, CaseId)>,
}

/// Draws again from each kept seed and list of candidates, and compares.
pub fn verify_draws(reading: &Reading<'_>) -> Result<DrawCheck> {
    let mut check = DrawCheck::default();
    reading.each("SELECT id, case_id, method, seed, candidates, chosen_id FROM draw ORDER BY id", [], |row| {
        let (method, seed, candidates): (String, String, String) =
            (row.get("method")?, row.get("seed")?, row.get("candidates")?);
        let chosen: i64 = row.get("chosen_id")?;
        check.draws += 1;
        let again = || -> Result<bool> {
            let candidates: Vec<Candidate> = serde_json::from_str(&candidates)?;
            Ok(draw(Method::of(&method)?, &candidates, Seed::parse(&seed)?, 1)? == [chosen])
        };
        // A record that can't be read does not agree either.
        if !again().unwrap_or(false) {
            check.disagree.push((row.get("id")?, row.get("case_id")?));
        }
        Ok(())
    })?;
    Ok(check)
}
