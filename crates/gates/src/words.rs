//! What people type and ledgers hold: days, numbers, names, words of the law, a year's days off.

use anjuan_law::{
    Calendar, Day, causes, charges, headings,
    identity::{CitizenId, CreditCode},
    ledger_words, names,
    numbers::{self, NumberKind},
    pick::{self, List},
    pinyin,
    text::search_key,
    typed_day::{DateSystem, Setting, YearLast, from_number, read_all, read_in},
};

use crate::{text_of, today};

pub(crate) fn days(data: &[u8]) {
    let text = text_of(data);
    let contexts = [None, Some(Day::MIN), Some(Day::MAX), Some(today())];
    for today in [Day::MIN, today(), Day::MAX] {
        for context in contexts {
            for year_last in [None, Some(YearLast::MonthFirst), Some(YearLast::DayFirst)] {
                let setting = Setting { today, context, year_last };
                if let Ok(day) = read_in(&text, &setting) {
                    for form in [day.to_string(), day.on_paper()] {
                        assert_eq!(read_in(&form, &setting), Ok(day), "{form} of {text:?}");
                    }
                }
                if let Ok(days) = read_all(&text, &setting) {
                    assert!(!days.is_empty());
                }
            }
        }
    }
    let _ = text.parse::<Day>();
    if let Some(bits) = data.first_chunk::<8>() {
        for system in [DateSystem::From1900, DateSystem::From1904] {
            let _ = from_number(f64::from_le_bytes(*bits), system);
        }
    }
}

pub(crate) fn numbers(data: &[u8]) {
    use NumberKind::{
        Archive, Court, Department, DetentionCentre, Document, Local, Other, Police, Supervisory, Unified,
    };
    let text = text_of(data);
    for kind in [Local, Department, Unified, Police, Supervisory, Court, DetentionCentre, Document, Archive, Other] {
        match numbers::canonical(kind, &text) {
            Ok(form) => {
                assert_eq!(numbers::canonical(kind, &form).as_ref(), Ok(&form), "{kind:?}: one form of {text:?}");
            }
            Err(error) => drop((error.code(), error.values())),
        }
    }
    if let Some(number) = numbers::recognise(&text) {
        assert_eq!(numbers::canonical(number.kind, &number.canonical).as_ref(), Ok(&number.canonical));
    }
    assert!(numbers::same(&text, &text));
}

pub(crate) fn identity(data: &[u8]) {
    let text = text_of(data);
    if let Ok(id) = CitizenId::parse(&text, today()) {
        assert_eq!(id.as_str().chars().count(), 18);
        let again = CitizenId::parse(id.as_str(), today());
        assert_eq!(again.as_ref().map(CitizenId::as_str), Ok(id.as_str()));
        let _ = (id.area(), id.area_name(), id.birth_ymd(), id.birth(), id.sex());
    }
    if let Ok(code) = CreditCode::parse(&text) {
        assert_eq!(CreditCode::parse(code.as_str()).as_ref(), Ok(&code));
        let _ = (code.area(), code.organisation_code());
    }
    let masked = names::masked(&text);
    let _ = names::masked_together(&[&text, &masked]);
}

pub(crate) fn ledger_words(data: &[u8]) {
    let text = text_of(data);
    if let Some(found) = headings::recognise(&text) {
        let _ = headings::field(&found.field.id);
    }
    let _ = charges::by_name(&text);
    let _ = charges::by_cail_label(&text);
    let _ = causes::by_name(causes::administrative(), &text);
    let _ = (ledger_words::is_nothing(&text), ledger_words::judgment(&text));
    for list in ["acts", "outcomes", "roles", "measures", "flags", &text] {
        let _ = (ledger_words::whole(list, &text), ledger_words::within(list, &text));
    }
    let _ = anjuan_law::categories::category_by_name(&text);
    let _ = anjuan_law::procuratorates::by_name(&text);
    let key = search_key(&text);
    assert_eq!(search_key(&key), key, "a key is its own key: {text:?}");
    // Readings multiply with the characters that have several: names are short.
    let short: String = text.chars().take(12).collect();
    let _ = (pinyin::initials_all(&short), pinyin::full_all(&short), pinyin::readings(&short), pinyin::query(&text));
    for list in [List::Charges, List::Divisions] {
        assert!(pick::pick(list, &text, 8).len() <= 8);
    }
}

pub(crate) fn calendar(data: &[u8]) {
    let text = text_of(data);
    let before = Calendar::embedded();
    let mut calendar = before.clone();
    match calendar.load(&text) {
        Err(faults) => {
            assert!(!faults.is_empty());
            assert_eq!(calendar, before, "a bad file changes nothing");
            assert!(faults.iter().all(|fault| !fault.fault.code().is_empty()));
        }
        Ok(loaded) => {
            for year in loaded.years.iter().chain(&loaded.replaced).chain(&loaded.amended) {
                assert!(calendar.loaded(*year));
                let table = calendar.table(*year);
                let mut again = calendar.clone();
                if !table.is_empty() {
                    assert_eq!(again.restore(*year, &table), Ok(()), "the table that was kept is taken back: {table}");
                    let same = |day: &Day| again.works(*day) == calendar.works(*day);
                    let first = Day::from_ymd(*year, 1, 1).unwrap_or(Day::MIN);
                    let whole = (0..366).filter_map(|after| first.checked_add_days(after));
                    assert!(
                        whole.filter(|day| day.year() == *year).all(|day| same(&day)),
                        "and says the same: {table}"
                    );
                }
            }
        }
    }
    let mut bare = Calendar::bare();
    let _ = bare.load(&text);
}
