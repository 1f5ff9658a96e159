//! What is due, the control slip, reminders, the office's days off.

use anjuan_commands::{Refusal, Result, refusal};
use serde_json::{Value, json};

use crate::{
    args::{Calendar, Due, Remind},
    cases::id_of,
    face::{Face, Outcome},
    office::{rows, text},
};

/// The most rows that one question gives back.
const PAGE: u32 = 500;

/// Words in the language of the call.
fn words<'v>(value: &'v Value, face: &Face) -> &'v str {
    value[face.lang.code()].as_str().unwrap_or_default()
}

/// What is due, with its sum; or the list of a day.
pub fn due(face: &Face, ask: &Due) -> Result<Outcome> {
    let mut filter = json!({ "all": ask.all, "rule": ask.rule, "by": ask.by, "since": ask.since });
    if let Some(case) = &ask.case {
        filter["case"] = id_of(face, case)?;
    }
    if let Some(login) = &ask.staff {
        filter["staff"] = account_of(face, login)?;
    }
    for (name, values) in [("kinds", &ask.kinds), ("states", &ask.states)] {
        if !values.is_empty() {
            filter[name] = json!(values);
        }
    }
    if let Some(day) = &ask.daily {
        return daily(face, &json!({ "day": day, "filter": filter }));
    }
    let mut due = Vec::new();
    let mut after = Value::Null;
    loop {
        let page =
            face.ask("due_list", json!({ "filter": filter, "within": ask.within, "after": after, "limit": PAGE }))?;
        due.extend(rows(&page["rows"]).cloned());
        after = page["next"].clone();
        if after.is_null() {
            break;
        }
    }
    let mut sums: Option<(Value, Value)> = None;
    for row in &mut due {
        // Rows of one case stand together only by chance; the last case's sums are kept at hand.
        if sums.as_ref().is_none_or(|(case, _)| *case != row["case"]) {
            sums = Some((row["case"].clone(), face.ask("case_due", json!({ "case": row["case"] }))?));
        }
        let steps = sums.iter().flat_map(|(_, due)| rows(&due["periods"])).find(|period| {
            period["sum"]["rule"] == row["rule"]
                && period["subject"] == row["subject"]
                && period["sum"]["trigger_on"] == row["trigger_on"]
        });
        row["steps"] = steps.map_or(Value::Null, |period| period["sum"]["steps"].clone());
    }
    let lines: Vec<String> = due.iter().map(|row| line(face, row)).collect();
    Ok(Outcome::done(json!({ "due": due }), lines.join("\n")))
}

fn account_of(face: &Face, login: &str) -> Result<Value> {
    let people = face.ask("account_list", Value::Null)?;
    rows(&people)
        .find(|person| text(person, "login") == login || text(person, "name") == login)
        .map(|person| person["id"].clone())
        .ok_or_else(|| refusal!("login_unknown", login = login).at("for"))
}

fn line(face: &Face, row: &Value) -> String {
    let what = row["reminder_text"].as_str().unwrap_or_else(|| words(&row["title"], face));
    let missing = row["calendar_missing"].as_i64().map(|year| year.to_string());
    let missing = missing.map(|year| face.say("cli_calendar_missing", &[("year", &year)])).unwrap_or_default();
    let state = face.say(&format!("due_state_{}", text(row, "state")), &[]);
    let cells = [text(row, "safe_due"), text(row, "register_no"), what, text(row, "person"), &state, &missing];
    cells.join("\t").trim_end().to_owned()
}

fn daily(face: &Face, ask: &Value) -> Result<Outcome> {
    let list = face.ask("due_daily", ask.clone())?;
    let mut lines = vec![face.say("cli_daily", &[("day", text(&list, "day")), ("total", &list["total"].to_string())])];
    for group in rows(&list["groups"]) {
        lines.push(format!("\n{}", words(&group["name"], face)));
        lines.extend(rows(&group["rows"]).map(|row| line(face, row)));
    }
    Ok(Outcome::done(list, lines.join("\n")))
}

/// The control slip of a case.
pub fn slip(face: &Face, case: &str, rule: Option<&str>) -> Result<Outcome> {
    let slip = face.ask("case_slip", json!({ "case": id_of(face, case)?, "rule": rule }))?;
    let mut lines =
        vec![format!("{}\t{}\t{}", text(&slip, "register_no"), text(&slip, "case_title"), text(&slip, "handler"))];
    for period in rows(&slip["periods"]) {
        let sum = &period["sum"];
        let state = face.say(&format!("due_state_{}", text(period, "state")), &[]);
        lines.push(format!("\n{}\t{}\t{state}", words(&sum["title"], face), text(sum, "due")));
        lines.extend(steps(face, &sum["steps"]));
        if sum["safe_due"] != sum["due"] {
            lines.push(face.say("cli_safe_due", &[("day", text(sum, "safe_due"))]));
        }
    }
    lines.extend(
        rows(&slip["gaps"]).map(|gap| format!("\n{}: {}", words(&gap["title"], face), words(&gap["words"], face))),
    );
    Ok(Outcome::done(slip, lines.join("\n")))
}

/// The steps of a sum, each with its articles.
pub fn steps(face: &Face, steps: &Value) -> Vec<String> {
    let step = |step: &Value| {
        let basis: Vec<&str> = rows(&step["basis"]).map(|basis| words(&basis["words"], face)).collect();
        let basis = if basis.is_empty() { String::new() } else { format!("  [{}]", basis.join("; ")) };
        format!("{}  {}{basis}", text(step, "day"), words(&step["words"], face))
    };
    rows(steps).map(step).collect()
}

/// Makes a reminder, or says that one is done or is to go.
pub fn remind(face: &Face, ask: &Remind) -> Result<Outcome> {
    let done = face.say("cli_done", &[]);
    if let Some(id) = ask.done {
        return Ok(Outcome::done(face.ask("reminder_done", json!({ "id": id }))?, done));
    }
    if let Some(id) = ask.remove {
        return Ok(Outcome::done(face.ask("reminder_remove", json!({ "id": id }))?, done));
    }
    let case = id_of(face, ask.case.as_deref().unwrap_or_default())?;
    let entry = json!({ "case": case, "text": ask.text, "due": ask.due, "warn_days": ask.warn });
    let saved = face.ask("reminder_save", entry)?;
    let said = face.say("cli_reminder", &[("id", &saved["reminder"].to_string())]);
    Ok(Outcome::done(saved, said))
}

/// The office's days off.
pub fn calendar(face: &Face, ask: &Calendar) -> Result<Outcome> {
    match ask {
        Calendar::List => {
            let years = face.ask("calendar_years", Value::Null)?;
            let lines: Vec<String> = rows(&years)
                .map(|year| {
                    let values = [("file", text(year, "file_name")), ("day", text(year, "loaded_on"))];
                    format!("{}\t{}", year["year"], face.say(&format!("calendar_from_{}", text(year, "from")), &values))
                })
                .collect();
            Ok(Outcome::done(json!({ "years": years }), lines.join("\n")))
        }
        Calendar::Table { year } => {
            let table = face.ask("calendar_table", json!({ "year": year }))?;
            let said = text(&table, "text").to_owned();
            Ok(Outcome::done(table, said))
        }
        Calendar::Load { file, dry_run } => {
            let loaded = face.ask("calendar_load", json!({ "path": file, "rehearse": dry_run }))?;
            let faults = rows(&loaded["loaded"]["faults"]).count();
            let moved = &loaded["recounted"]["moved"];
            let mut lines = vec![face.say("cli_moved", &[("number", &moved.to_string())])];
            lines.extend(rows(&loaded["loaded"]["faults"]).map(|fault| {
                let refusal: Refusal = serde_json::from_value(fault["refusal"].clone())
                    .unwrap_or_else(|_| refusal!("fault", detail = fault));
                format!("{}\t{}", fault["line"], anjuan_commands::words::of_refusal(&refusal).message.get(face.lang))
            }));
            lines.extend(moves(face, &loaded["recounted"]));
            Ok(Outcome::finding(faults > 0, loaded, lines.join("\n")))
        }
    }
}

/// The due dates that moved, one a line.
pub fn moves(face: &Face, recounted: &Value) -> Vec<String> {
    let none = || face.say("cli_none", &[]);
    let day = |moved: &Value, name: &str| moved[name].as_str().map_or_else(none, str::to_owned);
    rows(&recounted["named"])
        .map(|moved| {
            let (before, after) = (day(moved, "before"), day(moved, "after"));
            format!("{}\t{}\t{before} → {after}", text(moved, "register_no"), text(moved, "rule"))
        })
        .collect()
}
