//! Importing ledgers as a face does it: by name and JSON.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod ledger;

use std::path::Path;

use common::{TestDesk, refusal_of};
use ledger::{adds_up, committed, shared};
use serde_json::{Value, json};

const HEADS: &str = "部门受案号,案件名称,嫌疑人,性别,身份证号,涉嫌罪名,移送单位,受理日期,拘留日期,承办人";

fn ledger(folder: &Path, rows: &[&str]) -> String {
    let path = folder.join("台账.csv");
    std::fs::write(&path, format!("{HEADS}\n{}\n", rows.join("\n"))).unwrap();
    path.to_str().unwrap().to_owned()
}

const FIRST: &str = "测检刑诉受[2026]341023000001号,王甲盗窃案,王甲,女,11010519491231002X,盗窃罪,测县公安局,2026年1月5日,2025-12-20,李案管";
const SECOND: &str = "测检刑诉受[2026]341023000002号,赵乙诈骗案,赵乙,女,,诈骗,测县公安局,2026.1.6,同年1月2日,某承办人";

#[test]
fn each_row_is_new_changed_same_vanished_or_refused() {
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let wrong = "测检刑诉受[2026]341023000003号,钱丙抢劫案,钱丙,男,110105194912310021,抢劫罪,测县公安局,2026-02-30,,";
    let path = ledger(folder.path(), &[FIRST, &SECOND.replace("同年1月2日", "2026-01-02"), wrong]);
    let plan = desk.ask("import_plan", json!({ "path": path }));
    adds_up(&plan);
    assert_eq!((&plan["new"], &plan["refused"].as_array().unwrap().len().into()), (&json!(2), &json!(1)));
    let refused = &plan["refused"][0];
    assert_eq!((&refused["row"], &refused["value"]), (&json!(4), &json!("110105194912310021")));
    assert!(refused["column"].as_str().unwrap().contains("身份证号"), "{refused}");
    assert_eq!(refused["also"][0]["code"], "day_no_such_day", "{refused}");
    assert_eq!(desk.ask("case_list", json!({}))["total"], 0, "a dry run writes nothing");

    let done = desk.ask("import_apply", json!({ "path": path, "plan": plan["plan"] }));
    adds_up(&done);
    assert_eq!(desk.ask("case_list", json!({}))["total"], 2);
    let sheet = desk.ask("case_sheet", json!({ "case": "测检刑诉受〔2026〕341023000001号" }));
    assert_eq!(sheet["head"]["category"], "first_instance_prosecution");
    assert!(sheet["persons"][0].to_string().contains("王甲"), "{sheet}");

    let again = desk.ask("import_apply", json!({ "path": path }));
    adds_up(&again);
    assert_eq!((&again["same"], &again["new"], &again["changed"]), (&json!(2), &json!(0), &json!(0)));
    assert_eq!(again["done"]["entry"], Value::Null, "nothing changed, so nothing is journalled: {again}");

    let path = ledger(folder.path(), &[&FIRST.replace("2025-12-20", "2025-12-21")]);
    let third = desk.ask("import_plan", json!({ "path": path }));
    adds_up(&third);
    assert_eq!((&third["changed"], &third["vanished"]), (&json!(1), &json!(1)), "{third}");
    let page = desk.ask("import_plan_rows", json!({ "plan": third["plan"], "list": "changed", "from": 0, "count": 9 }));
    let change = &page["items"][0]["changes"][0];
    assert_eq!((&change["before"], &change["after"]), (&json!("2025-12-20"), &json!("2025-12-21")), "{page}");
    desk.ask("import_apply", json!({ "path": path }));
    let rest = desk.ask("import_plan", json!({ "path": path }));
    assert_eq!((&rest["same"], &rest["vanished"]), (&json!(1), &json!(0)), "vanished since last time only");
}

#[test]
fn of_a_long_import_the_journal_tells_the_first_rows_and_those_of_a_case() {
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let rows: Vec<String> = (1..=150)
        .map(|at| {
            format!("测检刑诉受[2026]341023{at:06}号,王甲盗窃案,王甲,女,,盗窃罪,测县公安局,2026-01-05,2025-12-20,")
        })
        .collect();
    let path = ledger(folder.path(), &rows.iter().map(String::as_str).collect::<Vec<_>>());
    desk.ask("import_apply", json!({ "path": path }));
    let newest = |ask: Value| desk.ask("journal_list", ask)["entries"][0].clone();
    let told =
        |entry: &Value| (entry["changes"].as_array().unwrap().len(), entry["more"].clone(), entry["case"].clone());

    let all = newest(json!({ "limit": 1 }));
    assert_eq!((&all["action"], told(&all)), (&json!("import_run"), (500, json!(true), Value::Null)));
    assert_eq!(told(&newest(json!({ "limit": 1, "rows": 0 }))), (0, json!(true), Value::Null));
    assert_eq!(told(&newest(json!({ "limit": 1, "rows": 9000 }))).0, 500, "never more");
    let last = desk.ask("case_sheet", json!({ "case": "测检刑诉受[2026]341023000150号" }))["head"]["id"].clone();
    let of_last = newest(json!({ "case": last, "limit": 1 }));
    let (count, more, _) = told(&of_last);
    assert!(count > 3 && more == false, "{of_last}");
    assert!(of_last["changes"].as_array().unwrap().iter().all(|change| change["case"] == last), "{of_last}");

    desk.ask("case_change", json!({ "case": last, "change": { "summary": "改过" } }));
    let changed = newest(json!({ "limit": 1 }));
    assert_eq!(told(&changed), (1, json!(false), last), "{changed}");
}

#[test]
fn what_was_corrected_by_hand_is_a_difference_to_decide() {
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let path = ledger(folder.path(), &[FIRST]);
    desk.ask("import_apply", json!({ "path": path }));
    let case = "测检刑诉受[2026]341023000001号";
    desk.ask("case_change", json!({ "case": case, "change": { "from_unit": "测县公安局刑侦大队" } }));

    let path = ledger(folder.path(), &[&FIRST.replace("测县公安局", "测市公安局")]);
    let done = desk.ask("import_apply", json!({ "path": path }));
    assert_eq!(done["changed"], 0, "{done}");
    assert_eq!(done["differences"].as_array().unwrap().len(), 1, "{done}");
    let sheet = desk.ask("case_sheet", json!({ "case": case }));
    assert_eq!(sheet["head"]["from_unit"], "测县公安局刑侦大队");
    let open = desk.ask("import_differences", json!({}));
    assert_eq!(
        (&open[0]["file_value"], &open[0]["record_value"]),
        (&json!("测市公安局"), &json!("测县公安局刑侦大队"))
    );

    desk.ask("import_decide", json!({ "differences": [open[0]["id"]], "decision": "record" }));
    let again = desk.ask("import_apply", json!({ "path": path }));
    assert_eq!(again["differences"].as_array().unwrap().len(), 0, "decided once: {again}");
    assert_eq!(again["done"]["entry"], Value::Null);

    let path = ledger(folder.path(), &[&FIRST.replace("测县公安局", "测区公安局")]);
    desk.ask("import_apply", json!({ "path": path }));
    let open = desk.ask("import_differences", json!({}));
    desk.ask("import_decide", json!({ "differences": [open[0]["id"]], "decision": "file" }));
    let sheet = desk.ask("case_sheet", json!({ "case": case }));
    assert_eq!(sheet["head"]["from_unit"], "测区公安局");
    let twice = desk.try_ask("import_decide", json!({ "differences": [open[0]["id"]], "decision": "file" }));
    assert_eq!(refusal_of(twice), "difference_unknown");
}

#[test]
fn a_case_registered_by_hand_is_found_by_its_number_and_not_written_over() {
    let desk = TestDesk::founded();
    desk.ask(
        "case_register",
        json!({ "line": "GC", "category": "first_instance_prosecution", "title": "王甲涉嫌盗窃", "received_on": "2026-01-05",
                "accepted_on": "2026-01-05", "numbers": [{ "kind": "department", "number": "测检刑诉受〔2026〕341023000001号" }] }),
    );
    let folder = tempfile::tempdir().unwrap();
    let path = ledger(folder.path(), &[FIRST]);
    let done = desk.ask("import_apply", json!({ "path": path }));
    assert_eq!((&done["new"], &done["changed"]), (&json!(0), &json!(1)), "the person is filled in: {done}");
    assert_eq!(done["differences"][0]["field"], "title");
    let again = desk.ask("import_apply", json!({ "path": path }));
    assert_eq!((&again["same"], &again["done"]["entry"]), (&json!(1), &Value::Null), "{again}");
}

#[test]
fn columns_are_shown_corrected_and_remembered() {
    let desk = TestDesk::founded();
    let text = "受案号\t案名\t谁\t收案时间\n测检刑捕受[2026]341023000009号\t孙丁故意伤害案\t孙丁\t２０２６年１月８日\n";
    let read = desk.ask("import_read", json!({ "text": text }));
    assert_eq!(read["columns"][0]["field"], "number_department");
    assert_eq!(read["columns"][2]["field"], Value::Null);
    assert_eq!(read["columns"][2]["samples"], json!(["孙丁"]));
    let ask = json!({ "text": text, "source": "粘贴", "columns": [{ "column": "C", "field": "person_name" }] });
    let done = desk.ask("import_apply", ask);
    assert_eq!(done["new"], 1, "{done}");
    let again = desk.ask("import_read", json!({ "text": text }));
    assert_eq!(again["remembered"], true);
    assert_eq!((&again["columns"][2]["field"], &again["source"]), (&json!("person_name"), &json!("粘贴")));
    let sheet = desk.ask("case_sheet", json!({ "case": "测检刑捕受[2026]341023000009号" }));
    assert_eq!(sheet["head"]["category"], "arrest_review");
    assert_eq!(sheet["head"]["accepted_on"], "2026-01-08");
}

#[test]
fn a_file_that_changed_after_the_dry_run_is_not_imported() {
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let path = ledger(folder.path(), &[FIRST]);
    let plan = desk.ask("import_plan", json!({ "path": path }));
    ledger(folder.path(), &[FIRST, SECOND]);
    let done = desk.try_ask("import_apply", json!({ "path": path, "plan": plan["plan"] }));
    assert_eq!(refusal_of(done), "import_file_changed");
    assert_eq!(desk.ask("case_list", json!({}))["total"], 0);
}

#[test]
fn a_list_goes_out_and_text_that_looks_like_a_formula_stays_text() {
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let path = ledger(folder.path(), &[&FIRST.replace("王甲盗窃案", "=1+2 案")]);
    desk.ask("import_apply", json!({ "path": path }));
    let out = folder.path().join("列表.csv");
    let written = desk
        .ask("list_export", json!({ "path": out.to_str().unwrap(), "columns": ["register_no", "title", "category"] }));
    assert_eq!(written["rows"], 1);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.contains("'=1+2 案") && text.contains("一审公诉案件"), "{text}");
    let book = folder.path().join("列表.xlsx");
    assert_eq!(desk.ask("list_export", json!({ "path": book.to_str().unwrap() }))["rows"], 1);
}

/// Imports a real ledger of judgments as it stands, and a second time the same. Only rows with a fault of their own stay
/// out: no day in the whole row, nobody named, a day that relates to none or to nobody.
fn judgments(path: &Path, rows: u64, comes_in: u64) {
    let desk = TestDesk::founded();
    let ask = json!({ "path": path.to_str().unwrap() });
    let done = desk.ask("import_apply", ask.clone());
    adds_up(&done);
    let (new, refused) = (done["new"].as_u64().unwrap(), done["refused"].as_array().unwrap());
    let mut why = std::collections::BTreeMap::new();
    for row in refused {
        let place = format!("{} {}", row["code"].as_str().unwrap(), row["column"].as_str().unwrap());
        *why.entry(place).or_insert(0) += 1;
    }
    println!("{}: {rows} rows, {new} new, refused {why:?}, {} remarks", path.display(), done["remarks"]);
    assert_eq!((&done["file_rows"], new), (&json!(rows), comes_in), "{why:?}");
    for row in refused {
        let code = row["code"].as_str().unwrap();
        assert!(["field_missing", "day_without_context", "import_case_refused"].contains(&code), "{row}");
    }
    let again = desk.ask("import_apply", ask);
    assert_eq!(
        (again["same"].as_u64(), &again["done"]["entry"]),
        (Some(new), &Value::Null),
        "{}",
        again["differences"]
    );
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
}

#[test]
fn real_ledgers_come_in_with_every_row_accounted_for() {
    judgments(&committed("judgments_cut.csv"), 40, 40);
    judgments(&committed("ledger_gb18030.csv"), 80, 79);
    judgments(&committed("ledger_two_heads.xlsx"), 64, 63);
    if let Some(path) = shared("cn_judgments/ledger_from_judgments.csv") {
        judgments(&path, 432, 365);
    }
}

#[test]
fn a_day_taken_from_another_column_is_told_and_a_person_may_say_otherwise() {
    let desk = TestDesk::founded();
    let text = "起诉书文号\t被告人\t指控罪名\t起诉日期\t裁判日期\n测检刑诉〔2026〕1号\t王甲\t盗窃罪\t2026-01-20\t\n测检刑诉〔2026〕2号\t赵乙\t诈骗罪\t\t2026-02-03\n";
    let read = desk.ask("import_read", json!({ "text": text }));
    assert_eq!(read["constants"]["accepted_on"], "=prosecuted_on|judged_on");
    assert_eq!(read["kind"], "first_instance_prosecution", "by its columns");
    let plan = desk.ask("import_plan", json!({ "text": text }));
    let ask =
        json!({ "plan": plan["plan"], "list": "remarks", "code": "import_taken_accepted_on", "from": 0, "count": 9 });
    let page = desk.ask("import_plan_rows", ask);
    assert_eq!((&page["total"], &plan["told"]["import_taken_accepted_on"]), (&json!(2), &json!(2)));
    let told: Vec<(&Value, &Value)> =
        page["remarks"].as_array().unwrap().iter().map(|remark| (&remark["column"], &remark["value"])).collect();
    assert_eq!(told, [(&json!("D 起诉日期"), &json!("2026-01-20")), (&json!("E 裁判日期"), &json!("2026-02-03"))]);
    let own = desk.ask("import_plan", json!({ "text": text, "constants": { "accepted_on": "" } }));
    assert_eq!(own["refused"].as_array().unwrap().len(), 2, "without it the day is missing: {own}");
}

#[test]
fn an_outcome_that_is_told_later_reaches_the_act_and_what_was_corrected_in_it_stays() {
    let desk = TestDesk::founded();
    let text = |outcome: &str| {
        format!(
            "部门受案号\t嫌疑人\t涉嫌罪名\t受理日期\t审结日期\t审结处理情况\n测检刑诉受[2026]341023000041号\t王甲\t盗窃罪\t2026-01-05\t2026-01-20\t{outcome}\n"
        )
    };
    let act = |desk: &TestDesk| {
        let sheet = desk.ask("case_sheet", json!({ "case": "测检刑诉受[2026]341023000041号" }));
        sheet["acts"].as_array().unwrap().last().unwrap().to_string()
    };
    let ask = |outcome: &str| json!({ "text": text(outcome), "source": "台账" });
    desk.ask("import_apply", ask("相对不起诉"));
    assert!(act(&desk).contains("相对不起诉"), "{}", act(&desk));
    let done = desk.ask("import_apply", ask("存疑不起诉"));
    assert_eq!(done["changed"], 1, "{done}");
    assert!(act(&desk).contains("存疑不起诉"), "{}", act(&desk));
}

#[test]
fn a_case_that_is_closed_by_now_is_changed_by_its_ledger_too() {
    let desk = TestDesk::founded();
    let text = |unit: &str| {
        format!(
            "部门受案号\t嫌疑人\t涉嫌罪名\t移送单位\t受理日期\t提起公诉日期\t办结日期\t审结处理情况\n测检刑诉受[2026]341023000042号\t王甲\t盗窃罪\t{unit}\t2026-01-05\t2026-01-20\t2026-02-20\t提起公诉\n"
        )
    };
    let ask = |unit: &str| json!({ "text": text(unit), "source": "台账" });
    assert_eq!(desk.ask("import_apply", ask("甲县公安局"))["new"], 1);
    let sheet = desk.ask("case_sheet", json!({ "case": "测检刑诉受[2026]341023000042号" }));
    assert_eq!(sheet["head"]["is_open"], false, "{}", sheet["head"]);
    let done = desk.ask("import_apply", ask("乙县公安局"));
    assert_eq!((&done["changed"], &done["refused"]), (&json!(1), &json!([])), "{done}");
}

#[test]
fn who_is_kept_away_from_a_case_imports_nothing_into_it_and_decides_nothing_of_it() {
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let second = SECOND.replace("同年1月2日", "2026-01-02");
    desk.ask("import_apply", json!({ "path": ledger(folder.path(), &[FIRST, &second]) }));
    let case = desk.ask("search", json!({ "text": "王甲盗窃案" }))["hits"][0]["case"].clone();
    desk.ask("case_change", json!({ "case": case, "change": { "title": "王甲抢劫案" } }));
    let otherwise = FIRST.replace("王甲盗窃案", "王甲诈骗案");
    desk.ask("import_apply", json!({ "path": ledger(folder.path(), &[&otherwise, &second]) }));
    let difference = desk.ask("import_differences", json!({}))[0]["id"].clone();
    assert!(difference.is_number());

    desk.ask("conflict_declare", json!({ "account": 1, "kind": "person", "value": "王甲", "ground": "interest" }));
    let decide = json!({ "differences": [difference], "decision": "file" });
    assert_eq!(refusal_of(desk.try_ask("import_decide", decide)), "recused_from_case");
    let changed = [FIRST.replace("2025-12-20", "2025-12-21"), second.replace("2026-01-02", "2026-01-03")];
    let path = ledger(folder.path(), &[&changed[0], &changed[1]]);
    for command in ["import_plan", "import_apply"] {
        let done = desk.ask(command, json!({ "path": path }));
        adds_up(&done);
        assert_eq!((&done["changed"], &done["refused"][0]["code"]), (&json!(1), &json!("recused_from_case")), "{done}");
        assert!(!done.to_string().contains("2025-12-20"), "nor is told what stands there: {done}");
    }
}
