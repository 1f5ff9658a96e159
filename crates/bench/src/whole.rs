//! The whole office: everything derived from nothing, and everything checked.

use std::sync::Mutex;

use anjuan_law::clock;
use anjuan_office::{CaseId, Refusal, deadlines, derive};

use crate::{
    measure::{goal, tell, time},
    seat::Seat,
};

/// Derives everything of a freshly filled office, and the periods alone.
pub fn derive(seat: &Seat, cases: usize) -> Result<(), Refusal> {
    let million = |seconds: f64| seconds * 1e6 / cases as f64;
    let (took, done) = time(|| periods_of_all(seat));
    let periods = done?;
    tell(&format!("periods of all cases, two threads ({periods})"), &took);
    println!("   {:.1} s for a million cases, two processors, nothing written", million(took.on_two_processors()));
    let (took, done) = time(|| derive::rebuild_by(seat.office.record(), &seat.by, seat.day, deadlines::derive));
    done?;
    tell("deriving and writing all periods", &took);
    goal("deriving and writing the periods of a million cases", 90.0, million(took.on_two_processors()), "s");
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
