//! Deriving beside the record comes to what deriving in it comes to.

use std::collections::BTreeMap;

use anjuan_law::Day;

use super::*;
use crate::{
    Office,
    checks::{
        self, Example, Fact,
        tests::office::{ask, change, clerk, write},
    },
    record::{FileKey, Holder},
};

fn day() -> Day {
    "2026-03-05".parse().unwrap()
}

/// An office on disk in which every check finds something.
fn office_on_disk(folder: &std::path::Path) -> Office {
    let holder = Holder { pid: 7, program: "anjuan".into(), workstation: "案管室".into(), since: String::new() };
    let office = Office::new(Record::create(folder, FileKey::random().unwrap(), &holder).unwrap(), "案管室");
    let mut logins = BTreeSet::new();
    let facts = checks::all().unwrap().flat_map(|check| &check.bad).flat_map(|example| &example.facts);
    let facts: Vec<Fact> = facts
        .filter(|fact| match fact.verb.as_str() {
            "account" => logins.insert(fact.word(0).to_owned()),
            verb => !["finds", "on"].contains(&verb),
        })
        .cloned()
        .collect();
    change(&office, |work| {
        write(work, &Example { facts }).unwrap();
        Ok(())
    });
    office
}

/// Things that went wrong with derived tables.
const FAULTS: &[&str] = &[
    "DELETE FROM finding WHERE case_id % 3 = 0",
    "UPDATE finding SET values_json = '{}' WHERE case_id % 7 = 0",
    "UPDATE case_state SET stage = 'elsewhere', persons = '' WHERE case_id % 5 = 0",
    "DELETE FROM case_state WHERE case_id = 2",
    "UPDATE deadline SET due_on = '2020-01-01' WHERE case_id % 4 = 0",
    "INSERT INTO deadline_gap VALUES (3, 'x', 'case', '2026-01-01', 'x', 0)",
    "INSERT INTO finding SELECT 900000, check_id, subject, severity, from_day, until_day, values_json, fingerprint, NULL
       FROM finding LIMIT 1",
];

fn table(office: &Office, table: &str) -> Vec<String> {
    let columns: Vec<String> = office
        .read(|r| r.all("SELECT name FROM pragma_table_info(?1) ORDER BY cid", [table], |row| row.get(0)))
        .unwrap();
    let sql = format!("SELECT json_array({}) FROM {table} ORDER BY 1", columns.join(", "));
    office.read(|r| r.all(&sql, [], |row| row.get(0))).unwrap()
}

fn derived(office: &Office) -> BTreeMap<&'static str, Vec<String>> {
    DERIVED_TABLES.iter().map(|name| (*name, table(office, name))).collect()
}

#[test]
fn a_rebuild_beside_the_record_finds_and_mends_what_a_plain_one_would() {
    let folder = tempfile::tempdir().unwrap();
    let office = office_on_disk(folder.path());
    let by = clerk();
    let ask = ask(&by, "2026-03-05");
    assert_eq!(office.compare_derived(&ask).unwrap(), [], "each change derived what a pass over all derives");
    let sound = derived(&office);
    assert!(sound["finding"].len() > 100 && sound["deadline"].len() > 100, "a test of something");
    for fault in FAULTS {
        office.record().derive_all(&by, day(), |work| work.write(fault, [])).unwrap();
        let plain = office.record().derive_and_drop(&by, day(), rebuild_plainly).unwrap();
        assert_ne!(plain, [], "{fault} is a fault");
        assert_eq!(office.compare_derived(&ask).unwrap(), plain, "{fault}");
        assert_eq!(office.rebuild(&ask).unwrap(), plain, "{fault}");
        assert_eq!(derived(&office), sound, "{fault}");
        assert_eq!(office.compare_derived(&ask).unwrap(), []);
    }
}

#[test]
fn a_run_of_the_checks_finds_and_mends_what_is_wrong_with_findings() {
    let folder = tempfile::tempdir().unwrap();
    let office = office_on_disk(folder.path());
    let by = clerk();
    let sound = derived(&office);
    let run = || office.check_all(&by, day(), |_, _| Ok(())).unwrap();
    assert_eq!(run(), BTreeMap::new(), "nothing is wrong yet");
    for fault in FAULTS.iter().filter(|fault| fault.contains("finding")) {
        office.record().derive_all(&by, day(), |work| work.write(fault, [])).unwrap();
        assert_ne!(derived(&office), sound, "{fault}");
        // What a finding says is put right without a word; one that stands or does not stand is told.
        assert_eq!(run().is_empty(), fault.contains("values_json = "), "{fault}");
        assert_eq!(derived(&office), sound, "{fault}");
        assert_eq!(run(), BTreeMap::new());
    }
}

#[test]
fn everything_is_derived_from_nothing_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let office = office_on_disk(folder.path());
    let by = clerk();
    let sound = derived(&office);
    let emptied = office.record().derive_all(&by, day(), |work| {
        DERIVED_TABLES.iter().try_for_each(|table| work.write(&format!("DELETE FROM {table}"), []).map(drop))
    });
    emptied.unwrap();
    office.rebuild(&ask(&by, "2026-03-05")).unwrap();
    assert_eq!(derived(&office), sound);
}

#[test]
fn a_pass_ends_where_it_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let office = office_on_disk(folder.path());
    let by = clerk();
    let mut told = Vec::new();
    let stop = |done, total| {
        told.push((done, total));
        Err(crate::refusal!("stopped", task = "check_run"))
    };
    let stopped = checks::run(office.record(), &by, day(), stop);
    assert_eq!(stopped.unwrap_err().code, "stopped");
    assert_eq!(told.len(), 1, "it is not told again after it refused");
}

#[test]
fn every_derived_table_is_keyed_by_case_first() {
    let record = Record::in_memory().unwrap();
    for table in DERIVED_TABLES {
        let first: String =
            record.read(|r| r.value("SELECT name FROM pragma_table_info(?1) WHERE pk = 1", [table])).unwrap();
        assert_eq!(first, "case_id", "{table}: a rebuild compares tables case by case");
    }
    let across = checks::all().unwrap().filter(|check| check.across);
    for check in across {
        let read = DERIVED_TABLES
            .iter()
            .find(|table| check.body.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == **table));
        assert_eq!(read, None, "{}: of other cases only the record is at hand when all are derived", check.id);
    }
}
