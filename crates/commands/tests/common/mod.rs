//! A desk over a folder of its own, with a fixed day and a cheap key.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::{collections::BTreeSet, fs, path::Path, path::PathBuf, sync::Arc};

use anjuan_commands::{Desk, Host, Progress, Reader};
use anjuan_law::Day;
use anjuan_office::{Action, Changed, Refusal, record::KeyCost};
use serde_json::{Value, json};

pub const PASSPHRASE: &str = "四个随便的词 four words";

struct TestHost {
    folder: PathBuf,
    today: Day,
}

impl Host for TestHost {
    fn today(&self) -> Day {
        self.today
    }
    fn now(&self) -> String {
        format!("{}T01:02:03Z", self.today)
    }
    fn folder(&self) -> PathBuf {
        self.folder.clone()
    }
    fn workstation(&self) -> String {
        "案管室".to_owned()
    }
    fn program(&self) -> &'static str {
        "test"
    }
    fn key_cost(&self, _: KeyCost) -> KeyCost {
        KeyCost::LEAST
    }
    fn reader(&self) -> Reader {
        Reader::At(env!("CARGO_BIN_EXE_bindings").into())
    }
    fn changed(&self, _: &Changed) {}
    fn progress(&self, _: &Progress) {}
}

pub struct TestDesk {
    pub desk: Desk,
    folder: Arc<tempfile::TempDir>,
    today: Day,
}

impl TestDesk {
    /// No office yet; the day is 2026-03-05.
    pub fn empty() -> Self {
        Self::in_folder(Arc::new(tempfile::tempdir().unwrap()), "2026-03-05".parse().unwrap())
    }

    fn in_folder(folder: Arc<tempfile::TempDir>, today: Day) -> Self {
        let desk = Desk::new(TestHost { folder: folder.path().join("office"), today });
        Self { desk, folder, today }
    }

    /// An office with its first person, the clerk 李案管 (`li`), signed in.
    pub fn founded() -> Self {
        let desk = Self::empty();
        desk.found();
        desk
    }

    /// Another process on the same folder.
    pub fn second(&self) -> Self {
        Self::in_folder(Arc::clone(&self.folder), self.today)
    }

    /// A place beside the office.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A desk over another office's folder.
    pub fn over(&self, office: &Path) -> Self {
        let desk = Desk::new(TestHost { folder: office.to_owned(), today: self.today });
        Self { desk, folder: Arc::clone(&self.folder), today: self.today }
    }

    /// The same office on another day.
    pub fn on(self, today: &str) -> Self {
        self.ask("office_lock", json!({}));
        let other = Self::in_folder(Arc::clone(&self.folder), today.parse().unwrap());
        other.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
        other
    }

    /// Founds the office.
    pub fn found(&self) -> Value {
        self.ask(
            "office_create",
            json!({ "name": "测县人民检察院", "short_name": "测", "division_code": "341023", "login": "li",
                    "person": "李案管", "passphrase": PASSPHRASE }),
        )
    }

    /// Somebody else sits down.
    pub fn sign_in(&self, login: &str) {
        self.ask("office_lock", json!({}));
        self.ask("office_unlock", json!({ "login": login, "passphrase": PASSPHRASE }));
    }

    /// Calls a command that is expected to be answered.
    #[track_caller]
    pub fn ask(&self, name: &str, request: Value) -> Value {
        match self.try_ask(name, request) {
            Ok(answer) => answer,
            Err(refusal) => panic!("{name} was refused: {refusal}"),
        }
    }

    /// Explains what the checks want dealt with before a case is concluded, and concludes it.
    #[track_caller]
    pub fn conclude(&self, case: &Value, on: &str, outcome: &str) {
        let found = self.ask("case_findings", json!({ "case": case }));
        let stops = found.as_array().unwrap().iter().filter(|found| found["severity"] == "stop");
        for stop in stops {
            self.ask(
                "finding_answer",
                json!({ "case": case, "check": stop["check"], "subject": stop["subject"],
                        "fingerprint": stop["fingerprint"], "answer": "explained", "reason": "已核实" }),
            );
        }
        let act = json!({ "kind": "closed", "on": on, "fields": { "outcome": outcome } });
        self.ask("act_record", json!({ "case": case, "act": act }));
    }

    /// Calls a command.
    pub fn try_ask(&self, name: &str, request: Value) -> Result<Value, Refusal> {
        self.desk.call(name, request)
    }
}

/// The code of an expected refusal.
#[track_caller]
pub fn refusal_of(answer: Result<Value, Refusal>) -> String {
    answer.expect_err("a refusal was expected").code
}

/// The keys of words that the Rust sources ask for: refusals with their remedies, actions, problems.
pub fn keys_in_source() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for action in Action::ALL {
        keys.insert(format!("action_{}", action.name()));
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    visit_sources(&root, &mut |_, text| {
        for (opening, prefixes) in [
            ("refusal!(\"", &["refusal", "remedy"][..]),
            ("Refusal::new(\"", &["refusal", "remedy"]),
            ("Problem { code: \"", &["problem"]),
        ] {
            for rest in text.split(opening).skip(1) {
                if let Some((code, _)) = rest.split_once('"') {
                    keys.extend(prefixes.iter().map(|prefix| format!("{prefix}_{code}")));
                }
            }
        }
    });
    keys
}

/// Hands over each source that is no test.
pub fn visit_sources(folder: &Path, each: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("tests") && !path.ends_with("target") {
            visit_sources(&path, each);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            each(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}
