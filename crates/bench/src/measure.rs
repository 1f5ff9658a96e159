//! Taking and telling times.

use std::{
    fmt, fs,
    time::{Duration, Instant},
};

/// One or many times of the same thing.
#[derive(Default, Clone)]
pub struct Times(Vec<Duration>);

/// Runs something once and says how long it took.
pub fn time<T>(run: impl FnOnce() -> T) -> (Times, T) {
    let begin = Instant::now();
    let answer = run();
    (Times(vec![begin.elapsed()]), answer)
}

impl Times {
    /// Takes over the times of another.
    pub fn add(&mut self, other: Times) {
        self.0.extend(other.0);
    }

    fn at(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
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
        self.0.iter().sum::<Duration>().as_secs_f64()
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [one] => write!(f, "{:9.1} ms", one.as_secs_f64() * 1000.0),
            _ => write!(f, "median {:8.3} ms   p99 {:8.3} ms   of {}", self.median_ms(), self.p99_ms(), self.0.len()),
        }
    }
}

/// A figure beside its goal.
pub struct Goal {
    name: &'static str,
    most: f64,
    found: f64,
    unit: &'static str,
}

impl Goal {
    /// The figure is to be no more than `most`.
    pub fn at_most(name: &'static str, most: f64, found: f64, unit: &'static str) -> Self {
        Self { name, most, found, unit }
    }

    /// Prints the figure, its goal, and whether it is met.
    pub fn print(&self) {
        let verdict = if self.found <= self.most { "met" } else { "MISSED" };
        println!("  -> {}: {:.2} {} (goal {} or less) {verdict}", self.name, self.found, self.unit, self.most);
    }
}

/// Resident memory of this process in megabytes; 0 where the system does not tell.
pub fn resident_mb() -> u64 {
    fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|text| {
            let line = text.lines().find(|line| line.starts_with("VmRSS:"))?.to_owned();
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        })
        .map_or(0, |kilobytes| kilobytes / 1024)
}
