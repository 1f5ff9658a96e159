//! Putting what the window shows onto paper.

use tauri::WebviewWindow;

/// Prints what the window shows, by the system's own print dialog.
#[tauri::command]
pub fn print(window: WebviewWindow) -> Result<(), String> {
    #[cfg(all(debug_assertions, target_os = "linux"))]
    if let Some(file) = std::env::var_os("ANJUAN_TEST_PRINT") {
        return prepared::print_to(&window, file.as_ref());
    }
    window.print().map_err(|error| error.to_string())
}

/// No test can reach into a system's dialog. In builds for development `ANJUAN_TEST_PRINT` names the PDF file that is written
/// in its place, on sheets of A4.
#[cfg(all(debug_assertions, target_os = "linux"))]
mod prepared {
    use std::{cell::Cell, path::Path};

    use tauri::WebviewWindow;
    use webkit2gtk::{PrintOperation, PrintOperationExt};

    /// The printer of the toolkit that writes files, by its name where no language is set.
    const TO_FILE: &str = "Print to File";

    pub fn print_to(window: &WebviewWindow, file: &Path) -> Result<(), String> {
        let place =
            tauri::Url::from_file_path(file).map_err(|()| format!("print: no such place: {}", file.display()))?;
        let printed = window.with_webview(move |view| {
            let settings = gtk::PrintSettings::new();
            settings.set_printer(TO_FILE);
            settings.set("output-file-format", Some("pdf"));
            settings.set(gtk::PRINT_SETTINGS_OUTPUT_URI, Some(place.as_str()));
            let sheet = gtk::PageSetup::new();
            sheet.set_paper_size(&gtk::PaperSize::new(Some("iso_a4")));
            let printing = PrintOperation::new(&view.inner());
            printing.set_print_settings(&settings);
            printing.set_page_setup(&sheet);
            printing.connect_failed(|_, fault| eprintln!("anjuan-window: printing: {fault}"));
            // The sheets are drawn later; until then somebody has to hold it. Its view is not to be asked for: each answer takes
            // one reference from the view, until the page is gone.
            let held = Cell::new(Some(printing.clone()));
            printing.connect_finished(move |_| drop(held.take()));
            printing.print();
        });
        printed.map_err(|error| error.to_string())
    }
}
