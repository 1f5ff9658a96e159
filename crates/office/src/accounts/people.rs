//! The people and departments of the office.

use anjuan_law::Day;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use super::{Actor, Post};
use crate::{AbsenceId, AccountId, DepartmentId, Reading, Result, Work, refusal};

/// A person who works in the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The name to sign in with.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The staff number.
    pub staff_no: String,
    /// The post.
    pub post: Post,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The department's name.
    pub department: String,
    /// In-quota prosecutor (员额检察官): may handle cases.
    pub in_quota: bool,
    /// Named for minors' cases.
    pub handles_minors: bool,
    /// Takes new cases at present.
    pub on_duty: bool,
    /// Most open cases at a time, if there is a cap.
    pub case_cap: Option<u32>,
    /// Works here from.
    pub started_on: Day,
    /// Worked here until.
    pub ended_on: Option<Day>,
}

/// What can be said of a person when entering or changing his account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AccountEntry {
    /// The account to change; none for a new one.
    pub id: Option<AccountId>,
    /// The name to sign in with.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The staff number.
    #[serde(default)]
    pub staff_no: String,
    /// The post.
    pub post: Post,
    /// The department.
    #[serde(default)]
    pub department_id: Option<DepartmentId>,
    /// In-quota prosecutor.
    #[serde(default)]
    pub in_quota: bool,
    /// Named for minors' cases.
    #[serde(default)]
    pub handles_minors: bool,
    /// Takes new cases at present.
    pub on_duty: bool,
    /// Most open cases at a time.
    #[serde(default)]
    pub case_cap: Option<u32>,
    /// Last day here, when the person has left.
    #[serde(default)]
    pub ended_on: Option<Day>,
}

/// A department of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// Its name.
    pub name: String,
    /// What kind (vocabulary: `department`).
    pub kind: String,
}

impl Account {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let post: String = row.get("post")?;
        Ok(Self {
            id: row.get("id")?,
            login: row.get("login")?,
            name: row.get("name")?,
            staff_no: row.get("staff_no")?,
            // The column only ever holds codes of `Post`; one that is not known has no rights at all.
            post: Post::of(&post).unwrap_or(Post::Program),
            department_id: row.get("department_id")?,
            department: row.get("department")?,
            in_quota: row.get("in_quota")?,
            handles_minors: row.get("handles_minors")?,
            on_duty: row.get("on_duty")?,
            case_cap: row.get("case_cap")?,
            started_on: row.get("started_on")?,
            ended_on: row.get("ended_on")?,
        })
    }

    /// The person as the one in whose name things are done.
    pub fn actor(&self) -> Actor {
        Actor {
            account: Some(self.id),
            name: self.name.clone(),
            staff_no: self.staff_no.clone(),
            post: self.post,
            department: self.department_id,
            separated: false,
        }
    }
}

/// Everybody, those who left last.
pub fn list(reading: &Reading<'_>) -> Result<Vec<Account>> {
    reading.all(include_str!("accounts.sql"), [], Account::from_row)
}

/// The person with a login who works here on `day`.
pub fn by_login(reading: &Reading<'_>, login: &str, day: Day) -> Result<Option<Account>> {
    Ok(list(reading)?
        .into_iter()
        .find(|account| account.login == login && account.ended_on.is_none_or(|ended| ended >= day)))
}

/// The departments in use, in their order.
pub fn departments(reading: &Reading<'_>) -> Result<Vec<Department>> {
    reading.all(include_str!("departments.sql"), [], |row| {
        Ok(Department { id: row.get("id")?, name: row.get("name")?, kind: row.get("kind")? })
    })
}

/// Enters or changes an account and gives its id.
pub fn save(work: &Work<'_>, entry: &AccountEntry) -> Result<AccountId> {
    let login = entry.login.trim();
    if login.is_empty() {
        return Err(refusal!("field_missing").at("login"));
    }
    if entry.name.trim().is_empty() {
        return Err(refusal!("field_missing").at("name"));
    }
    let taken: Option<AccountId> = work.maybe("SELECT id FROM account WHERE login = ?1", [login], |row| row.get(0))?;
    if taken.is_some_and(|other| Some(other) != entry.id) {
        return Err(refusal!("login_taken", login = login).at("login"));
    }
    let id = match entry.id {
        None => work.insert(
            "INSERT INTO account (login, name, post, started_on) VALUES (?1, ?2, ?3, ?4)",
            (login, entry.name.trim(), entry.post.code(), work.day),
        )?,
        Some(id) => id.get(),
    };
    let changed = work.write(
        include_str!("save_account.sql"),
        named_params! {
            ":id": id, ":login": login, ":name": entry.name.trim(), ":staff_no": entry.staff_no.trim(),
            ":post": entry.post.code(), ":department_id": entry.department_id, ":in_quota": entry.in_quota,
            ":handles_minors": entry.handles_minors, ":on_duty": entry.on_duty, ":case_cap": entry.case_cap,
            ":ended_on": entry.ended_on,
        },
    )?;
    if changed == 0 {
        return Err(refusal!("account_unknown", account = id));
    }
    touch_cases(work, AccountId::known(id))?;
    Ok(AccountId::known(id))
}

/// What follows from a case may name its handlers and ask what they may do: it is derived again when that changes.
fn touch_cases(work: &Work<'_>, account: AccountId) -> Result<()> {
    let cases =
        work.all("SELECT DISTINCT case_id FROM assignment WHERE account_id = ?1", [account], |row| row.get(0))?;
    cases.into_iter().for_each(|case| work.touch(case));
    Ok(())
}

/// Enters a department and gives its id.
pub fn add_department(work: &Work<'_>, name: &str, kind: &str) -> Result<DepartmentId> {
    let id = work.insert(
        "INSERT INTO department (name, kind, position) VALUES (?1, ?2, (SELECT count(*) FROM department))",
        (name, kind),
    )?;
    Ok(DepartmentId::known(id))
}

/// Enters days on which somebody takes no new cases.
pub fn add_absence(work: &Work<'_>, account: AccountId, from: Day, to: Day, reason: &str) -> Result<()> {
    if to < from {
        return Err(refusal!("days_in_wrong_order", from = from, to = to).at("to"));
    }
    work.insert(
        "INSERT INTO absence (account_id, from_day, to_day, reason) VALUES (?1, ?2, ?3, ?4)",
        (account, from, to, reason),
    )?;
    Ok(())
}

/// An absence that lasts or is to come.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Absence {
    /// Its id.
    pub id: AbsenceId,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Why.
    pub reason: String,
}

/// The absences of somebody that last on `day` or are to come, the earliest first.
pub fn absences(reading: &Reading<'_>, account: AccountId, day: Day) -> Result<Vec<Absence>> {
    reading.all(
        "SELECT id, from_day, to_day, reason FROM absence WHERE account_id = ?1 AND to_day >= ?2 ORDER BY from_day, id",
        (account, day),
        |row| Ok(Absence { id: row.get(0)?, from: row.get(1)?, to: row.get(2)?, reason: row.get(3)? }),
    )
}

/// Ends an absence: somebody is back today. One that has not begun before today is taken away, the days gone by stay.
pub fn end_absence(work: &Work<'_>, absence: AbsenceId) -> Result<()> {
    let taken = work.write("DELETE FROM absence WHERE id = ?1 AND from_day >= ?2", (absence, work.day))?;
    let ended = work.write(
        "UPDATE absence SET to_day = ?3 WHERE id = ?1 AND from_day < ?2 AND to_day >= ?2",
        (absence, work.day, work.day.add_days(-1)),
    )?;
    if taken + ended == 0 { Err(refusal!("absence_over").at("absence")) } else { Ok(()) }
}

/// Enters what somebody has declared: a person, a unit or a case in which he has an interest.
pub fn declare_conflict(work: &Work<'_>, account: AccountId, kind: &str, value: &str, ground: &str) -> Result<()> {
    if value.trim().is_empty() {
        return Err(refusal!("field_missing").at("value"));
    }
    if !["person", "unit", "case"].contains(&kind) {
        return Err(refusal!("choice_unknown", value = kind).at("kind"));
    }
    work.insert(
        "INSERT INTO declared_conflict (account_id, kind, value, ground) VALUES (?1, ?2, ?3, ?4)",
        (account, kind, value.trim(), ground),
    )?;
    touch_cases(work, account)
}
