//! What stands between a person and a case that he may read but does not work on: who declared an interest does not get at it,
//! and what tells who somebody is stays masked in every answer until it is asked for, with a reason.
//!
//! Both are done here for all commands, on what was asked, on what is answered and on what a refusal names, so that none can
//! forget it. What a command writes into a file does not come by here: it takes its [`Masks`] from here.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::Day;
use anjuan_office::{
    Action, Actor, CaseId, HearingId, Reading, Refusal, Result,
    accounts::{self, Sight, Told, Whole},
    cases::{self, CaseRef},
    keeping, refusal,
};
use anjuan_papers::write::Item;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{Seat, list::Nothing};

/// The people of a case in full.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
pub struct CaseReveal {
    /// Which case.
    pub case: CaseRef,
    /// What for.
    pub reason: String,
}

/// Shows the people of a case in full for the rest of the sitting. Asking is an entry. Who asks for so many people that it is no
/// longer about one matter gives the passphrase once more, and what for.
pub fn case_reveal(seat: &Seat<'_>, ask: CaseReveal) -> Result<Nothing> {
    if ask.reason.trim().is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    let mut cases = seat.revealed().clone();
    let (case, register_no, persons, most) = seat.read(|reading| {
        let case = cases::find(reading, &ask.case)?;
        accounts::refuse_recused(reading, seat.by(), case)?;
        cases.insert(case);
        let persons = accounts::persons_of(reading, &cases)?;
        Ok((case, cases::head(reading, case)?.register_no, persons, keeping::strictness(reading)?.persons_at_once))
    })?;
    let purpose = if persons > most { seat.purpose()? } else { String::new() };
    let detail = json!({ "case": case, "register_no": register_no, "persons": persons, "purpose": purpose });
    seat.log(Action::CaseReveal, ask.reason.trim(), detail)?;
    seat.revealed().insert(case);
    Ok(Nothing {})
}

/// Requests that name a case by the id of something of it: the field, where its case stands, and the commands that have it so.
const BY_ROW: [(&str, &str, &[&str]); 8] = [
    ("draw", "SELECT case_id FROM draw WHERE id = ?1", &["draw_slip"]),
    ("draw", "SELECT case_id FROM hearing_draw WHERE id = ?1", &["hearing_draw_slip"]),
    (
        "seat",
        "SELECT case_id FROM hearing_seat WHERE id = ?1",
        &[
            "hearing_attendance_save",
            "hearing_officer_drop",
            "hearing_opinion_save",
            "hearing_seat_save",
            "hearing_seat_sign",
        ],
    ),
    (
        "participant",
        "SELECT case_id FROM hearing_participant WHERE id = ?1",
        &["hearing_participant_drop", "hearing_presence_save"],
    ),
    ("note", "SELECT case_id FROM hearing_note WHERE id = ?1", &["hearing_note_drop"]),
    ("id", "SELECT case_id FROM act WHERE id = ?1", &["act_change", "act_remove"]),
    ("id", "SELECT case_id FROM reminder WHERE id = ?1", &["reminder_done", "reminder_remove"]),
    ("person", "SELECT case_id FROM person WHERE id = ?1", &["person_remove"]),
];

/// What a request says it is about.
pub(crate) struct Asked {
    case: Option<CaseRef>,
    hearing: Option<i64>,
    /// The field that names something of a case, where the case of that stands, and its id.
    row: Option<(&'static str, &'static str, i64)>,
}

impl Asked {
    /// Reads it from the request of a command.
    pub(crate) fn of(command: &str, request: &Value) -> Self {
        let case = match request.get("case") {
            Some(Value::Number(id)) => id.as_i64().map(|id| CaseRef::Id(CaseId::known(id))),
            Some(Value::String(text)) => Some(CaseRef::Text(text.clone())),
            _ => None,
        };
        let row = BY_ROW.iter().find(|(_, _, commands)| commands.contains(&command));
        let row = row.and_then(|(field, of, _)| Some((*field, *of, request.get(*field)?.as_i64()?)));
        Self { case, hearing: request.get("hearing").and_then(Value::as_i64), row }
    }

    /// What names these.
    pub(crate) fn about(case: Option<CaseId>, hearing: Option<HearingId>) -> Self {
        Self { case: case.map(CaseRef::Id), hearing: hearing.map(HearingId::get), row: None }
    }

    /// The one case that it is about; none where it is about none or several, or where there is no such case.
    pub(crate) fn case(&self, reading: &Reading<'_>) -> Result<Option<CaseId>> {
        let named = match self.case.as_ref().map(|asked| cases::find(reading, asked)) {
            Some(Err(fault)) if fault.is_beyond_asked() => return Err(fault),
            found => found.and_then(Result::ok),
        };
        match named {
            None => Ok(self.rows(reading)?.first().map(|(_, _, case)| *case)),
            named => Ok(named),
        }
    }

    /// What of a case it names by id, with the case.
    fn rows(&self, reading: &Reading<'_>) -> Result<Vec<(&'static str, i64, CaseId)>> {
        let hearing = self.hearing.map(|id| ("hearing", "SELECT case_id FROM hearing WHERE id = ?1", id));
        let mut rows = Vec::new();
        for (field, of, id) in hearing.into_iter().chain(self.row) {
            rows.extend(reading.maybe(of, [id], |row| row.get(0))?.map(|case| (field, id, case)));
        }
        Ok(rows)
    }

    /// Refuses a request that names a case and a hearing, or something else, of another one: which of the two it is about nobody
    /// could say.
    fn refuse_two_cases(&self, reading: &Reading<'_>) -> Result<()> {
        let Some(one) = self.case(reading)? else { return Ok(()) };
        match self.rows(reading)?.into_iter().find(|(_, _, other)| *other != one) {
            Some((field, id, _)) => Err(refusal!("row_not_of_case", row = id).at(field)),
            None => Ok(()),
        }
    }
}

/// Refuses what is asked about a case by who declared an interest in it, and what names two cases.
pub(crate) fn before(seat: &Seat<'_>, asked: &Asked) -> Result<()> {
    seat.office().read(|reading| {
        asked.refuse_two_cases(reading)?;
        match accounts::has_declared(reading, seat.by())? {
            true => match asked.case(reading)? {
                Some(case) => accounts::refuse_recused(reading, seat.by(), case),
                None => Ok(()),
            },
            false => Ok(()),
        }
    })
}

/// How much of a case somebody sees; `asked`: he asked for its people in this sitting.
pub fn seen(reading: &Reading<'_>, actor: &Actor, asked: bool, case: CaseId) -> Result<Sight> {
    Ok(match accounts::sight(reading, actor, case)? {
        Sight::Masked if asked => Sight::Whole,
        sight => sight,
    })
}

/// Whether the person sees a case whole, be it that he asked for its people.
pub(crate) fn sees_whole(seat: &Seat<'_>, reading: &Reading<'_>, case: CaseId) -> Result<bool> {
    if let Some(barred) = seat.barred_in_room() {
        return Ok(!barred.contains(&case));
    }
    let asked = seat.revealed().contains(&case);
    Ok(seen(reading, seat.by(), asked, case)? == Sight::Whole)
}

/// What [`sees_whole`] says of each case, for a question about many; none where he sees all of them whole.
pub(crate) fn seen_whole(seat: &Seat<'_>, reading: &Reading<'_>) -> Result<Option<impl Fn(CaseId) -> bool + use<>>> {
    let barred = seat.barred_in_room().cloned();
    let whole = Whole::of(reading, seat.by())?;
    let shown = seat.revealed().clone();
    let all = barred.as_ref().map_or_else(|| whole.is_all(), BTreeSet::is_empty);
    let sees = move |case| match &barred {
        Some(barred) => !barred.contains(&case),
        None => whole.has(case, shown.contains(&case)),
    };
    Ok((!all).then_some(sees))
}

/// What a question is put to: where it asks about titles or names, what is told of them to the person.
pub(crate) fn told(seat: &Seat<'_>, reading: &Reading<'_>, asks_names: bool) -> Result<Told> {
    if !asks_names {
        return Ok(Told::whole());
    }
    seen_whole(seat, reading)?.map_or_else(|| Ok(Told::whole()), |whole| Told::to(reading, whole))
}

/// Masks in an answer what the person is not to see unasked.
pub(crate) fn after(seat: &Seat<'_>, asked: &Asked, answer: &mut Value) -> Result<()> {
    if !matches!(answer, Value::Object(_) | Value::Array(_)) {
        return Ok(());
    }
    seat.office().read(|reading| match Masks::of(seat, reading)? {
        Some(mut masks) => masks.walk(answer, asked.case(reading)?.as_slice()),
        None => Ok(()),
    })
}

/// Masks in a refusal what an answer would not tell either.
pub(crate) fn refused(seat: &Seat<'_>, asked: &Asked, refusal: &mut Refusal) -> Result<()> {
    if refusal.values.is_empty() {
        return Ok(());
    }
    seat.office().read(|reading| {
        let Some(mut masks) = Masks::of(seat, reading)? else { return Ok(()) };
        let case = asked.case(reading)?;
        refusal.values.values_mut().try_for_each(|value| masks.text(value, case))
    })
}

/// What stands before the eyes of a person who does not see every case whole.
pub(crate) struct Masks<'a, 'd> {
    seat: &'a Seat<'d>,
    reading: &'a Reading<'a>,
    day: Day,
    /// In the room of the sealed cases: the only ones of which anything is hidden.
    only: Option<&'a BTreeSet<CaseId>>,
    /// What is hidden of each case; none where it is seen whole.
    known: BTreeMap<CaseId, Option<Vec<(String, String)>>>,
}

impl<'a, 'd> Masks<'a, 'd> {
    /// None for who sees every case whole.
    pub(crate) fn of(seat: &'a Seat<'d>, reading: &'a Reading<'a>) -> Result<Option<Self>> {
        match accounts::sees_all(reading, seat.by())? {
            true => Ok(None),
            false => Ok(Some(Self { seat, reading, day: seat.day, only: None, known: BTreeMap::new() })),
        }
    }

    /// For who is in the room: he sees whole what lies there, but the cases from which he is kept away.
    pub(crate) fn in_room(seat: &'a Seat<'d>, reading: &'a Reading<'a>, barred: &'a BTreeSet<CaseId>) -> Self {
        Self { seat, reading, day: seat.day, only: Some(barred), known: BTreeMap::new() }
    }

    fn hidden(&mut self, case: CaseId) -> Result<Option<&[(String, String)]>> {
        if !self.known.contains_key(&case) {
            let whole = match self.only {
                Some(barred) => !barred.contains(&case),
                None => sees_whole(self.seat, self.reading, case)?,
            };
            let hidden = if whole { None } else { Some(accounts::hidden_of(self.reading, case)?) };
            self.known.insert(case, hidden);
        }
        Ok(self.known.get(&case).and_then(Option::as_deref))
    }

    /// Masks a text that belongs to a case; what belongs to none is left as it is.
    pub(crate) fn text(&mut self, text: &mut String, case: Option<CaseId>) -> Result<()> {
        let day = self.day;
        if let Some(case) = case
            && let Some(hidden) = self.hidden(case)?
        {
            *text = accounts::masked(text, hidden, day);
        }
        Ok(())
    }

    /// `cases`: those that what is told here belongs to. An object that names another belongs to that one, and so does what stands
    /// beside such an object.
    pub(crate) fn walk(&mut self, value: &mut Value, cases: &[CaseId]) -> Result<()> {
        match value {
            Value::Object(fields) => {
                let own = named(fields).map_or_else(|| beside(fields), |case| vec![case]);
                let cases = if own.is_empty() { cases } else { &own };
                fields.values_mut().try_for_each(|field| self.walk(field, cases))
            }
            Value::Array(items) => items.iter_mut().try_for_each(|item| self.walk(item, cases)),
            Value::String(text) => cases.iter().try_for_each(|case| self.text(text, Some(*case))),
            _ => Ok(()),
        }
    }

    /// Masks a row of a list that goes into a file.
    pub(crate) fn row(&mut self, items: &mut [Item], case: CaseId) -> Result<()> {
        items.iter_mut().try_for_each(|item| match item {
            Item::Text(text) => self.text(text, Some(case)),
            _ => Ok(()),
        })
    }
}

/// The case that an object names.
fn named(fields: &Map<String, Value>) -> Option<CaseId> {
    ["case_id", "case"].iter().find_map(|key| fields.get(*key).and_then(Value::as_i64)).map(CaseId::known)
}

/// The cases that the objects in an object name.
fn beside(fields: &Map<String, Value>) -> Vec<CaseId> {
    fields.values().filter_map(|field| named(field.as_object()?)).collect()
}
