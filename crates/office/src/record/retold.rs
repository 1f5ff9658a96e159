//! Does the record say what the journal tells? All entries are told again into empty tables, and these compared with what stands,
//! row by row: a row that somebody changed, added or took away with another program is named. Nothing is repaired.

use std::{
    cmp::Ordering,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, Row, Statement, types::ValueRef};

use super::{Entry, Problem, Reading, Record, backup, open, packed, tables::RECORD_TABLES};
use crate::{Result, refusal};

/// So many rows are named; that there are more is said.
const MOST: usize = 100;
/// What the files that retellings leave behind when the process ends in between begin with.
const BESIDE: [&str; 2] = ["office.anjuan.as-of-", "office.anjuan.retold-"];

/// The tables as the journal tells them, under the record's own key; gone when dropped.
struct Retold {
    connection: Option<Connection>,
    file: Option<PathBuf>,
}

impl Drop for Retold {
    fn drop(&mut self) {
        drop(self.connection.take());
        if let Some(file) = &self.file {
            remove(file);
        }
    }
}

fn remove(file: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
}

/// Takes away what a process that was ended left of a copy that was for looking only. Whoever calls holds the record.
pub(super) fn clear_away(folder: &Path) {
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()) {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if file.is_file() && BESIDE.iter().any(|begin| name.starts_with(begin)) {
            let _ = std::fs::remove_file(file);
        }
    }
}

impl Record {
    /// Compares every row of the record with what the journal tells of it. Worth asking only of a record whose file and journal
    /// are sound.
    pub fn compare_with_journal(&self) -> Result<Vec<Problem>> {
        let retold = self.retold()?;
        let connection = retold.connection.as_ref().ok_or_else(|| refusal!("fault", detail = "no connection"))?;
        self.read(|reading| {
            let tables = prepare(reading, connection)?;
            if let Some(entry) = tell(reading, connection)? {
                return Ok(vec![Problem { code: "entry_not_followed", detail: entry.to_string() }]);
            }
            let (mut problems, mut more) = (Vec::new(), 0_usize);
            for table in tables {
                compare(reading.connection(), connection, table, &mut |problem| {
                    if problems.len() < MOST { problems.push(problem) } else { more += 1 }
                })?;
            }
            if more > 0 {
                problems.push(Problem { code: "rows_more", detail: more.to_string() });
            }
            Ok(problems)
        })
    }

    /// An empty file beside the record that nobody else opens; in memory where the record is.
    fn retold(&self) -> Result<Retold> {
        let file = self.path().map(|path| path.with_file_name(format!("office.anjuan.retold-{}", backup::serial())));
        let connection = match &file {
            Some(file) => Connection::open(file)?,
            None => Connection::open_in_memory()?,
        };
        let retold = Retold { connection: Some(connection), file };
        if let Some(connection) = &retold.connection {
            open::give_key(connection, &self.key())?;
            open::add_functions(connection)?;
            connection.execute_batch(
                "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE;
                 PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;",
            )?;
        }
        Ok(retold)
    }
}

/// Makes the record's tables anew, empty, and gives their names.
fn prepare(reading: &Reading<'_>, retold: &Connection) -> Result<Vec<&'static str>> {
    let mut tables = Vec::new();
    for table in RECORD_TABLES {
        let made = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1";
        if let Some(sql) = reading.maybe(made, [table], |row| row.get::<_, String>(0))? {
            retold.execute_batch(&sql)?;
            tables.push(*table);
        }
    }
    Ok(tables)
}

/// Tells all entries again. Gives the first that does not follow from those before it.
fn tell(reading: &Reading<'_>, retold: &Connection) -> Result<Option<i64>> {
    let mut broken = None;
    retold.execute_batch("BEGIN")?;
    reading.each("SELECT * FROM journal WHERE length(changeset) > 0 ORDER BY entry", [], |row| {
        if broken.is_some() {
            return Ok(());
        }
        let entry = Entry::from_row(row)?;
        match packed::apply(retold, &entry.changeset) {
            Ok(()) => Ok(()),
            Err(error) if is_of_the_disk(&error) => Err(error.into()),
            Err(_) => {
                broken = Some(entry.entry.get());
                Ok(())
            }
        }
    })?;
    retold.execute_batch("COMMIT")?;
    Ok(broken)
}

fn is_of_the_disk(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode as Code;
    let codes = [Code::DiskFull, Code::SystemIoFailure, Code::OutOfMemory, Code::CannotOpen, Code::ReadOnly];
    error.sqlite_error_code().is_some_and(|code| codes.contains(&code))
}

/// Where the key columns of a table stand in its rows, in the order of the key.
fn keys_of(connection: &Connection, table: &str) -> Result<Vec<(usize, String)>> {
    let mut keys = connection.prepare("SELECT cid, name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
    let keys = keys.query_map([table], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
    let keys = keys.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(keys.into_iter().map(|(at, name)| (usize::try_from(at).unwrap_or(0), name)).collect())
}

fn rows_of<'c>(connection: &'c Connection, table: &str, keys: &[(usize, String)]) -> Result<Statement<'c>> {
    let order = keys.iter().map(|(_, name)| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    Ok(connection.prepare(&format!("SELECT * FROM \"{table}\" ORDER BY {order}"))?)
}

/// Walks both sides of one table in the order of the key and says of each row that differs how.
fn compare(stands: &Connection, told: &Connection, table: &str, say: &mut dyn FnMut(Problem)) -> Result<()> {
    let keys = keys_of(stands, table)?;
    let (mut stands, mut told) = (rows_of(stands, table, &keys)?, rows_of(told, table, &keys)?);
    let columns: Vec<String> = stands.column_names().map(str::to_owned).collect();
    let (mut stands, mut told) = (stands.query([])?, told.query([])?);
    let (mut one, mut other) = (stands.next()?, told.next()?);
    loop {
        let order = match (one, other) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(other)) => by_key(one, other, &keys)?,
        };
        let found = match (order, one, other) {
            (Ordering::Less, Some(row), _) => Some(("row_not_told", named(row, table, &keys)?)),
            (Ordering::Greater, _, Some(row)) => Some(("row_gone", named(row, table, &keys)?)),
            (Ordering::Equal, Some(one), Some(other)) => {
                let differ = differing(one, other, &columns)?;
                match differ.is_empty() {
                    true => None,
                    false => Some(("row_altered", format!("{}: {}", named(one, table, &keys)?, differ.join(", ")))),
                }
            }
            _ => None,
        };
        if let Some((code, detail)) = found {
            say(Problem { code, detail });
        }
        if order != Ordering::Greater {
            one = stands.next()?;
        }
        if order != Ordering::Less {
            other = told.next()?;
        }
    }
}

fn by_key(one: &Row<'_>, other: &Row<'_>, keys: &[(usize, String)]) -> Result<Ordering> {
    for (at, _) in keys {
        let order = ordered(one.get_ref(*at)?, other.get_ref(*at)?);
        if order != Ordering::Equal {
            return Ok(order);
        }
    }
    Ok(Ordering::Equal)
}

/// The order that the engine keeps values in: numbers, texts, bytes.
fn ordered(one: ValueRef<'_>, other: ValueRef<'_>) -> Ordering {
    use ValueRef as V;
    let rank = |value: &ValueRef<'_>| match value {
        V::Null => 0,
        V::Integer(_) | V::Real(_) => 1,
        V::Text(_) => 2,
        V::Blob(_) => 3,
    };
    match (one, other) {
        (V::Integer(one), V::Integer(other)) => one.cmp(&other),
        (V::Text(one), V::Text(other)) | (V::Blob(one), V::Blob(other)) => one.cmp(other),
        (one, other) => rank(&one).cmp(&rank(&other)),
    }
}

/// The columns in which two rows differ. What stands in them is not said: who verifies need not see cases.
fn differing(one: &Row<'_>, other: &Row<'_>, columns: &[String]) -> Result<Vec<String>> {
    let mut differ = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        if one.get_ref(at)? != other.get_ref(at)? {
            differ.push(column.clone());
        }
    }
    Ok(differ)
}

/// A row by table and key. Keys that are words are left out: they may be somebody's.
fn named(row: &Row<'_>, table: &str, keys: &[(usize, String)]) -> Result<String> {
    let mut parts = vec![table.to_owned()];
    for (at, _) in keys {
        if let ValueRef::Integer(number) = row.get_ref(*at)? {
            parts.push(number.to_string());
        }
    }
    Ok(parts.join(" "))
}
