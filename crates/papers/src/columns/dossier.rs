//! Rows of several linked tables brought together by case.

use super::Record;
use std::collections::HashMap;

/// All rows, of all tables, that belong to one case.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// Values of the case's key.
    pub key: String,
    /// Its rows, table by table in the order they were given, each table's in the order of its rows.
    pub records: Vec<Record>,
}

/// What became of every row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// The cases, in the order in which their keys first appear.
    pub dossiers: Vec<Dossier>,
    /// Rows whose key is blank: they belong to no case, and a person must look at them.
    pub without_key: Vec<Record>,
}

impl Gathered {
    /// Rows altogether; equal to the rows that went in.
    pub fn rows(&self) -> usize {
        self.dossiers.iter().map(|dossier| dossier.records.len()).sum::<usize>() + self.without_key.len()
    }
}

/// Brings records together by their case's key. Give the tables one after the other, the one that
/// opens a case first.
///
/// Nothing is matched by likeness: `A-1` and `A1` are two cases.
pub fn gather(records: impl IntoIterator<Item = Record>) -> Gathered {
    let mut gathered = Gathered::default();
    let mut places: HashMap<String, usize> = HashMap::new();
    for record in records {
        let Some(key) = record.case_key.clone() else {
            gathered.without_key.push(record);
            continue;
        };
        let place = *places.entry(key.clone()).or_insert_with(|| {
            gathered.dossiers.push(Dossier { key, records: Vec::new() });
            gathered.dossiers.len() - 1
        });
        if let Some(dossier) = gathered.dossiers.get_mut(place) {
            dossier.records.push(record);
        }
    }
    gathered
}
