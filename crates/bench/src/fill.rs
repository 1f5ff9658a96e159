//! An office of many cases, put straight into the record tables.

use anjuan_law::Day;
use anjuan_office::{Action, Actor, Office, Refusal, founding};

use crate::{AskOf, fault};

/// The day of the measurement.
pub fn day() -> Day {
    "2026-03-05".parse().unwrap_or(Day::MIN)
}

/// An ask in somebody's name.
pub fn ask(by: &Actor) -> AskOf<'_> {
    AskOf { by, day: day(), at: "2026-03-05T01:02:03Z", reason: "", detail: serde_json::Value::Null }
}

/// Founds the office and gives its clerk.
pub fn found(office: &Office) -> Result<Actor, Refusal> {
    let program = Actor::program();
    let head = founding::OfficeHead {
        name: "测县人民检察院".into(),
        short_name: "测".into(),
        division_code: "341023".into(),
        founded_on: day(),
        is_sample: true,
    };
    let departments =
        [("case_management".to_owned(), "案件管理部门".to_owned()), ("criminal".to_owned(), "刑事检察部门".to_owned())];
    office
        .act(Action::OfficeFound, &ask(&program), |work| founding::found(work, &head, &departments, "li", "李案管"))?;
    crate::first_account(office)
}

/// Writes `cases` cases, each with three people, one measure, two acts and a handler.
pub fn fill(office: &Office, clerk: &Actor, cases: usize) -> Result<(), Refusal> {
    let count = i64::try_from(cases).map_err(fault)?;
    office.act(Action::SampleFill, &ask(clerk), |work| {
        work.derives_by_hand();
        for statement in include_str!("fill.sql").split(";\n").filter(|part| !part.trim().is_empty()) {
            if statement.contains(":cases") {
                work.write(statement, rusqlite::named_params! { ":cases": count })?;
            } else {
                work.write(statement, [])?;
            }
        }
        Ok(())
    })?;
    Ok(())
}
