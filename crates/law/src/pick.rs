//! Choosing from long lists by a few letters: code, part of the name, pinyin.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::pinyin::{self, Phonetic};
use crate::text::search_key;
use crate::{causes, charges, divisions, procuratorates};

/// The lists the law brings along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// 罪名; the code is the charge's id.
    Charges,
    /// 民事案由
    CivilCauses,
    /// 行政案由
    AdministrativeCauses,
    /// 公益诉讼领域
    PilFields,
    /// 行政区划
    Divisions,
    /// 人民检察院; the code is the division's.
    Procuratorates,
}

/// One hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picked {
    /// What the record keeps.
    pub code: String,
    /// The name of today.
    pub name: String,
    /// What tells it from others of the name: the article, the path, the division above; may be empty.
    pub detail: String,
    /// The other name by which it was found: an old name or a variant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found_by: Option<String>,
}

/// The entries that fit a query, best first, at most `limit`; for an empty query the first of the list.
pub fn pick(list: List, query: &str, limit: usize) -> Vec<Picked> {
    picker(list).pick(query, limit)
}

/// One row to choose.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What the record keeps.
    pub code: String,
    /// The name shown.
    pub name: String,
    /// What tells it from others of the name; may be empty.
    pub detail: String,
    /// Other names by which it is found.
    pub also: Vec<String>,
}

/// A list prepared for choosing.
#[derive(Debug)]
pub struct Picker {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    entry: Entry,
    code: String,
    name: Searched,
    also: Vec<Searched>,
}

#[derive(Debug)]
struct Searched {
    key: String,
    phonetic: Phonetic,
}

impl Searched {
    fn of(name: &str) -> Searched {
        Searched { key: search_key(name), phonetic: Phonetic::of(name) }
    }
}

/// How well an entry fits; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    CodeWhole,
    NameWhole,
    CodeStart,
    NameStart,
    NameInside,
    OtherName,
    SoundWhole,
    SoundStart,
    SoundInside,
    HalfSound,
    OtherSound,
}

impl Picker {
    /// Prepares a list.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Picker {
        let row = |entry: Entry| Row {
            code: search_key(&entry.code),
            name: Searched::of(&entry.name),
            also: entry.also.iter().map(|name| Searched::of(name)).collect(),
            entry,
        };
        Picker { rows: entries.into_iter().map(row).collect() }
    }

    /// As [`pick`]. Among equal fits the shorter name stands first, then the order of the list.
    pub fn pick(&self, query: &str, limit: usize) -> Vec<Picked> {
        let key = search_key(query);
        let sound = pinyin::query(query);
        if key.is_empty() {
            return self.rows.iter().take(limit).map(|row| picked(row, None)).collect();
        }
        let mut found: Vec<(Fit, usize, usize, Option<usize>)> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            if let Some((fit, other)) = row.fit(&key, &sound) {
                found.push((fit, row.name.key.len(), at, other));
            }
        }
        found.sort_unstable();
        let hits = found.into_iter().take(limit);
        hits.filter_map(|(_, _, at, other)| self.rows.get(at).map(|row| picked(row, other))).collect()
    }
}

impl Row {
    /// How it fits, and by which of its other names.
    fn fit(&self, key: &str, sound: &[char]) -> Option<(Fit, Option<usize>)> {
        let own = match () {
            () if self.code == key => Some(Fit::CodeWhole),
            () if self.name.key == key => Some(Fit::NameWhole),
            () if self.code.starts_with(key) => Some(Fit::CodeStart),
            () if self.name.key.starts_with(key) => Some(Fit::NameStart),
            () if self.name.key.contains(key) => Some(Fit::NameInside),
            () => None,
        };
        if let Some(fit) = own {
            return Some((fit, None));
        }
        if let Some(other) = self.also.iter().position(|other| other.key.contains(key)) {
            return Some((Fit::OtherName, Some(other)));
        }
        if let Some(found) = self.name.phonetic.find(sound) {
            let fit = match (found.clean, found.start, found.to_end) {
                (false, ..) => Fit::HalfSound,
                (true, 0, true) => Fit::SoundWhole,
                (true, 0, false) => Fit::SoundStart,
                (true, ..) => Fit::SoundInside,
            };
            return Some((fit, None));
        }
        let other = self.also.iter().position(|other| other.phonetic.find(sound).is_some())?;
        Some((Fit::OtherSound, Some(other)))
    }
}

fn picked(row: &Row, other: Option<usize>) -> Picked {
    Picked {
        code: row.entry.code.clone(),
        name: row.entry.name.clone(),
        detail: row.entry.detail.clone(),
        found_by: other.and_then(|other| row.entry.also.get(other)).cloned(),
    }
}

fn picker(list: List) -> &'static Picker {
    static CHARGES: LazyLock<Picker> = LazyLock::new(|| Picker::new(charges::entries()));
    static CIVIL: LazyLock<Picker> = LazyLock::new(|| Picker::new(causes::entries(causes::civil())));
    static ADMINISTRATIVE: LazyLock<Picker> = LazyLock::new(|| Picker::new(causes::entries(causes::administrative())));
    static FIELDS: LazyLock<Picker> = LazyLock::new(|| Picker::new(causes::field_entries()));
    static DIVISIONS: LazyLock<Picker> = LazyLock::new(|| Picker::new(divisions::entries()));
    static PROCURATORATES: LazyLock<Picker> = LazyLock::new(|| Picker::new(procuratorates::entries()));
    match list {
        List::Charges => &CHARGES,
        List::CivilCauses => &CIVIL,
        List::AdministrativeCauses => &ADMINISTRATIVE,
        List::PilFields => &FIELDS,
        List::Divisions => &DIVISIONS,
        List::Procuratorates => &PROCURATORATES,
    }
}
