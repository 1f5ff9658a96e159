//! The tables of `docs/trust`: each row names its tests, each name exists, and what the window may do is what they say.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn each_file(folder: &Path, each: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if !["node_modules", "target", "dist", "generated", "paraglide"].iter().any(|name| path.ends_with(name)) {
                each_file(&path, each);
            }
        } else {
            each(&path);
        }
    }
}

/// The names of all tests: functions marked as such, and the window's, with `_` for all that is no letter.
fn tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for folder in ["crates", "src-tauri/src", "ui/src"] {
        each_file(&root().join(folder), &mut |path| {
            let Ok(text) = fs::read_to_string(path) else {
                return;
            };
            if path.extension().is_some_and(|ending| ending == "rs") {
                for part in text.split("#[test]").skip(1) {
                    if let Some(rest) = part.split("fn ").nth(1) {
                        names.extend(rest.split('(').next().map(str::to_owned));
                    }
                }
            } else if path.to_string_lossy().ends_with(".test.ts") {
                for part in text.split("test(\"").skip(1) {
                    let said = part.split('"').next().unwrap();
                    let words: Vec<&str> =
                        said.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
                    names.insert(words.join("_"));
                }
            }
        });
    }
    names
}

#[test]
fn every_row_names_tests_that_exist_or_says_why_not() {
    let tests = tests();
    assert!(tests.len() > 300, "{}", tests.len());
    let mut wrong = Vec::new();
    for table in ["docs/trust/threats.md", "docs/trust/asvs.md"] {
        let text = fs::read_to_string(root().join(table)).unwrap();
        let rows = text.lines().filter(|line| line.starts_with('|') && !line.starts_with("| ---")).skip(1);
        for row in rows {
            let last = row.trim_end_matches('|').rsplit('|').next().unwrap();
            let named: Vec<&str> = last.split('`').skip(1).step_by(2).collect();
            if named.is_empty() && !last.contains("Outside:") {
                wrong.push(format!("{table}: no test and no reason: {row}"));
            }
            for name in named {
                let there = if name.contains('/') { root().join(name).is_file() } else { tests.contains(name) };
                if !there {
                    wrong.push(format!("{table}: there is no {name}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_window_loads_nothing_and_runs_only_what_is_its_own() {
    let read = |path: &str| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(root().join(path)).unwrap()).unwrap()
    };
    let security = &read("src-tauri/tauri.conf.json")["app"]["security"];
    let policy: Vec<(&str, Vec<&str>)> = security["csp"]
        .as_str()
        .unwrap()
        .split(';')
        .map(|part| {
            let mut words = part.split_whitespace();
            (words.next().unwrap(), words.collect())
        })
        .collect();
    let of = |name: &str| policy.iter().find(|(part, _)| *part == name).unwrap_or_else(|| panic!("{name}")).1.clone();
    assert_eq!(
        (of("default-src"), of("script-src"), of("object-src")),
        (vec!["'none'"], vec!["'self'"], vec!["'none'"])
    );
    for (part, sources) in &policy {
        for source in sources {
            let own = ["'none'", "'self'", "ipc:", "http://ipc.localhost"].contains(source)
                || (*part == "img-src" && *source == "data:");
            assert!(own, "{part} {source}");
        }
    }
    assert_eq!(security["freezePrototype"], true);
    let capability = read("src-tauri/capabilities/window.json");
    let mut permissions: Vec<&str> =
        capability["permissions"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    permissions.sort_unstable();
    assert_eq!(
        permissions,
        [
            "allow-announce",
            "allow-call",
            "allow-pick",
            "allow-print",
            "core:event:allow-listen",
            "core:event:allow-unlisten"
        ],
        "a capability more is a way in more"
    );
    assert!(capability.get("remote").is_none());
    let manifest = fs::read_to_string(root().join("src-tauri/Cargo.toml")).unwrap();
    for plugin in
        ["tauri-plugin-http", "tauri-plugin-shell", "tauri-plugin-fs", "tauri-plugin-updater", "tauri-plugin-sql"]
    {
        assert!(!manifest.contains(plugin), "{plugin}");
    }
}
