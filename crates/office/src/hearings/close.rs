//! Closing a hearing: what was decided, whether the majority was followed, who was told, what came of it.

use anjuan_law::{Day, act, acts::Power};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::{
    guard::{self, code_of, in_order, not_in_future, required},
    matter::{Case, cite},
    rows, seats, timeline,
};
use crate::{HearingId, Result, Right, SeatId, Work, accounts::reach_case, refusal};

/// The answer to an application for a hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingAnswer")]
#[ts(optional_fields)]
pub struct Answer {
    /// The hearing applied for.
    pub hearing: HearingId,
    /// What was answered (vocabulary: `hearing_application_decision`).
    pub answer: String,
    /// With what reasons; a refusal has to give them.
    #[serde(default)]
    pub reason: Option<String>,
    /// The day of the answer.
    pub answered_on: Day,
    /// The day on which the applicant was told.
    #[serde(default)]
    pub told_on: Option<Day>,
}

/// What was decided after a hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingClosing")]
#[ts(optional_fields)]
pub struct Closing {
    /// The hearing.
    pub hearing: HearingId,
    /// What was decided.
    pub decision: String,
    /// With what reasons.
    #[serde(default)]
    pub reasons: Option<String>,
    /// The day of the decision.
    pub decided_on: Day,
    /// Whether it was announced on the spot.
    #[serde(default)]
    pub on_the_spot: bool,
    /// Whether the opinion of the majority was followed (vocabulary: `hearing_adopted`).
    #[serde(default)]
    pub adopted: Option<String>,
    /// The day of the report to the chief prosecutor.
    #[serde(default)]
    pub reported_on: Option<Day>,
    /// Who consented to not following the majority.
    #[serde(default)]
    pub consented_by: Option<String>,
    /// When; not after the decision.
    #[serde(default)]
    pub consented_on: Option<Day>,
}

/// What came of the matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HearingEffectEntry")]
#[ts(optional_fields)]
pub struct EffectEntry {
    /// The hearing.
    pub hearing: HearingId,
    /// The effect (vocabulary: `hearing_effect`).
    pub effect: String,
    /// The result of the case, in words.
    #[serde(default)]
    pub case_result: Option<String>,
    /// Whether the result is what the majority thought.
    #[serde(default)]
    pub matches_majority: Option<bool>,
    /// Whether the petition has ended.
    #[serde(default)]
    pub petition_stopped: Option<bool>,
    /// Whether judicial assistance was given.
    #[serde(default)]
    pub assistance_given: Option<bool>,
    /// Whether a suggestion was issued.
    #[serde(default)]
    pub suggestion_issued: Option<bool>,
    /// Money paid or promised, in fen.
    #[serde(default)]
    #[ts(optional, as = "Option<f64>")]
    pub amount: Option<i64>,
    /// What the public said.
    #[serde(default)]
    pub public_feedback: Option<String>,
    /// What the officers said of it.
    #[serde(default)]
    pub officer_feedback: Option<String>,
    /// The day of the follow-up.
    #[serde(default)]
    pub follow_up_on: Option<Day>,
    /// What the follow-up found.
    #[serde(default)]
    pub follow_up: Option<String>,
    /// Anything else.
    #[serde(default)]
    pub note: Option<String>,
}

impl EffectEntry {
    /// Nothing said yet of what came of that hearing.
    pub fn of(hearing: HearingId) -> Self {
        Self {
            hearing,
            effect: String::new(),
            case_result: None,
            matches_majority: None,
            petition_stopped: None,
            assistance_given: None,
            suggestion_issued: None,
            amount: None,
            public_feedback: None,
            officer_feedback: None,
            follow_up_on: None,
            follow_up: None,
            note: None,
        }
    }
}

const NOT_AGREED: &str = "refused";

/// Answers an application. A refusal needs its reasons (Hear 9), and then nothing more is done for this hearing.
pub fn answer(work: &Work<'_>, today: Day, ask: &Answer) -> Result<()> {
    let hearing = rows::hearing(work, ask.hearing)?;
    reach_case(work, work.by, Right::Hear, hearing.case_id)?;
    let case = Case::read(work, hearing.case_id)?;
    code_of("hearing_application_decision", &required(&ask.answer, "answer")?, "answer")?;
    let applied_on = hearing.applied_on.ok_or_else(|| refusal!("hearing_not_applied_for"))?;
    if hearing.began_at.is_some() && ask.answer == NOT_AGREED {
        return Err(refusal!("hearing_began", at = hearing.began_at.map(|at| at.to_string()).unwrap_or_default()));
    }
    let reason = ask.reason.as_deref().unwrap_or_default().trim();
    if ask.answer == NOT_AGREED && reason.is_empty() {
        let refused = refusal!("hearing_application_reason_missing").at("reason");
        let rule = case.rule("application", &hearing.kind, ask.answered_on);
        return Err(rule.map_or(refused.clone(), |rule| cite(refused, &rule.basis)));
    }
    not_in_future(Some(ask.answered_on), today, "answered_on")?;
    not_in_future(ask.told_on, today, "told_on")?;
    in_order(Some(applied_on), Some(ask.answered_on), "answered_on")?;
    in_order(Some(ask.answered_on), ask.told_on, "told_on")?;
    work.write(
        "UPDATE hearing SET answer = ?2, answer_reason = ?3, answered_on = ?4, answer_told_on = ?5 WHERE id = ?1",
        (ask.hearing, &ask.answer, reason, ask.answered_on, ask.told_on),
    )?;
    timeline::write(work, ask.hearing)
}

/// Closes a hearing with what was decided, or corrects that.
///
/// Refused before the hearing has ended; with a decision before the hearing or in the future; on the spot on another day; where
/// the officers had a majority and it isn't said whether it was followed; where it was not followed and the chief prosecutor's
/// consent is missing or came after the decision (Hear 16).
pub fn close(work: &Work<'_>, today: Day, ask: &Closing) -> Result<()> {
    let changing = guard::changing(work, ask.hearing)?;
    let (hearing, case) = (&changing.hearing, &changing.case);
    let held_on = changing.day()?;
    if hearing.ended_at.is_none() {
        return Err(refusal!("hearing_not_ended"));
    }
    let decision = required(&ask.decision, "decision")?;
    guard::unmarked(&[(&decision, "decision"), (ask.reasons.as_deref().unwrap_or_default(), "reasons")])?;
    not_in_future(Some(ask.decided_on), today, "decided_on")?;
    in_order(Some(held_on), Some(ask.decided_on), "decided_on")?;
    if ask.on_the_spot && ask.decided_on != held_on {
        return Err(refusal!("hearing_spot_other_day", day = ask.decided_on, held = held_on).at("on_the_spot"));
    }
    let adopted = ask.adopted.as_deref().unwrap_or_default();
    code_of("hearing_adopted", adopted, "adopted")?;
    if !hearing.majority.is_empty() && adopted.is_empty() {
        return Err(refusal!("field_missing").at("adopted"));
    }
    let consented_by = ask.consented_by.as_deref().unwrap_or_default().trim();
    not_in_future(ask.reported_on, today, "reported_on")?;
    in_order(ask.reported_on, ask.consented_on, "consented_on")?;
    if needs_consent(case, &hearing.majority, adopted) {
        let rule = case.rule("consent", &hearing.kind, held_on);
        let cited = |refused: crate::Refusal| rule.map_or(refused.clone(), |rule| cite(refused, &rule.basis));
        match ask.consented_on {
            None => return Err(cited(refusal!("hearing_consent_missing").at("consented_on"))),
            Some(_) if consented_by.is_empty() => {
                return Err(cited(refusal!("hearing_consent_missing").at("consented_by")));
            }
            Some(on) if on > ask.decided_on => {
                let refused = refusal!("hearing_consent_late", consented = on, decided = ask.decided_on);
                return Err(cited(refused.at("consented_on")));
            }
            Some(_) => {}
        }
    }
    work.write(
        include_str!("closing_save.sql"),
        named_params! {
            ":id": ask.hearing, ":decision": decision,
            ":decision_reasons": ask.reasons.as_deref().unwrap_or_default().trim(), ":decided_on": ask.decided_on,
            ":on_the_spot": ask.on_the_spot, ":adopted": adopted, ":reported_on": ask.reported_on,
            ":consented_by": consented_by, ":consented_on": ask.consented_on,
        },
    )?;
    timeline::write(work, ask.hearing)
}

/// Whether the chief prosecutor has to consent: the officers had a majority, and the law's list of acts gives such a disposal to
/// the chief prosecutor.
pub(super) fn needs_consent(case: &Case, majority: &str, adopted: &str) -> bool {
    let handled = act("hearing_opinion_handled").zip(case.category);
    let power = handled.map(|(act, category)| act.power_for(category, &[("adopted", adopted)]));
    !majority.is_empty() && power == Some(Power::Chief)
}

/// Records on which day the parties, or some of the officers, were told of the decision and its reasons.
pub fn told(
    work: &Work<'_>,
    today: Day,
    id: HearingId,
    on: Option<Day>,
    parties: bool,
    officers: &[SeatId],
) -> Result<()> {
    let changing = guard::changing(work, id)?;
    let decided_on = changing.hearing.decided_on.ok_or_else(|| refusal!("hearing_not_decided"))?;
    not_in_future(on, today, "on")?;
    in_order(Some(decided_on), on, "on")?;
    if parties {
        work.write("UPDATE hearing SET parties_told_on = ?2 WHERE id = ?1", (id, on))?;
    }
    for seat in officers {
        if seats::hearing_of_seat(work, *seat)? != id {
            return Err(refusal!("hearing_seat_unknown", seat = seat));
        }
        work.write("UPDATE hearing_seat SET told_on = ?2 WHERE id = ?1", (seat, on))?;
    }
    timeline::write(work, id)
}

/// Records what came of the matter, once it was decided.
pub fn effect(work: &Work<'_>, today: Day, entry: &EffectEntry) -> Result<()> {
    let changing = guard::changing(work, entry.hearing)?;
    changing.hearing.decided_on.ok_or_else(|| refusal!("hearing_not_decided"))?;
    code_of("hearing_effect", &required(&entry.effect, "effect")?, "effect")?;
    if entry.amount.is_some_and(|amount| amount < 0) {
        return Err(refusal!("number_negative").at("amount"));
    }
    let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    for (said, at) in [
        (&entry.case_result, "case_result"),
        (&entry.public_feedback, "public_feedback"),
        (&entry.officer_feedback, "officer_feedback"),
        (&entry.follow_up, "follow_up"),
        (&entry.note, "note"),
    ] {
        guard::unmarked(&[(said.as_deref().unwrap_or_default(), at)])?;
    }
    work.write(
        include_str!("effect_save.sql"),
        named_params! {
            ":case_id": changing.case.id, ":hearing_id": entry.hearing, ":recorded_on": today, ":effect": entry.effect,
            ":case_result": text(&entry.case_result), ":matches_majority": entry.matches_majority,
            ":petition_stopped": entry.petition_stopped, ":assistance_given": entry.assistance_given,
            ":suggestion_issued": entry.suggestion_issued, ":amount": entry.amount,
            ":public_feedback": text(&entry.public_feedback), ":officer_feedback": text(&entry.officer_feedback),
            ":follow_up_on": entry.follow_up_on, ":follow_up": text(&entry.follow_up), ":note": text(&entry.note),
        },
    )?;
    timeline::write(work, entry.hearing)
}
