//! A window of the same kind that shows two words and asks nothing: what the program's window is measured against.

#![allow(clippy::expect_used, reason = "a measure that stops on a fault")]

use tauri::{WebviewUrl, WebviewWindowBuilder, http::Response};

const PAGE: &str = "<!doctype html><html lang=\"en\"><title>bare</title><body><main>A window</main></body></html>";

fn main() {
    tauri::Builder::default()
        .register_uri_scheme_protocol("bare", |_, _| {
            let page = Response::builder().header("Content-Type", "text/html; charset=utf-8");
            page.body(PAGE.as_bytes().to_vec()).expect("a page of our own")
        })
        .setup(|app| {
            let page = WebviewUrl::CustomProtocol("bare://localhost/".parse()?);
            WebviewWindowBuilder::new(app, "main", page).title("bare").inner_size(1366.0, 768.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("a bare window opens");
}
