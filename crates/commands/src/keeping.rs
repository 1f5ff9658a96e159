//! Is the record sound, and do the derived tables agree with it?

use anjuan_office::{Ask, Result, Right, refusal};
use serde::{Deserialize, Serialize};

use crate::{Seat, backups, list::Nothing, room};

/// What a verification found.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Verified {
    /// Nothing is wrong.
    pub sound: bool,
    /// What is wrong (words: `problem_<code>`).
    pub problems: Vec<ProblemFound>,
    /// How many journal entries were checked.
    pub entries: u64,
    /// How many of them a workstation of this office has signed.
    pub signed: u64,
    /// Digest of the newest entry.
    pub head: Option<String>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct ProblemFound {
    /// Its code.
    pub code: String,
    /// What was seen.
    pub detail: String,
}

/// What a rebuild found.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Rebuilt {
    /// What stood there was what follows from the record.
    pub same: bool,
    /// The tables that differed.
    pub differences: Vec<TableDifference>,
}

/// One derived table that differed.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct TableDifference {
    /// The table.
    pub table: String,
    /// Rows that should not have stood there.
    pub stale: i64,
    /// Rows that were missing.
    pub missing: i64,
}

/// Verifies the record: file, references, journal, the second copy and each row against the journal, derived
/// tables. Repairs nothing.
pub fn record_verify(seat: &Seat<'_>, _: Nothing) -> Result<Verified> {
    seat.need(Right::Audit)?;
    let found = seat.office().record().verify()?;
    let mut problems: Vec<ProblemFound> = found
        .problems
        .into_iter()
        .map(|problem| ProblemFound { code: problem.code.to_owned(), detail: problem.detail })
        .collect();
    problems.extend(room::verify(seat)?);
    let backed_up = seat.office().read(backups::last_backup)?.map_or(0, |last| last.entry);
    let second = seat.office().record().verify_second(backed_up)?.into_iter();
    problems.extend(second.map(|one| ProblemFound { code: one.code.to_owned(), detail: one.detail }));
    if problems.is_empty() {
        let rows = seat.office().record().compare_with_journal()?.into_iter();
        problems.extend(rows.map(|one| ProblemFound { code: one.code.to_owned(), detail: one.detail }));
        let at = seat.host().now();
        let ask = Ask { by: seat.by(), day: seat.day, at: &at, reason: "", detail: serde_json::Value::Null };
        problems.extend(seat.office().compare_derived(&ask)?.into_iter().map(|difference| ProblemFound {
            code: "derived_differs".to_owned(),
            detail: format!("{}: -{} +{}", difference.table, difference.stale, difference.missing),
        }));
    }
    Ok(Verified {
        sound: problems.is_empty(),
        problems,
        entries: found.entries,
        signed: found.signed,
        head: found.head,
    })
}

/// Derives everything anew and compares with what stood there.
pub fn record_rebuild(seat: &Seat<'_>, _: Nothing) -> Result<Rebuilt> {
    seat.need(Right::Audit)?;
    let at = seat.host().now();
    let ask = Ask { by: seat.by(), day: seat.day, at: &at, reason: "", detail: serde_json::Value::Null };
    let differences: Vec<TableDifference> = seat
        .office()
        .rebuild(&ask)?
        .into_iter()
        .map(|difference| TableDifference {
            table: difference.table,
            stale: difference.stale,
            missing: difference.missing,
        })
        .collect();
    Ok(Rebuilt { same: differences.is_empty(), differences })
}

/// So many figures of a digest stand on a slip.
const ON_A_SLIP: usize = 16;
/// So many it has.
const WHOLE: usize = 64;

/// A digest that was kept elsewhere.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct Against {
    /// The digest, in any grouping; its first 16 figures are enough.
    pub digest: String,
}

/// Whether the journal still holds the entry that had it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FoundAgainst {
    /// The entry; none where no entry has the digest: the tail was cut, an older file was put back, or entries were made anew.
    pub entry: Option<i64>,
    /// How many entries came after it.
    pub after: i64,
}

/// Looks for a digest that was kept elsewhere.
pub fn record_verify_against(seat: &Seat<'_>, ask: Against) -> Result<FoundAgainst> {
    seat.need(Right::Audit)?;
    let figures = ask.digest.chars().filter(char::is_ascii_hexdigit).count();
    if !(ON_A_SLIP..=WHOLE).contains(&figures) {
        return Err(refusal!("digest_malformed").at("digest"));
    }
    let found = seat.office().record().verify_against(&ask.digest)?;
    Ok(FoundAgainst { entry: found.map(|(entry, _)| entry), after: found.map_or(0, |(_, after)| after) })
}
