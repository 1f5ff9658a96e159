//! Quality checks (质量检查): what is wrong or missing in a case.
//!
//! A check is one file in `rules/`: a head that is its page in the manual, and one SELECT over `scope(case_id)`, the
//! cases asked about. It gives `case_id`, `subject` (`case`, `person:7`, `act:12`, `measure:3`, `hearing:2`,
//! `field:cause`), where it matters `from_day` and `until_day` (the days on which the finding holds, both included)
//! and `other_case_id`, and besides these the values that made it, each under a name that has words (`value_<name>`).
//! A finding never depends on the day on which it is derived.
//!
//! The findings of a case are renewed with every change of it. What a person says about a finding holds while the
//! finding's values stay as they were.

mod answers;
mod engine;
mod example;
mod findings;
mod head;
mod law_tables;
mod needs;
mod run;
mod scope;
mod subject;
pub mod words;

#[cfg(test)]
pub(crate) mod tests;

use std::sync::LazyLock;

pub use answers::{AnswerKind, answer, withdraw};
pub use engine::{derive, derive_own, neighbours};
pub use example::{Example, Fact};
pub(crate) use findings::refuse_stops;
pub use findings::{Answer, Count, Cursor, Filter, Finding, Listed, Page, counts, list, of_case};
pub use head::{Check, HeadFault, Severity};
pub use run::{Renewed, case_count, run};
pub use subject::{Subject, subject};

use crate::{Result, refusal};

include!(concat!(env!("OUT_DIR"), "/checks.rs"));

static ALL: LazyLock<std::result::Result<Vec<Ready>, HeadFault>> =
    LazyLock::new(|| FILES.iter().map(|(id, text)| Check::read(id, text).and_then(Ready::of)).collect());

/// A check and its statement.
struct Ready {
    check: Check,
    sql: String,
    /// What a case must have for the check to find anything in it.
    needs: Option<needs::Needs>,
}

impl Ready {
    fn of(check: Check) -> std::result::Result<Ready, HeadFault> {
        let fault = |fault| HeadFault { check: check.id.to_owned(), fault };
        let sql = scope::statement(check.body).map_err(fault)?;
        let needs = needs::needs(check.body);
        Ok(Ready { check, sql, needs })
    }
}

/// All checks, in the order of their ids.
pub fn all() -> Result<impl Iterator<Item = &'static Check>> {
    Ok(ready()?.iter().map(|ready| &ready.check))
}

/// The check with that id.
pub fn by_id(id: &str) -> Result<&'static Check> {
    all()?.find(|check| check.id == id).ok_or_else(|| refusal!("check_unknown", check = id))
}

fn ready() -> Result<&'static [Ready]> {
    match &*ALL {
        Ok(all) => Ok(all),
        Err(fault) => Err(refusal!("fault", detail = fault)),
    }
}
