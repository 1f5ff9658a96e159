//! Papers: what each says, that none has a hole, that none names whom it may not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;
mod paper;

use std::{collections::BTreeSet, io::Cursor, io::Read as _};

use anjuan_office::papers::{CASE_PAPERS, HEARING_PAPERS, specimen};
use anjuan_papers::{docx::Template, templates};
use common::{TestDesk, refusal_of};
use hearing::{HANDLER, ids, sheet};
use paper::{bench, called, made, planned, registered, whole};
use serde_json::{Value, json};

/// The parts of a document that are XML.
fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let name = part.name().unwrap().to_string();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (name, text)
        })
        .collect()
}

#[test]
fn every_shipped_template_takes_only_what_there_is() {
    let papers: Vec<&str> = HEARING_PAPERS.iter().chain(CASE_PAPERS).map(|paper| paper.code).collect();
    assert_eq!(papers, templates::NAMES);
    for paper in HEARING_PAPERS.iter().chain(CASE_PAPERS) {
        let docx = templates::docx(paper.code).unwrap().unwrap();
        let template = Template::read(&docx).unwrap();
        template.check(&specimen(paper)).unwrap_or_else(|fault| panic!("{}: {fault}", paper.code));
        assert_eq!(templates::docx(paper.code).unwrap().unwrap(), docx, "the same text gives the same bytes");
    }
}

#[test]
fn each_paper_of_a_whole_hearing_says_what_it_should() {
    let (desk, case, hearing) = whole();
    let folder = tempfile::tempdir().unwrap();
    let mut texts = made(&desk, folder.path(), json!({ "hearing": hearing }));
    texts.extend(made(&desk, folder.path(), json!({ "case": case })));
    assert_eq!(
        texts.keys().filter(|name| name.starts_with("听证通知书")).count(),
        7,
        "four participants, three officers"
    );
    let report = json!({ "hearing": hearing, "papers": ["hearing_chief_report"], "folder": folder.path() });
    assert_eq!(refusal_of(desk.try_ask("papers_make", report)), "paper_not_followed");
    texts.extend(report_before_the_decision());
    for (name, text) in &texts {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name.replace(' ', "_"), text);
        });
        assert!(!text.contains("{{") && !text.contains("{%"), "{name}");
    }
    let kinds: BTreeSet<&str> = texts.keys().filter_map(|name| name.split(' ').next()).collect();
    assert_eq!(kinds.len(), HEARING_PAPERS.len() + CASE_PAPERS.len(), "{kinds:?}");
}

/// The report to the chief prosecutor precedes the decision; its reasons are asked for.
fn report_before_the_decision() -> std::collections::BTreeMap<String, String> {
    let (desk, _, hearing) = paper::undecided();
    let folder = tempfile::tempdir().unwrap();
    let report = json!({ "hearing": hearing, "papers": ["hearing_chief_report"] });
    let mut ask = report.clone();
    ask["folder"] = json!(folder.path());
    let refusal = desk.try_ask("papers_make", ask).unwrap_err();
    assert_eq!((refusal.code.as_str(), refusal.values["fields"].as_str()), ("paper_values_missing", "report.reasons"));
    let values = json!({ "report.reasons": "嫌疑人另有同类行为正在侦查，不起诉条件尚不具备", "report.decision": "退回补充侦查" });
    desk.ask("papers_fill", json!({ "hearing": hearing, "values": values }));
    made(&desk, folder.path(), report)
}

#[test]
fn a_document_is_plain_and_sound() {
    let (desk, _, hearing) = whole();
    let folder = tempfile::tempdir().unwrap();
    made(&desk, folder.path(), json!({ "hearing": hearing }));
    for entry in std::fs::read_dir(folder.path()).unwrap().flatten() {
        for (name, text) in parts(&std::fs::read(entry.path()).unwrap()) {
            let mut reader = quick_xml::Reader::from_str(&text);
            let mut open = 0;
            loop {
                match reader.read_event().unwrap_or_else(|error| panic!("{:?} {name}: {error}", entry.path())) {
                    quick_xml::events::Event::Start(_) => open += 1,
                    quick_xml::events::Event::End(_) => open -= 1,
                    quick_xml::events::Event::Eof => break,
                    _ => {}
                }
            }
            assert_eq!(open, 0, "{name}");
            assert!(!name.contains("vba") && !text.contains("<w:sdt"), "{name}");
            assert!(
                !text.contains("<w:tc><w:tcPr/></w:tc>") && !text.contains("</w:tcPr></w:tc>"),
                "an empty cell in {name}"
            );
        }
    }
}

#[test]
fn nothing_is_made_with_a_hole_and_what_is_missing_is_named() {
    let desk = bench();
    let case =
        registered(&desk, "张三盗窃案", json!([{ "role": "suspect", "name": "张三", "no_id_reason": "not_provided" }]));
    let hearing = planned(&desk, case, json!({ "recorder": "", "questions": "" }));
    let folder = tempfile::tempdir().unwrap();
    let ask = json!({ "hearing": hearing, "papers": ["hearing_agenda"], "folder": folder.path() });
    let refusal = desk.try_ask("papers_make", ask.clone()).unwrap_err();
    assert_eq!(refusal.code, "paper_values_missing");
    assert_eq!(refusal.values["fields"], "officers participants hearing.recorder");
    assert_eq!(refusal.values["missing_zh"], "听证员、参加人员、记录人");
    assert_eq!(refusal.values["missing_en"], "hearing officers, participants, recorder");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was written");

    called(&desk, hearing, &[("张三", "suspect", "")]);
    let record = json!({ "hearing": hearing, "papers": ["hearing_deliberation"], "folder": folder.path() });
    let refusal = desk.try_ask("papers_make", record).unwrap_err();
    let told = ["missing_zh", "missing_en"].map(|lang| refusal.values[lang].as_str().to_owned());
    assert!(told[0].contains("、评议情况（休会评议）、"), "{}", told[0]);
    assert!(told[1].contains(", course of the deliberation (adjournment and deliberation), "), "{}", told[1]);
    let gaps = |desk: &TestDesk| -> Vec<Value> {
        let papers = desk.ask("papers_ready", json!({ "hearing": hearing }))["papers"].clone();
        let agenda = papers.as_array().unwrap().iter().find(|line| line["paper"] == "hearing_agenda").unwrap();
        agenda["copies"][0]["gaps"].as_array().unwrap().clone()
    };
    let missing = gaps(&desk);
    assert_eq!(missing.len(), 1);
    assert_eq!((&missing[0]["field"], &missing[0]["here"]), (&json!("hearing.recorder"), &json!("line")));
    desk.ask("papers_fill", json!({ "hearing": hearing, "values": { "hearing.recorder": "孙书记员" } }));
    assert_eq!(sheet(&desk, hearing)["hearing"]["recorder"], "孙书记员", "it went where it belongs");
    assert_eq!(gaps(&desk), [] as [Value; 0]);
    let again = json!({ "hearing": hearing, "values": { "hearing.recorder": "别人" } });
    assert_eq!(refusal_of(desk.try_ask("papers_fill", again)), "paper_value_stands");
    let values = json!({ "contact.phone": "0559-7654321", "number.hearing_notice": "测检听通〔2026〕8号", "hearing.questions": "是否不起诉" });
    let corrected = json!({ "hearing": hearing, "values": values });
    desk.ask("papers_fill", corrected);
    let notice =
        made(&desk, folder.path(), json!({ "hearing": hearing, "papers": ["hearing_notice"], "about": ["seat:1"] }));
    let text = notice.values().next().unwrap();
    assert!(text.contains("联系电话：0559-7654321") && text.contains("测检听通〔2026〕8号"), "{text}");
    desk.ask("papers_fill", json!({ "hearing": hearing, "values": { "number.hearing_notice": "" } }));
    let elsewhere = json!({ "hearing": hearing, "values": { "hearing.place": "别处" } });
    assert_eq!(refusal_of(desk.try_ask("papers_fill", elsewhere)), "paper_value_elsewhere");
    desk.ask("papers_make", ask);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "the notice and the agenda");
}

#[test]
fn who_may_not_export_makes_none_and_what_is_made_is_journalled() {
    let (desk, _, hearing) = whole();
    let folder = tempfile::tempdir().unwrap();
    let ask = json!({ "hearing": hearing, "papers": ["hearing_plan"], "folder": folder.path() });
    desk.ask("papers_make", ask.clone());
    desk.ask("papers_make", ask.clone());
    let names: BTreeSet<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, ["听证方案.docx", "听证方案（2）.docx"].map(String::from).into(), "no file is written over");
    let entries = desk.ask("journal_list", json!({ "limit": 2 }));
    let last = &entries["entries"][0];
    assert_eq!((&last["action"], &last["changes"][0]["table"]), (&json!("paper_made"), &json!("paper_made")), "{last}");
    let made = desk.ask("papers_ready", json!({ "hearing": hearing }))["made"].clone();
    assert_eq!((made.as_array().unwrap().len(), &made[0]["by"]), (2, &json!("李案管")));
    let missing = json!({ "hearing": hearing, "papers": ["hearing_plan"], "folder": folder.path().join("none") });
    assert_eq!(refusal_of(desk.try_ask("papers_make", missing)), "paper_folder_missing");
    let unknown = json!({ "hearing": hearing, "papers": ["case_sheet"], "folder": folder.path() });
    assert_eq!(refusal_of(desk.try_ask("papers_make", unknown)), "paper_unknown");
}

#[test]
fn only_a_public_hearing_has_an_announcement() {
    let desk = bench();
    let case =
        registered(&desk, "张三盗窃案", json!([{ "role": "suspect", "name": "张三", "no_id_reason": "not_provided" }]));
    let hearing = planned(
        &desk,
        case,
        json!({ "is_public": false, "not_public_reason": "privacy", "publicity_reason": "涉及隐私" }),
    );
    let folder = tempfile::tempdir().unwrap();
    let ask = json!({ "hearing": hearing, "papers": ["hearing_announcement"], "folder": folder.path() });
    assert_eq!(refusal_of(desk.try_ask("papers_make", ask)), "paper_not_public");
    assert_eq!(ids(&sheet(&desk, hearing)["seats"]), [] as [i64; 0]);
    assert_eq!(HANDLER, 2);
}
