//! Reading the rule files that the program carries inside itself.

use serde::de::DeserializeOwned;

use crate::Basis;
use crate::sources;

/// What is wrong in a rule file. Only a change of the files can bring it about; the tests of this crate
/// read every one of them.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {fault}")]
pub(crate) struct RuleFault {
    place: String,
    fault: String,
}

impl RuleFault {
    /// A fault at a place such as `acts/common.toml: accepted`.
    pub(crate) fn new(place: impl Into<String>, fault: impl Into<String>) -> RuleFault {
        RuleFault { place: place.into(), fault: fault.into() }
    }
}

/// One rule file as the shape it should have.
pub(crate) fn read<T: DeserializeOwned>(place: &str, text: &str) -> Result<T, RuleFault> {
    toml::from_str(text).map_err(|error| RuleFault::new(place, error.to_string()))
}

/// `"CPL 172"` as a reference whose instrument is known.
pub(crate) fn basis(text: &str, place: &str) -> Result<Basis, RuleFault> {
    let (tag, article) = text.split_once(' ').unwrap_or((text, ""));
    let source =
        sources::by_tag(tag).ok_or_else(|| RuleFault::new(place, format!("no source {tag:?} in sources.toml")))?;
    // The rule files are read once, and what they say lives as long as the program.
    let article: &'static str = Box::leak(article.trim().to_owned().into_boxed_str());
    Ok(Basis { source: source.tag, article })
}

/// All references of a rule.
pub(crate) fn bases(texts: &[String], place: &str) -> Result<Vec<Basis>, RuleFault> {
    texts.iter().map(|text| basis(text, place)).collect()
}
