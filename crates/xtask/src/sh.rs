//! Starting other programs, and where things lie.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a step comes to: nothing, or why it failed, in words for the person at the terminal.
pub type Done = Result<(), String>;

/// The workspace's folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Where `cargo` puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A program of ours as built for development.
pub fn built(name: &str) -> PathBuf {
    target().join("debug").join(name)
}

/// `cargo` with these words, to be run in the workspace's folder.
pub fn cargo_command(words: &[&str]) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(words).current_dir(root());
    cargo
}

/// Runs `cargo` with these words in the workspace's folder.
pub fn cargo(words: &[&str]) -> Done {
    wait_for(&mut cargo_command(words))
}

/// Builds one of our programs as the tests build it.
///
/// With a test among what is asked for, cargo gives every library the features that any test needs. Without one, `run`
/// after `test` would build half of the libraries again with fewer.
pub fn build_program(name: &str) -> Done {
    cargo(&["build", "--workspace", "--bin", name, "--test", "window"])
}

/// Runs `npm` with these words in the interface's folder.
pub fn npm(words: &[&str]) -> Done {
    wait_for(Command::new("npm").args(words).current_dir(root().join("ui")))
}

/// Runs a command to its end; its output goes where ours goes, and it is given nothing to read.
pub fn wait_for(command: &mut Command) -> Done {
    let shown = show(command);
    println!("$ {shown}");
    let status = command.stdin(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}` ended with {status}")),
        Err(error) => Err(format!("`{shown}` can't be started: {error}")),
    }
}

/// What a command writes to standard output.
pub fn output(command: &mut Command) -> Result<String, String> {
    let shown = show(command);
    let answer = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("`{shown}` can't be started: {error}"))?;
    if !answer.status.success() {
        return Err(format!("`{shown}` ended with {}", answer.status));
    }
    String::from_utf8(answer.stdout).map_err(|_| format!("`{shown}` wrote what is not text"))
}

/// Whether a command can be started and ends well; says nothing.
pub fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Reads a file of the workspace, named from its top.
pub fn read(path: &str) -> Result<String, String> {
    std::fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
}

/// The files of the workspace that are kept or would be, named from its top.
pub fn files() -> Result<Vec<String>, String> {
    let words = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    let names = output(Command::new("git").args(words).current_dir(root()))?;
    let there = |name: &&str| !name.is_empty() && root().join(name).is_file();
    Ok(names.split('\0').filter(there).map(str::to_owned).collect())
}

fn show(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let words = command.get_args().map(|word| word.to_string_lossy());
    std::iter::once(name.to_string_lossy()).chain(words).collect::<Vec<_>>().join(" ")
}
