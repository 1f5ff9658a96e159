//! Is the record sound; its history; taking entries back.

use anjuan_commands::Lang;
use anjuan_commands::Result;
use serde_json::{Value, json};

use crate::{
    args::Keys,
    cases,
    face::{Face, Outcome},
    office::{rows, text},
};

/// The file, the references, the journal's chain and signatures, the derived tables; and a digest that was kept elsewhere.
pub fn verify(face: &Face, against: Option<&str>) -> Result<Outcome> {
    let found = face.ask("record_verify", Value::Null)?;
    let sought = match against {
        Some(digest) => face.ask("record_verify_against", json!({ "digest": digest }))?,
        None => Value::Null,
    };
    let lost = against.is_some() && sought["entry"].is_null();
    let sound = found["sound"] == true && !lost;
    let problems: Vec<Value> = rows(&found["problems"])
        .map(|problem| {
            let key = format!("problem_{}", text(problem, "code"));
            let both = |lang: Lang| anjuan_commands::words::say(lang, &key, []);
            json!({ "code": problem["code"], "detail": problem["detail"], "message": { "zh": both(Lang::Zh), "en": both(Lang::En) } })
        })
        .collect();
    let mut lines: Vec<String> = problems
        .iter()
        .map(|problem| format!("{}: {}", text(&problem["message"], face.lang.code()), text(problem, "detail")))
        .collect();
    let entries = found["entries"].to_string();
    lines.push(face.say(
        if sound { "cli_verify_sound" } else { "cli_verify_unsound" },
        &[("entries", &entries), ("head", text(&found, "head"))],
    ));
    lines.push(match (against, lost) {
        (None, _) => face.say("cli_verify_alone", &[]),
        (Some(_), true) => face.say("cli_verify_digest_lost", &[]),
        (Some(_), false) => face.say(
            "cli_verify_digest_found",
            &[("entry", &sought["entry"].to_string()), ("after", &sought["after"].to_string())],
        ),
    });
    let answer = json!({
        "sound": sound, "problems": problems, "entries": found["entries"], "signed": found["signed"],
        "head": found["head"], "against": sought,
    });
    Ok(Outcome::finding(!sound, answer, lines.join("\n")))
}

/// Derives everything anew and compares.
pub fn rebuild(face: &Face) -> Result<Outcome> {
    let found = face.ask("record_rebuild", Value::Null)?;
    let same = found["same"] == true;
    let mut lines: Vec<String> = rows(&found["differences"])
        .map(|row| format!("{}: -{} +{}", text(row, "table"), row["stale"], row["missing"]))
        .collect();
    lines.push(face.say(if same { "cli_rebuild_same" } else { "cli_rebuild_differs" }, &[]));
    Ok(Outcome::finding(!same, found, lines.join("\n")))
}

/// The history in words.
pub fn journal(face: &Face, case: Option<&str>, limit: u32) -> Result<Outcome> {
    let case = case.map(|case| cases::id_of(face, case)).transpose()?;
    let page = face.ask("journal_list", json!({ "case": case, "limit": limit }))?;
    let lines: Vec<String> = rows(&page["entries"])
        .map(|entry| {
            let action = face.say(&format!("action_{}", text(entry, "action")), &[]);
            format!(
                "{:>6}  {}  {}  {}  {}",
                entry["entry"],
                text(entry, "day"),
                text(entry, "person"),
                action,
                text(entry, "reason")
            )
        })
        .collect();
    Ok(Outcome::done(page, lines.join("\n")))
}

/// Takes an entry back by a new one.
pub fn undo(face: &Face, entry: i64, reason: &str) -> Result<Outcome> {
    let changed = face.ask("entry_undo", json!({ "entry": entry, "reason": reason }))?;
    let by = changed["entry"].to_string();
    let text = face.say("cli_undo_done", &[("entry", &entry.to_string()), ("by", &by)]);
    Ok(Outcome::done(json!({ "entry": changed["entry"], "changed": changed }), text))
}

/// Does again what was taken back.
pub fn redo(face: &Face, entry: i64, reason: &str) -> Result<Outcome> {
    let changed = face.ask("entry_redo", json!({ "entry": entry, "reason": reason }))?;
    let by = changed["entry"].to_string();
    let text = face.say("cli_redo_done", &[("entry", &entry.to_string()), ("by", &by)]);
    Ok(Outcome::done(json!({ "entry": changed["entry"], "changed": changed }), text))
}

/// Who opens the file; a new key for it; a new paper with the recovery key.
pub fn keys(face: &Face, ask: &Keys) -> Result<Outcome> {
    match ask {
        Keys::Show => {
            let state = face.ask("key_state", Value::Null)?;
            let left: Vec<&str> = rows(&state["left"]).map(|one| text(one, "login")).collect();
            let people: Vec<&str> = rows(&state["people"]).filter_map(Value::as_str).collect();
            let mut lines = vec![face.say("keys_people", &[("people", &people.join(", "))])];
            if !left.is_empty() {
                lines.push(face.say("keys_left", &[("people", &left.join(", "))]));
            }
            let wanted = !left.is_empty();
            Ok(Outcome::finding(wanted, state, lines.join("\n")))
        }
        Keys::Renew { reason } => {
            let done = face.ask("key_renew", json!({ "reason": reason }))?;
            let mut lines = vec![face.say("keys_renewed", &[])];
            let unsaved = done["backup"].is_null();
            if unsaved {
                lines.push(face.say("keys_no_backup", &[]));
            }
            Ok(Outcome::finding(unsaved, done, lines.join("\n")))
        }
        Keys::Recovery { reason } => {
            let done = face.ask("recovery_renew", json!({ "reason": reason }))?;
            let lines = face.say("cli_recovery_key", &[("key", text(&done, "recovery_key"))]);
            Ok(Outcome::done(done, lines))
        }
    }
}
