//! What a person without a mouse does: the tabulator leads to things by their names, the arrow keys choose.

use crate::App;
use serde_json::json;

/// What has the keyboard is called so.
const FOCUS: &str = "const e = document.activeElement; \
    const words = (text) => (text ?? '').replace(/\\s+/gu, ' ').trim(); \
    return words(e.getAttribute('aria-label')) || [...(e.labels ?? [])].map((l) => words(l.textContent)).join(' ') || words(e.textContent);";
/// No page has more stops.
const STOPS: usize = 300;

impl App {
    /// Goes on with the tabulator until what is called so, from its beginning, has the keyboard.
    #[track_caller]
    pub fn tab_to(&self, name: &str) {
        self.press_until("Tab", name, |app| named(app, name));
    }

    /// As [`App::tab_to`], the other way.
    #[track_caller]
    pub fn tab_back_to(&self, name: &str) {
        self.press_until("Shift+Tab", name, |app| named(app, name));
    }

    /// Goes on with the tabulator until something that a CSS selector names has the keyboard.
    #[track_caller]
    pub fn tab_to_css(&self, selector: &str) {
        let script = "return document.activeElement.matches(arguments[0]);";
        self.press_until("Tab", selector, |app| app.run(script, json!([selector])) == true);
    }

    /// Chooses from the list that has the keyboard, with the arrow keys.
    #[track_caller]
    pub fn choose_here(&self, code: &str) {
        self.press_until("Down", code, |app| app.run("return document.activeElement.value;", json!([])) == code);
    }

    #[track_caller]
    fn press_until(&self, key: &str, what: &str, there: impl Fn(&Self) -> bool) {
        for _ in 0..STOPS {
            if there(self) {
                return;
            }
            self.press(key);
        }
        panic!("{key} does not lead to “{what}”:\n{}", self.page_text());
    }
}

fn named(app: &App, name: &str) -> bool {
    app.run(FOCUS, json!([])).as_str().unwrap_or_default().starts_with(name)
}
