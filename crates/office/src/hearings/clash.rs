//! One room, one chair, one officer: at one time in one hearing.

use rusqlite::named_params;

use super::{rows, time::TimeOfDay};
use crate::{HearingId, Reading, Result, refusal};

/// Another hearing at an overlapping time.
pub(super) struct Other {
    pub number: String,
    pub starts_at: TimeOfDay,
    pub ends_at: TimeOfDay,
}

/// Refuses where the hearing's room, its chair or one of its officers is taken at its time.
pub(super) fn refuse(reading: &Reading<'_>, id: HearingId) -> Result<()> {
    if let Some(other) = first(reading, include_str!("clash_room.sql"), id, 0)? {
        let place = rows::hearing(reading, id)?.place;
        return Err(refusal!(
            "hearing_room_taken",
            place = place,
            number = other.number,
            from = other.starts_at,
            to = other.ends_at
        )
        .at("place"));
    }
    if let Some(other) = first(reading, include_str!("clash_chair.sql"), id, 0)? {
        return Err(refusal!("hearing_chair_taken", number = other.number, from = other.starts_at, to = other.ends_at)
            .at("chair_id"));
    }
    for seat in rows::seats_held(reading, id)? {
        let Some(officer) = seat.officer_id else { continue };
        if let Some(other) = of_officer(reading, id, officer.get())? {
            return Err(refusal!(
                "hearing_officer_taken",
                officer = seat.name,
                number = other.number,
                from = other.starts_at,
                to = other.ends_at
            )
            .at("held_on"));
        }
    }
    Ok(())
}

/// The hearing in which an officer sits at the time of this one.
pub(super) fn of_officer(reading: &Reading<'_>, id: HearingId, officer: i64) -> Result<Option<Other>> {
    first(reading, include_str!("clash_officer.sql"), id, officer)
}

fn first(reading: &Reading<'_>, sql: &str, id: HearingId, officer: i64) -> Result<Option<Other>> {
    let from_row = |row: &rusqlite::Row<'_>| {
        Ok(Other { number: row.get("register_no")?, starts_at: row.get("starts_at")?, ends_at: row.get("ends_at")? })
    };
    if sql.contains(":officer") {
        reading.maybe(sql, named_params! { ":hearing": id, ":officer": officer }, from_row)
    } else {
        reading.maybe(sql, named_params! { ":hearing": id }, from_row)
    }
}
