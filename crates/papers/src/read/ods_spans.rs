//! What an `.ods` says of itself in rows and columns, read before the library that holds it whole: its merged ranges, which that
//! library does not tell, and how much room it would take.

use super::room::Room;
use super::{Limits, Merge, ReadCode, ReadRefusal};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;

/// The library cuts sheets here.
const ROWS: u64 = 1_048_576;
const COLUMNS: u64 = 16_384;

/// Merged ranges by sheet name. Refuses what does not keep to the limits.
pub(super) fn read(file: &File, limits: &Limits) -> Result<HashMap<String, Vec<Merge>>, ReadRefusal> {
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(ReadRefusal::broken)?;
    let part = archive.by_name("content.xml").map_err(ReadRefusal::broken)?;
    let mut xml = Reader::from_reader(BufReader::new(part));
    xml.config_mut().expand_empty_elements = true;
    let mut spans = Spans::new(limits);
    let mut buffer = Vec::new();
    let mut open = 0u32;
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(ReadRefusal::broken)? {
            Event::Start(element) => {
                open = open.saturating_add(1);
                spans.start(&element)?;
            }
            Event::End(element) => {
                open = open.saturating_sub(1);
                spans.end(element.name().as_ref())?;
            }
            Event::Text(text) => spans.text(text.len() as u64),
            Event::GeneralRef(name) => spans.text(name.len() as u64 + 4),
            // The library looks for the end of a table until it finds one.
            Event::Eof if open > 0 => return Err(ReadRefusal::broken("an element is not closed")),
            Event::Eof => return Ok(spans.found),
            _ => {}
        }
    }
}

/// A cell that is being read.
struct Open {
    repeated: u64,
    filled: bool,
    text: u64,
}

/// A row so far.
#[derive(Default)]
struct Row {
    repeated: u64,
    /// Where the cell that is read begins, and where the last filled one ends.
    column: u64,
    filled: u64,
    /// Cells that the library keeps of it: up to the beginning of the last one, or to its end where it is filled.
    kept: u64,
    text: u64,
}

/// A sheet so far.
#[derive(Default)]
struct Sheet {
    name: String,
    row: u64,
    /// The first row with a filled cell, the end of the last one, the most columns of one.
    first: Option<u64>,
    last: u64,
    width: u64,
    room: Room,
}

struct Spans<'l> {
    found: HashMap<String, Vec<Merge>>,
    merges: usize,
    limits: &'l Limits,
    before: Room,
    sheet: Sheet,
    row: Row,
    cell: Option<Open>,
}

impl Spans<'_> {
    fn new(limits: &Limits) -> Spans<'_> {
        let (sheet, row) = (Sheet::default(), Row::default());
        Spans { found: HashMap::new(), merges: 0, limits, before: Room::default(), sheet, row, cell: None }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), ReadRefusal> {
        let name = element.name();
        let is_cell = matches!(name.as_ref(), "table:table-cell" | "table:covered-table-cell");
        if self.cell.is_some() && (is_cell || matches!(name.as_ref(), "table:table" | "table:table-row")) {
            return Err(ReadRefusal::broken("a table within a cell"));
        }
        match name.as_ref() {
            "table:table" => {
                self.before.add(self.sheet.room);
                self.sheet = Sheet { name: text_of(element, "table:name")?.unwrap_or_default(), ..Sheet::default() };
            }
            "table:table-row" => {
                let repeated = number_of(element, "table:number-rows-repeated")?.min(ROWS);
                self.row = Row { repeated, ..Row::default() };
            }
            "text:s" => self.text(number_of(element, "text:c")?),
            _ if is_cell => {
                if name.as_ref() == "table:table-cell" {
                    self.span(element)?;
                }
                self.row.kept = self.row.column;
                self.cell = Some(cell(element)?);
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, bytes: u64) {
        if let Some(cell) = &mut self.cell {
            cell.text = cell.text.saturating_add(bytes);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ReadRefusal> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
            "table:table-row" => self.end_row(),
            _ => Ok(()),
        }
    }

    fn end_cell(&mut self) -> Result<(), ReadRefusal> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        self.row.column = self.row.column.saturating_add(cell.repeated).min(COLUMNS);
        if cell.filled {
            self.row.filled = self.row.column;
            self.row.kept = self.row.column;
            self.row.text = self.row.text.saturating_add(cell.text.saturating_mul(cell.repeated));
        }
        if self.row.filled > u64::from(self.limits.columns) {
            let columns = u32::try_from(self.row.filled).unwrap_or(u32::MAX);
            return Err(super::piece::too_many_columns(columns, self.limits.columns).at(&self.sheet.name));
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ReadRefusal> {
        let row = std::mem::take(&mut self.row);
        let sheet = &mut self.sheet;
        let next = sheet.row.saturating_add(row.repeated).min(ROWS);
        if row.filled > 0 {
            sheet.first.get_or_insert(sheet.row);
            sheet.last = next;
            sheet.width = sheet.width.max(row.filled);
        }
        sheet.row = next;
        let text = row.text.saturating_mul(row.repeated.saturating_mul(2).saturating_add(1));
        sheet.room.text = sheet.room.text.saturating_add(text);
        sheet.room.listed = sheet.room.listed.saturating_add(row.kept);
        sheet.room.spread = (sheet.last - sheet.first.unwrap_or(sheet.last)).saturating_mul(sheet.width);
        sheet.room.formulas = sheet.room.spread;
        let mut room = self.before;
        room.add(sheet.room);
        room.within(self.limits).map_err(|refusal| refusal.at(&sheet.name))
    }

    fn span(&mut self, element: &BytesStart<'_>) -> Result<(), ReadRefusal> {
        let down = number_of(element, "table:number-rows-spanned")?;
        let right = number_of(element, "table:number-columns-spanned")?;
        if down == 1 && right == 1 {
            return Ok(());
        }
        self.merges += 1;
        if self.merges > self.limits.merges {
            return Err(ReadRefusal::new(ReadCode::FileTooManyCells)
                .at(&self.sheet.name)
                .with("cells", self.merges)
                .with("allowed", self.limits.merges));
        }
        let place = |first: u64, many: u64| {
            let at = |place: u64| u32::try_from(place).unwrap_or(u32::MAX);
            (at(first), at(first.saturating_add(many - 1)))
        };
        let ((top, bottom), (left, right)) = (place(self.sheet.row, down), place(self.row.column, right));
        self.found.entry(self.sheet.name.clone()).or_default().push(Merge { top, bottom, left, right });
        Ok(())
    }
}

/// What a cell's own attributes say. The library takes one for filled that has a value, a kind of value or a formula.
fn cell(element: &BytesStart<'_>) -> Result<Open, ReadRefusal> {
    let repeated = number_of(element, "table:number-columns-repeated")?.min(COLUMNS);
    let mut cell = Open { repeated, filled: false, text: 0 };
    for attribute in element.attributes() {
        let attribute = attribute.map_err(ReadRefusal::broken)?;
        let key = attribute.key.as_ref();
        if key == "table:formula" || key.starts_with("office:") || key.starts_with("calcext:") {
            cell.filled = true;
            cell.text = cell.text.saturating_add(attribute.value.len() as u64);
        }
    }
    Ok(cell)
}

fn text_of(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, ReadRefusal> {
    let Some(attribute) = element.try_get_attribute(name).map_err(ReadRefusal::broken)? else { return Ok(None) };
    let text = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(ReadRefusal::broken)?;
    Ok(Some(text.into_owned()))
}

/// A count, 1 where it is absent; what is no count the library refuses too.
fn number_of(element: &BytesStart<'_>, name: &str) -> Result<u64, ReadRefusal> {
    let Some(text) = text_of(element, name)? else { return Ok(1) };
    match text.parse::<u64>() {
        Ok(number) => Ok(number.max(1)),
        Err(_) => Err(ReadRefusal::broken(format!("{name} {text}"))),
    }
}
