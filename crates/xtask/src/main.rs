//! What a developer runs: `cargo xtask run`, `test`, `bindings`, `bench`, `rules`, `fuzz`, `package`.

mod arrows;
mod bench;
mod bindings;
mod fuzz;
mod package;
mod parts;
mod rules;
mod setup;
mod sh;
mod symbols;
mod tidy;

use sh::Done;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [-- ARGUMENTS]      sets up what is missing, builds the window and opens it
cargo xtask test [--all] [PART …]   sets up what is missing and runs every check, or the parts named;
                                    stops at the first that fails unless told --all
cargo xtask parts                   names the parts of the test
cargo xtask bindings                writes the interface's TypeScript from the list of commands
cargo xtask bench [ARGUMENTS]       measures what a person would have to wait for
cargo xtask rules [REVISION]        which due dates of an invented office the rules change, against those of REVISION (HEAD)
cargo xtask campaign [TIMES] [SEED] [PART]
                                    power cuts, faults of the disk, killed processes, spoilt files and random work, so many times
cargo xtask fuzz [GATE] [SECONDS] [SEED]
                                    inputs made up to break one way in, or `all`; without a word, names them
cargo xtask package                 makes the Debian package";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = match words.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("", &[][..]),
    };
    let done = match verb {
        "run" => run(rest),
        "test" => return parts::test(rest),
        "parts" => {
            parts::list();
            Ok(())
        }
        "bindings" => bindings::write(),
        "bench" => bench::run(rest),
        "rules" => rules::compare(rest),
        "campaign" => campaign(rest),
        "fuzz" => fuzz::run(rest),
        "package" => package::make(),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}

/// The campaigns of the record's tests, `TIMES` as long as in the suite, with dice that begin at `SEED`; those named like `PART` only.
fn campaign(rest: &[String]) -> Done {
    setup::packages(setup::BUILD)?;
    let words =
        ["test", "--release", "--package", "anjuan-office", "--test", "trust", "--test", "cases", "--", "--nocapture"];
    let mut command = sh::cargo_command(&words);
    for (name, given) in ["ANJUAN_CAMPAIGN", "ANJUAN_SEED"].iter().zip(rest) {
        command.env(name, given);
    }
    command.args(rest.get(2));
    sh::wait_for(&mut command)
}

/// Everything from a fresh clone to an open window.
fn run(rest: &[String]) -> Done {
    setup::packages(setup::BUILD)?;
    setup::ui()?;
    sh::build_program("anjuan-window")?;
    let arguments = rest.iter().filter(|word| *word != "--");
    let mut window = std::process::Command::new(sh::built("anjuan-window"));
    sh::wait_for(window.args(arguments))
}
