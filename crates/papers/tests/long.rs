//! A long ledger streams: neither side holds more than a few packs of rows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops on a fault

mod common;

use anjuan_papers::layout::{Layout, RowKind};
use anjuan_papers::read::{Piece, ReadOptions, SheetHead};
use anjuan_papers::worker::read_file_by;
use common::{file, reader, sheet, workbook};
use std::fmt::Write;
use std::ops::ControlFlow;

const ROWS: u32 = 20_000;
const COLUMNS: u32 = 30;
const MIB: u64 = 1 << 20;

#[test]
fn twenty_thousand_rows_with_their_shared_strings() {
    let mut strings = String::new();
    let mut rows = String::new();
    for column in 0..COLUMNS {
        write!(strings, "<si><t>第{column}列名称</t></si>").unwrap();
    }
    write!(rows, r#"<row r="1">"#).unwrap();
    for column in 0..COLUMNS {
        write!(rows, r#"<c t="s"><v>{column}</v></c>"#).unwrap();
    }
    rows.push_str("</row>");
    for row in 0..ROWS {
        write!(strings, "<si><t>江检刑诉受〔2026〕{row}号</t></si>").unwrap();
        write!(rows, r#"<row r="{}"><c t="s"><v>{}</v></c>"#, row + 2, COLUMNS + row).unwrap();
        for column in 1..COLUMNS {
            write!(rows, "<c><v>{}</v></c>", row * column).unwrap();
        }
        rows.push_str("</row>");
    }
    let strings = format!(
        r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>"#
    );
    let book = workbook(&sheet(&rows, ""), &[("xl/sharedStrings.xml", strings.as_bytes())]);
    let (_guard, path) = file("long.xlsx", &book);
    let mut layout = Layout::new(&SheetHead::default());
    let (mut data, mut most) = (0, 0);
    let summary = read_file_by(&reader(), &path, &ReadOptions::default(), |piece| {
        if let Piece::Rows(rows) = &piece {
            most = most.max(rows.len());
        }
        let mut out = Vec::new();
        layout.piece(piece, &mut out);
        data += out.iter().filter(|row| row.kind == RowKind::Data).count();
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!((data, summary.cells), (ROWS as usize, u64::from((ROWS + 1) * COLUMNS)));
    assert!(most <= 256, "rows come in packs of {most}");
    #[cfg(target_os = "linux")]
    assert!(summary.peak_bytes > 0 && summary.peak_bytes < 48 * MIB, "the reader took {} bytes", summary.peak_bytes);
}
