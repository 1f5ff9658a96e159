//! What a hearing lacks until its day: the application, the plan, the officers, the notices.

use super::List;
use crate::{
    Reading, Result,
    hearings::{
        clashes::{Planned, clashes},
        fit::{self, Bench},
        history::NOT_STATED,
        limits::limit,
        rows::{Participant, Seat},
    },
};

/// The application and its answer; true where the answer was a refusal.
pub(super) fn application(list: &mut List<'_>) -> bool {
    let hearing = list.hearing;
    if hearing.applied_on.is_some() {
        match hearing.answered_on {
            None => list.add("plan", "answer", &hearing.applicant, None, "application"),
            Some(_) if hearing.answer_told_on.is_some() => {}
            Some(_) => {
                let code = if hearing.answer == "refused" { "refusal_told" } else { "answer_told" };
                list.add("plan", code, &hearing.applicant, None, "application");
            }
        }
    }
    hearing.answer == "refused"
}

pub(super) fn plan(reading: &Reading<'_>, list: &mut List<'_>) -> Result<()> {
    let hearing = list.hearing;
    let day = hearing.held_on;
    if hearing.approved_on.is_none() {
        list.add("plan", "approval", "", day, "approval");
    }
    if day.is_none() {
        list.add("plan", "day", "", None, "notice");
    } else if hearing.starts_at.is_none() {
        list.add("plan", "time", "", day, "notice");
    }
    if hearing.place.is_empty() {
        list.add("plan", "place", "", day, "notice");
    }
    if hearing.venue != "hearing_room" && hearing.venue_approved_on.is_none() {
        list.add("plan", "venue_approval", "", day, "venue");
    }
    if hearing.questions.is_empty() {
        list.add("plan", "questions", "", day, "officer_briefed");
    }
    if hearing.broadcast != "none" && hearing.broadcast_approved_on.is_none() {
        list.add("plan", "broadcast_approval", "", day, "broadcast");
    }
    chair(reading, list)?;
    publicity(list);
    if let Some((day, last)) = day.zip(list.case.last_act(|act| act.concludes))
        && last < day
    {
        list.wrong("plan", "after_conclusion", &last.to_string(), None, "before_decision");
    }
    Ok(())
}

/// Who presides. Once it has begun, it is asked of who handled the case then.
fn chair(reading: &Reading<'_>, list: &mut List<'_>) -> Result<()> {
    let hearing = list.hearing;
    let day = hearing.held_on;
    let now = list.case.handler.as_ref().map(|handler| (handler.id, handler.post.clone()));
    let handler = match hearing.began_at {
        Some(_) => hearing.handler_id.map(|id| (id, hearing.handler_post.clone())),
        None => now,
    };
    let shall = list.rule("chair").zip(handler).filter(|(rule, (_, post))| rule.posts.contains(post));
    let Some(chair) = hearing.chair_id else {
        list.add("plan", "chair", "", day, "chair");
        return Ok(());
    };
    if let Some((_, (handler, _))) = shall.filter(|(_, (handler, _))| *handler != chair) {
        let name: String = reading.value("SELECT name FROM account WHERE id = ?1", [handler])?;
        list.wrong("plan", "chair_shall_preside", &name, day, "chair");
    }
    if hearing.chair_reason.is_empty() {
        list.add("plan", "chair_reason", "", day, "chair");
    }
    Ok(())
}

/// Public or not, and what of a minor the public would learn.
fn publicity(list: &mut List<'_>) {
    let hearing = list.hearing;
    if list.case.departs(&hearing.kind, hearing.is_public, list.on) && hearing.publicity_reason.is_empty() {
        let code = if hearing.is_public { "open_reason" } else { "publicity_reason" };
        list.wrong("plan", code, "", hearing.held_on, "publicity");
    }
    for name in list.case.young(list.on).filter(|name| hearing.announcement.contains(name)) {
        list.wrong("notice", "minor_named", name, None, "publicity");
    }
    if hearing.broadcast != "none" {
        list.case.young(list.on).for_each(|name| list.add("plan", "minor_broadcast", name, None, "publicity"));
    }
}

/// The chair's leave and the case's own due dates, while the hearing is to come.
pub(super) fn stands_against(reading: &Reading<'_>, list: &mut List<'_>) -> Result<()> {
    let hearing = list.hearing;
    if hearing.held_on.is_none_or(|day| day < list.today) || hearing.ended_at.is_some() {
        return Ok(());
    }
    let asked = Planned {
        hearing: Some(hearing.id),
        kind: hearing.kind.clone(),
        held_on: hearing.held_on,
        chair_id: hearing.chair_id,
        ..Planned::default()
    };
    for clash in clashes(reading, list.case, &asked, list.today)? {
        match clash.code.as_str() {
            "chair_away" => list.wrong("plan", "chair_away", &clash.about, hearing.held_on, "chair"),
            "due_before" => {
                list.wrong("plan", "due_before", &clash.about, clash.day, "time_counts");
                if let Some(last) = list.found.last_mut() {
                    last.about_en = clash.about_en;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

pub(super) fn officers(reading: &Reading<'_>, list: &mut List<'_>, seats: &[Seat]) -> Result<()> {
    let day = list.hearing.held_on;
    if let Some((least, most)) = list.rule("officer_number").and_then(|rule| rule.least.zip(rule.most)) {
        let sitting = seats.iter().filter(|seat| seat.attended != Some(false)).count();
        let number = format!("{sitting} / {least}–{most}");
        if sitting < least as usize {
            list.add("officers", "officers_few", &number, day, "officer_number");
        } else if sitting > most as usize {
            list.wrong("officers", "officers_many", &number, day, "officer_number");
        }
    }
    let bench = Bench::of(reading, list.hearing, list.case, list.on)?;
    let yearly = limit(reading, "officer_yearly")?;
    for seat in seats {
        chosen(list, seat, yearly);
        let unfit = fit::against_seat(reading, &bench, seat)?;
        if !seat.conflict.is_empty() || !unfit.is_empty() {
            list.wrong("officers", "officer_unfit", &seat.name, day, "officer_interest");
        }
        if seat.declared_on.is_none() {
            list.add("officers", "declaration", &seat.name, day, "officer_interest");
        }
        if seat.briefed_on.is_none() {
            list.add("officers", "briefing", &seat.name, day, "officer_briefed");
        }
    }
    Ok(())
}

/// How an officer came to the seat, and how often this year.
fn chosen(list: &mut List<'_>, seat: &Seat, yearly: Option<u32>) {
    let day = list.hearing.held_on;
    match seat.selection.as_str() {
        "outside" if seat.outside_approved_on.is_none() => {
            list.wrong("officers", "outside_approval", &seat.name, day, "officer_outside");
        }
        "designated" if seat.selection_reason.is_empty() => {
            list.wrong("officers", "pick_reason", &seat.name, day, "officer_designated");
        }
        // Before that rule was in force nobody had to write it down.
        NOT_STATED if list.rule("officer_outside").is_some() => {
            list.add("officers", "selection", &seat.name, day, "officer_outside");
        }
        _ => {}
    }
    if yearly.is_some_and(|most| seat.asked_before >= most) {
        list.wrong("officers", "officer_often", &seat.name, day, "officer_yearly");
    }
}

/// Whether somebody is called to take part, not only to listen.
pub(super) fn called(one: &&Participant) -> bool {
    !["observer", "media"].contains(&one.role.as_str())
}

pub(super) fn notices(list: &mut List<'_>, participants: &[Participant]) {
    let day = list.hearing.held_on;
    if !participants.iter().any(|one| called(&one)) {
        list.add("notice", "participants", "", day, "notice");
    }
    if list.rule("supervisor").is_some() && !participants.iter().any(|one| one.role == "peoples_supervisor") {
        list.add("notice", "supervisor", "", day, "supervisor");
    }
    let latest = day.and_then(|day| list.case.notice_latest(&list.hearing.kind, day));
    for one in participants.iter().filter(called) {
        match (one.notice_sent_on, latest) {
            (None, _) => list.add("notice", "notice", &one.name, latest.or(day), "notice"),
            (Some(sent), Some(latest)) if sent > latest => {
                list.wrong("notice", "notice_late", &one.name, Some(latest), "notice");
            }
            _ => {}
        }
    }
    if list.hearing.is_public {
        match (list.hearing.announced_on, day) {
            (None, _) => list.add("notice", "announcement", "", day, "announcement"),
            (Some(on), Some(day)) if on > day => {
                list.wrong("notice", "announcement_late", "", Some(day), "announcement")
            }
            _ => {}
        }
    }
}
