//! The stage of a case follows from its acts.

use crate::acts::{Act, Per};
use crate::categories::{Category, Stage};
use crate::vocabulary::vocabulary;

/// One act of a timeline, as far as the stage depends on it.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// What was done.
    pub act: &'static Act,
    /// The person it concerns, by the caller's own id; `None` where it concerns all.
    pub person: Option<i64>,
}

/// Where a case stands after these acts.
///
/// `steps` are in the order of the timeline: by day, then as recorded. `people` are those whose acts move
/// the case: suspects, defendants. With several the case stands where the one furthest behind stands, for
/// work remains to be done there; with none every act counts for the case as a whole. An act leads on also
/// from a stage in which it would not be allowed: what was recorded happened, and whether it was lawful is
/// a question for the checks.
pub fn stage(category: &Category, steps: &[Step], people: &[i64]) -> &'static Stage {
    let behind = people.iter().map(|person| place(category, steps, Some(*person))).min();
    let at = behind.unwrap_or_else(|| place(category, steps, None));
    known(category.stages.get(at).map_or("", String::as_str))
}

/// Where one person of the case stands: as [`stage`], for that person alone.
pub fn stage_of(category: &Category, steps: &[Step], person: i64) -> &'static Stage {
    stage(category, steps, &[person])
}

/// Whether the review has ended (审结) for these people; with none, for the case as a whole.
///
/// A case with several people is concluded when it is for each of them. Going back to an earlier stage
/// (a prosecution withdrawn, a case reopened) opens the review again.
pub fn concluded(category: &Category, steps: &[Step], people: &[i64]) -> bool {
    let of = |person: Option<i64>| {
        let mut concluded = false;
        let mut at = 0;
        let mut before = 0;
        for step in relevant(steps, person) {
            let next = follow(category, step.act, at, &mut before);
            concluded = step.act.concludes || (concluded && next >= at);
            at = next;
        }
        concluded
    };
    match people {
        [] => of(None),
        people => people.iter().all(|person| of(Some(*person))),
    }
}

/// The stage with that id.
pub fn stage_by_id(id: &str) -> Option<&'static Stage> {
    vocabulary().stages.iter().find(|stage| stage.id == id)
}

/// Index in the category's stages.
fn place(category: &Category, steps: &[Step], person: Option<i64>) -> usize {
    let mut before = 0;
    relevant(steps, person).fold(0, |at, step| follow(category, step.act, at, &mut before))
}

fn relevant(steps: &[Step], person: Option<i64>) -> impl Iterator<Item = &Step> {
    steps.iter().filter(move |step| {
        let for_all = step.act.per == Per::Case || step.person.is_none();
        person.is_none() || for_all || step.person == person
    })
}

/// The place after this act; `before` remembers the place that a suspension left.
fn follow(category: &Category, act: &Act, at: usize, before: &mut usize) -> usize {
    let here = category.stages.get(at);
    let leads = (act.leads_from.is_empty() || here.is_some_and(|id| act.leads_from.contains(id)))
        && (act.leads_on.is_empty() || category.is_in(&act.leads_on))
        && act.applies_to(category);
    if !leads {
        return at;
    }
    for to in &act.to {
        if to == "before" {
            return match here.map(String::as_str) {
                Some("suspended") => *before,
                _ => at,
            };
        }
        if let Some(next) = category.stages.iter().position(|stage| stage == to) {
            if to == "suspended" && next != at {
                *before = at;
            }
            return next;
        }
    }
    at
}

fn known(id: &str) -> &'static Stage {
    // Every family names known stages, the first of them `accepted`: tests/rules.rs.
    let stages = &vocabulary().stages;
    stage_by_id(id).unwrap_or(&stages[0])
}
