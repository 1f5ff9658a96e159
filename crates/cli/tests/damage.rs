//! What `verify` says of an office that was damaged, told in the words of the command line: it never says sound of what is not,
//! what can't be opened is refused by its name, and not a byte of a damaged file is changed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;

use std::{
    fs::{self, OpenOptions},
    io::{Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

use common::Keeper;
use serde_json::Value;

const PAGE: u64 = 4096;

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap().flatten().filter(|file| file.path().is_file()) {
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

/// An office of some cases with a second copy and a backup, how it was a while ago, and another office.
struct Scene {
    keeper: Keeper,
    other: Keeper,
    backup: PathBuf,
    head: String,
}

impl Scene {
    fn new() -> Self {
        let keeper = Keeper::with_sample(12);
        let text = |name: &str| keeper.path(name).display().to_string();
        keeper.done(&["copies", "--backups", &text("backups"), "--second", &text("second")]);
        copy(&keeper.path("office"), &keeper.path("last week"));
        keeper.done(&["user", "add", "neu", "--name", "新示例", "--post", "prosecutor"]);
        let backup = keeper.done(&["backup"])["file"].as_str().unwrap().into();
        let head = keeper.done(&["verify"])["head"].as_str().unwrap().to_owned();
        for name in ["office", "second"] {
            copy(&keeper.path(name), &keeper.path(&format!("whole {name}")));
        }
        Self { keeper, other: Keeper::founded(), backup, head }
    }

    fn file(&self) -> PathBuf {
        self.keeper.path("office").join("office.anjuan")
    }

    fn key(&self) -> PathBuf {
        self.keeper.path("office").join("office.key")
    }

    /// What `verify` says of it now: `sound`, the codes of what is wrong, or the code of the refusal.
    fn verified(&self, words: &[&str]) -> String {
        let all: Vec<&str> = ["verify"].into_iter().chain(words.iter().copied()).collect();
        let output = self.keeper.command(&all).output().unwrap();
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        if let Some(code) = answer["refusal"]["code"].as_str() {
            assert_eq!(output.status.code(), Some(4), "{answer}");
            return code.to_owned();
        }
        let codes: Vec<&str> =
            answer["problems"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert_eq!((answer["sound"] == true, output.status.code() == Some(0)), (codes.is_empty(), codes.is_empty()));
        if codes.is_empty() { "sound".to_owned() } else { codes.join(" ") }
    }

    /// Does something to a whole office and asks; what lies there afterwards is what lay there before.
    fn after(&self, damage: impl FnOnce(&Self)) -> String {
        for name in ["office", "second"] {
            copy(&self.keeper.path(&format!("whole {name}")), &self.keeper.path(name));
        }
        damage(self);
        let lies = || fs::read(self.file()).ok();
        let before = lies();
        let said = self.verified(&[]);
        if said != "sound" {
            assert!(lies() == before, "{said}: the bytes stay as they are");
        }
        said
    }

    fn over(&self, at: u64, bytes: &[u8]) {
        let mut file = OpenOptions::new().write(true).open(self.file()).unwrap();
        file.seek(SeekFrom::Start(at)).unwrap();
        file.write_all(bytes).unwrap();
    }

    fn cut(&self, length: u64) {
        OpenOptions::new().write(true).open(self.file()).unwrap().set_len(length).unwrap();
    }

    /// The files of the second copy, oldest first.
    fn segments(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.keeper.path("second")).unwrap().flatten().map(|file| file.path());
        let mut files: Vec<PathBuf> =
            files.filter(|path| path.extension().is_some_and(|ending| ending == "anjuan-segment")).collect();
        files.sort();
        files
    }
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    let at = at.min(bytes.len() - 1);
    bytes[at] ^= 4;
    fs::write(path, bytes).unwrap();
}

#[test]
fn verify_tells_the_truth_of_every_damage_to_the_file_or_its_key() {
    let scene = Scene::new();
    assert_eq!(scene.after(|_| ()), "sound");
    let length = fs::metadata(scene.file()).unwrap().len();
    let damaged = ["record_damaged", "page_altered", "record_key_wrong"];
    let told = |what: &str, said: String, one_of: &[&str]| {
        let codes: Vec<&str> = said.split(' ').collect();
        assert!(codes.iter().any(|code| one_of.contains(code)), "{what}: {said}");
    };
    for page in (0..length / PAGE).step_by(24) {
        told("a page of zeros", scene.after(|it| it.over(page * PAGE, &[0; PAGE as usize])), &damaged);
        told(
            "a flipped bit",
            scene.after(|it| flip(&it.file(), usize::try_from(page * PAGE + 100).unwrap())),
            &damaged,
        );
    }
    let pages_swapped = |it: &Scene| {
        let mut bytes = fs::read(it.file()).unwrap();
        let (one, other) = (4 * PAGE as usize, 9 * PAGE as usize);
        let page = bytes[one..one + PAGE as usize].to_vec();
        bytes.copy_within(other..other + PAGE as usize, one);
        bytes[other..other + PAGE as usize].copy_from_slice(&page);
        fs::write(it.file(), bytes).unwrap();
    };
    told("two pages exchanged", scene.after(pages_swapped), &damaged);
    for shorter in [length / 2, length - PAGE, length - 100, PAGE, 4095, 10, 0] {
        told("a shorter file", scene.after(|it| it.cut(shorter)), &damaged);
    }
    let longer =
        |it: &Scene| OpenOptions::new().append(true).open(it.file()).unwrap().write_all(&[7; PAGE as usize]).unwrap();
    told("a longer file", scene.after(longer), &damaged);
    let exact = [
        ("no file", scene.after(|it| fs::remove_file(it.file()).unwrap()), "record_missing"),
        (
            "a plain database",
            scene.after(|it| {
                let plain = [&b"SQLite format 3\0"[..], &[0; 5000]].concat();
                fs::write(it.file(), plain).unwrap();
            }),
            "record_is_plaintext",
        ),
        ("words", scene.after(|it| fs::write(it.file(), "案卷".repeat(3000)).unwrap()), "record_key_wrong"),
        (
            "another office's file",
            scene.after(|it| {
                fs::copy(it.other.path("office/office.anjuan"), it.file()).unwrap();
            }),
            "record_key_wrong",
        ),
        (
            "another office's key",
            scene.after(|it| {
                fs::copy(it.other.path("office/office.key"), it.key()).unwrap();
            }),
            "record_key_wrong",
        ),
        ("no key file", scene.after(|it| fs::remove_file(it.key()).unwrap()), "record_key_file_broken"),
        ("an empty key file", scene.after(|it| fs::write(it.key(), "").unwrap()), "record_key_file_broken"),
        ("another key file", scene.after(|it| fs::write(it.key(), "{\"a\":1}").unwrap()), "record_key_file_broken"),
    ];
    for (what, said, expected) in exact {
        assert_eq!(said, expected, "{what}");
    }
    // A log that is none changes nothing.
    let log = |it: &Scene| fs::write(it.keeper.path("office").join("office.anjuan-wal"), [9; 9000]).unwrap();
    assert_eq!(scene.after(log), "sound");
}

#[test]
fn verify_tells_the_truth_of_an_older_or_another_record_put_in_its_place() {
    let scene = Scene::new();
    let old = |it: &Scene| copy(&it.keeper.path("last week"), &it.keeper.path("office"));
    assert_eq!(scene.after(old), "second_copy_ahead", "the second copy knows what came after");
    let without = |it: &Scene| {
        old(it);
        fs::remove_dir_all(it.keeper.path("second")).unwrap();
    };
    assert_eq!(scene.after(without), "sound", "nothing that lies there can show it");
    let answer = scene.keeper.answer(1, &["verify", "--against", &scene.head]);
    assert_eq!(
        (&answer["sound"], &answer["against"]["entry"]),
        (&Value::from(false), &Value::Null),
        "but the digest can"
    );
    let another = |it: &Scene| copy(&it.other.path("office"), &it.keeper.path("office"));
    assert_eq!(scene.after(another), "sound", "it is an office, and a sound one");
    assert_eq!(scene.keeper.answer(1, &["verify", "--against", &scene.head])["sound"], false, "though not this one");
    // The clock of the machine set back: the record is as sound as it was, and what is odd is told where it is asked.
    scene.after(|_| ());
    assert_eq!(scene.keeper.answer_on("2025-12-01", &["verify"])["sound"], true);
    let safety = scene.keeper.answer_on("2025-12-01", &["safety"]);
    assert_eq!(safety["clock_behind"], "2026-03-05", "{safety}");
}

#[test]
fn verify_tells_the_truth_of_the_second_copy_and_restoring_that_of_a_backup() {
    let scene = Scene::new();
    // Removed, or spoilt at its end: what is missing is said anew when the office opens.
    assert_eq!(scene.after(|it| it.segments().iter().for_each(|file| fs::remove_file(file).unwrap())), "sound");
    assert_eq!(scene.segments().len(), 1);
    let newest = |it: &Scene| it.segments().last().unwrap().clone();
    assert_eq!(scene.after(|it| flip(&newest(it), 40)), "sound");
    // A file of earlier entries that is gone or spoilt is not missed when the office opens; verify misses it.
    let first = |it: &Scene| it.segments()[0].clone();
    assert!(scene.after(|_| ()) == "sound" && scene.segments().len() > 1, "more than one file lies there");
    assert_eq!(scene.after(|it| flip(&first(it), 60)), "second_copy_gap");
    let length = fs::metadata(first(&scene)).unwrap().len();
    let cut = |it: &Scene| OpenOptions::new().write(true).open(first(it)).unwrap().set_len(length / 2).unwrap();
    assert_eq!(scene.after(cut), "second_copy_gap");
    let exchanged = |it: &Scene| {
        let (one, other) = (first(it), newest(it));
        let (of_one, of_other) = (fs::read(&one).unwrap(), fs::read(&other).unwrap());
        fs::write(one, of_other).unwrap();
        fs::write(other, of_one).unwrap();
    };
    assert_ne!(
        scene.after(exchanged),
        "second_copy_differs",
        "they are the entries of this journal wherever they stand"
    );

    let bytes = fs::read(&scene.backup).unwrap();
    let to = scene.keeper.path("back").display().to_string();
    let backup = scene.backup.display().to_string();
    for (spoilt, code) in [
        (&bytes[..bytes.len() / 2], "record_backup_broken"),
        (&bytes[..bytes.len() - 1], "record_backup_broken"),
        (&bytes[..0], "record_backup_broken"),
    ] {
        fs::write(&scene.backup, spoilt).unwrap();
        assert_eq!(scene.keeper.refused(4, &["--as", "li", "restore", &backup, "--to", &to]), code);
    }
    // Words of the head that say nothing of the content, such as the hour, may differ.
    let head = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).unwrap().0;
    for at in (head + 1..bytes.len()).step_by(bytes.len() / 8) {
        fs::write(&scene.backup, &bytes).unwrap();
        flip(&scene.backup, at);
        assert_eq!(
            scene.keeper.refused(4, &["--as", "li", "restore", &backup, "--to", &to]),
            "record_backup_broken",
            "{at}"
        );
        assert!(!Path::new(&to).join("office.anjuan").exists(), "nothing of it is put in place");
    }
    fs::write(&scene.backup, &bytes).unwrap();
    scene.keeper.done(&["--as", "li", "restore", &backup, "--to", &to]);
}
