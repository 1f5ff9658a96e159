//! A day's work with the keyboard alone: every press finds something that takes it, and what opens gives the place back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::{App, PASSPHRASE, Plan, sample_desk};
use serde_json::{Value, json};

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

/// Gives somebody a passphrase, locks the window, and lets that person in by the keyboard.
#[track_caller]
fn sign_in(app: &App, login: &str, name: &str) {
    let people = app.ask("account_list", json!({})).unwrap();
    let mut person = people.as_array().unwrap().iter().find(|one| one["login"] == login).unwrap().clone();
    person.as_object_mut().unwrap().retain(|name, _| name != "department" && name != "started_on");
    app.ask("account_save", json!({ "account": person, "passphrase": PASSPHRASE })).unwrap();
    app.press("Ctrl+l");
    app.css("[data-field-name=login] input").expect_focus();
    type_keys(app, login);
    app.press("Enter");
    app.css("input[type=password]").expect_focus();
    app.css("input[type=password]").type_(PASSPHRASE);
    app.press("Enter");
    app.expect_text(name);
    app.wait_until("the desk has its figures", |app| app.css(".figures button").is_there());
}

#[test]
fn a_prosecutors_day_needs_no_mouse() {
    let app = sample_desk(Plan::new(), 60);
    sign_in(&app, "wang", "王雨晴");

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

#[test]
fn a_department_heads_day_needs_no_mouse() {
    let app = sample_desk(Plan::new(), 150);
    let accounts = app.ask("account_list", json!({})).unwrap();
    let wang = accounts.as_array().unwrap().iter().find(|one| one["login"] == "wang").unwrap()["id"].to_string();
    sign_in(&app, "zhao", "赵明");

    // Who carries what: a figure of the caseload opens its cases.
    app.press("Alt+7");
    app.css(PAGE).expect_focus();
    app.tab_to_css("[data-frame=page]:not([hidden]) table button");
    app.press("Enter");
    app.css(LIST).expect_focus();
    app.press("Ctrl+w");

    // What waits is given to somebody by designation, with its reason.
    let waiting = |app: &App| app.ask("assignment_waiting", json!({})).unwrap().as_array().unwrap().len();
    let before = waiting(&app);
    app.press("Alt+4");
    app.css(LIST).expect_focus();
    app.tab_back_to("指定分案");
    app.press("Enter");
    app.tab_to("承办人");
    app.choose_here(&wang);
    app.tab_to("指定理由");
    app.choose_here("major_complex");
    app.press("Ctrl+s");
    app.css("[role=dialog]").expect_gone();
    app.wait_until("one waits less", |app| waiting(app) + 1 == before);

    // A finding is answered.
    let answered = |app: &App| -> u64 {
        let counts = app.ask("finding_counts", json!({ "answered": true })).unwrap();
        counts.as_array().unwrap().iter().filter_map(|one| one["answered"].as_u64()).sum()
    };
    assert_eq!(answered(&app), 0);
    app.press("Alt+6");
    app.css(PAGE).expect_focus();
    app.tab_to_css("[data-frame=page]:not([hidden]) .finding .title");
    app.press("Enter");
    app.tab_to("答复");
    app.press("Enter");
    app.tab_to_css("[role=dialog] textarea");
    app.css("[role=dialog] textarea").type_("已当面核对卷宗");
    app.press("Ctrl+s");
    app.css("[role=dialog]").expect_gone();
    app.wait_until("it is answered", |app| answered(app) == 1);
    app.expect_sound();
}

#[test]
fn the_chiefs_day_needs_no_mouse() {
    let app = sample_desk(Plan::new(), 150);
    let cases = app.ask("case_list", json!({})).unwrap();
    let open = |one: &&Value| one["is_open"] == true && !one["handler_id"].is_null() && one["is_minor"] == false;
    let case = cases["cases"].as_array().unwrap().iter().find(open).unwrap()["case_id"].clone();
    let plan = json!({ "case": case, "kind": "ordinary", "place": "第一听证室", "held_on": "2026-03-12",
                       "starts_at": "09:00", "ends_at": "11:00", "questions": "是否作不起诉处理" });
    let hearing = app.ask("hearing_plan", plan).unwrap()["hearing"].clone();
    sign_in(&app, "zhou", "周正平");

    // What is overdue is one figure away.
    app.tab_to("已超期");
    app.press("Enter");
    app.css(LIST).expect_focus();
    app.press("Ctrl+w");
    app.press("Alt+7");
    app.css(PAGE).expect_focus();
    app.tab_to_css("[data-frame=page]:not([hidden]) table button");
    app.press("Enter");
    app.css(LIST).expect_focus();
    app.press("Ctrl+w");

    // The hearing that waits for approval stands on the first page.
    app.press("Alt+1");
    app.css(PAGE).expect_focus();
    app.tab_to("2026-03-12");
    app.press("Enter");
    app.expect_text("还缺什么");
    app.tab_to("更改计划");
    app.press("Enter");
    for (label, text) in [("批准人", "周正平"), ("批准日期", "今天")] {
        app.field(label).expect();
        app.tab_to(label);
        app.field(label).type_(text);
    }
    app.press("Ctrl+s");
    app.wait_until("it is approved", |app| {
        app.ask("hearing_sheet", json!({ "hearing": hearing })).unwrap()["hearing"]["approved_on"] == "2026-03-05"
    });
    app.expect_sound();
}

#[test]
fn the_tab_in_front_is_in_sight_however_many_are_open() {
    let app = sample_desk(Plan::new(), 60);
    let kept = json!({ "language": "en", "theme": "light", "scale": 150, "menuFolded": false });
    app.run("localStorage.setItem('anjuan.preferences', arguments[0]);", json!([kept.to_string()]));
    app.reload();
    app.css("nav .first .entry").expect();
    for place in ["Alt+3", "Alt+4", "Alt+5", "Alt+6", "Alt+7", "Alt+8", "Alt+9"] {
        app.press(place);
        app.css(PAGE).expect_focus();
    }
    app.press("Alt+2");
    app.css(LIST).expect_focus();
    // A case's tab says its number once the case has come, and is wider then.
    app.press("Enter");
    app.css(".band").expect();
    app.wait_until("the whole tab is in sight", |app| {
        let ends = "const front = document.querySelector('[data-frame=tabs] .front'); \
            const strip = front.parentElement.getBoundingClientRect(), tab = front.getBoundingClientRect(); \
            return front.textContent.includes('2026') && tab.left >= strip.left && tab.right <= strip.right + 1;";
        app.run(ends, json!([])) == true
    });
    app.expect_sound();
}
