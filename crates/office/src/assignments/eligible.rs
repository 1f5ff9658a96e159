//! Who may take a case: those who may, with what they carry; those who may not, each with the reason.

use std::collections::{BTreeMap, HashMap};

use anjuan_law::{Day, allocation, category};
use rusqlite::named_params;
use serde::Serialize;

use crate::{
    CaseId, Reading, Result,
    draws::{Candidate, Excluded},
    refusal,
};

/// Everybody in quota, parted into those who may take the case and those who may not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Pool {
    /// Who may take it, by id.
    pub candidates: Vec<Candidate>,
    /// Who may not, each with one reason (vocabulary: `exclusion_reason`).
    pub excluded: Vec<Excluded>,
}

struct Staff {
    id: i64,
    name: String,
    in_quota: bool,
    handles_minors: bool,
    on_duty: bool,
    case_cap: Option<u32>,
    department_kind: String,
    department: String,
    ended_on: Option<Day>,
    away: Option<String>,
}

/// What matters of the case.
struct Head {
    line: String,
    category: String,
    is_minor: bool,
}

/// The weight of each account's open cases in sixths, and how many they are.
pub(super) fn carried(reading: &Reading<'_>, except: CaseId) -> Result<HashMap<i64, (u32, u32)>> {
    let rows = reading.all(include_str!("open_cases.sql"), named_params! { ":except": except }, |row| {
        Ok((row.get::<_, i64>("account_id")?, row.get::<_, String>("category")?, row.get::<_, u32>("cases")?))
    })?;
    let mut loads: HashMap<i64, (u32, u32)> = HashMap::new();
    for (account, code, cases) in rows {
        let weight = category(&code).map_or(6, |category| category.weight.in_sixths());
        let load = loads.entry(account).or_default();
        load.0 += weight * cases;
        load.1 += cases;
    }
    Ok(loads)
}

/// Parts the in-quota prosecutors for a case on a day.
pub fn pool(reading: &Reading<'_>, case: CaseId, day: Day) -> Result<Pool> {
    let head = reading
        .maybe("SELECT line, category, is_minor FROM case_state WHERE case_id = ?1", [case], |row| {
            Ok(Head { line: row.get("line")?, category: row.get("category")?, is_minor: row.get("is_minor")? })
        })?
        .ok_or_else(|| refusal!("case_unknown", case = case))?;
    let loads = carried(reading, case)?;
    let barred = barred(reading, case, &head)?;
    let staff = reading.all(include_str!("staff.sql"), named_params! { ":day": day }, |row| {
        Ok(Staff {
            id: row.get("id")?,
            name: row.get("name")?,
            in_quota: row.get("in_quota")?,
            handles_minors: row.get("handles_minors")?,
            on_duty: row.get("on_duty")?,
            case_cap: row.get("case_cap")?,
            department_kind: row.get("department_kind")?,
            department: row.get("department")?,
            ended_on: row.get("ended_on")?,
            away: row.get("away")?,
        })
    })?;
    let minors_designated = staff.iter().any(|one| one.in_quota && one.handles_minors);
    let mut pool = Pool { candidates: Vec::new(), excluded: Vec::new() };
    for one in staff.into_iter().filter(|one| one.in_quota) {
        let (load, open) = loads.get(&one.id).copied().unwrap_or_default();
        let out: Option<(&str, String)> = if let Some(ended) = one.ended_on.filter(|ended| *ended < day) {
            Some(("left", ended.to_string()))
        } else if let Some((reason, detail)) = barred.get(&one.id) {
            Some((reason, detail.clone()))
        } else if let Some(reason) = one.away {
            Some(("on_leave", reason))
        } else if !one.on_duty {
            Some(("off_duty", String::new()))
        } else if !allocation().takes(&one.department_kind, &head.line) {
            Some(("other_line", one.department))
        } else if head.is_minor && minors_designated && !one.handles_minors {
            Some(("not_designated_minors", String::new()))
        } else if one.case_cap.is_some_and(|cap| open >= cap) {
            Some(("over_cap", open.to_string()))
        } else {
            None
        };
        match out {
            None => pool.candidates.push(Candidate { id: one.id, name: one.name, load, open }),
            Some((reason, detail)) => {
                pool.excluded.push(Excluded { id: one.id, name: one.name, reason: reason.to_owned(), detail });
            }
        }
    }
    Ok(pool)
}

/// Who must not take this case: declared conflicts that it meets, and the handler of the earlier case where the law asks
/// for another.
fn barred(reading: &Reading<'_>, case: CaseId, head: &Head) -> Result<BTreeMap<i64, (&'static str, String)>> {
    let mut barred = BTreeMap::new();
    reading.each(include_str!("conflicts_met.sql"), named_params! { ":case": case }, |row| {
        barred.insert(row.get("account_id")?, ("recusal_ground", row.get("value")?));
        Ok(())
    })?;
    if let Some(basis) = allocation().other_handler(&head.category) {
        reading.each(include_str!("earlier_handlers.sql"), named_params! { ":case": case }, |row| {
            barred.insert(row.get("account_id")?, ("handled_before", format!("{} {}", basis.source, basis.article)));
            Ok(())
        })?;
    }
    Ok(barred)
}
