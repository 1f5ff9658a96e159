//! What lies beside the record and may have been changed by anybody: key file, count of tries, backups, the second copy.

use std::{fs, path::Path, sync::LazyLock};

use anjuan_office::record::{Entry, FileKey, KeyFile, Record, Secret, Tries, changes_of, entries_in, head_of, restore};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::{parts, text_of, today};

/// A key file whose passphrase is known, and which costs next to nothing to open.
const KEYS: &str = include_str!("../corpus/key_file/office.json");
/// The office whose second copy lies in the corpus.
const OFFICE: &str = include_str!("../corpus/segment/office.txt");
const LOGIN: &str = "li";
const PASSPHRASE: &str = "a passphrase for trying";

static KEY: LazyLock<Option<FileKey>> =
    LazyLock::new(|| KeyFile::read(KEYS).and_then(|keys| keys.open(LOGIN, PASSPHRASE)).ok());

/// A record without a file, for its tables.
static EMPTY: LazyLock<Option<Record>> = LazyLock::new(|| Record::in_memory().ok());

pub(crate) fn key_file(data: &[u8]) {
    let text = text_of(data);
    let Ok(mut keys) = KeyFile::read(&text) else { return };
    for login in keys.logins() {
        let _ = (keys.chosen_on(login), keys.is_code(login));
    }
    let _ = (keys.renewed(), keys.left(), keys.of_old_form());
    if !opens_quickly(&text) {
        return;
    }
    let _ = keys.open_with_recovery("0000-0000-0000-0000-0000-0000-0000--0000-0000-0000-0000-0000-0000");
    let Ok(key) = keys.open(LOGIN, PASSPHRASE) else { return };
    let known = KEY.as_ref().map(FileKey::as_pragma);
    if known.as_deref() != Some(&*key.as_pragma()) {
        // A file that is of the first form throughout says nothing of its key; the record then refuses it.
        let form = serde_json::from_str::<Value>(&text).map(|file| file["format"].clone());
        assert!(form.is_ok_and(|form| form.as_u64() < Some(2)), "a file of today's form opens the same key or none");
        return;
    }
    if let Ok(new) = FileKey::random()
        && let Ok(next) = keys.with_new_key(&key, &new, today())
    {
        assert!(next.open(LOGIN, PASSPHRASE).is_ok(), "who stays opens the new key too");
    }
    let _ = keys.bring_up(&key, LOGIN, PASSPHRASE);
    let _ = keys.remove(&key, LOGIN, today());
    assert!(keys.open(LOGIN, PASSPHRASE).is_err(), "who was removed is out");
}

/// The costs in a key file are what somebody wrote there; the most that the program takes is more than is worth trying here.
fn opens_quickly(text: &str) -> bool {
    let Ok(file) = serde_json::from_str::<Value>(text) else { return false };
    let people = file["people"].as_array().into_iter().flatten();
    let at_most = |wrap: &Value, name: &str, most: u64| wrap["cost"][name].as_u64().is_some_and(|cost| cost <= most);
    people.chain([&file["recovery"]]).all(|wrap| at_most(wrap, "memory", 1024) && at_most(wrap, "passes", 2))
}

pub(crate) fn tries(data: &[u8]) {
    let parts = parts(data);
    let mut tries = Tries::read(&text_of(parts.first().copied().unwrap_or_default()));
    let at = parts.get(1).map_or_else(|| "2026-03-05T01:02:03Z".to_owned(), |at| text_of(at));
    for who in ["li", "wang", ""] {
        let _ = tries.refuse_too_soon(who, &at);
        tries.failed(who, &at);
        let _ = tries.refuse_too_soon(who, &at);
        assert!(tries.passed(who) > 0);
    }
}

/// As it lies; and head, key file, record and what lies sealed, packed with the lengths and the digest that are right.
pub(crate) fn backup(data: &[u8]) {
    bring_back(data);
    let parts = parts(data);
    let Some((head, rest)) = parts.split_first() else { return };
    let Ok(Value::Object(mut head)) = serde_json::from_slice::<Value>(head) else { return };
    let body = rest.concat();
    let length = |at: usize| Value::from(rest.get(at).map_or(0, |part| part.len()));
    for (name, value) in [("key_bytes", length(0)), ("record_bytes", length(1)), ("sealed_bytes", length(2))] {
        head.insert(name.to_owned(), value);
    }
    let digest = Sha256::digest(&body).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    head.insert("sha256".to_owned(), Value::from(digest));
    let line = Value::Object(head).to_string();
    if rest.first().is_none_or(|keys| opens_quickly(&text_of(keys))) {
        bring_back(&[b"ANJUAN BACKUP\n", line.as_bytes(), b"\n", &body].concat());
    }
}

fn bring_back(data: &[u8]) {
    // Key files inside of what is not packed here cost what they say: those that say much are left out.
    let costs = data.windows(9).filter(|window| *window == b"\"memory\":").count();
    let Ok(folder) = tempfile::tempdir() else { return };
    let (file, to) = (folder.path().join("a.anjuan-backup"), folder.path().join("to"));
    if fs::write(&file, data).is_err() {
        return;
    }
    let told = head_of(&file);
    if costs > 0 && !text_of(data).split("\"memory\":").skip(1).all(|rest| rest.trim_start().starts_with("8,")) {
        return;
    }
    let back = restore(&file, &to, &Secret::Passphrase(LOGIN, PASSPHRASE), Some(folder.path()));
    assert!(told.is_ok() || back.is_err(), "what has no head is not brought back");
    let nothing_there = |path: &Path| !path.exists();
    assert!(back.is_ok() || nothing_there(&Record::file_in(&to)), "what was refused is not in place");
}

pub(crate) fn segment(data: &[u8]) {
    if let Some(key) = &*KEY
        && let Ok((entries, _)) = entries_in(data, OFFICE, key)
    {
        assert!(entries.windows(2).all(|pair| pair[0].entry < pair[1].entry), "entries in their order");
    }
    let Ok(entry) = serde_json::from_slice::<Entry>(data) else { return };
    let _ = entry.computed_hash();
    let again = serde_json::to_vec(&entry).ok().and_then(|bytes| serde_json::from_slice::<Entry>(&bytes).ok());
    assert_eq!(again.as_ref(), Some(&entry), "an entry is read as it was written");
    changeset(&entry.changeset);
}

pub(crate) fn changeset(data: &[u8]) {
    if let Some(record) = &*EMPTY {
        let _ = record.read(|reading| changes_of(reading, data));
    }
}
