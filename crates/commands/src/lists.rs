//! Lists of cases: views, opening, pages.

use anjuan_office::{
    Result,
    lists::{self, CaseQuery, CaseRow, OpenList, View},
};
use serde::{Deserialize, Serialize};

use crate::{Seat, list::Nothing, walls};

/// The most rows of one page.
const MOST_ROWS: usize = 1000;

/// A list to open.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct ListOpen {
    /// What it shows.
    pub query: CaseQuery,
    /// How many rows to give at once; 100 when absent.
    #[serde(default)]
    pub first: Option<usize>,
}

/// A page of an open list.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct ListPage {
    /// Which list.
    pub list: u32,
    /// From this row, counted from 0.
    pub from: usize,
    /// So many rows.
    pub count: usize,
}

/// A page by key.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct CaseListAsk {
    /// A named view; all cases when absent.
    #[serde(default)]
    pub view: Option<String>,
    /// Further conditions as a line of text.
    #[serde(default)]
    pub filter: Option<String>,
    /// At most so many; 50 when absent, none where they are only to be counted.
    #[serde(default)]
    pub limit: Option<usize>,
    /// After this key.
    #[serde(default)]
    pub after: Option<String>,
}

/// A page by key.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct CaseList {
    /// How many cases there are in all.
    pub total: usize,
    /// The cases of this page.
    pub cases: Vec<CaseRow>,
    /// Ask again with `after` set to this for more.
    pub next: Option<String>,
}

/// The office's views, then the person's own.
pub fn view_list(seat: &Seat<'_>, _: Nothing) -> Result<Vec<View>> {
    seat.read(|reading| {
        let mut views = lists::built_in_views(seat.by());
        let own = "SELECT substr(key, 6), body FROM desk_item WHERE account_id = ?1 AND key LIKE 'view:%' ORDER BY key";
        let kept =
            reading.all(own, [seat.by().account], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        views.extend(
            kept.into_iter()
                .filter_map(|(name, body)| Some(View { name, own: true, query: serde_json::from_str(&body).ok()? })),
        );
        Ok(views)
    })
}

/// Opens a list of cases.
pub fn case_list_open(seat: &Seat<'_>, ask: ListOpen) -> Result<OpenList> {
    let first = ask.first.unwrap_or(100).min(MOST_ROWS);
    seat.read(|reading| {
        let told = walls::told(seat, reading, ask.query.asks_names())?;
        seat.office().lists().open(reading, &ask.query, &told, first, seat.day)
    })
}

/// A page of an open list.
pub fn case_list_page(seat: &Seat<'_>, ask: ListPage) -> Result<Vec<CaseRow>> {
    seat.read(|reading| seat.office().lists().page(reading, ask.list, ask.from, ask.count.min(MOST_ROWS), seat.day))
}

/// A page of cases by key.
pub fn case_list(seat: &Seat<'_>, ask: CaseListAsk) -> Result<CaseList> {
    seat.read(|reading| {
        let mut query = match &ask.view {
            Some(view) => lists::view_query(reading, seat.by(), view)?,
            None => CaseQuery::default(),
        };
        if let Some(line) = &ask.filter {
            query.filters.extend(lists::parse_filter(reading, line)?);
        }
        let limit = ask.limit.unwrap_or(50).min(MOST_ROWS);
        let told = walls::told(seat, reading, query.asks_names())?;
        let count = || lists::count(reading, &query, &told, seat.day);
        if limit == 0 {
            return Ok(CaseList { total: count()?, cases: Vec::new(), next: None });
        }
        let (cases, next) = lists::after(reading, &query, &told, ask.after.as_deref(), limit, seat.day)?;
        // Where there are fewer than fit, all of them are there.
        let all = ask.after.is_none() && cases.len() < limit;
        let total = if all { cases.len() } else { count()? };
        Ok(CaseList { total, cases, next })
    })
}
