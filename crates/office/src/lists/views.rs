//! Named views: those every office has, and those a person keeps on his desk.

use serde::Serialize;

use super::{CaseQuery, Column, Filter, Sort, Test};
use crate::{Actor, Reading, Result, refusal};

/// A named view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct View {
    /// Its code (words: `view_<code>`), or the name a person gave it.
    pub name: String,
    /// The person made it.
    pub own: bool,
    /// What it shows.
    pub query: CaseQuery,
}

fn is(column: Column, value: impl ToString) -> Filter {
    Filter { column, test: Test::OneOf(vec![value.to_string()]) }
}

/// The views every office has, as this person sees them.
pub fn built_in_views(by: &Actor) -> Vec<View> {
    let open = || is(Column::IsOpen, "yes");
    let by_due = Some(Sort { column: Column::NextDueOn, descending: false });
    let mine = by.account.map_or_else(|| "0".to_owned(), |account| account.to_string());
    let view = |name: &str, filters: Vec<Filter>, sort: Option<Sort>| View {
        name: name.to_owned(),
        own: false,
        query: CaseQuery { filters, sort },
    };
    vec![
        view("open", vec![open()], None),
        view("mine", vec![open(), is(Column::Staff, &mine)], by_due),
        view("my_closed", vec![is(Column::IsOpen, "no"), is(Column::Staff, &mine)], None),
        view("waiting", vec![open(), is(Column::Waits, "yes")], None),
        view("in_custody", vec![open(), is(Column::InCustody, "yes")], by_due),
        view("due_week", vec![open(), is(Column::DueSoon, "yes")], by_due),
        view("overdue", vec![open(), is(Column::Overdue, "yes")], by_due),
        view("out", vec![open(), Filter { column: Column::OutWith, test: Test::Filled }], None),
        view("unchecked", vec![open(), is(Column::Unchecked, "yes")], by_due),
        view("minors", vec![open(), is(Column::IsMinor, "yes")], None),
        view("closed", vec![is(Column::IsOpen, "no")], Some(Sort { column: Column::ClosedOn, descending: true })),
        view("all", Vec::new(), None),
    ]
}

/// The query of a view by name: one of the office's, or one that the person keeps.
pub fn view_query(reading: &Reading<'_>, by: &Actor, name: &str) -> Result<CaseQuery> {
    if let Some(view) = built_in_views(by).into_iter().find(|view| view.name == name) {
        return Ok(view.query);
    }
    let kept: Option<String> = reading.maybe(
        "SELECT body FROM desk_item WHERE account_id = ?1 AND key = 'view:' || ?2",
        (by.account, name),
        |row| row.get(0),
    )?;
    let kept = kept.ok_or_else(|| refusal!("view_unknown", view = name).at("view"))?;
    serde_json::from_str(&kept).map_err(|_| refusal!("view_unknown", view = name).at("view"))
}
