//! Reading spreadsheets: `.xlsx`, `.xls`, `.et`, `.ods`, `.csv`, `.tsv`, `.csv.gz`, whatever the file is called.
//!
//! The kind is decided by content, not by name. Everything streams: sheets begin, rows come in the
//! order of the sheet, sheets end. Faces of the program call [`crate::worker::read_file`]; what stands
//! here runs inside the worker, and [`in_process`] runs it without the fence for tests of other crates
//! and for files this program wrote itself.

mod cell;
mod container;
mod delimited;
mod encoding;
mod kind;
mod legacy;
mod limits;
mod number_format;
mod ods_spans;
mod ole;
mod packed;
mod piece;
mod quotes;
mod refusal;
mod room;
mod xlsx;

pub use cell::{Cell, DateSerial, DateSystem, Value};
pub use encoding::{TextEncoding, text_of};
pub use kind::FileKind;
pub use limits::Limits;
pub use piece::{Merge, Piece, Sheet, SheetEnd, SheetHead, SheetRow, Summary};
pub use refusal::{ReadCode, ReadRefusal};

pub(crate) use piece::Out;

use std::any::Any;
use std::fs::File;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What the caller wants of a file.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct ReadOptions {
    /// Only the sheet of this name; all visible and hidden sheets when absent.
    pub sheet: Option<String>,
    /// At most so many rows of each sheet, for a preview. `None`: all.
    pub rows_at_most: Option<u32>,
    /// The encoding a person chose for a text file; found by content when absent.
    pub encoding: Option<TextEncoding>,
    /// The character between the columns of a text file; found by content when absent.
    pub delimiter: Option<char>,
    /// What a file may ask for.
    pub limits: Limits,
}

/// Reads `file` here, in this process, without the fence of [`crate::worker`].
///
/// For files this program wrote itself and for tests. `on` may end the reading early by
/// [`ControlFlow::Break`]; the summary then covers what was read.
///
/// # Errors
/// The same refusals as [`crate::worker::read_file`], less those that only the fence can see
/// (memory and time).
pub fn in_process(
    file: File,
    options: &ReadOptions,
    on: &mut dyn FnMut(Piece) -> ControlFlow<()>,
) -> Result<Summary, ReadRefusal> {
    let mut out = Out::new(options, on);
    read_into(file, options, &mut out)
}

/// Decides the kind and hands the file to the reader of that kind.
pub(crate) fn read_into(file: File, options: &ReadOptions, out: &mut Out<'_>) -> Result<Summary, ReadRefusal> {
    let size = file.metadata().map_err(ReadRefusal::io)?.len();
    if size == 0 {
        return Err(ReadRefusal::new(ReadCode::FileEmpty));
    }
    if size > options.limits.file_bytes {
        return Err(ReadRefusal::new(ReadCode::FileTooLarge)
            .with("bytes", size)
            .with("allowed", options.limits.file_bytes));
    }
    let (kind, file) = kind::decide(file)?;
    out.summary.kind = Some(kind);
    let read = || match kind {
        FileKind::Xlsx => xlsx::read(file, options, out),
        FileKind::Xls => legacy::read_xls(file, options, out),
        FileKind::Ods => legacy::read_ods(file, options, out),
        FileKind::Text => delimited::read(file, options, out),
    };
    match catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|said| Err(ended(said.as_ref()).into())) {
        Ok(()) | Err(Stop::Enough) => {}
        Err(Stop::Refused(refusal)) => return Err(refusal),
    }
    if let (Some(name), true) = (&options.sheet, out.summary.sheets.is_empty()) {
        return Err(ReadRefusal::new(ReadCode::FileHasNoSuchSheet)
            .with("sheet", name)
            .with("sheets", out.summary.sheet_names.join("、")));
    }
    if out.summary.rows == 0 {
        return Err(ReadRefusal::new(ReadCode::FileHasNoRows));
    }
    Ok(out.summary.clone())
}

/// The library that reads workbooks ends where a file lies to it about lengths and places: a broken file, in words.
fn ended(said: &(dyn Any + Send)) -> ReadRefusal {
    let text = said.downcast_ref::<String>().map(String::as_str).or(said.downcast_ref::<&str>().copied());
    ReadRefusal::broken(text.unwrap_or("the reader ended"))
}

/// Why a reader stops before the end: refused, or the caller has seen enough.
#[derive(Debug)]
pub(crate) enum Stop {
    Refused(ReadRefusal),
    Enough,
}

impl From<ReadRefusal> for Stop {
    fn from(refusal: ReadRefusal) -> Stop {
        Stop::Refused(refusal)
    }
}
