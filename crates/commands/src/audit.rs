//! The auditor's page: the journal searched, the digest to keep elsewhere, the record as it stood on a day.

use anjuan_law::Day;
use anjuan_office::{Action, CaseId, EntryId, Reading, Result, Right, record::AsOf};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    Seat,
    eyes::{self, Eyes},
};

/// What is looked for.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct AuditAsk {
    /// From this day on.
    #[serde(default)]
    pub from: Option<Day>,
    /// Up to this day, it included.
    #[serde(default)]
    pub to: Option<Day>,
    /// Part of the person's name.
    #[serde(default)]
    pub person: Option<String>,
    /// One action.
    #[serde(default)]
    pub action: Option<String>,
    /// Part of what was asked or why; an entry's number; a digest.
    #[serde(default)]
    pub text: Option<String>,
    /// Only entries before this one.
    #[serde(default)]
    pub before: Option<EntryId>,
    /// At most so many; 100 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A page of what was found.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct AuditPage {
    /// The entries, newest first.
    pub entries: Vec<AuditEntry>,
    /// Ask again with `before` set to this for more.
    pub next: Option<EntryId>,
    /// Digest of the newest entry of all, to be kept elsewhere.
    pub head: Option<String>,
    /// The actions that there are, for choosing.
    pub actions: Vec<String>,
}

/// One entry, as the auditor sees it.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct AuditEntry {
    /// Its number.
    pub entry: EntryId,
    /// The instant, UTC.
    pub at: String,
    /// The day of the office.
    pub day: Day,
    /// Who.
    pub person: String,
    /// At which machine.
    pub workstation: String,
    /// Which action (words: `action_<action>`).
    pub action: String,
    /// Why; not shown to who may not see cases, where the entry concerns one.
    pub reason: String,
    /// What was asked, JSON; withheld likewise.
    pub detail: String,
    /// The entry that this one takes back.
    pub undoes: Option<EntryId>,
    /// A workstation signed it.
    pub signed: bool,
    /// It changed rows.
    pub changed: bool,
    /// It concerns a case.
    pub of_case: bool,
}

/// A day to look back to.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct AsOfAsk {
    /// The end of this day.
    pub day: Day,
}

/// The register as it stood.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct RegisterAsOf {
    /// Which state of the journal it rests on.
    pub as_of: AsOf,
    /// The cases, by their register numbers.
    pub cases: Vec<PastCase>,
}

/// A case as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PastCase {
    /// The case.
    pub case_id: CaseId,
    /// Register number.
    pub register_no: String,
    /// Title.
    pub title: String,
    /// Category.
    pub category: String,
    /// Stage.
    pub stage: String,
    /// The handler's name; empty where there was none.
    pub handler: String,
    /// Accepted on.
    pub accepted_on: Day,
    /// Open.
    pub is_open: bool,
}

/// A paper that was printed.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct PaperPrinted {
    /// What it was: the page.
    pub what: String,
    /// The case that it shows.
    #[serde(default)]
    pub case: Option<CaseId>,
}

/// The journal searched. Who may not see cases is told that an entry concerns one, and nothing of what it says.
pub fn audit_search(seat: &Seat<'_>, ask: AuditAsk) -> Result<AuditPage> {
    seat.need(Right::Audit)?;
    let limit = ask.limit.unwrap_or(100).clamp(1, 1000);
    let some =
        |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    seat.office().read(|reading| {
        let mut eyes = Eyes::of(seat, reading)?;
        let (action, person, text) = (some(&ask.action), some(&ask.person), some(&ask.text));
        let found = reading.all(
            include_str!("sql/audit.sql"),
            (ask.before, ask.from, ask.to, action, person, &text, eyes.blind, limit),
            |row| {
                let entry = AuditEntry {
                    entry: row.get("entry")?,
                    at: row.get("at")?,
                    day: row.get("day")?,
                    person: row.get("person")?,
                    workstation: row.get("workstation")?,
                    action: row.get("action")?,
                    reason: row.get("reason")?,
                    detail: row.get("detail")?,
                    undoes: row.get("undoes")?,
                    signed: row.get("signed")?,
                    changed: row.get("changed")?,
                    of_case: row.get("of_case")?,
                };
                Ok((entry, row.get::<_, bool>("by_words")?))
            },
        )?;
        let last = found.last().map(|(entry, _)| entry.entry);
        let next = last.filter(|_| found.len() == limit as usize);
        let mut entries = Vec::with_capacity(found.len());
        for (mut entry, by_words) in found {
            if eyes.withhold(entry.entry, &entry.action, entry.of_case)? {
                // By words that one is not told one does not find either.
                if by_words {
                    continue;
                }
                entry.of_case = true;
                entry.reason.clear();
                entry.detail = eyes::of_refusal(&entry.action, &entry.detail);
            } else {
                entry.detail = eyes.of_export(&entry.action, entry.detail);
                let told =
                    |words: &String| entry.detail.contains(words.as_str()) || entry.reason.contains(words.as_str());
                if by_words && !text.as_ref().is_some_and(told) {
                    continue;
                }
            }
            entries.push(entry);
        }
        let actions = Action::ALL.iter().map(|action| action.name().to_owned()).collect();
        Ok(AuditPage { entries, next, head: reading.head_digest()?, actions })
    })
}

/// The register as it stood at the end of a day, from the journal.
pub fn register_as_of(seat: &Seat<'_>, ask: AsOfAsk) -> Result<RegisterAsOf> {
    seat.need(Right::Read)?;
    let (as_of, cases) = seat.office().record().as_of(ask.day, past_cases)?;
    Ok(RegisterAsOf { as_of, cases })
}

fn past_cases(reading: &Reading<'_>) -> Result<Vec<PastCase>> {
    reading.all(include_str!("sql/past_cases.sql"), [], |row| {
        Ok(PastCase {
            case_id: row.get("case_id")?,
            register_no: row.get("register_no")?,
            title: row.get("title")?,
            category: row.get("category")?,
            stage: row.get("stage")?,
            handler: row.get("handler")?,
            accepted_on: row.get("accepted_on")?,
            is_open: row.get("is_open")?,
        })
    })
}

/// The entry that a print left: its number and its digest stand on the sheets.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct PrintEntry {
    /// Its number in the journal.
    pub entry: EntryId,
    /// The first 16 figures of its digest: who keeps the paper can hold the journal against it later.
    pub digest: String,
}

/// A paper is about to be printed: it is an entry first.
pub fn paper_printed(seat: &Seat<'_>, ask: PaperPrinted) -> Result<PrintEntry> {
    let entry = seat.log(Action::PaperPrint, "", json!({ "what": ask.what, "case": ask.case }))?;
    let hash = "SELECT lower(substr(hex(hash), 1, 16)) FROM journal WHERE entry = ?1";
    let digest = seat.office().read(|reading| reading.one(hash, [entry], |row| row.get(0)))?;
    Ok(PrintEntry { entry, digest })
}
