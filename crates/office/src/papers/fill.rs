//! Giving a paper what it lacks. What has its place in the record goes there; only what no other part of the record asks for is
//! kept with the papers. A value that stands is never changed from here.

use std::collections::BTreeMap;

use anjuan_law::Day;
use serde::{Deserialize, Serialize};

use crate::{HearingId, Result, Right, Work, accounts::reach_case, cases::secrets::refuse_marked, hearings, refusal};

/// Values for the papers of a hearing.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
pub struct PaperFill {
    /// The hearing.
    pub hearing: HearingId,
    /// By field, as the gaps name them.
    pub values: BTreeMap<String, String>,
}

/// Fields kept with the papers.
const OWN: [&str; 4] = ["contact.name", "contact.phone", "report.decision", "report.reasons"];
const LONGEST: usize = 20_000;

/// Enters the values given. Refuses a field that can't be given here, and one that holds something already.
pub fn fill(work: &Work<'_>, today: Day, ask: &PaperFill) -> Result<()> {
    let sheet = hearings::sheet(work, ask.hearing, today)?;
    reach_case(work, work.by, Right::Hear, sheet.hearing.case_id)?;
    for (field, value) in &ask.values {
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        refuse_marked(value, || field.clone())?;
        if value.chars().count() > LONGEST {
            return Err(refusal!("text_too_long", most = LONGEST).at(field.clone()));
        }
        give(work, today, &sheet, field, value)?;
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
        own if OWN.contains(&own) || numbers_a_paper(own) => {
            let known = "SELECT 1 FROM paper_value WHERE hearing_id = ?1 AND field = ?2";
            if work.maybe(known, (id, field), |_| Ok(()))?.is_some() {
                0
            } else {
                let keep = "INSERT INTO paper_value (case_id, hearing_id, field, value) VALUES (?1, ?2, ?3, ?4)";
                work.write(keep, (case, id, field, value))?
            }
        }
        step => match step.strip_prefix("steps.").and_then(|rest| rest.strip_suffix(".text")) {
            Some(code) => {
                let kept = sheet.steps.iter().find(|step| step.step == code);
                if kept.is_some_and(|step| !step.text.trim().is_empty()) {
                    0
                } else {
                    hearings::step(work, today, id, code, kept.and_then(|step| step.at_time), value)?;
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
