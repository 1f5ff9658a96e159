//! Hands a command on to the office and its answer back.

use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use tauri::{AppHandle, Emitter, State};

/// What the commands of the window share.
pub struct Bridge {
    desk: Arc<Desk>,
}

struct Desk {
    _place: PathBuf,
    _app: AppHandle,
}

impl Bridge {
    pub fn new(place: PathBuf, app: AppHandle) -> Self {
        Self { desk: Arc::new(Desk { _place: place, _app: app }) }
    }
}

impl Desk {
    fn call(&self, name: &str, _request: Value) -> Result<Value, Value> {
        let _ = self._app.emit("changed", json!([]));
        Err(json!({ "code": "unknown_command", "values": { "name": name } }))
    }
}

pub fn office_folder() -> PathBuf {
    std::env::var_os("ANJUAN_OFFICE").map_or_else(|| PathBuf::from("office"), PathBuf::from)
}

/// The one way from a page to the office.
#[tauri::command]
pub async fn call(bridge: State<'_, Bridge>, name: String, request: Value) -> Result<Value, Value> {
    let desk = Arc::clone(&bridge.desk);
    let work = tauri::async_runtime::spawn_blocking(move || desk.call(&name, request));
    // A panic ends that call and no other.
    work.await.unwrap_or_else(|_| Err(json!({ "code": "fault" })))
}
