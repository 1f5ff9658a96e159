//! Processes killed in the midst of their work, at moments that nobody chose.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
};

use anjuan_office::record::KeyFile;

use crate::scene::{self, Dice, KNOWN, base};

const CHILD: &str = "ANJUAN_TRUST_CHILD";

/// What the child does: writes entries and says so. As a test of its own it does nothing.
#[test]
fn child_writes() {
    let Some(folder) = std::env::var_os(CHILD) else {
        return;
    };
    let folder = Path::new(&folder);
    let key = KeyFile::load(&folder.join("office.key")).unwrap().open("li", scene::PASSPHRASE).unwrap();
    let office = scene::open(folder, &key).unwrap();
    let mut out = std::io::stdout();
    while scene::head(&office) < KNOWN {
        let entry = scene::do_next(&office).unwrap();
        writeln!(out, "saved {entry}").unwrap();
        out.flush().unwrap();
    }
}

fn kill_one(folder: &Path, dice: &mut Dice) -> i64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kills::child_writes", "--nocapture", "--test-threads=1"])
        .env(CHILD, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let after = dice.below(5);
    let mut told = 0;
    let mut saved = 0;
    let mut lines = lines.map_while(Result::ok);
    for line in lines.by_ref() {
        if let Some(number) = line.trim().rsplit("saved ").next().and_then(|number| number.parse().ok()) {
            saved = number;
            told += 1;
        }
        if told > after {
            break;
        }
    }
    for _ in 0..dice.below(400_000) {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had said before it died was acknowledged too.
    for line in lines {
        if let Some(number) = line.trim().rsplit("saved ").next().and_then(|number| number.parse().ok()) {
            saved = number;
        }
    }
    saved
}

#[test]
fn what_a_killed_process_had_saved_is_there() {
    let (kills, cores) =
        (scene::tries(500), std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64));
    std::thread::scope(|scope| {
        for part in 0..cores {
            let kills = kills / cores + u64::from(part < kills % cores);
            scope.spawn(move || kill_some(kills, scene::seed() + part));
        }
    });
    println!("kills: {kills}, seed {}", scene::seed());
}

fn kill_some(kills: u64, seed: u64) {
    let kept = scene::room();
    let mut dice = Dice::new(seed);
    let mut folder = kept.path().join("office-0");
    scene::copy(&base().folder, &folder);
    for round in 1..=kills {
        let saved = kill_one(&folder, &mut dice);
        let stands = scene::stands_between(&folder, &base().key, saved, KNOWN);
        let entry = stands.unwrap_or_else(|what| panic!("seed {seed}, kill {round}: {what}"));
        if entry > KNOWN - 12 {
            folder = kept.path().join(format!("office-{round}"));
            scene::copy(&base().folder, &folder);
        }
    }
}
