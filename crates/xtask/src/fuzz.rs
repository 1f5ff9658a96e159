//! Inputs made up from the corpus and from the edges that they take, for each gate (`crates/gates`).
//!
//! The compiler's own pass counts edges, and libFuzzer, which the crate `libfuzzer-sys` brings along in source, does the rest:
//! both work with the stable compiler. With a target named, programs that only build others are not counted along.

use crate::sh::{self, Done};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const FLAGS: &[&str] = &[
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// Where the corpus of each gate is kept.
const CORPUS: &str = "crates/gates/corpus";

/// `GATE SECONDS SEED`; `all` stands for each gate in turn, so many seconds each.
pub fn run(words: &[String]) -> Done {
    let gates = gates()?;
    let Some(wanted) = words.first() else {
        println!("{}", gates.join("\n"));
        return Ok(());
    };
    let chosen: Vec<&String> = gates.iter().filter(|gate| wanted == "all" || *gate == wanted).collect();
    if chosen.is_empty() {
        return Err(format!("no gate is called {wanted}. There are: {}", gates.join(" ")));
    }
    let seconds = words.get(1).map_or("60", String::as_str);
    let seed = words.get(2).map_or("20260305", String::as_str);
    let program = build()?;
    let room = sh::target().join("fuzz");
    let mut rows = Vec::new();
    for gate in chosen {
        rows.push(one(&program, &room, gate, seconds, seed)?);
    }
    println!(
        "\n| gate | seconds | seed | executions | edges | peak | found |\n| --- | --- | --- | --- | --- | --- | --- |"
    );
    rows.iter().for_each(|row| println!("{}", row.0));
    match rows.iter().filter(|row| row.1).count() {
        0 => Ok(()),
        found => Err(format!("{found} gates broke; the inputs lie in {}", room.join("found").display())),
    }
}

/// The names of the gates: those of the folders of the corpus, which a test of `crates/gates` holds against the list.
fn gates() -> Result<Vec<String>, String> {
    let folders = fs::read_dir(sh::root().join(CORPUS)).map_err(|error| format!("{CORPUS}: {error}"))?;
    let mut names: Vec<String> =
        folders.flatten().map(|folder| folder.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn build() -> Result<PathBuf, String> {
    let told = sh::output(Command::new("rustc").arg("-vV"))?;
    let machine = told.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned();
    let room = sh::target().join("fuzz");
    let words =
        ["build", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml", "--target", &machine, "--target-dir"];
    let mut command = sh::cargo_command(&words);
    sh::wait_for(command.arg(&room).env("RUSTFLAGS", FLAGS.join(" ")))?;
    Ok(room.join(machine).join("release").join("anjuan-fuzz"))
}

/// Runs one gate; gives its row of the tally, and whether something was found.
fn one(program: &Path, room: &Path, gate: &str, seconds: &str, seed: &str) -> Result<(String, bool), String> {
    let fault = |error: std::io::Error| format!("{}: {error}", room.display());
    let (own, found, place) = (room.join("corpus").join(gate), room.join("found"), room.join("place"));
    for folder in [&own, &found, &place] {
        fs::create_dir_all(folder).map_err(fault)?;
    }
    let log = room.join(format!("{gate}.log"));
    println!("$ ANJUAN_GATE={gate} anjuan-fuzz, {seconds} s, seed {seed}: {}", log.display());
    let ended = Command::new(program)
        .args([&own, &sh::root().join(CORPUS).join(gate)])
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-seed={seed}"))
        .arg(format!("-artifact_prefix={}/{gate}-", found.display()))
        .args(["-rss_limit_mb=256", "-timeout=10", "-print_final_stats=1", "-max_len=16384", "-verbosity=1"])
        .env("ANJUAN_GATE", gate)
        .env("TMPDIR", &place)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(fs::File::create(&log).map_err(fault)?)
        .status()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let _ = fs::remove_dir_all(&place);
    let told = fs::read(&log).map_err(fault)?;
    let told = String::from_utf8_lossy(&told);
    let broke = !ended.success();
    if broke {
        let last: Vec<&str> = told.lines().rev().filter(|line| !line.starts_with("stat::")).take(40).collect();
        last.iter().rev().for_each(|line| println!("  {line}"));
    }
    Ok((row(gate, seconds, seed, &told, broke), broke))
}

/// The row of a run, from what libFuzzer says at its end.
fn row(gate: &str, seconds: &str, seed: &str, told: &str, broke: bool) -> String {
    let stat = |name: &str| told.lines().find_map(|line| line.strip_prefix(name)).map_or("-", str::trim);
    let edges = told.lines().rev().find_map(|line| line.split_once(" cov: ")).map_or("-", |(_, rest)| rest);
    let edges = edges.split_whitespace().next().unwrap_or("-");
    format!(
        "| {gate} | {seconds} | {seed} | {} | {edges} | {} MB | {} |",
        stat("stat::number_of_executed_units:"),
        stat("stat::peak_rss_mb:"),
        if broke { "see above" } else { "0" }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_tells_what_was_run() {
        let told = "#8 INITED cov: 12 ft: 3\n#99 DONE   cov: 4711 ft: 9\nstat::number_of_executed_units: 99\nstat::peak_rss_mb:              80\n";
        assert_eq!(row("days", "5", "7", told, false), "| days | 5 | 7 | 99 | 4711 | 80 MB | 0 |");
        assert!(row("days", "5", "7", "", true).contains("| - |"), "a run that ended early");
    }
}
