//! The pool of hearing officers, and hearings from plan to effect.

use anjuan_law::Day;
use anjuan_office::{
    Action, CaseId, Changed, HearingId, HearingNoteId, OfficerDrawId, OfficerId, ParticipantId, Result, SeatId, Work,
    draws::Seed,
    hearings::{
        self, Answer, Closing, Coverage, EffectEntry, Ending, HearingFilter, HearingLine, HearingPage, HearingRules,
        HearingSheet, LateNotice, Limit, LimitSet, Missing, NoteEntry, Notice, Officer, OfficerDraw, OfficerDrawSlip,
        OfficerDrawsChecked, OfficerEntry, OfficerPick, ParticipantEntry, Plan, Planned, Presence, SeatNotes, Signer,
        TimeOfDay,
    },
    refusal,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{Seat, list::Nothing, walls};

pub use crate::hearing_files::hearing_export;

macro_rules! asks {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Deserialize, ts_rs::TS)]
        #[ts(optional_fields)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
    )*};
}

asks! {
    /// One hearing.
    HearingAsk {
        /// Which.
        hearing: HearingId,
    }
    /// The hearings of one case.
    HearingsOfCase {
        /// The case.
        case: CaseId,
    }
    /// Some days.
    HearingDays {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    }
    /// A note to strike.
    HearingNoteAsk {
        /// Which.
        note: HearingNoteId,
    }
    /// A signature of somebody of the office.
    HearingSignature {
        /// The hearing.
        hearing: HearingId,
        /// Who signs.
        who: Signer,
        /// Whether the record is signed.
        signed: bool,
    }
    /// An officer to take out of the pool.
    OfficerRemoval {
        /// Which.
        officer: OfficerId,
        /// Why.
        reason: String,
    }
    /// A seat to give up.
    OfficerDrop {
        /// Which.
        seat: SeatId,
        /// Why.
        reason: String,
    }
    /// A seat and what is recorded of it before the hearing.
    HearingSeatSave {
        /// Which.
        seat: SeatId,
        /// Declaration and briefing.
        notes: SeatNotes,
    }
    /// A participant to strike off.
    ParticipantAsk {
        /// Which.
        participant: ParticipantId,
    }
    /// An announcement.
    HearingAnnouncement {
        /// The hearing.
        hearing: HearingId,
        /// The day; absent takes it back.
        announced_on: Option<Day>,
        /// Where.
        announced_in: String,
        /// Its text; absent: as it is.
        announcement: Option<String>,
    }
    /// A beginning.
    HearingBeginning {
        /// The hearing.
        hearing: HearingId,
        /// When.
        at: TimeOfDay,
        /// Why fewer officers sit than is usual.
        officer_number_reason: Option<String>,
    }
    /// Whether an officer came.
    HearingAttendance {
        /// The seat.
        seat: SeatId,
        /// Whether; absent: not recorded.
        attended: Option<bool>,
    }
    /// Whether an officer signed.
    HearingSeatSignature {
        /// The seat.
        seat: SeatId,
        /// Whether; absent: as it is.
        signed: Option<bool>,
        /// Why not; absent: as it is.
        refusal_to_sign: Option<String>,
    }
    /// What is recorded of a participant on the day.
    ParticipantPresence {
        /// Which.
        participant: ParticipantId,
        /// What.
        presence: Presence,
    }
    /// A step of a hearing.
    HearingStepSave {
        /// The hearing.
        hearing: HearingId,
        /// Which (vocabulary: `hearing_step`).
        step: String,
        /// When it began; absent: as it is.
        at: Option<TimeOfDay>,
        /// Takes the time back.
        no_time: Option<bool>,
        /// What was said and done; absent: as it is.
        text: Option<String>,
    }
    /// An officer's opinion.
    HearingOpinionSave {
        /// The seat.
        seat: SeatId,
        /// Which (vocabulary: `officer_opinion`); empty takes it back; absent: as it is.
        opinion: Option<String>,
        /// In his or her words; absent: as they are.
        text: Option<String>,
    }
    /// Who was told of the decision.
    HearingTold {
        /// The hearing.
        hearing: HearingId,
        /// When; absent takes it back.
        on: Option<Day>,
        /// The parties.
        parties: Option<bool>,
        /// These officers.
        seats: Option<Vec<SeatId>>,
    }
    /// A hearing to call off.
    HearingCancellation {
        /// Which.
        hearing: HearingId,
        /// Why.
        reason: String,
    }
    /// One draw of officers.
    OfficerDrawAsk {
        /// Which.
        draw: OfficerDrawId,
    }
    /// Limits that the office sets for itself.
    HearingLimitsSave {
        /// Which; those not named stay.
        limits: Vec<LimitSet>,
        /// Why, for the journal.
        reason: String,
    }
}

/// A hearing that was planned.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct HearingPlanned {
    /// The hearing.
    pub hearing: HearingId,
    /// What changed.
    pub changed: Changed,
}

/// Officers that were drawn.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct OfficersDrawn {
    /// The draw, repeated from its record.
    pub slip: OfficerDrawSlip,
    /// What changed.
    pub changed: Changed,
}

/// A notice that was recorded.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct NoticeRecorded {
    /// Notices of this hearing that came too late.
    pub late: Vec<LateNotice>,
    /// What changed.
    pub changed: Changed,
}

fn act<T>(seat: &Seat<'_>, action: Action, detail: Value, act: impl FnOnce(&Work<'_>) -> Result<T>) -> Result<Changed> {
    Ok(seat.act(action, "", detail, act)?.changed)
}

/// A page of hearings.
pub fn hearing_list(seat: &Seat<'_>, ask: HearingFilter) -> Result<HearingPage> {
    seat.read(|reading| hearings::list(reading, &ask, &walls::told(seat, reading, ask.text.is_some())?))
}

/// Everything about one hearing.
pub fn hearing_sheet(seat: &Seat<'_>, ask: HearingAsk) -> Result<HearingSheet> {
    seat.read(|reading| hearings::sheet(reading, ask.hearing, seat.day))
}

/// The hearings of some days.
pub fn hearing_calendar(seat: &Seat<'_>, ask: HearingDays) -> Result<Vec<HearingLine>> {
    seat.read(|reading| hearings::calendar(reading, ask.from, ask.to))
}

/// The hearings of one case.
pub fn hearings_of_case(seat: &Seat<'_>, ask: HearingsOfCase) -> Result<Vec<HearingLine>> {
    seat.read(|reading| hearings::of_case(reading, ask.case))
}

/// What a hearing lacks today.
pub fn hearing_missing(seat: &Seat<'_>, ask: HearingAsk) -> Result<Vec<Missing>> {
    seat.read(|reading| hearings::missing(reading, ask.hearing, seat.day))
}

/// What the rules ask of a hearing that is being planned.
pub fn hearing_rules(seat: &Seat<'_>, ask: Planned) -> Result<HearingRules> {
    seat.read(|reading| hearings::rules_for(reading, &ask, seat.day))
}

/// How far the office hears its cases, by line and by leader.
pub fn hearing_coverage(seat: &Seat<'_>, ask: HearingDays) -> Result<Coverage> {
    seat.read(|reading| hearings::coverage(reading, ask.from, ask.to))
}

/// Every draw of officers ever made, repeated.
pub fn hearing_draws_verify(seat: &Seat<'_>, _: Nothing) -> Result<OfficerDrawsChecked> {
    seat.read(hearings::verify_draws)
}

/// The limits that the office sets for itself.
pub fn hearing_limits(seat: &Seat<'_>, _: Nothing) -> Result<Vec<Limit>> {
    seat.office().read(hearings::limits)
}

/// Sets limits from now on.
pub fn hearing_limits_save(seat: &Seat<'_>, ask: HearingLimitsSave) -> Result<Changed> {
    if ask.reason.trim().is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    let detail = json!({ "setting": "hearing_limits", "value": ask.limits });
    Ok(seat.act(Action::SettingSave, &ask.reason, detail, |work| hearings::set_limits(work, &ask.limits))?.changed)
}

/// The pool.
pub fn officer_list(seat: &Seat<'_>, _: Nothing) -> Result<Vec<Officer>> {
    seat.read(|reading| hearings::officers(reading, seat.day))
}

/// Enters or changes an officer of the pool.
pub fn officer_save(seat: &Seat<'_>, ask: OfficerEntry) -> Result<Changed> {
    let detail = json!({ "officer": ask.name });
    act(seat, Action::OfficerSave, detail, |work| hearings::save_officer(work, seat.day, &ask))
}

/// Takes an officer out of the pool.
pub fn officer_remove(seat: &Seat<'_>, ask: OfficerRemoval) -> Result<Changed> {
    let detail = json!({ "officer": ask.officer });
    let remove = |work: &Work<'_>| hearings::remove_officer(work, seat.day, ask.officer, &ask.reason);
    Ok(seat.act(Action::OfficerSave, &ask.reason, detail, remove)?.changed)
}

/// Plans a hearing or changes its plan.
pub fn hearing_plan(seat: &Seat<'_>, ask: Plan) -> Result<HearingPlanned> {
    let detail = json!({ "case": ask.case, "hearing": ask.id, "kind": ask.kind, "held_on": ask.held_on });
    let done = seat.act(Action::HearingPlan, "", detail, |work| hearings::plan(work, seat.day, &ask))?;
    Ok(HearingPlanned { hearing: done.answer, changed: done.changed })
}

/// Answers an application for a hearing.
pub fn hearing_application_answer(seat: &Seat<'_>, ask: Answer) -> Result<Changed> {
    let detail = json!({ "hearing": ask.hearing, "answer": ask.answer });
    act(seat, Action::HearingPlan, detail, |work| hearings::answer(work, seat.day, &ask))
}

/// Calls a hearing off.
pub fn hearing_cancel(seat: &Seat<'_>, ask: HearingCancellation) -> Result<Changed> {
    let cancel = |work: &Work<'_>| hearings::cancel(work, seat.day, ask.hearing, &ask.reason);
    Ok(seat.act(Action::HearingPlan, &ask.reason, json!({ "hearing": ask.hearing }), cancel)?.changed)
}

/// Draws officers at random.
pub fn hearing_officers_draw(seat: &Seat<'_>, ask: OfficerDraw) -> Result<OfficersDrawn> {
    let seed = Seed::random()?;
    let detail = json!({ "hearing": ask.hearing, "count": ask.count, "profession": ask.profession });
    let done = seat.act(Action::HearingPlan, "", detail, |work| hearings::draw(work, seat.day, &ask, seed))?;
    Ok(OfficersDrawn { slip: done.answer, changed: done.changed })
}

/// One draw of officers, repeated from its record.
pub fn hearing_draw_slip(seat: &Seat<'_>, ask: OfficerDrawAsk) -> Result<OfficerDrawSlip> {
    seat.read(|reading| hearings::slip(reading, ask.draw))
}

/// Seats an officer by hand.
pub fn hearing_officer_pick(seat: &Seat<'_>, ask: OfficerPick) -> Result<Changed> {
    let name = ask.outsider.as_ref().map(|outsider| outsider.name.clone());
    let detail = json!({ "hearing": ask.hearing, "officer": ask.officer, "outsider": name });
    let pick = |work: &Work<'_>| hearings::pick(work, seat.day, &ask);
    Ok(seat.act(Action::HearingPlan, &ask.reason, detail, pick)?.changed)
}

/// Gives an officer's seat up.
pub fn hearing_officer_drop(seat: &Seat<'_>, ask: OfficerDrop) -> Result<Changed> {
    let drop = |work: &Work<'_>| hearings::drop_seat(work, seat.day, ask.seat, &ask.reason);
    Ok(seat.act(Action::HearingPlan, &ask.reason, json!({ "seat": ask.seat }), drop)?.changed)
}

/// Records an officer's declaration and briefing.
pub fn hearing_seat_save(seat: &Seat<'_>, ask: HearingSeatSave) -> Result<Changed> {
    let note = |work: &Work<'_>| hearings::note_seat(work, seat.day, ask.seat, &ask.notes);
    act(seat, Action::HearingPlan, json!({ "seat": ask.seat }), note)
}

/// Enters or changes a participant.
pub fn hearing_participant_save(seat: &Seat<'_>, ask: ParticipantEntry) -> Result<Changed> {
    let detail = json!({ "hearing": ask.hearing, "name": ask.name, "role": ask.role });
    act(seat, Action::HearingPlan, detail, |work| hearings::save_participant(work, &ask))
}

/// Strikes a participant off the list.
pub fn hearing_participant_drop(seat: &Seat<'_>, ask: ParticipantAsk) -> Result<Changed> {
    let detail = json!({ "participant": ask.participant });
    act(seat, Action::HearingPlan, detail, |work| hearings::strike(work, ask.participant))
}

/// Records notices and says which came too late.
pub fn hearing_notice_save(seat: &Seat<'_>, ask: Notice) -> Result<NoticeRecorded> {
    let detail = json!({ "hearing": ask.hearing, "participants": ask.participants, "sent_on": ask.sent_on });
    let done = seat.act(Action::HearingPlan, "", detail, |work| hearings::notice(work, seat.day, &ask))?;
    Ok(NoticeRecorded { late: done.answer, changed: done.changed })
}

/// Records the announcement.
pub fn hearing_announce(seat: &Seat<'_>, ask: HearingAnnouncement) -> Result<Changed> {
    let detail = json!({ "hearing": ask.hearing, "announced_on": ask.announced_on });
    act(seat, Action::HearingPlan, detail, |work| {
        let text = ask.announcement.as_deref();
        hearings::announce(work, seat.day, ask.hearing, ask.announced_on, &ask.announced_in, text)
    })
}

/// Records that the hearing began.
pub fn hearing_begin(seat: &Seat<'_>, ask: HearingBeginning) -> Result<Changed> {
    let reason = ask.officer_number_reason.unwrap_or_default();
    let detail = json!({ "hearing": ask.hearing, "at": ask.at });
    act(seat, Action::HearingRecord, detail, |work| hearings::begin(work, seat.day, ask.hearing, ask.at, &reason))
}

/// Records whether an officer came.
pub fn hearing_attendance_save(seat: &Seat<'_>, ask: HearingAttendance) -> Result<Changed> {
    let attends = |work: &Work<'_>| hearings::seat_attends(work, seat.day, ask.seat, ask.attended);
    act(seat, Action::HearingRecord, json!({ "seat": ask.seat, "attended": ask.attended }), attends)
}

/// Records whether a participant came, what was said and signed.
pub fn hearing_presence_save(seat: &Seat<'_>, ask: ParticipantPresence) -> Result<Changed> {
    let attends = |work: &Work<'_>| hearings::participant_attends(work, seat.day, ask.participant, &ask.presence);
    act(seat, Action::HearingRecord, json!({ "participant": ask.participant }), attends)
}

/// Records whether an officer signed, or why not.
pub fn hearing_seat_sign(seat: &Seat<'_>, ask: HearingSeatSignature) -> Result<Changed> {
    let why = ask.refusal_to_sign;
    let sign = |work: &Work<'_>| hearings::seat_signs(work, seat.day, ask.seat, ask.signed, why.as_deref());
    act(seat, Action::HearingRecord, json!({ "seat": ask.seat, "signed": ask.signed }), sign)
}

/// Records the signature of the chair, the handler or the recorder.
pub fn hearing_office_sign(seat: &Seat<'_>, ask: HearingSignature) -> Result<Changed> {
    let detail = json!({ "hearing": ask.hearing, "who": ask.who, "signed": ask.signed });
    act(seat, Action::HearingRecord, detail, |work| {
        hearings::office_signs(work, seat.day, ask.hearing, ask.who, ask.signed)
    })
}

/// Records what was said or happened.
pub fn hearing_note_save(seat: &Seat<'_>, ask: NoteEntry) -> Result<Changed> {
    let detail = json!({ "hearing": ask.hearing, "kind": ask.kind });
    act(seat, Action::HearingRecord, detail, |work| hearings::save_note(work, seat.day, &ask))
}

/// Strikes a note that was entered by mistake.
pub fn hearing_note_drop(seat: &Seat<'_>, ask: HearingNoteAsk) -> Result<Changed> {
    let drop = |work: &Work<'_>| hearings::drop_note(work, seat.day, ask.note);
    act(seat, Action::HearingRecord, json!({ "note": ask.note }), drop)
}

/// Records a step.
pub fn hearing_step_save(seat: &Seat<'_>, ask: HearingStepSave) -> Result<Changed> {
    let at = if ask.no_time == Some(true) { Some(None) } else { ask.at.map(Some) };
    let detail = json!({ "hearing": ask.hearing, "step": ask.step });
    act(seat, Action::HearingRecord, detail, |work| {
        hearings::step(work, seat.day, ask.hearing, &ask.step, at, ask.text.as_deref())
    })
}

/// Records an opinion.
pub fn hearing_opinion_save(seat: &Seat<'_>, ask: HearingOpinionSave) -> Result<Changed> {
    let (said, text) = (ask.opinion.as_deref(), ask.text.as_deref());
    let opinion = |work: &Work<'_>| hearings::opinion(work, seat.day, ask.seat, said, text);
    act(seat, Action::HearingRecord, json!({ "seat": ask.seat, "opinion": ask.opinion }), opinion)
}

/// Records the end and the papers.
pub fn hearing_end(seat: &Seat<'_>, ask: Ending) -> Result<Changed> {
    let detail = json!({ "hearing": ask.hearing, "at": ask.at });
    act(seat, Action::HearingRecord, detail, |work| hearings::end(work, seat.day, &ask))
}

/// Closes a hearing with what was decided.
pub fn hearing_close(seat: &Seat<'_>, ask: Closing) -> Result<Changed> {
    let detail = json!({ "hearing": ask.hearing, "decided_on": ask.decided_on, "adopted": ask.adopted });
    act(seat, Action::HearingClose, detail, |work| hearings::close(work, seat.day, &ask))
}

/// Records who was told of the decision.
pub fn hearing_told_save(seat: &Seat<'_>, ask: HearingTold) -> Result<Changed> {
    let (parties, seats) = (ask.parties.unwrap_or(false), ask.seats.unwrap_or_default());
    let detail = json!({ "hearing": ask.hearing, "on": ask.on, "parties": parties, "seats": seats });
    act(seat, Action::HearingClose, detail, |work| hearings::told(work, seat.day, ask.hearing, ask.on, parties, &seats))
}

/// Records what came of the matter.
pub fn hearing_effect_save(seat: &Seat<'_>, ask: EffectEntry) -> Result<Changed> {
    let detail = json!({ "hearing": ask.hearing, "effect": ask.effect });
    act(seat, Action::HearingClose, detail, |work| hearings::effect(work, seat.day, &ask))
}
