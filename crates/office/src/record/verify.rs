//! Is the record sound? Every row of the integrity report is read, nothing is repaired.

use crate::{Result, record::Record};

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Soundness {
    /// What is wrong; empty means sound.
    pub problems: Vec<Problem>,
    /// How many journal entries were checked.
    pub entries: u64,
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
        self.read(|reading| {
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
            if self.path().is_some() {
                report("page_altered", "PRAGMA cipher_integrity_check")?;
            }
            report("file_damaged", "PRAGMA integrity_check(1000000)")?;
            report("reference_broken", "PRAGMA foreign_key_check")?;
            let mut parent = vec![0u8; 32];
            let mut expected = 1;
            reading.each_entry(|entry| {
                let number = entry.entry.get();
                if number != expected {
                    sound.problems.push(Problem { code: "entry_missing", detail: format!("{expected}..{number}") });
                }
                if entry.parent_hash != parent {
                    sound.problems.push(Problem { code: "entry_not_linked", detail: number.to_string() });
                }
                if entry.computed_hash().as_slice() != entry.hash {
                    sound.problems.push(Problem { code: "entry_altered", detail: number.to_string() });
                }
                parent = entry.hash;
                expected = number + 1;
                sound.entries += 1;
                Ok(())
            })?;
            sound.head = reading.head_digest()?;
            Ok(sound)
        })
    }
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
