//! Draws the page anew when the process that draws it has ended: without this, the window would stay empty.
//!
//! The office is not touched by it. It stays open as long as it would have, and what was being typed is kept as a draft.

use tauri::WebviewWindow;

/// Watches the process that draws the page of `window`.
///
/// # Errors
/// When the window is already gone.
#[cfg(target_os = "linux")]
pub fn watch(window: &WebviewWindow) -> tauri::Result<()> {
    use std::{cell::RefCell, time::Instant};
    use tauri::Manager as _;
    use webkit2gtk::WebViewExt as _;

    let app = window.app_handle().clone();
    window.with_webview(move |view| {
        let ends = RefCell::new(Ends::default());
        view.inner().connect_web_process_terminated(move |view, reason| {
            eprintln!("anjuan-window: the process that draws the page ended: {reason:?}");
            if ends.borrow_mut().is_once_more_worth_it(Instant::now()) {
                view.reload();
            } else {
                app.exit(GIVEN_UP);
            }
        });
    })
}

/// Other platforms' web views draw the page anew by themselves.
#[cfg(not(target_os = "linux"))]
pub fn watch(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
use ends::{Ends, GIVEN_UP};

#[cfg(target_os = "linux")]
mod ends {
    use std::time::{Duration, Instant};

    /// What the program answers when its page can't be drawn.
    pub const GIVEN_UP: i32 = 6;
    /// A page that ends this often …
    const TIMES: usize = 3;
    /// … in this time would go on ending.
    const WITHIN: Duration = Duration::from_secs(60);

    /// When the page ended lately.
    #[derive(Debug, Default)]
    pub struct Ends(Vec<Instant>);

    impl Ends {
        /// Takes note that the page ended `now`, and says whether to draw it anew.
        pub fn is_once_more_worth_it(&mut self, now: Instant) -> bool {
            self.0.retain(|then| now.duration_since(*then) < WITHIN);
            self.0.push(now);
            self.0.len() < TIMES
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_page_that_ends_now_and_then_is_drawn_anew_and_one_that_goes_on_ending_is_not() {
            let (mut ends, began) = (Ends::default(), Instant::now());
            let mut ended_at = |second| ends.is_once_more_worth_it(began + Duration::from_secs(second));
            assert_eq!([0, 59, 61, 200, 201, 202].map(&mut ended_at), [true, true, true, true, true, false]);
        }
    }
}
