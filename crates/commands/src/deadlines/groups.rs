//! What is due in groups: how many of each, the list of a day, and what is new since a day.

use std::collections::BTreeMap;

use anjuan_law::{Day, Words};
use anjuan_office::{
    Result,
    deadlines::{self, DueCount, DueFilter, DueGrouping, DueState},
};
use serde::{Deserialize, Serialize};

use super::{DueAsk, DueRow, due_list, title};
use crate::{Seat, words};

/// What to put together, and by what.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct DueGroupsAsk {
    /// Which due dates.
    #[serde(default)]
    #[ts(as = "Option<DueFilter>")]
    pub filter: DueFilter,
    /// By what.
    pub by: DueGrouping,
    /// The day on which they stand so; today when left out.
    pub on: Option<Day>,
}

/// How many due dates of a group stand how.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct DueGroup {
    /// The group: an account, a department, a kind or a rule; none where the cases have none.
    pub key: Option<String>,
    /// Its name.
    pub name: Words,
    /// How many in all.
    pub number: u32,
    /// How many stand how, the most pressing first.
    pub states: Vec<DueCount>,
}

/// How many due dates of each group stand how, by the name of the group.
pub fn due_groups(seat: &Seat<'_>, ask: DueGroupsAsk) -> Result<Vec<DueGroup>> {
    let day = ask.on.unwrap_or(seat.day);
    let rows = seat.read(|reading| deadlines::groups(reading, &ask.filter, day, ask.by))?;
    let mut groups: Vec<DueGroup> = Vec::new();
    for row in rows {
        let place = groups.iter().position(|group| group.key == row.key).unwrap_or_else(|| {
            let name = name_of(ask.by, row.key.as_deref(), row.name.as_deref());
            groups.push(DueGroup { key: row.key.clone(), name, number: 0, states: Vec::new() });
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(place) {
            group.number += row.number;
            group.states.push(DueCount { state: row.state, number: row.number });
            group.states.sort_by_key(|count| count.state);
        }
    }
    Ok(groups)
}

fn name_of(by: DueGrouping, key: Option<&str>, name: Option<&str>) -> Words {
    match (by, key) {
        (_, None) => words::both("due_group_none"),
        (DueGrouping::Kind, Some(kind)) => words::both(&format!("due_kind_{kind}")),
        (DueGrouping::Rule, Some(rule)) => title(rule),
        (_, Some(key)) => Words::owned(name.unwrap_or(key), name.unwrap_or(key)),
    }
}

/// Which day's list.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct DueDailyAsk {
    /// The day; today when left out.
    pub day: Option<Day>,
    /// Which due dates.
    #[serde(default)]
    #[ts(as = "Option<DueFilter>")]
    pub filter: DueFilter,
    /// By what it is put together; by handler when left out.
    pub by: Option<DueGrouping>,
}

/// All that is to be finished on or before a day and is not yet.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct DailyList {
    /// The day.
    pub day: Day,
    /// How many in all.
    pub total: u32,
    /// How many stand how on that day.
    pub states: Vec<DueCount>,
    /// The groups by name; within each by the day to finish by.
    pub groups: Vec<DailyGroup>,
}

/// One group of the list.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct DailyGroup {
    /// The name of the person, department, kind or rule.
    pub name: Words,
    /// What is due.
    pub rows: Vec<DueRow>,
}

/// All that is to be finished on or before a day and is not yet, put together for paper.
pub fn due_daily(seat: &Seat<'_>, ask: DueDailyAsk) -> Result<DailyList> {
    let day = ask.day.unwrap_or(seat.day);
    let pressing = vec![DueState::Overdue, DueState::LastDay, DueState::Red, DueState::Amber, DueState::Quiet];
    let filter = DueFilter { until: Some(day), states: Some(pressing), all: false, ..ask.filter };
    let mut asked = DueAsk { filter, on: Some(day), limit: Some(1000), ..DueAsk::default() };
    let by = ask.by.unwrap_or(DueGrouping::Handler);
    let states = super::due_counts(seat, asked.clone())?;
    let mut groups: BTreeMap<(bool, String), DailyGroup> = BTreeMap::new();
    let mut total = 0;
    loop {
        let page = due_list(seat, asked.clone())?;
        for row in page.rows {
            total += 1;
            let name = group_of(by, &row);
            let key = (name.is_none(), name.as_ref().map(|name| name.zh.to_string()).unwrap_or_default());
            let group = groups.entry(key).or_insert_with(|| DailyGroup {
                name: name.unwrap_or_else(|| words::both("due_group_none")),
                rows: Vec::new(),
            });
            group.rows.push(row);
        }
        asked.after = page.next;
        if asked.after.is_none() {
            break;
        }
    }
    Ok(DailyList { day, total, states, groups: groups.into_values().collect() })
}

fn group_of(by: DueGrouping, row: &DueRow) -> Option<Words> {
    let same = |name: &String| Words::owned(name, name);
    match by {
        DueGrouping::Handler => row.of.handler.as_ref().map(same),
        DueGrouping::Department => row.of.department.as_ref().map(same),
        DueGrouping::Kind => Some(words::both(&format!("due_kind_{}", row.of.kind.code()))),
        DueGrouping::Rule => Some(row.title.clone()),
    }
}

/// Since when, and for whom.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct DueNewsAsk {
    /// The last day on which one was told.
    pub since: Day,
    /// Which due dates.
    #[serde(default)]
    #[ts(as = "Option<DueFilter>")]
    pub filter: DueFilter,
    /// Only what is one's own to look after.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub mine: bool,
}

/// What came to press since a day: numbers and no names. Each is the length of [`due_list`] under the filter `since` with
/// that state.
#[derive(Debug, Clone, Default, Serialize, ts_rs::TS)]
pub struct DueNews {
    /// Near now.
    pub amber: u32,
    /// Urgent now.
    pub red: u32,
    /// On their last day.
    pub last_day: u32,
    /// Overdue.
    pub overdue: u32,
    /// In custody and on the last day or past it.
    pub hard_stops: u32,
}

/// What came to press since a day.
pub fn due_news(seat: &Seat<'_>, ask: DueNewsAsk) -> Result<DueNews> {
    let filter = DueFilter { since: Some(ask.since), by: ask.filter.by.or(Some("office".to_owned())), ..ask.filter };
    let asked = DueAsk { filter, mine: ask.mine, ..DueAsk::default() };
    let mut news = DueNews::default();
    for count in super::due_counts(seat, asked.clone())? {
        match count.state {
            DueState::Amber => news.amber = count.number,
            DueState::Red => news.red = count.number,
            DueState::LastDay => news.last_day = count.number,
            DueState::Overdue => news.overdue = count.number,
            _ => {}
        }
    }
    let held = DueFilter { in_custody: Some(true), ..asked.filter };
    let held = super::due_counts(seat, DueAsk { filter: held, ..asked })?;
    let here = held.iter().filter(|count| matches!(count.state, DueState::LastDay | DueState::Overdue));
    news.hard_stops = here.map(|count| count.number).sum();
    Ok(news)
}
