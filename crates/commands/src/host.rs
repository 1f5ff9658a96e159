//! What commands need from their surroundings: a clock, a folder, somebody to tell.

use std::{path::PathBuf, sync::OnceLock, time::Duration, time::Instant};

use anjuan_law::Day;
use anjuan_office::{Changed, record::KeyCost};
use anjuan_papers::worker::Program;
use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use serde::Serialize;

/// Work that nobody waits for.
pub type Meanwhile = Box<dyn FnOnce() + Send>;

/// The surroundings of a face of the program.
pub trait Host: Send + Sync {
    /// The day of the office.
    fn today(&self) -> Day;
    /// The instant, UTC, RFC 3339.
    fn now(&self) -> String;
    /// The folder of the office.
    fn folder(&self) -> PathBuf;
    /// The machine's name.
    fn workstation(&self) -> String;
    /// Which face: `window` or `anjuan`.
    fn program(&self) -> &'static str;
    /// What deriving a key from a passphrase is to cost on this machine; `least` is what the office asks for.
    fn key_cost(&self, least: KeyCost) -> KeyCost {
        least
    }
    /// The folder of what belongs to this workstation and not to the office: its signing key.
    fn station_folder(&self) -> PathBuf {
        self.folder()
    }
    /// Which executable reads foreign files.
    fn reader(&self) -> Program {
        Program::This
    }
    /// Work that nobody waits for. A face that ends with its answer leaves it undone.
    fn meanwhile(&self, work: Meanwhile) {
        drop(work);
    }
    /// Something changed.
    fn changed(&self, changed: &Changed);
    /// A long task went on.
    fn progress(&self, progress: &Progress);
}

/// How far a long task is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Progress {
    /// Which task: the name of the command.
    pub task: String,
    /// Steps done.
    pub done: u64,
    /// Steps in all; 0 when not known.
    pub total: u64,
}

/// The real clock, folder and machine. Faces differ in whom they tell.
pub struct SystemHost {
    /// The office's folder.
    pub folder: PathBuf,
    /// The day to work on instead of the clock's, for asking about another day and for tests; where it gives none, the
    /// clock's counts.
    pub today: Box<dyn Fn() -> Option<Day> + Send + Sync>,
    /// Which face.
    pub program: &'static str,
    /// Called with work that nobody waits for; none leaves it undone.
    pub on_meanwhile: Option<fn(Meanwhile)>,
    /// Called on each change.
    pub on_changed: Box<dyn Fn(&Changed) + Send + Sync>,
    /// Called on each step of a long task.
    pub on_progress: Box<dyn Fn(&Progress) + Send + Sync>,
}

impl SystemHost {
    /// The office's folder: what is asked for, else `ANJUAN_OFFICE`, else the platform's data folder.
    pub fn folder_or_default(asked: Option<PathBuf>) -> PathBuf {
        asked.or_else(|| std::env::var_os("ANJUAN_OFFICE").map(PathBuf::from)).unwrap_or_else(|| {
            directories::ProjectDirs::from("", "", "anjuan")
                .map_or_else(|| PathBuf::from("anjuan-office"), |dirs| dirs.data_dir().join("office"))
        })
    }
}

#[allow(clippy::disallowed_methods, reason = "this is the face's clock; everything below takes the day as an argument")]
fn utc() -> DateTime<Utc> {
    Utc::now()
}

/// As many passes as take about half a second here, and never fewer than asked for.
#[allow(clippy::disallowed_methods, reason = "how long a try takes is what is measured")]
fn calibrated(least: KeyCost) -> KeyCost {
    const WANTED: Duration = Duration::from_millis(500);
    let began = Instant::now();
    if least.try_out().is_err() {
        return least;
    }
    let one = began.elapsed().as_secs_f64() / f64::from(least.passes.max(1));
    let wanted = (WANTED.as_secs_f64() / one.max(1e-6)).floor();
    // Fast machines get more passes; a slow one keeps the least and takes longer.
    let passes = if wanted > 64.0 { 64 } else { wanted as u32 };
    KeyCost { passes: passes.max(least.passes), ..least }
}

impl Host for SystemHost {
    fn today(&self) -> Day {
        const SHANGHAI: i32 = 8 * 3600;
        let by_clock = || {
            let zone = FixedOffset::east_opt(SHANGHAI)?;
            Day::try_from(utc().with_timezone(&zone).date_naive()).ok()
        };
        (self.today)().or_else(by_clock).unwrap_or(Day::MIN)
    }

    fn now(&self) -> String {
        utc().to_rfc3339_opts(SecondsFormat::Millis, true)
    }

    fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    fn key_cost(&self, least: KeyCost) -> KeyCost {
        static MEASURED: OnceLock<KeyCost> = OnceLock::new();
        if least != KeyCost::STANDARD {
            return least;
        }
        *MEASURED.get_or_init(|| calibrated(least))
    }

    fn station_folder(&self) -> PathBuf {
        std::env::var_os("ANJUAN_STATION").map(PathBuf::from).unwrap_or_else(|| {
            directories::ProjectDirs::from("", "", "anjuan")
                .map_or_else(|| self.folder(), |dirs| dirs.config_local_dir().to_owned())
        })
    }

    fn workstation(&self) -> String {
        std::env::var("COMPUTERNAME")
            .ok()
            .or_else(|| std::fs::read_to_string("/etc/hostname").ok())
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| "workstation".to_owned())
    }

    fn program(&self) -> &'static str {
        self.program
    }

    fn meanwhile(&self, work: Meanwhile) {
        if let Some(on_meanwhile) = self.on_meanwhile {
            on_meanwhile(work);
        }
    }
    fn changed(&self, changed: &Changed) {
        (self.on_changed)(changed);
    }

    fn progress(&self, progress: &Progress) {
        (self.on_progress)(progress);
    }
}
