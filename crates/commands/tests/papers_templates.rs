//! The office's own templates, and papers as PDF.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;
mod paper;

use std::process::Command;

use anjuan_papers::pdf::Converter;
use common::refusal_of;
use paper::{made, whole, with_text};
use serde_json::{Value, json};

#[test]
fn an_office_puts_its_own_template_in_and_goes_back() {
    let (desk, _, hearing) = whole();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("本院方案.docx");
    // Word cut the placeholders into runs and made its own quotation marks.
    let text = "本院方案：{¦{ case¦.title }}{% for one in officers¦ %}{{ one.name }}{% if not loop.last¦ %}、{% endif %}{% endfor %}";
    std::fs::write(&path, with_text("hearing_plan", text)).unwrap();
    desk.ask("template_put", json!({ "paper": "hearing_plan", "path": path }));
    let ask = json!({ "hearing": hearing, "papers": ["hearing_plan"] });
    let texts = made(&desk, folder.path(), ask.clone());
    assert_eq!(texts["听证方案"], "本院方案：张镕喆盗窃案周垚、吴敏、郑大同");
    let lines = desk.ask("template_list", json!({}));
    assert_eq!((&lines[0]["file_name"], &lines[0]["saved_on"]), (&json!("本院方案.docx"), &json!("2026-03-12")));
    desk.ask("template_restore", json!({ "paper": "hearing_plan" }));
    assert!(made(&desk, folder.path(), ask)["听证方案（2）"].contains("一、案件基本情况"));
    assert_eq!(refusal_of(desk.try_ask("template_restore", json!({ "paper": "hearing_plan" }))), "template_is_shipped");
}

#[test]
fn what_a_template_may_not_have_is_refused_by_name() {
    let (desk, _, hearing) = whole();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("模板.docx");
    let put = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        desk.try_ask("template_put", json!({ "paper": "hearing_plan", "path": path })).unwrap_err()
    };
    for (text, code, name) in [
        ("{{ hearing.room }}", "template_placeholder_unknown", "hearing.room"),
        ("{{ nothing }}", "template_placeholder_unknown", "nothing"),
        ("{% for one in officers %}{{ one.phone }}{% endfor %}", "template_placeholder_unknown", "one.phone"),
        (
            "{% if hearing.public %}{% else %}{{ hearing.hidden }}{% endif %}",
            "template_placeholder_unknown",
            "hearing.hidden",
        ),
        ("{{ addressee.name }}", "template_placeholder_unknown", "addressee.name"),
    ] {
        let refusal = put(&with_text("hearing_plan", text));
        assert_eq!((refusal.code.as_str(), refusal.values["name"].as_str()), (code, name), "{refusal}");
        assert!(
            refusal.values["known"].contains("hearing.place") && refusal.values["known"].contains("officers[].name")
        );
    }
    for text in [
        "{% if hearing.public %}",
        "{{ case.title",
        "{{ case.title|shout }}",
        "{% endfor %}",
        "{% for a in case.title() %}{% endfor %}",
    ] {
        assert_eq!(put(&with_text("hearing_plan", text)).code, "template_tag_broken", "{text}");
    }
    assert_eq!(put(&with_text("hearing_plan", "{% for a in range(9) %}{% endfor %}")).values["name"], "range");
    assert_eq!(put(b"no document").code, "template_broken");
    let none = json!({ "paper": "hearing_plan", "path": folder.path().join("none.docx") });
    assert_eq!(refusal_of(desk.try_ask("template_put", none)), "template_not_read");
    // A missing value of an own template is told as of a shipped one.
    std::fs::write(&path, with_text("hearing_plan", "{{ hearing.transcript }}")).unwrap();
    desk.ask("template_put", json!({ "paper": "hearing_plan", "path": path }));
    let make = json!({ "hearing": hearing, "papers": ["hearing_plan"], "folder": folder.path() });
    assert_eq!(refusal_of(desk.try_ask("papers_make", make)), "paper_values_missing");
}

#[test]
fn a_template_is_taken_out_edited_and_put_in_again() {
    let (desk, _, hearing) = whole();
    let folder = tempfile::tempdir().unwrap();
    for line in desk.ask("template_list", json!({})).as_array().unwrap() {
        let taken = desk.ask("template_take", json!({ "paper": line["paper"], "path": folder.path() }));
        desk.ask("template_put", json!({ "paper": line["paper"], "path": taken["path"] }));
    }
    let own = made(&desk, folder.path(), json!({ "hearing": hearing }));
    assert_eq!(own.len(), 25, "{:?}", own.keys());
}

/// The words of a PDF without spaces and line ends, which are the layout's.
fn words_of(pdf: &std::path::Path) -> Option<String> {
    let out = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().ok()?;
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    Some(text.chars().filter(|c| !c.is_whitespace()).collect())
}

#[test]
fn a_pdf_says_what_the_document_says() {
    let (desk, _, hearing) = whole();
    let folder = tempfile::tempdir().unwrap();
    let ask = json!({ "hearing": hearing, "papers": ["hearing_announcement", "hearing_record"], "folder": folder.path(), "form": "pdf" });
    if Converter::find().is_none() {
        println!("no LibreOffice here: only the refusal is tested");
        let refusal = desk.try_ask("papers_make", ask).unwrap_err();
        assert_eq!((refusal.code.as_str(), refusal.at.as_str()), ("pdf_converter_missing", "form"));
        return;
    }
    let made = desk.ask("papers_make", ask);
    let files: Vec<&str> = made["files"].as_array().unwrap().iter().filter_map(|file| file["path"].as_str()).collect();
    assert_eq!(files.len(), 2);
    let Some(words) = words_of(std::path::Path::new(files[1])) else {
        println!("no pdftotext here: only the beginning of the file is tested");
        assert!(std::fs::read(files[1]).unwrap().starts_with(b"%PDF"));
        return;
    };
    assert_eq!(made["unshown"], Value::from(""));
    for said in ["听证笔录", "张镕喆", "𠮷小堃", "周垚", "六、当事人最后陈述", "测检听录2026-0310", "—1—"]
    {
        assert!(words.contains(said), "{said} in {words}");
    }
}

/// A template with a further relation of the document, as Word keeps linked pictures and templates.
fn with_relation(part: &str, kind: &str) -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let mut archive = zip::ZipArchive::new(Cursor::new(with_text("hearing_plan", "{{ case.title }}"))).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let relation = format!(
        "<Relationship Id=\"rFar\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"https://far.example/x\" TargetMode=\"External\"/></Relationships>"
    );
    let mut done = false;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().to_string();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if name == part {
            bytes = String::from_utf8(bytes).unwrap().replace("</Relationships>", &relation).into_bytes();
            done = true;
        }
        writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    if !done {
        writer.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(format!("<Relationships>{relation}").as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_template_that_fetches_from_elsewhere_is_refused() {
    let (desk, _, _) = whole();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("模板.docx");
    let put = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        desk.try_ask("template_put", json!({ "paper": "hearing_plan", "path": path }))
    };
    for (part, kind) in [
        ("word/_rels/document.xml.rels", "image"),
        ("word/_rels/settings.xml.rels", "attachedTemplate"),
        ("word/_rels/header1.xml.rels", "image"),
    ] {
        let refusal = put(&with_relation(part, kind)).unwrap_err();
        assert_eq!((refusal.code.as_str(), refusal.values["part"].as_str()), ("template_has_links", part));
        assert_eq!(refusal.values["target"], "https://far.example/x");
    }
    assert!(
        put(&with_relation("word/_rels/document.xml.rels", "hyperlink")).is_ok(),
        "a link to click fetches nothing"
    );
}
