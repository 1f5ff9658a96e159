//! Hands a command on to the office and its answer back.

use anjuan_commands::{Desk, Refusal, SystemHost};
use serde_json::Value;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tauri::{AppHandle, Emitter, State};

/// So long what nobody waits for leaves the processors to the first page.
const FIRST_PAGE: Duration = Duration::from_secs(1);
/// How often is looked whether the office is to lock itself.
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// The desk that all calls of the window come to.
pub struct Bridge(Arc<Desk>);

impl Bridge {
    /// A desk on the office in `folder`; `app` is told of what changes and how long tasks go on.
    pub fn new(folder: PathBuf, app: &AppHandle) -> Self {
        let host = SystemHost {
            folder,
            today: Box::new(given_day),
            program: "window",
            on_meanwhile: Some(|work| {
                std::thread::spawn(move || {
                    std::thread::park_timeout(FIRST_PAGE);
                    work();
                });
            }),
            on_changed: Box::new(teller(app, "changed")),
            on_progress: Box::new(teller(app, "progress")),
        };
        Self(Arc::new(Desk::new(host)))
    }

    /// Asks for the day of the office.
    pub fn today(&self) -> impl Fn() -> String + Send + 'static {
        let desk = Arc::clone(&self.0);
        move || desk.host().today().to_string()
    }

    /// Looks now and then whether the office is to lock itself, whatever the page does, and gives back what memory is free.
    pub fn watch(&self) {
        let desk = Arc::downgrade(&self.0);
        let look = move || {
            while let Some(desk) = desk.upgrade() {
                // The answer is of no use here; asking for it locks what nobody uses.
                let _ = desk.call("office_status", Value::Null);
                drop(desk);
                crate::sparing::give_back();
                std::thread::park_timeout(LOOK_EVERY);
            }
        };
        if let Err(error) = std::thread::Builder::new().name("idle".into()).spawn(look) {
            eprintln!("anjuan-window: nobody watches whether the office is idle: {error}");
        }
    }

    /// Closes the office before the program ends: keys wiped, record released.
    pub fn close(&self) {
        if let Err(refusal) = self.0.call("office_lock", Value::Null) {
            eprintln!("anjuan-window: {refusal}");
        }
    }
}

/// The folder of the office: named in the environment, or the platform's own for data.
pub fn office_folder() -> PathBuf {
    SystemHost::folder_or_default(None)
}

/// The one way from a page to the office. Works on a thread of its own, for the window must go on being drawn.
#[tauri::command]
pub async fn call(bridge: State<'_, Bridge>, name: String, request: Value) -> Result<Value, Refusal> {
    let desk = Arc::clone(&bridge.0);
    let command = name.clone();
    let work = tauri::async_runtime::spawn_blocking(move || desk.call(&command, request));
    // The desk makes a refusal of a panic; what it can't catch ends this call and no other.
    work.await.unwrap_or_else(|_| Err(Refusal::new("fault").with("detail", name)))
}

/// Tells the page of something under the name of `event`.
pub fn teller<T: serde::Serialize>(app: &AppHandle, event: &'static str) -> impl Fn(&T) + Send + Sync + 'static {
    let app = app.clone();
    move |news| {
        if let Err(error) = app.emit(event, news) {
            eprintln!("anjuan-window: telling the page of {event}: {error}");
        }
    }
}

/// In builds for development `ANJUAN_TODAY` names the day to work on, so that a test says the same every day; or a file
/// that says it, so that the day can turn.
#[cfg(debug_assertions)]
fn given_day<Day: std::str::FromStr>() -> Option<Day> {
    let given = std::env::var("ANJUAN_TODAY").ok()?;
    let day = given.parse().ok();
    day.or_else(|| std::fs::read_to_string(given).ok()?.trim().parse().ok())
}

#[cfg(not(debug_assertions))]
fn given_day<Day>() -> Option<Day> {
    None
}
