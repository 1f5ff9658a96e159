//! What a list shows: tests on columns, and an order.

use anjuan_law::{Day, text::search_key};
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

use super::columns::{Column, Kind};
use crate::{Reading, Result, accounts::Told, refusal};

/// What a list of cases shows, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct CaseQuery {
    /// All of these hold.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// The order; newest accepted first when absent.
    #[serde(default)]
    pub sort: Option<Sort>,
}

/// One test on one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Filter {
    /// The column.
    pub column: Column,
    /// The test.
    pub test: Test,
}

/// A test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// The text has this part, whatever the width, brackets, spaces and case.
    Contains(String),
    /// The value is one of these.
    OneOf(Vec<String>),
    /// The day or number lies between these, each included and each optional.
    Between(Option<String>, Option<String>),
    /// There is no value.
    Empty,
    /// There is a value.
    Filled,
}

/// An order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Sort {
    /// By this column.
    pub column: Column,
    /// Greatest first.
    pub descending: bool,
}

impl CaseQuery {
    /// The order in force.
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or(Sort { column: Column::AcceptedOn, descending: true })
    }

    /// Whether it asks about titles or names, of which not everything is told to everybody.
    pub fn asks_names(&self) -> bool {
        self.order().column.is_of_names() || self.filters.iter().any(|filter| filter.column.is_of_names())
    }

    /// What it asks and of what, in SQL. It is put to what is told to who asks.
    pub(super) fn asked(&self, reading: &Reading<'_>, told: &Told, day: Day) -> Result<Asked> {
        let mut asked = Asked { day, from: "case_state".to_owned(), condition: String::new(), values: Vec::new() };
        if self.asks_names() && !told.is_whole() {
            asked.values.push(Value::Text(told.rows(reading)?));
            asked.from = TOLD.to_owned();
        }
        let mut parts = vec!["1".to_owned()];
        for filter in &self.filters {
            parts.push(filter.condition(&mut asked)?);
        }
        asked.condition = parts.join(" AND ");
        Ok(asked)
    }

    /// The order in SQL; ids break ties, so that every order is total.
    pub(super) fn ordering(&self, asked: &Asked) -> String {
        let sort = self.order();
        let (column, way) = (asked.value(sort.column), if sort.descending { "DESC" } else { "ASC" });
        format!("{column} {way}, case_id {way}")
    }
}

/// The cases with what is told of those of which something is hidden (`?1`, see [`Told::rows`]).
const TOLD: &str = "case_state LEFT JOIN (
    SELECT value ->> '$.case' AS told_case, value ->> '$.title' AS told_title, value ->> '$.persons' AS told_persons
      FROM json_each(?1)) ON told_case = case_id";

/// Cases on which people work, whoever they are to it. Index: assignment_carried.
const STAFF: &str = "SELECT case_id FROM assignment WHERE ended_on IS NULL AND account_id IN";

/// A query in SQL.
pub(super) struct Asked {
    day: Day,
    /// The table, with what is told beside it where that differs.
    pub from: String,
    /// All conditions.
    pub condition: String,
    /// What is bound, in order.
    pub values: Vec<Value>,
}

impl Asked {
    /// The value of a column, in SQL, as it is told.
    pub fn value(&self, column: Column) -> String {
        let value = column.value(self.day);
        match column.is_of_names() && self.from == TOLD {
            true => format!("ifnull(told_{value}, {value})"),
            false => value,
        }
    }
}

impl Filter {
    fn condition(&self, asked: &mut Asked) -> Result<String> {
        let day = asked.day;
        if let (Some(holds), Test::OneOf(options)) = (self.column.holds(day), &self.test) {
            return self.parted(&holds, options);
        }
        let column = asked.value(self.column);
        let values = &mut asked.values;
        match &self.test {
            Test::Contains(part) => {
                values.push(Value::Text(search_key(part)));
                Ok(format!("instr(comparable({column}), ?{}) > 0", values.len()))
            }
            Test::OneOf(options) => {
                let options = options.iter().map(|option| self.value(option)).collect::<Result<Vec<_>>>()?;
                let holders: Vec<String> = options
                    .into_iter()
                    .map(|option| {
                        values.push(option);
                        format!("?{}", values.len())
                    })
                    .collect();
                let holders = holders.join(", ");
                Ok(match self.column {
                    Column::Staff => format!("case_state.case_id IN ({STAFF} ({holders}))"),
                    _ => format!("{column} IN ({holders})"),
                })
            }
            Test::Between(from, to) => {
                let mut parts = vec!["1".to_owned()];
                for (bound, sign) in [(from, ">="), (to, "<=")] {
                    if let Some(bound) = bound {
                        values.push(self.value(bound)?);
                        parts.push(format!("{column} {sign} ?{}", values.len()));
                    }
                }
                Ok(format!("({})", parts.join(" AND ")))
            }
            Test::Empty => Ok(format!("ifnull({column}, '') = ''")),
            Test::Filled => Ok(format!("ifnull({column}, '') <> ''")),
        }
    }

    /// A column that parts cases: those for which the condition holds, those for which it does not, or both.
    fn parted(&self, holds: &str, options: &[String]) -> Result<String> {
        let options = options.iter().map(|option| self.value(option)).collect::<Result<Vec<_>>>()?;
        Ok(match (options.contains(&Value::Integer(1)), options.contains(&Value::Integer(0))) {
            (true, true) => "1".to_owned(),
            (true, false) => format!("({holds})"),
            (false, true) => format!("NOT ({holds})"),
            (false, false) => "0".to_owned(),
        })
    }

    fn value(&self, text: &str) -> Result<Value> {
        let wrong = || refusal!("filter_value_wrong", value = text).at(self.column.name());
        match self.column.kind() {
            Kind::Number => text.parse().map(Value::Integer).map_err(|_| wrong()),
            Kind::YesNo => match text {
                "yes" | "true" | "1" => Ok(Value::Integer(1)),
                "no" | "false" | "0" => Ok(Value::Integer(0)),
                _ => Err(wrong()),
            },
            Kind::Day => text.parse::<Day>().map(|day| Value::Text(day.to_string())).map_err(|_| wrong()),
            Kind::Choice if matches!(self.column, Column::HandlerId | Column::DepartmentId | Column::Staff) => {
                text.parse().map(Value::Integer).map_err(|_| wrong())
            }
            Kind::Choice | Kind::Text => Ok(Value::Text(text.to_owned())),
        }
    }
}
