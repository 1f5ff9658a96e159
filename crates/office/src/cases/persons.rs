//! The people of a case, with their charges and measures.

use anjuan_law::{Day, charges};
use rusqlite::{named_params, types::FromSql};

use super::{
    Card, ChargeEntry, MeasureEntry, PersonEntry,
    change::reason_once_closed,
    fields::{clean, clean_name, clean_or_empty, code_of, in_order, not_in_future, one_of, place, required},
    identity::{minor_on, read_identity},
    secrets::refuse_marked,
};
use crate::{CaseId, ChargeId, MeasureId, PersonId, Reading, Result, Right, Work, accounts::reach_case, refusal};

const PHASES: [&str; 3] = ["transferred", "reviewed", "convicted"];
/// Documents that carry the identity number of GB 11643.
const WITH_IDENTITY_NUMBER: [&str; 3] = ["resident_card", "temporary_card", "household_register"];

/// Enters a person, or changes one in place, and gives the id. Charges and measures that are absent from the entry stay.
///
/// Refuses with the place of the field: what is missing or not in its list, days in the future or out of order, an
/// identity number whose check digit is wrong or that contradicts what is said.
pub fn save(work: &Work<'_>, case: CaseId, entry: &PersonEntry) -> Result<PersonId> {
    reach_case(work, work.by, Right::Record, case)?;
    put(work, case, entry, "")
}

/// As [`save`], without asking whether the person may: for intake, imports and samples. `part` is where the person stands
/// in the form (`persons.2`).
pub fn put(work: &Work<'_>, case: CaseId, entry: &PersonEntry, part: &str) -> Result<PersonId> {
    let received: Day = work
        .maybe("SELECT received_on FROM case_file WHERE id = ?1", [case], |row| row.get(0))?
        .ok_or_else(|| refusal!("case_unknown", case = case))?;
    let checked = Checked::of(entry, part, received, work.day)?;
    let bound = named_params! {
        ":id": entry.id, ":case_id": case, ":role": checked.role, ":kind": checked.kind, ":name": checked.name,
        ":alias": checked.alias, ":sex": checked.sex, ":birth": checked.birth, ":id_type": checked.id_type,
        ":id_number": checked.id_number, ":no_id_reason": clean_or_empty(entry.no_id_reason.as_ref()),
        ":ethnicity": clean_or_empty(entry.ethnicity.as_ref()),
        ":nationality": clean_or_empty(entry.nationality.as_ref()),
        ":residence": clean_or_empty(entry.residence.as_ref()),
        ":occupation": clean_or_empty(entry.occupation.as_ref()), ":act_on": entry.act_on,
        ":minor_at_act": checked.minor_at_act, ":prior_record": clean_or_empty(entry.prior_record.as_ref()),
        ":custody_place": clean_or_empty(entry.custody_place.as_ref()), ":note": clean_or_empty(entry.note.as_ref()),
        ":card": entry.card.as_ref().map(serde_json::to_string).transpose()?,
    };
    let id = match entry.id {
        None => PersonId::known(work.insert(include_str!("person_insert.sql"), bound)?),
        Some(id) if work.write(include_str!("person_update.sql"), bound)? == 0 => {
            return Err(refusal!("person_unknown", person = id).at(place(part, "id")));
        }
        Some(id) => id,
    };
    if let Some(charges) = &entry.charges {
        let standing = standing(work, entry.id, "SELECT id FROM person_charge WHERE person_id = ?1")?;
        write_charges(work, (case, id), &standing, charges, part)?;
    }
    if let Some(measures) = &entry.measures {
        let standing = standing(work, entry.id, "SELECT id FROM measure WHERE person_id = ?1")?;
        write_measures(work, (case, id), &standing, measures, part)?;
    }
    Ok(id)
}

/// Takes a person off the card of a case. Refused while acts on the timeline concern the person, and without a reason once
/// the case is closed.
pub fn remove(work: &Work<'_>, person: PersonId, reason: &str) -> Result<()> {
    let case: CaseId = work
        .maybe("SELECT case_id FROM person WHERE id = ?1", [person], |row| row.get(0))?
        .ok_or_else(|| refusal!("person_unknown", person = person))?;
    reach_case(work, work.by, Right::Record, case)?;
    reason_once_closed(work, case, reason)?;
    let acts: i64 = work.value("SELECT count(*) FROM act WHERE person_id = ?1", [person])?;
    if acts > 0 {
        return Err(refusal!("person_has_acts", acts = acts));
    }
    work.write("DELETE FROM person_charge WHERE person_id = ?1", [person])?;
    work.write("DELETE FROM measure WHERE person_id = ?1", [person])?;
    work.write("DELETE FROM person WHERE id = ?1", [person])?;
    Ok(())
}

/// A person as the form takes it, with charges and measures: to change some of it and save it again.
pub fn entry_of(reading: &Reading<'_>, person: PersonId) -> Result<PersonEntry> {
    let charges = reading.all(
        "SELECT id, phase, charge_id, charge FROM person_charge WHERE person_id = ?1 ORDER BY id",
        [person],
        |row| {
            Ok(ChargeEntry {
                id: row.get("id")?,
                phase: row.get("phase")?,
                charge_id: row.get("charge_id")?,
                charge: row.get("charge")?,
            })
        },
    )?;
    let measures = reading.all(include_str!("measures_of_person.sql"), [person], |row| {
        Ok(MeasureEntry {
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
        })
    })?;
    let entry = reading.maybe(include_str!("person.sql"), [person], |row| {
        Ok((
            PersonEntry {
                id: row.get("id")?,
                role: row.get("role")?,
                name: row.get("name")?,
                kind: row.get("kind")?,
                alias: row.get("alias")?,
                sex: row.get("sex")?,
                birth: row.get("birth")?,
                id_type: row.get("id_type")?,
                id_number: row.get("id_number")?,
                no_id_reason: row.get("no_id_reason")?,
                ethnicity: row.get("ethnicity")?,
                nationality: row.get("nationality")?,
                residence: row.get("residence")?,
                occupation: row.get("occupation")?,
                act_on: row.get("act_on")?,
                minor_at_act: row.get("minor_at_act")?,
                prior_record: row.get("prior_record")?,
                custody_place: row.get("custody_place")?,
                note: row.get("note")?,
                card: None,
                charges: Some(charges),
                measures: Some(measures),
            },
            row.get::<_, String>("card")?,
        ))
    })?;
    let (mut entry, card) = entry.ok_or_else(|| refusal!("person_unknown", person = person))?;
    entry.card = Some(serde_json::from_str::<Card>(&card)?);
    Ok(entry)
}

/// What stands of a person after the checks, with what the identity number gave.
struct Checked {
    role: String,
    kind: String,
    name: String,
    alias: String,
    sex: String,
    birth: Option<Day>,
    id_type: String,
    id_number: String,
    minor_at_act: Option<bool>,
}

impl Checked {
    fn of(entry: &PersonEntry, part: &str, received: Day, today: Day) -> Result<Self> {
        let at = |field: &'static str| move || place(part, field);
        let role = required(clean(&entry.role), at("role"))?;
        code_of("person_role", &role, at("role"))?;
        let name = required(clean_name(&entry.name), at("name"))?;
        let kind = entry.kind.as_deref().filter(|kind| !kind.is_empty()).unwrap_or("natural").to_owned();
        one_of(&["natural", "unit"], &kind, at("kind"))?;
        let sex = clean_or_empty(entry.sex.as_ref());
        one_of(&["", "male", "female"], &sex, at("sex"))?;
        for (field, list, value) in [
            ("id_type", "id_type", &entry.id_type),
            ("no_id_reason", "id_missing_reason", &entry.no_id_reason),
            ("prior_record", "prior_record", &entry.prior_record),
        ] {
            code_of(list, value.as_deref().unwrap_or_default(), at(field))?;
        }
        for (field, text) in
            [("name", Some(&entry.name)), ("alias", entry.alias.as_ref()), ("note", entry.note.as_ref())]
        {
            refuse_marked(text.map_or("", String::as_str), at(field))?;
        }
        for (key, value) in entry.card.iter().flatten() {
            refuse_marked(value, || place(part, &format!("card.{key}")))?;
        }
        let mut checked = Self {
            role,
            kind,
            name,
            alias: clean_name(entry.alias.as_deref().unwrap_or_default()),
            sex,
            birth: entry.birth,
            id_type: clean_or_empty(entry.id_type.as_ref()),
            id_number: id_number(entry.id_number.as_deref().unwrap_or_default()),
            minor_at_act: entry.minor_at_act,
        };
        checked.read_identity_number(part, today)?;
        if let Some(birth) = checked.birth {
            not_in_future(birth, today, at("birth"))?;
        }
        if let Some(act_on) = entry.act_on {
            not_in_future(act_on, today, at("act_on"))?;
            in_order(checked.birth, Some(act_on), at("act_on"))?;
            in_order(Some(act_on), Some(received), at("act_on"))?;
        } else {
            in_order(checked.birth, Some(received), at("birth"))?;
        }
        checked.settle_minor(entry.act_on, part)?;
        Ok(checked)
    }

    /// Takes birthday and sex from the identity number, or refuses where it says something else.
    fn read_identity_number(&mut self, part: &str, today: Day) -> Result<()> {
        if self.kind != "natural" || self.id_number.is_empty() {
            return Ok(());
        }
        if self.id_type.is_empty() {
            self.id_type = WITH_IDENTITY_NUMBER[0].to_owned();
        }
        if !WITH_IDENTITY_NUMBER.contains(&self.id_type.as_str()) {
            return Ok(());
        }
        let read = read_identity(&self.id_number, None, today)
            .map_err(|refused| refused.with("number", &self.id_number).at(place(part, "id_number")))?;
        self.id_number = read.number;
        match (self.birth, read.birth) {
            (Some(given), Some(birth)) if given != birth => {
                return Err(refusal!("identity_birth_differs", given = given, number = birth).at(place(part, "birth")));
            }
            (given, birth) => self.birth = birth.or(given),
        }
        if !self.sex.is_empty() && self.sex != read.sex {
            return Err(refusal!("identity_sex_differs", given = self.sex, number = read.sex).at(place(part, "sex")));
        }
        self.sex = read.sex;
        Ok(())
    }

    /// Works out whether the person was a minor at the act, or refuses where birthday and day say otherwise.
    fn settle_minor(&mut self, act_on: Option<Day>, part: &str) -> Result<()> {
        let (Some(birth), Some(act_on), "natural") = (self.birth, act_on, self.kind.as_str()) else {
            return Ok(());
        };
        let minor = minor_on(birth, act_on);
        if self.minor_at_act.is_some_and(|given| given != minor) {
            return Err(refusal!("minor_differs", birth = birth, act_on = act_on).at(place(part, "minor_at_act")));
        }
        self.minor_at_act = Some(minor);
        Ok(())
    }
}

/// An identity number as it is stored and compared: half-width, capital letters, no spaces.
pub(super) fn id_number(text: &str) -> String {
    clean(text)
        .chars()
        .map(anjuan_law::text::half_width)
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_uppercase)
        .collect()
}

/// The ids of what stands of a person; a new one has nothing.
fn standing<T: FromSql>(reading: &Reading<'_>, person: Option<PersonId>, sql: &str) -> Result<Vec<T>> {
    person.map_or_else(|| Ok(Vec::new()), |person| reading.all(sql, [person], |row| row.get(0)))
}

fn write_charges(
    work: &Work<'_>,
    (case, person): (CaseId, PersonId),
    standing: &[ChargeId],
    charges: &[ChargeEntry],
    part: &str,
) -> Result<()> {
    let kept: Vec<ChargeId> = charges.iter().filter_map(|charge| charge.id).collect();
    for gone in standing.iter().filter(|id| !kept.contains(id)) {
        work.write("DELETE FROM person_charge WHERE id = ?1", [gone])?;
    }
    for (n, entry) in charges.iter().enumerate() {
        let part = place(part, &format!("charges.{n}"));
        one_of(&PHASES, &entry.phase, || place(&part, "phase"))?;
        let (charge_id, charge) = named_charge(entry, &part)?;
        match entry.id {
            None => {
                work.insert(
                    "INSERT INTO person_charge (case_id, person_id, phase, charge_id, charge) VALUES (?1, ?2, ?3, ?4, ?5)",
                    (case, person, &entry.phase, charge_id, charge),
                )?;
            }
            Some(id) if standing.contains(&id) => {
                work.write(
                    "UPDATE person_charge SET phase = ?2, charge_id = ?3, charge = ?4 WHERE id = ?1",
                    (id, &entry.phase, charge_id, charge),
                )?;
            }
            Some(id) => return Err(refusal!("row_not_of_case", row = id).at(part)),
        }
    }
    Ok(())
}

/// Id and words of a charge: the words follow from the id, and the id from words that are the name of one charge.
fn named_charge(entry: &ChargeEntry, part: &str) -> Result<(String, String)> {
    let id = clean_or_empty(entry.charge_id.as_ref());
    let words = clean_or_empty(entry.charge.as_ref());
    if id.is_empty() {
        let words = required(words, || place(part, "charge"))?;
        let id = match charges::by_name(&words) {
            [one] => one.id.clone(),
            _ => String::new(),
        };
        return Ok((id, words));
    }
    let known =
        charges::by_id(&id).ok_or_else(|| refusal!("choice_unknown", value = id).at(place(part, "charge_id")))?;
    Ok((id, if words.is_empty() { known.name.clone() } else { words }))
}

fn write_measures(
    work: &Work<'_>,
    (case, person): (CaseId, PersonId),
    standing: &[MeasureId],
    measures: &[MeasureEntry],
    part: &str,
) -> Result<()> {
    let kept: Vec<MeasureId> = measures.iter().filter_map(|measure| measure.id).collect();
    for gone in standing.iter().filter(|id| !kept.contains(id)) {
        work.write("DELETE FROM measure WHERE id = ?1", [gone])?;
    }
    for (n, entry) in measures.iter().enumerate() {
        let part = place(part, &format!("measures.{n}"));
        check_measure(entry, &part, work.day)?;
        let (decided_by, place, reason) = (
            clean_or_empty(entry.decided_by.as_ref()),
            clean_or_empty(entry.place.as_ref()),
            clean_or_empty(entry.reason.as_ref()),
        );
        match entry.id {
            None => {
                let bound = named_params! {
                    ":case_id": case, ":person_id": person, ":kind": entry.kind, ":decided_on": entry.decided_on,
                    ":executed_on": entry.executed_on, ":expires_on": entry.expires_on, ":ended_on": entry.ended_on,
                    ":decided_by": decided_by, ":place": place, ":reason": reason, ":deposit": entry.deposit,
                };
                work.insert(include_str!("measure_enter.sql"), bound)?;
            }
            Some(id) if standing.contains(&id) => {
                let bound = named_params! {
                    ":id": id, ":kind": entry.kind, ":decided_on": entry.decided_on, ":executed_on": entry.executed_on,
                    ":expires_on": entry.expires_on, ":ended_on": entry.ended_on, ":decided_by": decided_by,
                    ":place": place, ":reason": reason, ":deposit": entry.deposit,
                };
                work.write(include_str!("measure_update.sql"), bound)?;
            }
            Some(id) => return Err(refusal!("row_not_of_case", row = id).at(part)),
        }
    }
    Ok(())
}

fn check_measure(entry: &MeasureEntry, part: &str, today: Day) -> Result<()> {
    let at = |field: &'static str| move || place(part, field);
    required(entry.kind.clone(), at("kind"))?;
    code_of("measure", &entry.kind, at("kind"))?;
    for (field, day) in
        [("decided_on", entry.decided_on), ("executed_on", entry.executed_on), ("ended_on", entry.ended_on)]
    {
        if let Some(day) = day {
            not_in_future(day, today, at(field))?;
        }
    }
    in_order(entry.decided_on, entry.executed_on, at("executed_on"))?;
    let began = entry.executed_on.or(entry.decided_on);
    in_order(began, entry.expires_on, at("expires_on"))?;
    in_order(began, entry.ended_on, at("ended_on"))?;
    match entry.deposit {
        Some(deposit) if deposit < 0 => Err(refusal!("amount_malformed", value = deposit).at(place(part, "deposit"))),
        _ => Ok(()),
    }
}
