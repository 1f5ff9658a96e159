//! The identity number (GB 11643): what it says of a person.

use anjuan_law::{
    Day, ages,
    identity::{CitizenId, IdError, Sex},
};
use serde::Serialize;

use crate::{Refusal, Result};

/// What an identity number says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Identity {
    /// The number in its form of 18 characters.
    pub number: String,
    /// The birthday; none before 1900.
    pub birth: Option<Day>,
    /// `male` or `female`.
    pub sex: String,
    /// Full years on the day asked about, as criminal law counts them.
    pub age: Option<u32>,
    /// Whether the person was a minor on that day.
    pub minor: Option<bool>,
    /// The division in which the number was first given out (GB/T 2260).
    pub division: String,
    /// Its name.
    pub division_name: Option<String>,
}

/// Reads an identity number. `on` is the day on which the age is asked about. Refuses one that is malformed, whose check
/// character is wrong or whose birthday lies after `today`.
pub fn read_identity(number: &str, on: Option<Day>, today: Day) -> Result<Identity> {
    let id = CitizenId::parse(number, today).map_err(|error| refused(&error))?;
    let birth = id.birth();
    let criminal = ages::AgeCount::Criminal;
    Ok(Identity {
        number: id.as_str().to_owned(),
        birth,
        sex: match id.sex() {
            Sex::Male => "male".to_owned(),
            Sex::Female => "female".to_owned(),
        },
        age: on.and_then(|on| id.age_on(on, criminal)),
        minor: birth.zip(on).map(|(birth, on)| minor_on(birth, on)),
        division: id.area().to_owned(),
        division_name: id.area_name(),
    })
}

/// Whether somebody born on `birth` was a minor on that day.
pub(super) fn minor_on(birth: Day, on: Day) -> bool {
    ages::age("minor").is_some_and(|minor| !minor.reached(birth, on))
}

fn refused(error: &IdError) -> Refusal {
    let refusal = Refusal::new(error.code());
    match error {
        IdError::Empty => refusal,
        IdError::Length(found) => refusal.with("found", found),
        IdError::Character { found, place } => refusal.with("found", found).with("place", place),
        IdError::Area(area) => refusal.with("area", area),
        IdError::NoSuchDay(day) | IdError::Future(day) => refusal.with("day", day),
        IdError::CheckCharacter { expected } => refusal.with("expected", expected),
    }
}
