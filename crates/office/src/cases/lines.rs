//! The parts of a case's page.

use anjuan_law::{
    Category, Day, Words,
    acts::{Field, FieldType},
};
use serde::Serialize;

use super::{Card, Checklist, PersonEntry};
use crate::{
    AccountId, ActId, AssignmentId, CaseId, ChargeId, DepartmentId, DrawId, LinkId, MeasureId, NoteId, NumberId,
    PersonId,
};

/// A case on one page. Due dates, findings and hearings have commands of their own.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct CaseSheet {
    /// What never scrolls away.
    pub head: CaseHead,
    /// Its numbers.
    pub numbers: Vec<NumberLine>,
    /// Its flags (vocabulary: `flag`).
    pub flags: Vec<String>,
    /// Its people.
    pub persons: Vec<PersonCard>,
    /// The timeline, oldest first.
    pub acts: Vec<ActLine>,
    /// The notes, oldest first.
    pub notes: Vec<NoteLine>,
    /// The cases it belongs with, from either side.
    pub links: Vec<LinkLine>,
    /// Who handles and handled it, oldest first.
    pub assignments: Vec<AssignmentLine>,
    /// What a ledger left open and an import supposed, to be checked.
    pub supposed: Vec<SupposedLine>,
    /// The acts that may be recorded now, with their fields; empty for who may not record.
    pub next_acts: Vec<NextAct>,
    /// Whether the person who asks may record on it.
    pub may_record: bool,
    /// Whether that person may assign it.
    pub may_assign: bool,
    /// Whether that person may hold hearings on it.
    pub may_hear: bool,
    /// Whether what tells who somebody is stays masked for that person until it is asked for.
    pub is_masked: bool,
}

/// The head of a case.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct CaseHead {
    /// Its id.
    pub id: CaseId,
    /// Our register number.
    pub register_no: String,
    /// The department acceptance number, else empty.
    pub number: String,
    /// The business line.
    pub line: String,
    /// The procuratorial function it counts for.
    pub function: String,
    /// The category.
    pub category: String,
    /// The title.
    pub title: String,
    /// Id of the charge, cause of action or field.
    pub cause_code: String,
    /// The cause in words.
    pub cause: String,
    /// Where it comes from (vocabulary: `case_source`).
    pub source: String,
    /// The unit that sent it.
    pub from_unit: String,
    /// The day of receipt.
    pub received_on: Day,
    /// The day of acceptance.
    pub accepted_on: Day,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The department's name.
    pub department: String,
    /// The facts in brief.
    pub summary: String,
    /// The answers to the intake check.
    pub checklist: Checklist,
    /// Further fields of the card.
    pub card: Card,
    /// Who registered it.
    pub registered_by: String,
    /// Where it stands (law: stages).
    pub stage: String,
    /// What it ended with: a code of the category's outcomes, else the words of the act of closing.
    pub outcome: String,
    /// Whether work is still to be done.
    pub is_open: bool,
    /// The day on which it was closed.
    pub closed_on: Option<Day>,
    /// Who handles it.
    pub handler_id: Option<AccountId>,
    /// His name.
    pub handler: String,
    /// Somebody is in custody.
    pub in_custody: bool,
    /// Somebody was a minor at the act.
    pub is_minor: bool,
    /// It needs attention (flags of that group).
    pub is_sensitive: bool,
    /// The next safe due day.
    pub next_due_on: Option<Day>,
    /// Its rule.
    pub next_due_rule: String,
    /// With whom it lies: `police`, `court`, `other`, or empty while it lies here.
    pub out_with: String,
    /// Since when.
    pub out_since: Option<Day>,
}

/// Something that an import supposed of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SupposedLine {
    /// The source.
    pub source: String,
    /// What: words under `remark_import_<code>`.
    pub code: String,
    /// Letter and head of the column that it was taken from, or the field.
    pub column: String,
}

/// One number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct NumberLine {
    /// Its id.
    pub id: NumberId,
    /// Which kind (vocabulary: `number_kind`).
    pub kind: String,
    /// The number.
    pub number: String,
}

/// A person with charges and measures.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct PersonCard {
    /// The id.
    pub id: PersonId,
    /// What is said of the person, as the form takes it; charges and measures stand beside.
    pub person: PersonEntry,
    /// The charges.
    pub charges: Vec<ChargeLine>,
    /// The measures, oldest first.
    pub measures: Vec<MeasureLine>,
    /// Whether the person is in custody.
    pub in_custody: bool,
}

/// One charge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ChargeLine {
    /// Its id.
    pub id: ChargeId,
    /// `transferred`, `reviewed` or `convicted`.
    pub phase: String,
    /// Its id in the list of charges.
    pub charge_id: String,
    /// The charge in words.
    pub charge: String,
}

/// One measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct MeasureLine {
    /// Its id.
    pub id: MeasureId,
    /// Which (vocabulary: `measure`).
    pub kind: String,
    /// Decided on.
    pub decided_on: Option<Day>,
    /// Carried out on.
    pub executed_on: Option<Day>,
    /// Expires on.
    pub expires_on: Option<Day>,
    /// Ended on.
    pub ended_on: Option<Day>,
    /// By whom.
    pub decided_by: String,
    /// Where.
    pub place: String,
    /// Why.
    pub reason: String,
    /// The deposit in fen.
    pub deposit: Option<i64>,
    /// Whether it is in force.
    pub is_current: bool,
}

/// One act of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct ActLine {
    /// Its id.
    pub id: ActId,
    /// Its kind (law: acts).
    pub kind: String,
    /// The kind in words.
    pub words: Words,
    /// Its group (vocabulary: `act_group`).
    pub group: String,
    /// On which day.
    pub on: Day,
    /// Whom it concerns.
    pub person_id: Option<PersonId>,
    /// That person's name; empty where it concerns all.
    pub person: String,
    /// Its fields in words.
    pub fields: Vec<FieldLine>,
    /// A remark.
    pub note: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// Whether it can be corrected on the timeline; an act that a module writes is corrected there.
    pub can_change: bool,
}

/// One field of an act.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct FieldLine {
    /// Its id.
    pub id: String,
    /// Its name in words.
    pub words: Words,
    /// The value as it is stored.
    pub value: String,
    /// The value in words.
    pub said: Words,
}

/// One note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct NoteLine {
    /// Its id.
    pub id: NoteId,
    /// On which day.
    pub on: Day,
    /// By whom.
    pub by: String,
    /// The words.
    pub text: String,
}

/// A case that this one belongs with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct LinkLine {
    /// The link.
    pub id: LinkId,
    /// `same_matter`, `joined`, `split` or `related`.
    pub kind: String,
    /// Whether the link was made on this case; else on the other.
    pub outgoing: bool,
    /// The other case.
    pub case: CaseId,
    /// Its register number.
    pub register_no: String,
    /// Its title.
    pub title: String,
    /// Its category.
    pub category: String,
}

/// Somebody's time with the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AssignmentLine {
    /// Its id.
    pub id: AssignmentId,
    /// Who.
    pub account_id: AccountId,
    /// The name.
    pub name: String,
    /// `handler` or `assistant`.
    pub role: String,
    /// How it came about.
    pub mode: String,
    /// Why (vocabulary: `designation_reason`).
    pub reason: String,
    /// Why, in words.
    pub reason_text: String,
    /// From.
    pub started_on: Day,
    /// Until; none while it lasts.
    pub ended_on: Option<Day>,
    /// The draw, if there was one.
    pub draw_id: Option<DrawId>,
}

/// An act that may be recorded now.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct NextAct {
    /// Its kind.
    pub kind: String,
    /// The kind in words.
    pub words: Words,
    /// Its group (vocabulary: `act_group`).
    pub group: String,
    /// Whether it concerns a person rather than the case.
    pub per_person: bool,
    /// Whether it may be recorded for the case as a whole, which then concerns all.
    pub for_all: bool,
    /// The people for whom it may be recorded.
    pub persons: Vec<PersonId>,
    /// Whether somebody other than the handler has to approve.
    pub needs_approval: bool,
    /// Its fields in the order of the form.
    pub fields: Vec<NextField>,
}

/// One field of an act's form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct NextField {
    /// Its id.
    pub id: String,
    /// Its name in words.
    pub words: Words,
    /// Whether it has to be filled.
    pub required: bool,
    /// `text`, `day`, `choice`, `person`, `amount`, `paper`, `unit`, `account`, `yes_no` or `number`.
    pub kind: &'static str,
    /// The vocabulary list of a choice.
    pub list: Option<String>,
}

impl NextField {
    pub(super) fn of(field: &Field, category: &Category) -> Self {
        let (kind, list) = match &field.kind {
            // What a case ends with is chosen from the outcomes of its category.
            FieldType::Text if field.id == "outcome" => ("choice", Some(category.outcomes.clone())),
            FieldType::Text => ("text", None),
            FieldType::Day => ("day", None),
            FieldType::Choice { list } => ("choice", Some(list.clone())),
            FieldType::Person => ("person", None),
            FieldType::Amount => ("amount", None),
            FieldType::Paper => ("paper", None),
            FieldType::Unit => ("unit", None),
            FieldType::Account => ("account", None),
            FieldType::YesNo => ("yes_no", None),
            FieldType::Number => ("number", None),
        };
        Self { id: field.id.clone(), words: Words::owned(&field.zh, &field.en), required: field.required, kind, list }
    }
}
