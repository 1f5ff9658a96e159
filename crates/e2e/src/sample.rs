//! An invented office to look at: filled, with its clerk at the desk, on a day that stays the same.

use crate::{App, Plan};
use serde_json::{Value, json};

/// The passphrase of everybody in it.
pub const PASSPHRASE: &str = "spring river by moonlight";

/// The office as a person finds it in the morning.
#[track_caller]
pub fn sample_desk(plan: Plan, cases: u32) -> App {
    let mut app = plan.on_day("2026-03-05").start();
    app.ask(
        "office_create",
        json!({ "name": "测县人民检察院", "short_name": "测", "division_code": "341023", "login": "li",
                "person": "李案管", "passphrase": PASSPHRASE, "is_sample": true }),
    )
    .expect("the office is founded");
    if cases > 0 {
        app.ask("sample_fill", json!({ "cases": cases, "years": 1, "seed": 4 })).expect("the office is filled");
    }
    app.ask("office_lock", json!({})).expect("the office is locked");
    app.restart();
    app.field("口令").type_(PASSPHRASE);
    app.press("Ctrl+s");
    app.expect_text("李案管");
    app
}

/// A case that asks much of a page: forty suspects, names as long as they come and with rare characters, a long title.
#[track_caller]
pub fn crowded_case(app: &App) -> i64 {
    let names = ["阿卜杜热合曼·买买提吐尔逊·库尔班江", "𬸪𪩘", "欧阳春江潮水", "李 㼆"];
    let persons: Vec<Value> = (0..40)
        .map(|at| {
            let name = names.get(at).map_or_else(|| format!("嫌疑人{at}"), |name| (*name).to_owned());
            json!({
                "role": "suspect", "name": name, "birth": "1990-01-01", "act_on": "2026-01-10",
                "no_id_reason": "not_provided",
                "charges": [{ "phase": "transferred", "charge": "掩饰、隐瞒犯罪所得、犯罪所得收益罪" }],
                "measures": [{ "kind": "detention", "decided_on": "2026-01-11", "executed_on": "2026-01-11",
                               "place": "测县看守所" }],
            })
        })
        .collect();
    let registered = app.ask(
        "case_register",
        json!({
            "line": "GC", "category": "first_instance_prosecution", "cause": "掩饰、隐瞒犯罪所得、犯罪所得收益罪",
            "title": "阿卜杜热合曼·买买提吐尔逊·库尔班江等四十人涉嫌掩饰、隐瞒犯罪所得、犯罪所得收益，帮助信息网络犯罪活动案",
            "source": "police", "from_unit": "测县公安局刑事侦查大队第三中队", "received_on": "2026-03-02",
            "accepted_on": "2026-03-03", "flags": ["major_sensitive", "joint_crime"], "persons": persons,
        }),
    );
    registered.expect("the case is registered")["case"].as_i64().expect("a case has an id")
}
