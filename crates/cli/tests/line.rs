//! The command line as a keeper uses it: real processes, files and exit statuses.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use std::fs;

use common::Keeper;
use serde_json::json;

#[test]
fn an_office_is_founded_filled_read_and_kept() {
    let keeper = Keeper::with_sample(60);
    assert_eq!(keeper.refused(3, &["sample", "--cases", "5"]), "sample_needs_empty_office");
    let page = keeper.done(&["list", "--limit", "7"]);
    assert_eq!((page["total"].as_u64(), page["cases"].as_array().unwrap().len()), (Some(60), 7));
    let second = keeper.done(&["list", "--limit", "7", "--after", page["next"].as_str().unwrap()]);
    assert_ne!(page["cases"][6]["case_id"], second["cases"][0]["case_id"]);
    let all: usize = keeper.done(&["list", "--limit", "1000"])["cases"].as_array().unwrap().len();
    assert_eq!(all, 60);

    let case = page["cases"][0]["register_no"].as_str().unwrap();
    let sheet = keeper.done(&["show", case]);
    assert_eq!(sheet["head"]["register_no"], case);
    assert_eq!(keeper.done(&["search", case])["hits"][0]["register_no"], case);
    assert_eq!(keeper.refused(3, &["show", "no such case"]), "case_unknown");

    assert_eq!(keeper.done(&["verify"])["sound"], true);
    assert_eq!(keeper.done(&["rebuild"])["same"], true);
    let draws = keeper.done(&["draw", "--verify"]);
    assert_eq!(draws["draws"], draws["agree"]);
    assert!(keeper.done(&["caseload"])["people"].as_array().unwrap().len() >= 10);
    assert!(keeper.done(&["due"])["due"].is_array());
}

#[test]
fn a_case_is_drawn_acted_on_and_taken_back() {
    let keeper = Keeper::with_sample(80);
    let waiting = keeper.done(&["list", "--view", "waiting"]);
    let Some(case) = waiting["cases"][0]["register_no"].as_str() else {
        panic!("the sample leaves some cases to be drawn: {waiting}");
    };
    let drawn = keeper.done(&["draw", case]);
    assert!(drawn["candidates"].as_array().unwrap().iter().any(|one| one["id"] == drawn["chosen_id"]), "{drawn}");
    assert_eq!(drawn["seed"].as_str().unwrap().len(), 64);
    assert_eq!(keeper.refused(3, &["draw", case]), "handler_named_already");
    let entries = keeper.done(&["journal", case]);
    let entry = entries["entries"][0]["entry"].to_string();
    keeper.done(&["undo", &entry, "--reason", "抽错了"]);
    assert_eq!(keeper.done(&["list", "--view", "waiting"])["total"], waiting["total"]);
    assert_eq!(keeper.done(&["rebuild"])["same"], true);
    assert_eq!(keeper.refused(3, &["act", case, "no_such_act", "--on", "2026-03-05"]), "act_kind_unknown");
}

#[test]
fn refusals_have_their_exit_status() {
    let keeper = Keeper::new();
    assert_eq!(keeper.refused(4, &["list"]), "record_missing");
    keeper.done(&["init", "--name", "测县人民检察院", "--short", "测", "--division", "341023"]);
    assert_eq!(
        keeper.refused(4, &["init", "--name", "另一院", "--short", "另", "--division", "341023"]),
        "record_exists_already"
    );
    keeper.says("not the passphrase");
    assert_eq!(keeper.refused(3, &["list"]), "passphrase_wrong");
    assert_eq!(keeper.command(&["no-such-command"]).output().unwrap().status.code(), Some(2));
}

#[test]
fn the_rules_answer_without_an_office() {
    let keeper = Keeper::new();
    assert!(keeper.done(&["law", "list"])["rules"].as_array().unwrap().len() >= 69);
    let due = keeper.done(&["law", "due", "arrest_review_detained", "--from", "2025-01-21", "--in-custody"]);
    assert_eq!(due["due"], "2025-01-28");
    assert!(!due["steps"].as_array().unwrap().is_empty());
    let file = keeper.path("vectors.json");
    fs::write(&file, r#"[{"rule":"arrest_review_detained","trigger_date":"2025-01-21","in_custody":true,"extensions":[],"expected_due":"2025-01-28"},
        {"rule":"arrest_review_detained","trigger_date":"2025-01-21","in_custody":true,"extensions":[],"expected_due":"2025-01-29"}]"#).unwrap();
    let worked = keeper.answer(1, &["law", "vectors", file.to_str().unwrap()]);
    assert_eq!((worked["total"].as_u64(), worked["disagree"][0]["index"].as_u64()), (Some(2), Some(1)));
}

#[test]
fn the_papers_of_a_hearing_go_to_a_folder() {
    let keeper = Keeper::with_sample(60);
    let folder = keeper.path("papers");
    fs::create_dir(&folder).unwrap();
    let to = folder.to_str().unwrap();
    assert_eq!(keeper.refused(3, &["hearing", "papers", "9999", "--to", to]), "hearing_unknown");
    assert_eq!(keeper.refused(3, &["hearing", "papers", "1", "--to", "/no/such/folder"]), "paper_folder_missing");
    let made = keeper.answer(1, &["hearing", "papers", "1", "--to", to]);
    let files = made["files"].as_array().unwrap();
    assert!(!files.is_empty() && !made["left_out"].as_array().unwrap().is_empty(), "{made}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), files.len());
    let one = keeper.done(&["hearing", "papers", "1", "--kind", "hearing_approval", "--to", to]);
    assert!(one["files"][0]["path"].as_str().unwrap().ends_with("（2）.docx"), "{one}");
    assert_eq!(keeper.done(&["rebuild"])["same"], true);
}

/// A past hearing comes in from a ledger by the same path as cases: a dry run, the import, and the second time nothing.
#[test]
fn past_hearings_are_imported() {
    let keeper = Keeper::with_sample(60);
    let cases = keeper.done(&["list", "--limit", "1"]);
    let number = cases["cases"][0]["register_no"].as_str().unwrap();
    let file = keeper.path("hearings.csv");
    let rows =
        format!("案号,听证日期,听证类型,听证员,听证意见\n{number},2021-03-04,一般听证,陈教授、林主任,一致同意\n");
    fs::write(&file, rows + "无此案号-0001,2021-03-04,一般听证,,\n").unwrap();
    let words = ["import", file.to_str().unwrap(), "--kind", "hearings"];
    let dry = keeper.answer(1, &[&words[..], &["--dry-run"]].concat());
    assert_eq!((&dry["rows"], &dry["new"], &dry["refused"][0]["row"]), (&json!(2), &json!(1), &json!(3)));
    assert_eq!(dry["refused"][0]["code"], "import_hearing_case_missing");
    keeper.answer(1, &words);
    let again = keeper.answer(1, &words);
    assert_eq!((&again["new"], &again["same"]), (&json!(0), &json!(1)));
    let held = keeper.done(&["hearing", "list", "--case", number, "--to", "2021-12-31"]);
    assert_eq!(
        (&held["hearings"][0]["officers"], &held["hearings"][0]["majority"]),
        (&json!("陈教授、林主任"), &json!("agree"))
    );
    assert_eq!(keeper.done(&["rebuild"])["same"], true);
}

#[test]
fn hearings_are_listed_shown_and_their_draws_repeat() {
    let keeper = Keeper::with_sample(60);
    let page = keeper.done(&["hearing", "list", "--limit", "5"]);
    let total = page["total"].as_u64().unwrap();
    assert!(total > 0 && page["hearings"].as_array().unwrap().len() as u64 == total.min(5), "{page}");
    assert_eq!(keeper.refused(3, &["hearing", "show", "9999"]), "hearing_unknown");
    for hearing in page["hearings"].as_array().unwrap() {
        let case = keeper.done(&["show", hearing["register_no"].as_str().unwrap()]);
        let decided = ["decided", "effect_recorded"].contains(&hearing["status"].as_str().unwrap());
        let expected = match (case["head"]["is_open"] == true, decided) {
            (false, _) => "hearing_case_closed",
            (true, true) => "hearing_decided",
            (true, false) => "hearing_officers_many",
        };
        assert_eq!(
            keeper.refused(3, &["hearing", "draw", &hearing["id"].to_string(), "--count", "9"]),
            expected,
            "{hearing}"
        );
    }
    let checked = keeper.done(&["hearing", "draw", "--verify"]);
    assert_eq!(checked["draws"], checked["agree"]);
    assert!(checked["draws"].as_u64().unwrap() > 0);
}
