//! A new key for the file: whoever left opens nothing that is made afterwards, everybody else all of it, and wherever the work
//! ends, the office opens with what people have.

use std::{
    cell::RefCell,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use anjuan_office::{
    Refusal, Result,
    record::{KeyCost, KeyFile, Record, RekeyStep, Secret, restore, settle},
};

use crate::scene::{self, Dice, PASSPHRASE, base, day};

const CHILD: &str = "ANJUAN_REKEY_CHILD";

fn keys_in(folder: &Path) -> KeyFile {
    KeyFile::load(&Record::key_file_in(folder)).unwrap()
}

fn open_as(folder: &Path, login: &str, passphrase: &str) -> Result<anjuan_office::Office> {
    scene::open(folder, &keys_in(folder).open(login, passphrase)?)
}

/// Ends what was left behind as the next start does, and looks whether all is there that stood after some entry.
fn stands(folder: &Path, least: i64, most: i64) -> i64 {
    settle(folder, &scene::holder()).unwrap();
    for login in ["li", "wang"] {
        let passphrase = if login == "li" { PASSPHRASE } else { "passphrase of wang" };
        keys_in(folder).open(login, passphrase).unwrap_or_else(|refused| panic!("{login}: {refused}"));
    }
    let key = keys_in(folder).open("li", PASSPHRASE).unwrap();
    let left: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("rekeyed"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    scene::stands_between(folder, &key, least, most).unwrap()
}

#[test]
fn who_left_opens_nothing_that_is_made_afterwards_and_everybody_else_all_of_it() {
    let kept = scene::room();
    let folder = kept.path().join("office");
    scene::copy(&base().folder, &folder);
    let (second, backups) = (kept.path().join("second"), kept.path().join("backups"));
    let office = scene::open(&folder, &base().key).unwrap();
    office.record().keep_second_copy(Some(&second), true).unwrap();
    for _ in 0..3 {
        scene::do_next(&office).unwrap();
    }
    let before = office.record().back_up(&backups, day("2026-03-05"), "2026-03-05T01:00:00Z", |_, _| Ok(())).unwrap();
    scene::do_next(&office).unwrap();

    // What wang has, should he have kept everything.
    let his = base().key.clone();
    let mut keys = keys_in(&folder);
    keys.remove(&office.record().key(), "wang", day("2026-03-05")).unwrap();
    keys.save(&Record::key_file_in(&folder)).unwrap();
    let told = RefCell::new(Vec::new());
    office
        .record()
        .rekey(day("2026-03-05"), |step| {
            told.borrow_mut().push(step);
            Ok(())
        })
        .unwrap();
    assert_eq!(told.borrow().last(), Some(&RekeyStep::Done));
    // The office goes on, without having been closed.
    let entry = scene::do_next(&office).unwrap();
    let digests = office.record().digests().unwrap();
    assert_eq!(digests, base().states[&entry]);
    assert_eq!(office.record().second_copy().fault, None);
    let after = office.record().back_up(&backups, day("2026-03-06"), "2026-03-06T01:00:00Z", |_, _| Ok(())).unwrap();
    assert_eq!(office.record().verify().unwrap().problems, []);
    scene::do_next(&office).unwrap();
    let last = office.record().digests().unwrap();
    drop(office);

    assert_eq!(open_as(&folder, "wang", "passphrase of wang").map(|_| ()).unwrap_err().code, "passphrase_wrong");
    assert_eq!(scene::open(&folder, &his).map(|_| ()).unwrap_err().code, "record_key_wrong");
    let secret = Secret::Passphrase("wang", "passphrase of wang");
    let to = kept.path().join("his");
    assert_eq!(restore(&after.backup.file, &to, &secret, None).unwrap_err().code, "passphrase_wrong");
    // The backup from before he could always open; what was said since he can't add to it.
    let old = restore(&before.backup.file, &to, &secret, Some(&second)).unwrap();
    assert_eq!((old.entry, old.unreadable.len()), (old.backup_entry, 1));

    let mine = Secret::Passphrase("li", PASSPHRASE);
    for (name, file) in [("old", &before.backup.file), ("new", &after.backup.file)] {
        let to = kept.path().join(name);
        let restored = restore(file, &to, &mine, Some(&second)).unwrap();
        assert!(restored.unreadable.is_empty(), "{name}: {:?}", restored.unreadable);
        let key = keys_in(&to).open("li", PASSPHRASE).unwrap();
        assert_eq!(scene::open(&to, &key).unwrap().record().digests().unwrap(), last, "{name}");
    }
}

#[test]
fn wherever_the_work_ends_the_office_opens_with_what_people_have() {
    let kept = scene::room();
    let folder = kept.path().join("office");
    scene::copy(&base().folder, &folder);
    let office = scene::open(&folder, &base().key).unwrap();
    let last = (0..3).map(|_| scene::do_next(&office).unwrap()).max().unwrap();
    let moments = RefCell::new(Vec::new());
    office
        .record()
        .rekey(day("2026-03-05"), |step| {
            let to = kept.path().join(format!("moment-{}", moments.borrow().len()));
            scene::copy(&folder, &to);
            moments.borrow_mut().push((step, to));
            Ok(())
        })
        .unwrap();
    let moments = moments.into_inner();
    assert!(moments.len() >= 5, "{}", moments.len());
    let mut new_keys = 0;
    for (step, at) in &moments {
        let _ = fs::remove_file(at.join("office.anjuan-shm"));
        assert_eq!(stands(at, last, last), last, "{step:?}");
        new_keys += u32::from(keys_in(at).renewed().0 == 1);
    }
    assert_eq!(new_keys, 2, "from the moment on when the record is in its place");
}

#[test]
fn what_lies_beside_is_dropped_or_brought_in_place_by_what_the_record_is_and_not_by_what_is_there() {
    let kept = scene::room();
    let folder = kept.path().join("office");
    scene::copy(&base().folder, &folder);
    // Each file beside alone, broken, and of another office.
    let other = kept.path().join("other");
    fs::create_dir_all(&other).unwrap();
    scene::found(&other);
    for (beside, from) in [
        ("office.key.rekeyed", Record::key_file_in(&other)),
        ("office.key.rekeyed", Record::file_in(&other)),
        ("office.anjuan.rekeyed", Record::file_in(&other)),
    ] {
        fs::copy(&from, folder.join(beside)).unwrap();
        assert_eq!(stands(&folder, 1, 1), 1, "{beside}");
    }
    // Ended while the key file beside was being written.
    fs::copy(Record::file_in(&other), folder.join("office.anjuan.rekeyed")).unwrap();
    fs::write(folder.join("office.key.rekeyed.new"), "{").unwrap();
    assert_eq!(stands(&folder, 1, 1), 1);
}

#[test]
fn a_key_file_that_is_being_written_when_the_power_goes_is_the_old_one_or_the_new_one() {
    let kept = scene::room();
    let folder = kept.path().join("office");
    scene::copy(&base().folder, &folder);
    let mut keys = keys_in(&folder);
    keys.set(&base().key, "li", "chosen anew by li", KeyCost::LEAST).unwrap();
    let trial = kept.path().join("trial.key");
    keys.save(&trial).unwrap();
    let whole = fs::read(&trial).unwrap();
    for length in (0..=whole.len()).step_by(61) {
        // As it lies beside before it takes its place.
        fs::write(folder.join("office.key.new"), &whole[..length]).unwrap();
        drop(open_as(&folder, "li", PASSPHRASE).unwrap());
    }
    keys.save(&Record::key_file_in(&folder)).unwrap();
    drop(open_as(&folder, "li", "chosen anew by li").unwrap());
    assert_eq!(open_as(&folder, "li", PASSPHRASE).map(|_| ()).unwrap_err().code, "passphrase_wrong");
    drop(open_as(&folder, "wang", "passphrase of wang").unwrap());
}

#[test]
fn a_new_key_that_is_refused_or_stopped_changes_nothing() {
    let kept = scene::room();
    let folder = kept.path().join("office");
    scene::copy(&base().folder, &folder);
    let office = scene::open(&folder, &base().key).unwrap();
    let stopped = office.record().rekey(day("2026-03-05"), |step| match step {
        RekeyStep::Compared => Err(Refusal::new("stopped")),
        _ => Ok(()),
    });
    assert_eq!(stopped.map(|_| ()).unwrap_err().code, "stopped");
    scene::do_next(&office).unwrap();
    drop(office);
    assert_eq!(stands(&folder, 2, 2), 2);
    assert_eq!(keys_in(&folder).renewed().0, 0);
    // A name with a public half that somebody wrote in.
    let text = fs::read_to_string(Record::key_file_in(&folder)).unwrap();
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    json["people"][0]["letter"]["public"] = json["people"][1]["letter"]["public"].clone();
    fs::write(Record::key_file_in(&folder), json.to_string()).unwrap();
    let office = scene::open(&folder, &base().key).unwrap();
    let refused = office.record().rekey(day("2026-03-05"), |_| Ok(())).map(|_| ());
    assert_eq!(refused.unwrap_err().code, "record_key_file_altered");
}

/// What the child does: gives the file new keys until it is killed. As a test of its own it does nothing.
#[test]
fn child_renews() {
    let Some(folder) = std::env::var_os(CHILD) else {
        return;
    };
    let folder = Path::new(&folder);
    settle(folder, &scene::holder()).unwrap();
    let office = open_as(folder, "li", PASSPHRASE).unwrap();
    loop {
        office.record().rekey(day("2026-03-05"), |_| Ok(())).unwrap();
    }
}

#[test]
fn a_process_killed_while_it_renews_the_key_leaves_an_office_that_opens() {
    let kept = scene::room();
    let folder = kept.path().join("office");
    scene::copy(&base().folder, &folder);
    let mut dice = Dice::new(scene::seed());
    for _ in 0..scene::tries(12) {
        let before = keys_in(&folder).renewed().0;
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "rekey::child_renews", "--test-threads=1"])
            .env(CHILD, &folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // It has begun; how far it then comes nobody chose.
        while keys_in(&folder).renewed().0 == before && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        for _ in 0..dice.below(3_000_000) {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(stands(&folder, 1, 1), 1);
    }
    assert!(keys_in(&folder).renewed().0 > 0);
}
