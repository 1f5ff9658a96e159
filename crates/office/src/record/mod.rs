//! The record: one encrypted file, one process that holds it, one writer.
//!
//! This is the only module that sees a raw connection. It opens the file (key, pragmas, migrations), gives
//! read-only connections to queries ([`Reading`]) and one transaction at a time to actions ([`Work`]), keeps
//! the journal, takes entries back, and checks that all is sound. Above it stand the capabilities.
//!
//! The folder of an office holds:
//! - `office.anjuan`: the file, SQLCipher with a random key;
//! - `office.key`: that key, wrapped once for each person and once for the recovery key;
//! - `office.lock`: who holds the record now;
//! - `office.anjuan.before-NNNN`: a copy set aside before migration NNNN.

mod aside;
mod changes;
mod holder;
mod journal;
mod keys;
mod migrate;
mod open;
mod reading;
mod tables;
mod undo;
mod verify;
mod work;

#[cfg(test)]
mod tests;

pub use aside::{Aside, Span, Standing};
pub use changes::{FieldChange, RowChange, changes_of};
pub use holder::{Hold, Holder};
pub use journal::{Entry, EntryDraft};
pub use keys::{FileKey, KeyCost, KeyFile};
pub use migrate::newest_schema;
pub use open::Record;
pub use reading::Reading;
pub use tables::{DERIVED_TABLES, RECORD_TABLES};
pub use verify::{Problem, Soundness};
pub use work::{Committed, Work};
