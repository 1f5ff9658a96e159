//! The window as a person starts it, in a network that has nothing in it: it opens there, makes no socket but to the display and
//! the buses of the machine; and what was on record when it was killed stands in no file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::{PASSPHRASE, Plan};
use serde_json::json;
use std::{fs, path::Path};

/// On record before.
const ON_RECORD: &str = "金丝雀翠羽案";

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

#[test]
fn the_window_opens_without_a_network_makes_no_socket_to_one_and_leaves_no_trace_when_killed() {
    let mut app = Plan::new().on_day("2026-03-05").start();
    // With one person in it, whose name stands in its field already.
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
    let apart = app.apart();
    assert!(apart.watched_calls() > 3, "the program is watched");
    assert_eq!(apart.connections(), [""; 0]);
    assert_eq!(apart.calls(), [""; 0]);
    apart.kill();

    let texts = [ON_RECORD, "金丝雀翠羽", PASSPHRASE];
    let (found, looked) = holding(&app.folder(), &texts);
    assert_eq!(found, [""; 0], "{looked} files were looked at");
    assert!(looked > 5, "{looked} files");
    fs::write(app.folder().join("control"), format!("… {ON_RECORD} …")).unwrap();
    assert_eq!(holding(&app.folder(), &texts).0.len(), 1, "what is looked for is found where it is");
}
