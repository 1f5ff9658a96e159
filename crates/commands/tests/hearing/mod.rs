//! An office with people, a case with a handler, a pool of officers.
#![allow(dead_code, reason = "each test binary uses its part")]

pub mod walk;

use serde_json::{Value, json};

use super::common::TestDesk;

/// The accounts' ids.
pub const CLERK: i64 = 1;
pub const HANDLER: i64 = 2;
pub const CHIEF: i64 = 3;
pub const OTHER: i64 = 4;

/// An office on 2026-03-05 with a prosecutor, a chief prosecutor and a second prosecutor.
pub fn office() -> TestDesk {
    let desk = TestDesk::founded();
    for (login, name, post) in [
        ("wang", "王检察官", "prosecutor"),
        ("zhao", "赵检察长", "chief_prosecutor"),
        ("qian", "钱检察官", "prosecutor"),
    ] {
        let account =
            json!({ "id": null, "login": login, "name": name, "post": post, "in_quota": true, "on_duty": true });
        desk.ask("account_save", json!({ "account": account, "passphrase": "a passphrase of their own" }));
    }
    desk
}

/// Registers a case, gives it to a handler, and gives its id.
pub fn case(desk: &TestDesk, line: &str, category: &str, handler: i64) -> i64 {
    case_of(
        desk,
        line,
        category,
        handler,
        json!([{ "role": "suspect", "name": "张三", "no_id_reason": "not_provided" }]),
    )
}

pub fn case_of(desk: &TestDesk, line: &str, category: &str, handler: i64, persons: Value) -> i64 {
    let registration = json!({
        "line": line, "category": category, "title": "张三案", "cause": "盗窃罪", "source": "police",
        "from_unit": "测县公安局", "received_on": "2026-03-02", "accepted_on": "2026-03-03", "persons": persons,
    });
    let case = desk.ask("case_register", registration)["case"].as_i64().unwrap();
    let designation = json!({ "account": handler, "reason": "major_complex", "decided_by": "赵检察长" });
    desk.ask("assignment_designate", json!({ "case": case, "designation": designation }));
    case
}

/// Enters officers 1 to `count`, born 1980, lawyers when odd, doctors when even.
pub fn pool(desk: &TestDesk, count: i64) {
    for n in 1..=count {
        let profession = if n % 2 == 1 { "law" } else { "medicine" };
        desk.ask(
            "officer_save",
            json!({ "name": format!("听证员{n}"), "birth": "1980-01-01", "profession": profession }),
        );
    }
}

/// A plan that can be carried out: approved, in the hearing room, on 2026-03-10 from nine to eleven.
pub fn plan(case: i64) -> Value {
    json!({
        "case": case, "kind": "ordinary", "basis": "dispute", "approved_by": "赵检察长", "approved_on": "2026-03-04",
        "place": "第一听证室", "held_on": "2026-03-10", "starts_at": "09:00", "ends_at": "11:00",
        "questions": "是否作不起诉处理",
    })
}

/// The plan with some fields changed.
pub fn plan_with(case: i64, changes: Value) -> Value {
    let mut plan = plan(case);
    for (key, value) in changes.as_object().unwrap() {
        plan[key] = value.clone();
    }
    plan
}

/// Plans it and gives the hearing's id.
pub fn planned(desk: &TestDesk, plan: Value) -> i64 {
    desk.ask("hearing_plan", plan)["hearing"].as_i64().unwrap()
}

/// A hearing with three officers seated and two participants told in time.
pub fn prepared(desk: &TestDesk) -> i64 {
    let case = case(desk, "GC", "first_instance_prosecution", HANDLER);
    pool(desk, 5);
    let hearing = planned(desk, plan(case));
    desk.ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 3 }));
    for (name, role) in [("张三", "suspect"), ("李律师", "defender")] {
        desk.ask("hearing_participant_save", json!({ "hearing": hearing, "name": name, "role": role }));
    }
    let participants = ids(&sheet(desk, hearing)["participants"]);
    desk.ask(
        "hearing_notice_save",
        json!({ "hearing": hearing, "participants": participants, "sent_on": "2026-03-05" }),
    );
    desk.ask("hearing_announce", json!({ "hearing": hearing, "announced_on": "2026-03-05", "announced_in": "官网" }));
    hearing
}

/// A hearing that was held on 2026-03-10, on which these opinions were given.
pub fn held(desk: &TestDesk, hearing: i64, opinions: [&str; 3]) {
    desk.ask("hearing_begin", json!({ "hearing": hearing, "at": "09:02" }));
    for (seat, opinion) in ids(&sheet(desk, hearing)["seats"]).into_iter().zip(opinions) {
        desk.ask("hearing_attendance_save", json!({ "seat": seat, "attended": true }));
        desk.ask("hearing_opinion_save", json!({ "seat": seat, "opinion": opinion, "text": "理由" }));
    }
    let ending = json!({ "hearing": hearing, "at": "10:40", "recording": "录-1", "transcript": "笔-1" });
    desk.ask("hearing_end", ending);
}

pub fn sheet(desk: &TestDesk, hearing: i64) -> Value {
    desk.ask("hearing_sheet", json!({ "hearing": hearing }))
}

pub fn ids(rows: &Value) -> Vec<i64> {
    rows.as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
}

/// The codes of what is missing, with the state.
pub fn missing(desk: &TestDesk, hearing: i64) -> Vec<String> {
    let list = desk.ask("hearing_missing", json!({ "hearing": hearing }));
    let text = |line: &Value, key: &str| line[key].as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(|line| format!("{} {}", text(line, "code"), text(line, "state"))).collect()
}

/// The acts that hearings wrote on the timeline: kind and day.
pub fn timeline(desk: &TestDesk, case: i64) -> Vec<(String, String)> {
    let number = desk.ask("hearings_of_case", json!({ "case": case }))[0]["register_no"].clone();
    let sheet = desk.ask("case_sheet", json!({ "case": number }));
    let of = |act: &Value| (act["kind"].as_str().unwrap().to_owned(), act["on"].as_str().unwrap().to_owned());
    sheet["acts"].as_array().unwrap().iter().map(of).filter(|(kind, _)| kind.starts_with("hearing_")).collect()
}
