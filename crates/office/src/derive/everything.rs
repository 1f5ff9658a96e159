//! All cases of the office derived anew, beside the record, by as many threads as the machine has cores.
//!
//! Nothing is written and nobody waits: each thread reads one committed state for the cases of its turn. What stands
//! differently is handed to the caller, who decides what becomes of it.

use std::{
    collections::BTreeSet,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{SyncSender, sync_channel},
    },
    thread,
};

use anjuan_law::Day;

use crate::{
    Actor, CaseId, Result, Work,
    record::{Aside, Record, Span, Standing},
    refusal,
};

/// What derives some cases, each of which gets its turn.
pub type Derive = fn(&Work<'_>, &BTreeSet<CaseId>) -> Result<()>;

/// Tables, and what derives them from the record and from the derived tables before them.
#[derive(Debug, Clone, Copy)]
pub struct Deriving {
    /// The tables that are derived.
    pub tables: &'static [&'static str],
    /// What derives them.
    pub by: Derive,
}

/// How many cases are derived in one turn.
const TURN: usize = 500;
/// More threads than this wait for the disk and for each other.
const MOST_THREADS: usize = 4;

/// One turn: a span without gaps to its neighbours, so that rows of cases that are no more are met too.
struct Turn {
    span: Span,
    cases: BTreeSet<CaseId>,
}

/// What a thread tells.
enum Told {
    Differs(Vec<Standing>),
    Done(usize),
    Failed(crate::Refusal),
}

/// Derives these tables of every case and hands over what stands differently. `progress` gets how many cases are done and how many
/// there are; what it or `differs` refuses ends the pass.
pub fn everything(
    record: &Record,
    by: &Actor,
    day: Day,
    deriving: Deriving,
    mut progress: impl FnMut(u64, u64) -> Result<()>,
    mut differs: impl FnMut(Standing) -> Result<()>,
) -> Result<()> {
    let all: Vec<CaseId> =
        record.read(|reading| reading.all("SELECT id FROM case_file ORDER BY id", [], |row| row.get(0)))?;
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    let mut asides = Vec::new();
    for _ in 0..threads {
        asides.push(
            record.aside(deriving.tables)?.ok_or_else(|| refusal!("fault", detail = "the record lies in memory"))?,
        );
    }
    let turns = Mutex::new(turns(&all).into_iter());
    let stopped = AtomicBool::new(false);
    let (tell, told) = sync_channel(2 * threads);
    thread::scope(|scope| {
        for aside in asides {
            let (tell, turns, stopped) = (tell.clone(), &turns, &stopped);
            scope.spawn(move || work(aside, by, day, deriving.by, turns, stopped, &tell));
        }
        drop(tell);
        let mut done = 0;
        let mut hear = |told: Told| -> Result<()> {
            match told {
                Told::Differs(standing) => standing.into_iter().try_for_each(&mut differs),
                Told::Failed(refusal) => Err(refusal),
                Told::Done(cases) => {
                    done += cases;
                    progress(done as u64, all.len() as u64)
                }
            }
        };
        let mut outcome = Ok(());
        // All that is told is heard, so that no thread waits for ever; after a refusal it is not minded.
        for told in told {
            if outcome.is_ok() {
                outcome = hear(told);
                stopped.store(outcome.is_err(), Ordering::Relaxed);
            }
        }
        outcome
    })
}

fn work(
    mut aside: Aside,
    by: &Actor,
    day: Day,
    derive: Derive,
    turns: &Mutex<impl Iterator<Item = Turn>>,
    stopped: &AtomicBool,
    tell: &SyncSender<Told>,
) {
    while !stopped.load(Ordering::Relaxed) {
        let Some(turn) = turns.lock().unwrap_or_else(PoisonError::into_inner).next() else { return };
        let told = match aside.compare(by, day, turn.span, |work| derive(work, &turn.cases)) {
            Ok(standing) => tell.send(Told::Differs(standing)).and_then(|()| tell.send(Told::Done(turn.cases.len()))),
            Err(refusal) => tell.send(Told::Failed(refusal)),
        };
        if told.is_err() {
            return;
        }
    }
}

fn turns(all: &[CaseId]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut from = i64::MIN;
    for chunk in all.chunks(TURN) {
        let to = chunk.last().map_or(from, |last| last.get());
        let span = Span { from: CaseId::known(from), to: CaseId::known(to) };
        turns.push(Turn { span, cases: chunk.iter().copied().collect() });
        from = to + 1;
    }
    turns.push(Turn { span: Span { from: CaseId::known(from), to: CaseId::known(i64::MAX) }, cases: BTreeSet::new() });
    turns
}
