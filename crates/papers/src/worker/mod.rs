//! Reading foreign files behind a fence.
//!
//! The program starts itself once more with [`ARGUMENT`] as its first argument. The file goes to that
//! process open, as its standard input: it opens no path, so it follows no link. It limits its own
//! memory, processor time and open files, and forbids itself to write any, before it reads a byte.
//! Rows come back over its standard output. If it is killed, crashes or falls silent, that is a refusal
//! of the file; the program that asked goes on.
//!
//! Every executable that reads files calls [`run_if_asked`] first thing in `main`.

mod fence;
mod frames;
mod inside;
mod outside;

pub use frames::pieces_in;
pub use inside::run_if_asked;
pub use outside::{Program, read_file, read_file_by, read_sheets};

/// The hidden first argument that makes the program a reader.
pub const ARGUMENT: &str = "--read-worker";

/// The options of one reading, as JSON. In the environment, because other users of the machine can
/// see a process's arguments.
const OPTIONS: &str = "ANJUAN_READ_OPTIONS";
