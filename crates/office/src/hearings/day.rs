//! The day of the hearing: it begins, who came, the steps, what was said, the opinions, its end. One small action each, so that
//! nothing typed is lost.

use anjuan_law::{Day, choices, hearings as law};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::{
    TimeOfDay,
    fit::{self, Bench},
    guard::{self, Changing, code_of, required},
    matter::cite,
    participants, rows, seats, timeline,
};
use crate::{HearingId, ParticipantId, Result, SeatId, Work, refusal};

/// What is recorded of somebody who was called.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingPresence")]
#[ts(optional_fields)]
#[serde(default)]
pub struct Presence {
    /// Whether he or she came; absent: not recorded yet.
    pub attended: Option<bool>,
    /// Why not.
    pub absence_reason: Option<String>,
    /// Whether he or she left before the end.
    pub left_early: Option<bool>,
    /// What he or she said.
    pub statement: Option<String>,
    /// Whether the transcript was signed.
    pub signed: Option<bool>,
    /// Why not.
    pub refusal_to_sign: Option<String>,
}

/// How a hearing ended, and the papers of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingEnding")]
#[ts(optional_fields)]
pub struct Ending {
    /// The hearing.
    pub hearing: HearingId,
    /// When it ended; absent: the papers only.
    #[serde(default)]
    pub at: Option<TimeOfDay>,
    /// The number of the recording.
    #[serde(default)]
    pub recording: Option<String>,
    /// Until when it is kept.
    #[serde(default)]
    pub recording_until: Option<Day>,
    /// The number of the transcript.
    #[serde(default)]
    pub transcript: Option<String>,
    /// What disturbed the hearing.
    #[serde(default)]
    pub disorder: Option<String>,
}

/// Records that the hearing began. Refused before its day, without approval, with an officer who may not sit, or with fewer
/// officers than the rule asks for unless it is said why.
pub fn begin(work: &Work<'_>, today: Day, id: HearingId, at: TimeOfDay, few_reason: &str) -> Result<()> {
    let changing = guard::preparing(work, id)?;
    changing.approved()?;
    let day = changing.day_come(today)?;
    refuse_bench(work, &changing, day)?;
    let few_reason = few_reason.trim();
    let seated = rows::seats_held(work, id)?.len();
    if let Some(rule) = changing.case.rule("officer_number", &changing.hearing.kind, day)
        && let Some(least) = rule.least
        && seated < least as usize
        && few_reason.is_empty()
    {
        let most = rule.most.unwrap_or(least);
        let refused = refusal!("hearing_officers_few", least = least, most = most, found = seated);
        return Err(cite(refused.at("officer_number_reason"), &rule.basis));
    }
    let handler = changing.case.handler.as_ref();
    work.write(
        include_str!("begin_save.sql"),
        named_params! {
            ":id": id, ":began_at": at, ":officer_number_reason": few_reason,
            ":handler_id": handler.map(|handler| handler.id),
            ":handler_post": handler.map_or("", |handler| handler.post.as_str()),
        },
    )?;
    Ok(())
}

/// Refuses where somebody seated has declared an interest or may not sit.
fn refuse_bench(work: &Work<'_>, changing: &Changing, day: Day) -> Result<()> {
    let bench = Bench::of(work, &changing.hearing, &changing.case, day)?;
    for seat in rows::seats_held(work, changing.hearing.id)? {
        if !seat.conflict.is_empty() {
            let refused = refusal!("officer_conflict_declared", officer = seat.name).at("officer");
            let rule = changing.case.rule("officer_interest", &changing.hearing.kind, day);
            return Err(rule.map_or(refused.clone(), |rule| cite(refused, &rule.basis)));
        }
        let against = fit::against_seat(work, &bench, &seat)?;
        fit::refuse(&against, &seat.name, &changing.hearing, &changing.case, day)?;
    }
    Ok(())
}

/// Records whether an officer came.
pub fn seat_attends(work: &Work<'_>, today: Day, seat: SeatId, attended: Option<bool>) -> Result<HearingId> {
    let changing = being_held(work, today, seats::hearing_of_seat(work, seat)?)?;
    if attended != Some(true) {
        work.write("UPDATE hearing_seat SET opinion = '' WHERE id = ?1", [seat])?;
    }
    work.write("UPDATE hearing_seat SET attended = ?2 WHERE id = ?1", (seat, attended))?;
    count_opinions(work, &changing)
}

/// Records whether somebody came, stayed, what he or she said, and the signature. What is absent stays as it is.
pub fn participant_attends(
    work: &Work<'_>,
    today: Day,
    participant: ParticipantId,
    presence: &Presence,
) -> Result<HearingId> {
    let id = participants::hearing_of(work, participant)?;
    let told = (presence.attended.is_some() || presence.absence_reason.is_some())
        || (presence.left_early.is_some() || presence.statement.is_some());
    // The record is signed after the hearing, be the decision entered already or not.
    if told {
        being_held(work, today, id)?
    } else {
        was_held(work, today, id)?
    };
    guard::unmarked(&[(presence.statement.as_deref().unwrap_or_default(), "statement")])?;
    work.write(
        include_str!("presence_save.sql"),
        named_params! {
            ":id": participant, ":attended": presence.attended, ":absence_reason": presence.absence_reason,
            ":left_early": presence.left_early, ":statement": presence.statement, ":signed": presence.signed,
            ":refusal_to_sign": presence.refusal_to_sign,
        },
    )?;
    Ok(id)
}

/// Records one of the steps: when it began, and what was said and done. What is absent stays as it is, so that two fields left one
/// after the other don't undo each other; `Some(None)` takes the time back.
pub fn step(
    work: &Work<'_>,
    today: Day,
    id: HearingId,
    step: &str,
    at: Option<Option<TimeOfDay>>,
    text: Option<&str>,
) -> Result<()> {
    let changing = was_held(work, today, id)?;
    let standing = rows::steps(work, id)?.into_iter().find(|one| one.step == step);
    if standing.is_some_and(|one| at.is_some() && one.at_time.is_some() || text.is_some() && !one.text.is_empty()) {
        // What stands is changed only before the decision.
        being_held(work, today, id)?;
    }
    guard::unmarked(&[(text.unwrap_or_default(), "text")])?;
    let place = choices("hearing_step").iter().position(|choice| choice.code == step);
    let position = place.ok_or_else(|| refusal!("choice_unknown", value = step).at("step"))? + 1;
    work.write(
        include_str!("step_save.sql"),
        named_params! {
            ":case_id": changing.case.id, ":hearing_id": id, ":step": step,
            ":position": i64::try_from(position).unwrap_or(i64::MAX), ":at_time": at.flatten(),
            ":keep_time": at.is_none(), ":text": text,
        },
    )?;
    Ok(())
}

/// Records the opinion of an officer who came. What is absent stays as it is; an empty opinion takes it back.
pub fn opinion(
    work: &Work<'_>,
    today: Day,
    seat: SeatId,
    opinion: Option<&str>,
    text: Option<&str>,
) -> Result<HearingId> {
    let changing = being_held(work, today, seats::hearing_of_seat(work, seat)?)?;
    code_of("officer_opinion", opinion.unwrap_or_default(), "opinion")?;
    guard::unmarked(&[(text.unwrap_or_default(), "text")])?;
    let (name, attended): (String, Option<bool>) =
        work.one("SELECT name, attended FROM hearing_seat WHERE id = ?1", [seat], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    if attended != Some(true) && opinion.is_some_and(|opinion| !opinion.is_empty()) {
        return Err(refusal!("officer_not_present", officer = name).at("opinion"));
    }
    work.write(
        "UPDATE hearing_seat SET opinion = coalesce(?2, opinion), opinion_text = coalesce(?3, opinion_text) WHERE id = ?1",
        (seat, opinion, text),
    )?;
    count_opinions(work, &changing)
}

/// Records the end of the hearing and its papers. Refused before everybody's attendance is recorded.
pub fn end(work: &Work<'_>, today: Day, ending: &Ending) -> Result<()> {
    let changing = guard::changing(work, ending.hearing)?;
    changing.day_come(today)?;
    if let Some(ended) = ending.at {
        let began = changing.hearing.began_at.ok_or_else(|| refusal!("hearing_not_begun").at("at"))?;
        if ended <= began {
            return Err(refusal!("hearing_times_in_wrong_order", from = began, to = ended).at("at"));
        }
        let unknown = rows::seats_held(work, ending.hearing)?.into_iter().find(|seat| seat.attended.is_none());
        if let Some(seat) = unknown {
            return Err(refusal!("hearing_attendance_missing", officer = seat.name).at("attended"));
        }
    }
    work.write(
        include_str!("ending_save.sql"),
        named_params! {
            ":id": ending.hearing, ":ended_at": ending.at, ":recording": ending.recording,
            ":recording_until": ending.recording_until, ":transcript": ending.transcript, ":disorder": ending.disorder,
        },
    )?;
    timeline::write(work, ending.hearing)
}

/// Calls a hearing off before it is held.
pub fn cancel(work: &Work<'_>, today: Day, id: HearingId, reason: &str) -> Result<()> {
    let reason = required(reason, "reason")?;
    let changing = guard::changing(work, id)?;
    if let Some(at) = changing.hearing.began_at {
        return Err(refusal!("hearing_began", at = at));
    }
    work.write("UPDATE hearing SET cancelled_on = ?2, cancel_reason = ?3 WHERE id = ?1", (id, today, reason))?;
    timeline::write(work, id)
}

/// A hearing whose day has come and on which nothing was decided yet.
pub(super) fn being_held(work: &Work<'_>, today: Day, id: HearingId) -> Result<Changing> {
    let changing = guard::changing(work, id)?;
    changing.day_come(today)?;
    match changing.hearing.decided_on {
        Some(on) => Err(refusal!("hearing_decided", day = on)),
        None => Ok(changing),
    }
}

/// A hearing whose day has come, decided or not: what is entered of its record once it is over.
pub(super) fn was_held(work: &Work<'_>, today: Day, id: HearingId) -> Result<Changing> {
    let changing = guard::changing(work, id)?;
    changing.day_come(today)?;
    Ok(changing)
}

/// Finds the opinion of the majority of the officers who came.
fn count_opinions(work: &Work<'_>, changing: &Changing) -> Result<HearingId> {
    let id = changing.hearing.id;
    let present: Vec<rows::Seat> =
        rows::seats_held(work, id)?.into_iter().filter(|seat| seat.attended == Some(true)).collect();
    let opinions: Vec<&str> = present.iter().map(|seat| seat.opinion.as_str()).collect();
    let majority = law::majority(&opinions, present.len()).unwrap_or_default();
    if majority != changing.hearing.majority {
        work.write("UPDATE hearing SET majority = ?2 WHERE id = ?1", (id, majority))?;
    }
    timeline::write(work, id)?;
    Ok(id)
}
