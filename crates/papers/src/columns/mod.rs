//! What the columns of a table mean, and how their values become fields of a case.
//!
//! [`propose`] looks at heads and sample values and says what each column seems to be, and how sure
//! that is; a person confirms. [`Mapping`] is what was confirmed: a small file that can be kept,
//! edited and used again for the next ledger of the same source. [`Bound`] applies it to rows;
//! [`gather`] brings the rows of several linked tables together by case.

mod bound;
mod dossier;
mod looks;
mod mapping;
mod propose;

pub use bound::{Bound, Record, Valued, letter_of};
pub use dossier::{Dossier, Gathered, gather};
pub use looks::Looks;
pub use mapping::{ColumnRule, DateOrder, Mapping, MappingCode, MappingFault, Several, TableRule, fingerprint};
pub use propose::{Confidence, Proposal, SAMPLES, Samples, propose};
