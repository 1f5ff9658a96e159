//! The checks that the office wrote itself.

use anjuan_office::{
    Action, Changed, OwnCheckId, Result, Right,
    accounts::{self, Told},
    own_checks::{self, Answered, OwnCheck, OwnCheckEntry, OwnCheckView},
    refusal,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Seat, list::Nothing, walls};

/// All of them, by title.
pub fn own_check_list(seat: &Seat<'_>, _: Nothing) -> Result<Vec<OwnCheck>> {
    seat.read(own_checks::list)
}

/// What they may read.
pub fn own_check_views(seat: &Seat<'_>, _: Nothing) -> Result<Vec<OwnCheckView>> {
    seat.need(Right::Read)?;
    own_checks::views(seat.office().record())
}

/// What to ask: one that is kept, or one that is being written.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct OwnCheckAsk {
    /// One that is kept.
    pub check: Option<OwnCheckId>,
    /// One that is being written; only who may keep it may try it.
    pub body: Option<String>,
}

/// Asks the question of the register as it stands.
pub fn own_check_ask(seat: &Seat<'_>, ask: OwnCheckAsk) -> Result<Answered> {
    seat.need(Right::Read)?;
    let body = match (ask.body, ask.check) {
        (Some(body), _) => {
            seat.need(Right::Settings)?;
            body
        }
        (None, Some(check)) => seat.read(|reading| own_checks::standing(reading, check))?.body,
        (None, None) => return Err(refusal!("own_check_empty").at("body")),
    };
    let (away, told) = seat.read(|reading| {
        let away = accounts::kept_away(reading, seat.by())?;
        Ok((away, walls::told(seat, reading, true)?))
    })?;
    own_checks::ask(seat.office().record(), &body, seat.day, &away, &told)
}

/// One was kept.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct OwnCheckSaved {
    /// Which.
    pub check: OwnCheckId,
    /// What changed.
    pub changed: Changed,
}

/// Keeps one, after it was asked once: what can't be asked is not kept.
pub fn own_check_save(seat: &Seat<'_>, entry: OwnCheckEntry) -> Result<OwnCheckSaved> {
    seat.need(Right::Read)?;
    seat.need(Right::Settings)?;
    own_checks::ask(seat.office().record(), &entry.body, seat.day, &[], &Told::whole())?;
    let detail = json!({ "title": entry.title });
    let done = seat.act(Action::OwnCheckSave, "", detail, |work| own_checks::save(work, &entry))?;
    Ok(OwnCheckSaved { check: done.answer, changed: done.changed })
}

/// Which one.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
pub struct OwnCheckRef {
    /// The check.
    pub check: OwnCheckId,
}

/// Throws one away.
pub fn own_check_remove(seat: &Seat<'_>, ask: OwnCheckRef) -> Result<Changed> {
    let detail = json!({ "check": ask.check });
    Ok(seat.act(Action::OwnCheckRemove, "", detail, |work| own_checks::remove(work, ask.check))?.changed)
}
