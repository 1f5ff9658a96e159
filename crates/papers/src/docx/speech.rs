//! What a tag may say. A template chooses, repeats and prints what the values hold; it makes no values of its own.
//!
//! The engine could: with `set`, `~` and lists it doubles a text thirty times over in thirty short tags, and all memory is gone
//! before any count of steps says so. A template is read in the program that holds the record, so such tags are refused before
//! the engine sees them. What is left gives no more than the values hold, as often as it is said, and that is counted.

use super::{DocxCode, DocxFault};

/// Statements there are.
const STATEMENTS: [&str; 6] = ["for", "endfor", "if", "elif", "else", "endif"];
/// Words after which a bracket opens no call and no place in a list.
const WORDS: [&str; 11] = ["for", "in", "if", "elif", "else", "not", "and", "or", "is", "recursive", "loop"];
/// The longest text between quotation marks, in bytes.
const LONGEST: usize = 1_000;

/// Refuses tags that make values; `source` is the part as the engine reads it.
pub(crate) fn refuse(source: &str) -> Result<(), DocxFault> {
    let mut rest = source;
    while let Some(from) = rest.find('{') {
        let at = rest.get(from..).unwrap_or_default();
        let inside = at.get(2..).unwrap_or_default();
        let length = match at.get(..2) {
            Some("{#") => inside.find("#}").map_or(inside.len(), |end| end + 2),
            Some("{{") => tag(inside, "}}", false)?,
            Some("{%") => tag(inside, "%}", true)?,
            _ => {
                rest = at.get(1..).unwrap_or_default();
                continue;
            }
        };
        rest = inside.get(length..).unwrap_or_default();
    }
    Ok(())
}

/// Looks through one tag and gives its length with its end.
fn tag(inside: &str, end: &str, is_statement: bool) -> Result<usize, DocxFault> {
    let wrong = |at: usize| {
        let shown: String = inside.chars().take(60).collect();
        let what: String = inside.get(at..).unwrap_or_default().chars().take(12).collect();
        Err(DocxFault::new(DocxCode::TemplateTagBroken).with("tag", shown).with("detail", what))
    };
    if is_statement {
        let verb = inside.trim_start_matches(['-', '+']).trim_start();
        let verb = verb.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default();
        if !STATEMENTS.contains(&verb) {
            return wrong(0);
        }
    }
    // What each bracket that is open was opened for: true where a comma parts arguments.
    let mut open: Vec<bool> = Vec::new();
    let mut before = Before::default();
    let mut at = 0;
    while let Some(rest) = inside.get(at..).filter(|rest| !rest.is_empty()) {
        let ending = rest.trim_start_matches(['-', '+']);
        if open.is_empty() && (rest.starts_with(end) || rest.len() - ending.len() == 1 && ending.starts_with(end)) {
            return Ok(at + (rest.len() - ending.len()) + end.len());
        }
        let Some(c) = rest.chars().next() else { break };
        match c {
            '"' | '\'' => {
                let length = quoted(rest, c);
                if length > LONGEST {
                    return wrong(at);
                }
                at += length;
                before = Before::Value;
                continue;
            }
            '~' | '*' | '+' | '{' | '}' => return wrong(at),
            '[' | '(' if before.is_named() => open.push(true),
            '[' => match counted(rest) {
                Some(length) => {
                    at += length;
                    before = Before::Value;
                    continue;
                }
                None => return wrong(at),
            },
            '(' => open.push(false),
            ']' | ')' => drop(open.pop()),
            ',' if open.last() != Some(&true) => return wrong(at),
            _ => {}
        }
        before = before.then(c);
        at += c.len_utf8();
    }
    Ok(inside.len())
}

/// The length of a list of whole numbers (`[1, 2]`), for saying something so many times; none where it holds anything else.
fn counted(text: &str) -> Option<usize> {
    let end = text.find(']').filter(|end| *end <= 100)?;
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, ',' | ' ');
    text.get(1..end)?.chars().all(is_number).then_some(end + 1)
}

/// The length of a text with its quotation marks.
fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// What stands before a bracket.
#[derive(Default)]
enum Before {
    #[default]
    Nothing,
    /// A name that is being read.
    Word(String),
    /// A name, and space behind it.
    Said(String),
    /// A bracket that closed, or a text.
    Value,
}

impl Before {
    fn then(self, c: char) -> Self {
        let in_word = c.is_alphanumeric() || c == '_';
        match self {
            Before::Word(mut word) if in_word => {
                word.push(c);
                Before::Word(word)
            }
            _ if in_word => Before::Word(c.to_string()),
            Before::Word(word) | Before::Said(word) if c.is_whitespace() => Before::Said(word),
            Before::Value if c.is_whitespace() => Before::Value,
            _ if matches!(c, ')' | ']') => Before::Value,
            _ => Before::Nothing,
        }
    }

    /// Whether a bracket here belongs to what stands before it.
    fn is_named(&self) -> bool {
        match self {
            Before::Nothing => false,
            Before::Word(word) | Before::Said(word) => !WORDS.contains(&word.as_str()),
            Before::Value => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_papers_say_may_be_said() {
        for source in [
            "{{ case.number }}",
            "<w:t>{%- if case.flags -%}{{ case.flags|join(\"、\") }}{% else %}—{% endif %}</w:t>",
            "{% for one in officers %}{{ loop.index }}.{{ officers[0].name }}{% endfor %}",
            "{% if (a or b) and not (c == \"甲, 乙 ~ {}\") %}{# a ~ remark, {{ #}{% endif %}",
            "{{ a|replace (\"x\", 'y') }} { } {",
            "{{ count - 1 }}",
            "{% for side in [1, 2] %}{% endfor %}",
        ] {
            assert_eq!(refuse(source), Ok(()), "{source}");
        }
    }

    #[test]
    fn what_makes_values_is_refused() {
        let long = format!("{{{{ a|join(\"{}\") }}}}", "x".repeat(LONGEST));
        for source in [
            "{% set a = b %}",
            "{% with a = b %}",
            "{% raw %}{% endraw %}",
            "{% filter upper %}",
            "{{ a ~ a }}",
            "{{ a * 1000000 }}",
            "{{ a + a }}",
            "{{ [a, a] }}",
            "{% for b in [1, [1, 2]] %}",
            "{% for b in [[a, a]] %}",
            "{% for b in (a, a) %}",
            "{% for b in ((a, a), a) %}",
            "{% for b in a, a %}",
            "{{ {\"a\": a} }}",
            "{{ a == \"}}\" ~ a }}",
            "{{ a if b else (a, a) }}",
            "{#-#}{{ a ~ a }}",
            &long,
        ] {
            assert_eq!(refuse(source).unwrap_err().code, DocxCode::TemplateTagBroken, "{source}");
        }
    }
}
