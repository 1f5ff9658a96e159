//! An office on a machine of its own, kept from the command line: real processes, files and exit statuses.

#![allow(dead_code, reason = "each test binary uses its part")]

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

use assert_cmd::cargo::CommandCargoExt as _;
use serde_json::Value;

pub const PASSPHRASE: &str = "four words and more";

/// Somebody who keeps an office: all that a program may write lies in one folder, and what the person says in another.
pub struct Keeper {
    folder: tempfile::TempDir,
    given: tempfile::TempDir,
}

impl Keeper {
    /// No office yet.
    pub fn new() -> Self {
        let keeper = Self { folder: tempfile::tempdir().unwrap(), given: tempfile::tempdir().unwrap() };
        for name in ["home", "temporary", "asked"] {
            fs::create_dir(keeper.path(name)).unwrap();
        }
        keeper.says(PASSPHRASE);
        keeper
    }

    /// An office with its first person, `li`.
    pub fn founded() -> Self {
        let keeper = Self::new();
        keeper.done(&["--as", "li", "init", "--name", "测县人民检察院", "--short", "测", "--division", "341023"]);
        keeper
    }

    /// The same with some cases of a year.
    pub fn with_sample(cases: u32) -> Self {
        let keeper = Self::founded();
        keeper.done(&["sample", "--cases", &cases.to_string(), "--years", "1", "--seed", "5"]);
        keeper
    }

    /// Somewhere on the machine.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The path of what a person asks for.
    pub fn asked(&self, name: &str) -> String {
        self.path("asked").join(name).display().to_string()
    }

    /// Gives this passphrase from now on, by a file that lies elsewhere.
    pub fn says(&self, passphrase: &str) {
        fs::write(self.given.path().join("passphrase"), format!("{passphrase}\n")).unwrap();
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::cargo_bin("anjuan").unwrap();
        self.dress(&mut command, words);
        command
    }

    /// The words and the surroundings, for a command that starts the program in its turn.
    pub fn dress(&self, command: &mut Command, words: &[&str]) {
        self.dress_on("2026-03-05", command, words);
    }

    /// The answer on another day.
    #[track_caller]
    pub fn answer_on(&self, day: &str, words: &[&str]) -> Value {
        let mut command = Command::cargo_bin("anjuan").unwrap();
        self.dress_on(day, &mut command, words);
        let output = command.output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{words:?}: {error} {}", said(&output)))
    }

    fn dress_on(&self, day: &str, command: &mut Command, words: &[&str]) {
        command.args(["--json", "--today", day]).args(words);
        command.env("ANJUAN_OFFICE", self.path("office"));
        command.env("ANJUAN_PASSPHRASE_FILE", self.given.path().join("passphrase"));
        for (name, folder) in [
            ("HOME", "home"),
            ("TMPDIR", "temporary"),
            ("XDG_CACHE_HOME", "home/cache"),
            ("XDG_CONFIG_HOME", "home/config"),
            ("XDG_DATA_HOME", "home/data"),
            ("XDG_STATE_HOME", "home/state"),
        ] {
            command.env(name, self.path(folder));
        }
    }

    #[track_caller]
    pub fn answer(&self, status: i32, words: &[&str]) -> Value {
        let output = self.command(words).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{words:?}: {}", said(&output));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{words:?}: {error} {}", said(&output)))
    }

    #[track_caller]
    pub fn done(&self, words: &[&str]) -> Value {
        self.answer(0, words)
    }

    /// The code of an expected refusal, which says what is wrong and what to do in both languages.
    #[track_caller]
    pub fn refused(&self, status: i32, words: &[&str]) -> String {
        let answer = self.answer(status, words);
        let refusal = &answer["refusal"];
        for both in ["message", "remedy"] {
            for lang in ["zh", "en"] {
                let said = refusal[both][lang].as_str().unwrap_or_default();
                assert!(!said.is_empty() && !said.starts_with("refusal_") && !said.starts_with("remedy_"), "{answer}");
            }
        }
        refusal["code"].as_str().unwrap().to_owned()
    }
}

pub fn said(output: &Output) -> String {
    format!("{} {}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
