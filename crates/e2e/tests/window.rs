//! The window itself: that it opens, that there is one of it, that it talks to nobody.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::App;

#[test]
fn opens_with_a_page_that_keeps_the_rules() {
    let app = App::start();
    app.expect_text("案卷");
    assert_eq!(app.title(), "案卷");
    app.expect_sound();
    app.expect_accessible();
    app.picture("first-start");
}

#[test]
fn a_second_start_leaves_the_first_in_place_and_ends() {
    let app = App::start();
    app.expect_text("案卷");
    let ended = app.start_again();
    assert!(ended.success(), "{ended}");
    app.expect_text("案卷");
    app.expect_sound();
}

#[test]
fn the_page_may_ask_for_nothing_but_what_is_listed() {
    let app = App::start();
    let invoke = |command: &str| {
        let script = "const [command, done] = arguments; window.__TAURI_INTERNALS__.invoke(command, {}) \
            .then(() => done('done'), (refused) => done(JSON.stringify(refused)));";
        app.run_async(script, serde_json::json!([command])).as_str().unwrap_or_default().to_owned()
    };
    for command in ["plugin:window|close", "plugin:webview|create_webview", "plugin:path|resolve", "plugin:event|emit"]
    {
        let answer = invoke(command);
        assert!(answer.contains("not allowed"), "{command}: {answer}");
    }
}

#[test]
fn nothing_is_loaded_from_outside() {
    let app = App::start();
    let script = "const done = arguments[0]; const image = new Image(); \
        image.onload = () => done('loaded'); image.onerror = () => done('refused'); \
        image.src = 'http://127.0.0.1:9/picture.png';";
    assert_eq!(app.run_async(script, serde_json::json!([])), "refused");
    let script =
        "const done = arguments[0]; fetch('http://127.0.0.1:9/').then(() => done('fetched'), () => done('refused'));";
    assert_eq!(app.run_async(script, serde_json::json!([])), "refused");
    let faults =
        app.run("return window.__faults.filter((f) => f.includes('127.0.0.1')).length;", serde_json::json!([]));
    assert_eq!(faults, 2, "it is the page's rule that refuses, not the absence of a server");
}
