//! Hearings.

use anjuan_commands::Result;
use serde_json::json;

use crate::{
    args::{Hearing, HearingPapers},
    face::{Face, Outcome},
    hearings,
    office::{rows, text},
};

/// What is asked of hearings.
pub fn run(face: &Face, ask: &Hearing) -> Result<Outcome> {
    match ask {
        Hearing::List(ask) => hearings::list(face, ask),
        Hearing::Show { hearing } => hearings::show(face, *hearing),
        Hearing::Draw(ask) => hearings::draw(face, ask),
        Hearing::Papers(ask) => papers(face, ask),
    }
}

/// Makes the papers of a hearing; those left out for what they lack want a person.
fn papers(face: &Face, ask: &HearingPapers) -> Result<Outcome> {
    let made = face.ask(
        "papers_make",
        json!({ "hearing": ask.hearing, "papers": ask.kinds, "folder": ask.to, "form": ask.form }),
    )?;
    let mut lines: Vec<String> = rows(&made["files"]).map(|file| text(file, "path").to_owned()).collect();
    let left_out: Vec<String> = rows(&made["left_out"])
        .filter_map(|code| code.as_str())
        .map(|code| face.say(&format!("paper_{code}"), &[]))
        .collect();
    if !left_out.is_empty() {
        lines.push(face.say("cli_papers_left_out", &[("papers", &left_out.join("、"))]));
    }
    let unshown = text(&made, "unshown").to_owned();
    if !unshown.is_empty() {
        lines.push(face.say("paper_unshown", &[("characters", &unshown)]));
    }
    let found = !left_out.is_empty() || !unshown.is_empty();
    Ok(Outcome::finding(found, made, lines.join("\n")))
}
