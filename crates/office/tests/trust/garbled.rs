//! Files that somebody made or spoilt: key files, backups and segments with bytes changed, cut, doubled and put in other places.
//! Each is refused in words or gives what was there; nothing panics and nothing is put in place.

use std::{fs, path::Path};

use anjuan_office::record::{KeyFile, Record, Secret, backups_in, head_of, restore};

use sha2::{Digest as _, Sha256};

use crate::scene::{self, Dice, base, day};

/// Makes the digest in a backup's head that of what follows it, as somebody does who is at the file: the digest holds no secret.
fn fit(file: &Path) -> Option<()> {
    let bytes = fs::read(file).unwrap();
    let head = head_of(file).ok()?;
    let begins = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1)?.0 + 1;
    let length = usize::try_from(head.key_bytes.checked_add(head.record_bytes)?).ok()?;
    let rest = bytes.get(begins..begins.checked_add(length)?)?;
    let digest: String = Sha256::digest(rest).iter().map(|byte| format!("{byte:02x}")).collect();
    let line = String::from_utf8(bytes[..begins].to_vec()).ok()?.replace(&head.sha256, &digest);
    fs::write(file, [line.as_bytes(), rest].concat()).unwrap();
    Some(())
}

/// Spoils a file's bytes in one to four ways.
fn garble(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len());
        let length = dice.below(64).min(bytes.len() - at);
        match dice.below(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..at + length)),
            2 => {
                let part = bytes[at..at + length].to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, part);
            }
            3 => bytes[at..at + length].fill(u8::try_from(dice.below(256)).unwrap()),
            4 => {
                let byte = u8::try_from(dice.below(256)).unwrap();
                bytes.splice(at..at, std::iter::repeat_n(byte, length));
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
        if bytes.is_empty() {
            bytes.push(b'{');
        }
    }
}

fn each_garbled(whole: &Path, tries: u64, seed: u64, mut look: impl FnMut(&Path)) {
    let kept = scene::room();
    let file = kept.path().join(whole.file_name().unwrap());
    let bytes = fs::read(whole).unwrap();
    let mut dice = Dice::new(seed);
    for _ in 0..tries {
        let mut spoilt = bytes.clone();
        garble(&mut spoilt, &mut dice);
        fs::write(&file, &spoilt).unwrap();
        look(&file);
    }
    println!("{}: {tries} spoilt, seed {seed}", whole.display());
}

#[test]
fn a_spoilt_key_file_opens_nothing_or_the_same_key() {
    let office = &base().folder;
    each_garbled(&Record::key_file_in(office), scene::tries(2_000), scene::seed(), |file| {
        let Ok(keys) = KeyFile::load(file) else { return };
        if let Ok(key) = keys.open("li", scene::PASSPHRASE) {
            assert_eq!(*key.as_pragma(), *base().key.as_pragma());
        }
    });
}

#[test]
fn a_spoilt_backup_and_a_spoilt_second_copy_give_what_was_there_or_are_refused() {
    let kept = scene::room();
    let folder = kept.path().join("office");
    scene::copy(&base().folder, &folder);
    let (second, backups) = (kept.path().join("second"), kept.path().join("backups"));
    let office = scene::open(&folder, &base().key).unwrap();
    office.record().keep_second_copy(Some(&second), true).unwrap();
    let made = office.record().back_up(&backups, day("2026-03-05"), "2026-03-05T01:00:00Z", |_, _| Ok(())).unwrap();
    let last = (0..3).map(|_| scene::do_next(&office).unwrap()).max().unwrap();
    drop(office);
    let secret = Secret::Passphrase("li", scene::PASSPHRASE);
    let to = kept.path().join("to");
    let back = |file: &Path, second: Option<&Path>| {
        if let Ok(restored) = restore(file, &to, &secret, second) {
            assert!(restored.entry <= last);
            let office = scene::open(&to, &base().key).unwrap();
            assert_eq!(office.record().digests().unwrap(), base().states[&restored.entry]);
        } else {
            assert!(!Record::file_in(&to).exists(), "nothing was put in place");
        }
        let _ = fs::remove_dir_all(&to);
    };
    each_garbled(&made.backup.file, scene::tries(200), scene::seed(), |file| {
        let _ = head_of(file);
        backups_in(file.parent().unwrap(), "");
        back(file, None);
    });
    // The first guard off: what is left is the authentication of each page, and the check of all of them and of the journal.
    let mut fitted = 0;
    each_garbled(&made.backup.file, scene::tries(200), scene::seed(), |file| {
        if fit(file).is_some() {
            fitted += 1;
            back(file, None);
        }
    });
    assert!(fitted > 50, "{fitted} backups with a digest that fits");
    each_garbled(&scene::segment_in(&second), scene::tries(60), scene::seed(), |file| {
        back(&made.backup.file, file.parent())
    });
}
