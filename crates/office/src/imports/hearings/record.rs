//! What was said of a hearing as a past hearing to take over, and what the record says of one in the same places.

use anjuan_law::{Day, choices};

use super::{Said, places::bare};
use crate::{
    AccountId, CaseId, HearingId, OfficerId, PersonId, Reading, Result,
    hearings::{self, EffectEntry, Past, PastParticipant, PastSeat, Plan, standing},
};

/// The past hearing that was said.
pub(super) fn past(reading: &Reading<'_>, case: CaseId, said: &Said) -> Result<Past> {
    let text = |place: &str| said.get(place).cloned().unwrap_or_default();
    let some = |place: &str| said.get(place).cloned();
    let day = |place: &str| said.get(place).and_then(|day| day.parse::<Day>().ok());
    let chair: Option<AccountId> = match said.get("chair") {
        Some(name) => reading.maybe("SELECT id FROM account WHERE name = ?1", [name], |row| row.get(0))?,
        None => None,
    };
    let kind = text("kind");
    let venue = match kind.as_str() {
        "online" => Some("online".to_owned()),
        "door_to_door" => Some("other".to_owned()),
        _ => None,
    };
    let plan = Plan {
        case: Some(case),
        kind,
        initiated_by: some("initiated_by"),
        approved_by: some("approved_by"),
        approved_on: day("approved_on"),
        is_public: said.get("is_public").map(|public| public == "yes"),
        not_public_reason: some("not_public_reason"),
        questions: some("questions"),
        venue,
        place: some("place"),
        held_on: day("held_on"),
        chair_id: chair,
        recorder: some("recorder"),
        ..Plan::default()
    };
    let time = |place: &str| said.get(place).and_then(|time| time.parse().ok());
    let decided_on = day("decided_on");
    let effect =
        said.get("effect").map(|effect| EffectEntry { effect: effect.clone(), ..EffectEntry::of(HearingId::known(0)) });
    Ok(Past {
        plan,
        held: true,
        began_at: time("began_at"),
        ended_at: time("ended_at"),
        announced_on: day("announced_on"),
        seats: seats(reading, said)?,
        participants: participants(reading, case, said)?,
        recording: text("recording"),
        transcript: text("transcript"),
        decision: text("decision"),
        decided_on,
        majority: text("majority"),
        adopted: text("adopted"),
        consented_by: text("consented_by"),
        consented_on: day("consented_on"),
        parties_told_on: day("parties_told_on"),
        effect,
        note: text("note"),
        ..Past::default()
    })
}

fn listed<'s>(said: &'s Said, place: &str) -> impl Iterator<Item = &'s str> {
    let list = said.get(place).map(String::as_str).unwrap_or_default();
    list.split('、').filter(|name| !name.is_empty())
}

fn seats(reading: &Reading<'_>, said: &Said) -> Result<Vec<PastSeat>> {
    let told_on = said.get("officers_told_on").and_then(|day| day.parse().ok());
    listed(said, "officers")
        .map(|name| {
            // The one officer of that name; where the pool has several it stays open which one it was.
            let found: Vec<OfficerId> =
                reading.all("SELECT id FROM officer WHERE name = ?1", [name], |row| row.get(0))?;
            let officer = match found.as_slice() {
                [one] => Some(*one),
                _ => None,
            };
            let attended = said.get(&format!("came@{name}")).map(|came| came == "yes");
            let of = |place: &str| said.get(&format!("{place}@{name}")).cloned().unwrap_or_default();
            Ok(PastSeat {
                officer,
                name: name.to_owned(),
                attended,
                opinion: of("opinion"),
                opinion_text: of("opinion_text"),
                selection: of("selection"),
                selection_reason: of("selection_reason"),
                told_on: told_on.filter(|_| attended != Some(false)),
            })
        })
        .collect()
}

fn participants(reading: &Reading<'_>, case: CaseId, said: &Said) -> Result<Vec<PastParticipant>> {
    let notice_sent_on = said.get("notified_on").and_then(|day| day.parse().ok());
    listed(said, "participants")
        .map(|text| {
            let name = bare(text);
            let words = text.split_once('（').map_or("", |(_, role)| role.trim_end_matches('）'));
            let role = choices("hearing_participant_role").iter().find(|choice| choice.zh == words);
            let persons: Vec<PersonId> =
                reading
                    .all("SELECT id FROM person WHERE case_id = ?1 AND name = ?2", (case, name), |row| row.get(0))?;
            Ok(PastParticipant {
                person: persons.first().copied().filter(|_| persons.len() == 1),
                name: name.to_owned(),
                role: role.map_or("other", |role| role.code.as_str()).to_owned(),
                notice_sent_on,
                ..PastParticipant::default()
            })
        })
        .collect()
}

/// What the record says of a hearing, place by place. A note counts as standing while it is as the file said it.
pub(super) fn recorded(reading: &Reading<'_>, id: HearingId, last: &Said, said: &Said) -> Result<Said> {
    let now = standing(reading, id)?;
    let hearing = &now.hearing;
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut places = Said::new();
    let mut put = |place: &str, value: String| {
        if !value.is_empty() {
            places.insert(place.to_owned(), value);
        }
    };
    let times = if hearing.times_unknown { (None, None) } else { (hearing.began_at, hearing.ended_at) };
    let time = |time: Option<hearings::TimeOfDay>| time.map(|time| time.to_string()).unwrap_or_default();
    put("held_on", day(hearing.held_on));
    put("kind", hearing.kind.clone());
    put("is_public", if hearing.is_public { "yes" } else { "no" }.to_owned());
    put("not_public_reason", hearing.not_public_reason.clone());
    put("initiated_by", hearing.initiated_by.clone());
    put("approved_by", hearing.approved_by.clone());
    put("approved_on", day(hearing.approved_on));
    put("questions", hearing.questions.clone());
    put("chair", now.chair.clone());
    put("recorder", hearing.recorder.clone());
    put("place", hearing.place.clone());
    put("began_at", time(times.0));
    put("ended_at", time(times.1));
    put("announced_on", day(hearing.announced_on));
    put("majority", hearing.majority.clone());
    put("adopted", hearing.adopted.clone());
    put("decision", hearing.decision.clone());
    put("decided_on", day(hearing.decided_on));
    put("consented_by", hearing.consented_by.clone());
    put("consented_on", day(hearing.consented_on));
    put("parties_told_on", day(hearing.parties_told_on));
    put("recording", hearing.recording.clone());
    put("transcript", hearing.transcript.clone());
    put("effect", now.effect.as_ref().map(|effect| effect.effect.clone()).unwrap_or_default());
    put("officers", now.seats.iter().map(|seat| seat.name.as_str()).collect::<Vec<_>>().join("、"));
    put("officers_told_on", common(now.seats.iter().map(|seat| seat.told_on)));
    put("notified_on", common(now.participants.iter().map(|one| one.notice_sent_on)));
    for seat in &now.seats {
        let came = seat.attended.map(|came| if came { "yes" } else { "no" }.to_owned());
        put(&format!("came@{}", seat.name), came.unwrap_or_default());
        // Not on record is nothing that stands: a file that says more fills it in.
        let chosen = Some(&seat.selection).filter(|way| *way != hearings::NOT_STATED).cloned();
        put(&format!("selection@{}", seat.name), chosen.unwrap_or_default());
        put(&format!("selection_reason@{}", seat.name), seat.selection_reason.clone());
        put(&format!("opinion@{}", seat.name), seat.opinion.clone());
        put(&format!("opinion_text@{}", seat.name), seat.opinion_text.clone());
    }
    let words = |role: &str| choices("hearing_participant_role").iter().find(|choice| choice.code == role);
    let with_role = |one: &hearings::Participant| {
        format!("{}（{}）", one.name, words(&one.role).map_or("", |role| role.zh.as_str()))
    };
    put("participants", now.participants.iter().map(with_role).collect::<Vec<_>>().join("、"));
    let noted = |text: &&String| now.notes.iter().any(|note| note.text == **text);
    let note = [said.get("note"), last.get("note")].into_iter().flatten().find(noted);
    put("note", note.cloned().unwrap_or_default());
    Ok(places)
}

/// The days that several have, each once.
fn common(days: impl Iterator<Item = Option<Day>>) -> String {
    let mut all: Vec<Day> = days.flatten().collect();
    all.sort_unstable();
    all.dedup();
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join("；")
}
