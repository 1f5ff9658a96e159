//! The acts on the case's timeline that follow from a hearing. They are written anew from the hearing's rows after each change:
//! an act that no longer follows goes, one that follows differently is changed in place.

use std::collections::BTreeMap;

use anjuan_law::Day;
use serde_json::{Map, Value, json};

use super::rows::{self, Hearing};
use crate::{HearingId, Result, Work};

/// An act as it should stand.
struct Wanted {
    /// The kind, and the day where there is one act a day.
    slot: String,
    kind: &'static str,
    on: Day,
    fields: Map<String, Value>,
    note: String,
}

/// Makes the timeline say what the hearing says.
pub(super) fn write(work: &Work<'_>, id: HearingId) -> Result<()> {
    let hearing = rows::hearing(work, id)?;
    let wanted = wanted(work, &hearing)?;
    let standing: Vec<(String, i64)> =
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
        let fields = serde_json::to_string(&wanted.fields)?;
        match standing.iter().find(|(slot, _)| *slot == wanted.slot) {
            Some((_, act)) => {
                work.write(include_str!("act_change.sql"), (act, wanted.on, fields, &wanted.note))?;
            }
            None => {
                let act = work.insert(
                    "INSERT INTO act (case_id, kind, on_day, fields, note, recorded_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    (hearing.case_id, wanted.kind, wanted.on, fields, &wanted.note, work.by.account),
                )?;
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
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let public = if hearing.is_public { "yes" } else { "no" };
    let mut acts = Vec::new();
    let mut add = |kind: &'static str, on: Option<Day>, fields: Value, note: &str| {
        if let Some(on) = on {
            acts.push(Wanted { slot: kind.to_owned(), kind, on, fields: filled(fields), note: note.to_owned() });
        }
    };
    add("hearing_applied", hearing.applied_on, json!({}), &hearing.applicant);
    let answered = json!({
        "decision": hearing.answer, "reason": hearing.answer_reason, "told_on": day(hearing.answer_told_on),
    });
    add("hearing_application_answered", hearing.answered_on, answered, "");
    let approved = json!({
        "kind": hearing.kind, "public": public, "approved_by": hearing.approved_by,
        "approved_on": day(hearing.approved_on),
    });
    add("hearing_approved", hearing.approved_on, approved, "");
    let scheduled = json!({ "held_on": day(hearing.held_on), "venue": hearing.venue });
    let time = hearing.starts_at.map(|at| at.to_string()).unwrap_or_default();
    let place = [time.as_str(), hearing.place.as_str()].join(" ");
    add("hearing_scheduled", hearing.held_on.map(|_| hearing.planned_on), scheduled, place.trim());
    add("hearing_announced", hearing.announced_on, json!({ "channel": hearing.announced_in }), "");
    let came = seats.iter().filter(|seat| seat.attended == Some(true)).count();
    let held = json!({
        "kind": hearing.kind, "public": public, "officers": came.to_string(), "majority": hearing.majority,
        "chair": hearing.chair_id.map(|id| id.to_string()).unwrap_or_default(),
    });
    add("hearing_held", hearing.held_on.filter(|_| hearing.ended_at.is_some()), held, "");
    let handled = json!({
        "adopted": hearing.adopted, "reported_on": day(hearing.reported_on), "consented_on": day(hearing.consented_on),
        "approved_by": hearing.consented_by, "approved_on": day(hearing.consented_on),
    });
    add("hearing_opinion_handled", hearing.decided_on.filter(|_| !hearing.adopted.is_empty()), handled, &hearing.decision);
    if let Some(effect) = rows::effect(work, hearing.id)? {
        add("hearing_effect_recorded", Some(effect.recorded_on), json!({ "effect": effect.effect }), "");
    }
    add("hearing_cancelled", hearing.cancelled_on, json!({ "reason": hearing.cancel_reason }), "");

    let told = participants.iter().filter_map(|one| Some((one.notice_sent_on?, one.name.as_str())));
    acts.extend(by_day("hearing_notified", told, |names| json!({ "to": names })));
    let told = seats.iter().filter_map(|seat| Some((seat.told_on?, seat.name.as_str())));
    acts.extend(by_day("hearing_result_told", told, |_| json!({})));
    Ok(acts)
}

/// One act for each day, naming those concerned.
fn by_day<'n>(
    kind: &'static str,
    told: impl Iterator<Item = (Day, &'n str)>,
    fields: impl Fn(&str) -> Value,
) -> Vec<Wanted> {
    let mut days: BTreeMap<Day, Vec<&str>> = BTreeMap::new();
    for (on, name) in told {
        days.entry(on).or_default().push(name);
    }
    days.into_iter()
        .map(|(on, names)| {
            let names = names.join("、");
            Wanted { slot: format!("{kind}:{on}"), kind, on, fields: filled(fields(&names)), note: names }
        })
        .collect()
}

/// The fields that hold something.
fn filled(fields: Value) -> Map<String, Value> {
    let Value::Object(fields) = fields else { return Map::new() };
    fields.into_iter().filter(|(_, value)| value.as_str().is_some_and(|text| !text.is_empty())).collect()
}
