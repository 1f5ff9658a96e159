//! What the public may not read: who the parties are, and everything by which a minor could be known.

use anjuan_law::{Day, names::masked_together};
use serde_json::{Value, json};

use crate::{
    cases::{CaseSheet, PersonCard},
    hearings::{HearingSheet, Participant},
};

/// Participants who take part for their office or calling; their names are no secret.
const IN_OFFICE: [&str; 7] =
    ["case_personnel", "agency", "peoples_supervisor", "expert_witness", "specialist", "media", "defender"];
/// Persons of a case who are there by their calling.
const LAWYERS: [&str; 2] = ["defence_lawyer", "duty_lawyer"];
/// Where names of the office's own people and of officers stand: a party of the same name hides none of them.
const OPEN: [&str; 8] = [
    "office",
    "contact",
    "hearing.chair",
    "hearing.recorder",
    "hearing.bailiffs",
    "case.handler",
    "officers.name",
    "paper",
];
const HIDDEN: &str = "××";
/// Shorter texts are too common to be taken for somebody's address.
const SHORTEST_PLACE: usize = 4;
const SHORTEST_NUMBER: usize = 6;

/// What is hidden and what stands instead, longest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Mask {
    instead: Vec<(String, String)>,
    /// A party is a minor.
    minors: bool,
    /// Names of whom a card must not show.
    behind_roles: Vec<String>,
}

impl Mask {
    /// The mask of a hearing's public papers.
    pub fn of(case: &CaseSheet, hearing: &HearingSheet) -> Self {
        let on = hearing.hearing.held_on.unwrap_or(hearing.hearing.planned_on);
        let natural = case.persons.iter().filter(|one| one.person.kind.as_deref() != Some("unit"));
        let private: Vec<&PersonCard> = natural.filter(|one| !LAWYERS.contains(&one.person.role.as_str())).collect();
        let minors = case.head.is_minor
            || case.flags.iter().any(|flag| flag == "minors_involved")
            || private.iter().any(|one| is_minor(one, on));
        let is_private = |one: &&Participant| {
            let by_calling = IN_OFFICE.contains(&one.role.as_str()) && !(minors && one.role == "defender");
            one.person_id.is_some() && !is_lawyer(case, one) || !by_calling
        };
        let present: Vec<&Participant> = hearing.participants.iter().filter(is_private).collect();
        let mut names: Vec<&str> = private.iter().map(|one| one.person.name.as_str()).collect();
        names.extend(present.iter().map(|one| one.name.as_str()));
        let mut instead: Vec<(String, String)> =
            names.iter().map(|name| (*name).to_owned()).zip(masked_together(&names)).collect();
        for one in &private {
            let alias = one.person.alias.as_deref().unwrap_or_default();
            for alias in alias.split(['、', '，', ',', ' ', '；', ';']).filter(|alias| alias.chars().count() > 1) {
                instead.push((alias.to_owned(), HIDDEN.to_owned()));
            }
            instead.extend(marks(one).into_iter().map(|mark| (mark, HIDDEN.to_owned())));
        }
        if minors {
            let units =
                present.iter().map(|one| one.unit.clone()).filter(|unit| unit.chars().count() >= SHORTEST_PLACE);
            instead.extend(units.map(|unit| (unit, HIDDEN.to_owned())));
        }
        instead.retain(|(text, _)| text.chars().count() > 1);
        instead.sort_by_key(|(text, _)| std::cmp::Reverse(text.chars().count()));
        let behind_roles = if minors { names.iter().map(|name| (*name).to_owned()).collect() } else { Vec::new() };
        Self { instead, minors, behind_roles }
    }

    /// Whether a card with this participant's name could make a minor known.
    pub fn hides_minor(&self, one: &Participant) -> bool {
        self.behind_roles.contains(&one.name)
    }

    fn text(&self, text: &str) -> String {
        let mut masked = text.to_owned();
        for (hidden, instead) in &self.instead {
            masked = masked.replace(hidden.as_str(), instead);
        }
        without_numbers(&masked)
    }
}

fn is_lawyer(case: &CaseSheet, one: &Participant) -> bool {
    let card = case.persons.iter().find(|card| Some(card.id) == one.person_id);
    card.is_some_and(|card| LAWYERS.contains(&card.person.role.as_str()))
}

fn is_minor(one: &PersonCard, on: Day) -> bool {
    let grown = anjuan_law::ages::age("minor");
    let young = |birth: Day| grown.is_some_and(|grown| !grown.reached(birth, on));
    one.person.minor_at_act == Some(true) || one.person.birth.is_some_and(young)
}

/// What else tells who somebody is.
fn marks(one: &PersonCard) -> Vec<String> {
    let person = &one.person;
    let places =
        [&person.residence, &person.occupation, &person.custody_place].map(|text| text.as_deref().unwrap_or_default());
    let mut marks: Vec<String> =
        places.iter().filter(|text| text.chars().count() >= SHORTEST_PLACE).map(|text| (*text).to_owned()).collect();
    let number = person.id_number.as_deref().unwrap_or_default();
    if number.chars().count() >= SHORTEST_NUMBER {
        marks.push(number.to_owned());
    }
    if let Some(birth) = person.birth {
        let (year, month, day) = birth.ymd();
        marks.extend([
            birth.to_string(),
            birth.on_paper(),
            format!("{year}.{month}.{day}"),
            format!("{year}{month:02}{day:02}"),
        ]);
    }
    marks
}

/// Identity numbers that stand in a text, whosever they are.
fn without_numbers(text: &str) -> String {
    const SHORTEST: usize = 15;
    let mut out = String::new();
    let mut figures = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() || (matches!(c, 'X' | 'x') && figures.len() >= SHORTEST) {
            figures.push(c);
            continue;
        }
        out.push_str(if figures.len() >= SHORTEST { HIDDEN } else { &figures });
        figures.clear();
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

/// Masks a tree of values.
pub(super) fn tree(tree: &mut Value, mask: &Mask) {
    walk(tree, "", mask);
    let mut each = |list: &str, change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
        let items = tree.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
        items.filter_map(Value::as_object_mut).for_each(change);
    };
    // What somebody said, and why he or she stayed away, is for the record alone.
    each("participants", &|one| {
        if mask.minors && one.get("unit").is_some_and(|unit| !unit.is_null()) {
            one.insert("unit".to_owned(), json!(HIDDEN));
        }
        for field in ["statement", "absence_reason", "refusal"] {
            one.insert(field.to_owned(), Value::Null);
        }
    });
    each("officers", &|one| {
        for field in ["opinion", "words", "refusal"] {
            one.insert(field.to_owned(), Value::Null);
        }
    });
    each("steps", &|one| {
        one.insert("text".to_owned(), Value::Null);
        one.insert("notes".to_owned(), json!([]));
    });
    if let Some(notes) = tree.get_mut("notes") {
        *notes = json!([]);
    }
}

fn walk(value: &mut Value, path: &str, mask: &Mask) {
    if OPEN.contains(&path) {
        return;
    }
    match value {
        Value::String(text) => *text = mask.text(text),
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, path, mask)),
        Value::Object(fields) => {
            for (key, field) in fields {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                walk(field, &path, mask);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_names_go_first_and_numbers_never_stay() {
        let instead = vec![("张三丰".to_owned(), "张某2".to_owned()), ("张三".to_owned(), "张某1".to_owned())];
        let mask = Mask { instead, ..Mask::default() };
        assert_eq!(mask.text("张三与张三丰，34102320090102123X，电话13800000000"), "张某1与张某2，××，电话13800000000");
    }

    #[test]
    fn the_offices_own_people_keep_their_names() {
        let mask = Mask { instead: vec![("张伟".to_owned(), "张某".to_owned())], ..Mask::default() };
        let mut values =
            json!({ "case": { "title": "张伟盗窃案" }, "hearing": { "chair": "张伟", "questions": ["张伟是否…"] } });
        tree(&mut values, &mask);
        assert_eq!(values["case"]["title"], "张某盗窃案");
        assert_eq!(
            (&values["hearing"]["chair"], &values["hearing"]["questions"][0]),
            (&json!("张伟"), &json!("张某是否…"))
        );
    }
}
