//! Cases: lists, sheets, search, acts, draws, due dates, checks, caseload.

use anjuan_commands::{Result, refusal};
use serde_json::{Map, Value, json};

use crate::{
    args::{Act, Draw, List},
    face::{Face, Outcome},
    names::Names,
    office::{rows, text},
};

/// The most rows that one question gives back.
const PAGE: u32 = 500;

/// The id of a case named by register number, any number on its papers, or id.
pub fn id_of(face: &Face, case: &str) -> Result<Value> {
    Ok(sheet_of(face, case)?["head"]["id"].clone())
}

fn sheet_of(face: &Face, case: &str) -> Result<Value> {
    face.ask("case_sheet", json!({ "case": case }))
}

/// A page of cases.
pub fn list(face: &Face, list: &List) -> Result<Outcome> {
    let page = face.ask(
        "case_list",
        json!({ "view": list.view, "filter": list.filter, "limit": list.limit, "after": list.after }),
    )?;
    let mut lines: Vec<String> = rows(&page["cases"])
        .map(|row| {
            format!(
                "{}\t{}\t{}\t{}\t{}",
                text(row, "register_no"),
                text(row, "accepted_on"),
                text(row, "title"),
                text(row, "handler"),
                text(row, "next_due_on")
            )
        })
        .collect();
    lines.push(face.say("cli_list_total", &[("total", &page["total"].to_string())]));
    Ok(Outcome::done(page, lines.join("\n")))
}

/// One case on a page, with its due dates, findings and hearings.
pub fn show(face: &Face, case: &str) -> Result<Outcome> {
    let mut sheet = sheet_of(face, case)?;
    let ask = json!({ "case": sheet["head"]["id"] });
    sheet["due"] = face.ask("case_due", ask.clone())?["periods"].clone();
    sheet["findings"] = face.ask("case_findings", ask)?;
    let head = &sheet["head"];
    let law = Names::of(face)?;
    let mut lines = vec![
        format!("{}  {}", text(head, "register_no"), text(head, "title")),
        [
            law.say("categories", text(head, "category")).as_str(),
            law.say("stages", text(head, "stage")).as_str(),
            text(head, "handler"),
            text(head, "accepted_on"),
        ]
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" · "),
    ];
    lines.extend(rows(&sheet["persons"]).map(|one| {
        format!("  {}  {}", text(&one["person"], "name"), law.say("person_role", text(&one["person"], "role")))
    }));
    lines.extend(rows(&sheet["acts"]).map(|act| {
        format!(
            "  {}  {}",
            text(act, "on"),
            act["words"][face.lang.code()].as_str().unwrap_or_else(|| text(act, "kind"))
        )
    }));
    lines.extend(rows(&sheet["due"]).map(|period| {
        format!("  {}  {}  {}", text(&period["sum"], "due"), words(&period["sum"]["title"], face), state(face, period))
    }));
    lines.extend(
        rows(&sheet["findings"]).map(|found| format!("  {}  {}", text(found, "check"), words(&found["title"], face))),
    );
    Ok(Outcome::done(sheet, lines.join("\n")))
}

/// Cases, people, numbers, notes.
pub fn search(face: &Face, wanted: &str, limit: u32) -> Result<Outcome> {
    let found = face.ask("search", json!({ "text": wanted, "limit": limit }))?;
    let kind = |hit: &Value| face.say(&format!("hit_{}", text(hit, "kind")), &[]);
    let lines: Vec<String> = rows(&found["hits"])
        .map(|hit| format!("{}\t{}\t{}", text(hit, "register_no"), kind(hit), text(hit, "text")))
        .collect();
    Ok(Outcome::done(found, lines.join("\n")))
}

/// Records a procedural act.
pub fn act(face: &Face, act: &Act) -> Result<Outcome> {
    let mut fields = Map::new();
    for pair in &act.fields {
        let (name, value) =
            pair.split_once('=').ok_or_else(|| refusal!("field_pair_malformed", pair = pair).at("field"))?;
        fields.insert(name.to_owned(), json!(value));
    }
    let sheet = sheet_of(face, &act.case)?;
    let person = match &act.person {
        None => Value::Null,
        Some(wanted) => rows(&sheet["persons"])
            .enumerate()
            .find(|(at, person)| text(&person["person"], "name") == wanted || (at + 1).to_string() == *wanted)
            .map(|(_, person)| person["id"].clone())
            .ok_or_else(|| refusal!("person_not_on_case", name = wanted).at("person"))?,
    };
    let on = face.ask("day_read", json!({ "text": act.on }))?;
    let recorded = face.ask(
        "act_record",
        json!({ "case": sheet["head"]["id"], "act": {
            "kind": act.kind, "on": on, "person": person, "fields": fields, "note": act.note,
        }}),
    )?;
    let answer =
        json!({ "entry": recorded["changed"]["entry"], "act": recorded["act"], "changed": recorded["changed"] });
    let done = face.say("cli_act_done", &[("entry", &recorded["changed"]["entry"].to_string())]);
    Ok(Outcome::done(answer, done))
}

/// Assigns a case, or checks every draw ever made.
pub fn draw(face: &Face, draw: &Draw) -> Result<Outcome> {
    if draw.verify {
        let check = face.ask("draws_verify", Value::Null)?;
        let all = check["draws"] == check["agree"];
        let said = face.say(
            "cli_draws_verified",
            &[("draws", &check["draws"].to_string()), ("agree", &check["agree"].to_string())],
        );
        return Ok(Outcome::finding(!all, check, said));
    }
    let case = id_of(face, draw.case.as_deref().unwrap_or_default())?;
    let Some(login) = &draw.designate else {
        let mut drawn = face.ask("assignment_draw", json!({ "case": case }))?;
        let name = text(&drawn, "chosen_name").to_owned();
        let login = login_of(face, &drawn["chosen"])?;
        drawn["chosen_id"] = drawn["chosen"].clone();
        drawn["chosen"] = login;
        return Ok(Outcome::done(drawn, face.say("cli_drawn", &[("name", &name)])));
    };
    let people = face.ask("account_list", Value::Null)?;
    let person = rows(&people)
        .find(|person| text(person, "login") == login || text(person, "name") == login)
        .ok_or_else(|| refusal!("login_unknown", login = login).at("designate"))?;
    let pool = face.ask("assignment_pool", json!({ "case": case }))?;
    let designation = json!({ "account": person["id"], "reason": draw.reason });
    let changed = face.ask("assignment_designate", json!({ "case": case, "designation": designation }))?;
    let answer = json!({
        "chosen": person["login"], "candidates": pool["candidates"], "excluded": pool["excluded"], "seed": null,
        "changed": changed,
    });
    Ok(Outcome::done(answer, face.say("cli_drawn", &[("name", text(person, "name"))])))
}

fn login_of(face: &Face, id: &Value) -> Result<Value> {
    let people = face.ask("account_list", Value::Null)?;
    Ok(rows(&people).find(|person| person["id"] == *id).map_or(Value::Null, |person| person["login"].clone()))
}

/// Runs the quality checks.
pub fn check(face: &Face, case: Option<&str>, only: &[String]) -> Result<Outcome> {
    let wanted = |found: &Value| {
        only.is_empty()
            || only
                .iter()
                .any(|id| id.eq_ignore_ascii_case(text(found, "check")) || id.eq_ignore_ascii_case(text(found, "code")))
    };
    let (cases, mut findings) = match case {
        Some(case) => (json!(1), face.ask("case_findings", json!({ "case": id_of(face, case)? }))?),
        None => {
            let run = face.ask("check_run", Value::Null)?;
            let mut all = Vec::new();
            let mut after = Value::Null;
            loop {
                let page = face.ask("finding_list", json!({ "filter": {}, "after": after, "limit": PAGE }))?;
                all.extend(rows(&page["rows"]).map(|row| row["finding"].clone()));
                after = page["next"].clone();
                if after.is_null() {
                    break;
                }
            }
            (run["cases"].clone(), json!(all))
        }
    };
    if let Some(list) = findings.as_array_mut() {
        list.retain(wanted);
        for found in list.iter_mut() {
            let values: Map<String, Value> =
                rows(&found["values"]).map(|value| (text(value, "name").to_owned(), value["value"].clone())).collect();
            found["values"] = Value::Object(values);
        }
    }
    let mut by_check = Map::new();
    for found in rows(&findings) {
        let count = by_check.entry(text(found, "check").to_owned()).or_insert(json!(0));
        *count = json!(count.as_u64().unwrap_or(0) + 1);
    }
    let titles: Map<String, Value> =
        rows(&findings).map(|found| (text(found, "check").to_owned(), json!(words(&found["title"], face)))).collect();
    let title = |check: &str| titles.get(check).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut lines: Vec<String> =
        by_check.iter().map(|(check, count)| format!("{check}\t{count}\t{}", title(check))).collect();
    if case.is_some() {
        lines = rows(&findings)
            .map(|found| format!("{}\t{}", text(found, "check"), words(&found["title"], face)))
            .collect();
    }
    let any = !by_check.is_empty();
    Ok(Outcome::finding(any, json!({ "cases": cases, "findings": findings, "by_check": by_check }), lines.join("\n")))
}

/// Who carries what today. Weights are in cases.
pub fn caseload(face: &Face) -> Result<Outcome> {
    let mut load = face.ask("caseload", Value::Null)?;
    if let Some(people) = load["people"].as_array_mut() {
        for person in people {
            person["user"] = person["login"].clone();
            person["weight"] = json!(person["weight"].as_f64().unwrap_or(0.0) / 6.0);
        }
    }
    let lines: Vec<String> = rows(&load["people"])
        .map(|person| {
            format!(
                "{}\t{}\t{}\t{:.2}\t{}\t{}",
                text(person, "name"),
                text(person, "department"),
                person["open"],
                person["weight"].as_f64().unwrap_or(0.0),
                person["overdue"],
                person["due_7"]
            )
        })
        .collect();
    Ok(Outcome::done(load, lines.join("\n")))
}

/// How a due date stands, in words.
fn state(face: &Face, due: &Value) -> String {
    face.say(&format!("due_state_{}", text(due, "state")), &[])
}

fn words<'v>(both: &'v Value, face: &Face) -> &'v str {
    both[face.lang.code()].as_str().unwrap_or_default()
}
