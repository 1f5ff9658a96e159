//! Open lists and their pages.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use anjuan_law::Day;
use rusqlite::{params_from_iter, types::Value};
use serde::Serialize;

use super::{CaseQuery, CaseRow, query::Asked, rows};
use crate::{Reading, Result, accounts::Told, refusal};

/// How many lists are kept open; the one not asked for longest goes first.
const KEPT: usize = 16;
/// How many ids they hold together; more only where one or two lists are longer.
const KEPT_IDS: usize = 3_000_000;

/// The lists that are open.
#[derive(Default)]
pub struct Lists {
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    next: u32,
    lists: VecDeque<One>,
}

/// An open list: what it was asked for and of what, on which day and after which journal entry, and the cases in order.
struct One {
    list: u32,
    query: CaseQuery,
    told: Told,
    day: Day,
    entry: i64,
    ids: Arc<Vec<i64>>,
}

/// A list that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct OpenList {
    /// Ask for its pages with this.
    pub list: u32,
    /// How many cases it has.
    pub total: u32,
    /// Its first rows.
    pub rows: Vec<CaseRow>,
}

impl Lists {
    /// Opens a list: its cases are put in order and stay so until it is opened again.
    pub fn open(
        &self,
        reading: &Reading<'_>,
        query: &CaseQuery,
        told: &Told,
        first: usize,
        day: Day,
    ) -> Result<OpenList> {
        // The same question, while nothing changed, has the same answer.
        let entry: i64 = reading.value("SELECT ifnull(max(entry), 0) FROM journal", [])?;
        let kept = self.kept();
        let same = |one: &&One| one.entry == entry && one.day == day && one.query == *query && one.told == *told;
        let known = kept.lists.iter().find(same);
        let known = known.map(|one| Arc::clone(&one.ids));
        drop(kept);
        let ids = match known {
            Some(ids) => ids,
            None => Arc::new(ids(reading, query, told, day)?),
        };
        let list = {
            let mut open = self.kept();
            open.next += 1;
            let list = open.next;
            open.lists.push_back(One {
                list,
                query: query.clone(),
                told: told.clone(),
                day,
                entry,
                ids: Arc::clone(&ids),
            });
            while open.lists.len() > KEPT || open.lists.len() > 2 && open.held() > KEPT_IDS {
                open.lists.pop_front();
            }
            list
        };
        let rows = rows::of(reading, &ids[..first.min(ids.len())], day)?;
        Ok(OpenList { list, total: u32::try_from(ids.len()).unwrap_or(u32::MAX), rows })
    }

    /// A page of an open list.
    pub fn page(&self, reading: &Reading<'_>, list: u32, from: usize, count: usize, day: Day) -> Result<Vec<CaseRow>> {
        let ids = self.ids(list)?;
        let from = from.min(ids.len());
        let to = (from + count).min(ids.len());
        rows::of(reading, &ids[from..to], day)
    }

    /// The ids of an open list, in order.
    pub fn ids(&self, list: u32) -> Result<Arc<Vec<i64>>> {
        let mut open = self.kept();
        let at = open.lists.iter().position(|one| one.list == list).ok_or_else(|| refusal!("list_not_open"))?;
        let entry = open.lists.remove(at).ok_or_else(|| refusal!("list_not_open"))?;
        let ids = Arc::clone(&entry.ids);
        open.lists.push_back(entry);
        Ok(ids)
    }

    /// Derived rows were put right without an entry: lists opened from now on are put in order anew.
    pub fn forget(&self) {
        self.kept().lists.iter_mut().for_each(|one| one.entry = -1);
    }

    fn kept(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    /// How many ids the lists hold; those that hold the same ids together count once.
    fn held(&self) -> usize {
        let first =
            |(at, one): &(usize, &One)| !self.lists.iter().take(*at).any(|other| Arc::ptr_eq(&other.ids, &one.ids));
        self.lists.iter().enumerate().filter(first).map(|(_, one)| one.ids.len()).sum()
    }
}

/// The ids that a query gives, in its order.
fn ids(reading: &Reading<'_>, query: &CaseQuery, told: &Told, day: Day) -> Result<Vec<i64>> {
    let asked = query.asked(reading, told, day)?;
    let (order, from, condition) = (query.ordering(&asked), &asked.from, &asked.condition);
    let sql = format!("SELECT case_id FROM {from} WHERE {condition} ORDER BY {order}");
    reading.all(&sql, params_from_iter(asked.values), |row| row.get(0))
}

/// How many cases a query gives.
pub fn count(reading: &Reading<'_>, query: &CaseQuery, told: &Told, day: Day) -> Result<usize> {
    let asked = query.asked(reading, told, day)?;
    let sql = format!("SELECT count(*) FROM {} WHERE {}", asked.from, asked.condition);
    let count: i64 = reading.value(&sql, params_from_iter(asked.values))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// A page by key: the rows after `after` in the query's order, and the key of the last one if there may be more.
pub fn after(
    reading: &Reading<'_>,
    query: &CaseQuery,
    told: &Told,
    after: Option<&str>,
    limit: usize,
    day: Day,
) -> Result<(Vec<CaseRow>, Option<String>)> {
    let asked = query.asked(reading, told, day)?;
    let sort = query.order();
    let column = asked.value(sort.column);
    let ordering = query.ordering(&asked);
    let Asked { from, mut condition, mut values, .. } = asked;
    if let Some(key) = after {
        let malformed = || refusal!("page_key_malformed", key = key).at("after");
        let (id, value) = key.split_once(' ').ok_or_else(malformed)?;
        values.push(serde_json::from_str::<serde_json::Value>(value).map_err(|_| malformed()).map(
            |value| match value {
                serde_json::Value::Number(number) => number.as_i64().map_or(Value::Null, Value::Integer),
                serde_json::Value::String(text) => Value::Text(text),
                _ => Value::Null,
            },
        )?);
        values.push(Value::Integer(id.parse().map_err(|_| malformed())?));
        let sign = if sort.descending { "<" } else { ">" };
        // As the order has it, what has no value comes before all that have one.
        let (at, id) = (values.len() - 1, values.len());
        condition = format!(
            "{condition} AND ({column} IS NOT NULL, ifnull({column}, ''), case_id) {sign} (?{at} IS NOT NULL, ifnull(?{at}, ''), ?{id})"
        );
    }
    let sql =
        format!("SELECT case_id, {column} AS key FROM {from} WHERE {condition} ORDER BY {ordering} LIMIT {limit}");
    let found: Vec<(i64, Value)> = reading.all(&sql, params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let next = found.last().filter(|_| found.len() == limit).map(|(id, key)| {
        let key = match key {
            Value::Integer(number) => serde_json::json!(number),
            Value::Text(text) => serde_json::json!(text),
            _ => serde_json::Value::Null,
        };
        format!("{id} {key}")
    });
    let ids: Vec<i64> = found.into_iter().map(|(id, _)| id).collect();
    Ok((rows::of(reading, &ids, day)?, next))
}
