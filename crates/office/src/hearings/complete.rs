//! What the plan of a hearing lacks once it is decided, or its case closed: an approval that was never typed, the capacity of the
//! chair, the reason of a departure. It can be entered; what stands stays.

use anjuan_law::Day;
use rusqlite::named_params;

use super::{
    chair,
    guard::{Changing, unmarked},
    plan::{Plan, check_codes, check_days, check_whole, text, venue},
    timeline,
};
use crate::{HearingId, Refusal, Result, Work};

/// Enters what the plan lacks. What would change what stands is refused with `settled`, at its place.
pub(super) fn complete(
    work: &Work<'_>,
    today: Day,
    plan: &Plan,
    standing: &Changing,
    settled: &Refusal,
) -> Result<HearingId> {
    let before = &standing.hearing;
    changes(plan, standing).map_or(Ok(()), |at| Err(settled.clone().at(at)))?;
    check_codes(plan)?;
    check_whole(plan)?;
    unmarked(&[(text(&plan.questions), "questions"), (text(&plan.publicity_reason), "publicity_reason")])?;
    check_days(plan, Some(before), today)?;
    // Who presided is said, not taken from who handles the case today; it may have been before the account was opened.
    let chair = match (before.chair_id, plan.chair_id) {
        (None, Some(_)) => Some(chair::of(work, plan, &standing.case, plan.chair_id, today)?),
        _ => None,
    };
    let on = before.held_on.unwrap_or(today);
    let publicity_reason = if standing.case.departs(&before.kind, before.is_public, on) {
        text(&plan.publicity_reason)
    } else {
        &before.publicity_reason
    };
    let not_public_reason = if before.is_public { &before.not_public_reason } else { text(&plan.not_public_reason) };
    work.write(
        include_str!("plan_complete.sql"),
        named_params! {
            ":id": before.id, ":basis": text(&plan.basis), ":approved_by": text(&plan.approved_by),
            ":approved_on": plan.approved_on, ":approval_no": text(&plan.approval_no),
            ":not_public_reason": not_public_reason, ":publicity_reason": publicity_reason,
            ":questions": text(&plan.questions), ":place": text(&plan.place),
            ":venue_approved_by": text(&plan.venue_approved_by), ":venue_approved_on": plan.venue_approved_on,
            ":starts_at": plan.starts_at, ":ends_at": plan.ends_at,
            ":chair_id": chair.as_ref().and_then(|chair| chair.id),
            ":chair_reason": chair.as_ref().map_or_else(|| text(&plan.chair_reason), |chair| chair.reason.as_str()),
            ":recorder": text(&plan.recorder), ":bailiffs": text(&plan.bailiffs),
            ":broadcast_approved_by": text(&plan.broadcast_approved_by),
            ":broadcast_approved_on": plan.broadcast_approved_on,
        },
    )?;
    timeline::write(work, before.id)?;
    Ok(before.id)
}

/// The first field in which the plan says something else than what stands.
fn changes(plan: &Plan, standing: &Changing) -> Option<&'static str> {
    let before = &standing.hearing;
    let or = |given: &Option<String>, stands: &str| {
        given.as_deref().map_or_else(|| stands.to_owned(), |given| given.trim().to_owned())
    };
    let kept = [
        ("kind", plan.kind == before.kind),
        ("is_public", plan.is_public.is_none_or(|public| public == before.is_public)),
        ("initiated_by", or(&plan.initiated_by, &before.initiated_by) == before.initiated_by),
        ("applicant", text(&plan.applicant) == before.applicant),
        ("applied_on", plan.applied_on == before.applied_on),
        // On it the officers gave their views.
        ("proposed_decision", text(&plan.proposed_decision) == before.proposed_decision),
        ("venue", venue(plan) == before.venue),
        ("held_on", plan.held_on == before.held_on),
        ("broadcast", or(&plan.broadcast, &before.broadcast) == before.broadcast),
    ];
    let texts = [
        ("basis", &before.basis, &plan.basis),
        ("approved_by", &before.approved_by, &plan.approved_by),
        ("approval_no", &before.approval_no, &plan.approval_no),
        ("not_public_reason", &before.not_public_reason, &plan.not_public_reason),
        ("publicity_reason", &before.publicity_reason, &plan.publicity_reason),
        ("questions", &before.questions, &plan.questions),
        ("place", &before.place, &plan.place),
        ("venue_approved_by", &before.venue_approved_by, &plan.venue_approved_by),
        ("chair_reason", &before.chair_reason, &plan.chair_reason),
        ("recorder", &before.recorder, &plan.recorder),
        ("bailiffs", &before.bailiffs, &plan.bailiffs),
        ("broadcast_approved_by", &before.broadcast_approved_by, &plan.broadcast_approved_by),
    ];
    let days = [
        ("approved_on", before.approved_on, plan.approved_on),
        ("venue_approved_on", before.venue_approved_on, plan.venue_approved_on),
        ("broadcast_approved_on", before.broadcast_approved_on, plan.broadcast_approved_on),
    ];
    let times = [("starts_at", before.starts_at, plan.starts_at), ("ends_at", before.ends_at, plan.ends_at)];
    kept.into_iter()
        .chain(texts.map(|(at, stands, given)| (at, stands.is_empty() || stands == text(given))))
        .chain(days.map(|(at, stands, given)| (at, stands.is_none() || stands == given)))
        .chain(times.map(|(at, stands, given)| (at, stands.is_none() || stands == given)))
        .chain([("chair_id", before.chair_id.is_none() || plan.chair_id.is_none_or(|id| before.chair_id == Some(id)))])
        .find_map(|(at, stays)| (!stays).then_some(at))
}
