//! Keeping the record from the command line: backups that count, the way back, a digest kept elsewhere; alone on the machine.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use assert_cmd::cargo::CommandCargoExt as _;
use serde_json::Value;

struct Keeper {
    folder: tempfile::TempDir,
}

impl Keeper {
    fn founded() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("passphrase"), "four words and more\n").unwrap();
        let keeper = Self { folder };
        keeper.done(&["--as", "li", "init", "--name", "测县人民检察院", "--short", "测", "--division", "341023"]);
        keeper
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::cargo_bin("anjuan").unwrap();
        self.dress(&mut command, words);
        command
    }

    fn dress(&self, command: &mut Command, words: &[&str]) {
        command.args(["--json", "--today", "2026-03-05"]).args(words);
        command.env("ANJUAN_OFFICE", self.path("office"));
        command.env("ANJUAN_STATION", self.path("station"));
        command.env("ANJUAN_PASSPHRASE_FILE", self.path("passphrase"));
    }

    #[track_caller]
    fn answer(&self, status: i32, words: &[&str]) -> Value {
        let output = self.command(words).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{words:?}: {}", said(&output));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{words:?}: {error} {}", said(&output)))
    }

    #[track_caller]
    fn done(&self, words: &[&str]) -> Value {
        self.answer(0, words)
    }
}

fn said(output: &Output) -> String {
    format!("{} {}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_backup_is_made_verified_brought_back_and_continued_from_the_second_copy() {
    let keeper = Keeper::founded();
    assert_eq!(keeper.answer(1, &["safety"])["last"], Value::Null, "no backup yet: somebody is wanted");
    keeper.done(&["copies", "--backups", text(&keeper.path("backups")), "--second", text(&keeper.path("second"))]);
    let made = keeper.done(&["backup"]);
    assert_eq!(made["verified"], true);
    let file = made["file"].as_str().unwrap().to_owned();
    assert!(Path::new(&file).starts_with(keeper.path("backups")));
    assert_eq!(keeper.done(&["backup", "--if-due"])["file"], Value::Null, "one a day is enough");
    keeper.done(&["user", "add", "wang", "--name", "王示例", "--post", "prosecutor"]);
    let verified = keeper.done(&["verify", "--against", made["digest"].as_str().unwrap()]);
    assert_eq!(
        (verified["sound"].as_bool(), verified["against"]["entry"].clone()),
        (Some(true), made["entry"].clone())
    );
    assert!(verified["signed"].as_u64().unwrap() >= 3, "{verified}");
    let lost = keeper.answer(1, &["verify", "--against", &"ab".repeat(32)]);
    assert_eq!((lost["sound"].as_bool(), &lost["against"]["entry"]), (Some(false), &Value::Null));

    // The disk with the office is gone.
    let entries = verified["entries"].clone();
    fs::remove_dir_all(keeper.path("office")).unwrap();
    let back = text(&keeper.path("office")).to_owned();
    let refused = keeper.answer(3, &["--as", "nobody", "restore", &file, "--to", &back]);
    assert_eq!(refused["refusal"]["code"], "passphrase_wrong");
    let second = keeper.path("second");
    let restored = keeper.done(&["--as", "li", "restore", &file, "--to", &back, "--second", text(&second)]);
    assert_eq!((restored["verified"].as_bool(), &restored["entry"]), (Some(true), &entries));
    assert_eq!(keeper.done(&["user", "list"])["users"].as_array().unwrap().len(), 2);
    assert_eq!(keeper.done(&["verify"])["sound"], true);
    assert_eq!(
        keeper.answer(4, &["--as", "li", "restore", &file, "--to", &back])["refusal"]["code"],
        "record_exists_already"
    );
}

#[test]
fn the_register_is_told_as_it_stood_and_a_passphrase_is_changed() {
    let keeper = Keeper::founded();
    keeper.done(&["sample", "--cases", "12", "--years", "1", "--seed", "5"]);
    assert_eq!(keeper.done(&["as-of", "2026-03-05"])["cases"].as_array().unwrap().len(), 12);
    let before = keeper.done(&["as-of", "2026-03-04"]);
    assert_eq!((before["cases"].as_array().unwrap().len(), &before["as_of"]["entry"]), (0, &Value::from(0)));
    fs::write(keeper.path("new"), "other words than before\n").unwrap();
    keeper.done(&["user", "passphrase", "--new-passphrase-file", text(&keeper.path("new"))]);
    assert_eq!(keeper.answer(3, &["user", "list"])["refusal"]["code"], "passphrase_wrong");
    fs::rename(keeper.path("new"), keeper.path("passphrase")).unwrap();
    keeper.done(&["user", "list"]);
}

#[test]
fn wrong_passphrases_make_the_next_process_wait() {
    let keeper = Keeper::founded();
    fs::write(keeper.path("passphrase"), "not the passphrase\n").unwrap();
    for _ in 0..5 {
        assert_eq!(keeper.answer(3, &["user", "list"])["refusal"]["code"], "passphrase_wrong");
    }
    fs::write(keeper.path("passphrase"), "four words and more\n").unwrap();
    assert_eq!(keeper.answer(3, &["user", "list"])["refusal"]["code"], "passphrase_wait");
}

/// Every call of the kernel that could reach a network is watched, in a network that has nothing in it; the reader of foreign files too.
#[cfg(target_os = "linux")]
#[test]
fn no_socket_is_opened() {
    let keeper = Keeper::founded();
    let there = |name: &str| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
    assert!(there("strace"), "strace is one of the packages that the tests set up");
    let trace = keeper.path("trace");
    let ledger = keeper.path("ledger.csv");
    fs::write(
        &ledger,
        "部门受案号,案件名称,嫌疑人,受理日期\n测检刑诉受〔2026〕341023000001号,某甲盗窃案,某甲,2026-01-05\n",
    )
    .unwrap();
    let import = ["import", text(&ledger), "--kind", "first_instance_prosecution"];
    let walled = walled();
    if walled.is_none() {
        eprintln!("this system lets nobody make an empty network: the calls are watched in the one there is");
    }
    for words in [&["sample", "--cases", "5"][..], &import, &["backup"], &["verify"], &["list"]] {
        let mut command = walled.as_ref().map_or_else(
            || Command::new("env"),
            |words| {
                let mut command = Command::new("unshare");
                command.args(*words).arg("--");
                command
            },
        );
        command
            .args(["strace", "-f", "-qq", "-e", "trace=socket,connect,bind,listen,accept,accept4,sendto,execve", "-o"])
            .arg(&trace);
        command.arg(assert_cmd::cargo::cargo_bin("anjuan"));
        keeper.dress(&mut command, words);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{words:?}: {}", said(&output));
        let calls = fs::read_to_string(&trace).unwrap();
        let (started, sockets): (Vec<&str>, Vec<&str>) = calls
            .lines()
            .filter(|line| !line.contains("+++") && !line.contains("---"))
            .partition(|line| line.contains("execve"));
        assert_eq!(sockets, [""; 0], "{words:?}");
        // The reader of foreign files is watched with the rest.
        assert_eq!(started.len() > 1, words[0] == "import", "{words:?}: {started:?}");
    }
}

/// The words with which a process here gets a network that has nothing in it; none where the system lets nobody.
#[cfg(target_os = "linux")]
fn walled() -> Option<&'static [&'static str]> {
    let ways: [&[&str]; 2] = [&["-n"], &["-r", "-n"]];
    ways.into_iter().find(|words| {
        let tried = Command::new("unshare").args(*words).arg("true").output();
        tried.is_ok_and(|output| output.status.success())
    })
}

/// What was typed stands in no file that is left behind, in none of the forms in which text is stored.
#[test]
fn no_file_that_is_left_holds_what_was_typed() {
    let keeper = Keeper::founded();
    let canary = "金丝雀翠羽";
    keeper.done(&["copies", "--second", text(&keeper.path("second"))]);
    keeper.done(&["user", "add", "canary", "--name", canary, "--post", "prosecutor"]);
    keeper.done(&["backup"]);
    keeper.done(&["as-of", "2026-03-05"]);
    keeper.done(&["verify"]);
    let forms: Vec<Vec<u8>> = vec![
        canary.as_bytes().to_vec(),
        canary.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        canary.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        b"four words and more".to_vec(),
        canary.bytes().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes(),
    ];
    fs::remove_file(keeper.path("passphrase")).unwrap();
    let mut looked = 0;
    let mut folders = vec![keeper.folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            looked += 1;
            for form in &forms {
                assert!(!bytes.windows(form.len()).any(|window| window == form), "{}", path.display());
            }
        }
    }
    assert!(looked >= 5, "record, key file, backup, second copy, workstation key: {looked}");
}

#[test]
fn an_entry_is_taken_back_and_done_again_and_the_file_gets_a_new_key() {
    let keeper = Keeper::founded();
    let added = keeper.done(&["user", "add", "wang", "--name", "王示例", "--post", "prosecutor"]);
    let entry = added["changed"]["entry"].as_i64().or_else(|| added["entry"].as_i64()).unwrap().to_string();
    let people = || keeper.done(&["user", "list"]).to_string().contains("王示例");
    keeper.done(&["undo", &entry, "--reason", "录错"]);
    assert!(!people());
    assert_eq!(keeper.answer(3, &["undo", &entry, "--reason", "录错"])["refusal"]["code"], "undo_done_already");
    keeper.done(&["redo", &entry, "--reason", "没有录错"]);
    assert!(people());
    assert_eq!(keeper.answer(3, &["redo", &entry, "--reason", "x"])["refusal"]["code"], "redo_stands");

    assert_eq!(keeper.done(&["keys", "show"])["renewed"], 0);
    let renewed = keeper.done(&["keys", "renew", "--reason", "年度更换"]);
    assert_eq!(renewed["renewed"], 1);
    assert!(keeper.done(&["keys", "recovery", "--reason", "遗失一半"])["recovery_key"].as_str().unwrap().len() > 52);
    assert_eq!(keeper.done(&["keys", "show"])["renewed"], 1);
    assert_eq!(keeper.done(&["verify"])["sound"], true);
    assert!(people());
}
