//! Who sits as hearing officer: drawn within a profession, picked with a reason, or invited from outside with approval.

use anjuan_law::Day;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::{
    fit::{self, Bench, Person},
    guard::{self, Changing, code_of, not_in_future, required},
    history::NOT_STATED,
    matter::cite,
    pool::{self, Officer},
    rows,
};
use crate::{HearingId, OfficerDrawId, OfficerId, Reading, Refusal, Result, SeatId, Work, refusal};

/// A seat filled by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct OfficerPick {
    /// The hearing.
    pub hearing: Option<HearingId>,
    /// An officer of the pool …
    #[serde(default)]
    pub officer: Option<OfficerId>,
    /// … or somebody from outside.
    #[serde(default)]
    pub outsider: Option<Outsider>,
    /// Why this one.
    #[serde(default)]
    pub reason: String,
    /// Why somebody with the name of a person of the case is not that person.
    #[serde(default)]
    pub namesake_reason: Option<String>,
}

/// Somebody invited from outside the pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingOutsider")]
#[ts(optional_fields)]
pub struct Outsider {
    /// The name.
    pub name: String,
    /// The birthday.
    #[serde(default)]
    pub birth: Option<Day>,
    /// The unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// The profession (vocabulary: `officer_profession`).
    #[serde(default)]
    pub profession: Option<String>,
    /// The category (vocabulary: `officer_category`).
    #[serde(default)]
    pub category: Option<String>,
    /// Who approved.
    #[serde(default)]
    pub approved_by: Option<String>,
    /// When.
    #[serde(default)]
    pub approved_on: Option<Day>,
}

/// Seats somebody by hand: of the pool with a reason, from outside it with approval too.
pub fn pick(work: &Work<'_>, today: Day, ask: &OfficerPick) -> Result<SeatId> {
    let hearing = ask.hearing.ok_or_else(|| refusal!("field_missing").at("hearing"))?;
    let changing = before_the_day(work, hearing)?;
    let day = changing.day()?;
    room_for(work, &changing, 1, day)?;
    let namesake = ask.namesake_reason.as_deref().unwrap_or_default().trim();
    let reason = ask.reason.trim();
    let rule = |id| changing.case.rule(id, &changing.hearing.kind, day).map(|rule| rule.basis.as_slice());
    if reason.is_empty() {
        let refused = refusal!("officer_pick_without_reason").at("reason");
        return Err(cite(refused, rule("officer_designated").unwrap_or_default()));
    }
    let bench = Bench::of(work, &changing.hearing, &changing.case, day)?;
    let refuse = |person: &Person<'_>| -> Result<()> {
        let against = bench.against(person, !namesake.is_empty())?;
        fit::refuse(&against, person.name, &changing.hearing, &changing.case, day)
    };
    match (ask.officer, &ask.outsider) {
        (Some(id), None) => {
            let officer = pool::officer(work, id, day)?;
            if rows::seats_held(work, hearing)?.iter().any(|seat| seat.officer_id == Some(id)) {
                return Err(refusal!("officer_seated", officer = officer.name).at("officer"));
            }
            refuse(&Person::of(&officer))?;
            seat(work, &changing, &New::of_pool(&officer, "designated", reason, None, namesake))
        }
        (None, Some(outsider)) => {
            let name = required(&outsider.name, "outsider.name")?;
            let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
            code_of("officer_profession", &text(&outsider.profession), "outsider.profession")?;
            code_of("officer_category", &text(&outsider.category), "outsider.category")?;
            not_in_future(outsider.approved_on, today, "outsider.approved_on")?;
            let approved_by = text(&outsider.approved_by);
            if approved_by.is_empty() || outsider.approved_on.is_none() {
                let refused = refusal!("officer_outside_not_approved", officer = name).at("outsider.approved_on");
                return Err(cite(refused, rule("officer_outside").unwrap_or_default()));
            }
            let unit = text(&outsider.unit);
            refuse(&Person { officer: None, name: &name, birth: outsider.birth, unit: &unit }).map_err(at_outsider)?;
            let new = New {
                officer: None,
                name: &name,
                birth: outsider.birth,
                unit: &unit,
                profession: &text(&outsider.profession),
                category: &text(&outsider.category),
                selection: "outside",
                reason,
                draw: None,
                namesake,
                approved_by: &approved_by,
                approved_on: outsider.approved_on,
            };
            seat(work, &changing, &new)
        }
        _ => Err(refusal!("field_missing").at("officer")),
    }
}

/// What stands against somebody from outside is said at what was typed of him or her.
fn at_outsider(refused: Refusal) -> Refusal {
    let about_age = ["officer_under_age", "officer_birth_unknown"].contains(&refused.code.as_str());
    refused.at(if about_age { "outsider.birth" } else { "outsider.name" })
}

/// Gives a seat up before the hearing begins, with a reason; the row stays.
pub fn drop_seat(work: &Work<'_>, today: Day, seat: SeatId, reason: &str) -> Result<HearingId> {
    let reason = required(reason, "reason")?;
    let hearing = hearing_of_seat(work, seat)?;
    before_the_day(work, hearing)?;
    work.write(
        "UPDATE hearing_seat SET dropped_on = ?2, drop_reason = ?3 WHERE id = ?1 AND dropped_on IS NULL",
        (seat, today, reason),
    )?;
    Ok(hearing)
}

/// What is recorded of a seat before the hearing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingSeatNotes")]
#[ts(optional_fields)]
#[serde(default)]
pub struct SeatNotes {
    /// The day of the declaration of interest.
    pub declared_on: Option<Day>,
    /// The interest declared (vocabulary: `officer_conflict`); absent or empty: none.
    pub conflict: Option<String>,
    /// The day of the briefing.
    pub briefed_on: Option<Day>,
    /// How the officer was chosen (vocabulary: `officer_selection`), where an older record did not say; absent: as it stands.
    #[serde(default)]
    pub selection: Option<String>,
    /// Why this one, with the way of choosing.
    #[serde(default)]
    pub selection_reason: Option<String>,
    /// Who approved somebody from outside the pool.
    #[serde(default)]
    pub outside_approved_by: Option<String>,
    /// When.
    #[serde(default)]
    pub outside_approved_on: Option<Day>,
}

/// Records declaration and briefing of one officer.
pub fn note_seat(work: &Work<'_>, today: Day, seat: SeatId, notes: &SeatNotes) -> Result<HearingId> {
    let hearing = hearing_of_seat(work, seat)?;
    guard::changing(work, hearing)?;
    not_in_future(notes.declared_on, today, "declared_on")?;
    not_in_future(notes.briefed_on, today, "briefed_on")?;
    let conflict = notes.conflict.as_deref().unwrap_or_default();
    code_of("officer_conflict", conflict, "conflict")?;
    if !conflict.is_empty() && notes.declared_on.is_none() {
        return Err(refusal!("field_missing").at("declared_on"));
    }
    work.write(
        "UPDATE hearing_seat SET declared_on = ?2, conflict = ?3, briefed_on = ?4 WHERE id = ?1",
        (seat, notes.declared_on, conflict, notes.briefed_on),
    )?;
    chosen(work, today, seat, notes)?;
    Ok(hearing)
}

/// Enters how an officer was chosen of whom an older record does not say it, or the reason or the approval that is lacking. What
/// stands is not written over.
fn chosen(work: &Work<'_>, today: Day, seat: SeatId, notes: &SeatNotes) -> Result<()> {
    let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let selection = text(&notes.selection);
    if selection.is_empty() || selection == NOT_STATED {
        return Ok(());
    }
    code_of("officer_selection", &selection, "selection")?;
    if notes.outside_approved_on.is_some() {
        required(&text(&notes.outside_approved_by), "outside_approved_by")?;
    }
    not_in_future(notes.outside_approved_on, today, "outside_approved_on")?;
    let written = work.write(
        include_str!("seat_chosen.sql"),
        named_params! {
            ":id": seat, ":not_stated": NOT_STATED, ":selection": selection, ":reason": text(&notes.selection_reason),
            ":approved_by": text(&notes.outside_approved_by), ":approved_on": notes.outside_approved_on,
        },
    )?;
    if written == 0 { Err(refusal!("hearing_selection_stands").at("selection")) } else { Ok(()) }
}

/// The hearing to which a seat that is filled belongs.
pub(super) fn hearing_of_seat(reading: &Reading<'_>, seat: SeatId) -> Result<HearingId> {
    reading
        .maybe("SELECT hearing_id FROM hearing_seat WHERE id = ?1 AND dropped_on IS NULL", [seat], |row| row.get(0))?
        .ok_or_else(|| refusal!("hearing_seat_unknown", seat = seat))
}

pub(super) fn before_the_day(work: &Work<'_>, hearing: HearingId) -> Result<Changing> {
    let changing = guard::preparing(work, hearing)?;
    match changing.hearing.began_at {
        Some(at) => Err(refusal!("hearing_began", at = at)),
        None => Ok(changing),
    }
}

/// Refuses where more would sit than the rule allows.
pub(super) fn room_for(reading: &Reading<'_>, changing: &Changing, more: usize, day: Day) -> Result<()> {
    let seated = rows::seats_held(reading, changing.hearing.id)?.len();
    let Some(rule) = changing.case.rule("officer_number", &changing.hearing.kind, day) else { return Ok(()) };
    match rule.most {
        Some(most) if seated + more > most as usize => {
            let refused = refusal!("hearing_officers_many", most = most, found = seated + more).at("count");
            Err(cite(refused, &rule.basis))
        }
        _ => Ok(()),
    }
}

pub(super) struct New<'n> {
    officer: Option<OfficerId>,
    name: &'n str,
    birth: Option<Day>,
    unit: &'n str,
    profession: &'n str,
    category: &'n str,
    selection: &'n str,
    reason: &'n str,
    draw: Option<OfficerDrawId>,
    namesake: &'n str,
    approved_by: &'n str,
    approved_on: Option<Day>,
}

impl<'n> New<'n> {
    pub(super) fn of_pool(
        officer: &'n Officer,
        selection: &'n str,
        reason: &'n str,
        draw: Option<OfficerDrawId>,
        namesake: &'n str,
    ) -> Self {
        Self {
            officer: Some(officer.id),
            name: &officer.name,
            birth: officer.birth,
            unit: &officer.unit,
            profession: &officer.profession,
            category: &officer.category,
            selection,
            reason,
            draw,
            namesake,
            approved_by: "",
            approved_on: None,
        }
    }
}

pub(super) fn seat(work: &Work<'_>, changing: &Changing, new: &New<'_>) -> Result<SeatId> {
    let id = work.insert(
        include_str!("seat_insert.sql"),
        named_params! {
            ":case_id": changing.case.id, ":hearing_id": changing.hearing.id, ":officer_id": new.officer,
            ":name": new.name, ":birth": new.birth, ":unit": new.unit, ":profession": new.profession,
            ":category": new.category, ":selection": new.selection, ":selection_reason": new.reason,
            ":draw_id": new.draw, ":namesake_reason": new.namesake, ":outside_approved_by": new.approved_by,
            ":outside_approved_on": new.approved_on,
        },
    )?;
    Ok(SeatId::known(id))
}
