//! Changing the head of a case and its lists.

use std::collections::BTreeSet;

use anjuan_law::Day;
use rusqlite::{Row, named_params};

use super::{
    Card, CaseChange, Checklist, acts,
    fields::{clean, required},
    lists,
    register::{Head, check_card, check_checklist},
};
use crate::{CaseId, DepartmentId, Reading, Result, Right, Work, accounts::reach_case, refusal};

/// The head of a case as the record has it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedHead {
    /// Our register number.
    pub register_no: String,
    /// The business line.
    pub line: String,
    /// The category.
    pub category: String,
    /// The title.
    pub title: String,
    /// Id of the charge, cause of action or field.
    pub cause_code: String,
    /// The cause in words.
    pub cause: String,
    /// Where it comes from.
    pub source: String,
    /// The unit that sent it.
    pub from_unit: String,
    /// The day of receipt.
    pub received_on: Day,
    /// The day of acceptance.
    pub accepted_on: Day,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The facts in brief.
    pub summary: String,
    /// The answers to the intake check.
    pub checklist: Checklist,
    /// Further fields of the card.
    pub card: Card,
}

/// The head of a case.
pub fn head(reading: &Reading<'_>, case: CaseId) -> Result<RecordedHead> {
    let found = reading.maybe(include_str!("case_head.sql"), [case], |row: &Row<'_>| {
        let head = RecordedHead {
            register_no: row.get("register_no")?,
            line: row.get("line")?,
            category: row.get("category")?,
            title: row.get("title")?,
            cause_code: row.get("cause_code")?,
            cause: row.get("cause")?,
            source: row.get("source")?,
            from_unit: row.get("from_unit")?,
            received_on: row.get("received_on")?,
            accepted_on: row.get("accepted_on")?,
            department_id: row.get("department_id")?,
            summary: row.get("summary")?,
            checklist: Checklist::new(),
            card: Card::new(),
        };
        Ok((head, row.get::<_, String>("checklist")?, row.get::<_, String>("card")?))
    })?;
    let (mut head, checklist, card) = found.ok_or_else(|| refusal!("case_unknown", case = case))?;
    head.checklist = serde_json::from_str(&checklist)?;
    head.card = serde_json::from_str(&card)?;
    Ok(head)
}

/// Changes the head of a case, its numbers, flags or links. What is absent stays. A case that is closed needs a reason.
///
/// The days of receipt and acceptance move the act of acceptance with them; acceptance can't move past another act.
pub fn change(work: &Work<'_>, case: CaseId, change: &CaseChange) -> Result<()> {
    reach_case(work, work.by, Right::Record, case)?;
    let before = head(work, case)?;
    reason_once_closed(work, case, change.reason.as_deref().unwrap_or_default())?;
    let after = merged(&before, change)?;
    if after != before {
        write_head(work, case, &before, &after)?;
    }
    if let Some(numbers) = &change.numbers {
        lists::write_numbers(work, case, numbers)?;
    }
    if let Some(flags) = &change.flags {
        lists::write_flags(work, case, flags)?;
    }
    if let Some(links) = &change.links {
        lists::write_links(work, case, links)?;
    }
    Ok(())
}

/// Refuses a change of a closed case without a reason that says something: a sign or the same character over and over does
/// not.
pub fn reason_once_closed(work: &Work<'_>, case: CaseId, reason: &str) -> Result<()> {
    let head = head(work, case)?;
    let open = super::register::known_category(&head.category)
        .and_then(|category| acts::stands(work, case, category))
        .is_ok_and(|stage| stage.open);
    let letters: BTreeSet<char> = clean(reason).chars().filter(|letter| letter.is_alphabetic()).collect();
    match letters.len() {
        _ if open => Ok(()),
        0 if clean(reason).is_empty() => Err(refusal!("reason_missing_closed").at("reason")),
        0 | 1 => Err(refusal!("reason_says_nothing", reason = clean(reason)).at("reason")),
        _ => Ok(()),
    }
}

fn merged(before: &RecordedHead, change: &CaseChange) -> Result<RecordedHead> {
    let text = |new: &Option<String>, old: &String| new.as_ref().map_or_else(|| old.clone(), |new| clean(new));
    check_checklist(change.checklist.as_ref())?;
    check_card(change.card.as_ref())?;
    let mut after = RecordedHead {
        register_no: before.register_no.clone(),
        line: text(&change.line, &before.line),
        category: text(&change.category, &before.category),
        title: required(text(&change.title, &before.title), || "title".to_owned())?,
        cause_code: text(&change.cause_code, &before.cause_code),
        cause: text(&change.cause, &before.cause),
        source: text(&change.source, &before.source),
        from_unit: text(&change.from_unit, &before.from_unit),
        received_on: change.received_on.unwrap_or(before.received_on),
        accepted_on: change.accepted_on.unwrap_or(before.accepted_on),
        department_id: change.department_id.or(before.department_id),
        summary: text(&change.summary, &before.summary),
        checklist: before.checklist.clone(),
        card: before.card.clone(),
    };
    after.checklist.extend(change.checklist.clone().unwrap_or_default());
    after.card.extend(change.card.clone().unwrap_or_default());
    after.card.retain(|_, value| !value.trim().is_empty());
    Ok(after)
}

fn write_head(work: &Work<'_>, case: CaseId, before: &RecordedHead, after: &RecordedHead) -> Result<()> {
    let head = Head {
        line: &after.line,
        category: &after.category,
        title: &after.title,
        source: &after.source,
        summary: &after.summary,
        department: after.department_id,
        received_on: after.received_on,
        accepted_on: after.accepted_on,
    };
    head.check(work)?;
    if after.accepted_on > before.accepted_on {
        let first: Option<Day> =
            work.value("SELECT min(on_day) FROM act WHERE case_id = ?1 AND kind <> ?2", (case, acts::ACCEPTED))?;
        if let Some(first) = first.filter(|first| *first < after.accepted_on) {
            return Err(refusal!("acceptance_after_act", accepted = after.accepted_on, act = first).at("accepted_on"));
        }
    }
    work.write(
        include_str!("case_update.sql"),
        named_params! {
            ":id": case, ":line": after.line, ":category": after.category, ":title": after.title,
            ":cause_code": after.cause_code, ":cause": after.cause, ":source": after.source,
            ":from_unit": after.from_unit, ":received_on": after.received_on, ":accepted_on": after.accepted_on,
            ":department_id": after.department_id, ":summary": after.summary,
            ":checklist": serde_json::to_string(&after.checklist)?, ":card": serde_json::to_string(&after.card)?,
        },
    )?;
    let moved = (after.received_on, after.accepted_on) != (before.received_on, before.accepted_on);
    if moved || after.from_unit != before.from_unit {
        acts::move_acceptance(work, case, after.received_on, after.accepted_on, &after.from_unit)?;
    }
    Ok(())
}
