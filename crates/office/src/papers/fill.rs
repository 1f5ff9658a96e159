//! Giving a paper what it lacks. What has its place in the record goes there, and is never changed from here once it stands. Only
//! what no other part of the record asks for is kept with the papers, and is corrected here.

use std::collections::BTreeMap;

use anjuan_law::Day;
use serde::{Deserialize, Serialize};

use super::Paper;
use crate::{
    HearingId, Reading, Result, Right, Work, accounts::reach_case, cases::secrets::refuse_marked, hearings, refusal,
};

/// Values for the papers of a hearing.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub struct PaperFill {
    /// The hearing.
    pub hearing: HearingId,
    /// By field, as the gaps name them.
    pub values: BTreeMap<String, String>,
}

/// A value that is kept with the papers: it is given, corrected and taken away here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PaperOwn {
    /// Its field.
    pub field: String,
    /// What it is (words: `paper_value_<name>`).
    pub name: String,
    /// `line` or `lines`.
    pub here: String,
    /// What stands; may be empty.
    pub value: String,
}

/// Fields kept with the papers: field, name, how it is typed.
const OWN: [(&str, &str, &str); 4] = [
    ("contact.name", "contact_name", "line"),
    ("contact.phone", "contact_phone", "line"),
    ("report.decision", "report_decision", "lines"),
    ("report.reasons", "report_reasons", "lines"),
];

/// The values kept with the papers that a paper prints.
pub fn own_values(reading: &Reading<'_>, hearing: HearingId, paper: &Paper) -> Result<Vec<PaperOwn>> {
    let (beginning, numbered) = match paper.code {
        "hearing_notice" | "hearing_announcement" => ("contact.", true),
        "hearing_result_notice" => ("", true),
        "hearing_chief_report" => ("report.", false),
        _ => ("", false),
    };
    let of_paper = OWN.iter().filter(|(field, ..)| !beginning.is_empty() && field.starts_with(beginning));
    let number = numbered.then(|| (format!("number.{}", paper.code), "number", "line"));
    let fields = number.into_iter().chain(of_paper.map(|(field, name, here)| ((*field).to_owned(), *name, *here)));
    fields
        .map(|(field, name, here)| {
            let sql = "SELECT value FROM paper_value WHERE hearing_id = ?1 AND field = ?2";
            let value = reading.maybe(sql, (hearing, &field), |row| row.get(0))?.unwrap_or_default();
            Ok(PaperOwn { field, name: name.to_owned(), here: here.to_owned(), value })
        })
        .collect()
}
const LONGEST: usize = 20_000;

/// Enters the values given. Refuses a field that can't be given here, and one that holds something already.
pub fn fill(work: &Work<'_>, today: Day, ask: &PaperFill) -> Result<()> {
    let sheet = hearings::sheet(work, ask.hearing, today)?;
    reach_case(work, work.by, Right::Hear, sheet.hearing.case_id)?;
    for (field, value) in &ask.values {
        let value = value.trim();
        let own = OWN.iter().any(|(known, ..)| known == field) || numbers_a_paper(field);
        if own {
            keep(work, &sheet, field, value)?;
        }
        if own || value.is_empty() {
            continue;
        }
        fit(field, value)?;
        give(work, today, &sheet, field, value)?;
    }
    Ok(())
}

fn fit(field: &str, value: &str) -> Result<()> {
    refuse_marked(value, || field.to_owned())?;
    if value.chars().count() > LONGEST {
        return Err(refusal!("text_too_long", most = LONGEST).at(field));
    }
    Ok(())
}

/// Keeps a value with the papers, or takes it away.
fn keep(work: &Work<'_>, sheet: &hearings::HearingSheet, field: &str, value: &str) -> Result<()> {
    let (id, case) = (sheet.hearing.id, sheet.hearing.case_id);
    if value.is_empty() {
        work.write("DELETE FROM paper_value WHERE hearing_id = ?1 AND field = ?2", (id, field))?;
        return Ok(());
    }
    fit(field, value)?;
    let changed = "UPDATE paper_value SET value = ?3 WHERE hearing_id = ?1 AND field = ?2";
    if work.write(changed, (id, field, value))? == 0 {
        let keep = "INSERT INTO paper_value (case_id, hearing_id, field, value) VALUES (?1, ?2, ?3, ?4)";
        work.write(keep, (case, id, field, value))?;
    }
    Ok(())
}

fn give(work: &Work<'_>, today: Day, sheet: &hearings::HearingSheet, field: &str, value: &str) -> Result<()> {
    let (id, case) = (sheet.hearing.id, sheet.hearing.case_id);
    let of_hearing = |sql: &str| work.write(sql, (id, value));
    let of_case = |sql: &str| work.write(sql, (case, value));
    let written = match field {
        "hearing.recorder" => of_hearing("UPDATE hearing SET recorder = ?2 WHERE id = ?1 AND recorder = ''")?,
        "hearing.questions" => of_hearing("UPDATE hearing SET questions = ?2 WHERE id = ?1 AND questions = ''")?,
        "hearing.recording" => of_hearing("UPDATE hearing SET recording = ?2 WHERE id = ?1 AND recording = ''")?,
        "hearing.proposed" => {
            of_hearing("UPDATE hearing SET proposed_decision = ?2 WHERE id = ?1 AND proposed_decision = ''")?
        }
        "case.summary" => of_case("UPDATE case_file SET summary = ?2 WHERE id = ?1 AND summary = ''")?,
        "case.cause" => of_case("UPDATE case_file SET cause = ?2 WHERE id = ?1 AND cause = ''")?,
        "case.from_unit" => of_case("UPDATE case_file SET from_unit = ?2 WHERE id = ?1 AND from_unit = ''")?,
        step => match step.strip_prefix("steps.").and_then(|rest| rest.strip_suffix(".text")) {
            Some(code) => {
                let kept = sheet.steps.iter().find(|step| step.step == code);
                if kept.is_some_and(|step| !step.text.trim().is_empty()) {
                    0
                } else {
                    hearings::step(work, today, id, code, None, Some(value))?;
                    1
                }
            }
            None => return Err(refusal!("paper_value_elsewhere", field = field).at(field)),
        },
    };
    if written == 0 {
        return Err(refusal!("paper_value_stands", field = field).at(field));
    }
    Ok(())
}

fn numbers_a_paper(field: &str) -> bool {
    field.strip_prefix("number.").is_some_and(|code| super::paper(code).is_some())
}
