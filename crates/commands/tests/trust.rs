//! Signing in, locking, the three administrators, backups and the way back: by name and JSON, with a clock that is turned.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use anjuan_commands::{Desk, Host, Progress, Reader};
use anjuan_law::Day;
use anjuan_office::{Changed, Refusal, record::KeyCost};
use serde_json::{Value, json};

const PASSPHRASE: &str = "四个随便的词 four words";

/// A window on a folder, at a time that the test sets.
struct TestHost {
    folder: PathBuf,
    now: Arc<Mutex<String>>,
}

impl Host for TestHost {
    fn today(&self) -> Day {
        self.now().get(..10).unwrap().parse().unwrap()
    }
    fn now(&self) -> String {
        self.now.lock().unwrap().clone()
    }
    fn folder(&self) -> PathBuf {
        self.folder.clone()
    }
    fn workstation(&self) -> String {
        "案管室".to_owned()
    }
    fn program(&self) -> &'static str {
        "window"
    }
    fn key_cost(&self, _: KeyCost) -> KeyCost {
        KeyCost::LEAST
    }
    fn reader(&self) -> Reader {
        Reader::This
    }
    fn changed(&self, _: &Changed) {}
    fn progress(&self, _: &Progress) {}
}

struct Window {
    desk: Desk,
    now: Arc<Mutex<String>>,
    folder: tempfile::TempDir,
    recovery_key: String,
}

impl Window {
    fn founded() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = Arc::new(Mutex::new("2026-03-05T01:00:00Z".to_owned()));
        let desk = Desk::new(TestHost { folder: folder.path().join("office"), now: Arc::clone(&now) });
        let founded = desk
            .call(
                "office_create",
                json!({ "name": "测县人民检察院", "short_name": "测", "division_code": "341023", "login": "li",
                        "person": "李案管", "passphrase": PASSPHRASE }),
            )
            .unwrap();
        let recovery_key = founded["recovery_key"].as_str().unwrap().to_owned();
        Self { desk, now, folder, recovery_key }
    }

    fn at(&self, now: &str) {
        *self.now.lock().unwrap() = now.to_owned();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    #[track_caller]
    fn ask(&self, name: &str, request: Value) -> Value {
        self.desk.call(name, request).unwrap_or_else(|refusal| panic!("{name} was refused: {refusal}"))
    }

    #[track_caller]
    fn refused(&self, name: &str, request: Value) -> Refusal {
        self.desk.call(name, request).expect_err("a refusal was expected")
    }

    fn confirm(&self) {
        self.ask("confirm", json!({ "passphrase": PASSPHRASE, "purpose": "试行" }));
    }

    fn sign_in(&self, login: &str) {
        self.ask("office_lock", json!({}));
        self.ask("office_unlock", json!({ "login": login, "passphrase": PASSPHRASE }));
    }

    fn state(&self) -> String {
        self.ask("office_status", json!({}))["state"].as_str().unwrap().to_owned()
    }

    fn person(login: &str, post: &str) -> Value {
        json!({ "id": null, "login": login, "name": format!("{login}示例"), "post": post, "on_duty": true })
    }

    /// The three administrators, and the office handed over to them.
    fn separated() -> Self {
        let window = Self::founded();
        window.confirm();
        assert_eq!(window.refused("administrators_separate", json!({})).code, "administrator_missing");
        for (login, post) in
            [("xt", "system_administrator"), ("aq", "security_administrator"), ("sj", "audit_administrator")]
        {
            window.ask("account_save", json!({ "account": Self::person(login, post), "passphrase": PASSPHRASE }));
        }
        window.ask("administrators_separate", json!({}));
        window
    }
}

#[test]
fn nobody_there_for_five_minutes_locks_the_office() {
    let window = Window::founded();
    window.at("2026-03-05T01:04:00Z");
    window.ask("office_touch", json!({}));
    window.at("2026-03-05T01:08:50Z");
    assert_eq!(window.state(), "open");
    // What the window asks by itself is no sign of life.
    window.ask("backup_status", json!({}));
    window.at("2026-03-05T01:09:00Z");
    assert_eq!(window.state(), "locked");
    assert_eq!(window.refused("session", json!({})).code, "office_locked");

    window.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    window.confirm();
    let strict = window.ask("strictness", json!({}));
    assert_eq!(strict["idle_minutes"], 5);
    let mut longer = strict.clone();
    longer["idle_minutes"] = json!(30);
    window.ask("strictness_set", longer);
    window.at("2026-03-05T01:30:00Z");
    assert_eq!(window.state(), "open");
    window.at("2026-03-05T01:40:00Z");
    // A person's own call after the time finds the office locked, and is not taken for a sign of life first.
    assert_eq!(window.refused("session", json!({})).code, "office_locked");
    let mut never = strict;
    never["idle_minutes"] = json!(0);
    window.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    window.confirm();
    assert_eq!(window.refused("strictness_set", never).code, "number_outside");
}

#[test]
fn how_strict_the_office_is_is_a_switch_that_is_written_down() {
    let window = Window::founded();
    window.confirm();
    let mut strict = window.ask("strictness", json!({}));
    assert_eq!((strict["passphrases"].as_str(), strict["key_memory"].as_u64()), (Some("mixed"), Some(128)));
    let save = |passphrase: &str| json!({ "account": Window::person("wang", "prosecutor"), "passphrase": passphrase });
    assert_eq!(window.refused("account_save", save("correcthorse")).code, "passphrase_not_mixed");
    strict["passphrases"] = json!("long");
    window.ask("strictness_set", strict);
    assert_eq!(window.refused("account_save", save("Kite7-lamp")).code, "passphrase_not_long");
    window.ask("account_save", save("correct horse battery"));
    let found = window.ask("audit_search", json!({ "action": "strictness_set" }));
    assert_eq!((found["entries"].as_array().unwrap().len(), found["entries"][0]["reason"].as_str()), (1, Some("试行")));
}

#[test]
fn an_old_passphrase_is_told_and_changed_by_its_owner_only_with_the_one_so_far() {
    let window = Window::founded();
    assert_eq!(window.ask("sitting", json!({}))["passphrase_old"], false);
    window.at("2026-06-10T01:00:00Z");
    window.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    assert_eq!(window.ask("sitting", json!({}))["passphrase_old"], true);
    let change = |old: &str, new: &str| json!({ "old": old, "passphrase": new });
    let wrong = window.refused("passphrase_change", change("not the one", "other words than before"));
    assert_eq!((wrong.code.as_str(), wrong.at.as_str()), ("passphrase_wrong", "old"));
    assert_eq!(window.refused("passphrase_change", change(PASSPHRASE, PASSPHRASE)).code, "passphrase_same");
    assert_eq!(window.refused("passphrase_change", change(PASSPHRASE, "password")).code, "passphrase_common");
    window.ask("passphrase_change", change(PASSPHRASE, "other words than before"));
    assert_eq!(window.ask("sitting", json!({}))["passphrase_old"], false);
    window.ask("office_lock", json!({}));
    assert_eq!(
        window.refused("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE })).code,
        "passphrase_wrong"
    );
    window.ask("office_unlock", json!({ "login": "li", "passphrase": "other words than before" }));
    assert_eq!(window.ask("sitting", json!({}))["wrong_tries"], 1);
    window.ask("office_lock", json!({}));
    let key = window.recovery_key.clone();
    window.ask("office_recover", json!({ "recovery_key": key, "login": "li", "passphrase": "words from the paper" }));
}

#[test]
fn the_clock_that_goes_back_is_told_and_nothing_is_lost() {
    let window = Window::founded();
    window.ask("office_lock", json!({}));
    window.at("2025-12-31T01:00:00Z");
    window.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    assert_eq!(window.ask("sitting", json!({}))["clock_behind"], "2026-03-05");
    assert_eq!(window.ask("backup_status", json!({}))["clock_behind"], "2026-03-05");
    window.ask("account_save", json!({ "account": Window::person("wang", "prosecutor") }));
    assert_eq!(window.ask("record_verify", json!({}))["sound"], true);
}

#[test]
fn who_has_left_is_out_and_a_new_name_does_not_lose_the_passphrase() {
    let window = Window::founded();
    window.ask("account_save", json!({ "account": Window::person("wang", "prosecutor"), "passphrase": PASSPHRASE }));
    let people = window.ask("account_list", json!({}));
    let mut wang = people.as_array().unwrap().iter().find(|one| one["login"] == "wang").unwrap().clone();
    let mut renamed = wang.clone();
    renamed["login"] = json!("wang2");
    assert_eq!(window.refused("account_save", json!({ "account": renamed })).code, "login_has_passphrase");
    window.ask("account_save", json!({ "account": renamed, "passphrase": PASSPHRASE }));
    window.sign_in("wang2");
    window.sign_in("li");
    wang["login"] = json!("wang2");
    wang["ended_on"] = json!("2026-03-04");
    window.ask("account_save", json!({ "account": wang }));
    window.ask("office_lock", json!({}));
    let out = window.refused("office_unlock", json!({ "login": "wang2", "passphrase": PASSPHRASE }));
    assert_eq!(out.code, "passphrase_wrong", "the wrap is gone: the answer is that of a name nobody has");
}

#[test]
fn who_leaves_is_followed_by_a_new_key_and_those_who_stay_notice_nothing() {
    let window = Window::founded();
    for login in ["wang", "zhao"] {
        window.ask("account_save", json!({ "account": Window::person(login, "prosecutor"), "passphrase": PASSPHRASE }));
    }
    let old = std::fs::read(window.path("office").join("office.key")).unwrap();
    let people = window.ask("account_list", json!({}));
    let mut zhao = people.as_array().unwrap().iter().find(|one| one["login"] == "zhao").unwrap().clone();
    zhao["ended_on"] = json!("2026-03-04");
    window.ask("account_save", json!({ "account": zhao }));
    let state = window.ask("key_state", json!({}));
    assert_eq!((state["renewed"].as_u64(), state["left"].as_array().unwrap().len()), (Some(1), 0), "{state}");
    assert_eq!(state["people"], json!(["li", "wang"]));
    let found = window.ask("audit_search", json!({ "action": "key_renew" }));
    assert!(found["entries"][0]["detail"].as_str().unwrap().contains("zhao"));
    window.sign_in("wang");
    window.ask("office_lock", json!({}));
    // The key file that he kept, put in its place: what it opens is not this record any more.
    let now = std::fs::read(window.path("office").join("office.key")).unwrap();
    std::fs::write(window.path("office").join("office.key"), old).unwrap();
    let his = window.refused("office_unlock", json!({ "login": "zhao", "passphrase": PASSPHRASE }));
    assert_eq!(his.code, "record_key_wrong");
    std::fs::write(window.path("office").join("office.key"), now).unwrap();
    window.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    assert_eq!(window.ask("record_verify", json!({}))["sound"], true);
}

#[test]
fn a_new_key_and_a_new_paper_by_command_with_passphrase_and_purpose() {
    let window = Window::founded();
    assert_eq!(window.refused("key_renew", json!({})).code, "confirm_needed");
    assert_eq!(window.refused("recovery_renew", json!({})).code, "confirm_needed");
    window.confirm();
    let done = window.ask("key_renew", json!({}));
    assert_eq!((done["renewed"].as_u64(), done["backup_refused"].is_null()), (Some(1), true), "{done}");
    let file = done["backup"]["backup"]["file"].clone();
    let paper = window.ask("recovery_renew", json!({}))["recovery_key"].as_str().unwrap().to_owned();
    assert_ne!(paper, window.recovery_key);
    window.ask("office_lock", json!({}));
    let recover = |key: &str| json!({ "recovery_key": key, "login": "li", "passphrase": "words from the paper" });
    assert_eq!(window.refused("office_recover", recover(&window.recovery_key)).code, "recovery_key_wrong");
    // Half of the paper is no paper.
    let half = paper.split("--").next().unwrap();
    assert_eq!(window.refused("office_recover", recover(half)).code, "recovery_key_wrong");
    window.ask("office_recover", recover(&paper));
    window.ask("office_lock", json!({}));
    window.at("2026-03-05T03:00:00Z");
    let restore = json!({ "file": file, "recovery_key": window.recovery_key });
    window.ask("backup_restore", restore);
    // The backup from before the new paper opens with the paper and the passphrase of its day.
    window.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    assert_eq!(window.ask("key_state", json!({}))["renewed"], 1);
    assert_eq!(window.ask("audit_search", json!({ "action": "key_renew" }))["entries"][0]["reason"], "试行");
}

#[test]
fn keys_and_exports_want_the_passphrase_once_more_at_the_window() {
    let window = Window::founded();
    let file = window.path("list.csv");
    let export = || json!({ "path": file });
    assert_eq!(window.refused("list_export", export()).code, "confirm_needed");
    assert!(!file.exists());
    let wrong = window.refused("confirm", json!({ "passphrase": "not this", "purpose": "上报" }));
    assert_eq!(wrong.code, "passphrase_wrong");
    assert_eq!(window.refused("confirm", json!({ "passphrase": PASSPHRASE, "purpose": " " })).at, "purpose");
    window.ask("confirm", json!({ "passphrase": PASSPHRASE, "purpose": "上报" }));
    window.ask("list_export", export());
    let found = window.ask("audit_search", json!({ "action": "list_export" }));
    assert_eq!(found["entries"][0]["reason"], "上报");
    window.at("2026-03-05T01:02:01Z");
    assert_eq!(window.refused("list_export", export()).code, "confirm_needed", "it holds for two minutes");
}

#[test]
fn hearings_leave_the_record_with_a_purpose_and_an_entry() {
    let window = Window::founded();
    let file = window.path("hearings.csv");
    assert_eq!(window.refused("hearing_export", json!({ "path": file })).code, "confirm_needed");
    assert!(!file.exists());
    window.confirm();
    window.ask("hearing_export", json!({ "path": file }));
    let found = window.ask("audit_search", json!({ "action": "list_export" }));
    assert_eq!((found["entries"][0]["reason"].as_str(), file.exists()), (Some("试行"), true));
}

#[test]
fn many_people_of_others_cases_want_the_passphrase_once_more() {
    let window = Window::founded();
    window.ask("account_save", json!({ "account": Window::person("wang", "prosecutor"), "passphrase": PASSPHRASE }));
    let mut strict = window.ask("strictness", json!({}));
    assert_eq!(strict["persons_at_once"], 50);
    window.confirm();
    strict["persons_at_once"] = json!(0);
    assert_eq!(window.refused("strictness_set", strict.clone()).at, "persons_at_once");
    strict["persons_at_once"] = json!(2);
    window.ask("strictness_set", strict);
    let cases: Vec<Value> = (1..=3)
        .map(|number| {
            let person = json!({ "role": "suspect", "name": format!("某{number}"), "no_id_reason": "not_provided" });
            window.ask(
                "case_register",
                json!({ "line": "GC", "category": "first_instance_prosecution", "title": format!("某{number}盗窃案"),
                        "received_on": "2026-03-02", "accepted_on": "2026-03-03", "from_unit": "测县公安局",
                        "source": "police", "cause": "盗窃罪", "persons": [person] }),
            )["case"]
                .clone()
        })
        .collect();
    window.sign_in("wang");
    let reveal = |at: usize| json!({ "case": cases[at], "reason": "核对同案人" });
    window.ask("case_reveal", reveal(0));
    window.ask("case_reveal", reveal(1));
    window.ask("case_reveal", reveal(1));
    assert_eq!(window.refused("case_reveal", reveal(2)).code, "confirm_needed", "the third person");
    assert_eq!(window.ask("case_sheet", json!({ "case": cases[2] }))["is_masked"], true);
    window.confirm();
    window.ask("case_reveal", reveal(2));
    assert_eq!(window.ask("case_sheet", json!({ "case": cases[2] }))["is_masked"], false);
    window.sign_in("li");
    let found = window.ask("audit_search", json!({ "action": "case_reveal" }));
    let last: Value = serde_json::from_str(found["entries"][0]["detail"].as_str().unwrap()).unwrap();
    assert_eq!((&last["persons"], &last["purpose"]), (&json!(3), &json!("试行")));
    window.sign_in("wang");
    window.ask("case_reveal", reveal(2));
}

#[test]
fn two_administrators_together_and_neither_alone() {
    let window = Window::separated();
    // Case management has handed over: from the next sign-in on.
    window.sign_in("li");
    assert_eq!(window.refused("account_save", json!({})).code, "no_right");
    assert_eq!(window.refused("audit_search", json!({})).code, "no_right");

    window.sign_in("xt");
    assert_eq!(window.refused("case_list", json!({})).code, "no_right");
    let wang = Window::person("wang", "prosecutor");
    assert_eq!(window.refused("account_save", json!({ "account": wang })).code, "account_needs_two");
    let own = json!({ "account": wang, "passphrase": PASSPHRASE });
    assert_eq!(window.refused("account_save", own).code, "passphrase_own_only");
    window.ask("account_ask", json!({ "kind": "save", "account": wang }));
    let asked = window.ask("account_requests", json!({}))[0]["id"].clone();
    assert_eq!(window.refused("account_decide", json!({ "request": asked, "grant": true })).code, "no_right");

    window.sign_in("aq");
    assert_eq!(window.refused("account_ask", json!({ "kind": "save", "account": wang })).code, "no_right");
    let decide = || json!({ "request": asked, "grant": true });
    assert_eq!(window.refused("account_decide", decide()).code, "confirm_needed");
    window.confirm();
    let decided = window.ask("account_decide", decide());
    let code = decided["code"].as_str().unwrap().to_owned();
    assert_eq!(window.refused("account_decide", decide()).code, "request_unknown");
    assert_eq!(
        window.refused("entry_undo", json!({ "entry": decided["changed"]["entry"], "reason": "x" })).code,
        "no_right"
    );
    window.ask("office_lock", json!({}));

    let first = |code: &str, passphrase: &str| json!({ "login": "wang", "code": code, "passphrase": passphrase });
    assert_eq!(
        window.refused("office_unlock", json!({ "login": "wang", "passphrase": code })).code,
        "passphrase_to_be_chosen"
    );
    assert_eq!(
        window.refused("office_first_sign_in", first("AAAA-BBBB", "words of wang alone")).code,
        "passphrase_wrong"
    );
    assert_eq!(window.refused("office_first_sign_in", first(&code, "short")).code, "passphrase_too_short");
    window.ask("office_first_sign_in", first(&code.to_lowercase(), "words of wang alone"));
    window.ask("office_lock", json!({}));
    assert_eq!(window.refused("office_first_sign_in", first(&code, "words of wang alone")).code, "code_not_given");
    window.ask("office_unlock", json!({ "login": "wang", "passphrase": "words of wang alone" }));

    window.sign_in("sj");
    let found = window.ask("audit_search", json!({ "action": "account_decide" }));
    assert_eq!(found["entries"][0]["person"], "aq示例");
    assert_eq!(window.refused("strictness_set", json!({})).code, "no_right");
    assert_eq!(window.refused("backup_make", json!({})).code, "no_right");
}

#[test]
fn the_auditor_sees_that_a_case_was_touched_and_nothing_of_it() {
    let window = Window::separated();
    window.sign_in("li");
    window.ask("sample_fill", json!({ "cases": 3, "years": 1, "seed": 1 }));
    let case = window.ask("case_list", json!({}))["cases"][0].clone();
    window.ask("note_write", json!({ "case": case["case_id"], "text": "被害人王某电话" }));
    window.sign_in("sj");
    let found = window.ask("audit_search", json!({ "action": "note_write" }));
    let entry = &found["entries"][0];
    assert_eq!((entry["of_case"].as_bool(), entry["detail"].as_str()), (Some(true), Some("")));
    let journal = window.ask("journal_list", json!({}));
    let said = journal.to_string() + &found.to_string();
    assert!(!said.contains("王某"), "no word of a case");
    assert_eq!(window.refused("journal_list", json!({ "case": case["case_id"] })).code, "no_right");
}

#[test]
fn a_backup_is_due_once_a_day_made_for_whoever_sits_there_and_brought_back_in_place() {
    let window = Window::founded();
    let status = window.ask("backup_status", json!({}));
    assert_eq!((status["due"].as_bool(), &status["last"]), (Some(true), &Value::Null));
    window.ask("account_save", json!({ "account": Window::person("wang", "prosecutor"), "passphrase": PASSPHRASE }));
    window.sign_in("wang");
    assert_eq!(window.refused("backup_make", json!({})).code, "no_right");
    let made = window.ask("backup_if_due", json!({}));
    assert!(made["tables"].as_u64().unwrap() > 30);
    assert_eq!(window.ask("backup_if_due", json!({})), Value::Null);
    let status = window.ask("backup_status", json!({}));
    assert_eq!((status["due"].as_bool(), status["last"]["present"].as_bool()), (Some(false), Some(true)));

    window.sign_in("li");
    window.ask("account_save", json!({ "account": Window::person("zhao", "prosecutor") }));
    let file = made["backup"]["file"].clone();
    let restore = |passphrase: &str| json!({ "file": file, "login": "li", "passphrase": passphrase });
    assert_eq!(window.refused("backup_restore", restore(PASSPHRASE)).code, "office_open_already");
    window.ask("office_lock", json!({}));
    assert_eq!(window.ask("backups_find", json!({})).as_array().unwrap().len(), 1);
    assert_eq!(window.refused("backup_restore", restore("wrong words")).code, "passphrase_wrong");
    assert_eq!(window.state(), "locked", "what lies there was not touched");
    let done = window.ask("backup_restore", restore(PASSPHRASE));
    let aside = PathBuf::from(done["set_aside"].as_str().unwrap());
    assert!(aside.join("office.anjuan").exists() && aside.join("office.key").exists());
    window.ask("office_unlock", json!({ "login": "li", "passphrase": PASSPHRASE }));
    let people = window.ask("account_list", json!({}));
    assert_eq!(people.as_array().unwrap().len(), 2, "as it stood when the backup was made");
    assert_eq!(window.ask("record_verify", json!({}))["sound"], true);
}

#[test]
fn copies_go_where_the_keeper_says_and_a_lost_second_copy_is_in_the_status() {
    let window = Window::founded();
    assert_eq!(window.refused("copies_set", json!({ "second": "not/whole" })).code, "folder_not_whole");
    let second = window.path("second");
    window.ask("copies_set", json!({ "backups": window.path("copies"), "second": second }));
    assert_eq!(window.ask("backup_status", json!({}))["second"]["kept"], true);
    let made = window.ask("backup_make", json!({}));
    assert!(made["backup"]["file"].as_str().unwrap().starts_with(window.path("copies").to_str().unwrap()));
    std::fs::rename(&second, window.path("pulled")).unwrap();
    window.sign_in("li");
    assert_eq!(window.ask("backup_status", json!({}))["second"]["fault"], "folder_unreachable");
}

#[test]
fn an_export_and_a_slip_carry_a_digest_that_the_journal_is_held_against() {
    let window = Window::founded();
    window.ask("sample_fill", json!({ "cases": 3, "years": 1, "seed": 1 }));
    let held_against = |digest: &str| window.ask("record_verify_against", json!({ "digest": digest }));
    let table = json!({ "title": "表", "columns": [{ "head": "一", "kind": "text" }], "rows": [["1"]] });
    for (name, what) in [("l.csv", "list"), ("t.csv", "table"), ("h.csv", "hearing"), ("h.ics", "hearing")] {
        window.confirm();
        let file = window.path(name);
        let mut ask = if what == "table" { table.clone() } else { json!({}) };
        ask["path"] = json!(file);
        window.ask(&format!("{what}_export"), ask);
        let text = std::fs::read_to_string(file).unwrap();
        let digest = text.split(|c: char| !c.is_ascii_hexdigit()).find(|word| word.len() == 64);
        let found = held_against(digest.unwrap_or_else(|| panic!("{name}: {text}")));
        let newest = window.ask("audit_search", json!({ "limit": 1 }))["entries"][0].clone();
        assert_eq!((&found["entry"], &newest["action"]), (&newest["entry"], &json!("list_export")), "{name}");
    }
    let slip = window.ask("case_slip", json!({ "case": 1 }))["journal"].clone();
    let printed = &slip["hash"].as_str().unwrap()[..16];
    assert_eq!(held_against(printed)["entry"], slip["entry"], "as much of it as stands on paper");
    assert_eq!(held_against(&"ab".repeat(8))["entry"], Value::Null);
    for figures in [15, 65] {
        let ask = json!({ "digest": "a".repeat(figures) });
        assert_eq!(window.refused("record_verify_against", ask).code, "digest_malformed", "{figures}");
    }
}
