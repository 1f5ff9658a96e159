//! What a reading takes for granted although no cell says it, and what it does not understand: both are told, row by row.

use anjuan_law::headings::{self, LedgerType};

use super::*;

/// Fields of text whose words an act takes from a list.
const LISTED: [&str; 3] = ["extension_reason", "return_reason", "execution_result"];

/// Whether a value is one of those that its field can have; of free text every value is.
pub(super) fn is_understood(field: &str, text: &str) -> bool {
    let known = |list: &str| !acts::code_in(list, text).is_empty() || ledger_words::is_nothing(text);
    match headings::field(field).map(|field| &field.kind) {
        Some(LedgerType::YesNo) => known("yes_no"),
        Some(LedgerType::Choice { list }) => known(list),
        _ => !LISTED.contains(&field) || known(field),
    }
}

/// An amount under a head that names its unit is nothing without it: `3.5` under `涉案金额（万元）`.
pub(super) fn with_unit(column: &str, field: &str, text: String) -> String {
    let is_amount = || headings::field(field).is_some_and(|field| field.kind == LedgerType::Amount);
    let is_figure = || text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    let unit = || headings::recognise(column.split_once(' ')?.1)?.unit;
    match is_figure() && is_amount() {
        true => unit().map_or_else(|| text.clone(), |unit| format!("{text}{unit}")),
        false => text,
    }
}

impl Incoming {
    /// Tells of acts that are recorded with something that the law or another column gave them.
    pub(super) fn tell_supposed(&mut self, category: &anjuan_law::Category) {
        let mut remarks = Vec::new();
        for place in self.said.keys() {
            let (field, mark) = parts(place);
            let is_empty = |other: &str| !self.said.contains_key(&of(other, mark)) && !self.said.contains_key(other);
            let code = match field {
                "review_extended_on" if is_empty("extension_reason") => {
                    match ledger_words::only("extension_reason", &category.family) {
                        Some(_) => "import_extension_ground_of_law",
                        None => "import_extension_ground_missing",
                    }
                }
                "judged_on" if is_empty("judgment_received_on") => "import_receipt_on_judgment_day",
                _ => continue,
            };
            remarks.push(self.remark_at(place, code));
        }
        self.remarks.append(&mut remarks);
    }
}
