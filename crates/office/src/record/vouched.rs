//! What sealings vouch for: of which entries a part left, what their hash was, and what the rest would have.

use std::collections::BTreeMap;

use super::{Entry, Reading, changes_of, keys::hex};
use crate::{Action, Result};

/// Entry -> hash as it was made, hash of what stays, and the sealing that says so.
#[derive(Debug, Default)]
pub(super) struct Vouched(BTreeMap<i64, Voucher>);

#[derive(Debug, Default)]
struct Voucher {
    hash: String,
    kept: String,
    by: i64,
}

impl Vouched {
    /// What the sealings in the journal vouch for.
    pub fn of(reading: &Reading<'_>) -> Result<Self> {
        let mut vouched = Self::default();
        let sealings = reading.all(
            "SELECT * FROM journal WHERE action = ?1 ORDER BY entry",
            [Action::CaseSeal.name()],
            Entry::from_row,
        )?;
        sealings.iter().try_for_each(|sealing| vouched.add(reading, sealing))?;
        Ok(vouched)
    }

    /// What one more entry vouches for, if it is a sealing.
    pub fn add(&mut self, reading: &Reading<'_>, sealing: &Entry) -> Result<()> {
        if sealing.action != Action::CaseSeal.name() {
            return Ok(());
        }
        for row in changes_of(reading, &sealing.changeset)?.into_iter().filter(|row| row.table == "entry_redaction") {
            let Ok(entry) = row.key.parse() else { continue };
            let voucher = self.0.entry(entry).or_default();
            for field in row.fields {
                match (field.field.as_str(), field.after) {
                    ("hash", Some(hash)) => voucher.hash = hash,
                    ("kept", Some(kept)) => voucher.kept = kept,
                    _ => {}
                }
            }
            voucher.by = sealing.entry.get();
        }
        Ok(())
    }

    /// Whether an entry is what a later sealing left of it.
    pub fn holds(&self, entry: &Entry, computed: &[u8; 32]) -> bool {
        self.0.get(&entry.entry.get()).is_some_and(|voucher| {
            voucher.by > entry.entry.get() && voucher.hash == hex(&entry.hash) && voucher.kept == hex(computed)
        })
    }

    /// The entries of which the record says something else than the sealings do.
    pub fn differing(&self, reading: &Reading<'_>) -> Result<Vec<i64>> {
        let there: i64 = reading.value("SELECT count(*) FROM sqlite_schema WHERE name = 'entry_redaction'", [])?;
        let mut rows: BTreeMap<i64, (String, String)> = BTreeMap::new();
        if there > 0 {
            reading.each("SELECT entry, lower(hex(hash)), lower(hex(kept)) FROM entry_redaction", [], |row| {
                rows.insert(row.get(0)?, (row.get(1)?, row.get(2)?));
                Ok(())
            })?;
        }
        let said: BTreeMap<i64, (String, String)> =
            self.0.iter().map(|(entry, one)| (*entry, (one.hash.clone(), one.kept.clone()))).collect();
        Ok(rows.keys().chain(said.keys()).filter(|entry| rows.get(entry) != said.get(entry)).copied().collect())
    }
}
