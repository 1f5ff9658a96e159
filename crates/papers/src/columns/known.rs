//! Heads that are known by their words.

use crate::layout::plain;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A head that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The field the column holds.
    pub field: String,
    /// The words are exactly known; otherwise only their last part is (`被告人情况/姓名` by 姓名).
    pub exact: bool,
}

/// What a head says, of one or of several rows joined by `/`.
pub fn recognise(head: &str) -> Option<Recognised> {
    let text = plain(head).to_lowercase();
    let whole = text.trim_matches(|c: char| matches!(c, '*' | ':') || c.is_whitespace());
    if let Some(field) = known(whole) {
        return Some(Recognised { field, exact: true });
    }
    let (_, last) = whole.rsplit_once('/')?;
    known(last).map(|field| Recognised { field, exact: false })
}

/// A head as it is, or without the hint in brackets at its end (`受理时间*(YYYY-MM-DD)`).
fn known(head: &str) -> Option<String> {
    let as_it_is = KNOWN.get(head);
    let cut = || {
        let at = head.find(['(', '[']).filter(|&at| at > 0 && head.ends_with([')', ']']))?;
        KNOWN.get(head.get(..at)?.trim_end_matches(['*', ' ']))
    };
    as_it_is.or_else(cut).cloned()
}

static KNOWN: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for line in include_str!("headings.csv").lines().skip(1) {
        let mut parts = line.split(',');
        if let (Some(field), Some(head)) = (parts.next(), parts.next()) {
            known.insert(plain(head).to_lowercase(), field.to_owned());
        }
    }
    known
});
