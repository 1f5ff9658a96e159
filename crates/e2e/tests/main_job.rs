//! The main job in the real window: an invented office, a case taken in by the keyboard, drawn, worked on and found again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::{App, Plan, sample_desk};
use serde_json::json;

/// An office filled with invented cases, its clerk at the desk.
fn at_the_sample_desk() -> App {
    sample_desk(Plan::new(), 150)
}

/// Opens a place of the menu.
fn go_to(app: &App, place: &str) {
    let opened = app.run(
        "const line = [...document.querySelectorAll('nav a, nav button')] \
            .find((one) => one.textContent.trim().startsWith(arguments[0])); line?.click(); return !!line;",
        json!([place]),
    );
    assert_eq!(opened, true, "the menu has {place}");
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
        go_to(&app, place);
        app.wait_until("the page has its title", |app| app.title().starts_with(place));
        assert!(!app.page_text().contains("case_management_clerk"), "a code is shown where words belong");
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
fn at_midnight_the_day_the_due_list_and_the_note_turn_while_the_window_is_open() {
    let app = at_the_sample_desk();
    app.wait_until("the desktop is told on opening", |app| !app.notes().is_empty());
    go_to(&app, "期限");
    app.expect_text("2026年3月5日");
    let red = json!({ "filter": { "by": "office", "states": ["overdue", "last_day", "red"], "since": "2026-03-05" } });
    let before = app.notes().len();
    let overdue = |app: &App| {
        let counts = app.ask("due_counts", json!({ "filter": { "by": "office" } })).unwrap();
        counts
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["state"] == "overdue")
            .map_or(0, |one| one["number"].as_i64().unwrap())
    };
    let late = overdue(&app);

    app.turn_to("2026-03-16");
    app.wait_until("the top bar says the new day", |app| app.page_text().contains("2026年3月16日"));
    assert!(overdue(&app) > late, "what was due meanwhile is overdue now");
    app.wait_until("the list says the new number", |app| app.page_text().contains(&format!("已超期 {}", overdue(app))));
    app.wait_until("the desktop is told of what came since", |app| app.notes().len() > before);
    let came: i64 =
        app.ask("due_counts", red).unwrap().as_array().unwrap().iter().map(|one| one["number"].as_i64().unwrap()).sum();
    let notes = app.notes();
    let text = notes.last().unwrap()["text"].as_str().unwrap();
    let told: i64 =
        text.split(|sign: char| !sign.is_ascii_digit()).filter_map(|number| number.parse::<i64>().ok()).sum();
    assert_eq!(told, came, "{text}");
    app.expect_sound();
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

#[test]
fn what_was_returned_is_taken_up_by_the_keyboard_and_stands_in_the_register_of_the_day() {
    let app = at_the_sample_desk();
    app.press("Ctrl+n");
    choose(&app, "业务条线", "GC");
    choose(&app, "案件类别", "first_instance_prosecution");
    app.field("姓名 1").type_("宁采臣");
    app.field("案件名称").fill("宁采臣涉嫌盗窃案");
    app.tab_to("退回补正");
    app.press("Enter");
    choose(&app, "理由", "papers_incomplete");
    app.tab_to("登记");
    app.press("Enter");
    app.css("[role=dialog]").expect_gone();

    go_to(&app, "退回与不予受理");
    app.expect_text("宁采臣涉嫌盗窃案");
    app.expect_accessible();
    app.picture("returned");
    app.css("[data-frame=page]:not([hidden]) [role=grid]").click();
    app.press("Enter");
    app.expect_text("接续 2026-03-05 的退回补正");
    app.field("姓名 1").expect_value("宁采臣");
    choose(&app, "业务条线", "GC");
    app.press("Ctrl+s");
    app.button("随机分案").expect_focus();
    let returned = app.ask("intake_refusals", json!({})).unwrap();
    let number =
        returned[0]["accepted_register_no"].as_str().expect("it is known as which case it was accepted").to_owned();
    go_to(&app, "退回与不予受理");
    app.expect_text(&number);

    go_to(&app, "某日登记簿");
    app.css("[data-frame=page]:not([hidden]) input").fill("2026-03-05");
    app.press("Enter");
    app.expect_text("2026-03-05 终了时的登记簿");
    app.field("筛选：登记号").type_(&number);
    app.expect_text("宁采臣涉嫌盗窃案");
    app.expect_accessible();
    app.picture("as-of");
    app.expect_sound();
}

#[test]
fn the_main_job_is_done_from_a_ledger_to_a_hearing_and_a_list() {
    let app = at_the_sample_desk();
    let ledger = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../papers/tests/data/judgments_cut.csv");
    let ask = json!({ "path": ledger.to_str().unwrap(), "kind": "first_instance_prosecution",
                      "constants": { "accepted_on": "=prosecuted_on" } });
    let planned = app.ask("import_plan", ask.clone()).unwrap();
    let done = app.ask("import_apply", ask).unwrap();
    assert!(done["new"].as_u64().unwrap() > 0 && done["new"] == planned["new"], "{done}");

    // Taken in by the keyboard and drawn at once.
    app.press("Ctrl+n");
    choose(&app, "业务条线", "GC");
    choose(&app, "案件类别", "first_instance_prosecution");
    app.field("姓名 1").type_("聂小倩");
    app.press("Enter");
    app.field("证件号码 1").type_("34102319900307211X");
    app.press("Enter");
    app.field("出生日期 1").expect_value("1990-03-07");
    app.field("案件名称").fill("聂小倩涉嫌诈骗案");
    app.press("Ctrl+s");
    app.button("随机分案").expect_focus();
    app.press("Enter");
    app.expect_text("随机分案结果");

    // Found by initials, and a hearing arranged from its page.
    app.press("Ctrl+k");
    app.css("[role=dialog] input").type_("nxq");
    app.expect_text("聂小倩涉嫌诈骗案");
    app.press("Enter");
    app.button("安排听证").click();
    app.css("[data-field-name=questions] textarea").type_("是否具有社会危险性");
    app.css("[data-field-name=held_on] input").type_("20260320");
    app.press("Ctrl+s");
    let case = app.ask("search", json!({ "text": "聂小倩" })).unwrap()["hits"][0]["case"].clone();
    app.wait_until("the hearing is on record", |app| {
        let hearings = app.ask("hearings_of_case", json!({ "case": case })).unwrap();
        hearings[0]["held_on"] == "2026-03-20"
    });
    app.expect_text("2026-03-20");
    app.picture("hearing");

    // Checked as a whole, and the list written exactly as it is seen.
    go_to(&app, "质量");
    app.button("检查全部案件").click();
    app.wait_until("the whole office is checked", |app| app.page_text().contains("已检查"));
    go_to(&app, "案件");
    app.expect_text("聂小倩");
    let file = app.office().join("在办.csv");
    app.will_pick(&file);
    app.press("Ctrl+e");
    // What leaves the record wants a purpose and the passphrase once more.
    app.field("用途").type_("月度汇总");
    app.field("口令").type_(anjuan_e2e::PASSPHRASE);
    app.button("继续").click();
    app.wait_until("the list is written", |_| file.exists());
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("测县人民检察院") && written.contains("聂小倩涉嫌诈骗案"), "{written}");
    app.expect_sound();
    assert_eq!(app.ask("record_verify", json!({})).unwrap()["sound"], true);
}
