//! The law as data and pure functions: days, calendar, periods and the statutory clock, and the
//! lists the office works with. No input or output, no database, no clock of its own.

#[cfg(any(feature = "sqlite", feature = "ts"))]
mod bridges;
pub mod day;
pub mod sources;
pub mod words;

pub use day::{Day, DayError};
pub use sources::{Basis, Source};
pub use words::{Lang, Words};
