//! Changing a case to what a ledger says now.

use std::collections::{BTreeMap, BTreeSet};

use anjuan_law::Day;

use super::{
    acts::Told,
    dates, entry,
    fields::{Target, target},
    read::{name_of, of, parts},
    recorded::Recorded,
};
use crate::{
    AccountId, CaseId, PersonId, Result, Work,
    cases::{self, ActEntry, Card, CaseChange, NumberEntry, PersonEntry, acts, persons},
};

/// Why a closed case is changed; the journal's entry names file and source.
const REASON: &str = "import";

/// Writes the values at these places and gives what a person should know of it, each with its place: what stays as text, what was
/// supposed. `said` is all that the ledger says, for acts that need more than their day, and `before` what it said last time.
pub(super) fn apply(
    work: &Work<'_>,
    case: CaseId,
    recorded: &Recorded,
    places: &BTreeSet<String>,
    said: &BTreeMap<String, String>,
    before: Option<&BTreeMap<String, String>>,
) -> Result<Vec<(String, &'static str)>> {
    let mut remarks = Vec::new();
    let value = |place: &str| said.get(place).cloned().unwrap_or_default();
    let mut change = CaseChange { reason: Some(REASON.to_owned()), ..CaseChange::default() };
    let mut card = Card::new();
    let mut numbers = numbers_of(recorded);
    let mut people: BTreeMap<&str, PersonEntry> = BTreeMap::new();
    let mut told: Vec<&String> = Vec::new();
    let mut is_head = false;
    let mut handler = recorded.handler_id;
    for place in places {
        let (field, mark) = parts(place);
        if !mark.is_empty() {
            let person = people.entry(mark).or_insert_with(|| standing(recorded, mark));
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
                if field == "department" && change.department_id.is_none() {
                    remarks.push((place.clone(), "import_department_unknown"));
                }
            }
            Target::Number(kind) => match numbers.iter_mut().find(|number| number.kind == kind) {
                Some(number) => number.number = value(place),
                None => numbers.push(NumberEntry { id: None, kind: kind.to_owned(), number: value(place) }),
            },
            Target::Handler => {
                let (given, code) = hand_over(work, case, recorded, said, &value(place))?;
                handler = given.or(handler);
                remarks.extend(code.map(|code| (place.clone(), code)));
            }
            Target::Act(..) => told.push(place),
            _ => drop(card.insert(field.to_owned(), value(place))),
        }
    }
    change.numbers = renumbered(&numbers, recorded).then_some(numbers);
    change.card = (!card.is_empty()).then_some(card);
    if is_head || change.numbers.is_some() || change.card.is_some() {
        cases::change(work, case, &change)?;
    }
    let mut ids: BTreeMap<&str, PersonId> = BTreeMap::new();
    for (mark, person) in people {
        ids.insert(mark, persons::put(work, case, &entry::in_sequence(person), mark)?);
    }
    let known = completed(said, recorded);
    let now = Told { said: &known, handler };
    for place in told {
        if !days(work, case, recorded, &now, place, ids.get(parts(place).1).copied())? {
            remarks.push((place.clone(), "import_kept_as_text"));
        }
    }
    if let Some(before) = before {
        freshen(work, recorded, &now, &completed(before, recorded), places)?;
    }
    Ok(remarks)
}

fn numbers_of(recorded: &Recorded) -> Vec<NumberEntry> {
    let entry = |(id, kind, number): &(_, String, String)| NumberEntry {
        id: Some(*id),
        kind: kind.clone(),
        number: number.clone(),
    };
    recorded.numbers.iter().map(entry).collect()
}

/// A person as recorded, or a new one of that name.
fn standing(recorded: &Recorded, mark: &str) -> PersonEntry {
    match recorded.person(mark) {
        Some((id, person)) => PersonEntry { id: Some(*id), ..person.clone() },
        None => PersonEntry::new("other", name_of(mark)),
    }
}

/// Whether a number is new or reads otherwise than the record's.
fn renumbered(numbers: &[NumberEntry], recorded: &Recorded) -> bool {
    numbers.iter().any(|number| {
        number.id.is_none_or(|id| !recorded.numbers.iter().any(|(of, _, text)| *of == id && *text == number.number))
    })
}

/// Another handler than the record has: the case is handed over, which is an act. Gives the handler, and what of it is supposed
/// or was not understood.
fn hand_over(
    work: &Work<'_>,
    case: CaseId,
    recorded: &Recorded,
    said: &BTreeMap<String, String>,
    name: &str,
) -> Result<(Option<AccountId>, Option<&'static str>)> {
    let told = said.get("allocated_on").and_then(|day| day.parse().ok());
    let since = if recorded.handler_id.is_some() { work.day } else { told.unwrap_or(recorded.head.accepted_on) };
    let Some(handler) = entry::give(work, case, said, name, since)? else {
        entry::keep(work, case, None, "handler", name)?;
        return Ok((None, Some("import_handler_unknown")));
    };
    let new = handler.to_string();
    let (act, code) = match recorded.handler_id {
        Some(old) if old == handler => return Ok((Some(handler), None)),
        Some(old) => {
            let old = old.to_string();
            let fields = [("old_handler", &*old), ("handler", &*new), ("reason", "other")];
            (ActEntry::new("handler_changed", since, &fields), "import_handler_changed_today")
        }
        None if said.contains_key("allocated_on") => return Ok((Some(handler), None)),
        None => {
            let fields = [("handler", &*new), ("mode", "imported")];
            (ActEntry::new("allocated", since, &fields), "import_allocated_on_acceptance")
        }
    };
    acts::take_over(work, case, &act)?;
    Ok((Some(handler), Some(code)))
}

/// What the ledger says, and what the record knows of the case where it does not say it: acts need both.
fn completed(said: &BTreeMap<String, String>, recorded: &Recorded) -> BTreeMap<String, String> {
    let mut said = said.clone();
    let charges: Vec<String> = said.keys().map(|place| of("charge", parts(place).1)).collect();
    for place in charges.into_iter().chain(["category".to_owned(), "cause".to_owned()]) {
        said.entry(place.clone()).or_insert_with(|| recorded.value(&place));
    }
    said
}

/// Acts whose day stays and of which the ledger now tells more or otherwise; what a person corrected in them stays.
fn freshen(
    work: &Work<'_>,
    recorded: &Recorded,
    now: &Told<'_>,
    before: &BTreeMap<String, String>,
    places: &BTreeSet<String>,
) -> Result<()> {
    let last = Told { said: before, handler: recorded.handler_id };
    for (place, value) in now.said.iter().filter(|(place, _)| !places.contains(*place)) {
        let (field, mark) = parts(place);
        let Target::Act(kind, nth) = target(field) else { continue };
        for day in dates::parted(value) {
            let fields_of = |told: &Told<'_>| told.act(kind, day, mark, None).and_then(|act| act.fields);
            let (Some(new), Some(old)) = (fields_of(now), fields_of(&last)) else { continue };
            if new == old {
                continue;
            }
            for act in recorded.acts_of(kind, nth, mark).into_iter().filter(|act| recorded.day_of(act) == day) {
                let mut fields = act.fields.clone();
                for (id, value) in &new {
                    if fields.get(id) == old.get(id) {
                        fields.insert(id.clone(), value.clone());
                    }
                }
                work.write("UPDATE act SET fields = ?2 WHERE id = ?1", (act.id, serde_json::to_string(&fields)?))?;
            }
        }
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

/// Moves the one act that a field tells of, or adds those that are missing. Where the law needs more for it than the ledger says,
/// the day stays as text, and the answer is no.
fn days(
    work: &Work<'_>,
    case: CaseId,
    recorded: &Recorded,
    told: &Told<'_>,
    place: &str,
    person: Option<PersonId>,
) -> Result<bool> {
    let (field, mark) = parts(place);
    let Target::Act(kind, nth) = target(field) else { return Ok(true) };
    let value = told.said.get(place).map(String::as_str).unwrap_or_default();
    let wanted: Vec<Day> = dates::parted(value);
    let standing = recorded.acts_of(kind, nth, mark);
    let had = dates::parted(&recorded.value(place));
    for day in &wanted {
        let Some(act) = told.act(kind, *day, mark, person) else {
            entry::keep(work, case, person, field, value)?;
            return Ok(false);
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
    if kind == "allocated"
        && let Some(day) = wanted.first()
    {
        work.write(include_str!("move_handler.sql"), (case, day))?;
    }
    Ok(true)
}
