//! The record as a whole: what is written is there, chained, and can be taken back.

use std::fs;

use super::*;
use crate::{Action, Actor, Ask, CaseId, Office, Post, Refusal, Result};

fn clerk() -> Actor {
    Actor { post: Post::CaseManagementClerk, name: "李案管".to_owned(), ..Actor::program() }
}

fn ask(by: &Actor) -> Ask<'_> {
    Ask {
        by,
        day: "2026-03-05".parse().unwrap(),
        at: "2026-03-05T01:02:03Z",
        reason: "试",
        detail: serde_json::json!({}),
    }
}

fn holder() -> Holder {
    Holder { pid: 7, program: "anjuan".into(), workstation: "案管室".into(), since: "2026-03-05T01:00:00Z".into() }
}

fn add_setting(office: &Office, key: &str, value: &str) -> Result<Option<crate::EntryId>> {
    let by = clerk();
    let done = office.act(Action::SettingSave, &ask(&by), |work| {
        work.write(
            "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
            (key, value),
        )
    })?;
    Ok(done.changed.entry)
}

fn setting(office: &Office, key: &str) -> Option<String> {
    office.read(|reading| reading.maybe("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))).unwrap()
}

fn code<T: std::fmt::Debug>(answer: Result<T>) -> String {
    answer.unwrap_err().code
}

#[test]
fn every_table_is_record_derived_or_named_as_neither() {
    let record = Record::in_memory().unwrap();
    let mut found: Vec<String> = record
        .read(|r| r.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search\\__%\\_%' ESCAPE '\\'", [], |row| row.get(0)))
        .unwrap();
    let mut named: Vec<String> =
        [RECORD_TABLES, DERIVED_TABLES, tables::OTHER_TABLES].concat().into_iter().map(str::to_owned).collect();
    found.sort();
    named.sort();
    assert_eq!(found, named, "name each table in record/tables.rs");
}

#[test]
fn every_record_table_has_a_key_and_is_strict() {
    let record = Record::in_memory().unwrap();
    for table in RECORD_TABLES {
        let keys: i64 =
            record.read(|r| r.value("SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0", [table])).unwrap();
        assert!(keys > 0, "{table} needs a primary key: without one its changes are not journalled");
        let strict: i64 =
            record.read(|r| r.value("SELECT strict FROM pragma_table_list WHERE name = ?1", [table])).unwrap();
        assert_eq!(strict, 1, "{table} is to be STRICT");
    }
}

fn newest(office: &Office, limit: u32) -> Vec<super::Entry> {
    let mut entries = Vec::new();
    let each = |entry| {
        entries.push(entry);
        Ok(())
    };
    office.read(|reading| reading.newest_entries(None, None, limit, each)).unwrap();
    entries
}

#[test]
fn of_the_rows_of_an_entry_the_first_are_told_or_those_of_one_case() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    let by = clerk();
    let cases = office
        .act(Action::NoteWrite, &ask(&by), |work| {
            let mut cases = Vec::new();
            for number in 1..=3 {
                let case = work.insert(
                    "INSERT INTO case_file (register_no, line, category, title, received_on, accepted_on)
                     VALUES (?1, 'GC', 'first_instance_prosecution', '某案', ?2, ?2)",
                    (format!("2026-GC-{number:05}"), work.day),
                )?;
                cases.push(CaseId::known(case));
                work.insert("INSERT INTO note (case_id, on_day, text) VALUES (?1, ?2, '记事')", (case, work.day))?;
            }
            Ok(cases)
        })
        .unwrap()
        .answer;
    let entry = newest(&office, 1).remove(0);
    let told = |case, most| office.read(|reading| changes_among(reading, &entry.changeset, case, most)).unwrap();
    assert_eq!(told(None, usize::MAX).len(), 6);
    assert_eq!(told(None, 4), told(None, usize::MAX)[..4]);
    assert_eq!(told(None, 0), []);
    for case in &cases {
        let of_it = told(Some(*case), usize::MAX);
        assert!(of_it.len() == 2 && of_it.iter().all(|row| row.case == Some(*case)), "{of_it:?}");
        assert_eq!(told(Some(*case), 1), of_it[..1]);
    }
    assert_eq!(office.read(|reading| reading.only_case_of_entry(entry.entry)).unwrap(), None, "three were touched");
    office
        .act(Action::NoteWrite, &ask(&by), |work| {
            work.insert("INSERT INTO note (case_id, on_day, text) VALUES (?1, ?2, '又记')", (cases[0], work.day))
        })
        .unwrap();
    let entry = newest(&office, 1).remove(0).entry;
    assert_eq!(office.read(|reading| reading.only_case_of_entry(entry)).unwrap(), Some(cases[0]));
}

#[test]
fn the_cases_of_an_entry_are_found_by_the_entry() {
    let record = Record::in_memory().unwrap();
    let naming = include_str!("entries_naming.sql");
    for sql in [include_str!("only_case_of_entry.sql"), include_str!("cases_of_entry.sql"), naming] {
        let bound = vec![rusqlite::types::Value::Null; if sql == naming { 4 } else { 1 }];
        let plan: Vec<String> = record
            .read(|reading| {
                let bound = rusqlite::params_from_iter(bound);
                reading.all(&format!("EXPLAIN QUERY PLAN {sql}"), bound, |row| row.get("detail"))
            })
            .unwrap();
        let by_entry = plan.iter().any(|step| step.contains("USING COVERING INDEX journal_case_of_entry (entry=?"));
        let through_all = plan.iter().any(|step| step.starts_with("SCAN c") || step.starts_with("SCAN journal_case"));
        assert!(by_entry && !through_all, "{sql}\n{plan:#?}");
    }
}

#[test]
fn an_action_is_journalled_and_chained_and_a_no_op_leaves_no_trace() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    assert_eq!(add_setting(&office, "a", "1").unwrap().map(crate::EntryId::get), Some(1));
    assert_eq!(add_setting(&office, "b", "2").unwrap().map(crate::EntryId::get), Some(2));
    assert_eq!(add_setting(&office, "b", "2").unwrap(), None, "nothing changed, nothing is written down");
    let entries = newest(&office, 10);
    assert_eq!(entries[0].parent_hash, entries[1].hash);
    assert_eq!(office.record().verify().unwrap().problems, []);
}

#[test]
fn a_refused_action_changes_nothing() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    let by = clerk();
    let refused: Result<crate::Done<()>> = office.act(Action::SettingSave, &ask(&by), |work| {
        work.write("INSERT INTO setting (key, value) VALUES ('a', '1')", [])?;
        Err(Refusal::new("no_right"))
    });
    assert_eq!(code(refused), "no_right");
    assert_eq!(setting(&office, "a"), None);
    assert_eq!(newest(&office, 10), []);
}

#[test]
fn a_refused_part_leaves_nothing_and_a_fault_beyond_it_ends_the_action() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    let by = clerk();
    let write = |work: &Work<'_>, key: &str| work.write("INSERT INTO setting (key, value) VALUES (?1, '1')", [key]);
    let parts = |last: &'static str| {
        office.act(Action::SettingSave, &ask(&by), |work| {
            work.attempt(|| write(work, "a"))??;
            let refused = work.attempt(|| write(work, "b").and(Err::<(), _>(Refusal::new("reason_needed"))))?;
            assert_eq!(code(refused), "reason_needed");
            work.attempt(|| write(work, "c").and(Err::<(), _>(Refusal::new(last))))
        })
    };

    assert_eq!(code(parts("disk_full")), "disk_full");
    assert_eq!(setting(&office, "a"), None, "nothing of an action that a full disk ended");
    assert_eq!(code(parts("reason_needed").unwrap().answer), "reason_needed");
    assert_eq!(
        [setting(&office, "a").as_deref(), setting(&office, "b").as_deref(), setting(&office, "c").as_deref()],
        [Some("1"), None, None]
    );
}

#[test]
fn an_entry_is_taken_back_by_a_new_one_and_that_one_again() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    let by = clerk();
    add_setting(&office, "a", "1").unwrap();
    let second = add_setting(&office, "a", "2").unwrap().unwrap();
    let undo = office.undo(second, &ask(&by)).unwrap();
    assert_eq!(setting(&office, "a").as_deref(), Some("1"));
    assert_eq!(code(office.undo(second, &ask(&by))), "undo_done_already");
    office.undo(undo.changed.entry.unwrap(), &ask(&by)).unwrap();
    assert_eq!(setting(&office, "a").as_deref(), Some("2"), "taking back the taking back");
    assert_eq!(office.record().verify().unwrap().problems, []);
}

#[test]
fn what_was_taken_back_is_done_again_and_taken_back_as_often_as_one_likes() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    let by = clerk();
    add_setting(&office, "a", "1").unwrap();
    let second = add_setting(&office, "a", "2").unwrap().unwrap();
    assert_eq!(code(office.redo(second, &ask(&by))), "redo_stands");
    for _ in 0..3 {
        let undone = office.undo(second, &ask(&by)).unwrap().changed.entry.unwrap();
        assert_eq!(setting(&office, "a").as_deref(), Some("1"));
        assert_eq!(code(office.undo(second, &ask(&by))), "undo_done_already");
        let again = office.redo(second, &ask(&by)).unwrap().changed.entry.unwrap();
        assert_eq!(setting(&office, "a").as_deref(), Some("2"));
        assert_eq!(code(office.undo(undone, &ask(&by))), "undo_done_already");
        assert_eq!(code(office.redo(second, &ask(&by))), "redo_stands");
        let turns = office.read(|r| r.turns(undone)).unwrap().unwrap();
        assert_eq!((turns.root, turns.tip, turns.stands), (second, again, true));
    }
    let mut silent = ask(&by);
    silent.reason = " ";
    assert_eq!(code(office.undo(second, &silent)), "reason_missing");
    let actions: Vec<String> = newest(&office, 2).into_iter().map(|entry| entry.action).collect();
    assert_eq!(actions, ["redo", "undo"]);
    assert_eq!(office.record().verify().unwrap().problems, []);
}

#[test]
fn what_was_taken_back_stays_so_where_something_else_took_its_place() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    let by = clerk();
    let first = add_setting(&office, "a", "1").unwrap().unwrap();
    office.undo(first, &ask(&by)).unwrap();
    let other = add_setting(&office, "a", "other").unwrap().unwrap();
    let refused = office.redo(first, &ask(&by)).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.values["later"].to_string()), ("undo_later_entries", other.to_string()));
    office.undo(other, &ask(&by)).unwrap();
    office.redo(first, &ask(&by)).unwrap();
    assert_eq!(setting(&office, "a").as_deref(), Some("1"));
}

#[test]
fn of_later_entries_only_those_in_the_way_are_named() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    let by = clerk();
    let first = add_setting(&office, "a", "1").unwrap().unwrap();
    let gone = add_setting(&office, "a", "2").unwrap().unwrap();
    office.undo(gone, &ask(&by)).unwrap();
    let kept = add_setting(&office, "a", "3").unwrap().unwrap();
    add_setting(&office, "b", "1").unwrap();
    let refused = office.undo(first, &ask(&by)).unwrap_err();
    assert_eq!(
        refused.values["later"].to_string(),
        kept.to_string(),
        "not the one that was taken back, nor its undoing"
    );
}

#[test]
fn an_entry_under_a_later_one_is_not_forced_and_the_later_one_is_named() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    let by = clerk();
    let first = add_setting(&office, "a", "1").unwrap().unwrap();
    add_setting(&office, "other", "x").unwrap();
    let later = add_setting(&office, "a", "2").unwrap().unwrap();
    let refusal = office.undo(first, &ask(&by)).unwrap_err();
    assert_eq!(refusal.code, "undo_later_entries");
    assert_eq!(refusal.values["later"], later.to_string());
    assert_eq!(setting(&office, "a").as_deref(), Some("2"));
}

#[test]
fn a_post_without_the_right_is_refused() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    let by = Actor { post: Post::AuditAdministrator, ..clerk() };
    let refused = office.act(Action::SettingSave, &ask(&by), |_| Ok(()));
    assert_eq!(code(refused.map(|_| ())), "no_right");
}

#[test]
fn a_record_opens_again_with_its_key_only_and_holds_no_plain_text() {
    let folder = tempfile::tempdir().unwrap();
    let key = FileKey::random().unwrap();
    {
        let office = Office::new(Record::create(folder.path(), key.clone(), &holder()).unwrap(), "案管室");
        add_setting(&office, "canary-key", "金丝雀-canary-value").unwrap();
    }
    assert_eq!(
        code(Record::open(folder.path(), FileKey::random().unwrap(), &holder()).map(|_| ())),
        "record_key_wrong"
    );
    let office = Office::new(Record::open(folder.path(), key, &holder()).unwrap(), "案管室");
    assert_eq!(setting(&office, "canary-key").as_deref(), Some("金丝雀-canary-value"));
    assert_eq!(office.record().verify().unwrap().problems, []);
    for file in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(6).any(|window| window == b"canary"), "the record is encrypted");
    }
}

#[test]
fn a_plain_file_a_second_holder_and_a_second_founding_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let key = FileKey::random().unwrap();
    let record = Record::create(folder.path(), key.clone(), &holder()).unwrap();
    let refusal = Record::open(folder.path(), key.clone(), &holder()).map(|_| ()).unwrap_err();
    assert_eq!((refusal.code.as_str(), refusal.values["pid"].as_str()), ("record_held", "7"));
    drop(record);
    assert_eq!(code(Record::create(folder.path(), key.clone(), &holder()).map(|_| ())), "record_exists_already");
    fs::write(Record::file_in(folder.path()), b"SQLite format 3\0 and more that is not encrypted").unwrap();
    assert_eq!(code(Record::open(folder.path(), key.clone(), &holder()).map(|_| ())), "record_is_plaintext");
    fs::remove_file(Record::file_in(folder.path())).unwrap();
    assert_eq!(code(Record::open(folder.path(), key, &holder()).map(|_| ())), "record_missing");
}

#[test]
fn a_changed_byte_is_reported_by_verification() {
    let folder = tempfile::tempdir().unwrap();
    let key = FileKey::random().unwrap();
    {
        let office = Office::new(Record::create(folder.path(), key.clone(), &holder()).unwrap(), "案管室");
        for at in 0..200 {
            add_setting(&office, &format!("key {at}"), &"值".repeat(200)).unwrap();
        }
    }
    let path = Record::file_in(folder.path());
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).unwrap();
    let found = Record::open(folder.path(), key, &holder()).and_then(|record| record.verify());
    assert!(found.is_err() || !found.unwrap().problems.is_empty(), "a flipped bit never passes");
}

#[test]
fn an_altered_entry_is_named() {
    let record = Record::in_memory().unwrap();
    let office = Office::new(record, "案管室");
    for value in ["1", "2", "3"] {
        add_setting(&office, "a", value).unwrap();
    }
    let writer = office.record().writer();
    writer
        .execute_batch("DROP TRIGGER journal_is_not_changed; UPDATE journal SET reason = 'other' WHERE entry = 2")
        .unwrap();
    drop(writer);
    let problems = office.record().verify().unwrap().problems;
    assert_eq!(problems, [Problem { code: "entry_altered", detail: "2".into() }]);
}

#[test]
fn a_file_newer_than_the_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let key = FileKey::random().unwrap();
    let record = Record::create(folder.path(), key.clone(), &holder()).unwrap();
    record.writer().pragma_update(None, "user_version", 9999).unwrap();
    drop(record);
    assert_eq!(code(Record::open(folder.path(), key, &holder()).map(|_| ())), "record_newer_than_program");
}

#[test]
fn the_journal_refuses_to_be_changed_or_cut() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    add_setting(&office, "a", "1").unwrap();
    let writer = office.record().writer();
    assert!(writer.execute("UPDATE journal SET reason = 'x'", []).is_err());
    assert!(writer.execute("DELETE FROM journal", []).is_err());
}

#[test]
fn an_engine_whose_log_may_lose_a_save_is_refused_by_its_number() {
    for (number, name, taken) in
        [(3_051_002, "3.51.2", false), (3_046_001, "3.46.1", false), (3_051_003, "3.51.3", true)]
    {
        let answer = open::refuse_old(number, name);
        assert_eq!(answer.is_ok(), taken, "{name}");
        assert!(taken || answer.unwrap_err().values["found"] == name, "the refusal names the version");
    }
    open::refuse_old(rusqlite::version_number(), rusqlite::version()).unwrap();
}
