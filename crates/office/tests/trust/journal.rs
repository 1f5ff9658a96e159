//! The journal: every tampering is found, or plainly is not without a digest kept elsewhere; the register as it stood.

use std::path::Path;

use anjuan_office::{
    Action, Office,
    record::{Record, StationKey},
};
use rusqlite::Connection;

use crate::scene::{self, base, day};

/// An office whose workstation signs, with some entries; closed again.
fn signed(folder: &Path) {
    scene::copy(&base().folder, folder);
    let office = scene::open(folder, &base().key).unwrap();
    let station = StationKey::random().unwrap();
    let public = station.public();
    office.record().sign_with(station);
    let by = scene::clerk(&office);
    office
        .act(Action::WorkstationKnow, &scene::ask(&by, "2026-03-01"), |work| {
            work.insert(
                "INSERT INTO workstation (name, public_key, known_from) VALUES ('案管室', ?1, ?2)",
                (&public, work.day),
            )
        })
        .unwrap();
    for _ in 0..6 {
        scene::do_next(&office).unwrap();
    }
}

/// Does to the file what somebody with the key could do with another program.
fn tamper(folder: &Path, sql: &str) {
    let keeper = scene::open(folder, &base().key).unwrap();
    keeper.record().on_desk("DROP TRIGGER IF EXISTS journal_is_not_changed", []).unwrap();
    keeper.record().on_desk("DROP TRIGGER IF EXISTS journal_is_not_cut", []).unwrap();
    for statement in sql.split(';').filter(|part| !part.trim().is_empty()) {
        keeper.record().on_desk(statement, []).unwrap();
    }
}

fn problems(office: &Office) -> Vec<(String, String)> {
    let sound = office.record().verify().unwrap();
    sound.problems.into_iter().map(|problem| (problem.code.to_owned(), problem.detail)).collect()
}

#[test]
fn long_changes_lie_packed_and_short_ones_plainly() {
    let kept = scene::room();
    signed(kept.path());
    let office = scene::open(kept.path(), &base().key).unwrap();
    let of = |begin: &str| -> i64 {
        let sql = format!("SELECT count(*) FROM journal WHERE substr(changeset, 1, 1) = x'{begin}'");
        office.read(|reading| reading.value(&sql, [])).unwrap()
    };
    assert!(of("78") > 0 && of("54") > 0, "{} packed, {} plain", of("78"), of("54"));
    assert_eq!(problems(&office), [], "and both are sound");
    assert_eq!(office.record().compare_with_journal().unwrap(), [], "and told again");
}

#[test]
fn every_kind_of_tampering_is_found_and_its_entry_named() {
    for (sql, code, entry) in [
        ("UPDATE journal SET reason = '另' WHERE entry = 4", "entry_altered", "4"),
        ("UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE entry = 5", "entry_altered", "5"),
        ("UPDATE journal SET changeset = x'00' WHERE entry = 3", "entry_altered", "3"),
        ("UPDATE journal SET signature = x'00' WHERE entry = 4", "entry_signature_wrong", "4"),
        ("UPDATE journal SET signed_by = '' WHERE entry = 4", "entry_not_signed", "4"),
        (
            "UPDATE journal SET signed_by = (SELECT signed_by FROM journal WHERE entry = 3), signature = (SELECT signature FROM journal WHERE entry = 3) WHERE entry = 6",
            "entry_signature_wrong",
            "6",
        ),
        ("DELETE FROM journal_case WHERE entry = 5; DELETE FROM journal WHERE entry = 5", "entry_missing", "5..6"),
        (
            "UPDATE journal SET entry = 100 WHERE entry = 4; UPDATE journal SET entry = 4 WHERE entry = 3; UPDATE journal SET entry = 3 WHERE entry = 100",
            "entry_altered",
            "3",
        ),
        ("DELETE FROM workstation", "entry_signer_unknown", "2"),
    ] {
        let kept = tempfile::tempdir().unwrap();
        signed(kept.path());
        tamper(kept.path(), &format!("PRAGMA foreign_keys = OFF; {sql}"));
        let found = problems(&scene::open(kept.path(), &base().key).unwrap());
        assert!(found.contains(&(code.to_owned(), entry.to_owned())), "{sql}: {found:?}");
    }
}

#[test]
fn a_row_that_somebody_changed_added_or_took_away_is_named_though_the_journal_is_whole() {
    for (sql, found) in [
        ("UPDATE case_file SET summary = '另写' WHERE id = 1", "row_altered case_file 1: summary"),
        ("UPDATE account SET post = 'chief_prosecutor', name = '另' WHERE id = 1", "row_altered account 1: name, post"),
        ("UPDATE setting SET value = '0' WHERE key = 'tried'", "row_altered setting: value"),
        (
            "INSERT INTO note (case_id, on_day, account_id, text) VALUES (1, '2026-03-05', 1, '补记')",
            "row_not_told note 1",
        ),
        ("DELETE FROM account WHERE login = 'p7'", "row_gone account 2"),
        ("INSERT INTO officer (name) VALUES ('无此人')", "row_not_told officer 1"),
    ] {
        let kept = tempfile::tempdir().unwrap();
        signed(kept.path());
        let before = scene::open(kept.path(), &base().key).unwrap();
        let clean = before.record().compare_with_journal().unwrap();
        assert_eq!((clean, problems(&before)), (vec![], vec![]));
        drop(before);
        tamper(kept.path(), &format!("PRAGMA foreign_keys = OFF; {sql}"));
        let office = scene::open(kept.path(), &base().key).unwrap();
        assert_eq!(problems(&office), [], "{sql}: file and journal are whole");
        let named: Vec<String> = office
            .record()
            .compare_with_journal()
            .unwrap()
            .into_iter()
            .map(|problem| format!("{} {}", problem.code, problem.detail))
            .collect();
        assert_eq!(named.join("; "), found, "{sql}");
        let left = std::fs::read_dir(kept.path()).unwrap().flatten().map(|file| file.file_name());
        assert!(!left.into_iter().any(|name| name.to_string_lossy().contains("retold")), "nothing lies beside it");
    }
}

#[test]
fn what_a_killed_process_left_of_a_copy_for_looking_is_gone_at_the_next_opening() {
    let kept = tempfile::tempdir().unwrap();
    signed(kept.path());
    for name in ["office.anjuan.as-of-7-0", "office.anjuan.retold-7-1", "office.anjuan.as-of-7-0-wal"] {
        std::fs::write(kept.path().join(name), "left").unwrap();
    }
    std::fs::write(kept.path().join("office.anjuan.before-0002"), "kept").unwrap();
    drop(scene::open(kept.path(), &base().key).unwrap());
    let names =
        || std::fs::read_dir(kept.path()).unwrap().flatten().map(|file| file.file_name().into_string().unwrap());
    assert!(
        !names().any(|name| name.contains("as-of") || name.contains("retold")),
        "{:?}",
        names().collect::<Vec<_>>()
    );
    assert!(names().any(|name| name.ends_with("before-0002")), "what is to be kept is kept");
}

#[test]
fn a_cut_tail_and_a_file_put_back_are_seen_only_with_a_digest_kept_elsewhere() {
    let kept = tempfile::tempdir().unwrap();
    signed(kept.path());
    let office = scene::open(kept.path(), &base().key).unwrap();
    let digest = office.read(|reading| reading.head_digest()).unwrap().unwrap();
    assert_eq!(office.record().verify_against(&digest).unwrap(), Some((8, 0)));
    scene::do_next(&office).unwrap();
    assert_eq!(office.record().verify_against(&digest.to_uppercase()).unwrap(), Some((8, 1)), "more came after it");
    drop(office);

    tamper(
        kept.path(),
        "PRAGMA foreign_keys = OFF; DELETE FROM journal_case WHERE entry > 6; DELETE FROM journal WHERE entry > 6",
    );
    let office = scene::open(kept.path(), &base().key).unwrap();
    assert_eq!(problems(&office), [], "what is left is a sound chain: the file alone can't show it");
    assert_eq!(office.record().verify_against(&digest).unwrap(), None, "with the digest it is seen");

    let older = tempfile::tempdir().unwrap();
    scene::copy(&base().folder, older.path());
    let older = scene::open(older.path(), &base().key).unwrap();
    assert_eq!((problems(&older), older.record().verify_against(&digest).unwrap()), (vec![], None));
}

#[test]
fn a_journal_made_anew_with_another_key_is_not_taken_for_this_workstations() {
    let kept = tempfile::tempdir().unwrap();
    signed(kept.path());
    let office = scene::open(kept.path(), &base().key).unwrap();
    office.record().sign_with(StationKey::random().unwrap());
    let entry = scene::do_next(&office).unwrap();
    assert_eq!(problems(&office), [("entry_signer_unknown".to_owned(), entry.to_string())]);
}

#[test]
fn the_register_as_it_stood_is_what_it_was_on_that_day() {
    let kept = tempfile::tempdir().unwrap();
    scene::copy(&base().folder, kept.path());
    let office = scene::open(kept.path(), &base().key).unwrap();
    let by = scene::clerk(&office);
    let mut expected = Vec::new();
    let state = |office: &Office| -> String {
        office
            .read(|reading| {
                reading.value("SELECT json_group_array(json_array(login, name, post, ended_on)) FROM (SELECT * FROM account ORDER BY id)", [])
            })
            .unwrap()
    };
    for (at, on) in ["2026-02-01", "2026-02-02", "2026-02-02", "2026-02-07"].into_iter().enumerate() {
        office
            .act(Action::AccountSave, &scene::ask(&by, on), |work| {
                work.write("UPDATE account SET name = ?1 WHERE login = 'li'", [format!("李{at}")])?;
                work.insert(
                    "INSERT INTO account (login, name, post, started_on) VALUES (?1, '新', 'clerk', '2026-01-01')",
                    [format!("n{at}")],
                )
            })
            .unwrap();
        expected.push((on, state(&office)));
    }
    let all: String = state(&office);
    for (on, wanted) in [
        ("2026-02-01", &expected[0].1),
        ("2026-02-02", &expected[2].1),
        ("2026-02-06", &expected[2].1),
        ("2026-02-07", &expected[3].1),
        ("2030-01-01", &all),
    ] {
        let (as_of, found) = office
            .record()
            .as_of(day(on), |reading| {
                reading.value::<String>("SELECT json_group_array(json_array(login, name, post, ended_on)) FROM (SELECT * FROM account ORDER BY id)", [])
            })
            .unwrap();
        assert_eq!(&found, wanted, "{on}");
        assert_eq!(as_of.taken_back, u64::try_from(5 - as_of.entry).unwrap());
    }
    let (before, offices) = office
        .record()
        .as_of(day("2019-01-01"), |reading| reading.value::<i64>("SELECT count(*) FROM office", []))
        .unwrap();
    assert_eq!((before.entry, offices), (0, 0), "before the founding there was nothing");
    assert_eq!(state(&office), all, "the record itself is only read");
    let left = std::fs::read_dir(kept.path())
        .unwrap()
        .flatten()
        .filter(|file| file.file_name().to_string_lossy().contains("as-of"));
    assert_eq!(left.count(), 0);
}

#[test]
fn the_file_is_no_database_to_a_program_without_the_key() {
    let kept = tempfile::tempdir().unwrap();
    signed(kept.path());
    let plain = Connection::open(Record::file_in(kept.path())).unwrap();
    assert!(plain.query_row("SELECT count(*) FROM journal", [], |row| row.get::<_, i64>(0)).is_err());
}
