//! Choosing from long lists while typing: the law's lists, and the units this office has had to do with.

use anjuan_law::pick::{Entry, List, Picked, Picker, pick};
use serde::Serialize;

use crate::{Reading, Result};

/// One entry to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Pick {
    /// What the record keeps; empty where only the name is kept.
    pub code: String,
    /// The name.
    pub name: String,
    /// What tells it from others of the name: the article, the path, the division above; may be empty.
    pub detail: String,
    /// The other name by which it was found.
    pub found_by: Option<String>,
}

impl From<Picked> for Pick {
    fn from(picked: Picked) -> Self {
        Self { code: picked.code, name: picked.name, detail: picked.detail, found_by: picked.found_by }
    }
}

/// The entries of one of the law's lists that fit what is typed (code, part of the name, pinyin), best first.
pub fn from_list(list: List, query: &str, limit: usize) -> Vec<Pick> {
    pick(list, query, limit).into_iter().map(Pick::from).collect()
}

/// Units that fit what is typed: those that sent cases before, the most frequent first, then the procuratorates.
pub fn units(reading: &Reading<'_>, query: &str, limit: usize) -> Result<Vec<Pick>> {
    let seen = reading.all(include_str!("units_seen.sql"), [], |row| {
        Ok(Entry { code: String::new(), name: row.get(0)?, detail: String::new(), also: Vec::new() })
    })?;
    let mut found: Vec<Pick> = Picker::new(seen).pick(query, limit).into_iter().map(Pick::from).collect();
    if !query.trim().is_empty() {
        for other in from_list(List::Procuratorates, query, limit) {
            if found.len() < limit && found.iter().all(|unit| unit.name != other.name) {
                found.push(other);
            }
        }
    }
    Ok(found)
}
