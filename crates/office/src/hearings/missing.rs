//! What a hearing lacks now, or will have done too late: the side list of its path.

use anjuan_law::{Day, hearings::Rule};
use serde::Serialize;

use super::{
    clashes::{Planned, clashes},
    close::needs_consent,
    fit::{self, Bench},
    limits::limit,
    matter::{Case, cite},
    rows::{self, Hearing, Participant, Seat},
    sign::{Signer, office_unsigned, seat_unsigned},
};
use crate::{HearingId, Reading, Result, refusal};

/// One thing that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "HearingMissing")]
pub struct Missing {
    /// What (words: `hearing_missing_<code>`).
    pub code: String,
    /// Where on the path: `plan`, `officers`, `notice`, `day`, `decision`, `after`.
    pub part: String,
    /// Whom or what it concerns; may be empty.
    pub about: String,
    /// The same in English.
    pub about_en: String,
    /// The day by which it should stand.
    pub by: Option<Day>,
    /// `open`: still in time; `late`: the day has passed or the rule is broken.
    pub state: String,
    /// The article, in Chinese; may be empty.
    pub article_zh: String,
    /// The article, in English.
    pub article_en: String,
}

/// The list of one hearing on a day.
struct List<'l> {
    hearing: &'l Hearing,
    case: &'l Case,
    on: Day,
    today: Day,
    found: Vec<Missing>,
}

impl List<'_> {
    fn rule(&self, id: &str) -> Option<&'static Rule> {
        self.case.rule(id, &self.hearing.kind, self.on)
    }

    /// Adds what should stand by a day; after it, it is late.
    fn add(&mut self, part: &str, code: &str, about: &str, by: Option<Day>, rule: &str) {
        let late = by.is_some_and(|by| self.today > by);
        self.push(part, code, about, by, rule, late);
    }

    /// Adds what is wrong whatever the day.
    fn wrong(&mut self, part: &str, code: &str, about: &str, by: Option<Day>, rule: &str) {
        self.push(part, code, about, by, rule, true);
    }

    fn push(&mut self, part: &str, code: &str, about: &str, by: Option<Day>, rule: &str, late: bool) {
        let basis = self.rule(rule).map(|rule| rule.basis.as_slice()).unwrap_or_default();
        let article = cite(refusal!("hearing_notice_late"), basis).values;
        let article = |key: &str| article.get(key).cloned().unwrap_or_default();
        self.found.push(Missing {
            code: code.to_owned(),
            part: part.to_owned(),
            about: about.to_owned(),
            about_en: about.to_owned(),
            by,
            state: if late { "late" } else { "open" }.to_owned(),
            article_zh: article("article_zh"),
            article_en: article("article_en"),
        });
    }
}

/// What is missing of a hearing on the day asked about, in the order of its path. Nothing for one that was called off.
pub fn missing(reading: &Reading<'_>, id: HearingId, today: Day) -> Result<Vec<Missing>> {
    let hearing = rows::hearing(reading, id)?;
    if hearing.cancelled_on.is_some() {
        return Ok(Vec::new());
    }
    let case = Case::read(reading, hearing.case_id)?;
    let on = hearing.held_on.unwrap_or(today);
    let mut list = List { hearing: &hearing, case: &case, on, today, found: Vec::new() };
    let refused = application(&mut list);
    if refused {
        return Ok(list.found);
    }
    let seats = rows::seats_held(reading, id)?;
    let participants = rows::participants(reading, id)?;
    plan(&mut list);
    stands_against(reading, &mut list)?;
    officers(reading, &mut list, &seats)?;
    notices(&mut list, &participants);
    let steps = rows::steps(reading, id)?;
    if hearing.held_on.is_some_and(|day| today >= day) {
        the_day(&mut list, &seats, &participants, &steps);
    }
    if hearing.ended_at.is_some() {
        decision(reading, &mut list, &seats)?;
    }
    Ok(list.found)
}

/// The application and its answer; true where the answer was a refusal.
fn application(list: &mut List<'_>) -> bool {
    let hearing = list.hearing;
    if hearing.applied_on.is_some() {
        match hearing.answered_on {
            None => list.add("plan", "answer", &hearing.applicant, None, "application"),
            Some(_) if hearing.answer_told_on.is_none() => {
                list.add("plan", "answer_told", &hearing.applicant, None, "application");
            }
            Some(_) => {}
        }
    }
    hearing.answer == "refused"
}

fn plan(list: &mut List<'_>) {
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
    let handler = list.case.handler.as_ref();
    let shall = list.rule("chair").zip(handler).filter(|(rule, handler)| rule.posts.contains(&handler.post));
    if hearing.chair_id.is_none() {
        list.add("plan", "chair", "", day, "chair");
    } else if let Some((_, handler)) = shall.filter(|(_, handler)| Some(handler.id) != hearing.chair_id) {
        list.wrong("plan", "chair_shall_preside", &handler.name, day, "chair");
    }
    let by_rule = list.case.rule("publicity", &hearing.kind, list.on).and_then(|rule| rule.public);
    if by_rule.is_some_and(|public| public != hearing.is_public) && hearing.publicity_reason.is_empty() {
        list.wrong("plan", "publicity_reason", "", day, "publicity");
    }
}

/// The chair's leave and the case's own due dates, while the hearing is to come.
fn stands_against(reading: &Reading<'_>, list: &mut List<'_>) -> Result<()> {
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

fn officers(reading: &Reading<'_>, list: &mut List<'_>, seats: &[Seat]) -> Result<()> {
    let day = list.hearing.held_on;
    if let Some((least, most)) = list.rule("officer_number").and_then(|rule| rule.least.zip(rule.most)) {
        let number = format!("{} / {least}–{most}", seats.len());
        if seats.len() < least as usize {
            list.add("officers", "officers_few", &number, day, "officer_number");
        } else if seats.len() > most as usize {
            list.wrong("officers", "officers_many", &number, day, "officer_number");
        }
    }
    let bench = Bench::of(reading, list.hearing, list.case, list.on)?;
    for seat in seats {
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

/// Whether somebody is called to take part, not only to listen.
fn called(one: &&Participant) -> bool {
    !["observer", "media"].contains(&one.role.as_str())
}

fn notices(list: &mut List<'_>, participants: &[Participant]) {
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

fn the_day(list: &mut List<'_>, seats: &[Seat], participants: &[Participant], steps: &[rows::Step]) {
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

fn decision(reading: &Reading<'_>, list: &mut List<'_>, seats: &[Seat]) -> Result<()> {
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
    let within = |id| Ok::<_, crate::Refusal>(limit(reading, id)?.map(|days| decided_on.add_days(i64::from(days))));
    let by = within("officers_told_within")?;
    for seat in seats.iter().filter(|seat| seat.told_on.is_none() && seat.attended != Some(false)) {
        list.add("after", "officer_told", &seat.name, by, "told");
    }
    match rows::effect(reading, hearing.id)? {
        None => {
            let by = within("effect_within")?;
            list.add("after", "effect", "", by, "effect_within");
        }
        Some(effect) if effect.follow_up_on.is_some() && effect.follow_up.is_empty() => {
            list.add("after", "follow_up", "", effect.follow_up_on, "effect_within");
        }
        Some(_) => {}
    }
    Ok(())
}
