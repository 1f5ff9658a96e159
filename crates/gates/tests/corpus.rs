//! Every file of the corpus through its gate: what was made by hand to be whole, hostile or broken, and what the fuzzer once
//! found.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

use std::{
    collections::BTreeSet,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
};

use anjuan_gates::{Bound, GATES, Gate, UNBOUND};

/// As much as the fuzzer gives.
#[global_allocator]
static MEMORY: Bound = Bound::new(256 << 20);

/// Dice that repeat (SplitMix64), from `ANJUAN_SEED`.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % (bound.max(1) as u64)).unwrap()
    }
}

/// Spoils bytes in one to four ways; `other` lends a piece.
fn spoil(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    const ODD: [&[u8]; 8] =
        [b"\0", b"\xff\xff\xff\xff", b"9223372036854775807", b"-1", b"\xe4\xb8", b"\"", b"{{", "\u{20000}".as_bytes()];
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let length = dice.below(32).min(bytes.len() - at);
        match dice.below(7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..at + length)),
            2 => {
                let part = bytes[at..at + length].to_vec();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, part);
            }
            3 => {
                let from = dice.below(other.len() + 1);
                let part = other[from..(from + dice.below(200)).min(other.len())].to_vec();
                bytes.splice(at..at + length, part);
            }
            4 => drop(bytes.splice(at..at, ODD[dice.below(ODD.len())].iter().copied())),
            5 => bytes[at..at + length].fill(u8::try_from(dice.below(256)).unwrap()),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
    }
}

/// The tests that ask the gates; the last one to end takes away what these left on the disk.
struct Asking;

static ASKING: AtomicUsize = AtomicUsize::new(2);

impl Drop for Asking {
    fn drop(&mut self) {
        if ASKING.fetch_sub(1, Ordering::Relaxed) == 1 {
            anjuan_gates::leave();
        }
    }
}

fn told(name: &str) -> Option<f64> {
    std::env::var(name).ok()?.parse().ok()
}

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
    let _asking = Asking;
    let broken: Vec<String> =
        GATES.iter().flat_map(|gate| broken(gate, &files_of(&corpus().join(gate.name)))).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

/// What is spoilt by dice alone; the fuzzer follows the edges taken. `ANJUAN_CAMPAIGN` times as often, `ANJUAN_GATE` alone.
#[test]
fn spoilt_files_of_the_corpus_are_read_or_refused() {
    let _asking = Asking;
    let tries = (told("ANJUAN_CAMPAIGN").unwrap_or(1.0) * 60.0).ceil() as usize;
    let seed = told("ANJUAN_SEED").unwrap_or(20_260_305.0) as u64;
    let only = std::env::var("ANJUAN_GATE").ok();
    let kept = tempfile::tempdir().unwrap();
    let chosen = GATES.iter().filter(|gate| only.as_ref().is_none_or(|only| only == gate.name));
    let all: Vec<String> = chosen.flat_map(|gate| spoilt(gate, tries, seed, kept.path())).collect();
    if !all.is_empty() {
        panic!("seed {seed}; the inputs lie in {}: {all:#?}", kept.keep().display());
    }
}

/// What a gate breaks its promise at, of so many spoilt files of its corpus; these stay.
fn spoilt(gate: &Gate, tries: usize, seed: u64, kept: &Path) -> Vec<String> {
    let whole: Vec<Vec<u8>> = files_of(&corpus().join(gate.name)).iter().map(|file| fs::read(file).unwrap()).collect();
    let mut dice = Dice(seed);
    let mut all = Vec::new();
    for at in 0..tries {
        let mut bytes = whole[dice.below(whole.len())].clone();
        let other = whole[dice.below(whole.len())].clone();
        spoil(&mut bytes, &other, &mut dice);
        let file = kept.join(format!("{}-{seed}-{at}", gate.name));
        fs::write(&file, &bytes).unwrap();
        match broken(gate, std::slice::from_ref(&file)) {
            none if none.is_empty() => fs::remove_file(&file).unwrap(),
            some => all.extend(some),
        }
    }
    all
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

#[test]
fn spoilt_files_turn_red_where_a_gate_takes_its_bytes_on_trust() {
    let trusting = |name, run| Gate { name, about: "bytes taken on trust", run };
    let gates = [
        trusting("clipboard", |data| assert!(std::str::from_utf8(data).expect("text").len() == data.len())),
        trusting("xls_stream", |data| {
            // As a reader of records that does not ask whether there is as much as one says.
            let mut at = 0;
            while at + 4 <= data.len() {
                let length = usize::from(u16::from_le_bytes([data[at + 2], data[at + 3]]));
                drop(data[at + 4..at + 4 + length].to_vec());
                at += 4 + length;
            }
        }),
    ];
    let kept = tempfile::tempdir().unwrap();
    for gate in gates {
        let found = spoilt(&gate, 60, 20_260_305, kept.path());
        assert!(!found.is_empty(), "{}: nothing was found", gate.name);
        assert_eq!(fs::read_dir(kept.path()).unwrap().count(), found.len(), "each stays, to be tried again");
        fs::remove_dir_all(kept.path()).unwrap();
        fs::create_dir(kept.path()).unwrap();
    }
}

/// Read in a process of its own, which does not outlive it.
const IN_ITS_OWN: &str = "ANJUAN_GATE_UNBOUND";

#[test]
fn the_corpus_turns_red_at_a_gate_that_has_its_bound_off() {
    let files = [corpus().join("xls_stream/far_cell"), corpus().join("xls_stream/farthest_cell")];
    if let Some(at) = told(IN_ITS_OWN) {
        let found = broken(&UNBOUND, &files[at as usize..][..1]);
        assert!(found.is_empty(), "{found:?}");
        return;
    }
    let gate = GATES.iter().find(|gate| gate.name == UNBOUND.name).unwrap();
    for (at, file) in files.iter().enumerate() {
        assert_eq!(broken(gate, std::slice::from_ref(file)), [""; 0]);
        let mut command = Command::new(std::env::current_exe().unwrap());
        let words = ["--exact", "the_corpus_turns_red_at_a_gate_that_has_its_bound_off", "--nocapture"];
        let ended = command.args(words).env(IN_ITS_OWN, at.to_string()).output().unwrap();
        assert!(!ended.status.success(), "{}: the bound is not missed", file.display());
        let why = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(why.contains("memory allocation of"), "{}: {why}", file.display());
        let said = String::from_utf8_lossy(&ended.stdout).into_owned();
        assert!(said.contains(&file.display().to_string()), "the file is named: {said}");
    }
}
