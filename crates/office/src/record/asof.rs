//! The record as it stood at the end of a day: a copy, from which the entries since are taken back one by one.

use std::path::PathBuf;

use anjuan_law::Day;
use rusqlite::TransactionBehavior;

use super::{Entry, Reading, Record, Work, backup, open, packed};
use crate::{Actor, Result, derive, refusal};

/// Which state was asked about.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AsOf {
    /// The last entry of that day or before; 0 where there was none yet.
    pub entry: i64,
    /// Its digest, to be compared with one kept elsewhere.
    pub digest: String,
    /// How many later entries were taken back on the copy.
    pub taken_back: u64,
}

/// The copy, gone when dropped.
struct Copy(PathBuf);

impl Drop for Copy {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm", "-journal"] {
            let _ = std::fs::remove_file(format!("{}{ending}", self.0.display()));
        }
    }
}

impl Record {
    /// Runs a query on the record as it stood at the end of `day`. The record itself is only read.
    pub fn as_of<T>(&self, day: Day, query: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<(AsOf, T)> {
        let path = self.path().ok_or_else(|| refusal!("fault", detail = "a record in memory has no past"))?;
        let copy = Copy(path.with_file_name(format!("office.anjuan.as-of-{}", backup::serial())));
        let _beside = self.open_beside();
        let key = self.key();
        backup::copy_plainly(path, &key, &copy.0)?;
        let mut connection = open::connect_plainly(&copy.0, &key)?;
        // The copy is thrown away: nothing of it needs to reach the disk.
        connection.execute_batch("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;")?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let reading = Reading::new(&transaction);
        let last: i64 = reading.value("SELECT ifnull(max(entry), 0) FROM journal WHERE day <= ?1", [day])?;
        let later =
            reading.all("SELECT * FROM journal WHERE entry > ?1 ORDER BY entry DESC", [last], Entry::from_row)?;
        for entry in later.iter().filter(|entry| !entry.changeset.is_empty()) {
            let inverted = packed::inverted(&entry.changeset)?;
            packed::apply(&transaction, &inverted).map_err(|_| refusal!("past_not_reached", entry = entry.entry))?;
        }
        let by = Actor::program();
        derive::rebuild_plainly(&Work::new(Reading::new(&transaction), &by, day))?;
        let digest: Option<String> =
            reading.maybe("SELECT lower(hex(hash)) FROM journal WHERE entry = ?1", [last], |row| row.get(0))?;
        let answer = query(&reading)?;
        let taken_back = later.len() as u64;
        transaction.rollback()?;
        Ok((AsOf { entry: last, digest: digest.unwrap_or_default(), taken_back }, answer))
    }
}
