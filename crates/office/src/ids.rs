//! One type for each kind of thing that has an id: mixing two kinds does not compile.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(as = "f64")]
        pub struct $name(i64);

        impl $name {
            /// The id as it stands in the record, read from there or handed back by a face of the program.
            pub fn known(id: i64) -> Self { Self(id) }
            /// The number, for a place that takes plain numbers.
            pub fn get(self) -> i64 { self.0 }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> { i64::column_result(value).map(Self) }
        }
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> { self.0.to_sql() }
        }
    )*};
}

ids! {
    /// One absence of somebody.
    AbsenceId,
    /// One person who works in the office.
    AccountId,
    /// One act on the timeline of a case.
    ActId,
    /// One handler's or assistant's time with a case.
    AssignmentId,
    /// One accepted case, all its life.
    CaseId,
    /// One department of the office.
    DepartmentId,
    /// One charge against one person.
    ChargeId,
    /// One draw of a handler.
    DrawId,
    /// One journal entry; entries are numbered from 1 without gaps.
    EntryId,
    /// One hearing; a case may have several.
    HearingId,
    /// One note of a hearing's record.
    HearingNoteId,
    /// One intake that was returned for completion or refused.
    IntakeRefusalId,
    /// One link between two cases.
    LinkId,
    /// One coercive measure against one person.
    MeasureId,
    /// One note on a case.
    NoteId,
    /// One check that the office wrote itself.
    OwnCheckId,
    /// One number of a case.
    NumberId,
    /// One draw of hearing officers.
    OfficerDrawId,
    /// One hearing officer of the pool.
    OfficerId,
    /// One participant of a hearing who is no officer.
    ParticipantId,
    /// One person on the card of one case.
    PersonId,
    /// One reminder that somebody made.
    ReminderId,
    /// One officer's seat at a hearing.
    SeatId,
}
