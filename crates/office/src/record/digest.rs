//! A digest of each table's rows, to say that two files hold the same.

use std::collections::BTreeMap;

use rusqlite::{Connection, types::ValueRef};
use sha2::{Digest as _, Sha256};

use super::keys::hex;
use crate::Result;

/// The digest of every table's rows in the order of its key, and how many there are.
pub type Digests = BTreeMap<String, String>;

/// Digests of all tables of the file.
pub(super) fn digests(connection: &Connection) -> Result<Digests> {
    let mut names = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let tables = names.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    tables.into_iter().map(|table| Ok((table.clone(), digest_of(connection, &table)?))).collect()
}

fn digest_of(connection: &Connection, table: &str) -> Result<String> {
    let mut keys = connection.prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
    let keys = keys.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let quoted = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
    let order = match keys.is_empty() {
        true => "rowid".to_owned(),
        false => keys.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(", "),
    };
    let mut rows = connection.prepare(&format!("SELECT * FROM {} ORDER BY {order}", quoted(table)))?;
    let columns = rows.column_count();
    let mut digest = Sha256::new();
    let mut count = 0u64;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        for at in 0..columns {
            put(&mut digest, row.get_ref(at)?);
        }
        count += 1;
    }
    Ok(format!("{count} {}", hex(&digest.finalize())))
}

/// Each value with its type and length before it, so that no two different rows give the same bytes.
fn put(digest: &mut Sha256, value: ValueRef<'_>) {
    let mut part = |kind: u8, bytes: &[u8]| {
        digest.update([kind]);
        digest.update((bytes.len() as u64).to_be_bytes());
        digest.update(bytes);
    };
    match value {
        ValueRef::Null => part(0, &[]),
        ValueRef::Integer(number) => part(1, &number.to_be_bytes()),
        ValueRef::Real(number) => part(2, &number.to_be_bytes()),
        ValueRef::Text(text) => part(3, text),
        ValueRef::Blob(bytes) => part(4, bytes),
    }
}

/// The tables in which two files differ.
pub(super) fn differing(one: &Digests, other: &Digests) -> Vec<String> {
    let mut names: Vec<&String> = one.keys().chain(other.keys()).collect();
    names.sort();
    names.dedup();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}
