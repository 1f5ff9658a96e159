//! What the statutory clock is told about a case, read from the record.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::{
    choice,
    clock::{ActFact, CaseFacts, HearingFact, MeasureFact, PersonFact, marks},
};
use rusqlite::{Row, named_params};

use crate::{CaseId, Reading, Result, refusal};

/// The facts of these cases, by case. A case that is not in the record has none.
pub fn facts(reading: &Reading<'_>, cases: &[CaseId]) -> Result<BTreeMap<CaseId, CaseFacts>> {
    let ids = serde_json::to_string(cases)?;
    let bound = named_params! { ":cases": ids };
    let mut all: BTreeMap<CaseId, CaseFacts> = BTreeMap::new();
    reading.each(include_str!("facts_cases.sql"), bound, |row| {
        let mut flags: BTreeSet<String> = serde_json::from_str(&row.get::<_, String>("flags")?)?;
        flags.extend(marks_of(row)?);
        flags.retain(|flag| marks().contains(&flag.as_str()));
        let facts = CaseFacts {
            category: row.get("category")?,
            accepted_on: row.get("accepted_on")?,
            flags,
            ..CaseFacts::default()
        };
        all.insert(row.get("id")?, facts);
        Ok(())
    })?;
    reading.each(include_str!("facts_persons.sql"), bound, |row| {
        let person =
            PersonFact { id: row.get("id")?, role: row.get("role")?, birth: row.get("birth")?, measures: Vec::new() };
        if let Some(case) = all.get_mut(&row.get("case_id")?) {
            case.persons.push(person);
        }
        Ok(())
    })?;
    reading.each(include_str!("facts_measures.sql"), bound, |row| {
        let person: i64 = row.get("person_id")?;
        let case = all.get_mut(&row.get("case_id")?);
        if let Some(person) = case.and_then(|case| case.persons.iter_mut().find(|other| other.id == person)) {
            person.measures.push(measure(row)?);
        }
        Ok(())
    })?;
    reading.each(include_str!("facts_acts.sql"), bound, |row| {
        let act = act(row)?;
        if let Some(case) = all.get_mut(&row.get(0)?) {
            case.acts.push(act);
        }
        Ok(())
    })?;
    all.values_mut().for_each(|case| case.acts.sort_by_key(|act| (act.on, act.id)));
    reading.each(include_str!("facts_hearings.sql"), bound, |row| {
        let hearing = HearingFact {
            id: row.get("id")?,
            on: row.get("held_on")?,
            notified: row.get("notified")?,
            kind: row.get("kind")?,
            cancelled_on: row.get("cancelled_on")?,
        };
        if let Some(case) = all.get_mut(&row.get("case_id")?) {
            case.hearings.push(hearing);
        }
        Ok(())
    })?;
    Ok(all)
}

/// The marks that follow from the head of a case and its people.
fn marks_of(row: &Row<'_>) -> Result<Vec<String>> {
    let source: String = row.get("source")?;
    let mut marks = Vec::new();
    if choice("case_source", &source).and_then(|found| found.group.as_deref()) == Some("application") {
        marks.push("application".to_owned());
    }
    if source == "supervisory_commission" {
        marks.push("supervisory_case".to_owned());
    }
    if row.get("has_minor")? {
        marks.push("minors_involved".to_owned());
    }
    if row.get("has_public_employee")? {
        marks.push("public_employee".to_owned());
    }
    Ok(marks)
}

fn measure(row: &Row<'_>) -> Result<MeasureFact> {
    Ok(MeasureFact {
        id: row.get("id")?,
        kind: row.get("kind")?,
        decided_on: row.get("decided_on")?,
        executed_on: row.get("executed_on")?,
        expires_on: row.get("expires_on")?,
        ended_on: row.get("ended_on")?,
        family_told_on: row.get::<_, Option<String>>("family_told_on")?.and_then(|day| day.parse().ok()),
    })
}

fn act(row: &Row<'_>) -> Result<ActFact> {
    let fields = row.get_ref(5)?.as_str().map_err(|error| refusal!("fault", detail = error))?;
    let fields: BTreeMap<String, serde_json::Value> = match fields {
        "{}" => BTreeMap::new(),
        fields => serde_json::from_str(fields)?,
    };
    let text = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => text,
        other => other.to_string(),
    };
    let mut fields: BTreeMap<String, String> = fields.into_iter().map(|(name, value)| (name, text(value))).collect();
    // The slip names who approved; the record holds the number of the account.
    if let Some(approver) = row.get::<_, Option<String>>("approver")? {
        fields.insert("approved_by".to_owned(), approver);
    }
    Ok(ActFact { id: row.get(1)?, kind: row.get(2)?, on: row.get(3)?, person: row.get(4)?, fields })
}
