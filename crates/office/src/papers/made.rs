//! Which papers were made: the row is written, and with it the journal's entry, before the file.

use anjuan_law::Day;
use rusqlite::named_params;
use serde::Serialize;

use crate::{CaseId, HearingId, Reading, Result, Right, Work, accounts::reach_case};

/// A paper that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "PaperMade")]
pub struct Made {
    /// Which (words: `paper_<code>`).
    pub paper: String,
    /// For whom; empty where there is one for all.
    pub name: String,
    /// `docx` or `pdf`.
    pub form: String,
    /// On which day.
    pub on: Day,
    /// By whom.
    pub by: String,
}

/// Records that a paper goes out.
pub fn record_made(work: &Work<'_>, case: CaseId, hearing: Option<HearingId>, made: &Made, digest: &str) -> Result<()> {
    reach_case(work, work.by, Right::Export, case)?;
    work.insert(
        include_str!("made_insert.sql"),
        named_params! {
            ":case_id": case, ":hearing_id": hearing, ":paper": made.paper, ":name": made.name, ":form": made.form,
            ":on_day": made.on, ":made_by": work.by.account, ":digest": digest,
        },
    )?;
    Ok(())
}

/// The papers of a case that were made, newest first.
pub fn made_of_case(reading: &Reading<'_>, case: CaseId) -> Result<Vec<Made>> {
    reading.all(include_str!("made_of_case.sql"), [case], |row| {
        Ok(Made {
            paper: row.get("paper")?,
            name: row.get("name")?,
            form: row.get("form")?,
            on: row.get("on_day")?,
            by: row.get("by")?,
        })
    })
}
