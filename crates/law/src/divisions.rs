//! Administrative divisions (GB/T 2260), today's and those that were (`data/divisions.csv`,
//! `data/divisions_history.csv`).

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::pick::Entry;

/// A division of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// Six digits.
    pub code: String,
    /// Its level.
    pub level: Level,
    /// Full name, for example `黟县`.
    pub name: String,
    /// Name without the word for its kind, where it differs; else empty.
    pub short_name: String,
}

/// The level of a division.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Province, autonomous region, municipality.
    Province,
    /// City, prefecture.
    City,
    /// County, district.
    County,
}

/// A name that a code had and no longer has.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct FormerDivision {
    /// Six digits.
    pub code: String,
    /// The name then.
    pub name: String,
    /// First published revision that has it, year and month: `198012`.
    pub first: u32,
    /// Last published revision that has it.
    pub last: u32,
}

static ALL: LazyLock<Vec<Division>> =
    LazyLock::new(|| crate::data::table("divisions.csv", include_str!("../data/divisions.csv")));

static FORMER: LazyLock<Vec<FormerDivision>> =
    LazyLock::new(|| crate::data::table("divisions_history.csv", include_str!("../data/divisions_history.csv")));

/// Some codes stand at two levels (cities without counties): the lower one is the place itself.
static BY_CODE: LazyLock<HashMap<&'static str, &'static Division>> =
    LazyLock::new(|| ALL.iter().map(|division| (division.code.as_str(), division)).collect());

static FORMER_BY_CODE: LazyLock<HashMap<&'static str, Vec<&'static FormerDivision>>> = LazyLock::new(|| {
    let mut map: HashMap<&str, Vec<&FormerDivision>> = HashMap::new();
    for division in FORMER.iter() {
        map.entry(&division.code).or_default().push(division);
    }
    map
});

/// All divisions of today.
pub fn all() -> &'static [Division] {
    &ALL
}

/// The division of today with that code.
pub fn by_code(code: &str) -> Option<&'static Division> {
    BY_CODE.get(code).copied()
}

/// Names that a code had and no longer has, the latest first.
pub fn former(code: &str) -> Vec<&'static FormerDivision> {
    let mut names = FORMER_BY_CODE.get(code).cloned().unwrap_or_default();
    names.sort_by_key(|name| std::cmp::Reverse(name.last));
    names
}

/// The name with those of the levels above, for example `安徽省黄山市黟县`. Of a code that no longer exists
/// the latest name; the levels above by today's names where they still exist. `None` for a code that never was.
pub fn full_name(code: &str) -> Option<String> {
    let own = name(code)?;
    let mut parts: Vec<String> = Vec::new();
    for above in [code.get(..2).map(|p| format!("{p}0000")), code.get(..4).map(|c| format!("{c}00"))] {
        let higher = above.filter(|above| above != code).and_then(|above| name(&above));
        parts.extend(higher.filter(|higher| !parts.contains(higher) && *higher != own && *higher != "市辖区"));
    }
    parts.push(own);
    Some(parts.concat())
}

fn name(code: &str) -> Option<String> {
    let today = by_code(code).map(|division| division.name.clone());
    today.or_else(|| former(code).first().map(|division| division.name.clone()))
}

/// One entry a code, provinces first; cities without counties stand once.
pub(crate) fn entries() -> Vec<Entry> {
    let own = |division: &&Division| by_code(&division.code).is_some_and(|last| std::ptr::eq(last, *division));
    let entry = |division: &Division| Entry {
        code: division.code.clone(),
        name: division.name.clone(),
        detail: full_name(&division.code).filter(|full| *full != division.name).unwrap_or_default(),
        also: Vec::new(),
    };
    let mut divisions: Vec<&Division> = ALL.iter().filter(own).collect();
    divisions.sort_by_key(|division| division.level);
    divisions.into_iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, expected: Option<&str>) {
        assert_eq!(full_name(code).as_deref(), expected, "{code}");
    }

    #[test]
    fn names_of_today_and_of_former_codes() {
        check("341023", Some("安徽省黄山市黟县"));
        check("110105", Some("北京市朝阳区"));
        check("310101", Some("上海市黄浦区"));
        check("110103", Some("北京市崇文区"));
        check("999999", None);
        check("", None);
        check("北京", None);
        assert_eq!(by_code("441900").unwrap().name, "东莞市");
        assert!(by_code("110103").is_none(), "no division of today");
    }

    #[test]
    fn the_file_is_well_formed() {
        assert_eq!(all().len(), 3636);
        for division in all() {
            let digits = division.code.len() == 6 && division.code.bytes().all(|b| b.is_ascii_digit());
            assert!(digits && !division.name.is_empty(), "{division:?}");
        }
        assert!(FORMER.iter().all(|d| d.first <= d.last && d.code.len() == 6));
    }
}
