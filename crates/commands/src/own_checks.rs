//! The checks that the office wrote itself.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_office::{
    Action, CaseId, Changed, OwnCheckId, Result, Right,
    accounts::{self, Sight},
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
    let without = seat.read(|reading| accounts::kept_away(reading, seat.by()))?;
    let mut answered = own_checks::ask(seat.office().record(), &body, seat.day, &without)?;
    mask_strangers(seat, &mut answered)?;
    Ok(answered)
}

/// A question may say of a case what stands in another. The names of minors in cases that the person does not see whole are masked
/// wherever they stand, but in the rows of a case that he sees whole and that has somebody of that name itself.
fn mask_strangers(seat: &Seat<'_>, answered: &mut Answered) -> Result<()> {
    if answered.columns.is_empty() || answered.rows.is_empty() {
        return Ok(());
    }
    seat.read(|reading| {
        if accounts::sees_all(reading, seat.by())? {
            return Ok(());
        }
        let mut whole: BTreeMap<CaseId, bool> = BTreeMap::new();
        let mut sees = |case: CaseId| -> Result<bool> {
            if let Some(known) = whole.get(&case) {
                return Ok(*known);
            }
            let asked = seat.revealed().contains(&case);
            let sees = walls::seen(reading, seat.by(), asked, case)? == Sight::Whole;
            whole.insert(case, sees);
            Ok(sees)
        };
        let mut own: BTreeSet<(CaseId, String)> = BTreeSet::new();
        let mut strangers: BTreeMap<char, Vec<(String, String)>> = BTreeMap::new();
        for (case, name, masked) in accounts::minors(reading)? {
            if sees(case)? {
                own.insert((case, name));
            } else if let Some(first) = name.chars().next() {
                strangers.entry(first).or_default().push((name, masked));
            }
        }
        for row in &mut answered.rows {
            for cell in &mut row.cells {
                let firsts: BTreeSet<char> = cell.chars().collect();
                for (name, masked) in firsts.iter().filter_map(|first| strangers.get(first)).flatten() {
                    if cell.contains(name.as_str()) && !own.contains(&(row.case, name.clone())) {
                        *cell = cell.replace(name.as_str(), masked);
                    }
                }
            }
        }
        Ok(())
    })
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
    own_checks::ask(seat.office().record(), &entry.body, seat.day, &[])?;
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
