//! What the journal says of a case that leaves: which entries, and what stays of each.
//!
//! An entry that is about the case alone is left with nothing but who did something and when; of one that touched others too
//! the rows of the case are taken out and theirs stay, byte for byte.

use std::collections::BTreeSet;

use anjuan_law::text::search_key;
use rusqlite::{named_params, types::Value};

use super::{
    Entry, Leaving, Reading, Rows,
    packed::PACKED,
    split::{Change, Part, kept_of},
};
use crate::{Action, Result};

/// Entries whose own words name no case: what they say stays with the rows of the others.
const OF_MANY: [Action; 2] = [Action::ImportRun, Action::SampleFill];

/// An entry that was found, and how it is about the case.
struct Found {
    entry: Entry,
    touched: bool,
    touched_others: bool,
    /// It names the case as what it was about.
    of_it: bool,
}

impl Reading<'_> {
    /// The entries that say something of a case, what stays of each, and whether nothing does.
    pub(super) fn entries_without(&self, leaving: &Leaving) -> Result<Vec<(Entry, Entry, bool)>> {
        let bound = named_params! {
            ":case": leaving.case, ":register_no": leaving.register_no,
            ":names": serde_json::to_string(&leaving.names)?, ":packed": &[PACKED][..],
        };
        let found = self.all(include_str!("entries_naming.sql"), bound, |row| {
            Ok(Found {
                entry: Entry::from_row(row)?,
                touched: row.get("touched")?,
                touched_others: row.get("touched_others")?,
                of_it: row.get("of_it")?,
            })
        })?;
        let mut keys = keys_of(&leaving.own);
        keys.extend(keys_of(&leaving.about));
        let (places, names) = (Places::of(self)?, Names::of(&leaving.names));
        for one in &found {
            kept_of(&one.entry.changeset, |change| {
                if change.whole && (places.is_of(change, leaving.case.get()) || names.are_declared_in(change)) {
                    keys.insert((change.table.clone(), change.key.clone()));
                }
                true
            })?;
        }
        let mut without = Vec::new();
        for one in found {
            let changeset =
                kept_of(&one.entry.changeset, |change| !keys.contains(&(change.table.clone(), change.key.clone())))?;
            let named = leaving
                .names
                .iter()
                .any(|name| one.entry.detail.contains(name.as_str()) || one.entry.reason.contains(name.as_str()));
            let about = one.touched || one.of_it || changeset != one.entry.changeset;
            if !about && !named {
                continue;
            }
            // Of an entry that did something nothing is left to tell where it did it to this case alone, or only joined another to it.
            let nothing_left = changeset.is_empty() && !one.entry.changeset.is_empty();
            let hidden = about && changeset.is_empty() && (nothing_left || !one.touched_others);
            let keeps_words = !named && OF_MANY.iter().any(|action| action.name() == one.entry.action);
            let mut kept = Entry { changeset, ..one.entry.clone() };
            if !keeps_words {
                kept.reason = String::new();
                kept.detail = "{}".to_owned();
            }
            without.push((one.entry, kept, hidden));
        }
        Ok(without)
    }
}

/// The rows by table and key, as a changeset names them.
fn keys_of(all: &[Rows]) -> BTreeSet<(String, String)> {
    let mut keys = BTreeSet::new();
    for rows in all {
        // Of the tables of a case all but one have an id; the flags have case and flag.
        let count = if rows.columns.first().is_some_and(|column| column == "id") { 1 } else { 2 };
        for row in &rows.rows {
            let parts = row.iter().take(count).map(|value| match value {
                Value::Integer(number) => number.to_string(),
                Value::Text(text) => text.clone(),
                _ => String::new(),
            });
            keys.insert((rows.table.clone(), parts.collect::<Vec<_>>().join("/")));
        }
    }
    keys
}

/// What names the case, to be compared without regard to form.
struct Names(BTreeSet<String>);

impl Names {
    fn of(names: &[String]) -> Self {
        Self(names.iter().map(|name| search_key(name)).collect())
    }

    /// Whether a change is of somebody's declared interest in the case.
    fn are_declared_in(&self, change: &Change) -> bool {
        let is = |wanted: &dyn Fn(&str) -> bool| {
            change.values.iter().any(|value| matches!(value, Part::Text(text) if wanted(text)))
        };
        change.table == "declared_conflict"
            && is(&|text| text == "case")
            && is(&|text| self.0.contains(&search_key(text)))
    }
}

/// Where in a row of each table the case stands that it belongs to.
struct Places(std::collections::BTreeMap<String, Vec<usize>>);

impl Places {
    fn of(reading: &Reading<'_>) -> Result<Self> {
        let mut places = std::collections::BTreeMap::new();
        places.insert("case_file".to_owned(), vec![0]);
        reading.each(include_str!("columns_of_case.sql"), [], |row| {
            let at: i64 = row.get("cid")?;
            places.entry(row.get("name")?).or_insert_with(Vec::new).extend(usize::try_from(at));
            Ok(())
        })?;
        Ok(Self(places))
    }

    fn is_of(&self, change: &Change, case: i64) -> bool {
        let of = self.0.get(&change.table);
        of.is_some_and(|places| places.iter().any(|at| change.values.get(*at) == Some(&Part::Integer(case))))
    }
}
