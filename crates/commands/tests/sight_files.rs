//! What is masked on screen is masked everywhere: in every answer, in every refusal, in every file that a command writes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod walls;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{Cursor, Read as _},
    path::Path,
};

use common::{TestDesk, refusal_of};
use serde_json::{Value, json};
use walls::{FIELDS, account, case_of, office};

/// Commands that who reads cases may call and that tell of no case: the law's lists, the pool of officers, counts without names.
const OF_NO_CASE: [&str; 14] = [
    "own_check_list",
    "own_check_views",
    "period_settings",
    "pick_cause",
    "pick_charge",
    "pick_division",
    "reminder_done",
    "reminder_remove",
    "reminder_save",
    "view_list",
    // Asked for below: it is how what is masked is shown.
    "case_reveal",
    "intake_reveal",
    // Told as it was given by who asks.
    "table_export",
    // A case that is being typed.
    "registration_preview",
];

/// A case of another department with all that a case can have, and its hearing.
struct Told {
    case: i64,
    register_no: String,
    person: String,
    hearing: i64,
    draw: i64,
}

fn told(desk: &TestDesk) -> Told {
    let case = case_of(desk, account(desk, "far"), 1);
    let minor = FIELDS[2].1;
    desk.ask("note_write", json!({ "case": case.id, "text": format!("{minor}住{}", FIELDS[1].1) }));
    let remind = json!({ "case": case.id, "due": "2026-03-09", "text": format!("回访{minor}") });
    desk.ask("reminder_save", remind);
    let plan = json!({
        "case": case.id, "kind": "ordinary", "basis": "dispute", "approved_by": "赵检察长", "approved_on": "2026-03-04",
        "place": "第一听证室", "held_on": "2026-03-10", "starts_at": "09:00", "ends_at": "11:00", "is_public": false,
        "questions": format!("是否对{minor}作不起诉处理"),
    });
    let hearing = desk.ask("hearing_plan", plan)["hearing"].as_i64().unwrap();
    let other = desk.ask(
        "case_register",
        json!({ "line": "GC", "category": "first_instance_prosecution", "title": format!("{minor}抢夺案"),
                "received_on": "2026-02-02", "accepted_on": "2026-02-03", "from_unit": "测县公安局", "source": "police",
                "cause": "抢夺罪",
                "persons": [{ "role": "suspect", "name": minor, "id_type": "resident_card", "id_number": FIELDS[0].1,
                              "minor_at_act": true }] }),
    );
    let returned = json!({ "category": "first_instance_prosecution", "title": format!("{minor}寻衅滋事案"), "persons": minor,
                           "from_unit": "测县公安局", "outcome": "returned", "reason": "papers_incomplete",
                           "reason_text": format!("{minor}住{}，缺户籍证明", FIELDS[1].1) });
    desk.ask("intake_refuse", returned);
    let draw = desk.ask("assignment_draw", json!({ "case": other["case"] }))["draw"].as_i64().unwrap_or(1);
    Told { case: case.id, register_no: case.register_no, person: case.person, hearing, draw }
}

/// A request for each command, that asks for as much as there is.
fn requests(told: &Told, folder: &Path) -> Vec<(&'static str, Value)> {
    let about = || json!({ "case": told.case });
    let hearing = || json!({ "hearing": told.hearing });
    let file = |name: &str| folder.join(name).display().to_string();
    let body = "SELECT case_id, 'case' AS subject, title, persons FROM cases";
    let mut all: Vec<(&str, Value)> = [
        "assignment_pool",
        "case_assignments",
        "case_due",
        "case_findings",
        "case_sheet",
        "case_slip",
        "case_reminders",
        "hearings_of_case",
        "papers_ready",
    ]
    .map(|name| (name, about()))
    .into();
    all.extend(["hearing_missing", "hearing_sheet", "papers_ready"].map(|name| (name, hearing())));
    all.extend(
        [
            "assignment_waiting",
            "caseload",
            "check_run",
            "draws_verify",
            "due_counts",
            "due_daily",
            "due_dates",
            "due_days",
            "due_list",
            "finding_counts",
            "finding_list",
            "hearing_draws_verify",
            "hearing_list",
            "import_differences",
            "intake_refusals",
            "officer_list",
        ]
        .map(|name| (name, json!({}))),
    );
    let days = || json!({ "from": "2026-01-01", "to": "2026-12-31" });
    all.extend([
        ("case_due", about()),
        ("case_duplicates", json!({ "title": "李小明、王大力盗窃案1", "from_unit": "测县公安局" })),
        ("case_list", json!({ "limit": 200 })),
        ("case_list_open", json!({ "query": {} })),
        ("case_list_page", json!({ "list": 1, "from": 0, "count": 100 })),
        ("draw_slip", json!({ "draw": told.draw })),
        ("due_groups", json!({ "by": "handler" })),
        ("due_news", json!({ "since": "2026-01-01" })),
        ("field_history", json!({ "case": told.case, "table": "person", "key": told.person, "field": "residence" })),
        ("hearing_calendar", days()),
        ("hearing_coverage", days()),
        ("hearing_draw_slip", json!({ "draw": 1 })),
        ("hearing_rules", json!({ "case": told.case, "kind": "ordinary" })),
        ("journal_list", about()),
        ("own_check_ask", json!({ "body": body })),
        ("pick_unit", json!({ "query": "测" })),
        ("register_as_of", json!({ "day": "2026-03-05" })),
        ("search", json!({ "text": FIELDS[2].1 })),
        ("search", json!({ "text": FIELDS[0].1 })),
        ("list_export", json!({ "path": file("list.csv") })),
        ("list_export", json!({ "path": file("list.xlsx") })),
        ("hearing_export", json!({ "path": file("hearings.csv") })),
        ("hearing_export", json!({ "path": file("hearings.ics") })),
        ("papers_make", json!({ "hearing": told.hearing, "folder": folder })),
        ("papers_make", json!({ "case": told.case, "folder": folder })),
    ]);
    all
}

/// What of the masked fields stands in a text.
fn found(text: &str) -> BTreeSet<&'static str> {
    FIELDS.iter().filter(|(_, value, masked)| *masked && text.contains(value)).map(|(name, ..)| *name).collect()
}

/// Everything that a file says; of a zip every part of it.
fn words(file: &Path) -> String {
    let bytes = fs::read(file).unwrap();
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(&bytes)) else {
        return String::from_utf8_lossy(&bytes).replace("\r\n ", "");
    };
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(at).unwrap().read_to_end(&mut part).unwrap();
        all.push_str(&String::from_utf8_lossy(&part));
    }
    all
}

/// What each command told: in its answer or refusal, and in the files that it wrote.
fn sweep(desk: &TestDesk, told: &Told, folder: &Path) -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut all: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (command, request) in requests(told, folder) {
        let answer = match desk.try_ask(command, request) {
            Ok(answer) => answer.to_string(),
            Err(refused) => format!("{refused}"),
        };
        all.entry(command.to_owned()).or_default().extend(found(&answer));
        for file in fs::read_dir(folder).unwrap().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            all.entry(command.to_owned()).or_default().extend(found(&(words(&file.path()) + &name)));
            fs::remove_file(file.path()).unwrap();
        }
    }
    all
}

#[test]
fn every_command_that_tells_of_cases_is_asked() {
    let told = Told { case: 1, register_no: String::new(), person: String::new(), hearing: 1, draw: 1 };
    let asked: BTreeSet<&str> = requests(&told, Path::new("")).into_iter().map(|(name, _)| name).collect();
    let tells = include_str!("../../../docs/trust/commands.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter(|(_, needs)| needs.split('|').any(|right| ["read", "export"].contains(&right)))
        .map(|(name, _)| name)
        .filter(|name| !OF_NO_CASE.contains(name));
    let missing: Vec<&str> = tells.filter(|name| !asked.contains(name)).collect();
    assert_eq!(missing, [""; 0], "neither asked nor said to tell of no case");
}

#[test]
fn what_is_masked_is_masked_in_every_answer_refusal_and_file() {
    let desk = office(false);
    let told = told(&desk);
    let folder = tempfile::tempdir().unwrap();
    let clerk = sweep(&desk, &told, folder.path());
    let telling = clerk.iter().filter(|(_, fields)| !fields.is_empty()).count();
    assert!(telling >= 15, "who sees all is told by {telling} commands: {clerk:?}");
    for command in ["list_export", "hearing_export", "papers_make", "case_sheet", "search"] {
        assert!(!clerk[command].is_empty(), "{command} tells who sees all");
    }
    for post in ["prosecutor", "statistician", "evaluator", "clerk"] {
        desk.sign_in(post);
        for (command, fields) in sweep(&desk, &told, folder.path()) {
            assert_eq!(fields, BTreeSet::new(), "{post}: {command}");
        }
    }
    // Asked for, a file holds it too.
    desk.sign_in("prosecutor");
    desk.ask("case_reveal", json!({ "case": told.register_no, "reason": "核对身份" }));
    let shown = sweep(&desk, &told, folder.path());
    assert_eq!((&shown["list_export"], &shown["papers_make"]), (&clerk["list_export"], &clerk["papers_make"]));
}

#[test]
fn a_refusal_names_nobody_who_is_masked() {
    let desk = office(false);
    let told = told(&desk);
    let participant = json!({ "hearing": told.hearing, "role": "agent", "name": FIELDS[2].1 });
    desk.ask("hearing_participant_save", participant);
    let folder = tempfile::tempdir().unwrap();
    let make = || json!({ "hearing": told.hearing, "papers": ["hearing_notice"], "folder": folder.path() });
    let whole = desk.try_ask("papers_make", make()).expect_err("the notice lacks something").to_string();
    assert!(whole.contains(FIELDS[2].1), "{whole}");
    desk.sign_in("prosecutor");
    let masked = desk.try_ask("papers_make", make()).expect_err("the notice lacks something").to_string();
    assert!(found(&masked).is_empty() && masked.contains('某'), "{masked}");
}

#[test]
fn a_request_that_names_two_cases_is_refused() {
    let desk = office(false);
    let told = told(&desk);
    let own = case_of(&desk, account(&desk, "prosecutor"), 2).id;
    desk.sign_in("prosecutor");
    let folder = tempfile::tempdir().unwrap();
    let both = || json!({ "case": own, "hearing": told.hearing });
    assert_eq!(refusal_of(desk.try_ask("papers_ready", both())), "row_not_of_case");
    let mut make = both();
    make["folder"] = json!(folder.path());
    assert_eq!(refusal_of(desk.try_ask("papers_make", make)), "row_not_of_case");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
