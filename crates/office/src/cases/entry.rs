//! What people say of a case: the forms that registering, changing and recording take.

use std::collections::BTreeMap;

use anjuan_law::Day;
use serde::{Deserialize, Serialize};

use crate::{CaseId, ChargeId, DepartmentId, IntakeRefusalId, LinkId, MeasureId, NumberId, PersonId};

/// Further fields of a card by their key, as text.
pub type Card = BTreeMap<String, String>;
/// The answers to the intake check (vocabulary: `intake_check`) by item.
pub type Checklist = BTreeMap<String, ChecklistAnswer>;

/// A case to register, with all that is known of it when it comes in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// The business line (law: lines).
    pub line: String,
    /// The category (law: categories).
    pub category: String,
    /// The title, as it is called in the office.
    pub title: String,
    /// The day on which the papers came in.
    pub received_on: Day,
    /// The day of acceptance; not before the day of receipt, not after today.
    pub accepted_on: Day,
    /// Id of the charge, cause of action or field, if it stands in a list.
    #[serde(default)]
    pub cause_code: Option<String>,
    /// The cause in words, as on the paper.
    #[serde(default)]
    pub cause: Option<String>,
    /// Where it comes from (vocabulary: `case_source`).
    #[serde(default)]
    pub source: Option<String>,
    /// The unit that sent it.
    #[serde(default)]
    pub from_unit: Option<String>,
    /// The department that handles it.
    #[serde(default)]
    pub department_id: Option<DepartmentId>,
    /// The facts in brief.
    #[serde(default)]
    pub summary: Option<String>,
    /// How many volumes came with it.
    #[serde(default)]
    pub volumes: Option<u32>,
    /// The answers to the intake check.
    #[serde(default)]
    pub checklist: Option<Checklist>,
    /// Further fields of the case card.
    #[serde(default)]
    pub card: Option<Card>,
    /// Its numbers.
    #[serde(default)]
    pub numbers: Option<Vec<NumberEntry>>,
    /// Its flags (vocabulary: `flag`).
    #[serde(default)]
    pub flags: Option<Vec<String>>,
    /// Other cases it belongs with.
    #[serde(default)]
    pub links: Option<Vec<LinkEntry>>,
    /// Its people.
    #[serde(default)]
    pub persons: Option<Vec<PersonEntry>>,
    /// The earlier intake of the same matter that was returned for completion or refused.
    #[serde(default)]
    pub after_refusal: Option<IntakeRefusalId>,
}

impl Registration {
    /// A registration with its required heads and nothing else.
    pub fn new(line: &str, category: &str, title: &str, received_on: Day, accepted_on: Day) -> Self {
        Self {
            line: line.to_owned(),
            category: category.to_owned(),
            title: title.to_owned(),
            received_on,
            accepted_on,
            cause_code: None,
            cause: None,
            source: None,
            from_unit: None,
            department_id: None,
            summary: None,
            volumes: None,
            checklist: None,
            card: None,
            numbers: None,
            flags: None,
            links: None,
            persons: None,
            after_refusal: None,
        }
    }
}

/// One item of the intake check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ChecklistAnswer {
    /// `yes`, `no` or `not_applicable`.
    pub answer: String,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// A number of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct NumberEntry {
    /// The number to change; none for a new one.
    #[serde(default)]
    pub id: Option<NumberId>,
    /// Which kind (vocabulary: `number_kind`).
    pub kind: String,
    /// The number as on the paper.
    pub number: String,
}

/// A link to another case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct LinkEntry {
    /// The link to change; none for a new one.
    #[serde(default)]
    pub id: Option<LinkId>,
    /// The other case.
    pub other: CaseId,
    /// `same_matter`, `joined`, `split` or `related`.
    pub kind: String,
}

/// A person on the card of a case, with charges and measures.
///
/// When a person is changed, a field that is absent becomes empty; only the card and the lists stay when absent. A list
/// that is given replaces the list: entries with an id are changed in place, entries without one added, those that are
/// not mentioned taken away.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct PersonEntry {
    /// The person to change; none for a new one.
    #[serde(default)]
    pub id: Option<PersonId>,
    /// The role (vocabulary: `person_role`).
    pub role: String,
    /// The name.
    pub name: String,
    /// `natural` (when absent) or `unit`.
    #[serde(default)]
    pub kind: Option<String>,
    /// Another name.
    #[serde(default)]
    pub alias: Option<String>,
    /// `male`, `female`, or empty where it is not known; taken from the identity number when absent.
    #[serde(default)]
    pub sex: Option<String>,
    /// The birthday; taken from the identity number when absent.
    #[serde(default)]
    pub birth: Option<Day>,
    /// The kind of identity document (vocabulary: `id_type`); the resident card when absent and a number is given.
    #[serde(default)]
    pub id_type: Option<String>,
    /// Its number.
    #[serde(default)]
    pub id_number: Option<String>,
    /// Why there is no number.
    #[serde(default)]
    pub no_id_reason: Option<String>,
    /// The ethnicity.
    #[serde(default)]
    pub ethnicity: Option<String>,
    /// The nationality.
    #[serde(default)]
    pub nationality: Option<String>,
    /// Where the person lives.
    #[serde(default)]
    pub residence: Option<String>,
    /// The occupation.
    #[serde(default)]
    pub occupation: Option<String>,
    /// The day of the act, for the age on it.
    #[serde(default)]
    pub act_on: Option<Day>,
    /// Whether the person was a minor on the day of the act; worked out from birthday and day when absent.
    #[serde(default)]
    pub minor_at_act: Option<bool>,
    /// Earlier punishments (vocabulary: `prior_record`).
    #[serde(default)]
    pub prior_record: Option<String>,
    /// Where the person is held.
    #[serde(default)]
    pub custody_place: Option<String>,
    /// A remark.
    #[serde(default)]
    pub note: Option<String>,
    /// Further fields of the person card.
    #[serde(default)]
    pub card: Option<Card>,
    /// The charges.
    #[serde(default)]
    pub charges: Option<Vec<ChargeEntry>>,
    /// The coercive measures.
    #[serde(default)]
    pub measures: Option<Vec<MeasureEntry>>,
}

impl PersonEntry {
    /// A person with a role and a name and nothing else.
    pub fn new(role: &str, name: &str) -> Self {
        Self { role: role.to_owned(), name: name.to_owned(), ..Self::default() }
    }
}

/// A charge against a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct ChargeEntry {
    /// The charge to change; none for a new one.
    #[serde(default)]
    pub id: Option<ChargeId>,
    /// `transferred`, `reviewed` or `convicted`.
    pub phase: String,
    /// Its id in the list of charges, if it stands there.
    #[serde(default)]
    pub charge_id: Option<String>,
    /// The charge in words; the name in the list when absent.
    #[serde(default)]
    pub charge: Option<String>,
}

/// A coercive measure against a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct MeasureEntry {
    /// The measure to change; none for a new one.
    #[serde(default)]
    pub id: Option<MeasureId>,
    /// Which (vocabulary: `measure`).
    pub kind: String,
    /// The day of the decision.
    #[serde(default)]
    pub decided_on: Option<Day>,
    /// The day on which it was carried out.
    #[serde(default)]
    pub executed_on: Option<Day>,
    /// The day on which it expires.
    #[serde(default)]
    pub expires_on: Option<Day>,
    /// The day on which it ended; none while it lasts.
    #[serde(default)]
    pub ended_on: Option<Day>,
    /// Who decided it.
    #[serde(default)]
    pub decided_by: Option<String>,
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
    /// The deposit in fen.
    #[serde(default)]
    pub deposit: Option<i64>,
}

/// What changes in the head of a case and its lists. What is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct CaseChange {
    /// The business line.
    #[serde(default)]
    pub line: Option<String>,
    /// The category.
    #[serde(default)]
    pub category: Option<String>,
    /// The title.
    #[serde(default)]
    pub title: Option<String>,
    /// The day of receipt.
    #[serde(default)]
    pub received_on: Option<Day>,
    /// The day of acceptance.
    #[serde(default)]
    pub accepted_on: Option<Day>,
    /// Id of the charge, cause of action or field.
    #[serde(default)]
    pub cause_code: Option<String>,
    /// The cause in words.
    #[serde(default)]
    pub cause: Option<String>,
    /// Where it comes from.
    #[serde(default)]
    pub source: Option<String>,
    /// The unit that sent it.
    #[serde(default)]
    pub from_unit: Option<String>,
    /// The department that handles it.
    #[serde(default)]
    pub department_id: Option<DepartmentId>,
    /// The facts in brief.
    #[serde(default)]
    pub summary: Option<String>,
    /// Answers to the intake check; items that are not mentioned stay.
    #[serde(default)]
    pub checklist: Option<Checklist>,
    /// Further fields of the card; keys that are not mentioned stay, an empty text takes one away.
    #[serde(default)]
    pub card: Option<Card>,
    /// All its numbers, as [`PersonEntry`] says of lists.
    #[serde(default)]
    pub numbers: Option<Vec<NumberEntry>>,
    /// All its flags.
    #[serde(default)]
    pub flags: Option<Vec<String>>,
    /// All its links, as [`PersonEntry`] says of lists.
    #[serde(default)]
    pub links: Option<Vec<LinkEntry>>,
    /// Why; required once the case is closed.
    #[serde(default)]
    pub reason: Option<String>,
}

/// An act to record on the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(deny_unknown_fields)]
pub struct ActEntry {
    /// Which kind (law: acts).
    pub kind: String,
    /// On which day; not before acceptance, not after today.
    pub on: Day,
    /// Whom it concerns; none where it concerns all.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Its fields as text, by id. Days as typed; choices by code; people by id or name; money in yuan.
    #[serde(default)]
    pub fields: Option<Card>,
    /// A remark.
    #[serde(default)]
    pub note: Option<String>,
}

impl ActEntry {
    /// An act with its fields, which concerns all.
    pub fn new(kind: &str, on: Day, fields: &[(&str, &str)]) -> Self {
        let fields: Card = fields.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect();
        Self { kind: kind.to_owned(), on, person: None, fields: Some(fields), note: None }
    }

    /// The same act for one person.
    pub fn of(mut self, person: PersonId) -> Self {
        self.person = Some(person);
        self
    }
}
