//! Reading: named queries on a connection that can't write.

use rusqlite::{Connection, OptionalExtension as _, Params, Row, types::FromSql};

use crate::Result;

/// A connection for queries. Every capability's queries take one; an action's [`Work`](super::Work) is one too.
pub struct Reading<'c> {
    connection: &'c Connection,
}

impl<'c> Reading<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection }
    }

    /// All rows of a query.
    pub fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        from_row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map(params, from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The first row of a query, if there is one.
    pub fn maybe<T>(
        &self,
        sql: &str,
        params: impl Params,
        from_row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut query = self.connection.prepare_cached(sql)?;
        Ok(query.query_row(params, from_row).optional()?)
    }

    /// The row of a query that always has one.
    pub fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        from_row: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<T> {
        let mut query = self.connection.prepare_cached(sql)?;
        Ok(query.query_row(params, from_row)?)
    }

    /// The single value of a query that always has one.
    pub fn value<T: FromSql>(&self, sql: &str, params: impl Params) -> Result<T> {
        self.one(sql, params, |row| row.get(0))
    }

    /// Calls `each` for every row, without keeping them.
    pub fn each(&self, sql: &str, params: impl Params, mut each: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let mut query = self.connection.prepare_cached(sql)?;
        let mut rows = query.query(params)?;
        while let Some(row) = rows.next()? {
            each(row)?;
        }
        Ok(())
    }

    pub(super) fn connection(&self) -> &'c Connection {
        self.connection
    }
}
