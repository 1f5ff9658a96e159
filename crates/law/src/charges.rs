//! Criminal charges (罪名): those in force, their former names, and the labels of a public data set.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::Day;
use crate::pick::Entry;
use crate::text::search_key;

/// A charge in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charge {
    /// Unique: the article, with `.n` where one article has several charges.
    pub id: String,
    /// The article: `264`, `133-1`.
    pub code: String,
    /// Its name, ending with `罪`.
    pub name: String,
    /// English name, this product's own.
    pub name_en: String,
    /// Article and paragraph in words.
    pub provision: String,
    /// Chapter of the Criminal Law, number and title: `第五章 侵犯财产罪`.
    pub chapter: String,
    /// Section, or empty.
    pub section: String,
    /// First day of this name.
    pub name_from: Day,
    /// A variant spelling, or empty.
    pub alias: String,
}

impl Charge {
    /// Number of the chapter of the Criminal Law's special part, 1 to 10.
    pub fn chapter_number(&self) -> u32 {
        let number = self.chapter.trim_start_matches('第').chars().next();
        number.and_then(|c| "一二三四五六七八九十".chars().position(|n| n == c)).map_or(0, |at| at as u32 + 1)
    }
}

/// A name cancelled or replaced since 1997.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerCharge {
    /// The old name.
    pub old_name: String,
    /// `取消` or `改名`.
    pub change: String,
    /// What took its place then, several separated by `；`; may be empty.
    pub replaced_by: String,
    /// From that day.
    pub from: Day,
    /// Today's names, several separated by `；`; empty where the act is no charge of its own any more.
    pub current_name: String,
}

#[derive(Deserialize)]
struct Label {
    label: String,
    current_name: String,
}

static ALL: LazyLock<Vec<Charge>> =
    LazyLock::new(|| crate::data::table("charges.csv", include_str!("../data/charges.csv")));

static FORMER: LazyLock<Vec<FormerCharge>> =
    LazyLock::new(|| crate::data::table("charge_name_history.csv", include_str!("../data/charge_name_history.csv")));

#[derive(Deserialize)]
struct Short {
    short: String,
    name: String,
}

/// What people of the field say for short: `帮信`, `醉驾`.
static SHORT: LazyLock<Vec<Short>> =
    LazyLock::new(|| crate::data::table("charge_short_names.csv", include_str!("../data/charge_short_names.csv")));

static LABELS: LazyLock<Vec<Label>> =
    LazyLock::new(|| crate::data::table("cail_accusations.csv", include_str!("../data/cail_accusations.csv")));

/// Every name, old and new, with and without `罪`, and the charges of today it stands for.
static BY_NAME: LazyLock<HashMap<String, Vec<&'static Charge>>> = LazyLock::new(|| {
    let mut map: HashMap<String, Vec<&'static Charge>> = HashMap::new();
    let mut add = |name: &str, charge: &'static Charge| {
        let charges = map.entry(name_key(name)).or_default();
        if !charges.contains(&charge) {
            charges.push(charge);
        }
    };
    for charge in ALL.iter() {
        add(&charge.name, charge);
    }
    for charge in ALL.iter().filter(|charge| !charge.alias.is_empty()) {
        add(&charge.alias, charge);
    }
    for short in SHORT.iter() {
        named(&short.name).into_iter().for_each(|charge| add(&short.short, charge));
    }
    for former in FORMER.iter() {
        for charge in former.current_name.split('；').filter_map(named) {
            add(&former.old_name, charge);
        }
    }
    map
});

/// All 483 charges in the order of the Criminal Law.
pub fn all() -> &'static [Charge] {
    &ALL
}

/// Names cancelled or replaced since 1997.
pub fn former() -> &'static [FormerCharge] {
    &FORMER
}

/// The charge with that id.
pub fn by_id(id: &str) -> Option<&'static Charge> {
    ALL.iter().find(|charge| charge.id == id)
}

/// The charges of today that a name stands for: today's name, a variant, a short form (`帮信`) or an old name; with or without `罪`, marks, width
/// and brackets do not matter. Several where an old charge was divided; empty where the name is not known.
pub fn by_name(name: &str) -> &'static [&'static Charge] {
    BY_NAME.get(&name_key(name)).map_or(&[], Vec::as_slice)
}

/// The charges that a label of the CAIL2018 data set stands for; empty for its section headings.
pub fn by_cail_label(label: &str) -> Vec<&'static Charge> {
    let wanted = name_key(label);
    let found = LABELS.iter().find(|row| name_key(&row.label) == wanted);
    found.map_or(Vec::new(), |row| row.current_name.split('；').filter_map(named).collect())
}

/// The labels of that data set.
pub fn cail_labels() -> impl Iterator<Item = &'static str> {
    LABELS.iter().map(|row| row.label.as_str())
}

fn named(name: &str) -> Option<&'static Charge> {
    ALL.iter().find(|charge| charge.name == name)
}

fn name_key(name: &str) -> String {
    let mut key = search_key(name);
    key.retain(|c| !matches!(c, '、' | ',' | '，' | '·' | '"' | '“' | '”'));
    if key.ends_with('罪') {
        key.pop();
    }
    key
}

pub(crate) fn entries() -> Vec<Entry> {
    let entry = |charge: &Charge| {
        let old = FORMER.iter().filter(|former| former.current_name.split('；').any(|name| name == charge.name));
        let variant = Some(charge.alias.clone()).filter(|alias| !alias.is_empty());
        let short = SHORT.iter().filter(|short| short.name == charge.name).map(|short| short.short.clone());
        Entry {
            code: charge.id.clone(),
            name: charge.name.clone(),
            detail: charge.provision.clone(),
            also: variant.into_iter().chain(short).chain(old.map(|former| former.old_name.clone())).collect(),
        }
    };
    ALL.iter().map(entry).collect()
}
