//! The rules of time limits; these need no office.

use std::fs;

use anjuan_commands::{Day, Result, refusal};
use serde_json::{Value, json};

use crate::{
    args::Law,
    clock, dates,
    face::{Face, Outcome},
    office::{rows, text},
};

/// Answers a question about the rules.
pub fn run(face: &Face, ask: &Law) -> Result<Outcome> {
    match ask {
        Law::List => {
            let rules = face.free("law_rules", Value::Null)?;
            let lines: Vec<String> = rows(&rules)
                .map(|rule| {
                    let title = rule["title"][face.lang.code()].as_str().unwrap_or_default();
                    format!("{}\t{}\t{}", text(rule, "rule"), text(rule, "length"), title)
                })
                .collect();
            Ok(Outcome::done(json!({ "rules": rules }), lines.join("\n")))
        }
        Law::Due { here, .. } => {
            let request = question(ask)?;
            let sum = if *here { face.ask("law_due", request)? } else { face.free("law_due", request)? };
            let answer = json!({
                "due": sum["due"], "safe_due": sum["safe_due"], "nominal": sum["nominal"], "steps": sum["steps"],
                "in_custody": sum["in_custody"], "calendar_missing": sum["calendar_missing"],
                "unverified": sum["unverified"],
            });
            let steps = clock::steps(face, &sum["steps"]);
            Ok(Outcome::done(answer, format!("{}\n{}", text(&sum, "due"), steps.join("\n"))))
        }
        Law::Settings => {
            let settings = face.ask("period_settings", Value::Null)?;
            let lines: Vec<String> = rows(&settings["periods"]).map(|line| setting(face, line)).collect();
            Ok(Outcome::done(settings, lines.join("\n")))
        }
        Law::Set { rule, length, note, amber, red, reason, dry_run } => {
            let period = json!({
                "rule": rule, "length": length, "note": note.clone().unwrap_or_default(), "amber_days": amber,
                "red_days": red,
            });
            let request = json!({ "period": period, "reason": reason, "rehearse": dry_run });
            let changed = face.ask("period_settings_save", request)?;
            let moved = changed["recounted"]["moved"].to_string();
            let mut lines = vec![face.say("cli_moved", &[("number", &moved)])];
            lines.extend(clock::moves(face, &changed["recounted"]));
            Ok(Outcome::done(changed, lines.join("\n")))
        }
        Law::Dates { file } => dates::write(face, file),
        Law::Diff { file } => dates::compare(face, file),
        Law::Vectors { file } => {
            let text = fs::read_to_string(file)
                .map_err(|error| refusal!("file_unreadable", path = file.display(), detail = error))?;
            let vectors: Vec<Value> = serde_json::from_str(&text)
                .map_err(|error| refusal!("vectors_malformed", detail = error).at("file"))?;
            let mut disagree = Vec::new();
            for (index, vector) in vectors.iter().enumerate() {
                let ask = json!({
                    "rule": vector["rule"], "from": vector["trigger_date"], "in_custody": vector["in_custody"],
                    "extensions": vector["extensions"],
                });
                let got = match face.free("law_due", ask) {
                    Ok(sum) => sum["due"].clone(),
                    Err(refused) => json!(refused.code),
                };
                if got != vector["expected_due"] {
                    disagree.push(json!({ "index": index, "expected": vector["expected_due"], "got": got }));
                }
            }
            let (total, agree) = (vectors.len(), vectors.len() - disagree.len());
            let said = face.say("cli_vectors", &[("total", &total.to_string()), ("agree", &agree.to_string())]);
            let answer = json!({ "total": total, "agree": agree, "disagree": disagree });
            Ok(Outcome::finding(agree < total, answer, said))
        }
    }
}

/// A sum to make, as the command takes it.
fn question(ask: &Law) -> Result<Value> {
    let Law::Due { rule, from, in_custody, extensions, length, set_on, not_counted, .. } = ask else {
        return Ok(Value::Null);
    };
    let pauses = not_counted.iter().map(|text| {
        let (from, to) = text.split_once("..").unwrap_or((text, ""));
        let day = |text: &str| text.parse::<Day>().map_err(|_| refusal!("not_counted_malformed", value = text));
        Ok(json!({ "from": day(from)?, "to": day(to)? }))
    });
    Ok(json!({
        "rule": rule, "from": from, "in_custody": in_custody, "extensions": extensions, "length": length,
        "set_on": set_on, "not_counted": pauses.collect::<Result<Vec<Value>>>()?,
    }))
}

/// One time limit with what stands for it.
fn setting(face: &Face, line: &Value) -> String {
    let length = ["length", "usual_length"].into_iter().find_map(|name| line[name].as_str()).unwrap_or("–");
    let days = |name: &str| line[name].as_u64().map_or_else(|| "–".to_owned(), |days| days.to_string());
    let title = line["title"][face.lang.code()].as_str().unwrap_or_default();
    format!(
        "{}\t{length}\t{}\t{}\t{title}\t{}",
        text(line, "rule"),
        days("amber_days"),
        days("red_days"),
        text(line, "note")
    )
}
