//! The rule files hold together: every id stands once, every reference leads somewhere, every name is there
//! in both languages.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that finds a fault has to stop")]

use std::collections::BTreeSet;

use anjuan_law::acts::{FieldType, Per, Power};
use anjuan_law::{Act, vocabulary};

#[track_caller]
fn stand_once<'a>(what: &str, ids: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    for id in ids {
        assert!(seen.insert(id), "{what} {id:?} stands twice");
    }
    seen
}

#[track_caller]
fn named(place: &str, zh: &str, en: &str) {
    for text in [zh, en] {
        assert!(!text.trim().is_empty(), "{place}: a name is missing");
        assert_eq!(text.trim(), text, "{place}: spaces around {text:?}");
    }
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    assert!(zh.chars().any(chinese), "{place}: {zh:?} is not Chinese");
    assert!(!en.chars().any(chinese), "{place}: {en:?} is not English");
}

fn snake(id: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    !id.is_empty() && id.chars().all(fits) && !id.starts_with('_')
}

fn in_list(list: &str, code: &str) -> bool {
    anjuan_law::choice(list, code).is_some()
}

#[test]
fn names_stand_once_and_in_both_languages() {
    let all = vocabulary();
    stand_once("line", all.lines.iter().map(|l| &*l.code));
    stand_once("stage", all.stages.iter().map(|s| &*s.id));
    stand_once("family", all.families.iter().map(|f| &*f.id));
    let mut ids = stand_once("category", all.categories.iter().map(|c| &*c.id));
    for family in &all.families {
        let same = all.categories.iter().any(|c| c.id == family.id && c.family != family.id);
        assert!(!same, "{} is a category of another family: \"on\" would be ambiguous", family.id);
        ids.insert(&family.id);
    }
    stand_once("act", all.acts.iter().map(|a| &*a.id));
    stand_once("name of a category", all.categories.iter().flat_map(|c| c.aliases.iter().chain([&c.zh]).map(|n| &**n)));
    assert_eq!(all.lines.len(), 10, "the ten business lines");

    for l in &all.lines {
        named(&l.code, &l.zh, &l.en);
    }
    for s in &all.stages {
        named(&s.id, &s.zh, &s.en);
        assert!(snake(&s.id), "{}", s.id);
    }
    for f in &all.families {
        named(&f.id, &f.zh, &f.en);
        assert!(snake(&f.id), "{}", f.id);
    }
    for c in &all.categories {
        named(&c.id, &c.zh, &c.en);
        assert!(snake(&c.id), "{}", c.id);
    }
    for a in &all.acts {
        named(&a.id, &a.zh, &a.en);
        assert!(snake(&a.id), "{}", a.id);
        stand_once(&a.id, a.fields.iter().map(|f| &*f.id));
        for f in &a.fields {
            named(&format!("{}: {}", a.id, f.id), &f.zh, &f.en);
            assert!(snake(&f.id), "{}: {}", a.id, f.id);
        }
    }
}

#[test]
fn choices_stand_once_and_in_known_groups() {
    for (list, rows) in &vocabulary().choices {
        assert!(!rows.is_empty() && snake(list), "{list}");
        stand_once(list, rows.iter().map(|row| &*row.code));
        for row in rows {
            let place = format!("{list}: {}", row.code);
            named(&place, &row.zh, &row.en);
            assert!(snake(&row.code), "{place}");
            if let Some(group) = &row.group {
                let known = in_list(&format!("{list}_group"), group);
                assert!(known, "{place}: no group {group}");
            }
        }
    }
}

#[test]
fn categories_refer_to_what_exists() {
    let all = vocabulary();
    for family in &all.families {
        for stage in &family.stages {
            assert!(all.stages.iter().any(|s| s.id == *stage), "{}: no stage {stage}", family.id);
        }
        assert_eq!(family.stages.first().map(String::as_str), Some("accepted"), "{}", family.id);
        for end in ["closed", "archived"] {
            assert!(family.stages.iter().any(|s| s == end), "{} cannot be {end}", family.id);
        }
        assert!(all.choices.contains_key(&family.outcomes), "{}: no list {}", family.id, family.outcomes);
        assert!(all.categories.iter().any(|c| c.family == family.id), "{} has no category", family.id);
    }
    for category in &all.categories {
        assert!(!category.lines.is_empty() && !category.basis.is_empty(), "{}", category.id);
        for period in &category.periods {
            assert!(anjuan_law::periods::rule(period).is_some(), "{}: no period {period}", category.id);
        }
        for line in &category.lines {
            assert!(all.lines.iter().any(|l| l.code == *line), "{}: no line {line}", category.id);
            assert!(category.function_in(line).is_some(), "{}: no function in {line}", category.id);
        }
    }
}

#[test]
fn acts_refer_to_what_exists() {
    let all = vocabulary();
    let known =
        |name: &String| all.families.iter().any(|f| f.id == *name) || all.categories.iter().any(|c| c.id == *name);
    let stage = |name: &String| all.stages.iter().any(|s| s.id == *name);
    for act in &all.acts {
        let id = &act.id;
        assert!(in_list("act_group", &act.group), "{id}: no group {}", act.group);
        assert!(!act.basis.is_empty(), "{id} has no basis");
        for name in act.on.iter().chain(&act.leads_on) {
            assert!(known(name), "{id}: no family or category {name}");
        }
        for name in act.from.iter().chain(&act.leads_from) {
            assert!(stage(name), "{id}: no stage {name}");
        }
        for name in &act.to {
            assert!(name == "before" || stage(name), "{id}: no stage {name}");
        }
        for who in &act.recorded_by {
            assert!(in_list("post", who) || in_list("post_group", who), "{id}: no post {who}");
        }
        for field in &act.fields {
            if let FieldType::Choice { list } = &field.kind {
                assert!(all.choices.contains_key(list), "{id}: {}: no list {list}", field.id);
            }
        }
        for when in &act.power_when {
            powers_fit(act, when);
        }
    }
}

#[track_caller]
fn powers_fit(act: &Act, when: &anjuan_law::acts::PowerWhen) {
    let all = vocabulary();
    for name in &when.on {
        let known = all.families.iter().any(|f| f.id == *name) || all.categories.iter().any(|c| c.id == *name);
        assert!(known, "{}: no family or category {name}", act.id);
    }
    assert!(!when.on.is_empty() || !when.field.is_empty(), "{}: an exception without a condition", act.id);
    if when.field.is_empty() {
        return;
    }
    let field = act.field(&when.field).unwrap_or_else(|| panic!("{}: no field {}", act.id, when.field));
    for value in &when.is {
        let fits = match &field.kind {
            FieldType::Choice { list } => in_list(list, value),
            FieldType::YesNo => value == "yes" || value == "no",
            _ => false,
        };
        assert!(fits, "{}: {} can never be {value}", act.id, field.id);
    }
}

/// Every act can be recorded somewhere, every category can be worked through from acceptance to the archive,
/// and no stage is a dead end or out of reach.
#[test]
fn every_category_runs_from_acceptance_to_the_archive() {
    let all = vocabulary();
    let mut used = BTreeSet::new();
    for category in &all.categories {
        let mut reached: BTreeSet<String> = ["accepted".to_owned()].into();
        loop {
            let before = reached.len();
            for here in reached.clone() {
                let at = anjuan_law::stage::stage_by_id(&here).unwrap();
                for act in anjuan_law::acts_allowed(category, at) {
                    used.insert(&act.id);
                    let leads = (act.leads_from.is_empty() || act.leads_from.contains(&here))
                        && (act.leads_on.is_empty()
                            || act.leads_on.iter().any(|n| *n == category.id || *n == category.family));
                    let to = act.to.iter().find(|to| category.stages.contains(to));
                    reached.extend(to.filter(|_| leads).cloned());
                }
            }
            if reached.len() == before {
                break;
            }
        }
        for stage in &category.stages {
            assert!(reached.contains(stage), "{}: nothing leads to {stage}", category.id);
        }
    }
    for act in &all.acts {
        assert!(used.contains(&act.id), "{} can be recorded nowhere", act.id);
    }
}

/// What the rules reserve to the chief prosecutor stays reserved.
#[test]
fn the_reserved_matters_are_the_chief_prosecutors() {
    for id in [
        "not_prosecuted",
        "conditional_not_prosecuted",
        "prosecution_withdrawn",
        "correction_notice_issued",
        "notice_to_file_issued",
        "protested",
        "protest_requested",
        "recusal_decided",
        "pil_filed",
        "suggestion_issued",
        "hearing_approved",
        "arrest_suggested",
        "handler_changed",
        "suspended",
    ] {
        let act = anjuan_law::act(id).unwrap();
        assert_eq!(act.power, Power::Chief, "{id}");
        assert!(act.field("approved_by").is_some() && act.field("approved_on").is_some(), "{id}");
    }
    let refusal = anjuan_law::act("arrest_not_approved").unwrap();
    let of = |id: &str| anjuan_law::category(id).unwrap();
    let arrest = of("arrest_review");
    assert_eq!(refusal.power_for(arrest, &[("reason", "no_crime")]), Power::Chief);
    assert_eq!(refusal.power_for(arrest, &[("reason", "no_need")]), Power::Handler);
    let suspension = anjuan_law::act("suspended").unwrap();
    assert_eq!(suspension.power_for(of("pil_admin_pretrial"), &[]), Power::Chief, "PIL 78");
    assert_eq!(suspension.power_for(of("civil_judgment_supervision"), &[]), Power::Handler, "Civ 72 names nobody");
    assert_eq!(refusal.per, Per::Person);
    assert!(
        anjuan_law::act("suspended").unwrap().on.iter().all(|on| on != "prosecution" && on != "arrest"),
        "criminal review is never suspended"
    );
}

/// The codes that the program itself knows are those of the lists.
#[test]
fn codes_of_the_program_are_codes_of_the_lists() {
    use anjuan_law::categories::{Function, Kind, Structure};
    use anjuan_law::numbers::NumberKind as N;

    let code = |value: serde_json::Value| value.as_str().map(str::to_owned).unwrap();
    let powers = [
        Power::Handler,
        Power::CaseManagement,
        Power::Complaints,
        Power::Chief,
        Power::Committee,
        Power::Higher,
        Power::Outside,
    ];
    let numbers = [
        N::Local,
        N::Department,
        N::Unified,
        N::Police,
        N::Supervisory,
        N::Court,
        N::DetentionCentre,
        N::Document,
        N::Archive,
        N::Other,
    ];
    let functions = [Function::Criminal, Function::Civil, Function::Administrative, Function::PublicInterest];
    let json = |value: Result<serde_json::Value, serde_json::Error>| code(value.unwrap());
    let lists: [(&str, Vec<String>); 5] = [
        ("power", powers.iter().map(|p| json(serde_json::to_value(p))).collect()),
        ("number_kind", numbers.iter().map(|n| json(serde_json::to_value(n))).collect()),
        ("function", functions.iter().map(|f| json(serde_json::to_value(f))).collect()),
        (
            "category_kind",
            [Kind::Litigated, Kind::Supervision, Kind::Service].iter().map(|k| json(serde_json::to_value(k))).collect(),
        ),
        (
            "case_structure",
            [Structure::Procedure, Structure::OwnAuthority, Structure::BySource]
                .iter()
                .map(|s| json(serde_json::to_value(s)))
                .collect(),
        ),
    ];
    for (list, codes) in lists {
        let known: Vec<&str> = anjuan_law::choices(list).iter().map(|choice| &*choice.code).collect();
        assert_eq!(codes, known, "{list}");
    }
}

#[test]
fn outcomes_of_acts_lead_from_values_to_outcomes_there_are() {
    let vocabulary = vocabulary();
    for act in &vocabulary.acts {
        let categories: Vec<_> = vocabulary.categories.iter().filter(|category| act.applies_to(category)).collect();
        for [field, value, outcome] in &act.outcome {
            let place = format!("{}: {field} {value} {outcome}", act.id);
            let known = categories.iter().any(|category| anjuan_law::acts::outcome_in(category, outcome).is_some());
            assert!(known, "{place}: no category has the outcome");
            if field.is_empty() {
                assert!(value.is_empty(), "{place}: a value without a field");
                continue;
            }
            match &act.field(field).unwrap_or_else(|| panic!("{place}: no such field")).kind {
                FieldType::Choice { list } => {
                    assert!(anjuan_law::choice(list, value).is_some(), "{place}: no such value")
                }
                other => panic!("{place}: a field of type {other:?}"),
            }
        }
    }
    let outcome = |act: &str, category: &str, field: &'static str, value: &'static str| {
        let category = anjuan_law::category(category).unwrap();
        anjuan_law::act(act).unwrap().outcome(category, |id| (id == field).then_some(value))
    };
    let prosecution = "first_instance_prosecution";
    assert_eq!(outcome("not_prosecuted", prosecution, "kind", "relative"), Some("not_prosecuted_relative"));
    assert_eq!(outcome("prosecuted", prosecution, "", ""), Some("prosecuted"));
    assert_eq!(outcome("closed", prosecution, "outcome", "提起公诉"), Some("prosecuted"));
    assert_eq!(outcome("questioned", prosecution, "", ""), None);
    assert_eq!(outcome("jurisdiction_changed_out", "suggestion", "", ""), None);
}

#[test]
fn every_charge_that_asks_for_more_is_a_charge_and_every_chapter_has_its_kind() {
    for choice in anjuan_law::choices("charge_with") {
        let charge = anjuan_law::charges::by_id(&choice.code.replace('_', "-"));
        assert_eq!(charge.map(|charge| charge.name.as_str()), Some(choice.zh.as_str()), "{}", choice.code);
    }
    for charge in anjuan_law::charges::all() {
        assert!(in_list("charge_chapter", &charge.chapter_number().to_string()), "{}", charge.chapter);
    }
}
