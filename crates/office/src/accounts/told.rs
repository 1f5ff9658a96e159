//! What is told of cases to somebody who does not see all of them whole. What is masked is not found by its parts either: a question
//! about titles or names is put to what is told of them, not to what stands in the record. Else whoever asks again and again, with
//! one character more each time, reads in the answers what the mask keeps back.

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::json;

use super::sight::{hidden_names, is_young};
use crate::{CaseId, Reading, Result};

/// The cases of which a minor's name is hidden to somebody: each name with what stands in its place, longer ones first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    hidden: BTreeMap<CaseId, Vec<(String, String)>>,
}

impl Told {
    /// What stands in the record: for who sees every case whole.
    pub fn whole() -> Self {
        Self::default()
    }

    /// What is told to somebody who sees whole only the cases of which `whole` says so.
    pub fn to(reading: &Reading<'_>, whole: impl Fn(CaseId) -> bool) -> Result<Self> {
        Self::among(reading, None, whole)
    }

    /// What is told of one case to somebody who does not see it whole.
    pub fn of_case(reading: &Reading<'_>, case: CaseId) -> Result<Self> {
        Self::among(reading, Some(case), |_| false)
    }

    fn among(reading: &Reading<'_>, case: Option<CaseId>, whole: impl Fn(CaseId) -> bool) -> Result<Self> {
        let mut hidden: BTreeMap<CaseId, Vec<(String, String)>> = BTreeMap::new();
        let sql = if case.is_some() { include_str!("minors_of_case.sql") } else { include_str!("minors.sql") };
        reading.each(sql, rusqlite::params_from_iter(case), |row| {
            let case: CaseId = row.get(0)?;
            if !whole(case) && is_young(row.get(3)?, row.get(4)?, row.get(5)?) {
                hidden.entry(case).or_default().extend(hidden_names([row.get(1)?, row.get(2)?]));
            }
            Ok(())
        })?;
        hidden.retain(|_, names| !names.is_empty());
        for names in hidden.values_mut() {
            names.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
        }
        Ok(Self { hidden })
    }

    /// Whether it is what stands in the record.
    pub fn is_whole(&self) -> bool {
        self.hidden.is_empty()
    }

    /// What is told where a text of a case stands in the record.
    pub fn text<'t>(&self, case: CaseId, text: &'t str) -> Cow<'t, str> {
        let mut told = Cow::Borrowed(text);
        for (name, masked) in self.hidden.get(&case).into_iter().flatten() {
            if told.contains(name.as_str()) {
                told = Cow::Owned(told.replace(name.as_str(), masked));
            }
        }
        told
    }

    /// As rows for a query, JSON: of each case of which something is hidden its number, what is told of its title and its people,
    /// and the names that are hidden.
    pub fn rows(&self, reading: &Reading<'_>) -> Result<String> {
        let mut rows = Vec::with_capacity(self.hidden.len());
        for (case, names) in &self.hidden {
            let stands = "SELECT title, persons FROM case_state WHERE case_id = ?1";
            let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
            if let Some((title, persons)) = reading.maybe(stands, [case], read)? {
                let names: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
                let (title, persons) = (self.text(*case, &title), self.text(*case, &persons));
                rows.push(json!({ "case": case, "title": title, "persons": persons, "names": names }));
            }
        }
        Ok(serde_json::to_string(&rows)?)
    }
}
