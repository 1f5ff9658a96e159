//! Every file of the corpus through its gate: what was made by hand to be whole, hostile or broken, and what the fuzzer once
//! found.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

use std::{
    collections::BTreeSet,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

use anjuan_gates::{Bound, GATES, Gate};

/// As much as the fuzzer gives.
#[global_allocator]
static MEMORY: Bound = Bound::new(256 << 20);

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

/// The files at which a gate's promise breaks, and what it said.
fn broken(gate: &Gate, files: &[PathBuf]) -> Vec<String> {
    let mut broken = Vec::new();
    for file in files {
        let data = fs::read(file).unwrap();
        // Told before, for what ends the process ends the telling too.
        println!("{} {}", gate.name, file.display());
        if let Err(said) = catch_unwind(AssertUnwindSafe(|| (gate.run)(&data))) {
            let said = said.downcast_ref::<String>().map(String::as_str).or(said.downcast_ref::<&str>().copied());
            broken.push(format!("{} {}: {}", gate.name, file.display(), said.unwrap_or("-")));
        }
    }
    broken
}

#[test]
fn every_file_of_the_corpus_is_read_or_refused_by_its_gate() {
    let broken: Vec<String> =
        GATES.iter().flat_map(|gate| broken(gate, &files_of(&corpus().join(gate.name)))).collect();
    anjuan_gates::leave();
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_gate_has_its_corpus_and_nothing_else_stands_there() {
    let folders: BTreeSet<String> =
        files_of(&corpus()).iter().map(|folder| folder.file_name().unwrap().to_string_lossy().into_owned()).collect();
    let names: BTreeSet<String> = GATES.iter().map(|gate| gate.name.to_owned()).collect();
    assert_eq!(folders, names);
    for name in &names {
        let files = files_of(&corpus().join(name));
        assert!(files.len() >= 3, "{name}: {} files", files.len());
        for file in files {
            let length = fs::metadata(&file).unwrap().len();
            assert!(length <= 64 * 1024, "{}: {length} bytes", file.display());
        }
    }
}

#[test]
fn a_gate_that_breaks_its_promise_is_told_with_the_file() {
    let short = Gate { name: "short", about: "nothing", run: |data| assert!(data.len() < 3, "longer than promised") };
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("a", "12"), ("b", "123")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let told = broken(&short, &files_of(folder.path()));
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("/b: longer than promised"), "{told:?}");
}
