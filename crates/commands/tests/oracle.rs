//! Who may call what: an oracle written from the printed tables answers for every post, command and state, and the program is
//! asked by name, as a face asks it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use anjuan_commands::list::COMMANDS;
use common::{PASSPHRASE, TestDesk, refusal_of};
use serde_json::{Value, json};

/// Commands that need no request and would change what is asked after them: where they are allowed they are not called.
const ENDS: &[&str] = &["office_lock", "administrators_separate"];

/// `docs/trust/rights.tsv`: post and state -> the rights held anywhere.
fn rights() -> BTreeMap<(String, bool), Vec<String>> {
    let mut lines = include_str!("../../../docs/trust/rights.tsv").lines().filter(|line| !line.starts_with('#'));
    let heads: Vec<&str> = lines.next().unwrap().split('\t').skip(2).collect();
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let held =
                heads.iter().zip(&cells[2..]).filter(|(_, cell)| **cell != "-").map(|(head, _)| (*head).to_owned());
            ((cells[0].to_owned(), cells[1] == "separated"), held.collect())
        })
        .collect()
}

/// `docs/trust/commands.tsv`: command -> `anybody`, `signed`, or the rights of which one is needed.
fn commands() -> BTreeMap<&'static str, &'static str> {
    let lines = include_str!("../../../docs/trust/commands.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split_once('\t').unwrap()).collect()
}

fn may(needs: &str, held: &[String]) -> bool {
    needs == "anybody" || needs == "signed" || needs.split('|').any(|right| held.iter().any(|own| own == right))
}

#[test]
fn every_command_stands_in_the_printed_table_and_no_other() {
    let printed: Vec<&str> = commands().into_keys().collect();
    let mut listed: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
    listed.sort_unstable();
    assert_eq!(printed, listed, "docs/trust/commands.tsv and the list of commands");
}

#[test]
fn the_oracle_agrees_for_every_post_command_and_state() {
    let (rights, commands) = (rights(), commands());
    let mut decided = 0;
    for separated in [false, true] {
        let desk = office(separated);
        for post in rights.keys().filter(|(_, state)| *state == separated).map(|(post, _)| post) {
            let session = desk.ask("office_unlock", json!({ "login": post, "passphrase": PASSPHRASE }));
            let held = &rights[&(post.clone(), separated)];
            // What the menu shows by.
            let told: BTreeSet<&str> =
                session["may"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            // The journal of one case is what who reads cases may ask for; the table names the whole.
            let needed = |name: &str, needs| if name == "journal_list" { "read|audit" } else { needs };
            let printed = commands.iter().filter(|(name, needs)| may(needed(name, needs), held)).map(|(name, _)| *name);
            assert_eq!(told, printed.collect(), "{post}, separated {separated}");
            for (command, needs) in
                commands.iter().filter(|(command, needs)| !ENDS.contains(command) || !may(needs, held))
            {
                // What no command understands: it gets as far as the reading of the request, or not even there.
                let refused = desk
                    .try_ask(command, json!({ "\u{1}": [] }))
                    .map_or_else(|refused| refused.code, |_| String::new());
                assert_eq!(
                    refused != "no_right",
                    may(needs, held),
                    "{post}, separated {separated}: {command} -> {refused}"
                );
                decided += 1;
            }
            desk.ask("office_lock", json!({}));
            for (command, needs) in commands.iter().filter(|(_, needs)| **needs != "anybody") {
                let refused = refusal_of(desk.try_ask(command, json!({})));
                assert_eq!(refused, "office_locked", "{command} {needs}");
                decided += 1;
            }
        }
    }
    assert!(decided > 5000, "{decided} decisions");
}

/// An office with one person of each post.
fn office(separated: bool) -> TestDesk {
    let desk = TestDesk::founded();
    for choice in anjuan_law::choices("post") {
        let account =
            json!({ "id": null, "login": choice.code, "name": choice.zh, "post": choice.code, "on_duty": true });
        desk.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE }));
    }
    if separated {
        desk.ask("administrators_separate", json!({}));
    }
    desk.ask("office_lock", json!({}));
    desk
}

#[test]
fn a_refusal_for_want_of_a_right_is_written_down_once_in_a_sitting() {
    let desk = office(false);
    desk.ask("office_unlock", json!({ "login": "prosecutor", "passphrase": PASSPHRASE }));
    for _ in 0..3 {
        assert_eq!(refusal_of(desk.try_ask("account_save", json!({}))), "no_right");
    }
    desk.ask("office_lock", json!({}));
    desk.ask("office_unlock", json!({ "login": "audit_administrator", "passphrase": PASSPHRASE }));
    let found = desk.ask("audit_search", json!({ "action": "refused" }));
    let entries = found["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 1, "{found}");
    let detail: Value = serde_json::from_str(entries[0]["detail"].as_str().unwrap()).unwrap();
    assert_eq!((detail["command"].as_str(), entries[0]["person"].as_str()), (Some("account_save"), Some("员额检察官")));
}
