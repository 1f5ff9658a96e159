//! The due dates of an office by two sets of rules: written by one program, compared by another.

use std::{collections::BTreeMap, fs, path::Path};

use anjuan_commands::{Result, refusal};
use serde_json::{Value, json};

use crate::{
    face::{Face, Outcome},
    office::{rows, text},
};

/// What names a due date in the file, and its two days.
type Lines = BTreeMap<[String; 4], [String; 2]>;

/// Writes the due dates of the office into a file, one a line, sorted.
pub fn write(face: &Face, file: &Path) -> Result<Outcome> {
    let lines = counted(face)?;
    let text: String = lines.iter().map(|(name, days)| format!("{},{}\n", name.join(","), days.join(","))).collect();
    fs::write(file, format!("{HEADING}\n{text}"))
        .map_err(|error| refusal!("file_unwritable", path = file.display(), detail = error))?;
    let said = face.say("cli_dates", &[("number", &lines.len().to_string())]);
    Ok(Outcome::done(json!({ "dates": lines.len() }), said))
}

const HEADING: &str = "register_no,rule,subject,trigger_on,due,safe_due";

/// Compares the file with what the rules of this program give.
pub fn compare(face: &Face, file: &Path) -> Result<Outcome> {
    let before = read(file)?;
    let now = counted(face)?;
    let mut differences = Vec::new();
    let mut names: Vec<&[String; 4]> = before.keys().chain(now.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let (old, new) = (before.get(name), now.get(name));
        if old != new {
            let [register_no, rule, subject, trigger_on] = name;
            differences.push(json!({
                "register_no": register_no, "rule": rule, "subject": subject, "trigger_on": trigger_on,
                "before": old.map(|days| json!({ "due": days[0], "safe_due": days[1] })),
                "after": new.map(|days| json!({ "due": days[0], "safe_due": days[1] })),
            }));
        }
    }
    let none = face.say("cli_none", &[]);
    let mut lines = vec![
        face.say("cli_rules_diff", &[("number", &differences.len().to_string()), ("total", &now.len().to_string())]),
    ];
    for one in &differences {
        let day = |side: &str| one[side]["due"].as_str().unwrap_or(&none).to_owned();
        lines.push(format!(
            "{}\t{}\t{}\t{} → {}",
            text(one, "register_no"),
            text(one, "rule"),
            text(one, "trigger_on"),
            day("before"),
            day("after")
        ));
    }
    let answer = json!({ "same": differences.is_empty(), "dates": now.len(), "differences": differences });
    Ok(Outcome::finding(!differences.is_empty(), answer, lines.join("\n")))
}

fn counted(face: &Face) -> Result<Lines> {
    let mut lines = Lines::new();
    let mut after = Value::Null;
    loop {
        let page = face.ask("due_dates", json!({ "after": after }))?;
        for row in rows(&page["dates"]) {
            let name = ["register_no", "rule", "subject", "trigger_on"].map(|name| text(row, name).to_owned());
            lines.insert(name, ["due", "safe_due"].map(|name| text(row, name).to_owned()));
        }
        after = page["next"].clone();
        if after.is_null() {
            return Ok(lines);
        }
    }
}

fn read(file: &Path) -> Result<Lines> {
    let text = fs::read_to_string(file)
        .map_err(|error| refusal!("file_unreadable", path = file.display(), detail = error).at("file"))?;
    let malformed = |line: usize| refusal!("dates_malformed", line = line).at("file");
    let mut lines = text.lines().enumerate();
    if lines.next().map(|(_, line)| line) != Some(HEADING) {
        return Err(malformed(1));
    }
    lines
        .map(|(at, line)| {
            let cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            let [a, b, c, d, due, safe]: [String; 6] = cells.try_into().map_err(|_| malformed(at + 1))?;
            Ok(([a, b, c, d], [due, safe]))
        })
        .collect()
}
