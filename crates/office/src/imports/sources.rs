//! Where ledgers come from and when they were imported.

use anjuan_law::Day;
use rusqlite::{Row, named_params};
use serde::Serialize;

use super::outcome::Tally;
use crate::{Reading, Result, Work};

/// A source of ledgers: the same heads under the same name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Source {
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Of its heads.
    pub fingerprint: String,
    /// The category of its cases where its rows do not say it.
    pub kind: String,
    /// The mapping of its columns as it was confirmed, TOML.
    pub mapping: String,
    /// The day of its last import that changed something.
    pub last_on: Option<Day>,
}

/// One import that changed something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Run {
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
    /// The name of its source.
    pub source: String,
    /// The name of the file, without its folder.
    pub file: String,
    /// On which day.
    pub on_day: Day,
    /// Who did it.
    pub by: String,
    /// The counts.
    pub tally: Tally,
    /// Differences of that source that still want a decision.
    pub undecided: u32,
}

/// All sources, the last used first.
pub fn sources(reading: &Reading<'_>) -> Result<Vec<Source>> {
    reading.all(include_str!("sources.sql"), [], from_row)
}

/// The source of these heads that was used last; under that name where one is given.
pub fn source_of(reading: &Reading<'_>, fingerprint: &str, name: Option<&str>) -> Result<Option<Source>> {
    let found = sources(reading)?;
    Ok(found.into_iter().find(|s| s.fingerprint == fingerprint && name.is_none_or(|name| s.name == name)))
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Source> {
    Ok(Source {
        id: row.get("id")?,
        name: row.get("name")?,
        fingerprint: row.get("fingerprint")?,
        kind: row.get("kind")?,
        mapping: row.get("mapping")?,
        last_on: row.get("last_on")?,
    })
}

/// The imports that changed something, newest first.
pub fn runs(reading: &Reading<'_>) -> Result<Vec<Run>> {
    let rows = reading.all(include_str!("runs.sql"), [], |row| {
        let run = Run {
            id: row.get("id")?,
            source: row.get("source")?,
            file: row.get("file_name")?,
            on_day: row.get("on_day")?,
            by: row.get("by")?,
            tally: Tally::default(),
            undecided: row.get("undecided")?,
        };
        Ok((run, row.get::<_, String>("counts")?))
    })?;
    rows.into_iter().map(|(run, counts)| Ok(Run { tally: serde_json::from_str(&counts)?, ..run })).collect()
}

/// Enters the source, or its mapping where it is another now. Gives its id.
pub(super) fn keep(work: &Work<'_>, name: &str, fingerprint: &str, kind: &str, mapping: &str) -> Result<i64> {
    if let Some(standing) = source_of(work, fingerprint, Some(name))? {
        if (standing.kind.as_str(), standing.mapping.as_str()) != (kind, mapping) {
            work.write("UPDATE import_source SET kind = ?2, mapping = ?3 WHERE id = ?1", (standing.id, kind, mapping))?;
        }
        return Ok(standing.id);
    }
    work.insert(
        "INSERT INTO import_source (name, fingerprint, kind, mapping) VALUES (:name, :fingerprint, :kind, :mapping)",
        named_params! { ":name": name, ":fingerprint": fingerprint, ":kind": kind, ":mapping": mapping },
    )
}
