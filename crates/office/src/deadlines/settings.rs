//! The office's own numbers of time limits: lengths where the law has none, and when to warn.

use std::collections::BTreeMap;

use anjuan_law::periods::{Length, Limit, Rule, rule, rules};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::counting::CUSTODY_DAY_BEFORE_RED;
use crate::{Reading, Result, Work, refusal};

/// The most days before a last day on which a warning can begin.
const MOST_WARNING: u32 = 366;
/// The longest length that an office may set, in years, months, days, working days.
const MOST: Length = Length { years: 10, months: 120, days: 3660, working_days: 2500, hours: 240 };

/// What the office says of one time limit; what is left out is the law's or the usual.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct PeriodSettingEntry {
    /// The rule.
    pub rule: String,
    /// Its length, `30d` or `3wd`, where the law has no number.
    pub length: Option<String>,
    /// Where that number comes from; needed with a length.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub note: String,
    /// Amber so many days before the last day.
    pub amber_days: Option<u32>,
    /// Red so many days before the last day.
    pub red_days: Option<u32>,
}

/// What stands for one time limit, and whose word it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PeriodSetting {
    /// The rule.
    pub rule: String,
    /// Whether the office may set the length: the law has no number.
    pub settable: bool,
    /// The law's number was not seen in a text.
    pub unverified: bool,
    /// The office's length.
    pub length: Option<String>,
    /// Where it comes from.
    pub note: String,
    /// The length that counts where the office set none.
    pub usual_length: Option<String>,
    /// A length that is only offered.
    pub suggested_length: Option<String>,
    /// The office's days of amber.
    pub amber_days: Option<u32>,
    /// The rule's own days of amber; none: a third of the period, between one and seven days.
    pub usual_amber_days: Option<u32>,
    /// The office's days of red; none: the last day on which people work.
    pub red_days: Option<u32>,
    /// How many time limits of the office's cases wait for a length to be set.
    pub waiting: u32,
}

/// Sets what the office says of one time limit, in the place of what it said before; nothing said, nothing kept.
pub fn save(work: &Work<'_>, entry: &PeriodSettingEntry) -> Result<()> {
    let rule = rule(&entry.rule).ok_or_else(|| refusal!("period_unknown", rule = entry.rule).at("rule"))?;
    let length = entry.length.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let length = length.map(|text| settable(rule, text)).transpose()?;
    let note = entry.note.trim();
    if length.is_some() && note.is_empty() {
        return Err(refusal!("period_note_missing", rule = entry.rule).at("note"));
    }
    for (place, days) in [("amber_days", entry.amber_days), ("red_days", entry.red_days)] {
        if days.is_some_and(|days| days > MOST_WARNING) {
            return Err(refusal!("warning_too_early", most = MOST_WARNING).at(place));
        }
    }
    if let (Some(amber), Some(red)) = (entry.amber_days, entry.red_days)
        && red > amber
    {
        return Err(refusal!("warning_red_before_amber", amber = amber, red = red).at("red_days"));
    }
    let bound = named_params! {
        ":rule": entry.rule, ":length": length.map(|length| length.to_string()),
        ":note": if length.is_some() { note } else { "" }, ":amber_days": entry.amber_days, ":red_days": entry.red_days,
    };
    if length.is_none() && entry.amber_days.is_none() && entry.red_days.is_none() {
        work.write("DELETE FROM period_setting WHERE rule = ?1", [&entry.rule])?;
    } else {
        work.write(include_str!("setting_save.sql"), bound)?;
    }
    Ok(())
}

/// Sets whether the day before the last day in custody is red too.
pub fn save_custody_day_before_red(work: &Work<'_>, red: bool) -> Result<()> {
    let value = if red { "yes" } else { "no" };
    work.write(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (CUSTODY_DAY_BEFORE_RED, value),
    )?;
    Ok(())
}

/// What stands for every time limit that counts days, chapter by chapter.
pub fn list(reading: &Reading<'_>) -> Result<Vec<PeriodSetting>> {
    let mut waiting: BTreeMap<String, u32> = BTreeMap::new();
    reading.each(include_str!("settings_waiting.sql"), [], |row| {
        waiting.insert(row.get("rule")?, row.get("number")?);
        Ok(())
    })?;
    let mut set: BTreeMap<String, PeriodSettingEntry> = BTreeMap::new();
    reading.each("SELECT rule, length, note, amber_days, red_days FROM period_setting", [], |row| {
        let entry = PeriodSettingEntry {
            rule: row.get("rule")?,
            length: row.get("length")?,
            note: row.get("note")?,
            amber_days: row.get("amber_days")?,
            red_days: row.get("red_days")?,
        };
        set.insert(entry.rule.clone(), entry);
        Ok(())
    })?;
    let counted = rules().iter().filter(|rule| rule.limit != Limit::State);
    Ok(counted.map(|rule| stands(rule, set.remove(rule.id), waiting.get(rule.id).copied())).collect())
}

fn stands(rule: &Rule, set: Option<PeriodSettingEntry>, waiting: Option<u32>) -> PeriodSetting {
    let (settable, usual, suggested) = match rule.limit {
        Limit::Setting { default, suggest } => (true, default, suggest),
        _ => (false, rule.length(), None),
    };
    let set = set.unwrap_or_default();
    PeriodSetting {
        rule: rule.id.to_owned(),
        settable,
        unverified: rule.unverified,
        length: set.length,
        note: set.note,
        usual_length: usual.map(|length| length.to_string()),
        suggested_length: suggested.map(|length| length.to_string()),
        amber_days: set.amber_days,
        usual_amber_days: rule.amber_days,
        red_days: set.red_days,
        waiting: waiting.unwrap_or_default(),
    }
}

/// Reads a length for a rule that has none of its own.
fn settable(rule: &Rule, text: &str) -> Result<Length> {
    if !matches!(rule.limit, Limit::Setting { .. }) {
        return Err(refusal!("period_length_is_law", rule = rule.id).at("length"));
    }
    let length: Length = text.parse().map_err(|_| refusal!("length_malformed", value = text).at("length"))?;
    let over = length.years > MOST.years
        || length.all_months() > MOST.months
        || length.days > MOST.days
        || length.working_days > MOST.working_days
        || length.hours > MOST.hours;
    // A length of hours or working days stands alone: nothing else could be added to it.
    let kinds = [length.all_months() + length.days > 0, length.working_days > 0, length.hours > 0];
    if over || kinds.iter().filter(|there| **there).count() != 1 {
        return Err(refusal!("length_malformed", value = text).at("length"));
    }
    Ok(length)
}
