//! The key of the sealed room: who comes to it, and a new one where somebody lost the way in.

use std::path::PathBuf;

use anjuan_office::{
    Result,
    record::{self, FileKey, KeyCost, KeyFile, backups_in, office_of, sealed_keys_in},
    refusal,
    sealed::Room,
};
use serde::Serialize;
use serde_json::json;

use super::{RoomEnter, at_the_door};
use crate::{Seat, backups, sitting};

/// The room has a key that nobody had who lost the way in.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct RoomKeyRenewed {
    /// Who lost it.
    pub left: Vec<String>,
    /// Backups that carry the room under the key before, and its wraps. Only a person takes them away.
    pub holding: Vec<PathBuf>,
}

/// The room opens with the passphrase that its person has now: a new one wraps its key anew.
pub(crate) fn follow_passphrase(seat: &Seat<'_>, login: &str, old: &str, new: &str) -> Result<()> {
    let path = sealed_keys_in(&seat.host().folder());
    if !path.exists() {
        return Ok(());
    }
    let mut keys = KeyFile::load(&path)?;
    if keys.is_code(login) {
        return Ok(());
    }
    let Ok(key) = keys.open(login, old) else { return Ok(()) };
    keys.set(&key, login, new, cost(seat)?)?;
    keys.save(&path)
}

/// Who has left, or signs in by another name, has no way in any more.
pub(crate) fn forget(seat: &Seat<'_>, login: &str) -> Result<()> {
    let path = sealed_keys_in(&seat.host().folder());
    if !path.exists() {
        return Ok(());
    }
    let mut keys = KeyFile::load(&path)?;
    if keys.forget(login, seat.day) { keys.save(&path) } else { Ok(()) }
}

/// Where somebody lost the way in, what is sealed from now on is to be under a key that he never had.
pub(super) fn renew_after_leaving(seat: &Seat<'_>, room: &Room) -> Result<Option<RoomKeyRenewed>> {
    let path = sealed_keys_in(&seat.host().folder());
    let left: Vec<String> = KeyFile::load(&path)?.left().iter().map(|left| left.login.clone()).collect();
    if left.is_empty() {
        return Ok(None);
    }
    let at = seat.host().now();
    room.renew_key(seat.office(), &at_the_door(seat, &at, "", json!({ "left": left })))?;
    let office = seat.office().read(office_of)?;
    let holding = backups_in(&backups::folder_of(seat)?, &office).into_iter();
    let holding = holding.filter(|backup| backup.head.sealed_bytes > 0).map(|backup| backup.file).collect();
    Ok(Some(RoomKeyRenewed { left, holding }))
}

/// The key, by the passphrase, by a code the first time, or by the room's recovery key.
pub(super) fn key_of(seat: &Seat<'_>, login: &str, ask: &RoomEnter) -> Result<FileKey> {
    let path = sealed_keys_in(&seat.host().folder());
    if !path.exists() {
        return Err(refusal!("room_not_founded"));
    }
    // Another window may just be giving the room a new key.
    seat.office().record().while_nothing_moves(|| record::settle_sealed(&seat.host().folder()))?;
    let mut keys = KeyFile::load(&path)?;
    let code = ask.code.as_deref().map(str::trim).filter(|code| !code.is_empty());
    let known = keys.logins().contains(&login);
    let (key, renew) = match code {
        Some(code) if known && keys.is_code(login) => {
            let plain = KeyFile::plain_code(code);
            (sitting::tried(seat.host(), &keys, login, |keys| keys.open(login, &plain))?.0, true)
        }
        Some(code) => (sitting::tried(seat.host(), &keys, login, |keys| keys.open_with_recovery(code))?.0, true),
        None if !known => return Err(refusal!("room_not_allowed")),
        None if keys.is_code(login) => return Err(refusal!("room_code_needed").at("code")),
        None => match keys.open(login, &ask.passphrase) {
            Err(refused) if refused.code == "passphrase_wrong" => return Err(refusal!("room_passphrase_older")),
            opened => (opened?, false),
        },
    };
    if renew {
        keys.set(&key, login, &ask.passphrase, cost(seat)?)?;
        keys.save(&path)?;
    }
    Ok(key)
}

pub(super) fn cost(seat: &Seat<'_>) -> Result<KeyCost> {
    let strict = seat.office().read(anjuan_office::keeping::strictness)?;
    Ok(sitting::cost(seat.host(), &strict))
}
