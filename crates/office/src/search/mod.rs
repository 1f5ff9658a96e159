//! The one box: cases, people, numbers, notes; by any part of the text, full pinyin or initials.
//!
//! What can be found stands in memory as one long text (see [`index`]), built when the office opens and kept up with every
//! change. A search is a sweep over it, so there is no length of query that it can't answer, and no hit that is not
//! one: what the sweep finds by initials is checked against the characters' readings.
//!
//! A query is words with spaces between. A case is found when each word is found in one of its texts.

mod fill;
mod index;
mod letters;
mod matching;

#[cfg(test)]
mod tests;

use std::{
    collections::BTreeSet,
    sync::{
        PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
};

use serde::Serialize;

pub use fill::Kind;
use index::Index;
use matching::Query;

use crate::{CaseId, Reading, Result};

/// What can be found, of one office.
#[derive(Default)]
pub struct Search {
    index: RwLock<Option<Index>>,
    ended: AtomicBool,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Hit {
    /// In what kind of text.
    pub kind: Kind,
    /// The row it stands in.
    pub id: i64,
    /// The case.
    pub case: CaseId,
    /// The text as it stands in the record.
    pub text: String,
    /// The case's register number.
    pub register_no: String,
    /// The case's title.
    pub title: String,
    /// Whether the case is open.
    pub is_open: bool,
}

/// What a search gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Found {
    /// The newest hits first, one for each case.
    pub hits: Vec<Hit>,
    /// There are more.
    pub more: bool,
}

impl Search {
    /// Finds cases; builds what can be found first where that has not happened yet.
    pub fn find(&self, reading: &Reading<'_>, text: &str, limit: usize) -> Result<Found> {
        let query = Query::parse(text);
        if query.is_empty() || limit == 0 {
            return Ok(Found { hits: Vec::new(), more: false });
        }
        self.warm(reading)?;
        let mut cases = {
            let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
            index.as_ref().map(|index| index.find(&query, limit + 1)).unwrap_or_default()
        };
        let more = cases.len() > limit;
        cases.truncate(limit);
        let mut hits = Vec::with_capacity(cases.len());
        for case in cases {
            hits.extend(fill::hit(reading, case, &query)?);
        }
        Ok(Found { hits, more })
    }

    /// Builds what can be found, unless it stands already.
    pub fn warm(&self, reading: &Reading<'_>) -> Result<()> {
        if self.index.read().unwrap_or_else(PoisonError::into_inner).is_some() {
            return Ok(());
        }
        let built = fill::all(reading, &self.ended)?;
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        if index.is_none() {
            *index = Some(built);
        }
        Ok(())
    }

    /// Ends a building that is under way, so that the office can be closed.
    pub fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
    }

    /// How many bytes what can be found takes; 0 before it stands.
    pub fn bytes(&self) -> usize {
        self.index.read().unwrap_or_else(PoisonError::into_inner).as_ref().map_or(0, Index::bytes)
    }

    /// Keeps up with a change of these cases.
    pub(crate) fn renew(&self, reading: &Reading<'_>, cases: &[CaseId]) -> Result<()> {
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        let Some(standing) = index.as_mut() else {
            return Ok(());
        };
        // After a change of very many cases it is quicker to begin again at the next search.
        const MANY: usize = 20_000;
        if cases.len() > MANY {
            *index = None;
            return Ok(());
        }
        for case in cases.iter().collect::<BTreeSet<_>>() {
            standing.put(case.get(), &fill::texts_of(reading, *case)?);
        }
        Ok(())
    }
}
