//! Who declared an interest that a sealed case meets is kept away from it in the room as he is from any other case.

use std::collections::BTreeSet;

use rusqlite::named_params;

use super::Room;
use crate::{Actor, CaseId, Office, Reading, Result, refusal};

/// What decides of the office's own cases, asked of the room: with what the record says now in the place of the room's own table,
/// which holds nothing.
const RECUSED: &str = concat!(
    "WITH declared_conflict AS (
       SELECT :account AS account_id, value ->> 'kind' AS kind, value ->> 'value' AS value FROM json_each(:declared)
     )
     ",
    include_str!("../accounts/recused.sql")
);

/// The sealed cases that meet an interest which the person declared, by what the record says of that now; and those that an
/// interest named by their number, which went into the room with them.
pub fn barred(room: &Room, office: &Office, actor: &Actor) -> Result<BTreeSet<CaseId>> {
    let declared: String = office.read(|reading| reading.value(include_str!("declared.sql"), [actor.account]))?;
    room.office().read(|reading| {
        let all: Vec<CaseId> = reading.all("SELECT id FROM case_file", [], |row| row.get(0))?;
        let mut barred: BTreeSet<CaseId> =
            reading.all(include_str!("gone_with.sql"), [actor.account], |row| row.get(0))?.into_iter().collect();
        for case in all {
            if meets(reading, actor, &declared, case)? {
                barred.insert(case);
            }
        }
        Ok(barred)
    })
}

fn meets(room: &Reading<'_>, actor: &Actor, declared: &str, case: CaseId) -> Result<bool> {
    let asked = named_params! { ":account": actor.account, ":declared": declared, ":case": case };
    Ok(room.maybe(RECUSED, asked, |_| Ok(()))?.is_some())
}

/// Refuses who is kept away from a sealed case.
pub fn refuse_barred(room: &Room, barred: &BTreeSet<CaseId>, case: CaseId) -> Result<()> {
    if !barred.contains(&case) {
        return Ok(());
    }
    let sql = "SELECT register_no FROM case_file WHERE id = ?1";
    let register_no: String = room.office().read(|reading| reading.value(sql, [case]))?;
    Err(refusal!("recused_from_case", case = register_no))
}
