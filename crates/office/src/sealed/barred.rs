//! Who declared an interest that a sealed case meets is kept away from it in the room as he is from any other case.

use std::collections::BTreeSet;

use super::Room;
use crate::{Actor, CaseId, Office, Result, accounts::recused_from};

/// What finds the office's own cases, asked of the room: with what the record says now in the place of the room's own table,
/// which holds nothing.
const KEPT_AWAY: &str = concat!(
    "WITH declared_conflict AS (
       SELECT ?1 AS account_id, value ->> 'kind' AS kind, value ->> 'value' AS value FROM json_each(?2)
     )
     ",
    include_str!("../accounts/kept_away.sql")
);

/// The sealed cases that meet an interest which the person declared, by what the record says of that now; and those that an
/// interest named by their number, which went into the room with them.
pub fn barred(room: &Room, office: &Office, actor: &Actor) -> Result<BTreeSet<CaseId>> {
    let declared: String = office.read(|reading| reading.value(include_str!("declared.sql"), [actor.account]))?;
    room.office().read(|reading| {
        let mut barred: BTreeSet<CaseId> =
            reading.all(include_str!("gone_with.sql"), [actor.account], |row| row.get(0))?.into_iter().collect();
        barred.extend(reading.all(KEPT_AWAY, (actor.account, declared), |row| row.get::<_, CaseId>(0))?);
        Ok(barred)
    })
}

/// Refuses who is kept away from a sealed case.
pub fn refuse_barred(room: &Room, barred: &BTreeSet<CaseId>, case: CaseId) -> Result<()> {
    if !barred.contains(&case) {
        return Ok(());
    }
    Err(room.office().read(|reading| recused_from(reading, case))?)
}
