//! Which column is which field: what a person confirmed, kept as a small file.

use super::{Confidence, Proposal};
use crate::layout::plain;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// How a source's columns become fields. Written as TOML or JSON; a person may write it too.
///
/// ```toml
/// name = "某县院审查起诉台账"
/// date_order = "ymd"
///
/// [constants]
/// line = "criminal"
///
/// [[columns]]
/// head = "部门受案号"
/// field = "number_department"
///
/// [[columns]]
/// head = "嫌疑人"
/// field = "person_name"
/// separators = ["、", "；"]
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// A name for people.
    pub name: String,
    /// [`fingerprint`] of the heads it was made for; empty in a file written by hand.
    pub fingerprint: String,
    /// The order of day, month and year where the figures alone leave it open.
    pub date_order: DateOrder,
    /// Fields with one value for every row.
    pub constants: BTreeMap<String, String>,
    /// Heads whose values together name a case, where it has no number of ours; used to bring rows of
    /// several tables together.
    pub case_key: Vec<String>,
    /// Heads whose values, within a case, name a person.
    pub person_key: Vec<String>,
    /// Heads whose values, within a case, name a charge.
    pub charge_key: Vec<String>,
    /// The columns, of every table that has them.
    pub columns: Vec<ColumnRule>,
    /// The tables, where there are several.
    pub tables: Vec<TableRule>,
}

/// The order of the figures in a date such as `4/8/2019`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Year, month, day.
    #[default]
    Ymd,
    /// Month, day, year.
    Mdy,
    /// Day, month, year.
    Dmy,
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ColumnRule {
    /// Its head as found; spacing and width do not matter.
    pub head: String,
    /// Its letter (`F`), for a column without a head or one of several with the same head.
    pub column: Option<String>,
    /// The field; empty: the column was looked at and stays outside.
    pub field: String,
    /// Texts that part several values in one cell: `、`, `；`, a line end.
    pub separators: Vec<String>,
    /// Our value for theirs, spacing and width aside. Values not listed stay as they are.
    pub values: BTreeMap<String, String>,
    /// Another order of dates than the mapping's.
    pub date_order: Option<DateOrder>,
    /// Which value counts where rows of one case or person say different things; without it they are refused.
    pub several: Option<Several>,
}

/// Which of several values counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Several {
    /// The first in the order of days or letters.
    Earliest,
    /// The last in the order of days or letters.
    Latest,
    /// The first in the order of rows.
    First,
    /// The last in the order of rows.
    Last,
}

/// One of several linked tables.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TableRule {
    /// Its name in this mapping.
    pub name: String,
    /// The file's name, without folder; empty for the file that was chosen.
    pub file: String,
    /// The sheet; the first when empty.
    pub sheet: String,
    /// Columns of this table alone.
    pub columns: Vec<ColumnRule>,
    /// Fields with one value for every row of this table.
    pub constants: BTreeMap<String, String>,
    /// Other heads for the case's key than the mapping's.
    pub case_key: Vec<String>,
}

/// The closed list of faults; words are `refusal_<code>` and `remedy_<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MappingCode {
    /// The file is neither TOML nor JSON of this form.
    MappingBroken,
    /// A column named in the mapping is not in the table.
    MappingColumnMissing,
    /// A key names a column that is not in the table.
    MappingKeyMissing,
}

impl MappingCode {
    /// The code in snake_case.
    pub fn as_str(self) -> &'static str {
        match self {
            MappingCode::MappingBroken => "mapping_broken",
            MappingCode::MappingColumnMissing => "mapping_column_missing",
            MappingCode::MappingKeyMissing => "mapping_key_missing",
        }
    }

    /// All codes.
    pub const ALL: [MappingCode; 3] =
        [MappingCode::MappingBroken, MappingCode::MappingColumnMissing, MappingCode::MappingKeyMissing];
}

/// A mapping can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} at {at:?} {values:?}", code.as_str())]
pub struct MappingFault {
    /// Why.
    pub code: MappingCode,
    /// The head, key or line it is about.
    pub at: String,
    /// Values for the words.
    pub values: BTreeMap<String, String>,
}

impl MappingFault {
    pub(super) fn new(code: MappingCode, at: impl Into<String>) -> MappingFault {
        let at = at.into();
        MappingFault { code, values: BTreeMap::from([("at".to_owned(), at.clone())]), at }
    }
}

impl Mapping {
    /// Reads TOML, or JSON when the text begins with a brace.
    ///
    /// # Errors
    /// [`MappingCode::MappingBroken`] with the reader's words, which name the line.
    pub fn parse(text: &str) -> Result<Mapping, MappingFault> {
        let text = text.trim_start_matches('\u{FEFF}');
        let read = if text.trim_start().starts_with('{') {
            serde_json::from_str(text).map_err(|error| error.to_string())
        } else {
            toml::from_str(text).map_err(|error| error.to_string())
        };
        read.map_err(|detail| {
            let mut fault = MappingFault::new(MappingCode::MappingBroken, "");
            fault.values.insert("detail".to_owned(), detail);
            fault
        })
    }

    /// The mapping as TOML, for a person to keep and edit. `None` only if TOML can't say it.
    pub fn to_toml(&self) -> Option<String> {
        toml::to_string(self).ok()
    }

    /// The mapping that takes every proposal as it is, columns in doubt left outside.
    pub fn from_proposals(heads: &[String], proposals: &[Proposal]) -> Mapping {
        let columns = proposals
            .iter()
            .map(|proposal| {
                let is_sure = proposal.confidence >= Confidence::Likely && proposal.instead.is_none();
                let field = proposal.field.clone().filter(|_| is_sure);
                ColumnRule {
                    head: proposal.head.clone(),
                    column: Some(letters(proposal.column)),
                    field: field.unwrap_or_default(),
                    ..ColumnRule::default()
                }
            })
            .collect();
        Mapping { fingerprint: fingerprint(heads), columns, ..Mapping::default() }
    }

    /// The rule for the table of that file and sheet, where the mapping has several.
    pub fn table_for(&self, file: &str, sheet: &str) -> Option<&TableRule> {
        self.tables.iter().find(|table| {
            (table.file.is_empty() || table.file == file) && (table.sheet.is_empty() || table.sheet == sheet)
        })
    }
}

/// A short mark of a source: the same heads in the same order give the same mark, whatever the spacing.
pub fn fingerprint(heads: &[String]) -> String {
    let mut hash = Sha256::new();
    for head in heads {
        hash.update(plain(head).to_lowercase().as_bytes());
        hash.update([0x1F]);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The letter a spreadsheet shows over a column, counted from 0: `A`, `Z`, `AA`.
pub(crate) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

/// The column, from 0, that a letter stands for.
pub(crate) fn column_of(letters: &str) -> Option<usize> {
    let text = letters.trim();
    if text.is_empty() || text.len() > 3 {
        return None;
    }
    let number = text.bytes().try_fold(0usize, |sum, byte| {
        byte.is_ascii_alphabetic().then(|| sum * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some(number - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_columns_agree() {
        for (column, text) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!((letters(column).as_str(), column_of(text)), (text, Some(column)));
        }
        assert_eq!(column_of("A1"), None);
    }

    #[test]
    fn a_mapping_survives_both_forms() {
        let text = "name = \"台账\"\ndate_order = \"mdy\"\n[constants]\nline = \"criminal\"\n[[columns]]\nhead = \"嫌疑人\"\nfield = \"person_name\"\nseparators = [\"、\"]\n[columns.values]\n\"无名氏\" = \"\"\n";
        let mapping = Mapping::parse(text).unwrap();
        assert_eq!(mapping.date_order, DateOrder::Mdy);
        assert_eq!(Mapping::parse(&mapping.to_toml().unwrap()).unwrap(), mapping);
        assert_eq!(Mapping::parse(&serde_json::to_string(&mapping).unwrap()).unwrap(), mapping);
    }

    #[test]
    fn a_slip_in_the_file_names_its_place() {
        let fault = Mapping::parse("name = \"x\"\ncolumn = 3\n").unwrap_err();
        assert_eq!(fault.code, MappingCode::MappingBroken);
        assert!(fault.values["detail"].contains("column"), "{fault}");
    }

    #[test]
    fn the_mark_of_a_source_ignores_spacing_only() {
        let mark = |heads: &[&str]| fingerprint(&heads.iter().map(|h| h.to_string()).collect::<Vec<_>>());
        assert_eq!(mark(&["案 号", "姓名"]), mark(&["案号", "姓　名"]));
        assert_ne!(mark(&["案号", "姓名"]), mark(&["姓名", "案号"]));
        assert_ne!(mark(&["ab", "c"]), mark(&["a", "bc"]));
    }
}
