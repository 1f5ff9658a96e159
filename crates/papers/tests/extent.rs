//! Sheets that say that they are vast, or are: what is told of an extent costs nothing, and a cell far out is refused before room
//! is made for all that lies before it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use anjuan_papers::read::{ReadCode, ReadRefusal, Sheet, Summary};
use common::{file, read, sheet, workbook, zip};

const MIB: u64 = 1 << 20;

type Outcome = Result<(Vec<Sheet>, Summary), ReadRefusal>;

fn outcome(name: &str, bytes: &[u8]) -> Outcome {
    let (_guard, path) = file(name, bytes);
    read(&path)
}

/// The cells read, row by row, by a reader that stayed small.
fn cells(outcome: Outcome) -> Vec<(u32, Vec<String>)> {
    let (sheets, summary) = outcome.unwrap();
    assert!(summary.peak_bytes < 64 * MIB, "{} bytes", summary.peak_bytes);
    let text = |row: &anjuan_papers::read::SheetRow| row.cells.iter().map(|cell| cell.text.clone()).collect();
    sheets[0].rows.iter().map(|row| (row.number, text(row))).collect()
}

/// Refused by what was counted, not by the fence, which does not know how much was asked for.
fn counted(outcome: Outcome, code: ReadCode) {
    let refusal = outcome.unwrap_err();
    assert_eq!(refusal.code, code, "{refusal}");
    assert!(["bytes", "cells", "columns"].iter().any(|what| refusal.values.contains_key(*what)), "{refusal}");
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

fn begin(what: u16) -> Vec<u8> {
    record(0x0809, &[0x0600u16, what, 0, 0, 0, 0, 0, 0].map(u16::to_le_bytes).concat())
}

fn extent(rows: (u32, u32), columns: (u16, u16)) -> Vec<u8> {
    let bytes = [rows.0.to_le_bytes(), rows.1.to_le_bytes()].concat();
    record(0x0200, &[bytes, [columns.0, columns.1, 0].map(u16::to_le_bytes).concat()].concat())
}

fn number(row: u16, column: u16) -> Vec<u8> {
    record(0x0203, &[[row, column, 0].map(u16::to_le_bytes).concat(), 7f64.to_le_bytes().to_vec()].concat())
}

/// An older workbook of sheets that all stand at one place.
fn old(sheets: u8, records: &[Vec<u8>]) -> Vec<u8> {
    let book = |at: usize| {
        let one =
            |n: u8| record(0x0085, &[&u32::try_from(at).unwrap().to_le_bytes()[..], &[0, 0, 1, 0, b'a' + n]].concat());
        [begin(5), (0..sheets).flat_map(one).collect(), record(0x000A, &[])].concat()
    };
    [book(book(0).len()), begin(16), records.concat(), record(0x000A, &[])].concat()
}

/// In a container of 512-byte sectors; `next` tells what follows the last sector of the directory and of the workbook.
fn contained(stream: &[u8], next: [u32; 2]) -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    let sectors = u32::try_from(stream.len().max(4096).div_ceil(512)).unwrap();
    let mut table = vec![0xFFFF_FFFD, next[0]];
    table.extend((3..sectors + 2).chain([next[1]]));
    table.resize(128, u32::MAX);
    let mut bytes = vec![0u8; 512];
    bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    bytes[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    for (at, number) in [(44, 1), (48, 1), (60, END), (68, END)] {
        bytes[at..at + 4].copy_from_slice(&u32::to_le_bytes(number));
    }
    bytes[80..].fill(0xFF);
    bytes.extend(table.into_iter().flat_map(u32::to_le_bytes));
    for (name, kind, begins, length) in [("Root Entry", 5, END, 0), ("Workbook", 2, 2, sectors * 512)] {
        let mut entry = [0u8; 128];
        for (at, letter) in name.encode_utf16().enumerate() {
            entry[at * 2..at * 2 + 2].copy_from_slice(&letter.to_le_bytes());
        }
        entry[64] = u8::try_from(name.len() * 2 + 2).unwrap();
        (entry[66], entry[67]) = (kind, 1);
        entry[116..120].copy_from_slice(&u32::to_le_bytes(begins));
        entry[120..124].copy_from_slice(&u32::to_le_bytes(length));
        bytes.extend(entry);
    }
    bytes.resize(512 * 3, 0);
    bytes.extend(stream);
    bytes.resize(512 * (3 + sectors as usize), 0);
    bytes
}

const ENDS: [u32; 2] = [0xFFFF_FFFE, 0xFFFF_FFFE];

#[test]
fn an_older_workbook_that_claims_a_vast_extent_is_read_as_what_it_holds() {
    let expected = vec![(1, vec!["7".to_owned()]), (3, vec![String::new(), "7".to_owned()])];
    for claims in [
        extent((0, 3), (0, 2)),
        extent((0, u32::MAX), (0, u16::MAX)),
        extent((0, 65_536), (0, 256)),
        extent((9, 3), (7, 2)),
        [extent((0, 3), (0, 2)), extent((0, u32::MAX), (0, 255))].concat(),
    ] {
        let stream = old(1, &[claims, number(0, 0), number(2, 1)]);
        assert_eq!(cells(outcome("claims.xls", &contained(&stream, ENDS))), expected);
        assert_eq!(cells(outcome("bare.xls", &stream)), expected, "without its container");
    }
}

#[test]
fn an_older_workbook_with_a_cell_far_out_is_refused_before_room_is_made() {
    let far = |row, column| old(1, &[number(0, 0), number(row, column)]);
    for bytes in [far(u16::MAX, 255), far(u16::MAX, u16::MAX), far(20_000, 500)] {
        counted(outcome("far.xls", &contained(&bytes, ENDS)), ReadCode::FileAsksTooMuchMemory);
    }
    counted(outcome("wide.xls", &contained(&far(1, 2_000), ENDS)), ReadCode::FileTooManyColumns);
    assert_eq!(cells(outcome("deep.xls", &contained(&far(u16::MAX, 3), ENDS))).len(), 2);
    // Cut within the record of such a cell: nothing is made up for what is not there.
    let mut cut = far(u16::MAX, 200);
    cut.truncate(cut.len() - 10);
    for bytes in [contained(&cut[..], ENDS), cut.clone()] {
        let outcome = outcome("cut.xls", &bytes);
        assert!(!matches!(&outcome, Ok((_, summary)) if summary.peak_bytes > 64 * MIB), "{outcome:?}");
    }
    assert_eq!(outcome("cut.xls", &cut).unwrap_err().code, ReadCode::FileBroken);
    let many = old(20, &[number(0, 0), number(10_000, 100)]);
    counted(outcome("many.xls", &contained(&many, ENDS)), ReadCode::FileAsksTooMuchMemory);
}

#[test]
fn sectors_that_run_in_a_circle_have_an_end() {
    let stream = old(1, &[number(0, 0)]);
    for circle in [[1, ENDS[1]], [2, 1]] {
        let refusal = outcome("circle.xls", &contained(&stream, circle)).unwrap_err();
        assert_eq!(refusal.code, ReadCode::FileBroken, "{refusal}");
        assert!(refusal.values["detail"].contains("circle"), "{refusal}");
    }
    // The length says where the workbook ends, whatever follows its last sector.
    assert_eq!(cells(outcome("longer.xls", &contained(&stream, [ENDS[0], 2]))), [(1, vec!["7".to_owned()])]);
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="s">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A row so many times, of cells each so many times, with a text or empty.
fn row(times: u64, cells: &[(u64, &str)]) -> String {
    let cell = |(times, text): &(u64, &str)| {
        let value = if text.is_empty() { "" } else { r#" office:value-type="string""# };
        format!(
            r#"<table:table-cell table:number-columns-repeated="{times}"{value}><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let cells: String = cells.iter().map(cell).collect();
    format!(r#"<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>"#)
}

#[test]
fn a_spreadsheet_that_goes_on_empty_to_its_last_cell_is_read() {
    let rows = [row(1, &[(1, "甲"), (1, "乙"), (16_382, "")]), row(2, &[(1, "丙")]), row(1_048_573, &[(16_384, "")])];
    let read = cells(outcome("usual.ods", &ods(&rows.concat())));
    assert_eq!(read.len(), 3);
    assert_eq!(read[2], (3, vec!["丙".to_owned()]));
}

#[test]
fn a_spreadsheet_with_a_cell_far_out_or_repeated_without_end_is_refused_before_room_is_made() {
    let long = "某".repeat(100);
    for rows in [
        row(1, &[(1, "甲")]) + &row(1_048_574, &[(1, "")]) + &row(1, &[(1_000, ""), (1, "乙")]),
        row(1_048_576, &[(1_000, "甲")]),
        row(99_999_999_999, &[(1_000, "甲")]),
        row(10_000, &[(1_000, &long)]),
        row(1, &[(16_384, ""), (1, "")]).repeat(2_000) + &row(1, &[(1, "甲")]),
        row(1, &[(1, r#"<text:s text:c="4000000000"/>"#)]),
        row(1, &[(1, "甲")]).repeat(100)
            + r#"</table:table><table:table table:name="t">"#
            + &row(400_000, &[(20, "乙")])
            + r#"</table:table><table:table table:name="u">"#
            + &row(400_000, &[(20, "乙")]),
    ] {
        counted(outcome("far.ods", &ods(&rows)), ReadCode::FileAsksTooMuchMemory);
    }
    counted(outcome("wide.ods", &ods(&row(1, &[(16_383, ""), (1, "乙")]))), ReadCode::FileTooManyColumns);
    counted(outcome("wide.ods", &ods(&row(1, &[(4_000_000_000, "乙")]))), ReadCode::FileTooManyColumns);
    let within = r#"<table:table-row><table:table-cell office:value-type="string"><table:table table:name="t"/></table:table-cell></table:table-row>"#;
    assert_eq!(outcome("within.ods", &ods(within)).unwrap_err().code, ReadCode::FileBroken);
}

#[test]
fn the_last_cell_of_a_newer_workbook_is_refused_and_its_last_row_is_read() {
    let with = |reference: &str, row: u32| {
        let rows =
            format!(r#"<row r="1"><c r="A1"><v>7</v></c></row><row r="{row}"><c r="{reference}"><v>7</v></c></row>"#);
        workbook(&sheet(&rows, "").replace("<sheetData>", r#"<dimension ref="A1:XFD1048576"/><sheetData>"#), &[])
    };
    counted(outcome("far.xlsx", &with("XFD1048576", 1_048_576)), ReadCode::FileTooManyColumns);
    let read = cells(outcome("deep.xlsx", &with("B1048576", 1_048_576)));
    assert_eq!(read.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 1_048_576]);
}
