//! A file of each earlier schema comes to the newest one, whole, and also when the power goes at any step.

use std::{fs, path::Path};

use anjuan_office::{
    Actor, Office, Work, derive,
    record::{FileKey, KeyFile, Record, newest_schema},
};

use crate::scene::{self, day};

/// The frozen offices, with the schema of each and the number of its last entry.
const FROZEN: &[(&str, u32, i64)] =
    &[("schema-0005", 5, 2), ("schema-0011", 11, 3), ("schema-0017", 17, 3), ("schema-0018", 18, 3)];

fn frozen(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn key(name: &str) -> FileKey {
    KeyFile::load(&frozen(name).join("office.key")).unwrap().open("li", "four words of the fixture").unwrap()
}

fn is_whole(folder: &Path, key: &FileKey, entry: i64) {
    let office = scene::open(folder, key).unwrap();
    assert_eq!(office.read(|reading| reading.value::<u32>("PRAGMA user_version", [])).unwrap(), newest_schema());
    assert_eq!(scene::head(&office), entry);
    assert_eq!(office.record().verify().unwrap().problems, []);
    assert_eq!(differing(&office), [], "what follows from the record is what this program derives");
    let cases: i64 = office.read(|reading| reading.value("SELECT count(*) FROM case_file", [])).unwrap();
    assert_eq!(cases, 8);
}

#[test]
fn every_frozen_office_comes_to_the_newest_schema_and_is_set_aside_before() {
    for (name, schema, entry) in FROZEN {
        let kept = scene::room();
        let key = key(name);
        scene::copy(&frozen(name), kept.path());
        let before = fs::read(Record::file_in(kept.path())).unwrap();
        is_whole(kept.path(), &key, *entry);
        if *schema < newest_schema() {
            let aside = kept.path().join(format!("office.anjuan.before-{:04}", schema + 1));
            assert_eq!(fs::read(aside).unwrap(), before, "{name}");
        }
        let office = scene::open(kept.path(), &key).unwrap();
        scene::do_next(&office).unwrap();
        assert_eq!(differing(&office), [], "{name}");
        let rows = office.record().compare_with_journal().unwrap();
        assert_eq!(rows, [], "{name}: each row is what the journal, begun under older tables, tells");
    }
}

fn differing(office: &Office) -> Vec<derive::Difference> {
    derive::compare(office.record(), &Actor::program(), day("2026-03-05")).unwrap()
}

#[test]
fn what_another_program_derived_is_derived_anew_on_opening_and_told_and_only_once() {
    let kept = scene::room();
    let (name, ..) = FROZEN[0];
    let key = key(name);
    scene::copy(&frozen(name), kept.path());
    drop(scene::open(kept.path(), &key).unwrap());
    for derived_with in ["the program of last year", ""] {
        let office = scene::open(kept.path(), &key).unwrap();
        let work = |work: &Work<'_>| {
            work.write("DELETE FROM finding WHERE case_id % 2 = 0", [])?;
            work.write("UPDATE case_state SET stage = 'of last year'", [])?;
            work.write("UPDATE record_format SET derived_with = ?1", [derived_with])
        };
        office.record().derive_all(&Actor::program(), day("2026-03-05"), work).unwrap();
        assert_ne!(differing(&office), [], "a test of something");
        drop(office);
        let mut told = Vec::new();
        let open = |told: &mut Vec<(u64, u64)>| {
            let opened = Record::open_telling(kept.path(), key.clone(), &scene::holder(), |done, total| {
                told.push((done, total));
                Ok(())
            });
            Office::new(opened.unwrap(), "案管室")
        };
        assert_eq!(differing(&open(&mut told)), [], "{derived_with:?}");
        assert_eq!(told.last(), Some(&(8, 8)), "how far it is is told");
        told.clear();
        assert_eq!(differing(&open(&mut told)), []);
        assert!(told.is_empty(), "the second time it is this program's own");
    }
}

#[test]
fn an_opening_that_is_broken_off_leaves_what_stood_there_and_is_done_by_the_next() {
    let kept = scene::room();
    let (name, _, entry) = FROZEN[0];
    let key = key(name);
    scene::copy(&frozen(name), kept.path());
    let refused = Record::open_telling(kept.path(), key.clone(), &scene::holder(), |_, _| {
        Err(anjuan_office::refusal!("stopped", task = "office_open"))
    });
    assert_eq!(refused.map(|_| ()).unwrap_err().code, "stopped");
    is_whole(kept.path(), &key, entry);
}

#[test]
fn the_oldest_changesets_are_taken_back_on_todays_schema() {
    for (name, _, entry) in FROZEN {
        let kept = scene::room();
        scene::copy(&frozen(name), kept.path());
        let office = scene::open(kept.path(), &key(name)).unwrap();
        let by = scene::clerk(&office);
        office.undo(anjuan_office::EntryId::known(*entry), &scene::ask(&by, "2026-03-05")).unwrap();
        let cases: i64 = office.read(|reading| reading.value("SELECT count(*) FROM case_file", [])).unwrap();
        assert_eq!(cases, 0, "the sample was one entry");
    }
}

#[test]
fn a_migration_that_the_power_ends_is_done_at_the_next_start() {
    for (name, _, entry) in FROZEN {
        let key = key(name);
        crate::power::cut_while(
            &frozen(name),
            |folder| drop(scene::open(folder, &key).unwrap()),
            scene::tries(40),
            |folder| is_whole(folder, &key, *entry),
        );
    }
}

#[test]
fn a_record_that_is_newer_than_the_program_is_refused_and_not_touched() {
    let kept = scene::room();
    let key = scene::found(kept.path());
    let office = scene::open(kept.path(), &key).unwrap();
    office.record().on_desk("PRAGMA user_version = 9999", []).unwrap();
    drop(office);
    let before = fs::read(Record::file_in(kept.path())).unwrap();
    assert_eq!(scene::open(kept.path(), &key).map(|_| ()).unwrap_err().code, "record_newer_than_program");
    assert!(fs::read(Record::file_in(kept.path())).unwrap() == before);
}
