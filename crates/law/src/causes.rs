//! Causes of action (案由) of civil and administrative cases, and the fields of public-interest litigation.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::Day;
use crate::pick::Entry;
use crate::text::search_key;

/// A cause of action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// The path in the list: `1-1-3`. Not an official code.
    pub code: String,
    /// Its name.
    pub name: String,
}

impl Cause {
    /// 1 to 4.
    pub fn level(&self) -> usize {
        self.code.split('-').count()
    }

    /// Code of the cause above it.
    pub fn parent(&self) -> Option<&str> {
        self.code.rsplit_once('-').map(|(parent, _)| parent)
    }
}

/// A field of public-interest litigation (公益诉讼领域).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PilField {
    /// Running number.
    pub code: String,
    /// Its name.
    pub name: String,
    /// `民事`, `行政` or both separated by `、`.
    pub kinds: String,
    /// The statutes.
    pub basis: String,
    /// First day of the basis, where it is known.
    pub from: Option<Day>,
}

static CIVIL: LazyLock<Vec<Cause>> =
    LazyLock::new(|| crate::data::table("civil_causes.csv", include_str!("../data/civil_causes.csv")));

static ADMINISTRATIVE: LazyLock<Vec<Cause>> = LazyLock::new(|| {
    crate::data::table("administrative_causes.csv", include_str!("../data/administrative_causes.csv"))
});

static FIELDS: LazyLock<Vec<PilField>> =
    LazyLock::new(|| crate::data::table("pil_fields.csv", include_str!("../data/pil_fields.csv")));

/// Civil causes, in force since 2026-01-01.
pub fn civil() -> &'static [Cause] {
    &CIVIL
}

/// Administrative causes, in force since 2021-01-01.
pub fn administrative() -> &'static [Cause] {
    &ADMINISTRATIVE
}

/// Fields of public-interest litigation.
pub fn pil_fields() -> &'static [PilField] {
    &FIELDS
}

/// The causes of that name; the same name can stand at two levels.
pub fn by_name<'c>(causes: &'c [Cause], name: &str) -> Vec<&'c Cause> {
    let wanted = search_key(name);
    causes.iter().filter(|cause| search_key(&cause.name) == wanted).collect()
}

pub(crate) fn entries(causes: &'static [Cause]) -> Vec<Entry> {
    let names: std::collections::HashMap<&str, &str> = causes.iter().map(|c| (&*c.code, &*c.name)).collect();
    let entry = |cause: &Cause| {
        let mut above = Vec::new();
        let mut code = cause.parent();
        while let Some(parent) = code {
            above.extend(names.get(parent).copied());
            code = parent.rsplit_once('-').map(|(higher, _)| higher);
        }
        above.reverse();
        Entry { code: cause.code.clone(), name: cause.name.clone(), detail: above.join(" › "), also: Vec::new() }
    };
    causes.iter().map(entry).collect()
}

pub(crate) fn field_entries() -> Vec<Entry> {
    let entry = |field: &PilField| Entry {
        code: field.code.clone(),
        name: field.name.clone(),
        detail: field.kinds.clone(),
        also: Vec::new(),
    };
    FIELDS.iter().map(entry).collect()
}
