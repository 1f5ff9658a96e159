//! Every call to the disk fails once, and once for good: what was acknowledged stays, what was not says why, and the record
//! opens again.

use std::path::Path;

use crate::{
    scene::{self, base},
    vfs::{self, Fault, Watched},
};

/// What the person may be told; never a fault of the program.
const TOLD: &[&str] = &["disk_full", "record_disk_fault", "record_damaged", "record_key_wrong", "record_busy"];

struct Run {
    calls: u64,
    failed: u64,
    acknowledged: i64,
    begun: i64,
    told: Vec<String>,
}

/// Opens, does two things and closes, with a fault. After a refusal the person tries once more.
fn run(folder: &Path, fault: Fault) -> Run {
    scene::copy(&base().folder, folder);
    vfs::watch(folder, Watched { fault, ..Watched::default() });
    let (mut acknowledged, mut begun, mut told) = (1, 1, Vec::new());
    match scene::open(folder, &base().key) {
        Err(refused) => told.push(refused.code),
        Ok(office) => {
            for _ in 0..3 {
                // The record may have gone on although the save was refused: what comes next says where it stands.
                begun = begun.max(acknowledged) + 1;
                match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| try_next(&office))) {
                    Ok(Ok(entry)) => acknowledged = entry,
                    Ok(Err(refused)) => told.push(refused.code),
                    Err(_) => told.push("panic".to_owned()),
                }
            }
        }
    }
    let watched = vfs::unwatch(folder);
    Run { calls: watched.calls, failed: watched.failed, acknowledged, begun, told }
}

/// Like `scene::do_next`, with questions that may be refused too.
fn try_next(office: &anjuan_office::Office) -> anjuan_office::Result<i64> {
    office.read(|reading| reading.value::<i64>("SELECT count(*) FROM account", []))?;
    scene::do_next(office)
}

fn fail_each(full: bool, for_good: bool) -> (u64, Vec<String>) {
    let kept = scene::room();
    let calls = run(&kept.path().join("whole"), Fault::default()).calls;
    let mut wrong = Vec::new();
    for at in 1..=calls {
        let folder = kept.path().join(format!("fault-{at}"));
        let run = run(&folder, Fault { at, for_good, full });
        for code in run.told.iter().filter(|code| !TOLD.contains(&code.as_str())) {
            wrong.push(format!("call {at} of {calls}: told {code}"));
        }
        if let Err(what) = scene::stands_between(&folder, &base().key, run.acknowledged, run.begun) {
            wrong.push(format!("call {at} of {calls}, {} failed: {what}", run.failed));
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
    (calls, wrong)
}

#[test]
fn each_call_fails_once() {
    let (calls, wrong) = fail_each(false, false);
    assert!(calls > 50, "the layer sees the calls: {calls}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_call_fails_for_good() {
    let (_, wrong) = fail_each(false, true);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_disk_is_full_from_each_write_on() {
    let (_, wrong) = fail_each(true, true);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn after_a_fault_of_the_disk_nothing_is_written_until_the_record_is_opened_again() {
    let kept = scene::room();
    let mut halted = 0;
    for at in 1..=30 {
        let folder = kept.path().join(format!("again-{at}"));
        scene::copy(&base().folder, &folder);
        vfs::watch(&folder, Watched::default());
        let office = scene::open(&folder, &base().key).unwrap();
        scene::do_next(&office).unwrap();
        vfs::watch(&folder, Watched { fault: Fault { at, ..Fault::default() }, ..Watched::default() });
        if let Err(first) = scene::do_next(&office)
            && first.code == "record_disk_fault"
        {
            let second = scene::do_next(&office).unwrap_err();
            // A question may meet the fault in its own way before the writing side is asked; either way nothing is written.
            assert!(TOLD.contains(&second.code.as_str()), "what failed once is not trusted again: {}", second.code);
            halted += 1;
        }
        vfs::unwatch(&folder);
        drop(office);
        scene::stands_between(&folder, &base().key, 2, 4)
            .unwrap_or_else(|what| panic!("opened again (call {at}): {what}"));
    }
    assert!(halted > 3, "{halted}");
}
