//! Who presides (Hear 13): the one who handles the case or leads the team; a chief prosecutor or head of a department who
//! handles it has to.

use anjuan_law::Day;

use super::{
    matter::{Case, cite},
    plan::Plan,
};
use crate::{AccountId, Result, Work, refusal};

/// The chair and as what he or she presides; neither where nobody is named and nobody handles the case.
pub(super) struct Chair {
    pub id: Option<AccountId>,
    pub reason: String,
}

/// The chair of a plan, checked; `standing` is who presides by the plan so far.
pub(super) fn of(work: &Work<'_>, plan: &Plan, case: &Case, standing: Option<AccountId>, today: Day) -> Result<Chair> {
    let handler = case.handler.as_ref();
    let Some(id) = plan.chair_id.or(handler.map(|handler| handler.id)) else {
        return Ok(Chair { id: None, reason: String::new() });
    };
    let day = plan.held_on.unwrap_or(today);
    let (name, post): (String, String) = work
        .maybe(include_str!("chair.sql"), (id, day, standing == Some(id)), |row| Ok((row.get(0)?, row.get(1)?)))?
        .ok_or_else(|| refusal!("hearing_chair_unknown", account = id).at("chair_id"))?;
    let rule = case.rule("chair", &plan.kind, day);
    let shall = |post: &str| rule.is_some_and(|rule| rule.posts.iter().any(|known| known == post));
    if let (Some(handler), Some(rule)) = (handler, rule)
        && handler.id != id
        && shall(&handler.post)
    {
        let refused = refusal!("hearing_chair_shall_preside", handler = handler.name, chair = name).at("chair_id");
        return Err(cite(refused, &rule.basis));
    }
    let reason = if handler.is_some_and(|handler| handler.id == id) && !shall(&post) {
        "handler"
    } else if shall(&post) {
        // The codes of the posts are those of the reasons.
        post.as_str()
    } else {
        plan.chair_reason.as_deref().unwrap_or_default()
    };
    // Who neither handles the case nor holds such a post presides as the lead prosecutor of the team, and somebody has to say so.
    if !["handler", "team_lead"].contains(&reason) && !shall(reason) {
        let refused = refusal!("hearing_chair_reason", chair = name).at("chair_reason");
        return Err(rule.map_or(refused.clone(), |rule| cite(refused, &rule.basis)));
    }
    if reason == "handler" && handler.is_none_or(|handler| handler.id != id) {
        let refused = refusal!("hearing_chair_not_handler", chair = name).at("chair_reason");
        return Err(rule.map_or(refused.clone(), |rule| cite(refused, &rule.basis)));
    }
    Ok(Chair { id: Some(id), reason: reason.to_owned() })
}
