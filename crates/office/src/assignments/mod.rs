//! Who handles a case, and how that was decided.
//!
//! A case goes to its handler by a draw among those who may take it, or is designated with a coded reason. Either way the
//! candidates, those left out with the reason, the seed and the result are kept, and the act stands on the timeline.
//! A change of handler changes no period.

mod allot;
mod eligible;
mod loads;
mod slip;
mod verify;

pub use allot::{
    Designation, Drawn, allot_in_history, designate, draw_handler, draw_method, end_assistant, name_assistant,
    set_draw_method,
};
pub use eligible::{Pool, pool};
pub use loads::{Carried, caseload, waiting};
pub use slip::{Assignment, DrawSlip, history, slip};
pub use verify::{DrawCheck, verify_draws};
