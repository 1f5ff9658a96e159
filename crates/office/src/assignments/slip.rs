//! The slip of an assignment: how somebody came to handle a case.

use anjuan_law::Day;
use serde::Serialize;

use crate::{
    AccountId, AssignmentId, CaseId, DrawId, Reading, Result,
    draws::{Candidate, Excluded, Method, Seed, draw},
    refusal,
};

/// One person's time with a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// Who.
    pub account: AccountId,
    /// The name.
    pub name: String,
    /// `handler` or `assistant`.
    pub role: String,
    /// How (vocabulary: `allocation_mode`; `reassigned`, `imported`).
    pub mode: String,
    /// Coded reason.
    pub reason: String,
    /// The reason in words.
    pub reason_text: String,
    /// Who decided it.
    pub decided_by: String,
    /// The draw, if it was drawn.
    pub draw: Option<DrawId>,
    /// From.
    pub started_on: Day,
    /// Until, if it has ended.
    pub ended_on: Option<Day>,
}

/// A draw as it was made, and whether repeating it gives the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DrawSlip {
    /// The draw.
    pub draw: DrawId,
    /// The day.
    pub on_day: Day,
    /// Name and version of the method.
    pub method: String,
    /// 64 hexadecimal digits.
    pub seed: String,
    /// Among whom.
    pub candidates: Vec<Candidate>,
    /// Who was left out, and why.
    pub excluded: Vec<Excluded>,
    /// Who was chosen.
    pub chosen: AccountId,
    /// His name.
    pub chosen_name: String,
    /// Who drew.
    pub drawn_by: String,
    /// Repeating it chooses the same person.
    pub repeats: bool,
}

/// Everybody who handles or handled the case, newest first.
pub fn history(reading: &Reading<'_>, case: CaseId) -> Result<Vec<Assignment>> {
    reading.all(include_str!("history.sql"), [case], |row| {
        Ok(Assignment {
            id: row.get("id")?,
            account: row.get("account_id")?,
            name: row.get("name")?,
            role: row.get("role")?,
            mode: row.get("mode")?,
            reason: row.get("reason")?,
            reason_text: row.get("reason_text")?,
            decided_by: row.get("decided_by")?,
            draw: row.get("draw_id")?,
            started_on: row.get("started_on")?,
            ended_on: row.get("ended_on")?,
        })
    })
}

/// One draw with all that it rests on.
pub fn slip(reading: &Reading<'_>, id: DrawId) -> Result<DrawSlip> {
    let (mut slip, candidates, excluded) = reading
        .maybe(include_str!("draw_slip.sql"), [id], |row| {
            let slip = DrawSlip {
                draw: id,
                on_day: row.get("on_day")?,
                method: row.get("method")?,
                seed: row.get("seed")?,
                candidates: Vec::new(),
                excluded: Vec::new(),
                chosen: row.get("chosen_id")?,
                chosen_name: row.get("chosen_name")?,
                drawn_by: row.get("drawn_by")?,
                repeats: false,
            };
            Ok((slip, row.get::<_, String>("candidates")?, row.get::<_, String>("excluded")?))
        })?
        .ok_or_else(|| refusal!("draw_unknown", draw = id))?;
    slip.candidates = serde_json::from_str(&candidates)?;
    slip.excluded = serde_json::from_str(&excluded)?;
    let again = draw(Method::of(&slip.method)?, &slip.candidates, Seed::parse(&slip.seed)?, 1)?;
    slip.repeats = again == [slip.chosen.get()];
    Ok(slip)
}
