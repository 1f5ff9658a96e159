//! Builds the one window and what it may ask.

use crate::bridge::{self, Bridge};
use crate::{announce, midnight, only_one::Held, pick, print, revive};
use std::path::PathBuf;
use tauri::{AppHandle, Manager, RunEvent, WebviewUrl, WebviewWindowBuilder};

/// The label by which capabilities and the wake-up call know the window.
const LABEL: &str = "main";
const TITLE: &str = "案卷";

/// Settles what the web view reads from the environment while it starts.
///
/// On machines without a graphics card, which is most offices' machines, the renderer that goes by DMA
/// buffers scrolls at a third of the speed of the one that does not. And the web view asks the kernel how the machine
/// is connected, by a socket of its own; there is nothing it would need that for.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
pub fn prepare_environment() {
    for (name, value) in [("WEBKIT_DISABLE_DMABUF_RENDERER", "1"), ("GIO_USE_NETWORK_MONITOR", "base")] {
        if std::env::var_os(name).is_none() {
            // SAFETY: called first in `main`, when no other thread exists that could read the environment.
            unsafe { std::env::set_var(name, value) };
        }
    }
}

/// Settles what the web view reads from the environment while it starts: nothing on this platform.
#[cfg(not(target_os = "linux"))]
pub fn prepare_environment() {}

/// Opens the window on the office in `place` and stays until it is closed.
pub fn open(place: PathBuf, held: Option<Held>) -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![announce::announce, bridge::call, pick::pick, print::print])
        .setup(move |app| {
            let bridge = Bridge::new(place, app.handle());
            midnight::watch(bridge.today(), bridge::teller(app.handle(), "day"))?;
            bridge.watch();
            app.manage(bridge);
            let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
                .title(TITLE)
                .inner_size(1366.0, 768.0)
                .min_inner_size(1024.0, 640.0)
                .build()?;
            revive::watch(&window)?;
            if let Some(held) = held {
                let handle = app.handle().clone();
                held.on_wake(move || bring_forward(&handle))?;
                app.manage(held);
            }
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if let RunEvent::Exit = event {
                app.state::<Bridge>().close();
            }
        });
    Ok(())
}

/// What a second start asks of the first: be seen.
fn bring_forward(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    for done in [window.unminimize(), window.show(), window.set_focus()] {
        if let Err(error) = done {
            eprintln!("anjuan-window: bringing the window forward: {error}");
        }
    }
}
