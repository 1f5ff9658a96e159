//! Which row of a sheet is what: title, fill-in line, head, case, total, note, blank.
//!
//! Every row of the sheet comes out with its kind, blank ones as runs, so that the kinds of a sheet
//! always add up to its last row. A row that fits no other kind is [`RowKind::Data`]: what is not
//! understood is looked at by a person, not passed over.

mod find;
mod group;
mod heads;
mod kind;
mod words;

pub use heads::Heads;
pub use words::{is_head_like, plain};

use crate::read::{Cell, Piece, Sheet, SheetEnd, SheetHead, SheetRow};
use group::Groups;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// The name of the table, or any line above the heads that is no fill-in line.
    Title,
    /// `填报单位：… 填报日期：…` and the like, above the heads.
    FillIn,
    /// A row of heads.
    Head,
    /// A case, or one person of a case.
    Data,
    /// 合计, 小计, 总计.
    Total,
    /// A remark on the table, its signatures, or a line across the table.
    Note,
    /// Nothing of its own in it.
    Blank,
    /// The heads once more, as on each printed page.
    RepeatedHead,
}

/// A row of the sheet with its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The number beside the row in a spreadsheet, from 1.
    pub number: u32,
    /// Rows of the sheet it stands for: 1, or more for a run of blank rows.
    pub span: u32,
    /// What it is.
    pub kind: RowKind,
    /// Number of the first row of the case it belongs to, where merged cells hold several rows together.
    pub group: Option<u32>,
    /// Its cells, from the first column to the last filled one.
    pub cells: Vec<Cell>,
}

/// A sheet understood as a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Name of the sheet.
    pub sheet: String,
    /// Lines above the heads, one text a line.
    pub title: Vec<String>,
    /// Name of each column, `upper/lower` for two rows of heads; empty where a column has none.
    pub heads: Vec<String>,
    /// First and last row of the heads; `None` where no row reads like heads.
    pub head_rows: Option<(u32, u32)>,
    /// The first row below the heads.
    pub first_row: u32,
    /// Every row of the sheet.
    pub rows: Vec<Row>,
}

impl Table {
    /// Understands a sheet held whole.
    pub fn of(sheet: &Sheet) -> Table {
        let mut layout = Layout::new(&sheet.head);
        let mut rows = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            layout.push(row.clone(), &mut rows);
        }
        layout.finish(&sheet.end, &mut rows);
        layout.table(rows)
    }

    /// Rows that are cases or persons.
    pub fn data(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.kind == RowKind::Data)
    }

    /// How many rows of the sheet are of each kind. Their sum is the sheet's last row.
    pub fn account(&self) -> std::collections::BTreeMap<&'static str, u32> {
        let mut account = std::collections::BTreeMap::new();
        for row in &self.rows {
            *account.entry(row.kind.as_str()).or_insert(0) += row.span;
        }
        account
    }
}

impl RowKind {
    /// The word in snake_case.
    pub fn as_str(self) -> &'static str {
        match self {
            RowKind::Title => "title",
            RowKind::FillIn => "fill_in",
            RowKind::Head => "head",
            RowKind::Data => "data",
            RowKind::Total => "total",
            RowKind::Note => "note",
            RowKind::Blank => "blank",
            RowKind::RepeatedHead => "repeated_head",
        }
    }
}

/// So many rows are held back until the heads are found among them.
const LOOK: usize = 40;

/// Understands a sheet as its rows come, holding back the first rows only.
///
/// Feed it the pieces of one sheet; rows come out in order, none is lost.
#[derive(Debug)]
pub struct Layout {
    sheet: SheetHead,
    waiting: Vec<SheetRow>,
    heads: Option<Heads>,
    groups: Groups,
    last: u32,
    widest: usize,
}

impl Layout {
    /// For the sheet that begins.
    pub fn new(sheet: &SheetHead) -> Layout {
        Layout { sheet: sheet.clone(), waiting: Vec::new(), heads: None, groups: Groups::default(), last: 0, widest: 0 }
    }

    /// Takes a piece of the sheet. [`Piece::Begin`] starts anew.
    pub fn piece(&mut self, piece: Piece, out: &mut Vec<Row>) {
        match piece {
            Piece::Begin(head) => *self = Layout::new(&head),
            Piece::Rows(rows) => rows.into_iter().for_each(|row| self.push(row, out)),
            Piece::End(end) => self.finish(&end, out),
        }
    }

    /// The heads, once they have been looked for.
    pub fn heads(&self) -> Option<&Heads> {
        self.heads.as_ref()
    }

    /// Takes the next row.
    pub fn push(&mut self, row: SheetRow, out: &mut Vec<Row>) {
        self.widest = self.widest.max(row.cells.len());
        if self.heads.is_some() {
            self.emit(row, out);
            return;
        }
        self.waiting.push(row);
        if self.waiting.len() >= LOOK {
            self.settle(out);
        }
    }

    /// No further row comes.
    pub fn finish(&mut self, end: &SheetEnd, out: &mut Vec<Row>) {
        if self.heads.is_none() {
            self.settle(out);
        }
        self.blank_until(end.last_row.saturating_add(1), out);
    }

    fn settle(&mut self, out: &mut Vec<Row>) {
        let waiting = std::mem::take(&mut self.waiting);
        let heads = find::heads(&waiting, &self.sheet.merges);
        let key = heads.key_columns();
        let below = heads.last_row;
        self.groups = Groups::new(&self.sheet.merges, below, &key);
        self.heads = Some(heads);
        for row in waiting {
            self.emit(row, out);
        }
    }

    fn emit(&mut self, row: SheetRow, out: &mut Vec<Row>) {
        self.blank_until(row.number, out);
        let Some(heads) = &self.heads else { return };
        let kind = kind::of(&row, heads, &self.sheet.merges);
        let group = match kind {
            RowKind::Data | RowKind::Blank => self.groups.of(row.number),
            _ => None,
        };
        self.last = row.number;
        out.push(Row { number: row.number, span: 1, kind, group, cells: row.cells });
    }

    /// The rows between the last one and `number`, which the sheet does not hold.
    fn blank_until(&mut self, number: u32, out: &mut Vec<Row>) {
        let span = number.saturating_sub(self.last).saturating_sub(1);
        if span > 0 {
            let first = self.last + 1;
            out.push(Row { number: first, span, kind: RowKind::Blank, group: None, cells: Vec::new() });
            self.last = number - 1;
        }
    }

    fn table(self, rows: Vec<Row>) -> Table {
        let heads = self.heads.unwrap_or_default();
        let title = rows
            .iter()
            .filter(|row| row.kind == RowKind::Title && row.number <= heads.last_row)
            .map(words::joined)
            .collect();
        let mut names = heads.names;
        names.resize(names.len().max(self.widest), String::new());
        Table {
            sheet: self.sheet.name,
            title,
            heads: names,
            head_rows: (heads.last_row > 0).then_some((heads.first_row, heads.last_row)),
            first_row: heads.last_row + 1,
            rows,
        }
    }
}
