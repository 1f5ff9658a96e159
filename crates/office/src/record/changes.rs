//! What a changeset says: which cases it touched, and which field went from what to what.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use rusqlite::{
    Connection, OptionalExtension as _,
    fallible_streaming_iterator::FallibleStreamingIterator as _,
    hooks::Action as Sql,
    session::{ChangesetItem, ChangesetIter},
    types::{Value, ValueRef},
};

use super::{Reading, packed::Unpacking};
use crate::{CaseId, Result, refusal};

/// One row that an entry inserted, changed or deleted.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// The record table.
    pub table: String,
    /// The row's key: its id, or its key columns joined with `/`.
    pub key: String,
    /// `insert`, `update` or `delete`.
    pub kind: &'static str,
    /// The case it belongs to.
    pub case: Option<CaseId>,
    /// The fields, in the table's order; for an update only those that changed.
    pub fields: Vec<FieldChange>,
}

/// One field before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// The column.
    pub field: String,
    /// The value before as text; `None` where there was none.
    pub before: Option<String>,
    /// The value after as text; `None` where there is none.
    pub after: Option<String>,
}

pub(super) struct Touched {
    pub cases: BTreeSet<CaseId>,
    pub tables: BTreeSet<String>,
}

/// The columns of each table, read once for a changeset, and the cases of rows that a changeset names by key only.
struct Schema<'c> {
    connection: &'c Connection,
    columns: BTreeMap<String, Vec<String>>,
}

impl<'c> Schema<'c> {
    fn new(connection: &'c Connection) -> Self {
        Self { connection, columns: BTreeMap::new() }
    }

    fn columns_of(&mut self, table: &str) -> Result<&[String]> {
        if !self.columns.contains_key(table) {
            let mut query = self.connection.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
            let names = query.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
            self.columns.insert(table.to_owned(), names);
        }
        self.columns.get(table).map(Vec::as_slice).ok_or_else(|| refusal!("fault", detail = table))
    }

    /// The case of the row at which a changeset stands. An update carries only its key and what changed, so the row
    /// itself is asked where the case is not among them.
    fn case_of(&mut self, item: &ChangesetItem, table: &str) -> Result<Option<CaseId>> {
        let wanted = if table == "case_file" { "id" } else { "case_id" };
        let Some(column) = self.columns_of(table)?.iter().position(|name| name == wanted) else {
            return Ok(None);
        };
        if let Some(Value::Integer(id)) = value(item.new_value(column)).or_else(|| value(item.old_value(column))) {
            return Ok(Some(CaseId::known(id)));
        }
        let Some(Value::Integer(id)) = value(item.old_value(0)) else {
            return Ok(None);
        };
        let sql = format!("SELECT case_id FROM {table} WHERE id = ?1");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
    }
}

fn value(read: rusqlite::Result<ValueRef<'_>>) -> Option<Value> {
    read.ok().and_then(|value| Value::try_from(value).ok())
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Integer(number) => Some(number.to_string()),
        Value::Real(number) => Some(number.to_string()),
        Value::Text(text) => Some(text),
        Value::Blob(bytes) => Some(super::keys::hex(&bytes)),
    }
}

fn walk(changeset: &[u8], mut each: impl FnMut(&ChangesetItem) -> Result<ControlFlow<()>>) -> Result<()> {
    let mut bytes = Unpacking::of(changeset);
    let input: &mut dyn std::io::Read = &mut bytes;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        if each(item)?.is_break() {
            break;
        }
    }
    Ok(())
}

/// The cases and tables that a changeset touched. Call it inside the transaction that made or applied it.
pub(super) fn touched(connection: &Connection, changeset: &[u8]) -> Result<Touched> {
    let mut touched = Touched { cases: BTreeSet::new(), tables: BTreeSet::new() };
    let mut schema = Schema::new(connection);
    walk(changeset, |item| {
        let operation = item.op()?;
        let table = operation.table_name();
        if let Some(case) = schema.case_of(item, table)? {
            touched.cases.insert(case);
        }
        if !touched.tables.contains(table) {
            touched.tables.insert(table.to_owned());
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(touched)
}

/// The rows and fields that a changeset changed.
pub fn changes_of(reading: &Reading<'_>, changeset: &[u8]) -> Result<Vec<RowChange>> {
    changes_among(reading, changeset, None, usize::MAX)
}

/// The first rows that a changeset changed, at most so many; where a case is given, of that case alone. An import may have changed a
/// million: those that are not asked for are passed over unread.
pub fn changes_among(
    reading: &Reading<'_>,
    changeset: &[u8],
    case: Option<CaseId>,
    most: usize,
) -> Result<Vec<RowChange>> {
    let mut rows = Vec::new();
    if most > 0 {
        each_change(reading, changeset, case, |row| {
            rows.push(row);
            Ok(if rows.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        })?;
    }
    Ok(rows)
}

/// Tells the rows that a changeset changed one after the other, those of one case alone where it is given, until `each` has enough.
pub(super) fn each_change(
    reading: &Reading<'_>,
    changeset: &[u8],
    of_case: Option<CaseId>,
    mut each: impl FnMut(RowChange) -> Result<ControlFlow<()>>,
) -> Result<()> {
    let mut schema = Schema::new(reading.connection());
    walk(changeset, |item| {
        let operation = item.op()?;
        let table = operation.table_name();
        let case = schema.case_of(item, table)?;
        if of_case.is_some() && case != of_case {
            return Ok(ControlFlow::Continue(()));
        }
        let kind = match operation.code() {
            Sql::SQLITE_INSERT => "insert",
            Sql::SQLITE_DELETE => "delete",
            _ => "update",
        };
        let (key, fields) = (key_of(item)?, fields_of(item, kind, schema.columns_of(table)?));
        each(RowChange { table: table.to_owned(), key, kind, case, fields })
    })
}

fn key_of(item: &ChangesetItem) -> Result<String> {
    let parts = item.pk()?.iter().enumerate().filter(|(_, part)| **part != 0);
    let values = parts.filter_map(|(at, _)| value(item.old_value(at)).or_else(|| value(item.new_value(at))));
    Ok(values.filter_map(text).collect::<Vec<_>>().join("/"))
}

fn fields_of(item: &ChangesetItem, kind: &str, columns: &[String]) -> Vec<FieldChange> {
    let of = |(at, field): (usize, &String)| {
        let (before, after) = (value(item.old_value(at)), value(item.new_value(at)));
        let changed = match kind {
            "update" => after.is_some(),
            _ => before.as_ref().or(after.as_ref()).is_some_and(|value| *value != Value::Null),
        };
        changed.then(|| FieldChange {
            field: field.clone(),
            before: before.and_then(text),
            after: after.and_then(text),
        })
    };
    columns.iter().enumerate().filter_map(of).collect()
}
