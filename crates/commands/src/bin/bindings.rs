//! Writes the TypeScript of the commands to the file named, or with `--check` says whether it is fresh.

use std::{env, fs, process::ExitCode};

fn main() -> ExitCode {
    // The tests of this crate name this program as their reader of foreign files.
    anjuan_commands::read_for_the_program_if_asked();
    let arguments: Vec<String> = env::args().skip(1).collect();
    let check = arguments.iter().any(|argument| argument == "--check");
    let path = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"))
        .cloned()
        .unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/generated/commands.ts").to_owned());
    let made = anjuan_commands::typescript::module();
    if check {
        if fs::read_to_string(&path).is_ok_and(|found| found == made) {
            return ExitCode::SUCCESS;
        }
        eprintln!("{path} is not what the list of commands gives: run `cargo xtask bindings`");
        return ExitCode::FAILURE;
    }
    let written =
        std::path::Path::new(&path).parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, made));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
}
