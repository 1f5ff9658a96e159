//! Filters as a line of text: `stage=reviewing handler=li accepted>=2026-01-01 title~盗窃 open=yes`.

use super::{
    columns::{Column, Kind},
    query::{Filter, Test},
};
use crate::{Reading, Result, refusal};

/// Short names beside the columns' own.
const SHORT: &[(&str, Column)] = &[
    ("no", Column::RegisterNo),
    ("person", Column::Persons),
    ("handler", Column::HandlerId),
    ("department", Column::DepartmentId),
    ("accepted", Column::AcceptedOn),
    ("closed", Column::ClosedOn),
    ("due", Column::NextDueOn),
    ("open", Column::IsOpen),
    ("custody", Column::InCustody),
    ("minor", Column::IsMinor),
    ("sensitive", Column::IsSensitive),
    ("out", Column::OutWith),
    ("state", Column::DueState),
];

/// Reads a line of conditions with spaces between. A handler is named by login, a department by name.
pub fn parse_filter(reading: &Reading<'_>, line: &str) -> Result<Vec<Filter>> {
    line.split_whitespace().map(|part| parse_one(reading, part)).collect()
}

fn parse_one(reading: &Reading<'_>, part: &str) -> Result<Filter> {
    let malformed = || refusal!("filter_malformed", part = part).at("filter");
    let at = part.find(['=', '~', '<', '>']).ok_or_else(malformed)?;
    let (name, rest) = part.split_at(at);
    let column = SHORT
        .iter()
        .find(|(short, _)| *short == name)
        .map(|(_, column)| *column)
        .or_else(|| Column::of(name))
        .ok_or_else(|| refusal!("filter_column_unknown", column = name).at("filter"))?;
    let sign_length = if rest.starts_with(">=") || rest.starts_with("<=") { 2 } else { 1 };
    let (sign, value) = rest.split_at(sign_length);
    let test = match (sign, column.kind()) {
        ("=", _) if value.is_empty() => Test::Empty,
        ("=", Kind::Text) => Test::OneOf(vec![value.to_owned()]),
        ("=", _) => Test::OneOf(value.split(',').map(|one| named(reading, column, one)).collect::<Result<_>>()?),
        ("~", Kind::Text) => Test::Contains(value.to_owned()),
        (">=", Kind::Day | Kind::Number) => Test::Between(Some(value.to_owned()), None),
        ("<=", Kind::Day | Kind::Number) => Test::Between(None, Some(value.to_owned())),
        _ => return Err(malformed()),
    };
    Ok(Filter { column, test })
}

fn named(reading: &Reading<'_>, column: Column, value: &str) -> Result<String> {
    let sql = match column {
        Column::HandlerId | Column::Staff => "SELECT id FROM account WHERE login = ?1 OR name = ?1",
        Column::DepartmentId => "SELECT id FROM department WHERE name = ?1",
        _ => return Ok(value.to_owned()),
    };
    let id: Option<i64> = reading.maybe(sql, [value], |row| row.get(0))?;
    id.map(|id| id.to_string()).ok_or_else(|| refusal!("filter_value_wrong", value = value).at(column.name()))
}
