//! What is looked at before a case is sealed.

use serde::Serialize;

use super::{Sealing, Unsealing};
use crate::{Actor, CaseId, Reading, Result, Right, Work, accounts::reach_case, cases::accused_roles, refusal};

/// What sealing a case would mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Foreseen {
    /// The case's register number.
    pub register_no: String,
    /// The accused who were minors at the act.
    pub minors: Vec<String>,
    /// The accused who were not.
    pub adults: Vec<String>,
    /// The case is still open.
    pub is_open: bool,
    /// The sealing stands on its timeline.
    pub recorded: bool,
    /// Cases that are linked with it: their links go with it.
    pub linked: Vec<Mention>,
    /// Where other cases name it or its accused in words that stay.
    pub mentions: Vec<Mention>,
}

/// Another case that names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Mention {
    /// The other case.
    pub case: CaseId,
    /// Its register number.
    pub register_no: String,
    /// Its title.
    pub title: String,
    /// The words, or the kind of link.
    pub text: String,
}

/// Says what sealing a case would mean; it changes nothing.
pub fn foresee(reading: &Reading<'_>, by: &Actor, case: CaseId) -> Result<Foreseen> {
    reach_case(reading, by, Right::Seal, case)?;
    let register_no = reading.value("SELECT register_no FROM case_file WHERE id = ?1", [case])?;
    let roles = serde_json::to_string(&accused_roles())?;
    let accused: Vec<(String, bool)> =
        reading.all(include_str!("accused.sql"), (case, roles), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let of = |minor: bool| accused.iter().filter(|(_, is)| *is == minor).map(|(name, _)| name.clone()).collect();
    let mention = |row: &rusqlite::Row<'_>| {
        Ok(Mention {
            case: row.get("case_id")?,
            register_no: row.get("register_no")?,
            title: row.get("title")?,
            text: row.get("text")?,
        })
    };
    let names: Vec<&str> = accused.iter().map(|(name, _)| name.as_str()).collect();
    Ok(Foreseen {
        register_no,
        minors: of(true),
        adults: of(false),
        is_open: reading.value("SELECT is_open FROM case_state WHERE case_id = ?1", [case])?,
        recorded: reading
            .value("SELECT EXISTS (SELECT 1 FROM act WHERE case_id = ?1 AND kind = 'sealed_record')", [case])?,
        linked: reading.all(include_str!("linked.sql"), [case], mention)?,
        mentions: reading.all(
            include_str!("mentions.sql"),
            rusqlite::named_params! { ":case": case, ":names": serde_json::to_string(&names)? },
            mention,
        )?,
    })
}

/// Refuses what the law does not seal, or not so.
pub(super) fn refuse_unlawful(reading: &Reading<'_>, by: &Actor, sealing: &Sealing) -> Result<()> {
    let foreseen = foresee(reading, by, sealing.case)?;
    if foreseen.minors.is_empty() {
        return Err(refusal!("seal_no_minor", case = foreseen.register_no));
    }
    if foreseen.is_open {
        return Err(refusal!("seal_case_open", case = foreseen.register_no));
    }
    if !foreseen.recorded {
        return Err(refusal!("seal_not_recorded", case = foreseen.register_no));
    }
    if !foreseen.adults.is_empty() && sealing.joint_reason.trim().is_empty() {
        return Err(refusal!("seal_joint_case", people = foreseen.adults.join("、")).at("joint_reason"));
    }
    known("seal_ground", &sealing.ground)?;
    given(&sealing.authority, "authority")
}

/// Refuses to bring a case back without one of the law's grounds, or without whose decision that was.
pub(super) fn refuse_unfounded(unsealing: &Unsealing) -> Result<()> {
    known("unseal_ground", &unsealing.ground)?;
    given(&unsealing.authority, "authority")?;
    given(&unsealing.reason, "reason")
}

fn known(list: &str, code: &str) -> Result<()> {
    match anjuan_law::choice(list, code) {
        Some(_) => Ok(()),
        None => Err(refusal!("choice_unknown", value = code).at("ground")),
    }
}

fn given(text: &str, at: &str) -> Result<()> {
    if text.trim().is_empty() { Err(refusal!("field_missing").at(at)) } else { Ok(()) }
}

/// Marks a case that stays as one that holds sealed information, as the law asks for the volumes of adults.
pub fn label(work: &Work<'_>, case: CaseId) -> Result<()> {
    work.write("INSERT OR IGNORE INTO case_flag (case_id, flag) VALUES (?1, 'holds_sealed_information')", [case])?;
    Ok(())
}
