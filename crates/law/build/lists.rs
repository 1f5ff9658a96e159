//! The names that period rules may use: acts with their fields, categories, families, functions.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

/// What rules/acts and rules/categories name.
pub struct Lists {
    /// Act id to its fields and what they hold.
    acts: BTreeMap<String, BTreeMap<String, String>>,
    /// Vocabulary list to its codes.
    codes: BTreeMap<String, BTreeSet<String>>,
    /// Category id, family, function.
    categories: Vec<(String, String, String)>,
    /// Category id and a period it names.
    pub periods: Vec<(String, String)>,
}

impl Lists {
    /// Reads `rules/<name>.toml` and every file of `rules/<name>/`.
    pub fn read() -> Lists {
        let mut acts = BTreeMap::new();
        for act in entries("acts", "act") {
            let rows = act.get("fields").and_then(Value::as_array).into_iter().flatten();
            let fields = rows.filter_map(|row| Some((row.get(0)?.as_str()?, row.get(1)?.as_str()?)));
            let fields = fields.map(|(id, kind)| (id.trim_end_matches('!').to_owned(), kind.to_owned()));
            acts.insert(text(&act, "id"), fields.collect());
        }
        let functions: BTreeMap<String, String> =
            entries("lines", "line").iter().map(|line| (text(line, "code"), text(line, "function"))).collect();
        let all = entries("categories", "category");
        let periods = all
            .iter()
            .flat_map(|category| {
                let named = category.get("periods").and_then(Value::as_array).into_iter().flatten();
                named.filter_map(Value::as_str).map(|period| (text(category, "id"), period.to_owned()))
            })
            .collect();
        let categories = all
            .iter()
            .map(|category| {
                let line = category.get("lines").and_then(|lines| lines.get(0)?.as_str());
                let by_line = line.and_then(|line| functions.get(line).cloned()).unwrap_or_default();
                let own = category.get("function").and_then(Value::as_str).map(str::to_owned);
                (text(category, "id"), text(category, "family"), own.unwrap_or(by_line))
            })
            .collect();
        Lists { acts, codes: codes(), categories, periods }
    }

    /// Stops the build where the act, or a field it is asked for, is not in rules/acts.
    pub fn act(&self, id: &str, fields: &[&str], place: &str) {
        let Some(known) = self.acts.get(id) else {
            panic!("{place}: no act {id:?} in rules/acts");
        };
        for field in fields {
            assert!(known.contains_key(*field), "{place}: act {id:?} has no field {field:?}");
        }
    }

    /// Stops the build where a field of a vocabulary list is asked for a code that is not in it.
    pub fn value(&self, act: &str, field: &str, code: &str, place: &str) {
        let kind = self.acts.get(act).and_then(|fields| fields.get(field)).map(String::as_str);
        match kind {
            Some("yes_no") => assert!(["yes", "no"].contains(&code), "{place}: {act}.{field} is yes or no"),
            Some(kind) => {
                if let Some(list) = kind.strip_prefix("choice:") {
                    self.code(list, code, place);
                }
            }
            None => panic!("{place}: act {act:?} has no field {field:?}"),
        }
    }

    /// Stops the build where the code is not in the vocabulary list.
    pub fn code(&self, list: &str, code: &str, place: &str) {
        let known = self.codes.get(list).unwrap_or_else(|| panic!("{place}: no list {list:?}"));
        assert!(known.contains(code), "{place}: no {code:?} in the list {list:?}");
    }

    /// Whether the act has that field.
    pub fn has_field(&self, id: &str, field: &str) -> bool {
        self.acts.get(id).is_some_and(|fields| fields.contains_key(field))
    }

    /// The categories meant by ids of categories or families, or by a function; empty for all.
    pub fn categories(&self, names: &[String], function: Option<&str>, place: &str) -> Vec<&str> {
        let mut found = BTreeSet::new();
        for name in names {
            let before = found.len();
            let named = self.categories.iter().filter(|(id, ..)| id == name);
            let of_family = self.categories.iter().filter(|(_, family, _)| family == name);
            // An id that is both a category and a family means the category where only one is meant.
            let named: Vec<_> = named.collect();
            if named.is_empty() {
                found.extend(of_family.map(|(id, ..)| id.as_str()));
            } else {
                found.extend(named.iter().map(|(id, ..)| id.as_str()));
            }
            assert!(found.len() > before, "{place}: no category or family {name:?}, or named twice");
        }
        if let Some(function) = function {
            let of_function = self.categories.iter().filter(|(.., own)| own == function);
            found.extend(of_function.map(|(id, ..)| id.as_str()));
            assert!(!found.is_empty(), "{place}: no category of function {function:?}");
        }
        found.into_iter().collect()
    }
}

/// The codes of every list in rules/vocabulary: the first cell of each row.
fn codes() -> BTreeMap<String, BTreeSet<String>> {
    let mut lists = BTreeMap::new();
    for file in std::fs::read_dir("rules/vocabulary").expect("rules/vocabulary").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a vocabulary file");
        let table: Table = toml::from_str(&text).unwrap_or_else(|e| panic!("{:?}: {e}", file.path()));
        for (list, rows) in table {
            let rows = rows.as_array().into_iter().flatten();
            let codes = rows.filter_map(|row| row.get(0)?.as_str()).map(str::to_owned);
            lists.insert(list, codes.collect());
        }
    }
    lists
}

fn text(table: &Table, key: &str) -> String {
    table.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The tables `[[key]]` of a rule file and of the folder of the same name.
fn entries(name: &str, key: &str) -> Vec<Table> {
    let mut files = vec![format!("rules/{name}.toml")];
    if let Ok(folder) = std::fs::read_dir(format!("rules/{name}")) {
        files.extend(folder.flatten().map(|file| file.path().display().to_string()));
    }
    files.sort();
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.ends_with(".toml")) {
        let Ok(text) = std::fs::read_to_string(file) else {
            continue;
        };
        let table: Table = toml::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"));
        let rows = table.get(key).and_then(Value::as_array).into_iter().flatten();
        found.extend(rows.filter_map(Value::as_table).cloned());
    }
    found
}
