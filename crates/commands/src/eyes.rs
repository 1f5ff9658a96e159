//! What of the journal is told to whom. Who may not see cases is told that an entry concerns one, and nothing of what it says; who
//! sees a case masked, or is kept away from it, is told no more by the journal than by the case.

use std::collections::BTreeSet;

use anjuan_office::{Action, CaseId, EntryId, Reading, Result, Right, Scope};
use serde_json::Value;

use crate::{
    Seat,
    walls::{self, Masks},
};

/// Tables that say nothing of a case nor of the people in one.
const OF_THE_OFFICE: [&str; 12] = [
    "absence",
    "account",
    "account_request",
    "calendar_year",
    "department",
    "entry_redaction",
    "office",
    "paper_template",
    "period_setting",
    "register_floor",
    "setting",
    "workstation",
];

/// Somebody who looks at the journal.
pub(crate) struct Eyes<'a, 'd> {
    seat: &'a Seat<'d>,
    reading: &'a Reading<'a>,
    /// He sees no case at all.
    pub(crate) blind: bool,
    /// None where he sees every case whole.
    masks: Option<Masks<'a, 'd>>,
    whole: BTreeSet<CaseId>,
}

impl<'a, 'd> Eyes<'a, 'd> {
    pub(crate) fn of(seat: &'a Seat<'d>, reading: &'a Reading<'a>) -> Result<Self> {
        let blind = seat.need(Right::Read).is_err();
        Ok(Self { seat, reading, blind, masks: Masks::of(seat, reading)?, whole: BTreeSet::new() })
    }

    /// Whether the words of an entry are withheld: what was asked, and why.
    pub(crate) fn withhold(&mut self, entry: EntryId, action: &str, of_case: bool) -> Result<bool> {
        if self.blind {
            return Ok(of_case || is_about_cases(action));
        }
        if self.masks.is_none() {
            return Ok(false);
        }
        if !of_case {
            let of_returned = [Action::IntakeRefuse, Action::IntakeReveal].map(Action::name).contains(&action);
            return Ok(of_returned && !self.sees_returned());
        }
        for case in self.reading.cases_of_entry(entry)? {
            if !self.sees_whole(case)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn sees_whole(&mut self, case: CaseId) -> Result<bool> {
        if self.whole.contains(&case) {
            return Ok(true);
        }
        let whole = walls::sees_whole(self.seat, self.reading, case)?;
        if whole {
            self.whole.insert(case);
        }
        Ok(whole)
    }

    /// Masks what was written beside an entry of some cases.
    pub(crate) fn mask(&mut self, text: &mut String, entry: EntryId) -> Result<()> {
        let Some(masks) = self.masks.as_mut().filter(|_| !text.is_empty()) else { return Ok(()) };
        for case in self.reading.cases_of_entry(entry)? {
            masks.text(text, Some(case))?;
        }
        Ok(())
    }

    /// Whether the fields of a table's rows are told.
    pub(crate) fn sees_rows_of(&self, table: &str) -> bool {
        match table {
            "intake_refusal" => !self.blind && self.sees_returned(),
            _ => !self.blind || OF_THE_OFFICE.contains(&table),
        }
    }

    /// Whether what was returned or refused at intake, which belongs to no case, is told: to who sees all of it whole.
    fn sees_returned(&self) -> bool {
        self.masks.is_none() || self.seat.by().reach(Right::Register) == Scope::Office
    }

    /// What is told of the export of a list. Title and filter may be somebody's name.
    pub(crate) fn of_export(&self, action: &str, detail: String) -> String {
        if self.masks.is_none() || action != Action::ListExport.name() {
            return detail;
        }
        without(&detail, &["filter", "list"])
    }
}

/// What is told of a refusal where the rest is withheld: which command, and why; not about which case.
pub(crate) fn of_refusal(action: &str, detail: &str) -> String {
    if action == Action::Refused.name() { without(detail, &["case"]) } else { String::new() }
}

fn without(detail: &str, fields: &[&str]) -> String {
    let Ok(Value::Object(mut said)) = serde_json::from_str(detail) else { return String::new() };
    said.retain(|field, _| !fields.contains(&field.as_str()));
    Value::Object(said).to_string()
}

/// Whether it is the work on cases, or on people of theirs, that an action belongs to.
fn is_about_cases(action: &str) -> bool {
    Action::of(action).is_none_or(|action| {
        use Right::{Assign, Hear, Import, Read, Record, Register, Undo};
        matches!(action.right(), Read | Register | Record | Assign | Hear | Import | Undo)
            || action == Action::PaperMade
            || action == Action::PaperPrint
    })
}
