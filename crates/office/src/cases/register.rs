//! Registering a case: everything is checked, a number given, the acceptance written as its first act.

use anjuan_law::{Category, Day, category};
use rusqlite::named_params;

use super::{
    ActEntry, Card, Checklist, Registration, acts,
    fields::{clean, clean_or_empty, code_of, in_order, not_in_future, one_of, required},
    intake, lists, persons,
    secrets::refuse_marked,
};
use crate::{CaseId, DepartmentId, Reading, Result, Work, refusal};

/// Registers a case with everything known of it and gives its id; its register number is `{year}-{line}-{5 digits}`,
/// the next of the year of acceptance.
///
/// Refuses with the place of the field: heads that are missing or not known to the law, days in the future or out of
/// order (received, accepted, today), people and lists as [`persons::save`] does, and anything that carries a mark of
/// state secrecy.
pub fn register(work: &Work<'_>, entry: &Registration) -> Result<CaseId> {
    let line = required(clean(&entry.line), || "line".to_owned())?;
    let kind = required(clean(&entry.category), || "category".to_owned())?;
    let title = required(clean(&entry.title), || "title".to_owned())?;
    let head = Head {
        line: &line,
        category: &kind,
        title: &title,
        source: entry.source.as_deref().unwrap_or_default(),
        summary: entry.summary.as_deref().unwrap_or_default(),
        department: entry.department_id,
        received_on: entry.received_on,
        accepted_on: entry.accepted_on,
    };
    head.check(work)?;
    check_checklist(entry.checklist.as_ref())?;
    check_card(entry.card.as_ref())?;

    let case = CaseId::known(work.insert(
        include_str!("case_insert.sql"),
        named_params! {
            ":register_no": next_register_no(work, entry.accepted_on.year(), &line)?, ":line": line, ":category": kind,
            ":title": title, ":cause_code": clean_or_empty(entry.cause_code.as_ref()),
            ":cause": clean_or_empty(entry.cause.as_ref()), ":source": head.source,
            ":from_unit": clean_or_empty(entry.from_unit.as_ref()), ":received_on": entry.received_on,
            ":accepted_on": entry.accepted_on, ":department_id": entry.department_id, ":summary": clean(head.summary),
            ":checklist": serde_json::to_string(&entry.checklist.clone().unwrap_or_default())?,
            ":card": serde_json::to_string(&entry.card.clone().unwrap_or_default())?,
            ":registered_by": work.by.account,
        },
    )?);
    // What is not said of a new case stands nowhere: nothing need be looked for.
    if let Some(numbers) = entry.numbers.as_deref().filter(|numbers| !numbers.is_empty()) {
        lists::write_numbers(work, case, numbers)?;
    }
    if let Some(flags) = entry.flags.as_deref().filter(|flags| !flags.is_empty()) {
        lists::write_flags(work, case, flags)?;
    }
    if let Some(links) = entry.links.as_deref().filter(|links| !links.is_empty()) {
        lists::write_links(work, case, links)?;
    }
    for (n, person) in entry.persons.iter().flatten().enumerate() {
        persons::put(work, case, person, &format!("persons.{n}"))?;
    }
    acts::write(work, case, &accepted(entry))?;
    if let Some(refused) = entry.after_refusal {
        intake::accept_after_all(work, refused, case)?;
    }
    Ok(case)
}

/// The act of acceptance that a registration writes.
fn accepted(entry: &Registration) -> ActEntry {
    let mut act = ActEntry::new(
        acts::ACCEPTED,
        entry.accepted_on,
        &[
            ("from_unit", entry.from_unit.as_deref().unwrap_or_default()),
            ("received_on", &entry.received_on.to_string()),
        ],
    );
    if let (Some(volumes), Some(fields)) = (entry.volumes, &mut act.fields) {
        fields.insert("volumes".to_owned(), volumes.to_string());
    }
    act
}

/// The heads of a case that are checked together, when it is registered and when they change.
pub(super) struct Head<'e> {
    pub line: &'e str,
    pub category: &'e str,
    pub title: &'e str,
    pub source: &'e str,
    pub summary: &'e str,
    pub department: Option<DepartmentId>,
    pub received_on: Day,
    pub accepted_on: Day,
}

impl Head<'_> {
    pub(super) fn check(&self, work: &Work<'_>) -> Result<()> {
        let at = |field: &'static str| move || field.to_owned();
        let known: Vec<&str> = anjuan_law::vocabulary().lines.iter().map(|line| line.code.as_str()).collect();
        one_of(&known, self.line, at("line"))?;
        let category = known_category(self.category)?;
        if !category.lines.iter().any(|line| line == self.line) {
            return Err(
                refusal!("category_not_in_line", zh = category.zh, en = category.en, line = self.line).at("category")
            );
        }
        code_of("case_source", self.source, at("source"))?;
        refuse_marked(self.title, at("title"))?;
        refuse_marked(self.summary, at("summary"))?;
        not_in_future(self.received_on, work.day, at("received_on"))?;
        not_in_future(self.accepted_on, work.day, at("accepted_on"))?;
        in_order(Some(self.received_on), Some(self.accepted_on), at("accepted_on"))?;
        if let Some(department) = self.department {
            let found = work.maybe("SELECT 1 FROM department WHERE id = ?1", [department], |_| Ok(()))?;
            found.ok_or_else(|| refusal!("department_unknown", department = department).at("department_id"))?;
        }
        Ok(())
    }
}

/// The category of a case, or a refusal where the law knows none by that id.
pub(super) fn known_category(id: &str) -> Result<&'static Category> {
    category(id).ok_or_else(|| refusal!("choice_unknown", value = id).at("category"))
}

pub(super) fn check_checklist(checklist: Option<&Checklist>) -> Result<()> {
    for (item, answer) in checklist.iter().copied().flatten() {
        code_of("intake_check", item, || format!("checklist.{item}"))?;
        one_of(&["yes", "no", "not_applicable"], &answer.answer, || format!("checklist.{item}.answer"))?;
    }
    Ok(())
}

pub(super) fn check_card(card: Option<&Card>) -> Result<()> {
    for (key, value) in card.iter().copied().flatten() {
        if key.trim().is_empty() {
            return Err(refusal!("field_missing").at("card"));
        }
        refuse_marked(value, || format!("card.{key}"))?;
    }
    Ok(())
}

fn next_register_no(reading: &Reading<'_>, year: i32, line: &str) -> Result<String> {
    let prefix = format!("{year}-{line}-");
    let last: Option<String> = reading.maybe(include_str!("last_register_no.sql"), [&prefix], |row| row.get(0))?;
    let last = last.and_then(|number| number.get(prefix.len()..).and_then(|digits| digits.parse::<u64>().ok()));
    // Numbers of cases that were sealed are not given again.
    let floor: Option<i64> =
        reading.maybe("SELECT last FROM register_floor WHERE prefix = ?1", [&prefix], |row| row.get(0))?;
    let floor = floor.and_then(|floor| u64::try_from(floor).ok());
    Ok(format!("{prefix}{:05}", last.max(floor).unwrap_or(0) + 1))
}
