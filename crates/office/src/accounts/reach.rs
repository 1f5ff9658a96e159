//! How far a right reaches for one case.

use std::collections::BTreeSet;

use rusqlite::named_params;

use super::{Actor, Right, Scope, sight::is_recused};
use crate::{CaseId, Reading, Result, refusal};

/// Refuses unless `actor` holds `right` for this case: for all cases of the office, for those of the actor's department
/// (the case stands in it, or its handler does), or for those that the actor handles or assists in now. Who declared an
/// interest that the case meets holds none.
pub fn reach_case(reading: &Reading<'_>, actor: &Actor, right: Right, case: CaseId) -> Result<()> {
    let register_no: String = reading
        .maybe("SELECT register_no FROM case_file WHERE id = ?1", [case], |row| row.get(0))?
        .ok_or_else(|| refusal!("case_unknown", case = case))?;
    if is_recused(reading, actor, case)? {
        return Err(refusal!("recused_from_case", case = register_no));
    }
    let reached = match actor.reach(right) {
        Scope::Office => true,
        Scope::Nothing => false,
        Scope::Own => own(reading, actor, case)?,
        Scope::Department => own(reading, actor, case)? || of_department(reading, actor, case)?,
    };
    if reached { Ok(()) } else { Err(refusal!("no_right_on_case", case = register_no, post = actor.post.code())) }
}

/// The cases to which a right of somebody reaches that does not reach to all, whether or not he is kept away from them.
pub(super) fn reached(reading: &Reading<'_>, actor: &Actor, right: Right) -> Result<BTreeSet<CaseId>> {
    let department = match actor.reach(right) {
        Scope::Department => actor.department,
        Scope::Own => None,
        Scope::Office | Scope::Nothing => return Ok(BTreeSet::new()),
    };
    let whose = named_params! { ":account": actor.account, ":department": department };
    let cases = reading.all(include_str!("reached.sql"), whose, |row| row.get(0))?;
    Ok(cases.into_iter().collect())
}

fn own(reading: &Reading<'_>, actor: &Actor, case: CaseId) -> Result<bool> {
    let found = reading.maybe(
        "SELECT 1 FROM assignment WHERE case_id = ?1 AND account_id = ?2 AND ended_on IS NULL",
        (case, actor.account),
        |_| Ok(()),
    )?;
    Ok(found.is_some())
}

fn of_department(reading: &Reading<'_>, actor: &Actor, case: CaseId) -> Result<bool> {
    Ok(reading.maybe(include_str!("case_of_department.sql"), (case, actor.department), |_| Ok(()))?.is_some())
}
