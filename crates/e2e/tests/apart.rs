//! The window as a person starts it, in a network that has nothing in it: one signs in there, looks for something and types, and it
//! makes no socket but to the display and the buses of the machine; and what was on record, looked for and half typed when it was
//! killed stands in no file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::{Apart, App, PASSPHRASE, Plan, soon, until};
use serde_json::{Value, json};
use std::{fs, path::Path, time::SystemTime};

/// On record before.
const ON_RECORD: &str = "金丝雀翠羽案";
/// Looked for in the window that nobody drives, and typed into its form.
const LOOKED_FOR: &str = "goldcrestlookedfor";
const TYPED: &str = "goldcresttyped";
/// Typed into forms of the window that is driven.
const HALF_TYPED: &str = "金丝雀衔枝案";
const SUMMARY: &str = "画眉穿林过东街";

/// A text as it could stand in a file.
fn forms(text: &str) -> Vec<Vec<u8>> {
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
    vec![text.as_bytes().to_vec(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)]
}

/// The files under a folder that hold one of the texts, and how many files were looked at.
fn holding(folder: &Path, texts: &[&str]) -> (Vec<String>, usize) {
    let forms: Vec<Vec<u8>> = texts.iter().flat_map(|text| forms(text)).collect();
    let (mut holding, mut looked, mut folders) = (Vec::new(), 0, vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                let bytes = fs::read(&path).unwrap_or_default();
                looked += 1;
                if forms.iter().any(|form| bytes.windows(form.len()).any(|window| window == form)) {
                    holding.push(path.display().to_string());
                }
            }
        }
    }
    (holding, looked)
}

#[test]
fn a_page_whose_process_ends_is_drawn_anew_and_one_that_goes_on_ending_ends_the_program() {
    let mut app = Plan::new().start();
    let apart = app.apart();
    let mut ended = Vec::new();
    for _ in 0..3 {
        apart.end_drawing(&mut ended);
    }
    apart.expect_ended();
}

/// An office with a case, and one person in it, whose name stands in its field already.
fn found(app: &App) {
    app.ask(
        "office_create",
        json!({ "name": "测县人民检察院", "short_name": "测", "division_code": "341023", "login": "li",
                "person": "李案管", "passphrase": PASSPHRASE }),
    )
    .unwrap();
    app.ask(
        "case_register",
        json!({ "line": "GC", "category": "first_instance_prosecution", "cause": "盗窃罪", "title": ON_RECORD,
                "source": "police", "from_unit": "测县公安局", "received_on": "2026-03-02", "accepted_on": "2026-03-03",
                "persons": [{ "role": "suspect", "name": "金丝雀翠羽", "no_id_reason": "not_provided" }] }),
    )
    .unwrap();
}

/// What the record's log looks like from outside: it changes with everything that is kept.
fn log(app: &App) -> Option<(u64, SystemTime)> {
    let file = fs::metadata(app.office().join("office.anjuan-wal")).ok()?;
    Some((file.len(), file.modified().ok()?))
}

/// Does it again until the record's log has changed.
#[track_caller]
fn until_kept(app: &App, apart: &Apart, what: &str, act: impl Fn(&Apart)) {
    let before = log(app);
    let kept = until(|| {
        act(apart);
        soon(|| (log(app) != before).then_some(()))
    });
    assert!(kept.is_some(), "{what}: nothing was kept");
}

/// The draft of the form in which cases are registered.
fn draft(app: &App) -> String {
    let draft = app.ask("draft_load", json!({ "key": "intake" })).unwrap();
    draft["body"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn one_works_without_a_network_no_socket_is_made_to_one_and_a_killed_window_leaves_no_trace() {
    let mut app = Plan::new().on_day("2026-03-05").start();
    found(&app);
    let apart = app.apart();
    apart.rest();
    // From whichever of the two fields has the keyboard; the second time it is the passphrase's.
    until_kept(&app, &apart, "signing in", |apart| {
        apart.press("shift+Tab");
        apart.press("ctrl+a");
        apart.type_("li");
        apart.press("Tab");
        apart.press("ctrl+a");
        apart.type_(PASSPHRASE);
        apart.press("Return");
    });
    apart.rest();
    for _ in 0..3 {
        apart.press("ctrl+k");
        apart.type_(LOOKED_FOR);
        apart.press("Escape");
        until_kept(&app, &apart, "a draft", |apart| {
            apart.press("ctrl+n");
            (0..12).for_each(|_| {
                apart.type_(TYPED);
                apart.press("Tab");
            });
        });
    }
    assert!(apart.watched_calls() > 3, "the program is watched");
    assert_eq!(apart.connections(), [""; 0]);
    assert_eq!(apart.calls(), [""; 0]);
    apart.kill();

    let texts = [ON_RECORD, "金丝雀翠羽", PASSPHRASE, LOOKED_FOR, TYPED];
    let (found, looked) = holding(&app.folder(), &texts);
    assert_eq!(found, [""; 0], "{looked} files were looked at");
    assert!(looked > 5, "{looked} files");
    // It was typed all the same: the next sitting has it.
    app.restart_after_power_cut();
    app.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE })).unwrap();
    assert!(draft(&app).contains(TYPED), "{}", draft(&app));
    fs::write(app.folder().join("control"), format!("… {ON_RECORD} …")).unwrap();
    assert_eq!(holding(&app.folder(), &texts).0.len(), 1, "what is looked for is found where it is");
}

#[test]
fn what_is_half_typed_when_the_window_is_killed_comes_back_and_stands_in_no_file() {
    let mut app = Plan::new().on_day("2026-03-05").start();
    found(&app);
    app.ask("office_lock", json!({})).unwrap();
    app.restart();
    app.field("口令").type_(PASSPHRASE);
    app.press("Ctrl+s");
    app.expect_text("李案管");
    app.press("Ctrl+n");
    app.field("案件名称").fill(HALF_TYPED);
    app.field("简要案情").fill(SUMMARY);
    app.wait_until("the draft", |app| [HALF_TYPED, SUMMARY].iter().all(|text| draft(app).contains(text)));
    app.restart_after_power_cut();
    let texts = [HALF_TYPED, SUMMARY, ON_RECORD, PASSPHRASE];
    let (holds, looked) = holding(&app.folder(), &texts);
    assert_eq!(holds, [""; 0], "{looked} files were looked at");
    assert!(looked > 5, "{looked} files");
    app.field("口令").type_(PASSPHRASE);
    app.press("Ctrl+s");
    app.expect_text("李案管");
    app.press("Ctrl+n");
    app.wait_until("what was typed", |app| {
        let values =
            app.run("return [...document.querySelectorAll('input, textarea')].map((one) => one.value);", json!([]));
        let shown = |text: &&str| values.as_array().into_iter().flatten().any(|value: &Value| value == *text);
        [HALF_TYPED, SUMMARY].iter().all(shown)
    });
}
