//! Worked examples through the office: what happens in a case, and what becomes of its due dates at once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};

/// A case that was received, accepted and allocated on one day, and a desk on a day long after.
struct Case {
    desk: TestDesk,
    person: Value,
}

const RECEIVED: &str = "2026-03-04";
const REVIEW: &str = "review_for_prosecution";

impl Case {
    fn of(category: &str, line: &str, person: Value) -> Case {
        let desk = TestDesk::founded().on(RECEIVED);
        for (login, post) in [("wang", "prosecutor"), ("qian", "prosecutor"), ("zhao", "chief_prosecutor")] {
            let account =
                json!({ "id": null, "login": login, "name": login, "post": post, "in_quota": true, "on_duty": true });
            desk.ask("account_save", json!({ "account": account }));
        }
        let registration = json!({
            "line": line, "category": category, "title": "张三案", "cause": "盗窃罪", "source": "police",
            "from_unit": "测县公安局", "received_on": RECEIVED, "accepted_on": RECEIVED, "persons": [person],
        });
        let case = desk.ask("case_register", registration)["case"].clone();
        assert_eq!(case, 1);
        let case = Case { person: Value::Null, desk };
        case.handled_by("wang", "major_complex");
        let Case { desk, .. } = case;
        let desk = desk.on("2026-12-01");
        let sheet = desk.ask("case_sheet", json!({ "case": "1" }));
        Case { person: sheet["persons"][0]["id"].clone(), desk }
    }

    fn suspect(measure: &str) -> Case {
        let taken = json!([{ "kind": measure, "decided_on": "2026-02-01", "executed_on": "2026-02-01" }]);
        let measures = if measure.is_empty() { json!([]) } else { taken };
        Self::of("first_instance_prosecution", "GC", json!({ "role": "suspect", "name": "张三", "measures": measures }))
    }

    fn handled_by(&self, login: &str, reason: &str) {
        let people = self.desk.ask("account_list", json!({}));
        let id = people.as_array().unwrap().iter().find(|one| one["login"] == login).unwrap()["id"].clone();
        let designation = json!({ "account": id, "reason": reason, "decided_by": "zhao" });
        self.desk.ask("assignment_designate", json!({ "case": 1, "designation": designation }));
    }

    fn try_act(&self, on: &str, kind: &str, mut fields: Value) -> Result<Value, anjuan_office::Refusal> {
        let person = if fields["of"].take() == true { self.person.clone() } else { Value::Null };
        if let Some(all) = fields.as_object_mut() {
            all.remove("of");
        }
        self.desk.try_ask(
            "act_record",
            json!({ "case": "1", "act": { "kind": kind, "on": on, "person": person, "fields": fields } }),
        )
    }

    #[track_caller]
    fn act(&self, on: &str, kind: &str, fields: Value) {
        if let Err(refusal) = self.try_act(on, kind, fields) {
            panic!("{kind} on {on}: {refusal}");
        }
        assert_eq!(self.desk.ask("record_rebuild", json!({}))["same"], true);
    }

    /// Trigger, last day and day of being met of every period of the rule, in order of the trigger.
    fn due(&self, rule: &str) -> Vec<(String, String, String)> {
        let filter = json!({ "case": 1, "rule": rule, "all": true });
        let list = self.desk.ask("due_list", json!({ "filter": filter }));
        let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
        let mut found: Vec<_> = list["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (text(row, "trigger_on"), text(row, "due"), text(row, "met_on")))
            .collect();
        found.sort();
        found
    }

    #[track_caller]
    fn is(&self, rule: &str, expected: &[(&str, &str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(a, b, c)| (a.to_string(), b.to_string(), c.to_string())).collect();
        assert_eq!(self.due(rule), expected);
    }

    /// The code of the refusal, with its article in both languages.
    #[track_caller]
    fn forbidden(&self, on: &str, kind: &str, fields: Value) -> (String, String) {
        let refusal = self.try_act(on, kind, fields).expect_err("the law forbids it");
        assert!(refusal.values["basis_en"].len() > 4, "{refusal}");
        (refusal.code, refusal.values["basis_zh"].clone())
    }
}

#[test]
fn a_return_gives_the_police_a_month_and_the_new_transfer_begins_the_review_anew() {
    let case = Case::suspect("");
    case.is(REVIEW, &[(RECEIVED, "2026-04-07", "")]);
    case.act("2026-04-01", "returned_for_investigation", json!({ "reason": "other" }));
    case.is(REVIEW, &[(RECEIVED, "2026-04-07", "2026-04-01")]);
    case.is("supplementary_investigation", &[("2026-04-01", "2026-05-06", "")]);
    case.act("2026-04-20", "retransferred", json!({ "received_on": "2026-04-21" }));
    case.is("supplementary_investigation", &[("2026-04-01", "2026-05-06", "2026-04-20")]);
    case.is(REVIEW, &[(RECEIVED, "2026-04-07", "2026-04-01"), ("2026-04-21", "2026-05-21", "")]);
    case.act("2026-05-10", "returned_for_investigation", json!({}));
    case.act("2026-06-01", "retransferred", json!({ "received_on": "2026-06-01" }));
    let (code, article) = case.forbidden("2026-06-10", "returned_for_investigation", json!({}));
    assert_eq!(code, "third_return");
    assert!(article.contains("175"), "{article}");
}

#[test]
fn an_extension_counts_from_the_original_receipt_and_only_in_time() {
    let case = Case::suspect("");
    let extension = json!({ "extension": "major_complex_15d", "reason": "major_complex", "approved_by": "zhao", "approved_on": "2026-04-03" });
    let (code, _) = case.forbidden("2026-04-08", "review_extended", extension.clone());
    assert_eq!(code, "extension_after_expiry");
    case.act("2026-04-03", "review_extended", extension.clone());
    case.is(REVIEW, &[(RECEIVED, "2026-04-20", "")]);
    let (code, _) = case.forbidden("2026-04-10", "review_extended", extension);
    assert_eq!(code, "period_extension_twice");
    let due = case.desk.ask("case_slip", json!({ "case": 1, "rule": REVIEW }));
    let steps = due["periods"][0]["sum"]["steps"].as_array().unwrap();
    let approved = steps.iter().find(|step| step["what"] == "approved").unwrap();
    assert!(approved["words"]["zh"].as_str().unwrap().contains("2026-04-03经zhao批准"), "{approved}");
    assert_eq!(due["periods"][0]["state"], "overdue");
    case.act("2026-04-20", "prosecuted", json!({ "of": true, "charge": "盗窃罪" }));
    case.is(REVIEW, &[(RECEIVED, "2026-04-20", "2026-04-20")]);
}

#[test]
fn a_case_received_after_a_change_of_jurisdiction_is_reviewed_from_that_receipt() {
    let case = Case::suspect("");
    case.act(
        "2026-03-20",
        "jurisdiction_changed_in",
        json!({ "from_unit": "邻县人民检察院", "received_on": "2026-03-20" }),
    );
    case.is(REVIEW, &[(RECEIVED, "2026-04-07", ""), ("2026-03-20", "2026-04-20", "")]);
    let states = case.desk.ask("due_list", json!({ "filter": { "case": 1, "rule": REVIEW, "all": true } }));
    assert_eq!(states["rows"][0]["state"], "ended", "the one before goes on no more");
    case.act("2026-04-01", "jurisdiction_changed_out", json!({ "to_unit": "邻县人民检察院" }));
    assert_eq!(case.due(REVIEW)[1].2, "2026-04-01");
}

#[test]
fn a_duty_crime_joined_with_another_crime_begins_the_review_anew_and_other_joinders_do_not() {
    let case = Case::suspect("");
    case.act("2026-03-16", "joined_in", json!({ "from_case": "2026-GC-00009", "received_on": "2026-03-16" }));
    case.is(REVIEW, &[(RECEIVED, "2026-04-07", "")]);
    let duty = json!({ "from_case": "2026-GC-00010", "received_on": "2026-03-18", "duty_and_other_crime": "yes" });
    case.act("2026-03-18", "joined_in", duty);
    case.is(REVIEW, &[(RECEIVED, "2026-04-07", ""), ("2026-03-18", "2026-04-20", "")]);
}

#[test]
fn custody_holds_the_last_day_and_a_change_of_measure_lets_it_move() {
    let case = Case::suspect("arrest");
    // 2026-04-04 is the first day of a holiday.
    case.is(REVIEW, &[(RECEIVED, "2026-04-04", "")]);
    case.act("2026-03-20", "measure_ended", json!({ "of": true, "measure": "arrest", "how": "changed" }));
    case.is(REVIEW, &[(RECEIVED, "2026-04-07", "")]);
    let bail =
        json!({ "of": true, "measure": "bail_guarantor", "executed_on": "2026-03-20", "expires_on": "2026-09-19" });
    case.act("2026-03-20", "measure_taken", bail);
    case.is("bail_max", &[("2026-03-20", "2026-09-19", "")]);
}

#[test]
fn a_psychiatric_evaluation_is_not_counted_and_another_one_is() {
    let case = Case::suspect("");
    case.act("2026-03-10", "expert_evaluation_started", json!({ "kind": "psychiatric" }));
    let list = case.desk.ask("due_list", json!({ "filter": { "case": 1, "rule": REVIEW } }));
    assert_eq!((&list["rows"][0]["state"], &list["rows"][0]["paused_since"]), (&json!("paused"), &json!("2026-03-10")));
    case.act("2026-03-25", "expert_evaluation_ended", json!({ "kind": "psychiatric" }));
    case.is(REVIEW, &[(RECEIVED, "2026-04-20", "")]);
}

#[test]
fn a_civil_review_is_suspended_but_never_extended_and_a_criminal_one_is_not_suspended_for_an_escape() {
    let case = Case::of("civil_judgment_supervision", "CI", json!({ "role": "applicant", "name": "张三" }));
    case.is("civil_review", &[(RECEIVED, "2026-06-04", "")]);
    case.act("2026-04-01", "suspended", json!({ "reason": "party_died" }));
    case.act("2026-04-21", "resumed", json!({}));
    case.is("civil_review", &[(RECEIVED, "2026-06-24", "")]);
    let (code, article) = case.forbidden("2026-05-20", "review_extended", json!({ "reason": "other" }));
    assert_eq!(code, "civil_review_extended");
    assert!(article.contains("52"), "{article}");

    let criminal = Case::suspect("");
    criminal.act("2026-03-10", "escaped", json!({ "of": true }));
    criminal.is(REVIEW, &[(RECEIVED, "2026-04-07", "")]);
    let (code, _) = criminal.forbidden("2026-03-11", "suspended", json!({ "reason": "other" }));
    assert_eq!(code, "criminal_review_suspended");
}

#[test]
fn a_change_of_handler_changes_no_due_date() {
    let case = Case::suspect("arrest");
    let all = |case: &Case| {
        let list = case.desk.ask("due_list", json!({ "filter": { "case": 1, "all": true }, "limit": 1000 }));
        let rows = list["rows"].as_array().unwrap().clone();
        rows.iter().map(|row| (row["rule"].clone(), row["trigger_on"].clone(), row["due"].clone())).collect::<Vec<_>>()
    };
    let before = all(&case);
    case.handled_by("qian", "recusal");
    assert_eq!(all(&case), before);
    let list = case.desk.ask("due_list", json!({ "filter": { "case": 1 } }));
    assert_eq!(list["rows"][0]["handler"], "qian");
}

#[test]
fn a_day_that_cannot_be_is_refused_and_never_made_into_a_date() {
    let case = Case::suspect("");
    let refused = |on: &str, kind: &str, fields: Value| refusal_of(case.try_act(on, kind, fields));
    assert_eq!(refused("2026-03-03", "returned_for_investigation", json!({})), "act_before_acceptance");
    assert_eq!(refused("2026-12-02", "returned_for_investigation", json!({})), "day_in_future");
    assert_eq!(refused("2026-02-30", "returned_for_investigation", json!({})), "request_malformed");
    case.act("2026-04-01", "returned_for_investigation", json!({}));
    let later = json!({ "received_on": "2027-01-04" });
    assert_eq!(refused("2026-04-20", "retransferred", later), "day_in_future", "no period runs from a day to come");
    assert_eq!(
        refused("2026-03-20", "retransferred", json!({ "received_on": "2026-03-20" })),
        "act_not_at_stage",
        "out of order"
    );
    let person = |measure: Value| {
        let person = json!({ "role": "suspect", "name": "李四", "measures": [measure] });
        refusal_of(case.desk.try_ask("person_save", json!({ "case": 1, "person": person })))
    };
    assert_eq!(person(json!({ "kind": "arrest", "executed_on": "2026-12-02" })), "day_in_future");
    let backward = json!({ "kind": "arrest", "decided_on": "2026-03-02", "executed_on": "2026-03-01" });
    assert_eq!(person(backward), "days_in_wrong_order");
}
