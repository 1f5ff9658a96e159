//! The record of one office and the work on it.
//!
//! Every change is an [`Action`] that goes through one door, [`Office::act`]: may this person do it,
//! is it lawful, write the record tables, journal, derive again what it touches, tell what changed.
//! Reading is separate: [`Office::read`] takes a read-only connection from a small pool.
//!
//! `record` is the only module that sees a raw connection; each other module is one capability with
//! its types, its `.sql` files and its tests.

#![warn(missing_docs)]

pub mod accounts;
pub mod actions;
pub mod assignments;
pub mod cases;
pub mod checks;
pub mod deadlines;
pub mod derive;
pub mod draws;
pub mod founding;
pub mod hearings;
pub mod ids;
pub mod imports;
pub mod keeping;
pub mod lists;
pub mod own_checks;
pub mod papers;
pub mod record;
pub mod refusal;
pub mod sample;
pub mod sealed;
pub mod search;

mod door;
mod optional;

pub use accounts::{Actor, Post, Right, Scope};
pub use actions::Action;
pub use door::{Ask, Changed, Done, Office};
pub use ids::*;
pub use record::{Reading, Work};
pub use refusal::{Refusal, Result};
