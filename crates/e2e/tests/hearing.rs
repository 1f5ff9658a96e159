//! A hearing in the real window, by the keyboard, from the case to its effect with all its papers; what is typed on the day survives a power cut.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use anjuan_e2e::{App, Plan};
use serde_json::{Value, json};

const PASSPHRASE: &str = "spring river by moonlight";
/// What an unhurried person presses in a minute, thinking of where to go next.
const KEYS_A_MINUTE: f64 = 60.0;
/// Chinese characters that an unpractised person types in a minute.
const CHARACTERS_A_MINUTE: f64 = 30.0;

/// An office with a case that its handler prepares a hearing for, and a pool of officers.
fn at_the_desk() -> App {
    let mut app = Plan::new().with("ANJUAN_TODAY", "2026-03-05").size(1366, 768).start();
    let ask = |name: &str, request: Value| app.ask(name, request).unwrap_or_else(|refused| panic!("{name}: {refused}"));
    ask(
        "office_create",
        json!({ "name": "测县人民检察院", "short_name": "测", "division_code": "341023", "login": "li",
                "person": "李案管", "passphrase": PASSPHRASE }),
    );
    let account = json!({ "id": null, "login": "wang", "name": "王检察官", "post": "prosecutor", "in_quota": true, "on_duty": true });
    ask("account_save", json!({ "account": account, "passphrase": "a passphrase of their own" }));
    let registration = json!({
        "line": "GC", "category": "first_instance_prosecution", "title": "宁采臣涉嫌盗窃案", "cause": "盗窃罪",
        "source": "police", "from_unit": "测县公安局", "received_on": "2026-03-02", "accepted_on": "2026-03-03",
        "persons": [{ "role": "suspect", "name": "宁采臣", "birth": "1990-03-07", "no_id_reason": "not_provided" }],
    });
    let case = ask("case_register", registration)["case"].clone();
    let designation = json!({ "account": 2, "reason": "major_complex", "decided_by": "赵检察长" });
    ask("assignment_designate", json!({ "case": case, "designation": designation }));
    for (at, name) in ["顾炎武", "黄宗羲", "王夫之", "方以智", "朱之瑜"].into_iter().enumerate() {
        let profession = if at % 2 == 0 { "law" } else { "education" };
        ask(
            "officer_save",
            json!({ "name": name, "birth": "1970-05-01", "profession": profession, "unit": "测县书院", "category": "expert" }),
        );
    }
    ask("office_lock", json!({}));
    app.restart();
    unlock(&app);
    app
}

fn unlock(app: &App) {
    app.field("账号").fill("li");
    app.field("口令").type_(PASSPHRASE);
    app.press("Ctrl+s");
    app.expect_text("李案管");
}

/// As [`go`], for what stands before the place of the keyboard.
#[track_caller]
fn go_back(app: &App, name: &str) {
    app.button(name).expect();
    app.tab_back_to(name);
    app.press("Enter");
}

/// Types into the field of that name, once the tabulator has led there.
#[track_caller]
fn enter(app: &App, name: &str, text: &str) {
    app.field(name).expect();
    app.tab_to(name);
    app.field(name).type_(text);
}

/// Goes to a button with the tabulator and presses it.
#[track_caller]
fn go(app: &App, name: &str) {
    app.button(name).expect();
    app.tab_to(name);
    app.press("Enter");
}

/// Chooses from a list by the code, once the tabulator has led there.
#[track_caller]
fn choose(app: &App, label: &str, code: &str) {
    app.field(label).expect();
    app.tab_to(label);
    app.choose_here(code);
}

/// Answers a row of choices, once the tabulator has led there: the arrow keys go to the answer, Space takes the first.
#[track_caller]
fn answer(app: &App, row: &str, words: &str) {
    let script = "const [row, words] = arguments; const at = document.activeElement; const group = at.closest('[role=radiogroup]'); \
        const name = group?.getAttribute('aria-label') ?? group?.closest('[data-field-label]')?.dataset.fieldLabel; \
        if (name !== row) return 'elsewhere'; \
        if (at.closest('label').textContent.trim() !== words) return 'beside'; \
        return at.checked ? 'taken' : 'there';";
    for _ in 0..160 {
        let press = match app.run(script, json!([row, words])).as_str().unwrap_or_default() {
            "taken" => return,
            "there" => "Space",
            "beside" => "Right",
            _ => "Tab",
        };
        app.press(press);
    }
    panic!("the keys do not lead to “{words}” of “{row}”:\n{}", app.page_text());
}

/// Makes a paper with what it lacks, into the folder that was chosen for the first.
#[track_caller]
fn make(app: &App, paper: &str, lacks: &[(&str, &str)]) {
    go(app, paper);
    fill(app, lacks);
}

/// Fills what the paper that is open lacks, and makes it.
#[track_caller]
fn fill(app: &App, lacks: &[(&str, &str)]) {
    app.css("[role=dialog]").expect();
    for (label, text) in lacks {
        enter(app, label, text);
    }
    if app.field("保存到文件夹").text().is_empty() {
        app.will_pick(&papers_folder(app));
        go(app, "选择文件夹");
        app.wait_until("the folder is there", |app| !app.field("保存到文件夹").text().is_empty());
    }
    app.css(".an-dialog-foot button.act:not([aria-disabled])").expect();
    app.press("Ctrl+s");
    app.css("[role=dialog]").expect_gone();
    app.expect_text("个文件到");
}

fn papers_folder(app: &App) -> std::path::PathBuf {
    let folder = app.folder().join("听证文书");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

/// The hearing as the record has it.
fn sheet(app: &App) -> Value {
    app.ask("hearing_sheet", json!({ "hearing": 1 })).unwrap()
}

/// The page in the looks that a person may choose: dark, and a text half as large again.
fn pictures(app: &App, name: &str) {
    app.picture(name);
    for (look, theme, scale) in [("dark", "dark", "100"), ("150", "light", "150")] {
        app.run(
            "document.documentElement.dataset.theme = arguments[0]; document.documentElement.dataset.scale = arguments[1];",
            json!([theme, scale]),
        );
        app.picture(&format!("{name}-{look}"));
    }
    app.run(
        "document.documentElement.dataset.theme = 'light'; document.documentElement.dataset.scale = '100';",
        json!([]),
    );
}

fn open_case(app: &App) {
    app.press("Ctrl+k");
    app.css("[role=dialog] input").type_("ncc");
    app.wait_until("the case is found", |app| {
        app.run("return document.querySelector('[role=dialog]')?.innerText ?? '';", json!([]))
            .as_str()
            .is_some_and(|text| text.contains("宁采臣涉嫌盗窃案"))
    });
    app.press("Enter");
    app.wait_until("the case is open", |app| app.page_text().contains("记录节点"));
}

/// Opens the hearing from its case.
fn open_hearing(app: &App, day: &str) {
    open_case(app);
    go(app, day);
    app.expect_text("还缺什么");
}

fn plan(app: &App) {
    open_case(app);
    go(app, "安排听证");
    choose(app, "听证事由", "dispute");
    enter(app, "批准人", "赵检察长");
    enter(app, "批准日期", "今天");
    enter(app, "听证问题", "是否作相对不起诉处理");
    enter(app, "拟处理意见", "相对不起诉");
    enter(app, "听证日期", "3-9");
    enter(app, "开始", "9");
    app.press("Enter");
    app.field("预计结束").expect_value("11:00");
    enter(app, "地点", "第一听证室");
    enter(app, "记录人", "孔书记员");
    app.expect_text("本案");
    app.expect_accessible();
    pictures(app, "hearing-plan");
    app.press("Ctrl+s");
    app.expect_text("还缺什么");
    app.expect_text("最迟 2026-03-06 通知参加人");
}

fn prepare(app: &App) {
    go(app, "随机抽取听证员");
    app.field("抽取人数").expect_value("3");
    app.field("抽取人数").expect_focus();
    go(app, "随机抽取听证员");
    app.expect_text("抽中");
    app.picture("hearing-slip");
    app.press("Esc");
    for _ in 0..3 {
        let left = app.run(
            "return [...document.querySelectorAll('button')].filter((one) => one.textContent.trim().startsWith('今日声明')).length;",
            json!([]),
        );
        go(app, "今日声明无利害关系并介绍案情");
        app.wait_until("it is recorded", |app| {
            let now = app.run(
                "return [...document.querySelectorAll('button')].filter((one) => one.textContent.trim().startsWith('今日声明')).length;",
                json!([]),
            );
            now != left
        });
    }
    go(app, "添加参加人");
    choose(app, "本案人员", "1");
    choose(app, "身份", "suspect");
    go(app, "添加参加人");
    app.expect_text("犯罪嫌疑人");
    go(app, "登记通知");
    app.field("发出日期").expect_value("2026-03-05");
    go(app, "登记通知");
    app.expect_text("2026-03-05 已通知");
    go(app, "登记公告");
    enter(app, "公告渠道", "12309 中国检察网");
    go(app, "登记公告");
    app.expect_text("发布公告");
    go_back(app, "听证方案");
    fill(app, &[("案情摘要", "宁采臣多次盗窃，已退赔并取得谅解")]);
    make(app, "听证审批表", &[]);
    make(
        app,
        "听证通知书",
        &[("联系电话", "0559-8123456"), ("文书编号", "测检听通〔2026〕3号"), ("联系人", "孔书记员")],
    );
    make(app, "听证公告", &[("文书编号", "测检听公〔2026〕3号")]);
    for paper in ["权利义务告知和会场纪律", "听证会议程", "席卡", "听证员意见表"] {
        make(app, paper, &[]);
    }
    app.expect_accessible();
    pictures(app, "hearing-path");
    assert_eq!(sheet(app)["missing"], json!([]), "nothing is missing before the day");
}

/// Begins on the day and gives the names of the officers drawn.
fn begin(app: &App) -> Vec<String> {
    unlock(app);
    open_hearing(app, "2026-03-09");
    go(app, "登记听证当日情况");
    enter(app, "开始时间", "902");
    app.press("Enter");
    app.wait_until("it began", |app| sheet(app)["hearing"]["began_at"] == "09:02");
    let officers: Vec<String> =
        sheet(app)["seats"].as_array().unwrap().iter().map(|seat| seat["name"].as_str().unwrap().to_owned()).collect();
    for name in officers.iter().map(String::as_str).chain(["宁采臣"]) {
        answer(app, name, "到会");
    }
    app.wait_until("all came", |app| sheet(app)["participants"][0]["attended"] == true);
    enter(app, "承办检察官介绍案件情况和听证问题：时间", "903");
    enter(app, "承办检察官介绍案件情况和听证问题", "介绍案情和听证问题");
    app.press("F2");
    app.field("内容").expect_focus();
    app.tab_back_to("发言人");
    app.choose_here(&officers[0]);
    enter(app, "内容", "被害人是否谅解？");
    app.press("Enter");
    app.expect_text("被害人是否谅解？");
    app.field("内容").expect_value("");
    officers
}

/// The lights go out in the middle of a word, in the record and in a step.
fn go_on_after_a_power_cut(app: &mut App) {
    app.tab_back_to("发言人");
    app.choose_here("宁采臣");
    enter(app, "内容", "已经赔偿并取得谅");
    app.press("F2");
    enter(app, "当事人及其他参加人说明情况", "当事人说明赔偿经过");
    app.wait_until("the draft is kept", |app| {
        let kept = app.ask("draft_load", json!({ "key": "hearing:1:step:explain" })).unwrap();
        kept["body"] == "当事人说明赔偿经过"
    });
    app.restart_after_power_cut();
    unlock(app);
    open_hearing(app, "2026-03-09");
    go(app, "登记听证当日情况");
    app.field("内容").expect_value("已经赔偿并取得谅");
    app.field("当事人及其他参加人说明情况").expect_value("当事人说明赔偿经过");
    app.press("F2");
    app.field("内容").type_("解。");
    app.press("Enter");
    app.wait_until("it is in the record", |app| sheet(app)["notes"][1]["text"] == "已经赔偿并取得谅解。");
    let note = sheet(app)["notes"][1].clone();
    assert_eq!(
        (&note["kind"], &note["speaker"], &note["step"]),
        (&json!("answer"), &json!("宁采臣"), &json!("present"))
    );
}

fn hear_all(app: &App, officers: &[String]) {
    app.press("F2");
    for (step, at, text) in [
        ("当事人及其他参加人说明情况", "910", ""),
        ("听证员提问", "920", "听证员就谅解情况提问"),
        ("休会评议", "930", "听证员合议是否同意不起诉"),
        ("听证员发表意见", "950", "两人同意，一人不同意"),
        ("当事人最后陈述", "1000", "认罪悔罪"),
        ("主持人总结", "1005", "归纳听证意见"),
    ] {
        enter(app, &format!("{step}：时间"), at);
        if text.is_empty() {
            app.press("Enter");
        } else {
            enter(app, step, text);
        }
    }
    for (name, opinion) in officers.iter().zip(["同意", "同意", "不同意"]) {
        answer(app, &format!("{name}：意见"), opinion);
    }
    app.expect_text("多数意见：同意");
    enter(app, "结束时间", "10:20");
    enter(app, "录音录像编号", "录2026-7");
    enter(app, "听证笔录编号", "笔2026-7");
    app.press("Enter");
    app.wait_until("the papers are recorded", |app| sheet(app)["hearing"]["transcript"] == "笔2026-7");
}

fn sign(app: &App, officers: &[String]) {
    let signers: Vec<String> = ["主持人 王检察官 已签名".to_owned(), "记录人 孔书记员 已签名".to_owned()]
        .into_iter()
        .chain(officers.iter().map(|name| format!("{name}（听证员）已签名")))
        .chain(["宁采臣（犯罪嫌疑人）已签名".to_owned()])
        .collect();
    for signer in &signers {
        app.tab_to(signer);
        app.press("Space");
    }
    app.wait_until("all signed", |app| sheet(app)["participants"][0]["signed"] == true);
    app.expect_accessible();
    pictures(app, "hearing-day");
}

fn decide_and_tell(app: &App) {
    go(app, "登记听证后的决定");
    enter(app, "处理决定", "对宁采臣作相对不起诉");
    enter(app, "决定理由", "采纳多数意见，犯罪情节轻微");
    answer(app, "采纳情况", "采纳");
    app.press("Ctrl+s");
    app.wait_until("it is decided", |app| sheet(app)["line"]["status"] == "decided");
    go(app, "回到听证流程");
    go(app, "登记告知");
    app.tab_to("当事人");
    go(app, "登记告知");
    app.wait_until("all are told", |app| sheet(app)["seats"][2]["told_on"] == "2026-03-09");
    go(app, "登记听证效果");
    choose(app, "听证效果", "accepted");
    enter(app, "案件处理结果", "相对不起诉");
    app.press("Ctrl+s");
    app.wait_until("the effect is recorded", |app| sheet(app)["line"]["status"] == "effect_recorded");
    go_back(app, "听证笔录");
    fill(app, &[]);
    for paper in ["听证评议笔录", "听证结果告知书", "听证效果登记表"] {
        make(app, paper, &[]);
    }
    let papers = app.ask("papers_ready", json!({ "hearing": 1 })).unwrap();
    let made = |paper: &Value| papers["made"].as_array().unwrap().iter().any(|one| one["paper"] == paper["paper"]);
    let unmade: Vec<&Value> =
        papers["papers"].as_array().unwrap().iter().filter(|one| one["not"] == "" && !made(one)).collect();
    assert_eq!(unmade, Vec::<&Value>::new(), "every paper of this hearing lies in the folder");
    assert_eq!(sheet(app)["missing"], json!([]), "nothing is missing at the end");
    let findings = app.ask("case_findings", json!({ "case": 1 })).unwrap();
    let of_hearing: Vec<&Value> =
        findings.as_array().unwrap().iter().filter(|one| one["subject"] == "hearing:1").collect();
    assert_eq!(of_hearing, Vec::<&Value>::new(), "a lawful hearing has no finding");
    app.expect_accessible();
    pictures(app, "hearing-done");
    assert_eq!(app.ask("record_verify", json!({})).unwrap()["sound"], true);
}

#[test]
fn a_hearing_goes_from_the_decision_to_its_filed_record_with_all_papers_by_the_keyboard() {
    let mut app = at_the_desk();
    let before = app.hands();
    plan(&app);
    prepare(&app);
    app.restart_on("2026-03-09");
    let officers = begin(&app);
    go_on_after_a_power_cut(&mut app);
    hear_all(&app, &officers);
    sign(&app, &officers);
    decide_and_tell(&app);
    app.expect_sound();

    let after = app.hands();
    let (keys, characters) = (after.keys - before.keys, after.characters - before.characters);
    let minutes = keys as f64 / KEYS_A_MINUTE + characters as f64 / CHARACTERS_A_MINUTE;
    println!(
        "from the decision to the filed record: {keys} keys, {characters} characters, {minutes:.1} minutes of typing"
    );
    assert!(minutes <= 20.0, "{keys} keys and {characters} characters are {minutes:.0} minutes of typing");
}

#[test]
fn the_calendar_the_pool_and_the_coverage_can_be_read() {
    let app = at_the_desk();
    for (at, day) in ["2026-03-05", "2026-03-06"].into_iter().enumerate() {
        let plan = json!({
            "case": 1, "kind": "ordinary", "approved_by": "赵检察长", "approved_on": "2026-03-05", "place": "第一听证室",
            "held_on": day, "starts_at": "09:00", "ends_at": "11:00", "questions": "是否不起诉",
        });
        let hearing = app.ask("hearing_plan", plan).unwrap()["hearing"].clone();
        if at == 0 {
            app.ask("hearing_officers_draw", json!({ "hearing": hearing, "count": 3 })).unwrap();
        }
    }
    app.run(
        "[...document.querySelectorAll('nav a, nav button')].find((one) => one.textContent.trim().startsWith('听证'))?.click();",
        json!([]),
    );
    app.expect_text("第一听证室");
    app.expect_accessible();
    app.picture("hearing-calendar");
    for (tab, words, picture) in [
        ("列表", "已确定时间", "hearing-list"),
        ("听证员库", "顾炎武", "hearing-pool"),
        ("覆盖情况", "各业务条线", "hearing-coverage"),
    ] {
        app.role("tab", tab).click();
        app.expect_text(words);
        app.expect_accessible();
        pictures(&app, picture);
    }
    let folder = app.office().parent().unwrap().to_owned();
    let (calendar, sheet) = (folder.join("听证.ics"), folder.join("听证.xlsx"));
    app.will_pick(&calendar);
    app.will_pick(&sheet);
    app.role("tab", "日历").click();
    app.button("导出日历").click();
    app.field("用途").fill("送交会议室");
    app.field("口令").type_(PASSPHRASE);
    app.button("继续").click();
    app.expect_text("已导出 2 场听证");
    let written = std::fs::read_to_string(&calendar).unwrap();
    assert_eq!(written.matches("BEGIN:VEVENT").count(), 2);
    app.button("导出表格").click();
    app.wait_until("the spreadsheet is there", |_| sheet.is_file());
    app.expect_sound();
}
