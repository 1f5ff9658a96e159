//! What comes out of a reading, in the order of the file.

use super::{Cell, FileKind, Limits, ReadCode, ReadOptions, ReadRefusal, Stop, TextEncoding};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;

/// A merged range. Rows and columns count from 0, both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// First column.
    pub left: u32,
    /// Last column.
    pub right: u32,
}

/// A sheet begins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetHead {
    /// Its place in the file, from 0.
    pub index: usize,
    /// Its name; the empty text for a text file.
    pub name: String,
    /// A person sees it when the file is opened.
    pub visible: bool,
    /// Its merged ranges, by first row, then first column.
    pub merges: Vec<Merge>,
}

/// A row that has at least one cell with something in it. Rows between two of them are blank.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetRow {
    /// The number beside the row in a spreadsheet, from 1.
    pub number: u32,
    /// Its cells from the first column to the last filled one.
    pub cells: Vec<Cell>,
}

/// A sheet ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetEnd {
    /// Its place in the file, from 0.
    pub index: usize,
    /// Number of the last row with something in it, 0 for an empty sheet.
    pub last_row: u32,
    /// Columns of the widest row.
    pub columns: u32,
    /// There are more rows; the caller asked for the first ones only.
    pub cut: bool,
}

/// One piece of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A sheet begins.
    Begin(SheetHead),
    /// Rows of the sheet that began last, in order.
    Rows(Vec<SheetRow>),
    /// The sheet ends.
    End(SheetEnd),
}

/// A sheet held whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Name and merged ranges.
    pub head: SheetHead,
    /// Rows with something in them.
    pub rows: Vec<SheetRow>,
    /// Size.
    pub end: SheetEnd,
}

/// What was read, for the person who looks at it and for the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// What the file turned out to be.
    pub kind: Option<FileKind>,
    /// Names of all sheets, read or not, in the file's order.
    pub sheet_names: Vec<String>,
    /// Ends of the sheets that were read.
    pub sheets: Vec<SheetEnd>,
    /// Rows with something in them, over all sheets that were read.
    pub rows: u64,
    /// Cells, each row counted to its last filled one.
    pub cells: u64,
    /// How the text was decoded, for a text file.
    pub encoding: Option<TextEncoding>,
    /// Characters that could not be decoded and stand as U+FFFD. Above 0: ask for the encoding.
    pub undecodable: u64,
    /// The character between columns, for a text file.
    pub delimiter: Option<char>,
    /// The file carries macros. They were neither read nor run.
    pub has_macros: bool,
    /// The worker's highest memory, bytes; 0 when read in this process.
    pub peak_bytes: u64,
    /// The worker's processor time, milliseconds; 0 when read in this process.
    pub cpu_millis: u64,
}

/// Rows are handed on in packs of this many.
const PACK: usize = 256;

/// Where the readers put what they find: counts, checks the limits, fills merges down, packs.
pub(crate) struct Out<'a> {
    on: &'a mut dyn FnMut(Piece) -> ControlFlow<()>,
    limits: Limits,
    rows_at_most: u32,
    pack: Vec<SheetRow>,
    sheet: SheetHead,
    end: SheetEnd,
    rows_in_sheet: u32,
    filling: Vec<Filling>,
    next_merge: usize,
    pub summary: Summary,
}

/// A vertical merge that is being filled down.
struct Filling {
    merge: Merge,
    cell: Cell,
}

impl<'a> Out<'a> {
    pub fn new(options: &ReadOptions, on: &'a mut dyn FnMut(Piece) -> ControlFlow<()>) -> Out<'a> {
        Out {
            on,
            limits: options.limits.clone(),
            rows_at_most: options.rows_at_most.unwrap_or(u32::MAX),
            pack: Vec::new(),
            sheet: SheetHead::default(),
            end: SheetEnd::default(),
            rows_in_sheet: 0,
            filling: Vec::new(),
            next_merge: 0,
            summary: Summary::default(),
        }
    }

    pub fn begin(&mut self, mut head: SheetHead) -> Result<(), Stop> {
        if head.merges.len() > self.limits.merges {
            return Err(ReadRefusal::new(ReadCode::FileTooManyCells)
                .at(head.name)
                .with("cells", head.merges.len())
                .with("allowed", self.limits.merges)
                .into());
        }
        head.merges.sort_by_key(|m| (m.top, m.left));
        self.end = SheetEnd { index: head.index, ..SheetEnd::default() };
        self.rows_in_sheet = 0;
        self.filling.clear();
        self.next_merge = 0;
        self.sheet = head.clone();
        self.hand_on(Piece::Begin(head))
    }

    /// Takes a row; false when the caller wants no further row of this sheet.
    pub fn row(&mut self, mut row: SheetRow) -> Result<bool, Stop> {
        self.fill_down(&mut row);
        while row.cells.last().is_some_and(|cell| cell.text.is_empty()) {
            row.cells.pop();
        }
        if row.cells.iter().all(Cell::is_blank) {
            return Ok(true);
        }
        if self.rows_in_sheet >= self.rows_at_most {
            self.end.cut = true;
            return Ok(false);
        }
        self.count(&row)?;
        self.pack.push(row);
        if self.pack.len() >= PACK {
            self.flush()?;
        }
        Ok(true)
    }

    pub fn end(&mut self) -> Result<(), Stop> {
        self.flush()?;
        self.summary.sheets.push(self.end);
        self.hand_on(Piece::End(self.end))
    }

    fn count(&mut self, row: &SheetRow) -> Result<(), Stop> {
        let at = || format!("{}!{}", self.sheet.name, row.number);
        let columns = u32::try_from(row.cells.len()).unwrap_or(u32::MAX);
        if columns > self.limits.columns {
            return Err(too_many_columns(columns, self.limits.columns).at(at()).into());
        }
        if let Some(long) = row.cells.iter().find(|cell| cell.text.len() > self.limits.cell_bytes) {
            return Err(ReadRefusal::new(ReadCode::FileCellTooLong)
                .at(at())
                .with("bytes", long.text.len())
                .with("allowed", self.limits.cell_bytes)
                .into());
        }
        self.rows_in_sheet += 1;
        self.end.last_row = row.number;
        self.end.columns = self.end.columns.max(columns);
        self.summary.rows += 1;
        self.summary.cells += u64::from(columns);
        if self.summary.cells > self.limits.cells {
            return Err(ReadRefusal::new(ReadCode::FileTooManyCells)
                .at(at())
                .with("cells", self.summary.cells)
                .with("allowed", self.limits.cells)
                .into());
        }
        Ok(())
    }

    /// Copies the first cell of each merge that reaches over this row into the merge's first column.
    ///
    /// To the right nothing is filled: in a head that is the layout's work, and in a row of a case a
    /// cell merged over three date columns is one value, not three.
    fn fill_down(&mut self, row: &mut SheetRow) {
        let Some(at) = row.number.checked_sub(1) else { return };
        self.filling.retain(|filling| filling.merge.bottom >= at);
        for filling in &self.filling {
            let column = filling.merge.left as usize;
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Cell::default());
            }
            if let Some(cell) = row.cells.get_mut(column).filter(|cell| cell.is_blank()) {
                *cell = filling.cell.clone();
            }
        }
        while let Some(merge) = self.sheet.merges.get(self.next_merge).filter(|m| m.top <= at) {
            self.next_merge += 1;
            if merge.top < at || merge.bottom == merge.top || merge.left >= self.limits.columns {
                continue;
            }
            let first = row.cells.get(merge.left as usize).filter(|cell| !cell.is_blank());
            if let Some(cell) = first {
                self.filling.push(Filling { merge: *merge, cell: Cell { from_merge: true, ..cell.clone() } });
            }
        }
    }

    fn flush(&mut self) -> Result<(), Stop> {
        if self.pack.is_empty() {
            return Ok(());
        }
        let pack = std::mem::take(&mut self.pack);
        self.hand_on(Piece::Rows(pack))
    }

    fn hand_on(&mut self, piece: Piece) -> Result<(), Stop> {
        match (self.on)(piece) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Stop::Enough),
        }
    }
}

/// Refuses a width before memory is spent on it.
pub(crate) fn too_many_columns(columns: u32, allowed: u32) -> ReadRefusal {
    ReadRefusal::new(ReadCode::FileTooManyColumns).with("columns", columns).with("allowed", allowed)
}
