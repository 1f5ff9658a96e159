//! What of the record can be found.

use std::sync::atomic::{AtomicBool, Ordering};

use anjuan_law::text::search_key;
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use super::{Hit, index::Index, matching::Query};
use crate::{CaseId, Reading, Result, refusal};

/// In what kind of text something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Title, cause or register number of a case.
    Case,
    /// Name, alias, identity number or residence of a person.
    Person,
    /// A number on the papers.
    Number,
    /// A note or summary.
    Note,
}

impl Kind {
    fn of(code: i64) -> Self {
        match code {
            1 => Kind::Case,
            2 => Kind::Person,
            3 => Kind::Number,
            _ => Kind::Note,
        }
    }
}

const EVERYTHING: &str = include_str!("everything.sql");
const OF_CASE: &str = include_str!("of_case.sql");

fn append(texts: &mut String, row: &Row<'_>) -> Result<()> {
    let kind: i64 = row.get("kind")?;
    let text = row.get_ref("text")?.as_str().unwrap_or_default();
    let key = search_key(text);
    if !key.is_empty() {
        texts.push(char::from(u8::try_from(kind).unwrap_or(4)));
        texts.push_str(&key);
    }
    Ok(())
}

/// Everything that can be found in the office; refused where the office is closed meanwhile.
pub(super) fn all(reading: &Reading<'_>, ended: &AtomicBool) -> Result<Index> {
    let mut index = Index::default();
    let (mut at, mut texts) = (0, String::new());
    reading.each(EVERYTHING, [], |row| {
        let case: i64 = row.get("case_id")?;
        if case != at {
            if ended.load(Ordering::Relaxed) {
                return Err(refusal!("office_locked"));
            }
            index.put(at, &texts);
            texts.clear();
            at = case;
        }
        append(&mut texts, row)
    })?;
    index.put(at, &texts);
    index.settle();
    Ok(index)
}

/// The comparable texts of one case, each begun by the control character of its kind.
pub(super) fn texts_of(reading: &Reading<'_>, case: CaseId) -> Result<String> {
    let mut texts = String::new();
    reading.each(OF_CASE, [case], |row| append(&mut texts, row))?;
    Ok(texts)
}

/// The hit of a found case: the first of its texts in which the leading word stands.
pub(super) fn hit(reading: &Reading<'_>, case: i64, query: &Query) -> Result<Option<Hit>> {
    let case = CaseId::known(case);
    let head =
        reading.maybe("SELECT register_no, title, is_open FROM case_state WHERE case_id = ?1", [case], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, bool>(2)?))
        })?;
    // The case may have been taken back between the sweep and now.
    let Some((register_no, title, is_open)) = head else {
        return Ok(None);
    };
    let texts = reading.all(OF_CASE, [case], |row| {
        Ok((row.get::<_, i64>("kind")?, row.get::<_, i64>("id")?, row.get::<_, String>("text")?))
    })?;
    let found =
        query.words().iter().find_map(|word| texts.iter().find(|(_, _, text)| word.found_in(&search_key(text))));
    Ok(found.map(|(kind, id, text)| Hit {
        kind: Kind::of(*kind),
        id: *id,
        case,
        text: text.clone(),
        register_no,
        title,
        is_open,
    }))
}
