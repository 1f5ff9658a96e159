//! Planning a hearing: whether, how, when, where, under whom.

use anjuan_law::Day;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::{
    TimeOfDay, chair, clash,
    complete::complete,
    fit,
    guard::{self, code_of, in_order, not_in_future, required},
    matter::{Case, cite},
    rows::Hearing,
    timeline,
};
use crate::{AccountId, CaseId, HearingId, Result, Right, Work, accounts::reach_case, refusal};

/// A hearing as it is planned: the whole form. What is absent is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingPlan")]
#[ts(optional_fields)]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    /// The hearing to change; none for a new one.
    pub id: Option<HearingId>,
    /// The case, for a new one.
    pub case: Option<CaseId>,
    /// The kind (vocabulary: `hearing_kind`).
    pub kind: String,
    /// Why it is held (vocabulary: `hearing_basis`).
    pub basis: Option<String>,
    /// On whose initiative (vocabulary: `hearing_initiated_by`); absent: ex officio.
    pub initiated_by: Option<String>,
    /// Who applied.
    pub applicant: Option<String>,
    /// When.
    pub applied_on: Option<Day>,
    /// Who approved.
    pub approved_by: Option<String>,
    /// When.
    pub approved_on: Option<Day>,
    /// The number of the approval.
    pub approval_no: Option<String>,
    /// Whether it is public; absent: as the rule says.
    pub is_public: Option<bool>,
    /// Why it is not (vocabulary: `hearing_not_public_reason`); absent: as the rule says.
    pub not_public_reason: Option<String>,
    /// Why it departs from the rule.
    pub publicity_reason: Option<String>,
    /// The questions, one a line.
    pub questions: Option<String>,
    /// The disposal that is proposed.
    pub proposed_decision: Option<String>,
    /// The sort of venue (vocabulary: `hearing_venue`); absent: the hearing room.
    pub venue: Option<String>,
    /// The room, the address, the platform.
    pub place: Option<String>,
    /// Who approved another venue.
    pub venue_approved_by: Option<String>,
    /// When.
    pub venue_approved_on: Option<Day>,
    /// The day of the hearing.
    pub held_on: Option<Day>,
    /// When it is to begin.
    pub starts_at: Option<TimeOfDay>,
    /// Until when the room is needed.
    pub ends_at: Option<TimeOfDay>,
    /// Who presides; absent: the handler.
    pub chair_id: Option<AccountId>,
    /// As what (vocabulary: `hearing_chair_reason`), where the chair does not handle the case.
    pub chair_reason: Option<String>,
    /// Who keeps the record.
    pub recorder: Option<String>,
    /// The judicial police officers.
    pub bailiffs: Option<String>,
    /// How it is broadcast (vocabulary: `hearing_broadcast`); absent: not.
    pub broadcast: Option<String>,
    /// Who approved the broadcast.
    pub broadcast_approved_by: Option<String>,
    /// When.
    pub broadcast_approved_on: Option<Day>,
}

const EX_OFFICIO: &str = "ex_officio";

/// Plans a hearing or changes its plan, and gives its id. Once it is decided or its case closed, what the plan lacks can be
/// entered and what stands stays.
///
/// Refuses, each with its place and where there is one its article: a concluded case, a day in the past, a room or a person
/// already taken at that time, a chair other than the chief prosecutor or department head who handles the case, a departure
/// from the rule on publicity without a reason, officers already seated who could not sit on the new day.
pub fn plan(work: &Work<'_>, today: Day, plan: &Plan) -> Result<HearingId> {
    let (before, case) = match plan.id {
        Some(id) => {
            let changing = guard::changing(work, id)?;
            if let Err(settled) = guard::preparing(work, id) {
                return complete(work, today, plan, &changing, &settled);
            }
            (Some(changing.hearing), changing.case)
        }
        None => {
            let id = plan.case.ok_or_else(|| refusal!("field_missing").at("case"))?;
            reach_case(work, work.by, Right::Hear, id)?;
            let case = Case::read(work, id)?;
            case.open()?;
            (None, case)
        }
    };
    check_codes(plan)?;
    check_whole(plan)?;
    guard::unmarked(&[
        (text(&plan.questions), "questions"),
        (text(&plan.proposed_decision), "proposed_decision"),
        (text(&plan.publicity_reason), "publicity_reason"),
    ])?;
    check_days(plan, before.as_ref(), today)?;
    let publicity = publicity(plan, &case, today)?;
    let chair = chair::of(work, plan, &case, before.as_ref().and_then(|before| before.chair_id), today)?;

    let id = match &before {
        Some(hearing) => hearing.id,
        None => HearingId::known(work.insert(
            "INSERT INTO hearing (case_id, kind, is_public, planned_on) VALUES (?1, ?2, ?3, ?4)",
            (case.id, &plan.kind, publicity.is_public, today),
        )?),
    };
    let moved = before.as_ref().is_none_or(|before| moved(before, plan));
    let chair_changed = before.as_ref().is_none_or(|before| before.chair_id != chair.id);
    work.write(
        include_str!("plan_save.sql"),
        named_params! {
            ":id": id, ":kind": plan.kind, ":basis": text(&plan.basis),
            ":initiated_by": plan.initiated_by.as_deref().unwrap_or(EX_OFFICIO), ":applicant": text(&plan.applicant),
            ":applied_on": plan.applied_on, ":approved_by": text(&plan.approved_by), ":approved_on": plan.approved_on,
            ":approval_no": text(&plan.approval_no), ":is_public": publicity.is_public,
            ":not_public_reason": publicity.not_public_reason, ":publicity_reason": publicity.departure,
            ":questions": text(&plan.questions), ":proposed_decision": text(&plan.proposed_decision),
            ":venue": venue(plan), ":place": text(&plan.place), ":venue_approved_by": text(&plan.venue_approved_by),
            ":venue_approved_on": plan.venue_approved_on, ":held_on": plan.held_on, ":starts_at": plan.starts_at,
            ":ends_at": plan.ends_at,
            ":planned_on": if moved { today } else { before.as_ref().map_or(today, |before| before.planned_on) },
            ":chair_id": chair.id, ":chair_reason": chair.reason,
            ":handler_id": case.handler.as_ref().map(|handler| handler.id),
            ":handler_post": case.handler.as_ref().map_or("", |handler| handler.post.as_str()),
            ":recorder": text(&plan.recorder),
            ":bailiffs": text(&plan.bailiffs), ":broadcast": plan.broadcast.as_deref().unwrap_or("none"),
            ":broadcast_approved_by": text(&plan.broadcast_approved_by),
            ":broadcast_approved_on": plan.broadcast_approved_on,
        },
    )?;
    if moved || chair_changed {
        clash::refuse(work, id)?;
    }
    if moved {
        fit::still_fit(work, id, &case).map_err(|refused| refused.at("held_on"))?;
    }
    timeline::write(work, id)?;
    Ok(id)
}

pub(super) fn text(text: &Option<String>) -> &str {
    text.as_deref().unwrap_or_default().trim()
}

pub(super) fn venue(plan: &Plan) -> &str {
    plan.venue.as_deref().filter(|venue| !venue.is_empty()).unwrap_or(guard::HEARING_ROOM)
}

/// Whether day, time or place is another than before.
fn moved(before: &Hearing, plan: &Plan) -> bool {
    (before.held_on, before.starts_at, before.ends_at) != (plan.held_on, plan.starts_at, plan.ends_at)
        || (before.venue.as_str(), before.place.as_str()) != (venue(plan), text(&plan.place))
}

pub(super) fn check_codes(plan: &Plan) -> Result<()> {
    required(&plan.kind, "kind")?;
    code_of("hearing_kind", &plan.kind, "kind")?;
    for (list, code, at) in [
        ("hearing_basis", &plan.basis, "basis"),
        ("hearing_initiated_by", &plan.initiated_by, "initiated_by"),
        ("hearing_not_public_reason", &plan.not_public_reason, "not_public_reason"),
        ("hearing_venue", &plan.venue, "venue"),
        ("hearing_chair_reason", &plan.chair_reason, "chair_reason"),
        ("hearing_broadcast", &plan.broadcast, "broadcast"),
    ] {
        code_of(list, text(code), at)?;
    }
    Ok(())
}

/// What belongs together is there: who applied and when, who approved.
pub(super) fn check_whole(plan: &Plan) -> Result<()> {
    if plan.initiated_by.as_deref().is_some_and(|who| !who.is_empty() && who != EX_OFFICIO) {
        required(text(&plan.applicant), "applicant")?;
        plan.applied_on.ok_or_else(|| refusal!("field_missing").at("applied_on"))?;
    }
    for (day, by, at) in [
        (plan.approved_on, &plan.approved_by, "approved_by"),
        (plan.venue_approved_on, &plan.venue_approved_by, "venue_approved_by"),
        (plan.broadcast_approved_on, &plan.broadcast_approved_by, "broadcast_approved_by"),
    ] {
        if day.is_some() {
            required(text(by), at)?;
        }
    }
    Ok(())
}

pub(super) fn check_days(plan: &Plan, before: Option<&Hearing>, today: Day) -> Result<()> {
    for (day, at) in [
        (plan.applied_on, "applied_on"),
        (plan.approved_on, "approved_on"),
        (plan.venue_approved_on, "venue_approved_on"),
        (plan.broadcast_approved_on, "broadcast_approved_on"),
    ] {
        not_in_future(day, today, at)?;
    }
    in_order(plan.applied_on, plan.approved_on, "approved_on")?;
    in_order(plan.approved_on, plan.held_on, "held_on")?;
    let set_before = before.and_then(|before| before.held_on);
    match plan.held_on {
        Some(day) if day < today && set_before != Some(day) => {
            return Err(refusal!("hearing_day_past", day = day, today = today).at("held_on"));
        }
        None if set_before.is_some() => return Err(refusal!("hearing_day_missing").at("held_on")),
        _ => {}
    }
    match (plan.held_on, plan.starts_at, plan.ends_at) {
        (_, None, None) => Ok(()),
        (Some(_), Some(starts), Some(ends)) if starts < ends => Ok(()),
        (Some(_), Some(starts), Some(ends)) => {
            Err(refusal!("hearing_times_in_wrong_order", from = starts, to = ends).at("ends_at"))
        }
        (None, ..) => Err(refusal!("hearing_day_missing").at("held_on")),
        (_, None, _) => Err(refusal!("field_missing").at("starts_at")),
        (_, _, None) => Err(refusal!("field_missing").at("ends_at")),
    }
}

struct Publicity<'p> {
    is_public: bool,
    not_public_reason: &'p str,
    departure: &'p str,
}

/// Public or not: as the rule says, or departing from it with a reason; where no rule speaks, as asked.
fn publicity<'p>(plan: &'p Plan, case: &Case, today: Day) -> Result<Publicity<'p>> {
    let rule = case.rule("publicity", &plan.kind, plan.held_on.unwrap_or(today));
    let by_rule = rule.and_then(|rule| rule.public);
    let is_public = plan.is_public.or(by_rule).ok_or_else(|| refusal!("field_missing").at("is_public"))?;
    let departs = by_rule.is_some_and(|by_rule| by_rule != is_public);
    let departure = text(&plan.publicity_reason);
    if let (true, true, Some(rule)) = (departs, departure.is_empty(), rule) {
        let refused = if is_public {
            refusal!("hearing_public_without_reason")
        } else {
            refusal!("hearing_closed_without_reason")
        };
        return Err(cite(refused.at("publicity_reason"), &rule.basis));
    }
    let by_rule = rule.and_then(|rule| rule.reason.as_deref()).filter(|_| !departs).unwrap_or_default();
    let not_public_reason = match (is_public, text(&plan.not_public_reason)) {
        (true, _) => "",
        (false, "") if by_rule.is_empty() => return Err(refusal!("field_missing").at("not_public_reason")),
        (false, "") => by_rule,
        (false, given) => given,
    };
    Ok(Publicity { is_public, not_public_reason, departure: if departs { departure } else { "" } })
}
