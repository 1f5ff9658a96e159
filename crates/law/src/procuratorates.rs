//! Names of procuratorates (`data/procuratorates.csv`): made by rule from the divisions, so some of them do not exist and
//! special ones are missing.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::pick::Entry;
use crate::text::search_key;

/// A procuratorate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procuratorate {
    /// Code of its division; `000000` for the Supreme People's Procuratorate.
    pub division: String,
    /// `national`, `province`, `city`, `county` or `branch`.
    pub level: String,
    /// Full name.
    pub name: String,
}

static ALL: LazyLock<Vec<Procuratorate>> =
    LazyLock::new(|| crate::data::table("procuratorates.csv", include_str!("../data/procuratorates.csv")));

/// All of them.
pub fn all() -> &'static [Procuratorate] {
    &ALL
}

/// The procuratorate of a division.
pub fn by_division(code: &str) -> Option<&'static Procuratorate> {
    ALL.iter().find(|p| p.division == code)
}

/// The procuratorate of that name; a name without its province or city is found if it ends only one.
pub fn by_name(name: &str) -> Option<&'static Procuratorate> {
    let wanted = search_key(name);
    if !wanted.ends_with("检察院") && !wanted.ends_with("分院") {
        return None;
    }
    if let Some(whole) = ALL.iter().find(|p| p.name == wanted) {
        return Some(whole);
    }
    let mut ending = ALL.iter().filter(|p| p.name.ends_with(&wanted));
    match (ending.next(), ending.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

pub(crate) fn entries() -> Vec<Entry> {
    let entry = |p: &Procuratorate| Entry {
        code: p.division.clone(),
        name: p.name.clone(),
        detail: String::new(),
        also: Vec::new(),
    };
    ALL.iter().map(entry).collect()
}
