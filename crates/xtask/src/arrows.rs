//! Which crate may know which. A new arrow is the most expensive change there is, so it is made here first.

use crate::sh::{self, Done};
use serde_json::Value;
use std::collections::BTreeMap;

/// Each crate and those of the house it may know.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("anjuan-law", &[]),
    ("anjuan-office", &["anjuan-law"]),
    ("anjuan-papers", &["anjuan-law", "anjuan-office"]),
    ("anjuan-commands", &["anjuan-law", "anjuan-office", "anjuan-papers"]),
    ("anjuan-cli", &["anjuan-commands", "anjuan-law"]),
    ("anjuan-window", &["anjuan-commands"]),
    ("anjuan-bench", &["anjuan-commands", "anjuan-e2e", "anjuan-law", "anjuan-office", "anjuan-papers"]),
    ("anjuan-gates", &["anjuan-law", "anjuan-office", "anjuan-papers"]),
    ("anjuan-e2e", &[]),
    ("xtask", &[]),
];

/// Libraries that a crate below the window may not reach by any way: the window can be replaced.
const WINDOW: &[&str] = &["tauri", "wry", "tao", "gtk", "webkit2gtk", "rfd"];

/// Libraries that talk to other machines. Nothing of ours may reach them: the program asks nothing of any host.
const NETWORK: &[&str] = &[
    "reqwest",
    "hyper",
    "ureq",
    "curl",
    "isahc",
    "rustls",
    "native-tls",
    "tungstenite",
    "quinn",
    "tauri-plugin-http",
    "tauri-plugin-shell",
    "tauri-plugin-fs",
    "tauri-plugin-updater",
    "tauri-plugin-sql",
    "tauri-plugin-websocket",
];

/// Holds the arrows between the crates of the house against the table, and what they reach against the two lists.
pub fn check() -> Done {
    let words = ["metadata", "--format-version", "1", "--no-deps"];
    let told = sh::output(&mut sh::cargo_command(&words))?;
    let told: Value = serde_json::from_str(&told).map_err(|error| format!("cargo metadata: {error}"))?;
    let house = known(&told);
    let mut wrong = forbidden(&house);
    for name in house.keys().filter(|name| ["anjuan-window", "anjuan-cli", "anjuan-commands"].contains(&name.as_str()))
    {
        let words = ["tree", "--package", name, "--edges", "normal", "--prefix", "none", "--format", "{p}"];
        let tree = sh::output(&mut sh::cargo_command(&words))?;
        let barred = [NETWORK, if name == "anjuan-window" { &[] } else { WINDOW }].concat();
        wrong.extend(reached(&tree, &barred).map(|library| format!("{name} reaches {library}")));
    }
    for line in &wrong {
        println!("{line}");
    }
    println!("{} crates, {} arrows that may not be", house.len(), wrong.len());
    if wrong.is_empty() { Ok(()) } else { Err("a crate knows what it may not".into()) }
}

/// Each crate of the workspace and those of the house that its manifest names, for tests too.
fn known(told: &Value) -> BTreeMap<String, Vec<String>> {
    let packages = told["packages"].as_array().into_iter().flatten();
    packages
        .filter_map(|package| {
            let named = package["dependencies"].as_array().into_iter().flatten();
            let ours = named.filter(|one| one["path"].is_string());
            let ours = ours.filter_map(|one| one["name"].as_str().map(str::to_owned));
            Some((package["name"].as_str()?.to_owned(), ours.collect()))
        })
        .collect()
}

fn forbidden(house: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, knows) in house {
        let Some((_, may)) = MAY_KNOW.iter().find(|(crate_name, _)| crate_name == name) else {
            wrong.push(format!("{name} stands in no line of crates/xtask/src/arrows.rs"));
            continue;
        };
        let beyond = knows.iter().filter(|other| !may.contains(&other.as_str()));
        wrong.extend(beyond.map(|other| format!("{name} knows {other} and may not")));
    }
    wrong
}

/// Which of the barred libraries a tree by `cargo tree` holds.
fn reached<'t>(tree: &'t str, barred: &'t [&str]) -> impl Iterator<Item = &'t str> {
    let names: std::collections::BTreeSet<&str> =
        tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    barred.iter().copied().filter(move |library| names.contains(library))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn house(name: &str, knows: &[&str]) -> BTreeMap<String, Vec<String>> {
        BTreeMap::from([(name.to_owned(), knows.iter().map(|&one| one.to_owned()).collect())])
    }

    #[test]
    fn law_knows_nobody_and_nobody_knows_the_window() {
        assert!(forbidden(&house("anjuan-office", &["anjuan-law"])).is_empty());
        assert_eq!(forbidden(&house("anjuan-law", &["anjuan-office"])), ["anjuan-law knows anjuan-office and may not"]);
        assert_eq!(forbidden(&house("anjuan-cli", &["anjuan-window"])).len(), 1);
    }

    #[test]
    fn a_new_crate_must_be_placed() {
        assert_eq!(forbidden(&house("anjuan-utils", &[])).len(), 1);
    }

    #[test]
    fn a_library_is_found_by_its_whole_name() {
        let tree = "anjuan-cli v0.1.0\nhyper-util v0.1.0\nureq v3.0.0 (*)\n";
        assert_eq!(reached(tree, &["hyper", "ureq"]).collect::<Vec<_>>(), ["ureq"]);
    }
}
