//! How much of a case each post sees: an oracle written from the printed tables answers for every post, relation to the case,
//! command and field, before and after asking; the program is asked by name, as a face asks it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod walls;

use std::collections::BTreeMap;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};
use walls::{Case, FIELDS, RELATIONS, account, case_of, expected, office, table};

/// Commands that tell of a case, and whether they are about one case only.
fn questions(case: &Case) -> Vec<(&'static str, Value, bool)> {
    vec![
        ("case_sheet", json!({ "case": case.id }), true),
        ("case_sheet", json!({ "case": case.register_no }), true),
        ("journal_list", json!({ "case": case.id }), true),
        (
            "field_history",
            json!({ "case": case.id, "table": "person", "key": case.person, "field": "id_number" }),
            true,
        ),
        ("case_list", json!({ "limit": 200 }), false),
        ("search", json!({ "text": case.register_no }), false),
        ("register_as_of", json!({ "day": "2026-03-05" }), false),
        ("caseload", json!({}), false),
    ]
}

/// The part of an answer that tells of the case.
fn told(answer: &Value, case: i64, about_it: bool) -> String {
    fn gather(value: &Value, case: i64, out: &mut String) {
        match value {
            Value::Object(fields) => {
                let own = ["case_id", "case"].iter().find_map(|key| fields.get(*key).and_then(Value::as_i64));
                if own == Some(case) {
                    out.push_str(&value.to_string());
                } else {
                    fields.values().for_each(|field| gather(field, case, out));
                }
            }
            Value::Array(items) => items.iter().for_each(|item| gather(item, case, out)),
            _ => {}
        }
    }
    if about_it {
        return answer.to_string();
    }
    let mut out = String::new();
    gather(answer, case, &mut out);
    out
}

fn decide(desk: &TestDesk, case: &Case, sight: &str, clerk: &[String], place: &str) -> usize {
    let mut decided = 0;
    for ((command, request, about_it), whole) in questions(case).into_iter().zip(clerk) {
        if sight == "refused" && about_it {
            assert_eq!(refusal_of(desk.try_ask(command, request)), "recused_from_case", "{place}: {command}");
            decided += FIELDS.len();
            continue;
        }
        let answer = told(&desk.ask(command, request), case.id, about_it);
        for (field, text, masked) in FIELDS {
            let shown = whole.contains(text) && (sight == "whole" || !masked);
            assert_eq!(answer.contains(text), shown, "{place}: {field} in {command}: {answer}");
            decided += 1;
        }
    }
    decided
}

/// Asks every command about a case by name, where the printed tables say that it is refused; how many those were. What a command
/// does where it is allowed is asked above and in the tests of its capability.
fn refusals(desk: &TestDesk, case: &Case, rights: &BTreeMap<&str, &str>, barred: bool, place: &str) -> usize {
    let commands = include_str!("../../../docs/trust/commands.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut decided = 0;
    for (command, needs) in commands.map(|line| line.split_once('\t').unwrap()) {
        // It is asked for one case here, which the head of the table tells apart.
        let needs = if command == "journal_list" { "read|audit" } else { needs };
        let may = matches!(needs, "anybody" | "signed") || needs.split('|').any(|right| rights[right] != "-");
        let expected = match may {
            false => "no_right",
            true if barred && needs != "anybody" && !command.starts_with("room_") => "recused_from_case",
            true => continue,
        };
        let refused = refusal_of(desk.try_ask(command, json!({ "case": case.id })));
        assert_eq!(refused, expected, "{place}: {command}");
        decided += 1;
    }
    decided
}

#[test]
fn the_oracle_agrees_on_what_each_post_sees_of_each_field() {
    let (mut decided, mut refused) = (0, 0);
    for separated in [false, true] {
        let desk = office(separated);
        let rights = table(include_str!("../../../docs/trust/rights.tsv"));
        let state = if separated { "separated" } else { "joined" };
        for (number, row) in rights.iter().filter(|row| row["state"] == state && row["read"] != "-").enumerate() {
            let post = row["post"];
            desk.sign_in("li");
            let me = account(&desk, post);
            let handlers = [me, account(&desk, "near"), account(&desk, "far")];
            let cases = handlers.map(|handler| case_of(&desk, handler, number));
            let clerk: Vec<Vec<String>> = cases
                .iter()
                .map(|case| {
                    let ask = |(command, request, about)| told(&desk.ask(command, request), case.id, about);
                    questions(case).into_iter().map(ask).collect()
                })
                .collect();
            assert!(FIELDS.iter().all(|(_, text, _)| clerk[0][0].contains(text)), "{}", clerk[0][0]);
            for interest in [false, true] {
                desk.sign_in("li");
                if interest {
                    for case in &cases {
                        let declared =
                            json!({ "account": me, "kind": "case", "value": case.register_no, "ground": "interest" });
                        declare(&desk, separated, declared);
                    }
                }
                desk.sign_in(post);
                for asked in [false, true] {
                    for ((relation, case), clerk) in RELATIONS.iter().zip(&cases).zip(&clerk) {
                        let sight = expected(row["record"], relation, interest, asked);
                        let place = format!("{post} {state}, {relation}, interest {interest}, asked {asked}");
                        if asked {
                            let reveal = json!({ "case": case.id, "reason": "核对身份" });
                            assert_eq!(desk.try_ask("case_reveal", reveal).is_ok(), sight != "refused", "{place}");
                        }
                        decided += decide(&desk, case, sight, clerk, &place);
                        if !asked {
                            refused += refusals(&desk, case, row, interest, &place);
                        }
                    }
                }
            }
        }
    }
    assert!(decided > 5000 && refused > 10_000, "{decided} decisions on fields, {refused} on commands");
}

/// Enters a declared interest; where the office has handed over, it is the system administrator's.
fn declare(desk: &TestDesk, separated: bool, declared: Value) {
    if separated {
        desk.sign_in("system_administrator");
    }
    desk.ask("conflict_declare", declared);
    if separated {
        desk.sign_in("li");
    }
}

#[test]
fn asking_is_an_entry_with_its_reason_and_ends_with_the_sitting() {
    let desk = office(false);
    let far = account(&desk, "far");
    let case = case_of(&desk, far, 1);
    desk.sign_in("prosecutor");
    let number = |desk: &TestDesk| {
        let sheet = desk.ask("case_sheet", json!({ "case": case.id }));
        (sheet["is_masked"].as_bool().unwrap(), sheet["persons"][0]["person"]["id_number"].as_str().unwrap().to_owned())
    };
    assert_eq!(number(&desk), (true, "3410**************".to_owned()));
    let silent = json!({ "case": case.id, "reason": " " });
    assert_eq!(refusal_of(desk.try_ask("case_reveal", silent)), "reason_missing");
    desk.ask("case_reveal", json!({ "case": case.register_no, "reason": "核对同案人" }));
    assert_eq!(number(&desk), (false, FIELDS[0].1.to_owned()));
    desk.sign_in("prosecutor");
    assert!(number(&desk).0, "in the next sitting it is asked for again");
    desk.sign_in("audit_administrator");
    let found = desk.ask("audit_search", json!({ "action": "case_reveal" }));
    assert_eq!(found["entries"].as_array().unwrap().len(), 1);
    assert_eq!(found["entries"][0]["person"], "员额检察官");
}

#[test]
fn who_declared_an_interest_records_nothing_on_the_case_and_takes_nothing_back() {
    let desk = office(false);
    let me = account(&desk, "prosecutor");
    let case = case_of(&desk, me, 1);
    desk.sign_in("prosecutor");
    let note = || json!({ "case": case.id, "text": "等回函" });
    let written = desk.ask("note_write", note());
    desk.sign_in("li");
    let declared = json!({ "account": me, "kind": "person", "value": "王大力", "ground": "interest" });
    desk.ask("conflict_declare", declared);
    desk.sign_in("prosecutor");
    assert_eq!(refusal_of(desk.try_ask("note_write", note())), "recused_from_case");
    let undo = json!({ "entry": written["changed"]["entry"], "reason": "录错" });
    assert_eq!(refusal_of(desk.try_ask("entry_undo", undo)), "recused_from_case");
    desk.sign_in("audit_administrator");
    let found = desk.ask("audit_search", json!({ "action": "refused" }));
    assert!(!found["entries"].as_array().unwrap().is_empty(), "it is written down");
}
