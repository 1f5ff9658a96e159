//! How much memory the library would take for a workbook that it holds whole: counted from what stands in the file before it is
//! asked, so that a cell far out is refused and not made room for.

use super::ole::{long, short};
use super::{Limits, ReadCode, ReadRefusal};
use calamine::Data;
use std::collections::BTreeMap;
use std::ops::Range;

const DATA: u64 = size_of::<Data>() as u64;
const TEXT: u64 = size_of::<String>() as u64;
const FOUND: u64 = size_of::<calamine::Cell<Data>>() as u64;

/// What a workbook will take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Room {
    /// Cells as the file lists them.
    pub listed: u64,
    /// Cells of the rectangles that hold them, each made twice.
    pub spread: u64,
    /// The same of formulas, made once.
    pub formulas: u64,
    /// Bytes of their texts, as often as they are made.
    pub text: u64,
}

impl Room {
    /// Refuses what takes more than a reading may.
    pub fn within(self, limits: &Limits) -> Result<(), ReadRefusal> {
        let parts = [
            self.listed.saturating_mul(FOUND + TEXT),
            self.spread.saturating_mul(2 * DATA),
            self.formulas.saturating_mul(TEXT),
            self.text,
        ];
        let bytes = parts.into_iter().fold(0, u64::saturating_add);
        if bytes > limits.memory_bytes {
            return Err(ReadRefusal::new(ReadCode::FileAsksTooMuchMemory)
                .with("bytes", bytes)
                .with("allowed", limits.memory_bytes));
        }
        Ok(())
    }

    pub fn add(&mut self, other: Room) {
        self.listed = self.listed.saturating_add(other.listed);
        self.spread = self.spread.saturating_add(other.spread);
        self.formulas = self.formulas.saturating_add(other.formulas);
        self.text = self.text.saturating_add(other.text);
    }
}

/// Holds the records of an older workbook to the limits. What they say of their extent, for which the library makes room, is
/// wiped where it is more than the cells that follow.
pub(super) fn hold_records(stream: &mut [u8], limits: &Limits) -> Result<(), ReadRefusal> {
    for _ in 0..3 {
        let book = Book::of(stream, limits)?;
        if book.lies.is_empty() {
            return book.room.within(limits);
        }
        for lie in book.lies {
            stream.get_mut(lie).unwrap_or_default().fill(0);
        }
    }
    Err(ReadRefusal::broken("sheets that lie within each other"))
}

/// Kinds of records.
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000A;
    pub const SHEET: u16 = 0x0085;
    pub const NUMBERS: u16 = 0x00BD;
    pub const MERGES: u16 = 0x00E5;
    pub const EXTENT: u16 = 0x0200;
    pub const FORMULA_TEXT: u16 = 0x0207;
    pub const BEGIN: u16 = 0x0809;
    /// Number, label, rich label, truth or error, small number, shared label.
    pub const CELLS: [u16; 6] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD];
}

/// The records from a place on: kind and where their data stand. They end where the library would say that they are broken.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = (u16, Range<usize>)> {
    let mut at = from;
    std::iter::from_fn(move || {
        let data = at.checked_add(4)?..at.checked_add(4 + usize::from(short(stream, at + 2)))?;
        stream.get(data.clone())?;
        let kind = short(stream, at);
        at = data.end;
        Some((kind, data))
    })
}

/// A record that the file does not hold to its end: what follows it in the container made for the library is none of it.
fn refuse_cut(stream: &[u8], read_to: usize) -> Result<(), ReadRefusal> {
    match read_to == stream.len() {
        true => Ok(()),
        false => Err(ReadRefusal::broken("a record is cut")),
    }
}

#[derive(Default)]
struct Book {
    room: Room,
    lies: Vec<Range<usize>>,
}

impl Book {
    fn of(stream: &[u8], limits: &Limits) -> Result<Book, ReadRefusal> {
        let mut book = Book::default();
        let mut seen: BTreeMap<usize, Room> = BTreeMap::new();
        let mut read_to = 0;
        for (found, data) in records(stream, 0) {
            read_to = data.end;
            if found == kind::END {
                read_to = stream.len();
                break;
            }
            if found != kind::SHEET {
                continue;
            }
            let from = long(stream, data.start) as usize;
            if from > stream.len() {
                return Err(ReadRefusal::broken("a sheet beyond the end"));
            }
            let room = match seen.get(&from) {
                Some(room) => *room,
                None => {
                    let sheet = Sheet::of(stream, from, limits)?;
                    book.lies.extend(sheet.lies());
                    *seen.entry(from).or_insert(sheet.room())
                }
            };
            // Each name makes it anew.
            book.room.add(room);
        }
        refuse_cut(stream, read_to)?;
        Ok(book)
    }
}

/// The smallest rectangle around cells.
#[derive(Default)]
struct Around(Option<[u32; 4]>);

impl Around {
    fn take(&mut self, row: u32, column: u32) {
        let [top, left, bottom, right] = self.0.unwrap_or([row, column, row, column]);
        self.0 = Some([top.min(row), left.min(column), bottom.max(row), right.max(column)]);
    }

    fn cells(&self) -> u64 {
        self.0.map_or(0, |[top, left, bottom, right]| {
            (u64::from(bottom - top) + 1).saturating_mul(u64::from(right - left) + 1)
        })
    }
}

#[derive(Default)]
struct Sheet {
    listed: u64,
    cells: Around,
    formulas: Around,
    merges: usize,
    extents: Vec<(Range<usize>, u64)>,
}

impl Sheet {
    fn of(stream: &[u8], from: usize, limits: &Limits) -> Result<Sheet, ReadRefusal> {
        let mut sheet = Sheet::default();
        let (mut began, mut within, mut formula, mut read_to) = (false, 0usize, (0, 0), from);
        for (found, data) in records(stream, from) {
            read_to = data.end;
            // What is set into a sheet, a chart, has cells of its own.
            if within > 0 {
                within = match found {
                    kind::BEGIN => within + 1,
                    kind::END => within - 1,
                    _ => within,
                };
                continue;
            }
            let number = |at: usize| u32::from(short(stream, data.start + at));
            match found {
                kind::BEGIN if began => within = 1,
                kind::BEGIN => began = true,
                kind::END => {
                    read_to = stream.len();
                    break;
                }
                kind::EXTENT => sheet.extents.push((data.clone(), claimed(stream, &data))),
                kind::FORMULA => {
                    formula = (number(0), number(2));
                    sheet.cell(formula.0, formula.1);
                    sheet.formulas.take(formula.0, formula.1);
                }
                kind::FORMULA_TEXT => sheet.cell(formula.0, formula.1),
                kind::NUMBERS => {
                    let many = u32::try_from(data.len() / 6).unwrap_or(u32::MAX);
                    (0..many.max(1)).for_each(|at| sheet.cell(number(0), number(2) + at));
                }
                kind::MERGES => sheet.merges += number(0) as usize,
                cell if kind::CELLS.contains(&cell) => sheet.cell(number(0), number(2)),
                _ => {}
            }
        }
        refuse_cut(stream, read_to)?;
        if sheet.merges > limits.merges {
            return Err(ReadRefusal::new(ReadCode::FileTooManyCells)
                .with("cells", sheet.merges)
                .with("allowed", limits.merges));
        }
        Ok(sheet)
    }

    fn cell(&mut self, row: u32, column: u32) {
        self.listed += 1;
        self.cells.take(row, column);
    }

    fn room(&self) -> Room {
        let claimed = self.extents.iter().map(|(_, cells)| *cells).max().unwrap_or(0);
        Room { listed: self.listed.max(claimed), spread: self.cells.cells(), formulas: self.formulas.cells(), text: 0 }
    }

    /// Where it says that it has more cells than it has.
    fn lies(&self) -> impl Iterator<Item = Range<usize>> {
        let honest = self.listed.saturating_mul(2).max(1);
        self.extents.iter().filter(move |(_, cells)| *cells > honest).map(|(data, _)| data.clone())
    }
}

/// The cells for which the library makes room by what a sheet says of its extent.
fn claimed(stream: &[u8], data: &Range<usize>) -> u64 {
    let wide = data.len() > 10;
    let number = |at: usize| u32::from(short(stream, data.start + at));
    let [top, bottom, left, right] = match wide {
        true => [long(stream, data.start), long(stream, data.start + 4), number(8), number(10)],
        false => [number(0), number(2), number(4), number(6)],
    };
    let left = if left > 0xFF || right < left { 0 } else { left };
    if bottom == 0 || right == 0 {
        return 1;
    }
    let rows = u64::from((bottom - 1).wrapping_sub(top)) + 1;
    rows.saturating_mul(u64::from((right - 1).wrapping_sub(left)) + 1)
}
