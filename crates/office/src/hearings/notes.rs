//! What was said and happened at the hearing, line by line as it fell: questions and answers, statements, adjournments, disorder.

use anjuan_law::Day;
use serde::{Deserialize, Serialize};

use super::{
    TimeOfDay,
    day::being_held,
    guard::{self, code_of, required},
};
use crate::{HearingId, HearingNoteId, Reading, Result, Work, refusal};

/// One note as entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingNoteEntry")]
#[ts(optional_fields)]
pub struct NoteEntry {
    /// The note to change; none for a new one.
    #[serde(default)]
    pub id: Option<HearingNoteId>,
    /// The hearing.
    pub hearing: HearingId,
    /// In which step (vocabulary: `hearing_step`).
    #[serde(default)]
    pub step: Option<String>,
    /// What it is (vocabulary: `hearing_note_kind`).
    pub kind: String,
    /// Who spoke.
    #[serde(default)]
    pub speaker: Option<String>,
    /// When.
    #[serde(default)]
    pub at: Option<TimeOfDay>,
    /// The words.
    pub text: String,
}

/// Enters or changes one note and gives its id.
pub fn save_note(work: &Work<'_>, today: Day, entry: &NoteEntry) -> Result<HearingNoteId> {
    let changing = being_held(work, today, entry.hearing)?;
    let step = entry.step.as_deref().unwrap_or_default();
    code_of("hearing_step", step, "step")?;
    code_of("hearing_note_kind", &required(&entry.kind, "kind")?, "kind")?;
    let text = required(&entry.text, "text")?;
    let speaker = entry.speaker.as_deref().unwrap_or_default().trim();
    guard::unmarked(&[(&text, "text"), (speaker, "speaker")])?;
    match entry.id {
        None => Ok(HearingNoteId::known(work.insert(
            include_str!("note_insert.sql"),
            (changing.case.id, entry.hearing, step, &entry.kind, speaker, entry.at, text),
        )?)),
        Some(id) => {
            let changed = work.write(
                include_str!("note_save.sql"),
                (id, entry.hearing, step, &entry.kind, speaker, entry.at, text),
            )?;
            if changed == 0 { Err(unknown(id)) } else { Ok(id) }
        }
    }
}

/// Strikes a note that was entered by mistake; the journal keeps it.
pub fn drop_note(work: &Work<'_>, today: Day, id: HearingNoteId) -> Result<HearingId> {
    let hearing = hearing_of(work, id)?;
    being_held(work, today, hearing)?;
    work.write("DELETE FROM hearing_note WHERE id = ?1", [id])?;
    Ok(hearing)
}

fn hearing_of(reading: &Reading<'_>, id: HearingNoteId) -> Result<HearingId> {
    reading
        .maybe("SELECT hearing_id FROM hearing_note WHERE id = ?1", [id], |row| row.get(0))?
        .ok_or_else(|| unknown(id))
}

fn unknown(id: HearingNoteId) -> crate::Refusal {
    refusal!("hearing_note_unknown", note = id)
}
