//! Whether somebody may sit as hearing officer in this hearing (Hear 7): age on the day, bars, interest, term, other hearings.

use anjuan_law::{Day, ages::age, text::search_key};
use serde::Serialize;

use super::{
    clash,
    matter::{Case, cite},
    pool::{self, Interest, Officer},
    rows::{Hearing, Seat},
};
use crate::{HearingId, Reading, Refusal, Result, refusal};

/// Why somebody may not sit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Unfit {
    /// `removed`, `term`, `away`, `birth_unknown`, `under_age`, `barred`, `interest`, `namesake`, `heard_before`, `taken`, `seated`.
    pub reason: String,
    /// The day, the name, the code that the reason rests on.
    pub detail: String,
}

/// Somebody to be taken to a hearing.
pub(super) struct Person<'p> {
    pub officer: Option<&'p Officer>,
    pub name: &'p str,
    pub birth: Option<Day>,
    pub unit: &'p str,
}

impl<'p> Person<'p> {
    pub fn of(officer: &'p Officer) -> Self {
        Self { officer: Some(officer), name: &officer.name, birth: officer.birth, unit: &officer.unit }
    }
}

/// What a hearing is to those who may sit in it.
pub(super) struct Bench<'b> {
    reading: &'b Reading<'b>,
    hearing: HearingId,
    case: &'b Case,
    day: Day,
    names: Vec<String>,
}

impl<'b> Bench<'b> {
    pub fn of(reading: &'b Reading<'b>, hearing: &'b Hearing, case: &'b Case, day: Day) -> Result<Self> {
        let mut names: Vec<String> =
            reading.all("SELECT name FROM person WHERE case_id = ?1", [case.id], |row| row.get(0))?;
        names.extend(reading.all(
            "SELECT name FROM hearing_participant WHERE hearing_id = ?1",
            [hearing.id],
            |row| row.get(0),
        )?);
        names.extend(case.handler.iter().map(|handler| handler.name.clone()));
        Ok(Self { reading, hearing: hearing.id, case, day, names })
    }

    /// All that stands against somebody; `namesake` is passed over where it has been cleared.
    pub fn against(&self, person: &Person<'_>, namesake_cleared: bool) -> Result<Vec<Unfit>> {
        let mut found = Vec::new();
        let mut against = |reason: &str, detail: String| found.push(Unfit { reason: reason.to_owned(), detail });
        match (person.birth, age("hearing_officer")) {
            (None, Some(_)) => against("birth_unknown", String::new()),
            (Some(birth), Some(least)) if !least.reached(birth, self.day) => {
                against("under_age", format!("{birth}, {}", least.years));
            }
            _ => {}
        }
        if !namesake_cleared && let Some(name) = self.names.iter().find(|name| same(name, person.name)) {
            against("namesake", name.clone());
        }
        if let Some(officer) = person.officer {
            if let Some(on) = officer.removed_on {
                against("removed", on.to_string());
            }
            let begun = officer.term_from.is_none_or(|from| from <= self.day);
            if !begun || officer.term_to.is_some_and(|to| to < self.day) {
                let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
                against("term", format!("{}–{}", day(officer.term_from), day(officer.term_to)));
            }
            if let Some(away) = officer.away.iter().find(|away| away.from <= self.day && self.day <= away.to) {
                against("away", format!("{}–{}", away.from, away.to));
            }
            for bar in &officer.bars {
                against("barred", bar.clone());
            }
            for Interest { name, .. } in &officer.interests {
                if self.names.iter().any(|known| same(known, name)) {
                    against("interest", name.clone());
                }
            }
            if self.heard_before(officer)? {
                against("heard_before", self.case.register_no.clone());
            }
            if let Some(other) = clash::of_officer(self.reading, self.hearing, officer.id.get())? {
                against("taken", format!("{} {}–{}", other.number, other.starts_at, other.ends_at));
            }
        }
        if person.officer.is_none() && self.names.iter().any(|name| same(name, person.unit)) {
            against("interest", person.unit.to_owned());
        }
        Ok(found)
    }

    fn heard_before(&self, officer: &Officer) -> Result<bool> {
        self.reading.value(include_str!("heard_before.sql"), (officer.id, self.case.id, self.hearing))
    }
}

fn same(a: &str, b: &str) -> bool {
    !a.trim().is_empty() && search_key(a) == search_key(b)
}

/// Refuses with the first thing that stands against somebody, and its article.
pub(super) fn refuse(unfit: &[Unfit], name: &str, hearing: &Hearing, case: &Case, day: Day) -> Result<()> {
    let Some(first) = unfit.first() else { return Ok(()) };
    let refused = of_reason(first, name);
    let refused = refused.with("day", day).at("officer");
    let rule = match first.reason.as_str() {
        "under_age" | "birth_unknown" => {
            return Err(age("hearing_officer").map_or(refused.clone(), |age| cite(refused, &age.basis)));
        }
        "barred" => "officer_bar",
        "namesake" | "interest" | "heard_before" => "officer_interest",
        _ => return Err(refused),
    };
    Err(case.rule(rule, &hearing.kind, day).map_or(refused.clone(), |rule| cite(refused, &rule.basis)))
}

fn of_reason(unfit: &Unfit, name: &str) -> Refusal {
    let refused = match unfit.reason.as_str() {
        "under_age" => refusal!("officer_under_age"),
        "birth_unknown" => refusal!("officer_birth_unknown"),
        "barred" => refusal!("officer_barred"),
        "namesake" => refusal!("officer_namesake"),
        "interest" => refusal!("officer_interest"),
        "removed" => refusal!("officer_removed"),
        "term" => refusal!("officer_term_over"),
        "away" => refusal!("officer_away"),
        "heard_before" => refusal!("officer_heard_before"),
        _ => refusal!("officer_taken"),
    };
    refused.with("officer", name).with("detail", &unfit.detail)
}

/// Refuses where an officer seated could not sit on the day now set.
pub(super) fn still_fit(reading: &Reading<'_>, id: HearingId, case: &Case) -> Result<()> {
    let hearing = super::rows::hearing(reading, id)?;
    let Some(day) = hearing.held_on else { return Ok(()) };
    let bench = Bench::of(reading, &hearing, case, day)?;
    for seat in super::rows::seats_held(reading, id)? {
        refuse(&against_seat(reading, &bench, &seat)?, &seat.name, &hearing, case, day)?;
    }
    Ok(())
}

/// What stands against somebody who has a seat.
pub(super) fn against_seat(reading: &Reading<'_>, bench: &Bench<'_>, seat: &Seat) -> Result<Vec<Unfit>> {
    let cleared = !seat.namesake_reason.is_empty();
    match seat.officer_id {
        Some(officer) => bench.against(&Person::of(&pool::officer(reading, officer, bench.day)?), cleared),
        None => {
            let person = Person { officer: None, name: &seat.name, birth: seat.birth, unit: &seat.unit };
            bench.against(&person, cleared)
        }
    }
}
