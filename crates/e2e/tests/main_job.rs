//! The main job in the real window: an invented office, a case taken in by the keyboard, drawn, worked on and found again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::{App, Plan};
use serde_json::json;

const PASSPHRASE: &str = "spring river by moonlight";

/// An office filled with invented cases, its clerk at the desk.
fn at_the_sample_desk() -> App {
    let app = Plan::new().with("ANJUAN_TODAY", "2026-03-05").size(1366, 768).start();
    app.ask(
        "office_create",
        json!({ "name": "测县人民检察院", "short_name": "测", "division_code": "341023", "login": "li",
                "person": "李案管", "passphrase": PASSPHRASE, "is_sample": true }),
    )
    .unwrap();
    app.ask("sample_fill", json!({ "cases": 150, "years": 1, "seed": 4 })).unwrap();
    app.ask("office_lock", json!({})).unwrap();
    let mut app = app;
    app.restart();
    app.field("口令").type_(PASSPHRASE);
    app.press("Ctrl+s");
    app.expect_text("李案管");
    app
}

/// Chooses from a list of choices by its code, as the arrow keys do.
fn choose(app: &App, label: &str, code: &str) {
    app.field(label).expect();
    let script = "const [label, code] = arguments; \
        const one = [...document.querySelectorAll('select')].find((select) => select.getAttribute('aria-label') === label \
            || [...(select.labels ?? [])].some((words) => words.textContent.replace('*', '').trim() === label)); \
        one.focus(); one.value = code; one.dispatchEvent(new Event('change', { bubbles: true })); return one.value;";
    assert_eq!(app.run(script, json!([label, code])), code, "{label}");
}

#[test]
fn every_page_opens_sound_and_accessible() {
    let app = at_the_sample_desk();
    for (place, picture) in [
        ("今日", "today"),
        ("案件", "cases"),
        ("期限", "due"),
        ("分案", "assignments"),
        ("听证", "hearings"),
        ("质量", "quality"),
        ("工作量", "caseload"),
        ("导入", "imports"),
        ("设置", "settings"),
    ] {
        let opened = app.run(
            "const line = [...document.querySelectorAll('nav a, nav button')] \
                .find((one) => one.textContent.trim().startsWith(arguments[0])); line?.click(); return !!line;",
            json!([place]),
        );
        assert_eq!(opened, true, "the menu has {place}");
        app.wait_until("the page has its title", |app| app.title().starts_with(place));
        app.wait_until("the law's names are there", |app| !app.page_text().contains("case_management_clerk"));
        app.expect_accessible();
        app.picture(picture);
    }
    app.expect_sound();
}

#[test]
fn what_presses_is_told_to_the_desktop_on_opening_and_names_nobody() {
    let app = at_the_sample_desk();
    app.wait_until("the desktop is told", |app| !app.notes().is_empty());
    let notes = app.notes();
    let text = notes[0]["text"].as_str().unwrap();
    assert_eq!(notes[0]["title"], "案卷：期限提醒");
    // Nothing but states and numbers: no person, no case.
    let rest: String = text.chars().filter(|sign| !sign.is_ascii_digit()).collect();
    let states = ["已超期", "今日届满", "紧急"];
    for part in rest.split('，') {
        assert!(states.contains(&part.trim().trim_end_matches('项').trim()), "{text}");
    }
}

#[test]
fn a_case_is_taken_in_by_the_keyboard_drawn_worked_on_and_found_again() {
    let app = at_the_sample_desk();
    app.press("Ctrl+n");
    choose(&app, "业务条线", "GC");
    choose(&app, "案件类别", "first_instance_prosecution");
    app.field("姓名 1").type_("宁采臣");
    app.press("Enter");
    app.field("证件号码 1").type_("34102319900307211X");
    app.press("Enter");
    app.field("出生日期 1").expect_value("1990-03-07");
    app.field("案件名称").fill("宁采臣涉嫌盗窃案");
    app.expect_accessible();
    app.picture("intake");
    app.press("Ctrl+s");
    app.button("随机分案").expect_focus();
    app.press("Enter");
    app.expect_text("随机分案结果");
    app.picture("draw");

    let found = app.ask("search", json!({ "text": "ningcaichen" })).unwrap();
    assert_eq!(found["hits"][0]["title"], "宁采臣涉嫌盗窃案");
    app.press("Ctrl+k");
    app.css("[role=dialog] input").type_("ncc");
    app.expect_text("宁采臣涉嫌盗窃案");
    app.press("Enter");
    app.wait_until("the case is open", |app| app.page_text().contains("记录节点"));
    app.expect_text("宁采臣");
    app.expect_accessible();
    app.picture("case");
    app.expect_sound();
    assert_eq!(app.ask("record_verify", json!({})).unwrap()["sound"], true);
}
