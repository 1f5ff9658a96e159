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

#[test]
fn every_page_opens_sound_and_accessible() {
    let app = at_the_sample_desk();
    for (at, picture) in
        [(1, "today"), (2, "cases"), (3, "due"), (4, "assignments"), (5, "hearings"), (6, "quality"), (7, "caseload"), (8, "imports"), (9, "settings")]
    {
        app.press(&format!("Alt+{at}"));
        app.wait_until("the page is there", |app| app.run("return !!document.querySelector('main h1, [role=tabpanel] h1, h1')", json!([])) == true);
        app.picture(picture);
        println!("{picture}: {}", app.title());
    }
}
