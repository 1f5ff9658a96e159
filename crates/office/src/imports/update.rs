//! Changing a case to what a ledger says now.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::Day;

use super::{
    dates, entry,
    fields::{Target, target},
    read::{name_of, of, parts},
    recorded::Recorded,
};
use crate::{
    CaseId, PersonId, Result, Work,
    cases::{self, Card, CaseChange, NumberEntry, PersonEntry, acts, persons},
};

/// Writes the values at these places; `said` is all that the ledger says, for acts that need more than their day.
pub(super) fn apply(
    work: &Work<'_>,
    case: CaseId,
    recorded: &Recorded,
    places: &BTreeSet<String>,
    said: &BTreeMap<String, String>,
) -> Result<()> {
    let value = |place: &str| said.get(place).cloned().unwrap_or_default();
    let mut change = CaseChange { reason: Some(work.day.to_string()), ..CaseChange::default() };
    let mut card = Card::new();
    let mut numbers: Vec<NumberEntry> = recorded
        .numbers
        .iter()
        .map(|(id, kind, number)| NumberEntry { id: Some(*id), kind: kind.clone(), number: number.clone() })
        .collect();
    let mut people: BTreeMap<&str, PersonEntry> = BTreeMap::new();
    let mut told: Vec<&String> = Vec::new();
    let mut is_head = false;
    for place in places {
        let (field, mark) = parts(place);
        if !mark.is_empty() {
            let standing = || match recorded.person(mark) {
                Some((id, person)) => PersonEntry { id: Some(*id), ..person.clone() },
                None => PersonEntry::new("other", name_of(mark)),
            };
            let person = people.entry(mark).or_insert_with(standing);
            entry::set(person, field, &value(place));
            if let Target::Act(..) = target(field) {
                told.push(place);
            }
            continue;
        }
        match target(field) {
            Target::Head => {
                is_head = true;
                head(work, &mut change, &mut card, field, value(place))?;
            }
            Target::Number(kind) => match numbers.iter_mut().find(|number| number.kind == kind) {
                Some(number) => number.number = value(place),
                None => numbers.push(NumberEntry { id: None, kind: kind.to_owned(), number: value(place) }),
            },
            Target::Handler => {
                let since = said.get("allocated_on").and_then(|day| day.parse().ok()).unwrap_or(work.day);
                if !entry::give(work, case, &value(place), since)? {
                    entry::keep(work, case, None, "handler", &value(place))?;
                }
            }
            Target::Act(..) => told.push(place),
            _ => drop(card.insert(field.to_owned(), value(place))),
        }
    }
    let renumbered = numbers.iter().any(|number| {
        number.id.is_none_or(|id| !recorded.numbers.iter().any(|(of, _, text)| *of == id && *text == number.number))
    });
    change.numbers = renumbered.then_some(numbers);
    change.card = (!card.is_empty()).then_some(card);
    if is_head || change.numbers.is_some() || change.card.is_some() {
        cases::change(work, case, &change)?;
    }
    let mut ids: BTreeMap<&str, PersonId> = BTreeMap::new();
    for (mark, person) in people {
        ids.insert(mark, persons::put(work, case, &entry::in_sequence(person), mark)?);
    }
    for place in told {
        let (_, mark) = parts(place);
        days(work, case, recorded, said, place, ids.get(mark).copied())?;
    }
    Ok(())
}

fn head(work: &Work<'_>, change: &mut CaseChange, card: &mut Card, field: &str, value: String) -> Result<()> {
    match field {
        "title" => change.title = Some(value),
        "category" => change.category = Some(value),
        "line" => change.line = Some(value),
        "source" => change.source = Some(value),
        "cause" => change.cause = Some(value),
        "from_unit" => change.from_unit = Some(value),
        "received_on" => change.received_on = value.parse().ok(),
        "accepted_on" => change.accepted_on = value.parse().ok(),
        "department" => {
            change.department_id = entry::department(work, &value)?;
            if change.department_id.is_none() {
                card.insert("department".to_owned(), value);
            }
        }
        _ => change.summary = Some(value),
    }
    Ok(())
}

/// Moves the one act that a field tells of, or adds those that are missing.
fn days(
    work: &Work<'_>,
    case: CaseId,
    recorded: &Recorded,
    said: &BTreeMap<String, String>,
    place: &str,
    person: Option<PersonId>,
) -> Result<()> {
    let (field, mark) = parts(place);
    let Target::Act(kind, nth) = target(field) else { return Ok(()) };
    let value = said.get(place).map(String::as_str).unwrap_or_default();
    let wanted: Vec<Day> = dates::parted(value);
    // What the category or the stage needs is the record's, where the file does not say it.
    let mut said = said.clone();
    for other in ["category", "cause"] {
        said.entry(other.to_owned()).or_insert_with(|| recorded.value(other));
    }
    let charge = of("charge", mark);
    if !said.contains_key(&charge) {
        said.insert(charge.clone(), recorded.value(&charge));
    }
    let standing = recorded.acts_of(kind, nth, mark);
    let had = dates::parted(&recorded.value(place));
    for day in &wanted {
        let Some(act) = entry::act_entry(&said, kind, *day, mark, person) else {
            return entry::keep(work, case, person, field, value);
        };
        match (standing.as_slice(), wanted.as_slice()) {
            ([one], [_]) => {
                let mut fields = one.fields.clone();
                fields.extend(act.fields.unwrap_or_default());
                let fields = serde_json::to_string(&fields)?;
                work.write("UPDATE act SET on_day = ?2, fields = ?3 WHERE id = ?1", (one.id, act.on, fields))?;
            }
            _ if had.contains(day) => {}
            _ => drop(acts::take_over(work, case, &act)?),
        }
    }
    Ok(())
}
