//! The timeline: recording acts, correcting and taking them away.

use anjuan_law::{Act, Category, Day, act, categories::Stage, stage::Step};

use super::{
    ActEntry, Card,
    fields::{clean, clean_or_empty, codes_in_group, not_in_future},
    lawful::{refuse_received_later, refuse_unlawful},
    measures,
    register::known_category,
    secrets::refuse_marked,
    values,
};
use crate::{ActId, CaseId, PersonId, Reading, Result, Right, Work, accounts::reach_case, checks, refusal};

/// The act with which every timeline begins; intake writes it.
pub const ACCEPTED: &str = "accepted";

/// Records an act that people record (not one that a module writes), and what it does to measures.
///
/// Refuses what the law does not know, what the category or the stage on that day does not allow, days before acceptance
/// or after today, fields that are missing or not of their type, and people whose post may not record it.
pub fn record(work: &Work<'_>, case: CaseId, entry: &ActEntry) -> Result<ActId> {
    reach_case(work, work.by, Right::Record, case)?;
    record_by_module(work, None, case, entry)
}

/// As [`record`], for the module that writes acts of this kind (law: `written_by`, for example `allocation`). The module
/// has asked whether the person may.
pub fn record_as(work: &Work<'_>, module: &str, case: CaseId, entry: &ActEntry) -> Result<ActId> {
    record_by_module(work, Some(module), case, entry)
}

/// Takes over an act that a history from elsewhere names (an import, a sample): its kind, day and fields are checked, not
/// whether it was lawful at its time, for that it happened is what the history says and the checks look at it.
pub fn take_over(work: &Work<'_>, case: CaseId, entry: &ActEntry) -> Result<ActId> {
    let kind = known(&entry.kind)?;
    not_in_future(entry.on, work.day, || "on".to_owned())?;
    let fields = values::read(work, case, kind, entry.fields.as_ref(), work.day)?;
    insert(work, case, kind, entry, &fields)
}

/// Corrects an act in place: its day, person, fields and note; the kind stays. Measures follow.
pub fn change(work: &Work<'_>, id: ActId, entry: &ActEntry, reason: &str) -> Result<()> {
    let standing = standing(work, id)?;
    reach_case(work, work.by, Right::Record, standing.case)?;
    refuse_without_reason(reason)?;
    if standing.kind != entry.kind {
        return Err(refusal!("act_kind_stays", kind = standing.kind).at("kind"));
    }
    let kind = known(&entry.kind)?;
    written_by(kind, None)?;
    check(work, standing.case, kind, entry, Some(id))?;
    let fields = values::read(work, standing.case, kind, entry.fields.as_ref(), work.day)?;
    refuse_received_later(&fields, work.day)?;
    refuse_unlawful(work, standing.case, entry, &fields, Some(id))?;
    person_of(work, standing.case, entry)?;
    measures::take_back(work, id)?;
    work.write(
        "UPDATE act SET on_day = ?2, person_id = ?3, fields = ?4, note = ?5 WHERE id = ?1",
        (id, entry.on, entry.person, serde_json::to_string(&fields)?, clean_or_empty(entry.note.as_ref())),
    )?;
    measures::follow(work, standing.case, id, kind, entry, &fields)
}

/// Takes an act off the timeline, with what it did to measures.
pub fn remove(work: &Work<'_>, id: ActId, reason: &str) -> Result<()> {
    let standing = standing(work, id)?;
    reach_case(work, work.by, Right::Record, standing.case)?;
    refuse_without_reason(reason)?;
    if let Some(kind) = act(&standing.kind) {
        written_by(kind, None)?;
    }
    measures::take_back(work, id)?;
    work.write("DELETE FROM act WHERE id = ?1", [id])?;
    Ok(())
}

/// The case of an act.
pub fn case_of(reading: &Reading<'_>, id: ActId) -> Result<CaseId> {
    Ok(standing(reading, id)?.case)
}

/// Moves the act of acceptance when the head of the case is corrected.
pub(super) fn move_acceptance(
    work: &Work<'_>,
    case: CaseId,
    received: Day,
    accepted: Day,
    from_unit: &str,
) -> Result<()> {
    let found: Option<(ActId, String)> = work.maybe(
        "SELECT id, fields FROM act WHERE case_id = ?1 AND kind = ?2 ORDER BY on_day, id LIMIT 1",
        (case, ACCEPTED),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let Some((id, fields)) = found else { return Ok(()) };
    let mut fields: Card = serde_json::from_str(&fields)?;
    fields.insert("received_on".to_owned(), received.to_string());
    fields.insert("from_unit".to_owned(), from_unit.to_owned());
    fields.retain(|_, value| !value.is_empty());
    work.write(
        "UPDATE act SET on_day = ?2, fields = ?3 WHERE id = ?1",
        (id, accepted, serde_json::to_string(&fields)?),
    )?;
    Ok(())
}

/// Writes an act whose lawfulness the caller has settled.
pub(super) fn write(work: &Work<'_>, case: CaseId, entry: &ActEntry) -> Result<ActId> {
    let kind = known(&entry.kind)?;
    let fields = values::read(work, case, kind, entry.fields.as_ref(), work.day)?;
    insert(work, case, kind, entry, &fields)
}

/// The stage of a case.
pub(super) fn stands(reading: &Reading<'_>, case: CaseId, category: &Category) -> Result<&'static Stage> {
    Ok(places(reading, case, category)?.case)
}

/// Where a case stands, and each of those against whom it runs.
pub(super) struct Places {
    pub case: &'static Stage,
    pub persons: Vec<(PersonId, &'static Stage)>,
}

/// Works out where a case and its people stand now.
pub(super) fn places(reading: &Reading<'_>, case: CaseId, category: &Category) -> Result<Places> {
    let steps: Vec<Step> = timeline(reading, case, None)?.into_iter().map(|(_, step)| step).collect();
    let people = accused(reading, case)?;
    let of = |person: &i64| (PersonId::known(*person), anjuan_law::stage::stage_of(category, &steps, *person));
    Ok(Places { case: anjuan_law::stage(category, &steps, &people), persons: people.iter().map(of).collect() })
}

fn record_by_module(work: &Work<'_>, module: Option<&str>, case: CaseId, entry: &ActEntry) -> Result<ActId> {
    let kind = known(&entry.kind)?;
    written_by(kind, module)?;
    check(work, case, kind, entry, None)?;
    let fields = values::read(work, case, kind, entry.fields.as_ref(), work.day)?;
    refuse_received_later(&fields, work.day)?;
    refuse_unlawful(work, case, entry, &fields, None)?;
    if kind.waits_for_stops {
        checks::refuse_stops(work, case, work.day)?;
    }
    insert(work, case, kind, entry, &fields)
}

fn insert(work: &Work<'_>, case: CaseId, kind: &'static Act, entry: &ActEntry, fields: &Card) -> Result<ActId> {
    person_of(work, case, entry)?;
    let note = clean_or_empty(entry.note.as_ref());
    refuse_marked(&note, || "note".to_owned())?;
    let id = ActId::known(work.insert(
        "INSERT INTO act (case_id, kind, on_day, person_id, fields, note, recorded_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (case, &kind.id, entry.on, entry.person, serde_json::to_string(fields)?, note, work.by.account),
    )?);
    measures::follow(work, case, id, kind, entry, fields)?;
    Ok(id)
}

struct Standing {
    case: CaseId,
    kind: String,
}

fn standing(reading: &Reading<'_>, id: ActId) -> Result<Standing> {
    let found = reading.maybe("SELECT case_id, kind FROM act WHERE id = ?1", [id], |row| {
        Ok(Standing { case: row.get(0)?, kind: row.get(1)? })
    })?;
    found.ok_or_else(|| refusal!("act_unknown", act = id))
}

fn known(kind: &str) -> Result<&'static Act> {
    act(kind).ok_or_else(|| refusal!("act_kind_unknown", kind = kind).at("kind"))
}

fn refuse_without_reason(reason: &str) -> Result<()> {
    if clean(reason).is_empty() { Err(refusal!("reason_missing").at("reason")) } else { Ok(()) }
}

/// Refuses an act that another module writes.
fn written_by(kind: &Act, module: Option<&str>) -> Result<()> {
    if kind.written_by.as_deref() == module {
        return Ok(());
    }
    Err(refusal!("act_written_elsewhere", zh = kind.zh, en = kind.en).at("kind"))
}

/// Asks whether the act may stand on that day: not outside the life of the case, of this category, at this stage, by
/// this post. `without` is the act itself while it is corrected.
fn check(work: &Work<'_>, case: CaseId, kind: &'static Act, entry: &ActEntry, without: Option<ActId>) -> Result<()> {
    let (category, accepted): (String, Day) = work
        .maybe("SELECT category, accepted_on FROM case_file WHERE id = ?1", [case], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .ok_or_else(|| refusal!("case_unknown", case = case))?;
    let category = known_category(&category)?;
    not_in_future(entry.on, work.day, || "on".to_owned())?;
    if entry.on < accepted {
        return Err(refusal!("act_before_acceptance", day = entry.on, accepted = accepted).at("on"));
    }
    if !kind.applies_to(category) {
        // Where the law itself forbids it here, its article says more.
        refuse_unlawful(work, case, entry, &Card::new(), without)?;
        return Err(refusal!(
            "act_not_for_category",
            zh = kind.zh,
            en = kind.en,
            category_zh = category.zh,
            category_en = category.en
        )
        .at("kind"));
    }
    if !may_record(work.by.post.code(), kind) {
        return Err(refusal!("act_not_for_post", zh = kind.zh, en = kind.en, post = work.by.post.code()).at("kind"));
    }
    let stages = stages_on(work, case, category, entry, without)?;
    if stages.iter().any(|stage| kind.allowed(category, stage)) {
        return Ok(());
    }
    let here = stages.last();
    Err(refusal!(
        "act_not_at_stage",
        zh = kind.zh,
        en = kind.en,
        stage_zh = here.map_or("", |stage| stage.zh.as_str()),
        stage_en = here.map_or("", |stage| stage.en.as_str()),
        day = entry.on
    )
    .at("kind"))
}

/// Whether somebody with a post may record acts of this kind: the kind names posts or groups of posts, or nobody.
pub(super) fn may_record(post: &str, kind: &Act) -> bool {
    let named = |name: &String| name == post || codes_in_group("post", name).contains(&post);
    kind.recorded_by.is_empty() || kind.recorded_by.iter().any(named)
}

/// The stages through which the case (or the person of the act) went on the day of the act, from the one in which it
/// began to the one in which it ended: acts of one day have no order among themselves that anybody could tell later.
fn stages_on(
    reading: &Reading<'_>,
    case: CaseId,
    category: &'static Category,
    entry: &ActEntry,
    without: Option<ActId>,
) -> Result<Vec<&'static Stage>> {
    let steps = timeline(reading, case, without)?;
    let people = match entry.person {
        Some(person) if act(&entry.kind).is_some_and(|kind| kind.per == anjuan_law::acts::Per::Person) => {
            vec![person.get()]
        }
        _ => accused(reading, case)?,
    };
    let before = steps.partition_point(|(day, _)| *day < entry.on);
    let until = steps.partition_point(|(day, _)| *day <= entry.on);
    let all: Vec<Step> = steps.iter().map(|(_, step)| *step).collect();
    let mut stages: Vec<&'static Stage> = Vec::new();
    for end in before..=until {
        let stage = anjuan_law::stage(category, all.get(..end).unwrap_or(&all), &people);
        if stages.last().is_none_or(|last| last.id != stage.id) {
            stages.push(stage);
        }
    }
    Ok(stages)
}

/// The acts of a case in the order of the timeline, as the stage depends on them.
fn timeline(reading: &Reading<'_>, case: CaseId, without: Option<ActId>) -> Result<Vec<(Day, Step)>> {
    let rows = reading.all(
        "SELECT id, kind, on_day, person_id FROM act WHERE case_id = ?1 ORDER BY on_day, id",
        [case],
        |row| {
            Ok((
                row.get::<_, ActId>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, Day>(2)?,
                row.get::<_, Option<i64>>(3)?,
            ))
        },
    )?;
    let step = |(id, kind, day, person): (ActId, String, Day, Option<i64>)| {
        (Some(id) != without).then(|| act(&kind).map(|act| (day, Step { act, person }))).flatten()
    };
    Ok(rows.into_iter().filter_map(step).collect())
}

/// The people whose acts move the case: suspects, defendants.
pub(super) fn accused(reading: &Reading<'_>, case: CaseId) -> Result<Vec<i64>> {
    let roles = accused_roles();
    let people: Vec<(i64, String)> =
        reading.all("SELECT id, role FROM person WHERE case_id = ?1 ORDER BY position, id", [case], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    Ok(people.into_iter().filter(|(_, role)| roles.contains(&role.as_str())).map(|(id, _)| id).collect())
}

/// The roles of those against whom a case runs.
pub(crate) fn accused_roles() -> Vec<&'static str> {
    codes_in_group("person_role", "accused")
}

/// Refuses a person of another case.
fn person_of(reading: &Reading<'_>, case: CaseId, entry: &ActEntry) -> Result<()> {
    let Some(person) = entry.person else { return Ok(()) };
    let found = reading.maybe("SELECT 1 FROM person WHERE id = ?1 AND case_id = ?2", (person, case), |_| Ok(()))?;
    found.ok_or_else(|| refusal!("person_unknown", person = person).at("person"))
}
