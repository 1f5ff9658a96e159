//! Hearings of the invented office that came out of an old ledger: held before this record began, over the case of a leader who
//! did not preside, with officers of whom nobody wrote down how they were chosen.

use anjuan_law::{Day, choices};

use super::{Chance, hear::Matter};
use crate::{
    AccountId, OfficerId, PersonId, Result, Work,
    hearings::{self, EffectEntry, Past, PastParticipant, PastSeat, Plan, SeatNotes},
};

/// A hearing of a leader's case is of the old ledger only where all that followed from it has been done by now.
const SETTLED: i64 = 60;

/// Takes a hearing held on `day` over, with another chair than the leader who handles the case; gives the day of its decision.
/// None where the office is too young for it.
pub(super) fn take_over(work: &Work<'_>, matter: &Matter<'_>, day: Day, chance: &mut Chance) -> Result<Option<Day>> {
    let other: Option<AccountId> = work.maybe(
        "SELECT id FROM account WHERE post = 'prosecutor' AND ended_on IS NULL ORDER BY id LIMIT 1 OFFSET ?1",
        [chance.between(0, 2)],
        |row| row.get(0),
    )?;
    let Some(other) = other.filter(|_| day.add_days(SETTLED) <= work.day) else { return Ok(None) };
    let officers: Vec<OfficerId> = work.all(
        "SELECT id FROM officer WHERE id NOT IN (SELECT officer_id FROM officer_bar) ORDER BY id LIMIT 3 OFFSET ?1",
        [chance.between(0, 20)],
        |row| row.get(0),
    )?;
    let decided_on = day.add_days(3);
    let past = Past {
        plan: plan(matter, day, other),
        held: true,
        began_at: "18:02".parse().ok(),
        ended_at: "19:20".parse().ok(),
        announced_on: Some(day.add_days(-5)),
        announced_in: "本院公告栏".to_owned(),
        seats: officers.into_iter().map(|officer| seat(officer, decided_on)).collect(),
        participants: participants(work, matter, day)?,
        steps: (3..)
            .zip(choices("hearing_step"))
            .map(|(at, step)| (step.code.clone(), format!("18:{at:02}").parse().ok()))
            .collect(),
        recording: format!("旧录{}", day.year()),
        transcript: format!("旧笔{}", day.year()),
        decision: "采纳听证员意见，依法作出处理".to_owned(),
        decided_on: Some(decided_on),
        adopted: "full".to_owned(),
        parties_told_on: Some(decided_on),
        ..Past::default()
    };
    let id = hearings::take_over(work, work.day, &past)?;
    let sheet = hearings::sheet(work, id, work.day)?;
    for seat in &sheet.seats {
        let notes = SeatNotes { declared_on: Some(day), briefed_on: Some(day), ..SeatNotes::default() };
        hearings::note_seat(work, work.day, seat.id, &notes)?;
    }
    let effect = EffectEntry { effect: "accepted".to_owned(), ..EffectEntry::of(id) };
    hearings::effect(work, decided_on.add_days(10), &effect)?;
    Ok(Some(decided_on))
}

fn plan(matter: &Matter<'_>, day: Day, chair: AccountId) -> Plan {
    let text = |text: &str| Some(text.to_owned());
    Plan {
        case: Some(matter.case),
        kind: matter.kind.to_owned(),
        initiated_by: text("ex_officio"),
        approved_by: text(super::hear::CHIEF),
        approved_on: Some(day.add_days(-7)),
        questions: text("拟作处理是否适当"),
        place: text("第三会议室"),
        held_on: Some(day),
        starts_at: "18:00".parse().ok(),
        ends_at: "19:30".parse().ok(),
        chair_id: Some(chair),
        chair_reason: text("team_lead"),
        recorder: text(super::hear::CLERK),
        ..Plan::default()
    }
}

fn seat(officer: OfficerId, told_on: Day) -> PastSeat {
    PastSeat {
        officer: Some(officer),
        attended: Some(true),
        opinion: "agree".to_owned(),
        told_on: Some(told_on),
        ..PastSeat::default()
    }
}

fn participants(work: &Work<'_>, matter: &Matter<'_>, day: Day) -> Result<Vec<PastParticipant>> {
    let people: Vec<(PersonId, String, String)> = work.all(
        "SELECT id, name, role FROM person WHERE case_id = ?1 ORDER BY position LIMIT 2",
        [matter.case],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let known = |role: &str| choices("hearing_participant_role").iter().any(|choice| choice.code == role);
    let one = |person: Option<PersonId>, name: &str, role: &str| PastParticipant {
        person,
        name: name.to_owned(),
        role: if known(role) { role } else { "party" }.to_owned(),
        notice_sent_on: Some(day.add_days(-5)),
        attended: Some(true),
        ..PastParticipant::default()
    };
    let mut all: Vec<PastParticipant> = people.iter().map(|(id, name, role)| one(Some(*id), name, role)).collect();
    if all.is_empty() || matter.supervised {
        all.push(one(None, "倪监督员", "peoples_supervisor"));
    }
    Ok(all)
}
