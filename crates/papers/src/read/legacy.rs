//! `.xls` (and WPS `.et`) and `.ods`: small formats that are read whole, inside the worker's fence.

use super::xlsx::{cell_of, merge_of};
use super::{Cell, DateSystem, Out, ReadCode, ReadOptions, ReadRefusal, SheetHead, SheetRow, Stop};
use calamine::{Data, DataRef, Ods, OdsError, Range, Reader, SheetVisible, Xls, XlsError};
use std::fs::File;
use std::io::BufReader;

pub(crate) fn read_xls(mut file: File, options: &ReadOptions, out: &mut Out<'_>) -> Result<(), Stop> {
    let streams = super::ole::names(&mut file)?;
    let has = |wanted: &str| streams.iter().any(|name| name == wanted);
    if has("EncryptedPackage") || has("EncryptionInfo") {
        return Err(ReadRefusal::new(ReadCode::FileEncrypted).into());
    }
    if !streams.is_empty() && !has("Workbook") && !has("Book") {
        let kind = if has("WordDocument") { "doc" } else { "ole" };
        return Err(ReadRefusal::new(ReadCode::FileNotASheet).with("kind", kind).into());
    }
    out.summary.has_macros = has("_VBA_PROJECT_CUR") || has("VBA");
    let mut stream = super::ole::Stream::of(&mut file)?;
    drop(file);
    super::room::hold_records(stream.records(), &options.limits)?;
    let mut book: Xls<_> = Xls::new(stream.into_container()).map_err(xls_refusal)?;
    let system = if book.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 };
    let sheets: Vec<_> = book.sheets_metadata().to_vec();
    out.summary.sheet_names = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    for (index, sheet) in sheets.iter().enumerate() {
        if options.sheet.as_ref().is_some_and(|name| *name != sheet.name) {
            continue;
        }
        let Ok(range) = book.worksheet_range(&sheet.name) else { continue };
        let merges = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        let head = SheetHead {
            index,
            name: sheet.name.clone(),
            visible: sheet.visible == SheetVisible::Visible,
            merges: merges.iter().filter_map(merge_of).collect(),
        };
        hand_on(&range, head, system, options, out)?;
    }
    Ok(())
}

pub(crate) fn read_ods(file: File, options: &ReadOptions, out: &mut Out<'_>) -> Result<(), Stop> {
    super::container::inspect(&file, &options.limits)?;
    let mut spans = super::ods_spans::read(&file, &options.limits)?;
    let mut book: Ods<_> = Ods::new(BufReader::new(file)).map_err(ods_refusal)?;
    let sheets: Vec<_> = book.sheets_metadata().to_vec();
    out.summary.sheet_names = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    for (index, sheet) in sheets.iter().enumerate() {
        if options.sheet.as_ref().is_some_and(|name| *name != sheet.name) {
            continue;
        }
        let range = book.worksheet_range(&sheet.name).map_err(|error| ods_refusal(error).at(&sheet.name))?;
        let head = SheetHead {
            index,
            name: sheet.name.clone(),
            visible: sheet.visible == SheetVisible::Visible,
            merges: spans.remove(&sheet.name).unwrap_or_default(),
        };
        hand_on(&range, head, DateSystem::From1900, options, out)?;
    }
    Ok(())
}

fn hand_on(
    range: &Range<Data>,
    head: SheetHead,
    system: DateSystem,
    options: &ReadOptions,
    out: &mut Out<'_>,
) -> Result<(), Stop> {
    let name = head.name.clone();
    let (top, left) = range.start().unwrap_or_default();
    let right = range.end().map_or(0, |(_, column)| column.saturating_add(1));
    if right > options.limits.columns {
        return Err(super::piece::too_many_columns(right, options.limits.columns).at(name).into());
    }
    out.begin(head)?;
    for (offset, cells) in range.rows().enumerate() {
        let number = u32::try_from(offset).unwrap_or(u32::MAX).saturating_add(top).saturating_add(1);
        let before = std::iter::repeat_n(Cell::default(), left as usize);
        let cells = before.chain(cells.iter().map(|data| cell_of(&borrowed(data), None, system))).collect();
        if !out.row(SheetRow { number, cells })? {
            break;
        }
    }
    out.end()
}

fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(n) => DataRef::Int(*n),
        Data::Float(n) => DataRef::Float(*n),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(found) => DataRef::DateTime(*found),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn xls_refusal(error: XlsError) -> ReadRefusal {
    match error {
        XlsError::Password => ReadRefusal::new(ReadCode::FileEncrypted),
        other => ReadRefusal::broken(other),
    }
}

fn ods_refusal(error: OdsError) -> ReadRefusal {
    match error {
        OdsError::Password => ReadRefusal::new(ReadCode::FileEncrypted),
        OdsError::CellLimitExceeded { requested, max } => {
            ReadRefusal::new(ReadCode::FileTooManyCells).with("cells", requested).with("allowed", max)
        }
        other => ReadRefusal::broken(other),
    }
}
