//! Tables in plain text.

use super::encoding::{Decoded, detect};
use super::packed::{Again, Body};
use super::quotes::Quotes;
use super::{Cell, Out, ReadCode, ReadOptions, ReadRefusal, SheetHead, SheetRow, Stop};
use std::fs::File;
use std::io::Read;

/// So much of the beginning decides what stands between the columns.
const SAMPLE: u64 = 64 * 1024;

pub(crate) fn read(file: File, options: &ReadOptions, out: &mut Out<'_>) -> Result<(), Stop> {
    let mut file = Body::of(file, &options.limits)?;
    let encoding = match options.encoding {
        Some(chosen) => chosen,
        None => detect(&mut file)?,
    };
    let most = options.limits.cell_bytes.saturating_mul(8);
    let mut sample = Vec::new();
    Decoded::new(&mut file, encoding, usize::MAX).take(SAMPLE).read_to_end(&mut sample).map_err(ReadRefusal::io)?;
    file.rewind().map_err(ReadRefusal::io)?;
    let delimiter = match options.delimiter {
        Some(chosen) => {
            u8::try_from(chosen).map_err(|_| ReadRefusal::new(ReadCode::FileKindNotRead).with("kind", chosen))?
        }
        None => delimiter_of(&sample),
    };
    out.summary.encoding = Some(encoding);
    out.summary.delimiter = Some(char::from(delimiter));
    out.summary.sheet_names = vec![String::new()];
    out.begin(SheetHead { visible: true, ..SheetHead::default() })?;
    let mut rows = Records::new(Decoded::new(file, encoding, most), delimiter);
    loop {
        let next = rows.next(&options.limits);
        out.summary.undecodable = rows.from().faults;
        let Some(row) = next? else { break };
        if !out.row(row)? {
            break;
        }
    }
    out.end()
}

/// The records of a text file with the row numbers a spreadsheet would give them.
struct Records<R: Read> {
    csv: csv::Reader<EndedByNewline<Decoded<R>>>,
    record: csv::ByteRecord,
    number: u32,
    lines: u64,
}

impl<R: Read> Records<R> {
    fn new(from: Decoded<R>, delimiter: u8) -> Records<R> {
        let csv = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(EndedByNewline { from, last: b'\n', ended: false, quotes: Quotes::new(delimiter) });
        let lines = csv.position().line();
        Records { csv, record: csv::ByteRecord::new(), number: 0, lines }
    }

    fn from(&self) -> &Decoded<R> {
        &self.csv.get_ref().from
    }

    fn next(&mut self, limits: &super::Limits) -> Result<Option<SheetRow>, ReadRefusal> {
        self.csv.get_mut().from.handed = 0;
        let at = self.number + 1;
        let read = self.csv.read_byte_record(&mut self.record);
        if let Some(line) = self.csv.get_ref().quotes.fault() {
            return Err(ReadRefusal::new(ReadCode::FileQuoteNotClosed).at(format!("!{line}")));
        }
        match read {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => return Err(refusal_of(error, limits).at(format!("!{at}"))),
        }
        // The reader passes over empty lines; a spreadsheet numbers them. Line ends inside quoted
        // cells are no rows.
        let line = self.csv.position().line();
        let inner: u64 = self.record.iter().map(|cell| count(cell, b'\n')).sum();
        let passed = (line - self.lines).saturating_sub(inner).max(1);
        self.lines = line;
        self.number = self.number.saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
        if self.record.len() > limits.columns as usize {
            let columns = u32::try_from(self.record.len()).unwrap_or(u32::MAX);
            return Err(super::piece::too_many_columns(columns, limits.columns).at(format!("!{}", self.number)));
        }
        let cells = self.record.iter().map(|cell| Cell::text(clean(cell))).collect();
        Ok(Some(SheetRow { number: self.number, cells }))
    }
}

/// The text of a field. `="000123"`, which programs write to keep zeros, is the text 000123; the
/// apostrophe that keeps a text from being calculated comes off.
fn clean(field: &[u8]) -> String {
    let text = String::from_utf8_lossy(field);
    let text = text.trim_matches('\0');
    match text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(kept) if !kept.contains('"') => kept.to_owned(),
        _ => crate::write::unguard(text).to_owned(),
    }
}

fn count(bytes: &[u8], wanted: u8) -> u64 {
    bytes.iter().filter(|&&b| b == wanted).count() as u64
}

fn refusal_of(error: csv::Error, limits: &super::Limits) -> ReadRefusal {
    match error.into_kind() {
        csv::ErrorKind::Io(io) if io.kind() == std::io::ErrorKind::QuotaExceeded => {
            ReadRefusal::new(ReadCode::FileCellTooLong)
                .with("bytes", limits.cell_bytes.saturating_mul(8))
                .with("allowed", limits.cell_bytes)
        }
        csv::ErrorKind::Io(io) => ReadRefusal::io(io),
        other => ReadRefusal::broken(format!("{other:?}")),
    }
}

/// Adds the line end that the last line of many files lacks, so that counting lines counts rows.
struct EndedByNewline<R> {
    from: R,
    last: u8,
    ended: bool,
    quotes: Quotes,
}

impl<R: Read> Read for EndedByNewline<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if into.is_empty() || self.ended {
            return Ok(0);
        }
        let got = self.from.read(into)?;
        if got > 0 {
            self.quotes.pass(into.get(..got).unwrap_or_default());
            self.last = into.get(got - 1).copied().unwrap_or(b'\n');
            return Ok(got);
        }
        self.ended = true;
        self.quotes.end();
        match into.first_mut().filter(|_| self.last != b'\n') {
            Some(first) => {
                *first = b'\n';
                Ok(1)
            }
            None => Ok(0),
        }
    }
}

/// The character that parts the lines of the sample most evenly; a comma where none does.
fn delimiter_of(sample: &[u8]) -> u8 {
    let mut best = (0, b',');
    for candidate in [b',', b'\t', b';', b'|'] {
        let counts = counts_per_line(sample, candidate);
        let with = counts.iter().filter(|&&n| n > 0).count();
        let usual = most_frequent(&counts);
        let even = counts.iter().filter(|&&n| n == usual).count();
        // Lines that agree weigh more than many separators in a few lines.
        let score = if usual == 0 { with } else { even * 100 + with * 10 + usual.min(99) };
        if score > best.0 {
            best = (score, candidate);
        }
    }
    best.1
}

fn most_frequent(counts: &[usize]) -> usize {
    let mut sorted: Vec<usize> = counts.iter().copied().filter(|&n| n > 0).collect();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).and_then(|run| run.first()).copied().unwrap_or(0)
}

/// Separators outside quotation marks, line by line, for the first hundred lines.
fn counts_per_line(sample: &[u8], delimiter: u8) -> Vec<usize> {
    let mut counts = Vec::new();
    let (mut here, mut quoted, mut any) = (0, false, false);
    for &byte in sample {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                if any {
                    counts.push(here);
                }
                (here, any) = (0, false);
                if counts.len() == 100 {
                    return counts;
                }
            }
            b'\r' => {}
            _ => {
                any = true;
                here += usize::from(byte == delimiter && !quoted);
            }
        }
    }
    if any {
        counts.push(here);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Limits, TextEncoding};
    use std::io::Cursor;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let from = Decoded::new(Cursor::new(text.as_bytes().to_vec()), TextEncoding::UTF_8, usize::MAX);
        let mut records = Records::new(from, delimiter_of(text.as_bytes()));
        let mut all = Vec::new();
        while let Some(row) = records.next(&Limits::default()).unwrap() {
            all.push((row.number, row.cells.into_iter().map(|cell| cell.text).collect()));
        }
        all
    }

    #[test]
    fn row_numbers_are_those_a_spreadsheet_shows() {
        let text = "标题\n\n\na,b\n\"第一行\n第二行\",c\n\n\nd,e";
        let numbers: Vec<u32> = rows(text).iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 4, 5, 8]);
        assert_eq!(rows("a,b\r\n\r\nc,d\r\n").iter().map(|r| r.0).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(rows("\n\na").iter().map(|r| r.0).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn a_mark_that_is_not_closed_takes_no_rows_with_it() {
        let text = "a,b\n1,\"张三\n2,李四\n3,王五\n";
        let from = Decoded::new(Cursor::new(text.as_bytes().to_vec()), TextEncoding::UTF_8, usize::MAX);
        let mut records = Records::new(from, b',');
        let refused =
            std::iter::from_fn(|| records.next(&Limits::default()).transpose()).find_map(Result::err).unwrap();
        assert_eq!((refused.code, refused.at.as_str()), (ReadCode::FileQuoteNotClosed, "!2"));
    }

    #[test]
    fn the_separator_is_found_beside_commas_in_text() {
        assert_eq!(delimiter_of("甲\t乙\t丙\n1,2,3\t2\t3\n4\t5,6\t7\n".as_bytes()), b'\t');
        assert_eq!(delimiter_of("a;b;c\n1,5;2;3\n1,6;2;3\n".as_bytes()), b';');
        assert_eq!(delimiter_of("a,b\n\"1;2;3;4\",x\n\"1;2;3;4\",y\n".as_bytes()), b',');
        assert_eq!(delimiter_of("只有一列\n张三\n".as_bytes()), b',');
    }

    #[test]
    fn a_number_kept_as_a_formula_is_its_digits() {
        assert_eq!(rows("=\"000123\",=1+1\n"), [(1, vec!["000123".to_owned(), "=1+1".to_owned()])]);
    }
}
