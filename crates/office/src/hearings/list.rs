//! Questions: the list, the calendar, the hearings of a case, one hearing on a page.

use anjuan_law::{Day, Lang, ages::age, choices};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use super::{
    TimeOfDay,
    clashes::{Clash, Planned, clashes},
    draw::{OfficerDrawSlip, draws_of},
    matter::Case,
    missing::{Missing, missing},
    rows::{self, Effect, Hearing, Note, Participant, Seat, Step},
};
use crate::{AccountId, CaseId, HearingId, OfficerId, Reading, Result, accounts::Told, optional, refusal};

/// Which hearings are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
#[serde(default)]
pub struct HearingFilter {
    /// Of this case only.
    pub case: Option<CaseId>,
    /// In one of these states (vocabulary: `hearing_status`); absent or empty: all.
    pub status: Option<Vec<String>>,
    /// Of one of these kinds; absent or empty: all.
    pub kind: Option<Vec<String>>,
    /// Held on this day or later; hearings without a day are left out.
    pub from: Option<Day>,
    /// Held on this day or earlier; hearings without a day are left out.
    pub to: Option<Day>,
    /// Presided over by this person.
    pub chair: Option<AccountId>,
    /// In which this person has a part: presides, or works on the case now, as handler or beside him.
    pub staff: Option<AccountId>,
    /// Of a case of this line (law: lines).
    pub line: Option<String>,
    /// Of a case that this person handled.
    pub handler: Option<AccountId>,
    /// With a seat for this officer of the pool, given up or not.
    pub officer: Option<OfficerId>,
    /// Just these; absent or empty: all.
    pub ids: Option<Vec<HearingId>>,
    /// One of the columns of the coverage: `heard` (one hearing for each case), `held`, `public`, `closed`, `followed`, `not_followed`, `presided`, `not_presided`, …
    pub count: Option<String>,
    /// Words in the case's title or number, the place, an officer's or a participant's name.
    pub text: Option<String>,
    /// The earliest first; else the latest.
    pub soonest: Option<bool>,
    /// Continue after this key, as the page before gave it.
    pub after: Option<String>,
    /// At most so many; absent: 100.
    pub limit: Option<u32>,
}

/// A hearing as lists and calendars show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HearingLine {
    /// Its id.
    pub id: HearingId,
    /// The case.
    pub case_id: CaseId,
    /// The case's number.
    pub register_no: String,
    /// The case's title.
    pub title: String,
    /// The case's line (law: lines).
    pub line: String,
    /// The case's category (law: categories).
    pub category: String,
    /// The kind (vocabulary: `hearing_kind`).
    pub kind: String,
    /// Where it stands (vocabulary: `hearing_status`).
    pub status: String,
    /// Whether it is public.
    pub is_public: bool,
    /// The day.
    pub held_on: Option<Day>,
    /// When it begins.
    pub starts_at: Option<TimeOfDay>,
    /// Until when.
    pub ends_at: Option<TimeOfDay>,
    /// The sort of venue (vocabulary: `hearing_venue`).
    pub venue: String,
    /// The room, the address or the platform.
    pub place: String,
    /// Who presides.
    pub chair: String,
    /// The officers' names.
    pub officers: String,
    /// The majority's opinion (vocabulary: `officer_opinion`).
    pub majority: String,
    /// Whether it was followed (vocabulary: `hearing_adopted`).
    pub adopted: String,
    /// The key of this line, to continue after it.
    pub key: String,
}

/// A page of hearings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HearingPage {
    /// How many there are in all.
    pub total: u32,
    /// This page, newest day first and those without a day before them, unless the soonest were asked for.
    pub hearings: Vec<HearingLine>,
    /// The key to continue after, where there are more.
    pub next: Option<String>,
}

/// Everything about one hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HearingSheet {
    /// The hearing.
    pub hearing: Hearing,
    /// As lists show it: case, status, chair.
    pub line: HearingLine,
    /// What the rules ask of it.
    pub rules: HearingRules,
    /// The seats, those given up too.
    pub seats: Vec<Seat>,
    /// The other participants.
    pub participants: Vec<Participant>,
    /// The steps recorded.
    pub steps: Vec<Step>,
    /// What was said and happened, as it fell.
    pub notes: Vec<Note>,
    /// What came of it.
    pub effect: Option<Effect>,
    /// The draws, each repeated from its record.
    pub draws: Vec<OfficerDrawSlip>,
    /// What is missing.
    pub missing: Vec<Missing>,
}

/// What the rules ask of a hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct HearingRules {
    /// Whether it is public by the rule; none where no rule says.
    pub public: Option<bool>,
    /// The rule's reason for a hearing that is not public (vocabulary: `hearing_not_public_reason`); may be empty.
    pub not_public_reason: String,
    /// The article on that, in Chinese.
    pub public_article_zh: String,
    /// The article on that, in English.
    pub public_article_en: String,
    /// Fewest officers.
    pub officers_least: Option<u32>,
    /// Most officers.
    pub officers_most: Option<u32>,
    /// Youngest age of an officer.
    pub officer_age: Option<u32>,
    /// Last day on which a notice is in time.
    pub notice_latest: Option<Day>,
    /// Who handles the case.
    pub handler_id: Option<AccountId>,
    /// The name.
    pub handler: String,
    /// Whether the handler's post makes him or her the chair.
    pub handler_shall_preside: bool,
    /// Whether a people's supervisor has to be invited.
    pub supervisor: bool,
    /// The steps in their order (vocabulary: `hearing_step`).
    pub steps: Vec<String>,
    /// What stands against the day, the time and the place.
    pub clashes: Vec<Clash>,
}

const PAGE: u32 = 100;
const PAGE_MOST: u32 = 1000;

impl HearingLine {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            case_id: row.get("case_id")?,
            register_no: row.get("register_no")?,
            title: row.get("title")?,
            line: row.get("line")?,
            category: row.get("category")?,
            kind: row.get("kind")?,
            status: row.get("status")?,
            is_public: row.get("is_public")?,
            held_on: row.get("held_on")?,
            starts_at: row.get("starts_at")?,
            ends_at: row.get("ends_at")?,
            venue: row.get("venue")?,
            place: row.get("place")?,
            chair: row.get("chair")?,
            officers: row.get("officers")?,
            majority: row.get("majority")?,
            adopted: row.get("adopted")?,
            key: row.get("sort_key")?,
        })
    }
}

/// A page of the hearings asked for; a text is sought in what is told of their cases.
pub fn list(reading: &Reading<'_>, filter: &HearingFilter, told: &Told) -> Result<HearingPage> {
    let limit = filter.limit.unwrap_or(PAGE).clamp(1, PAGE_MOST);
    let codes = |codes: &Option<Vec<String>>| serde_json::to_string(&codes.clone().unwrap_or_default());
    let (status, kind) = (codes(&filter.status)?, codes(&filter.kind)?);
    let ids = serde_json::to_string(filter.ids.as_deref().unwrap_or_default())?;
    let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let pattern = text.map(|text| format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")));
    let told = if text.is_some() { told.rows(reading)? } else { "[]".to_owned() };
    let asked = named_params! {
        ":case": filter.case, ":status": status, ":kind": kind, ":from": filter.from, ":to": filter.to,
        ":chair": filter.chair, ":text": pattern, ":line": filter.line, ":handler": filter.handler,
        ":officer": filter.officer, ":count": filter.count, ":ids": ids, ":after": filter.after, ":limit": limit + 1,
        ":told": told, ":staff": filter.staff,
    };
    let (soonest, after) = (filter.soonest == Some(true), filter.after.is_some());
    let sql = |form| {
        let rows = form == "rows";
        let parts = [
            (form, true),
            ("soonest", rows && soonest),
            ("latest", rows && !soonest),
            ("after_soonest", rows && soonest && after),
            ("after_latest", rows && !soonest && after),
        ];
        optional::query(include_str!("list.sql"), &parts)
    };
    let mut hearings = reading.all(&sql("rows"), asked, HearingLine::from_row)?;
    let more = hearings.len() > limit as usize;
    hearings.truncate(limit as usize);
    let total: u32 = reading.one(&sql("total"), asked, |row| row.get(0))?;
    let next = hearings.last().filter(|_| more).map(|line| line.key.clone());
    Ok(HearingPage { total, hearings, next })
}

/// All hearings asked for, the earliest first, those without a day at the end; where they are named, in that order.
pub fn all(reading: &Reading<'_>, filter: &HearingFilter, told: &Told) -> Result<Vec<HearingLine>> {
    let mut all = Vec::new();
    let mut asked = HearingFilter { after: None, limit: Some(PAGE_MOST), ..filter.clone() };
    loop {
        let page = list(reading, &asked, told)?;
        all.extend(page.hearings);
        match page.next {
            Some(next) => asked.after = Some(next),
            None => break,
        }
    }
    match filter.ids.as_deref().filter(|ids| !ids.is_empty()) {
        Some(ids) => all.sort_by_key(|line| ids.iter().position(|id| *id == line.id)),
        None => all.sort_by_key(|line| (line.held_on.is_none(), line.held_on, line.starts_at, line.id)),
    }
    Ok(all)
}

/// All hearings of one case, newest first.
pub fn of_case(reading: &Reading<'_>, case: CaseId) -> Result<Vec<HearingLine>> {
    Ok(list(
        reading,
        &HearingFilter { case: Some(case), limit: Some(PAGE_MOST), ..HearingFilter::default() },
        &Told::whole(),
    )?
    .hearings)
}

/// All hearings that take place from one day to another, by day and time; those called off are left out.
pub fn calendar(reading: &Reading<'_>, from: Day, to: Day) -> Result<Vec<HearingLine>> {
    let filter = HearingFilter { from: Some(from), to: Some(to), limit: Some(PAGE_MOST), ..HearingFilter::default() };
    let mut lines = list(reading, &filter, &Told::whole())?.hearings;
    lines.retain(|line| !["cancelled", "refused"].contains(&line.status.as_str()));
    lines.sort_by_key(|line| (line.held_on, line.starts_at, line.id));
    Ok(lines)
}

/// Everything about one hearing on the day asked about.
pub fn sheet(reading: &Reading<'_>, id: HearingId, today: Day) -> Result<HearingSheet> {
    let hearing = rows::hearing(reading, id)?;
    let filter = HearingFilter { case: Some(hearing.case_id), limit: Some(PAGE_MOST), ..HearingFilter::default() };
    let line = list(reading, &filter, &Told::whole())?.hearings.into_iter().find(|line| line.id == id);
    Ok(HearingSheet {
        line: line.ok_or_else(|| refusal!("hearing_unknown", hearing = id))?,
        rules: rules(reading, &hearing, today)?,
        seats: rows::seats(reading, id)?,
        participants: rows::participants(reading, id)?,
        steps: rows::steps(reading, id)?,
        notes: rows::notes(reading, id)?,
        effect: rows::effect(reading, id)?,
        draws: draws_of(reading, id)?,
        missing: missing(reading, id, today)?,
        hearing,
    })
}

/// What the rules ask of a hearing that is being planned: kind and day may still be open.
pub fn rules_for(reading: &Reading<'_>, asked: &Planned, today: Day) -> Result<HearingRules> {
    let case = Case::read(reading, asked.case.ok_or_else(|| refusal!("field_missing").at("case"))?)?;
    let (kind, held_on) = (asked.kind.as_str(), asked.held_on);
    let on = held_on.unwrap_or(today);
    let clashes = clashes(reading, &case, asked, today)?;
    let rule = |id| case.rule(id, kind, on);
    let publicity = rule("publicity");
    let article = |lang| {
        let basis = publicity.map(|rule| rule.basis.as_slice()).unwrap_or_default();
        basis.iter().map(|basis| basis.words(lang)).collect::<Vec<_>>().join("、")
    };
    let number = rule("officer_number");
    let handler = case.handler.as_ref();
    let shall = rule("chair").zip(handler).is_some_and(|(rule, handler)| rule.posts.contains(&handler.post));
    Ok(HearingRules {
        public: publicity.and_then(|rule| rule.public),
        not_public_reason: publicity.and_then(|rule| rule.reason.clone()).unwrap_or_default(),
        public_article_zh: article(Lang::Zh),
        public_article_en: article(Lang::En),
        officers_least: number.and_then(|rule| rule.least),
        officers_most: number.and_then(|rule| rule.most),
        officer_age: age("hearing_officer").map(|age| age.years),
        notice_latest: held_on.and_then(|day| case.notice_latest(kind, day)),
        handler_id: handler.map(|handler| handler.id),
        handler: handler.map(|handler| handler.name.clone()).unwrap_or_default(),
        handler_shall_preside: shall,
        supervisor: rule("supervisor").is_some(),
        steps: choices("hearing_step").iter().map(|choice| choice.code.clone()).collect(),
        clashes,
    })
}

fn rules(reading: &Reading<'_>, hearing: &Hearing, today: Day) -> Result<HearingRules> {
    let asked = Planned {
        case: Some(hearing.case_id),
        hearing: Some(hearing.id),
        kind: hearing.kind.clone(),
        held_on: hearing.held_on,
        starts_at: hearing.starts_at,
        ends_at: hearing.ends_at,
        venue: Some(hearing.venue.clone()),
        place: Some(hearing.place.clone()),
        chair_id: hearing.chair_id,
    };
    let mut rules = rules_for(reading, &asked, today)?;
    if hearing.ended_at.is_some() || hearing.cancelled_on.is_some() {
        rules.clashes.clear();
    }
    Ok(rules)
}
