//! Ledgers in the shapes in which offices keep them, each on its whole way into the record: dry run, import, the same again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops on a fault")]

mod common;
mod ledger;

use common::TestDesk;
use ledger::{committed, whole_way, write};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::{Value, json};

fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("台账").unwrap());
    book.save_to_buffer().unwrap()
}

fn row(sheet: &mut Worksheet, number: u32, texts: &[&str]) {
    for (text, column) in texts.iter().zip(0u16..) {
        if !text.is_empty() {
            sheet.write_string(number - 1, column, *text).unwrap();
        }
    }
}

fn counts(done: &Value) -> (u64, u64, usize) {
    (
        done["file_rows"].as_u64().unwrap(),
        done["cases"]["new"].as_u64().unwrap_or(0),
        done["refused"].as_array().unwrap().len(),
    )
}

fn sheet_of(desk: &TestDesk, number: &str) -> Value {
    desk.ask("case_sheet", json!({ "case": number }))
}

fn acts(sheet: &Value) -> Vec<String> {
    let act = |act: &Value| format!("{} {}", act["kind"].as_str().unwrap(), act["on"].as_str().unwrap());
    sheet["acts"].as_array().unwrap().iter().map(act).collect()
}

/// Title, fill-in line, two rows of heads, one row a person with the case merged over them, total, note, signatures.
#[test]
fn one_row_a_person_with_merged_cases_between_title_and_total() {
    let bytes = workbook(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 7, "测县人民检察院2026年第一季度审查逮捕案件台账", &plain).unwrap();
        row(sheet, 2, &["填报单位：测县人民检察院", "", "", "", "填报日期：2026年3月5日"]);
        sheet.merge_range(2, 0, 3, 0, "序号", &plain).unwrap();
        sheet.merge_range(2, 1, 2, 3, "案件情况", &plain).unwrap();
        sheet.merge_range(2, 4, 2, 5, "犯罪嫌疑人情况", &plain).unwrap();
        sheet.merge_range(2, 6, 2, 7, "办理情况", &plain).unwrap();
        row(sheet, 4, &["", "部门受案号", "涉嫌罪名", "受理日期", "姓名", "性别", "承办人", "审结日期"]);
        for (first, last, n, charge, day) in [(5u32, 6u32, 1, "盗窃罪", "2026-1-5"), (7, 9, 2, "诈骗罪", "2026.1.6")]
        {
            sheet.merge_range(first - 1, 0, last - 1, 0, &n.to_string(), &plain).unwrap();
            let number = format!("测检刑捕受[2026]34102300000{n}号");
            sheet.merge_range(first - 1, 1, last - 1, 1, &number, &plain).unwrap();
            sheet.merge_range(first - 1, 2, last - 1, 2, charge, &plain).unwrap();
            sheet.merge_range(first - 1, 3, last - 1, 3, day, &plain).unwrap();
            sheet.merge_range(first - 1, 6, last - 1, 6, "李案管", &plain).unwrap();
        }
        for (name, at) in ["赵一", "钱二", "孙三", "周四", "吴五"].iter().zip(5u32..) {
            row(sheet, at, &["", "", "", "", name, "男"]);
        }
        row(sheet, 10, &["合计", "", "2件5人"]);
        row(sheet, 12, &["注：含上年结转。"]);
        row(sheet, 13, &["制表人：郑六", "", "", "审核人：王七"]);
    });
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let done = whole_way(&desk, &json!({ "path": write(folder.path(), "逮捕.xlsx", &bytes) }));
    assert_eq!(counts(&done), (5, 2, 0), "{done}");
    let sheet = sheet_of(&desk, "测检刑捕受[2026]341023000002号");
    let names: Vec<&str> =
        sheet["persons"].as_array().unwrap().iter().map(|p| p["person"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["孙三", "周四", "吴五"]);
    assert_eq!(sheet["head"]["title"], "孙三等3人诈骗案");
    assert_eq!(acts(&sheet), ["accepted 2026-01-06", "allocated 2026-01-06"], "{sheet}");
    assert_eq!(sheet["head"]["stage"], "reviewing", "a case with a handler no longer waits for one: {}", sheet["head"]);
}

/// One row a case, its people in one cell, a value for each of them in others; every form of a day; outcomes.
/// One row a case: its people in one cell, its days in every form.
fn people_in_a_cell() -> Vec<u8> {
    workbook(|sheet| {
        let day = Format::new().set_num_format("yyyy-mm-dd");
        row(sheet, 1, &["审查起诉案件登记簿"]);
        row(
            sheet,
            2,
            &[
                "部门受案号",
                "犯罪嫌疑人",
                "性别",
                "出生日期",
                "案由",
                "收案日期",
                "第一次退查日期",
                "重新移送日期",
                "延长审查期限日期",
                "审结日期",
                "审结处理情况",
                "不起诉决定书文号",
            ],
        );
        let heads = [
            "测检刑诉受［２０２６］３４１０２３００００１１号",
            "测检刑诉受〔2026〕341023000012号",
            "测检刑诉受(2026)341023000013号",
        ];
        row(
            sheet,
            3,
            &[
                heads[0],
                "赵一、钱二",
                "男、女",
                "1990年3月7日、1991.4.8",
                "盗窃罪、诈骗罪",
                "２０２５年１１月５日",
                "2025/12/1",
                "同月20日",
                "",
                "",
                "",
                "",
            ],
        );
        row(
            sheet,
            4,
            &[
                heads[1],
                "孙三",
                "男",
                "19920509",
                "危险驾驶",
                "二〇二五年十二月一日",
                "",
                "",
                "2026.1.1",
                "2026年1月10日",
                "相对不起诉",
                "测检刑不诉〔2026〕3号",
            ],
        );
        row(sheet, 5, &[heads[2], "李四", "女", "", "盗窃", "", "", "", "", "2026-1-20", "提起公诉", ""]);
        sheet.write_datetime_with_format(4, 5, ExcelDateTime::from_ymd(2025, 12, 30).unwrap(), &day).unwrap();
        row(sheet, 6, &["小计", "4人"]);
    })
}

#[test]
fn one_row_a_case_with_all_its_people_in_a_cell_and_its_days_in_every_form() {
    let bytes = people_in_a_cell();
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let done = whole_way(&desk, &json!({ "path": write(folder.path(), "起诉.xlsx", &bytes) }));
    assert_eq!(counts(&done), (3, 3, 0), "{}", done["refused"]);
    let first = sheet_of(&desk, "测检刑诉受〔2026〕341023000011号");
    let people = first["persons"].as_array().unwrap();
    assert_eq!((&people[0]["person"]["sex"], &people[1]["person"]["sex"]), (&json!("male"), &json!("female")));
    assert_eq!(people[1]["person"]["birth"], "1991-04-08");
    assert_eq!(
        acts(&first),
        ["accepted 2025-11-05", "returned_for_investigation 2025-12-01", "retransferred 2025-12-20"],
    );
    let second = sheet_of(&desk, "测检刑诉受〔2026〕341023000012号");
    assert_eq!(acts(&second), ["accepted 2025-12-01", "review_extended 2026-01-01", "not_prosecuted 2026-01-10"]);
    let decision = second["acts"].as_array().unwrap().last().unwrap();
    assert!(
        decision.to_string().contains("测检刑不诉〔2026〕3号") && decision.to_string().contains("相对不起诉"),
        "{decision}"
    );
    let third = sheet_of(&desk, "测检刑诉受〔2026〕341023000013号");
    assert_eq!(acts(&third), ["accepted 2025-12-30", "prosecuted 2026-01-20"]);
    assert_eq!(third["head"]["stage"], "in_court");
}

/// Printed page by page: heads again on each, subtotals, in GB18030, and rare characters.
#[test]
fn pages_with_heads_again_and_subtotals_in_gb18030() {
    let text = "测县人民检察院受案登记,,,\r\n部门受案号,嫌疑人,受理日期,涉嫌罪名\r\n测检刑捕受[2026]341023000021号,赵𠮷,2026-1-5,盗窃罪\r\n测检刑捕受[2026]341023000022号,朱镕喆,2026年1月6日,诈骗罪\r\n小计,2件,,\r\n部门受案号,嫌疑人,受理日期,涉嫌罪名\r\n测检刑诉受[2026]341023000023号,李某,20260107,抢劫罪\r\n小计,1件,,\r\n合计：3件,,,\r\n";
    let (bytes, _, faults) = encoding_rs::GB18030.encode(text);
    assert!(!faults);
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let done = whole_way(&desk, &json!({ "path": write(folder.path(), "受案登记.csv", &bytes) }));
    assert_eq!(counts(&done), (3, 3, 0), "{}", done["refused"]);
    let found = desk.ask("search", json!({ "text": "赵𠮷" }));
    assert_eq!(found["hits"].as_array().unwrap().len(), 1, "{found}");
    assert_eq!(sheet_of(&desk, "测检刑诉受[2026]341023000023号")["head"]["category"], "first_instance_prosecution");
}

/// The older binary workbook, and the same under the ending of WPS.
#[test]
fn an_old_workbook_and_the_same_from_wps() {
    let bytes = std::fs::read(committed("arrests.xls")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for name in ["arrests.xls", "逮捕登记.et"] {
        let desk = TestDesk::founded();
        let done = whole_way(&desk, &json!({ "path": write(folder.path(), name, &bytes) }));
        assert_eq!(counts(&done), (4, 3, 0), "{}", done["refused"]);
        let found = desk.ask("search", json!({ "text": "吴某" }));
        assert_eq!(found["hits"].as_array().unwrap().len(), 1);
    }
}

/// An open document with merged cells, of another line.
#[test]
fn an_open_document_of_civil_supervision() {
    let cell = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let over = |down: u32, text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string" table:number-rows-spanned="{down}" table:number-columns-spanned="1"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let date = |day: &str| {
        format!(
            r#"<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{day}</text:p></table:table-cell>"#
        )
    };
    let rows = [
        ["案件名称", "申请人", "被申请人", "受理日期", "审结日期", "处理结果"].map(cell).concat(),
        over(2, "赵某与钱某借款纠纷监督案")
            + &cell("赵某")
            + &cell("钱某")
            + &date("2026-01-05")
            + &date("2026-02-10")
            + &cell("不支持监督申请"),
        "<table:covered-table-cell/>".to_owned()
            + &cell("孙某")
            + &cell("钱某")
            + &date("2026-01-05")
            + &date("2026-02-10")
            + &cell("不支持监督申请"),
        cell("李某与某公司买卖合同监督案")
            + &cell("李某")
            + &cell("某公司")
            + &date("2026-02-03")
            + &cell("")
            + &cell(""),
    ];
    let rows: String = rows.iter().map(|row| format!("<table:table-row>{row}</table:table-row>")).collect();
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="民事">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let manifest = r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    for (name, part) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, part.as_bytes()).unwrap();
    }
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "民事.ods", &zip.finish().unwrap().into_inner());
    let done = whole_way(&desk, &json!({ "path": path, "kind": "civil_judgment_supervision" }));
    assert_eq!(counts(&done), (3, 2, 0), "{}", done["refused"]);
    let list = desk.ask("case_list", json!({}));
    let stages: Vec<&Value> = list["cases"].as_array().unwrap().iter().map(|case| &case["stage"]).collect();
    assert!(stages.contains(&&json!("decided")), "the outcome is an act of the timeline: {list}");
}

/// An export of the national system: wide, one row a person, days told for the whole case beside the person's own.
#[test]
fn an_export_of_the_national_system() {
    let heads = "部门受案号,统一受案号,嫌疑人编号,嫌疑人姓名,移诉案由,受理日期,全案_审结日期,审结日期,审结处理情况,提起公诉日期,起诉书文号,一审判决日期,宣告刑,承办检察官\n";
    let rows = "测检刑诉受[2025]341023000031号,34102320250000310,3410232025001,赵一,盗窃罪,20250105,20250203,20250203,起诉,20250203,测检刑诉〔2025〕9号,20250320,有期徒刑六个月,李案管\n测检刑诉受[2025]341023000031号,34102320250000310,3410232025002,钱二,盗窃罪,20250105,20250203,20250201,相对不起诉,,,,,李案管\n测检刑诉受[2025]341023000032号,34102320250000320,3410232025003,孙三,诈骗罪,20250106,,,,,,,,不在册\n";
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "020101.csv", format!("\u{FEFF}{heads}{rows}").as_bytes());
    let done = whole_way(&desk, &json!({ "path": path }));
    assert_eq!(counts(&done), (3, 2, 0), "{}", done["refused"]);
    let sheet = sheet_of(&desk, "测检刑诉受[2025]341023000031号");
    let acts = acts(&sheet);
    assert!(
        acts.contains(&"allocated 2025-01-05".to_owned()) && acts.contains(&"prosecuted 2025-02-03".to_owned()),
        "{acts:?}"
    );
    assert!(acts.iter().any(|act| act.starts_with("not_prosecuted 2025-02-0")), "{acts:?}");
    let waiting = sheet_of(&desk, "测检刑诉受[2025]341023000032号");
    assert_eq!(
        waiting["head"]["stage"], "accepted",
        "nobody of that name is in the office: the case waits for allocation"
    );
}

/// The roll of hearing officers, through the same counts as cases; what was corrected by hand stays.
#[test]
fn a_roll_of_hearing_officers_fills_the_pool() {
    let roll = |rest: &str| {
        format!(
            "测县人民检察院听证员名册\n姓名,性别,出生日期,人员类别,专业领域,工作单位,联系电话,聘任日期,聘期届满日期,备注\n陈大,男,1970-05-06,人大代表,法律,测县司法局,13900000001,2025年1月1日,2027年12月31日,\n林二,女,1980年7月8日,律师,,某律师事务所,{rest},2025-01-01,2027-12-31,兼任调解员\n合计,2人,,,,,,,,\n"
        )
    };
    let desk = TestDesk::founded();
    let folder = tempfile::tempdir().unwrap();
    let ask = json!({ "path": write(folder.path(), "听证员.csv", roll("13900000002").as_bytes()), "source": "名册" });
    assert_eq!(desk.ask("import_read", ask.clone())["kind"], "officers", "the title says what it is");
    let done = whole_way(&desk, &ask);
    assert_eq!((&done["new"], &done["file_rows"]), (&json!(2), &json!(2)), "{}", done["refused"]);
    let pool = desk.ask("officer_list", json!({}));
    let officer = |pool: &Value, name: &str| {
        pool.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{pool}")).clone()
    };
    let second = officer(&pool, "林二");
    assert_eq!(
        (&second["category"], &second["birth"], &second["term_to"]),
        (&json!("lawyer"), &json!("1980-07-08"), &json!("2027-12-31"))
    );
    assert_eq!((&second["unit"], &second["note"]), (&json!("某律师事务所"), &json!("兼任调解员")));

    let ask = json!({ "path": write(folder.path(), "听证员.csv", roll("13900000003").as_bytes()), "source": "名册" });
    let done = desk.ask("import_apply", ask.clone());
    assert_eq!((&done["changed"], &done["same"]), (&json!(1), &json!(1)), "{done}");
    let mut entry = serde_json::Map::new();
    let second = officer(&desk.ask("officer_list", json!({})), "林二");
    for field in ["id", "name", "sex", "birth", "category", "unit", "term_from", "term_to", "note"] {
        entry.insert(field.to_owned(), second[field].clone());
    }
    entry.insert("contact".to_owned(), json!("010-1"));
    desk.ask("officer_save", Value::Object(entry));
    let ask = json!({ "path": write(folder.path(), "听证员.csv", roll("13900000004").as_bytes()), "source": "名册" });
    let done = desk.ask("import_apply", ask);
    assert_eq!((&done["same"], &done["remarks"]), (&json!(2), &json!(1)), "told, not written over: {done}");
    assert_eq!(officer(&desk.ask("officer_list", json!({})), "林二")["contact"], "010-1");
}
