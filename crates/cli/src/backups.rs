//! Copies of the record, and the way back.

use std::path::{Path, PathBuf};

use anjuan_commands::{Day, Result};
use serde_json::{Value, json};

use crate::{
    args::{Copies, Restore},
    face::{Face, Outcome, first_line},
    names::Names,
    office::{rows, text},
};

/// Makes a backup, restores it, compares.
pub fn backup(face: &Face, dir: Option<&Path>, if_due: bool) -> Result<Outcome> {
    let made = match if_due {
        true => face.ask("backup_if_due", Value::Null)?,
        false => face.ask("backup_make", json!({ "folder": dir }))?,
    };
    if made.is_null() {
        return Ok(Outcome::done(json!({ "file": null, "verified": null }), face.say("cli_backup_not_due", &[])));
    }
    let file = text(&made["backup"], "file").to_owned();
    let head = &made["backup"]["head"];
    let said = face.say(
        "cli_backup_done",
        &[
            ("file", &file),
            ("entry", &head["entry"].to_string()),
            ("tables", &made["tables"].to_string()),
            ("digest", text(head, "digest")),
        ],
    );
    let answer = json!({
        "file": file, "verified": true, "entry": head["entry"], "digest": head["digest"], "tables": made["tables"],
        "thinned": made["thinned"],
    });
    Ok(Outcome::done(answer, said))
}

/// Brings a backup back into an empty folder.
pub fn restore(face: &Face, restore: &Restore) -> Result<Outcome> {
    let recovery = restore.recovery_file.as_deref().map(first_line).transpose()?;
    let passphrase = if recovery.is_none() { Some(face.passphrase()?) } else { None };
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let login = match face.named() {
        Some(login) => login.to_owned(),
        None => face.login(),
    };
    let second: Option<PathBuf> = restore.second.as_deref().map(whole);
    let done = face.free(
        "backup_restore",
        json!({
            "file": whole(&restore.file), "to": whole(&restore.to), "login": login, "passphrase": passphrase,
            "recovery_key": recovery, "second": second,
        }),
    )?;
    let restored = &done["restored"];
    let said = face.say(
        "cli_restore_done",
        &[
            ("folder", text(restored, "folder")),
            ("from", &restored["backup_entry"].to_string()),
            ("entry", &restored["entry"].to_string()),
            ("digest", text(restored, "digest")),
        ],
    );
    let unreadable: Vec<String> = rows(&restored["unreadable"]).filter_map(Value::as_str).map(str::to_owned).collect();
    let lines = [vec![said], unreadable.clone()].concat();
    let answer = json!({
        "folder": restored["folder"], "verified": true, "entry": restored["entry"], "digest": restored["digest"],
        "from_backup": restored["backup_entry"], "unreadable": unreadable,
    });
    Ok(Outcome::finding(!unreadable.is_empty(), answer, lines.join("\n")))
}

/// How safe the record is.
pub fn safety(face: &Face) -> Result<Outcome> {
    let status = face.ask("backup_status", Value::Null)?;
    let last = &status["last"];
    let mut lines = vec![match last.is_null() {
        true => face.say("cli_safety_no_backup", &[]),
        false => face.say(
            "cli_safety_backup",
            &[
                ("at", text(last, "at")),
                ("file", text(last, "file")),
                ("changes", &status["changes_since"].to_string()),
            ],
        ),
    }];
    let second = &status["second"];
    lines.push(match (second["kept"] == true, second["fault"].is_null()) {
        (true, true) => face.say("cli_safety_second", &[("entry", &second["entry"].to_string())]),
        (false, true) => face.say("cli_safety_no_second", &[]),
        _ if second["fault"] == "second_copy_ahead" => face.say("cli_safety_second_ahead", &[]),
        _ => face.say("cli_safety_second_fault", &[]),
    });
    let wants = status["due"] == true || !second["fault"].is_null() || (!last.is_null() && last["present"] == false);
    Ok(Outcome::finding(wants, status.clone(), lines.join("\n")))
}

/// Says where copies go, or tells where they go.
pub fn copies(face: &Face, copies: &Copies) -> Result<Outcome> {
    let mut now = face.ask("copies", Value::Null)?;
    let whole = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
    for (field, named) in [("backups", &copies.backups), ("second", &copies.second)] {
        if let Some(folder) = named {
            now[field] = json!(whole(folder));
        }
    }
    if copies.backups.is_some() || copies.second.is_some() {
        face.ask("copies_set", now.clone())?;
    }
    let none = face.say("cli_copies_none", &[]);
    let line = |field: &str| {
        let folder = now[field].as_str().filter(|folder| !folder.is_empty()).unwrap_or(&none);
        format!("{}\t{folder}", face.say(&format!("cli_copies_{field}"), &[]))
    };
    Ok(Outcome::done(now.clone(), [line("backups"), line("second")].join("\n")))
}

/// The register as it stood at the end of a day.
pub fn as_of(face: &Face, day: Day) -> Result<Outcome> {
    let found = face.ask("register_as_of", json!({ "day": day }))?;
    let names = Names::of(face)?;
    let mut lines: Vec<String> = rows(&found["cases"])
        .map(|case| {
            let stage = names.say("stages", text(case, "stage"));
            [text(case, "register_no"), text(case, "title"), &stage, text(case, "handler")].join("\t")
        })
        .collect();
    let entry = found["as_of"]["entry"].to_string();
    lines.push(face.say("cli_as_of", &[("day", &day.to_string()), ("entry", &entry)]));
    Ok(Outcome::done(found, lines.join("\n")))
}
