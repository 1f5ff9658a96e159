//! Checks that several actions share: may this person, does the hearing stand where this can be done, are days and codes right.

use anjuan_law::{Day, choice};

use super::{
    matter::{Case, cite},
    rows::{Hearing, hearing, status},
};
use crate::{HearingId, Result, Right, Work, accounts::reach_case, cases::secrets::refuse_marked, refusal};

/// The venue that needs no approval of its own (vocabulary: `hearing_venue`).
pub(super) const HEARING_ROOM: &str = "hearing_room";

/// A hearing that somebody wants to change, with its case.
pub(super) struct Changing {
    pub hearing: Hearing,
    pub case: Case,
}

/// The hearing and its case; refuses where the person may not prepare hearings of this case or it was called off.
pub(super) fn changing(work: &Work<'_>, id: HearingId) -> Result<Changing> {
    let hearing = hearing(work, id)?;
    reach_case(work, work.by, Right::Hear, hearing.case_id)?;
    let case = Case::read(work, hearing.case_id)?;
    match status(work, id)?.as_str() {
        "cancelled" => Err(refusal!("hearing_cancelled")),
        "refused" => Err(refusal!("hearing_application_refused")),
        _ => Ok(Changing { hearing, case }),
    }
}

/// As [`changing`], for what is done before the hearing: the case is open and nothing was decided yet.
pub(super) fn preparing(work: &Work<'_>, id: HearingId) -> Result<Changing> {
    let changing = changing(work, id)?;
    changing.case.open()?;
    if let Some(on) = changing.hearing.decided_on {
        return Err(refusal!("hearing_decided", day = on));
    }
    Ok(changing)
}

impl Changing {
    /// The day of the hearing; refuses where none is set.
    pub fn day(&self) -> Result<Day> {
        self.hearing.held_on.ok_or_else(|| refusal!("hearing_day_missing").at("held_on"))
    }

    /// The day of the hearing, once it has come.
    pub fn day_come(&self, today: Day) -> Result<Day> {
        let day = self.day()?;
        if today < day {
            return Err(refusal!("hearing_day_not_come", day = day, today = today).at("held_on"));
        }
        Ok(day)
    }

    /// Refuses where the chief prosecutor's approval, or that of a place other than the hearing room, is not recorded.
    pub fn approved(&self) -> Result<()> {
        let hearing = &self.hearing;
        let on = hearing.held_on.unwrap_or(hearing.planned_on);
        if let Some(rule) = self.case.rule("approval", &hearing.kind, on).filter(|_| hearing.approved_on.is_none()) {
            return Err(cite(refusal!("hearing_not_approved").at("approved_on"), &rule.basis));
        }
        let elsewhere = hearing.venue != HEARING_ROOM && hearing.venue_approved_on.is_none();
        if let Some(rule) = self.case.rule("venue", &hearing.kind, on).filter(|_| elsewhere) {
            return Err(cite(refusal!("hearing_venue_not_approved").at("venue_approved_on"), &rule.basis));
        }
        Ok(())
    }
}

/// A text without space at its ends; refuses an empty one.
pub(super) fn required(text: &str, at: &str) -> Result<String> {
    match text.trim() {
        "" => Err(refusal!("field_missing").at(at)),
        text => Ok(text.to_owned()),
    }
}

/// Refuses texts that carry a mark of state secrecy: such a hearing does not belong in this record.
pub(super) fn unmarked(texts: &[(&str, &str)]) -> Result<()> {
    texts.iter().try_for_each(|(text, at)| refuse_marked(text, || (*at).to_owned()))
}

/// Refuses a code that is not in the list; empty stands for not said.
pub(super) fn code_of(list: &str, code: &str, at: &str) -> Result<()> {
    if code.is_empty() || choice(list, code).is_some() {
        return Ok(());
    }
    Err(refusal!("choice_unknown", value = code).at(at))
}

/// Refuses a day after today: what is recorded has happened.
pub(super) fn not_in_future(day: Option<Day>, today: Day, at: &str) -> Result<()> {
    match day {
        Some(day) if day > today => Err(refusal!("day_in_future", day = day, today = today).at(at)),
        _ => Ok(()),
    }
}

/// Refuses days in the wrong order.
pub(super) fn in_order(from: Option<Day>, to: Option<Day>, at: &str) -> Result<()> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(refusal!("days_in_wrong_order", from = from, to = to).at(at)),
        _ => Ok(()),
    }
}
