//! Who declared an interest that a sealed case meets is kept away from it in the room as he is from any other case.

use std::collections::BTreeSet;

use rusqlite::named_params;

use super::Room;
use crate::{Actor, CaseId, Office, Result};

/// The sealed cases that meet an interest which the person declared, by what the record says of that now; and those that an
/// interest named by their number, which went into the room with them.
pub fn barred(room: &Room, office: &Office, actor: &Actor) -> Result<BTreeSet<CaseId>> {
    let declared: String = office.read(|reading| reading.value(include_str!("declared.sql"), [actor.account]))?;
    room.office().read(|reading| {
        let asked = named_params! { ":declared": declared, ":account": actor.account };
        Ok(reading.all(include_str!("barred.sql"), asked, |row| row.get(0))?.into_iter().collect())
    })
}
