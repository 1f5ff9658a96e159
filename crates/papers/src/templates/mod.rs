//! The templates that are shipped: one text file a paper, made into a `.docx` by [`docx`].
//!
//! They are ordinary documents: an office takes one out, edits it in WPS or Word, and puts it back in its place. The layout
//! follows GB/T 9704-2012 (A4, 37/35/28/26 mm, 22 lines of 28 characters, size 3 text, size 2 title); the wording follows the
//! samples of the Supreme People's Procuratorate for hearings.

mod build;
mod lines;
mod styles;

use crate::docx::DocxFault;

macro_rules! shipped {
    ($($name:literal,)*) => {
        /// The papers there is a template for.
        pub const NAMES: &[&str] = &[$($name,)*];

        fn source(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(concat!("../../templates/", $name, ".txt"))),)*
                _ => None,
            }
        }
    };
}

shipped! {
    "hearing_plan",
    "hearing_approval",
    "hearing_notice",
    "hearing_announcement",
    "hearing_discipline",
    "hearing_agenda",
    "hearing_seat_cards",
    "hearing_opinion",
    "hearing_record",
    "hearing_deliberation",
    "hearing_chief_report",
    "hearing_result_notice",
    "hearing_effect",
    "case_receipt",
    "case_draw_slip",
    "case_sheet",
}

/// The shipped template of a paper as a `.docx`; none where there is no such paper.
///
/// # Errors
/// Where it can't be packed.
pub fn docx(name: &str) -> Result<Option<Vec<u8>>, DocxFault> {
    source(name).map(|text| build::document(&lines::read(text))).transpose()
}
