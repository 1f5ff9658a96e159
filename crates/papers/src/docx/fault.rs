//! Why a template was not taken or a paper not made.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The closed list of faults; words are `refusal_<code>` and `remedy_<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocxCode {
    /// Not a `.docx`, or a damaged one.
    TemplateBroken,
    /// It fetches something from elsewhere: a picture, a template, another document.
    TemplateHasLinks,
    /// It carries macros or other things that run.
    TemplateHasMacros,
    /// A placeholder has a name that no paper of this kind knows.
    TemplatePlaceholderUnknown,
    /// The tags don't fit together, or one can't be read.
    TemplateTagBroken,
    /// It unpacks to more than any honest template.
    TemplateTooLarge,
}

impl DocxCode {
    /// The code in snake_case.
    pub fn as_str(self) -> &'static str {
        match self {
            DocxCode::TemplateBroken => "template_broken",
            DocxCode::TemplateHasLinks => "template_has_links",
            DocxCode::TemplateHasMacros => "template_has_macros",
            DocxCode::TemplatePlaceholderUnknown => "template_placeholder_unknown",
            DocxCode::TemplateTagBroken => "template_tag_broken",
            DocxCode::TemplateTooLarge => "template_too_large",
        }
    }

    /// All codes.
    pub const ALL: [DocxCode; 6] = [
        DocxCode::TemplateBroken,
        DocxCode::TemplateHasLinks,
        DocxCode::TemplateHasMacros,
        DocxCode::TemplatePlaceholderUnknown,
        DocxCode::TemplateTagBroken,
        DocxCode::TemplateTooLarge,
    ];
}

/// A template was not taken, or a paper not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} {values:?}", code.as_str())]
pub struct DocxFault {
    /// Why.
    pub code: DocxCode,
    /// Values for the words.
    pub values: BTreeMap<String, String>,
}

impl DocxFault {
    pub(crate) fn new(code: DocxCode) -> Self {
        Self { code, values: BTreeMap::new() }
    }

    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }
}
