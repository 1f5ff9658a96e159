//! What stands against a day, a time and a place while a hearing is planned: rooms and people taken, people away, days off, the
//! case's own due dates, a notice that can no longer be in time.

use anjuan_law::{Day, Lang, act, periods};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use super::{TimeOfDay, matter::Case};
use crate::{AccountId, CaseId, HearingId, Reading, Result, deadlines};

/// A hearing as it is being planned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingRulesAsk")]
#[ts(optional_fields)]
pub struct Planned {
    /// The case.
    pub case: Option<CaseId>,
    /// The hearing, where its plan is being changed.
    #[serde(default)]
    pub hearing: Option<HearingId>,
    /// The kind (vocabulary: `hearing_kind`).
    #[serde(default)]
    pub kind: String,
    /// The day, if there is one.
    #[serde(default)]
    pub held_on: Option<Day>,
    /// When it is to begin.
    #[serde(default)]
    pub starts_at: Option<TimeOfDay>,
    /// Until when.
    #[serde(default)]
    pub ends_at: Option<TimeOfDay>,
    /// The sort of venue (vocabulary: `hearing_venue`).
    #[serde(default)]
    pub venue: Option<String>,
    /// The room, the address, the platform.
    #[serde(default)]
    pub place: Option<String>,
    /// Who presides; absent: the handler.
    #[serde(default)]
    pub chair_id: Option<AccountId>,
}

/// One thing to know about a day, a time or a place (words: `hearing_clash_<code>`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "HearingClash")]
pub struct Clash {
    /// `room`, `chair`, `officer`, `participant`: taken by another hearing; `chair_away`, `officer_away`; `rest_day`; `due_before`:
    /// a due date of the case comes before the hearing; `due_next`: the next one; `notice_late`: too late for the notice.
    pub code: String,
    /// Whom or what it concerns, in Chinese.
    pub about: String,
    /// The same in English.
    pub about_en: String,
    /// The number of the other hearing's case.
    pub number: String,
    /// From when that one is.
    pub from: Option<TimeOfDay>,
    /// Until when.
    pub to: Option<TimeOfDay>,
    /// The day it rests on.
    pub day: Option<Day>,
    /// Whether saving is refused because of it.
    pub refused: bool,
}

impl Clash {
    fn new(code: &str, about: &str) -> Self {
        Self {
            code: code.to_owned(),
            about: about.to_owned(),
            about_en: about.to_owned(),
            number: String::new(),
            from: None,
            to: None,
            day: None,
            refused: false,
        }
    }

    fn on(mut self, day: Day) -> Self {
        self.day = Some(day);
        self
    }

    fn taken(row: &Row<'_>) -> Result<Self> {
        let code: String = row.get("code")?;
        let mut clash = Self::new(&code, &row.get::<_, String>("about")?);
        clash.refused = code != "participant";
        clash.number = row.get("register_no")?;
        clash.from = row.get("starts_at")?;
        clash.to = row.get("ends_at")?;
        Ok(clash)
    }
}

/// All that stands against the plan as typed so far; nothing while no day is set, but the case's next due date.
pub(super) fn clashes(reading: &Reading<'_>, case: &Case, asked: &Planned, today: Day) -> Result<Vec<Clash>> {
    let mut found = Vec::new();
    let Some(day) = asked.held_on else {
        found.extend(due(reading, case.id, today, None)?);
        return Ok(found);
    };
    let chair = asked.chair_id.or(case.handler.as_ref().map(|handler| handler.id));
    let bound = named_params! {
        ":hearing": asked.hearing, ":held_on": day, ":starts_at": asked.starts_at, ":ends_at": asked.ends_at,
        ":venue": asked.venue.as_deref().unwrap_or(super::guard::HEARING_ROOM),
        ":place": asked.place.as_deref().unwrap_or_default().trim(), ":chair": chair,
    };
    reading.each(include_str!("taken.sql"), bound, |row| {
        found.push(Clash::taken(row)?);
        Ok(())
    })?;
    let away = named_params! { ":hearing": asked.hearing, ":held_on": day, ":chair": chair };
    reading.each(include_str!("away.sql"), away, |row| {
        let code: String = row.get("code")?;
        found.push(Clash::new(&code, &row.get::<_, String>("about")?).on(row.get("to_day")?));
        Ok(())
    })?;
    if !deadlines::counting(reading)?.calendar.works(day) {
        found.push(Clash::new("rest_day", "").on(day));
    }
    if let Some(latest) = case.notice_latest(&asked.kind, day).filter(|latest| *latest < today && today <= day) {
        found.push(Clash::new("notice_late", "").on(latest));
    }
    found.extend(due(reading, case.id, today, Some(day))?);
    Ok(found)
}

fn concludes(stop: &periods::Stop) -> bool {
    act(stop.act).is_some_and(|act| act.concludes || act.closes)
}

/// The case's own due dates: those that come before the hearing, or else the next one.
fn due(reading: &Reading<'_>, case: CaseId, today: Day, held_on: Option<Day>) -> Result<Vec<Clash>> {
    let mut rows: Vec<(String, Day)> =
        reading.all(include_str!("case_due.sql"), (case, today), |row| Ok((row.get("rule")?, row.get("due_on")?)))?;
    // The time of a hearing counts inside the periods that end with the decision; other duties go on beside it.
    rows.retain(|(rule, _)| periods::rule(rule).is_some_and(|rule| rule.stops.iter().any(concludes)));
    let clash = |code: &str, rule: &str, day: Day| {
        let mut clash = Clash::new(code, rule).on(day);
        if let Some(rule) = periods::rule(rule) {
            clash.about = rule.title.get(Lang::Zh).to_owned();
            clash.about_en = rule.title.get(Lang::En).to_owned();
        }
        clash
    };
    let before: Vec<Clash> = rows
        .iter()
        .filter(|(_, day)| held_on.is_some_and(|held_on| *day < held_on))
        .map(|(rule, day)| clash("due_before", rule, *day))
        .collect();
    if before.is_empty() {
        return Ok(rows.first().map(|(rule, day)| clash("due_next", rule, *day)).into_iter().collect());
    }
    Ok(before)
}
