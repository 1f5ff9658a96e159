//! A tree with every name a template may use, each holding something: what a template is checked against, and what the list of
//! names for an office's own template is made from.

use serde_json::{Value, json};

use super::{Paper, kinds::Each};

/// The specimen of a paper's values.
pub fn specimen(paper: &Paper) -> Value {
    let mut tree = if paper.part == "case" { of_case() } else { of_hearing() };
    if paper.each != Each::One
        && let Value::Object(fields) = &mut tree
    {
        fields.insert("addressee".to_owned(), addressee());
    }
    tree
}

/// An object whose fields all hold a text.
fn texts(names: &[&str]) -> Value {
    Value::Object(names.iter().map(|name| ((*name).to_owned(), json!("文"))).collect())
}

/// The same with some that are true.
fn with_yes(names: &[&str], yes: &[&str]) -> Value {
    let mut tree = texts(names);
    if let Value::Object(fields) = &mut tree {
        fields.extend(yes.iter().map(|name| ((*name).to_owned(), json!(true))));
    }
    tree
}

const CASE: &[&str] = &[
    "number",
    "title",
    "category",
    "cause",
    "summary",
    "from_unit",
    "received_on",
    "accepted_on",
    "handler",
    "department",
];
const OFFICER: &[&str] =
    &["name", "unit", "profession", "category", "identity", "selection", "opinion", "words", "refusal"];
const PARTICIPANT: &[&str] = &["name", "role", "unit", "absence_reason", "statement", "refusal"];

fn addressee() -> Value {
    let names: Vec<&str> = OFFICER.iter().chain(PARTICIPANT).chain(&["you"]).copied().collect();
    with_yes(&names, &["officer", "came", "left_early"])
}

fn of_hearing() -> Value {
    let mut hearing = with_yes(
        &[
            "kind",
            "basis",
            "initiated",
            "applicant",
            "applied_on",
            "approved_by",
            "approved_on",
            "approval_number",
            "publicity",
            "not_public_reason",
            "publicity_reason",
            "proposed",
            "venue",
            "venue_approved_by",
            "venue_approved_on",
            "place",
            "day",
            "weekday",
            "time",
            "until",
            "chair",
            "chair_as",
            "recorder",
            "bailiffs",
            "broadcast",
            "broadcast_approved_by",
            "announced_on",
            "announced_in",
            "few_reason",
            "began",
            "ended",
            "recording",
            "transcript",
            "disorder",
            "came",
            "tally",
            "majority",
        ],
        &["public", "other_venue", "broadcast_on"],
    );
    hearing["questions"] = json!(["文"]);
    let mut step = texts(&["no", "code", "name", "time", "text"]);
    step["notes"] = json!([texts(&["time", "line"])]);
    json!({
        "office": texts(&["name", "short"]),
        "paper": texts(&["day", "maker", "number"]),
        "case": texts(CASE),
        "hearing": hearing,
        "contact": texts(&["name", "phone"]),
        "officers": [with_yes(OFFICER, &["came"])],
        "participants": [with_yes(PARTICIPANT, &["came", "left_early"])],
        "steps": [step],
        "notes": [texts(&["time", "line"])],
        "deliberation": texts(&["time", "text"]),
        "opinion_choices": ["文"],
        "decision": with_yes(
            &["text", "reasons", "on", "adopted", "reported_on", "consented_by", "consented_on"],
            &["on_the_spot"],
        ),
        "report": texts(&["decision", "reasons"]),
        "effect": texts(&[
            "on", "effect", "case_result", "matches", "petition_stopped", "assistance", "suggestion", "amount",
            "public_feedback", "officer_feedback", "follow_up_on", "follow_up", "note",
        ]),
        "cards": [with_yes(&["text", "role"], &["long"])],
    })
}

fn of_case() -> Value {
    let mut case = texts(CASE);
    for name in ["stage", "received_number"] {
        case[name] = json!("文");
    }
    case["flags"] = json!(["文"]);
    let mut person = texts(&["role", "name", "sex", "birth", "measure"]);
    person["charges"] = json!(["文"]);
    let mut draw = texts(&["on", "way", "chosen", "reason", "decided_by", "seed", "repeats"]);
    draw["candidates"] = json!([texts(&["name", "share"])]);
    draw["excluded"] = json!([texts(&["name", "reason"])]);
    json!({
        "office": texts(&["name", "short"]),
        "paper": texts(&["day", "maker"]),
        "case": case,
        "numbers": [texts(&["kind", "number"])],
        "persons": [person],
        "checks": [texts(&["item", "answer", "note"])],
        "due": [texts(&["name", "day"])],
        "acts": [texts(&["on", "name", "about", "note"])],
        "draw": draw,
    })
}
