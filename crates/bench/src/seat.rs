//! The office that is measured, and who sits at it.

use std::path::Path;

use anjuan_law::Day;
use anjuan_office::{
    Action, Actor, Ask, Office, Refusal, accounts, founding,
    record::{FileKey, Holder, Record},
};

use crate::fault;

/// An open office and its clerk.
pub struct Seat {
    /// The office.
    pub office: Office,
    /// The clerk.
    pub by: Actor,
    /// The day of the measurement.
    pub day: Day,
}

/// The day of the measurement.
pub fn day() -> Day {
    "2026-03-05".parse().unwrap_or(Day::MIN)
}

fn holder() -> Holder {
    Holder { pid: std::process::id(), program: "bench".into(), workstation: "bench".into(), since: String::new() }
}

/// Founds an office in that folder and gives its key.
pub fn found(folder: &Path) -> Result<FileKey, Refusal> {
    let key = FileKey::random()?;
    let office = Office::new(Record::create(folder, key.clone(), &holder())?, "bench");
    let head = founding::OfficeHead {
        name: "测县人民检察院".into(),
        short_name: "测".into(),
        division_code: "341023".into(),
        founded_on: day(),
        is_sample: true,
    };
    let departments =
        [("case_management".to_owned(), "案件管理部门".to_owned()), ("criminal".to_owned(), "刑事检察部门".to_owned())];
    let program = Actor::program();
    office.act(Action::OfficeFound, &ask(&program, day()), |work| {
        founding::found(work, &head, &departments, "li", "李案管")
    })?;
    Ok(key)
}

/// Opens the office of that folder.
pub fn open(folder: &Path, key: FileKey) -> Result<Seat, Refusal> {
    let office = Office::new(Record::open(folder, key, &holder())?, "bench");
    let all = office.read(accounts::list)?;
    let by = all.first().map(accounts::Account::actor).ok_or_else(|| fault("no account"))?;
    Ok(Seat { office, by, day: day() })
}

fn ask(by: &Actor, day: Day) -> Ask<'_> {
    Ask { by, day, at: "2026-03-05T01:02:03Z", reason: "", detail: serde_json::Value::Null }
}

impl Seat {
    /// An ask in the clerk's name.
    pub fn ask(&self) -> Ask<'_> {
        ask(&self.by, self.day)
    }
}
