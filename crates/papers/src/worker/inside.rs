//! The reader's own side: limits first, then the file on standard input, then frames.

use super::frames::{self, Frame};
use super::{ARGUMENT, OPTIONS, fence};
use crate::read::{Out, ReadOptions, ReadRefusal, Summary, read_into};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;

/// When this process was started as a reader, reads and ends the process; otherwise returns at once.
///
/// Call it before anything else in `main`: before threads, windows, locks and open files.
pub fn run_if_asked() {
    if std::env::args_os().nth(1).is_some_and(|first| first == ARGUMENT) {
        std::process::exit(run());
    }
}

fn run() -> i32 {
    let options = std::env::var(OPTIONS).ok().and_then(|json| serde_json::from_str(&json).ok());
    let Some(options): Option<ReadOptions> = options else { return 2 };
    if fence::close(&options.limits).is_err() {
        return 3;
    }
    let mut to = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
    let last = match read(&options, &mut to) {
        Ok(summary) => Frame::Done(Box::new(Summary { peak_bytes: peak_bytes(), ..summary })),
        Err(refusal) => Frame::Refused(refusal.with("peak_bytes", peak_bytes())),
    };
    match frames::write(&mut to, &last).and_then(|()| to.flush()) {
        Ok(()) => 0,
        Err(_) => 4,
    }
}

fn read(options: &ReadOptions, to: &mut impl Write) -> Result<Summary, ReadRefusal> {
    let file = standard_input()?;
    let mut on = |piece| match frames::write(to, &Frame::Piece(piece)) {
        Ok(()) => ControlFlow::Continue(()),
        // Nobody reads on: the asking side has seen enough, or is gone.
        Err(_) => ControlFlow::Break(()),
    };
    let mut out = Out::new(options, &mut on);
    read_into(file, options, &mut out)
}

/// The most memory this process has held. The system's own account of an ended child begins with what
/// its parent held, so the reader looks at itself. 0 where that can't be asked.
fn peak_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kibibytes.unwrap_or(0).saturating_mul(1024)
}

#[cfg(unix)]
fn standard_input() -> Result<File, ReadRefusal> {
    use std::os::fd::AsFd;
    let owned = io::stdin().as_fd().try_clone_to_owned().map_err(ReadRefusal::io)?;
    Ok(File::from(owned))
}

#[cfg(windows)]
fn standard_input() -> Result<File, ReadRefusal> {
    use std::os::windows::io::AsHandle;
    let owned = io::stdin().as_handle().try_clone_to_owned().map_err(ReadRefusal::io)?;
    Ok(File::from(owned))
}

#[cfg(not(any(unix, windows)))]
fn standard_input() -> Result<File, ReadRefusal> {
    Err(ReadRefusal::new(crate::read::ReadCode::ReaderDidNotStart))
}
