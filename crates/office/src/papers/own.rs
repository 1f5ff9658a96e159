//! Templates of the office's own, in the place of the shipped ones.

use anjuan_law::Day;
use serde::Serialize;

use crate::{Reading, Result, Work, refusal};

/// A template that the office put in the place of a shipped one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OwnTemplate {
    /// Of which paper.
    pub paper: String,
    /// The name of the file it came from.
    pub file_name: String,
    /// Since when.
    pub saved_on: Day,
}

/// All of them.
pub fn own_templates(reading: &Reading<'_>) -> Result<Vec<OwnTemplate>> {
    reading.all("SELECT paper, file_name, saved_on FROM paper_template ORDER BY paper", [], |row| {
        Ok(OwnTemplate { paper: row.get(0)?, file_name: row.get(1)?, saved_on: row.get(2)? })
    })
}

/// The office's own template of a paper, if it has one.
pub fn own_template(reading: &Reading<'_>, paper: &str) -> Result<Option<Vec<u8>>> {
    reading.maybe("SELECT content FROM paper_template WHERE paper = ?1", [paper], |row| row.get(0))
}

/// Puts a template in the place of the one there is. The caller has looked whether every placeholder is known.
pub fn put_template(work: &Work<'_>, paper: &str, file_name: &str, content: &[u8]) -> Result<()> {
    if super::paper(paper).is_none() {
        return Err(refusal!("paper_unknown", paper = paper).at("paper"));
    }
    let put = "INSERT INTO paper_template (paper, file_name, content, saved_on) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (paper) DO UPDATE SET file_name = excluded.file_name, content = excluded.content,
                                                 saved_on = excluded.saved_on";
    work.write(put, (paper, file_name, content, work.day))?;
    Ok(())
}

/// Goes back to the shipped template.
pub fn take_template_away(work: &Work<'_>, paper: &str) -> Result<()> {
    if work.write("DELETE FROM paper_template WHERE paper = ?1", [paper])? == 0 {
        return Err(refusal!("template_is_shipped", paper = paper).at("paper"));
    }
    Ok(())
}
