//! Takes a picture of every page in every dress, to be looked at: `cargo run -p anjuan-e2e --bin pictures`.
//!
//! Into `target/e2e/pages/<dress>/<page>.png`. What is cut off on a page without saying the whole of it elsewhere, or
//! stands wider than the window, is printed beside.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a helper that stops on a fault")]

use anjuan_e2e::{App, PASSPHRASE, Plan, crowded_case, sample_desk};
use serde_json::{Value, json};

/// A name and how the window is to look.
const DRESSES: [(&str, &str, &str, u32); 5] = [
    ("zh", "zh", "light", 100),
    ("en", "en", "light", 100),
    ("dark", "zh", "dark", 100),
    ("large", "zh", "light", 150),
    ("en-large", "en", "light", 150),
];

/// Who else is looked in on: a chief prosecutor, a head of department, a prosecutor, an assistant, an evaluator.
const OTHERS: [&str; 5] = ["zhou", "zhao", "wang", "dong", "yu"];

/// Texts that are cut off and whose whole can't be had, and what is wider than the window.
const CUT: &str = "const cut = []; \
    if (document.documentElement.scrollWidth > innerWidth) cut.push('the page is wider than the window'); \
    for (const one of document.querySelectorAll('main *, header *, footer *, [role=dialog] *')) { \
        if (one.children.length > 0 || !one.checkVisibility({ visibilityProperty: true })) continue; \
        if (one.closest('.seen-by-readers, [role=grid], svg')) continue; \
        const style = getComputedStyle(one); \
        const hides = style.overflowX !== 'visible' && style.overflowX !== 'auto'; \
        if (hides && one.scrollWidth > one.clientWidth + 1 && !one.closest('[title]')) cut.push(one.textContent.trim().slice(0, 60)); \
        const box = one.getBoundingClientRect(); \
        if (box.width > 0 && box.left >= innerWidth) cut.push('beyond the edge: ' + one.textContent.trim().slice(0, 40)); \
    } \
    const page = document.querySelector('[data-frame=page]:not([hidden])'); \
    if (page && page.scrollWidth > page.clientWidth + 1) { \
        const edge = page.getBoundingClientRect().left + page.scrollWidth; \
        const last = [...page.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > edge - 2).at(-1); \
        cut.push('the page scrolls sideways: ' + (last?.outerHTML ?? '').slice(0, 80)); \
    } \
    for (const part of page?.querySelectorAll('.scroll') ?? []) { \
        if (part.scrollWidth > part.clientWidth + 1 && !part.closest('[role=grid]') && !part.querySelector('[role=grid], table')) \
            cut.push('a part scrolls sideways: ' + part.className + ' ' + part.textContent.trim().slice(0, 30)); \
    } return [...new Set(cut)].slice(0, 12);";

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let asked = |name: &str| wanted.is_empty() || wanted.iter().any(|one| one == name);
    if DRESSES.iter().any(|(name, ..)| asked(name)) {
        let mut app = sample_desk(Plan::new(), 150);
        let crowded = crowded_case(&app);
        may_sign_in(&app);
        for (name, language, theme, scale) in DRESSES.into_iter().filter(|(name, ..)| asked(name)) {
            dress(&app, language, theme, scale);
            pages(&app, name);
            a_case(&app, name, crowded);
            forms(&app, name);
            for login in OTHERS {
                sign_in(&mut app, login);
                take(&app, name, &format!("today-{login}"));
            }
            sign_in(&mut app, "li");
        }
    }
    if asked("empty") {
        let empty = sample_desk(Plan::new(), 0);
        dress(&empty, "zh", "light", 100);
        pages(&empty, "empty");
    }
    if asked("start") {
        start(&Plan::new().with("ANJUAN_TODAY", "2026-03-05").start());
    }
}

/// The first page, before there is an office, and the page of whoever can't get in.
fn start(app: &App) {
    take(app, "start", "new");
    app.press("Ctrl+s");
    take(app, "start", "new-refused");
    app.ask(
        "office_create",
        json!({ "name": "测县人民检察院", "short_name": "测", "division_code": "341023", "login": "li",
                "person": "李案管", "passphrase": PASSPHRASE, "is_sample": true }),
    )
    .unwrap();
    app.ask("office_lock", json!({})).unwrap();
    app.reload();
    app.css("input[type=password]").type_("not this one");
    app.press("Ctrl+s");
    app.css("[role=alert]").expect();
    take(app, "start", "wrong-passphrase");
}

/// Gives these people a passphrase.
fn may_sign_in(app: &App) {
    let people = app.ask("account_list", json!({})).unwrap();
    for person in people.as_array().unwrap() {
        if OTHERS.iter().any(|login| person["login"] == *login) {
            let mut account = person.clone();
            let known = account.as_object_mut().unwrap();
            known.remove("department");
            known.remove("started_on");
            app.ask("account_save", json!({ "account": account, "passphrase": PASSPHRASE })).unwrap();
        }
    }
}

/// Another person at the same desk, with the same look of the window.
fn sign_in(app: &mut App, login: &str) {
    app.ask("office_lock", json!({})).unwrap();
    app.reload();
    app.css("[data-field-name=login] input").fill(login);
    app.css("input[type=password]").type_(PASSPHRASE);
    app.press("Ctrl+s");
    at_desk(app);
}

fn at_desk(app: &App) {
    app.wait_until("the desk is there", |app| {
        app.run("return document.querySelectorAll('nav .first .entry').length > 2;", json!([])) == true
    });
}

fn dress(app: &App, language: &str, theme: &str, scale: u32) {
    let kept = json!({ "language": language, "theme": theme, "scale": scale, "menuFolded": false });
    app.run("localStorage.setItem('anjuan.preferences', arguments[0]);", json!([kept.to_string()]));
    app.reload();
    at_desk(app);
}

/// Every place of the menu with what stands under it and each part of the page, by their order: the names depend on the
/// language.
fn pages(app: &App, dress: &str) {
    let spread = "document.querySelectorAll('nav .spread[aria-expanded=false]').forEach((one) => one.click());";
    app.run(spread, json!([]));
    let places = app.run("return document.querySelectorAll('nav li .entry').length;", json!([]));
    for at in 0..places.as_u64().unwrap_or_default() {
        app.run(&format!("{spread} document.querySelectorAll('nav li .entry')[arguments[0]].click();"), json!([at]));
        parts(app, dress, &format!("{:02}", at + 1));
    }
}

/// A page and each of its parts.
fn parts(app: &App, dress: &str, page: &str) {
    take(app, dress, page);
    let inside = "[...document.querySelectorAll('[data-frame=page]:not([hidden]) .an-tabs-tab')]";
    let count = app.run(&format!("return {inside}.length;"), json!([])).as_u64().unwrap_or_default();
    for at in 1..count {
        app.run(&format!("{inside}[arguments[0]].click();"), json!([at]));
        take(app, dress, &format!("{page}-{at}"));
    }
}

fn a_case(app: &App, dress: &str, case: i64) {
    app.press("Ctrl+k");
    let title = app.ask("case_sheet", json!({ "case": case })).unwrap()["head"]["register_no"].clone();
    app.css("[role=dialog] input").type_(title.as_str().unwrap());
    app.role("option", "库尔班江").expect();
    app.press("Enter");
    app.wait_until("the case is open", |app| app.css(".band").is_there());
    parts(app, dress, "case");
    app.run("document.querySelector('[data-frame=page]:not([hidden]) .an-tabs-tab').click();", json!([]));
    app.press("Ctrl+i");
    take(app, dress, "case-act");
    app.press("Esc");
}

fn forms(app: &App, dress: &str) {
    app.press("Ctrl+n");
    app.wait_until("the form is there", |app| app.css("[data-field-name=line]").is_there());
    app.press("Ctrl+s");
    take(app, dress, "intake-refused");
    app.press("Ctrl+k");
    app.css("[role=dialog] input").type_("dq");
    take(app, dress, "palette");
    app.press("Esc");
    app.css("[role=dialog]").expect_gone();
    app.run("document.querySelectorAll('nav li .entry')[1].click();", json!([]));
    app.css("[data-frame=page]:not([hidden]) [role=grid] [aria-rowindex='4']").expect();
    app.css("[data-frame=page]:not([hidden]) [role=grid]").click();
    app.press("Space");
    take(app, dress, "list-preview");
    app.press("Shift+F10");
    take(app, dress, "list-menu");
    app.press("Esc");
    app.press("?");
    take(app, dress, "keys");
    app.press("Esc");
}

/// Takes the picture once nothing on the page is on its way any more.
fn take(app: &App, dress: &str, page: &str) {
    app.wait_until("the page is at rest", |app| {
        let rest = "const front = document.querySelector('[data-frame=page]:not([hidden])'); \
            return document.querySelector('[aria-busy=true]') === null && document.querySelector('main') !== null \
            && (front === null || front.children.length > 1 && !front.querySelector(':scope > p.seen-by-readers'));";
        app.run(rest, json!([])) == true
    });
    let calm = std::cell::RefCell::new((String::new(), 0));
    app.wait_until("what is said stays", |app| {
        let (now, mut calm) = (app.page_text(), calm.borrow_mut());
        calm.1 = if calm.0 == now { calm.1 + 1 } else { 0 };
        calm.0 = now;
        calm.1 >= 8
    });
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/e2e/pages");
    app.picture_in(&root.join(dress), page);
    let cut = app.run(CUT, json!([]));
    for one in cut.as_array().into_iter().flatten().filter_map(Value::as_str) {
        println!("{dress}/{page}: {one}");
    }
}
