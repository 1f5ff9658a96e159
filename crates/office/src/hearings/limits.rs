//! Limits that no text of the law fixes and the office sets for itself: in how many hearings of a year an officer sits, by when
//! officers are told of the decision, by when the effect is recorded. Without a setting the rules' own suggestion holds.

use anjuan_law::hearings as law;
use serde::{Deserialize, Serialize};

use crate::{CaseId, Reading, Result, Work, refusal};

/// The rules whose numbers are the office's own (law: hearings).
const RULES: [&str; 3] = ["officer_yearly", "officers_told_within", "effect_within"];

/// The fewest and the most that a limit can be.
const LEAST: u32 = 1;
const MOST: u32 = 366;

/// One limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "HearingLimit")]
pub struct Limit {
    /// The rule (law: hearings).
    pub rule: String,
    /// What holds now.
    pub value: u32,
    /// What holds without a setting.
    pub usual: u32,
}

/// A limit to set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingLimitSet")]
#[ts(optional_fields)]
pub struct LimitSet {
    /// The rule (law: hearings).
    pub rule: String,
    /// The number; absent: the usual one again.
    #[serde(default)]
    pub value: Option<u32>,
}

/// The key of the setting; `law_tables` of the checks reads the same.
pub(crate) fn key(rule: &str) -> String {
    format!("hearing.{rule}")
}

/// The rule's own suggestion.
pub(crate) fn usual(rule: &str) -> Option<u32> {
    let last = law::rules(rule).last()?;
    last.most.or(last.days)
}

/// What holds now.
pub(super) fn limit(reading: &Reading<'_>, rule: &str) -> Result<Option<u32>> {
    let set: Option<String> =
        reading.maybe("SELECT value FROM setting WHERE key = ?1", [key(rule)], |row| row.get(0))?;
    Ok(set.and_then(|set| set.parse().ok()).or_else(|| usual(rule)))
}

/// All limits.
pub fn limits(reading: &Reading<'_>) -> Result<Vec<Limit>> {
    let mut all = Vec::new();
    for rule in RULES {
        if let (Some(value), Some(usual)) = (limit(reading, rule)?, usual(rule)) {
            all.push(Limit { rule: rule.to_owned(), value, usual });
        }
    }
    Ok(all)
}

/// Sets limits from now on. What the checks find of hearings follows at once.
pub fn set_limits(work: &Work<'_>, sets: &[LimitSet]) -> Result<()> {
    for (n, set) in sets.iter().enumerate() {
        if !RULES.contains(&set.rule.as_str()) {
            return Err(refusal!("choice_unknown", value = set.rule).at(format!("limits.{n}.rule")));
        }
        match set.value {
            None => work.write("DELETE FROM setting WHERE key = ?1", [key(&set.rule)])?,
            Some(value) if (LEAST..=MOST).contains(&value) => work.write(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key(&set.rule), value.to_string()),
            )?,
            Some(_) => {
                return Err(refusal!("number_outside", least = LEAST, most = MOST).at(format!("limits.{n}.value")));
            }
        };
    }
    let cases: Vec<CaseId> = work.all("SELECT DISTINCT case_id FROM hearing", [], |row| row.get(0))?;
    cases.into_iter().for_each(|case| work.touch(case));
    Ok(())
}
