//! An import guesses nothing in silence: what it takes for granted, and what it does not understand, is told row by row.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use common::TestDesk;
use serde_json::{Value, json};

const NUMBER: &str = "测检刑诉受[2026]341023000071号";

/// The codes of the remarks on a block, with the values that they are about.
fn told(desk: &TestDesk, text: &str) -> Vec<(String, String)> {
    let plan = desk.ask("import_plan", json!({ "text": text }));
    assert_eq!(plan["refused"], json!([]), "{plan}");
    let page = desk.ask("import_plan_rows", json!({ "plan": plan["plan"], "list": "remarks", "from": 0, "count": 99 }));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let told = page["remarks"].as_array().unwrap().iter();
    let mut told: Vec<(String, String)> = told.map(|one| (text(&one["code"]), text(&one["value"]))).collect();
    for (code, _) in &told {
        assert!(anjuan_commands::words::known(&format!("remark_{code}")), "{code} has no words");
    }
    told.sort();
    told
}

fn acts_of(desk: &TestDesk) -> Vec<Value> {
    desk.ask("case_sheet", json!({ "case": NUMBER }))["acts"].as_array().unwrap().clone()
}

fn block(heads: &str, values: &str) -> String {
    format!("部门受案号\t嫌疑人\t涉嫌罪名\t受理日期\t{heads}\n{NUMBER}\t王甲\t盗窃罪\t2026-01-05\t{values}\n")
}

fn one(code: &str, value: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), value.to_owned())]
}

#[test]
fn a_sound_row_leaves_nothing_to_tell() {
    let desk = TestDesk::founded();
    assert_eq!(
        told(&desk, &block("性别\t强制措施\t审结日期\t审结处理情况", "女\t取保候审\t2026-01-20\t相对不起诉")),
        []
    );
}

#[test]
fn an_extension_without_a_ground_has_the_laws_only_one_and_that_is_told() {
    let desk = TestDesk::founded();
    let text = block("延长审查起诉期限日期", "2026-02-04");
    assert_eq!(told(&desk, &text), one("import_extension_ground_of_law", "2026-02-04"));
    desk.ask("import_apply", json!({ "text": text }));
    assert!(acts_of(&desk).iter().any(|act| act["kind"] == "review_extended"));
}

#[test]
fn an_extension_on_another_ground_is_no_act_and_stays_as_text() {
    let desk = TestDesk::founded();
    let text = block("延长审查起诉期限日期\t延期原因", "2026-02-04\t等待鉴定意见");
    let codes: Vec<(String, String)> = told(&desk, &text);
    assert_eq!(
        codes,
        [
            ("import_kept_as_text".to_owned(), "2026-02-04".to_owned()),
            ("import_kept_as_text".to_owned(), "等待鉴定意见".to_owned()),
        ]
    );
    desk.ask("import_apply", json!({ "text": text }));
    assert!(acts_of(&desk).iter().all(|act| act["kind"] != "review_extended"));
    let card = desk.ask("case_sheet", json!({ "case": NUMBER })).to_string();
    assert!(card.contains("等待鉴定意见") && card.contains("2026-02-04"), "nothing is lost: {card}");
}

#[test]
fn words_that_no_list_has_are_told() {
    let desk = TestDesk::founded();
    for (heads, values, expected) in [
        ("审结日期\t审结处理情况", "2026-01-20\t并入他案", one("import_outcome_open", "2026-01-20")),
        ("认罪认罚", "部分", one("import_kept_as_text", "部分")),
        ("自然人或单位", "有限责任公司", one("import_kept_as_text", "有限责任公司")),
        ("承办人", "李案管", one("import_allocated_on_acceptance", "李案管")),
    ] {
        assert_eq!(told(&desk, &block(heads, values)), expected, "{heads}");
    }
    let charge = block("性别", "女").replace("盗窃罪", "偷东西罪");
    assert_eq!(told(&desk, &charge), one("import_charge_unknown", "偷东西罪"));
    let judged =
        block("提起公诉日期\t裁判日期\t裁判结果", "2026-01-20\t2026-02-10\t被告人王甲犯盗窃罪，判处拘役四个月");
    assert_eq!(told(&desk, &judged), one("import_receipt_on_judgment_day", "2026-02-10"));
    let received = judged.replace("受理日期", "收案日期");
    assert!(told(&desk, &received).contains(&("import_taken_accepted_on".to_owned(), "2026-01-05".to_owned())));
}

#[test]
fn an_amount_keeps_the_unit_of_its_head() {
    let desk = TestDesk::founded();
    desk.ask("import_apply", json!({ "text": block("涉案金额（万元）", "3.5") }));
    let sheet = desk.ask("case_sheet", json!({ "case": NUMBER })).to_string();
    assert!(sheet.contains("3.5万元"), "{sheet}");
}
