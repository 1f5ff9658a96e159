//! Taking and telling times.

use std::{
    cell::RefCell,
    fmt, fs,
    time::{Duration, Instant},
};

/// One or many times of the same thing.
#[derive(Default, Clone)]
pub struct Times {
    all: Vec<Duration>,
    /// Of these, what the thread spent waiting for a processor that others had.
    waited: Duration,
    /// What all threads of this process spent on a processor meanwhile.
    worked: Duration,
}

/// Runs something once and says how long it took, without the time for which this thread could have gone on but another
/// process had the processor: on a machine that nobody shares there is no such time.
pub fn time<T>(run: impl FnOnce() -> T) -> (Times, T) {
    let worked = processor_time();
    let waited = waited_for_processor("thread-self");
    let begin = Instant::now();
    let answer = run();
    let took = begin.elapsed();
    let waited = waited_for_processor("thread-self").saturating_sub(waited);
    let worked = processor_time().saturating_sub(worked);
    (Times { all: vec![took.saturating_sub(waited)], waited, worked }, answer)
}

/// For how long a thread (`thread-self`) has waited for a processor; nothing where the system does not tell.
fn waited_for_processor(whose: &str) -> Duration {
    of_schedule(&format!("/proc/{whose}"), 1)
}

/// The most that one thread of another process has been on a processor: what the process takes where nobody else has one.
pub fn busiest_thread(process: &str) -> Duration {
    let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    threads.map(|thread| of_schedule(&thread.path().to_string_lossy(), 0)).max().unwrap_or_default()
}

/// A figure of what the system tells of a thread's turns: 0 for how long it has been on a processor, 1 for how long it waited.
fn of_schedule(thread: &str, figure: usize) -> Duration {
    let text = fs::read_to_string(format!("{thread}/schedstat")).unwrap_or_default();
    Duration::from_nanos(text.split_whitespace().nth(figure).and_then(|time| time.parse().ok()).unwrap_or(0))
}

/// For how long the threads of this process have been on a processor.
fn processor_time() -> Duration {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name of the program, which may hold spaces: the 12th and 13th field, in hundredths of a second.
    let after = text.rsplit_once(')').map_or("", |(_, after)| after);
    let ticks: u64 = after.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

impl Times {
    /// One time that was taken elsewhere.
    pub fn of(took: Duration) -> Self {
        Self { all: vec![took], ..Self::default() }
    }

    /// Takes over the times of another.
    pub fn add(&mut self, other: Times) {
        self.all.extend(other.all);
        self.waited += other.waited;
        self.worked += other.worked;
    }

    fn at(&self, share: f64) -> f64 {
        let mut sorted = self.all.clone();
        sorted.sort_unstable();
        let place = ((sorted.len() as f64 - 1.0) * share).round() as usize;
        sorted.get(place).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }

    /// The middle one, in milliseconds.
    pub fn median_ms(&self) -> f64 {
        self.at(0.5)
    }

    /// The one that 99 of 100 do not exceed, in milliseconds.
    pub fn p99_ms(&self) -> f64 {
        self.at(0.99)
    }

    /// All together, in seconds.
    pub fn seconds(&self) -> f64 {
        self.all.iter().sum::<Duration>().as_secs_f64()
    }

    /// What it would take on two processors that do nothing else, in seconds: half of what all threads worked, or what it
    /// took by the clock where that is less.
    pub fn on_two_processors(&self) -> f64 {
        (self.worked.as_secs_f64() / 2.0).min(self.seconds() + self.waited.as_secs_f64())
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.all.as_slice() {
            [one] => write!(f, "{:9.1} ms", one.as_secs_f64() * 1000.0)?,
            all => write!(f, "median {:8.3} ms   p99 {:8.3} ms   of {}", self.median_ms(), self.p99_ms(), all.len())?,
        }
        let worked = self.worked.as_secs_f64();
        if worked > 1.0 { write!(f, "   (processor time {worked:.1} s)") } else { Ok(()) }
    }
}

/// Says a time.
pub fn tell(name: &str, times: &Times) {
    println!("{name:<46} {times}");
}

thread_local! {
    static GOALS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Prints a figure beside its goal, and whether it is met; [`summary`] prints all of them once more.
pub fn goal(name: &str, most: f64, found: f64, unit: &str) {
    let verdict = if found <= most { "met" } else { "MISSED" };
    let line = format!("{name:<58} {found:>9.2} {unit:<3} (goal {most}) {verdict}");
    println!("  -> {line}");
    GOALS.with_borrow_mut(|goals| goals.push(line));
}

/// Prints all goals, the missed ones last.
pub fn summary(title: &str) {
    GOALS.with_borrow_mut(|goals| {
        let (missed, met): (Vec<&String>, Vec<&String>) = goals.iter().partition(|line| line.ends_with("MISSED"));
        println!("\n{title}: {} met, {} missed", met.len(), missed.len());
        for line in met.into_iter().chain(missed) {
            println!("  {line}");
        }
        goals.clear();
    });
}

/// A line of the state of a process in megabytes (`VmRSS`, `VmHWM`); 0 where the system does not tell.
pub fn memory_mb(process: &str, line: &str) -> u64 {
    fs::read_to_string(format!("/proc/{process}/status"))
        .ok()
        .and_then(|text| {
            let line = text.lines().find(|found| found.starts_with(line))?.to_owned();
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        })
        .map_or(0, |kilobytes| kilobytes / 1024)
}
