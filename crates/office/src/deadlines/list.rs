//! What is due: the list by day, how many stand how, and the same in groups.

use anjuan_law::Day;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use super::{DueKind, DueState};
use crate::{AccountId, ActId, CaseId, DepartmentId, PersonId, Reading, ReminderId, Result, optional};

/// Which due dates; what is left out is not asked.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct DueFilter {
    /// In this case.
    pub case: Option<CaseId>,
    /// To be finished on this day or later.
    pub from: Option<Day>,
    /// To be finished on this day or earlier.
    pub until: Option<Day>,
    /// Of this rule.
    pub rule: Option<String>,
    /// Of one of these kinds.
    pub kinds: Option<Vec<DueKind>>,
    /// That this one has to keep: `office`, `police`, `court`, `agency`, `party` or `other`.
    pub by: Option<String>,
    /// In cases of this line.
    pub line: Option<String>,
    /// In cases of this department.
    pub department: Option<DepartmentId>,
    /// In cases of this handler.
    pub handler: Option<AccountId>,
    /// For this one to look after: cases handled or assisted in, and reminders of one's own.
    pub staff: Option<AccountId>,
    /// Of this person of a case.
    pub person: Option<PersonId>,
    /// That end in custody, or that don't.
    pub in_custody: Option<bool>,
    /// In cases that lie with this one now: `police`, `court` or `other`; empty for none.
    pub out_with: Option<String>,
    /// That stand so.
    pub states: Option<Vec<DueState>>,
    /// That came to stand as they do after this day: amber, red, on the last day or overdue since.
    pub since: Option<Day>,
    /// Those met and ended too.
    #[ts(as = "Option<bool>")]
    pub all: bool,
}

/// The place after the last row of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct DueCursor {
    /// The day to finish by of the last row.
    pub safe_due: Day,
    /// Its case.
    pub case: CaseId,
    /// Its rule.
    pub rule: String,
    /// What it is about.
    pub subject: String,
    /// The day of its trigger.
    pub trigger_on: Day,
}

/// One due date with the head of its case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Due {
    /// The case.
    pub case: CaseId,
    /// The case's register number.
    pub register_no: String,
    /// The case's title.
    pub case_title: String,
    /// The case's line.
    pub line: String,
    /// The case's category.
    pub category: String,
    /// The department that the case lies in.
    pub department: Option<String>,
    /// Who handles the case.
    pub handler: Option<String>,
    /// That account.
    pub handler_id: Option<AccountId>,
    /// The handler is away on the day to finish by, until this day.
    pub handler_away_until: Option<Day>,
    /// With whom the case lies now: `police`, `court`, `other` or empty.
    pub out_with: String,
    /// Since when.
    pub out_since: Option<Day>,
    /// The rule; `reminder` for a reminder.
    pub rule: String,
    /// What kind it is.
    pub kind: DueKind,
    /// What it is about, as it stands in the record.
    pub subject: String,
    /// The person concerned.
    pub person: Option<String>,
    /// That person.
    pub person_id: Option<PersonId>,
    /// The reminder.
    pub reminder: Option<ReminderId>,
    /// What it says.
    pub reminder_text: Option<String>,
    /// The day of the trigger.
    pub trigger_on: Day,
    /// The act that set it going.
    pub trigger_act: Option<ActId>,
    /// Who has to act: `office`, `police`, `court`, `agency`, `party` or `other`.
    pub by: String,
    /// The last day by law.
    pub due: Day,
    /// Finish by this day.
    pub safe_due: Day,
    /// Amber from this day on.
    pub amber_on: Day,
    /// Red from this day on.
    pub red_on: Day,
    /// How it stands.
    pub state: DueState,
    /// The day on which it was met.
    pub met_on: Option<Day>,
    /// The act that met it.
    pub met_by: Option<ActId>,
    /// The day on which it ended without being met.
    pub ended_on: Option<Day>,
    /// It does not run since that day.
    pub paused_since: Option<Day>,
    /// Whether the person is in custody on the last day.
    pub in_custody: bool,
    /// A year whose table of days off would be needed to be sure.
    pub calendar_missing: Option<i32>,
}

/// A page of due dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuePage {
    /// The rows.
    pub rows: Vec<Due>,
    /// Where the next page begins.
    pub next: Option<DueCursor>,
}

/// How many due dates stand so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DueCount {
    /// How.
    pub state: DueState,
    /// How many.
    pub number: u32,
}

/// How many due dates are to be finished by a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DueOnDay {
    /// The day.
    pub day: Day,
    /// How many.
    pub number: u32,
}

/// What due dates are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DueGrouping {
    /// Who handles the case.
    Handler,
    /// The department.
    Department,
    /// The kind.
    Kind,
    /// The rule.
    Rule,
}

impl DueGrouping {
    fn filter(self) -> &'static str {
        match self {
            Self::Handler => "by_handler",
            Self::Department => "by_department",
            Self::Kind => "by_kind",
            Self::Rule => "by_rule",
        }
    }
}

/// How many due dates of one group stand so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueInGroup {
    /// The group: an account, a department, a kind or a rule; none where the case has none.
    pub key: Option<String>,
    /// The name of an account or department.
    pub name: Option<String>,
    /// How they stand.
    pub state: DueState,
    /// How many.
    pub number: u32,
}

impl DueFilter {
    fn asked(&self, tail: &[&'static str], after: bool) -> Vec<(&'static str, bool)> {
        let is = |name: &str| tail.contains(&name);
        // What only counts reads no other table than it has to.
        let mut asked = vec![
            ("with_case", is("rows") || self.line.is_some()),
            ("with_state", is("rows") || is("by_department") || self.department.is_some() || self.out_with.is_some()),
            ("with_handler", is("rows") || is("by_handler") || self.handler.is_some()),
            ("with_reminder", is("rows") || self.staff.is_some()),
            ("open", !self.all),
            ("case", self.case.is_some()),
            ("from", self.from.is_some()),
            ("until", self.until.is_some()),
            ("rule", self.rule.is_some()),
            ("kinds", self.kinds.is_some()),
            ("by", self.by.is_some()),
            ("line", self.line.is_some()),
            ("department", self.department.is_some()),
            ("handler", self.handler.is_some()),
            ("staff", self.staff.is_some()),
            ("person", self.person.is_some()),
            ("custody", self.in_custody.is_some()),
            ("out", self.out_with.is_some()),
            ("states", self.states.is_some()),
            ("since", self.since.is_some()),
            ("after", after),
        ];
        asked.extend(tail.iter().map(|name| (*name, true)));
        asked
    }

    fn run<T>(
        &self,
        reading: &Reading<'_>,
        tail: &[&'static str],
        day: Day,
        after: Option<&DueCursor>,
        limit: u32,
        from_row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let states: Vec<&str> = self.states.iter().flatten().map(|state| state.code()).collect();
        let kinds: Vec<&str> = self.kinds.iter().flatten().map(|kind| kind.code()).collect();
        let sql = optional::query(include_str!("due.sql"), &self.asked(tail, after.is_some()));
        let bound = named_params! {
            ":day": day, ":case": self.case, ":from": self.from, ":until": self.until, ":rule": self.rule,
            ":kinds": serde_json::to_string(&kinds)?, ":by_whom": self.by, ":line": self.line,
            ":department": self.department, ":handler": self.handler, ":staff": self.staff, ":person": self.person,
            ":custody": self.in_custody, ":out_with": self.out_with, ":states": serde_json::to_string(&states)?,
            ":since": self.since, ":after_due": after.map(|after| after.safe_due),
            ":after_case": after.map(|after| after.case), ":after_rule": after.map(|after| &after.rule),
            ":after_subject": after.map(|after| &after.subject), ":after_trigger": after.map(|after| after.trigger_on),
            ":limit": limit,
        };
        reading.all(&sql, bound, from_row)
    }
}

/// A page of due dates as they stand on `day`, by the day to finish by.
pub fn list(
    reading: &Reading<'_>,
    filter: &DueFilter,
    day: Day,
    after: Option<&DueCursor>,
    limit: u32,
) -> Result<DuePage> {
    let rows = filter.run(reading, &["rows"], day, after, limit, Due::read)?;
    let next = rows.last().filter(|_| rows.len() == limit as usize).map(|last| DueCursor {
        safe_due: last.safe_due,
        case: last.case,
        rule: last.rule.clone(),
        subject: last.subject.clone(),
        trigger_on: last.trigger_on,
    });
    Ok(DuePage { rows, next })
}

/// How many due dates stand how on `day`, the most pressing state first.
pub fn counts(reading: &Reading<'_>, filter: &DueFilter, day: Day) -> Result<Vec<DueCount>> {
    let mut counts = filter.run(reading, &["counts"], day, None, u32::MAX, |row| {
        Ok(DueCount { state: state(row)?, number: row.get("number")? })
    })?;
    counts.sort_by_key(|count| count.state);
    Ok(counts)
}

/// How many due dates are to be finished by each day, the days without any left out.
pub fn days(reading: &Reading<'_>, filter: &DueFilter, day: Day) -> Result<Vec<DueOnDay>> {
    filter.run(reading, &["days"], day, None, u32::MAX, |row| {
        Ok(DueOnDay { day: row.get("safe_due_on")?, number: row.get("number")? })
    })
}

/// How many due dates of each group stand how on `day`.
pub fn groups(reading: &Reading<'_>, filter: &DueFilter, day: Day, by: DueGrouping) -> Result<Vec<DueInGroup>> {
    filter.run(reading, &["groups", by.filter()], day, None, u32::MAX, |row| {
        Ok(DueInGroup { key: row.get("key")?, name: row.get("name")?, state: state(row)?, number: row.get("number")? })
    })
}

fn state(row: &Row<'_>) -> rusqlite::Result<DueState> {
    let code: String = row.get("state")?;
    // The query gives no other code.
    Ok(DueState::of(&code).unwrap_or(DueState::Quiet))
}

impl Due {
    fn read(row: &Row<'_>) -> rusqlite::Result<Due> {
        let kind: String = row.get("kind")?;
        Ok(Due {
            case: row.get("case_id")?,
            register_no: row.get("register_no")?,
            case_title: row.get("title")?,
            line: row.get("line")?,
            category: row.get("category")?,
            department: row.get("department")?,
            handler: row.get("handler")?,
            handler_id: row.get("handler_id")?,
            handler_away_until: row.get("handler_away_until")?,
            out_with: row.get("out_with")?,
            out_since: row.get("out_since")?,
            rule: row.get("rule")?,
            kind: DueKind::of(&kind).unwrap_or(DueKind::Case),
            subject: row.get("subject")?,
            person: row.get("person")?,
            person_id: row.get("person_id")?,
            reminder: row.get("reminder")?,
            reminder_text: row.get("reminder_text")?,
            trigger_on: row.get("trigger_on")?,
            trigger_act: row.get("trigger_act")?,
            by: row.get("by_whom")?,
            due: row.get("due_on")?,
            safe_due: row.get("safe_due_on")?,
            amber_on: row.get("amber_on")?,
            red_on: row.get("red_on")?,
            state: state(row)?,
            met_on: row.get("met_on")?,
            met_by: row.get("met_by")?,
            ended_on: row.get("ended_on")?,
            paused_since: row.get("paused_since")?,
            in_custody: row.get("in_custody")?,
            calendar_missing: row.get("calendar_missing")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_is_read_along_the_index_of_what_is_open() {
        let office = crate::checks::tests::office::office();
        let sql = optional::query(include_str!("due.sql"), &DueFilter::default().asked(&["rows"], false));
        let sql: String = sql
            .split(':')
            .enumerate()
            .map(|(at, part)| match at {
                0 => part.to_owned(),
                // Parameters are names that begin with a letter; other colons stand in texts.
                _ if part.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    let name = part.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(part.len());
                    format!("NULL{}", part.get(name..).unwrap_or_default())
                }
                _ => format!(":{part}"),
            })
            .collect();
        let plan: Vec<String> = office
            .read(|reading| reading.all(&format!("EXPLAIN QUERY PLAN {sql}"), [], |row| row.get("detail")))
            .unwrap();
        let plan = plan.join("\n");
        assert!(plan.contains("d USING INDEX deadline_open"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE FOR ORDER BY"), "{plan}");
    }
}
