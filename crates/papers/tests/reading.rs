//! Files as offices send them come out as a person sees them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops on a fault

mod common;

use anjuan_papers::read::{FileKind, ReadOptions, TextEncoding, Value};
use anjuan_papers::worker::{read_file_by, read_sheets};
use common::{committed, file, read, reader, sheet, workbook};
use std::ops::ControlFlow;

fn texts(row: &anjuan_papers::read::SheetRow) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.text.as_str()).collect()
}

#[test]
fn a_gb18030_ledger_is_read_whole() {
    let (sheets, summary) = read(&committed("ledger_gb18030.csv")).unwrap();
    assert_eq!(summary.kind, Some(FileKind::Text));
    assert_eq!(summary.encoding, Some(TextEncoding::GB18030));
    assert_eq!((summary.undecodable, summary.delimiter, summary.rows), (0, Some(','), 81));
    let rows = &sheets[0].rows;
    assert_eq!(texts(&rows[0])[..3], ["案号", "审理法院", "公诉机关"]);
    assert_eq!(rows[1].cells[0].text, "（2017）沪0120刑初684号");
    assert_eq!(rows.last().unwrap().number, 81);
}

#[test]
fn merged_cells_reach_the_rows_they_cover() {
    let (sheets, summary) = read(&committed("ledger_two_heads.xlsx")).unwrap();
    assert_eq!(summary.kind, Some(FileKind::Xlsx));
    let sheet = &sheets[0];
    assert_eq!((sheet.head.merges.len(), sheet.end.last_row), (50, 71));
    let row = |number: u32| sheet.rows.iter().find(|row| row.number == number).unwrap();
    let (first, second) = (row(65), row(67));
    assert_eq!(first.cells[1].text, second.cells[1].text);
    assert!(!first.cells[1].from_merge && second.cells[1].from_merge);
    assert_eq!(second.cells[6].text, "程某");
    assert!(!second.cells[6].from_merge);
    assert!(sheet.rows.iter().all(|row| row.number != 70), "an empty row is not sent");
}

#[test]
fn types_and_formats_come_as_a_person_sees_them() {
    let styles = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="000000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>"#;
    let rels = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    let data = r#"<row r="2"><c r="A2"><v>12</v></c><c r="B2" s="1"><v>46086</v></c><c r="C2" s="2"><v>42</v></c><c r="D2" s="3"><v>0.25</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#N/A</v></c><c r="H2"><v>110101199001010010</v></c><c r="I2" t="str"><f>A2&amp;"x"</f><v>12x</v></c></row>"#;
    let book = workbook(
        &sheet(data, ""),
        &[("xl/styles.xml", styles.as_bytes()), ("xl/_rels/workbook.xml.rels", rels.as_bytes())],
    );
    let (_guard, path) = file("types.et", &book);
    let (sheets, _) = read(&path).unwrap();
    let row = &sheets[0].rows[0];
    assert_eq!(row.number, 2);
    assert_eq!(texts(row), ["12", "2026-03-05", "000042", "25%", "TRUE", "#N/A", "", "110101199001010016", "12x"]);
    assert!(matches!(row.cells[1].value, Value::Date(_)));
    assert_eq!(row.cells[4].value, Value::Bool(true));
    assert_eq!(row.cells[5].value, Value::Error);
    assert!(row.cells[7].digits_lost(), "the ID number lost its last digits, and that shows");
}

#[test]
fn the_caller_may_stop_early_and_ask_for_one_sheet() {
    let path = committed("ledger_gb18030.csv");
    let first = ReadOptions { rows_at_most: Some(5), ..ReadOptions::default() };
    let (sheets, summary) = read_sheets(&reader(), &path, &first).unwrap();
    assert_eq!((sheets[0].rows.len(), sheets[0].end.cut, summary.rows), (5, true, 5));
    let mut pieces = 0;
    read_file_by(&reader(), &path, &ReadOptions::default(), |_| {
        pieces += 1;
        ControlFlow::Break(())
    })
    .unwrap();
    assert_eq!(pieces, 1);
    let named = ReadOptions { sheet: Some("没有".to_owned()), ..ReadOptions::default() };
    let refusal = read_sheets(&reader(), &committed("ledger_two_heads.xlsx"), &named).unwrap_err();
    assert_eq!(refusal.code.as_str(), "file_has_no_such_sheet");
}

#[test]
fn without_the_fence_the_same_comes_out() {
    for name in ["ledger_gb18030.csv", "ledger_two_heads.xlsx", "arrests.xls"] {
        let path = committed(name);
        let (sheets, _) = read(&path).unwrap();
        let mut rows = Vec::new();
        let file = std::fs::File::open(&path).unwrap();
        anjuan_papers::read::in_process(file, &ReadOptions::default(), &mut |piece| {
            if let anjuan_papers::read::Piece::Rows(more) = piece {
                rows.extend(more);
            }
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!(rows, sheets[0].rows, "{name}");
    }
}
