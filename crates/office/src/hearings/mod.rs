//! Public hearings (检察听证): the pool of officers, and a hearing from its plan to its effect.
//!
//! Every action takes the day of the office and refuses, with the article, what the rules of hearings don't allow for what is
//! still to be done; what has happened is recorded as it was, and shows as missing or as a finding ([`missing`](fn@missing)). The
//! acts on the case's timeline follow from the hearing's rows (`timeline`).

mod chair;
mod clash;
mod close;
mod day;
mod draw;
mod fit;
mod guard;
mod list;
mod matter;
mod missing;
mod participants;
mod plan;
mod pool;
mod rows;
mod seats;
mod time;
mod timeline;

pub use close::{Answer, Closing, EffectEntry, answer, close, effect, told};
pub use day::{Ending, Presence, begin, cancel, end, opinion, participant_attends, seat_attends, step};
pub use draw::{OfficerDraw, OfficerDrawSlip, draw, draws_of, slip};
pub use fit::Unfit;
pub use list::{
    HearingFilter, HearingLine, HearingPage, HearingRules, HearingSheet, calendar, list, of_case, rules_for, sheet,
};
pub use missing::{Missing, missing};
pub use participants::{LateNotice, Notice, ParticipantEntry, announce, notice, save as save_participant, strike};
pub use plan::{Plan, plan};
pub use pool::{Interest, Officer, OfficerEntry, officers, remove as remove_officer, save as save_officer};
pub use rows::{Effect, Hearing, Participant, Seat, Step};
pub use seats::{OfficerPick, Outsider, SeatNotes, drop_seat, note_seat, pick};
pub use time::{NoTimeOfDay, TimeOfDay};
