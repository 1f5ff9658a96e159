//! The tables of an import, read row by row: heads and the first rows are looked at, then each row is bound as it comes.

use std::{ops::ControlFlow, path::Path, sync::Arc};

use anjuan_law::{Day, typed_day::YearLast};
use anjuan_office::{
    Refusal, Result, cases,
    imports::{self, Rows, SourceCell, SourceRow},
    refusal,
};
use anjuan_papers::{
    columns::{Bound, DateOrder, Mapping, MappingFault, Record, Samples, Several, Valued, letter_of},
    layout::{Layout, Row, RowKind},
    read::{Cell, Piece, ReadOptions, SheetEnd, SheetHead, SheetRow, TextEncoding, Value},
    worker,
};
use sha2::{Digest, Sha256};

use super::{ImportAsk, OtherRow};
use crate::Seat;

/// So many rows are looked at before the columns are settled.
const LOOKED_AT: usize = 400;

/// A table as far as it was read.
pub(super) struct TableRead {
    /// The file's name, without its folder.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// The lines above the heads.
    pub title: Vec<String>,
    /// Its heads.
    pub heads: Vec<String>,
    /// Values of each column.
    pub samples: Samples,
    /// Data rows, bound.
    pub rows: Rows,
    /// Rows of other kinds.
    pub others: Vec<OtherRow>,
    /// Row, column and value of what stands right of all heads.
    pub stray: Vec<(u32, String, String)>,
    /// What other than columns stands against an import.
    pub misfit: Option<Refusal>,
    /// The names of all sheets of the file.
    pub sheets: Vec<String>,
    /// Characters that could not be decoded.
    pub undecodable: u64,
}

/// Heads and first rows of a table, for the columns to be settled by.
pub(super) struct Beginning<'t> {
    pub file: &'t str,
    pub sheet: &'t str,
    pub title: &'t [String],
    pub heads: &'t [String],
    pub samples: &'t Samples,
}

/// Settles what the columns of a table are: the mapping, and the category for rows that do not say it.
pub(super) type Settle<'s> = dyn FnMut(&Beginning<'_>) -> Result<(Mapping, String)> + 's;

/// A sheet while it comes.
struct Coming<'f> {
    file: &'f str,
    head: SheetHead,
    layout: Layout,
    waiting: Vec<Row>,
    bound: Option<Binder>,
    has_rows: bool,
    table: TableRead,
}

/// A mapping bound to the heads, with what each row needs besides.
struct Binder {
    bound: Bound,
    labels: Vec<Arc<str>>,
    kind: String,
}

impl<'f> Coming<'f> {
    fn new(file: &'f str, head: SheetHead) -> Coming<'f> {
        let table = TableRead {
            file: file.to_owned(),
            sheet: head.name.clone(),
            title: Vec::new(),
            heads: Vec::new(),
            samples: Samples::default(),
            rows: Rows::default(),
            others: Vec::new(),
            stray: Vec::new(),
            misfit: None,
            sheets: Vec::new(),
            undecodable: 0,
        };
        Coming { file, layout: Layout::new(&head), head, waiting: Vec::new(), bound: None, has_rows: false, table }
    }

    fn push(&mut self, row: SheetRow, settle: &mut Settle<'_>) -> Result<()> {
        self.has_rows = true;
        // A file that bears the mark is secret as a whole, whatever column it stands in and whether or not it is taken over.
        for cell in &row.cells {
            cases::refuse_marked(&cell.text, || format!("!{}", row.number))?;
        }
        let mut out = Vec::new();
        self.layout.push(row, &mut out);
        self.take(out, settle)
    }

    fn finish(&mut self, end: &SheetEnd, settle: &mut Settle<'_>) -> Result<()> {
        let mut out = Vec::new();
        self.layout.finish(end, &mut out);
        self.take(out, settle)?;
        if self.bound.is_none() && self.table.misfit.is_none() {
            self.settle(settle)?;
        }
        Ok(())
    }

    fn take(&mut self, rows: Vec<Row>, settle: &mut Settle<'_>) -> Result<()> {
        for row in rows {
            self.table.samples.look(&row);
            if self.bound.is_some() || self.table.misfit.is_some() {
                self.one(&row);
                continue;
            }
            self.waiting.push(row);
        }
        if self.bound.is_none() && self.table.misfit.is_none() && self.waiting.len() >= LOOKED_AT {
            self.settle(settle)?;
        }
        Ok(())
    }

    /// Settles the columns by what was seen so far and binds the rows that wait.
    fn settle(&mut self, settle: &mut Settle<'_>) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        let (mut heads, last) =
            self.layout.heads().map(|heads| (heads.names.clone(), heads.last_row)).unwrap_or_default();
        let widest = waiting.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        heads.resize(heads.len().max(widest), String::new());
        let above = |row: &&Row| row.kind == RowKind::Title && row.number <= last;
        self.table.title = waiting.iter().filter(above).map(text_of).collect();
        self.table.heads = heads;
        let (mapping, kind) = settle(&Beginning {
            file: self.file,
            sheet: &self.head.name,
            title: &self.table.title,
            heads: &self.table.heads,
            samples: &self.table.samples,
        })?;
        let rule = mapping.table_for(self.file, &self.head.name);
        match Bound::new(&mapping, rule, &self.table.heads) {
            Ok(bound) => self.bound = Some(Binder { bound, labels: labels(&self.table.heads), kind }),
            Err(fault) => self.table.misfit = Some(from_mapping(fault)),
        }
        waiting.iter().for_each(|row| self.one(row));
        Ok(())
    }

    fn one(&mut self, row: &Row) {
        if row.kind != RowKind::Data {
            let kind = row.kind.as_str().to_owned();
            self.table.others.push(OtherRow { row: row.number, span: row.span, kind, text: text_of(row) });
            return;
        }
        let Some(binder) = &self.bound else { return };
        for column in binder.bound.stray(row) {
            let text = row.cells.get(column).map(|cell| cell.text.clone()).unwrap_or_default();
            self.table.stray.push((row.number, letter_of(column), text));
        }
        self.table.rows.push(&binder.row(row));
    }
}

impl Binder {
    fn row(&self, row: &Row) -> SourceRow {
        let record: Record = self.bound.record(row);
        let mut cells: Vec<SourceCell> = record.values.into_iter().map(|valued| self.cell(valued)).collect();
        if !self.kind.is_empty() {
            cells.push(SourceCell { field: "kind".into(), text: self.kind.clone(), ..SourceCell::default() });
        }
        SourceRow {
            row: row.number,
            table: record.table.to_string(),
            group: record.group,
            case_key: record.case_key,
            person_key: record.person_key,
            cells,
        }
    }

    fn cell(&self, valued: Valued) -> SourceCell {
        let label = valued.column.and_then(|column| self.labels.get(column as usize)).cloned();
        SourceCell {
            day: match valued.value {
                Value::Date(serial) => serial.day().and_then(|day| Day::try_from(day).ok()),
                _ => None,
            },
            number: match valued.value {
                Value::Number(number) => Some(number),
                _ => None,
            },
            year_last: match valued.date_order {
                DateOrder::Ymd => None,
                DateOrder::Mdy => Some(YearLast::MonthFirst),
                DateOrder::Dmy => Some(YearLast::DayFirst),
            },
            several: valued.several.map(|several| match several {
                Several::Earliest => imports::Several::Earliest,
                Several::Latest => imports::Several::Latest,
                Several::First => imports::Several::First,
                Several::Last => imports::Several::Last,
            }),
            field: valued.field,
            text: valued.text,
            column: label.unwrap_or_default(),
            digits_lost: valued.digits_lost,
            from_merge: valued.from_merge,
        }
    }
}

/// Letter and head of each column, as people find it.
fn labels(heads: &[String]) -> Vec<Arc<str>> {
    heads.iter().enumerate().map(|(at, head)| format!("{} {head}", letter_of(at)).trim_end().into()).collect()
}

fn text_of(row: &Row) -> String {
    let texts: Vec<&str> =
        row.cells.iter().filter(|c| !c.has_nothing_of_its_own()).map(|c| c.text.as_str().trim()).collect();
    texts.join(" ")
}

/// Reads one table of a file: the sheet named, else the first one that a person sees and that has rows.
pub(super) fn of_file(
    seat: &Seat<'_>,
    task: &str,
    path: &Path,
    sheet: Option<&str>,
    ask: &ImportAsk,
    hash: &mut Sha256,
    settle: &mut Settle<'_>,
) -> Result<TableRead> {
    let encoding = match ask.encoding.as_deref() {
        None => None,
        Some(name) => Some(
            serde_json::from_value::<TextEncoding>(serde_json::json!(name))
                .map_err(|_| refusal!("choice_unknown", value = name).at("encoding"))?,
        ),
    };
    let options = ReadOptions { sheet: sheet.map(str::to_owned), encoding, ..ReadOptions::default() };
    let file = file_name(path);
    let mut coming: Option<Coming<'_>> = None;
    let mut chosen: Option<Coming<'_>> = None;
    let mut read = 0u64;
    let mut take = |piece: Piece| -> Result<ControlFlow<()>> {
        match piece {
            Piece::Begin(head) => coming = Some(Coming::new(&file, head)),
            Piece::Rows(rows) => {
                read += rows.len() as u64;
                seat.progress(task, read, 0)?;
                let Some(sheet) = &mut coming else { return Ok(ControlFlow::Continue(())) };
                for row in rows {
                    add_to(hash, &row);
                    sheet.push(row, settle)?;
                }
            }
            Piece::End(end) => {
                let Some(mut sheet) = coming.take().filter(|sheet| sheet.has_rows) else {
                    return Ok(ControlFlow::Continue(()));
                };
                sheet.finish(&end, settle)?;
                let is_seen = sheet.head.visible;
                if is_seen || chosen.is_none() {
                    chosen = Some(sheet);
                }
                // Further sheets are another ledger.
                return Ok(if is_seen { ControlFlow::Break(()) } else { ControlFlow::Continue(()) });
            }
        }
        Ok(ControlFlow::Continue(()))
    };
    let mut stopped = None;
    let summary = worker::read_file_by(&seat.host().reader(), path, &options, |piece| match take(piece) {
        Ok(flow) => flow,
        Err(refused) => {
            stopped = Some(refused);
            ControlFlow::Break(())
        }
    });
    if let Some(refused) = stopped {
        return Err(refused);
    }
    let summary = summary.map_err(|refused| Refusal {
        code: refused.code.as_str().to_owned(),
        at: refused.at,
        values: refused.values,
    })?;
    let mut table = chosen.map(|sheet| sheet.table).ok_or_else(|| refusal!("file_has_no_rows"))?;
    table.sheets = summary.sheet_names;
    table.undecodable = summary.undecodable;
    Ok(table)
}

/// A block copied from a spreadsheet, as a table.
pub(super) fn of_block(block: Vec<Vec<String>>, hash: &mut Sha256, settle: &mut Settle<'_>) -> Result<TableRead> {
    let mut coming = Coming::new("", SheetHead { visible: true, ..SheetHead::default() });
    let mut last_row = 0;
    for (number, cells) in (1u32..).zip(block) {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let row = SheetRow { number, cells: cells.into_iter().map(Cell::text).collect() };
        last_row = number;
        add_to(hash, &row);
        coming.push(row, settle)?;
    }
    if last_row == 0 {
        return Err(refusal!("file_has_no_rows"));
    }
    coming.finish(&SheetEnd { last_row, ..SheetEnd::default() }, settle)?;
    Ok(coming.table)
}

fn add_to(hash: &mut Sha256, row: &SheetRow) {
    hash.update(row.number.to_le_bytes());
    for cell in &row.cells {
        hash.update(cell.text.as_bytes());
        hash.update([0x1F]);
    }
}

pub(super) fn from_mapping(fault: MappingFault) -> Refusal {
    Refusal { code: fault.code.as_str().to_owned(), at: fault.at, values: fault.values }
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
