//! Lists of cases: any column filtered and sorted, paged to the last of a million.
//!
//! Opening a list puts the ids of its cases in order once; pages are then read by id, so that page 20,000 costs
//! what page 1 costs, and a row that was edited stays where it is until the list is opened again. A face
//! that keeps nothing between two questions (the command line) pages by key instead.

mod columns;
mod expression;
mod pages;
mod query;
mod rows;
mod views;

#[cfg(test)]
mod tests;

pub use columns::Column;
pub(crate) use columns::{DUE_SOON, OVERDUE, UNCHECKED};
pub use expression::parse_filter;
pub use pages::{Lists, OpenList, after, count};
pub use query::{CaseQuery, Filter, Sort, Test};
pub use rows::{CaseRow, rows};
pub use views::{View, built_in_views, view_query};
