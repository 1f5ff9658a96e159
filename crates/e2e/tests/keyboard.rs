//! A day's work with the keyboard alone: every press finds something that takes it, and what opens gives the place back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::{App, PASSPHRASE, Plan, sample_desk};
use serde_json::json;

/// The list of the page in front.
const LIST: &str = "[data-frame=page]:not([hidden]) [role=grid]";
/// The page in front.
const PAGE: &str = "[data-frame=page]:not([hidden])";

/// Presses keys one after the other.
fn type_keys(app: &App, keys: &str) {
    for key in keys.chars() {
        app.press(&key.to_string());
    }
}

fn speak(app: &App, language: &str) {
    let kept = json!({ "language": language, "theme": "light", "scale": 100, "menuFolded": false });
    app.run("localStorage.setItem('anjuan.preferences', arguments[0]);", json!([kept.to_string()]));
    app.reload();
    app.css("nav .first .entry").expect();
}

/// What opens over the page and is left by Esc gives the keyboard back to `place`.
#[track_caller]
fn opens_and_gives_back(app: &App, key: &str, what: &str, place: &str) {
    app.press(key);
    app.css(what).expect_focus();
    app.press("Esc");
    app.css(what).expect_gone();
    app.css(place).expect_focus();
}

#[test]
fn the_clerks_day_needs_no_mouse() {
    let app = sample_desk(Plan::new(), 60);
    for language in ["zh", "en"] {
        speak(&app, language);
        app.press("Alt+2");
        app.css(LIST).expect_focus();
        opens_and_gives_back(&app, "Ctrl+k", "[role=dialog]", LIST);
        opens_and_gives_back(&app, "?", "[role=dialog]", LIST);
        opens_and_gives_back(&app, "Shift+F10", "[role=menu]", LIST);
        app.press("Space");
        app.css("aside.preview").expect();
        app.press("Esc");
        app.css("aside.preview").expect_gone();
        app.css(LIST).expect_focus();
        app.press("Ctrl+f");
        app.css(".filters input").expect_focus();
        app.press("Esc");
        app.css(LIST).expect_focus();

        // A case, an act begun and given up, and back to the list.
        app.press("Enter");
        app.css(".band").expect();
        app.press("Ctrl+i");
        app.css("[data-field-name=kind] input").expect_focus();
        type_keys(&app, "tj");
        app.press("Esc");
        app.press("Esc");
        app.press("Ctrl+w");
        app.css(".band").expect_gone();
        app.css(LIST).expect_focus();

        // Intake, the draw, the checks, the settings: each has the keyboard as it opens.
        app.press("Ctrl+n");
        app.css("[data-field-name=line] select").expect_focus();
        app.press("Alt+4");
        app.css(LIST).expect_focus();
        for place in ["Alt+1", "Alt+3", "Alt+6", "Alt+7", "Alt+9"] {
            app.press(place);
            app.css(PAGE).expect_focus();
        }
        app.press("Ctrl+Shift+Tab");
        app.css(PAGE).expect_focus();
    }
    app.expect_sound();
}

#[test]
fn a_prosecutors_day_needs_no_mouse() {
    let app = sample_desk(Plan::new(), 60);
    let people = app.ask("account_list", json!({})).unwrap();
    let mut person = people.as_array().unwrap().iter().find(|one| one["login"] == "wang").unwrap().clone();
    person.as_object_mut().unwrap().retain(|name, _| name != "department" && name != "started_on");
    app.ask("account_save", json!({ "account": person, "passphrase": PASSPHRASE })).unwrap();
    app.press("Ctrl+l");
    app.css("[data-field-name=login] input").expect_focus();
    type_keys(&app, "wang");
    app.press("Enter");
    app.css("input[type=password]").expect_focus();
    app.css("input[type=password]").type_(PASSPHRASE);
    app.press("Enter");
    app.expect_text("王雨晴");
    app.wait_until("the own desk has its figures", |app| app.css(".figures button").is_there());

    // The first figure is one step away, and opens its cases with the keyboard in them.
    app.press("Tab");
    app.css(".figures button").expect_focus();
    app.press("Enter");
    app.css(LIST).expect_focus();
    app.press("Ctrl+d");
    app.css(PAGE).expect_focus();
    app.press("Ctrl+w");
    app.css(LIST).expect_focus();
    app.expect_sound();
}
