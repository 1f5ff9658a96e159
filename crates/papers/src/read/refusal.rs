//! Why a file was not read.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The closed list of reasons. The words are `refusal_<code>` and `remedy_<code>` of the interface's
/// strings, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadCode {
    /// The file asks for more memory than a reading may take.
    FileAsksTooMuchMemory,
    /// The file's own structure contradicts itself or ends too soon.
    FileBroken,
    /// One cell holds more text than a cell can.
    FileCellTooLong,
    /// A quotation mark is opened and not closed.
    FileQuoteNotClosed,
    /// The file has no bytes.
    FileEmpty,
    /// The file needs a password.
    FileEncrypted,
    /// The container holds a declaration that a spreadsheet never needs (a document type, an entity).
    FileHasForbiddenContent,
    /// No sheet has a row with anything in it.
    FileHasNoRows,
    /// The named sheet is not in the file.
    FileHasNoSuchSheet,
    /// The path is a link, a folder or a device.
    FileIsNotPlain,
    /// A web page saved under a spreadsheet's name.
    FileIsWebPage,
    /// A spreadsheet of a kind that is not read (binary workbook, old XML workbook).
    FileKindNotRead,
    /// Neither a spreadsheet nor a table in text.
    FileNotASheet,
    /// The file is not there or may not be read.
    FileNotReadable,
    /// Reading took longer than it may.
    FileTakesTooLong,
    /// More cells than are read.
    FileTooManyCells,
    /// More columns than are read.
    FileTooManyColumns,
    /// The file on disk is larger than is read.
    FileTooLarge,
    /// The parts unpack to more than is read.
    FileUnpacksTooLarge,
    /// The reader could not be started.
    ReaderDidNotStart,
}

impl ReadCode {
    /// The code in snake_case, as in the strings and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            ReadCode::FileAsksTooMuchMemory => "file_asks_too_much_memory",
            ReadCode::FileBroken => "file_broken",
            ReadCode::FileCellTooLong => "file_cell_too_long",
            ReadCode::FileQuoteNotClosed => "file_quote_not_closed",
            ReadCode::FileEmpty => "file_empty",
            ReadCode::FileEncrypted => "file_encrypted",
            ReadCode::FileHasForbiddenContent => "file_has_forbidden_content",
            ReadCode::FileHasNoRows => "file_has_no_rows",
            ReadCode::FileHasNoSuchSheet => "file_has_no_such_sheet",
            ReadCode::FileIsNotPlain => "file_is_not_plain",
            ReadCode::FileIsWebPage => "file_is_web_page",
            ReadCode::FileKindNotRead => "file_kind_not_read",
            ReadCode::FileNotASheet => "file_not_a_sheet",
            ReadCode::FileNotReadable => "file_not_readable",
            ReadCode::FileTakesTooLong => "file_takes_too_long",
            ReadCode::FileTooManyCells => "file_too_many_cells",
            ReadCode::FileTooManyColumns => "file_too_many_columns",
            ReadCode::FileTooLarge => "file_too_large",
            ReadCode::FileUnpacksTooLarge => "file_unpacks_too_large",
            ReadCode::ReaderDidNotStart => "reader_did_not_start",
        }
    }

    /// All codes, for the test that both languages have words for each.
    pub const ALL: [ReadCode; 20] = [
        ReadCode::FileAsksTooMuchMemory,
        ReadCode::FileBroken,
        ReadCode::FileCellTooLong,
        ReadCode::FileQuoteNotClosed,
        ReadCode::FileEmpty,
        ReadCode::FileEncrypted,
        ReadCode::FileHasForbiddenContent,
        ReadCode::FileHasNoRows,
        ReadCode::FileHasNoSuchSheet,
        ReadCode::FileIsNotPlain,
        ReadCode::FileIsWebPage,
        ReadCode::FileKindNotRead,
        ReadCode::FileNotASheet,
        ReadCode::FileNotReadable,
        ReadCode::FileTakesTooLong,
        ReadCode::FileTooManyCells,
        ReadCode::FileTooManyColumns,
        ReadCode::FileTooLarge,
        ReadCode::FileUnpacksTooLarge,
        ReadCode::ReaderDidNotStart,
    ];
}

/// A file was not read; nothing of it was taken.
///
/// Rows that came before the refusal were handed out already: a caller keeps them aside until the
/// reading has ended well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{} at {at:?} {values:?}", code.as_str())]
pub struct ReadRefusal {
    /// Why.
    pub code: ReadCode,
    /// Where in the file: a sheet, a row, a part; empty when the file as a whole is meant.
    pub at: String,
    /// The values the words are filled with.
    pub values: BTreeMap<String, String>,
}

impl ReadRefusal {
    /// A refusal of the file as a whole.
    pub fn new(code: ReadCode) -> ReadRefusal {
        // The words name the place as a value; a file as a whole has none.
        let values = BTreeMap::from([("at".to_owned(), "–".to_owned())]);
        ReadRefusal { code, at: String::new(), values }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, at: impl Into<String>) -> ReadRefusal {
        self.at = at.into();
        let place = self.at.clone();
        self.with("at", place)
    }

    /// Adds a value for the words.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> ReadRefusal {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }

    /// The system would not let us read.
    pub(crate) fn io(error: std::io::Error) -> ReadRefusal {
        use std::io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
        if let Some(much) = error.get_ref().and_then(|inner| inner.downcast_ref::<super::packed::TooMuch>()) {
            return ReadRefusal::new(ReadCode::FileUnpacksTooLarge)
                .with("bytes", much.bytes)
                .with("allowed", much.allowed);
        }
        if matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof) {
            return ReadRefusal::broken(error);
        }
        ReadRefusal::new(ReadCode::FileNotReadable).with("reason", error.kind())
    }

    /// A library found the file's structure wrong. Its own words go along for the log only.
    pub(crate) fn broken(detail: impl std::fmt::Display) -> ReadRefusal {
        let detail: String = detail.to_string().chars().take(200).collect();
        ReadRefusal::new(ReadCode::FileBroken).with("detail", detail)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_the_same_word_everywhere() {
        for code in ReadCode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }
}
