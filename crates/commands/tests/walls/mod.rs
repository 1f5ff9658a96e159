//! An office with a person of each post and cases of one's own, of the department and of others; the printed tables.
#![allow(dead_code, reason = "each test binary uses its part")]

pub mod course;
pub mod named;

use std::collections::BTreeMap;

use anjuan_office::{Action, Work};
use serde_json::json;

use super::common::{PASSPHRASE, TestDesk};

/// What is looked for in answers: a field, and whether it is masked for those who see a case masked.
pub const FIELDS: [(&str, &str, bool); 5] = [
    ("id_number", "341023200905120016", true),
    ("residence", "测县东街梧桐里12号", true),
    ("name_of_minor", "李小明", true),
    ("name", "王大力", false),
    ("alias_of_minor", "小豆子", true),
];
pub const RELATIONS: [&str; 3] = ["own", "department", "other"];
/// How somebody stands to a case, and which of the relations the printed tables call that.
pub const STANDINGS: [(&str, &str); 6] = [
    ("handles it", "own"),
    ("assists in it", "own"),
    ("handled it before", "other"),
    ("a colleague of the department handles it", "department"),
    ("it stands in the department", "department"),
    ("another department's", "other"),
];

/// Rows of a printed table, by its heads.
pub fn table(text: &'static str) -> Vec<BTreeMap<&'static str, &'static str>> {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let heads: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines.map(|line| heads.iter().copied().zip(line.split('\t')).collect()).collect()
}

pub fn expected(record: &str, relation: &str, interest: bool, asked: bool) -> &'static str {
    let interest = if interest { "yes" } else { "no" };
    let rows = table(include_str!("../../../../docs/trust/sight.tsv"));
    let row = rows.iter().find(|row| row["record"] == record && row["case"] == relation && row["interest"] == interest);
    row.unwrap_or_else(|| panic!("{record} {relation} {interest}"))[if asked { "asked" } else { "unasked" }]
}

pub struct Case {
    pub id: i64,
    pub register_no: String,
    pub person: String,
}

/// An office with one person of each post in one department, and somebody in another.
pub fn office(separated: bool) -> TestDesk {
    let desk = TestDesk::founded();
    let departments = desk.ask("department_list", json!({}));
    let department = |at: usize| departments[at]["id"].clone();
    for choice in anjuan_law::choices("post") {
        let account = json!({ "id": null, "login": choice.code, "name": choice.zh, "post": choice.code, "on_duty": true,
                              "department_id": department(1) });
        desk.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE }));
    }
    for (login, at) in [("near", 1), ("far", 2)] {
        let account = json!({ "id": null, "login": login, "name": login, "post": "prosecutor", "on_duty": true,
                              "in_quota": true, "department_id": department(at) });
        desk.ask("account_save", json!({ "account": account }));
    }
    if separated {
        desk.ask("administrators_separate", json!({}));
        desk.sign_in("li");
    }
    desk
}

pub fn account(desk: &TestDesk, login: &str) -> i64 {
    let people = desk.ask("account_list", json!({}));
    people.as_array().unwrap().iter().find(|one| one["login"] == login).unwrap()["id"].as_i64().unwrap()
}

/// A case with a minor and a grown-up, in the hands of `handler`.
pub fn case_of(desk: &TestDesk, handler: i64, number: usize) -> Case {
    let minor = json!({ "role": "suspect", "name": FIELDS[2].1, "alias": FIELDS[4].1, "id_type": "resident_card", "id_number": FIELDS[0].1,
                        "residence": FIELDS[1].1, "minor_at_act": true });
    let grown = json!({ "role": "suspect", "name": FIELDS[3].1 });
    let registered = desk.ask(
        "case_register",
        json!({ "line": "GC", "category": "first_instance_prosecution", "title": format!("李小明、王大力盗窃案{number}"),
                "received_on": "2026-02-02", "accepted_on": "2026-02-03", "from_unit": "测县公安局", "source": "police",
                "cause": "盗窃罪", "persons": [minor, grown] }),
    );
    let id = registered["case"].as_i64().unwrap();
    desk.desk
        .seat()
        .unwrap()
        .act(Action::AssignmentDesignate, "", json!({}), |work| {
            work.insert(
                "INSERT INTO assignment (case_id, account_id, role, mode, started_on)
                 VALUES (?1, ?2, 'handler', 'designated', '2026-02-04')",
                (id, handler),
            )
        })
        .unwrap();
    let sheet = desk.ask("case_sheet", json!({ "case": id }));
    let person = sheet["persons"][0]["id"].to_string();
    Case { id, register_no: registered["register_no"].as_str().unwrap().to_owned(), person }
}

/// Puts the case into the department in which everybody is, whoever handles it.
pub fn stands_in_department(desk: &TestDesk, case: i64) {
    let department = desk.ask("department_list", json!({}))[1]["id"].as_i64();
    on_record(desk, |work| work.write("UPDATE case_file SET department_id = ?1 WHERE id = ?2", (department, case)));
}

/// Gives the case another title.
pub fn entitle(desk: &TestDesk, case: i64, title: &str) {
    on_record(desk, |work| work.write("UPDATE case_file SET title = ?1 WHERE id = ?2", (title, case)));
}

/// Writes an assignment, over already where `ended` says a day; a handler who is one now follows the one before.
pub fn assign(desk: &TestDesk, case: i64, account: i64, role: &str, ended: Option<&str>) {
    if role == "handler" && ended.is_none() {
        let sql = "UPDATE assignment SET ended_on = '2026-02-10' WHERE case_id = ?1";
        on_record(desk, |work| work.write(sql, [case]));
    }
    let sql = "INSERT INTO assignment (case_id, account_id, role, mode, started_on, ended_on)
               VALUES (?1, ?2, ?3, 'designated', '2026-02-11', ?4)";
    on_record(desk, |work| work.write(sql, (case, account, role, ended)));
}

fn on_record(desk: &TestDesk, write: impl FnOnce(&Work<'_>) -> anjuan_office::Result<usize>) {
    desk.desk.seat().unwrap().act(Action::AssignmentDesignate, "", json!({}), write).unwrap();
}
