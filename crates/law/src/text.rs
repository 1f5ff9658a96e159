//! Texts as they are compared: without regard to width, brackets, spaces and case.

/// Full-width ASCII and the ideographic space as their half-width forms; everything else as it is.
pub fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - u32::from('\u{ff01}') + u32::from('!')).unwrap_or(c),
        _ => c,
    }
}

/// Whether a character is a bracket of any kind that people put around years and remarks.
pub fn is_bracket(c: char) -> bool {
    matches!(
        half_width(c),
        '(' | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '<'
            | '>'
            | '〔'
            | '〕'
            | '【'
            | '】'
            | '「'
            | '」'
            | '『'
            | '』'
            | '〈'
            | '〉'
            | '《'
            | '》'
            | '［'
            | '］'
            | '﹝'
            | '﹞'
            | '〖'
            | '〗'
            | '〘'
            | '〙'
    )
}

/// Marks that do not show: the byte order mark, zero-width characters, direction marks.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{202a}'..='\u{202e}' | '\u{00ad}')
}

/// A key under which two writings of the same name or number are equal: half-width, lower case, without
/// brackets, spaces and invisible marks.
pub fn search_key(text: &str) -> String {
    text.chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace() && !is_bracket(*c) && !is_invisible(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_of_one_number_have_one_key() {
        let key = search_key("黟检刑诉受[2023]341023000062号");
        for other in [
            "黟检刑诉受〔2023〕341023000062号",
            "黟检刑诉受（２０２３）341023000062号",
            " 黟检刑诉受【2023】 341023000062 号\u{feff}",
        ] {
            assert_eq!(search_key(other), key, "{other}");
        }
        assert_ne!(search_key("黟检刑诉受[2023]341023000063号"), key);
    }
}
