//! Tells the page when the day of the office turns while the window is open.

use std::io;
use std::time::Duration;

/// How long after midnight the page may still show yesterday. The clock is looked at instead of waiting for midnight:
/// a machine that slept has waited for less than has passed.
const LOOK_EVERY: Duration = Duration::from_secs(if cfg!(debug_assertions) { 1 } else { 20 });

/// Looks at the day on a thread of its own and tells each new one.
///
/// # Errors
/// When the thread can't be started.
pub fn watch(today: impl Fn() -> String + Send + 'static, tell: impl Fn(&String) + Send + 'static) -> io::Result<()> {
    std::thread::Builder::new().name("midnight".into()).spawn(move || {
        let mut turn = Turn::at(today());
        loop {
            std::thread::park_timeout(LOOK_EVERY);
            if let Some(day) = turn.look(today()) {
                tell(day);
            }
        }
    })?;
    Ok(())
}

/// The day that was told last.
struct Turn(String);

impl Turn {
    fn at(day: String) -> Self {
        Self(day)
    }

    /// The day, where it is another than before: a later one, or an earlier one where a clock was put right.
    fn look(&mut self, day: String) -> Option<&String> {
        (day != self.0).then(|| {
            self.0 = day;
            &self.0
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_is_told_once() {
        let mut turn = Turn::at("2026-03-05".into());
        let days = ["2026-03-05", "2026-03-05", "2026-03-06", "2026-03-06", "2026-03-05", "2026-03-07"];
        let told: Vec<String> = days.iter().filter_map(|day| turn.look((*day).into()).cloned()).collect();
        assert_eq!(told, ["2026-03-06", "2026-03-05", "2026-03-07"]);
    }
}
