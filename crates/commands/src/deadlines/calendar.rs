//! The office's days off, loaded from a file.

use std::path::Path;

use anjuan_office::{
    Action, Changed, Result, Right, Work,
    deadlines::{self, CalendarLoaded, CalendarYear, Recounted},
    refusal,
};
use anjuan_papers::read::text_of;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Seat, list::Nothing};

/// A file of days off is short; a larger one is something else.
const MOST_BYTES: u64 = 1 << 20;

/// Which file.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct CalendarLoad {
    /// The file: columns `date`, `kind` (`off`, `work`), `name` and, if there is one, `name_en`.
    pub path: String,
    /// Only say what it would bring and which due dates would move.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub rehearse: bool,
}

/// What a file brought, or would bring.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CalendarLoadAnswer {
    /// The years and days; with faults, why nothing can be taken.
    pub loaded: CalendarLoaded,
    /// Which due dates moved.
    pub recounted: Recounted,
    /// What changed; none when it was only asked.
    pub changed: Option<Changed>,
}

/// Takes a year's days off from a file and counts anew what they concern; or says what it would bring. One bad row refuses
/// the whole file.
pub fn calendar_load(seat: &Seat<'_>, ask: CalendarLoad) -> Result<CalendarLoadAnswer> {
    seat.need(Right::Settings)?;
    let (name, text) = read(&ask.path)?;
    let take = |work: &Work<'_>| -> Result<(CalendarLoaded, Recounted)> {
        let before = deadlines::counting(work)?;
        let loaded = deadlines::load(work, &name, &text)?;
        let progress = |done, total| seat.progress("calendar_load", done, total);
        Ok((loaded, deadlines::recount(work, &before, progress)?))
    };
    if ask.rehearse {
        let planned = seat.office().read(|reading| deadlines::plan(reading, &text))?;
        if !planned.faults.is_empty() {
            return Ok(CalendarLoadAnswer { loaded: planned, recounted: Recounted::default(), changed: None });
        }
        let (loaded, recounted) = seat.office().record().rehearse(seat.by(), seat.day, take)?;
        return Ok(CalendarLoadAnswer { loaded, recounted, changed: None });
    }
    let done = seat.act(Action::CalendarLoad, "", json!({ "file": name }), take)?;
    let (loaded, recounted) = done.answer;
    Ok(CalendarLoadAnswer { loaded, recounted, changed: Some(done.changed) })
}

fn read(path: &str) -> Result<(String, String)> {
    let unreadable =
        |detail: &dyn std::fmt::Display| refusal!("file_unreadable", path = path, detail = detail).at("path");
    let size = std::fs::metadata(path).map_err(|error| unreadable(&error))?.len();
    if size > MOST_BYTES {
        return Err(refusal!("calendar_file_too_large", path = path, most = MOST_BYTES).at("path"));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(&error))?;
    let text = text_of(&bytes).ok_or_else(|| refusal!("calendar_file_encoding", path = path).at("path"))?;
    let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((name, text))
}

/// The years that have their table of days off.
pub fn calendar_years(seat: &Seat<'_>, _: Nothing) -> Result<Vec<CalendarYear>> {
    seat.office().read(deadlines::years)
}

/// Which year.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
pub struct CalendarTableAsk {
    /// The year.
    pub year: i32,
}

/// A year's table as a file that can be loaded again.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CalendarTable {
    /// The text of the file; empty where the year has no table.
    pub text: String,
}

/// The table of a year as a file, to correct and load again.
pub fn calendar_table(seat: &Seat<'_>, ask: CalendarTableAsk) -> Result<CalendarTable> {
    Ok(CalendarTable { text: seat.office().read(|reading| deadlines::table(reading, ask.year))? })
}
