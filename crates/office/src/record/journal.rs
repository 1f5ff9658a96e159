//! The journal: one entry an action, each chained to the one before by SHA-256.
//!
//! The hash covers every column of the entry but itself, each with its length before it, so that no two different
//! entries give the same bytes. The workstation signs the hash. Cutting the tail or putting back an older file is only seen against a digest kept elsewhere.

use anjuan_law::Day;
use rusqlite::{Connection, OptionalExtension as _, Row, ToSql, blob::ZeroBlob, named_params};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Reading, StationKey, keys::as_hex, migrate};
use crate::{Action, Actor, CaseId, EntryId, Result};

/// A changeset is written so much at a time, in bytes.
const PIECE: usize = 1 << 20;

/// What an entry says beside the changeset.
pub struct EntryDraft<'a> {
    /// Which action.
    pub action: Action,
    /// In whose name.
    pub by: &'a Actor,
    /// The day of the office.
    pub day: Day,
    /// The instant, UTC, RFC 3339.
    pub at: &'a str,
    /// The machine.
    pub workstation: &'a str,
    /// Why, in the person's words.
    pub reason: &'a str,
    /// What was asked, in brief.
    pub detail: serde_json::Value,
    /// The entry that this one takes back.
    pub undoes: Option<EntryId>,
}

/// One entry of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number.
    pub entry: EntryId,
    /// The instant, UTC.
    pub at: String,
    /// The day of the office.
    pub day: Day,
    /// Who.
    pub account: Option<i64>,
    /// His name at the time.
    pub person: String,
    /// The machine.
    pub workstation: String,
    /// Which action.
    pub action: String,
    /// Why.
    pub reason: String,
    /// What was asked, JSON.
    pub detail: String,
    /// The entry that this one takes back.
    pub undoes: Option<EntryId>,
    /// The schema at the time.
    pub schema: u32,
    /// The row changes: a changeset, packed where it is long.
    #[serde(with = "as_hex")]
    pub changeset: Vec<u8>,
    /// Hash of the entry before; zeros for the first.
    #[serde(with = "as_hex")]
    pub parent_hash: Vec<u8>,
    /// Hash of this entry.
    #[serde(with = "as_hex")]
    pub hash: Vec<u8>,
    /// The public key of the workstation that signed, in hexadecimal; empty where none did.
    #[serde(default)]
    pub signed_by: String,
    /// Its signature of the hash.
    #[serde(default, with = "as_hex")]
    pub signature: Vec<u8>,
}

fn or_none<T: Default>(read: rusqlite::Result<T>) -> rusqlite::Result<T> {
    match read {
        Err(rusqlite::Error::InvalidColumnName(_)) => Ok(T::default()),
        other => other,
    }
}

impl Entry {
    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            entry: row.get("entry")?,
            at: row.get("at")?,
            day: row.get("day")?,
            account: row.get("account_id")?,
            person: row.get("person")?,
            workstation: row.get("workstation")?,
            action: row.get("action")?,
            reason: row.get("reason")?,
            detail: row.get("detail")?,
            undoes: row.get("undoes")?,
            schema: row.get("schema")?,
            changeset: row.get("changeset")?,
            parent_hash: row.get("parent_hash")?,
            hash: row.get("hash")?,
            // A backup of an older schema has no such columns.
            signed_by: or_none(row.get("signed_by"))?,
            signature: or_none(row.get("signature"))?,
        })
    }

    /// The hash that the entry's content gives.
    pub fn computed_hash(&self) -> [u8; 32] {
        let mut digest = Sha256::new();
        let mut part = |bytes: &[u8]| {
            digest.update((bytes.len() as u64).to_be_bytes());
            digest.update(bytes);
        };
        let number = |value: Option<i64>| value.map_or_else(String::new, |value| value.to_string());
        part(&self.parent_hash);
        part(self.entry.to_string().as_bytes());
        part(self.at.as_bytes());
        part(self.day.to_string().as_bytes());
        part(number(self.account).as_bytes());
        for text in [&self.person, &self.workstation, &self.action, &self.reason, &self.detail] {
            part(text.as_bytes());
        }
        part(number(self.undoes.map(EntryId::get)).as_bytes());
        part(self.schema.to_string().as_bytes());
        part(&self.changeset);
        digest.finalize().into()
    }
}

pub(super) fn append(
    connection: &Connection,
    draft: &EntryDraft<'_>,
    changeset: Vec<u8>,
    cases: &std::collections::BTreeSet<CaseId>,
    station: Option<&StationKey>,
) -> Result<EntryId> {
    let last: Option<(i64, Vec<u8>)> = connection
        .prepare_cached("SELECT entry, hash FROM journal ORDER BY entry DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (number, parent_hash) = last.map_or((1, vec![0; 32]), |(number, hash)| (number + 1, hash));
    let mut entry = Entry {
        entry: EntryId::known(number),
        at: draft.at.to_owned(),
        day: draft.day,
        account: draft.by.account.map(crate::AccountId::get),
        person: draft.by.name.clone(),
        workstation: draft.workstation.to_owned(),
        action: draft.action.name().to_owned(),
        reason: draft.reason.to_owned(),
        detail: draft.detail.to_string(),
        undoes: draft.undoes,
        schema: migrate::newest_schema(),
        changeset,
        parent_hash,
        hash: Vec::new(),
        signed_by: String::new(),
        signature: Vec::new(),
    };
    entry.hash = entry.computed_hash().to_vec();
    if let Some(station) = station {
        entry.signed_by = station.public();
        entry.signature = station.sign(&entry.hash);
    }
    let number = entry.entry;
    keep(connection, entry, cases)?;
    Ok(number)
}

/// Puts an entry down as it is, with the cases that it touched.
pub(super) fn keep(connection: &Connection, entry: Entry, cases: &std::collections::BTreeSet<CaseId>) -> Result<()> {
    let mut append = connection.prepare_cached(include_str!("append_entry.sql"))?;
    let values: &[(&str, &dyn ToSql)] = named_params! {
        ":entry": entry.entry, ":at": entry.at, ":day": entry.day, ":account_id": entry.account, ":person": entry.person,
        ":workstation": entry.workstation, ":action": entry.action, ":reason": entry.reason, ":detail": entry.detail,
        ":undoes": entry.undoes, ":schema": entry.schema, ":changeset": ZeroBlob(entry.changeset.len() as u64), ":parent_hash": entry.parent_hash,
        ":hash": entry.hash, ":signed_by": entry.signed_by, ":signature": entry.signature,
    };
    append.execute(values)?;
    drop(append);
    // The changeset of an import is as large as the ledger: bound to the statement it would stand in memory three times.
    let mut place = connection.blob_open("main", "journal", "changeset", entry.entry.get(), false)?;
    for (at, piece) in entry.changeset.chunks(PIECE).enumerate() {
        place.write_at(piece, at * PIECE)?;
    }
    place.close()?;
    let mut link = connection.prepare_cached("INSERT INTO journal_case (case_id, entry) VALUES (?1, ?2)")?;
    for case in cases {
        link.execute((case, entry.entry))?;
    }
    Ok(())
}

impl Reading<'_> {
    /// One entry; none where nothing stays of it that anybody is to read.
    pub fn entry(&self, entry: EntryId) -> Result<Option<Entry>> {
        self.maybe(include_str!("entry.sql"), [entry], Entry::from_row)
    }

    /// The newest entries before `before` (all when `None`), newest first; where a case is given, those that touched it. One after the
    /// other, for each may hold the changes of a whole ledger.
    pub fn newest_entries(
        &self,
        case: Option<CaseId>,
        before: Option<EntryId>,
        limit: u32,
        mut each: impl FnMut(Entry) -> Result<()>,
    ) -> Result<()> {
        let each = |row: &Row<'_>| each(Entry::from_row(row)?);
        match case {
            Some(case) => self.each(include_str!("entries_of_case.sql"), (case, before, limit), each),
            None => self.each(include_str!("entries.sql"), (before, limit), each),
        }
    }

    /// The case that an entry touched; none where it touched several, or none.
    pub fn only_case_of_entry(&self, entry: EntryId) -> Result<Option<CaseId>> {
        let touched = self.all(include_str!("only_case_of_entry.sql"), [entry], |row| row.get(0))?;
        Ok(if let [case] = touched.as_slice() { Some(*case) } else { None })
    }

    /// The cases that an entry concerns: those that it touched, and the one that it names.
    pub fn cases_of_entry(&self, entry: EntryId) -> Result<Vec<CaseId>> {
        self.all(include_str!("cases_of_entry.sql"), [entry], |row| row.get(0))
    }

    /// Calls `each` for every entry, oldest first.
    pub fn each_entry(&self, mut each: impl FnMut(Entry) -> Result<()>) -> Result<()> {
        self.each("SELECT * FROM journal ORDER BY entry", [], |row| each(Entry::from_row(row)?))
    }

    /// The hash of the newest entry in hexadecimal: the digest to print and keep elsewhere.
    pub fn head_digest(&self) -> Result<Option<String>> {
        self.maybe("SELECT lower(hex(hash)) FROM journal ORDER BY entry DESC LIMIT 1", [], |row| row.get(0))
    }
}
