//! Lists as files, exactly as they stand on screen: `.xlsx` for people, `.csv` for programs.
//!
//! No text in them can become a formula. In a workbook every text is a text cell, marked so that even
//! editing it again leaves it text. In a text file [`guard`] puts an apostrophe before a text that a
//! spreadsheet would calculate; [`unguard`], which our own reading applies, takes it off again.
//!
//! Rows are taken one by one. What is written first goes to a nameless file in a folder that only this
//! account can enter, beside the destination, and gets its name when it is complete: there is never
//! half a list, and nothing lies in a shared folder for temporary files.

mod calendar;
mod delimited;
mod guard;
mod new_file;
mod place;
mod workbook;

pub use calendar::{Calendar, Event, write_calendar};
pub use guard::{guard, is_formula_like, unguard};
pub use new_file::put_new;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// The form of a list's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Workbook.
    Xlsx,
    /// Text with commas, UTF-8 with byte order mark.
    Csv,
}

impl Form {
    /// By the ending of the name a person chose.
    ///
    /// # Errors
    /// [`WriteCode::ListFormUnknown`] for any other ending.
    pub fn of(path: &Path) -> Result<Form, WriteFault> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        match ending.as_deref() {
            Some("xlsx") => Ok(Form::Xlsx),
            Some("csv") => Ok(Form::Csv),
            other => Err(WriteFault::new(WriteCode::ListFormUnknown).with("ending", other.unwrap_or(""))),
        }
    }
}

/// A column of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width in half-width characters; by its content when absent.
    pub width: Option<f64>,
}

/// What stands around the rows. All words come from the caller, in the language of the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// Name of the sheet; characters that a sheet's name can't have are replaced.
    pub sheet: String,
    /// The title line: the office's name and the list's.
    pub title: String,
    /// Lines under the title: the filter, who made it and when.
    pub lines: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The foot of each printed page, with `{page}` and `{pages}`.
    pub foot: String,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Nothing.
    Empty,
    /// Text; it stays text whatever it begins with.
    Text(String),
    /// A number to calculate with. Numbers that are names (ID numbers, case numbers) are text.
    Number(f64),
    /// A day.
    Day(NaiveDate),
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Rows without title, lines and heads.
    pub rows: u64,
    /// Size of the file, bytes.
    pub bytes: u64,
}

/// The closed list of faults; words are `refusal_<code>` and `remedy_<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteCode {
    /// A text is longer than a cell of a workbook takes.
    ListCellTooLong,
    /// Neither `.xlsx` nor `.csv`.
    ListFormUnknown,
    /// The system would not write.
    ListNotWritten,
    /// More rows than a sheet has.
    ListTooLong,
}

impl WriteCode {
    /// The code in snake_case.
    pub fn as_str(self) -> &'static str {
        match self {
            WriteCode::ListCellTooLong => "list_cell_too_long",
            WriteCode::ListFormUnknown => "list_form_unknown",
            WriteCode::ListNotWritten => "list_not_written",
            WriteCode::ListTooLong => "list_too_long",
        }
    }

    /// All codes.
    pub const ALL: [WriteCode; 4] =
        [WriteCode::ListCellTooLong, WriteCode::ListFormUnknown, WriteCode::ListNotWritten, WriteCode::ListTooLong];
}

/// A list was not written; the destination is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} {values:?}", code.as_str())]
pub struct WriteFault {
    /// Why.
    pub code: WriteCode,
    /// Values for the words.
    pub values: BTreeMap<String, String>,
}

impl WriteFault {
    pub(crate) fn new(code: WriteCode) -> WriteFault {
        WriteFault { code, values: BTreeMap::new() }
    }

    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> WriteFault {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }

    pub(crate) fn io(error: &std::io::Error) -> WriteFault {
        WriteFault::new(WriteCode::ListNotWritten).with("reason", error.kind())
    }
}

/// A list being written. Dropped before [`ListWriter::finish`], it leaves nothing behind.
pub struct ListWriter {
    inner: Inner,
    rows: u64,
}

enum Inner {
    Workbook(Box<workbook::Writer>),
    Delimited(Box<delimited::Writer>),
}

impl ListWriter {
    /// Begins a list that will be at `path`; a file that is there already is replaced at the end.
    ///
    /// # Errors
    /// [`WriteCode::ListNotWritten`] when the folder can't be written to.
    pub fn begin(path: &Path, form: Form, list: &List) -> Result<ListWriter, WriteFault> {
        let place = place::Place::beside(path)?;
        let inner = match form {
            Form::Xlsx => Inner::Workbook(Box::new(workbook::Writer::begin(place, list)?)),
            Form::Csv => Inner::Delimited(Box::new(delimited::Writer::begin(place, list)?)),
        };
        Ok(ListWriter { inner, rows: 0 })
    }

    /// Writes the next row.
    ///
    /// # Errors
    /// A text or a list that the form can't take, or the system's refusal.
    pub fn row(&mut self, items: &[Item]) -> Result<(), WriteFault> {
        match &mut self.inner {
            Inner::Workbook(writer) => writer.row(items)?,
            Inner::Delimited(writer) => writer.row(items)?,
        }
        self.rows += 1;
        Ok(())
    }

    /// Puts the complete list in its place.
    ///
    /// # Errors
    /// [`WriteCode::ListNotWritten`].
    pub fn finish(self) -> Result<Written, WriteFault> {
        let bytes = match self.inner {
            Inner::Workbook(writer) => writer.finish()?,
            Inner::Delimited(writer) => writer.finish()?,
        };
        Ok(Written { rows: self.rows, bytes })
    }
}

/// Writes a list whose rows are all at hand.
///
/// # Errors
/// As [`ListWriter`].
pub fn write_list(
    path: &Path,
    form: Form,
    list: &List,
    rows: impl IntoIterator<Item = Vec<Item>>,
) -> Result<Written, WriteFault> {
    let mut writer = ListWriter::begin(path, form, list)?;
    for row in rows {
        writer.row(&row)?;
    }
    writer.finish()
}
