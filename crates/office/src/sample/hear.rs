//! Hearings of the invented office: each goes through the same doors as a real one, on the days on which it would have. Some
//! steps come late or are left out on purpose, so that there is something to find.

use std::cell::RefCell;
use std::collections::BTreeMap;

use anjuan_law::{Day, choices};

use super::{Chance, ledger, people::invent};
use crate::{
    CaseId, HearingId, Result, Work, deadlines,
    draws::Seed,
    hearings::{
        self, Closing, EffectEntry, Ending, NoteEntry, Notice, OfficerDraw, OfficerEntry, ParticipantEntry, Plan,
        Planned, Presence, SeatNotes, Signer, TimeOfDay,
    },
};

/// How many hearings an invented office holds in a year at most.
const YEARLY: u32 = 40;
const POOL: usize = 30;
const ROOMS: [&str; 2] = ["第一听证室", "第二听证室"];
const SLOTS: [(&str, &str); 4] = [("09:00", "10:40"), ("10:50", "12:00"), ("14:30", "16:00"), ("16:10", "17:30")];
/// Who approves.
pub(super) const CHIEF: &str = "周正平";
/// Who keeps the record.
pub(super) const CLERK: &str = "柳书记员";
const UNITS: [&str; 6] = ["测县大学", "测县人民医院", "测县律师协会", "城关镇人民政府", "测县第一中学", "测县工商联"];

/// The pool of officers is there; how many hearings each year has had.
pub(super) struct Hearings {
    held: RefCell<BTreeMap<i32, u32>>,
}

/// Enters the pool of hearing officers.
pub(super) fn pool(work: &Work<'_>, from: Day, chance: &mut Chance) -> Result<Hearings> {
    let professions = choices("officer_profession");
    let categories = choices("officer_category");
    let mut names = std::collections::BTreeSet::new();
    for at in 0..POOL {
        let mut one = invent(chance, from, false);
        while !names.insert(one.name.clone()) {
            one = invent(chance, from, false);
        }
        let mut entry = OfficerEntry { name: one.name, ..OfficerEntry::default() };
        entry.sex = Some(if one.male { "male" } else { "female" }.to_owned());
        entry.birth = Some(from.add_days(-(365 * 31 + chance.between(0, 365 * 33))));
        entry.profession = professions.get(at % professions.len().max(1)).map(|choice| choice.code.clone());
        entry.category = chance.one_of(categories).map(|choice| choice.code.clone());
        entry.unit = chance.one_of(&UNITS).map(|unit| (*unit).to_owned());
        entry.contact = Some(format!("0559-{:07}", chance.between(2_000_000, 8_999_999)));
        entry.term_from = Some(from.add_days(-chance.between(0, 300)));
        entry.bars = (at + 1 == POOL).then(|| vec!["dishonest_debtor".to_owned()]);
        hearings::save_officer(work, work.day, &entry)?;
    }
    Ok(Hearings { held: RefCell::default() })
}

/// What one invented hearing is about.
pub(super) struct Matter<'m> {
    pub case: CaseId,
    pub kind: &'m str,
    pub arrest: bool,
    pub supervised: bool,
    /// Whether its handler is one of the leaders who preside over what they handle.
    pub of_leader: bool,
    /// Whether the script wants it, and not only the leader.
    pub by_script: bool,
}

/// In percent of hearings: the chief prosecutor presides over somebody else's case, and an old ledger has a hearing of a
/// leader's case over which somebody else presided.
const CHIEF_PRESIDES: u32 = 8;
const BY_ANOTHER: u32 = 25;

/// In percent of hearings: most officers think otherwise than the office proposes.
const AGAINST: u32 = 20;

/// Plays one hearing that is planned on `day`, as far as the office's day lets it. Gives the day on which its case goes on; none
/// where it is still to come, and `day` itself where there is no hearing after all.
pub(super) fn play(
    work: &Work<'_>,
    all: &Hearings,
    matter: &Matter<'_>,
    day: Day,
    chance: &mut Chance,
) -> Result<Option<Day>> {
    if day > work.day {
        return Ok(Some(day));
    }
    let year = day.year();
    if all.held.borrow().get(&year).copied().unwrap_or(0) >= YEARLY {
        return Ok(Some(day));
    }
    if matter.of_leader
        && !matter.by_script
        && chance.percent(BY_ANOTHER)
        && let Some(decided_on) = ledger::take_over(work, matter, day, chance)?
    {
        *all.held.borrow_mut().entry(year).or_default() += 1;
        return Ok(Some(decided_on));
    }
    let Some((id, held_on)) = plan(work, matter, day, chance)? else { return Ok(Some(day)) };
    *all.held.borrow_mut().entry(year).or_default() += 1;
    prepare(work, matter, id, day, held_on, chance)?;
    if held_on > work.day {
        return Ok(None);
    }
    hold(work, id, held_on, chance)?;
    let decided_on = held_on.add_days(chance.between(0, 4));
    if decided_on > work.day {
        return Ok(None);
    }
    close(work, id, held_on, decided_on, chance)?;
    Ok(Some(decided_on))
}

/// A day and a room that are free: the first working day after the notice's time.
fn plan(work: &Work<'_>, matter: &Matter<'_>, day: Day, chance: &mut Chance) -> Result<Option<(HearingId, Day)>> {
    let simple = matter.kind == "simplified";
    let mut held_on = day.add_days(if simple { 1 } else { chance.between(5, 8) });
    let by_party = chance.percent(30) && !simple;
    let chair = match !matter.of_leader && !simple && Chance::aside(matter.case, 2).percent(CHIEF_PRESIDES) {
        true => work.maybe("SELECT id FROM account WHERE name = ?1", [CHIEF], |row| row.get(0))?,
        false => None,
    };
    let counting = deadlines::counting(work)?;
    for _ in 0..20 {
        if counting.calendar.works(held_on) {
            for room in ROOMS {
                for (from, to) in SLOTS {
                    let entry = Plan { chair_id: chair, ..entry(matter, day, held_on, room, (from, to), by_party) };
                    if free(work, &entry)? {
                        let id = hearings::plan(work, day, &entry)?;
                        if by_party {
                            answered(work, id, day)?;
                        }
                        return Ok(Some((id, held_on)));
                    }
                }
            }
        }
        held_on = held_on.add_days(1);
    }
    Ok(None)
}

fn answered(work: &Work<'_>, id: HearingId, day: Day) -> Result<()> {
    let answer = hearings::Answer {
        hearing: id,
        answer: "agreed".to_owned(),
        reason: None,
        answered_on: day,
        told_on: Some(day),
    };
    hearings::answer(work, work.day, &answer)
}

fn free(work: &Work<'_>, plan: &Plan) -> Result<bool> {
    let asked = Planned {
        case: plan.case,
        kind: plan.kind.clone(),
        held_on: plan.held_on,
        starts_at: plan.starts_at,
        ends_at: plan.ends_at,
        place: plan.place.clone(),
        chair_id: plan.chair_id,
        ..Planned::default()
    };
    let rules = hearings::rules_for(work, &asked, plan.approved_on.unwrap_or(work.day))?;
    Ok(rules.handler_id.is_some() && rules.public.is_some() && !rules.clashes.iter().any(|clash| clash.refused))
}

fn entry(matter: &Matter<'_>, day: Day, held_on: Day, room: &str, (from, to): (&str, &str), by_party: bool) -> Plan {
    let text = |text: &str| Some(text.to_owned());
    Plan {
        case: Some(matter.case),
        kind: matter.kind.to_owned(),
        basis: text(if matter.arrest { "social_danger" } else { "dispute" }),
        initiated_by: text(if by_party { "party" } else { "ex_officio" }),
        applicant: by_party.then(|| "当事人".to_owned()),
        applied_on: by_party.then_some(day),
        approved_by: text(CHIEF),
        approved_on: Some(day),
        questions: text("案件事实和证据是否清楚充分\n拟作处理是否适当"),
        proposed_decision: text("按审查意见依法处理"),
        place: text(room),
        held_on: Some(held_on),
        starts_at: from.parse().ok(),
        ends_at: to.parse().ok(),
        recorder: text(CLERK),
        ..Plan::default()
    }
}

/// Officers, participants, notices, announcement: each on its day, as far as that has come.
fn prepare(
    work: &Work<'_>,
    matter: &Matter<'_>,
    id: HearingId,
    day: Day,
    held_on: Day,
    chance: &mut Chance,
) -> Result<()> {
    let simple = matter.kind == "simplified";
    let count = if simple { chance.between(1, 2) } else { 3 + 2 * chance.between(0, 1) };
    let draw = OfficerDraw { hearing: id, count: u32::try_from(count).unwrap_or(3), profession: None };
    let words = [chance.number(), chance.number(), chance.number(), chance.number()];
    let seed = Seed::parse(&words.map(|word| format!("{word:016x}")).concat())?;
    match hearings::draw(work, day, &draw, seed) {
        Err(refused) if refused.code != "draw_too_few" => return Err(refused),
        _ => {}
    }
    let next = day.add_days(i64::from(!simple));
    let sheet = hearings::sheet(work, id, day)?;
    if next <= work.day {
        for seat in &sheet.seats {
            let notes = SeatNotes { declared_on: Some(next), briefed_on: Some(next), ..SeatNotes::default() };
            hearings::note_seat(work, work.day, seat.id, &notes)?;
        }
    }
    participants(work, matter, id)?;
    let late = chance.percent(8);
    let sent_on = if late { held_on.add_days(-1) } else { next };
    if sent_on <= work.day {
        let called = hearings::sheet(work, id, day)?.participants.iter().map(|one| one.id).collect();
        let received_on = Some(sent_on.add_days(1)).filter(|day| *day <= work.day && *day <= held_on);
        let notice = Notice { hearing: id, participants: called, sent_on: Some(sent_on), received_on };
        hearings::notice(work, work.day, &notice)?;
    }
    let forgotten = chance.percent(6);
    if sheet.hearing.is_public && next <= work.day && !forgotten {
        hearings::announce(work, work.day, id, Some(next), "12309中国检察网、本院公告栏", None)?;
    }
    Ok(())
}

/// The parties of the case and those who help them; in administrative supervision a people's supervisor.
fn participants(work: &Work<'_>, matter: &Matter<'_>, id: HearingId) -> Result<()> {
    let people: Vec<(crate::PersonId, String)> =
        work.all("SELECT id, role FROM person WHERE case_id = ?1 ORDER BY position LIMIT 3", [matter.case], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let entry = |person, name: Option<&str>, role: &str, unit: &str| ParticipantEntry {
        id: None,
        hearing: id,
        person,
        name: name.map(str::to_owned),
        role: role.to_owned(),
        unit: Some(unit.to_owned()),
    };
    for (person, role) in &people {
        let role = match role.as_str() {
            "suspect" => "suspect",
            "victim" => "victim",
            "agency" => "agency",
            _ => "party",
        };
        hearings::save_participant(work, &entry(Some(*person), None, role, ""))?;
    }
    if people.iter().any(|(_, role)| role == "suspect") {
        hearings::save_participant(work, &entry(None, Some("丁律师"), "defender", "测县法律援助中心"))?;
    }
    if people.is_empty() || matter.supervised {
        hearings::save_participant(work, &entry(None, Some("倪监督员"), "peoples_supervisor", ""))?;
    }
    Ok(())
}

fn time(minutes: i64) -> Option<TimeOfDay> {
    format!("{:02}:{:02}", minutes / 60, minutes % 60).parse().ok()
}

fn minutes(time: TimeOfDay) -> i64 {
    let text = time.to_string();
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(|two| two.parse::<i64>().ok()).unwrap_or(0);
    part(0..2) * 60 + part(3..5)
}

/// The day itself.
fn hold(work: &Work<'_>, id: HearingId, day: Day, chance: &mut Chance) -> Result<()> {
    let sheet = hearings::sheet(work, id, day)?;
    let start = sheet.hearing.starts_at.map_or(9 * 60, minutes) + chance.between(0, 4);
    let Some(began) = time(start) else { return Ok(()) };
    let few = sheet.seats.len() < sheet.rules.officers_least.unwrap_or(0) as usize;
    hearings::begin(work, day, id, began, if few { "听证员库中符合条件的人员不足" } else { "" })?;
    for seat in &sheet.seats {
        hearings::seat_attends(work, day, seat.id, Some(true))?;
    }
    let supervisor_only = sheet.participants.len() == 1;
    for one in &sheet.participants {
        let absent = chance.percent(5) && !supervisor_only;
        let presence = Presence {
            attended: Some(!absent),
            absence_reason: absent.then(|| "本人书面说明不能到场".to_owned()),
            signed: (!absent).then(|| chance.percent(97)),
            ..Presence::default()
        };
        hearings::participant_attends(work, day, one.id, &presence)?;
    }
    let skipped = chance.percent(4);
    for (at, step) in (0_i64..).zip(&sheet.rules.steps) {
        if skipped && at == 5 {
            continue;
        }
        hearings::step(work, day, id, step, Some(time(start + 2 + at * 9)), None)?;
    }
    words(work, id, day, &sheet, start)?;
    opinions(work, day, &sheet, chance)?;
    let ending = Ending {
        hearing: id,
        at: time(start + 66 + chance.between(0, 3)),
        recording: chance.percent(96).then(|| format!("听录{}-{:03}", day.year(), id.get())),
        recording_until: None,
        transcript: Some(format!("听笔{}-{:03}", day.year(), id.get())),
        disorder: None,
    };
    hearings::end(work, day, &ending)?;
    for seat in &sheet.seats {
        hearings::seat_signs(work, day, seat.id, Some(true), None)?;
    }
    for who in [Signer::Chair, Signer::Handler, Signer::Recorder] {
        hearings::office_signs(work, day, id, who, true)?;
    }
    Ok(())
}

/// A few words of the record.
fn words(work: &Work<'_>, id: HearingId, day: Day, sheet: &hearings::HearingSheet, start: i64) -> Result<()> {
    let asks = sheet.seats.first().map_or("", |seat| seat.name.as_str());
    let answers = sheet.participants.first().map_or("", |one| one.name.as_str());
    for (step, kind, speaker, after, text) in [
        ("present", "statement", sheet.rules.handler.as_str(), 3, "介绍案件事实、证据和争议焦点。"),
        ("questions", "question", asks, 22, "对事实部分还有没有补充说明？"),
        ("questions", "answer", answers, 23, "没有补充，对认定的事实没有意见。"),
        ("final_statements", "statement", answers, 49, "希望依法处理。"),
    ] {
        let note = NoteEntry {
            id: None,
            hearing: id,
            step: Some(step.to_owned()),
            kind: kind.to_owned(),
            speaker: Some(speaker.to_owned()),
            at: time(start + after),
            text: text.to_owned(),
        };
        hearings::save_note(work, day, &note)?;
    }
    Ok(())
}

/// Whether most officers of a hearing think otherwise than the office proposes, and the dice that say what follows.
fn against(case: CaseId) -> (bool, Chance) {
    let mut aside = Chance::aside(case, 3);
    (aside.percent(AGAINST), aside)
}

fn opinions(work: &Work<'_>, day: Day, sheet: &hearings::HearingSheet, chance: &mut Chance) -> Result<()> {
    let (against, _) = against(sheet.hearing.case_id);
    for seat in &sheet.seats {
        let opinion = match chance.between(0, 9) {
            0 => "disagree",
            1 => "partly",
            _ if against => "disagree",
            _ => "agree",
        };
        hearings::opinion(work, day, seat.id, Some(opinion), None)?;
    }
    Ok(())
}

/// The decision and what came after it, each as far as its day has come.
fn close(work: &Work<'_>, id: HearingId, held_on: Day, decided_on: Day, chance: &mut Chance) -> Result<()> {
    let sheet = hearings::sheet(work, id, decided_on)?;
    let majority = sheet.hearing.majority.clone();
    let (against, mut aside) = against(sheet.hearing.case_id);
    let followed = majority == "agree" || if against { aside.percent(40) } else { chance.percent(70) };
    let closing = Closing {
        hearing: id,
        decision: if followed {
            "采纳听证员多数意见，依法作出处理"
        } else {
            "综合全案，依法作出处理"
        }
        .to_owned(),
        reasons: Some("事实清楚，证据充分".to_owned()),
        decided_on,
        on_the_spot: decided_on == held_on,
        adopted: (!majority.is_empty()).then(|| if followed { "full" } else { "partly" }.to_owned()),
        reported_on: (!followed).then_some(held_on),
        consented_by: (!followed).then(|| CHIEF.to_owned()),
        consented_on: (!followed).then_some(decided_on),
    };
    hearings::close(work, work.day, &closing)?;
    let told_on = decided_on.add_days(if chance.percent(6) { 14 } else { chance.between(0, 6) });
    if told_on <= work.day {
        let seats: Vec<_> = sheet.seats.iter().map(|seat| seat.id).collect();
        hearings::told(work, work.day, id, Some(told_on), true, &seats)?;
    }
    let effect_on = decided_on.add_days(chance.between(7, 25));
    if effect_on <= work.day && chance.percent(93) {
        let effect = EffectEntry {
            effect: if chance.percent(80) { "accepted" } else { "no_change" }.to_owned(),
            matches_majority: (!majority.is_empty()).then_some(followed),
            ..EffectEntry::of(id)
        };
        hearings::effect(work, effect_on, &effect)?;
    }
    Ok(())
}
