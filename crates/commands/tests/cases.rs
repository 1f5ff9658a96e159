//! Cases as a face uses them: by name and JSON.

mod common;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};

fn registration() -> Value {
    json!({
        "line": "GC", "category": "first_instance_prosecution", "title": "张三盗窃案", "cause": "盗窃罪",
        "source": "police", "from_unit": "测县公安局", "received_on": "2026-03-02", "accepted_on": "2026-03-03",
        "numbers": [{ "kind": "department", "number": "测检刑诉受[2026]341023000012号" }],
        "persons": [{
            "role": "suspect", "name": "张三", "id_number": "11010519491231002X", "act_on": "2026-01-10",
            "charges": [{ "phase": "transferred", "charge": "盗窃罪" }],
            "measures": [{ "kind": "detention", "decided_on": "2026-01-11", "executed_on": "2026-01-11" }],
        }],
    })
}

#[test]
fn a_case_is_registered_and_shown_on_one_page() {
    let desk = TestDesk::founded();
    let registered = desk.ask("case_register", registration());
    assert_eq!(registered["register_no"], "2026-GC-00001");
    let sheet = desk.ask("case_sheet", json!({ "case": "测检刑诉受〔2026〕341023000012号" }));
    assert_eq!(sheet["head"]["stage"], "accepted");
    assert_eq!(sheet["head"]["in_custody"], true);
    assert_eq!(sheet["head"]["function"], "criminal");
    let person = &sheet["persons"][0];
    assert_eq!(person["person"]["birth"], "1949-12-31");
    assert_eq!(person["person"]["sex"], "female");
    assert_eq!(person["person"]["minor_at_act"], false);
    assert_eq!(sheet["acts"][0]["kind"], "accepted");
    assert_eq!(sheet["acts"][0]["fields"][0]["said"]["zh"], "测县公安局");
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
}

#[test]
fn a_registration_is_taken_back_whole() {
    let desk = TestDesk::founded();
    let registered = desk.ask("case_register", registration());
    let entry = registered["changed"]["entry"].clone();
    desk.ask("entry_undo", json!({ "entry": entry, "reason": "重复登记" }));
    assert_eq!(refusal_of(desk.try_ask("case_sheet", json!({ "case": "2026-GC-00001" }))), "case_unknown");
    assert_eq!(desk.ask("record_rebuild", json!({}))["same"], true);
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
}
