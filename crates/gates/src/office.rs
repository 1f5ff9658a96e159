//! What is asked of an office with some cases in it: a search, a check of its own, a list, an import.

use std::{fs, path::PathBuf, sync::LazyLock};

use anjuan_law::typed_day::YearLast;
use anjuan_office::{
    Action, Actor, Ask, Office, Result,
    accounts::{self, Told},
    founding::{self, OfficeHead},
    imports::{Import, Several, SourceCell, SourceRow, rehearse},
    lists::{self, CaseQuery},
    own_checks,
    record::{FileKey, Holder, Record},
    refusal,
    sample::{self, SampleAsk},
};

use crate::{parts, text_of, today};

/// An invented office of a few cases, in a folder of this process.
static OFFICE: LazyLock<Result<(Office, Actor)>> = LazyLock::new(found);

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("anjuan-gates-{}", std::process::id()))
}

/// Takes away what the gates left on the disk. Nothing is asked of them afterwards.
pub fn leave() {
    let _ = fs::remove_dir_all(folder());
}

fn found() -> Result<(Office, Actor)> {
    let at = "2026-03-05T01:02:03Z";
    let holder = Holder { pid: 7, program: "anjuan".into(), workstation: "案管室".into(), since: at.into() };
    let office = Office::new(Record::create(&folder(), FileKey::random()?, &holder)?, "案管室");
    let program = Actor::program();
    let ask = Ask { by: &program, day: today(), at, reason: "", detail: serde_json::Value::Null };
    let head = OfficeHead {
        name: "测县人民检察院".into(),
        short_name: "测".into(),
        division_code: "341023".into(),
        founded_on: today(),
        is_sample: true,
    };
    let usual = anjuan_law::choices("department").iter().filter(|choice| choice.group.as_deref() == Some("usual"));
    let departments: Vec<(String, String)> = usual.map(|choice| (choice.code.clone(), choice.zh.clone())).collect();
    office.act(Action::OfficeFound, &ask, |work| founding::found(work, &head, &departments, "li", "李案管"))?;
    let first = office.read(accounts::list)?.first().map(|account| account.actor());
    let clerk = first.ok_or_else(|| refusal!("fault", detail = "nobody is there"))?;
    let ask = Ask { by: &clerk, ..ask };
    let some = SampleAsk { cases: 12, years: 2, seed: 7 };
    office.act(Action::SampleFill, &ask, |work| sample::fill(work, some, |_| Ok(())))?;
    Ok((office, clerk))
}

fn office() -> Option<&'static (Office, Actor)> {
    assert!(OFFICE.is_ok(), "{:?}", OFFICE.as_ref().err());
    OFFICE.as_ref().ok()
}

pub(crate) fn search_query(data: &[u8]) {
    let Some((office, _)) = office() else { return };
    let found = office.search().find(office.record(), &text_of(data), 5, None);
    assert!(found.is_ok_and(|found| found.hits.len() <= 5), "whatever is typed is answered");
}

pub(crate) fn own_check(data: &[u8]) {
    let Some((office, _)) = office() else { return };
    let asked = own_checks::ask(office.record(), &text_of(data), today(), &[], &Told::whole());
    if let Err(refused) = &asked {
        assert!(refused.code.starts_with("own_check_"), "a question is answered or refused in words: {refused:?}");
    }
}

/// The question as JSON, then the key of the page before.
pub(crate) fn case_list(data: &[u8]) {
    let Some((office, _)) = office() else { return };
    let parts = parts(data);
    let Ok(query) = serde_json::from_slice::<CaseQuery>(parts.first().copied().unwrap_or_default()) else { return };
    let key = parts.get(1).map(|key| text_of(key));
    let page = office.read(|reading| lists::after(reading, &query, &Told::whole(), key.as_deref(), 5, today()));
    if let Ok((rows, Some(next))) = page {
        assert_eq!(rows.len(), 5);
        let further = office.read(|reading| lists::after(reading, &query, &Told::whole(), Some(&next), 5, today()));
        assert!(further.is_ok(), "the key of a page is taken for the next: {next} {further:?}");
    }
}

/// The kind of the import in the first line; then `field=value` lines, rows parted by an empty one. A value after `#` is a
/// number, after `@` a day, after `?` one of several that count by their order.
pub(crate) fn import_rows(data: &[u8]) {
    let Some((office, clerk)) = office() else { return };
    let text = text_of(data);
    let mut lines = text.split('\n');
    let kind = lines.next().unwrap_or_default().trim().to_owned();
    let mut rows = vec![SourceRow { row: 2, ..SourceRow::default() }];
    for line in lines {
        match (line.split_once('='), rows.last_mut()) {
            (Some((field, value)), Some(row)) => take(row, field, value),
            (None, Some(row)) if !row.cells.is_empty() => {
                let row = row.row + 1;
                rows.push(SourceRow { row, ..SourceRow::default() });
            }
            _ => {}
        }
    }
    rows.retain(|row| !row.cells.is_empty());
    let expected = rows.len();
    let rows = rows.into_iter().collect();
    let mut import = Import { source: "试".to_owned(), fingerprint: "0".to_owned(), kind, rows, ..Import::default() };
    let day = today();
    let done = office.record().rehearse(clerk, day, |work| rehearse(work, &mut import, |_, _| Ok(())));
    if let Ok(outcome) = done {
        let tally = outcome.tally;
        let told = tally.new + tally.changed + tally.same + tally.refused;
        assert_eq!(usize::try_from(told).unwrap_or(0), expected, "every row is accounted for: {tally:?}");
    }
}

fn take(row: &mut SourceRow, field: &str, value: &str) {
    match field {
        "group" => row.group = value.parse().ok(),
        "case_key" => row.case_key = Some(value.to_owned()),
        "person_key" => row.person_key = Some(value.to_owned()),
        _ => {
            let rest = value.get(1..).unwrap_or_default();
            let mut cell =
                SourceCell { field: field.into(), text: value.to_owned(), column: "A".into(), ..SourceCell::default() };
            match value.chars().next() {
                Some('#') => cell.number = rest.parse().ok(),
                Some('@') => cell.day = rest.parse().ok(),
                Some('?') => cell.several = Some(if rest.len() % 2 == 0 { Several::Earliest } else { Several::Last }),
                Some('!') => cell.year_last = Some(YearLast::DayFirst),
                _ => {}
            }
            if cell.number.is_some() || cell.day.is_some() || cell.several.is_some() || cell.year_last.is_some() {
                cell.text = rest.to_owned();
            }
            row.cells.push(cell);
        }
    }
}
