//! What a ledger nobody has described yet seems to be: the category of its cases by its title and heads, and the column
//! that gives the day of acceptance where none is headed so. Both are shown before anything is imported, and each case
//! says which column its day was taken from.

use anjuan_law::{text::search_key, vocabulary};
use anjuan_office::imports::{HEARINGS, OFFICERS};
use anjuan_papers::columns::{ColumnRule, Mapping, TableRule};

use super::ColumnChoice;

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

/// Heads that in a ledger of hearings speak of the hearing; elsewhere they may speak of anything.
const OF_HEARINGS: [(&str, &str); 33] = [
    ("是否公开", "hearing_public"),
    ("公开或不公开", "hearing_public"),
    ("启动方式", "hearing_initiated_by"),
    ("记录人", "hearing_recorder"),
    ("开始时间", "hearing_began"),
    ("结束时间", "hearing_ended"),
    ("公告日期", "hearing_announced_on"),
    ("公告发布日期", "hearing_announced_on"),
    ("通知日期", "hearing_notified_on"),
    ("是否到场", "hearing_officer_came"),
    ("产生方式", "hearing_selection"),
    ("选取方式", "hearing_selection"),
    ("抽取方式", "hearing_selection"),
    ("指定理由", "hearing_selection_reason"),
    ("指定原因", "hearing_selection_reason"),
    ("选定理由", "hearing_selection_reason"),
    ("参加人", "hearing_participants"),
    ("参加人员", "hearing_participants"),
    ("人民监督员", "hearing_supervisors"),
    ("评议意见", "hearing_opinion"),
    ("多数意见", "hearing_opinion"),
    ("录音录像编号", "hearing_recording"),
    ("同步录音录像编号", "hearing_recording"),
    ("笔录编号", "hearing_transcript"),
    ("告知当事人日期", "hearing_parties_told_on"),
    ("检察长同意日期", "hearing_consented_on"),
    ("地点", "hearing_place"),
    ("场所", "hearing_place"),
    ("类型", "hearing_kind"),
    ("形式", "hearing_kind"),
    ("个人意见", "officer_opinion"),
    ("效果", "hearing_effect"),
    ("通知送达日期", "hearing_notified_on"),
];

/// Binds the columns of a ledger of hearings that only there are understood; those that the person chose stay as chosen.
pub(super) fn hearing_columns(mapping: &mut Mapping, chosen: &[ColumnChoice]) {
    let is_chosen = |rule: &ColumnRule| chosen.iter().any(|choice| rule.column.as_deref() == Some(&choice.column));
    let taken: Vec<String> = fields(mapping).map(str::to_owned).collect();
    for rule in mapping.columns.iter_mut().filter(|rule| rule.field.is_empty() && !is_chosen(rule)) {
        let known = OF_HEARINGS.iter().find(|(head, _)| search_key(head) == search_key(&rule.head));
        if let Some((_, field)) = known.filter(|(_, field)| !taken.iter().any(|taken| taken == field)) {
            (*field).clone_into(&mut rule.field);
        }
    }
}

/// Lets every hearing of a ledger that does not say its kind be an ordinary one; it stands among the values for every row.
pub(super) fn hearing_kind(mapping: &mut Mapping) {
    let given = fields(mapping).any(|field| field == "hearing_kind") || mapping.constants.contains_key("hearing_kind");
    let usual = anjuan_law::choices("hearing_kind").first().filter(|_| !given);
    if let Some(usual) = usual {
        mapping.constants.insert("hearing_kind".to_owned(), usual.zh.clone());
    }
}

/// The category that title, sheet or file name, in this order, name; else the one whose acts the columns tell of.
pub(super) fn category(mapping: &Mapping, texts: &[&str]) -> String {
    if texts.iter().any(|text| ["听证员库", "听证员名册", "听证员名单"].iter().any(|name| text.contains(name)))
    {
        return OFFICERS.to_owned();
    }
    let has = |field: &str| fields(mapping).any(|known| known == field);
    let of_hearings = ["听证台账", "听证会台账", "听证登记", "听证案件", "听证情况"];
    let is_titled = texts.iter().any(|text| of_hearings.iter().any(|name| text.contains(name)));
    if is_titled || has("hearing_on") && has("hearing_officers") && !has("accepted_on") && !has("received_on") {
        return HEARINGS.to_owned();
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
