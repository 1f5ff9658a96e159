//! Chinese texts by their pinyin: every reading of a character with several finds it.

use std::collections::{BTreeSet, HashMap};
use std::sync::{LazyLock, RwLock};

use ::pinyin::ToPinyinMulti;
use serde::Deserialize;

use crate::text::half_width;

/// A query longer than this finds nothing by pinyin.
const LONGEST_QUERY: usize = 63;

/// How many keys [`initials_all`] and [`full_all`] give at most.
pub const MOST_KEYS: usize = 32;

#[derive(Deserialize)]
struct Surname {
    surname: String,
    pinyin: String,
}

/// Readings that characters have as surnames and that general dictionaries may lack.
static SURNAMES: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let rows: Vec<Surname> = crate::data::table("surnames.csv", include_str!("../data/surnames.csv"));
    let mut map: HashMap<char, Vec<&'static str>> = HashMap::new();
    for row in rows {
        for (c, syllable) in row.surname.chars().zip(row.pinyin.split_whitespace()) {
            map.entry(c).or_default().push(kept(syllable));
        }
    }
    map
});

static KNOWN: LazyLock<RwLock<HashMap<char, &'static [&'static str]>>> = LazyLock::new(RwLock::default);

/// All readings of a character, without tones, `v` for `ü`, the usual one first; empty for what is no Chinese
/// character.
pub fn syllables(c: char) -> &'static [&'static str] {
    if c.is_ascii() {
        return &[];
    }
    if let Some(known) = KNOWN.read().ok().and_then(|known| known.get(&c).copied()) {
        return known;
    }
    let mut found: Vec<&'static str> = Vec::new();
    let general = c.to_pinyin_multi().into_iter().flatten().map(|reading| kept(reading.plain()));
    for syllable in general.chain(SURNAMES.get(&c).into_iter().flatten().copied()) {
        if !found.contains(&syllable) {
            found.push(syllable);
        }
    }
    // One list a character, for as long as the program runs.
    let list: &'static [&'static str] = Box::leak(found.into_boxed_slice());
    if let Ok(mut known) = KNOWN.write() {
        known.insert(c, list);
    }
    list
}

/// Every row of initials by which a text is found: `单` as `s`, `d` and `c`. Letters and figures stand for themselves, marks
/// are left out. At most [`MOST_KEYS`]; of a longer text with many readings the later characters keep only their usual one.
pub fn initials_all(text: &str) -> Vec<String> {
    keys(text, |syllable| syllable.get(..1).unwrap_or(""))
}

/// Every full pinyin by which a text is found, the syllables written together; bounded as [`initials_all`].
pub fn full_all(text: &str) -> Vec<String> {
    keys(text, |syllable| syllable)
}

/// The keys of a text for an index: its initials and its full pinyin in every reading.
pub fn readings(text: &str) -> Vec<String> {
    let both: BTreeSet<String> = initials_all(text).into_iter().chain(full_all(text)).collect();
    both.into_iter().filter(|key| !key.is_empty()).collect()
}

fn keys(text: &str, part: fn(&'static str) -> &'static str) -> Vec<String> {
    let mut keys = vec![String::new()];
    for c in text.chars().map(half_width) {
        let mut parts: Vec<&str> = Vec::new();
        for syllable in syllables(c) {
            let part = part(syllable);
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        match parts.as_slice() {
            [] if c.is_alphanumeric() => keys.iter_mut().for_each(|key| key.extend(c.to_lowercase())),
            [] => {}
            [first, rest @ ..] => {
                let fits = keys.len() * parts.len() <= MOST_KEYS;
                let more: Vec<String> = match fits {
                    true => rest.iter().flat_map(|part| keys.iter().map(move |key| format!("{key}{part}"))).collect(),
                    false => Vec::new(),
                };
                keys.iter_mut().for_each(|key| key.push_str(first));
                keys.extend(more);
            }
        }
    }
    keys
}

/// A text prepared for being found by pinyin many times.
#[derive(Debug, Clone)]
pub struct Phonetic {
    marks: Box<[Mark]>,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    c: char,
    syllables: &'static [&'static str],
    /// A bit for each letter a query may go on with here: most places are ruled out by it at once.
    firsts: u32,
}

impl Mark {
    fn of(c: char) -> Mark {
        let syllables = syllables(c);
        let initials = syllables.iter().filter_map(|syllable| syllable.chars().next());
        Mark { c, syllables, firsts: initials.chain([c]).map(bit).fold(0, |firsts, bit| firsts | bit) }
    }
}

/// A bit for a letter; all that is no small letter shares one.
fn bit(c: char) -> u32 {
    match c {
        'a'..='z' => 1 << (u32::from(c) - u32::from('a')),
        _ => 1 << 26,
    }
}

/// Where a query was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Number of characters before it, marks not counted.
    pub start: usize,
    /// Whether it runs to the end.
    pub to_end: bool,
    /// Whether each character is typed by its initial letter, in full or as itself; only the last may be half typed.
    pub clean: bool,
}

impl Phonetic {
    /// Prepares a text.
    pub fn of(text: &str) -> Phonetic {
        let marks = text.chars().map(half_width).filter(|c| c.is_alphanumeric());
        let lower = marks.map(|c| c.to_lowercase().next().unwrap_or(c));
        Phonetic { marks: lower.map(Mark::of).collect() }
    }

    /// Finds a query of small letters (see [`query`]): initials, full pinyin, the beginnings of syllables, characters
    /// themselves, in any mixture: `dqz`, `daoqie`, `daoq`, `盗qz` all find 盗窃罪.
    pub fn find(&self, query: &[char]) -> Option<Found> {
        let first = bit(*query.first().filter(|_| query.len() <= LONGEST_QUERY)?);
        let fits = |(_, mark): &(usize, &Mark)| mark.firsts & first != 0;
        let mut starts = self.marks.iter().enumerate().filter(fits).map(|(start, _)| start);
        starts.find_map(|start| {
            let loose = self.run(start, query, false)?;
            let clean = self.run(start, query, true);
            Some(Found { start, to_end: clean.unwrap_or(loose) == self.marks.len(), clean: clean.is_some() })
        })
    }

    /// Consumes the query from a character on; the bits of `reached` are the places in the query that some choice of readings
    /// comes to. Gives the character after the last one used.
    fn run(&self, start: usize, query: &[char], clean: bool) -> Option<usize> {
        let whole = 1u64 << query.len();
        let mut reached = 1u64;
        for (at, mark) in self.marks.iter().enumerate().skip(start) {
            let mut next = 0u64;
            while reached != 0 {
                let place = reached.trailing_zeros() as usize;
                reached &= reached - 1;
                let rest = query.get(place..).unwrap_or(&[]);
                match rest.first() {
                    Some(first) if mark.firsts & bit(*first) != 0 => {}
                    _ => continue,
                }
                if rest.first() == Some(&mark.c) {
                    next |= 1 << (place + 1);
                }
                for syllable in mark.syllables {
                    let common = syllable.chars().zip(rest).take_while(|(a, b)| a == *b).count();
                    let whole_or_initial =
                        |length: usize| length == 1 || length == syllable.len() || length == rest.len();
                    for length in (1..=common).filter(|length| !clean || whole_or_initial(*length)) {
                        next |= 1 << (place + length);
                    }
                }
            }
            if next & whole != 0 {
                return Some(at + 1);
            }
            if next == 0 {
                return None;
            }
            reached = next;
        }
        None
    }
}

/// A query as [`Phonetic::find`] takes it: half-width, small, without spaces and apostrophes, `v` for `ü`.
pub fn query(text: &str) -> Vec<char> {
    let chars = text.chars().map(half_width).filter(|c| c.is_alphanumeric());
    chars.flat_map(char::to_lowercase).map(|c| if c == 'ü' { 'v' } else { c }).collect()
}

/// The syllable as it is kept: ASCII.
fn kept(syllable: &str) -> &'static str {
    let ascii: String = syllable
        .chars()
        .map(|c| match c {
            'ü' => 'v',
            'ê' => 'e',
            c => c,
        })
        .collect();
    Box::leak(ascii.into_boxed_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_found(text: &str, typed: &str) {
        assert!(Phonetic::of(text).find(&query(typed)).is_some(), "{typed} should find {text}");
    }

    #[track_caller]
    fn check_not_found(text: &str, typed: &str) {
        assert!(Phonetic::of(text).find(&query(typed)).is_none(), "{typed} should not find {text}");
    }

    #[test]
    fn every_reading_of_a_character() {
        assert!(syllables('单').contains(&"shan") && syllables('单').contains(&"dan"));
        assert!(syllables('吕').contains(&"lv"), "{:?}", syllables('吕'));
        assert_eq!(syllables('a'), [""; 0]);
        assert_eq!(syllables('、'), [""; 0]);
        for (c, reading) in [
            ('仇', "qiu"),
            ('解', "xie"),
            ('查', "zha"),
            ('区', "ou"),
            ('曾', "zeng"),
            ('尉', "yu"),
            ('盖', "ge"),
            ('朴', "piao"),
            ('乐', "yue"),
            ('缪', "miao"),
            ('万', "mo"),
            ('俟', "qi"),
        ] {
            assert!(syllables(c).contains(&reading), "{c} as {reading}: {:?}", syllables(c));
        }
    }

    #[test]
    fn a_text_is_found_by_initials_full_pinyin_and_mixtures() {
        for typed in
            ["dqz", "dq", "daoqiezui", "daoqie", "daoq", "dqie", "盗qz", "DAO QIE", "qz", "qiezui", "窃", "ｄｑ"]
        {
            check_found("盗窃罪", typed);
        }
        for typed in ["dz", "qd", "daozui", "daoqiezuix", "aoqie", "", "盗罪"] {
            check_not_found("盗窃罪", typed);
        }
        check_found("组织、领导、参加黑社会性质组织罪", "zzldcjhshxzzzz");
        check_found("单某", "sm");
        check_found("单某", "dm");
        check_found("尉迟恭", "yuchi");
        check_found("重庆市", "cq");
        check_found("吕某", "lvmou");
    }

    #[test]
    fn places_are_told() {
        let text = Phonetic::of("掩饰、隐瞒犯罪所得、犯罪所得收益罪");
        assert_eq!(text.find(&query("ysym")), Some(Found { start: 0, to_end: false, clean: true }));
        assert_eq!(text.find(&query("fzsdsyz")), Some(Found { start: 8, to_end: true, clean: true }));
    }

    #[test]
    fn a_half_typed_syllable_inside_is_less_than_a_whole_one() {
        let clean = |text: &str, typed: &str| Phonetic::of(text).find(&query(typed)).map(|found| found.clean);
        assert_eq!(clean("易县", "yixian"), Some(true));
        assert_eq!(clean("应县", "yixian"), Some(false));
        assert_eq!(clean("应县", "yingx"), Some(true));
        assert_eq!(clean("应县", "yi"), Some(true), "still being typed");
    }

    #[test]
    fn keys_are_bounded_and_complete_for_names() {
        let initials = initials_all("单仇");
        for key in ["sq", "dq", "sc", "dc"] {
            assert!(initials.contains(&key.to_owned()), "{key}: {initials:?}");
        }
        assert!(full_all("曾某").contains(&"zengmou".to_owned()));
        let long = "单仇解查区曾".repeat(20);
        assert!(initials_all(&long).len() <= MOST_KEYS && full_all(&long).len() <= MOST_KEYS);
        assert_eq!(initials_all("A座101室、甲"), ["az101sj"]);
        assert_eq!(readings("、"), [""; 0]);
    }

    #[test]
    fn odd_queries_do_no_harm() {
        let text = Phonetic::of(&"啊".repeat(200));
        assert!(text.find(&query(&"a".repeat(63))).is_some());
        assert!(text.find(&query(&"a".repeat(64))).is_none(), "too long");
        assert!(Phonetic::of("").find(&query("a")).is_none());
    }
}
