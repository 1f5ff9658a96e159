//! Lists come back as they were written, and no text in them can calculate.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test stops on a fault

mod common;

use anjuan_papers::layout::{RowKind, Table};
use anjuan_papers::read::Value;
use anjuan_papers::write::{Column, Form, Item, List, ListWriter, WriteCode, write_list};
use chrono::NaiveDate;
use common::read;
use std::io::Read;
use std::path::Path;

fn list(heads: &[&str]) -> List {
    List {
        sheet: "在办案件".to_owned(),
        title: "江河县人民检察院 在办案件".to_owned(),
        lines: vec!["筛选：本月到期".to_owned(), "制表人：赵一 制表日期：2026-03-05".to_owned()],
        columns: heads.iter().map(|head| Column { head: (*head).to_owned(), width: None }).collect(),
        foot: "第 {page} 页，共 {pages} 页".to_owned(),
    }
}

/// Two thousand texts that begin like a formula, in every way known to us.
fn formula_like() -> Vec<String> {
    let beginnings = [
        "=",
        "+",
        "-",
        "@",
        "\t=",
        "\r=",
        "\n=",
        "＝",
        "＋",
        "－",
        "＠",
        " =",
        "\u{3000}=",
        "\u{FEFF}=",
        "'=",
        "''=",
        "\u{200B}=",
        "=\"",
        ";=",
        "%0A-",
    ];
    let bodies =
        ["1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://example.invalid\",\"x\")", "SUM(A1:A9)", "WEBSERVICE(\"x\")"];
    let mut all = Vec::new();
    for n in 0..20 {
        for begin in beginnings {
            all.extend(bodies.iter().map(|body| format!("{begin}{body}{n}")));
        }
    }
    all
}

fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn two_thousand_texts_like_formulas_stay_texts_in_a_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.xlsx");
    let texts = formula_like();
    assert_eq!(texts.len(), 2_000);
    let rows = texts.iter().map(|text| vec![Item::Text("案".to_owned()), Item::Text(text.clone())]);
    let written = write_list(&path, Form::Xlsx, &list(&["序号", "=备注"]), rows).unwrap();
    assert_eq!(written.rows, 2_000);
    let xml = part(&path, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("<f "), "no cell may hold a formula");
    let (sheets, _) = read(&path).unwrap();
    let back: Vec<_> = sheets[0].rows.iter().skip(4).map(|row| &row.cells[1]).collect();
    assert_eq!(back.len(), texts.len());
    for (cell, text) in back.iter().zip(&texts) {
        // XML knows one line end; a carriage return alone comes back as such, escaped.
        assert_eq!(cell.text.replace("_x000D_", "\r"), *text);
        assert_eq!(cell.value, Value::Text);
    }
}

#[test]
fn two_thousand_texts_like_formulas_stay_texts_in_a_text_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.csv");
    let texts = formula_like();
    let rows = texts.iter().map(|text| vec![Item::Text("案".to_owned()), Item::Text(text.clone())]);
    write_list(&path, Form::Csv, &list(&["序号", "备注"]), rows).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"\xEF\xBB\xBF"));
    let mut plain = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&bytes[3..]);
    for record in plain.records() {
        for field in &record.unwrap() {
            let begin = field.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}'));
            assert!(!begin.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{field:?} would calculate");
        }
    }
    let (sheets, _) = read(&path).unwrap();
    let back: Vec<_> = sheets[0].rows.iter().skip(4).map(|row| row.cells[1].text.as_str()).collect();
    assert_eq!(back, texts);
}

#[test]
fn a_list_comes_back_as_it_stood_on_screen() {
    let day = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
    let rows = vec![
        vec![
            Item::Text("江检刑诉受〔2026〕1号".into()),
            Item::Text("110101199001010010".into()),
            Item::Day(day),
            Item::Number(3.0),
        ],
        vec![Item::Text("江检刑诉受〔2026〕2号".into()), Item::Empty, Item::Empty, Item::Number(-1.5)],
        vec![Item::Text("第一行\n第二行，\"引\"".into()), Item::Text("000123".into()), Item::Day(day), Item::Empty],
    ];
    let folder = tempfile::tempdir().unwrap();
    for (name, form) in [("list.xlsx", Form::Xlsx), ("list.csv", Form::Csv)] {
        let path = folder.path().join(name);
        assert_eq!(Form::of(&path).unwrap(), form);
        let heads = list(&["部门受案号", "身份证号", "受理日期", "人数"]);
        write_list(&path, form, &heads, rows.clone()).unwrap();
        let (sheets, _) = read(&path).unwrap();
        let table = Table::of(&sheets[0]);
        assert_eq!(table.title[0], "江河县人民检察院 在办案件", "{name}");
        assert_eq!(table.heads, ["部门受案号", "身份证号", "受理日期", "人数"], "{name}");
        assert_eq!(table.rows.iter().filter(|row| row.kind == RowKind::FillIn).count(), 1, "{name}");
        let texts: Vec<Vec<&str>> =
            table.data().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(
            texts,
            [
                vec!["江检刑诉受〔2026〕1号", "110101199001010010", "2026-03-05", "3"],
                vec!["江检刑诉受〔2026〕2号", "", "", "-1.5"],
                vec!["第一行\n第二行，\"引\"", "000123", "2026-03-05"],
            ],
            "{name}"
        );
        if form == Form::Xlsx {
            assert_eq!(sheets[0].head.name, "在办案件");
            let first = table.data().next().unwrap();
            assert!(matches!(first.cells[2].value, Value::Date(_)));
            assert_eq!(first.cells[1].value, Value::Text);
            let xml = part(&path, "xl/worksheets/sheet1.xml");
            for wanted in [
                "orientation=\"landscape\"",
                "paperSize=\"9\"",
                "state=\"frozen\"",
                "fitToHeight=\"0\"",
                "<autoFilter ref=\"A4:D7\"/>",
            ] {
                assert!(xml.contains(wanted), "{wanted}");
            }
        }
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing else is left lying: {left:?}");
}

#[test]
fn a_list_given_up_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    for (name, form) in [("list.xlsx", Form::Xlsx), ("list.csv", Form::Csv)] {
        let path = folder.path().join(name);
        std::fs::write(&path, "old").unwrap();
        let mut writer = ListWriter::begin(&path, form, &list(&["甲"])).unwrap();
        writer.row(&[Item::Text("乙".into())]).unwrap();
        let lying: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_type().unwrap().is_dir())
            .collect();
        assert_eq!(lying.len(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(lying[0].metadata().unwrap().permissions().mode() & 0o077, 0, "only this account may enter");
        }
        drop(writer);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn what_a_cell_cannot_take_is_said_not_cut() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.xlsx");
    let mut writer = ListWriter::begin(&path, Form::Xlsx, &list(&["甲"])).unwrap();
    writer.row(&[Item::Text("字".repeat(32_767))]).unwrap();
    let fault = writer.row(&[Item::Text("字".repeat(32_768))]).unwrap_err();
    assert_eq!((fault.code, fault.values["row"].as_str()), (WriteCode::ListCellTooLong, "6"));
    assert_eq!(Form::of(Path::new("list.pdf")).unwrap_err().code, WriteCode::ListFormUnknown);
    let nowhere = folder.path().join("missing/list.csv");
    assert_eq!(ListWriter::begin(&nowhere, Form::Csv, &list(&["甲"])).err().unwrap().code, WriteCode::ListNotWritten);
}
