//! Who signed the record of the hearing (Hear 18): the chair, the handling prosecutor, the recorder, the officers and the other
//! participants who came; a refusal is noted with its reason.

use anjuan_law::Day;
use serde::{Deserialize, Serialize};

use super::{
    day::was_held,
    guard,
    rows::{Hearing, Seat},
    seats,
};
use crate::{HearingId, Result, SeatId, Work};

/// Those of the office who sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HearingSigner")]
pub enum Signer {
    /// Who presided.
    Chair,
    /// Who handles the case, where somebody else presided.
    Handler,
    /// Who kept the record.
    Recorder,
}

/// Records whether an officer signed, or why not.
pub fn seat_signs(
    work: &Work<'_>,
    today: Day,
    seat: SeatId,
    signed: Option<bool>,
    refusal: Option<&str>,
) -> Result<HearingId> {
    let changing = was_held(work, today, seats::hearing_of_seat(work, seat)?)?;
    guard::unmarked(&[(refusal.unwrap_or_default(), "refusal_to_sign")])?;
    work.write(
        "UPDATE hearing_seat SET signed = coalesce(?2, signed), refusal_to_sign = coalesce(?3, refusal_to_sign) WHERE id = ?1",
        (seat, signed, refusal.map(str::trim)),
    )?;
    Ok(changing.hearing.id)
}

/// Records whether somebody of the office signed.
pub fn office_signs(work: &Work<'_>, today: Day, id: HearingId, who: Signer, signed: bool) -> Result<()> {
    was_held(work, today, id)?;
    let sql = match who {
        Signer::Chair => "UPDATE hearing SET chair_signed = ?2 WHERE id = ?1",
        Signer::Handler => "UPDATE hearing SET handler_signed = ?2 WHERE id = ?1",
        Signer::Recorder => "UPDATE hearing SET recorder_signed = ?2 WHERE id = ?1",
    };
    work.write(sql, (id, signed))?;
    Ok(())
}

/// Those of the office who have to sign this record and have not.
pub(super) fn office_unsigned(hearing: &Hearing) -> Vec<Signer> {
    let apart = hearing.handler_id.is_some() && hearing.handler_id != hearing.chair_id;
    [
        (Signer::Chair, true, hearing.chair_signed),
        (Signer::Handler, apart, hearing.handler_signed),
        (Signer::Recorder, true, hearing.recorder_signed),
    ]
    .into_iter()
    .filter(|(_, needed, signed)| *needed && *signed != Some(true))
    .map(|(who, ..)| who)
    .collect()
}

/// Whether an officer who came has neither signed nor refused with a reason.
pub(super) fn seat_unsigned(seat: &Seat) -> bool {
    seat.attended == Some(true) && seat.signed != Some(true) && seat.refusal_to_sign.is_empty()
}
