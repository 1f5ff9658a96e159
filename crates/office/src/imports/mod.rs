//! Importing ledgers: rows of a file become cases, and every row is accounted for.
//!
//! Whoever calls has read the file and bound its columns to fields (law: headings); [`run`] gathers the rows into
//! cases, reads their values, finds the case of the record that each one means and does one of four things with all
//! rows of a case: it is **new**, **changed**, the **same**, or **refused** with row, column, value and code. What the
//! source had last time and has no more is told as **vanished** and stays in the record.
//!
//! The dry run is the import itself, taken back before it is kept ([`rehearse`]): it can't promise anything else.
//! Rows that are refused stay out; all others go in together, in one transaction, or not at all.
//!
//! A value that the record has otherwise than the last import left it was corrected by hand. The file never writes over
//! it: it becomes a difference that a person decides ([`decide`]). So does what the file says otherwise of a case that
//! was registered by hand. An empty cell says nothing and takes nothing away.

mod acts;
mod dates;
mod differences;
mod entry;
mod fields;
mod gather;
mod hearings;
mod kept;
mod matching;
mod officers;
mod outcome;
mod read;
mod recorded;
mod rows;
mod run;
mod sources;
mod texts;
mod update;

pub use differences::{Decision, Difference, decide, differences};
pub use hearings::HEARINGS;
pub use kept::{Kept, Plans};
pub use officers::OFFICERS;
pub use outcome::{Fate, FieldChange, Item, Outcome, Refused, RefusedCell, Remark, Tally};
pub use rows::Rows;
pub use run::{Import, rehearse, run};
pub use sources::{Run, Source, runs, source_of, sources};

use std::sync::Arc;

use anjuan_law::{Day, typed_day::YearLast};

/// One data row of a file, its columns bound to fields.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourceRow {
    /// The number beside it in a spreadsheet, from 1.
    pub row: u32,
    /// The table, where a source has several; empty otherwise.
    pub table: String,
    /// The first row of its case, where merged cells hold rows together.
    pub group: Option<u32>,
    /// What names its case, where the mapping says which columns do.
    pub case_key: Option<String>,
    /// What names its person within the case, where the mapping says which columns do.
    pub person_key: Option<String>,
    /// Its values; blank cells give none.
    pub cells: Vec<SourceCell>,
}

/// One value of a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourceCell {
    /// The field (law: headings).
    pub field: Arc<str>,
    /// As it stands in the file.
    pub text: String,
    /// The column as a person finds it: letter and head; empty for a constant of the mapping.
    pub column: Arc<str>,
    /// The day, where the cell holds one as a day.
    pub day: Option<Day>,
    /// The number, where the cell holds one as a number.
    pub number: Option<f64>,
    /// The order of the figures of dates that end with the year.
    pub year_last: Option<YearLast>,
    /// A long number was typed as a number and its last digits are gone.
    pub digits_lost: bool,
    /// Which value counts where rows of one case say different things; none refuses them.
    pub several: Option<Several>,
    /// It stands in the first cell of a merged range and was filled down to this row.
    pub from_merge: bool,
}

/// Which of several values counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Several {
    /// The one that comes first in the order of days or letters.
    Earliest,
    /// The one that comes last.
    Latest,
    /// The first in the order of the rows.
    First,
    /// The last in the order of the rows.
    Last,
}

impl Several {
    /// Whether the standing value stays when another comes.
    fn keeps(self, standing: &str, other: &str) -> bool {
        match self {
            Several::Earliest => standing <= other,
            Several::Latest => standing >= other,
            Several::First => true,
            Several::Last => false,
        }
    }
}
