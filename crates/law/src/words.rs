//! Words in the two languages of the product.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A language of the product. Simplified Chinese comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Simplified Chinese, `zh`.
    #[default]
    Zh,
    /// English, `en`.
    En,
}

impl Lang {
    /// Both languages, Chinese first.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// `zh` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }
}

/// The same words in both languages; in rule files a table `{ zh = "…", en = "…" }`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Simplified Chinese.
    pub zh: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Words {
    /// Words known when the program is built.
    pub const fn new(zh: &'static str, en: &'static str) -> Words {
        Words { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// Words put together while the program runs.
    pub fn owned(zh: impl Into<String>, en: impl Into<String>) -> Words {
        Words { zh: Cow::Owned(zh.into()), en: Cow::Owned(en.into()) }
    }

    /// The words in that language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_whole_or_not_at_all() {
        let words: Words = toml::from_str("zh = \"受案\"\nen = \"acceptance\"").unwrap();
        assert_eq!((words.get(Lang::Zh), words.get(Lang::En)), ("受案", "acceptance"));
        assert!(toml::from_str::<Words>("zh = \"受案\"").is_err(), "a language is missing");
        assert!(toml::from_str::<Words>("zh = \"受案\"\nen = \"acceptance\"\nfr = \"x\"").is_err());
    }
}
