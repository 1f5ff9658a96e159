//! What the record says of a hearing: one type a table.

use anjuan_law::Day;
use rusqlite::Row;
use serde::Serialize;

use super::TimeOfDay;
use crate::{
    AccountId, CaseId, HearingId, HearingNoteId, OfficerDrawId, OfficerId, ParticipantId, PersonId, Reading, Result,
    SeatId, refusal,
};

macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident $ts:literal { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
        #[ts(rename = $ts)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        impl $name {
            pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
                Ok(Self { $($field: row.get(stringify!($field))?,)* })
            }
        }
    )*};
}

rows! {
    /// A hearing, as far as it has one value of each.
    Hearing "Hearing" {
        /// Its id.
        id: HearingId,
        /// The case it belongs to.
        case_id: CaseId,
        /// The kind (vocabulary: `hearing_kind`).
        kind: String,
        /// Why it is held (vocabulary: `hearing_basis`); may be empty.
        basis: String,
        /// On whose initiative (vocabulary: `hearing_initiated_by`).
        initiated_by: String,
        /// Who applied for it.
        applicant: String,
        /// When.
        applied_on: Option<Day>,
        /// What was answered (vocabulary: `hearing_application_decision`); empty where not yet.
        answer: String,
        /// The reasons of the answer.
        answer_reason: String,
        /// The day of the answer.
        answered_on: Option<Day>,
        /// The day on which the applicant was told.
        answer_told_on: Option<Day>,
        /// Who approved the hearing.
        approved_by: String,
        /// When.
        approved_on: Option<Day>,
        /// The number of the approval.
        approval_no: String,
        /// Whether it is public.
        is_public: bool,
        /// Why it is not (vocabulary: `hearing_not_public_reason`).
        not_public_reason: String,
        /// Why it departs from what the rule says of such cases.
        publicity_reason: String,
        /// The questions to be heard, one a line.
        questions: String,
        /// The disposal that is proposed, on which the officers give their views.
        proposed_decision: String,
        /// The sort of venue (vocabulary: `hearing_venue`).
        venue: String,
        /// The room, the address or the platform.
        place: String,
        /// Who approved another venue than the hearing room.
        venue_approved_by: String,
        /// When.
        venue_approved_on: Option<Day>,
        /// The day of the hearing.
        held_on: Option<Day>,
        /// When it is to begin.
        starts_at: Option<TimeOfDay>,
        /// Until when the room is needed.
        ends_at: Option<TimeOfDay>,
        /// The day on which day, time and place were last set.
        planned_on: Day,
        /// Who presides.
        chair_id: Option<AccountId>,
        /// As what (vocabulary: `hearing_chair_reason`).
        chair_reason: String,
        /// Who keeps the record.
        recorder: String,
        /// The judicial police officers.
        bailiffs: String,
        /// The day of the announcement.
        announced_on: Option<Day>,
        /// Where it was announced.
        announced_in: String,
        /// Why fewer officers sat than is usual.
        officer_number_reason: String,
        /// How it is broadcast (vocabulary: `hearing_broadcast`).
        broadcast: String,
        /// Who approved the broadcast.
        broadcast_approved_by: String,
        /// When.
        broadcast_approved_on: Option<Day>,
        /// When it began.
        began_at: Option<TimeOfDay>,
        /// When it ended.
        ended_at: Option<TimeOfDay>,
        /// The number of the recording.
        recording: String,
        /// Until when the recording is kept.
        recording_until: Option<Day>,
        /// The number of the transcript.
        transcript: String,
        /// What disturbed it.
        disorder: String,
        /// The text of the announcement.
        announcement: String,
        /// Whether the chair signed the transcript.
        chair_signed: Option<bool>,
        /// Whether the handling prosecutor did, where somebody else presided.
        handler_signed: Option<bool>,
        /// Whether the recorder did.
        recorder_signed: Option<bool>,
        /// Whether its times are not known: it was taken over from an older record.
        times_unknown: bool,
        /// Who handled the case when the plan or the beginning was recorded.
        handler_id: Option<AccountId>,
        /// The post he or she had then (vocabulary: `post`); may be empty.
        handler_post: String,
        /// The opinion of the majority (vocabulary: `officer_opinion`); empty where none has one.
        majority: String,
        /// Whether the majority was followed (vocabulary: `hearing_adopted`).
        adopted: String,
        /// The day of the report to the chief prosecutor.
        reported_on: Option<Day>,
        /// Who consented to not following the majority.
        consented_by: String,
        /// When.
        consented_on: Option<Day>,
        /// The day of the decision.
        decided_on: Option<Day>,
        /// Whether it was announced on the spot.
        on_the_spot: Option<bool>,
        /// What was decided.
        decision: String,
        /// With what reasons.
        decision_reasons: String,
        /// The day on which the parties were told.
        parties_told_on: Option<Day>,
        /// The day on which it was cancelled.
        cancelled_on: Option<Day>,
        /// Why.
        cancel_reason: String,
    }

    /// One hearing officer's seat.
    Seat "HearingSeat" {
        /// Its id.
        id: SeatId,
        /// The hearing.
        hearing_id: HearingId,
        /// The officer of the pool; none for somebody from outside.
        officer_id: Option<OfficerId>,
        /// The name at the time.
        name: String,
        /// The birthday.
        birth: Option<Day>,
        /// The unit.
        unit: String,
        /// The profession (vocabulary: `officer_profession`).
        profession: String,
        /// The category (vocabulary: `officer_category`).
        category: String,
        /// How the officer came to the seat (vocabulary: `officer_selection`).
        selection: String,
        /// Why this one, where nobody drew.
        selection_reason: String,
        /// The draw.
        draw_id: Option<OfficerDrawId>,
        /// Who approved somebody from outside the pool.
        outside_approved_by: String,
        /// When.
        outside_approved_on: Option<Day>,
        /// Why somebody with the name of a person of the case is not that person.
        namesake_reason: String,
        /// The day of the declaration of interest.
        declared_on: Option<Day>,
        /// The interest declared (vocabulary: `officer_conflict`); empty for none.
        conflict: String,
        /// The day of the briefing.
        briefed_on: Option<Day>,
        /// Whether the officer came.
        attended: Option<bool>,
        /// In how many hearings of that year the officer had a seat when this one was filled.
        asked_before: u32,
        /// Whether the officer signed the transcript.
        signed: Option<bool>,
        /// Why not.
        refusal_to_sign: String,
        /// The opinion (vocabulary: `officer_opinion`).
        opinion: String,
        /// In his or her words.
        opinion_text: String,
        /// The day on which the officer was told of the decision.
        told_on: Option<Day>,
        /// The day on which the seat was given up.
        dropped_on: Option<Day>,
        /// Why.
        drop_reason: String,
    }

    /// Somebody else who takes part.
    Participant "HearingParticipant" {
        /// Its id.
        id: ParticipantId,
        /// The hearing.
        hearing_id: HearingId,
        /// The person of the case.
        person_id: Option<PersonId>,
        /// The name.
        name: String,
        /// The role (vocabulary: `hearing_participant_role`).
        role: String,
        /// The unit.
        unit: String,
        /// The day on which the notice was sent.
        notice_sent_on: Option<Day>,
        /// The day on which it was received.
        notice_received_on: Option<Day>,
        /// Whether he or she came.
        attended: Option<bool>,
        /// Why not.
        absence_reason: String,
        /// Whether he or she left before the end.
        left_early: bool,
        /// What he or she said.
        statement: String,
        /// Whether the transcript was signed.
        signed: Option<bool>,
        /// Why not.
        refusal_to_sign: String,
    }

    /// One of the steps of a hearing.
    Step "HearingStep" {
        /// Which (vocabulary: `hearing_step`).
        step: String,
        /// Its place in the order, from 1.
        position: u32,
        /// When it began.
        at_time: Option<TimeOfDay>,
        /// What was said and done.
        text: String,
    }

    /// What was said or happened, as it fell.
    Note "HearingNote" {
        /// Its id.
        id: HearingNoteId,
        /// In which step (vocabulary: `hearing_step`); may be empty.
        step: String,
        /// What it is (vocabulary: `hearing_note_kind`).
        kind: String,
        /// Who spoke; may be empty.
        speaker: String,
        /// When.
        at_time: Option<TimeOfDay>,
        /// The words.
        text: String,
    }

    /// What became of the matter.
    Effect "HearingEffect" {
        /// The day on which it was recorded.
        recorded_on: Day,
        /// The effect (vocabulary: `hearing_effect`).
        effect: String,
        /// The result of the case, in words.
        case_result: String,
        /// Whether the result is what the majority thought.
        matches_majority: Option<bool>,
        /// Whether the petition has ended.
        petition_stopped: Option<bool>,
        /// Whether judicial assistance was given.
        assistance_given: Option<bool>,
        /// Whether a suggestion was issued.
        suggestion_issued: Option<bool>,
        /// Money paid or promised, in fen.
        #[ts(type = "number | null")]
        amount: Option<i64>,
        /// What the public said.
        public_feedback: String,
        /// What the officers said of it.
        officer_feedback: String,
        /// The day of the follow-up.
        follow_up_on: Option<Day>,
        /// What the follow-up found.
        follow_up: String,
        /// Anything else.
        note: String,
    }
}

/// The hearing, or a refusal that it is not known.
pub fn hearing(reading: &Reading<'_>, id: HearingId) -> Result<Hearing> {
    reading
        .maybe("SELECT * FROM hearing WHERE id = ?1", [id], Hearing::from_row)?
        .ok_or_else(|| refusal!("hearing_unknown", hearing = id))
}

/// The hearing's status (vocabulary: `hearing_status`).
pub fn status(reading: &Reading<'_>, id: HearingId) -> Result<String> {
    reading.value("SELECT status FROM hearing_state WHERE hearing_id = ?1", [id])
}

/// All seats, those given up too, in the order in which they were filled.
pub fn seats(reading: &Reading<'_>, id: HearingId) -> Result<Vec<Seat>> {
    reading.all("SELECT * FROM hearing_seat WHERE hearing_id = ?1 ORDER BY id", [id], Seat::from_row)
}

/// The seats that are filled.
pub fn seats_held(reading: &Reading<'_>, id: HearingId) -> Result<Vec<Seat>> {
    Ok(seats(reading, id)?.into_iter().filter(|seat| seat.dropped_on.is_none()).collect())
}

/// The other participants.
pub fn participants(reading: &Reading<'_>, id: HearingId) -> Result<Vec<Participant>> {
    reading.all("SELECT * FROM hearing_participant WHERE hearing_id = ?1 ORDER BY id", [id], Participant::from_row)
}

/// The steps recorded, in their order.
pub fn steps(reading: &Reading<'_>, id: HearingId) -> Result<Vec<Step>> {
    reading.all("SELECT * FROM hearing_step WHERE hearing_id = ?1 ORDER BY position", [id], Step::from_row)
}

/// What was said and happened, in the order in which it was entered.
pub fn notes(reading: &Reading<'_>, id: HearingId) -> Result<Vec<Note>> {
    reading.all("SELECT * FROM hearing_note WHERE hearing_id = ?1 ORDER BY id", [id], Note::from_row)
}

/// What became of the matter, once recorded.
pub fn effect(reading: &Reading<'_>, id: HearingId) -> Result<Option<Effect>> {
    reading.maybe("SELECT * FROM hearing_effect WHERE hearing_id = ?1", [id], Effect::from_row)
}
