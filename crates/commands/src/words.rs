//! The two language files, embedded: the words of refusals and of what the command line says.

use std::{collections::HashMap, sync::LazyLock};

use anjuan_law::{Lang, Words};
use anjuan_office::Refusal;

static ZH: LazyLock<HashMap<String, String>> = LazyLock::new(|| read(include_str!("../../../ui/messages/zh.json")));
static EN: LazyLock<HashMap<String, String>> = LazyLock::new(|| read(include_str!("../../../ui/messages/en.json")));

fn read(text: &str) -> HashMap<String, String> {
    let all: HashMap<String, serde_json::Value> = serde_json::from_str(text).unwrap_or_default();
    all.into_iter().filter_map(|(key, value)| value.as_str().map(|text| (key, text.to_owned()))).collect()
}

/// The words of a key with `{name}` replaced by values; the key itself where there are none.
pub fn say<'v>(lang: Lang, key: &str, values: impl IntoIterator<Item = (&'v str, &'v str)>) -> String {
    let file = match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    };
    let mut text = file.get(key).cloned().unwrap_or_else(|| key.to_owned());
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

/// The words of a key in both languages.
pub fn both(key: &str) -> Words {
    Words { zh: say(Lang::Zh, key, []).into(), en: say(Lang::En, key, []).into() }
}

/// Whether both languages have words for a key.
pub fn known(key: &str) -> bool {
    ZH.contains_key(key) && EN.contains_key(key)
}

/// What happened and what to do next.
pub struct RefusalWords {
    /// What was not done and why.
    pub message: Words,
    /// What to do next.
    pub remedy: Words,
}

/// The words of a refusal in both languages.
pub fn of_refusal(refusal: &Refusal) -> RefusalWords {
    let say_both = |key: &str| {
        let values = || refusal.values.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        Words { zh: say(Lang::Zh, key, values()).into(), en: say(Lang::En, key, values()).into() }
    };
    RefusalWords {
        message: say_both(&format!("refusal_{}", refusal.code)),
        remedy: say_both(&format!("remedy_{}", refusal.code)),
    }
}
