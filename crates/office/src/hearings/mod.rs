//! Public hearings (检察听证): the pool of officers, and a hearing from its plan to its effect.
//!
//! Every action takes the day of the office and refuses, with the article, what the rules of hearings don't allow for what is
//! still to be done; what has happened is recorded as it was, and shows as missing or as a finding ([`missing`](fn@missing)). The
//! acts on the case's timeline follow from the hearing's rows (`timeline`).

mod chair;
mod clash;
mod clashes;
mod close;
mod complete;
mod coverage;
mod day;
mod draw;
mod fit;
mod guard;
mod history;
mod limits;
mod list;
mod look_backs;
mod matter;
mod missing;
mod notes;
mod participants;
mod plan;
mod pool;
mod renew;
mod rows;
mod seats;
mod sign;
mod time;
mod timeline;

pub use clashes::{Clash, Planned};
pub use close::{Answer, Closing, EffectEntry, answer, close, effect, told};
pub use coverage::{Coverage, LeaderCoverage, LineCoverage, coverage};
pub use day::{Ending, Presence, begin, cancel, end, opinion, participant_attends, seat_attends, step};
pub use draw::{OfficerDraw, OfficerDrawSlip, OfficerDrawsChecked, draw, draws_of, slip, verify_draws};
pub use fit::Unfit;
pub(crate) use history::NOT_STATED;
pub use history::{Past, PastParticipant, PastSeat, take_over};
pub use limits::{Limit, LimitSet, limits, set_limits};
pub(crate) use limits::{key as limit_key, usual as usual_limit};
pub use list::{
    HearingFilter, HearingLine, HearingPage, HearingRules, HearingSheet, all, calendar, list, of_case, rules_for, sheet,
};
pub use look_backs::{LookBack, look_backs};
pub use missing::{Missing, missing};
pub use notes::{NoteEntry, drop_note, save_note};
pub use participants::{LateNotice, Notice, ParticipantEntry, announce, notice, save as save_participant, strike};
pub use plan::{Plan, plan};
pub use pool::{
    Away, Interest, Officer, OfficerEntry, OfficerService, officers, remove as remove_officer, save as save_officer,
};
pub use renew::{Standing, renew, standing};
pub use rows::{Effect, Hearing, Note, Participant, Seat, Step};
pub use seats::{OfficerPick, Outsider, SeatNotes, drop_seat, note_seat, pick};
pub use sign::{Signer, office_signs, seat_signs};
pub use time::{NoTimeOfDay, TimeOfDay};
