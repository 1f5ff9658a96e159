//! What a caller is told when something is not done: a code, a place, values.
//!
//! The words stand in the two language files under `refusal_<code>` and `remedy_<code>`; a test asks that
//! every code written with [`refusal!`](crate::refusal!) has them. Values named in a refusal are shown to the person who asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Shorthand for what every action and query of this crate answers.
pub type Result<T> = std::result::Result<T, Refusal>;

/// Something was not done, and nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, thiserror::Error)]
#[error("{code} at {at:?} {values:?}")]
pub struct Refusal {
    /// Which refusal: the key of its words.
    pub code: String,
    /// Where: a field (`persons.2.birth`), a column, a file; empty when it concerns the whole.
    pub at: String,
    /// The values that the words name.
    pub values: BTreeMap<String, String>,
}

/// What kind of refusal it is; the command line makes its exit status from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Permission, a rule of law, a held or locked record: nothing changed.
    Rule,
    /// The record can't be opened or is damaged.
    Record,
    /// A fault of the program.
    Fault,
}

impl Refusal {
    /// Made by [`refusal!`](crate::refusal!), so that the codes can be found.
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), at: String::new(), values: BTreeMap::new() }
    }

    /// Names the place.
    pub fn at(mut self, place: impl Into<String>) -> Self {
        self.at = place.into();
        self
    }

    /// Adds a value.
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }

    /// It is a matter of the record, the disk or the program, and not of what was asked: nothing else would go better.
    pub fn is_beyond_asked(&self) -> bool {
        self.class() != Class::Rule || self.code == "disk_full"
    }

    /// What kind of refusal it is.
    pub fn class(&self) -> Class {
        match self.code.as_str() {
            "fault" => Class::Fault,
            code if code.starts_with("record_") && code != "record_held" => Class::Record,
            _ => Class::Rule,
        }
    }
}

/// A refusal by its code: the code as a literal, then the values by name.
#[macro_export]
macro_rules! refusal {
    ($code:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Refusal::new($code)$(.with(stringify!($name), &$value))*
    };
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let code = error.sqlite_error_code();
        match code {
            Some(Code::DiskFull) => refusal!("disk_full"),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => refusal!("record_busy"),
            Some(Code::DatabaseCorrupt) => refusal!("record_damaged", detail = error),
            Some(Code::NotADatabase) => refusal!("record_key_wrong"),
            Some(Code::SystemIoFailure | Code::CannotOpen | Code::ReadOnly) => {
                refusal!("record_disk_fault", detail = error)
            }
            _ => refusal!("fault", detail = error),
        }
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        refusal!("fault", detail = error)
    }
}
