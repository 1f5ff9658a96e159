//! Merged ranges of an `.ods`, which the library that reads its cells does not tell.

use super::{Merge, ReadCode, ReadRefusal};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;

/// Merged ranges by sheet name; at most `most` altogether.
pub(super) fn read(file: &File, most: usize) -> Result<HashMap<String, Vec<Merge>>, ReadRefusal> {
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(ReadRefusal::broken)?;
    let part = archive.by_name("content.xml").map_err(ReadRefusal::broken)?;
    let mut xml = Reader::from_reader(BufReader::new(part));
    xml.config_mut().expand_empty_elements = true;
    let mut spans = Spans { most, ..Spans::default() };
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
                if element.name().as_ref() == "table:table-row" {
                    spans.end_row();
                }
            }
            // The library looks for the end of a table until it finds one.
            Event::Eof if open > 0 => return Err(ReadRefusal::broken("an element is not closed")),
            Event::Eof => return Ok(spans.found),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Spans {
    found: HashMap<String, Vec<Merge>>,
    total: usize,
    most: usize,
    sheet: String,
    row: u32,
    row_repeated: u32,
    column: u32,
}

impl Spans {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), ReadRefusal> {
        match element.name().as_ref() {
            "table:table" => {
                self.sheet = text_of(element, "table:name").unwrap_or_default();
                self.row = 0;
            }
            "table:table-row" => {
                self.column = 0;
                self.row_repeated = number_of(element, "table:number-rows-repeated");
            }
            "table:table-cell" => {
                self.span(element)?;
                self.pass(element);
            }
            "table:covered-table-cell" => self.pass(element),
            _ => {}
        }
        Ok(())
    }

    fn span(&mut self, element: &BytesStart<'_>) -> Result<(), ReadRefusal> {
        let down = number_of(element, "table:number-rows-spanned");
        let right = number_of(element, "table:number-columns-spanned");
        if down == 1 && right == 1 {
            return Ok(());
        }
        self.total += 1;
        if self.total > self.most {
            return Err(ReadRefusal::new(ReadCode::FileTooManyCells)
                .at(&*self.sheet)
                .with("cells", self.total)
                .with("allowed", self.most));
        }
        self.found.entry(self.sheet.clone()).or_default().push(Merge {
            top: self.row,
            bottom: self.row.saturating_add(down - 1),
            left: self.column,
            right: self.column.saturating_add(right - 1),
        });
        Ok(())
    }

    fn pass(&mut self, element: &BytesStart<'_>) {
        self.column = self.column.saturating_add(number_of(element, "table:number-columns-repeated"));
    }

    fn end_row(&mut self) {
        self.row = self.row.saturating_add(self.row_repeated);
    }
}

fn text_of(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|text| text.into_owned())
}

/// A count, 1 where it is absent or no count.
fn number_of(element: &BytesStart<'_>, name: &str) -> u32 {
    text_of(element, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}
