//! Short notes through the desktop's own notification service, for what has become due while nobody looks.
//!
//! The page says the words, in the window's language; it names no person and no case. The service is asked over the
//! session bus, the desktop's own; nothing goes to any host.

/// Announces a note. What went wrong is told to the page, which keeps it in the status bar.
#[tauri::command]
pub async fn announce(title: String, text: String) -> Result<(), String> {
    let told = tauri::async_runtime::spawn_blocking(move || match prepared_board() {
        Some(board) => pin(&board, &title, &text),
        None => desktop::notify(&title, &text),
    });
    told.await.map_err(|error| error.to_string())?
}

#[cfg(target_os = "linux")]
mod desktop {
    use gio::glib::{Variant, VariantDict, prelude::ToVariant};
    use std::sync::atomic::{AtomicU32, Ordering};

    /// The note that stands: a new one takes its place, so that a desk left alone for a week shows one.
    static STANDING: AtomicU32 = AtomicU32::new(0);
    /// How long the service may take to answer, in milliseconds.
    const PATIENCE: i32 = 5_000;
    const SERVICE: &str = "org.freedesktop.Notifications";
    const PLACE: &str = "/org/freedesktop/Notifications";
    /// The service chooses how long the note stays.
    const ITS_OWN_TIME: i32 = -1;

    /// Asks the notification service of the desktop (freedesktop.org's) to show a note.
    pub fn notify(title: &str, text: &str) -> Result<(), String> {
        let bus =
            gio::bus_get_sync(gio::BusType::Session, gio::Cancellable::NONE).map_err(|fault| fault.to_string())?;
        let hints = VariantDict::new(None);
        hints.insert("desktop-entry", "Anjuan");
        let note = Variant::tuple_from_iter([
            "Anjuan".to_variant(),
            STANDING.load(Ordering::Relaxed).to_variant(),
            "anjuan".to_variant(),
            title.to_variant(),
            text.to_variant(),
            Vec::<String>::new().to_variant(),
            hints.end(),
            ITS_OWN_TIME.to_variant(),
        ]);
        let answer = bus
            .call_sync(
                Some(SERVICE),
                PLACE,
                SERVICE,
                "Notify",
                Some(&note),
                None,
                gio::DBusCallFlags::NONE,
                PATIENCE,
                gio::Cancellable::NONE,
            )
            .map_err(|fault| fault.to_string())?;
        if let Some((number,)) = answer.get::<(u32,)>() {
            STANDING.store(number, Ordering::Relaxed);
        }
        Ok(())
    }
}

#[cfg(not(target_os = "linux"))]
mod desktop {
    /// No service of this platform is known to the program.
    pub fn notify(_title: &str, _text: &str) -> Result<(), String> {
        Err("no notification service".to_owned())
    }
}

/// No test can look at a desktop. In builds for development `ANJUAN_TEST_ANNOUNCE` names a file to which each note is
/// added as one line of JSON, in place of asking the desktop.
#[cfg(debug_assertions)]
fn prepared_board() -> Option<std::path::PathBuf> {
    std::env::var_os("ANJUAN_TEST_ANNOUNCE").map(Into::into)
}

#[cfg(not(debug_assertions))]
fn prepared_board() -> Option<std::path::PathBuf> {
    None
}

fn pin(board: &std::path::Path, title: &str, text: &str) -> Result<(), String> {
    use std::io::Write;
    let told = |error: std::io::Error| format!("announce: {}: {error}", board.display());
    let mut board = std::fs::OpenOptions::new().append(true).create(true).open(board).map_err(told)?;
    let note = serde_json::json!({ "title": title, "text": text });
    writeln!(board, "{note}").map_err(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_pinned_one_under_the_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let board = folder.path().join("notes");
        pin(&board, "案卷", "今日届满 2 项").expect("pinned");
        pin(&board, "案卷", "已超期 1 项").expect("pinned");
        let text = std::fs::read_to_string(&board).expect("readable");
        let notes: Vec<serde_json::Value> =
            text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(notes.iter().map(|note| &note["text"]).collect::<Vec<_>>(), ["今日届满 2 项", "已超期 1 项"]);
        assert_eq!(notes[0]["title"], "案卷");
    }
}
