//! The acts on the case's timeline that follow from a hearing. They are written anew from the hearing's rows after each change:
//! an act that no longer follows goes, one that follows differently is changed in place.

use std::collections::BTreeMap;

use anjuan_law::Day;

use super::rows::{self, Hearing};
use crate::{
    ActId, HearingId, Result, Work,
    cases::{ActEntry, Card, acts},
};

/// An act as it should stand.
struct Wanted {
    /// The kind, and the day where there is one act a day.
    slot: String,
    kind: &'static str,
    on: Day,
    fields: Card,
    note: String,
}

/// Makes the timeline say what the hearing says.
pub(super) fn write(work: &Work<'_>, id: HearingId) -> Result<()> {
    let hearing = rows::hearing(work, id)?;
    let wanted = wanted(work, &hearing)?;
    let standing: Vec<(String, ActId)> =
        work.all("SELECT slot, act_id FROM hearing_act WHERE hearing_id = ?1", [id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    for (slot, act) in &standing {
        if !wanted.iter().any(|wanted| wanted.slot == *slot) {
            work.write("DELETE FROM hearing_act WHERE act_id = ?1", [act])?;
            work.write("DELETE FROM act WHERE id = ?1", [act])?;
        }
    }
    for wanted in wanted {
        match standing.iter().find(|(slot, _)| *slot == wanted.slot) {
            Some((_, act)) => {
                let fields = serde_json::to_string(&wanted.fields)?;
                work.write(include_str!("act_change.sql"), (act, wanted.on, fields, &wanted.note))?;
            }
            None => {
                let entry = ActEntry {
                    kind: wanted.kind.to_owned(),
                    on: wanted.on,
                    person: None,
                    fields: Some(wanted.fields),
                    note: Some(wanted.note),
                };
                let act = acts::take_over(work, hearing.case_id, &entry)?;
                work.insert(
                    "INSERT INTO hearing_act (case_id, hearing_id, act_id, slot) VALUES (?1, ?2, ?3, ?4)",
                    (hearing.case_id, id, act, &wanted.slot),
                )?;
            }
        }
    }
    Ok(())
}

fn wanted(work: &Work<'_>, hearing: &Hearing) -> Result<Vec<Wanted>> {
    let seats = rows::seats_held(work, hearing.id)?;
    let participants = rows::participants(work, hearing.id)?;
    let text = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let public = if hearing.is_public { "yes" } else { "no" };
    let kind = ("kind", hearing.kind.as_str());
    let mut acts = Vec::new();
    let mut add = |kind: &'static str, on: Option<Day>, fields: &[(&str, &str)], note: &str| {
        if let Some(on) = on {
            acts.push(Wanted { slot: kind.to_owned(), kind, on, fields: filled(fields), note: note.to_owned() });
        }
    };
    add("hearing_applied", hearing.applied_on, &[], &hearing.applicant);
    let told_on = text(hearing.answer_told_on);
    let answered = [("decision", hearing.answer.as_str()), ("reason", &hearing.answer_reason), ("told_on", &told_on)];
    add("hearing_application_answered", hearing.answered_on, &answered, "");
    let approved_on = text(hearing.approved_on);
    let approved =
        [kind, ("public", public), ("approved_by", &hearing.approved_by), ("approved_on", approved_on.as_str())];
    add("hearing_approved", hearing.approved_on, &approved, "");
    let held_on = text(hearing.held_on);
    let time = hearing.starts_at.map(|at| at.to_string()).unwrap_or_default();
    let place = format!("{time} {}", hearing.place);
    let scheduled = [("held_on", held_on.as_str()), ("venue", &hearing.venue)];
    add("hearing_scheduled", hearing.held_on.map(|_| hearing.planned_on), &scheduled, place.trim());
    add("hearing_announced", hearing.announced_on, &[("channel", &hearing.announced_in)], "");
    let came = seats.iter().filter(|seat| seat.attended == Some(true)).count().to_string();
    let chair = hearing.chair_id.map(|id| id.to_string()).unwrap_or_default();
    let held = [kind, ("public", public), ("chair", &chair), ("officers", &came), ("majority", &hearing.majority)];
    add("hearing_held", hearing.held_on.filter(|_| hearing.ended_at.is_some()), &held, "");
    let (reported_on, consented_on) = (text(hearing.reported_on), text(hearing.consented_on));
    let handled = [
        ("adopted", hearing.adopted.as_str()),
        ("reported_on", &reported_on),
        ("consented_on", &consented_on),
        ("approved_by", &hearing.consented_by),
        ("approved_on", &consented_on),
    ];
    let handled_on = hearing.decided_on.filter(|_| !hearing.adopted.is_empty());
    add("hearing_opinion_handled", handled_on, &handled, &hearing.decision);
    if let Some(effect) = rows::effect(work, hearing.id)? {
        let follow_up_on = text(effect.follow_up_on);
        let came =
            [("effect", effect.effect.as_str()), ("follow_up_on", &follow_up_on), ("follow_up", &effect.follow_up)];
        add("hearing_effect_recorded", Some(effect.recorded_on), &came, "");
    }
    add("hearing_cancelled", hearing.cancelled_on, &[("reason", &hearing.cancel_reason)], "");

    let told = participants.iter().filter_map(|one| Some((one.notice_sent_on?, one.name.as_str())));
    acts.extend(by_day("hearing_notified", told, |names| filled(&[("to", names)])));
    let told = seats.iter().filter_map(|seat| Some((seat.told_on?, seat.name.as_str())));
    acts.extend(by_day("hearing_result_told", told, |_| Card::new()));
    Ok(acts)
}

/// One act for each day, naming those concerned.
fn by_day<'n>(
    kind: &'static str,
    told: impl Iterator<Item = (Day, &'n str)>,
    fields: impl Fn(&str) -> Card,
) -> Vec<Wanted> {
    let mut days: BTreeMap<Day, Vec<&str>> = BTreeMap::new();
    for (on, name) in told {
        days.entry(on).or_default().push(name);
    }
    days.into_iter()
        .map(|(on, names)| {
            let names = names.join("、");
            Wanted { slot: format!("{kind}:{on}"), kind, on, fields: fields(&names), note: names }
        })
        .collect()
}

/// The fields that hold something.
fn filled(fields: &[(&str, &str)]) -> Card {
    let held = fields.iter().filter(|(_, value)| !value.is_empty());
    held.map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
}
