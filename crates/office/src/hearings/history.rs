//! Taking over a hearing that was held before it came into this record. It is recorded as it was: what broke a rule shows as
//! missing or as a finding; only what can't be (an unknown code, days in the wrong order, a day to come) is refused.

use anjuan_law::{Day, choices, hearings as law};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::{
    TimeOfDay,
    close::EffectEntry,
    guard::{self, code_of, in_order, not_in_future, required},
    matter::Case,
    plan::{self, Plan},
    pool, rows, timeline,
};
use crate::{CaseId, HearingId, OfficerId, PersonId, Result, Right, Work, accounts::reach_case, refusal};

/// A hearing as an older record has it. What is absent was not recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Past {
    /// The plan; the case and the day have to be there. Whether it was public is taken from the rule where it isn't said.
    pub plan: Plan,
    /// Whether it was held; without times these count as not known.
    pub held: bool,
    /// When it began.
    pub began_at: Option<TimeOfDay>,
    /// When it ended.
    pub ended_at: Option<TimeOfDay>,
    /// The day of the announcement.
    pub announced_on: Option<Day>,
    /// Where.
    pub announced_in: String,
    /// The officers.
    pub seats: Vec<PastSeat>,
    /// The other participants.
    pub participants: Vec<PastParticipant>,
    /// The steps that were recorded, with their times.
    pub steps: Vec<(String, Option<TimeOfDay>)>,
    /// The number of the recording.
    pub recording: String,
    /// The number of the transcript.
    pub transcript: String,
    /// What was decided.
    pub decision: String,
    /// With what reasons.
    pub decision_reasons: String,
    /// The day of the decision.
    pub decided_on: Option<Day>,
    /// Whether it was announced on the spot.
    pub on_the_spot: bool,
    /// What most officers thought, where their opinions are not recorded one by one (vocabulary: `officer_opinion`).
    pub majority: String,
    /// Whether the majority was followed (vocabulary: `hearing_adopted`).
    pub adopted: String,
    /// The day of the report to the chief prosecutor.
    pub reported_on: Option<Day>,
    /// Who consented to not following the majority.
    pub consented_by: String,
    /// When.
    pub consented_on: Option<Day>,
    /// The day on which the parties were told.
    pub parties_told_on: Option<Day>,
    /// What came of it; its hearing is not asked.
    pub effect: Option<EffectEntry>,
    /// What else was recorded, in words.
    pub note: String,
}

/// An officer of a past hearing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PastSeat {
    /// The officer of the pool; none: taken over by name only.
    pub officer: Option<OfficerId>,
    /// The name; of the pool where empty.
    pub name: String,
    /// How the officer was chosen (vocabulary: `officer_selection`); empty: not on record.
    pub selection: String,
    /// Why this one.
    pub selection_reason: String,
    /// Whether the officer came; absent: not recorded.
    pub attended: Option<bool>,
    /// The opinion (vocabulary: `officer_opinion`).
    pub opinion: String,
    /// In his or her words.
    pub opinion_text: String,
    /// The day on which the officer was told of the decision.
    pub told_on: Option<Day>,
}

/// A participant of a past hearing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PastParticipant {
    /// The person of the case.
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// The role (vocabulary: `hearing_participant_role`).
    pub role: String,
    /// The unit.
    pub unit: String,
    /// The day of the notice.
    pub notice_sent_on: Option<Day>,
    /// The day on which it was received.
    pub notice_received_on: Option<Day>,
    /// Whether he or she came; absent: not recorded.
    pub attended: Option<bool>,
}

const FIRST_MINUTE: &str = "00:00";
const LAST_MINUTE: &str = "23:59";

/// What stands where an older record doesn't say how an officer was chosen (vocabulary: `officer_selection`).
pub(crate) const NOT_STATED: &str = "not_stated";

/// What a note of an older record is (vocabulary: `hearing_note_kind`).
const NOTE: &str = "event";

/// Records a past hearing and gives its id.
pub fn take_over(work: &Work<'_>, today: Day, past: &Past) -> Result<HearingId> {
    let case_id = past.plan.case.ok_or_else(|| refusal!("field_missing").at("case"))?;
    reach_case(work, work.by, Right::Hear, case_id)?;
    let case = Case::read(work, case_id)?;
    let held_on = check(past, today)?;
    let id = insert(work, past, &case, held_on)?;
    seats(work, past, id, case_id, held_on)?;
    participants(work, past, id, case_id)?;
    steps(work, past, id, case_id)?;
    day(work, past, id)?;
    note(work, past, id, case_id)?;
    if let Some(effect) = &past.effect {
        super::close::effect(work, today, &EffectEntry { hearing: id, ..effect.clone() })?;
    }
    timeline::write(work, id)?;
    Ok(id)
}

/// Refuses what can't be; gives the day of the hearing.
pub(super) fn check(past: &Past, today: Day) -> Result<Day> {
    plan::check_codes(&past.plan)?;
    guard::unmarked(&[
        (past.plan.questions.as_deref().unwrap_or_default(), "questions"),
        (&past.decision, "decision"),
        (&past.decision_reasons, "reasons"),
        (&past.note, "note"),
    ])?;
    code_of("hearing_adopted", &past.adopted, "adopted")?;
    code_of("officer_opinion", &past.majority, "majority")?;
    let held_on = past.plan.held_on.ok_or_else(|| refusal!("hearing_day_missing").at("held_on"))?;
    for (day, at) in [
        (past.plan.held_on.filter(|_| past.held), "held_on"),
        (past.plan.approved_on, "approved_on"),
        (past.plan.applied_on, "applied_on"),
        (past.announced_on, "announced_on"),
        (past.decided_on, "decided_on"),
        (past.consented_on, "consented_on"),
        (past.parties_told_on, "parties_told_on"),
    ] {
        not_in_future(day, today, at)?;
    }
    in_order(Some(held_on), past.decided_on, "decided_on")?;
    if past.decided_on.is_some() {
        required(&past.decision, "decision")?;
    }
    if let (Some(from), Some(to)) = (past.began_at, past.ended_at)
        && to <= from
    {
        return Err(refusal!("hearing_times_in_wrong_order", from = from, to = to).at("ended_at"));
    }
    Ok(held_on)
}

fn insert(work: &Work<'_>, past: &Past, case: &Case, held_on: Day) -> Result<HearingId> {
    let plan = &past.plan;
    let text = plan::text;
    let by_rule = case.rule("publicity", &plan.kind, held_on);
    let is_public = plan.is_public.or(by_rule.and_then(|rule| rule.public)).unwrap_or(true);
    let reason = by_rule.and_then(|rule| rule.reason.as_deref()).filter(|_| !is_public).unwrap_or_default();
    let not_public_reason = match text(&plan.not_public_reason) {
        "" => reason,
        given => given,
    };
    let id = HearingId::known(work.insert(
        "INSERT INTO hearing (case_id, kind, is_public, planned_on) VALUES (?1, ?2, ?3, ?4)",
        (case.id, &plan.kind, is_public, held_on),
    )?);
    let handler = case.handler.as_ref().map(|handler| handler.id);
    let same = plan.chair_id.is_some() && plan.chair_id == handler;
    let chair_reason = match text(&plan.chair_reason) {
        "" if same => "handler",
        given => given,
    };
    let times = plan.starts_at.zip(plan.ends_at).filter(|(from, to)| from < to);
    work.write(
        include_str!("plan_save.sql"),
        named_params! {
            ":id": id, ":kind": plan.kind, ":basis": text(&plan.basis),
            ":initiated_by": plan.initiated_by.as_deref().unwrap_or("ex_officio"), ":applicant": text(&plan.applicant),
            ":applied_on": plan.applied_on, ":approved_by": text(&plan.approved_by), ":approved_on": plan.approved_on,
            ":approval_no": text(&plan.approval_no), ":is_public": is_public,
            ":not_public_reason": not_public_reason, ":publicity_reason": text(&plan.publicity_reason),
            ":questions": text(&plan.questions), ":proposed_decision": text(&plan.proposed_decision),
            ":venue": plan.venue.as_deref().unwrap_or(guard::HEARING_ROOM), ":place": text(&plan.place),
            ":venue_approved_by": text(&plan.venue_approved_by), ":venue_approved_on": plan.venue_approved_on,
            ":held_on": held_on, ":starts_at": times.map(|(from, _)| from), ":ends_at": times.map(|(_, to)| to),
            ":planned_on": held_on, ":chair_id": plan.chair_id, ":chair_reason": chair_reason,
            ":handler_id": handler,
            ":handler_post": case.handler.as_ref().map_or("", |handler| handler.post.as_str()),
            ":recorder": text(&plan.recorder), ":bailiffs": text(&plan.bailiffs),
            ":broadcast": plan.broadcast.as_deref().unwrap_or("none"),
            ":broadcast_approved_by": text(&plan.broadcast_approved_by),
            ":broadcast_approved_on": plan.broadcast_approved_on,
        },
    )?;
    Ok(id)
}

fn seats(work: &Work<'_>, past: &Past, id: HearingId, case: CaseId, held_on: Day) -> Result<()> {
    past.seats.iter().enumerate().try_for_each(|(n, one)| seat(work, one, n, id, case, held_on))
}

/// Seats one officer, the `n`th of the list.
pub(super) fn seat(
    work: &Work<'_>,
    seat: &PastSeat,
    n: usize,
    id: HearingId,
    case: CaseId,
    held_on: Day,
) -> Result<()> {
    let at = |field: &str| format!("seats.{n}.{field}");
    code_of("officer_opinion", &seat.opinion, &at("opinion"))?;
    code_of("officer_selection", &seat.selection, &at("selection"))?;
    let known = seat.officer.map(|officer| pool::officer(work, officer, held_on)).transpose()?;
    let name = match seat.name.trim() {
        "" => known.as_ref().map(|officer| officer.name.clone()).unwrap_or_default(),
        name => name.to_owned(),
    };
    let selection = match seat.selection.as_str() {
        "" => NOT_STATED,
        given => given,
    };
    let text = |of: fn(&pool::Officer) -> &str| known.as_ref().map_or("", of);
    let row = work.insert(
        include_str!("seat_insert.sql"),
        named_params! {
            ":case_id": case, ":hearing_id": id, ":officer_id": seat.officer, ":name": required(&name, &at("name"))?,
            ":birth": known.as_ref().and_then(|officer| officer.birth), ":unit": text(|officer| &officer.unit),
            ":profession": text(|officer| &officer.profession), ":category": text(|officer| &officer.category),
            ":selection": selection, ":selection_reason": seat.selection_reason.trim(),
            ":draw_id": None::<i64>, ":namesake_reason": "", ":outside_approved_by": "",
            ":outside_approved_on": None::<Day>,
        },
    )?;
    work.write(
        "UPDATE hearing_seat SET attended = ?2, opinion = ?3, opinion_text = ?4, told_on = ?5 WHERE id = ?1",
        (row, seat.attended, &seat.opinion, seat.opinion_text.trim(), seat.told_on),
    )?;
    Ok(())
}

fn participants(work: &Work<'_>, past: &Past, id: HearingId, case: CaseId) -> Result<()> {
    past.participants.iter().enumerate().try_for_each(|(n, one)| participant(work, one, n, id, case))
}

/// Enters one participant, the `n`th of the list.
pub(super) fn participant(work: &Work<'_>, one: &PastParticipant, n: usize, id: HearingId, case: CaseId) -> Result<()> {
    let at = |field: &str| format!("participants.{n}.{field}");
    code_of("hearing_participant_role", &required(&one.role, &at("role"))?, &at("role"))?;
    in_order(one.notice_sent_on, one.notice_received_on, &at("notice_received_on"))?;
    work.insert(
        include_str!("past_participant.sql"),
        named_params! {
            ":case_id": case, ":hearing_id": id, ":person_id": one.person,
            ":name": required(&one.name, &at("name"))?, ":role": one.role, ":unit": one.unit.trim(),
            ":notice_sent_on": one.notice_sent_on, ":notice_received_on": one.notice_received_on,
            ":attended": one.attended,
        },
    )?;
    Ok(())
}

/// Keeps what else was recorded as a note of the hearing.
pub(super) fn note(work: &Work<'_>, past: &Past, id: HearingId, case: CaseId) -> Result<()> {
    let text = past.note.trim();
    let stands = rows::notes(work, id)?.iter().any(|note| note.text == text);
    if !text.is_empty() && !stands {
        work.insert(include_str!("note_insert.sql"), (case, id, "", NOTE, "", None::<TimeOfDay>, text))?;
    }
    Ok(())
}

fn steps(work: &Work<'_>, past: &Past, id: HearingId, case: CaseId) -> Result<()> {
    for (n, (step, at)) in past.steps.iter().enumerate() {
        let place = choices("hearing_step").iter().position(|choice| choice.code == *step);
        let position = place.ok_or_else(|| refusal!("choice_unknown", value = step).at(format!("steps.{n}.step")))? + 1;
        work.write(
            include_str!("step_save.sql"),
            named_params! {
                ":case_id": case, ":hearing_id": id, ":step": step,
                ":position": i64::try_from(position).unwrap_or(i64::MAX), ":at_time": at, ":keep_time": false, ":text": "",
            },
        )?;
    }
    Ok(())
}

/// The day itself, the majority, the papers and the decision.
pub(super) fn day(work: &Work<'_>, past: &Past, id: HearingId) -> Result<()> {
    let opinions = rows::seats_held(work, id)?;
    let present: Vec<&str> =
        opinions.iter().filter(|seat| seat.attended == Some(true)).map(|seat| seat.opinion.as_str()).collect();
    let by_opinions = law::majority(&present, present.len()).unwrap_or_default();
    let any = opinions.iter().any(|seat| !seat.opinion.is_empty());
    let majority = if any { by_opinions } else { past.majority.as_str() };
    let held = past.held || past.ended_at.is_some() || past.decided_on.is_some();
    let known = past.began_at.zip(past.ended_at);
    let time = |time: Option<TimeOfDay>, unknown: &'static str| {
        held.then(|| known.and(time).map_or_else(|| unknown.to_owned(), |time| time.to_string()))
    };
    work.write(
        include_str!("past_day.sql"),
        named_params! {
            ":id": id, ":began_at": time(past.began_at, FIRST_MINUTE), ":ended_at": time(past.ended_at, LAST_MINUTE),
            ":times_unknown": held && known.is_none(), ":majority": majority,
            ":announced_on": past.announced_on, ":announced_in": past.announced_in.trim(),
            ":recording": past.recording.trim(), ":transcript": past.transcript.trim(),
            ":decision": past.decision.trim(), ":decision_reasons": past.decision_reasons.trim(),
            ":decided_on": past.decided_on, ":on_the_spot": past.decided_on.map(|_| past.on_the_spot),
            ":adopted": past.adopted, ":reported_on": past.reported_on, ":consented_by": past.consented_by.trim(),
            ":consented_on": past.consented_on, ":parties_told_on": past.parties_told_on,
        },
    )?;
    Ok(())
}
