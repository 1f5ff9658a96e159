//! Ledgers in and lists out.

use std::collections::BTreeMap;

use anjuan_commands::{Refusal, Result, refusal, words};
use serde_json::{Value, json};

use crate::{
    args::{Export, Import},
    face::{Face, Outcome},
    office::{rows, text},
};

/// Reads a ledger: a dry run, or the import itself.
pub fn import(face: &Face, import: &Import) -> Result<Outcome> {
    let mapping = match &import.mapping {
        None => Value::Null,
        Some(path) => std::fs::read_to_string(path)
            .map(Value::String)
            .map_err(|error| refusal!("file_unreadable", path = path.display(), detail = error).at("mapping"))?,
    };
    let ask = json!({ "path": import.file, "sheet": import.sheet, "mapping": mapping, "kind": import.kind });
    let done = face.ask(if import.dry_run { "import_plan" } else { "import_apply" }, ask)?;
    let number = |key: &str| done[key].to_string();
    let refused = rows(&done["refused"]).count();
    let said = face.say(
        "cli_import_done",
        &[
            ("rows", &number("rows")),
            ("new", &number("new")),
            ("changed", &number("changed")),
            ("same", &number("same")),
            ("vanished", &number("vanished")),
            ("refused", &refused.to_string()),
        ],
    );
    let mut lines = vec![said];
    for row in rows(&done["refused"]) {
        // Each fault of the row has a line, so that it can be mended at once.
        lines.extend(std::iter::once(row).chain(rows(&row["also"])).map(|fault| refused_cell(face, row, fault)));
    }
    lines.extend(done["told"].as_object().into_iter().flatten().map(|(code, count)| {
        let key = format!("remark_{code}");
        let key = if words::known(&key) { key.as_str() } else { "import_remark_day" };
        face.say("cli_import_told", &[("count", &count.to_string()), ("words", &face.say(key, &[]))])
    }));
    Ok(Outcome::finding(refused > 0, done, lines.join("\n")))
}

/// One fault of a row that was not taken.
fn refused_cell(face: &Face, row: &Value, fault: &Value) -> String {
    let values: BTreeMap<String, String> = serde_json::from_value(fault["values"].clone()).unwrap_or_default();
    let why = Refusal { code: text(fault, "code").to_owned(), at: String::new(), values };
    let told = words::of_refusal(&why);
    face.say(
        "cli_import_refused",
        &[
            ("row", &row["row"].to_string()),
            ("column", text(fault, "column")),
            ("value", text(fault, "value")),
            ("why", told.message.get(face.lang)),
        ],
    )
}

/// Writes a list exactly as on screen.
pub fn export(face: &Face, export: &Export) -> Result<Outcome> {
    let done = face.ask("list_export", json!({ "path": export.file, "view": export.view }))?;
    let said = face.say("cli_export_done", &[("rows", &done["rows"].to_string())]);
    Ok(Outcome::done(done, said))
}
