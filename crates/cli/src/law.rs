//! The rules of time limits; these need no office.

use std::fs;

use anjuan_commands::{Result, refusal};
use serde_json::{Value, json};

use crate::{
    args::Law,
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
        Law::Due { rule, from, in_custody, extensions } => {
            let sum = face.free(
                "law_due",
                json!({ "rule": rule, "from": from, "in_custody": in_custody, "extensions": extensions }),
            )?;
            let steps: Vec<Value> = rows(&sum["steps"])
                .map(|step| json!({ "what": step["what"], "words": step["words"], "basis": step["basis"], "day": step["day"] }))
                .collect();
            let lines: Vec<String> = steps
                .iter()
                .map(|step| {
                    format!("{}  {}", text(step, "day"), step["words"][face.lang.code()].as_str().unwrap_or_default())
                })
                .collect();
            let answer = json!({
                "due": sum["due"], "safe_due": sum["safe_due"], "steps": steps, "calendar_missing": sum["calendar_missing"],
                "unverified": sum["unverified"],
            });
            Ok(Outcome::done(answer, format!("{}\n{}", text(&sum, "due"), lines.join("\n"))))
        }
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
