//! Which rows are one case.

use std::collections::HashMap;

use anjuan_law::text::search_key;
use sha2::{Digest, Sha256};

use super::{Rows, SourceRow, fields::Target, fields::target};

/// The numbers that name a case, the first that a row has.
pub(super) const NAMING: [&str; 5] =
    ["number_department", "number_unified", "number_police", "number_supervisory", "number_court"];

/// The rows of one case.
pub(super) struct Bundle {
    /// What tells it from others in its source.
    pub key: String,
    /// Their places in the file.
    pub rows: Vec<usize>,
}

/// Brings the rows of each case together, in the order in which the cases first appear.
///
/// Rows that merged cells hold together are one case; so are rows with the same key of the mapping or the same number.
pub(super) fn bundles(rows: &Rows) -> Vec<Bundle> {
    let mut bundles: Vec<Bundle> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let merged = row.group.map(|first| format!("merged\u{1F}{}\u{1F}{first}", row.table));
        let known = merged.as_ref().and_then(|merged| places.get(merged)).copied();
        let place = known.unwrap_or_else(|| {
            let key = key_of(&row);
            *places.entry(key.clone()).or_insert_with(|| {
                bundles.push(Bundle { key, rows: Vec::new() });
                bundles.len() - 1
            })
        });
        if let Some(merged) = merged {
            places.insert(merged, place);
        }
        if let Some(bundle) = bundles.get_mut(place) {
            bundle.rows.push(at);
        }
    }
    bundles
}

/// The mapping's own key, else a number, else sequence and title, else all that stands in the row.
fn key_of(row: &SourceRow) -> String {
    if let Some(key) = &row.case_key {
        return format!("key:{key}");
    }
    for field in NAMING {
        if let Some(number) = text(row, field).map(search_key).filter(|key| names_something(key)) {
            return format!("{field}:{number}");
        }
    }
    if let (Some(sequence), Some(title)) = (text(row, "sequence"), text(row, "title")) {
        return format!("sequence:{}:{}", search_key(sequence), search_key(title));
    }
    let mut hash = Sha256::new();
    for cell in row.cells.iter().filter(|cell| target(&cell.field) != Target::Aside) {
        hash.update(cell.field.as_bytes());
        hash.update([0x1F]);
        hash.update(cell.text.trim().as_bytes());
        hash.update([0x1E]);
    }
    let digits: String = hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("row:{digits}")
}

fn text<'r>(row: &'r SourceRow, field: &str) -> Option<&'r str> {
    row.cells.iter().find(|cell| *cell.field == *field && !cell.column.is_empty()).map(|cell| cell.text.as_str())
}

/// `无`, `/` and `待定` in the column of numbers are no numbers.
pub(super) fn names_something(key: &str) -> bool {
    key.chars().filter(char::is_ascii_digit).count() >= 2
}
