//! What a hearing lacks on its day and after it: the day's record, the decision, who was told, the effect.

use super::{List, before::called};
use crate::{
    Reading, Result,
    hearings::{
        close::needs_consent,
        limits::limit,
        rows::{self, Participant, Seat},
        sign::{Signer, office_unsigned, seat_unsigned},
    },
};

pub(super) fn the_day(list: &mut List<'_>, seats: &[Seat], participants: &[Participant], steps: &[rows::Step]) {
    let hearing = list.hearing;
    let day = hearing.held_on;
    if hearing.began_at.is_none() {
        list.add("day", "begin", "", day, "steps");
        return;
    }
    for name in seats.iter().filter(|seat| seat.attended.is_none()).map(|seat| &seat.name) {
        list.add("day", "attendance", name, day, "steps");
    }
    for name in participants.iter().filter(|one| one.attended.is_none()).map(|one| &one.name) {
        list.add("day", "attendance", name, day, "steps");
    }
    for choice in anjuan_law::choices("hearing_step") {
        match steps.iter().find(|step| step.step == choice.code) {
            Some(step) if step.at_time.is_some() => {}
            _ => list.add("day", "step", &choice.code, day, "steps"),
        }
    }
    let times: Vec<_> = steps.iter().filter_map(|step| step.at_time).collect();
    if !times.is_sorted() {
        list.wrong("day", "steps_order", "", day, "steps");
    }
    for seat in seats.iter().filter(|seat| seat.attended == Some(true) && seat.opinion.is_empty()) {
        list.add("day", "opinion", &seat.name, day, "steps");
    }
    if hearing.ended_at.is_none() {
        list.add("day", "end", "", day, "steps");
        return;
    }
    for (empty, code) in [(hearing.recording.is_empty(), "recording"), (hearing.transcript.is_empty(), "transcript")] {
        if empty {
            list.add("day", code, "", None, "recording");
        }
    }
    let unsigned =
        |one: &&Participant| one.attended == Some(true) && one.signed != Some(true) && one.refusal_to_sign.is_empty();
    for one in participants.iter().filter(unsigned).filter(called) {
        list.add("day", "signature", &one.name, None, "recording");
    }
    for seat in seats.iter().filter(|seat| seat_unsigned(seat)) {
        list.add("day", "signature", &seat.name, None, "recording");
    }
    for who in office_unsigned(hearing) {
        let code = match who {
            Signer::Chair => "chair_signature",
            Signer::Handler => "handler_signature",
            Signer::Recorder => "recorder_signature",
        };
        list.add("day", code, "", None, "recording");
    }
}

pub(super) fn decision(reading: &Reading<'_>, list: &mut List<'_>, seats: &[Seat]) -> Result<()> {
    let hearing = list.hearing;
    let Some(decided_on) = hearing.decided_on else {
        list.add("decision", "decision", "", None, "told");
        return Ok(());
    };
    let consented = hearing.consented_on.is_some_and(|on| on <= decided_on);
    if needs_consent(list.case, &hearing.majority, &hearing.adopted) && !consented {
        list.wrong("decision", "consent", "", Some(decided_on), "consent");
    }
    if hearing.parties_told_on.is_none() && hearing.on_the_spot != Some(true) {
        list.add("after", "parties_told", "", None, "told");
    }
    let within = limit(reading, "officers_told_within")?;
    let by = within.map(|days| decided_on.add_days(i64::from(days)));
    for seat in seats.iter().filter(|seat| seat.attended != Some(false)) {
        match seat.told_on {
            None => list.add("after", "officer_told", &seat.name, by, "told"),
            Some(told) if by.is_some_and(|by| told > by) => {
                list.wrong("after", "officer_told_late", &seat.name, by, "told");
            }
            Some(_) => {}
        }
    }
    match rows::effect(reading, hearing.id)? {
        None => {
            // The office's time runs from the day on which the case is closed.
            let closed = list.case.last_act(|act| act.closes);
            let by =
                closed.zip(limit(reading, "effect_within")?).map(|(closed, days)| closed.add_days(i64::from(days)));
            list.add("after", "effect", "", by, "effect_within");
        }
        Some(effect) if effect.follow_up_on.is_some() && effect.follow_up.is_empty() => {
            list.add("after", "follow_up", "", effect.follow_up_on, "effect_within");
        }
        Some(_) => {}
    }
    Ok(())
}
