//! Text that a spreadsheet would calculate.

use anjuan_law::text::is_invisible;

/// Characters that begin a formula, in one program or another, and what passes for them.
const BEGINNINGS: &[char] =
    &['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];

const APOSTROPHE: char = '\'';

/// A spreadsheet may take the text for a formula: after white space and characters nobody sees, it
/// begins like one.
pub fn is_formula_like(text: &str) -> bool {
    if text.starts_with(BEGINNINGS) {
        return true;
    }
    let is_unseen = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    text.trim_start_matches(is_unseen).starts_with(BEGINNINGS)
}

/// The text as it goes into a text file: with an apostrophe before it, if it looks like a formula or
/// like a text guarded already. Nothing else is changed, so [`unguard`] gives the same text back.
pub fn guard(text: &str) -> std::borrow::Cow<'_, str> {
    let rest = text.trim_start_matches(APOSTROPHE);
    if is_formula_like(rest) { format!("{APOSTROPHE}{text}").into() } else { text.into() }
}

/// Takes off the one apostrophe that [`guard`] put there; leaves any other text as it is.
pub fn unguard(text: &str) -> &str {
    match text.strip_prefix(APOSTROPHE) {
        Some(rest) if is_formula_like(rest.trim_start_matches(APOSTROPHE)) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_guarded_comes_back(text in "['=+＝@\\t a1]{0,6}") {
            let guarded = guard(&text);
            prop_assert!(!is_formula_like(&guarded));
            prop_assert_eq!(unguard(&guarded), text.as_str());
        }
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in ["张某", "'90年代", "a=b", "2026-03-05", "", "（2017）沪0120刑初684号"] {
            assert_eq!(guard(text), text);
            assert_eq!(unguard(text), text);
        }
        assert_eq!(guard("+86 21"), "'+86 21");
        assert_eq!(guard("\u{FEFF}=1"), "'\u{FEFF}=1");
    }
}
