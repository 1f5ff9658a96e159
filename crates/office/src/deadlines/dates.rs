//! The due dates of the office as the rules of this program give them, to be compared with those of another.

use anjuan_law::{Day, clock};
use serde::Serialize;

use super::{counting, facts, subject_text};
use crate::{CaseId, Reading, Result};

/// One due date by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DateLine {
    /// The case's register number.
    pub register_no: String,
    /// The rule.
    pub rule: String,
    /// What it is about.
    pub subject: String,
    /// The day of the trigger.
    pub trigger_on: Day,
    /// The last day by law.
    pub due: Day,
    /// Finish by this day.
    pub safe_due: Day,
}

/// The due dates of some cases, counted anew from the record, and the case after which to go on.
pub fn dates(reading: &Reading<'_>, after: Option<CaseId>, limit: u32) -> Result<(Vec<DateLine>, Option<CaseId>)> {
    let cases: Vec<CaseId> = reading.all(
        "SELECT id FROM case_file WHERE id > ?1 ORDER BY id LIMIT ?2",
        (after.map_or(0, CaseId::get), limit),
        |row| row.get(0),
    )?;
    let counting = counting(reading)?;
    let mut lines = Vec::new();
    for (case, facts) in facts::facts(reading, &cases)? {
        let register_no: String = reading.value("SELECT register_no FROM case_file WHERE id = ?1", [case])?;
        for period in clock::periods(&facts, &counting.calendar, &counting.settings).periods {
            lines.push(DateLine {
                register_no: register_no.clone(),
                rule: period.rule.id.to_owned(),
                subject: subject_text(period.subject),
                trigger_on: period.trigger_on,
                due: period.sum.due,
                safe_due: period.sum.safe_due,
            });
        }
    }
    Ok((lines, cases.last().copied().filter(|_| cases.len() == limit as usize)))
}
