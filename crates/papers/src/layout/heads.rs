//! The heads of a table.

use super::words::plain;
use anjuan_law::headings::recognise;

/// Heads as they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Name of each column, `upper/lower` for two rows of heads; empty where a column has none.
    pub names: Vec<String>,
    /// The lowest word over each column, for finding the heads again further down.
    pub lowest: Vec<String>,
    /// First row of the heads; 0 when none was found.
    pub first_row: u32,
    /// Last row of the heads; 0 when none was found.
    pub last_row: u32,
}

impl Heads {
    /// Heads from their rows, upper ones first, each filled to the right where merges say so.
    pub(super) fn new(rows: &[Vec<String>], first_row: u32, last_row: u32) -> Heads {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let word = |row: &Vec<String>, column: usize| row.get(column).map(|text| plain(text)).unwrap_or_default();
        let mut names = Vec::with_capacity(width);
        let mut lowest = Vec::with_capacity(width);
        for column in 0..width {
            let mut words: Vec<String> = Vec::new();
            for row in rows {
                let word = word(row, column);
                if !word.is_empty() && words.last() != Some(&word) {
                    words.push(word);
                }
            }
            names.push(words.join("/"));
            lowest.push(words.pop().unwrap_or_default());
        }
        Heads { names, lowest, first_row, last_row }
    }

    /// Name of a column; empty for one beyond the heads.
    pub fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
    }

    /// Columns whose value is one for a whole case: merged cells there hold a case together.
    pub(super) fn key_columns(&self) -> Vec<u32> {
        let is_key = |name: &String| {
            recognise(name).is_some_and(|found| {
                matches!(
                    found.field.id.as_str(),
                    "number_department" | "number_unified" | "number_local" | "title" | "sequence"
                )
            })
        };
        let found = self.names.iter().zip(0u32..).filter(|(name, _)| is_key(name));
        found.map(|(_, column)| column).collect()
    }
}
