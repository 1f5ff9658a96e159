//! From the first start to a desk with a person at it, and back through a lock.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::{App, Plan};

const PASSPHRASE: &str = "spring river by moonlight";

/// Founds the invented office through the first page, by the keyboard alone.
fn found(app: &App) {
    app.role("radio", "新建本单位").expect();
    for (label, text) in [
        ("单位全称", "测试市人民检察院"),
        ("案号简称", "测检"),
        ("行政区划代码", "990100"),
        ("您的姓名", "章某"),
        ("账号", "zhang"),
        ("口令", PASSPHRASE),
        ("再输一次口令", PASSPHRASE),
    ] {
        app.field(label).type_(text);
    }
    app.press("Ctrl+s");
    app.role("heading", "恢复密钥").expect();
}

/// Copies both halves of the recovery key from the screen, as from the paper.
fn keep_recovery_key(app: &App) {
    for half in ["第一半", "第二半"] {
        let shown = "return [...document.querySelectorAll('dl div')]\
            .find((line) => line.querySelector('dt').textContent === arguments[0]).querySelector('dd').textContent;";
        let half_key = app.run(shown, serde_json::json!([half]));
        app.field(half).type_(half_key.as_str().unwrap());
    }
    app.button("两半已分别封存").click();
}

#[test]
fn an_office_is_founded_locked_and_opened_again() {
    let mut app = Plan::new().with("ANJUAN_TODAY", "2026-03-05").start();
    found(&app);
    app.expect_accessible();
    keep_recovery_key(&app);
    app.expect_text("章某");
    app.expect_text("测试市人民检察院");
    app.expect_accessible();
    app.expect_sound();
    app.picture("first-desk");

    app.press("Ctrl+l");
    app.role("heading", "打开案卷").expect();
    app.expect_no_text("章某");
    app.field("口令").type_("winter river by moonlight");
    app.button("打开").click();
    app.expect_text("口令不对");
    app.expect_accessible();
    app.field("口令").fill(PASSPHRASE);
    app.press("Ctrl+s");
    app.expect_text("章某");

    app.restart();
    app.role("heading", "打开案卷").expect();
    app.field("口令").fill(PASSPHRASE);
    app.press("Ctrl+s");
    app.expect_text("章某");
    app.expect_sound();
}

#[test]
fn a_recovery_key_not_written_down_is_not_taken_for_kept() {
    let app = App::start();
    found(&app);
    app.button("两半已分别封存").click();
    app.role("heading", "恢复密钥").expect();
    app.field("第一半").type_("ABCD-EFGH");
    app.button("两半已分别封存").click();
    app.expect_text("与屏幕上显示的不一致");
    app.expect_accessible();
}

#[test]
fn the_first_page_speaks_english_in_full() {
    let app = App::start();
    app.button("English").click();
    app.expect_no_text("单位全称");
    let han = "return document.body.innerText.match(/[\\u4e00-\\u9fff]+/gu) ?? [];";
    app.wait_until("only names stay Chinese", |app| {
        let left = app.run(han, serde_json::json!([]));
        left.as_array().is_some_and(|left| left.iter().all(|word| word == "案卷" || word == "中文"))
    });
    app.expect_accessible();
    app.picture("first-start-english");
}
