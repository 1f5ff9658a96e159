//! Rules of hearings (`rules/hearings.toml`): how many officers, how long before, public or not, who presides.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::categories::Category;
use crate::rules::{self, RuleFault};
use crate::{Basis, Day, periods};

/// What a rule is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'m> {
    /// The category of the case; none where it is not known to the law.
    pub category: Option<&'m Category>,
    /// The kind of hearing (vocabulary `hearing_kind`).
    pub kind: &'m str,
    /// Whether a party is a minor.
    pub minor: bool,
    /// The day of the hearing, or the day of asking where there is none yet.
    pub on: Day,
}

/// One rule. Which values it has depends on its id; the tests of this module hold that they are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What it decides.
    pub id: String,
    /// Fewest allowed.
    pub least: Option<u32>,
    /// Most allowed.
    pub most: Option<u32>,
    /// Days of its period.
    pub days: Option<u32>,
    /// Whether the hearing is public unless there is a recorded reason.
    pub public: Option<bool>,
    /// The reason a hearing closed by this rule carries (vocabulary `hearing_not_public_reason`).
    pub reason: Option<String>,
    /// Posts it speaks of (vocabulary `post`).
    pub posts: Vec<String>,
    /// Where it comes from; never empty.
    pub basis: Vec<Basis>,
    /// Kinds of hearing it applies to; empty: all.
    pub kinds: Vec<String>,
    /// First day in force.
    pub from: Day,
    /// Last day in force.
    pub until: Option<Day>,
    on: Vec<String>,
    minor: bool,
}

impl Rule {
    fn fits(&self, matter: &Matter<'_>) -> bool {
        let in_force = self.from <= matter.on && self.until.is_none_or(|until| matter.on <= until);
        let kind = self.kinds.is_empty() || self.kinds.iter().any(|kind| kind == matter.kind);
        let category = self.on.is_empty() || matter.category.is_some_and(|category| category.is_in(&self.on));
        in_force && kind && category && (!self.minor || matter.minor)
    }
}

/// The rule with that id for such a hearing; none where nothing in force asks for it.
pub fn rule(id: &str, matter: &Matter<'_>) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id && rule.fits(matter))
}

/// All rules of that id, in the order of the file, those no longer in force too.
pub fn rules(id: &str) -> impl Iterator<Item = &'static Rule> {
    RULES.iter().filter(move |rule| rule.id == id)
}

/// How many days before a hearing of that kind its notice is sent, on a day; none where nothing asks for it.
pub fn notice_days(kind: &str, on: Day) -> Option<u32> {
    rule("notice", &Matter { category: None, kind, minor: false, on })?;
    Some(periods::rule_on("hearing_notice_latest", on)?.length()?.days)
}

/// The last day on which the notice of a hearing on `matter.on` is in time; none where no notice of that length is asked for.
pub fn notice_latest(matter: &Matter<'_>) -> Option<Day> {
    matter.on.checked_add_days(-i64::from(notice_days(matter.kind, matter.on)?))
}

/// The opinion that more than half of those present share, or none.
pub fn majority<'o>(opinions: &[&'o str], present: usize) -> Option<&'o str> {
    opinions
        .iter()
        .find(|opinion| 2 * opinions.iter().filter(|other| other == opinion).count() > present)
        .copied()
        .filter(|opinion| !opinion.is_empty())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    on: Vec<String>,
    #[serde(default)]
    minor: bool,
    least: Option<u32>,
    most: Option<u32>,
    days: Option<u32>,
    public: Option<bool>,
    reason: Option<String>,
    #[serde(default)]
    posts: Vec<String>,
    from: Day,
    until: Option<Day>,
    basis: Vec<String>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| match read() {
    Ok(rules) => rules,
    #[expect(clippy::panic, reason = "the file is part of the program and read by its tests")]
    Err(fault) => panic!("{fault}"),
});

fn read() -> Result<Vec<Rule>, RuleFault> {
    let file: File = rules::read("hearings.toml", include_str!("../rules/hearings.toml"))?;
    file.rule.into_iter().map(finish).collect()
}

fn finish(row: Row) -> Result<Rule, RuleFault> {
    let basis = rules::bases(&row.basis, &format!("hearings.toml: {}", row.id))?;
    Ok(Rule {
        id: row.id,
        least: row.least,
        most: row.most,
        days: row.days,
        public: row.public,
        reason: row.reason,
        posts: row.posts,
        basis,
        kinds: row.kinds,
        on: row.on,
        minor: row.minor,
        from: row.from,
        until: row.until,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{category, choice, vocabulary};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn matter(category_id: &str, kind: &'static str, minor: bool) -> Matter<'static> {
        Matter { category: Some(category(category_id).unwrap()), kind, minor, on: day("2026-03-05") }
    }

    #[test]
    fn every_word_in_the_file_is_known_and_every_rule_has_its_values() {
        for rule in RULES.iter() {
            let has = match rule.id.as_str() {
                "officer_number" => rule.least.is_some() && rule.most >= rule.least,
                "officers_told_within" | "effect_within" => rule.days.is_some(),
                "officer_yearly" => rule.most.is_some(),
                "publicity" => rule.public.is_some() && (rule.public == Some(true)) != rule.reason.is_some(),
                "chair" | "leaders" => !rule.posts.is_empty(),
                _ => true,
            };
            assert!(has && !rule.basis.is_empty(), "{}", rule.id);
            assert!(rule.kinds.iter().all(|kind| choice("hearing_kind", kind).is_some()), "{:?}", rule.kinds);
            assert!(rule.reason.iter().all(|r| choice("hearing_not_public_reason", r).is_some()), "{:?}", rule.reason);
            let names = &vocabulary().categories;
            let known = |name: &String| names.iter().any(|category| category.is_in(std::slice::from_ref(name)));
            assert!(rule.on.iter().all(known), "{:?}", rule.on);
            assert!(rule.posts.iter().all(|post| choice("post", post).is_some()), "{:?}", rule.posts);
        }
    }

    #[test]
    fn a_hearing_is_public_or_not_by_category_and_age() {
        let public = |category, kind, minor| rule("publicity", &matter(category, kind, minor)).and_then(|r| r.public);
        assert_eq!(public("first_instance_prosecution", "ordinary", false), Some(true));
        assert_eq!(public("first_instance_prosecution", "ordinary", true), Some(false), "a party is a minor");
        assert_eq!(public("civil_judgment_supervision", "ordinary", false), Some(true));
        assert_eq!(public("pil_admin_pretrial", "online", false), Some(true));
        assert_eq!(public("arrest_review", "ordinary", false), Some(false));
        assert_eq!(public("custody_necessity", "custody", false), Some(false));
        assert_eq!(public("confiscation", "ordinary", false), None, "no article says either");
        let reason = rule("publicity", &matter("arrest_review", "ordinary", false)).and_then(|r| r.reason.as_deref());
        assert_eq!(reason, Some("arrest_review"));
    }

    #[test]
    fn numbers_ages_and_days_come_with_their_article_and_day() {
        let ordinary = rule("officer_number", &matter("arrest_review", "ordinary", false)).unwrap();
        assert_eq!((ordinary.least, ordinary.most), (Some(3), Some(7)));
        assert_eq!(ordinary.basis[0].article, "8");
        let simple = matter("criminal_petition", "simplified", false);
        assert_eq!(rule("officer_number", &simple).unwrap().least, Some(1));
        assert_eq!(notice_latest(&simple), None, "a simplified hearing has no notice of three days");
        assert_eq!(notice_latest(&matter("arrest_review", "online", false)), Some(day("2026-03-02")));
        assert!(rule("supervisor", &matter("admin_judgment_supervision", "ordinary", false)).is_some());
        assert!(rule("supervisor", &matter("civil_judgment_supervision", "ordinary", false)).is_none());
        let before = Matter { on: day("2020-10-19"), ..matter("arrest_review", "ordinary", false) };
        assert!(rule("officer_number", &before).is_none(), "the provisions were not in force");
    }

    #[test]
    fn a_majority_is_more_than_half_of_those_present() {
        assert_eq!(majority(&["agree", "agree", "disagree"], 3), Some("agree"));
        assert_eq!(majority(&["agree", "agree", "disagree", "partly"], 4), None, "half is not more than half");
        assert_eq!(majority(&["agree", "agree"], 4), None, "two of four present");
        assert_eq!(majority(&["", "", "agree"], 3), None, "no opinion is none");
        assert_eq!(majority(&[], 0), None);
    }
}
