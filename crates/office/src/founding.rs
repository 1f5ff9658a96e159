//! Founding an office: its name, its departments, its first person.

use anjuan_law::Day;
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Reading, Result, Work,
    accounts::{self, AccountEntry, Post},
    refusal,
};

/// The head of an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OfficeHead {
    /// Full name, as on papers.
    pub name: String,
    /// One or two characters, as in case numbers.
    pub short_name: String,
    /// Six-digit administrative division (GB/T 2260).
    pub division_code: String,
    /// The day of founding in this program.
    pub founded_on: Day,
    /// An invented office for trying things out.
    pub is_sample: bool,
}

/// Writes the office, its usual departments and the first account (a case-management clerk), and gives its id.
pub fn found(
    work: &Work<'_>,
    head: &OfficeHead,
    departments: &[(String, String)],
    login: &str,
    person: &str,
) -> Result<AccountId> {
    check_names(&head.name, &head.short_name, &head.division_code)?;
    work.insert(
        "INSERT INTO office (id, name, short_name, division_code, founded_on, is_sample) VALUES (1, ?1, ?2, ?3, ?4, ?5)",
        (head.name.trim(), head.short_name.trim(), &head.division_code, head.founded_on, head.is_sample),
    )?;
    let mut management = None;
    for (kind, name) in departments {
        let id = accounts::add_department(work, name, kind)?;
        if kind == "case_management" {
            management = Some(id);
        }
    }
    accounts::save(
        work,
        &AccountEntry {
            id: None,
            login: login.to_owned(),
            name: person.to_owned(),
            staff_no: "0001".to_owned(),
            post: Post::CaseManagementClerk,
            department_id: management,
            in_quota: false,
            handles_minors: false,
            on_duty: true,
            case_cap: None,
            ended_on: None,
        },
    )
}

/// What can be said of the office when its head is changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct OfficeNames {
    /// Full name, as on papers.
    pub name: String,
    /// One or two characters, as in case numbers.
    pub short_name: String,
    /// Six-digit administrative division (GB/T 2260).
    pub division_code: String,
}

/// Changes what stands at the head of everything that the office makes from now on. Numbers that were given keep theirs.
pub fn rename(work: &Work<'_>, names: &OfficeNames) -> Result<()> {
    check_names(&names.name, &names.short_name, &names.division_code)?;
    work.write(
        "UPDATE office SET name = ?1, short_name = ?2, division_code = ?3",
        (names.name.trim(), names.short_name.trim(), &names.division_code),
    )?;
    Ok(())
}

fn check_names(name: &str, short_name: &str, division_code: &str) -> Result<()> {
    for (field, value) in [("name", name), ("short_name", short_name)] {
        if value.trim().is_empty() {
            return Err(refusal!("field_missing").at(field));
        }
    }
    if division_code.len() != 6 || !division_code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refusal!("division_malformed", value = division_code).at("division_code"));
    }
    Ok(())
}

/// The head of this office.
pub fn head(reading: &Reading<'_>) -> Result<OfficeHead> {
    reading.one("SELECT name, short_name, division_code, founded_on, is_sample FROM office", [], |row| {
        Ok(OfficeHead {
            name: row.get("name")?,
            short_name: row.get("short_name")?,
            division_code: row.get("division_code")?,
            founded_on: row.get("founded_on")?,
            is_sample: row.get("is_sample")?,
        })
    })
}
