//! How far a right reaches: the person's own cases, the department's, all.

use crate::{Actor, CaseId, Reading, Result, Right, Scope, refusal};

/// Refuses where the person's right does not reach this case.
pub(super) fn reach_case(reading: &Reading<'_>, by: &Actor, right: Right, case: CaseId) -> Result<()> {
    let reaches = match by.reach(right) {
        Scope::Nothing => false,
        Scope::Office => true,
        Scope::Department => {
            let department: Option<crate::DepartmentId> =
                reading.maybe("SELECT department_id FROM case_file WHERE id = ?1", [case], |row| row.get(0))?.flatten();
            (department.is_some() && department == by.department) || own(reading, by, case)?
        }
        Scope::Own => own(reading, by, case)?,
    };
    if reaches { Ok(()) } else { Err(refusal!("case_not_yours", case = case)) }
}

fn own(reading: &Reading<'_>, by: &Actor, case: CaseId) -> Result<bool> {
    reading.value(
        "SELECT EXISTS (SELECT 1 FROM assignment WHERE case_id = ?1 AND account_id = ?2 AND ended_on IS NULL)",
        (case, by.account),
    )
}
