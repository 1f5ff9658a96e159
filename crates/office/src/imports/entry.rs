//! What a ledger says, as people, acts and handlers of the record.

use std::collections::BTreeMap;

use anjuan_law::Day;

use super::{
    acts::Told,
    dates,
    fields::{Target, target},
    outcome::Remark,
    read::{Incoming, name_of, parts},
};
use crate::{
    AccountId, CaseId, DepartmentId, PersonId, Reading, Result, Work,
    cases::{self, ActEntry, Card, ChargeEntry, MeasureEntry, NumberEntry, PersonEntry, Registration, acts},
    refusal,
};

/// Registers the case and takes over its acts and its handler.
pub(super) fn register(work: &Work<'_>, incoming: &Incoming, remarks: &mut Vec<Remark>) -> Result<CaseId> {
    let said = &incoming.said;
    let text = |field: &str| said.get(field).cloned();
    let day = |field: &str| -> Result<Day> {
        let value = said.get(field).map(String::as_str).unwrap_or_default();
        value.parse().map_err(|_| refusal!("field_missing").at(field))
    };
    let line = text("line").unwrap_or_default();
    let category = text("category").unwrap_or_default();
    let title = text("title").unwrap_or_default();
    let mut entry = Registration::new(&line, &category, &title, day("received_on")?, day("accepted_on")?);
    entry.cause = text("cause");
    entry.source = text("source");
    entry.from_unit = text("from_unit");
    entry.summary = text("content");
    let mut card = Card::new();
    if let Some(name) = said.get("department") {
        entry.department_id = department(work, name)?;
        if entry.department_id.is_none() {
            card.insert("department".to_owned(), name.clone());
            remarks.push(incoming.remark_at("department", "import_department_unknown"));
        }
    }
    let mut numbers = Vec::new();
    let mut people: BTreeMap<&str, PersonEntry> = BTreeMap::new();
    for (place, value) in said {
        let (field, mark) = parts(place);
        if !mark.is_empty() {
            let person = people.entry(mark).or_insert_with(|| PersonEntry::new("", name_of(mark)));
            set(person, field, value);
            continue;
        }
        match target(field) {
            Target::Number(kind) => {
                numbers.push(NumberEntry { id: None, kind: kind.to_owned(), number: value.clone() });
            }
            Target::Head | Target::Handler | Target::Act(..) => {}
            _ => drop(card.insert(field.to_owned(), value.clone())),
        }
    }
    let persons: Vec<PersonEntry> = incoming
        .people
        .iter()
        .map(|mark| people.remove(mark.as_str()).unwrap_or_else(|| PersonEntry::new("other", name_of(mark))))
        .map(in_sequence)
        .collect();
    if entry.cause.is_none() {
        entry.cause = persons.iter().flat_map(|person| person.charges.iter().flatten()).find_map(|c| c.charge.clone());
    }
    entry.persons = Some(persons);
    entry.numbers = Some(numbers);
    entry.card = Some(card);
    let case = cases::register(work, &entry)?;
    let ids: Vec<PersonId> =
        work.all("SELECT id FROM person WHERE case_id = ?1 ORDER BY position, id", [case], |row| row.get(0))?;
    let mut told = Told::of(said);
    told.handler = allocate(work, case, incoming, entry.accepted_on, remarks)?;
    timeline(work, case, incoming, &told, &ids, remarks)?;
    Ok(case)
}

/// Gives the case to the handler whom the ledger names; the day of acceptance is taken where it gives none of allocation.
fn allocate(
    work: &Work<'_>,
    case: CaseId,
    incoming: &Incoming,
    accepted_on: Day,
    remarks: &mut Vec<Remark>,
) -> Result<Option<AccountId>> {
    let said = &incoming.said;
    let Some(name) = said.get("handler") else { return Ok(None) };
    let since = said.get("allocated_on").and_then(|day| day.parse().ok()).unwrap_or(accepted_on);
    let handler = give(work, case, said, name, since)?;
    if handler.is_none() {
        keep(work, case, None, "handler", name)?;
        remarks.push(incoming.remark_at("handler", "import_handler_unknown"));
    } else if !said.contains_key("allocated_on")
        && let Some(act) = (Told { said, handler }).act("allocated", since, "", None)
    {
        acts::take_over(work, case, &act)?;
        remarks.push(incoming.remark_at("handler", "import_allocated_on_acceptance"));
    }
    Ok(handler)
}

/// Takes over the acts of which the ledger tells, in the order of their days; what is no act stays as text.
fn timeline(
    work: &Work<'_>,
    case: CaseId,
    incoming: &Incoming,
    told: &Told<'_>,
    ids: &[PersonId],
    remarks: &mut Vec<Remark>,
) -> Result<()> {
    let mut acts_told: Vec<(u8, ActEntry)> = Vec::new();
    for (place, value) in told.said {
        let (field, mark) = parts(place);
        let Target::Act(kind, _) = target(field) else { continue };
        let person = incoming.people.iter().position(|other| other == mark).and_then(|at| ids.get(at)).copied();
        for day in dates::parted(value) {
            match told.act(kind, day, mark, person) {
                Some(act) => acts_told.push((u8::from(kind != "allocated"), act)),
                None => {
                    keep(work, case, person, field, value)?;
                    remarks.push(incoming.remark_at(place, "import_kept_as_text"));
                }
            }
        }
    }
    // Of acts of one day the allocation comes first: it opens the stage in which the others stand.
    acts_told.sort_by_key(|(nth, act)| (act.on, *nth));
    for (_, act) in &acts_told {
        acts::take_over(work, case, act)?;
    }
    Ok(())
}

/// Puts a value into a person's entry.
pub(super) fn set(person: &mut PersonEntry, field: &str, value: &str) {
    let text = Some(value.to_owned());
    match target(field) {
        Target::Person => match field {
            "person_role" => value.clone_into(&mut person.role),
            "person_birth" => person.birth = value.parse().ok(),
            "person_kind" => person.kind = text,
            "person_alias" => person.alias = text,
            "person_sex" => person.sex = text,
            "person_id_type" => person.id_type = text,
            "person_id_number" => person.id_number = text,
            "person_nationality" => person.nationality = text,
            "person_ethnicity" => person.ethnicity = text,
            "person_occupation" => person.occupation = text,
            "person_residence" => person.residence = text,
            _ => person.custody_place = text,
        },
        Target::Charge(phase) => {
            let charges = person.charges.get_or_insert_default();
            charges.retain(|charge| {
                charge.phase != phase || value.split('；').any(|name| charge.charge.as_deref() == Some(name))
            });
            for name in value.split('；') {
                if !charges.iter().any(|charge| charge.phase == phase && charge.charge.as_deref() == Some(name)) {
                    charges.push(ChargeEntry {
                        id: None,
                        phase: phase.to_owned(),
                        charge_id: None,
                        charge: Some(name.to_owned()),
                    });
                }
            }
        }
        Target::Measure(kind) => measure(person, kind, value),
        Target::MeasureNow => {
            let (kind, day) = value.split_once(' ').unwrap_or((value, ""));
            measure(person, kind, day);
        }
        Target::Act(..) | Target::Name => {}
        _ => drop(person.card.get_or_insert_default().insert(field.to_owned(), value.to_owned())),
    }
}

/// The measure of that kind begins on that day; a ledger knows one of each kind.
fn measure(person: &mut PersonEntry, kind: &str, day: &str) {
    let on: Option<Day> = day.parse().ok();
    let measures = person.measures.get_or_insert_default();
    if let Some(standing) = measures.iter_mut().find(|measure| measure.kind == kind) {
        if on.is_some() {
            standing.executed_on = on;
            standing.decided_on = standing.decided_on.filter(|decided| Some(*decided) <= on).or(on);
        }
        return;
    }
    measures.push(MeasureEntry { kind: kind.to_owned(), decided_on: on, executed_on: on, ..MeasureEntry::default() });
}

/// One measure takes the place of another: each ends on the day on which the next begins.
pub(super) fn in_sequence(mut person: PersonEntry) -> PersonEntry {
    if let Some(measures) = &mut person.measures {
        measures.sort_by_key(|measure| measure.executed_on.or(measure.decided_on));
        let begins: Vec<Option<Day>> = measures.iter().skip(1).map(|m| m.executed_on.or(m.decided_on)).collect();
        for (measure, next) in measures.iter_mut().zip(begins) {
            if measure.executed_on.is_some() && measure.ended_on.is_none_or(|_| measure.id.is_none()) {
                measure.ended_on = next;
            }
        }
    }
    person
}

/// Gives the case to the member of the office of that name; none where nobody, or more than one, has it.
pub(super) fn give(
    work: &Work<'_>,
    case: CaseId,
    said: &BTreeMap<String, String>,
    name: &str,
    since: Day,
) -> Result<Option<AccountId>> {
    let is_over = said.contains_key("closed_on");
    let found: Vec<AccountId> =
        work.all(include_str!("handlers_named.sql"), (name, work.day, is_over), |row| row.get(0))?;
    let [one] = found.as_slice() else { return Ok(None) };
    work.write(include_str!("end_handler.sql"), (case, since))?;
    work.write(include_str!("insert_handler.sql"), (case, one, since))?;
    Ok(Some(*one))
}

pub(super) fn department(reading: &Reading<'_>, name: &str) -> Result<Option<DepartmentId>> {
    let found: Vec<DepartmentId> =
        reading.all("SELECT id FROM department WHERE name = ?1", [name], |row| row.get(0))?;
    Ok(match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    })
}

/// Keeps a value as text on the card of the case or of a person.
pub(super) fn keep(work: &Work<'_>, case: CaseId, person: Option<PersonId>, field: &str, value: &str) -> Result<()> {
    match person {
        Some(person) => {
            work.write("UPDATE person SET card = json_set(card, '$.' || ?2, ?3) WHERE id = ?1", (person, field, value))
        }
        None => {
            work.write("UPDATE case_file SET card = json_set(card, '$.' || ?2, ?3) WHERE id = ?1", (case, field, value))
        }
    }?;
    Ok(())
}

impl Incoming {
    /// A remark on the cell that a place came from.
    pub(super) fn remark_at(&self, place: &str, code: &str) -> Remark {
        let (row, column, value) = self.places.get(place).cloned().unwrap_or_default();
        let row = if row == 0 { self.rows.first().copied().unwrap_or_default() } else { row };
        Remark { row, column: if column.is_empty() { place.to_owned() } else { column }, value, code: code.to_owned() }
    }
}
