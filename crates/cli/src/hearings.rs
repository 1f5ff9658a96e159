//! Hearings: the list, one on a page, draws of officers.

use anjuan_commands::Result;
use serde_json::{Value, json};

use crate::{
    args::{HearingDraw, HearingList},
    cases::id_of,
    face::{Face, Outcome},
    names::Names,
    office::{rows, text},
};

/// A page of hearings.
pub fn list(face: &Face, ask: &HearingList) -> Result<Outcome> {
    let case = ask.case.as_deref().map(|case| id_of(face, case)).transpose()?;
    let status: Option<Vec<&String>> = (!ask.status.is_empty()).then(|| ask.status.iter().collect());
    let page = face.ask(
        "hearing_list",
        json!({
            "case": case, "from": ask.from, "to": ask.to, "status": status, "limit": ask.limit, "after": ask.after,
        }),
    )?;
    let names = Names::of(face)?;
    let mut lines: Vec<String> = rows(&page["hearings"]).map(|row| line(&names, row)).collect();
    lines.push(face.say("cli_hearings_total", &[("total", &page["total"].to_string())]));
    Ok(Outcome::done(page, lines.join("\n")))
}

fn line(names: &Names<'_>, row: &Value) -> String {
    format!(
        "{}\t{} {}\t{}\t{}\t{}\t{}",
        row["id"],
        text(row, "held_on"),
        text(row, "starts_at"),
        text(row, "register_no"),
        names.say("hearing_status", text(row, "status")),
        text(row, "place"),
        text(row, "title")
    )
}

/// One hearing: plan, officers, participants, the day, the decision, and what it lacks.
pub fn show(face: &Face, hearing: i64) -> Result<Outcome> {
    let sheet = face.ask("hearing_sheet", json!({ "hearing": hearing }))?;
    let names = Names::of(face)?;
    let said = |list: &str, row: &Value, field: &str| names.say(list, text(row, field));
    let mut lines = vec![line(&names, &sheet["line"])];
    lines.extend(rows(&sheet["seats"]).map(|seat| {
        let selection = said("officer_selection", seat, "selection");
        format!("  {}  {selection}  {}", text(seat, "name"), said("officer_opinion", seat, "opinion"))
    }));
    lines.extend(rows(&sheet["participants"]).map(|one| {
        let role = said("hearing_participant_role", one, "role");
        format!("  {}  {role}  {}", text(one, "name"), text(one, "notice_sent_on"))
    }));
    lines.extend(
        rows(&sheet["steps"])
            .map(|step| format!("  {}  {}", text(step, "at_time"), said("hearing_step", step, "step"))),
    );
    let about = if face.lang.code() == "zh" { "about" } else { "about_en" };
    let article = if face.lang.code() == "zh" { "article_zh" } else { "article_en" };
    let late = |one: &Value| text(one, "state") == "late";
    lines.extend(rows(&sheet["missing"]).map(|one| {
        let words = face.say(&format!("hearing_missing_{}", text(one, "code")), &[]);
        let mark = if late(one) { "!" } else { "-" };
        format!("  {mark} {words}  {}  {}  {}", text(one, about), text(one, "by"), text(one, article))
    }));
    let found = rows(&sheet["missing"]).any(late);
    Ok(Outcome::finding(found, sheet, lines.join("\n")))
}

/// Draws officers for a hearing, or repeats every draw ever made.
pub fn draw(face: &Face, ask: &HearingDraw) -> Result<Outcome> {
    if ask.verify {
        let check = face.ask("hearing_draws_verify", Value::Null)?;
        let (draws, agree) = (check["draws"].to_string(), check["agree"].to_string());
        let said = face.say("cli_draws_verified", &[("draws", &draws), ("agree", &agree)]);
        return Ok(Outcome::finding(draws != agree, check, said));
    }
    let drawn = face.ask(
        "hearing_officers_draw",
        json!({ "hearing": ask.hearing, "count": ask.count, "profession": ask.profession }),
    )?;
    let slip = &drawn["slip"];
    let names: Vec<&str> = rows(&slip["chosen"])
        .filter_map(|id| rows(&slip["candidates"]).find(|one| one["id"] == *id))
        .map(|one| text(one, "name"))
        .collect();
    let said = face.say("cli_officers_drawn", &[("names", &names.join("、"))]);
    let answer = json!({
        "chosen": names, "candidates": slip["candidates"], "excluded": slip["excluded"], "seed": slip["seed"],
        "draw": slip["id"], "changed": drawn["changed"],
    });
    Ok(Outcome::done(answer, said))
}
