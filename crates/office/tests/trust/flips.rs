//! Flipped bits: in the record, its log, a backup and the second copy. Each is found, none is served as data, and backup and
//! second copy together bring back exactly what was there.

use std::{fs, path::Path};

use anjuan_office::record::{Digests, Record, Secret, restore};

use crate::scene::{self, Dice, base, day};

fn flip(file: &Path, dice: &mut Dice) -> usize {
    let mut bytes = fs::read(file).unwrap();
    let at = dice.below(bytes.len());
    bytes[at] ^= 1 << dice.below(8);
    fs::write(file, bytes).unwrap();
    at
}

/// A record with a backup after some entries and a second copy of all.
struct Kept {
    folder: tempfile::TempDir,
    backup: std::path::PathBuf,
    whole: Digests,
    entry: i64,
}

fn kept() -> Kept {
    let folder = scene::room();
    let office = folder.path().join("office");
    scene::copy(&base().folder, &office);
    let open = scene::open(&office, &base().key).unwrap();
    open.record().keep_second_copy(Some(&folder.path().join("second")), true).unwrap();
    for _ in 0..4 {
        scene::do_next(&open).unwrap();
    }
    let made = open
        .record()
        .back_up(&folder.path().join("backups"), day("2026-03-05"), "2026-03-05T01:02:03Z", |_, _| Ok(()))
        .unwrap();
    for _ in 0..4 {
        scene::do_next(&open).unwrap();
    }
    let (whole, entry) = (open.record().digests().unwrap(), scene::head(&open));
    // As after a power cut: what was saved last stands in the log only.
    std::mem::forget(open);
    Kept { folder, backup: made.backup.file, whole, entry }
}

#[test]
fn a_flipped_bit_in_the_record_is_found_and_the_way_back_is_exact() {
    let kept = kept();
    let mut dice = Dice::new(scene::seed());
    let trial = kept.folder.path().join("trial");
    // Everything in one file, as after an orderly end.
    scene::copy(&kept.folder.path().join("office"), &trial);
    drop(scene::open(&trial, &base().key).unwrap());
    let whole = fs::read(Record::file_in(&trial)).unwrap();
    for _ in 0..scene::tries(60) {
        fs::write(Record::file_in(&trial), &whole).unwrap();
        let _ = fs::remove_file(trial.join("office.anjuan-wal"));
        let at = flip(&Record::file_in(&trial), &mut dice);
        let flipped = fs::read(Record::file_in(&trial)).unwrap();
        let found = match scene::open(&trial, &base().key) {
            Err(_) => true,
            Ok(office) => office.record().verify().map_or(true, |sound| !sound.problems.is_empty()),
        };
        assert!(found, "byte {at} of {}", whole.len());
        let now = fs::read(Record::file_in(&trial)).unwrap();
        assert!(now == flipped, "a damaged file is not touched (byte {at})");
    }
    let back = kept.folder.path().join("back");
    let secret = Secret::Passphrase("li", scene::PASSPHRASE);
    let restored = restore(&kept.backup, &back, &secret, Some(&kept.folder.path().join("second"))).unwrap();
    assert_eq!((restored.entry, restored.unreadable.len()), (kept.entry, 0));
    let office = scene::open(&back, &base().key).unwrap();
    assert_eq!(office.record().digests().unwrap(), kept.whole, "backup and second copy give exactly what was there");
}

#[test]
fn a_flipped_bit_in_the_log_loses_nothing_without_a_word() {
    let kept = kept();
    let mut dice = Dice::new(scene::seed());
    let trial = kept.folder.path().join("trial");
    let (mut same, mut told) = (0, 0);
    for _ in 0..scene::tries(60) {
        let _ = fs::remove_dir_all(&trial);
        scene::copy(&kept.folder.path().join("office"), &trial);
        let _ = fs::remove_file(trial.join("office.anjuan-shm"));
        let at = flip(&trial.join("office.anjuan-wal"), &mut dice);
        let Ok(office) = scene::open(&trial, &base().key) else {
            told += 1;
            continue;
        };
        match office.record().verify() {
            Ok(sound) if sound.problems.is_empty() => {}
            _ => {
                told += 1;
                continue;
            }
        }
        // The engine reads a log up to the first frame that does not fit. What it then leaves out, the second copy has.
        if office.record().digests().unwrap() == kept.whole {
            same += 1;
        } else {
            let refused =
                office.record().keep_second_copy(Some(&kept.folder.path().join("second")), false).unwrap_err();
            assert_eq!(refused.code, "second_copy_ahead", "byte {at}");
            told += 1;
        }
    }
    assert!(told > 0, "{same} passed");
}

#[test]
fn a_flipped_bit_in_a_backup_is_found_before_anything_is_put_in_place() {
    let kept = kept();
    let mut dice = Dice::new(scene::seed());
    let whole = fs::read(&kept.backup).unwrap();
    let to = kept.folder.path().join("to");
    let secret = Secret::Passphrase("li", scene::PASSPHRASE);
    for _ in 0..scene::tries(40) {
        let at = flip(&kept.backup, &mut dice);
        if let Ok(restored) = restore(&kept.backup, &to, &secret, None) {
            // Words of the head that say nothing of the content, such as the hour, may differ; the content may not.
            let office = scene::open(&to, &base().key).unwrap();
            assert_eq!(office.record().digests().unwrap(), base().states[&restored.entry], "byte {at}");
            drop(office);
            fs::remove_dir_all(&to).unwrap();
        } else {
            assert!(!Record::file_in(&to).exists(), "nothing was put in place (byte {at})");
        }
        fs::write(&kept.backup, &whole).unwrap();
    }
}

/// Where the length of each entry stands in a segment file.
fn lengths_in(segment: &[u8]) -> Vec<usize> {
    let (mut at, mut found) = ("ANJUAN SEGMENT1\n".len(), Vec::new());
    while let Some(length) = segment.get(at..).and_then(|rest| rest.first_chunk::<4>()) {
        found.push(at);
        at += 4 + u32::from_be_bytes(*length) as usize;
    }
    assert!(found.len() > 5 && segment.len() < 1 << 21, "{}", found.len());
    found
}

#[test]
fn a_flipped_bit_in_the_second_copy_is_told_and_what_comes_before_it_is_exact() {
    let kept = kept();
    let mut dice = Dice::new(scene::seed());
    let second = kept.folder.path().join("second");
    let file = scene::segment_in(&second);
    let whole = fs::read(&file).unwrap();
    let to = kept.folder.path().join("to");
    let secret = Secret::Passphrase("li", scene::PASSPHRASE);
    // A bit anywhere; and one of each entry's length that makes it reach beyond the end, as a torn tail does.
    let longer = lengths_in(&whole).into_iter().map(|at| Some((at + 1, 5)));
    for chosen in (0..scene::tries(25)).map(|_| None).chain(longer) {
        let at = match chosen {
            None => flip(&file, &mut dice),
            Some((at, bit)) => {
                let mut bytes = whole.clone();
                bytes[at] ^= 1 << bit;
                fs::write(&file, bytes).unwrap();
                at
            }
        };
        if let Ok(restored) = restore(&kept.backup, &to, &secret, Some(&second)) {
            assert!(restored.entry == kept.entry || !restored.unreadable.is_empty(), "byte {at} is told");
            let office = scene::open(&to, &base().key).unwrap();
            assert_eq!(office.record().digests().unwrap(), base().states[&restored.entry], "byte {at}");
            drop(office);
            fs::remove_dir_all(&to).unwrap();
        }
        fs::write(&file, &whole).unwrap();
    }
}
