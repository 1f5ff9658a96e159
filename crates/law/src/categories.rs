//! Business lines, stages, families and categories of cases (`rules/lines.toml`, `rules/stages.toml`,
//! `rules/categories/`).

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

use crate::Basis;
use crate::rules::{self, RuleFault};
use crate::vocabulary::vocabulary;

/// The four procuratorial functions (四大检察).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// 刑事检察
    Criminal,
    /// 民事检察
    Civil,
    /// 行政检察
    Administrative,
    /// 公益诉讼检察
    PublicInterest,
}

/// One of the ten business lines (十大业务).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Two capital letters, part of the register number.
    pub code: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// The function its cases count for, where the category names none.
    pub function: Function,
}

/// A place where a case can stand. It is never stored: see [`crate::stage`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Stable id, for example `reviewing`.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Whether work is still to be done in it.
    #[serde(default = "yes")]
    pub open: bool,
}

/// How a category counts in the case structure ratio (案件结构比).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Structure {
    /// Handled by procedure (依程序办案).
    Procedure,
    /// Supervision on own authority (依职权监督).
    OwnAuthority,
    /// On own authority where the source is own discovery, else by procedure.
    BySource,
}

/// Categories with the same stages and outcomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Stable id.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Ids of its stages in the order of progress.
    pub stages: Vec<String>,
    /// The vocabulary list of its outcomes.
    pub outcomes: String,
    /// Its place in the case structure ratio.
    pub structure: Structure,
}

/// What sort of work a category is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A case in the procedure (诉讼案件).
    Litigated,
    /// Supervision (监督案件).
    Supervision,
    /// A service to case handling (服务事项).
    Service,
}

/// A share in the balance of work, counted in sixths so that it adds up exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u32);

impl Weight {
    /// That many sixths.
    pub const fn sixths(sixths: u32) -> Weight {
        Weight(sixths)
    }

    /// How many sixths.
    pub const fn in_sixths(self) -> u32 {
        self.0
    }

    /// Reads `1`, `2/3`, `4/3`; `None` where it is not a whole number of sixths.
    pub fn parse(text: &str) -> Option<Weight> {
        let (over, under) = text.split_once('/').unwrap_or((text, "1"));
        let (over, under): (u32, u32) = (over.trim().parse().ok()?, under.trim().parse().ok()?);
        let sixths = over.checked_mul(6)?;
        (under != 0 && sixths % under == 0).then(|| Weight(sixths / under))
    }
}

impl fmt::Display for Weight {
    /// In lowest terms: `1`, `2/3`, `1/2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let common = [6, 3, 2, 1].into_iter().find(|n| self.0.is_multiple_of(*n));
        match common.unwrap_or(1) {
            6 => write!(f, "{}", self.0 / 6),
            n => write!(f, "{}/{}", self.0 / n, 6 / n),
        }
    }
}

impl Serialize for Weight {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A category of cases (案件类别).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Category {
    /// Stable id, for example `arrest_review`.
    pub id: String,
    /// Chinese name as the national system writes it.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Id of its family.
    pub family: String,
    /// What sort of work it is.
    pub kind: Kind,
    /// The function it counts for; `None` where the line decides.
    pub function: Option<Function>,
    /// Codes of the lines that handle it, the first offered first.
    pub lines: Vec<String>,
    /// Business words of department acceptance numbers that stand for it, for example `刑捕`.
    pub number_words: Vec<String>,
    /// Ids of the period rules that open with such a case.
    pub periods: Vec<String>,
    /// Default share in the balance of work.
    pub weight: Weight,
    /// Whether a handler must be allocated before work begins.
    pub needs_handler: bool,
    /// Whether it is a case (件) in the statistics.
    pub counts: bool,
    /// Other names seen in ledgers and exports.
    pub aliases: Vec<String>,
    /// Its stages in the order of progress, from the family.
    pub stages: Vec<String>,
    /// The vocabulary list of its outcomes, from the family.
    pub outcomes: String,
    /// Its place in the case structure ratio, from the family.
    pub structure: Structure,
    /// Where it comes from.
    pub basis: Vec<Basis>,
}

impl Category {
    /// Whether one of these words names it or its family.
    pub(crate) fn is_in(&self, names: &[String]) -> bool {
        names.iter().any(|name| *name == self.id || *name == self.family)
    }

    /// The function a case of this category counts for when that line handles it. `None` only where
    /// neither names one.
    pub fn function_in(&self, line: &str) -> Option<Function> {
        self.function.or_else(|| {
            let lines = &vocabulary().lines;
            lines.iter().find(|l| l.code == line).map(|l| l.function)
        })
    }
}

/// The category with that id.
pub fn category(id: &str) -> Option<&'static Category> {
    vocabulary().categories.iter().find(|c| c.id == id)
}

/// The category that a ledger or an export calls by that name or one of its other names; brackets,
/// width and spaces do not matter.
pub fn category_by_name(name: &str) -> Option<&'static Category> {
    let wanted = crate::text::search_key(name);
    let called = |name: &String| crate::text::search_key(name) == wanted;
    let categories = &vocabulary().categories;
    categories
        .iter()
        .find(|c| called(&c.zh) || called(&c.en) || c.id == name)
        .or_else(|| categories.iter().find(|c| c.aliases.iter().any(called)))
}

/// The categories whose department acceptance numbers carry that business word, for example `刑诉`.
pub fn categories_by_number_word(word: &str) -> Vec<&'static Category> {
    let categories = &vocabulary().categories;
    categories.iter().filter(|c| c.number_words.iter().any(|w| w == word)).collect()
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineFile {
    line: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StageFile {
    stage: Vec<Stage>,
    family: Vec<Family>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryFile {
    category: Vec<CategoryRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryRow {
    id: String,
    zh: String,
    en: String,
    family: String,
    kind: Kind,
    function: Option<Function>,
    lines: Vec<String>,
    #[serde(default)]
    number_words: Vec<String>,
    #[serde(default)]
    periods: Vec<String>,
    weight: String,
    #[serde(default = "yes")]
    needs_handler: bool,
    #[serde(default = "yes")]
    counts: bool,
    #[serde(default)]
    aliases: Vec<String>,
    basis: Vec<String>,
}

const FILES: &[(&str, &str)] = &[
    ("categories/criminal.toml", include_str!("../rules/categories/criminal.toml")),
    ("categories/criminal_supervision.toml", include_str!("../rules/categories/criminal_supervision.toml")),
    ("categories/civil_administrative.toml", include_str!("../rules/categories/civil_administrative.toml")),
    ("categories/public_interest.toml", include_str!("../rules/categories/public_interest.toml")),
    ("categories/complaints.toml", include_str!("../rules/categories/complaints.toml")),
    ("categories/services.toml", include_str!("../rules/categories/services.toml")),
];

pub(crate) fn read_lines() -> Result<Vec<Line>, RuleFault> {
    let file: LineFile = rules::read("lines.toml", include_str!("../rules/lines.toml"))?;
    Ok(file.line)
}

pub(crate) fn read_stages() -> Result<(Vec<Stage>, Vec<Family>), RuleFault> {
    let file: StageFile = rules::read("stages.toml", include_str!("../rules/stages.toml"))?;
    Ok((file.stage, file.family))
}

pub(crate) fn read_categories(families: &[Family]) -> Result<Vec<Category>, RuleFault> {
    let mut categories = Vec::new();
    for (place, text) in FILES {
        let file: CategoryFile = rules::read(place, text)?;
        for row in file.category {
            categories.push(finish(row, families, place)?);
        }
    }
    Ok(categories)
}

fn finish(row: CategoryRow, families: &[Family], place: &str) -> Result<Category, RuleFault> {
    let place = format!("{place}: {}", row.id);
    let family = families
        .iter()
        .find(|family| family.id == row.family)
        .ok_or_else(|| RuleFault::new(&place, format!("no family {:?}", row.family)))?;
    let weight =
        Weight::parse(&row.weight).ok_or_else(|| RuleFault::new(&place, format!("weight {:?}", row.weight)))?;
    Ok(Category {
        stages: family.stages.clone(),
        outcomes: family.outcomes.clone(),
        structure: family.structure,
        basis: rules::bases(&row.basis, &place)?,
        weight,
        id: row.id,
        zh: row.zh,
        en: row.en,
        family: row.family,
        kind: row.kind,
        function: row.function,
        lines: row.lines,
        number_words: row.number_words,
        periods: row.periods,
        needs_handler: row.needs_handler,
        counts: row.counts,
        aliases: row.aliases,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_add_up_exactly() {
        for (text, sixths, shown) in
            [("1", 6, "1"), ("2/3", 4, "2/3"), ("4/3", 8, "4/3"), ("3/6", 3, "1/2"), ("0", 0, "0")]
        {
            let weight = Weight::parse(text).unwrap();
            assert_eq!((weight.in_sixths(), weight.to_string().as_str()), (sixths, shown));
        }
        for wrong in ["", "1/4", "1/0", "x", "1.5"] {
            assert_eq!(Weight::parse(wrong), None, "{wrong:?} is not a number of sixths");
        }
    }

    #[test]
    fn a_category_is_found_by_its_other_names_and_number_words() {
        assert_eq!(category_by_name(" 一审公诉案件(未检) ").unwrap().id, "first_instance_prosecution");
        assert_eq!(category_by_name("审查逮捕案件").unwrap().id, "arrest_review");
        assert!(category_by_name("破产清算案件").is_none());
        let of_word: Vec<_> = categories_by_number_word("刑诉").iter().map(|c| &c.id).collect();
        assert_eq!(of_word, ["first_instance_prosecution"]);
    }

    #[test]
    fn the_function_comes_from_the_category_before_the_line() {
        let pil = category("pil_admin_pretrial").unwrap();
        assert_eq!(pil.function_in("MI"), Some(Function::PublicInterest));
        let suggestion = category("suggestion").unwrap();
        assert_eq!(suggestion.function_in("CI"), Some(Function::Civil));
        assert_eq!(suggestion.function_in("??"), None);
    }
}
