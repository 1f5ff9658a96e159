//! The journal tells nobody more of a case than the case itself does: nothing to who sees none, nothing of what is masked to who
//! sees it masked, nothing to who is kept away.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod walls;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};
use walls::{Case, FIELDS, account, case_of, office};

const INTAKE: &str = "周小宁寻衅滋事案";
const OFFICER: &str = "郑听证";

/// A case of which the journal says much: what was done, why, who looked, what was refused, printed and exported.
fn told(desk: &TestDesk) -> Case {
    let minor = FIELDS[2].1;
    let case = case_of(desk, account(desk, "far"), 1);
    let note = desk.ask("note_write", json!({ "case": case.id, "text": format!("{minor}住{}", FIELDS[1].1) }));
    let undo = json!({ "entry": note["changed"]["entry"], "reason": format!("{minor}的住址录错") });
    desk.ask("entry_undo", undo);
    let plan = json!({
        "case": case.id, "kind": "ordinary", "basis": "dispute", "approved_by": "赵检察长", "approved_on": "2026-03-04",
        "place": "第一听证室", "held_on": "2026-03-10", "starts_at": "09:00", "ends_at": "11:00", "questions": "是否不起诉",
    });
    let hearing = desk.ask("hearing_plan", plan)["hearing"].clone();
    desk.ask("hearing_participant_save", json!({ "hearing": hearing, "name": minor, "role": "suspect" }));
    desk.ask("officer_save", json!({ "name": OFFICER, "birth": "1980-01-01", "profession": "law" }));
    desk.ask("case_reveal", json!({ "case": case.id, "reason": format!("核对{minor}身份") }));
    desk.ask("paper_printed", json!({ "what": "case", "case": case.id }));
    desk.ask(
        "list_export",
        json!({ "path": desk.path("list.csv"), "filter": format!("title~{minor}"), "title": minor }),
    );
    let table =
        json!({ "path": desk.path("table.csv"), "title": format!("{minor}盗窃案的期限"), "columns": [], "rows": [] });
    desk.ask("table_export", table);
    desk.ask(
        "intake_refuse",
        json!({ "category": "first_instance_prosecution", "title": INTAKE, "from_unit": "测县公安局",
                "outcome": "returned", "reason": "papers_incomplete", "reason_text": format!("{INTAKE}材料不齐") }),
    );
    desk.sign_in("prosecutor");
    let change = json!({ "case": case.id, "change": { "summary": "改" } });
    assert_eq!(refusal_of(desk.try_ask("case_change", change)), "no_right_on_case");
    case
}

/// The pages of the journal, all entries of each.
fn pages(desk: &TestDesk) -> Vec<Value> {
    vec![desk.ask("audit_search", json!({ "limit": 1000 })), desk.ask("journal_list", json!({ "limit": 500 }))]
}

fn entries(page: &Value) -> &Vec<Value> {
    page["entries"].as_array().unwrap()
}

#[test]
fn who_sees_no_case_is_told_by_the_journal_that_one_was_touched_and_no_word_of_it() {
    for separated in [false, true] {
        let desk = office(separated);
        let case = told(&desk);
        desk.sign_in("li");
        if !separated {
            let whole = pages(&desk).iter().map(Value::to_string).collect::<String>();
            for word in [FIELDS[0].1, FIELDS[2].1, &case.register_no, INTAKE, OFFICER] {
                assert!(whole.contains(word), "who sees all is told {word}");
            }
        }
        desk.sign_in("audit_administrator");
        for page in pages(&desk) {
            let said = page.to_string();
            for word in FIELDS.map(|(_, word, _)| word).into_iter().chain([&*case.register_no, INTAKE, OFFICER]) {
                let told = entries(&page).iter().find(|entry| entry.to_string().contains(word));
                assert!(!said.contains(word), "{word}: {told:?}");
            }
        }
        let audit = &pages(&desk)[0];
        let of = |action: &str| entries(audit).iter().find(|entry| entry["action"] == action).unwrap().clone();
        assert!(of("refused")["detail"].as_str().unwrap().contains("case_change"), "which command, not which case");
        assert!(of("list_export")["detail"].as_str().unwrap().contains(".csv"), "where to, not what");
        for action in ["case_reveal", "intake_refuse", "officer_save", "paper_print", "undo"] {
            let entry = of(action);
            assert_eq!((&entry["detail"], &entry["reason"], &entry["of_case"]), (&json!(""), &json!(""), &json!(true)));
        }
        for text in [FIELDS[2].1, INTAKE, &case.register_no] {
            assert_eq!(desk.ask("audit_search", json!({ "text": text }))["entries"], json!([]), "{text}");
        }
        let number = of("case_reveal")["entry"].to_string();
        assert_eq!(entries(&desk.ask("audit_search", json!({ "text": number }))).len(), 1, "by its number it is found");
    }
}

#[test]
fn who_sees_a_case_masked_is_not_told_by_the_journal_what_is_masked() {
    let desk = office(false);
    let case = told(&desk);
    desk.sign_in("statistician");
    let mut all = pages(&desk);
    all.push(desk.ask("journal_list", json!({ "case": case.id })));
    for page in &all {
        for (field, word, _) in FIELDS.into_iter().filter(|(.., masked)| *masked) {
            let told = entries(page).iter().find(|entry| entry.to_string().contains(word));
            assert_eq!(told, None, "{field}");
        }
    }
    assert_eq!(entries(&desk.ask("audit_search", json!({ "text": FIELDS[2].1 }))).len(), 0);
    desk.ask("case_reveal", json!({ "case": case.id, "reason": "核对身份" }));
    let shown = desk.ask("audit_search", json!({ "text": FIELDS[2].1 }));
    assert!(entries(&shown).len() >= 3, "asked for, it is told: {shown}");
}

#[test]
fn who_is_kept_away_from_a_case_is_not_told_by_the_journal_what_was_done_on_it() {
    let desk = office(false);
    let case = told(&desk);
    desk.sign_in("li");
    let other = case_of(&desk, account(&desk, "near"), 2);
    desk.ask("note_write", json!({ "case": other.id, "text": "另案" }));
    let chief = account(&desk, "chief_prosecutor");
    let declare = json!({ "account": chief, "kind": "case", "value": case.register_no, "ground": "interest" });
    desk.ask("conflict_declare", declare);
    desk.sign_in("chief_prosecutor");
    let audit = desk.ask("audit_search", json!({ "limit": 1000 }));
    let notes: Vec<&Value> = entries(&audit).iter().filter(|entry| entry["action"] == "note_write").collect();
    assert_eq!((&notes[0]["detail"], notes.len()), (&json!(json!({ "case": other.id }).to_string()), 2), "{notes:?}");
    assert_eq!(notes[1]["detail"], "");
    assert_eq!(refusal_of(desk.try_ask("journal_list", json!({ "case": case.id }))), "recused_from_case");
    for page in [desk.ask("journal_list", json!({ "limit": 500 })), audit] {
        for word in [FIELDS[0].1, &format!("核对{}身份", FIELDS[2].1)] {
            // The other case has the same people, and he sees it whole.
            let of_other = |entry: &Value| entry["changes"].to_string().contains(&format!("\"case\":{}", other.id));
            let told = entries(&page).iter().find(|entry| !of_other(entry) && entry.to_string().contains(word));
            assert_eq!(told, None, "{word}");
        }
    }
}

#[test]
fn the_history_of_a_field_is_that_of_its_own_case_alone_though_one_import_brought_many() {
    let desk = office(false);
    let ledger = desk.path("台账.csv");
    let head = "部门受案号,案件名称,嫌疑人,身份证号,涉嫌罪名,移送单位,受理日期";
    let rows = [("1", "王甲", "11010519491231002X"), ("2", FIELDS[2].1, FIELDS[0].1)].map(|(n, name, number)| {
        format!("测检刑诉受[2026]34102300000{n}号,{name}盗窃案,{name},{number},盗窃罪,测县公安局,2026年1月5日")
    });
    std::fs::write(&ledger, format!("{head}\n{}\n", rows.join("\n"))).unwrap();
    let done = desk.ask("import_apply", json!({ "path": ledger }));
    assert_eq!(done["new"], 2, "{done}");
    let case = |name: &str| {
        desk.ask("search", json!({ "text": format!("{name}盗窃案") }))["hits"][0]["case"].as_i64().unwrap()
    };
    let (own, other) = (case("王甲"), case(FIELDS[2].1));
    let person = |case: i64| desk.ask("case_sheet", json!({ "case": case }))["persons"][0]["id"].to_string();
    let (mine, minor) = (person(own), person(other));
    let history = |case: i64, key: &str| {
        desk.ask("field_history", json!({ "case": case, "table": "person", "key": key, "field": "id_number" }))
    };
    assert_eq!(
        (&history(own, &mine)[0]["after"], &history(other, &minor)[0]["after"]),
        (&json!("11010519491231002X"), &json!(FIELDS[0].1))
    );
    walls::assign(&desk, own, account(&desk, "prosecutor"), "handler", None);
    desk.sign_in("prosecutor");
    assert_eq!(history(own, &mine)[0]["after"], "11010519491231002X");
    assert_eq!(history(own, &minor), json!([]), "through his own case he does not come to another's people");
    assert!(!history(other, &minor).to_string().contains(FIELDS[0].1));
}
