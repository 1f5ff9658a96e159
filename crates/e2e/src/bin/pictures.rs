//! Takes a picture of every page in every dress, to be looked at: `cargo run -p anjuan-e2e --bin pictures`.
//!
//! Into `target/e2e/pages/<dress>/<page>.png`. What is cut off on a page without saying the whole of it elsewhere, or
//! stands wider than the window, is printed beside.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper that stops on a fault")]

use anjuan_e2e::{App, Plan, crowded_case, sample_desk};
use serde_json::{Value, json};

/// A name and how the window is to look.
const DRESSES: [(&str, &str, &str, u32); 5] = [
    ("zh", "zh", "light", 100),
    ("en", "en", "light", 100),
    ("dark", "zh", "dark", 100),
    ("large", "zh", "light", 150),
    ("en-large", "en", "light", 150),
];

/// Texts that are cut off and whose whole can't be had, and what is wider than the window.
const CUT: &str = "const cut = []; \
    if (document.documentElement.scrollWidth > innerWidth) cut.push('the page is wider than the window'); \
    for (const one of document.querySelectorAll('main *, header *, footer *, [role=dialog] *')) { \
        if (one.children.length > 0 || !one.checkVisibility({ visibilityProperty: true })) continue; \
        if (one.closest('.seen-by-readers, [role=grid], svg')) continue; \
        const style = getComputedStyle(one); \
        const hides = style.overflowX !== 'visible' && style.overflowX !== 'auto'; \
        if (hides && one.scrollWidth > one.clientWidth + 1 && !one.title) cut.push(one.textContent.trim().slice(0, 60)); \
        const box = one.getBoundingClientRect(); \
        if (box.width > 0 && box.left >= innerWidth) cut.push('beyond the edge: ' + one.textContent.trim().slice(0, 40)); \
    } return [...new Set(cut)].slice(0, 12);";

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let app = sample_desk(Plan::new(), 150);
    let crowded = crowded_case(&app);
    for (name, language, theme, scale) in DRESSES {
        if !wanted.is_empty() && !wanted.iter().any(|one| one == name) {
            continue;
        }
        dress(&app, language, theme, scale);
        pages(&app, name);
        a_case(&app, name, crowded);
        forms(&app, name);
    }
    if wanted.is_empty() || wanted.iter().any(|one| one == "empty") {
        let empty = sample_desk(Plan::new(), 0);
        dress(&empty, "zh", "light", 100);
        pages(&empty, "empty");
    }
}

fn dress(app: &App, language: &str, theme: &str, scale: u32) {
    let kept = json!({ "language": language, "theme": theme, "scale": scale, "menuFolded": false });
    app.run("localStorage.setItem('anjuan.preferences', arguments[0]); location.reload();", json!([kept.to_string()]));
    app.wait_until("the desk is there again", |app| {
        app.run("return document.querySelectorAll('nav .first button').length > 5;", json!([])) == true
    });
}

/// Every place of the menu, by its order: the names depend on the language.
fn pages(app: &App, dress: &str) {
    let places = app.run("return document.querySelectorAll('nav .first .entry').length;", json!([]));
    for at in 0..places.as_u64().unwrap_or_default() {
        app.run("document.querySelectorAll('nav .first .entry')[arguments[0]].click();", json!([at]));
        take(app, dress, &format!("{:02}", at + 1));
    }
}

fn a_case(app: &App, dress: &str, case: i64) {
    app.press("Ctrl+k");
    let title = app.ask("case_sheet", json!({ "case": case })).unwrap()["head"]["register_no"].clone();
    app.css("[role=dialog] input").type_(title.as_str().unwrap());
    app.wait_until("the case is found", |app| app.page_text().contains("库尔班江"));
    app.press("Enter");
    app.wait_until("the case is open", |app| app.css(".band").is_there());
    for tab in 0..4 {
        app.run("document.querySelectorAll('.case [role=tab]')[arguments[0]]?.click();", json!([tab]));
        take(app, dress, &format!("case-{tab}"));
    }
}

fn forms(app: &App, dress: &str) {
    app.press("Ctrl+n");
    app.wait_until("the form is there", |app| app.css("[data-field-name=line]").is_there());
    app.press("Ctrl+s");
    take(app, dress, "intake-refused");
    app.press("?");
    app.press("Ctrl+k");
    app.css("[role=dialog] input").type_("dq");
    take(app, dress, "palette");
    app.press("Esc");
}

/// Takes the picture once nothing on the page is on its way any more.
fn take(app: &App, dress: &str, page: &str) {
    app.wait_until("the page is at rest", |app| {
        let busy =
            "return document.querySelector('[aria-busy=true]') === null && document.querySelector('main') !== null;";
        app.run(busy, json!([])) == true
    });
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/e2e/pages");
    app.picture_in(&root.join(dress), page);
    let cut = app.run(CUT, json!([]));
    for one in cut.as_array().into_iter().flatten().filter_map(Value::as_str) {
        println!("{dress}/{page}: {one}");
    }
}
