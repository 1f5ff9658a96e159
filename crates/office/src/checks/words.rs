//! The values of a finding in words.
//!
//! The name of a value says how it is read: the name of a vocabulary list (`measure`, `procedure`) makes it a code of
//! that list, `act` a kind of act, `rule` a period, `category` a category; `other_` before the name changes nothing.

use anjuan_law::{Words, act, category, choice, periods};

/// A value in words: what a code stands for, or the value as it is.
pub fn of_value(name: &str, value: &str) -> Words {
    let name = name.strip_prefix("other_").unwrap_or(name);
    let found = match name {
        "act" => act(value).map(|found| (found.zh.as_str(), found.en.as_str())),
        "rule" => periods::rule(value).map(|found| (&*found.title.zh, &*found.title.en)),
        "category" => category(value).map(|found| (found.zh.as_str(), found.en.as_str())),
        list => choice(list, value).map(|found| (found.zh.as_str(), found.en.as_str())),
    };
    match found {
        Some((zh, en)) => Words::owned(zh, en),
        None => Words::owned(value, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_says_how_a_value_is_read() {
        assert_eq!(of_value("measure", "arrest").zh, "逮捕");
        assert_eq!(of_value("other_measure", "bail_deposit").en, "bail with a deposit");
        assert_eq!(of_value("act", "prosecuted").zh, "提起公诉");
        assert_eq!(of_value("due_on", "2026-03-05").zh, "2026-03-05");
        assert_eq!(of_value("measure", "no such").zh, "no such", "an unknown code is shown as it stands");
    }
}
