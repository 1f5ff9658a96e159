//! The examples of checks as people read them.

use anjuan_law::{Lang, Words, act, acts::FieldType, category, choice};
use anjuan_office::checks::{self, Example, Fact};

use crate::words;

/// An example, fact by fact.
pub fn in_words(example: &Example) -> Vec<Words> {
    example.facts.iter().filter_map(fact).collect()
}

/// A fact; nothing for those that only steer the example.
fn fact(fact: &Fact) -> Option<Words> {
    let (first, second) = (fact.word(0), fact.word(1));
    let head = match fact.verb.as_str() {
        "case" => {
            let found = category(first)?;
            let say = |lang, name: &str| words::say(lang, "example_case", [("day", second), ("category", name)]);
            Words::owned(say(Lang::Zh, &found.zh), say(Lang::En, &found.en))
        }
        "act" => {
            let found = act(first)?;
            Words::owned(format!("{second} {}", found.zh), format!("{second} {}", found.en))
        }
        "person" => beside(coded("person_role", fact.field("role").unwrap_or("suspect")), first),
        "charge" => beside(Words::owned(first, first), fact.word(2)),
        "measure" => {
            let kind = coded("measure", second);
            Words::owned(format!("{first} {}", kind.zh), format!("{first} {}", kind.en))
        }
        "account" => beside(words::both("table_account"), first),
        "handler" | "assistant" => {
            let say = |lang| words::say(lang, &format!("example_{}", fact.verb), [("name", first), ("day", second)]);
            Words::owned(say(Lang::Zh), say(Lang::En))
        }
        "number" => beside(coded("number_kind", first), second),
        "flag" => coded("flag", first),
        "conflict" => beside(coded("recusal_ground", fact.word(3)), &format!("{first} – {}", fact.word(2))),
        "hearing" => coded("hearing_kind", first),
        "participant" => beside(coded("hearing_participant_role", fact.field("role").unwrap_or("party")), first),
        "seat" => beside(words::both("table_hearing_seat"), first),
        "step" => coded("hearing_step", first),
        "effect" => beside(coded("hearing_effect", first), second),
        "link" => words::both("example_link"),
        "period" => beside(checks::words::of_value("rule", first), second),
        "on" => beside(words::both("example_on"), first),
        _ => return None,
    };
    let fields: Vec<Words> =
        fact.fields.iter().filter(|(name, _)| name != "role").map(|(name, value)| field(fact, name, value)).collect();
    if fields.is_empty() {
        return Some(head);
    }
    let zh: Vec<&str> = fields.iter().map(|words| &*words.zh).collect();
    let en: Vec<&str> = fields.iter().map(|words| &*words.en).collect();
    Some(Words::owned(format!("{}（{}）", head.zh, zh.join("，")), format!("{} ({})", head.en, en.join(", "))))
}

fn field(fact: &Fact, name: &str, value: &str) -> Words {
    let of_act = act(fact.word(0)).filter(|_| fact.verb == "act").and_then(|act| act.field(name));
    let (label, shown) = match of_act {
        Some(field) => {
            let shown = match &field.kind {
                FieldType::Choice { list } => coded(list, value),
                FieldType::YesNo => words::both(if value == "yes" { "answer_yes" } else { "answer_no" }),
                _ => Words::owned(value, value),
            };
            (Words::owned(field.zh.clone(), field.en.clone()), shown)
        }
        None => {
            let key = format!("column_{}", name.rsplit('.').next().unwrap_or(name));
            let shown = match (value, name) {
                ("", _) => words::both("example_empty"),
                (value, "source") => coded("case_source", value),
                (value, "venue") => coded("hearing_venue", value),
                (value, "adopted") => coded("hearing_adopted", value),
                (value, "majority" | "opinion") => coded("officer_opinion", value),
                (value, "answer") => coded("hearing_application_decision", value),
                (value, "conflict") => coded("officer_conflict", value),
                (value, "post" | "handler_post") => coded("post", value),
                (value, "selection") => coded("officer_selection", value),
                (value, "mode") => coded("allocation_mode", value),
                (value, "reason") => coded("designation_reason", value),
                (value, "minor_at_act" | "in_quota" | "handles_minors" | "is_public" | "attended" | "signed") => {
                    words::both(if value == "1" { "answer_yes" } else { "answer_no" })
                }
                (value, name) => checks::words::of_value(name, value),
            };
            (words::both(&key), shown)
        }
    };
    Words::owned(format!("{}：{}", label.zh, shown.zh), format!("{}: {}", label.en, shown.en))
}

fn beside(label: Words, text: &str) -> Words {
    Words::owned(format!("{} {text}", label.zh), format!("{} {text}", label.en))
}

fn coded(list: &str, code: &str) -> Words {
    match choice(list, code) {
        Some(found) => Words::owned(found.zh.clone(), found.en.clone()),
        None => Words::owned(code, code),
    }
}
