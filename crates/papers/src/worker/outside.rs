//! The asking side: starts the reader, watches it, and turns its death into a refusal.

use super::frames::{self, Frame};
use super::{ARGUMENT, OPTIONS};
use crate::read::{Piece, ReadCode, ReadOptions, ReadRefusal, Sheet, Summary};
use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::Duration;

/// Which executable is started as the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Program {
    /// The one that is running; its `main` begins with [`super::run_if_asked`].
    #[default]
    This,
    /// Another one; tests, whose own `main` is not theirs, name theirs here.
    At(PathBuf),
}

/// Frames that may wait between the pipe and the caller.
const WAITING: usize = 4;
/// Of what a dying reader says, so much is kept.
const LAST_WORDS: u64 = 4 * 1024;

/// Reads `path` behind the fence, handing each piece to `on` as it comes.
///
/// `on` may end the reading by [`ControlFlow::Break`]. The summary tells how far it came.
///
/// # Errors
/// A [`ReadRefusal`] when the file is not a spreadsheet that can be read within
/// `options.limits`. Pieces handed out before it are to be thrown away.
pub fn read_file(
    path: &Path,
    options: &ReadOptions,
    on: impl FnMut(Piece) -> ControlFlow<()>,
) -> Result<Summary, ReadRefusal> {
    read_file_by(&Program::This, path, options, on)
}

/// [`read_file`] with the reader named.
///
/// # Errors
/// As [`read_file`].
pub fn read_file_by(
    program: &Program,
    path: &Path,
    options: &ReadOptions,
    mut on: impl FnMut(Piece) -> ControlFlow<()>,
) -> Result<Summary, ReadRefusal> {
    let file = open_plain(path)?;
    let mut reader = Reader::start(program, file, options)?;
    let mut told = Summary::default();
    loop {
        match reader.next(Duration::from_secs(options.limits.silence_seconds)) {
            Heard::Frame(Frame::Piece(piece)) => {
                note(&mut told, &piece);
                if on(piece).is_break() {
                    reader.stop();
                    return Ok(told);
                }
            }
            Heard::Frame(Frame::Done(summary)) => {
                let end = reader.wait();
                return Ok(Summary { cpu_millis: end.cpu_millis, ..*summary });
            }
            Heard::Frame(Frame::Refused(refusal)) => {
                reader.wait();
                return Err(refusal);
            }
            Heard::Silence => {
                reader.stop();
                return Err(
                    ReadRefusal::new(ReadCode::FileTakesTooLong).with("seconds", options.limits.silence_seconds)
                );
            }
            Heard::End => return Err(reader.cause_of_death(options)),
        }
    }
}

/// Reads `path` behind the fence and holds all its sheets. For ledgers a person pastes or previews;
/// an import streams.
///
/// # Errors
/// As [`read_file`].
pub fn read_sheets(
    program: &Program,
    path: &Path,
    options: &ReadOptions,
) -> Result<(Vec<Sheet>, Summary), ReadRefusal> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let summary = read_file_by(program, path, options, |piece| {
        match piece {
            Piece::Begin(head) => sheets.push(Sheet { head, ..Sheet::default() }),
            Piece::Rows(rows) => {
                if let Some(sheet) = sheets.last_mut() {
                    sheet.rows.extend(rows);
                }
            }
            Piece::End(end) => {
                if let Some(sheet) = sheets.last_mut() {
                    sheet.end = end;
                }
            }
        }
        ControlFlow::Continue(())
    })?;
    Ok((sheets, summary))
}

/// Keeps count for a caller who stops early.
fn note(told: &mut Summary, piece: &Piece) {
    match piece {
        Piece::Begin(head) => told.sheet_names.push(head.name.clone()),
        Piece::Rows(rows) => {
            told.rows += rows.len() as u64;
            told.cells += rows.iter().map(|row| row.cells.len() as u64).sum::<u64>();
        }
        Piece::End(end) => told.sheets.push(*end),
    }
}

/// Opens a plain file; links, folders, pipes and devices are refused.
fn open_plain(path: &Path) -> Result<File, ReadRefusal> {
    let refuse = || ReadRefusal::new(ReadCode::FileIsNotPlain);
    if !std::fs::symlink_metadata(path).map_err(ReadRefusal::io)?.file_type().is_file() {
        return Err(refuse());
    }
    let mut open = File::options();
    open.read(true);
    #[cfg(unix)]
    {
        // Between the look above and the opening somebody may put a link or a pipe there.
        use std::os::unix::fs::OpenOptionsExt;
        open.custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK | libc::O_CLOEXEC);
    }
    let file = open.open(path).map_err(ReadRefusal::io)?;
    if file.metadata().map_err(ReadRefusal::io)?.is_file() { Ok(file) } else { Err(refuse()) }
}

/// A running reader. Killed when dropped.
struct Reader {
    child: Child,
    frames: Receiver<std::io::Result<Frame>>,
    last_words: Receiver<String>,
    ended: Option<End>,
}

enum Heard {
    Frame(Frame),
    Silence,
    End,
}

/// How a reader ended and what it used. Its memory it tells itself: the system counts the asking
/// process's pages into an account that begins before the reader's program is loaded.
#[derive(Clone, Copy, Debug, Default)]
struct End {
    signal: Option<i32>,
    cpu_millis: u64,
}

impl Reader {
    fn start(program: &Program, file: File, options: &ReadOptions) -> Result<Reader, ReadRefusal> {
        let not_started =
            |reason: &dyn std::fmt::Display| ReadRefusal::new(ReadCode::ReaderDidNotStart).with("reason", reason);
        let executable = match program {
            Program::This => std::env::current_exe().map_err(|error| not_started(&error.kind()))?,
            Program::At(path) => path.clone(),
        };
        let json = serde_json::to_string(options).map_err(|error| not_started(&error))?;
        let mut command = Command::new(executable);
        command.env_clear();
        // Without it Windows finds none of its own libraries.
        #[cfg(windows)]
        if let Some(root) = std::env::var_os("SystemRoot") {
            command.env("SystemRoot", root);
        }
        let mut child = command
            .arg(ARGUMENT)
            .env(OPTIONS, json)
            .stdin(Stdio::from(file))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| not_started(&error.kind()))?;
        let (Some(stdout), Some(stderr)) = (child.stdout.take(), child.stderr.take()) else {
            return Err(not_started(&"no pipe"));
        };
        let frames = frames_of(stdout);
        let (say, last_words) = sync_channel(1);
        std::thread::spawn(move || {
            let mut words = Vec::new();
            let mut stderr = stderr;
            let _ = stderr.by_ref().take(LAST_WORDS).read_to_end(&mut words);
            let _ = say.send(String::from_utf8_lossy(&words).into_owned());
            let _ = std::io::copy(&mut stderr, &mut std::io::sink());
        });
        Ok(Reader { child, frames, last_words, ended: None })
    }

    fn next(&mut self, patience: Duration) -> Heard {
        match self.frames.recv_timeout(patience) {
            Ok(Ok(frame)) => Heard::Frame(frame),
            Err(RecvTimeoutError::Timeout) => Heard::Silence,
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Heard::End,
        }
    }

    fn stop(&mut self) {
        if self.ended.is_none() {
            let _ = self.child.kill();
            self.wait();
        }
    }

    fn wait(&mut self) -> End {
        *self.ended.get_or_insert_with(|| wait_for(&mut self.child))
    }

    /// The reader ended without a last frame.
    fn cause_of_death(&mut self, options: &ReadOptions) -> ReadRefusal {
        // A reader that garbles its frames still runs; it must not be waited for.
        let _ = self.child.kill();
        let end = self.wait();
        let words = self.last_words.recv_timeout(Duration::from_secs(5)).unwrap_or_default();
        if words.contains("memory allocation of") || words.contains("OutOfMemory") {
            ReadRefusal::new(ReadCode::FileAsksTooMuchMemory).with("allowed", options.limits.memory_bytes)
        } else if is_out_of_time(end, options) {
            ReadRefusal::new(ReadCode::FileTakesTooLong).with("seconds", options.limits.cpu_seconds)
        } else {
            ReadRefusal::broken(words.lines().next().unwrap_or("the reader ended"))
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Reads frames in a thread of its own, so that the caller can stop waiting for one.
fn frames_of(stdout: ChildStdout) -> Receiver<std::io::Result<Frame>> {
    let (send, frames) = sync_channel(WAITING);
    std::thread::spawn(move || {
        let mut from = BufReader::with_capacity(64 * 1024, stdout);
        loop {
            match frames::read(&mut from) {
                Ok(Some(frame)) => {
                    if send.send(Ok(frame)).is_err() {
                        return;
                    }
                }
                Ok(None) => return,
                Err(error) => {
                    let _ = send.send(Err(error));
                    return;
                }
            }
        }
    });
    frames
}

#[cfg(unix)]
fn is_out_of_time(end: End, options: &ReadOptions) -> bool {
    end.signal == Some(libc::SIGXCPU)
        || (end.signal == Some(libc::SIGKILL) && end.cpu_millis >= options.limits.cpu_seconds.saturating_mul(1000))
}

#[cfg(not(unix))]
fn is_out_of_time(_end: End, _options: &ReadOptions) -> bool {
    false
}

#[cfg(unix)]
fn wait_for(child: &mut Child) -> End {
    let Ok(pid) = libc::pid_t::try_from(child.id()) else { return End::default() };
    let mut status = 0;
    // SAFETY: an all-zero rusage is a valid value of that plain struct of integers.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: `pid` is our own child, not waited for before; both pointers live through the call.
    while unsafe { libc::wait4(pid, &mut status, 0, &mut usage) } < 0 {
        if std::io::Error::last_os_error().kind() != std::io::ErrorKind::Interrupted {
            return End::default();
        }
    }
    let millis = |time: libc::timeval| {
        u64::try_from(time.tv_sec).unwrap_or(0) * 1000 + u64::try_from(time.tv_usec).unwrap_or(0) / 1000
    };
    End {
        signal: libc::WIFSIGNALED(status).then(|| libc::WTERMSIG(status)),
        cpu_millis: millis(usage.ru_utime) + millis(usage.ru_stime),
    }
}

#[cfg(not(unix))]
fn wait_for(child: &mut Child) -> End {
    let _ = child.wait();
    End::default()
}
