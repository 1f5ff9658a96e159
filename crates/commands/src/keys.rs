//! The key of the file: who opens it, a new one, a new paper with the recovery key.

use anjuan_law::Day;
use anjuan_office::{
    Action, Result,
    record::{KeyFile, Left, Made, Record, RekeyStep},
    refusal,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Seat, backups, list::Nothing, sitting};

/// A record up to this size is given a new key at once when somebody leaves: it takes seconds. A larger one when the person who
/// is responsible says so.
const AT_ONCE: u64 = 256 * 1024 * 1024;

/// How the keys stand.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct KeyState {
    /// The names that can sign in.
    pub people: Vec<String>,
    /// Who could open the file with the key that it has and is no longer to: the file wants a new key.
    pub left: Vec<Left>,
    /// How often the file was given a new key.
    pub renewed: u32,
    /// When it was last.
    pub renewed_on: Option<Day>,
    /// Who has to sign in once before the file can be given a new key.
    pub behind: Vec<String>,
}

/// A new key for the file.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct KeyRenew {
    /// Why, in the person's words; at the window what was given with the passphrase.
    #[serde(default)]
    pub reason: Option<String>,
}

/// The file has a new key.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct KeyRenewed {
    /// How often by now.
    pub renewed: u32,
    /// The backup made at once under the new key; none where none could be made.
    pub backup: Option<Made>,
    /// Why none could be made (a refusal's code).
    pub backup_refused: Option<String>,
}

/// A new paper.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct RecoveryRenewed {
    /// The recovery key, in two halves. It is shown this once and kept nowhere; the one before opens nothing any more.
    pub recovery_key: String,
}

fn file(seat: &Seat<'_>) -> Result<KeyFile> {
    KeyFile::load(&Record::key_file_in(&seat.host().folder()))
}

fn size(seat: &Seat<'_>) -> u64 {
    seat.office().record().path().and_then(|path| std::fs::metadata(path).ok()).map_or(0, |file| file.len())
}

/// How the keys stand.
pub fn key_state(seat: &Seat<'_>, _: Nothing) -> Result<KeyState> {
    let keys = file(seat)?;
    let own = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
    let (renewed, renewed_on) = keys.renewed();
    Ok(KeyState {
        people: own(keys.logins()),
        left: keys.left().to_vec(),
        renewed,
        renewed_on,
        behind: own(keys.of_old_form()),
    })
}

/// Gives the file a new key: all of it is written anew, verified, compared, and put in the place of the old. Passphrases and the
/// paper stay good.
pub fn key_renew(seat: &Seat<'_>, ask: KeyRenew) -> Result<KeyRenewed> {
    let purpose = seat.purpose()?;
    let reason = ask.reason.filter(|_| purpose.is_empty()).unwrap_or(purpose);
    if reason.trim().is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    if !seat.is_alone() {
        return Err(refusal!("record_busy"));
    }
    let renewed = renew(seat, &reason, json!({}))?;
    // What was backed up so far opens with the old key: the way back must not depend on that.
    let made = backups::make_now(seat, "key_renew");
    let (backup, backup_refused) = match made {
        Ok(made) => (Some(made), None),
        Err(refused) => (None, Some(refused.code)),
    };
    Ok(KeyRenewed { renewed, backup, backup_refused })
}

fn renew(seat: &Seat<'_>, reason: &str, detail: serde_json::Value) -> Result<u32> {
    // An entry first: nothing is done to the keys that the journal does not know.
    seat.log(Action::KeyRenew, reason, detail)?;
    let keys = seat.office().record().rekey(seat.day, |step| match step {
        RekeyStep::Copying(done, total) => seat.progress("key_renew", done, total),
        _ => Ok(()),
    })?;
    Ok(keys.renewed().0)
}

/// Somebody left: what is made from now on is to be under a key that he never had. What can't be done at once stays offered.
pub(crate) fn after_leaving(seat: &Seat<'_>, login: &str) {
    if size(seat) <= AT_ONCE && seat.is_alone() {
        // Refused while somebody's wrap is of the old form, or a disk is full: the state of the keys tells that it is to be done.
        let _ = renew(seat, "", json!({ "left": login }));
    }
}

/// Makes a new paper with the recovery key, where a half of the old one was lost or seen.
pub fn recovery_renew(seat: &Seat<'_>, ask: KeyRenew) -> Result<RecoveryRenewed> {
    let purpose = seat.purpose()?;
    let reason = ask.reason.filter(|_| purpose.is_empty()).unwrap_or(purpose);
    if reason.trim().is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    let mut keys = file(seat)?;
    let words = keys.renew_recovery(&seat.key())?;
    seat.log(Action::RecoveryRenew, &reason, json!({}))?;
    sitting::save_keys(seat, &keys)?;
    Ok(RecoveryRenewed { recovery_key: words.to_string() })
}
