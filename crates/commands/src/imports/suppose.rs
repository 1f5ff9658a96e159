//! What a ledger nobody has described yet seems to be: the category of its cases by its title and heads, and the column
//! that gives the day of acceptance where none is headed so. Both are shown before anything is imported, and each case
//! says which column its day was taken from.

use anjuan_law::{text::search_key, vocabulary};
use anjuan_office::imports::OFFICERS;
use anjuan_papers::columns::{Mapping, TableRule};

/// The days that stand nearest to acceptance, the nearest first: what came to the office, what it did, what followed.
const NEAR_ACCEPTANCE: [&str; 14] = [
    "referred_on",
    "arrest_requested_on",
    "allocated_on",
    "returned_on",
    "arrest_decided_on",
    "prosecuted_on",
    "concluded_on",
    "court_accepted_on",
    "court_session_on",
    "judged_on",
    "closed_on",
    "arrested_on",
    "detained_on",
    "bail_on",
];

/// Lets the day of acceptance be taken from other columns, where no column gives it and no constant was set.
pub(super) fn acceptance(mapping: &mut Mapping) {
    let has = |field: &str| fields(mapping).any(|known| known == field);
    let given = |field: &&str| has(field) || mapping.constants.contains_key(*field);
    if ["accepted_on", "received_on"].iter().any(given) || !mapping.tables.is_empty() {
        return;
    }
    let near: Vec<&str> = NEAR_ACCEPTANCE.into_iter().filter(|field| has(field)).collect();
    if !near.is_empty() {
        mapping.constants.insert("accepted_on".to_owned(), format!("={}", near.join("|")));
    }
}

/// The category that title, sheet or file name, in this order, name; else the one whose acts the columns tell of.
pub(super) fn category(mapping: &Mapping, texts: &[&str]) -> String {
    if texts.iter().any(|text| ["听证员库", "听证员名册", "听证员名单"].iter().any(|name| text.contains(name)))
    {
        return OFFICERS.to_owned();
    }
    if let Some(named) = texts.iter().find_map(|text| named_in(text)) {
        return named.to_owned();
    }
    let has = |wanted: &[&str]| fields(mapping).any(|field| wanted.contains(&field));
    let prosecution = has(&["prosecuted_on", "indictment_number", "charge_prosecuted", "not_prosecuted_on"]);
    let arrest =
        has(&["arrest_requested_on", "arrest_decided_on", "arrest_refused_on", "arrest_reason", "non_arrest_reason"]);
    match (prosecution, arrest) {
        (true, _) => "first_instance_prosecution",
        (false, true) => "arrest_review",
        (false, false) => "",
    }
    .to_owned()
}

fn fields(mapping: &Mapping) -> impl Iterator<Item = &str> {
    let own = mapping.tables.iter().flat_map(|table: &TableRule| &table.columns);
    own.chain(&mapping.columns).map(|rule| rule.field.as_str()).filter(|field| !field.is_empty())
}

/// The one category that a text names, by its own name, another name or the name of its family.
fn named_in(text: &str) -> Option<&'static str> {
    let text = search_key(text);
    let bare = |name: &str| search_key(name.trim_end_matches("案件"));
    let all = vocabulary();
    let mut names: Vec<(String, &str)> = Vec::new();
    for category in &all.categories {
        names
            .extend([&category.zh].into_iter().chain(&category.aliases).map(|name| (bare(name), category.id.as_str())));
    }
    for family in &all.families {
        if let Some(first) = all.categories.iter().find(|category| category.family == family.id) {
            names.push((bare(&family.zh), first.id.as_str()));
        }
    }
    names.retain(|(name, _)| name.chars().count() >= 4 && text.contains(name.as_str()));
    let longest: Vec<&(String, &str)> = names
        .iter()
        .filter(|(name, _)| !names.iter().any(|(other, _)| other.len() > name.len() && other.contains(name.as_str())))
        .collect();
    let (_, first) = longest.first()?;
    longest.iter().all(|(_, id)| id == first).then_some(*first)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops on a fault")]

    use super::*;

    #[test]
    fn titles_name_categories() {
        for (title, category) in [
            ("江河县人民检察院2026年审查起诉案件台账", Some("first_instance_prosecution")),
            ("审查逮捕案件登记表（一季度）", Some("arrest_review")),
            ("民事支持起诉案件", Some("support_prosecution")),
            ("审查逮捕、审查起诉案件台账", None),
            ("2026年台账", None),
        ] {
            assert_eq!(named_in(title), category, "{title}");
        }
    }

    #[test]
    fn the_day_of_acceptance_is_taken_only_where_no_column_has_it() {
        let of = |fields: &[&str]| {
            let rule = |field: &&str| format!("[[columns]]\nhead = \"{field}\"\nfield = \"{field}\"\n");
            let mut mapping = Mapping::parse(&fields.iter().map(rule).collect::<String>()).unwrap();
            acceptance(&mut mapping);
            mapping.constants.get("accepted_on").cloned()
        };
        assert_eq!(of(&["judged_on", "prosecuted_on"]).as_deref(), Some("=prosecuted_on|judged_on"));
        assert_eq!(of(&["received_on", "prosecuted_on"]), None);
        assert_eq!(of(&["title"]), None);
    }
}
