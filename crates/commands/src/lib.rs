//! The one list of what a face of the program may ask, and the bodies, generic over what they need from
//! their surroundings.
//!
//! A face (the window, the command line, a test) makes a [`Desk`] over its [`Host`] and calls commands by name
//! with JSON. [`list`] holds the list; from it come the dispatch, the TypeScript for the window
//! ([`typescript`]) and the test that each command has a right. Each capability has its own module with the
//! bodies; they are short, for the work is done in `anjuan-office`.

#![warn(missing_docs)]

pub mod accounts;
pub mod assignments;
pub mod audit;
pub mod backups;
pub mod cases;
pub mod checks;
pub mod deadlines;
pub mod desk;
pub mod examples;
pub mod exports;
mod eyes;
mod hands;
pub mod hearing_files;
mod hearings;
pub mod host;
pub mod imports;
pub mod journal;
pub mod keeping;
pub mod keys;
pub mod law;
pub mod list;
pub mod lists;
pub mod office;
pub mod own_checks;
pub mod papers;
pub mod permits;
pub mod room;
pub mod sample;
pub mod search;
pub mod secrets;
mod sitting;
pub mod typescript;
pub mod walls;
pub mod words;

pub use desk::{Desk, Seat};
pub use host::{Host, Progress, SystemHost};

// What a face needs of the crates below, so that it need not know them.
pub use anjuan_law::{Day, Lang, Words};
pub use anjuan_office::{Refusal, Result, refusal, refusal::Class};
pub use anjuan_papers::worker::{Program as Reader, run_if_asked as read_for_the_program_if_asked};
