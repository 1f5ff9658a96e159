//! A hearing that is in the record already and of which an older record says more: empty places are filled, what it corrects is
//! corrected. Whoever calls has decided what may be written over.

use anjuan_law::Day;
use rusqlite::named_params;

use super::{
    close::{self, EffectEntry},
    guard,
    history::{self, Past},
    rows::{self, Effect, Hearing, Note, Participant, Seat},
    timeline,
};
use crate::{HearingId, Reading, Result, Work};

/// What stands of a hearing, without the steps of its day.
pub struct Standing {
    /// The hearing.
    pub hearing: Hearing,
    /// Who presided, by name; empty for nobody.
    pub chair: String,
    /// The seats that were not given up.
    pub seats: Vec<Seat>,
    /// The other participants.
    pub participants: Vec<Participant>,
    /// What was said and happened.
    pub notes: Vec<Note>,
    /// What came of it.
    pub effect: Option<Effect>,
}

/// What stands of a hearing.
pub fn standing(reading: &Reading<'_>, id: HearingId) -> Result<Standing> {
    let hearing = rows::hearing(reading, id)?;
    let chair = match hearing.chair_id {
        Some(chair) => reading.value("SELECT name FROM account WHERE id = ?1", [chair])?,
        None => String::new(),
    };
    Ok(Standing {
        chair,
        seats: rows::seats_held(reading, id)?,
        participants: rows::participants(reading, id)?,
        notes: rows::notes(reading, id)?,
        effect: rows::effect(reading, id)?,
        hearing,
    })
}

/// Makes a hearing of the record say what the older record says of it; seats, participants and notes are only added to.
pub fn renew(work: &Work<'_>, today: Day, id: HearingId, past: &Past) -> Result<()> {
    let changing = guard::changing(work, id)?;
    let hearing = &changing.hearing;
    let case = changing.case.id;
    let held_on = history::check(past, today)?;
    let plan = &past.plan;
    let is_public = plan.is_public.unwrap_or(hearing.is_public);
    let is_handler = plan.chair_id.is_some() && plan.chair_id == hearing.handler_id;
    let chair_reason = if hearing.chair_reason.is_empty() && is_handler { "handler" } else { &hearing.chair_reason };
    work.write(
        include_str!("past_renew.sql"),
        named_params! {
            ":id": id, ":kind": plan.kind, ":initiated_by": plan.initiated_by.as_deref(),
            ":approved_by": plan.approved_by.as_deref(), ":approved_on": plan.approved_on, ":is_public": is_public,
            ":not_public_reason": plan.not_public_reason.as_deref(), ":questions": plan.questions.as_deref(),
            ":place": plan.place.as_deref(), ":chair_id": plan.chair_id, ":chair_reason": chair_reason,
            ":recorder": plan.recorder.as_deref(),
        },
    )?;
    let before = rows::seats_held(work, id)?;
    for (n, one) in past.seats.iter().enumerate() {
        match before.iter().find(|seat| seat.name == one.name) {
            Some(seat) => drop(work.write(
                include_str!("past_seat.sql"),
                named_params! {
                    ":id": seat.id, ":attended": one.attended, ":opinion": one.opinion,
                    ":opinion_text": one.opinion_text.trim(), ":told_on": one.told_on, ":selection": one.selection,
                    ":reason": one.selection_reason.trim(),
                },
            )?),
            None => history::seat(work, one, n, id, case, held_on)?,
        }
    }
    let before = rows::participants(work, id)?;
    for (n, one) in past.participants.iter().enumerate() {
        match before.iter().find(|known| known.name == one.name) {
            Some(known) => drop(work.write(
                "UPDATE hearing_participant SET notice_sent_on = coalesce(notice_sent_on, ?2) WHERE id = ?1",
                (known.id, one.notice_sent_on),
            )?),
            None => history::participant(work, one, n, id, case)?,
        }
    }
    let whole = Past {
        announced_in: hearing.announced_in.clone(),
        decision_reasons: hearing.decision_reasons.clone(),
        on_the_spot: hearing.on_the_spot.unwrap_or(false),
        reported_on: hearing.reported_on,
        ..past.clone()
    };
    history::day(work, &whole, id)?;
    history::note(work, past, id, case)?;
    effect(work, today, id, past)?;
    timeline::write(work, id)
}

fn effect(work: &Work<'_>, today: Day, id: HearingId, past: &Past) -> Result<()> {
    let Some(entry) = &past.effect else { return Ok(()) };
    match rows::effect(work, id)? {
        Some(stands) if stands.effect == entry.effect => Ok(()),
        Some(_) => {
            work.write("UPDATE hearing_effect SET effect = ?2 WHERE hearing_id = ?1", (id, &entry.effect))?;
            Ok(())
        }
        None => close::effect(work, today, &EffectEntry { hearing: id, ..entry.clone() }),
    }
}
