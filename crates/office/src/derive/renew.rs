//! A file that another program derived is derived anew when it is opened.
//!
//! The file keeps a digest of what its derived tables were derived with. Where that is not this program's, all cases are derived
//! once and the digest is set, in one transaction: when the power goes before its end, the next opening does it again.

use anjuan_law::Day;

use super::{ALL, everything};
use crate::{Actor, Result, record::Record};

/// The law, the checks, the derivers and the tables of this program, as one digest.
const THIS_PROGRAM: &str = env!("ANJUAN_DERIVED_WITH");

/// Derives everything anew where another program derived it; `progress` gets how many cases are done and how many there are.
pub(crate) fn renew(record: &Record, progress: impl FnMut(u64, u64) -> Result<()>) -> Result<()> {
    let (derived_with, last_day) = record.read(|reading| {
        let derived_with: String = reading.value("SELECT derived_with FROM record_format", [])?;
        let last_day: Option<Day> = reading.value("SELECT max(day) FROM journal", [])?;
        Ok((derived_with, last_day))
    })?;
    if derived_with == THIS_PROGRAM {
        return Ok(());
    }
    let by = Actor::program();
    let day = last_day.unwrap_or(Day::MIN);
    record.derive_all(&by, day, |work| {
        work.indexed_after(|| everything(record, &by, day, ALL, progress, |standing| work.set_right(standing)))?;
        work.write("UPDATE record_format SET derived_with = ?1", [THIS_PROGRAM]).map(drop)
    })
}

/// Notes that the derived tables are as this program derives them.
pub(crate) fn is_up_to_date(record: &Record) -> Result<()> {
    record.derive_all(&Actor::program(), Day::MIN, |work| {
        work.write("UPDATE record_format SET derived_with = ?1", [THIS_PROGRAM]).map(drop)
    })
}
