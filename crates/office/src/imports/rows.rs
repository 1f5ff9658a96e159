//! The data rows of a file, packed: a large ledger is held until each of its cases has had its turn, and as rows of cells with
//! texts of their own it would take many times its size.

use std::sync::Arc;

use anjuan_law::{Day, typed_day::YearLast};

use super::{Several, SourceCell, SourceRow};

/// Rows in the order of the file; each is unpacked when it is asked for.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// What the cells of a column have in common.
    columns: Vec<Column>,
    tables: Vec<String>,
    bytes: Vec<u8>,
    /// Where each row begins.
    starts: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq)]
struct Column {
    field: Arc<str>,
    column: Arc<str>,
    year_last: Option<YearLast>,
    several: Option<Several>,
}

const DIGITS_LOST: u8 = 1;
const FROM_MERGE: u8 = 2;
const HAS_DAY: u8 = 4;
const HAS_NUMBER: u8 = 8;

const HAS_GROUP: u8 = 1;
const HAS_CASE_KEY: u8 = 2;
const HAS_PERSON_KEY: u8 = 4;

impl Rows {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// One more at the end.
    pub fn push(&mut self, row: &SourceRow) {
        self.starts.push(self.bytes.len());
        let flag = |has: bool, bit: u8| if has { bit } else { 0 };
        self.bytes.push(
            flag(row.group.is_some(), HAS_GROUP)
                | flag(row.case_key.is_some(), HAS_CASE_KEY)
                | flag(row.person_key.is_some(), HAS_PERSON_KEY),
        );
        self.number(u64::from(row.row));
        let table = place_in(&mut self.tables, |table| *table == row.table, || row.table.clone());
        self.number(table);
        if let Some(group) = row.group {
            self.number(u64::from(group));
        }
        for key in [&row.case_key, &row.person_key].into_iter().flatten() {
            self.text(key);
        }
        self.number(row.cells.len() as u64);
        for cell in &row.cells {
            self.cell(cell);
        }
    }

    fn cell(&mut self, cell: &SourceCell) {
        let same = |known: &Column| {
            known.field == cell.field
                && known.column == cell.column
                && known.year_last == cell.year_last
                && known.several == cell.several
        };
        let column = place_in(&mut self.columns, same, || Column {
            field: Arc::clone(&cell.field),
            column: Arc::clone(&cell.column),
            year_last: cell.year_last,
            several: cell.several,
        });
        self.number(column);
        let flag = |has: bool, bit: u8| if has { bit } else { 0 };
        self.bytes.push(
            flag(cell.digits_lost, DIGITS_LOST)
                | flag(cell.from_merge, FROM_MERGE)
                | flag(cell.day.is_some(), HAS_DAY)
                | flag(cell.number.is_some(), HAS_NUMBER),
        );
        self.text(&cell.text);
        if let Some(day) = cell.day {
            self.number(u64::try_from(Day::MIN.days_until(day)).unwrap_or(0));
        }
        if let Some(number) = cell.number {
            self.bytes.extend(number.to_bits().to_le_bytes());
        }
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push((number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// The rows of another file after those of this one.
    pub fn append(&mut self, other: Rows) {
        if self.is_empty() {
            *self = other;
            return;
        }
        other.iter().for_each(|row| self.push(&row));
    }

    /// The row at a place; none beyond the last.
    pub fn get(&self, at: usize) -> Option<SourceRow> {
        let mut packed = Packed(self.bytes.get(*self.starts.get(at)?..)?);
        let flags = packed.byte()?;
        let row = u32::try_from(packed.number()?).ok()?;
        let table = self.tables.get(usize::try_from(packed.number()?).ok()?)?.clone();
        let group = packed.when(flags & HAS_GROUP, |packed| u32::try_from(packed.number()?).ok())?;
        let case_key = packed.when(flags & HAS_CASE_KEY, Packed::text)?;
        let person_key = packed.when(flags & HAS_PERSON_KEY, Packed::text)?;
        let count = packed.number()?;
        let cells = (0..count).map(|_| self.cell_of(&mut packed)).collect::<Option<Vec<_>>>()?;
        Some(SourceRow { row, table, group, case_key, person_key, cells })
    }

    fn cell_of(&self, packed: &mut Packed<'_>) -> Option<SourceCell> {
        let column = self.columns.get(usize::try_from(packed.number()?).ok()?)?;
        let flags = packed.byte()?;
        let text = packed.text()?;
        let day =
            packed.when(flags & HAS_DAY, |packed| Day::MIN.checked_add_days(i64::try_from(packed.number()?).ok()?))?;
        let number = packed.when(flags & HAS_NUMBER, |packed| packed.eight().map(f64::from_bits))?;
        Some(SourceCell {
            field: Arc::clone(&column.field),
            text,
            column: Arc::clone(&column.column),
            day,
            number,
            year_last: column.year_last,
            digits_lost: flags & DIGITS_LOST != 0,
            several: column.several,
            from_merge: flags & FROM_MERGE != 0,
        })
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = SourceRow> {
        (0..self.len()).filter_map(|at| self.get(at))
    }
}

impl FromIterator<SourceRow> for Rows {
    fn from_iter<T: IntoIterator<Item = SourceRow>>(rows: T) -> Self {
        let mut packed = Self::default();
        rows.into_iter().for_each(|row| packed.push(&row));
        packed
    }
}

/// The place of something in a short list, where it is put if it is not there.
fn place_in<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, make: impl FnOnce() -> T) -> u64 {
    let place = list.iter().position(is_it).unwrap_or_else(|| {
        list.push(make());
        list.len() - 1
    });
    place as u64
}

/// What is still to be unpacked.
struct Packed<'b>(&'b [u8]);

impl<'b> Packed<'b> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn bytes(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn eight(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.bytes(8)?.try_into().ok()?))
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.number()?).ok()?;
        Some(String::from_utf8_lossy(self.bytes(length)?).into_owned())
    }

    /// What stands there where a flag is set; the outer none is a fault.
    fn when<T>(&mut self, flag: u8, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if flag == 0 { Some(None) } else { read(self).map(Some) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(field: &str, text: &str) -> SourceCell {
        SourceCell { field: field.into(), text: text.to_owned(), column: "B 列".into(), ..SourceCell::default() }
    }

    #[test]
    fn every_row_comes_back_as_it_was() {
        let day = "2026-03-05".parse().ok();
        let rows = vec![
            SourceRow::default(),
            SourceRow {
                row: 70_000,
                table: "人员".to_owned(),
                group: Some(300),
                case_key: Some("甲\u{1F}1".to_owned()),
                person_key: Some(String::new()),
                cells: vec![
                    cell("title", "张三盗窃案"),
                    cell("title", ""),
                    SourceCell { day, number: Some(46_086.5), digits_lost: true, ..cell("accepted_on", "2026-3-5") },
                    SourceCell {
                        year_last: Some(YearLast::DayFirst),
                        several: Some(Several::Latest),
                        from_merge: true,
                        number: Some(-0.0),
                        ..cell("accepted_on", "5/3/2026")
                    },
                    SourceCell { text: "长".repeat(5000), ..cell("content", "") },
                ],
            },
            SourceRow { row: 3, person_key: Some("乙".to_owned()), ..SourceRow::default() },
        ];
        let mut packed: Rows = rows.iter().cloned().collect();
        assert_eq!(packed.iter().collect::<Vec<_>>(), rows);
        packed.append(rows.iter().cloned().collect());
        assert_eq!(packed.len(), 6);
        assert_eq!(packed.iter().collect::<Vec<_>>(), [rows.clone(), rows].concat());
        assert_eq!(packed.get(6), None);
    }
}
