//! An import guesses nothing in silence: what it takes for granted, and what it does not understand, is told row by row.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use std::collections::BTreeSet;

use common::TestDesk;
use serde_json::{Value, json};

const NUMBER: &str = "测检刑诉受[2026]341023000071号";

/// The codes of the remarks on a block, with the values that they are about.
fn told(desk: &TestDesk, text: &str) -> Vec<(String, String)> {
    let plan = desk.ask("import_plan", json!({ "text": text }));
    assert_eq!(plan["refused"], json!([]), "{plan}");
    let counted: u64 = plan["told"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(plan["remarks"], counted, "{plan}");
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
    let own = format!("{NUMBER}\t王甲\t盗窃罪\t普通犯罪检察\t2026-01-05\t2026-01-05");
    format!("部门受案号\t嫌疑人\t涉嫌罪名\t业务条线\t收案日期\t受理日期\t{heads}\n{own}\t{values}\n")
}

fn one(code: &str, value: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), value.to_owned())]
}

#[test]
fn a_sound_row_leaves_nothing_to_tell() {
    let desk = TestDesk::founded();
    assert_eq!(told(&desk, &block("性别\t强制措施", "女\t取保候审")), []);
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
    let expected =
        [one("import_charge_of_referral", "2026-01-20"), one("import_receipt_on_judgment_day", "2026-02-10")];
    assert_eq!(told(&desk, &judged), expected.concat());
}

#[test]
fn an_amount_keeps_the_unit_of_its_head() {
    let desk = TestDesk::founded();
    desk.ask("import_apply", json!({ "text": block("涉案金额（万元）", "3.5") }));
    let sheet = desk.ask("case_sheet", json!({ "case": NUMBER })).to_string();
    assert!(sheet.contains("3.5万元"), "{sheet}");
}

/// What the page of the case says of it, by code.
fn kept(desk: &TestDesk) -> Vec<String> {
    let sheet = desk.ask("case_sheet", json!({ "case": NUMBER }));
    let mut kept: Vec<String> = sheet["supposed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["code"].as_str().unwrap(), one["column"].as_str().unwrap()))
        .collect();
    kept.sort();
    kept
}

/// One row under these heads: the codes told are those expected, and what is supposed stays with the case.
#[track_caller]
fn check(heads: &str, values: &str, expected: &[(&str, &str)], stays: &[&str]) {
    let desk = TestDesk::founded();
    let text = format!("部门受案号\t嫌疑人\t{heads}\n{NUMBER}\t王甲\t{values}\n");
    let expected: Vec<(String, String)> =
        expected.iter().map(|(code, value)| (format!("import_{code}"), (*value).to_owned())).collect();
    assert_eq!(told(&desk, &text), expected, "{heads}");
    desk.ask("import_apply", json!({ "text": text }));
    assert_eq!(kept(&desk), stays, "{heads}");
    let again = desk.ask("import_apply", json!({ "text": text }));
    assert_eq!(again["done"]["entry"], Value::Null, "the same file changes nothing: {again}");
    assert_eq!(kept(&desk), stays, "{heads}");
}

#[test]
fn one_day_of_receipt_and_acceptance_is_not_silently_the_other() {
    check(
        "涉嫌罪名\t业务条线\t受理日期",
        "盗窃罪\t普通犯罪检察\t2026-01-05",
        &[("received_on_acceptance", "2026-01-05")],
        &["received_on_acceptance E 受理日期"],
    );
    check(
        "涉嫌罪名\t业务条线\t收案日期",
        "盗窃罪\t普通犯罪检察\t2026-01-05",
        &[("taken_accepted_on", "2026-01-05")],
        &["taken_accepted_on E 收案日期"],
    );
    check("涉嫌罪名\t业务条线\t收案日期\t受理日期", "盗窃罪\t普通犯罪检察\t2026-01-05\t2026-01-06", &[], &[]);
}

#[test]
fn the_one_day_of_a_measure_is_not_silently_its_decision_and_its_execution() {
    check(
        "涉嫌罪名\t业务条线\t收案日期\t受理日期\t刑拘日期\t执行逮捕日期",
        "盗窃罪\t普通犯罪检察\t2026-01-05\t2026-01-05\t2025-12-10\t2025-12-20",
        &[
            ("measure_day_for_both", "2025-12-10"),
            ("measure_day_for_both", "2025-12-20"),
            ("measure_ends_with_next", "2025-12-10"),
        ],
        &[
            "measure_day_for_both G 刑拘日期",
            "measure_day_for_both H 执行逮捕日期",
            "measure_ends_with_next G 刑拘日期",
        ],
    );
    check(
        "涉嫌罪名\t业务条线\t收案日期\t受理日期\t强制措施\t强制措施日期",
        "盗窃罪\t普通犯罪检察\t2026-01-05\t2026-01-05\t取保候审\t2025-12-10",
        &[("measure_day_for_both", "取保候审")],
        &["measure_day_for_both G 强制措施"],
    );
}

#[test]
fn line_role_and_charge_are_not_silently_the_most_usual() {
    check(
        "涉嫌罪名\t收案日期\t受理日期",
        "盗窃罪\t2026-01-05\t2026-01-05",
        &[("line_of_category", "GC")],
        &["line_of_category line"],
    );
    let desk = TestDesk::founded();
    let party = block("性别", "女").replace("嫌疑人", "当事人");
    assert_eq!(told(&desk, &party), one("import_role_suspect_supposed", "王甲"));
    let charges = block("性别", "女").replace("盗窃罪", "盗窃罪、诈骗罪");
    assert_eq!(told(&desk, &charges), one("import_cause_of_first_charge", "盗窃罪、诈骗罪"));
    let several = block("拘留日期", "2025-12-10").replace("王甲", "王甲、李乙").replace("女", "");
    let codes: BTreeSet<String> = told(&desk, &several).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, BTreeSet::from(["import_measure_day_for_both".to_owned(), "import_value_for_each".to_owned()]));
}

#[test]
fn a_decision_on_the_day_of_conclusion_has_been_told() {
    check(
        "审结案由\t业务条线\t收案日期\t受理日期\t审结日期\t审结处理情况",
        "盗窃罪\t普通犯罪检察\t2026-01-05\t2026-01-05\t2026-01-20\t相对不起诉",
        &[("decision_on_conclusion", "2026-01-20")],
        &["decision_on_conclusion G 审结日期"],
    );
}

#[test]
fn a_receipt_before_the_judgment_is_told() {
    let desk = TestDesk::founded();
    let text = block(
        "起诉罪名\t提起公诉日期\t裁判日期\t收到判决书日期\t裁判结果",
        "盗窃罪\t2026-01-20\t2026-02-10\t2026-02-01\t被告人王甲犯盗窃罪，判处拘役四个月",
    );
    assert_eq!(told(&desk, &text), one("import_receipt_before_judgment", "2026-02-10"));
}

#[test]
fn a_category_that_nobody_chose_is_told_case_by_case() {
    let desk = TestDesk::founded();
    let text = "起诉书文号\t被告人\t业务条线\t起诉罪名\t收案日期\t受理日期\t起诉日期\n测检刑诉〔2026〕1号\t王甲\t普通犯罪检察\t盗窃罪\t2026-01-05\t2026-01-05\t2026-01-20\n";
    assert_eq!(told(&desk, text), one("import_category_supposed", "first_instance_prosecution"));
    let chosen = desk.ask("import_plan", json!({ "text": text, "kind": "first_instance_prosecution" }));
    assert_eq!(chosen["told"], json!({}), "chosen by a person: {chosen}");
}

#[test]
fn another_handler_has_no_day_and_no_reason_and_that_is_told() {
    let desk = TestDesk::founded();
    desk.ask(
        "account_save",
        json!({ "account": { "login": "wang", "name": "王检", "post": "prosecutor", "in_quota": true, "on_duty": true }, "passphrase": "four words and more" }),
    );
    let text = |name: &str| block("分案日期\t承办人", &format!("2026-01-06\t{name}"));
    let ask = |name: &str| json!({ "text": text(name), "source": "台账" });
    desk.ask("import_apply", ask("李案管"));
    assert_eq!(kept(&desk), [""; 0]);
    let plan = desk.ask("import_plan", ask("王检"));
    assert_eq!(plan["told"], json!({ "import_handler_changed_today": 1 }), "{plan}");
    desk.ask("import_apply", ask("王检"));
    assert_eq!(kept(&desk), ["handler_changed_today H 承办人"]);
    let plan = desk.ask("import_plan", ask("无名氏"));
    assert_eq!(plan["told"], json!({ "import_handler_unknown": 1 }), "{plan}");
}
