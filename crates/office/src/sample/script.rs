//! Reading the scripts.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::{Result, refusal};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scripts {
    pub staff: Vec<Member>,
    pub script: Vec<Script>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Member {
    pub login: String,
    pub name: String,
    pub post: String,
    pub department: String,
    pub in_quota: bool,
    #[serde(default)]
    pub minors: bool,
    #[serde(default)]
    pub cap: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    pub category: String,
    pub lines: Vec<String>,
    pub weight: u32,
    pub source: String,
    pub people: Vec<(String, u32, u32)>,
    #[serde(default)]
    pub measures: Vec<String>,
    #[serde(default)]
    pub cause: String,
    pub title: String,
    pub steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    /// The act; empty for a hearing.
    #[serde(default)]
    pub act: String,
    /// The kind of hearing that is planned here (vocabulary: `hearing_kind`).
    #[serde(default)]
    pub hear: Option<String>,
    pub after: (i64, i64),
    #[serde(default = "always")]
    pub chance: u32,
    #[serde(default, rename = "as")]
    pub mark: Option<String>,
    #[serde(default)]
    pub when: Option<String>,
    #[serde(default)]
    pub unless: Option<String>,
    #[serde(default)]
    pub each: bool,
    #[serde(default)]
    pub late: u32,
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

fn always() -> u32 {
    100
}

static SCRIPTS: LazyLock<std::result::Result<Scripts, String>> =
    LazyLock::new(|| toml::from_str(include_str!("scripts.toml")).map_err(|error| error.to_string()));

/// The scripts. They are part of the program and read by its tests.
pub(super) fn scripts() -> Result<&'static Scripts> {
    SCRIPTS.as_ref().map_err(|error| refusal!("fault", detail = error))
}
