//! Sealed juvenile records (未成年人犯罪记录封存): a sealed case leaves the office's record altogether and lies in a second file with
//! the same tables and a key of its own.
//!
//! Whoever has not that key reads the record only, so that each of his questions is answered as if the case had never been
//! there: nothing is filtered, for there is nothing to be left out. Whoever has it goes into the room of the sealed cases, and
//! there the same questions are asked of the other file.
//!
//! A case goes over in two transactions, one for each file, and is never in neither: it is kept and compared in the one
//! before it leaves the other. A case that a power cut left in both is brought to its end when the room is next entered.

mod barred;
mod check;
mod go;
mod room;

pub use barred::{barred, refuse_barred};
pub use check::{Foreseen, Mention, foresee, label};
pub use go::{Step, finish, seal, unseal};
pub use room::{Room, SealedCase};

use serde::{Deserialize, Serialize};

use crate::CaseId;

/// A case to be sealed, and why.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct Sealing {
    /// The case.
    pub case: CaseId,
    /// Why the law seals it (vocabulary: `seal_ground`).
    pub ground: String,
    /// Whose decision, with its number.
    pub authority: String,
    /// Anything else to be known.
    #[serde(default)]
    pub reason: String,
    /// Why the whole of a case is sealed in which adults are accused too.
    #[serde(default)]
    pub joint_reason: String,
}

/// A case to be brought back, and why.
#[derive(Debug, Clone, Deserialize, Serialize, ts_rs::TS)]
pub struct Unsealing {
    /// The case.
    pub case: CaseId,
    /// Which of the law's grounds (vocabulary: `unseal_ground`).
    pub ground: String,
    /// Whose decision, with its number.
    pub authority: String,
    /// Why.
    pub reason: String,
}
