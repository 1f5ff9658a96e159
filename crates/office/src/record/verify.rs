//! Is the record sound? Every row of the integrity report is read, nothing is repaired.

use std::collections::BTreeSet;

use super::{Entry, Reading, Record, sign, vouched::Vouched};
use crate::{Result, refusal};

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Soundness {
    /// What is wrong; empty means sound.
    pub problems: Vec<Problem>,
    /// How many journal entries were checked.
    pub entries: u64,
    /// How many of them a workstation of this office has signed.
    pub signed: u64,
    /// Digest of the newest entry. Cutting the journal's tail or putting back an older file is only seen by comparing it
    /// with a digest kept elsewhere.
    pub head: Option<String>,
}

/// One thing that is wrong: a code with words in both languages, and the engine's own report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// `problem_<code>` in the language files.
    pub code: &'static str,
    /// What the engine or the comparison says.
    pub detail: String,
}

impl Record {
    /// Verifies the file, the foreign keys and the journal's chain. What derived tables say is compared by a rebuild.
    pub fn verify(&self) -> Result<Soundness> {
        if self.refuse_when_halted().is_ok() {
            // The cipher's own check reads the file past the log. After a power cut pages may lie there that the log holds whole:
            // they are written back first. Where somebody still reads, what is left of the log is written back later.
            let _ = self.writer().execute_batch("PRAGMA wal_checkpoint(FULL);");
        }
        let sound = self.read(|reading| verify(reading, self.path().is_some()))?;
        if let Some(problem) =
            sound.problems.iter().find(|problem| ["page_altered", "file_damaged"].contains(&problem.code))
        {
            // From now on nothing is written: what is damaged stays as it is.
            self.note(refusal!("record_damaged", detail = problem.detail));
        }
        Ok(sound)
    }

    /// Looks for a digest that was kept elsewhere, whole or as much of its beginning as a slip carries: the entry that has it, and
    /// how many came after. Where none has it, the tail was cut, an older file was put back, or entries were made anew.
    pub fn verify_against(&self, digest: &str) -> Result<Option<(i64, i64)>> {
        let wanted: String = digest.chars().filter(char::is_ascii_hexdigit).collect::<String>().to_lowercase();
        self.read(|reading| {
            reading.maybe(
                "SELECT entry, (SELECT max(entry) FROM journal) - entry FROM journal WHERE substr(lower(hex(hash)), 1, length(?1)) = ?1",
                [wanted],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
        })
    }
}

/// Verifies an open file.
pub(super) fn verify(reading: &Reading<'_>, encrypted: bool) -> Result<Soundness> {
    let mut sound = Soundness::default();
    let mut report = |code: &'static str, sql: &str| -> Result<()> {
        let rows = reading.all(sql, [], |row| {
            (0..row.as_ref().column_count())
                .map(|at| row.get_ref(at).map(|value| text_of(value)))
                .collect::<rusqlite::Result<Vec<_>>>()
        })?;
        for row in rows.into_iter().filter(|row| row != &["ok"]) {
            sound.problems.push(Problem { code, detail: row.join(" | ") });
        }
        Ok(())
    };
    if encrypted {
        report("page_altered", "PRAGMA cipher_integrity_check")?;
    }
    report("file_damaged", "PRAGMA integrity_check(1000000)")?;
    report("reference_broken", "PRAGMA foreign_key_check")?;
    let vouched = Vouched::of(reading)?;
    for entry in vouched.differing(reading)? {
        sound.problems.push(Problem { code: "redaction_not_vouched", detail: entry.to_string() });
    }
    let mut chain = Chain { stations: stations(reading)?, vouched, parent: vec![0; 32], expected: 1, signing: false };
    reading.each_entry(|entry| {
        chain.look_at(entry, &mut sound);
        Ok(())
    })?;
    sound.head = reading.head_digest()?;
    Ok(sound)
}

/// The walk along the journal.
struct Chain {
    stations: BTreeSet<String>,
    vouched: Vouched,
    parent: Vec<u8>,
    expected: i64,
    /// An entry before was signed; from then on all are.
    signing: bool,
}

impl Chain {
    fn look_at(&mut self, entry: Entry, sound: &mut Soundness) {
        let number = entry.entry.get();
        let computed = entry.computed_hash();
        if number != self.expected {
            sound.problems.push(Problem { code: "entry_missing", detail: format!("{}..{number}", self.expected) });
        }
        if entry.parent_hash != self.parent {
            sound.problems.push(Problem { code: "entry_not_linked", detail: number.to_string() });
        }
        // What stays of an entry whose rows were sealed is vouched for by the sealing; its own hash is that of the whole.
        let redacted = self.vouched.holds(&entry, &computed);
        if computed.as_slice() != entry.hash && !redacted {
            sound.problems.push(Problem { code: "entry_altered", detail: number.to_string() });
        }
        if entry.signed_by.is_empty() {
            if self.signing {
                sound.problems.push(Problem { code: "entry_not_signed", detail: number.to_string() });
            }
        } else if !sign::signed(&entry.signed_by, if redacted { &entry.hash } else { &computed }, &entry.signature) {
            sound.problems.push(Problem { code: "entry_signature_wrong", detail: number.to_string() });
        } else if !self.stations.contains(&entry.signed_by) {
            sound.problems.push(Problem { code: "entry_signer_unknown", detail: number.to_string() });
        } else {
            self.signing = true;
            sound.signed += 1;
        }
        self.parent = entry.hash;
        self.expected = number + 1;
        sound.entries += 1;
    }
}

/// The public keys of the office's workstations. A backup of the time before there were any has none.
fn stations(reading: &Reading<'_>) -> Result<BTreeSet<String>> {
    let there: i64 = reading.value("SELECT count(*) FROM sqlite_schema WHERE name = 'workstation'", [])?;
    if there == 0 {
        return Ok(BTreeSet::new());
    }
    Ok(reading.all("SELECT public_key FROM workstation", [], |row| row.get(0))?.into_iter().collect())
}

fn text_of(value: rusqlite::types::ValueRef<'_>) -> String {
    use rusqlite::types::ValueRef as V;
    match value {
        V::Null => "-".to_owned(),
        V::Integer(number) => number.to_string(),
        V::Real(number) => number.to_string(),
        V::Text(text) => String::from_utf8_lossy(text).into_owned(),
        V::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}
