//! Notes on a case: words for colleagues, beside the timeline.

use super::{fields::clean, secrets::refuse_marked};
use crate::{CaseId, NoteId, Result, Right, Work, accounts::reach_case, refusal};

/// Writes a note on a case, dated today, and gives its id.
pub fn write(work: &Work<'_>, case: CaseId, text: &str) -> Result<NoteId> {
    reach_case(work, work.by, Right::Record, case)?;
    let text = super::fields::required(clean(text), || "text".to_owned())?;
    refuse_marked(&text, || "text".to_owned())?;
    if work.maybe("SELECT 1 FROM case_file WHERE id = ?1", [case], |_| Ok(()))?.is_none() {
        return Err(refusal!("case_unknown", case = case));
    }
    let id = work.insert(
        "INSERT INTO note (case_id, on_day, account_id, text) VALUES (?1, ?2, ?3, ?4)",
        (case, work.day, work.by.account, text),
    )?;
    Ok(NoteId::known(id))
}
