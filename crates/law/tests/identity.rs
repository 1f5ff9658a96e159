//! Identity numbers: the published and made-up vectors, and numbers built at random.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that finds a fault has to stop")]

use anjuan_law::Day;
use anjuan_law::ages::AgeCount;
use anjuan_law::identity::{CitizenId, CreditCode, IdError, Sex};
use proptest::prelude::*;

fn today() -> Day {
    "2026-03-05".parse().unwrap()
}

fn vectors(text: &str) -> Vec<(String, String, String)> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn citizens_vectors() {
    let vectors = vectors(include_str!("data/id_card_test_vectors.csv"));
    assert!(vectors.len() >= 26);
    for (value, expected, note) in vectors {
        let read = CitizenId::parse(&value, today());
        match (&*expected, &read) {
            ("valid", Ok(id)) => assert_eq!(id.as_str(), value, "{note}"),
            ("valid_after_normalising", Ok(id)) => assert_ne!(id.as_str(), value, "{note}"),
            ("valid_15", Ok(id)) => assert!(id.was_15() && id.as_str().len() == 18, "{note}"),
            ("invalid", Err(_)) => {}
            _ => panic!("{value}: expected {expected}, got {read:?} ({note})"),
        }
        if let Ok(id) = read {
            let female = note.contains("female");
            assert!(!note.contains("male") || female == (id.sex() == Sex::Female), "{value}: {note}");
        }
    }
}

#[test]
fn credit_code_vectors() {
    for (value, expected, note) in vectors(include_str!("data/unified_social_credit_code_test_vectors.csv")) {
        let read = CreditCode::parse(&value);
        match (&*expected, &read) {
            ("valid", Ok(code)) => assert_eq!(code.as_str(), value, "{note}"),
            ("valid_after_normalising", Ok(code)) => assert_eq!(code.as_str(), value.to_uppercase(), "{note}"),
            ("invalid", Err(_)) => {}
            _ => panic!("{value}: expected {expected}, got {read:?} ({note})"),
        }
    }
}

#[track_caller]
fn check_refused(value: &str, code: &str) {
    assert_eq!(CitizenId::parse(value, today()).unwrap_err().code(), code, "{value}");
}

#[test]
fn a_refusal_says_what_is_wrong() {
    check_refused(" ", "id_empty");
    check_refused("11010519491231002", "id_length");
    check_refused("A10105194912310021", "id_character");
    check_refused("11010519491231002A", "id_character");
    check_refused("000000199901010013", "id_area");
    check_refused("110105194902290029", "id_no_such_day");
    check_refused("110105209901010012", "id_future");
    check_refused("500112198107087351", "id_check_character");
    assert_eq!(CitizenId::parse("500112198107087351", today()), Err(IdError::CheckCharacter { expected: 'X' }));
    let wrong = CreditCode::parse("9111I1011YNKD3H176");
    assert_eq!(wrong, Err(IdError::Character { found: 'I', place: 5 }));
}

#[test]
fn a_number_tells_birth_sex_age_and_place() {
    let id = CitizenId::parse("11010519491231002X", today()).unwrap();
    assert_eq!(id.birth().unwrap().to_string(), "1949-12-31");
    assert_eq!((id.sex(), id.area_name().as_deref()), (Sex::Female, Some("北京市朝阳区")));
    assert_eq!(id.age_on(today(), AgeCount::Civil), Some(76));
    let before_1900 = CitizenId::parse("440524188001010014", today()).unwrap();
    assert_eq!((before_1900.birth(), before_1900.birth_ymd()), (None, (1880, 1, 1)));
    let old = CitizenId::parse("110105491231002", today()).unwrap();
    assert_eq!(old.as_str(), id.as_str(), "the old form becomes the new one");
}

#[test]
fn a_credit_code_tells_its_parts() {
    let code = CreditCode::parse("91350100M000100Y43").unwrap();
    assert_eq!((code.area(), code.organisation_code()), ("350100", "M000100Y4"));
}

proptest! {
    #[test]
    fn one_wrong_character_is_always_found(body in 0u32..1000, day in 0i64..36_000, at in 0usize..18, other in 1u8..10) {
        let birth = Day::MIN.add_days(day).to_string().replace('-', "");
        let short = format!("341023{}{body:03}", &birth[2..]);
        prop_assume!(birth.starts_with("19"));
        let id = CitizenId::parse(&short, today()).unwrap();
        prop_assert_eq!(id.birth().unwrap(), Day::MIN.add_days(day));
        let mut typed: Vec<u8> = id.as_str().bytes().collect();
        typed[at] = match typed[at] { b'X' => b'0' + other, digit => b'0' + (digit - b'0' + other) % 10 };
        prop_assert!(CitizenId::parse(std::str::from_utf8(&typed).unwrap(), today()).is_err(), "{:?}", typed);
    }

    #[test]
    fn no_text_stops_the_program(text in "\\PC{0,20}") {
        let _ = CitizenId::parse(&text, today());
        let _ = CreditCode::parse(&text);
    }
}
