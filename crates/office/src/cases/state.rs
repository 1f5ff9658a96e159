//! The row of a case that lists show and sort by. It follows from the record, never from the day.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use anjuan_law::{Category, Day, act, category, stage::Step};
use rusqlite::named_params;

use super::{
    Card,
    fields::{codes_in_group, is_in_group},
};
use crate::{CaseId, Reading, Result, Work};

/// How many cases are read at once.
const CHUNK: usize = 500;

/// Derives `case_state` of the given cases. Due dates stand in their table already.
pub fn derive(work: &Work<'_>, cases: &BTreeSet<CaseId>) -> Result<()> {
    let attention = codes_in_group("flag", "attention");
    let all: Vec<CaseId> = cases.iter().copied().collect();
    for chunk in all.chunks(CHUNK) {
        let ids = serde_json::to_string(chunk)?;
        work.write(include_str!("state_drop.sql"), [&ids])?;
        for (case, facts) in read(work, &ids)? {
            write_row(work, case, &facts, &attention)?;
        }
    }
    Ok(())
}

/// What the row of a case follows from.
struct Facts {
    line: String,
    category: String,
    persons: Vec<Person>,
    acts: Vec<Recorded>,
    flags: Vec<String>,
}

struct Person {
    id: i64,
    role: String,
    name: String,
    minor: bool,
    in_custody: bool,
}

struct Recorded {
    id: i64,
    kind: String,
    on: Day,
    person: Option<i64>,
    fields: String,
}

fn write_row(work: &Work<'_>, case: CaseId, facts: &Facts, attention: &[&str]) -> Result<()> {
    let Facts { persons, acts, .. } = facts;
    let category = category(&facts.category);
    let accused: Vec<i64> =
        persons.iter().filter(|person| is_in_group("person_role", &person.role, "accused")).map(|p| p.id).collect();
    let standing = category.map(|category| Standing::of(category, acts, &accused)).unwrap_or_default();
    let function =
        category.and_then(|category| category.function_in(&facts.line)).map(serde_json::to_value).transpose()?;
    let named = shown(persons);
    let names: Vec<&str> = named.iter().map(|person| person.name.as_str()).collect();
    let last = acts.last();
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
            ":is_sensitive": facts.flags.iter().any(|flag| attention.contains(&flag.as_str())),
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

/// The facts of these cases, by case. A case that is not in the record has none.
fn read(reading: &Reading<'_>, cases: &str) -> Result<BTreeMap<CaseId, Facts>> {
    let custody = codes_in_group("measure", "custody");
    let mut all: BTreeMap<CaseId, Facts> = BTreeMap::new();
    reading.each(include_str!("state_heads.sql"), [cases], |row| {
        let (persons, acts, flags) = (Vec::new(), Vec::new(), Vec::new());
        let facts = Facts { line: row.get("line")?, category: row.get("category")?, persons, acts, flags };
        all.insert(row.get("id")?, facts);
        Ok(())
    })?;
    reading.each(include_str!("state_flags.sql"), [cases], |row| {
        if let Some(facts) = all.get_mut(&row.get("case_id")?) {
            facts.flags.push(row.get("flag")?);
        }
        Ok(())
    })?;
    let mut held: HashSet<i64> = HashSet::new();
    reading.each(include_str!("measures_in_force.sql"), [cases], |row| {
        if custody.contains(&row.get_ref("kind")?.as_str().unwrap_or_default()) {
            held.insert(row.get("person_id")?);
        }
        Ok(())
    })?;
    reading.each(include_str!("state_persons.sql"), [cases], |row| {
        let id = row.get("id")?;
        let minor = row.get::<_, Option<bool>>("minor_at_act")?.unwrap_or(false);
        let person =
            Person { id, role: row.get("role")?, name: row.get("name")?, minor, in_custody: held.contains(&id) };
        if let Some(facts) = all.get_mut(&row.get("case_id")?) {
            facts.persons.push(person);
        }
        Ok(())
    })?;
    reading.each(include_str!("acts_for_state.sql"), [cases], |row| {
        let act = Recorded {
            id: row.get("id")?,
            kind: row.get("kind")?,
            on: row.get("on_day")?,
            person: row.get("person_id")?,
            fields: row.get("fields")?,
        };
        if let Some(facts) = all.get_mut(&row.get("case_id")?) {
            facts.acts.push(act);
        }
        Ok(())
    })?;
    all.values_mut().for_each(|facts| facts.acts.sort_by_key(|act| (act.on, act.id)));
    Ok(all)
}
