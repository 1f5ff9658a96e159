//! Cases: intake, the page of a case, its people, its timeline.

use anjuan_law::{Day, pick::List};
use anjuan_office::{
    ActId, Action, CaseId, Changed, IntakeRefusalId, NoteId, PersonId, Result, Right,
    accounts::{Sight, reach_case},
    cases::{
        self, ActEntry, CaseChange, CaseRef, CaseSheet, Duplicate, Identity, PartialCase, PersonEntry, Registration,
        history::FieldChanged,
        intake::{IntakeRefusal, IntakeRefusalEntry},
        picks::{self, Pick},
    },
    refusal,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::Seat;

/// A registered case.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CaseRegistered {
    /// Its id.
    pub case: CaseId,
    /// Its register number.
    pub register_no: String,
    /// What changed.
    pub changed: Changed,
}

/// A change of a case.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct CaseChangeAsk {
    /// Which case.
    pub case: CaseRef,
    /// What changes; what is absent stays.
    pub change: CaseChange,
}

/// A person to enter or change.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct PersonSave {
    /// On which case.
    pub case: CaseRef,
    /// The person.
    pub person: PersonEntry,
    /// Why, where something is corrected.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A saved person.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PersonSaved {
    /// The person.
    pub person: PersonId,
    /// What changed.
    pub changed: Changed,
}

/// A person to take off the card.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct PersonRemove {
    /// Which.
    pub person: PersonId,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// An act to record.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct ActRecord {
    /// On which case.
    pub case: CaseRef,
    /// The act.
    pub act: ActEntry,
}

/// A recorded act.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct ActRecorded {
    /// The act.
    pub act: ActId,
    /// What changed.
    pub changed: Changed,
}

/// An act to correct.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct ActChange {
    /// Which.
    pub id: ActId,
    /// The act as it should stand; its kind stays.
    pub act: ActEntry,
    /// Why.
    pub reason: String,
}

/// An act to take off the timeline.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct ActRemove {
    /// Which.
    pub id: ActId,
    /// Why.
    pub reason: String,
}

/// A note to write.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct NoteWrite {
    /// On which case.
    pub case: CaseRef,
    /// The words.
    pub text: String,
}

/// A written note.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct NoteWritten {
    /// The note.
    pub note: NoteId,
    /// What changed.
    pub changed: Changed,
}

/// A refused intake.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct IntakeRefused {
    /// The entry in the register of refusals.
    pub refusal: IntakeRefusalId,
    /// What changed.
    pub changed: Changed,
}

/// What was returned or refused, whole.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct IntakeReveal {
    /// Which.
    pub refusal: IntakeRefusalId,
    /// What for.
    pub reason: String,
}

/// Which refusals.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct IntakeRefusalsAsk {
    /// From this day; the year's first day when absent.
    #[serde(default)]
    pub from: Option<Day>,
    /// To this day; today when absent.
    #[serde(default)]
    pub to: Option<Day>,
}

/// Which case.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct CaseRefAsk {
    /// By id, register number or any of its numbers.
    pub case: CaseRef,
}

/// A typed identity number.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct IdentityAsk {
    /// As typed.
    pub number: String,
    /// The day on which the age is asked about.
    #[serde(default)]
    pub on: Option<Day>,
}

/// A typed day.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct DayAsk {
    /// As typed: `20260305`, `3.5`, `今天`, `+15`.
    pub text: String,
}

/// Which field.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct FieldHistoryAsk {
    /// Of which case.
    pub case: CaseRef,
    /// The record table.
    pub table: String,
    /// The row's key.
    pub key: String,
    /// The field.
    pub field: String,
}

/// What is typed into a picker.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct PickAsk {
    /// Code, part of the name, or pinyin; empty for the beginning of the list.
    #[serde(default)]
    pub query: String,
    /// At most so many; 20 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// What is typed into the picker of causes.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct PickCauseAsk {
    /// `criminal` (charges), `civil`, `administrative` or `public_interest` (fields).
    pub function: String,
    /// Code, part of the name, or pinyin.
    #[serde(default)]
    pub query: String,
    /// At most so many; 20 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// The charges that fit.
pub fn pick_charge(seat: &Seat<'_>, ask: PickAsk) -> Result<Vec<Pick>> {
    seat.need(Right::Read)?;
    Ok(picks::from_list(List::Charges, &ask.query, limit(ask.limit)))
}

/// The causes of action or fields that fit.
pub fn pick_cause(seat: &Seat<'_>, ask: PickCauseAsk) -> Result<Vec<Pick>> {
    seat.need(Right::Read)?;
    let list = match ask.function.as_str() {
        "criminal" => List::Charges,
        "civil" => List::CivilCauses,
        "administrative" => List::AdministrativeCauses,
        "public_interest" => List::PilFields,
        other => return Err(refusal!("choice_unknown", value = other).at("function")),
    };
    Ok(picks::from_list(list, &ask.query, limit(ask.limit)))
}

/// The administrative divisions that fit.
pub fn pick_division(seat: &Seat<'_>, ask: PickAsk) -> Result<Vec<Pick>> {
    seat.need(Right::Read)?;
    Ok(picks::from_list(List::Divisions, &ask.query, limit(ask.limit)))
}

/// The units that fit.
pub fn pick_unit(seat: &Seat<'_>, ask: PickAsk) -> Result<Vec<Pick>> {
    seat.read(|reading| picks::units(reading, &ask.query, limit(ask.limit)))
}

fn limit(asked: Option<u32>) -> usize {
    asked.unwrap_or(20).clamp(1, 200) as usize
}

/// Registers a case.
pub fn case_register(seat: &Seat<'_>, ask: Registration) -> Result<CaseRegistered> {
    let persons = ask.persons.as_ref().map_or(0, Vec::len);
    let detail = json!({ "title": ask.title, "category": ask.category, "persons": persons });
    let done = seat.act(Action::CaseRegister, "", detail, |work| {
        let case = cases::register(work, &ask)?;
        Ok((case, cases::head(work, case)?.register_no))
    })?;
    let (case, register_no) = done.answer;
    Ok(CaseRegistered { case, register_no, changed: done.changed })
}

/// Changes the head of a case, its numbers, flags or links.
pub fn case_change(seat: &Seat<'_>, ask: CaseChangeAsk) -> Result<Changed> {
    let reason = ask.change.reason.clone().unwrap_or_default();
    let done = seat.act(Action::CaseChange, &reason, json!({ "case": ask.case }), |work| {
        cases::change(work, cases::find(work, &ask.case)?, &ask.change)
    })?;
    Ok(done.changed)
}

/// Enters or changes a person with charges and measures.
pub fn person_save(seat: &Seat<'_>, ask: PersonSave) -> Result<PersonSaved> {
    let detail = json!({ "case": ask.case, "name": ask.person.name });
    let reason = ask.reason.clone().unwrap_or_default();
    let done = seat.act(Action::PersonSave, &reason, detail, |work| {
        let case = cases::find(work, &ask.case)?;
        cases::reason_once_closed(work, case, &reason)?;
        cases::persons::save(work, case, &ask.person)
    })?;
    Ok(PersonSaved { person: done.answer, changed: done.changed })
}

/// Takes a person off the card.
pub fn person_remove(seat: &Seat<'_>, ask: PersonRemove) -> Result<Changed> {
    let done = seat.act(Action::PersonSave, &ask.reason, json!({ "person": ask.person }), |work| {
        cases::persons::remove(work, ask.person, &ask.reason)
    })?;
    Ok(done.changed)
}

/// Records an act on the timeline.
pub fn act_record(seat: &Seat<'_>, ask: ActRecord) -> Result<ActRecorded> {
    let detail = json!({ "case": ask.case, "kind": ask.act.kind, "on": ask.act.on });
    let done = seat.act(Action::ActRecord, "", detail, |work| {
        cases::acts::record(work, cases::find(work, &ask.case)?, &ask.act)
    })?;
    Ok(ActRecorded { act: done.answer, changed: done.changed })
}

/// Corrects an act.
pub fn act_change(seat: &Seat<'_>, ask: ActChange) -> Result<Changed> {
    let detail = json!({ "act": ask.id, "kind": ask.act.kind, "on": ask.act.on });
    let done = seat
        .act(Action::ActChange, &ask.reason, detail, |work| cases::acts::change(work, ask.id, &ask.act, &ask.reason))?;
    Ok(done.changed)
}

/// Takes an act off the timeline.
pub fn act_remove(seat: &Seat<'_>, ask: ActRemove) -> Result<Changed> {
    let done = seat.act(Action::ActChange, &ask.reason, json!({ "act": ask.id, "removed": true }), |work| {
        cases::acts::remove(work, ask.id, &ask.reason)
    })?;
    Ok(done.changed)
}

/// Writes a note on a case.
pub fn note_write(seat: &Seat<'_>, ask: NoteWrite) -> Result<NoteWritten> {
    let done = seat.act(Action::NoteWrite, "", json!({ "case": ask.case }), |work| {
        cases::notes::write(work, cases::find(work, &ask.case)?, &ask.text)
    })?;
    Ok(NoteWritten { note: done.answer, changed: done.changed })
}

/// Returns something for completion or refuses it.
pub fn intake_refuse(seat: &Seat<'_>, ask: IntakeRefusalEntry) -> Result<IntakeRefused> {
    let detail = json!({ "outcome": ask.outcome, "reason": ask.reason });
    let done = seat.act(Action::IntakeRefuse, "", detail, |work| cases::intake::refuse(work, &ask))?;
    Ok(IntakeRefused { refusal: done.answer, changed: done.changed })
}

/// What was returned for completion or refused, newest first; masked where the person does not see it whole.
pub fn intake_refusals(seat: &Seat<'_>, ask: IntakeRefusalsAsk) -> Result<Vec<IntakeRefusal>> {
    let first = Day::from_ymd(seat.day.year(), 1, 1).unwrap_or(Day::MIN);
    seat.read(|reading| {
        let mut shown = cases::intake::refusals(reading, ask.from.unwrap_or(first), ask.to.unwrap_or(seat.day))?;
        for one in &mut shown {
            if one.sight(reading, seat.by())? != Sight::Whole {
                one.mask();
            }
        }
        Ok(shown)
    })
}

/// Shows whole what was returned or refused and is masked. Asking is an entry.
pub fn intake_reveal(seat: &Seat<'_>, ask: IntakeReveal) -> Result<IntakeRefusal> {
    if ask.reason.trim().is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    let one = seat.read(|reading| {
        let one = cases::intake::refusal(reading, ask.refusal)?;
        match one.sight(reading, seat.by())? {
            Sight::Barred => Err(refusal!("recused_from_returned")),
            _ => Ok(one),
        }
    })?;
    seat.log(Action::IntakeReveal, ask.reason.trim(), json!({ "refusal": one.id }))?;
    Ok(one)
}

/// Cases that may be the same as the one being typed.
pub fn case_duplicates(seat: &Seat<'_>, ask: PartialCase) -> Result<Vec<Duplicate>> {
    seat.read(|reading| cases::likely_duplicates(reading, &ask))
}

/// A case on one page.
pub fn case_sheet(seat: &Seat<'_>, ask: CaseRefAsk) -> Result<CaseSheet> {
    let mut sheet = seat.read(|reading| cases::sheet(reading, cases::find(reading, &ask.case)?, seat.by()))?;
    sheet.is_masked = sheet.is_masked && !seat.revealed().contains(&sheet.head.id);
    Ok(sheet)
}

/// What an identity number says.
pub fn identity_read(seat: &Seat<'_>, ask: IdentityAsk) -> Result<Identity> {
    cases::read_identity(&ask.number, ask.on, seat.day).map_err(|refused| refused.at("number"))
}

/// Reads a day as typed.
pub fn day_read(seat: &Seat<'_>, ask: DayAsk) -> Result<Day> {
    cases::read_day(&ask.text, seat.day).map_err(|refused| refused.at("text"))
}

/// How a field came to be what it is.
pub fn field_history(seat: &Seat<'_>, ask: FieldHistoryAsk) -> Result<Vec<FieldChanged>> {
    seat.read(|reading| {
        let case = cases::find(reading, &ask.case)?;
        reach_case(reading, seat.by(), Right::Read, case)?;
        cases::history::of_field(reading, case, &ask.table, &ask.key, &ask.field)
    })
}
