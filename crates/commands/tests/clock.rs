//! What the office sets of the statutory clock, its days off, reminders and the lists; by name and JSON only.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};

/// Names a prosecutor and gives the case to her.
fn assign(desk: &TestDesk, case: &Value) {
    let account =
        json!({ "id": null, "login": "wang", "name": "王检", "on_duty": true, "post": "prosecutor", "in_quota": true });
    desk.ask("account_save", json!({ "account": account }));
    let people = desk.ask("account_list", json!({}));
    let wang = rows(&people).iter().find(|person| person["login"] == "wang").unwrap()["id"].clone();
    let designation = json!({ "account": wang, "reason": "major_complex", "decided_by": "检察长" });
    desk.ask("assignment_designate", json!({ "case": case, "designation": designation }));
}

/// Registers a case that came in and was accepted on that day.
fn register(desk: &TestDesk, category: &str, on: &str, custody: bool) -> Value {
    let measures =
        if custody { json!([{ "kind": "detention", "decided_on": on, "executed_on": on }]) } else { json!([]) };
    let registration = json!({
        "line": "GC", "category": category, "title": "张三盗窃案", "cause": "盗窃罪", "source": "police",
        "from_unit": "测县公安局", "received_on": on, "accepted_on": on,
        "persons": [{ "role": "suspect", "name": "张三", "measures": measures }],
    });
    desk.ask("case_register", registration)["case"].clone()
}

fn act(desk: &TestDesk, case: &Value, kind: &str, on: &str, fields: Value) -> Value {
    let recorded = json!({ "case": "2026-GC-00001", "act": { "kind": kind, "on": on, "fields": fields } });
    assert!(case.is_number());
    desk.ask("act_record", recorded)["act"].clone()
}

fn rows(answer: &Value) -> &Vec<Value> {
    answer.as_array().unwrap_or_else(|| panic!("no list: {answer}"))
}

#[track_caller]
fn same_after_rebuild(desk: &TestDesk) {
    let rebuilt = desk.ask("record_rebuild", json!({}));
    assert_eq!(rebuilt["same"], true, "{rebuilt}");
}

#[track_caller]
fn due(desk: &TestDesk, filter: Value, rule: &str) -> Value {
    let list = desk.ask("due_list", json!({ "filter": filter, "limit": 1000 }));
    let found = rows(&list["rows"]).iter().find(|row| row["rule"] == rule).cloned();
    found.unwrap_or_else(|| panic!("no {rule} in {list:#}"))
}

#[test]
fn an_offices_warnings_are_its_own_and_count_at_once() {
    let desk = TestDesk::founded();
    register(&desk, "arrest_review", "2026-03-05", true);
    let before = due(&desk, json!({}), "arrest_review_detained");
    assert_eq!((&before["state"], &before["amber_on"]), (&json!("quiet"), &json!("2026-03-10")));
    let period = json!({ "rule": "arrest_review_detained", "amber_days": 7, "red_days": 3 });
    let asked = desk.ask("period_settings_save", json!({ "period": period, "rehearse": true }));
    assert_eq!((&asked["changed"], &asked["recounted"]["cases"]), (&Value::Null, &json!(1)));
    assert_eq!(due(&desk, json!({}), "arrest_review_detained")["state"], "quiet", "it was only asked");
    let set = desk.ask("period_settings_save", json!({ "period": period, "reason": "院务会决定" }));
    assert!(set["changed"]["entry"].is_number());
    assert_eq!(set["recounted"]["moved"], 0, "a warning moves no due date");
    let after = due(&desk, json!({}), "arrest_review_detained");
    assert_eq!((&after["state"], &after["red_on"]), (&json!("amber"), &json!("2026-03-09")));
    same_after_rebuild(&desk);
    let settings = desk.ask("period_settings", json!({}));
    let line = rows(&settings["periods"]).iter().find(|line| line["rule"] == "arrest_review_detained").unwrap();
    assert_eq!(
        (&line["amber_days"], &line["settable"], &line["usual_length"]),
        (&json!(7), &json!(false), &json!("7d"))
    );

    desk.ask("entry_undo", json!({ "entry": set["changed"]["entry"], "reason": "改回" }));
    assert_eq!(due(&desk, json!({}), "arrest_review_detained")["amber_on"], "2026-03-10", "taken back, counted anew");
    same_after_rebuild(&desk);
    let refused = |period: Value| refusal_of(desk.try_ask("period_settings_save", json!({ "period": period })));
    assert_eq!(refused(json!({ "rule": "no_such" })), "period_unknown");
    assert_eq!(
        refused(json!({ "rule": "review_for_prosecution", "length": "2m", "note": "x" })),
        "period_length_is_law"
    );
    assert_eq!(refused(json!({ "rule": "pil_follow_up", "length": "30d" })), "period_note_missing");
    assert_eq!(refused(json!({ "rule": "pil_follow_up", "length": "soon", "note": "x" })), "length_malformed");
    assert_eq!(
        refused(json!({ "rule": "review_for_prosecution", "amber_days": 2, "red_days": 3 })),
        "warning_red_before_amber"
    );
    assert_eq!(refused(json!({ "rule": "review_for_prosecution", "amber_days": 400 })), "warning_too_early");
}

#[test]
fn a_number_that_nobody_verified_is_the_offices_to_set_and_the_sum_says_so() {
    let desk = TestDesk::founded();
    let case = register(&desk, "arrest_review", "2026-03-02", false);
    assign(&desk, &case);
    let closed = act(&desk, &case, "arrest_not_approved", "2026-03-05", json!({ "reason": "insufficient_evidence" }));
    assert!(closed.is_number());
    desk.conclude(&case, "2026-03-05", "不捕");
    let gap = |desk: &TestDesk| {
        let due = desk.ask("case_due", json!({ "case": case }));
        rows(&due["gaps"])
            .iter()
            .any(|gap| gap["rule"] == "quality_self_check" && gap["code"] == "period_setting_missing")
    };
    assert!(gap(&desk), "the case says that a number is missing");
    assert_eq!(
        refusal_of(desk.try_ask("law_due", json!({ "rule": "quality_self_check", "from": "2026-03-04" }))),
        "period_setting_missing"
    );
    let settings = desk.ask("period_settings", json!({}));
    let line = rows(&settings["periods"]).iter().find(|line| line["rule"] == "quality_self_check").unwrap().clone();
    assert_eq!(
        (&line["settable"], &line["usual_length"], &line["suggested_length"], &line["waiting"]),
        (&json!(true), &Value::Null, &json!("10wd"), &json!(1))
    );

    let period = json!({ "rule": "quality_self_check", "length": "10wd", "note": "市院工作提示" });
    let set = desk.ask("period_settings_save", json!({ "period": period }));
    assert_eq!(set["recounted"]["moved"], 1);
    assert_eq!(set["recounted"]["named"][0]["after"], "2026-03-19");
    assert!(!gap(&desk));
    let sum = desk.ask("law_due", json!({ "rule": "quality_self_check", "from": "2026-03-05" }));
    assert_eq!(sum["due"], "2026-03-19");
    let step = rows(&sum["steps"]).iter().find(|step| step["what"] == "office_length").unwrap();
    assert!(step["words"]["zh"].as_str().unwrap().contains("市院工作提示"));
    assert_eq!(step["basis"][0]["source"], "Local");
    same_after_rebuild(&desk);
}

/// A whole year's days off, in the form of the published collection.
const YEAR_2027: &str = "date,kind,name\n2027-01-01,holiday,元旦\n2027-02-05,holiday,春节\n2027-02-07,holiday,春节\n2027-02-08,holiday,春节\n\
    2027-02-09,holiday,春节\n2027-02-10,holiday,春节\n2027-04-05,holiday,清明节\n2027-05-01,holiday,劳动节\n\
    2027-05-03,holiday,劳动节\n2027-06-09,holiday,端午节\n2027-09-15,holiday,中秋节\n2027-10-01,holiday,国庆节\n\
    2027-10-02,holiday,国庆节\n2027-10-03,holiday,国庆节\n2027-02-20,makeup_workday,春节\n";

#[test]
fn a_years_days_off_count_at_once_and_a_year_without_them_says_so() {
    let desk = TestDesk::founded().on("2027-01-08");
    register(&desk, "first_instance_prosecution", "2027-01-08", false);
    let before = due(&desk, json!({}), "review_for_prosecution");
    assert_eq!((&before["due"], &before["calendar_missing"]), (&json!("2027-02-08"), &json!(2027)));
    let findings = |desk: &TestDesk| {
        let list = desk.ask("finding_list", json!({ "filter": { "check": "dc_10" } }));
        rows(&list["rows"]).len()
    };
    assert_eq!(findings(&desk), 1, "a finding says that the year's table is missing");

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("2027.csv");
    let load = |text: &str, rehearse: bool| {
        std::fs::write(&file, text).unwrap();
        desk.try_ask("calendar_load", json!({ "path": file.display().to_string(), "rehearse": rehearse }))
    };
    let planned = load(YEAR_2027, true).unwrap();
    assert_eq!((&planned["loaded"]["years"], &planned["recounted"]["moved"]), (&json!([2027]), &json!(1)));
    assert_eq!(due(&desk, json!({}), "review_for_prosecution")["due"], "2027-02-08", "it was only asked");
    let bad = format!("{YEAR_2027}2027-02-30,holiday,春节\n");
    assert_eq!(load(&bad, true).unwrap()["loaded"]["faults"][0]["line"], 17);
    let refusal = load(&bad, false).unwrap_err();
    assert_eq!((refusal.code.as_str(), refusal.at.as_str()), ("calendar_row_date", "row:17"));
    assert_eq!(refusal.values["text"], "2027-02-30");

    let loaded = load(YEAR_2027, false).unwrap();
    let entry = loaded["changed"]["entry"].clone();
    let after = due(&desk, json!({}), "review_for_prosecution");
    assert_eq!((&after["due"], &after["calendar_missing"]), (&json!("2027-02-11"), &Value::Null));
    assert_eq!(findings(&desk), 0);
    assert_eq!(desk.ask("calendar_day", json!({ "day": "2027-02-20" }))["kind"], "made_up");
    same_after_rebuild(&desk);
    let years = desk.ask("calendar_years", json!({}));
    assert_eq!(rows(&years).last().unwrap()["from"], "office");
    let text = desk.ask("calendar_table", json!({ "year": 2027 }))["text"].as_str().unwrap().to_owned();
    let again = load(&text.replace("2027-02-10,off,春节,春节\n", ""), false).unwrap();
    assert_eq!(again["loaded"]["replaced"], json!([2027]));
    assert_eq!(again["loaded"]["changed"], json!(["2027-02-10"]));
    assert_eq!(due(&desk, json!({}), "review_for_prosecution")["due"], "2027-02-10");
    same_after_rebuild(&desk);

    desk.ask("entry_undo", json!({ "entry": again["changed"]["entry"], "reason": "载错文件" }));
    assert_eq!(due(&desk, json!({}), "review_for_prosecution")["due"], "2027-02-11");
    desk.ask("entry_undo", json!({ "entry": entry, "reason": "载错文件" }));
    assert_eq!(due(&desk, json!({}), "review_for_prosecution")["calendar_missing"], 2027);
    same_after_rebuild(&desk);
    assert_eq!(desk.ask("record_verify", json!({}))["sound"], true);
}

#[test]
fn days_off_saved_in_gb18030_or_utf_16_are_read_as_those_in_utf_8() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("2027.csv");
    let load = |bytes: &[u8]| {
        std::fs::write(&file, bytes).unwrap();
        let desk = TestDesk::founded().on("2027-01-08");
        let path = file.display().to_string();
        desk.try_ask("calendar_load", json!({ "path": path }))?;
        Ok::<_, anjuan_office::Refusal>(desk.ask("calendar_table", json!({ "year": 2027 }))["text"].clone())
    };
    let expected = load(YEAR_2027.as_bytes()).unwrap();
    assert!(expected.as_str().unwrap().contains("春节"), "{expected}");
    let (gb, _, faults) = encoding_rs::GB18030.encode(YEAR_2027);
    assert!(!faults && std::str::from_utf8(&gb).is_err());
    assert_eq!(load(&gb).unwrap(), expected);
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(YEAR_2027.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(load(&wide).unwrap(), expected);
    assert_eq!(load(b"date,kind,name\n2027-01-01,off,\x81\n").unwrap_err().code, "calendar_file_encoding");
}

#[test]
fn a_reminder_stands_in_the_due_list_under_its_own_kind() {
    let desk = TestDesk::founded();
    let case = register(&desk, "arrest_review", "2026-03-05", true);
    let sheet = desk.ask("case_sheet", json!({ "case": case.to_string() }));
    let person = format!("person:{}", sheet["persons"][0]["id"]);
    let entry =
        json!({ "case": case, "subject": person, "text": "问看守所体检结果", "due": "2026-03-06", "warn_days": 2 });
    let made = desk.ask("reminder_save", entry.clone());
    let only = json!({ "kinds": ["reminder"] });
    let row = due(&desk, only.clone(), "reminder");
    assert_eq!(
        (&row["state"], &row["person"], &row["reminder_text"]),
        (&json!("amber"), &json!("张三"), &json!("问看守所体检结果"))
    );
    assert_eq!(row["title"]["zh"], "自设提醒");
    assert_eq!(due(&desk, json!({ "staff": row["handler_id"] }), "reminder")["reminder"], made["reminder"]);
    let mine = desk.ask("due_list", json!({ "mine": true }));
    assert_eq!(rows(&mine["rows"]).len(), 1, "a case that nobody handles is nobody's, the reminder is mine");
    same_after_rebuild(&desk);

    let mut later = entry.clone();
    later["id"] = made["reminder"].clone();
    later["due"] = "2026-03-20".into();
    desk.ask("reminder_save", later);
    assert_eq!(due(&desk, only.clone(), "reminder")["due"], "2026-03-20");
    desk.ask("reminder_done", json!({ "id": made["reminder"] }));
    let closed = desk.ask("due_list", json!({ "filter": { "kinds": ["reminder"], "all": true } }));
    assert_eq!(closed["rows"][0]["state"], "met");
    desk.ask("reminder_done", json!({ "id": made["reminder"], "done": false }));
    let removed = desk.ask("reminder_remove", json!({ "id": made["reminder"] }));
    assert_eq!(desk.ask("case_reminders", json!({ "case": case })), json!([]));
    desk.ask("entry_undo", json!({ "entry": removed["entry"], "reason": "误删" }));
    assert_eq!(due(&desk, only, "reminder")["due"], "2026-03-20");
    same_after_rebuild(&desk);

    let refused = |change: &dyn Fn(&mut Value)| {
        let mut wrong = entry.clone();
        change(&mut wrong);
        refusal_of(desk.try_ask("reminder_save", wrong))
    };
    assert_eq!(refused(&|wrong| wrong["due"] = "2026-03-04".into()), "reminder_in_past");
    assert_eq!(refused(&|wrong| wrong["text"] = " ".into()), "reminder_text_missing");
    assert_eq!(refused(&|wrong| wrong["subject"] = "act:9999".into()), "reminder_subject_unknown");
    assert_eq!(refused(&|wrong| wrong["case"] = 99.into()), "case_unknown");
    assert_eq!(refusal_of(desk.try_ask("reminder_remove", json!({ "id": 99 }))), "reminder_unknown");
}

#[test]
fn counts_groups_and_the_daily_list_are_the_list() {
    let desk = TestDesk::founded();
    desk.ask("sample_fill", json!({ "cases": 60, "years": 1, "seed": 7 }));
    let desk = desk.on("2026-03-05");
    let (mut listed, mut after) = (Vec::new(), Value::Null);
    loop {
        let page = desk.ask("due_list", json!({ "after": after, "limit": 7 }));
        listed.extend(rows(&page["rows"]).iter().cloned());
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    assert!(listed.len() > 30, "{}", listed.len());
    for count in rows(&desk.ask("due_counts", json!({}))) {
        let behind = listed.iter().filter(|row| row["state"] == count["state"]).count();
        assert_eq!(count["number"], behind, "{count}");
    }
    for by in ["handler", "department", "kind", "rule"] {
        let groups = desk.ask("due_groups", json!({ "by": by }));
        let sum: u64 = rows(&groups).iter().map(|group| group["number"].as_u64().unwrap()).sum();
        assert_eq!(sum as usize, listed.len(), "{by}");
    }
    let kinds = desk.ask("due_groups", json!({ "by": "kind" }));
    for group in rows(&kinds) {
        let behind = listed.iter().filter(|row| row["kind"] == group["key"]).count();
        assert_eq!(group["number"], behind);
    }
    let daily = desk.ask("due_daily", json!({ "day": "2026-03-12" }));
    let until =
        listed.iter().filter(|row| row["safe_due"].as_str().unwrap() <= "2026-03-12" && row["state"] != "lapsed");
    let grouped: usize = rows(&daily["groups"]).iter().map(|group| rows(&group["rows"]).len()).sum();
    assert_eq!(daily["total"], grouped);
    assert!(grouped > 0 && grouped <= until.count());
    let news = desk.ask("due_news", json!({ "since": "2026-02-05" }));
    for state in ["amber", "red", "last_day", "overdue"] {
        let filter = json!({ "since": "2026-02-05", "by": "office", "states": [state] });
        let behind = desk.ask("due_list", json!({ "filter": filter, "limit": 1000 }));
        assert_eq!(news[state], rows(&behind["rows"]).len(), "{state}");
    }
    let quiet = desk.ask("due_news", json!({ "since": "2026-03-05" }));
    assert_eq!(quiet, json!({ "amber": 0, "red": 0, "last_day": 0, "overdue": 0, "hard_stops": 0 }));
}

#[test]
fn a_control_slip_carries_every_sum_in_both_languages() {
    let desk = TestDesk::founded();
    let case = register(&desk, "arrest_review", "2026-03-05", true);
    let slip = desk.ask("case_slip", json!({ "case": case }));
    assert_eq!((&slip["office"], &slip["day"]), (&json!("测县人民检察院"), &json!("2026-03-05")));
    assert_eq!(slip["persons"][0]["measures"], json!(["detention"]));
    for period in rows(&slip["periods"]) {
        let steps = rows(&period["sum"]["steps"]);
        assert!(!steps.is_empty());
        assert!(steps.iter().all(|step| step["words"]["zh"] != "" && step["words"]["en"] != ""), "{period:#}");
    }
    let one = desk.ask("case_slip", json!({ "case": case, "rule": "arrest_review_detained" }));
    assert_eq!(rows(&one["periods"]).len(), 1);
    assert_eq!(
        refusal_of(desk.try_ask("case_slip", json!({ "case": case, "rule": "civil_review" }))),
        "due_date_unknown"
    );
}

#[test]
fn the_calculator_takes_extensions_in_part_and_times_that_do_not_count() {
    let desk = TestDesk::empty();
    let due = |ask: Value| desk.ask("law_due", ask)["due"].clone();
    let police = |extension: &str| {
        due(
            json!({ "rule": "police_request_arrest", "from": "2025-03-03", "in_custody": true, "extensions": [extension] }),
        )
    };
    assert_eq!((police("special_4d"), police("special_4d=2")), (json!("2025-03-10"), json!("2025-03-08")));
    let until = json!({ "rule": "admin_review", "from": "2025-03-03", "extensions": ["chief_prosecutor=2025-07-03"] });
    assert_eq!(due(until), "2025-07-03");
    let paused = json!({ "rule": "civil_review", "from": "2025-03-03",
                         "not_counted": [{ "from": "2025-04-01", "to": "2025-04-11" }] });
    assert_eq!(due(paused), "2025-06-13");
    let refused = |ask: Value| refusal_of(desk.try_ask("law_due", ask));
    assert_eq!(
        refused(json!({ "rule": "admin_review", "from": "2025-03-03", "extensions": ["x=soon"] })),
        "extension_malformed"
    );
    let backward = json!({ "rule": "civil_review", "from": "2025-03-03", "not_counted": [{ "from": "2025-04-02", "to": "2025-04-01" }] });
    assert_eq!(refused(backward), "not_counted_backward");
}
