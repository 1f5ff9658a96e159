//! Deriving beside the record: what should stand in the derived tables is worked out on a connection of its own that only
//! reads the record, and compared with what stands there.
//!
//! The connection has empty tables in memory under the names of those that are derived; SQLite takes those first, so that the derivers
//! that write the record's own tables write these here, unchanged. Several such connections work at the same time.

use std::collections::BTreeSet;

use anjuan_law::Day;
use rusqlite::{
    Connection, Params,
    types::{ToSqlOutput, ValueRef},
};

use super::{Reading, Record, Work, open, tables::DERIVED_TABLES};
use crate::{Actor, CaseId, Result};

/// A connection that derives beside the record.
pub struct Aside {
    connection: Connection,
    tables: &'static [&'static str],
}

/// What stands differently in one derived table, among the cases of one span.
#[derive(Debug)]
pub struct Standing {
    /// The derived table.
    pub table: &'static str,
    /// The cases that have such rows.
    pub cases: BTreeSet<CaseId>,
    /// How many rows stand there that should not, or stand differently.
    pub stale: i64,
    /// How many rows are missing, or stand differently.
    pub missing: i64,
    /// All rows that these cases should have.
    rows: Rows,
    /// Nothing at all stands there of the span's cases.
    empty: bool,
}

/// Rows taken out of a table. Their texts lie one after the other: a piece of memory for each of millions of values, freed by
/// another thread than took it, costs more than writing them.
#[derive(Debug, Default)]
struct Rows {
    columns: usize,
    cells: Vec<Cell>,
    bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
enum Cell {
    Null,
    Integer(i64),
    Real(f64),
    Text { from: usize, to: usize },
    Blob { from: usize, to: usize },
}

impl Rows {
    fn keep(&mut self, value: ValueRef<'_>) {
        let mut put = |bytes: &[u8]| {
            let from = self.bytes.len();
            self.bytes.extend_from_slice(bytes);
            (from, self.bytes.len())
        };
        self.cells.push(match value {
            ValueRef::Null => Cell::Null,
            ValueRef::Integer(number) => Cell::Integer(number),
            ValueRef::Real(number) => Cell::Real(number),
            ValueRef::Text(text) => {
                let (from, to) = put(text);
                Cell::Text { from, to }
            }
            ValueRef::Blob(bytes) => {
                let (from, to) = put(bytes);
                Cell::Blob { from, to }
            }
        });
    }

    fn value(&self, cell: Cell) -> ToSqlOutput<'_> {
        let bytes = |from, to| self.bytes.get(from..to).unwrap_or_default();
        ToSqlOutput::Borrowed(match cell {
            Cell::Null => ValueRef::Null,
            Cell::Integer(number) => ValueRef::Integer(number),
            Cell::Real(number) => ValueRef::Real(number),
            Cell::Text { from, to } => ValueRef::Text(bytes(from, to)),
            Cell::Blob { from, to } => ValueRef::Blob(bytes(from, to)),
        })
    }

    fn len(&self) -> usize {
        self.cells.len().checked_div(self.columns).unwrap_or(0)
    }

    fn each(&self) -> impl Iterator<Item = impl Iterator<Item = ToSqlOutput<'_>>> {
        self.cells.chunks(self.columns.max(1)).map(|row| row.iter().map(|cell| self.value(*cell)))
    }
}

/// Ids of cases, both ends included, whether there is a case of each or not.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    /// The first id.
    pub from: CaseId,
    /// The last id.
    pub to: CaseId,
}

impl Record {
    /// A connection that derives these tables beside the record, and reads the others as they stand; none where the record lies
    /// in memory, which has one connection only.
    pub fn aside(&self, tables: &'static [&'static str]) -> Result<Option<Aside>> {
        let Some(path) = self.path() else { return Ok(None) };
        let _beside = self.open_beside();
        let connection = open::connect_aside(path, &self.key())?;
        connection.execute_batch("PRAGMA temp.journal_mode = OFF;")?;
        for table in tables {
            let sql: String = connection.query_row(
                "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?1",
                [table],
                |row| row.get(0),
            )?;
            connection.execute_batch(&sql.replacen("CREATE TABLE", "CREATE TEMP TABLE", 1))?;
        }
        Ok(Some(Aside { connection, tables }))
    }
}

impl Aside {
    /// Calls `derive`, which derives the cases of the span, and says what stands differently in the record. All of it sees
    /// one committed state.
    pub fn compare(
        &mut self,
        by: &Actor,
        day: Day,
        span: Span,
        derive: impl FnOnce(&Work<'_>) -> Result<()>,
    ) -> Result<Vec<Standing>> {
        let transaction = self.connection.transaction()?;
        for table in self.tables {
            transaction.prepare_cached(&format!("DELETE FROM temp.{table}"))?.execute([])?;
        }
        derive(&Work::new(Reading::new(&transaction), by, day))?;
        let mut found = Vec::new();
        for table in self.tables {
            if !same(&transaction, table, span)? {
                found.push(standing(&transaction, table, span)?);
            }
        }
        // Nothing was written to the record; taking the tables in memory back would cost more than emptying them next time.
        transaction.commit()?;
        Ok(found)
    }
}

/// The indexes of derived tables in which nothing stands, each with the statement that makes it.
fn indexes_of_empty(connection: &Connection) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for table in DERIVED_TABLES {
        let sql = format!(
            "SELECT name, sql FROM main.sqlite_schema
              WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL AND NOT EXISTS (SELECT 1 FROM main.{table})"
        );
        let mut query = connection.prepare(&sql)?;
        let rows = query.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
        found.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(found)
}

impl Work<'_> {
    /// Calls `fill`, which writes the derived tables. Those in which nothing stands are filled first and get their indexes
    /// after, in one sweep each: row by row the pages of an index would be read and written again and again.
    pub fn indexed_after<T>(&self, fill: impl FnOnce() -> Result<T>) -> Result<T> {
        let indexes = indexes_of_empty(self.connection())?;
        for (name, _) in &indexes {
            self.connection().execute_batch(&format!("DROP INDEX main.{name}"))?;
        }
        let answer = fill()?;
        for (_, sql) in &indexes {
            self.connection().execute_batch(sql)?;
        }
        Ok(answer)
    }

    /// Gives the cases of what was found the rows that they should have. Nobody else may have written since it was found.
    pub fn set_right(&self, standing: Standing) -> Result<()> {
        if !standing.empty {
            let mut drop_rows =
                self.connection().prepare_cached(&format!("DELETE FROM main.{} WHERE case_id = ?1", standing.table))?;
            for case in &standing.cases {
                drop_rows.execute([case])?;
            }
        }
        let places = vec!["?"; standing.rows.columns].join(", ");
        let mut keep =
            self.connection().prepare_cached(&format!("INSERT INTO main.{} VALUES ({places})", standing.table))?;
        for row in standing.rows.each() {
            keep.execute(rusqlite::params_from_iter(row))?;
        }
        Ok(())
    }
}

/// Whether a table has the same rows on both sides, in the same order.
fn same(connection: &Connection, table: &str, span: Span) -> Result<bool> {
    let key = key_of(connection, table)?;
    let mut here = connection.prepare_cached(&format!("SELECT * FROM temp.{table} ORDER BY {key}"))?;
    let mut there = connection
        .prepare_cached(&format!("SELECT * FROM main.{table} WHERE case_id BETWEEN ?1 AND ?2 ORDER BY {key}"))?;
    let columns = here.column_count();
    let (mut here, mut there) = (here.query([])?, there.query([span.from, span.to])?);
    loop {
        match (here.next()?, there.next()?) {
            (None, None) => return Ok(true),
            (Some(one), Some(other)) => {
                for column in 0..columns {
                    if one.get_ref(column)? != other.get_ref(column)? {
                        return Ok(false);
                    }
                }
            }
            _ => return Ok(false),
        }
    }
}

/// The columns of a table's key, in its order.
fn key_of(connection: &Connection, table: &str) -> Result<String> {
    let mut query =
        connection.prepare_cached("SELECT name FROM pragma_table_info(?1, 'main') WHERE pk > 0 ORDER BY pk")?;
    let names = query.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    Ok(names.join(", "))
}

/// What differs in a table. Where nothing stands in the record yet, everything is missing, and nothing need be compared.
fn standing(connection: &Connection, table: &'static str, span: Span) -> Result<Standing> {
    let there = format!("main.{table} WHERE case_id BETWEEN ?1 AND ?2");
    let bound = [span.from, span.to];
    let empty = connection
        .prepare_cached(&format!("SELECT NOT EXISTS (SELECT 1 FROM {there})"))?
        .query_row(bound, |row| row.get(0))?;
    if empty {
        let rows = rows(connection, &format!("SELECT * FROM temp.{table}"), [])?;
        let cases = cases(connection, &format!("SELECT DISTINCT case_id FROM temp.{table}"), [])?;
        let missing = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        return Ok(Standing { table, cases, stale: 0, missing, rows, empty });
    }
    let only_here = format!("SELECT * FROM temp.{table} EXCEPT SELECT * FROM {there}");
    let only_there = format!("SELECT * FROM {there} EXCEPT SELECT * FROM temp.{table}");
    let count = |sql: &str| -> Result<i64> {
        Ok(connection.prepare_cached(&format!("SELECT count(*) FROM ({sql})"))?.query_row(bound, |row| row.get(0))?)
    };
    let differing = format!("SELECT case_id FROM ({only_here}) UNION SELECT case_id FROM ({only_there})");
    Ok(Standing {
        table,
        stale: count(&only_there)?,
        missing: count(&only_here)?,
        cases: cases(connection, &differing, bound)?,
        rows: rows(connection, &format!("SELECT * FROM temp.{table} WHERE case_id IN ({differing})"), bound)?,
        empty,
    })
}

fn cases(connection: &Connection, sql: &str, bound: impl Params) -> Result<BTreeSet<CaseId>> {
    let mut query = connection.prepare_cached(sql)?;
    Ok(query.query_map(bound, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn rows(connection: &Connection, sql: &str, bound: impl Params) -> Result<Rows> {
    let mut query = connection.prepare_cached(sql)?;
    let mut kept = Rows { columns: query.column_count(), ..Rows::default() };
    let mut found = query.query(bound)?;
    while let Some(row) = found.next()? {
        for column in 0..kept.columns {
            kept.keep(row.get_ref(column)?);
        }
    }
    Ok(kept)
}
