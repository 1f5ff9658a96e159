//! Sealed juvenile records: a case leaves the record, and nobody without the key can tell that it was ever there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
#[path = "sealed/links.rs"]
mod links;
#[path = "sealed/pairs.rs"]
mod pairs;
#[path = "sealed/room.rs"]
mod room;

use common::{PASSPHRASE, TestDesk};
use serde_json::{Value, json};

/// What stands in a case that is to be sealed, or in another in its place.
pub(crate) struct Words {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) number: &'static str,
    pub(crate) note: &'static str,
}

pub(crate) const SECRET: Words = Words {
    name: "柳如霜",
    title: "柳如霜盗窃案",
    number: "测公刑诉字〔2026〕90417号",
    note: "柳如霜系在校学生，初犯",
};

/// Registers a prosecution of one minor and brings it to its end. Gives its id.
pub(crate) fn minors_case(desk: &TestDesk, words: &Words) -> i64 {
    minors_case_with(desk, words, |id| {
        let designation = json!({ "account": prosecutor(desk), "reason": "special_business" });
        desk.ask("assignment_designate", json!({ "case": id, "designation": designation }));
    })
}

/// A case of a minor, closed and to be sealed; `meanwhile` is done on it while it is open.
pub(crate) fn minors_case_with(desk: &TestDesk, words: &Words, meanwhile: impl FnOnce(i64)) -> i64 {
    let case = desk.ask(
        "case_register",
        json!({ "line": "GC", "category": "first_instance_prosecution", "title": words.title, "cause": "盗窃罪",
                "source": "police", "from_unit": "测县公安局", "received_on": "2026-02-02", "accepted_on": "2026-02-03",
                "numbers": [{ "kind": "police", "number": words.number }], "flags": ["minors_involved"],
                "persons": [{ "role": "suspect", "name": words.name, "birth": "2009-05-06", "act_on": "2025-12-24",
                              "sex": "female" }] }),
    );
    let id = case["case"].as_i64().unwrap_or_else(|| panic!("{case}"));
    let sheet = desk.ask("case_sheet", json!({ "case": id }));
    let person = sheet["persons"][0]["id"].as_i64().unwrap();
    meanwhile(id);
    let act = |kind: &str, on: &str, fields: Value| {
        desk.ask(
            "act_record",
            json!({ "case": id, "act": { "kind": kind, "on": on, "person": person, "fields": fields } }),
        );
    };
    act("not_prosecuted", "2026-03-05", json!({ "kind": "relative" }));
    act("sealed_record", "2026-03-05", json!({}));
    desk.conclude(&json!(id), "2026-03-05", "不起诉");
    desk.ask("note_write", json!({ "case": id, "text": words.note }));
    id
}

/// The prosecutor who handles minors' cases.
pub(crate) fn prosecutor(desk: &TestDesk) -> Value {
    let find = || {
        let people = desk.ask("account_list", json!({}));
        people.as_array().unwrap().iter().find(|one| one["login"] == "zhou").map(|one| one["id"].clone())
    };
    find().unwrap_or_else(|| {
        let account = json!({ "id": null, "login": "zhou", "name": "周检察官", "post": "prosecutor", "in_quota": true,
                              "handles_minors": true, "on_duty": true });
        desk.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE }));
        find().unwrap()
    })
}

/// An ordinary case, for company.
pub(crate) fn other_case(desk: &TestDesk, name: &str, accepted: &str) -> i64 {
    let case = desk.ask(
        "case_register",
        json!({ "line": "GC", "category": "first_instance_prosecution", "title": format!("{name}盗窃案"), "cause": "盗窃罪",
                "source": "police", "from_unit": "测县公安局", "received_on": accepted, "accepted_on": accepted,
                "persons": [{ "role": "suspect", "name": name, "birth": "1980-05-06", "act_on": "2025-12-24" }] }),
    );
    case["case"].as_i64().unwrap()
}

/// Makes the room and gives its recovery key.
pub(crate) fn found_room(desk: &TestDesk) -> String {
    let founded = desk.ask("room_found", json!({ "passphrase": PASSPHRASE }));
    founded["recovery_key"].as_str().unwrap().to_owned()
}

pub(crate) fn enter(desk: &TestDesk) -> Value {
    desk.ask("room_enter", json!({ "passphrase": PASSPHRASE, "purpose": "核对封存案件" }))
}

pub(crate) fn seal(desk: &TestDesk, case: i64) -> Value {
    desk.ask("case_seal", sealing(case))
}

pub(crate) fn sealing(case: i64) -> Value {
    json!({ "case": case, "ground": "not_prosecuted", "authority": "测检未封〔2026〕1号", "reason": "相对不起诉" })
}
