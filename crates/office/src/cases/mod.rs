//! Cases: taking them in, their people, their timeline, and the row that lists show.
//!
//! Writing goes through [`register`], [`change`](fn@change), [`persons`], [`acts`], [`notes`] and [`intake`];
//! each refuses with the place of the field (`persons.2.birth`). What a case stands at follows from its acts
//! and is kept in the derived table `case_state` ([`derive`](fn@derive)).

pub mod acts;
mod change;
mod day;
mod duplicates;
mod entry;
mod fields;
mod find;
pub mod history;
mod identity;
pub mod intake;
mod lawful;
mod lines;
mod lists;
mod measures;
pub mod notes;
pub mod persons;
pub mod picks;
mod register;
pub(crate) mod secrets;
mod sheet;
mod state;
#[cfg(test)]
mod tests;
mod values;

pub(crate) use acts::accused_roles;
pub use change::{RecordedHead, change, head, reason_once_closed};
pub use day::read_day;
pub use duplicates::{Duplicate, PartialCase, PartialPerson, Why, likely_duplicates};
pub use entry::{
    ActEntry, Card, CaseChange, ChargeEntry, Checklist, ChecklistAnswer, LinkEntry, MeasureEntry, NumberEntry,
    PersonEntry, Registration,
};
pub use find::{CaseRef, find};
pub use identity::{Identity, read_identity};
pub use lines::{
    ActLine, AssignmentLine, CaseHead, CaseSheet, ChargeLine, FieldLine, LinkLine, MeasureLine, NextAct, NextField,
    NoteLine, NumberLine, PersonCard, SupposedLine,
};
pub use register::register;
pub use secrets::refuse_marked;
pub use sheet::sheet;
pub use state::derive;
