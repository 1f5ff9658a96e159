//! What stands between a person and a case that he may read but does not work on: who declared an interest does not get at it,
//! and what tells who somebody is stays masked in every answer until it is asked for, with a reason.
//!
//! Both are done here for all commands, on what was asked and on what is answered, so that none can forget it.

use std::collections::BTreeMap;

use anjuan_law::Day;
use anjuan_office::{
    Action, CaseId, HearingId, Reading, Result,
    accounts::{self, Sight},
    cases::{self, CaseRef},
    refusal,
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{Seat, list::Nothing};

/// The people of a case in full.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct CaseReveal {
    /// Which case.
    pub case: CaseRef,
    /// What for.
    pub reason: String,
}

/// Shows the people of a case in full for the rest of the sitting. Asking is an entry.
pub fn case_reveal(seat: &Seat<'_>, ask: CaseReveal) -> Result<Nothing> {
    if ask.reason.trim().is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    let (case, register_no) = seat.read(|reading| {
        let case = cases::find(reading, &ask.case)?;
        accounts::refuse_recused(reading, seat.by(), case)?;
        Ok((case, cases::head(reading, case)?.register_no))
    })?;
    seat.log(Action::CaseReveal, ask.reason.trim(), json!({ "case": case, "register_no": register_no }))?;
    seat.revealed().insert(case);
    Ok(Nothing {})
}

/// What a request says it is about.
pub(crate) struct Asked {
    case: Option<CaseRef>,
    hearing: Option<i64>,
}

impl Asked {
    /// Reads it from a request, whichever command that is for.
    pub(crate) fn of(request: &Value) -> Self {
        let case = match request.get("case") {
            Some(Value::Number(id)) => id.as_i64().map(|id| CaseRef::Id(CaseId::known(id))),
            Some(Value::String(text)) => Some(CaseRef::Text(text.clone())),
            _ => None,
        };
        Self { case, hearing: request.get("hearing").and_then(Value::as_i64) }
    }

    /// What names these.
    pub(crate) fn about(case: Option<CaseId>, hearing: Option<HearingId>) -> Self {
        Self { case: case.map(CaseRef::Id), hearing: hearing.map(HearingId::get) }
    }

    /// The one case that it is about; none where it is about none or several, or where there is no such case.
    pub(crate) fn case(&self, reading: &Reading<'_>) -> Result<Option<CaseId>> {
        let asked = match (&self.case, self.hearing) {
            (Some(case), _) => Some(case.clone()),
            (None, Some(hearing)) => reading
                .maybe("SELECT case_id FROM hearing WHERE id = ?1", [hearing], |row| row.get(0))?
                .map(CaseRef::Id),
            (None, None) => None,
        };
        match asked.map(|asked| cases::find(reading, &asked)) {
            Some(Err(fault)) if fault.is_beyond_asked() => Err(fault),
            found => Ok(found.and_then(Result::ok)),
        }
    }
}

/// Refuses what is asked about a case by who declared an interest in it.
pub(crate) fn before(seat: &Seat<'_>, asked: &Asked) -> Result<()> {
    seat.office().read(|reading| match accounts::has_declared(reading, seat.by())? {
        true => match asked.case(reading)? {
            Some(case) => accounts::refuse_recused(reading, seat.by(), case),
            None => Ok(()),
        },
        false => Ok(()),
    })
}

/// Masks in an answer what the person is not to see unasked.
pub(crate) fn after(seat: &Seat<'_>, asked: &Asked, answer: &mut Value) -> Result<()> {
    if !matches!(answer, Value::Object(_) | Value::Array(_)) {
        return Ok(());
    }
    seat.office().read(|reading| {
        if accounts::sees_all(reading, seat.by())? {
            return Ok(());
        }
        let case = asked.case(reading)?;
        let mut masks = Masks { seat, reading, day: seat.day, known: BTreeMap::new() };
        masks.walk(answer, case)
    })
}

struct Masks<'a, 'd> {
    seat: &'a Seat<'d>,
    reading: &'a Reading<'a>,
    day: Day,
    /// What is hidden of each case; none where it is seen whole.
    known: BTreeMap<CaseId, Option<Vec<(String, String)>>>,
}

impl Masks<'_, '_> {
    fn hidden(&mut self, case: CaseId) -> Result<Option<&[(String, String)]>> {
        if !self.known.contains_key(&case) {
            let whole = match accounts::sight(self.reading, self.seat.by(), case)? {
                Sight::Whole => true,
                Sight::Masked => self.seat.revealed().contains(&case),
                Sight::Barred => false,
            };
            let hidden = if whole { None } else { Some(accounts::hidden_of(self.reading, case)?) };
            self.known.insert(case, hidden);
        }
        Ok(self.known.get(&case).and_then(Option::as_deref))
    }

    /// `case`: the case that what is told here belongs to. An object that names another belongs to that one.
    fn walk(&mut self, value: &mut Value, case: Option<CaseId>) -> Result<()> {
        match value {
            Value::Object(fields) => {
                let own = ["case_id", "case"].iter().find_map(|key| fields.get(*key).and_then(Value::as_i64));
                let case = own.map(CaseId::known).or(case);
                fields.values_mut().try_for_each(|field| self.walk(field, case))
            }
            Value::Array(items) => items.iter_mut().try_for_each(|item| self.walk(item, case)),
            Value::String(text) => {
                let day = self.day;
                if let Some(case) = case
                    && let Some(hidden) = self.hidden(case)?
                {
                    *text = accounts::masked(text, hidden, day);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
