//! The law of one category, for the acts that the model knows.

use anjuan_law::Day;

use super::model::Case;

/// The law of this category, for these acts, as the test knows it.
pub fn after(kind: &str, stage: &'static str) -> &'static str {
    match kind {
        "allocated" | "retransferred" | "reopened" => "reviewing",
        "returned_for_investigation" => "returned",
        "not_prosecuted" => "decided",
        "closed" | "withdrawn_by_police" => "closed",
        "archived" => "archived",
        _ => stage,
    }
}

pub fn may(kind: &str, stage: &str) -> bool {
    let open = !matches!(stage, "closed" | "archived");
    match kind {
        "allocated" => stage == "accepted",
        "returned_for_investigation" | "not_prosecuted" => stage == "reviewing",
        "retransferred" => stage == "returned",
        "note" => true,
        "closed" => open && stage != "returned",
        "withdrawn_by_police" => open,
        "archived" => stage == "closed",
        _ => !open,
    }
}

/// The law knows two returns and no third.
pub fn third_return(case: &Case) -> bool {
    case.standing_acts().iter().filter(|act| act.kind == "returned_for_investigation").count() >= 2
}

/// Whether the review has ended by that day: with a decision that no act after it took back.
pub fn decided(case: &Case, on: Day) -> bool {
    let acts = case.standing_acts();
    acts.iter().filter(|act| act.on <= on).fold(false, |decided, act| match act.kind {
        "not_prosecuted" | "withdrawn_by_police" => true,
        kind => decided && !matches!(after(kind, ""), "reviewing" | "returned"),
    })
}

/// What was not returned is not transferred again.
pub fn not_returned(case: &Case, on: Day) -> bool {
    let count = |kind| case.standing_acts().iter().filter(|act| act.kind == kind && act.on <= on).count();
    count("retransferred") >= count("returned_for_investigation")
}
