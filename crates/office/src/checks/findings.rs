//! Reading findings: of one case, as a list with filters, as counts.

use std::collections::BTreeMap;

use anjuan_law::{Day, Lang};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use super::{AnswerKind, Check, Severity, by_id};
use crate::{AccountId, CaseId, DepartmentId, Reading, Result, optional, refusal};

/// One finding that holds on the day asked about.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The case.
    pub case: CaseId,
    /// The check.
    pub check: String,
    /// What it is about: `case`, `person:7`, `act:12`, `measure:3`, `hearing:2`, `field:cause`.
    pub subject: String,
    /// How bad.
    pub severity: Severity,
    /// Since when it holds; `None` for always.
    pub since: Option<Day>,
    /// The values that made it.
    pub values: BTreeMap<String, serde_json::Value>,
    /// Changes when the values do.
    pub fingerprint: String,
    /// The answer that holds.
    pub answer: Option<Answer>,
    /// An answer given to other values; it does not hold any more.
    pub earlier: Option<Answer>,
}

/// What somebody said about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "FindingSaid")]
pub struct Answer {
    /// Explained or set aside.
    pub kind: AnswerKind,
    /// Why.
    pub reason: String,
    /// On which day.
    pub on: Day,
    /// By whom.
    pub by: Option<String>,
}

/// A finding with the head of its case.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The finding.
    pub finding: Finding,
    /// The case's register number.
    pub register_no: String,
    /// The case's title.
    pub title: String,
    /// The case's handler.
    pub handler: Option<String>,
}

/// Which findings; what is left out is not asked.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(optional_fields, rename = "FindingFilter")]
pub struct Filter {
    /// Of this check.
    pub check: Option<String>,
    /// Of this severity.
    pub severity: Option<Severity>,
    /// In this case.
    pub case: Option<CaseId>,
    /// In cases of this line.
    pub line: Option<String>,
    /// In cases of this department.
    pub department: Option<DepartmentId>,
    /// In cases on which this person works, as handler or beside him.
    pub staff: Option<AccountId>,
    /// In cases that this source of imports knows.
    #[ts(as = "Option<u32>")]
    pub source: Option<i64>,
    /// Only those with an answer that holds (`true`) or without one (`false`).
    pub answered: Option<bool>,
}

impl Filter {
    fn asked(&self) -> [(&'static str, bool); 9] {
        [
            ("check", self.check.is_some()),
            ("severity", self.severity.is_some()),
            ("case", self.case.is_some()),
            ("line", self.line.is_some()),
            ("department", self.department.is_some()),
            ("staff", self.staff.is_some()),
            ("source", self.source.is_some()),
            ("answered", self.answered == Some(true)),
            ("open", self.answered == Some(false)),
        ]
    }
}

/// The place after the last row of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "FindingCursor")]
pub struct Cursor {
    /// The case of the last row.
    pub case: CaseId,
    /// The check of the last row.
    pub check: String,
    /// The subject of the last row.
    pub subject: String,
}

/// A page of findings, those of the newest case first.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The findings.
    pub rows: Vec<Listed>,
    /// Where the next page begins; `None` at the end.
    pub next: Option<Cursor>,
}

/// How many findings a check has on the day asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "FindingCount")]
pub struct Count {
    /// The check.
    pub check: String,
    /// How many without an answer.
    pub open: u32,
    /// How many with one.
    pub answered: u32,
    /// In how many cases.
    pub cases: u32,
}

/// The findings of a case on `day`, the worst first.
pub fn of_case(reading: &Reading<'_>, case: CaseId, day: Day) -> Result<Vec<Finding>> {
    let bound = named_params! { ":case": case, ":day": day };
    let mut found = reading.all(include_str!("of_case.sql"), bound, |row| {
        let finding = Finding::read(row)?;
        Ok(Finding { earlier: Answer::read(row, "earlier")?, ..finding })
    })?;
    found.sort_by(|a, b| (a.severity, &a.check, &a.subject).cmp(&(b.severity, &b.check, &b.subject)));
    Ok(found)
}

/// Refuses to close a case while a finding stands in it that must be dealt with first and that nobody has answered.
///
/// # Errors
/// `stop_findings`, with the numbers of the checks.
pub(crate) fn refuse_stops(reading: &Reading<'_>, case: CaseId, day: Day) -> Result<()> {
    let stops = |finding: &Finding| finding.severity == Severity::Stop && finding.answer.is_none();
    let mut checks: Vec<String> =
        of_case(reading, case, day)?.into_iter().filter(stops).map(|finding| finding.check).collect();
    checks.dedup();
    if checks.is_empty() {
        return Ok(());
    }
    let titles = |lang: Lang| {
        let title = |id: &String| by_id(id).map_or(id.clone(), |check: &Check| check.title.get(lang).to_owned());
        checks.iter().map(title).collect::<Vec<_>>()
    };
    let (zh, en) = (titles(Lang::Zh), titles(Lang::En));
    Err(refusal!("stop_findings", count = checks.len(), zh = zh.join("、"), en = en.join("; ")).at("kind"))
}

/// A page of the findings that a filter names, as they are on `day`.
pub fn list(reading: &Reading<'_>, filter: &Filter, day: Day, after: Option<&Cursor>, limit: u32) -> Result<Page> {
    let mut asked = filter.asked().to_vec();
    asked.push(("after", after.is_some()));
    let bound = named_params! {
        ":day": day, ":check": filter.check, ":severity": filter.severity.map(Severity::code), ":case": filter.case,
        ":line": filter.line, ":department": filter.department, ":staff": filter.staff,
        ":source": filter.source,
        ":after_case": after.map(|after| after.case), ":after_check": after.map(|after| &after.check),
        ":after_subject": after.map(|after| &after.subject), ":limit": limit,
    };
    let rows = reading.all(&optional::query(include_str!("list.sql"), &asked), bound, |row| {
        Ok(Listed {
            finding: Finding::read(row)?,
            register_no: row.get("register_no")?,
            title: row.get("title")?,
            handler: row.get("handler")?,
        })
    })?;
    let next = rows.last().filter(|_| rows.len() == limit as usize).map(|last| Cursor {
        case: last.finding.case,
        check: last.finding.check.clone(),
        subject: last.finding.subject.clone(),
    });
    Ok(Page { rows, next })
}

/// How many findings each check has under a filter, as they are on `day`; checks without any are left out.
pub fn counts(reading: &Reading<'_>, filter: &Filter, day: Day) -> Result<Vec<Count>> {
    let bound = named_params! {
        ":day": day, ":check": filter.check, ":severity": filter.severity.map(Severity::code), ":case": filter.case,
        ":line": filter.line, ":department": filter.department, ":staff": filter.staff,
        ":source": filter.source,
    };
    reading.all(&optional::query(include_str!("counts.sql"), &filter.asked()), bound, |row| {
        Ok(Count {
            check: row.get("check_id")?,
            open: row.get("open")?,
            answered: row.get("answered")?,
            cases: row.get("cases")?,
        })
    })
}

impl Finding {
    fn read(row: &Row<'_>) -> rusqlite::Result<Finding> {
        let severity: String = row.get("severity")?;
        let since: String = row.get("from_day")?;
        let values: String = row.get("values_json")?;
        Ok(Finding {
            case: row.get("case_id")?,
            check: row.get("check_id")?,
            subject: row.get("subject")?,
            severity: Severity::of(&severity).unwrap_or(Severity::Info),
            // The day that stands for always is none of the calendar's.
            since: since.parse().ok(),
            values: serde_json::from_str(&values).unwrap_or_default(),
            fingerprint: row.get("fingerprint")?,
            answer: Answer::read(row, "answer")?,
            earlier: None,
        })
    }
}

impl Answer {
    fn read(row: &Row<'_>, name: &str) -> rusqlite::Result<Option<Answer>> {
        let column = |part: &str| format!("{name}_{part}");
        let kind: Option<String> = row.get(column("kind").as_str())?;
        let Some(kind) = kind.as_deref().and_then(AnswerKind::of) else { return Ok(None) };
        Ok(Some(Answer {
            kind,
            reason: row.get(column("reason").as_str())?,
            on: row.get(column("on").as_str())?,
            by: row.get(column("by").as_str())?,
        }))
    }
}
