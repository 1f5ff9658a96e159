//! What the public reads names no party, and nothing by which a minor could be known.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod hearing;
mod paper;

use std::{collections::BTreeMap, io::Cursor, io::Read as _};

use anjuan_office::papers::HEARING_PAPERS;
use hearing::{ids, sheet};
use paper::{bench, called, planned, registered};
use serde_json::{Value, json};

/// All that stands in a document, in whatever part.
fn everything(docx: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_string(&mut all).unwrap();
    }
    // Characters of a name may stand in runs of their own.
    let mut text = String::new();
    let mut in_tag = false;
    for c in all.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    text
}

/// A public hearing of a case of a minor, held public for a recorded reason, with the minor all over it.
fn minors_hearing(name: &str, alias: &str, birth: &str, mother: &str) -> (common::TestDesk, i64) {
    let desk = bench();
    let persons = json!([
        { "role": "suspect", "name": name, "alias": alias, "birth": birth, "no_id_reason": "not_provided",
          "residence": "测县城关镇桃花路8号", "occupation": "测县第二中学学生" },
        { "role": "legal_representative", "name": mother, "no_id_reason": "not_provided" },
        { "role": "victim", "name": "钱小华", "birth": "2010-05-06", "no_id_reason": "not_provided" },
    ]);
    let case = registered(&desk, &format!("{name}盗窃案"), persons);
    let changes = json!({
        "is_public": true, "publicity_reason": "当事人和法定代理人同意公开，有助于法治教育",
        "questions": format!("{name}（{alias}，{birth}生，家住测县城关镇桃花路8号，测县第二中学学生）是否具备帮教条件\n{mother}能否监护"),
        "proposed_decision": format!("对{name}附条件不起诉"),
    });
    let hearing = planned(&desk, case, changes);
    let people = ids_of_persons(&desk, case);
    called(&desk, hearing, &[("李律师", "defender", "测县某律师事务所"), ("测县第二中学", "other", "测县第二中学")]);
    for (person, role) in people.iter().zip(["suspect", "legal_representative", "victim"]) {
        desk.ask(
            "hearing_participant_save",
            json!({ "hearing": hearing, "person": person, "role": role, "unit": "测县第二中学" }),
        );
    }
    (desk, hearing)
}

fn ids_of_persons(desk: &common::TestDesk, case: i64) -> Vec<i64> {
    let number = desk.ask("case_list", json!({}))["cases"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["case_id"] == case)
        .unwrap()["register_no"]
        .clone();
    ids(&desk.ask("case_sheet", json!({ "case": number }))["persons"])
}

fn made(desk: &common::TestDesk, hearing: i64, papers: Value) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let made = desk.ask("papers_make", json!({ "hearing": hearing, "papers": papers, "folder": folder.path() }));
    let files = made["files"].as_array().unwrap().iter();
    files
        .map(|file| {
            let docx = std::fs::read(file["path"].as_str().unwrap()).unwrap();
            (file["paper"].as_str().unwrap().to_owned(), everything(&docx))
        })
        .collect()
}

#[test]
fn no_paper_for_the_public_makes_a_minor_known() {
    let public: Vec<&str> = HEARING_PAPERS.iter().filter(|paper| paper.public).map(|paper| paper.code).collect();
    assert!(public.contains(&"hearing_announcement") && public.contains(&"hearing_seat_cards"));
    for (name, alias, birth, mother) in [
        ("王小明", "明明、小明", "2009-01-02", "赵秀英"),
        ("欧阳小𠮷", "吉吉", "2010-11-12", "司马镕"),
        ("阿卜杜拉·热合曼", "阿布", "2008-12-31", "古丽娜尔·买买提"),
        ("李喆", "小喆", "2011-02-03", "李堃"),
    ] {
        let (desk, hearing) = minors_hearing(name, alias, birth, mother);
        let papers = made(&desk, hearing, json!(public));
        assert_eq!(papers.len(), public.len());
        let (year, month, day) = (&birth[..4], birth[5..7].trim_start_matches('0'), birth[8..].trim_start_matches('0'));
        let paper_birth = format!("{year}年{month}月{day}日");
        let mut telling = vec![name, mother, "钱小华", birth, &paper_birth, "桃花路", "第二中学", "2010-05-06"];
        telling.extend(alias.split('、'));
        for (paper, text) in &papers {
            for known in &telling {
                assert!(!text.contains(known), "{known} stands in {paper}");
            }
        }
        let announcement = &papers["hearing_announcement"];
        assert!(announcement.contains("某盗窃案") || announcement.contains("某1盗窃案"), "{announcement}");
        let cards = &papers["hearing_seat_cards"];
        assert!(cards.contains("犯罪嫌疑人") && cards.contains("法定代理人") && cards.contains("周"), "{cards}");
        // The record of the same hearing, for the file, names everybody.
        let notices = made(&desk, hearing, json!(["hearing_notice"]));
        assert!(notices["hearing_notice"].contains("盗窃案"));
        let plan = made(&desk, hearing, json!(["hearing_plan"]));
        assert!(plan["hearing_plan"].contains(name));
    }
}

#[test]
fn an_offices_own_template_gets_the_published_names_too() {
    let (desk, hearing) = minors_hearing("王小明", "明明", "2009-01-02", "赵秀英");
    let folder = tempfile::tempdir().unwrap();
    let text = "{{ case.title }}{{ case.summary }}{% for one in participants %}{{ one.role }}{{ one.name }}{{ one.unit }}{% endfor %}\
                {% for one in hearing.questions %}{{ one }}{% endfor %}{{ hearing.proposed }}{{ hearing.chair }}";
    let own = own_template(text);
    let path = folder.path().join("公告.docx");
    std::fs::write(&path, own).unwrap();
    desk.ask("template_put", json!({ "paper": "hearing_announcement", "path": path }));
    let announcement = made(&desk, hearing, json!(["hearing_announcement"]))["hearing_announcement"].clone();
    for known in ["王小明", "明明", "赵秀英", "钱小华", "2009-01-02", "桃花路", "第二中学"] {
        assert!(!announcement.contains(known), "{known} in {announcement}");
    }
    assert!(announcement.contains("王某盗窃案") && announcement.contains("王检察官"), "{announcement}");
}

#[test]
fn adults_of_a_public_hearing_are_named_in_the_published_form() {
    let desk = bench();
    let persons = json!([
        { "role": "suspect", "name": "王检察官", "birth": "1980-01-02", "no_id_reason": "not_provided" },
        { "role": "victim", "name": "王五", "birth": "1981-01-02", "no_id_reason": "not_provided" },
    ]);
    let case = registered(&desk, "王检察官盗窃案", persons);
    let hearing = planned(&desk, case, json!({}));
    called(&desk, hearing, &[("王检察官", "suspect", ""), ("王五", "victim", "")]);
    let papers = made(&desk, hearing, json!(["hearing_announcement", "hearing_agenda", "hearing_seat_cards"]));
    let announcement = &papers["hearing_announcement"];
    assert!(announcement.contains("王某1盗窃案"), "{announcement}");
    assert!(
        announcement.contains("主持人：王检察官"),
        "the chair has the name of a party and keeps it: {announcement}"
    );
    assert!(papers["hearing_agenda"].contains("被害人王某2"), "{}", papers["hearing_agenda"]);
    assert!(papers["hearing_seat_cards"].contains("王　五"), "at the table adults sit behind their names");
    assert_eq!(sheet(&desk, hearing)["participants"].as_array().unwrap().len(), 2);
}

/// A shipped template with other text in it.
fn own_template(text: &str) -> Vec<u8> {
    paper::with_text("hearing_announcement", text)
}
