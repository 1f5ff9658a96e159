//! Kinds of procedural acts (程序节点) on a case's timeline (`rules/acts/`).

use serde::{Deserialize, Serialize};

use crate::categories::{Category, Stage};
use crate::rules::{self, RuleFault};
use crate::vocabulary::vocabulary;
use crate::{Basis, Lang};

/// What a field of an act holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FieldType {
    /// Free words.
    Text,
    /// A day.
    Day,
    /// A code of that vocabulary list.
    Choice {
        /// Name of the list.
        list: String,
    },
    /// A person of the case.
    Person,
    /// Money in yuan.
    Amount,
    /// A document of the case.
    Paper,
    /// A body outside or inside the office.
    Unit,
    /// A member of the office.
    Account,
    /// `yes` or `no`.
    YesNo,
    /// A whole number, zero or more.
    Number,
}

/// One field of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Stable id, unique in its act.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Whether the act cannot be recorded without it.
    pub required: bool,
    /// What it holds.
    #[serde(flatten)]
    pub kind: FieldType,
}

impl Field {
    /// The name in that language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Whether an act concerns the whole case or one person in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// The case.
    #[default]
    Case,
    /// One person; recorded without a person it concerns all.
    Person,
}

/// Who decides an act: the floor reserved by the rules. The office's own power list may reserve more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Power {
    /// The handling prosecutor.
    #[default]
    Handler,
    /// Case management.
    CaseManagement,
    /// The complaints department.
    Complaints,
    /// The chief prosecutor, or a deputy by division of work.
    Chief,
    /// The procuratorial committee.
    Committee,
    /// The next higher procuratorate.
    Higher,
    /// Somebody outside; the office only records it.
    Outside,
}

impl Power {
    /// Whether somebody other than the handler has to approve, so that the approval is recorded too.
    pub fn needs_approval(self) -> bool {
        matches!(self, Power::Chief | Power::Committee | Power::Higher)
    }
}

/// Another decider where a field has one of these values, or in these families and categories.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowerWhen {
    /// Id of the field; empty where the exception does not depend on one.
    #[serde(default)]
    pub field: String,
    /// The values.
    #[serde(default)]
    pub is: Vec<String>,
    /// Families and categories; empty for all.
    #[serde(default)]
    pub on: Vec<String>,
    /// Who then decides.
    pub power: Power,
}

/// A kind of procedural act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Act {
    /// Stable id, for example `returned_for_investigation`.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Code in the vocabulary list `act_group`.
    pub group: String,
    /// Families and categories it applies to; empty for all.
    pub on: Vec<String>,
    /// Stages in which it may be recorded; empty for every open one.
    pub from: Vec<String>,
    /// Stages it leads to: the first that the category has. `before` is the stage before the suspension.
    pub to: Vec<String>,
    /// It leads on only from these stages; empty for any.
    pub leads_from: Vec<String>,
    /// It leads on only in these families and categories; empty for all it applies to.
    pub leads_on: Vec<String>,
    /// Whether it concerns the case or one person.
    pub per: Per,
    /// Whether it ends the review (审结) of the case or the person.
    pub concludes: bool,
    /// Whether it closes the case (办结).
    pub closes: bool,
    /// Whether a finding that must be dealt with first (severity `stop`) keeps it from being recorded.
    pub waits_for_stops: bool,
    /// The module that writes it; `None` where people record it on the timeline.
    pub written_by: Option<String>,
    /// Who decides it.
    pub power: Power,
    /// Exceptions to that.
    pub power_when: Vec<PowerWhen>,
    /// Posts and groups of posts that may record it; empty for whoever works on the case.
    pub recorded_by: Vec<String>,
    /// Its fields in the order of the form.
    pub fields: Vec<Field>,
    /// What a case ends with: rows of field, value and outcome. See [`Act::outcome`].
    pub outcome: Vec<[String; 3]>,
    /// Where it comes from.
    pub basis: Vec<Basis>,
}

impl Act {
    /// The name in that language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The field with that id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// Whether cases of this category can have it.
    pub fn applies_to(&self, category: &Category) -> bool {
        self.on.is_empty() || category.is_in(&self.on)
    }

    /// The outcome that the act gives a case of this category; `None` where it gives none. `field` looks up the values
    /// of its fields.
    pub fn outcome<'f>(&self, category: &Category, field: impl Fn(&str) -> Option<&'f str>) -> Option<&'static str> {
        let mut rows = self.outcome.iter().filter(|[id, value, _]| id.is_empty() || field(id) == Some(value));
        let by_row = rows.find_map(|[_, _, code]| outcome_in(category, code));
        let ends = self.concludes || self.closes;
        let named = || field("outcome").filter(|_| ends).and_then(|named| outcome_in(category, named));
        by_row.or_else(named).or_else(|| outcome_in(category, &self.id).filter(|_| ends))
    }

    /// Whether it may be recorded in a case of this category that stands there.
    pub fn allowed(&self, category: &Category, stage: &Stage) -> bool {
        let from_here = match self.from.is_empty() {
            true => stage.open,
            false => self.from.contains(&stage.id),
        };
        from_here && self.applies_to(category)
    }

    /// Who decides it in a case of this category, given its fields as `(id, value)`.
    pub fn power_for(&self, category: &Category, fields: &[(&str, &str)]) -> Power {
        let fits = |when: &&PowerWhen| {
            let here = when.on.is_empty() || category.is_in(&when.on);
            let said = |(id, value): &(&str, &str)| when.field == *id && when.is.iter().any(|is| is == value);
            here && (when.field.is_empty() || fields.iter().any(said))
        };
        self.power_when.iter().find(fits).map_or(self.power, |when| when.power)
    }
}

/// The code of an outcome among those of the category, by its code or either of its names.
pub fn outcome_in(category: &Category, named: &str) -> Option<&'static str> {
    let list = crate::choices(&category.outcomes);
    list.iter().find(|o| o.code == named || o.zh == named || o.en == named).map(|o| o.code.as_str())
}

/// The kind of act with that id.
pub fn act(id: &str) -> Option<&'static Act> {
    vocabulary().acts.iter().find(|act| act.id == id)
}

/// The acts that may be recorded in a case of this category that stands there, in the order of the files.
/// Those with `written_by` are written by that module, not picked from a list.
pub fn acts_allowed(category: &Category, stage: &Stage) -> Vec<&'static Act> {
    let acts = vocabulary().acts.iter();
    acts.filter(|act| act.allowed(category, stage)).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    act: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    zh: String,
    en: String,
    group: String,
    #[serde(default)]
    on: Vec<String>,
    #[serde(default)]
    from: Vec<String>,
    #[serde(default)]
    to: Vec<String>,
    #[serde(default)]
    leads_from: Vec<String>,
    #[serde(default)]
    leads_on: Vec<String>,
    #[serde(default)]
    per: Per,
    #[serde(default)]
    concludes: bool,
    #[serde(default)]
    closes: bool,
    #[serde(default)]
    waits_for_stops: bool,
    written_by: Option<String>,
    #[serde(default)]
    power: Power,
    #[serde(default)]
    power_when: Vec<PowerWhen>,
    #[serde(default)]
    recorded_by: Vec<String>,
    #[serde(default)]
    fields: Vec<[String; 4]>,
    #[serde(default)]
    outcome: Vec<[String; 3]>,
    basis: Vec<String>,
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("acts/", $name), include_str!(concat!("../rules/acts/", $name)))),*]
    };
}

const FILES: &[(&str, &str)] = files![
    "common.toml",
    "arrest.toml",
    "prosecution.toml",
    "court.toml",
    "supervision.toml",
    "civil_administrative.toml",
    "public_interest.toml",
    "complaints.toml",
    "hearing.toml",
];

pub(crate) fn read() -> Result<Vec<Act>, RuleFault> {
    let mut acts = Vec::new();
    for (place, text) in FILES {
        let file: File = rules::read(place, text)?;
        for row in file.act {
            acts.push(finish(row, place)?);
        }
    }
    Ok(acts)
}

fn finish(row: Row, place: &str) -> Result<Act, RuleFault> {
    let place = format!("{place}: {}", row.id);
    let mut fields = Vec::new();
    for [id, kind, zh, en] in row.fields {
        fields.push(Field {
            required: id.ends_with('!'),
            kind: field_type(&kind, &place)?,
            id: id.trim_end_matches('!').to_owned(),
            zh,
            en,
        });
    }
    let powers = row.power_when.iter().map(|when| when.power);
    if powers.chain([row.power]).any(Power::needs_approval) {
        add_approval(&mut fields);
    }
    Ok(Act {
        basis: rules::bases(&row.basis, &place)?,
        fields,
        id: row.id,
        zh: row.zh,
        en: row.en,
        group: row.group,
        on: row.on,
        from: row.from,
        to: row.to,
        leads_from: row.leads_from,
        leads_on: row.leads_on,
        per: row.per,
        concludes: row.concludes,
        closes: row.closes,
        waits_for_stops: row.waits_for_stops,
        written_by: row.written_by,
        power: row.power,
        power_when: row.power_when,
        recorded_by: row.recorded_by,
        outcome: row.outcome,
    })
}

/// The approval is asked for, not demanded: an act whose approval is not on record yet is a finding, not
/// a lost act.
fn add_approval(fields: &mut Vec<Field>) {
    let approval = [
        ("approved_by", "批准人", "approved by", FieldType::Text),
        ("approved_on", "批准日期", "approved on", FieldType::Day),
    ];
    for (id, zh, en, kind) in approval {
        if !fields.iter().any(|field| field.id == id) {
            fields.push(Field { id: id.to_owned(), zh: zh.to_owned(), en: en.to_owned(), required: false, kind });
        }
    }
}

fn field_type(text: &str, place: &str) -> Result<FieldType, RuleFault> {
    if let Some(list) = text.strip_prefix("choice:") {
        return Ok(FieldType::Choice { list: list.to_owned() });
    }
    Ok(match text {
        "text" => FieldType::Text,
        "day" => FieldType::Day,
        "person" => FieldType::Person,
        "amount" => FieldType::Amount,
        "paper" => FieldType::Paper,
        "unit" => FieldType::Unit,
        "account" => FieldType::Account,
        "yes_no" => FieldType::YesNo,
        "number" => FieldType::Number,
        other => return Err(RuleFault::new(place, format!("no field type {other:?}"))),
    })
}
