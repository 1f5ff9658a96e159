//! One case changed: saving, and what is derived with it.

use std::path::Path;

use anjuan_office::{Action, CaseId, Refusal, cases, deadlines, derive};

use crate::{
    bare, fault,
    measure::{Times, goal, tell, time},
    seat::Seat,
};

const TIMES: usize = 500;

/// Saves notes and acts in cases all over the office, and beside each save writes one bare page: in cases that nobody looked at,
/// and in cases just opened, as a person does it.
pub fn measure(seat: &Seat, folder: &Path, cases: usize) -> Result<(), Refusal> {
    let office = &seat.office;
    let mut disk = bare::Disk::new(folder).map_err(fault)?;
    let (mut sync, mut save, mut recheck, mut periods) =
        (Times::default(), Times::default(), Times::default(), Times::default());
    for at in 0..TIMES {
        let case = CaseId::known((at * 7919 % cases + 1) as i64);
        let (took, synced) = time(|| disk.write());
        synced.map_err(fault)?;
        sync.add(took);
        save.add(saved(seat, at, case)?);
        let (took, derived) =
            time(|| office.record().derive_and_drop(&seat.by, seat.day, |work| derive::cases(work, &[case].into())));
        derived?;
        recheck.add(took);
        let (took, counted) = time(|| office.read(|reading| deadlines::of_case(reading, case)));
        counted?;
        periods.add(took);
    }
    let mut opened = Times::default();
    for at in 0..TIMES {
        let case = CaseId::known(((at * 7919 + 3559) % cases + 1) as i64);
        office.read(|reading| cases::sheet(reading, case, &seat.by))?;
        let (took, synced) = time(|| disk.write());
        synced.map_err(fault)?;
        sync.add(took);
        opened.add(saved(seat, at, case)?);
    }
    println!();
    tell("fdatasync of one page, between the saves", &sync);
    tell("save of a note or an act", &save);
    goal("save at p99, to 2 x fdatasync + 3 ms", 1.0, save.p99_ms() / (2.0 * sync.p99_ms() + 3.0), "x");
    tell("save in a case just opened", &opened);
    goal("save in a case just opened at p99", 1.0, opened.p99_ms() / (2.0 * sync.p99_ms() + 3.0), "x");
    tell("everything of one case derived anew", &recheck);
    goal("re-check after an edit at p99", 20.0, recheck.p99_ms(), "ms");
    tell("all periods of one case with their sums", &periods);
    goal("all periods of one case at p99", 2.0, periods.p99_ms(), "ms");
    Ok(())
}

/// How long one save took: a note, or an act.
fn saved(seat: &Seat, at: usize, case: CaseId) -> Result<Times, Refusal> {
    let (took, saved) = time(|| {
        seat.office.act(Action::NoteWrite, &seat.ask(), |work| match at % 2 {
            0 => work.insert(
                "INSERT INTO note (case_id, on_day, text) VALUES (?1, ?2, '电话询问鉴定进度')",
                (case, work.day),
            ),
            _ => work.insert(
                "INSERT INTO act (case_id, kind, on_day) VALUES (?1, 'joint_meeting_held', ?2)",
                (case, work.day),
            ),
        })
    });
    saved?;
    Ok(took)
}
