//! State secrets stay out: a record marked 秘密, 机密 or 绝密 does not belong on an ordinary computer
//! (保守国家秘密法; the mark is the degree and a star, inseparable from the text).

use anjuan_law::text::{half_width, is_bracket};

use crate::{Result, refusal};

const DEGREES: [&str; 3] = ["绝密", "机密", "秘密"];

/// Whether a text carries a mark of secrecy. The words alone, as in 侵犯商业秘密罪 or 泄露国家秘密罪, are none.
pub(super) fn is_marked(text: &str) -> bool {
    // Every cell of a large ledger is asked.
    if !text.contains('密') {
        return false;
    }
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    DEGREES.iter().any(|degree| {
        text == *degree
            || text.match_indices(degree).any(|(at, _)| {
                let after = text[at + degree.len()..].chars().next();
                let before = text[..at].chars().next_back();
                let starred = after.is_some_and(|c| matches!(c, '★' | '☆' | '*'));
                starred || (before.is_some_and(is_bracket) && after.is_some_and(is_bracket))
            })
    })
}

/// Refuses a text that carries a mark of secrecy.
///
/// # Errors
/// `state_secret`, at the place given.
pub fn refuse_marked(text: &str, at: impl FnOnce() -> String) -> Result<()> {
    if is_marked(text) { Err(refusal!("state_secret").at(at())) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::is_marked;

    #[test]
    fn a_mark_is_told_from_the_words() {
        for marked in ["机密★5年", "秘密", " 绝密 ", "【秘密】关于某案的报告", "（机密）", "秘密 ★ 长期", "(绝密)关于"]
        {
            assert!(is_marked(marked), "{marked}");
        }
        for words in
            ["张三侵犯商业秘密案", "故意泄露国家秘密罪", "秘密窃取财物", "", "为境外窃取、刺探、收买、非法提供国家秘密"]
        {
            assert!(!is_marked(words), "{words}");
        }
    }
}
