//! An unknown instrument, act, measure, mark, category, rule or extension stops the build.
//!
//! The build's own reading is run here over copies of the rule files with one name changed, each in a process of its own:
//! it reads below the current folder and stops by a panic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that finds a fault has to stop")]
#![allow(dead_code, reason = "the build uses more of its modules than the reading")]

#[path = "../build/calendar.rs"]
mod calendar;
#[path = "../build/counting.rs"]
mod counting;
#[path = "../build/lists.rs"]
mod lists;
#[path = "../build/period_table.rs"]
mod period_table;
#[path = "../build/periods.rs"]
mod periods;
#[path = "../build/refusals.rs"]
mod refusals;
#[path = "../build/sources.rs"]
mod sources;

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

/// Says to the process started below that it is to read the rules of its folder.
const READ_HERE: &str = "ANJUAN_LAW_READ_HERE";

/// What the build does.
#[test]
fn reading() {
    if std::env::var_os(READ_HERE).is_none() {
        return;
    }
    let sources = sources::read();
    sources::write(&sources);
    let lists = lists::Lists::read();
    let counting = counting::read();
    counting::write(&counting, &lists);
    let chapters = periods::read(&sources, &lists);
    period_table::write(&chapters, &sources, &lists, &counting);
    refusals::write(&sources, &lists, &counting, &chapters);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Reads a copy of the rules in which `old` of `file` is `new`.
fn read_with(file: &str, old: &str, new: &str) -> Output {
    let folder =
        std::env::temp_dir().join(format!("anjuan-law-{}-{}", std::process::id(), old.len() * 1000 + new.len()));
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules"), &folder.join("rules"));
    let path = folder.join("rules").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{file} has no {old}");
    fs::write(&path, text.replacen(old, new, 1)).unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "reading", "--nocapture"])
        .current_dir(&folder)
        .env("OUT_DIR", &folder)
        .env(READ_HERE, "yes")
        .output()
        .unwrap();
    fs::remove_dir_all(&folder).unwrap();
    output
}

#[test]
fn an_unknown_name_stops_the_build_and_is_named() {
    let whole = read_with("refusals.toml", "third_return", "third_return");
    assert!(whole.status.success(), "{}", String::from_utf8_lossy(&whole.stderr));
    for (file, old, new) in [
        ("periods/prosecution.toml", "basis = [\"CPL 34\"", "basis = [\"NoSuchLaw 34\""),
        ("periods/prosecution.toml", "stops = [\"rights_told_suspect\"]", "stops = [\"rights_sung_suspect\"]"),
        ("periods/prosecution.toml", "act = \"accepted\"", "act = \"acepted\""),
        ("periods/prosecution.toml", "in = [\"arrest_review\", \"first", "in = [\"arrest_revue\", \"first"),
        ("periods/pil.toml", "expiry_of = \"pil_suggestion_reply\"", "expiry_of = \"pil_suggestion_riply\""),
        ("periods/custody.toml", "measures = [\"detention\"]", "measures = [\"detentoin\"]"),
        ("periods/custody.toml", "flag = \"supervisory_case\"", "flag = \"supervisory_kase\""),
        ("periods/custody.toml", "needs = [\"art156_1m\"]", "needs = [\"art156_2m\"]"),
        ("refusals.toml", "act = \"returned_for_investigation\"", "act = \"returned_for_holiday\""),
        ("counting.toml", "\"suspect\", \"defendant\"", "\"suspekt\", \"defendant\""),
    ] {
        let output = read_with(file, old, new);
        let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        assert!(!output.status.success(), "{file}: {new} was read without a word");
        let wrong = new.split('"').find(|part| !old.contains(part)).unwrap();
        let wrong = wrong.split(' ').next().unwrap();
        assert!(said.contains(wrong), "{file}: {wrong} is not named in: {said}");
    }
}
