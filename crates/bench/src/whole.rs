//! The whole office: everything derived from nothing, and everything checked.

use std::{collections::BTreeSet, sync::Mutex};

use anjuan_law::clock;
use anjuan_office::{CaseId, Refusal, Work, cases, deadlines, derive};

use crate::{
    measure::{goal, tell, time},
    seat::Seat,
};

/// Derives the periods of a freshly filled office, then the rest: everything, or as much as what is due is read with.
pub fn derive(seat: &Seat, cases: usize, everything: bool) -> Result<(), Refusal> {
    let million = |seconds: f64| seconds * 1e6 / cases as f64;
    let (took, done) = time(|| periods_of_all(seat));
    let periods = done?;
    tell(&format!("periods of all cases, two threads ({periods})"), &took);
    println!("   {:.1} s for a million cases, two processors, nothing written", million(took.on_two_processors()));
    let (took, done) = time(|| derive::rebuild_by(seat.office.record(), &seat.by, seat.day, deadlines::derive));
    done?;
    tell("deriving and writing all periods", &took);
    goal("deriving and writing the periods of a million cases", 90.0, million(took.on_two_processors()), "s");
    if !everything {
        derive::rebuild_by(seat.office.record(), &seat.by, seat.day, as_far_as_due)?;
        return Ok(());
    }
    let (took, done) = time(|| seat.office.rebuild(&seat.ask()));
    done?;
    tell("deriving and writing everything else", &took);
    for table in ["deadline", "finding", "case_state"] {
        let rows: i64 = seat.office.read(|r| r.value(&format!("SELECT count(*) FROM {table}"), []))?;
        println!("   {table}: {rows} rows");
    }
    println!("   {:.1} s for a million cases", million(took.on_two_processors()));
    Ok(())
}

/// Derives the periods and the rows of the lists, but no findings.
fn as_far_as_due(work: &Work<'_>, of: &BTreeSet<CaseId>) -> Result<(), Refusal> {
    deadlines::derive(work, of)?;
    cases::derive(work, of)
}

/// Runs all checks over an office in which nothing is wrong with what was derived.
pub fn check(seat: &Seat, cases: usize) -> Result<(), Refusal> {
    let (took, done) = time(|| seat.office.check_all(&seat.by, seat.day, |_, _| Ok(())));
    let changed = done?;
    tell("full check", &took);
    if !changed.is_empty() {
        println!("   it changed findings: {changed:?}");
    }
    goal("full check of a million cases", 120.0, took.on_two_processors() * 1e6 / cases as f64, "s");
    Ok(())
}

/// Counts the periods of every case, on two threads.
fn periods_of_all(seat: &Seat) -> Result<usize, Refusal> {
    let all: Vec<CaseId> = seat.office.read(|r| r.all("SELECT id FROM case_file ORDER BY id", [], |row| row.get(0)))?;
    let turns = Mutex::new(all.chunks(500));
    let office = &seat.office;
    let counting = office.read(deadlines::counting)?;
    let count = || -> Result<usize, Refusal> {
        let mut periods = 0;
        loop {
            let Some(turn) = turns.lock().ok().and_then(|mut turns| turns.next()) else { return Ok(periods) };
            let facts = office.read(|reading| deadlines::facts(reading, turn))?;
            for facts in facts.values() {
                periods += clock::periods(facts, &counting.calendar, &counting.settings).periods.len();
            }
        }
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(count);
        let here = count()?;
        Ok(here + other.join().map_err(|_| crate::fault("a thread ended"))??)
    })
}
