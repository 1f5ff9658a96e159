//! Keeping the record from the command line: backups that count, the way back, a digest kept elsewhere; alone on the machine.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use common::{Keeper, PASSPHRASE, said};
use serde_json::Value;

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
    keeper.says("other words than before");
    keeper.done(&["user", "list"]);
}

#[test]
fn wrong_passphrases_make_the_next_process_wait() {
    let keeper = Keeper::founded();
    keeper.says("not the passphrase");
    for _ in 0..5 {
        assert_eq!(keeper.answer(3, &["user", "list"])["refusal"]["code"], "passphrase_wrong");
    }
    keeper.says(PASSPHRASE);
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

/// What is written of the record, of its second copy, of the keys and of a backup is brought onto the disk before it is said to be
/// there, and before it takes the place of what was there.
#[cfg(target_os = "linux")]
#[test]
fn what_is_said_to_be_saved_was_brought_onto_the_disk_before() {
    let keeper = Keeper::founded();
    let (trace, backups, second) = (keeper.path("trace"), keeper.path("backups"), keeper.path("second"));
    keeper.done(&["copies", "--backups", text(&backups), "--second", text(&second)]);
    let places = [keeper.path("office"), backups, second];
    for (words, ending) in [
        (&["user", "add", "wang", "--name", "王示例", "--post", "prosecutor"][..], ".anjuan-segment"),
        (&["backup"], ".packing"),
        (&["keys", "recovery", "--reason", "遗失一半"], ".new"),
        (&["keys", "renew", "--reason", "年度更换"], ".rekeyed"),
    ] {
        let mut command = Command::new("strace");
        let calls = "trace=write,pwrite64,fsync,fdatasync,rename,renameat,renameat2";
        command.args(["-f", "-qq", "-y", "-e", calls, "-o"]).arg(&trace);
        command.arg(assert_cmd::cargo::cargo_bin("anjuan"));
        keeper.dress(&mut command, words);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{words:?}: {}", said(&output));
        let (mut unsynced, mut written, mut told) = (BTreeSet::new(), BTreeSet::new(), false);
        let lines = fs::read_to_string(&trace).unwrap();
        for line in lines.lines() {
            let Some((call, rest)) = line.split_once(' ').and_then(|(_, call)| call.trim_start().split_once('('))
            else {
                continue;
            };
            let of = |rest: &str| rest.split(['<', '>', '"']).nth(1).unwrap_or_default().to_owned();
            let ours = |file: &str| {
                places.iter().any(|place| Path::new(file).starts_with(place))
                    && !["-shm", ".lock", ".tries"].iter().any(|ending| file.ends_with(ending))
            };
            match call {
                "write" if rest.starts_with("1<") => {
                    assert_eq!(unsynced, BTreeSet::new(), "{words:?}");
                    told = true;
                }
                "write" | "pwrite64" if ours(&of(rest)) => {
                    written.insert(of(rest));
                    unsynced.insert(of(rest));
                }
                "fsync" | "fdatasync" => drop(unsynced.remove(&of(rest))),
                "rename" | "renameat" | "renameat2" => {
                    let from = rest.split('"').nth(1).unwrap_or_default();
                    assert!(!unsynced.contains(from), "{words:?}: {line}");
                }
                _ => {}
            }
        }
        assert!(told, "the answer is seen");
        assert!(written.iter().any(|file| file.ends_with(ending)), "{words:?} writes {ending}: {written:#?}");
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
        PASSPHRASE.as_bytes().to_vec(),
        canary.bytes().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes(),
    ];
    let mut looked = 0;
    let mut folders = vec![keeper.path("")];
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
