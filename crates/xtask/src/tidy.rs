//! What neither compiler nor linter holds: how long a file and a function may be, and words that may not stand.

use crate::sh::{self, Done};
use std::collections::BTreeMap;

/// No file of code is longer.
const LONGEST_FILE: usize = 500;
/// A function longer than this stands in the list below, with its length.
const LONGEST_FUNCTION: usize = 70;
/// Functions that are longer nevertheless: `file function lines`. The list may only shrink.
const LONG_FUNCTIONS: &str = "crates/xtask/long_functions.txt";

const CODE: &[&str] = &["rs", "ts", "svelte", "css", "sql", "js", "mjs", "sh"];

struct Barred {
    word: &'static str,
    /// Beginnings of the names of files it is barred from; after `!`, of those it is not.
    inside: &'static [&'static str],
    /// And their ends.
    ends: &'static [&'static str],
    why: &'static str,
}

const EVERYWHERE: &[&str] = &[""];
const CORE: &[&str] =
    &["crates/law/", "crates/office/", "crates/papers/", "crates/commands/", "crates/cli/", "src-tauri/"];
const UI: &[&str] = &["ui/src/", "ui/index.html"];
const RUST: &[&str] = &["rs"];
const WEB: &[&str] = &["ts", "svelte", "js", "html"];

/// What tests of the interface may name: they build pages of their own and clear up after themselves.
const IN_TESTS: &[&str] = &["innerHTML", "localStorage"];

/// This file names the words to know them, and is the only one that may.
const BARRED: &[Barred] = &[
    Barred { word: "TODO", inside: EVERYWHERE, ends: CODE, why: "finish it or leave it out" },
    Barred { word: "FIXME", inside: EVERYWHERE, ends: CODE, why: "finish it or leave it out" },
    Barred { word: "todo!", inside: EVERYWHERE, ends: RUST, why: "finish it or leave it out" },
    Barred { word: "unimplemented!", inside: EVERYWHERE, ends: RUST, why: "finish it or leave it out" },
    Barred { word: "dbg!", inside: EVERYWHERE, ends: RUST, why: "left over from a search" },
    Barred { word: "#[ignore", inside: EVERYWHERE, ends: RUST, why: "a test that does not run tests nothing" },
    Barred { word: "thread::sleep", inside: CORE, ends: RUST, why: "wait for what is waited for" },
    Barred { word: "std::net", inside: CORE, ends: RUST, why: "the program opens no socket" },
    Barred {
        word: "INSERT OR REPLACE",
        inside: EVERYWHERE,
        ends: &["sql", "rs"],
        why: "it deletes first, and takes children with it",
    },
    Barred { word: "SELECT *", inside: EVERYWHERE, ends: &["sql"], why: "name the columns" },
    Barred { word: "console.log", inside: UI, ends: WEB, why: "left over from a search" },
    Barred { word: "debugger;", inside: UI, ends: WEB, why: "left over from a search" },
    Barred { word: ".only(", inside: UI, ends: WEB, why: "it switches the other tests off" },
    Barred { word: ".skip(", inside: UI, ends: WEB, why: "a test that does not run tests nothing" },
    Barred { word: "{@html", inside: UI, ends: WEB, why: "text from a case is text" },
    Barred { word: "innerHTML", inside: UI, ends: WEB, why: "text from a case is text" },
    Barred { word: "outerHTML", inside: UI, ends: WEB, why: "text from a case is text" },
    Barred { word: "insertAdjacentHTML", inside: UI, ends: WEB, why: "text from a case is text" },
    Barred { word: "XMLHttpRequest", inside: UI, ends: WEB, why: "the program asks nothing of any host" },
    Barred { word: "WebSocket", inside: UI, ends: WEB, why: "the program opens no socket" },
    Barred {
        word: "localStorage",
        inside: &["ui/src/", "!ui/src/lib/preferences."],
        ends: WEB,
        why: "nothing of a case stays outside the encrypted file",
    },
    Barred {
        word: "<style",
        inside: &["ui/index.html"],
        ends: &["html"],
        why: "the page's rule of trust would then refuse styles set later",
    },
];

/// Reads every kept file once and tells all that is wrong.
pub fn check() -> Done {
    let mut wrong = Vec::new();
    let mut long = BTreeMap::new();
    let mut read = 0;
    for name in sh::files()?.iter().filter(|name| is_ours(name)) {
        let text = sh::read(name)?;
        read += 1;
        let lines = text.lines().count();
        if ends(name, CODE) && lines > LONGEST_FILE {
            wrong.push(format!("{name}: {lines} lines; {LONGEST_FILE} at most"));
        }
        wrong.extend(barred(name, &text));
        if ends(name, RUST) {
            for (function, length) in functions(&text) {
                if length > LONGEST_FUNCTION {
                    long.insert(format!("{name} {function}"), length);
                }
            }
        }
    }
    wrong.extend(ratchet(&long, &sh::read(LONG_FUNCTIONS)?));
    for line in &wrong {
        println!("{line}");
    }
    println!("{read} files read, {} faults", wrong.len());
    if wrong.is_empty() { Ok(()) } else { Err("not tidy".into()) }
}

fn is_ours(name: &str) -> bool {
    let code = ends(name, CODE) || ends(name, WEB);
    code && !name.starts_with("ui/src/generated/") && name != "crates/xtask/src/tidy.rs"
}

fn ends(name: &str, endings: &[&str]) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
}

fn barred(name: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for one in BARRED {
        let spared = one.inside.iter().filter_map(|folder| folder.strip_prefix('!')).any(|file| name.starts_with(file))
            || (name.contains(".test.") && IN_TESTS.contains(&one.word));
        if spared || !ends(name, one.ends) || !one.inside.iter().any(|folder| name.starts_with(folder)) {
            continue;
        }
        for (number, line) in text.lines().enumerate().filter(|(_, line)| line.contains(one.word)) {
            if stands_alone(line, one.word) {
                wrong.push(format!("{name}:{}: {}: {}", number + 1, one.word, one.why));
            }
        }
    }
    wrong
}

/// Whether a word occurs that is not the tail of a longer one: `entodo!` is not `todo!`.
fn stands_alone(line: &str, word: &str) -> bool {
    let lettered = word.starts_with(char::is_alphanumeric);
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !lettered || !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    })
}

/// The functions of a file laid out by rustfmt and their lengths in lines: from the line that says `fn` to the brace
/// that closes at the same depth.
fn functions(text: &str) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, &str, usize)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let depth = line.len() - line.trim_start().len();
        if let Some(name) = declared(line) {
            if !line.ends_with(';') && !line.ends_with('}') {
                open.push((depth, name, number));
            }
        } else if line.trim_start().starts_with('}')
            && let Some(&(of, name, from)) = open.last()
            && of == depth
        {
            found.push((name, number - from + 1));
            open.pop();
        }
    }
    found
}

fn declared(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let (before, after) = line.split_once("fn ")?;
    let prefix =
        |word: &str| word.starts_with("pub") || ["const", "async", "unsafe", "extern", "in", "super)"].contains(&word);
    if !before.split_whitespace().all(prefix) {
        return None;
    }
    let end = after.find(|letter: char| !letter.is_alphanumeric() && letter != '_')?;
    (end > 0).then(|| &after[..end])
}

/// Holds today's long functions against the list: none new, none longer, and no line that has become needless.
fn ratchet(long: &BTreeMap<String, usize>, list: &str) -> Vec<String> {
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let listed: BTreeMap<&str, usize> = lines
        .filter_map(|line| line.rsplit_once(' '))
        .filter_map(|(name, length)| Some((name, length.parse().ok()?)))
        .collect();
    let mut wrong = Vec::new();
    for (name, length) in long {
        match listed.get(name.as_str()) {
            Some(limit) if length <= limit => {}
            _ => {
                wrong.push(format!("{name}: {length} lines; {LONGEST_FUNCTION} at most, or a line in {LONG_FUNCTIONS}"))
            }
        }
    }
    let needless = listed.keys().filter(|name| !long.contains_key(**name));
    wrong.extend(needless.map(|name| format!("{LONG_FUNCTIONS}: {name} is no longer long: take the line out")));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_functions() {
        let text = "impl A {\n    pub fn one(\n        &self,\n    ) -> u8 {\n        if x {\n        }\n    }\n}\nfn two() {\n}\nfn three() {}\n";
        assert_eq!(functions(text), [("one", 6), ("two", 2)]);
    }

    #[test]
    fn the_list_may_only_shrink() {
        let long = BTreeMap::from([("a.rs f".to_owned(), 70)]);
        assert!(ratchet(&long, "a.rs f 70\n").is_empty());
        assert_eq!(ratchet(&long, "a.rs f 69\n").len(), 1, "a function grew");
        assert_eq!(ratchet(&long, "").len(), 1, "a new long function");
        assert_eq!(ratchet(&BTreeMap::new(), "a.rs f 70\n").len(), 1, "a needless line");
    }

    #[test]
    fn knows_barred_words_where_they_are_barred() {
        let check = |name: &str, text: &str| barred(name, text).len();
        assert_eq!(check("crates/office/src/a.rs", "let a = dbg!(b);"), 1);
        assert_eq!(check("ui/src/a.svelte", "{@html text}"), 1);
        assert_eq!(check("ui/src/a.ts", "AWebSocket"), 0, "the tail of a longer word");
        assert_eq!(check("ui/src/a.ts", "localStorage.a"), 1);
        assert_eq!(check("ui/src/lib/preferences.ts", "localStorage.a"), 0, "the one file that may");
        assert_eq!(check("crates/e2e/src/a.rs", "use std::net::TcpStream;"), 0);
        assert_eq!(check("crates/office/src/a.rs", "use std::net::TcpStream;"), 1);
    }
}
