//! The parts of the test, their order, and what is printed about them.

use crate::sh::{self, Done};
use crate::{arrows, bindings, setup, symbols, tidy};
use std::cell::OnceCell;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

struct Part {
    name: &'static str,
    about: &'static str,
    run: fn(&Ready) -> Done,
}

/// From the quickest to the slowest, so that a slip is told in seconds.
const PARTS: &[Part] = &[
    Part { name: "fmt", about: "Rust is laid out as rustfmt does", run: |_| fmt() },
    Part { name: "tidy", about: "lengths and words that may not stand", run: |_| tidy::check() },
    Part { name: "messages", about: "every string in both languages", run: |_| messages() },
    Part { name: "arrows", about: "which crate knows which", run: |_| arrows::check() },
    Part { name: "ui-check", about: "the interface's types", run: |r| r.npm("check") },
    Part { name: "ui-lint", about: "the interface's style, nothing unused", run: |r| r.npm("lint") },
    Part { name: "ui-test", about: "the interface's own tests", run: |r| r.npm("test") },
    Part { name: "clippy", about: "Rust without a warning", run: clippy },
    Part { name: "rust", about: "the tests of all crates", run: rust },
    Part { name: "bindings", about: "the TypeScript is what the commands say", run: fresh },
    Part { name: "symbols", about: "the window keeps its SQLite to itself", run: no_symbols },
    Part { name: "e2e", about: "the real program, driven", run: e2e },
];

/// What parts have in common is made once, and only when a part asks for it.
#[derive(Default)]
struct Ready {
    packages: OnceCell<Done>,
    libraries: OnceCell<Done>,
    interface: OnceCell<Done>,
    programs: OnceCell<Done>,
    /// Whether to go on past what fails.
    go_on: bool,
}

impl Ready {
    fn packages(&self) -> Done {
        let all = || setup::packages(&[setup::BUILD, setup::TEST].concat());
        self.packages.get_or_init(all).clone()
    }

    fn libraries(&self) -> Done {
        self.libraries.get_or_init(setup::ui_libraries).clone()
    }

    fn interface(&self) -> Done {
        self.packages()?;
        self.interface.get_or_init(setup::ui).clone()
    }

    /// Everything in Rust, tests included, in one go: asked for crate by crate, libraries would be built again with
    /// other features.
    fn programs(&self) -> Done {
        self.interface()?;
        let build = || sh::cargo(&["build", "--workspace", "--all-targets"]);
        self.programs.get_or_init(build).clone()
    }

    fn npm(&self, script: &str) -> Done {
        self.libraries()?;
        sh::npm(&["run", script])
    }
}

fn fmt() -> Done {
    sh::cargo(&["fmt", "--all", "--check"])?;
    // The fuzzer is no member of the workspace.
    let words = ["--check", "--edition", "2024", "fuzz/src/main.rs"];
    sh::wait_for(Command::new("rustfmt").args(words).current_dir(sh::root()))
}

/// Needs no library of the interface's, so it is told at once.
fn messages() -> Done {
    sh::wait_for(Command::new("node").arg("scripts/messages.mjs").current_dir(sh::root().join("ui")))
}

fn clippy(ready: &Ready) -> Done {
    ready.interface()?;
    sh::cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

fn rust(ready: &Ready) -> Done {
    ready.programs()?;
    let mut words = vec!["test", "--workspace", "--exclude", "anjuan-e2e"];
    if ready.go_on {
        words.push("--no-fail-fast");
    }
    sh::cargo(&words)
}

fn fresh(ready: &Ready) -> Done {
    ready.programs()?;
    bindings::check()
}

fn no_symbols(ready: &Ready) -> Done {
    ready.programs()?;
    symbols::check()
}

fn e2e(ready: &Ready) -> Done {
    ready.programs()?;
    // For axe-core, which the tests put into the page.
    ready.libraries()?;
    let words = ["test", "--package", "anjuan-e2e"];
    let window = sh::built("anjuan-window");
    sh::wait_for(sh::cargo_command(&words).env("ANJUAN_WINDOW_BIN", window))
}

/// Names the parts.
pub fn list() {
    for part in PARTS {
        println!("{:<10} {}", part.name, part.about);
    }
}

/// Runs the parts named, or all of them, and sums up.
pub fn test(words: &[String]) -> ExitCode {
    let go_on = words.iter().any(|word| word == "--all");
    let named: Vec<&String> = words.iter().filter(|word| *word != "--all").collect();
    if let Some(unknown) = named.iter().find(|word| PARTS.iter().all(|part| part.name != **word)) {
        eprintln!("xtask: no part of the test is called {unknown}. There are:");
        list();
        return ExitCode::from(2);
    }
    let wanted = |part: &&Part| named.is_empty() || named.iter().any(|word| *word == part.name);
    let ready = Ready { go_on, ..Ready::default() };
    let mut told: Vec<(&Part, Duration, Done)> = Vec::new();
    for part in PARTS.iter().filter(wanted) {
        println!("\n──── {} ── {} {}", part.name, part.about, "─".repeat(20));
        let began = Instant::now();
        let done = (part.run)(&ready);
        if let Err(why) = &done {
            println!("{}: {why}", part.name);
        }
        let failed = done.is_err();
        told.push((part, began.elapsed(), done));
        if failed && !go_on {
            break;
        }
    }
    sum_up(&told)
}

fn sum_up(told: &[(&Part, Duration, Done)]) -> ExitCode {
    println!("\n──── parts {}", "─".repeat(40));
    for (part, time, done) in told {
        let word = if done.is_ok() { "passed" } else { "FAILED" };
        println!("{:<10} {word} {:>7.1} s", part.name, time.as_secs_f64());
    }
    let failed = told.iter().filter(|(_, _, done)| done.is_err()).count();
    println!("{} passed, {failed} failed", told.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
