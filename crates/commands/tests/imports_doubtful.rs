//! What a ledger leaves in doubt: nothing is merged, swallowed or guessed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod ledger;

use common::TestDesk;
use ledger::adds_up;
use serde_json::{Value, json};

/// An office and a folder in which its ledgers lie.
struct Doubt {
    desk: TestDesk,
    folder: tempfile::TempDir,
}

impl Doubt {
    fn new() -> Self {
        Self { desk: TestDesk::founded(), folder: tempfile::tempdir().unwrap() }
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn import(&self, name: &str, text: &str) -> Value {
        let done = self.desk.ask("import_apply", json!({ "path": self.file(name, text) }));
        adds_up(&done);
        done
    }

    fn cases(&self) -> Value {
        self.desk.ask("case_list", json!({}))["total"].clone()
    }
}

const HEADS: &str = "部门受案号,公安案号,案件名称,嫌疑人,罪名,移送单位,受理日期";

#[test]
fn another_department_number_is_another_case_whatever_else_is_the_same() {
    let office = Doubt::new();
    let row =
        |number: &str| format!("{HEADS}\n{number},测公刑诉字[2026]77号,王甲盗窃案,王甲,盗窃罪,测县公安局,2026-01-05\n");
    let first = office.import("甲.csv", &row("测检刑诉受[2026]341023000001号"));
    assert_eq!((&first["new"], office.cases()), (&json!(1), json!(1)), "{first}");
    let other = office.import("乙.csv", &row("测检刑诉受[2026]341023000002号"));
    assert_eq!((&other["new"], office.cases()), (&json!(1), json!(2)), "{other}");
}

#[test]
fn a_mark_that_is_not_closed_swallows_no_rows() {
    let office = Doubt::new();
    let row = |at: u32, name: &str| {
        format!("测检刑诉受[2026]34102300000{at}号,,{name}盗窃案,{name},盗窃罪,测县公安局,2026-01-05")
    };
    let broken = row(2, "李乙").replace("李乙盗窃案", "\"李乙盗窃案");
    let text = [HEADS.to_owned(), row(1, "王甲"), broken, row(3, "赵丙"), String::new()].join("\n");
    let refused = office.desk.try_ask("import_plan", json!({ "path": office.file("甲.csv", &text) })).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.at.as_str()), ("file_quote_not_closed", "!3"), "{refused}");
}

#[test]
fn a_file_that_bears_a_mark_of_secrecy_is_not_taken_wherever_it_stands() {
    let office = Doubt::new();
    let row = "测检刑诉受[2026]341023000001号,,王甲泄露国家秘密案,王甲,故意泄露国家秘密罪,测县公安局,2026-01-05";
    let refused = |text: &str| {
        let asked = json!({ "path": office.file("甲.csv", text) });
        office.desk.try_ask("import_plan", asked).map(|_| ()).map_err(|refusal| (refusal.code, refusal.at))
    };
    let marked = |at: &str| Err(("state_secret".to_owned(), at.to_owned()));
    assert_eq!(refused(&format!("机密★5年,,,,,,\n{HEADS}\n{row}\n")), marked("!1"), "above the heads");
    assert_eq!(refused(&format!("{HEADS},密级\n{row},秘密\n")), marked("!2"), "in a column nobody takes over");
    assert_eq!(refused(&format!("{HEADS}\n{row}\n（秘密）,,,,,,\n")), marked("!3"), "below the rows");
    assert_eq!(refused(&format!("{HEADS}\n{row}\n")), Ok(()), "the words of a charge are none");
}

#[test]
fn an_open_case_is_not_given_to_somebody_who_has_left_nor_to_one_of_two_of_the_name() {
    let office = Doubt::new();
    let add = |login: &str, name: &str, ended_on: Option<&str>| {
        let account = json!({ "id": null, "login": login, "name": name, "post": "prosecutor", "in_quota": true,
                              "on_duty": true, "ended_on": ended_on });
        office.desk.ask("account_save", json!({ "account": account }));
    };
    add("gone", "王检察官", Some("2026-02-01"));
    add("one", "李检察官", None);
    add("two", "李检察官", None);
    let row = |at: u32, name: &str, closed: &str| {
        format!("测检刑诉受[2026]34102300000{at}号,王甲盗窃案,王甲,盗窃罪,测县公安局,2026-01-05,{name},{closed}")
    };
    let heads = "部门受案号,案件名称,嫌疑人,罪名,移送单位,受理日期,承办人,办结日期";
    let rows = [row(1, "王检察官", ""), row(2, "李检察官", ""), row(3, "王检察官", "2026-01-20")];
    let done = office.import("甲.csv", &format!("{heads}\n{}\n", rows.join("\n")));
    assert_eq!(done["new"], 3, "{done}");
    let handler = |at: u32| {
        let sheet = office.desk.ask("case_sheet", json!({ "case": format!("测检刑诉受[2026]34102300000{at}号") }));
        let of = sheet["assignments"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect::<Vec<_>>();
        (of, sheet["head"]["card"]["handler"].clone())
    };
    assert_eq!(handler(1), (vec![], json!("王检察官")), "the name is kept and the case waits");
    assert_eq!(handler(2), (vec![], json!("李检察官")));
    assert_eq!(handler(3).0, ["王检察官"], "a case that is over was his");
    let waiting = office.desk.ask("case_list", json!({ "view": "waiting" }));
    assert_eq!(waiting["total"], 2, "{waiting}");
}

#[test]
fn a_case_without_a_number_that_is_there_already_is_told() {
    let office = Doubt::new();
    let first = office
        .import("甲.csv", "案件类别,案件名称,嫌疑人,罪名,受理日期\n审查逮捕案件,王甲盗窃案,王甲,盗窃罪,2026-01-05\n");
    assert_eq!((&first["new"], &first["told"]["import_known_already"]), (&json!(1), &Value::Null), "{first}");
    // Another sheet, with other columns, of the same cases.
    let rows =
        "审查逮捕案件,王甲盗窃案,王甲,2026-01-05,测县公安局\n审查逮捕案件,王甲盗窃案,王甲,2026-02-05,测县公安局\n";
    let other = office.import("乙.csv", &format!("案件类别,案件名称,嫌疑人,受理日期,移送单位\n{rows}"));
    assert_eq!((&other["new"], &other["told"]["import_known_already"]), (&json!(2), &json!(1)), "{other}");
    let again = office.desk.ask("import_apply", json!({ "path": office.folder.path().join("乙.csv") }));
    assert_eq!(
        (&again["same"], &again["told"]["import_known_already"]),
        (&json!(2), &Value::Null),
        "known by this sheet itself: {again}"
    );
}
