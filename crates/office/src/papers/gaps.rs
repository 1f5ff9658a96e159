//! What a paper lacks, said so that somebody can give it: what it is, whom it concerns, where it is entered.

use serde::Serialize;

use super::Copy;
use crate::{HearingId, Reading, Result};

/// A value that a paper names and that the record does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PaperGap {
    /// Where it stands in the values: `hearing.place`, `officers.0.identity`.
    pub field: String,
    /// What it is (words: `paper_value_<name>`).
    pub name: String,
    /// Whom or what it concerns; may be empty.
    pub about: String,
    /// The step of the hearing that it concerns (vocabulary: `hearing_step`); may be empty.
    pub step: String,
    /// Whether it can be given on the spot, and as what: `line`, `lines`; empty where it is entered in its part.
    pub here: String,
    /// The part of the path where it is entered (`plan`, `officers`, `notice`, `day`, `decision`, `after`), or `case`.
    pub part: String,
    /// What was given for an earlier paper, to take over or change; may be empty.
    pub last: String,
}

/// How a field is given: by its path, with `*` for the place in a list.
struct Way {
    path: &'static str,
    name: &'static str,
    here: &'static str,
    part: &'static str,
}

const fn there(path: &'static str, name: &'static str, part: &'static str) -> Way {
    Way { path, name, here: "", part }
}

const fn here(path: &'static str, name: &'static str, here: &'static str, part: &'static str) -> Way {
    Way { path, name, here, part }
}

/// The first that fits is taken; a path ending in `.` fits all below it.
const WAYS: &[Way] = &[
    here("hearing.recorder", "recorder", "line", "plan"),
    here("hearing.questions", "questions", "lines", "plan"),
    here("hearing.proposed", "proposed", "lines", "plan"),
    here("hearing.recording", "recording", "line", "day"),
    here("case.summary", "summary", "lines", "case"),
    here("case.cause", "cause", "line", "case"),
    here("case.from_unit", "from_unit", "line", "case"),
    here("contact.phone", "contact_phone", "line", "notice"),
    here("contact.name", "contact_name", "line", "notice"),
    here("report.decision", "report_decision", "lines", "decision"),
    here("report.reasons", "report_reasons", "lines", "decision"),
    here("paper.number", "number", "line", "notice"),
    here("steps.*.text", "step_text", "lines", "day"),
    here("deliberation.text", "deliberation_text", "lines", "day"),
    there("deliberation.time", "deliberation_time", "day"),
    there("hearing.day", "day", "plan"),
    there("hearing.weekday", "day", "plan"),
    there("hearing.time", "time", "plan"),
    there("hearing.place", "place", "plan"),
    there("hearing.basis", "basis", "plan"),
    there("hearing.chair", "chair", "plan"),
    there("hearing.chair_as", "chair", "plan"),
    there("hearing.applied_on", "applied_on", "plan"),
    there("hearing.not_public_reason", "not_public_reason", "plan"),
    there("hearing.venue_approved_", "venue_approval", "plan"),
    there("hearing.approv", "approval", "plan"),
    there("hearing.began", "began", "day"),
    there("hearing.ended", "ended", "day"),
    there("hearing.came", "attendance", "day"),
    there("hearing.tally", "opinions", "day"),
    there("hearing.majority", "majority", "day"),
    there("hearing.", "of_hearing", "plan"),
    there("officers.*.identity", "officer_identity", "officers"),
    there("officers.*.opinion", "opinion", "day"),
    there("officers.*.words", "opinion_words", "day"),
    there("officers.*.", "of_officer", "officers"),
    there("officers", "officers", "officers"),
    there("addressee.identity", "officer_identity", "officers"),
    there("addressee.opinion", "opinion", "day"),
    there("participants.*.statement", "statement", "day"),
    there("participants.*.", "of_participant", "notice"),
    there("participants", "participants", "notice"),
    there("steps.*.", "step_time", "day"),
    there("decision.", "decision", "decision"),
    there("effect.effect", "effect", "after"),
    there("effect.case_result", "case_result", "after"),
    there("effect.", "effect", "after"),
    there("case.handler", "handler", "case"),
    there("case.department", "department", "case"),
    there("draw.", "assignment", "case"),
    there("persons", "persons", "case"),
    there("", "other", "case"),
];

/// Whether a path with `*` in it fits a path.
fn fits(way: &str, path: &str) -> bool {
    let mut rest = path;
    for (at, piece) in way.split('*').enumerate() {
        if at > 0 {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        }
        match rest.strip_prefix(piece) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty() || way.is_empty() || way.ends_with(['.', '_']) || way == "hearing.approv"
}

/// The gaps of a copy, each told once.
pub fn told(reading: &Reading<'_>, hearing: Option<HearingId>, copy: &Copy, paths: &[String]) -> Result<Vec<PaperGap>> {
    let mut gaps: Vec<PaperGap> = Vec::new();
    for path in paths {
        let Some(way) = WAYS.iter().find(|way| fits(way.path, path)) else { continue };
        let field = match path.as_str() {
            "paper.number" => format!("number.{}", copy.paper.code),
            "deliberation.text" => "steps.deliberate.text".to_owned(),
            other => keyed(other, copy),
        };
        let step = field.strip_prefix("steps.").and_then(|rest| rest.split('.').next()).unwrap_or_default().to_owned();
        let about = if step.is_empty() { about(path, copy) } else { String::new() };
        if gaps.iter().any(|gap| gap.name == way.name && gap.about == about && gap.step == step) {
            continue;
        }
        // What is given on the spot for a hearing has no such way for a case's own papers.
        let here = if hearing.is_some() || way.part == "case" { way.here } else { "" };
        gaps.push(PaperGap {
            last: last_given(reading, &field)?,
            field,
            name: way.name.to_owned(),
            about,
            step,
            here: here.to_owned(),
            part: way.part.to_owned(),
        });
    }
    Ok(gaps)
}

/// Steps by their code instead of their place.
fn keyed(path: &str, copy: &Copy) -> String {
    let mut parts = path.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("steps"), Some(at), Some(field)) => {
            let code = at.parse::<usize>().ok().and_then(|at| copy.values["steps"][at]["code"].as_str());
            format!("steps.{}.{field}", code.unwrap_or(at))
        }
        _ => path.to_owned(),
    }
}

fn about(path: &str, copy: &Copy) -> String {
    let mut parts = path.split('.');
    let (list, at) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    if list == "addressee" {
        return copy.name.clone();
    }
    let item = at.parse::<usize>().ok().map(|at| &copy.values[list][at]["name"]);
    item.and_then(|name| name.as_str()).unwrap_or_default().to_owned()
}

/// What was given last for a field that stays the same from paper to paper.
fn last_given(reading: &Reading<'_>, field: &str) -> Result<String> {
    const LASTING: [&str; 2] = ["contact.phone", "contact.name"];
    if !LASTING.contains(&field) {
        return Ok(String::new());
    }
    let last = "SELECT value FROM paper_value WHERE field = ?1 ORDER BY id DESC LIMIT 1";
    Ok(reading.maybe(last, [field], |row| row.get(0))?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_path_has_its_way() {
        for (path, name) in [
            ("hearing.place", "place"),
            ("hearing.chair_as", "chair"),
            ("hearing.venue_approved_by", "venue_approval"),
            ("hearing.approved_on", "approval"),
            ("hearing.disorder", "of_hearing"),
            ("officers", "officers"),
            ("officers.12.identity", "officer_identity"),
            ("officers.0.unit", "of_officer"),
            ("steps.3.text", "step_text"),
            ("decision.reasons", "decision"),
            ("numbers", "other"),
        ] {
            let way = WAYS.iter().find(|way| fits(way.path, path)).unwrap();
            assert_eq!(way.name, name, "{path}");
        }
    }
}
