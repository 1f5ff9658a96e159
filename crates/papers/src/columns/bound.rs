//! A mapping bound to the heads of one table, ready to take its rows.

use super::mapping::{MappingCode, MappingFault, Several, column_of, letters};
use super::{ColumnRule, DateOrder, Mapping, TableRule};
use crate::layout::{Row, plain};
use crate::read::Value;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A value of a row, with the way back to its cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Valued {
    /// The field.
    pub field: Arc<str>,
    /// The text: the cell's own, or ours for it where the mapping says so.
    pub text: String,
    /// The typed value of the cell; [`Value::Text`] where the cell held several values.
    pub value: Value,
    /// The column, from 0; `None` for a constant.
    pub column: Option<u32>,
    /// Filled down from a merged cell.
    pub from_merge: bool,
    /// The cell's number has lost its last digits (see [`crate::read::Cell::digits_lost`]).
    pub digits_lost: bool,
    /// The order of a date's figures.
    pub date_order: DateOrder,
    /// Which value counts where rows disagree.
    pub several: Option<Several>,
}

/// The mapped part of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Name of the table; empty where there is only one.
    pub table: Arc<str>,
    /// Number of the row in its sheet, from 1.
    pub row: u32,
    /// First row of its case, by merged cells.
    pub group: Option<u32>,
    /// Values of the case's key, where the mapping has one; `None` if all of them are blank.
    pub case_key: Option<String>,
    /// Values of the person's key.
    pub person_key: Option<String>,
    /// Values of the charge's key.
    pub charge_key: Option<String>,
    /// Values, constants first, then in the order of the columns. Blank cells give none.
    pub values: Vec<Valued>,
}

impl Record {
    /// The texts of a field; several where a cell or the row holds several.
    pub fn texts<'r>(&'r self, field: &'r str) -> impl Iterator<Item = &'r str> {
        self.values.iter().filter(move |value| &*value.field == field).map(|value| value.text.as_str())
    }
}

/// A mapping bound to one table.
#[derive(Clone, Debug)]
pub struct Bound {
    table: Arc<str>,
    constants: Vec<Valued>,
    columns: Vec<Column>,
    case_key: Vec<usize>,
    person_key: Vec<usize>,
    charge_key: Vec<usize>,
    unmapped: Vec<usize>,
    width: usize,
}

#[derive(Clone, Debug)]
struct Column {
    at: usize,
    field: Arc<str>,
    separators: Vec<String>,
    values: HashMap<String, String>,
    date_order: DateOrder,
    several: Option<Several>,
}

impl Bound {
    /// Finds the mapping's columns among `heads`; `table` is the rule for this table where the mapping
    /// has several.
    ///
    /// A rule of the mapping itself may name a column that only another table has; a rule of the table
    /// must find its column, and so must each rule when there is one table only.
    ///
    /// # Errors
    /// A column or key that is not there.
    pub fn new(mapping: &Mapping, table: Option<&TableRule>, heads: &[String]) -> Result<Bound, MappingFault> {
        let find = Finder { heads };
        let mut columns = Vec::new();
        let mut seen = vec![false; heads.len()];
        let must = mapping.tables.is_empty();
        let own = table.map_or(&[][..], |table| table.columns.as_slice());
        let rules = own.iter().map(|rule| (rule, true)).chain(mapping.columns.iter().map(|rule| (rule, must)));
        for (rule, must) in rules {
            let Some(at) = find.rule(rule) else {
                if must {
                    return Err(MappingFault::new(MappingCode::MappingColumnMissing, name_of(rule)));
                }
                continue;
            };
            if seen.get(at).copied().unwrap_or(false) {
                continue;
            }
            if let Some(seen) = seen.get_mut(at) {
                *seen = true;
            }
            if !rule.field.is_empty() {
                columns.push(column(at, rule, mapping.date_order));
            }
        }
        columns.sort_by_key(|column| column.at);
        let key = |names: &[String], must: bool| find.key(names, must);
        let case_key = match table.filter(|table| !table.case_key.is_empty()) {
            Some(table) => key(&table.case_key, true)?,
            None => key(&mapping.case_key, true)?,
        };
        Ok(Bound {
            table: table.map_or("", |table| table.name.as_str()).into(),
            constants: constants(mapping, table),
            columns,
            case_key,
            person_key: key(&mapping.person_key, false)?,
            charge_key: key(&mapping.charge_key, false)?,
            width: heads.len(),
            unmapped: (0..heads.len()).filter(|&at| !seen.get(at).copied().unwrap_or(false)).collect(),
        })
    }

    /// Columns, from 0, that the mapping does not mention. A person should see them before an import.
    pub fn unmapped(&self) -> &[usize] {
        &self.unmapped
    }

    /// Columns, from 0, right of all heads in which this row has something: no rule can have meant them,
    /// so a person looks at the row.
    pub fn stray<'r>(&self, row: &'r Row) -> impl Iterator<Item = usize> + 'r {
        let beyond = row.cells.iter().enumerate().skip(self.width);
        beyond.filter(|(_, cell)| !cell.is_blank()).map(|(column, _)| column)
    }

    /// The mapped part of a row.
    pub fn record(&self, row: &Row) -> Record {
        let mut values = self.constants.clone();
        for column in &self.columns {
            column.take(row, &mut values);
        }
        Record {
            table: Arc::clone(&self.table),
            row: row.number,
            group: row.group,
            case_key: key_of(row, &self.case_key),
            person_key: key_of(row, &self.person_key),
            charge_key: key_of(row, &self.charge_key),
            values,
        }
    }
}

impl Column {
    fn take(&self, row: &Row, into: &mut Vec<Valued>) {
        let Some(cell) = row.cells.get(self.at).filter(|cell| !cell.is_blank()) else { return };
        let parts = split(&cell.text, &self.separators);
        let several = parts.len() > 1;
        for part in parts {
            let ours = if self.values.is_empty() { None } else { self.values.get(&plain(part).to_lowercase()) };
            into.push(Valued {
                field: Arc::clone(&self.field),
                text: ours.cloned().unwrap_or_else(|| part.to_owned()),
                value: if several || ours.is_some() { Value::Text } else { cell.value },
                column: u32::try_from(self.at).ok(),
                from_merge: cell.from_merge,
                digits_lost: cell.digits_lost(),
                date_order: self.date_order,
                several: self.several,
            });
        }
    }
}

/// The parts of a text between any of the separators, blank ones left out; the whole text when there
/// are none.
fn split<'t>(text: &'t str, separators: &[String]) -> Vec<&'t str> {
    let mut parts = vec![text];
    for separator in separators.iter().filter(|separator| !separator.is_empty()) {
        parts = parts.into_iter().flat_map(|part| part.split(separator.as_str())).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn column(at: usize, rule: &ColumnRule, usual: DateOrder) -> Column {
    Column {
        at,
        field: rule.field.as_str().into(),
        separators: rule.separators.clone(),
        values: rule.values.iter().map(|(theirs, ours)| (plain(theirs).to_lowercase(), ours.clone())).collect(),
        date_order: rule.date_order.unwrap_or(usual),
        several: rule.several,
    }
}

fn constants(mapping: &Mapping, table: Option<&TableRule>) -> Vec<Valued> {
    let mut all: BTreeMap<&String, &String> = mapping.constants.iter().collect();
    all.extend(table.into_iter().flat_map(|table| &table.constants));
    let valued = |(field, text): (&String, &String)| Valued {
        field: field.as_str().into(),
        text: text.clone(),
        value: Value::Text,
        column: None,
        from_merge: false,
        digits_lost: false,
        date_order: mapping.date_order,
        several: None,
    };
    all.into_iter().map(valued).collect()
}

fn name_of(rule: &ColumnRule) -> String {
    if rule.head.is_empty() { rule.column.clone().unwrap_or_default() } else { rule.head.clone() }
}

/// The key's values with a mark between them that no text has.
fn key_of(row: &Row, columns: &[usize]) -> Option<String> {
    let texts = columns.iter().map(|&at| row.cells.get(at).map_or("", |cell| cell.text.trim()));
    let key = texts.collect::<Vec<_>>().join("\u{1F}");
    key.chars().any(|c| c != '\u{1F}').then_some(key)
}

struct Finder<'h> {
    heads: &'h [String],
}

impl Finder<'_> {
    /// By letter where the head there agrees or none is named; otherwise by head.
    fn rule(&self, rule: &ColumnRule) -> Option<usize> {
        let lettered = rule.column.as_deref().and_then(column_of).filter(|&at| at < self.heads.len());
        if rule.head.is_empty() {
            return lettered;
        }
        lettered.filter(|&at| self.is(at, &rule.head)).or_else(|| self.head(&rule.head))
    }

    fn head(&self, name: &str) -> Option<usize> {
        (0..self.heads.len()).find(|&at| self.is(at, name))
    }

    fn is(&self, at: usize, name: &str) -> bool {
        self.heads.get(at).is_some_and(|head| plain(head).to_lowercase() == plain(name).to_lowercase())
    }

    fn key(&self, names: &[String], must: bool) -> Result<Vec<usize>, MappingFault> {
        let mut found = Vec::new();
        for name in names {
            match self.head(name).or_else(|| column_of(name).filter(|&at| at < self.heads.len())) {
                Some(at) => found.push(at),
                None if must => return Err(MappingFault::new(MappingCode::MappingKeyMissing, name)),
                None => return Ok(Vec::new()),
            }
        }
        Ok(found)
    }
}

/// The letter a spreadsheet shows over a column counted from 0.
pub fn letter_of(column: usize) -> String {
    letters(column)
}
