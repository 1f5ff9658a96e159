//! One window an office. A second start brings the first one forward and ends.
//!
//! The first holds a lock on `window.lock` in the office's folder for as long as it lives and writes its process
//! number into it. The system frees the lock when the process ends, however it ends, so a number under a held lock
//! is that of a living window and a signal to it can reach nobody else. No socket and no bus is involved.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

const LOCK: &str = "window.lock";

/// The lock of the first window; freed when dropped.
#[derive(Debug)]
pub struct Held {
    _lock: File,
    #[cfg(unix)]
    wake: std::sync::Mutex<Option<signal_hook::iterator::Signals>>,
}

/// Takes the lock in `place`, or, where another window holds it, wakes that window and gives `None`.
///
/// # Errors
/// When the folder or the lock file can't be made or read.
pub fn take_or_wake(place: &Path) -> io::Result<Option<Held>> {
    std::fs::create_dir_all(place)?;
    let mut lock = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(place.join(LOCK))?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            lock.read_to_string(&mut holder)?;
            wake(holder.trim());
            return Ok(None);
        }
        Err(TryLockError::Error(error)) => return Err(error),
    }
    // The wake-up call is listened for before the number is told, for by default it would end the process. The other
    // signal of the kind is taken: the web view collects its garbage by it.
    #[cfg(unix)]
    let wake = signal_hook::iterator::Signals::new([signal_hook::consts::SIGUSR2])?;
    lock.set_len(0)?;
    lock.rewind()?;
    write!(lock, "{}", std::process::id())?;
    lock.flush()?;
    Ok(Some(Held {
        _lock: lock,
        #[cfg(unix)]
        wake: std::sync::Mutex::new(Some(wake)),
    }))
}

impl Held {
    /// Runs `forward` on a thread of its own each time a second start asks for this window.
    ///
    /// # Errors
    /// When the thread can't be started.
    #[cfg(unix)]
    pub fn on_wake(&self, forward: impl Fn() + Send + 'static) -> io::Result<()> {
        let taken = self.wake.lock().unwrap_or_else(|broken| broken.into_inner()).take();
        if let Some(mut signals) = taken {
            std::thread::Builder::new().name("wake".into()).spawn(move || signals.forever().for_each(|_| forward()))?;
        }
        Ok(())
    }

    /// Without signals the second start only ends.
    #[cfg(not(unix))]
    pub fn on_wake(&self, _forward: impl Fn() + Send + 'static) -> io::Result<()> {
        Ok(())
    }
}

/// Sends the wake-up call. A number not yet written belongs to a window that is only just opening: it will be seen
/// without being called.
#[cfg(unix)]
#[allow(unsafe_code)]
fn wake(holder: &str) {
    if let Ok(number) = holder.parse::<libc::pid_t>()
        && number > 0
    {
        // SAFETY: `kill` takes two numbers and touches no memory of ours.
        unsafe { libc::kill(number, libc::SIGUSR2) };
    }
}

#[cfg(not(unix))]
fn wake(_holder: &str) {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn the_second_start_wakes_the_first_and_gets_nothing() {
        let place = tempfile::tempdir().expect("a folder");
        let first = take_or_wake(place.path()).expect("a lock");
        let first = first.expect("nobody else holds it");
        let (woken, heard) = mpsc::channel();
        first.on_wake(move || woken.send(()).expect("the test still listens")).expect("a thread");

        let second = take_or_wake(place.path()).expect("a lock that can be read");
        assert!(second.is_none(), "two windows on one office");
        heard.recv_timeout(Duration::from_secs(20)).expect("the first window is called");
    }

    #[test]
    fn a_lock_left_behind_holds_nobody_up() {
        let place = tempfile::tempdir().expect("a folder");
        std::fs::write(place.path().join(LOCK), "999999999").expect("an old lock");
        let held = take_or_wake(place.path()).expect("a lock");
        assert!(held.is_some(), "the file of a dead process is no lock");
        drop(held);
        let written = std::fs::read_to_string(place.path().join(LOCK)).expect("readable");
        assert_eq!(written, std::process::id().to_string());
    }
}
