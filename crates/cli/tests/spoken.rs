//! What every verb prints for people: whole words in the language asked for, no key of the language files, no code of the record.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

use std::{collections::BTreeSet, fs};

use assert_cmd::Command;
use serde_json::Value;

struct Office {
    folder: tempfile::TempDir,
    /// What stands in the record under a name of its own: logins, ids of checks and of rules.
    names: BTreeSet<String>,
}

impl Office {
    fn with_sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("passphrase"), "four words and more\n").unwrap();
        fs::create_dir(folder.path().join("papers")).unwrap();
        let mut office = Self { folder, names: BTreeSet::new() };
        office.printed("zh", &["init", "--name", "测县人民检察院", "--short", "测", "--division", "341023"]);
        office.printed("zh", &["sample", "--cases", "40", "--years", "1", "--seed", "5"]);
        for (verb, list, name) in [
            (&["user", "list"][..], "users", "login"),
            (&["law", "list"], "rules", "rule"),
            (&["check"], "findings", "check"),
        ] {
            let answer: Value = serde_json::from_str(&office.printed("zh", &[&["--json"], verb].concat())).unwrap();
            let rows = answer[list].as_array().unwrap_or_else(|| panic!("{verb:?} gives no {list}: {answer}"));
            let named = rows.iter().filter_map(|row| row[name].as_str()).map(str::to_owned);
            office.names.extend(named.collect::<Vec<_>>());
        }
        office
    }

    fn printed(&self, lang: &str, words: &[&str]) -> String {
        let mut command = Command::cargo_bin("anjuan").unwrap();
        command.args(["--today", "2026-03-05", "--lang", lang]).args(words).current_dir(self.folder.path());
        command.env("ANJUAN_OFFICE", "office").env("ANJUAN_PASSPHRASE_FILE", "passphrase").env("ANJUAN_STATION", ".");
        let output = command.output().unwrap();
        let (said, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.code().is_some_and(|code| code < 2), "{words:?} in {lang}: {said} {told}");
        format!("{said}\n{told}")
    }

    fn json(&self, words: &[&str]) -> Value {
        let printed = self.printed("zh", &[&["--json"], words].concat());
        serde_json::from_str(printed.trim()).unwrap_or_else(|error| panic!("{words:?}: {error}: {printed}"))
    }

    /// The words that are strange in what a verb prints.
    fn strange(&self, lang: &str, verb: &[&str], kept: &[&str]) -> Vec<String> {
        let printed = self.printed(lang, verb);
        assert!(!printed.trim().is_empty(), "{verb:?} prints nothing");
        let words = self.unknown(&printed).into_iter().filter(|word| !kept.contains(word));
        // English words are wrong in Chinese; in English a key or a code is known by its line below.
        words
            .filter(|word| lang == "zh" || word.contains('_'))
            .map(|word| format!("{verb:?} in {lang}: {word}"))
            .collect()
    }

    /// The words of a text that are no name, no number and no path.
    fn unknown<'t>(&self, text: &'t str) -> BTreeSet<&'t str> {
        let of_words = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | ':'));
        text.split(of_words)
            .map(|word| word.trim_matches(['-', '.', ':']))
            .filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 2)
            .filter(|word| !word.contains('/') && !word.chars().any(|c| c.is_ascii_digit()))
            .filter(|word| !self.names.contains(*word))
            .collect()
    }
}

/// Every verb that answers from the sample, with words that stay as they are in Chinese too.
const VERBS: &[(&[&str], &[&str])] = &[
    (&["list", "--limit", "20"], &[]),
    (&["show", "2025-GC-00001"], &[]),
    (&["show", "2025-GC-00003"], &[]),
    (&["search", "盗窃"], &[]),
    (&["caseload"], &[]),
    (&["check"], &[]),
    (&["check", "2025-GC-00001"], &[]),
    (&["due", "--within", "30"], &[]),
    (&["due", "--all"], &[]),
    (&["due", "--daily"], &[]),
    (&["slip", "2025-GC-00003"], &[]),
    (&["remind", "2025-GC-00003", "核对卷宗", "--on", "2026-03-10"], &[]),
    (&["remind", "--done", "1"], &[]),
    (&["journal", "--limit", "20"], &["anjuan"]),
    (&["draw", "--verify"], &[]),
    (&["hearing", "list"], &[]),
    (&["hearing", "show", "1"], &[]),
    (&["hearing", "draw", "--verify"], &[]),
    (&["hearing", "papers", "1", "--to", "papers"], &["docx"]),
    (&["law", "list"], &[]),
    (&["law", "due", "rights_notice_suspect", "--from", "2026-03-01"], &[]),
    (&["law", "settings"], &[]),
    (&["law", "dates", "dates.json"], &["json"]),
    (&["law", "diff", "dates.json"], &[]),
    (&["calendar", "list"], &[]),
    (&["user", "list"], &[]),
    (&["safety"], &["anjuan-backup"]),
    (&["backup"], &[]),
    (&["as-of", "2026-03-05"], &[]),
    (&["export", "list.csv"], &[]),
    (&["verify"], &["against"]),
    (&["rebuild"], &[]),
];

#[test]
fn every_verb_speaks_the_language_that_it_is_asked_in() {
    let office = Office::with_sample();
    let mut wrong = Vec::new();
    for (verb, kept) in VERBS {
        for lang in ["zh", "en"] {
            // Reminders are made and done once only.
            if verb[0] == "remind" && lang == "en" {
                continue;
            }
            wrong.extend(office.strange(lang, verb, kept));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A year's table is a file that can be loaded: it has its columns and both names of each holiday in either language.
const TABLE: &[&str] = &[
    "date",
    "kind",
    "name",
    "name_en",
    "off",
    "work",
    "New",
    "Year",
    "Day",
    "Spring",
    "Festival",
    "Tomb-Sweeping",
    "Labour",
    "Dragon",
    "Boat",
    "Mid-Autumn",
    "National",
];

/// A ledger with a row that goes in and one that is refused.
const LEDGER: &str = "部门受案号,嫌疑人,涉嫌罪名,受理日期\n测检刑诉受[2026]341023900001号,王甲,盗窃罪,2026-01-05\n测检刑诉受[2026]341023900002号,赵乙,诈骗罪,2026-02-30\n";

#[test]
fn verbs_that_change_something_speak_the_language_too() {
    let office = Office::with_sample();
    let at = |name: &str| office.folder.path().join(name);
    fs::write(at("ledger.csv"), LEDGER).unwrap();
    let waiting = office.json(&["list", "--view", "waiting"]);
    let case =
        |nth: usize| waiting["cases"][nth]["register_no"].as_str().unwrap_or_else(|| panic!("{waiting}")).to_owned();
    let people = office.json(&["user", "list"]);
    let prosecutor =
        people["users"].as_array().unwrap().iter().find(|one| one["post"] == "prosecutor" && one["ended_on"].is_null());
    let prosecutor = prosecutor.unwrap()["login"].as_str().unwrap().to_owned();
    fs::write(at("table.csv"), "date,kind,name\n2027-01-01,off,元旦\n2027-13-01,off,错\n").unwrap();
    let backup = office.json(&["backup"])["file"].as_str().unwrap().to_owned();
    let mut wrong = Vec::new();
    for (nth, lang) in ["zh", "en"].into_iter().enumerate() {
        let (folder, case) = (format!("restored-{lang}"), case(nth));
        let mut see = |verb: &[&str], kept: &[&str]| wrong.extend(office.strange(lang, verb, kept));
        see(&["import", "ledger.csv", "--kind", "first_instance_prosecution", "--dry-run"], &[]);
        see(&["import", "ledger.csv", "--kind", "first_instance_prosecution"], &[]);
        see(&["act", &case, "note", "--on", "2026-03-05", "--field", "text=电话联系"], &[]);
        see(&["draw", &case, "--designate", &prosecutor, "--reason", "leader_direct"], &[]);
        let entry = office.json(&["journal", "--limit", "1"])["entries"][0]["entry"].to_string();
        see(&["undo", &entry, "--reason", "录错"], &[]);
        see(&["redo", &entry, "--reason", "没有录错"], &[]);
        see(&["copies"], &["office", "backups"]);
        see(&["copies", "--backups", "elsewhere"], &["elsewhere"]);
        see(&["restore", &backup, "--to", &folder], &["restored-zh"]);
        see(&["calendar", "table", "2026"], TABLE);
        see(&["calendar", "load", "table.csv", "--dry-run"], &[]);
        see(&["keys", "show"], &[]);
        see(&["user", "disable", &prosecutor], &[]);
        see(&["hearing", "list", "--status", "scheduled"], &[]);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_call_that_is_not_understood_is_told_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let told = |words: &[&str]| {
        let mut command = Command::cargo_bin("anjuan").unwrap();
        let output = command.args(words).current_dir(folder.path()).env("ANJUAN_OFFICE", "office").output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (said, error) = told(&["lst"]);
    assert!(said.is_empty() && error.contains("没有“lst”这个命令") && error.contains("list"), "{error}");
    let (_, error) = told(&["--lang", "en", "show"]);
    assert!(error.contains("Missing: <CASE>"), "{error}");
    let (said, error) = told(&["--json", "list", "--limit", "many"]);
    let refusal: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(refusal["refusal"]["code"], "usage_value_malformed", "one document and nothing else: {said} {error}");
    let (_, error) = told(&[]);
    assert!(error.contains("缺少命令") && !error.contains("Usage"), "{error}");
}

#[test]
fn every_fault_of_a_refused_row_is_said() {
    let office = Office::with_sample();
    let heads = "部门受案号,案件名称,嫌疑人,身份证号,罪名,移送单位,受理日期";
    let row = "测检刑诉受[2026]341023000003号,钱丙抢劫案,钱丙,110105194912310021,抢劫罪,测县公安局,2026-02-30";
    fs::write(office.folder.path().join("ledger.csv"), format!("{heads}\n{row}\n")).unwrap();
    let said = office.printed("zh", &["import", "ledger.csv", "--dry-run"]);
    let of_row = said.lines().filter(|line| line.starts_with("第 2 行")).collect::<Vec<_>>();
    assert_eq!(of_row.len(), 2, "{said}");
    assert!(of_row[0].contains("110105194912310021") && of_row[1].contains("2026-02-30"), "{said}");
}
