//! A case on one page: everything of the record that the page and the printed sheet show.

use anjuan_law::{Act, Category, Day, Words, act, category};
use rusqlite::Row;

use super::{
    Card, CaseHead, CaseSheet, acts,
    lines::{ActLine, AssignmentLine, ChargeLine, FieldLine, LinkLine, MeasureLine, NoteLine, NumberLine, PersonCard},
    lines::{NextAct, NextField, SupposedLine},
    values,
};
use crate::{
    Actor, CaseId, PersonId, Reading, Result, Right,
    accounts::{Sight, reach_case, sight},
    refusal,
};

/// The sheet of a case, as `actor` sees it.
pub fn sheet(reading: &Reading<'_>, case: CaseId, actor: &Actor) -> Result<CaseSheet> {
    let head = head(reading, case)?;
    let category = category(&head.category);
    let acts = timeline(reading, case, category)?;
    let may_record = reach_case(reading, actor, Right::Record, case).is_ok();
    let next_acts = match category {
        Some(category) if may_record => next_acts(reading, case, category, actor)?,
        _ => Vec::new(),
    };
    Ok(CaseSheet {
        numbers: numbers(reading, case)?,
        flags: reading.all("SELECT flag FROM case_flag WHERE case_id = ?1 ORDER BY flag", [case], |row| row.get(0))?,
        persons: persons(reading, case)?,
        acts,
        notes: notes(reading, case)?,
        links: links(reading, case)?,
        assignments: assignments(reading, case)?,
        supposed: reading.all(include_str!("sheet_supposed.sql"), [case], |row| {
            Ok(SupposedLine { source: row.get("source")?, code: row.get("code")?, column: row.get("column")? })
        })?,
        next_acts,
        may_record,
        may_assign: reach_case(reading, actor, Right::Assign, case).is_ok(),
        may_hear: reach_case(reading, actor, Right::Hear, case).is_ok(),
        is_masked: sight(reading, actor, case)? != Sight::Whole,
        head,
    })
}

fn head(reading: &Reading<'_>, case: CaseId) -> Result<CaseHead> {
    let found = reading.maybe(include_str!("sheet_head.sql"), [case], |row: &Row<'_>| {
        let head = CaseHead {
            id: row.get("id")?,
            register_no: row.get("register_no")?,
            number: row.get("number")?,
            line: row.get("line")?,
            function: row.get("function")?,
            category: row.get("category")?,
            title: row.get("title")?,
            cause_code: row.get("cause_code")?,
            cause: row.get("cause")?,
            source: row.get("source")?,
            from_unit: row.get("from_unit")?,
            received_on: row.get("received_on")?,
            accepted_on: row.get("accepted_on")?,
            department_id: row.get("department_id")?,
            department: row.get("department")?,
            summary: row.get("summary")?,
            checklist: super::Checklist::new(),
            card: Card::new(),
            registered_by: row.get("registered_by")?,
            stage: row.get("stage")?,
            outcome: row.get("outcome")?,
            is_open: row.get("is_open")?,
            closed_on: row.get("closed_on")?,
            handler_id: row.get("handler_id")?,
            handler: row.get("handler")?,
            in_custody: row.get("in_custody")?,
            is_minor: row.get("is_minor")?,
            is_sensitive: row.get("is_sensitive")?,
            next_due_on: row.get("next_due_on")?,
            next_due_rule: row.get("next_due_rule")?,
            out_with: row.get("out_with")?,
            out_since: row.get("out_since")?,
        };
        Ok((head, row.get::<_, String>("checklist")?, row.get::<_, String>("card")?))
    })?;
    let (mut head, checklist, card) = found.ok_or_else(|| refusal!("case_unknown", case = case))?;
    head.checklist = serde_json::from_str(&checklist)?;
    head.card = serde_json::from_str(&card)?;
    Ok(head)
}

fn numbers(reading: &Reading<'_>, case: CaseId) -> Result<Vec<NumberLine>> {
    reading.all("SELECT id, kind, number FROM case_number WHERE case_id = ?1 ORDER BY id", [case], |row| {
        Ok(NumberLine { id: row.get(0)?, kind: row.get(1)?, number: row.get(2)? })
    })
}

fn persons(reading: &Reading<'_>, case: CaseId) -> Result<Vec<PersonCard>> {
    let ids: Vec<PersonId> =
        reading.all("SELECT id FROM person WHERE case_id = ?1 ORDER BY position, id", [case], |row| row.get(0))?;
    let mut charges: Vec<(PersonId, ChargeLine)> = reading.all(
        "SELECT person_id, id, phase, charge_id, charge FROM person_charge WHERE case_id = ?1 ORDER BY id",
        [case],
        |row| {
            let line = ChargeLine { id: row.get(1)?, phase: row.get(2)?, charge_id: row.get(3)?, charge: row.get(4)? };
            Ok((row.get(0)?, line))
        },
    )?;
    let mut measures: Vec<(PersonId, MeasureLine)> =
        reading.all(include_str!("sheet_measures.sql"), [case], |row: &Row<'_>| {
            let line = MeasureLine {
                id: row.get("id")?,
                kind: row.get("kind")?,
                decided_on: row.get("decided_on")?,
                executed_on: row.get("executed_on")?,
                expires_on: row.get("expires_on")?,
                ended_on: row.get("ended_on")?,
                decided_by: row.get("decided_by")?,
                place: row.get("place")?,
                reason: row.get("reason")?,
                deposit: row.get("deposit")?,
                is_current: row.get("is_current")?,
            };
            Ok((row.get("person_id")?, line))
        })?;
    let mut cards = Vec::with_capacity(ids.len());
    for id in ids {
        let mut entry = super::persons::entry_of(reading, id)?;
        entry.charges = None;
        entry.measures = None;
        let measures: Vec<MeasureLine> = take_of(&mut measures, id);
        let in_custody = measures
            .iter()
            .any(|measure| measure.is_current && super::fields::is_in_group("measure", &measure.kind, "custody"));
        cards.push(PersonCard { id, person: entry, charges: take_of(&mut charges, id), measures, in_custody });
    }
    Ok(cards)
}

fn take_of<T>(rows: &mut Vec<(PersonId, T)>, person: PersonId) -> Vec<T> {
    rows.extract_if(.., |(of, _)| *of == person).map(|(_, row)| row).collect()
}

fn timeline(reading: &Reading<'_>, case: CaseId, category: Option<&Category>) -> Result<Vec<ActLine>> {
    let rows = reading.all(include_str!("sheet_acts.sql"), [case], |row: &Row<'_>| {
        let line = ActLine {
            id: row.get("id")?,
            kind: row.get("kind")?,
            words: Words::new("", ""),
            group: String::new(),
            on: row.get("on_day")?,
            person_id: row.get("person_id")?,
            person: row.get("person")?,
            fields: Vec::new(),
            note: row.get("note")?,
            recorded_by: row.get("recorded_by")?,
            can_change: false,
        };
        Ok((line, row.get::<_, String>("fields")?))
    })?;
    let mut lines = Vec::with_capacity(rows.len());
    for (mut line, fields) in rows {
        let stored: Card = serde_json::from_str(&fields)?;
        match act(&line.kind) {
            Some(kind) => {
                line.words = Words::owned(&kind.zh, &kind.en);
                line.group.clone_from(&kind.group);
                line.can_change = kind.written_by.is_none();
                line.fields = said(reading, kind, &stored, category)?;
            }
            // A kind from a newer program is shown as it stands.
            None => line.words = Words::owned(&line.kind, &line.kind),
        }
        lines.push(line);
    }
    Ok(lines)
}

/// The fields of an act in the order of its form, in words.
fn said(reading: &Reading<'_>, kind: &Act, stored: &Card, category: Option<&Category>) -> Result<Vec<FieldLine>> {
    let mut lines = Vec::new();
    for field in &kind.fields {
        if let Some(value) = stored.get(&field.id) {
            lines.push(FieldLine {
                id: field.id.clone(),
                words: Words::owned(&field.zh, &field.en),
                value: value.clone(),
                said: values::in_words(reading, field, value, category)?,
            });
        }
    }
    Ok(lines)
}

fn notes(reading: &Reading<'_>, case: CaseId) -> Result<Vec<NoteLine>> {
    reading.all(include_str!("sheet_notes.sql"), [case], |row| {
        Ok(NoteLine { id: row.get("id")?, on: row.get("on_day")?, by: row.get("by")?, text: row.get("text")? })
    })
}

fn links(reading: &Reading<'_>, case: CaseId) -> Result<Vec<LinkLine>> {
    reading.all(include_str!("sheet_links.sql"), [case], |row| {
        Ok(LinkLine {
            id: row.get("id")?,
            kind: row.get("kind")?,
            outgoing: row.get("outgoing")?,
            case: row.get("other")?,
            register_no: row.get("register_no")?,
            title: row.get("title")?,
            category: row.get("category")?,
        })
    })
}

fn assignments(reading: &Reading<'_>, case: CaseId) -> Result<Vec<AssignmentLine>> {
    reading.all(include_str!("sheet_assignments.sql"), [case], |row: &Row<'_>| {
        Ok(AssignmentLine {
            id: row.get("id")?,
            account_id: row.get("account_id")?,
            name: row.get("name")?,
            role: row.get("role")?,
            mode: row.get("mode")?,
            reason: row.get("reason")?,
            reason_text: row.get("reason_text")?,
            started_on: row.get("started_on")?,
            ended_on: row.get::<_, Option<Day>>("ended_on")?,
            draw_id: row.get("draw_id")?,
        })
    })
}

/// The acts that may be recorded now: for the case where it stands, and for each person where that person stands.
fn next_acts(reading: &Reading<'_>, case: CaseId, category: &'static Category, actor: &Actor) -> Result<Vec<NextAct>> {
    let places = acts::places(reading, case, category)?;
    let mut next: Vec<NextAct> = Vec::new();
    for kind in &anjuan_law::vocabulary().acts {
        if kind.written_by.is_some() || !acts::may_record(actor.post.code(), kind) {
            continue;
        }
        let for_case = kind.allowed(category, places.case);
        let persons: Vec<PersonId> = if kind.per == anjuan_law::acts::Per::Person {
            let allowed = places.persons.iter().filter(|(_, stage)| kind.allowed(category, stage));
            allowed.map(|(person, _)| *person).collect()
        } else {
            Vec::new()
        };
        if for_case || !persons.is_empty() {
            next.push(NextAct {
                kind: kind.id.clone(),
                words: Words::owned(&kind.zh, &kind.en),
                group: kind.group.clone(),
                per_person: kind.per == anjuan_law::acts::Per::Person,
                for_all: for_case,
                persons,
                needs_approval: kind.power.needs_approval(),
                fields: kind.fields.iter().map(|field| NextField::of(field, category)).collect(),
            });
        }
    }
    Ok(next)
}
