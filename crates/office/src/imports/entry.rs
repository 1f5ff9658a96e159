//! What a ledger says, as people, acts and handlers of the record.

use std::collections::BTreeMap;

use anjuan_law::{Day, act, category, choices, text::search_key};

use super::{
    dates,
    fields::{Target, target},
    outcome::Remark,
    read::{Incoming, name_of, of, parts},
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
    if let Some(name) = said.get("handler") {
        let since = said.get("allocated_on").and_then(|day| day.parse().ok()).unwrap_or(entry.accepted_on);
        if !give(work, case, name, since)? {
            keep(work, case, None, "handler", name)?;
            remarks.push(incoming.remark_at("handler", "import_handler_unknown"));
        }
    }
    let mut told: Vec<(Day, &str, Option<PersonId>, Day)> = Vec::new();
    for (place, value) in said {
        let (field, mark) = parts(place);
        let Target::Act(kind, _) = target(field) else { continue };
        let person = incoming.people.iter().position(|other| other == mark).and_then(|at| ids.get(at)).copied();
        for day in dates::parted(value) {
            match act_entry(said, kind, day, mark, person) {
                Some(act) => told.push((act.on, place, person, day)),
                None => {
                    keep(work, case, person, field, value)?;
                    remarks.push(incoming.remark_at(place, "import_kept_as_text"));
                }
            }
        }
    }
    told.sort_by_key(|(on, ..)| *on);
    for (_, place, person, day) in told {
        let (field, mark) = parts(place);
        if let Target::Act(kind, _) = target(field)
            && let Some(act) = act_entry(said, kind, day, mark, person)
        {
            acts::take_over(work, case, &act)?;
        }
    }
    Ok(case)
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

/// The act that a day in a ledger tells of; none where the law needs more for it than the ledger says.
pub(super) fn act_entry(
    said: &BTreeMap<String, String>,
    kind: &str,
    day: Day,
    mark: &str,
    person: Option<PersonId>,
) -> Option<ActEntry> {
    let known = act(kind)?;
    if !said.get("category").and_then(|id| category(id)).is_some_and(|category| known.applies_to(category)) {
        return None;
    }
    let value =
        |field: &str| said.get(&of(field, mark)).or_else(|| said.get(field)).map(String::as_str).unwrap_or_default();
    let charge = ["charge_prosecuted", "charge_decided", "charge", "charge_referred"]
        .into_iter()
        .map(value)
        .find(|c| !c.is_empty());
    let charge = charge.unwrap_or_else(|| value("cause"));
    let procedure = choice_in("procedure", value("procedure"));
    let yes =
        |text: &str| if ["是", "yes", "y", "1", "适用"].contains(&search_key(text).as_str()) { "yes" } else { "" };
    let iso = day.to_string();
    let (on, fields): (Day, Vec<(&str, &str)>) = match kind {
        "prosecuted" => (
            day,
            vec![
                ("charge", charge),
                ("court", value("court")),
                ("number", value("indictment_number")),
                ("procedure", procedure),
                ("plea", yes(value("plea_leniency"))),
            ],
        ),
        "judgment_received" => {
            let received = value("judgment_received_on").parse().ok().filter(|received| *received >= day);
            let outcome = outcome_of(value("judgment"), charge)?;
            let fields = vec![
                ("kind", "judgment"),
                ("judged_on", iso.as_str()),
                ("outcome", outcome),
                ("court_number", value("number_court")),
            ];
            (received.unwrap_or(day), fields)
        }
        "court_accepted" => (day, vec![("court_number", value("number_court"))]),
        "court_session" => (day, vec![("procedure", procedure)]),
        "retransferred" => (day, vec![("received_on", iso.as_str())]),
        "closed" => (day, vec![("outcome", value("outcome"))]),
        _ => (day, Vec::new()),
    };
    let fields: Vec<(&str, &str)> = fields.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let whole = known.fields.iter().filter(|f| f.required).all(|f| fields.iter().any(|(id, _)| *id == f.id));
    let entry = ActEntry::new(kind, on, &fields);
    whole.then(|| person.map_or(entry.clone(), |person| entry.of(person)))
}

/// What the words of a judgment say of guilt; none where they leave it open.
fn outcome_of(judgment: &str, charge: &str) -> Option<&'static str> {
    let named = charge.split('；').map(|name| name.trim_end_matches('罪')).find(|name| !name.is_empty());
    if judgment.contains("无罪") && !judgment.contains("判处") {
        return Some("acquitted");
    }
    if judgment.contains("免予刑事处罚") {
        return Some("guilty_exempt");
    }
    let guilty = judgment.contains('犯') && judgment.contains('罪');
    match named {
        Some(name) if guilty && judgment.contains(name) => Some("guilty"),
        Some(_) if guilty => Some("guilty_charge_changed"),
        _ => None,
    }
}

/// The code of a choice by its words; empty where none has them.
fn choice_in(list: &str, text: &str) -> &'static str {
    let key = search_key(text);
    let known = choices(list).iter().find(|choice| search_key(&choice.zh) == key || choice.code == text);
    known.map_or("", |choice| choice.code.as_str())
}

/// Gives the case to the member of the office of that name. False where nobody, or more than one, has it.
pub(super) fn give(work: &Work<'_>, case: CaseId, name: &str, since: Day) -> Result<bool> {
    let found: Vec<AccountId> =
        work.all("SELECT id FROM account WHERE name = ?1 OR login = ?1", [name], |row| row.get(0))?;
    let [one] = found.as_slice() else { return Ok(false) };
    work.write(include_str!("end_handler.sql"), (case, since))?;
    work.write(include_str!("insert_handler.sql"), (case, one, since))?;
    Ok(true)
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
