//! The law's names for codes, in the language of the call.

use anjuan_commands::Result;
use serde_json::Value;

use crate::{
    face::Face,
    office::{rows, text},
};

/// The law's names in the language of the call.
pub struct Names<'f> {
    face: &'f Face,
    names: Value,
}

impl<'f> Names<'f> {
    /// Asks for them once.
    pub fn of(face: &'f Face) -> Result<Self> {
        Ok(Self { face, names: face.free("vocabulary", Value::Null)? })
    }

    /// The name of a code: of `categories`, `stages`, `lines`, `acts`, or of a list of choices. The code where it has none.
    pub fn say(&self, list: &str, code: &str) -> String {
        let entries = if self.names[list].is_array() { &self.names[list] } else { &self.names["choices"][list] };
        let entry = rows(entries).find(|entry| text(entry, "id") == code || text(entry, "code") == code);
        entry.map_or_else(|| code.to_owned(), |entry| text(entry, self.face.lang.code()).to_owned())
    }
}
