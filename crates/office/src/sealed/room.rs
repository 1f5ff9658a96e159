//! The room of the sealed cases: the second file while it is open.

use std::path::Path;

use anjuan_law::Day;
use serde::Serialize;
use serde_json::json;

use crate::{
    Action, Ask, CaseId, EntryId, Office, Result,
    record::{FileKey, Record, StationKey, sealed_file_in},
};

/// The second file, open. Its key is wiped when this is dropped.
pub struct Room {
    office: Office,
}

/// A case that lies sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SealedCase {
    /// The case.
    pub case: CaseId,
    /// Its register number.
    pub register_no: String,
    /// Its title.
    pub title: String,
    /// Its people.
    pub persons: String,
    /// Sealed on.
    pub sealed_on: Day,
    /// By whom.
    pub sealed_by: String,
    /// Why the law seals it (vocabulary: `seal_ground`).
    pub ground: String,
    /// Whose decision.
    pub authority: String,
    /// Anything else to be known.
    pub reason: String,
    /// Why the whole of a case with adults was sealed.
    pub joint_reason: String,
}

impl Room {
    /// Makes the second file of an office. Its first entry holds what the office itself is.
    pub fn found(folder: &Path, key: FileKey, station: StationKey, office: &Office, ask: &Ask<'_>) -> Result<Self> {
        let room = Self::over(Record::beside(&sealed_file_in(folder), key, true)?, station, office);
        let mirror = office.read(|reading| reading.rows_of_office())?;
        room.write(office, Action::SealedFound, ask, |work| {
            work.refer_later()?;
            mirror.iter().try_for_each(|rows| rows.rows.iter().try_for_each(|row| work.put_row(rows, row)))
        })?;
        Ok(room)
    }

    /// Opens it and writes down that somebody entered. Who works in the office, and at which machines, it is told anew.
    pub fn enter(folder: &Path, key: FileKey, station: StationKey, office: &Office, ask: &Ask<'_>) -> Result<Self> {
        const TOLD_ANEW: [&str; 3] = ["department", "account", "workstation"];
        let file = sealed_file_in(folder);
        let record = office.record().while_nothing_moves(|| Record::beside(&file, key, false))?;
        let room = Self::over(record, station, office);
        let mirror = office.read(|reading| reading.rows_of_office())?;
        let told = mirror.iter().filter(|rows| TOLD_ANEW.contains(&rows.table.as_str()));
        let before = room.office.read(|reading| reading.head_digest())?;
        room.write(office, Action::RoomEnter, ask, |work| {
            work.refer_later()?;
            told.into_iter().try_for_each(|rows| rows.rows.iter().try_for_each(|row| work.put_row(rows, row)))
        })?;
        if room.office.read(|reading| reading.head_digest())? == before {
            room.log(office, Action::RoomEnter, ask)?;
        }
        Ok(room)
    }

    fn over(record: Record, station: StationKey, office: &Office) -> Self {
        record.sign_with(station);
        Self { office: Office::new(record, office.workstation()) }
    }

    /// The sealed cases as an office of their own, for the questions that are asked of any office.
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// The key as it is now, for adding somebody's wrap.
    pub fn key(&self) -> FileKey {
        self.office.record().key()
    }

    /// Gives the second file a new key, so that who lost the way in opens nothing that is sealed from now on: all of it is
    /// written anew, verified, compared, and put in the place of the old. Whose wrap is in the key file keeps what opens it.
    pub fn renew_key(&self, office: &Office, ask: &Ask<'_>) -> Result<()> {
        // An entry first: nothing is done to the keys that the journal does not know.
        self.log(office, Action::KeyRenew, ask)?;
        office.record().while_nothing_moves(|| {
            self.office.record().rekey(ask.day, |_| Ok(()))?;
            self.office.record().settle()
        })
    }

    /// The cases that lie sealed, by their register numbers.
    pub fn cases(&self) -> Result<Vec<SealedCase>> {
        self.office.read(|reading| {
            reading.all(include_str!("cases.sql"), [], |row| {
                Ok(SealedCase {
                    case: row.get("case_id")?,
                    register_no: row.get("register_no")?,
                    title: row.get("title")?,
                    persons: row.get("persons")?,
                    sealed_on: row.get("sealed_on")?,
                    sealed_by: row.get("sealed_by")?,
                    ground: row.get("ground")?,
                    authority: row.get("authority")?,
                    reason: row.get("reason")?,
                    joint_reason: row.get("joint_reason")?,
                })
            })
        })
    }

    /// Writes down that something was read or done here, in the room's own journal.
    pub fn log(&self, office: &Office, action: Action, ask: &Ask<'_>) -> Result<EntryId> {
        office.record().while_nothing_moves(|| {
            let entry = self.office.log(action, ask)?;
            self.office.record().settle()?;
            Ok(entry)
        })
    }

    /// Does one thing here, while no copy of both files is being made.
    pub(super) fn write(
        &self,
        office: &Office,
        action: Action,
        ask: &Ask<'_>,
        act: impl FnOnce(&crate::Work<'_>) -> Result<()>,
    ) -> Result<()> {
        office.record().while_nothing_moves(|| self.write_held(action, ask, act))
    }

    /// The same where the caller holds both files. What was written is in the file itself when this returns.
    pub(super) fn write_held(
        &self,
        action: Action,
        ask: &Ask<'_>,
        act: impl FnOnce(&crate::Work<'_>) -> Result<()>,
    ) -> Result<()> {
        self.office.act(action, ask, act)?;
        self.office.record().settle()
    }

    /// What is asked of the room in somebody's name, with what it is about.
    pub(super) fn ask<'a>(ask: &Ask<'a>, reason: &'a str, detail: serde_json::Value) -> Ask<'a> {
        Ask { reason, detail, ..ask.clone() }
    }
}

/// What an entry of the room says of a case.
pub(super) fn about(case: CaseId) -> serde_json::Value {
    json!({ "case": case })
}
