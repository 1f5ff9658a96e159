//! The system's own file dialogs: the only way a path gets into the program.

use serde_json::Value;
use std::path::PathBuf;
use tauri::WebviewWindow;

/// Asks the person for a file or a folder and gives its path, or nothing where they thought better of it.
///
/// `request` is `{ "kind": "open" | "save" | "folder", "title"?: text, "name"?: text,
/// "filters"?: [{ "name": text, "extensions": [text] }] }`; extensions carry no dot.
#[tauri::command]
pub async fn pick(window: WebviewWindow, request: Value) -> Result<Option<String>, String> {
    let answer = tauri::async_runtime::spawn_blocking(move || ask(&window, &request));
    answer.await.map_err(|error| error.to_string())?
}

fn ask(window: &WebviewWindow, request: &Value) -> Result<Option<String>, String> {
    let chosen = match prepared_answer() {
        Some(path) => Some(path?),
        None => {
            let dialog = dialog(request).set_parent(window);
            match request["kind"].as_str() {
                Some("open") => dialog.pick_file(),
                Some("save") => dialog.save_file(),
                Some("folder") => dialog.pick_folder(),
                _ => return Err(format!("pick: no such kind: {}", request["kind"])),
            }
        }
    };
    chosen.map(to_text).transpose()
}

/// Paths cross the bridge as text; one that is not text is refused rather than changed into another.
fn to_text(path: PathBuf) -> Result<String, String> {
    path.into_os_string().into_string().map_err(|name| format!("pick: the name is not valid text: {}", name.display()))
}

fn dialog(request: &Value) -> rfd::FileDialog {
    let mut dialog = rfd::FileDialog::new();
    if let Some(title) = request["title"].as_str() {
        dialog = dialog.set_title(title);
    }
    if let Some(name) = request["name"].as_str() {
        dialog = dialog.set_file_name(name);
    }
    for filter in request["filters"].as_array().into_iter().flatten() {
        let extensions: Vec<&str> =
            filter["extensions"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        dialog = dialog.add_filter(filter["name"].as_str().unwrap_or_default(), &extensions);
    }
    dialog
}

/// No test can reach into a system's dialog. In builds for development `ANJUAN_TEST_PICK` names a file that holds one
/// path a line; each question takes the first line away and is answered with it.
#[cfg(debug_assertions)]
fn prepared_answer() -> Option<Result<PathBuf, String>> {
    let list = PathBuf::from(std::env::var_os("ANJUAN_TEST_PICK")?);
    Some(take_first_line(&list).map(PathBuf::from))
}

#[cfg(not(debug_assertions))]
fn prepared_answer() -> Option<Result<PathBuf, String>> {
    None
}

#[cfg(debug_assertions)]
fn take_first_line(list: &std::path::Path) -> Result<String, String> {
    let told = |error: std::io::Error| format!("pick: {}: {error}", list.display());
    let text = std::fs::read_to_string(list).map_err(told)?;
    let Some((first, rest)) = text.split_once('\n').or(match text.as_str() {
        "" => None,
        only => Some((only, "")),
    }) else {
        return Err(format!("pick: no answer left in {}", list.display()));
    };
    std::fs::write(list, rest).map_err(told)?;
    Ok(first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prepared_answers_are_taken_one_after_the_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let list = folder.path().join("answers");
        std::fs::write(&list, "/a/台账.xlsx\n/b.csv").expect("written");
        assert_eq!(take_first_line(&list).as_deref(), Ok("/a/台账.xlsx"));
        assert_eq!(take_first_line(&list).as_deref(), Ok("/b.csv"));
        let empty = take_first_line(&list).expect_err("a third question has no answer");
        assert!(empty.contains("no answer left"), "{empty}");
    }
}
