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
    /// Tells of a value that no cell has.
    pub(super) fn suppose(&mut self, place: &str, value: &str, code: &str) {
        self.remarks.push(Remark { value: value.to_owned(), ..self.remark_at(place, code) });
    }

    /// Tells of acts and measures that are recorded with something that the law or another column gave them.
    pub(super) fn tell_supposed(&mut self, category: &anjuan_law::Category) {
        let mut remarks = Vec::new();
        for (place, value) in &self.said {
            let (field, mark) = parts(place);
            let said = |other: &str| self.said.get(&of(other, mark)).or_else(|| self.said.get(other));
            let is_empty = |other: &str| said(other).is_none();
            let code = match field {
                "review_extended_on" if is_empty("extension_reason") => {
                    match ledger_words::only("extension_reason", &category.family) {
                        Some(_) => "import_extension_ground_of_law",
                        None => "import_extension_ground_missing",
                    }
                }
                "judged_on" if is_empty("judgment_received_on") => "import_receipt_on_judgment_day",
                // Days of one form: the earlier one is the lesser text.
                "judged_on" if said("judgment_received_on").is_some_and(|received| received < value) => {
                    "import_receipt_before_judgment"
                }
                "retransferred_on" | "retransferred_again_on" => "import_received_on_retransfer",
                "prosecuted_on" | "not_prosecuted_on" | "arrest_decided_on" | "arrest_refused_on"
                    if is_empty("charge_prosecuted") && is_empty("charge_decided") && self.is_charged(mark) =>
                {
                    "import_charge_of_referral"
                }
                "measure" if !value.contains(' ') => continue,
                _ if matches!(target(field), Target::Measure(_) | Target::MeasureNow) => "import_measure_day_for_both",
                _ => continue,
            };
            remarks.push(self.remark_at(place, code));
        }
        for mark in &self.people {
            remarks.extend(
                self.ended_by_next(mark).iter().map(|place| self.remark_at(place, "import_measure_ends_with_next")),
            );
        }
        self.tell_of_several(&mut remarks);
        self.remarks.append(&mut remarks);
    }

    /// Whether a charge is said of the person, on whichever paper.
    fn is_charged(&self, mark: &str) -> bool {
        ["charge", "charge_referred", "cause"]
            .iter()
            .any(|field| self.said.contains_key(&of(field, mark)) || self.said.contains_key(*field))
    }

    /// The places of the measures of a person that end on the day on which the next begins, as the record has them
    /// (`entry::in_sequence`).
    fn ended_by_next(&self, mark: &str) -> Vec<String> {
        let mut begun: Vec<(&str, &str, String)> = Vec::new();
        for (place, value) in self.said.iter().filter(|(place, _)| parts(place).1 == mark) {
            let (kind, day) = match target(parts(place).0) {
                Target::Measure(kind) => (kind, value.as_str()),
                Target::MeasureNow => value.split_once(' ').unwrap_or((value, "")),
                _ => continue,
            };
            match begun.iter_mut().find(|(known, ..)| *known == kind) {
                Some(known) if known.1.is_empty() => known.1 = day,
                Some(_) => {}
                None => begun.push((kind, day, place.clone())),
            }
        }
        begun.retain(|(_, day, _)| !day.is_empty());
        begun.sort_by_key(|(_, day, _)| *day);
        begun.pop();
        begun.into_iter().map(|(.., place)| place).collect()
    }

    /// Tells where several people or charges stand for one value of the case.
    fn tell_of_several(&self, remarks: &mut Vec<Remark>) {
        let of_field = |wanted: &'static str| self.said.iter().filter(move |(place, _)| parts(place).0 == wanted);
        let outcomes: BTreeSet<&str> = of_field("outcome").map(|(_, value)| value.as_str()).collect();
        if outcomes.len() > 1 && self.said.contains_key("closed_on") && !self.said.contains_key("outcome") {
            remarks
                .extend(of_field("outcome").next().map(|(place, _)| self.remark_at(place, "import_outcome_of_first")));
        }
        let charges: BTreeSet<&str> = self
            .said
            .iter()
            .filter(|(place, _)| matches!(target(parts(place).0), Target::Charge(_)) && !parts(place).1.is_empty())
            .flat_map(|(_, value)| value.split('；'))
            .collect();
        if charges.len() > 1 && !self.said.contains_key("cause") {
            let first = self.said.keys().find(|place| matches!(target(parts(place).0), Target::Charge(_)));
            remarks.extend(first.map(|place| self.remark_at(place, "import_cause_of_first_charge")));
        }
    }
}

/// What of a case is supposed, as it is kept with the case: the remarks that say so, each with its column.
pub(in crate::imports) fn kept<'r>(remarks: impl Iterator<Item = &'r Remark>) -> crate::Result<String> {
    let kept: Vec<[&str; 2]> = remarks
        .filter_map(|remark| {
            let code = SUPPOSED.iter().find(|code| **code == remark.code)?;
            Some([code.trim_start_matches("import_"), remark.column.as_str()])
        })
        .collect();
    Ok(serde_json::to_string(&kept)?)
}

/// The remarks on something that nobody said and the record holds nevertheless.
const SUPPOSED: [&str; 21] = [
    "import_allocated_on_acceptance",
    "import_category_of_number",
    "import_category_supposed",
    "import_cause_of_first_charge",
    "import_charge_of_referral",
    "import_decision_on_conclusion",
    "import_extension_ground_of_law",
    "import_handler_changed_today",
    "import_line_of_category",
    "import_measure_day_for_both",
    "import_measure_ends_with_next",
    "import_outcome_of_first",
    "import_receipt_before_judgment",
    "import_receipt_on_judgment_day",
    "import_received_on_acceptance",
    "import_received_on_retransfer",
    "import_role_supposed",
    "import_role_suspect_supposed",
    "import_taken_accepted_on",
    "import_rows_several",
    "import_value_for_each",
];
