//! The one box: cases, people, numbers, notes; by any part of the text, full pinyin or initials.
//!
//! What can be found stands in memory as one long text (see [`index`]), built when the office opens and kept up with every
//! change. A search is a sweep over it, so there is no length of query that it can't answer, and no hit that is not
//! one: what the sweep finds by initials is checked against the characters' readings.
//!
//! A query is words with spaces between. A case is found when each word is found in one of its texts. Of a case that somebody sees
//! masked what is hidden is found by the whole of it only: who knows a child's name or a number finds the case, and nobody comes
//! to know them by asking for one part after the other. What he reads in its place, 李某, finds it by any part, as every text does
//! that is told to him, and finds it for nobody who sees the case whole.

mod fill;
mod index;
mod letters;
mod matching;
mod traces;

#[cfg(test)]
mod tests;

use std::{
    collections::BTreeSet,
    sync::{
        Mutex, MutexGuard, PoisonError, RwLock, RwLockWriteGuard,
        atomic::{AtomicBool, Ordering},
    },
};

use anjuan_law::Day;
use serde::Serialize;

pub use fill::Kind;
use index::Index;
use matching::Query;

use crate::{CaseId, Reading, Result, record::Record};

/// What can be found, of one office.
#[derive(Default)]
pub struct Search {
    standing: RwLock<Standing>,
    building: Mutex<()>,
    ended: AtomicBool,
}

/// What can be found, and what changed while it did not stand yet.
#[derive(Default)]
struct Standing {
    index: Option<Index>,
    missed: BTreeSet<CaseId>,
}

/// What can be found as it was when the building of it began; nobody else builds meanwhile.
struct Building<'s> {
    index: Index,
    _alone: MutexGuard<'s, ()>,
}

/// Somebody who does not see every case whole.
pub struct Looker<'a> {
    /// Whether he sees a case whole.
    pub whole: &'a dyn Fn(CaseId) -> bool,
    /// The day of the office.
    pub day: Day,
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
    /// Finds cases for somebody, or for who sees them all; builds what can be found first where that has not happened yet.
    pub fn find(&self, record: &Record, text: &str, limit: usize, looker: Option<&Looker<'_>>) -> Result<Found> {
        let query = Query::parse(text);
        if query.is_empty() || limit == 0 {
            return Ok(Found { hits: Vec::new(), more: false });
        }
        self.warm(record)?;
        // Some of what is found is not told to everybody: then more is looked for.
        const FURTHER: usize = 8;
        let mut most = limit + 1;
        loop {
            let (swept, cases) = self.sweep(&query, most, looker);
            let mut hits = record.read(|reading| told(reading, &cases, &query, limit + 1, looker))?;
            if swept < most || hits.len() > limit {
                let more = hits.len() > limit;
                hits.truncate(limit);
                return Ok(Found { hits, more });
            }
            most *= FURTHER;
        }
    }

    /// How many cases the sweep finds, at most `most`, and which of them may be told to somebody.
    fn sweep(&self, query: &Query, most: usize, looker: Option<&Looker<'_>>) -> (usize, Vec<CaseId>) {
        let standing = self.standing.read().unwrap_or_else(PoisonError::into_inner);
        let Some(index) = &standing.index else { return (0, Vec::new()) };
        let mut cases = index.find(query, most);
        let swept = cases.len();
        cases.retain(|&case| match is_masked(looker, CaseId::known(case)) {
            Some(_) => index.stands_openly(case, query),
            None => index.stands_in_record(case, query),
        });
        (swept, cases.into_iter().map(CaseId::known).collect())
    }

    /// Builds what can be found, unless it stands already.
    pub fn warm(&self, record: &Record) -> Result<()> {
        match self.begin(record)? {
            Some(building) => self.finish(record, building),
            None => Ok(()),
        }
    }

    /// Reads everything that can be found, while others go on changing cases; none where it stands already.
    fn begin(&self, record: &Record) -> Result<Option<Building<'_>>> {
        if self.stands() {
            return Ok(None);
        }
        let alone = self.building.lock().unwrap_or_else(PoisonError::into_inner);
        if self.stands() {
            return Ok(None);
        }
        // What is written from here on is remembered; what was written before is in the state that is read now.
        self.write().missed.clear();
        let index = record.read(|reading| fill::all(reading, &self.ended))?;
        Ok(Some(Building { index, _alone: alone }))
    }

    /// Brings in what changed during the building, and lets the result stand.
    fn finish(&self, record: &Record, building: Building<'_>) -> Result<()> {
        let Building { mut index, _alone } = building;
        record.read(|reading| {
            let mut standing = self.write();
            for &case in &standing.missed {
                index.put(case.get(), &fill::texts_of(reading, case)?);
            }
            *standing = Standing { index: Some(index), missed: BTreeSet::new() };
            Ok(())
        })
    }

    /// Ends a building that is under way, so that the office can be closed.
    pub fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
    }

    /// How many bytes what can be found takes; 0 before it stands.
    pub fn bytes(&self) -> usize {
        self.standing.read().unwrap_or_else(PoisonError::into_inner).index.as_ref().map_or(0, Index::bytes)
    }

    /// Keeps up with a change of these cases. The change is committed already: what cannot be read now is put aside, and
    /// built again at the next search.
    pub(crate) fn renew(&self, record: &Record, cases: &[CaseId]) {
        // After a change of very many cases it is quicker to begin again.
        const MANY: usize = 20_000;
        let renewed = record.read(|reading| {
            let mut standing = self.write();
            let Standing { index, missed } = &mut *standing;
            match index {
                None => missed.extend(cases),
                Some(_) if cases.len() > MANY => *index = None,
                Some(index) => {
                    for &case in cases {
                        index.put(case.get(), &fill::texts_of(reading, case)?);
                    }
                }
            }
            Ok(())
        });
        if renewed.is_err() {
            *self.write() = Standing { index: None, missed: cases.iter().copied().collect() };
        }
    }

    fn stands(&self) -> bool {
        self.standing.read().unwrap_or_else(PoisonError::into_inner).index.is_some()
    }

    fn write(&self) -> RwLockWriteGuard<'_, Standing> {
        self.standing.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who looks at a case that he sees masked.
fn is_masked<'l>(looker: Option<&'l Looker<'l>>, case: CaseId) -> Option<&'l Looker<'l>> {
    looker.filter(|looker| !(looker.whole)(case))
}

/// The hits of the first of these cases that are told to somebody, at most `limit`.
fn told(
    reading: &Reading<'_>,
    cases: &[CaseId],
    query: &Query,
    limit: usize,
    looker: Option<&Looker<'_>>,
) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for &case in cases {
        hits.extend(match is_masked(looker, case) {
            Some(looker) => fill::masked_hit(reading, case, query, looker.day)?,
            None => fill::hit(reading, case, query)?,
        });
        if hits.len() == limit {
            break;
        }
    }
    Ok(hits)
}
