//! A ledger comes in through the real window, by the keyboard alone: chosen, a column corrected, tried, imported, and what
//! the checks find in it opened.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::{App, Plan};
use serde_json::json;

const PASSPHRASE: &str = "spring river by moonlight";

/// As an office keeps it: a title, a column whose head says little, days in several forms, a day that is none, a total.
const LEDGER: &str = "\u{FEFF}测县人民检察院2026年审查起诉案件台账,,,,,\n部门受案号,谁,涉嫌罪名,移送单位,受理日期,承办人\n测检刑诉受[2026]341023000101号,宁采臣,盗窃罪,测县公安局,2026年1月5日,李案管\n测检刑诉受[2026]341023000102号,聂小倩,诈骗罪,测县公安局,２０２６．１．６,\n测检刑诉受[2026]341023000103号,燕赤霞,抢劫罪,测县公安局,2026-02-30,\n合计,3件,,,,\n";

fn at_the_desk() -> App {
    let mut app = Plan::new().with("ANJUAN_TODAY", "2026-03-05").size(1366, 768).start();
    app.ask(
        "office_create",
        json!({ "name": "测县人民检察院", "short_name": "测", "division_code": "341023", "login": "li",
                "person": "李案管", "passphrase": PASSPHRASE }),
    )
    .unwrap();
    app.ask("office_lock", json!({})).unwrap();
    app.restart();
    app.field("口令").type_(PASSPHRASE);
    app.press("Ctrl+s");
    app.expect_text("李案管");
    app
}

fn open_page(app: &App, name: &str) {
    let opened = app.run(
        "const line = [...document.querySelectorAll('nav a, nav button')] \
            .find((one) => one.textContent.trim().startsWith(arguments[0])); line?.click(); return !!line;",
        json!([name]),
    );
    assert_eq!(opened, true, "the menu has {name}");
}

#[test]
fn a_ledger_is_imported_by_the_keyboard() {
    let app = at_the_desk();
    let ledger = app.office().with_file_name("审查起诉台账.csv");
    std::fs::write(&ledger, LEDGER).unwrap();
    open_page(&app, "导入");
    app.button("选择台账文件").expect_focus();
    app.will_pick(&ledger);
    app.press("Enter");
    app.expect_text("宁采臣");
    app.expect_text("审查起诉案件台账");

    app.field("B 谁").type_("xm");
    app.role("option", "姓名").expect();
    app.press("Enter");
    app.field("B 谁").expect_value("姓名");
    app.picture("import-columns");
    app.expect_accessible();
    app.press("Ctrl+s");
    app.expect_text("2026-02-30");
    app.wait_until("one row is refused", |app| {
        app.page_text().split_whitespace().collect::<Vec<_>>().join(" ").contains("不能导入 1")
    });
    app.picture("import-plan");
    app.expect_accessible();
    app.press("Ctrl+s");
    app.expect_text("新增 2 行");
    app.picture("import-done");

    let found = app.ask("search", json!({ "text": "宁采臣" })).unwrap();
    assert_eq!(found["hits"][0]["title"], "宁采臣盗窃案");
    let again = app.ask("import_plan", json!({ "path": ledger.to_str().unwrap() })).unwrap();
    assert_eq!((&again["same"], &again["new"]), (&json!(2), &json!(0)), "the columns are remembered: {again}");
    app.expect_sound();
}

/// Two rows as WPS puts them on the clipboard, with a line break within a cell.
const BLOCK: &str = "部门受案号\t嫌疑人\t涉嫌罪名\t受理日期\t简要案情\n测检刑诉受[2026]341023000201号\t婴宁\t盗窃罪\t2026-01-05\t\"夜间入户\n窃得手机\"\n测检刑诉受[2026]341023000202号\t王子服\t诈骗罪\t2026-01-06\t\n";

#[test]
fn a_block_copied_elsewhere_is_pasted_into_the_list_tried_and_imported() {
    let app = at_the_desk();
    open_page(&app, "案件");
    app.css("[role=grid]").expect();
    // Copied as from a spreadsheet: out of a field that holds the block, with the keys of a person.
    app.run(
        "const from = document.createElement('textarea'); from.id = 'elsewhere'; from.value = arguments[0]; \
            document.body.append(from); from.focus(); from.select(); return true;",
        json!([BLOCK]),
    );
    app.press("Ctrl+c");
    app.run(
        "document.getElementById('elsewhere').remove(); document.querySelector('[role=grid]').focus(); return true;",
        json!([]),
    );
    app.press("Ctrl+v");
    app.button("试导入").expect();
    app.expect_text("婴宁");
    app.press("Ctrl+s");
    app.wait_until("two rows are new", |app| {
        app.page_text().split_whitespace().collect::<Vec<_>>().join(" ").contains("新增 2")
    });
    app.press("Ctrl+s");
    app.expect_text("新增 2 行");
    let found = app.ask("search", json!({ "text": "王子服" })).unwrap();
    assert_eq!(found["hits"][0]["title"], "王子服诈骗案");
    app.expect_sound();
}
