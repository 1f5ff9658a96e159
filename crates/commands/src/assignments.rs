//! Drawing and designating handlers; who carries what.

use anjuan_law::Day;
use anjuan_office::{
    AccountId, Action, CaseId, Changed, DrawId, Result, Right, accounts,
    assignments::{self, Assignment, Carried, Designation, DrawSlip, Drawn, Pool},
    draws::{Method, Seed},
    lists, refusal,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Seat, list::Nothing};

/// One case.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct CaseAsk {
    /// Which.
    pub case: CaseId,
}

/// One draw.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct DrawAsk {
    /// Which.
    pub draw: DrawId,
}

/// A designation.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct Designate {
    /// The case.
    pub case: CaseId,
    /// To whom and why.
    pub designation: Designation,
}

/// How the office draws.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct DrawMethod {
    /// The method of draws from now on.
    pub method: Method,
    /// Those there are.
    pub methods: Vec<Method>,
}

/// A method to draw by.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct DrawMethodSave {
    /// Which.
    pub method: Method,
    /// Why, for the journal.
    #[serde(default)]
    pub reason: String,
}

/// An assistant.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct NameAssistant {
    /// The case.
    pub case: CaseId,
    /// Who.
    pub account: AccountId,
}

/// A case that waits for a handler.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Waiting {
    /// The case.
    pub case: CaseId,
    /// Local register number.
    pub register_no: String,
    /// Title.
    pub title: String,
    /// Line.
    pub line: String,
    /// Category.
    pub category: String,
    /// Names of its people.
    pub persons: String,
    /// Accepted on.
    pub accepted_on: Day,
    /// Somebody is in custody.
    pub in_custody: bool,
    /// A minor is concerned.
    pub is_minor: bool,
    /// What is due next.
    pub next_due_on: Option<Day>,
    /// How it stands today.
    pub due_state: String,
}

/// What repeating every draw gave.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct DrawsVerified {
    /// How many draws there are.
    pub draws: u64,
    /// How many give the person chosen.
    pub agree: u64,
    /// Those that do not.
    pub disagree: Vec<DrawId>,
}

/// Who carries what on a day.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Caseload {
    /// The day.
    pub day: Day,
    /// The people, by department.
    pub people: Vec<Carried>,
    /// Open cases that wait for a handler.
    pub waiting: usize,
}

/// Open cases that wait for a handler, oldest first.
pub fn assignment_waiting(seat: &Seat<'_>, _: Nothing) -> Result<Vec<Waiting>> {
    seat.read(|reading| {
        let cases = assignments::waiting(reading)?;
        let rows = lists::rows(reading, &cases, seat.day)?.into_iter().map(|row| Waiting {
            case: row.case_id,
            register_no: row.register_no,
            title: row.title,
            line: row.line,
            category: row.category,
            persons: row.persons,
            accepted_on: row.accepted_on,
            in_custody: row.in_custody,
            is_minor: row.is_minor,
            next_due_on: row.next_due_on,
            due_state: row.due_state,
        });
        Ok(rows.collect())
    })
}

/// Who may take a case and who may not, with what each carries.
pub fn assignment_pool(seat: &Seat<'_>, ask: CaseAsk) -> Result<Pool> {
    seat.read(|reading| assignments::pool(reading, ask.case, seat.day))
}

/// The method of draws, and those there are.
pub fn draw_method(seat: &Seat<'_>, _: Nothing) -> Result<DrawMethod> {
    let method = seat.office().read(assignments::draw_method)?;
    Ok(DrawMethod { method, methods: Method::ALL.to_vec() })
}

/// Settles the method of draws from now on.
pub fn draw_method_save(seat: &Seat<'_>, ask: DrawMethodSave) -> Result<Changed> {
    if ask.reason.trim().is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    let detail = json!({ "setting": "draw_method", "value": ask.method });
    Ok(seat
        .act(Action::SettingSave, &ask.reason, detail, |work| assignments::set_draw_method(work, ask.method))?
        .changed)
}

/// Draws a handler with a new seed.
pub fn assignment_draw(seat: &Seat<'_>, ask: CaseAsk) -> Result<Drawn> {
    let seed = Seed::random()?;
    let detail = json!({ "case": ask.case, "seed": seed.text() });
    let done = seat.act(Action::AssignmentDraw, "", detail, |work| {
        accounts::reach_case(work, work.by, Right::Assign, ask.case)?;
        assignments::draw_handler(work, ask.case, seed)
    })?;
    Ok(done.answer)
}

/// Designates a handler or changes the one there is.
pub fn assignment_designate(seat: &Seat<'_>, ask: Designate) -> Result<Changed> {
    let reason = ask.designation.reason_text.clone().unwrap_or_default();
    let detail = json!({ "case": ask.case, "account": ask.designation.account, "reason": ask.designation.reason });
    let done = seat.act(Action::AssignmentDesignate, &reason, detail, |work| {
        accounts::reach_case(work, work.by, Right::Assign, ask.case)?;
        assignments::designate(work, ask.case, &ask.designation)
    })?;
    Ok(done.changed)
}

/// Names an assistant.
pub fn assistant_name(seat: &Seat<'_>, ask: NameAssistant) -> Result<Changed> {
    let detail = json!({ "case": ask.case, "assistant": ask.account });
    let done = seat.act(Action::AssignmentDesignate, "", detail, |work| {
        accounts::reach_case(work, work.by, Right::Assign, ask.case)?;
        assignments::name_assistant(work, ask.case, ask.account)
    })?;
    Ok(done.changed)
}

/// Ends an assistant's time with a case.
pub fn assistant_end(seat: &Seat<'_>, ask: NameAssistant) -> Result<Changed> {
    let detail = json!({ "case": ask.case, "assistant": ask.account });
    let done = seat.act(Action::AssignmentDesignate, "", detail, |work| {
        accounts::reach_case(work, work.by, Right::Assign, ask.case)?;
        assignments::end_assistant(work, ask.case, ask.account)
    })?;
    Ok(done.changed)
}

/// Everybody who handles or handled a case.
pub fn case_assignments(seat: &Seat<'_>, ask: CaseAsk) -> Result<Vec<Assignment>> {
    seat.read(|reading| assignments::history(reading, ask.case))
}

/// A draw with all that it rests on.
pub fn draw_slip(seat: &Seat<'_>, ask: DrawAsk) -> Result<DrawSlip> {
    seat.read(|reading| assignments::slip(reading, ask.draw))
}

/// Repeats every draw ever made.
pub fn draws_verify(seat: &Seat<'_>, _: Nothing) -> Result<DrawsVerified> {
    let check = seat.read(assignments::verify_draws)?;
    let disagree: Vec<DrawId> = check.disagree.into_iter().map(|(draw, _)| draw).collect();
    Ok(DrawsVerified { draws: check.draws, agree: check.draws - disagree.len() as u64, disagree })
}

/// Who carries what today.
pub fn caseload(seat: &Seat<'_>, _: Nothing) -> Result<Caseload> {
    seat.read(|reading| {
        Ok(Caseload {
            day: seat.day,
            people: assignments::caseload(reading, seat.day)?,
            waiting: assignments::waiting(reading)?.len(),
        })
    })
}
