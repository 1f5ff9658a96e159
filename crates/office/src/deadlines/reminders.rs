//! Reminders that people make themselves, on a case, a person or a paper. They stand in the due list beside what the
//! law asks for, under a name of their own.

use anjuan_law::Day;
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};

use crate::{AccountId, CaseId, Reading, ReminderId, Result, Right, Work, accounts::reach_case, optional, refusal};

/// What stands in the place of a rule's name for a reminder.
pub const REMINDER: &str = "reminder";

/// The longest text of a reminder.
const MOST_TEXT: usize = 500;
/// The most days before its day on which a reminder can begin to warn.
const MOST_WARNING: u32 = 366;

/// A reminder to make or change.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct ReminderEntry {
    /// The one to change; a new one when left out.
    pub id: Option<ReminderId>,
    /// The case.
    pub case: CaseId,
    /// What it is about: `case`, `person:7` or `act:12`; the case when left out.
    pub subject: Option<String>,
    /// Whom it reminds; oneself when left out. To remind another person one must be able to record on the case.
    pub account: Option<AccountId>,
    /// What to remember.
    pub text: String,
    /// The day.
    pub due: Day,
    /// Amber so many days before.
    #[serde(default)]
    #[ts(as = "Option<u32>")]
    pub warn_days: u32,
}

/// A reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Reminder {
    /// The reminder.
    pub id: ReminderId,
    /// The case.
    pub case: CaseId,
    /// What it is about: `case`, `person:7` or `act:12`.
    pub subject: String,
    /// Whom it reminds.
    pub account: AccountId,
    /// That person's name.
    pub account_name: String,
    /// What to remember.
    pub text: String,
    /// The day it was made.
    pub made_on: Day,
    /// Its day.
    pub due: Day,
    /// Amber so many days before.
    pub warn_days: u32,
    /// The day on which it was done.
    pub done_on: Option<Day>,
}

impl Reminder {
    fn read(row: &Row<'_>) -> rusqlite::Result<Reminder> {
        Ok(Reminder {
            id: row.get("id")?,
            case: row.get("case_id")?,
            subject: row.get("subject")?,
            account: row.get("account_id")?,
            account_name: row.get("account_name")?,
            text: row.get("text")?,
            made_on: row.get("made_on")?,
            due: row.get("due_on")?,
            warn_days: row.get("warn_days")?,
            done_on: row.get("done_on")?,
        })
    }
}

/// The reminders of a case, those not done first, by their day.
pub fn of_case(reading: &Reading<'_>, case: CaseId) -> Result<Vec<Reminder>> {
    let sql = optional::query(include_str!("reminders.sql"), &[("case", true)]);
    reading.all(&sql, named_params! { ":case": case, ":id": None::<i64> }, Reminder::read)
}

/// Makes a reminder or changes one.
pub fn save(work: &Work<'_>, entry: &ReminderEntry) -> Result<ReminderId> {
    let subject = entry.subject.as_deref().unwrap_or("case");
    let account = entry.account.or(work.by.account).ok_or_else(|| refusal!("field_missing").at("account"))?;
    allowed(work, entry.case, account)?;
    known_subject(work, entry.case, subject)?;
    let text = entry.text.trim();
    if text.is_empty() {
        return Err(refusal!("reminder_text_missing").at("text"));
    }
    if text.chars().count() > MOST_TEXT {
        return Err(refusal!("reminder_text_too_long", most = MOST_TEXT).at("text"));
    }
    if entry.warn_days > MOST_WARNING {
        return Err(refusal!("warning_too_early", most = MOST_WARNING).at("warn_days"));
    }
    let Some(id) = entry.id else {
        not_past(work, entry.due)?;
        let bound = named_params! {
            ":case": entry.case, ":subject": subject, ":account": account, ":text": text, ":made_on": work.day,
            ":due": entry.due, ":warn_days": entry.warn_days, ":made_by": work.by.account,
        };
        return Ok(ReminderId::known(work.insert(include_str!("reminder_make.sql"), bound)?));
    };
    let standing = known(work, id)?;
    if standing.case != entry.case {
        return Err(refusal!("reminder_case_stays").at("case"));
    }
    allowed(work, standing.case, standing.account)?;
    if entry.due != standing.due {
        not_past(work, entry.due)?;
    }
    let bound = named_params! {
        ":id": id, ":subject": subject, ":account": account, ":text": text, ":due": entry.due,
        ":warn_days": entry.warn_days,
    };
    work.write(include_str!("reminder_change.sql"), bound)?;
    Ok(id)
}

/// Marks a reminder as done today, or as open again.
pub fn done(work: &Work<'_>, id: ReminderId, done: bool) -> Result<()> {
    let standing = known(work, id)?;
    allowed(work, standing.case, standing.account)?;
    let on = done.then_some(standing.done_on.unwrap_or(work.day));
    work.write("UPDATE reminder SET done_on = ?2 WHERE id = ?1", (id, on))?;
    Ok(())
}

/// Throws a reminder away.
pub fn remove(work: &Work<'_>, id: ReminderId) -> Result<()> {
    let standing = known(work, id)?;
    allowed(work, standing.case, standing.account)?;
    work.write("DELETE FROM reminder WHERE id = ?1", [id])?;
    Ok(())
}

/// The reminder of that number.
pub fn known(reading: &Reading<'_>, id: ReminderId) -> Result<Reminder> {
    let bound = named_params! { ":case": None::<i64>, ":id": id };
    let sql = optional::query(include_str!("reminders.sql"), &[("one", true)]);
    let found = reading.maybe(&sql, bound, Reminder::read)?;
    found.ok_or_else(|| refusal!("reminder_unknown", reminder = id).at("id"))
}

fn not_past(work: &Work<'_>, due: Day) -> Result<()> {
    if due < work.day {
        return Err(refusal!("reminder_in_past", due = due, today = work.day).at("due"));
    }
    Ok(())
}

/// One's own reminders need that one may see the case, another person's that one may record on it.
fn allowed(work: &Work<'_>, case: CaseId, account: AccountId) -> Result<()> {
    let right = if work.by.account == Some(account) { Right::Read } else { Right::Record };
    reach_case(work, work.by, right, case)?;
    let found: Option<i64> = work.maybe("SELECT 1 FROM account WHERE id = ?1", [account], |row| row.get(0))?;
    found.map(drop).ok_or_else(|| refusal!("account_unknown", account = account).at("account"))
}

fn known_subject(work: &Work<'_>, case: CaseId, subject: &str) -> Result<()> {
    let unknown = || refusal!("reminder_subject_unknown", subject = subject).at("subject");
    if subject == "case" {
        return Ok(());
    }
    let (kind, id) = subject.split_once(':').ok_or_else(unknown)?;
    let sql = match kind {
        "person" => "SELECT 1 FROM person WHERE id = ?1 AND case_id = ?2",
        "act" => "SELECT 1 FROM act WHERE id = ?1 AND case_id = ?2",
        _ => return Err(unknown()),
    };
    let id: i64 = id.parse().map_err(|_| unknown())?;
    work.maybe(sql, (id, case), |_| Ok(()))?.ok_or_else(unknown)
}
