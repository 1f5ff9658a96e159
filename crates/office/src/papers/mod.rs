//! Papers: what each one says, taken from the record; what it still lacks; which were made.
//!
//! Here stand the values only. The layout is a template's (`anjuan-papers`), and a template prints what it names. A value that
//! the record does not hold is `null` in the tree, never an empty text, so that a paper with a hole can't be made.
//!
//! Papers that the public reads ([`Paper::public`]) name nobody who is a party, and nothing else by which a minor could be
//! known: [`mask`](mod@mask) goes over the whole tree, whatever the template takes from it.

mod case;
mod fill;
mod gaps;
mod hearing;
mod kinds;
mod made;
mod mask;
mod own;
mod say;
mod specimen;

pub use case::of_case;
pub use fill::{PaperFill, PaperOwn, fill, own_values};
pub use gaps::{PaperGap, told as gaps_told};
pub use hearing::of_hearing;
pub use kinds::{CASE_PAPERS, HEARING_PAPERS, Paper, paper};
pub use made::{Made, made_of_case, record_made};
pub use own::{OwnTemplate, own_template, own_templates, put_template, take_template_away};
pub use specimen::specimen;

use serde_json::Value;

/// One copy of a paper, ready for its template.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// Which paper.
    pub paper: &'static Paper,
    /// To whom it goes (`participant:12`, `seat:3`); empty where there is one for all.
    pub about: String,
    /// That person's name.
    pub name: String,
    /// What it says.
    pub values: Value,
}
