//! Tables of the law that a check can name beside the lists of codes, so that no number of the law stands in a check.
//!
//! | table | columns |
//! | --- | --- |
//! | `law_age` | `code`, `years`, `late`: 1 where a year is full only on the day after the birthday |
//! | `law_charge_against` | `code`: the id of a charge, `what`: group of its chapter (`person`, `property`, `economy` …) |
//! | `law_charge_with` | `code`: the id of a charge, `what`: what is to be entered with it (`casualties`, `enterprise` …) |
//! | `law_hearing_kind` | `code`, `least`, `most` officers, `notice_days` (none: 0), `from_day`, `until_day` |
//! | `law_hearing_public`, `law_hearing_closed` | `code`: categories whose hearings are as a rule public, or not |
//! | `law_hearing_supervised` | `code`: categories whose hearings a people's supervisor is invited to |
//! | `law_hearing_presiding` | `code`: posts whose holder presides where he or she handles the case |
//! | `law_hearing_steps` | `code`: the steps of a hearing |
//! | `law_hearing_consent` | `code`: what the chief prosecutor consents to where it goes against the majority |
//! | `law_hearing_chosen` | `code`: what has to stand on record of how officers were chosen, `from_day`, `until_day` |
//! | `law_hearing_yearly` | `code`, `most`: in how many hearings of a year an officer sits at most, as the office set it |
//! | `law_hearing_within` | `code`, `days`: what is to be done after a hearing, as the office set it |

use anjuan_law::{
    Choice, Day,
    ages::{self, AgeCount},
    charges, choice, choices,
    hearings::{self, Matter},
    vocabulary,
};

use crate::hearings::{limit_key, usual_limit};

/// The common table expression of that name; nothing where there is none.
pub(super) fn table(name: &str) -> Option<String> {
    let (columns, rows): (&str, Vec<String>) = match name {
        "law_age" => ("code, years, late", ages::all().iter().map(age).collect()),
        "law_charge_against" => ("code, what", charges()),
        "law_charge_with" => ("code, what", choices("charge_with").iter().map(charge_with).collect()),
        "law_hearing_kind" => ("code, least, most, notice_days, from_day, until_day", kinds()),
        "law_hearing_public" => ("code", categories("publicity", |rule| rule.public == Some(true))),
        "law_hearing_closed" => ("code", categories("publicity", |rule| rule.public == Some(false))),
        "law_hearing_supervised" => ("code", categories("supervisor", |_| true)),
        "law_hearing_presiding" => {
            ("code", hearings::rules("chair").flat_map(|rule| &rule.posts).map(|post| text(post)).collect())
        }
        "law_hearing_steps" => ("code", choices("hearing_step").iter().map(|step| text(&step.code)).collect()),
        "law_hearing_consent" => ("code", consent()),
        "law_hearing_chosen" => ("code, from_day, until_day", chosen()),
        "law_hearing_yearly" => ("code, most", limit("officer_yearly").into_iter().collect()),
        "law_hearing_within" => {
            ("code, days", ["officers_told_within", "effect_within"].into_iter().filter_map(limit).collect())
        }
        _ => return None,
    };
    let rows: Vec<String> = rows.into_iter().map(|row| format!("({row})")).collect();
    Some(format!("{name}({columns}) AS (VALUES {})", rows.join(", ")))
}

fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn charges() -> Vec<String> {
    let against = |charge: &charges::Charge| {
        let chapter = choice("charge_chapter", &charge.chapter_number().to_string())?;
        Some(format!("{}, {}", text(&charge.id), text(chapter.group.as_deref()?)))
    };
    charges::all().iter().filter_map(against).collect()
}

fn charge_with(choice: &Choice) -> String {
    format!("{}, {}", text(&choice.code.replace('_', "-")), text(choice.group.as_deref().unwrap_or_default()))
}

fn age(age: &ages::Age) -> String {
    format!("{}, {}, {}", text(&age.id), age.years, i32::from(age.count == AgeCount::Criminal))
}

fn kinds() -> Vec<String> {
    let mut rows = Vec::new();
    for rule in hearings::rules("officer_number") {
        for kind in
            choices("hearing_kind").iter().filter(|kind| rule.kinds.is_empty() || rule.kinds.contains(&kind.code))
        {
            rows.push(format!(
                "{}, {}, {}, {}, {}, {}",
                text(&kind.code),
                rule.least.unwrap_or(0),
                rule.most.unwrap_or(u32::MAX),
                hearings::notice_days(&kind.code, rule.from).unwrap_or(0),
                text(&rule.from.to_string()),
                text(&until(rule))
            ));
        }
    }
    rows
}

/// The last day of a rule; one far off where it is still in force.
fn until(rule: &hearings::Rule) -> String {
    rule.until.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string())
}

fn chosen() -> Vec<String> {
    let rules = ["officer_designated", "officer_outside"].into_iter().flat_map(hearings::rules);
    rules.map(|rule| format!("{}, {}, {}", text(&rule.id), text(&rule.from.to_string()), text(&until(rule)))).collect()
}

/// The categories in whose ordinary hearings a rule of today speaks so, no party being a minor.
fn categories(id: &str, speaks: impl Fn(&hearings::Rule) -> bool) -> Vec<String> {
    let matter = |category| Matter { category: Some(category), kind: "ordinary", minor: false, on: Day::MAX };
    let categories = vocabulary().categories.iter();
    categories
        .filter(|category| hearings::rule(id, &matter(category)).is_some_and(&speaks))
        .map(|category| text(&category.id))
        .collect()
}

/// The choices of `hearing_adopted` that the list of acts gives to the chief prosecutor.
fn consent() -> Vec<String> {
    let whens = anjuan_law::act("hearing_opinion_handled").map(|act| act.power_when.as_slice()).unwrap_or_default();
    let chiefs = whens.iter().filter(|when| when.power == anjuan_law::acts::Power::Chief);
    chiefs.flat_map(|when| &when.is).map(|code| text(code)).collect()
}

/// A limit that the office may set for itself: its setting, else the rule's number.
fn limit(id: &str) -> Option<String> {
    let usual = usual_limit(id)?;
    let set = format!("SELECT CAST(value AS INTEGER) FROM setting WHERE key = {}", text(&limit_key(id)));
    Some(format!("{}, coalesce(({set}), {usual})", text(id)))
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn the_tables_say_what_the_rules_say() {
        let of = |name: &str| table(name).unwrap();
        assert!(of("law_age").contains("('hearing_officer', 23, 0)") && of("law_age").contains("('minor', 18, 1)"));
        assert!(of("law_hearing_kind").contains("('ordinary', 3, 7, 3, '2020-10-20', '9999-12-31')"));
        assert!(of("law_hearing_kind").contains("('simplified', 1, 7, 0, "));
        assert!(of("law_hearing_public").contains("('first_instance_prosecution')"));
        assert!(of("law_hearing_closed").contains("('arrest_review')"));
        assert!(of("law_hearing_supervised").contains("('admin_judgment_supervision')"));
        assert!(of("law_hearing_chosen").contains("('officer_outside', '2022-01-26', '9999-12-31')"));
        assert!(of("law_hearing_presiding").contains("('chief_prosecutor')"));
        assert_eq!(table("law_hearing_nothing"), None);
    }
}
