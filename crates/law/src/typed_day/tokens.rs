//! Figures and the marks between them.

use super::TypedDayError;

/// A number and the mark after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub value: u32,
    /// How many figures it is written with; Chinese numerals count as the figures they stand for.
    pub digits: usize,
    /// The mark that follows.
    pub after: Option<char>,
}

impl Token {
    /// Written like a year: four figures, not followed by `月` or `日`.
    pub fn is_year(&self) -> bool {
        self.digits == 4 && !matches!(self.after, Some('月' | '日' | '号'))
    }

    /// Followed by one of the marks `-`, `.`, `/`.
    pub fn is_separated(&self) -> bool {
        matches!(self.after, Some('-' | '.' | '/'))
    }

    /// Its value, if it is written like a month or a day of the month.
    pub fn month_or_day(&self) -> Result<u32, TypedDayError> {
        match self.digits {
            1 | 2 => Ok(self.value),
            _ => Err(TypedDayError::Form),
        }
    }
}

/// Splits a text into numbers and marks; `None` where anything else stands in it.
pub(super) fn split(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (value, digits, after_number) = number(rest)?;
        let mark = after_number.chars().next();
        rest = after_number.get(mark.map_or(0, char::len_utf8)..)?;
        let after = match mark {
            None => None,
            Some(mark) => Some(separator(mark)?),
        };
        // A dash or a point needs something after it: `2026-3-` is half typed.
        if rest.is_empty() && matches!(after, Some('-' | '.' | '/')) {
            return None;
        }
        tokens.push(Token { value, digits, after });
    }
    Some(tokens).filter(|tokens| !tokens.is_empty())
}

fn separator(mark: char) -> Option<char> {
    match mark {
        '年' | '月' | '日' | '号' | '/' => Some(mark),
        '-' | '‐' | '‑' | '–' | '—' | '−' => Some('-'),
        '.' | '。' | '·' => Some('.'),
        _ => None,
    }
}

/// The number at the start: its value, its figures and what follows.
fn number(text: &str) -> Option<(u32, usize, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if end > 0 {
        let (figures, rest) = text.split_at(end);
        return (end <= 8).then(|| figures.parse().ok()).flatten().map(|value| (value, end, rest));
    }
    let end = text.find(|c: char| !is_numeral(c)).unwrap_or(text.len());
    let (numerals, rest) = text.split_at(end);
    let (value, digits) = numeral(numerals)?;
    Some((value, digits, rest))
}

fn is_numeral(c: char) -> bool {
    figure(c).is_some() || matches!(c, '十' | '廿' | '卅' | '元')
}

/// A Chinese figure. Documents also write the zero as a ring or the letter o.
fn figure(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '○' | '零' | 'o' | '◯' | 'О' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of Chinese numerals and how many figures they stand for: `二〇一八`, `十六`, `廿一`, `三十`, `元`.
fn numeral(text: &str) -> Option<(u32, usize)> {
    if text == "元" {
        return Some((1, 1));
    }
    let chars: Vec<char> = text.chars().collect();
    let two = |value: u32| Some((value, if value < 10 { 1 } else { 2 }));
    match chars.as_slice() {
        ['十'] => two(10),
        ['十', unit] => two(10 + figure(*unit).filter(|unit| *unit > 0)?),
        ['廿'] => two(20),
        ['卅'] => two(30),
        ['廿', unit] => two(20 + figure(*unit).filter(|unit| *unit > 0)?),
        ['卅', unit] => two(30 + figure(*unit).filter(|unit| *unit > 0)?),
        [tens, '十'] => two(10 * figure(*tens).filter(|tens| *tens > 1)?),
        [tens, '十', unit] => {
            two(10 * figure(*tens).filter(|tens| *tens > 1)? + figure(*unit).filter(|unit| *unit > 0)?)
        }
        figures if matches!(figures.len(), 1 | 4) => {
            let value = figures.iter().try_fold(0, |value, c| Some(value * 10 + figure(*c)?))?;
            Some((value, figures.len()))
        }
        _ => None,
    }
}
