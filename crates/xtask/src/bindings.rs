//! The interface's TypeScript, written from the list of commands.

use crate::sh::{self, Done};
use std::process::Command;

/// Writes `ui/src/generated`.
pub fn write() -> Done {
    crate::setup::packages(crate::setup::BUILD)?;
    sh::build_program("bindings")?;
    generator(&[])
}

/// Compares `ui/src/generated` with what the built generator would write.
pub fn check() -> Done {
    generator(&["--check"])
        .map_err(|why| format!("{why}\nThe generated TypeScript is stale: run `cargo xtask bindings` and commit it."))
}

fn generator(words: &[&str]) -> Done {
    sh::wait_for(Command::new(sh::built("bindings")).args(words).current_dir(sh::root()))
}
