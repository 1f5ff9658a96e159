//! The row of a case that lists show and sort by. It follows from the record, never from the day.

use std::collections::BTreeSet;

use anjuan_law::{Category, Day, act, category, stage::Step};
use rusqlite::named_params;

use super::{
    Card,
    fields::{codes_in_group, is_in_group},
};
use crate::{CaseId, Reading, Result, Work};

/// Derives `case_state` of the given cases. Due dates stand in their table already.
pub fn derive(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<()> {
    for case in cases {
        work.write("DELETE FROM case_state WHERE case_id = ?1", [case])?;
        if let Some(head) = read_head(work, *case)? {
            write_row(work, *case, &head)?;
        }
    }
    Ok(())
}

struct Head {
    line: String,
    category: String,
}

struct Person {
    id: i64,
    role: String,
    name: String,
    minor: bool,
    in_custody: bool,
}

struct Recorded {
    kind: String,
    on: Day,
    person: Option<i64>,
    fields: String,
}

fn write_row(work: &Work<'_>, case: CaseId, head: &Head) -> Result<()> {
    let persons = read_persons(work, case)?;
    let acts = read_acts(work, case)?;
    let category = category(&head.category);
    let accused: Vec<i64> =
        persons.iter().filter(|person| is_in_group("person_role", &person.role, "accused")).map(|p| p.id).collect();
    let standing = category.map(|category| Standing::of(category, &acts, &accused)).unwrap_or_default();
    let function =
        category.and_then(|category| category.function_in(&head.line)).map(serde_json::to_value).transpose()?;
    let named = shown(&persons);
    let names: Vec<&str> = named.iter().map(|person| person.name.as_str()).collect();
    let last = acts.last();
    let attention = codes_in_group("flag", "attention");
    let flags: Vec<String> = work.all("SELECT flag FROM case_flag WHERE case_id = ?1", [case], |row| row.get(0))?;
    work.write(
        include_str!("case_state_insert.sql"),
        named_params! {
            ":case_id": case,
            ":function": function.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default(),
            ":stage": standing.stage, ":outcome": standing.outcome, ":is_open": standing.is_open,
            ":closed_on": standing.closed_on, ":persons": names.join("、"),
            ":person_count": i64::try_from(named.len()).unwrap_or(i64::MAX),
            ":in_custody": persons.iter().any(|person| person.in_custody),
            ":is_minor": persons.iter().any(|person| person.minor),
            ":is_sensitive": flags.iter().any(|flag| attention.contains(&flag.as_str())),
            ":last_act_on": last.map(|act| act.on), ":last_act": last.map_or("", |act| act.kind.as_str()),
            ":out_with": standing.out_with, ":out_since": standing.out_since,
        },
    )?;
    Ok(())
}

/// Where a case stands and how it got there.
#[derive(Default)]
struct Standing {
    stage: &'static str,
    is_open: bool,
    outcome: String,
    closed_on: Option<Day>,
    out_with: &'static str,
    out_since: Option<Day>,
}

impl Standing {
    fn of(category: &Category, acts: &[Recorded], accused: &[i64]) -> Self {
        let known: Vec<(&Recorded, Step)> = acts
            .iter()
            .filter_map(|recorded| act(&recorded.kind).map(|act| (recorded, Step { act, person: recorded.person })))
            .collect();
        let steps: Vec<Step> = known.iter().map(|(_, step)| *step).collect();
        let stage_after = |n: usize| anjuan_law::stage(category, steps.get(..n).unwrap_or(&steps), accused);
        let stage = stage_after(steps.len());
        // The act that led here is the last after which the case stood elsewhere before.
        let entered = (1..=steps.len()).rev().find(|n| stage_after(n - 1).id != stage.id).unwrap_or(1);
        let since = known.get(entered - 1).map(|(recorded, _)| recorded.on);
        let out_with = out_with(&stage.id);
        Self {
            stage: &stage.id,
            is_open: stage.open,
            outcome: outcome(category, &known, !stage.open || anjuan_law::stage::concluded(category, &steps, accused)),
            closed_on: if stage.open { None } else { closed_on(&known).or(since) },
            out_with,
            out_since: if out_with.is_empty() { None } else { since },
        }
    }
}

/// With whom the case lies while it stands there.
fn out_with(stage: &str) -> &'static str {
    match stage {
        "returned" => "police",
        "in_court" => "court",
        "awaiting_reply" => "other",
        _ => "",
    }
}

/// The day of the last act that closes a case.
fn closed_on(known: &[(&Recorded, Step)]) -> Option<Day> {
    known.iter().rev().find(|(_, step)| step.act.closes).map(|(recorded, _)| recorded.on)
}

/// What the case ended with: what the last of its acts that gives an outcome gives. While the review goes on, or goes on
/// again, there is none. Words of the act of closing that stand in no list are kept as they are.
fn outcome(category: &Category, known: &[(&Recorded, Step)], ended: bool) -> String {
    if !ended {
        return String::new();
    }
    let of = |(recorded, step): &(&Recorded, Step)| {
        let fields: Card = serde_json::from_str(&recorded.fields).unwrap_or_default();
        let field = |id: &str| fields.get(id).map(String::as_str);
        let code = step.act.outcome(category, field);
        code.map(str::to_owned).or_else(|| step.act.closes.then(|| field("outcome").map(str::to_owned)).flatten())
    };
    known.iter().rev().find_map(of).unwrap_or_default()
}

/// The people by whom a case is called: those against whom it runs, else the parties, else all.
fn shown(persons: &[Person]) -> Vec<&Person> {
    for groups in [&["accused"][..], &["applicant", "other_side"]] {
        let found: Vec<&Person> = persons
            .iter()
            .filter(|person| groups.iter().any(|group| is_in_group("person_role", &person.role, group)))
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    persons.iter().collect()
}

fn read_head(reading: &Reading<'_>, case: CaseId) -> Result<Option<Head>> {
    reading.maybe("SELECT line, category FROM case_file WHERE id = ?1", [case], |row| {
        Ok(Head { line: row.get(0)?, category: row.get(1)? })
    })
}

fn read_persons(reading: &Reading<'_>, case: CaseId) -> Result<Vec<Person>> {
    let custody = codes_in_group("measure", "custody");
    let held: Vec<(i64, String)> =
        reading.all(include_str!("measures_in_force.sql"), [case], |row| Ok((row.get(0)?, row.get(1)?)))?;
    reading.all(
        "SELECT id, role, name, minor_at_act FROM person WHERE case_id = ?1 ORDER BY position, id",
        [case],
        |row| {
            let id = row.get(0)?;
            Ok(Person {
                id,
                role: row.get(1)?,
                name: row.get(2)?,
                minor: row.get::<_, Option<bool>>(3)?.unwrap_or(false),
                in_custody: held.iter().any(|(person, kind)| *person == id && custody.contains(&kind.as_str())),
            })
        },
    )
}

fn read_acts(reading: &Reading<'_>, case: CaseId) -> Result<Vec<Recorded>> {
    reading.all(include_str!("acts_for_state.sql"), [case], |row| {
        Ok(Recorded { kind: row.get(0)?, on: row.get(1)?, person: row.get(2)?, fields: row.get(3)? })
    })
}
