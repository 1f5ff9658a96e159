//! `cargo xtask bench [--cases N]… [--only PART,…] [--folder PATH]`: an office of N cases with three people each, and how
//! long its people wait, as ratios to what the same machine does bare in the same run. What misses its goal is printed as
//! missed; nothing is asserted. Without `--cases` two offices are measured: 100,000 cases and 1,000,000.

mod bare;
mod changes;
mod files;
mod fill;
mod find;
mod lists;
mod measure;
mod seat;
mod whole;
mod window;

use std::{env, path::PathBuf, process::ExitCode};

use anjuan_office::{Refusal, record::Record};
use measure::{memory_mb, tell, time};
use seat::Seat;

/// What can be measured.
const PARTS: &[&str] = &["whole", "changes", "lists", "due", "search", "files", "window"];

/// What was asked for.
struct Asked {
    cases: Vec<usize>,
    parts: Vec<String>,
    folder: Option<PathBuf>,
    rows: usize,
}

fn main() -> ExitCode {
    match asked(env::args().skip(1).collect()).and_then(|asked| run(&asked)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("bench: {refusal}");
            ExitCode::FAILURE
        }
    }
}

fn asked(words: Vec<String>) -> Result<Asked, Refusal> {
    let mut asked = Asked { cases: Vec::new(), parts: Vec::new(), folder: None, rows: 100_000 };
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let value = words.next().unwrap_or_default();
        match word.as_str() {
            "--cases" => asked.cases.push(value.parse().map_err(fault)?),
            "--rows" => asked.rows = value.parse().map_err(fault)?,
            "--only" => asked.parts = value.split(',').map(str::to_owned).collect(),
            "--folder" => asked.folder = Some(value.into()),
            _ => {
                return Err(fault(format!(
                    "{word}: no such word; --cases N, --only {}, --rows N, --folder PATH",
                    PARTS.join(",")
                )));
            }
        }
    }
    if asked.cases.is_empty() {
        asked.cases = vec![100_000, 1_000_000];
    }
    if asked.parts.is_empty() {
        asked.parts = PARTS.iter().map(|part| (*part).to_owned()).collect();
    }
    Ok(asked)
}

fn run(asked: &Asked) -> Result<(), Refusal> {
    let of = |part: &str| asked.parts.iter().any(|asked| asked == part);
    let scratch = match &asked.folder {
        Some(folder) => tempfile::tempdir_in(folder),
        None => tempfile::tempdir(),
    };
    let scratch = scratch.map_err(fault)?;
    for &cases in &asked.cases {
        let everything = ["whole", "changes", "lists", "search"].iter().any(|part| of(part));
        if !everything && !of("due") {
            break;
        }
        let folder = scratch.path().join(format!("office-{cases}"));
        let seat = office(&folder, cases, everything)?;
        if of("whole") {
            whole::check(&seat, cases)?;
        }
        if of("changes") {
            changes::measure(&seat, scratch.path(), cases)?;
        }
        if of("lists") {
            lists::measure(&seat, cases)?;
        }
        if of("due") && !of("lists") {
            lists::measure_due(&seat)?;
        }
        if of("search") {
            find::measure(&seat, cases)?;
        }
        println!("\nresident memory of this process: {} MB", memory_mb("self", "VmRSS:"));
        drop(seat);
        std::fs::remove_dir_all(&folder).map_err(fault)?;
        measure::summary(&format!("{cases} cases"));
    }
    if of("files") {
        files::measure(scratch.path(), asked.rows)?;
        measure::summary("files");
    }
    if of("window") {
        window::measure();
        measure::summary("window");
    }
    Ok(())
}

/// An open office of so many cases; everything is derived, or as much as the list of what is due needs.
fn office(folder: &std::path::Path, cases: usize, everything: bool) -> Result<Seat, Refusal> {
    println!("\n{cases} cases, three people each; encrypted, WAL, synchronous=FULL\n");
    let key = seat::found(folder)?;
    let (filled, done) = time(|| fill::fill(&Record::file_in(folder), &key.as_pragma(), cases, seat::day()));
    done.map_err(fault)?;
    tell("filling the record tables", &filled);
    let (opened, seat) = time(|| seat::open(folder, key));
    let seat = seat?;
    tell("opening the record", &opened);
    whole::derive(&seat, cases, everything)?;
    Ok(seat)
}

fn fault(error: impl std::fmt::Display) -> Refusal {
    Refusal::new("fault").with("detail", error)
}
