//! Numbers in the forms found in the field, and the way back from every canonical form.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that finds a fault has to stop")]

use anjuan_law::numbers::{
    CourtNumber, DepartmentNumber, DocumentNumber, NumberError, NumberKind, RegisterNumber, UnifiedNumber, canonical,
    recognise, same,
};
use anjuan_law::text::search_key;
use proptest::prelude::*;

#[track_caller]
fn check(kind: NumberKind, typed: &str, expected: &str) {
    assert_eq!(canonical(kind, typed).as_deref(), Ok(expected), "{typed}");
    assert_eq!(canonical(kind, expected).as_deref(), Ok(expected), "the canonical form reads back");
}

#[track_caller]
fn check_refused(kind: NumberKind, typed: &str, code: &str) {
    assert_eq!(canonical(kind, typed).unwrap_err().code(), code, "{typed:?}");
}

#[test]
fn department_numbers_in_any_brackets() {
    let expected = "黟检刑诉受[2023]341023000062号";
    for typed in [
        expected,
        "黟检刑诉受〔2023〕341023000062号",
        "黟检刑诉受（2023）341023000062号",
        "黟检刑诉受(2023)341023000062",
        "黟检刑诉受【２０２３】第341023000062号",
        " 黟检刑诉受 [ 2023 ] 341023 000062 号\u{200b}",
        "黟检刑诉受2023341023000062号",
    ] {
        check(NumberKind::Department, typed, expected);
        assert_eq!(recognise(typed).unwrap().kind, NumberKind::Department, "{typed}");
    }
    check(NumberKind::Department, "义检刑捕受[2020]522301000017号", "义检刑捕受[2020]522301000017号");
    check(NumberKind::Department, "东检刑诉受【2019】00137号", "东检刑诉受[2019]00137号");
    check(NumberKind::Department, "七星检检任[2022]450305000003号", "七星检检任[2022]450305000003号");
}

#[test]
fn a_department_number_is_taken_apart() {
    let number: DepartmentNumber = "黔西南检未起诉受[2023]522300000009号".parse().unwrap();
    assert_eq!((&*number.short_name, &*number.word, number.accepted), ("黔西南", "未起诉", true));
    assert_eq!((number.year, number.unit.as_deref(), &*number.sequence), (2023, Some("522300"), "000009"));
    assert!(number.is_minors());
    assert_eq!(number.categories()[0].id, "first_instance_prosecution");

    let older: DepartmentNumber = "东检刑诉受[2019]00137号".parse().unwrap();
    assert_eq!((older.unit, &*older.sequence), (None, "00137"));
    let word = |text: &str| text.parse::<DepartmentNumber>().unwrap().word;
    assert_eq!(word("黟检检不收[2023]341023000001号"), "检不收");
    assert_eq!(word("黟检检建受[2023]341023000001号"), "检建");
    assert_eq!(word("黟检民公[2023]341023000001号"), "民公");
}

#[test]
fn department_numbers_that_are_none() {
    check_refused(NumberKind::Department, "", "number_empty");
    check_refused(NumberKind::Department, "　", "number_empty");
    check_refused(NumberKind::Department, "黟检刑诉受", "number_without_year");
    check_refused(NumberKind::Department, "黟检刑诉受[23]341023000062号", "number_without_year");
    check_refused(NumberKind::Department, "黟检刑诉受[1023]341023000062号", "number_year_range");
    check_refused(NumberKind::Department, "黟检刑诉受[2023]62号", "number_sequence_length");
    check_refused(NumberKind::Department, "黟检刑诉受[2023]3410230000621号", "number_sequence_length");
    check_refused(NumberKind::Department, "黟检刑诉受[2023]341023000062号等三件", "number_trailing");
    check_refused(NumberKind::Department, "检刑诉受[2023]341023000062号", "number_form");
    check_refused(NumberKind::Department, "黟刑诉受[2023]341023000062号", "number_form");
    check_refused(NumberKind::Department, "黟检受[2023]341023000062号", "number_form");
    check_refused(NumberKind::Department, "黟检刑诉受[2023]00000号", "number_form");
}

#[test]
fn unified_numbers() {
    check(NumberKind::Unified, "37132920210000420", "37132920210000420");
    check(NumberKind::Unified, " ３７１３２９ 20210000420", "37132920210000420");
    let number: UnifiedNumber = "37132920210000420".parse().unwrap();
    assert_eq!((number.unit(), number.year()), ("371329", 2021));
    check_refused(NumberKind::Unified, "3713292021000042", "number_sequence_length");
    check_refused(NumberKind::Unified, "37132918210000420", "number_year_range");
    check_refused(NumberKind::Unified, "97132920210000420", "number_form");
    check_refused(NumberKind::Unified, "37132920210000420号", "number_trailing");
}

#[test]
fn court_numbers_old_and_new() {
    check(NumberKind::Court, "(2026)皖1023刑初12号", "（2026）皖1023刑初12号");
    check(NumberKind::Court, "〔２０２６〕皖１０２３刑初１２号之一", "（2026）皖1023刑初12号之一");
    check(NumberKind::Court, "（2014）黟刑初字第00012号", "（2014）黟刑初字第12号");
    check(NumberKind::Court, "（2026）最高法刑监3号", "（2026）最高法刑监3号");
    let number: CourtNumber = "（2026）皖1023刑初12号".parse().unwrap();
    assert_eq!((&*number.court, &*number.kind, number.sequence), ("皖1023", "刑初", 12));
    check_refused(NumberKind::Court, "2026皖1023刑初12号", "number_form");
    check_refused(NumberKind::Court, "（2026）皖1023刑初号", "number_sequence_length");
    check_refused(NumberKind::Court, "（2026）皖1023刑初12号判决", "number_trailing");
}

#[test]
fn document_numbers() {
    check(NumberKind::Document, "黟检刑诉[2026]12号", "黟检刑诉〔2026〕12号");
    check(NumberKind::Document, "黟检刑不诉（2026）第 007 号", "黟检刑不诉〔2026〕7号");
    check(NumberKind::Document, "黟公（刑）提捕字〔2026〕12号", "黟公(刑)提捕字〔2026〕12号");
    check(NumberKind::Document, "高检发释字〔2019〕4号", "高检发释字〔2019〕4号");
    let number: DocumentNumber = "黟检附不诉〔2026〕3号".parse().unwrap();
    assert_eq!(number.procuratorate_and_kind(), Some(("黟", "附不诉")));
    check_refused(NumberKind::Document, "黟检刑诉-2026-12", "number_trailing");
    check_refused(NumberKind::Document, "黟检刑诉〔2026〕号", "number_sequence_length");
}

#[test]
fn police_and_detention_numbers() {
    check(NumberKind::Police, "a3410231200002026010001", "A3410231200002026010001");
    check(NumberKind::Police, "黟公（刑）立字[2026]12号", "黟公(刑)立字〔2026〕12号");
    check(NumberKind::DetentionCentre, "341023111202603050012", "341023111202603050012");
    check(NumberKind::DetentionCentre, "２０２６—０１２３", "2026-0123");
    check_refused(NumberKind::Police, "A12", "number_sequence_length");
    check_refused(NumberKind::DetentionCentre, "12", "number_sequence_length");
    check_refused(NumberKind::DetentionCentre, "2026-", "number_form");
    assert_eq!(recognise("A3410231200002026010001").unwrap().kind, NumberKind::Police);
}

#[test]
fn register_numbers() {
    check(NumberKind::Local, "2026-GC-00042", "2026-GC-00042");
    check(NumberKind::Local, "２０２６－ｇｃ－４２", "2026-GC-00042");
    check(NumberKind::Local, "2026gc42", "2026-GC-00042");
    check_refused(NumberKind::Local, "2026-XX-00042", "number_form");
    check_refused(NumberKind::Local, "2026-GC-100000", "number_sequence_length");
    check_refused(NumberKind::Local, "2026-GC-00000", "number_form");
    check_refused(NumberKind::Local, "2026-GC-00042a", "number_trailing");
    check_refused(NumberKind::Local, "2026", "number_form");
    assert_eq!(RegisterNumber::new(2026, "GC", 0), None);
    assert_eq!(RegisterNumber::new(2026, "ZZ", 1), None);
    assert!(RegisterNumber::new(2026, "CI", 2) < RegisterNumber::new(2026, "CI", 10), "they sort as they count");
}

#[test]
fn kinds_are_not_guessed() {
    for unclear in ["", "12", "2026", "341023", "张某盗窃案", "341023111202603050012", "黟检"] {
        assert_eq!(recognise(unclear), None, "{unclear}");
    }
    for (text, kind) in [
        ("2026-AD-3", NumberKind::Local),
        ("37132920210000420", NumberKind::Unified),
        ("(2026)皖1023刑初12号", NumberKind::Court),
        ("黟检刑诉[2026]12号", NumberKind::Document),
        ("黟检检任[2026]341023000012号", NumberKind::Department),
    ] {
        assert_eq!(recognise(text).map(|n| n.kind), Some(kind), "{text}");
    }
    assert!(same("黟检刑诉〔2026〕12号", "黟检刑诉 (2026) 12号"));
    assert!(!same("黟检刑诉〔2026〕12号", "黟检刑诉〔2026〕13号"));
}

#[test]
fn numbers_without_a_national_form_are_only_cleaned() {
    check(NumberKind::Archive, " ＡＪ—2026 001 ", "AJ—2026001");
    assert_eq!(canonical(NumberKind::Other, " \u{feff} "), Err(NumberError::Empty));
}

proptest! {
    #[test]
    fn whatever_the_brackets_it_is_one_number(
        short in "[黟沭义东]|七星|黔西南", word in "刑诉|刑捕|未捕|检建|执违", year in 1949u32..2200, unit in 110_000u32..660_000,
        sequence in 1u32..1_000_000, open in "[\\[〔（(【]?", gap in "[ 　]{0,2}", first in "第?", last in "号?",
    ) {
        let plain = format!("{short}检{word}受[{year}]{unit}{sequence:06}号");
        let typed = format!("{short}检{word}受{open}{gap}{year}{close}{first}{unit}{sequence:06}{gap}{last}", close = if open.is_empty() { "" } else { "]" });
        prop_assert_eq!(canonical(NumberKind::Department, &typed), Ok(plain.clone()));
        prop_assert_eq!(canonical(NumberKind::Department, &plain), Ok(plain.clone()));
        if last == "号" && first.is_empty() {
            prop_assert_eq!(search_key(&typed), search_key(&plain));
        }
    }

    #[test]
    fn register_numbers_go_there_and_back(year in 1949u16..2200, line in 0usize..10, sequence in 1u32..100_000) {
        let code = &anjuan_law::vocabulary().lines[line].code;
        let number = RegisterNumber::new(year, code, sequence).unwrap();
        prop_assert_eq!(number.to_string().parse(), Ok(number));
        prop_assert_eq!((number.year(), number.line(), number.sequence()), (year, &**code, sequence));
    }

    #[test]
    fn no_text_stops_the_program_and_what_is_read_reads_back(text in "[0-9A-Za-z检刑诉受号字第之（）\\[\\]〔〕 年\u{feff}-]{0,30}") {
        use NumberKind::*;
        for kind in [Local, Department, Unified, Police, Court, DetentionCentre, Document, Archive] {
            if let Ok(form) = canonical(kind, &text) {
                prop_assert_eq!(canonical(kind, &form), Ok(form.clone()), "{:?}", kind);
            }
        }
    }
}
