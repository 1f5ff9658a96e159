//! The record: one encrypted file, one process that holds it, one writer.
//!
//! This is the only module that sees a raw connection. It opens the file (key, pragmas, migrations), gives
//! read-only connections to queries ([`Reading`]) and one transaction at a time to actions ([`Work`]), keeps
//! the journal, takes entries back, and checks that all is sound. Above it stand the capabilities.
//!
//! The folder of an office holds:
//! - `office.anjuan`: the file, SQLCipher with a random key;
//! - `office.key`: that key, wrapped once for each person and once for the recovery key;
//! - `office.anjuan-sealed`, `office.anjuan-sealed.key`: the sealed cases under a key of their own, and its wraps;
//! - `office.lock`: who holds the record now;
//! - `….rekeyed`: a file under a new key, and its wraps, before they take their places;
//! - `office.anjuan.before-NNNN`: a copy set aside before migration NNNN;
//! - `set-aside-…`: what stood here before a backup was put in its place.
//!
//! Elsewhere lie its backups (`….anjuan-backup`, one file each), its second copy (`….anjuan-segment`, every entry on another
//! disk) and the key with which this workstation signs.

mod aside;
mod asof;
mod backup;
mod changes;
mod confined;
mod container;
mod digest;
mod disk;
mod holder;
mod journal;
mod key_file;
mod keys;
mod leaving;
mod leaving_entries;
mod letter;
mod migrate;
mod open;
mod packed;
mod place;
mod reading;
mod rekey;
mod restore;
mod retold;
mod rota;
mod sealed_copy;
mod second_copy;
mod segment;
mod sign;
mod split;
mod tables;
mod throttle;
mod undo;
mod verify;
mod vouched;
mod work;

#[cfg(test)]
mod tests;

pub use aside::{Aside, Span, Standing};
pub use asof::AsOf;
pub use backup::{Backup, Made, backups_in, office_of};
pub use changes::{FieldChange, RowChange, changes_among, changes_of};
pub use confined::{Table, Telling, Views};
pub use container::{BackupHead, head_of};
pub use digest::Digests;
pub use holder::{Hold, Holder};
pub use journal::{Entry, EntryDraft};
pub use key_file::{KeyFile, Left};
pub use keys::{FileKey, KeyCost};
pub use leaving::{Leaving, Rows};
pub use migrate::newest_schema;
pub use open::Record;
pub use place::refuse_unsafe;
pub use reading::Reading;
pub use rekey::{RekeyStep, settle, settle_sealed};
pub use restore::{Restored, Secret, move_in, restore, set_aside};
pub use rota::{DAYS_KEPT, MONTHS_KEPT, WEEKS_KEPT};
pub use sealed_copy::{sealed_file_in, sealed_keys_in};
pub use second_copy::SecondCopyState;
pub use segment::entries_in;
pub use sign::StationKey;
pub use tables::{DERIVED_TABLES, RECORD_TABLES};
pub use throttle::Tries;
pub use undo::Turns;
pub use verify::{Problem, Soundness};
pub use work::{Committed, Work};
