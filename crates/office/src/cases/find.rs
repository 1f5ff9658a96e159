//! Naming a case: by its id, its register number or any of its numbers.

use serde::{Deserialize, Serialize};

use super::lists::normalised;
use crate::{CaseId, Reading, Result, refusal};

/// A case as a person or another program names it: `17`, `2026-GC-00017`, `测检刑诉受〔2026〕17号`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(untagged)]
pub enum CaseRef {
    /// Its id.
    Id(CaseId),
    /// Its id, its register number or any of its numbers, as typed.
    Text(String),
}

impl From<CaseId> for CaseRef {
    fn from(case: CaseId) -> Self {
        Self::Id(case)
    }
}

/// The case that is meant. Refuses what is not known, and what several cases answer to, naming them.
pub fn find(reading: &Reading<'_>, wanted: &CaseRef) -> Result<CaseId> {
    let (text, id) = match wanted {
        CaseRef::Id(id) => (id.to_string(), Some(id.get())),
        CaseRef::Text(text) => (text.trim().to_owned(), text.trim().parse::<i64>().ok()),
    };
    let key = match wanted {
        CaseRef::Id(_) => String::new(),
        CaseRef::Text(text) => normalised(text),
    };
    let found: Vec<(CaseId, String)> =
        reading.all(include_str!("find_case.sql"), (id, text.to_uppercase(), &key), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    match found.as_slice() {
        [] => Err(refusal!("case_unknown", case = text)),
        [(case, _)] => Ok(*case),
        several => {
            let names: Vec<&str> = several.iter().map(|(_, name)| name.as_str()).collect();
            Err(refusal!("case_ambiguous", text = text, cases = names.join("、")))
        }
    }
}
