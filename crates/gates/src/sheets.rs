//! Files of imports: read in this process, with limits in proportion to the bound on memory, then understood as a table.

use std::{
    fs::File,
    io::{Cursor, Seek as _, Write as _},
    ops::ControlFlow,
};

use anjuan_papers::{
    clipboard as block,
    columns::{Bound, Mapping, Samples, gather, propose},
    layout::{RowKind, Table},
    read::{Limits, Piece, ReadOptions, Sheet, TextEncoding, in_process},
    worker::pieces_in,
    write::unguard,
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{parts, text_of};

const MIB: u64 = 1 << 20;

fn options() -> ReadOptions {
    let limits = Limits {
        unpacked_bytes: 16 * MIB,
        part_bytes: 4 * MIB,
        parts: 200,
        cells: 100_000,
        merges: 2_000,
        memory_bytes: 64 * MIB,
        ..Limits::default()
    };
    ReadOptions { limits, ..ReadOptions::default() }
}

pub(crate) fn file(data: &[u8]) {
    read(data, &options());
}

/// The first letter says what the person told, the rest is the file.
pub(crate) fn text(data: &[u8]) {
    let Some((told, data)) = data.split_first() else { return };
    let names = ["", "utf-8", "gb18030", "utf-16le", "utf-16be", "big5"];
    let encoding = names.get(usize::from(told % 8)).and_then(|name| TextEncoding::named(name));
    let delimiter =
        [None, Some(','), Some('\t'), Some(';'), Some('|')].get(usize::from(told / 8 % 8)).copied().flatten();
    read(data, &ReadOptions { encoding, delimiter, ..options() });
    // The way of smaller files: a calendar, a mapping.
    let _ = anjuan_papers::read::text_of(data);
}

pub(crate) fn xlsx_parts(data: &[u8]) {
    let parts = parts(data);
    let part = |at: usize, usual: &'static str| parts.get(at).copied().unwrap_or(usual.as_bytes());
    let packed = zipped(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", part(3, BOOK)),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", part(0, "")),
        ("xl/sharedStrings.xml", part(1, STRINGS)),
        ("xl/styles.xml", part(2, STYLES)),
    ]);
    read(&packed, &options());
}

pub(crate) fn ods_parts(data: &[u8]) {
    let packed = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", data),
    ]);
    read(&packed, &options());
}

/// Without its OLE container, as very old programs write it, and in one.
pub(crate) fn xls_stream(data: &[u8]) {
    read(data, &options());
    read(&in_ole(data), &options());
}

/// The same with nothing counted before the library makes room.
pub(crate) fn xls_unbound(data: &[u8]) {
    let limits = Limits { memory_bytes: u64::MAX, ..options().limits };
    read(&in_ole(data), &ReadOptions { limits, ..options() });
}

pub(crate) fn worker_frames(data: &[u8]) {
    let _ = pieces_in(data);
}

pub(crate) fn mapping(data: &[u8]) {
    let parts = parts(data);
    let text = text_of(parts.first().copied().unwrap_or_default());
    let Ok(mapping) = Mapping::parse(&text) else { return };
    if let Some(written) = mapping.to_toml() {
        assert_eq!(Mapping::parse(&written).as_ref(), Ok(&mapping), "what was written is read as it was");
    }
    let rows = text_of(parts.get(1).copied().unwrap_or("部门受案号\t嫌疑人\t罪名\n1\t张某、李某\t盗窃罪\n".as_bytes()));
    let Some(rows) = block::parse(&rows) else { return };
    let Some(heads) = rows.first() else { return };
    let table = mapping.table_for("a.xlsx", "台账").or(mapping.tables.first());
    let Ok(bound) = Bound::new(&mapping, table, heads) else { return };
    assert!(bound.unmapped().iter().all(|at| *at < heads.len()));
    let row = |(at, cells): (usize, &Vec<String>)| anjuan_papers::layout::Row {
        number: u32::try_from(at).unwrap_or(0),
        span: 1,
        kind: RowKind::Data,
        group: None,
        cells: cells.iter().map(anjuan_papers::read::Cell::text).collect(),
    };
    let records: Vec<_> = rows.iter().enumerate().skip(1).map(row).map(|row| bound.record(&row)).collect();
    let expected = records.len();
    assert_eq!(gather(records).rows(), expected, "no row is lost");
}

pub(crate) fn clipboard(data: &[u8]) {
    let Some(rows) = block::parse(&text_of(data)) else { return };
    assert!(rows.windows(2).all(|pair| pair.iter().map(Vec::len).max() == pair.iter().map(Vec::len).min()));
    let made = block::make(&rows);
    // A mark of byte order at the very beginning is none of the first cell's.
    if made.starts_with('\u{FEFF}') {
        return;
    }
    let Some(again) = block::parse(&made) else { return };
    let again: Vec<Vec<&str>> = again.iter().map(|row| row.iter().map(|cell| unguard(cell)).collect()).collect();
    assert_eq!(again, rows, "what was copied is pasted as it was");
}

/// Reads a file to its end and understands what was read.
fn read(data: &[u8], options: &ReadOptions) {
    let Some(file) = on_disk(data) else { return };
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut ended = 0;
    let done = in_process(file, options, &mut |piece| {
        match (piece, sheets.last_mut()) {
            (Piece::Begin(head), _) => sheets.push(Sheet { head, ..Sheet::default() }),
            (Piece::Rows(rows), Some(sheet)) => sheet.rows.extend(rows),
            (Piece::End(end), Some(sheet)) => {
                sheet.end = end;
                ended += 1;
            }
            (_, None) => assert!(sheets.is_empty(), "a piece of no sheet"),
        }
        ControlFlow::Continue(())
    });
    let Ok(summary) = done else { return };
    assert_eq!(ended, sheets.len(), "each sheet ends");
    let cells = |sheet: &Sheet| sheet.rows.iter().map(|row| row.cells.len() as u64).sum::<u64>();
    assert_eq!(summary.rows, sheets.iter().map(|sheet| sheet.rows.len() as u64).sum::<u64>());
    assert_eq!(summary.cells, sheets.iter().map(cells).sum::<u64>());
    sheets.iter().for_each(understand);
}

/// Every row of the sheet has a kind, and what is proposed for the heads fits them.
fn understand(sheet: &Sheet) {
    assert!(sheet.rows.windows(2).all(|pair| pair[0].number < pair[1].number), "rows in their order");
    let table = Table::of(sheet);
    assert_eq!(table.account().values().sum::<u32>(), sheet.end.last_row, "every row has a kind");
    let mut samples = Samples::default();
    table.rows.iter().for_each(|row| samples.look(row));
    let proposals = propose(&table.heads, &samples);
    let mapping = Mapping::from_proposals(&table.heads, &proposals);
    let bound = Bound::new(&mapping, None, &table.heads);
    assert!(bound.is_ok(), "what was proposed for these heads fits them: {:?}", bound.err());
    let Ok(bound) = bound else { return };
    let records: Vec<_> = table.data().map(|row| bound.record(row)).collect();
    let expected = records.len();
    assert_eq!(gather(records).rows(), expected, "no row is lost");
}

/// The file, open at its beginning, with no name on the disk.
fn on_disk(data: &[u8]) -> Option<File> {
    let mut file = tempfile::tempfile().ok()?;
    file.write_all(data).ok()?;
    file.rewind().ok()?;
    Some(file)
}

/// The smallest OLE container around a stream of less than eight thousand sectors.
fn in_ole(stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const END: u32 = 0xFFFF_FFFE;
    // Streams of less than 4096 bytes lie elsewhere; so that there is one way only, they are filled up.
    let length = stream.len().max(4096);
    let sectors = length.div_ceil(SECTOR);
    let tables = (sectors + 2).div_ceil(SECTOR / 4 - 1).min(109);
    let mut table = vec![0xFFFF_FFFFu32; tables * SECTOR / 4];
    let first = tables + 1;
    for at in 0..first + sectors {
        let Some(place) = table.get_mut(at) else { return Vec::new() };
        *place = match at {
            _ if at < tables => 0xFFFF_FFFD,
            _ if at == tables || at + 1 == first + sectors => END,
            _ => u32::try_from(at + 1).unwrap_or(END),
        };
    }
    let mut head = vec![0u8; SECTOR];
    head[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    head[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    let number = |at: usize| u32::try_from(at).unwrap_or(0).to_le_bytes();
    head[44..48].copy_from_slice(&number(tables));
    head[48..52].copy_from_slice(&number(tables));
    head[56..60].copy_from_slice(&4096u32.to_le_bytes());
    head[60..64].copy_from_slice(&END.to_le_bytes());
    head[68..72].copy_from_slice(&END.to_le_bytes());
    head[76..].fill(0xFF);
    for at in 0..tables {
        head[76 + at * 4..80 + at * 4].copy_from_slice(&number(at));
    }
    let mut directory = vec![0u8; SECTOR];
    for (at, (name, kind, begins, length)) in
        [("Root Entry", 5, END, 0), ("Workbook", 2, 0, length)].into_iter().enumerate()
    {
        let entry = &mut directory[at * 128..][..128];
        let letters: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..letters.len()].copy_from_slice(&letters);
        entry[64] = u8::try_from(letters.len() + 2).unwrap_or(0);
        entry[66] = kind;
        entry[67] = 1;
        entry[68..80].fill(0xFF);
        let begins = if kind == 2 { u32::try_from(first).unwrap_or(END) } else { begins };
        entry[116..120].copy_from_slice(&begins.to_le_bytes());
        entry[120..124].copy_from_slice(&number(length));
    }
    directory[76..80].copy_from_slice(&1u32.to_le_bytes());
    let table = table.iter().flat_map(|at| at.to_le_bytes());
    let mut file: Vec<u8> = head.into_iter().chain(table).chain(directory).chain(stream.iter().copied()).collect();
    file.resize(SECTOR * (1 + first + sectors), 0);
    file
}

/// The parts in a container, not compressed: so that what the fuzzer changes stands there as it changed it.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        if zip.start_file(*name, stored).is_err() || zip.write_all(bytes).is_err() {
            return Vec::new();
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const STRINGS: &str = r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>部门受案号</t></si><si><t>嫌疑人</t></si><si><t>受案日期</t></si></sst>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
