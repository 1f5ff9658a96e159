//! What a person says about a finding: it is explained, or set aside.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::{CaseId, Result, Work, refusal};

/// What a person says about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// It is as the finding says, and there is a reason for it.
    Explained,
    /// The finding does not fit this case.
    SetAside,
}

impl AnswerKind {
    /// The code in the record.
    pub fn code(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::SetAside => "set_aside",
        }
    }

    /// The answer of a code.
    pub fn of(code: &str) -> Option<Self> {
        [Self::Explained, Self::SetAside].into_iter().find(|kind| kind.code() == code)
    }
}

/// Answers a finding. The fingerprint is that of the finding the person saw: where it has changed since, the answer
/// is refused, for it was given to other values.
pub fn answer(
    work: &Work<'_>,
    case: CaseId,
    check: &str,
    subject: &str,
    fingerprint: &str,
    kind: AnswerKind,
    reason: &str,
) -> Result<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    let key = named_params! { ":case": case, ":check": check, ":subject": subject };
    let stands: Option<String> = work.maybe(include_str!("finding_stands.sql"), key, |row| row.get(0))?;
    match stands {
        None => return Err(refusal!("finding_gone", check = check)),
        Some(now) if now != fingerprint => return Err(refusal!("finding_changed", check = check)),
        Some(_) => {}
    }
    let bound = named_params! {
        ":case": case, ":check": check, ":subject": subject, ":fingerprint": fingerprint, ":answer": kind.code(),
        ":reason": reason, ":day": work.day, ":account": work.by.account,
    };
    work.write(include_str!("answer_finding.sql"), bound)?;
    Ok(())
}

/// Takes the answer to a finding back: the finding is open again.
pub fn withdraw(work: &Work<'_>, case: CaseId, check: &str, subject: &str, fingerprint: &str) -> Result<()> {
    let bound = named_params! { ":case": case, ":check": check, ":subject": subject, ":fingerprint": fingerprint };
    match work.write(include_str!("withdraw_answer.sql"), bound)? {
        0 => Err(refusal!("finding_not_answered", check = check)),
        _ => Ok(()),
    }
}
