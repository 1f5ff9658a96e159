//! Giving a case to somebody.

use anjuan_law::Day;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::eligible::{Pool, pool};
use crate::{
    AccountId, AssignmentId, CaseId, DrawId, Reading, Result, Work,
    draws::{Candidate, Excluded, Method, Seed, draw},
    refusal,
};

/// A draw that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Drawn {
    /// The draw.
    pub draw: DrawId,
    /// Who was chosen.
    pub chosen: AccountId,
    /// His name.
    pub chosen_name: String,
    /// Among whom, in the order used.
    pub candidates: Vec<Candidate>,
    /// Who was left out, and why.
    pub excluded: Vec<Excluded>,
    /// 64 hexadecimal digits.
    pub seed: String,
    /// Name and version of the method.
    pub method: String,
}

/// A designation, or a change of handler.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[ts(optional_fields)]
pub struct Designation {
    /// To whom.
    pub account: AccountId,
    /// Coded reason: vocabulary `designation_reason` for a first handler, `handler_change_reason` for a change.
    pub reason: String,
    /// The reason in words.
    #[serde(default)]
    pub reason_text: Option<String>,
    /// Who decided it.
    #[serde(default)]
    pub decided_by: Option<String>,
}

/// Draws a handler for a case that has none.
pub fn draw_handler(work: &Work<'_>, case: CaseId, seed: Seed) -> Result<Drawn> {
    need_open(work, case)?;
    if let Some((_, _, name)) = handler(work, case)? {
        return Err(refusal!("handler_named_already", name = name));
    }
    let Pool { mut candidates, excluded } = pool(work, case, work.day)?;
    candidates.sort_by_key(|candidate| candidate.id);
    let method = draw_method(work)?;
    let drawn = draw(method, &candidates, seed, 1)?;
    let chosen = candidates
        .iter()
        .find(|candidate| drawn.first() == Some(&candidate.id))
        .ok_or_else(|| refusal!("fault", detail = "draw"))?;
    let (chosen_id, chosen_name) = (AccountId::known(chosen.id), chosen.name.clone());
    let id = work.insert(
        include_str!("insert_draw.sql"),
        named_params! {
            ":case_id": case, ":on_day": work.day, ":method": method.code(), ":seed": seed.text(),
            ":candidates": serde_json::to_string(&candidates)?, ":excluded": serde_json::to_string(&excluded)?,
            ":chosen_id": chosen_id, ":drawn_by": work.by.account,
        },
    )?;
    let draw_id = DrawId::known(id);
    start(work, case, chosen_id, "handler", "random", "", "", "", Some(draw_id))?;
    let fields = json!({ "handler": chosen_id.to_string(), "mode": "random" });
    stand_on_timeline(work, case, "allocated", &fields.to_string())?;
    Ok(Drawn {
        draw: draw_id,
        chosen: chosen_id,
        chosen_name,
        candidates,
        excluded,
        seed: seed.text(),
        method: method.code().to_owned(),
    })
}

/// Designates a handler, or changes the one there is. A reason is always needed; somebody with a recusal ground, or who
/// must not take the case by law, is refused all the same.
pub fn designate(work: &Work<'_>, case: CaseId, ask: &Designation) -> Result<AssignmentId> {
    need_open(work, case)?;
    let earlier = handler(work, case)?;
    let reasons = if earlier.is_some() { "handler_change_reason" } else { "designation_reason" };
    if ask.reason.is_empty() {
        return Err(refusal!("reason_missing").at("reason"));
    }
    if anjuan_law::choice(reasons, &ask.reason).is_none() {
        return Err(refusal!("choice_unknown", value = ask.reason).at("reason"));
    }
    let reason_text = ask.reason_text.as_deref().unwrap_or_default().trim();
    if ask.reason == "other" && reason_text.is_empty() {
        return Err(refusal!("reason_missing").at("reason_text"));
    }
    let Pool { candidates, excluded } = pool(work, case, work.day)?;
    let wanted = ask.account.get();
    match excluded.iter().find(|out| out.id == wanted) {
        Some(out) if ["recusal_ground", "handled_before", "left"].contains(&out.reason.as_str()) => {
            let reason = anjuan_law::choice("exclusion_reason", &out.reason);
            let said = |name: &str| match out.detail.as_str() {
                "" => name.to_owned(),
                detail => format!("{name}（{detail}）"),
            };
            let (zh, en) = reason.map_or((out.reason.as_str(), out.reason.as_str()), |one| (&one.zh, &one.en));
            return Err(
                refusal!("handler_barred", name = out.name, reason_zh = said(zh), reason_en = said(en)).at("account")
            );
        }
        Some(_) => {}
        None if candidates.iter().any(|candidate| candidate.id == wanted) => {}
        None => return Err(refusal!("handler_not_in_quota").at("account")),
    }
    let decided_by = ask.decided_by.as_deref().unwrap_or_default();
    let (kind, mode, mut fields) = match &earlier {
        None => ("allocated", mode_of(&ask.reason), json!({ "mode": mode_of(&ask.reason), "reason": ask.reason })),
        Some((_, old, _)) if *old == ask.account => return Err(refusal!("handler_same").at("account")),
        Some((_, old, _)) => {
            ("handler_changed", "reassigned", json!({ "old_handler": old.to_string(), "reason": ask.reason }))
        }
    };
    fields["handler"] = json!(ask.account.to_string());
    if !reason_text.is_empty() {
        fields["reason_text"] = json!(reason_text);
    }
    if let Some((open, _, _)) = earlier {
        work.write("UPDATE assignment SET ended_on = max(started_on, ?2) WHERE id = ?1", (open, work.day))?;
    }
    let id = start(work, case, ask.account, "handler", mode, &ask.reason, reason_text, decided_by, None)?;
    stand_on_timeline(work, case, kind, &fields.to_string())?;
    Ok(id)
}

/// Names an assistant beside the handler.
pub fn name_assistant(work: &Work<'_>, case: CaseId, account: AccountId) -> Result<AssignmentId> {
    need_open(work, case)?;
    let there: Option<AssignmentId> = work.maybe(
        "SELECT id FROM assignment WHERE case_id = ?1 AND account_id = ?2 AND ended_on IS NULL",
        (case, account),
        |row| row.get(0),
    )?;
    if there.is_some() {
        return Err(refusal!("handler_same").at("account"));
    }
    start(work, case, account, "assistant", "designated", "", "", "", None)
}

/// Ends an assistant's time with a case, today. What he did on it stays on record.
pub fn end_assistant(work: &Work<'_>, case: CaseId, account: AccountId) -> Result<()> {
    let ended = work.write(
        "UPDATE assignment SET ended_on = max(started_on, ?3) \
          WHERE case_id = ?1 AND account_id = ?2 AND role = 'assistant' AND ended_on IS NULL",
        (case, account, work.day),
    )?;
    match ended {
        0 => Err(refusal!("assistant_not_here").at("account")),
        _ => Ok(()),
    }
}

fn mode_of(reason: &str) -> &'static str {
    match reason {
        "leader_direct" => "leader",
        "same_suspect" | "retransferred" | "arrest_to_prosecution" => "same_handler",
        _ => "designated",
    }
}

/// The open handler of a case: assignment, account, name.
fn handler(reading: &Reading<'_>, case: CaseId) -> Result<Option<(AssignmentId, AccountId, String)>> {
    reading.maybe(include_str!("open_handler.sql"), [case], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

fn need_open(reading: &Reading<'_>, case: CaseId) -> Result<()> {
    match reading.maybe("SELECT is_open FROM case_state WHERE case_id = ?1", [case], |row| row.get::<_, bool>(0))? {
        None => Err(refusal!("case_unknown", case = case)),
        Some(false) => Err(refusal!("case_closed")),
        Some(true) => Ok(()),
    }
}

/// The method that the office draws by: its own setting, else the one of the rules.
pub fn draw_method(reading: &Reading<'_>) -> Result<Method> {
    let set: Option<String> =
        reading.maybe("SELECT value FROM setting WHERE key = 'draw_method'", [], |row| row.get(0))?;
    Method::of(set.as_deref().unwrap_or(&anjuan_law::allocation().draw_method))
}

/// Settles the method of all draws from now on; a draw keeps the method it was made by.
pub fn set_draw_method(work: &Work<'_>, method: Method) -> Result<()> {
    work.write(
        "INSERT INTO setting (key, value) VALUES ('draw_method', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1",
        [method.code()],
    )?;
    Ok(())
}

#[allow(clippy::too_many_arguments, reason = "one row of one table")]
fn start(
    work: &Work<'_>,
    case: CaseId,
    account: AccountId,
    role: &str,
    mode: &str,
    reason: &str,
    reason_text: &str,
    decided_by: &str,
    draw: Option<DrawId>,
) -> Result<AssignmentId> {
    start_on(work, case, account, role, mode, reason, reason_text, decided_by, draw, work.day)
}

#[allow(clippy::too_many_arguments, reason = "one row of one table")]
fn start_on(
    work: &Work<'_>,
    case: CaseId,
    account: AccountId,
    role: &str,
    mode: &str,
    reason: &str,
    reason_text: &str,
    decided_by: &str,
    draw: Option<DrawId>,
    day: Day,
) -> Result<AssignmentId> {
    let id = work.insert(
        include_str!("insert_assignment.sql"),
        named_params! {
            ":case_id": case, ":account_id": account, ":role": role, ":mode": mode, ":reason": reason,
            ":reason_text": reason_text, ":decided_by": decided_by, ":draw_id": draw, ":started_on": day,
        },
    )?;
    Ok(AssignmentId::known(id))
}

fn stand_on_timeline(work: &Work<'_>, case: CaseId, kind: &str, fields: &str) -> Result<()> {
    work.insert(
        include_str!("insert_act.sql"),
        named_params! {
            ":case_id": case, ":kind": kind, ":on_day": work.day, ":fields": fields, ":recorded_by": work.by.account,
        },
    )?;
    Ok(())
}

/// Writes an allocation that an invented history tells: the draw with its candidates and seed, as of a past day.
pub fn allot_in_history(work: &Work<'_>, case: CaseId, day: Day, pool: &Pool, seed: Seed) -> Result<AccountId> {
    let mut candidates = pool.candidates.clone();
    candidates.sort_by_key(|candidate| candidate.id);
    let method = Method::of(&anjuan_law::allocation().draw_method)?;
    let chosen = draw(method, &candidates, seed, 1)?;
    let chosen = AccountId::known(*chosen.first().ok_or_else(|| refusal!("fault", detail = "draw"))?);
    let id = work.insert(
        include_str!("insert_draw.sql"),
        named_params! {
            ":case_id": case, ":on_day": day, ":method": method.code(), ":seed": seed.text(),
            ":candidates": serde_json::to_string(&candidates)?, ":excluded": serde_json::to_string(&pool.excluded)?,
            ":chosen_id": chosen, ":drawn_by": work.by.account,
        },
    )?;
    start_on(work, case, chosen, "handler", "random", "", "", "", Some(DrawId::known(id)), day)?;
    Ok(chosen)
}
