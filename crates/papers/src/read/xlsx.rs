//! `.xlsx` and `.xlsm`, row by row: a sheet of any length takes the memory of its shared strings only.

use super::number_format;
use super::{
    Cell, DateSerial, DateSystem, Merge, Out, ReadCode, ReadOptions, ReadRefusal, SheetHead, SheetRow, Stop, Value,
};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use std::fs::File;
use std::io::BufReader;

pub(crate) fn read(file: File, options: &ReadOptions, out: &mut Out<'_>) -> Result<(), Stop> {
    let contents = super::container::inspect(&file, &options.limits)?;
    out.summary.has_macros = contents.has_macros;
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(refusal_of)?;
    let sheets: Vec<_> = book.sheets_metadata().to_vec();
    out.summary.sheet_names = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    for (index, sheet) in sheets.iter().enumerate() {
        let wanted = options.sheet.as_ref().is_none_or(|name| *name == sheet.name);
        if !wanted || sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let head = SheetHead {
            index,
            name: sheet.name.clone(),
            visible: sheet.visible == SheetVisible::Visible,
            merges: if contents.has_merges { merges(&mut book, &sheet.name)? } else { Vec::new() },
        };
        read_sheet(&mut book, head, options, out)?;
    }
    Ok(())
}

fn merges(book: &mut Xlsx<BufReader<File>>, name: &str) -> Result<Vec<Merge>, ReadRefusal> {
    let found = book.merge_cells_by_sheet_name(name).map_err(|error| refusal_of(error).at(name))?;
    Ok(found.iter().filter_map(merge_of).collect())
}

/// A merge with its ends in order; one that ends before it begins merges nothing.
pub(super) fn merge_of(found: &calamine::Dimensions) -> Option<Merge> {
    let merge = Merge { top: found.start.0, bottom: found.end.0, left: found.start.1, right: found.end.1 };
    (merge.top <= merge.bottom && merge.left <= merge.right).then_some(merge)
}

fn read_sheet(
    book: &mut Xlsx<BufReader<File>>,
    head: SheetHead,
    options: &ReadOptions,
    out: &mut Out<'_>,
) -> Result<(), Stop> {
    let system = if book.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 };
    let name = head.name.clone();
    let mut cells = book.worksheet_cells_reader(&name).map_err(|error| refusal_of(error).at(&name))?;
    let formats: Vec<Option<String>> = cells.styles().iter().map(format_code).collect();
    out.begin(head)?;
    let mut row = SheetRow::default();
    loop {
        let at = || format!("{name}!{}", row.number);
        let next = cells.next_cell_with_style_id().map_err(|error| refusal_of(error).at(at()))?;
        let Some((found, style)) = next else { break };
        let (r, c) = found.get_position();
        let cell = cell_of(found.get_value(), formats.get(style).and_then(Option::as_deref), system);
        if cell.text.is_empty() {
            continue;
        }
        let number = r.saturating_add(1);
        if c >= options.limits.columns {
            return Err(super::piece::too_many_columns(c + 1, options.limits.columns).at(at()).into());
        }
        if number < row.number {
            return Err(ReadRefusal::new(ReadCode::FileBroken).at(at()).with("detail", "rows out of order").into());
        }
        if number > row.number && !row.cells.is_empty() && !out.row(std::mem::take(&mut row))? {
            return out.end();
        }
        row.number = number;
        let column = c as usize;
        if row.cells.len() <= column {
            row.cells.resize(column + 1, Cell::default());
        }
        if let Some(place) = row.cells.get_mut(column) {
            *place = cell;
        }
    }
    if !row.cells.is_empty() {
        out.row(row)?;
    }
    out.end()
}

fn format_code(style: &Style) -> Option<String> {
    style.number_format.as_ref().map(|format| format.format_code.clone())
}

/// The cell a person sees for what the file holds.
pub(super) fn cell_of(value: &DataRef<'_>, format: Option<&str>, system: DateSystem) -> Cell {
    let with = |text: String, value: Value| Cell { text, value, from_merge: false };
    match value {
        DataRef::Empty => Cell::default(),
        DataRef::String(text) => Cell::text(text.as_str()),
        DataRef::SharedString(text) => Cell::text(*text),
        DataRef::Int(n) => with(n.to_string(), Value::Number(*n as f64)),
        DataRef::Float(n) => with(number_format::shown(*n, format), Value::Number(*n)),
        DataRef::Bool(yes) => with(if *yes { "TRUE" } else { "FALSE" }.to_owned(), Value::Bool(*yes)),
        DataRef::Error(error) => with(error.to_string(), Value::Error),
        DataRef::DateTime(found) if found.is_duration() => with(hours(found.as_f64()), Value::Number(found.as_f64())),
        DataRef::DateTime(found) => {
            let date = DateSerial { serial: found.as_f64(), system };
            with(date.shown(), Value::Date(date))
        }
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => Cell::text(text.as_str()),
    }
}

/// A length of time in days as hours and minutes.
fn hours(days: f64) -> String {
    let minutes = (days * 1_440.0).round();
    format!("{}:{:02}", (minutes / 60.0).trunc(), (minutes % 60.0).abs())
}

/// A day written as `2026-03-05` or `2026-03-05T14:30:00`; anything else stays the text it is.
fn iso(text: &str) -> Cell {
    let plain = text.trim_end_matches('Z');
    let moment = chrono::NaiveDateTime::parse_from_str(plain, "%Y-%m-%dT%H:%M:%S%.f").ok().or_else(|| {
        chrono::NaiveDate::parse_from_str(plain, "%Y-%m-%d").ok().map(|day| day.and_time(chrono::NaiveTime::MIN))
    });
    match moment.and_then(DateSerial::of) {
        Some(date) => Cell { text: date.shown(), value: Value::Date(date), from_merge: false },
        None => Cell::text(text),
    }
}

fn refusal_of(error: XlsxError) -> ReadRefusal {
    match error {
        XlsxError::Password => ReadRefusal::new(ReadCode::FileEncrypted),
        XlsxError::Io(io) if io.kind() == std::io::ErrorKind::OutOfMemory => {
            ReadRefusal::new(ReadCode::FileAsksTooMuchMemory)
        }
        other => ReadRefusal::broken(other),
    }
}
