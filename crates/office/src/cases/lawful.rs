//! What the law does not allow to be recorded as done (不得): a third return, an extension that no period has.

use anjuan_law::{
    Day, Lang,
    clock::{self, ActFact},
    periods::refusals,
};

use super::{ActEntry, Card, fields::not_in_future};
use crate::{ActId, CaseId, Reading, Refusal, Result, deadlines};

/// Refuses a paper that has not arrived yet: a period would run from that day.
pub(super) fn refuse_received_later(fields: &Card, today: Day) -> Result<()> {
    let received = fields.get(clock::RECEIVED_FIELD).and_then(|text| text.parse().ok());
    received.map_or(Ok(()), |day| not_in_future(day, today, || format!("fields.{}", clock::RECEIVED_FIELD)))
}

/// Refuses an act that the law forbids where the case stands, with the article in the values. `without` is the act itself
/// while it is corrected.
pub(super) fn refuse_unlawful(
    reading: &Reading<'_>,
    case: CaseId,
    entry: &ActEntry,
    fields: &Card,
    without: Option<ActId>,
) -> Result<()> {
    let Some(mut facts) = deadlines::facts(reading, &[case])?.remove(&case) else { return Ok(()) };
    facts.acts.retain(|act| Some(act.id) != without.map(ActId::get));
    let act = ActFact {
        id: without.map_or(i64::MAX, ActId::get),
        kind: entry.kind.clone(),
        on: entry.on,
        person: entry.person.map(crate::PersonId::get),
        fields: fields.clone(),
    };
    let counting = deadlines::counting(reading)?;
    let Err(unlawful) = refusals::lawful(&facts, &act, &counting.calendar, &counting.settings) else { return Ok(()) };
    let article = |lang| unlawful.basis.iter().map(|basis| basis.words(lang)).collect::<Vec<_>>();
    let people = names(reading, case, &unlawful.of)?;
    let refusal = match people.as_slice() {
        [] => Refusal::new(unlawful.code),
        // The words name those whom it concerns.
        people => Refusal::new(&format!("{}_of", unlawful.code)).with("persons", people.join("、")),
    };
    let refusal = refusal
        .at("kind")
        .with("basis_zh", article(Lang::Zh).join("、"))
        .with("basis_en", article(Lang::En).join("; "));
    Err(unlawful.values.iter().fold(refusal, |refusal, (name, value)| refusal.with(name, value)))
}

/// The names of these people of the case, in its order.
fn names(reading: &Reading<'_>, case: CaseId, people: &[i64]) -> Result<Vec<String>> {
    let all: Vec<(i64, String)> =
        reading.all("SELECT id, name FROM person WHERE case_id = ?1 ORDER BY position, id", [case], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    Ok(all.into_iter().filter(|(id, _)| people.contains(id)).map(|(_, name)| name).collect())
}
