//! A file of each earlier schema comes to the newest one, whole, and also when the power goes at any step.

use std::{fs, path::Path};

use anjuan_office::{
    Actor, derive,
    record::{FileKey, KeyFile, Record, newest_schema},
};

use crate::scene::{self, day};

/// The frozen offices, with the schema of each and the number of its last entry.
const FROZEN: &[(&str, u32, i64)] = &[("schema-0005", 5, 2)];

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
    let cases: i64 = office.read(|reading| reading.value("SELECT count(*) FROM case_file", [])).unwrap();
    assert_eq!(cases, 8);
}

#[test]
fn every_frozen_office_comes_to_the_newest_schema_and_is_set_aside_before() {
    for (name, schema, entry) in FROZEN {
        let kept = tempfile::tempdir().unwrap();
        let key = key(name);
        scene::copy(&frozen(name), kept.path());
        let before = fs::read(Record::file_in(kept.path())).unwrap();
        is_whole(kept.path(), &key, *entry);
        if *schema < newest_schema() {
            let aside = kept.path().join(format!("office.anjuan.before-{:04}", schema + 1));
            assert_eq!(fs::read(aside).unwrap(), before, "{name}");
        }
        let office = scene::open(kept.path(), &key).unwrap();
        let by = Actor::program();
        // Rules may have changed since; what follows from the record by today's is derived anew once, and then stands.
        derive::rebuild(office.record(), &by, day("2026-03-05")).unwrap();
        let differences = derive::compare(office.record(), &by, day("2026-03-05")).unwrap();
        assert_eq!(differences, [], "{name}: what was derived anew stands");
        scene::do_next(&office).unwrap();
    }
}

#[test]
fn the_oldest_changesets_are_taken_back_on_todays_schema() {
    for (name, _, entry) in FROZEN {
        let kept = tempfile::tempdir().unwrap();
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
    let kept = tempfile::tempdir().unwrap();
    let key = scene::found(kept.path());
    let office = scene::open(kept.path(), &key).unwrap();
    office.record().on_desk("PRAGMA user_version = 9999", []).unwrap();
    drop(office);
    let before = fs::read(Record::file_in(kept.path())).unwrap();
    assert_eq!(scene::open(kept.path(), &key).map(|_| ()).unwrap_err().code, "record_newer_than_program");
    assert!(fs::read(Record::file_in(kept.path())).unwrap() == before);
}
