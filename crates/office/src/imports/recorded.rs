//! What the record has of a case, in the terms of a ledger.

use anjuan_law::{Day, text::search_key};

use super::{
    dates,
    fields::{Target, target},
    read::{name_of, parts},
};
use crate::{
    AccountId, ActId, CaseId, NumberId, PersonId, Reading, Result,
    cases::{Card, PersonEntry, RecordedHead, head, persons::entry_of},
};

pub(super) struct RecordedAct {
    pub id: ActId,
    pub kind: String,
    pub on: Day,
    pub person: Option<PersonId>,
    pub fields: Card,
}

/// A case as the record has it.
pub(super) struct Recorded {
    pub head: RecordedHead,
    pub numbers: Vec<(NumberId, String, String)>,
    pub persons: Vec<(PersonId, PersonEntry)>,
    pub acts: Vec<RecordedAct>,
    pub handler: String,
    /// The member of the office who handles it.
    pub handler_id: Option<AccountId>,
    pub department: String,
}

impl Recorded {
    pub(super) fn of(reading: &Reading<'_>, case: CaseId) -> Result<Recorded> {
        let head = head(reading, case)?;
        let numbers =
            reading.all("SELECT id, kind, number FROM case_number WHERE case_id = ?1 ORDER BY id", [case], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?;
        let ids: Vec<PersonId> =
            reading.all("SELECT id FROM person WHERE case_id = ?1 ORDER BY position, id", [case], |row| row.get(0))?;
        let mut persons = Vec::with_capacity(ids.len());
        for id in ids {
            persons.push((id, entry_of(reading, id)?));
        }
        let rows = reading.all(include_str!("acts_of_case.sql"), [case], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get::<_, String>(4)?))
        })?;
        let mut acts = Vec::with_capacity(rows.len());
        for (id, kind, on, person, fields) in rows {
            acts.push(RecordedAct { id, kind, on, person, fields: serde_json::from_str(&fields)? });
        }
        let handler: Option<(AccountId, String)> =
            reading.maybe(include_str!("handler_name.sql"), [case], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (handler_id, handler) = handler.unzip();
        let department: Option<String> = match head.department_id {
            Some(id) => reading.maybe("SELECT name FROM department WHERE id = ?1", [id], |row| row.get(0))?,
            None => None,
        };
        let kept = |field: &str| head.card.get(field).cloned().unwrap_or_default();
        let (handler, department) =
            (handler.unwrap_or_else(|| kept("handler")), department.unwrap_or_else(|| kept("department")));
        Ok(Recorded { head, numbers, persons, acts, handler, handler_id, department })
    }

    /// The person of a mark: the first, second, … of that name.
    pub(super) fn person(&self, mark: &str) -> Option<&(PersonId, PersonEntry)> {
        let (name, nth) = mark.split_once('#').unwrap_or((mark, "1"));
        let nth: usize = nth.parse().unwrap_or(1);
        let key = search_key(name);
        self.persons.iter().filter(|(_, person)| search_key(&person.name) == key).nth(nth.saturating_sub(1))
    }

    /// The acts that a field of the ledger speaks of.
    pub(super) fn acts_of(&self, kind: &str, nth: Option<usize>, mark: &str) -> Vec<&RecordedAct> {
        let person = self.person(mark).map(|(id, _)| *id);
        let of_person = |act: &&RecordedAct| mark.is_empty() || act.person.is_none() || act.person == person;
        let all = self.acts.iter().filter(|act| act.kind == kind).filter(of_person);
        match nth {
            Some(nth) => all.skip(nth).take(1).collect(),
            None => all.collect(),
        }
    }

    /// What the record has at a place (`field` or `field@person`), in the form in which a ledger's value is kept.
    pub(super) fn value(&self, place: &str) -> String {
        let (field, mark) = parts(place);
        let person = self.person(mark).map(|(_, person)| person);
        if mark.is_empty() {
            return self.of_case(field);
        }
        let Some(person) = person else { return String::new() };
        let card = |field: &str| text(person.card.as_ref().and_then(|card| card.get(field)));
        match target(field) {
            Target::Name => name_of(mark).to_owned(),
            Target::Person => of_person(person, field),
            Target::Charge(phase) => {
                let charges = person.charges.iter().flatten().filter(|charge| charge.phase == phase);
                charges.filter_map(|charge| charge.charge.clone()).collect::<Vec<_>>().join("；")
            }
            Target::Measure(kind) => {
                let mut of_kind = person
                    .measures
                    .iter()
                    .flatten()
                    .filter(|m| m.kind == kind || m.kind.starts_with(&format!("{kind}_")));
                of_kind
                    .next()
                    .and_then(|m| m.executed_on.or(m.decided_on))
                    .map(|day| day.to_string())
                    .unwrap_or_default()
            }
            Target::MeasureNow => {
                let last = person.measures.iter().flatten().rfind(|measure| measure.ended_on.is_none());
                let words = |m: &crate::cases::MeasureEntry| match m.executed_on.or(m.decided_on) {
                    Some(day) => format!("{} {day}", m.kind),
                    None => m.kind.clone(),
                };
                last.map(words).unwrap_or_default()
            }
            Target::Act(kind, nth) => self.days(kind, nth, mark).unwrap_or_else(|| card(field)),
            _ => card(field),
        }
    }

    fn of_case(&self, field: &str) -> String {
        let head = &self.head;
        match target(field) {
            Target::Head => match field {
                "title" => head.title.clone(),
                "category" => head.category.clone(),
                "line" => head.line.clone(),
                "source" => head.source.clone(),
                "cause" => head.cause.clone(),
                "from_unit" => head.from_unit.clone(),
                "received_on" => head.received_on.to_string(),
                "accepted_on" => head.accepted_on.to_string(),
                "department" => self.department.clone(),
                _ => head.summary.clone(),
            },
            Target::Number(kind) => {
                text(self.numbers.iter().find(|(_, of, _)| of == kind).map(|(_, _, number)| number))
            }
            Target::Handler => self.handler.clone(),
            Target::Act(kind, nth) => self.days(kind, nth, "").unwrap_or_else(|| text(head.card.get(field))),
            _ => text(head.card.get(field)),
        }
    }

    /// The day by which a ledger knows the act.
    pub(super) fn day_of(&self, act: &RecordedAct) -> Day {
        match act.kind.as_str() {
            "judgment_received" => act.fields.get("judged_on").and_then(|day| day.parse().ok()).unwrap_or(act.on),
            _ => act.on,
        }
    }

    fn days(&self, kind: &str, nth: Option<usize>, mark: &str) -> Option<String> {
        let mut days: Vec<Day> = self.acts_of(kind, nth, mark).into_iter().map(|act| self.day_of(act)).collect();
        days.sort_unstable();
        days.dedup();
        (!days.is_empty()).then(|| dates::joined(&days))
    }
}

fn of_person(person: &PersonEntry, field: &str) -> String {
    let value = match field {
        "person_role" => return person.role.clone(),
        "person_birth" => return person.birth.map(|day| day.to_string()).unwrap_or_default(),
        "person_kind" => &person.kind,
        "person_alias" => &person.alias,
        "person_sex" => &person.sex,
        "person_id_type" => &person.id_type,
        "person_id_number" => &person.id_number,
        "person_nationality" => &person.nationality,
        "person_ethnicity" => &person.ethnicity,
        "person_occupation" => &person.occupation,
        "person_residence" => &person.residence,
        _ => &person.custody_place,
    };
    value.clone().unwrap_or_default()
}

fn text(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}
