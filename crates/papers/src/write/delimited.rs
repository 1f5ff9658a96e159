//! A list as text: UTF-8 with byte order mark, commas, CRLF, every text in quotation marks.

use super::place::Place;
use super::{Item, List, WriteFault, guard};
use std::io::{BufWriter, Write};
use tempfile::NamedTempFile;

pub(super) struct Writer {
    place: Place,
    to: BufWriter<NamedTempFile>,
}

impl Writer {
    pub fn begin(place: Place, list: &List) -> Result<Writer, WriteFault> {
        let to = BufWriter::new(place.file()?);
        let mut writer = Writer { place, to };
        writer.put("\u{FEFF}")?;
        if !list.title.is_empty() {
            writer.row(&[Item::Text(list.title.clone())])?;
        }
        for line in &list.lines {
            writer.row(&[Item::Text(line.clone())])?;
        }
        let heads: Vec<Item> = list.columns.iter().map(|column| Item::Text(column.head.clone())).collect();
        writer.row(&heads)?;
        Ok(writer)
    }

    pub fn row(&mut self, items: &[Item]) -> Result<(), WriteFault> {
        let mut line = String::new();
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                line.push(',');
            }
            match item {
                Item::Empty => {}
                Item::Text(text) => quoted(text, &mut line),
                Item::Number(number) => line.push_str(&number.to_string()),
                Item::Day(day) => line.push_str(&day.format("%Y-%m-%d").to_string()),
            }
        }
        line.push_str("\r\n");
        self.put(&line)
    }

    pub fn finish(self) -> Result<u64, WriteFault> {
        let file = self.to.into_inner().map_err(|error| WriteFault::io(error.error()))?;
        self.place.put(file)
    }

    fn put(&mut self, text: &str) -> Result<(), WriteFault> {
        self.to.write_all(text.as_bytes()).map_err(|error| WriteFault::io(&error))
    }
}

/// The text guarded against being calculated, in quotation marks, those inside doubled.
fn quoted(text: &str, into: &mut String) {
    into.push('"');
    for c in guard(text).chars() {
        if c == '"' {
            into.push('"');
        }
        into.push(c);
    }
    into.push('"');
}
