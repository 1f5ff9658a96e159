//! What of the record can be found.

use std::{
    borrow::Cow,
    sync::atomic::{AtomicBool, Ordering},
};

use anjuan_law::{Day, text::search_key};
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use super::{Hit, index::Index, matching::Query};
use crate::{
    CaseId, Reading, Result,
    accounts::{self, Told},
    refusal,
};

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

/// The mark of an identity number; other texts have that of their kind.
pub(super) const IDENTITY: char = '\u{5}';
/// The mark of a text as it is told to who does not see the case whole.
pub(super) const TOLD: char = '\u{6}';

const EVERYTHING: &str = include_str!("everything.sql");
const OF_CASE: &str = include_str!("of_case.sql");

/// Appends a text, and after it the same as it is told where a minor's name stands in it.
fn append(texts: &mut String, row: &Row<'_>, told: &Told) -> Result<()> {
    let mut put = |mark: char, text: &str| {
        let key = search_key(text);
        if !key.is_empty() {
            texts.push(mark);
            texts.push_str(&key);
        }
    };
    let text = row.get_ref("text")?.as_str().unwrap_or_default();
    let mark: i64 = row.get("mark")?;
    put(char::from(u8::try_from(mark).unwrap_or(4)), text);
    if let Cow::Owned(told) = told.text(row.get("case_id")?, text) {
        put(TOLD, &told);
    }
    Ok(())
}

/// Everything that can be found in the office; refused where the office is closed meanwhile.
pub(super) fn all(reading: &Reading<'_>, ended: &AtomicBool) -> Result<Index> {
    let mut index = Index::default();
    let told = Told::to(reading, |_| false)?;
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
        append(&mut texts, row, &told)
    })?;
    index.put(at, &texts);
    index.settle();
    Ok(index)
}

/// The comparable texts of one case, each begun by the control character of its kind.
pub(super) fn texts_of(reading: &Reading<'_>, case: CaseId) -> Result<String> {
    let mut texts = String::new();
    let told = Told::of_case(reading, case)?;
    reading.each(OF_CASE, [case], |row| append(&mut texts, row, &told))?;
    Ok(texts)
}

/// The hit of a found case: the first of its texts in which the leading word stands.
pub(super) fn hit(reading: &Reading<'_>, case: CaseId, query: &Query) -> Result<Option<Hit>> {
    let texts = texts(reading, case)?;
    let found =
        query.words().iter().find_map(|word| texts.iter().find(|one| word.found_in(search_key(&one.text).as_bytes())));
    found.map_or(Ok(None), |found| of_text(reading, case, found))
}

/// The hit of a found case for somebody who sees it masked: each word stands in one of its texts as it is told, or stands in one of
/// them and stands there too where both are masked. So what he reads is found, the whole of what is hidden, and no part of it.
pub(super) fn masked_hit(reading: &Reading<'_>, case: CaseId, query: &Query, day: Day) -> Result<Option<Hit>> {
    let hidden = accounts::hidden_of(reading, case)?;
    let keys: Vec<_> = hidden.iter().map(|(text, told)| (search_key(text), search_key(told))).collect();
    let texts = texts(reading, case)?;
    let mut leading = None;
    for word in query.words() {
        let told = word.told(&accounts::masked(word.text(), &keys, day));
        let stands = |one: &&Text| {
            let masked = search_key(&accounts::masked(&one.text, &hidden, day));
            word.found_in(masked.as_bytes())
                || told.found_in(masked.as_bytes()) && word.found_in(search_key(&one.text).as_bytes())
        };
        let Some(found) = texts.iter().find(stands) else { return Ok(None) };
        leading = leading.or(Some(found));
    }
    leading.map_or(Ok(None), |found| of_text(reading, case, found))
}

/// A text that can be found.
struct Text {
    kind: Kind,
    id: i64,
    text: String,
}

fn texts(reading: &Reading<'_>, case: CaseId) -> Result<Vec<Text>> {
    reading.all(OF_CASE, [case], |row| {
        Ok(Text { kind: Kind::of(row.get("kind")?), id: row.get("id")?, text: row.get("text")? })
    })
}

/// The hit; none where the case was taken back between the sweep and now.
fn of_text(reading: &Reading<'_>, case: CaseId, found: &Text) -> Result<Option<Hit>> {
    let head = "SELECT register_no, title, is_open FROM case_state WHERE case_id = ?1";
    reading.maybe(head, [case], |row| {
        Ok(Hit {
            kind: found.kind,
            id: found.id,
            case,
            text: found.text.clone(),
            register_no: row.get(0)?,
            title: row.get(1)?,
            is_open: row.get(2)?,
        })
    })
}
