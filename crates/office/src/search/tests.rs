//! Never a false hit, never a miss: the sweep against a slow reading of the rule, over random texts and queries.

use anjuan_law::{pinyin::syllables, text::search_key};
use proptest::prelude::*;

use super::{Search, index::Index, letters::all_syllables, matching::Query};
use crate::{Action, Actor, Ask, Office, Post, record::Record};

/// The rule as it is told, tried at every place in every way.
fn found_slowly(text: &str, word: &str) -> bool {
    /// `short` is what the character before took, where that was its first letter only.
    fn read(chars: &[char], short: &str, word: &str) -> bool {
        let Some((&first, later)) = chars.split_first() else { return false };
        syllables(first).iter().any(|reading| {
            let letter = if ["zh", "ch", "sh"].iter().any(|two| reading.starts_with(two)) { 2 } else { 1 };
            let like_one = |taken: &str, is_last: bool| {
                let typed = format!("{short}{taken}");
                let like = |one: &&str| *one == typed || is_last && one.starts_with(&typed);
                !short.is_empty() && taken.len() > letter && all_syllables().iter().any(like)
            };
            reading.starts_with(word) && !like_one(word, true)
                || [1, letter, reading.len()].into_iter().any(|length| {
                    let (taken, whole) = (&reading[..length], length == reading.len());
                    let goes_on = |rest: &str| read(later, if whole { "" } else { taken }, rest);
                    word.strip_prefix(taken)
                        .is_some_and(|rest| !rest.is_empty() && !like_one(taken, false) && goes_on(rest))
                })
        })
    }
    let chars: Vec<char> = text.chars().collect();
    text.contains(word)
        || (word.bytes().all(|byte| byte.is_ascii_lowercase())
            && (0..chars.len()).any(|at| read(&chars[at..], "", word)))
}

fn text_of(case: &[String]) -> String {
    case.iter().map(|text| format!("\u{1}{}", search_key(text))).collect()
}

fn check(texts: &[Vec<String>], query: &str) {
    let mut index = Index::default();
    for (case, all) in texts.iter().enumerate() {
        index.put(case as i64, &text_of(all));
    }
    let words: Vec<String> = query.split_whitespace().map(search_key).filter(|word| !word.is_empty()).collect();
    let mut expected: Vec<i64> = (0..texts.len())
        .filter(|&case| {
            !words.is_empty()
                && words.iter().all(|word| texts[case].iter().any(|text| found_slowly(&search_key(text), word)))
        })
        .map(|case| case as i64)
        .collect();
    expected.reverse();
    let found = index.find(&Query::parse(query), texts.len() + 1);
    assert_eq!(found, expected, "{query:?} in {texts:?}");
    for limit in 1..expected.len() {
        assert_eq!(index.find(&Query::parse(query), limit), expected[..limit], "{query:?} limited to {limit}");
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[张曾单重王李三四某盗窃诈骗案]{1,8}",
        "测检刑诉受〔20[12][0-9]〕[0-9]{1,6}号",
        "[a-zA-Z0-9 （）]{1,10}",
        "[\u{4e00}-\u{9fa5}]{1,6}",
        "(执行|害案|骗案|督案|立案|中华|自行|韩|潘|张|案|安){1,4}",
        // Rare characters of names: 㛃 㐱 𠅤 𡢃, and one of the compatibility block.
        "[\u{36c3}\u{3431}\u{20164}\u{21883}\u{f9b8}张]{1,4}",
    ]
}

fn any_query() -> impl Strategy<Value = String> {
    prop_oneof![
        "[张曾单王三盗窃骗0-9]{1,3}",
        "[zcsdwqgja]{1,4}",
        "(zhang|zeng|ceng|shan|dan|san|dao|qie|zha|wang|li|z|s|zh)(san|si|mou|dao|qie|m|s|d)?",
        "[zcs]{1,2} [盗窃1]{1}",
        "(zhang|han|pan|dan|lan|zhan|zha|hang|h)(an|hang|z|h|zh|p)?",
        "[\u{4e00}-\u{9fa5}]{1,2}",
        "(jie|zhen|chong|yu|zhang|j|z|y){1,3}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn the_sweep_finds_what_the_rule_finds(
        texts in prop::collection::vec(prop::collection::vec(any_text(), 1..4), 1..12),
        query in any_query(),
    ) {
        check(&texts, &query);
    }

    #[test]
    fn a_part_of_a_text_finds_it(
        texts in prop::collection::vec(prop::collection::vec(any_text(), 1..4), 1..8),
        at in 0..1000usize, from in 0..1000usize, length in 1..5usize,
    ) {
        let text = &texts[at % texts.len()][0];
        let chars: Vec<char> = text.chars().collect();
        let from = from % chars.len();
        let part: String = chars[from..(from + length).min(chars.len())].iter().collect();
        check(&texts, &part);
    }
}

#[test]
fn what_is_typed_like_one_syllable_is_not_read_as_two_characters() {
    let finds = |text: &str, query: &str| {
        let mut index = Index::default();
        index.put(1, &text_of(&[text.to_owned()]));
        !index.find(&Query::parse(query), 1).is_empty()
    };
    for (query, meant, other) in [
        ("han", "韩立", "故意伤害案"),
        ("pan", "潘明", "诈骗案"),
        ("dan", "单明", "执行监督案"),
        ("lan", "兰州", "立案监督"),
        ("zhang", "张三", "执行监督"),
        ("zha", "查明", "执行"),
        ("panm", "潘明", "诈骗案某"),
    ] {
        assert!(finds(meant, query) && !finds(other, query), "{query}: {meant}, {other}");
    }
    // What can't be one syllable, whole syllables and first letters are read as ever.
    for (query, text) in [
        ("zsan", "张三"),
        ("zhsan", "张三"),
        ("zhrm", "中华人民"),
        ("ha", "害案"),
        ("haian", "害案"),
        ("zhix", "执行"),
        ("zxing", "执行"),
        ("pa", "骗案"),
        ("xian", "西安"),
    ] {
        assert!(finds(text, query), "{query}: {text}");
    }
}

#[test]
fn names_are_found_by_every_usual_way_of_typing() {
    let texts = [vec!["张三盗窃案".to_owned()], vec!["曾单".to_owned()], vec!["吕布".to_owned()]];
    for query in [
        "张",
        "张三",
        "三盗",
        "zs",
        "zhs",
        "zhangs",
        "zhangsan",
        "zhang",
        "zsdq",
        "zsdqa",
        "zhangsandaoqie",
        "ZS",
        "ｚｓ",
        "zs dq",
        "盗窃 zs",
    ] {
        check(&texts, query);
        let mut index = Index::default();
        index.put(1, &text_of(&texts[0]));
        assert_eq!(index.find(&Query::parse(query), 9), [1], "{query}");
    }
    for query in ["zengshan", "cengdan", "zs", "cd", "cs", "lvbu", "lb"] {
        check(&texts, query);
    }
    for query in ["zz", "ab", "李", "zhangsi", "sz", "张四"] {
        let mut index = Index::default();
        index.put(1, &text_of(&texts[0]));
        assert!(index.find(&Query::parse(query), 9).is_empty(), "{query}");
    }
}

#[test]
fn a_changed_case_is_found_by_its_new_texts_only_and_dead_places_are_cleared_away() {
    let mut index = Index::default();
    for case in 0..3000 {
        index.put(case, &text_of(&[format!("张{case}")]));
    }
    for round in 0..3 {
        for case in 0..3000 {
            index.put(case, &text_of(&[format!("李{case}第{round}回")]));
        }
    }
    assert!(index.find(&Query::parse("张"), 10).is_empty());
    assert_eq!(index.find(&Query::parse("李1234第2回"), 10), [1234]);
    assert_eq!(index.find(&Query::parse("李"), 5000).len(), 3000);
    assert!(index.bytes() < 3000 * 400, "{}", index.bytes());
    index.put(7, "");
    assert!(index.find(&Query::parse("李7第"), 10).is_empty());
}

#[test]
fn a_sweep_on_several_threads_finds_the_same() {
    let mut index = Index::default();
    const CASES: i64 = 40_000;
    let text = |case: i64| format!("张{case}号{}案", ["盗窃", "诈骗", "抢劫"][(case % 3) as usize]);
    for case in 0..CASES {
        index.put(case, &text_of(&[text(case)]));
    }
    // The old place of a changed case is dead, and the case is the newest.
    for case in [17, 31_111] {
        index.put(case, &text_of(&[text(case)]));
    }
    for query in ["张777", "zs", "盗窃", "qj 99", "李", "lsdq", "张31111号", "抢劫 zh", "zhang1"] {
        let query = Query::parse(query);
        let fits = |case: &i64| query.words().iter().all(|word| word.found_in(text_of(&[text(*case)]).as_bytes()));
        let order = [31_111, 17].into_iter().chain((0..CASES).rev().filter(|case| ![17, 31_111].contains(case)));
        let expected: Vec<i64> = order.filter(fits).collect();
        for limit in [1, 30, 5000, CASES as usize + 1] {
            let most = limit.min(expected.len());
            assert_eq!(index.find(&query, limit), expected[..most], "{limit}");
        }
    }
}

fn register(office: &Office, number: i64, title: &str) {
    let by = Actor { post: Post::CaseManagementClerk, ..Actor::program() };
    let at = "2026-03-05T01:02:03Z";
    let ask = Ask { by: &by, day: "2026-03-05".parse().unwrap(), at, reason: "", detail: serde_json::json!({}) };
    let registered = office.act(Action::CaseRegister, &ask, |work| {
        work.insert(
            "INSERT INTO case_file (id, register_no, line, category, title, received_on, accepted_on)
             VALUES (?1, ?2, 'criminal', 'arrest_review', ?3, '2026-03-05', '2026-03-05')
             ON CONFLICT (id) DO UPDATE SET title = ?3",
            (number, format!("2026-criminal-{number:05}"), title),
        )
    });
    registered.unwrap();
}

#[test]
fn what_changes_while_the_index_is_built_is_found() {
    let office = Office::new(Record::in_memory().unwrap(), "案管室");
    register(&office, 1, "张三盗窃案");
    let search = Search::default();
    let building = search.begin(office.record()).unwrap().unwrap();
    register(&office, 1, "张四盗窃案");
    register(&office, 2, "李五诈骗案");
    search.renew(office.record(), &[1, 2].map(crate::CaseId::known));
    search.finish(office.record(), building).unwrap();
    let titles = |text| {
        let found = search.find(office.record(), text, 9, None).unwrap();
        found.hits.into_iter().map(|hit| hit.title).collect::<Vec<_>>()
    };
    assert_eq!(titles("李五"), ["李五诈骗案"]);
    assert_eq!(titles("张四"), ["张四盗窃案"]);
    assert_eq!(titles("张三"), [""; 0]);
}
