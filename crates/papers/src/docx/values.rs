//! The tree of values as the template sees it. What is known but holds nothing is a gap: false in a condition, and told when
//! it would be printed or gone through.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use minijinja::value::{Enumerator, Object, ObjectRepr, Value};
use serde_json::Value as Json;

/// Where gaps are told, each once, in the order in which the paper has them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gaps(Arc<Mutex<Vec<String>>>);

impl Gaps {
    pub fn tell(&self, path: &str) {
        let mut gaps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !gaps.iter().any(|known| known == path) {
            gaps.push(path.to_owned());
        }
    }

    pub fn all(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A value that is missing.
#[derive(Debug)]
pub(crate) struct Gap {
    pub path: String,
    pub gaps: Gaps,
}

impl Object for Gap {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        // What is asked of a missing thing is missing with it.
        self.gaps.tell(&self.path);
        let path = format!("{}.{key}", self.path);
        Some(Value::from_object(Gap { path, gaps: self.gaps.clone() }))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        self.gaps.tell(&self.path);
        Enumerator::Empty
    }

    fn enumerator_len(self: &Arc<Self>) -> Option<usize> {
        Some(0)
    }

    fn is_true(self: &Arc<Self>) -> bool {
        false
    }
}

/// The tree for the engine. Characters that XML can't hold are left out of texts.
pub(crate) fn tree(json: &Json, path: &str, gaps: &Gaps) -> Value {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match json {
        Json::Null => Value::from_object(Gap { path: path.to_owned(), gaps: gaps.clone() }),
        Json::Bool(yes) => Value::from(*yes),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::from(whole),
            None => Value::from(number.as_f64().unwrap_or_default()),
        },
        Json::String(text) => Value::from(text.chars().filter(|c| is_xml(*c)).collect::<String>()),
        Json::Array(items) => {
            items.iter().enumerate().map(|(at, item)| tree(item, &below(&at.to_string()), gaps)).collect()
        }
        Json::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| (key.clone(), tree(value, &below(key), gaps)));
            Value::from_object(fields.collect::<BTreeMap<String, Value>>())
        }
    }
}

fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

/// The same tree with nothing in it: every leaf and every list is missing.
pub(crate) fn emptied(json: &Json) -> Json {
    match json {
        Json::Object(fields) => Json::Object(fields.iter().map(|(key, value)| (key.clone(), emptied(value))).collect()),
        Json::Bool(_) => Json::Bool(false),
        _ => Json::Null,
    }
}

/// The names that may stand in a template: `hearing.place`, `officers[].name`.
pub fn names(json: &Json, into: &mut Vec<String>) {
    names_below(json, "", into);
}

fn names_below(json: &Json, path: &str, into: &mut Vec<String>) {
    match json {
        Json::Object(fields) => {
            for (key, value) in fields {
                names_below(value, &if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, into);
            }
        }
        Json::Array(items) => match items.first() {
            Some(item) => names_below(item, &format!("{path}[]"), into),
            None => into.push(format!("{path}[]")),
        },
        _ => into.push(path.to_owned()),
    }
}
