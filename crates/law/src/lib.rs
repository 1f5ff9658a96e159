//! The law as data and pure functions: days, calendar, periods and the statutory clock, and the
//! lists the office works with. No input or output, no database, no clock of its own.

pub mod acts;
pub mod ages;
pub mod allocation;
#[cfg(any(feature = "sqlite", feature = "ts"))]
mod bridges;
pub mod calendar;
pub mod categories;
pub mod causes;
pub mod charges;
pub mod clock;
mod data;
pub mod day;
pub mod divisions;
pub mod headings;
pub mod hearings;
pub mod identity;
pub mod ledger_words;
pub mod names;
pub mod numbers;
pub mod periods;
pub mod pick;
pub mod pinyin;
pub mod procuratorates;
mod rules;
pub mod sources;
pub mod stage;
pub mod text;
pub mod typed_day;
pub mod vocabulary;
pub mod words;

pub use acts::{Act, act, acts_allowed};
pub use allocation::{Allocation, allocation};
pub use calendar::{Calendar, DayKind};
pub use categories::{Category, category};
pub use day::{Day, DayError};
pub use sources::{Basis, Source};
pub use stage::stage;
pub use vocabulary::{Choice, choice, choices, vocabulary};
pub use words::{Lang, Words};
