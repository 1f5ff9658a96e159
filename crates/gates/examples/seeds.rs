//! Makes the files of the corpus that hold a key or what is sealed under one: run it when their form changes.
//!
//! `cargo run -p anjuan-gates --example seeds`

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a maker of test data stops on a fault")]

use std::{fs, path::Path};

use anjuan_law::Day;
use anjuan_office::{
    Action, Actor, Ask, Office,
    founding::{self, OfficeHead},
    record::{FileKey, Holder, KeyCost, KeyFile, Record, entries_in, head_of, office_of},
};

const PASSPHRASE: &str = "a passphrase for trying";

fn main() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let room = tempfile::tempdir().unwrap();
    let (folder, second, backups) =
        (room.path().join("office"), room.path().join("second"), room.path().join("backups"));
    let key = FileKey::random().unwrap();
    let (mut keys, _) = KeyFile::new(&key, "li", PASSPHRASE, KeyCost::LEAST).unwrap();
    keys.set(&key, "wang", "passphrase of wang", KeyCost::LEAST).unwrap();

    let day: Day = "2026-03-05".parse().unwrap();
    let at = "2026-03-05T01:02:03Z";
    let holder = Holder { pid: 7, program: "anjuan".into(), workstation: "案管室".into(), since: at.into() };
    let office = Office::new(Record::create(&folder, key.clone(), &holder).unwrap(), "案管室");
    keys.save(&Record::key_file_in(&folder)).unwrap();
    fs::copy(Record::key_file_in(&folder), corpus.join("key_file/office.json")).unwrap();

    let program = Actor::program();
    let ask = Ask { by: &program, day, at, reason: "试", detail: serde_json::json!({ "试": 1 }) };
    let head = OfficeHead {
        name: "测县人民检察院".into(),
        short_name: "测".into(),
        division_code: "341023".into(),
        founded_on: day,
        is_sample: true,
    };
    let departments = [("first".to_owned(), "第一检察部".to_owned())];
    office.act(Action::OfficeFound, &ask, |work| founding::found(work, &head, &departments, "li", "李案管")).unwrap();
    office.record().keep_second_copy(Some(&second), true).unwrap();
    let id = office.read(office_of).unwrap();
    fs::write(corpus.join("segment/office.txt"), &id).unwrap();
    let (_, files) = office.record().second_files().unwrap().unwrap();
    let bytes = fs::read(&files[0]).unwrap();
    fs::write(corpus.join("segment/whole"), &bytes).unwrap();
    fs::write(corpus.join("segment/torn"), &bytes[..bytes.len() - 40]).unwrap();
    let (entries, why) = entries_in(&bytes, &id, &key).unwrap();
    assert!(why.is_none() && !entries.is_empty());
    fs::write(corpus.join("segment/entry.json"), serde_json::to_vec(&entries[0]).unwrap()).unwrap();
    fs::write(corpus.join("changeset/founding"), &entries[0].changeset).unwrap();
    fs::write(corpus.join("changeset/torn"), &entries[0].changeset[..entries[0].changeset.len() / 2]).unwrap();

    let made = office.record().back_up(&backups, day, at, |_, _| Ok(())).unwrap();
    let head = serde_json::to_vec(&head_of(&made.backup.file).unwrap()).unwrap();
    let (keys, record) = (fs::read(Record::key_file_in(&folder)).unwrap(), fs::read(Record::file_in(&folder)).unwrap());
    let parts = [head.as_slice(), &keys, &record[..4096]];
    fs::write(corpus.join("backup/first_page"), parts.join(&b"\n====\n"[..])).unwrap();
    println!("made");
}
