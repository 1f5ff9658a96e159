//! What a hearing lacks now, or will have done too late: the side list of its path. Each line names the quality check that
//! looks at the same, so that nothing is found later which the path did not say while there was time.

mod after;
mod before;

use anjuan_law::{Day, hearings::Rule};
use serde::Serialize;

use super::{
    matter::{Case, cite},
    rows::{self, Hearing},
};
use crate::{HearingId, Reading, Result, refusal};

/// The checks by what the list says; the rest of the list no check looks at.
const CHECKS: [(&str, &str); 35] = [
    ("approval", "HR-01"),
    ("notice", "HR-02"),
    ("notice_late", "HR-02"),
    ("announcement", "HR-03"),
    ("announcement_late", "HR-03"),
    ("officers_few", "HR-04"),
    ("officers_many", "HR-04"),
    ("officer_unfit", "HR-05"),
    ("chair_shall_preside", "HR-06"),
    ("chair", "HR-07"),
    ("chair_reason", "HR-07"),
    ("open_reason", "HR-08"),
    ("publicity_reason", "HR-09"),
    ("step", "HR-10"),
    ("steps_order", "HR-10"),
    ("consent", "HR-11"),
    ("recording", "HR-12"),
    ("transcript", "HR-12"),
    ("signature", "HR-12"),
    ("chair_signature", "HR-12"),
    ("handler_signature", "HR-12"),
    ("recorder_signature", "HR-12"),
    ("officer_told", "HR-13"),
    ("officer_told_late", "HR-13"),
    ("supervisor", "HR-14"),
    ("after_conclusion", "HR-15"),
    ("outside_approval", "HR-16"),
    ("pick_reason", "HR-16"),
    ("selection", "HR-16-WAY"),
    ("refusal_told", "HR-17"),
    ("officer_often", "HR-18"),
    ("venue_approval", "HR-19"),
    ("effect", "HR-20"),
    ("minor_named", "HR-21"),
    ("minor_broadcast", "HR-21"),
];

/// One thing that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "HearingMissing")]
pub struct Missing {
    /// What (words: `hearing_missing_<code>`).
    pub code: String,
    /// Where on the path: `plan`, `officers`, `notice`, `day`, `decision`, `after`.
    pub part: String,
    /// Whom or what it concerns; may be empty.
    pub about: String,
    /// The same in English.
    pub about_en: String,
    /// The day by which it should stand.
    pub by: Option<Day>,
    /// `open`: still in time; `late`: the day has passed or the rule is broken.
    pub state: String,
    /// The article, in Chinese; may be empty.
    pub article_zh: String,
    /// The article, in English.
    pub article_en: String,
    /// The quality check that finds it, as people write it (`HR-02`); may be empty.
    pub check: String,
}

/// The list of one hearing on a day.
struct List<'l> {
    hearing: &'l Hearing,
    case: &'l Case,
    on: Day,
    today: Day,
    found: Vec<Missing>,
}

impl List<'_> {
    fn rule(&self, id: &str) -> Option<&'static Rule> {
        self.case.rule(id, &self.hearing.kind, self.on)
    }

    /// Adds what should stand by a day; after it, it is late.
    fn add(&mut self, part: &str, code: &str, about: &str, by: Option<Day>, rule: &str) {
        let late = by.is_some_and(|by| self.today > by);
        self.push(part, code, about, by, rule, late);
    }

    /// Adds what is wrong whatever the day.
    fn wrong(&mut self, part: &str, code: &str, about: &str, by: Option<Day>, rule: &str) {
        self.push(part, code, about, by, rule, true);
    }

    fn push(&mut self, part: &str, code: &str, about: &str, by: Option<Day>, rule: &str, late: bool) {
        let basis = self.rule(rule).map(|rule| rule.basis.as_slice()).unwrap_or_default();
        let article = cite(refusal!("hearing_notice_late"), basis).values;
        let article = |key: &str| article.get(key).cloned().unwrap_or_default();
        self.found.push(Missing {
            code: code.to_owned(),
            part: part.to_owned(),
            about: about.to_owned(),
            about_en: about.to_owned(),
            by,
            state: if late { "late" } else { "open" }.to_owned(),
            article_zh: article("article_zh"),
            article_en: article("article_en"),
            check: CHECKS.iter().find(|(known, _)| *known == code).map_or("", |(_, check)| check).to_owned(),
        });
    }
}

/// What is missing of a hearing on the day asked about, in the order of its path. Nothing for one that was called off.
pub fn missing(reading: &Reading<'_>, id: HearingId, today: Day) -> Result<Vec<Missing>> {
    let hearing = rows::hearing(reading, id)?;
    if hearing.cancelled_on.is_some() {
        return Ok(Vec::new());
    }
    let case = Case::read(reading, hearing.case_id)?;
    let on = hearing.held_on.unwrap_or(today);
    let mut list = List { hearing: &hearing, case: &case, on, today, found: Vec::new() };
    let refused = before::application(&mut list);
    if refused {
        return Ok(list.found);
    }
    let seats = rows::seats_held(reading, id)?;
    let participants = rows::participants(reading, id)?;
    before::plan(reading, &mut list)?;
    before::stands_against(reading, &mut list)?;
    before::officers(reading, &mut list, &seats)?;
    before::notices(&mut list, &participants);
    let steps = rows::steps(reading, id)?;
    if hearing.held_on.is_some_and(|day| today >= day) {
        after::the_day(&mut list, &seats, &participants, &steps);
    }
    if hearing.ended_at.is_some() {
        after::decision(reading, &mut list, &seats)?;
    }
    Ok(list.found)
}
